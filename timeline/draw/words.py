"""Every word of the interface in every language: one table, code -> language -> text; a third language is one more column.

Python fills the templates from it, and the runtime gets one column of it as JSON, so both sides say the same.
`{name}` is filled by whoever uses the text. Texts of the story itself are never in here.
"""

from __future__ import annotations

from timeline.model import Story

LANGUAGE_NAMES: dict[str, str] = {"en": "English", "de": "Deutsch"}
"""What each language calls itself."""

LANGUAGES: tuple[str, ...] = tuple(LANGUAGE_NAMES)

WORDS: dict[str, dict[str, str]] = {
    # the page
    "skip.cards": {"en": "Skip to the entries", "de": "Zu den Einträgen springen"},
    "entries": {"en": "Entries", "de": "Einträge"},
    "chart.name": {"en": "Timeline: {title}", "de": "Zeitachse: {title}"},
    "chart.role": {"en": "interactive timeline", "de": "interaktive Zeitachse"},
    "chart.help": {
        "en": "Left and right arrow walk through the events in the order of time, Home and End go to the first and last, "
        "plus and minus zoom, Enter opens the entry. The list of entries holds the same information.",
        "de": "Pfeil links und rechts gehen die Ereignisse in zeitlicher Reihenfolge durch, Pos1 und Ende zum ersten und letzten, "
        "Plus und Minus ändern den Maßstab, Eingabe öffnet den Eintrag. Die Liste der Einträge enthält dasselbe.",
    },
    "chart.hint": {
        "en": "Drag to move, Ctrl and wheel or pinch to zoom, arrow keys to walk.",
        "de": "Ziehen verschiebt, Strg und Mausrad oder zwei Finger ändern den Maßstab, Pfeiltasten gehen weiter.",
    },
    "chart.touch": {"en": "Tap a mark to see its entry.", "de": "Ein Zeichen antippen zeigt seinen Eintrag."},
    "legend": {"en": "What the marks mean", "de": "Was die Zeichen bedeuten"},
    "lanes": {"en": "Colours", "de": "Farben"},
    "assumptions.one": {"en": "1 assumption", "de": "1 Annahme"},
    "assumptions.many": {"en": "{n} assumptions", "de": "{n} Annahmen"},
    "assumptions.lead": {
        "en": "Not stated in the source; inferred from it:",
        "de": "Steht nicht in der Quelle, sondern wurde erschlossen:",
    },
    "problems.one": {"en": "1 note on the source", "de": "1 Hinweis zur Quelle"},
    "problems.many": {"en": "{n} notes on the source", "de": "{n} Hinweise zur Quelle"},
    "problems.line": {"en": "line {line}", "de": "Zeile {line}"},
    "notes": {"en": "Assumptions and notes on the source", "de": "Annahmen und Hinweise zur Quelle"},
    "notes.close": {"en": "Close", "de": "Schließen"},
    "language": {"en": "Language of this page", "de": "Sprache dieser Seite"},
    # the bar of the app
    "app.story": {"en": "Story", "de": "Geschichte"},
    "app.go": {"en": "Open", "de": "Öffnen"},
    "app.own": {"en": "Open your own ticker", "de": "Eigenen Ticker öffnen"},
    "app.export": {"en": "Save as a web page", "de": "Als Webseite sichern"},
    "app.paste": {"en": "Paste a ticker", "de": "Ticker einfügen"},
    "app.sample": {"en": "+++ 14:39 Headline +++", "de": "+++ 14:39 Überschrift +++"},
    "app.file": {"en": "or choose a file (text or Markdown)", "de": "oder eine Datei wählen (Text oder Markdown)"},
    "app.unsaid": {"en": "Only if the text does not say it", "de": "Nur falls der Text es nicht sagt"},
    "app.date": {"en": "Date of the newest entry", "de": "Datum des neuesten Eintrags"},
    "app.zone": {"en": "Time zone of the ticker", "de": "Zeitzone des Tickers"},
    "app.language": {"en": "Language of the text", "de": "Sprache des Textes"},
    "app.recognise": {"en": "recognise it", "de": "erkennen"},
    "app.private": {
        "en": "Your text is turned into this page and kept nowhere; nobody else sees it.",
        "de": "Aus dem Text wird diese Seite, er wird nirgends gespeichert, und niemand sonst sieht ihn.",
    },
    "app.cancel": {"en": "Cancel", "de": "Abbrechen"},
    "app.show": {"en": "Show the timeline", "de": "Zeitachse zeigen"},
    "app.reading": {"en": "Reading …", "de": "Wird gelesen …"},
    "app.large": {
        "en": "“{name}” is larger than 8 MB; cut it into parts.",
        "de": "„{name}“ ist größer als 8 MB; in Teile zerlegen.",
    },
    "app.failed": {
        "en": "The server did not answer; the page stays as it was. Try again.",
        "de": "Der Server hat nicht geantwortet; die Seite bleibt, wie sie war. Noch einmal versuchen.",
    },
    "app.unread": {
        "en": "the request could not be read; load the page again",
        "de": "Die Anfrage war nicht zu lesen; bitte die Seite neu laden.",
    },
    "app.missing": {
        "en": "no story “{name}” here; choose one of the list",
        "de": "Eine Geschichte „{name}“ gibt es hier nicht; bitte eine aus der Liste wählen.",
    },
    "app.none": {
        "en": "no story in this folder; put a ticker into it as .txt or .md",
        "de": "Keine Geschichte in diesem Ordner; bitte einen Ticker als .txt oder .md hineinlegen.",
    },
    "app.source": {
        "en": "no entry in it; an entry starts with a line such as “+++ 14:39 headline +++”",
        "de": "Darin ist kein Eintrag zu finden. Gebraucht wird einfacher Text, in dem jeder Eintrag mit einer Zeile wie "
        "„+++ 14:39 Überschrift +++“ beginnt.",
    },
    "app.undated": {
        "en": "nothing in it could be dated; give the date of the newest entry",
        "de": "Nichts darin ließ sich datieren; bitte das Datum des neuesten Eintrags angeben.",
    },
    "app.baddate": {
        "en": "unknown date “{date}”; use year-month-day such as 2019-02-28",
        "de": "Unbekanntes Datum „{date}“; gebraucht wird Jahr-Monat-Tag wie 2019-02-28.",
    },
    "app.empty": {"en": "Paste a ticker or choose a file first.", "de": "Erst einen Ticker einfügen oder eine Datei wählen."},
    "app.saved": {"en": "The page was saved.", "de": "Die Seite wurde gesichert."},
    "app.yours": {"en": "Yours: {title}", "de": "Ihr Ticker: {title}"},
    "app.drop": {"en": "Drop the ticker here", "de": "Ticker hier ablegen"},
    "app.opened": {
        "en": "“{title}” is open. Entries: {entries}, events: {events}, assumptions: {assumptions}, notes on the source: {problems}.",
        "de": "„{title}“ ist offen. Einträge: {entries}, Ereignisse: {events}, Annahmen: {assumptions}, Hinweise zur Quelle: {problems}.",
    },
    # zones
    "zone": {"en": "Times in", "de": "Uhrzeiten in"},
    "zone.another": {"en": "another zone …", "de": "andere Zone …"},
    "zone.other": {"en": "Another zone", "de": "Andere Zone"},
    "zone.hint": {"en": "e.g. Asia/Tokyo", "de": "z. B. Asia/Tokyo"},
    "zone.use": {"en": "Use", "de": "Übernehmen"},
    "zone.written": {"en": "as written (each in its own zone)", "de": "wie geschrieben (jede in ihrer Zone)"},
    "zone.browser": {"en": "this device: {zone}", "de": "dieses Gerät: {zone}"},
    "zone.unknown": {
        "en": "Unknown time zone “{zone}”. Use a name such as Europe/Paris or an offset such as +07:00.",
        "de": "Unbekannte Zeitzone „{zone}“. Erlaubt sind Namen wie Europe/Paris oder ein Abstand wie +07:00.",
    },
    "zone.changed": {"en": "Times are now in {zone}.", "de": "Uhrzeiten jetzt in {zone}."},
    # buttons and edges
    "zoom.in": {"en": "Zoom in", "de": "Vergrößern"},
    "zoom.out": {"en": "Zoom out", "de": "Verkleinern"},
    "go.earlier": {"en": "Earlier", "de": "Früher"},
    "go.later": {"en": "Later", "de": "Später"},
    "go.all": {"en": "Everything", "de": "Alles"},
    "go.first": {"en": "First view", "de": "Anfang"},
    "controls": {"en": "View of the timeline", "de": "Ausschnitt der Zeitachse"},
    "edge.before": {"en": "{n} earlier, since {date}", "de": "{n} früher, seit {date}"},
    "edge.after": {"en": "{n} later, until {date}", "de": "{n} später, bis {date}"},
    "hidden": {"en": "{n} more here: zoom in", "de": "{n} weitere hier: vergrößern"},
    # cards
    "card.permalink": {"en": "Link to this entry", "de": "Link auf diesen Eintrag"},
    "card.sources": {"en": "Links", "de": "Links"},
    "card.undated": {"en": "no date of its own", "de": "ohne eigenes Datum"},
    "card.published": {"en": "Posted {moment}", "de": "Gemeldet: {moment}"},
    "replaces": {"en": "replaces the plan:", "de": "ersetzt den Plan:"},
    "replaced": {"en": "replaced by:", "de": "ersetzt durch:"},
    "status.happened": {"en": "happened", "de": "geschehen"},
    "status.planned": {"en": "planned", "de": "geplant"},
    "status.cancelled": {"en": "cancelled", "de": "abgesagt"},
    "status.superseded": {"en": "plan, replaced", "de": "Plan, ersetzt"},
    "basis.given": {"en": "set by an editor", "de": "redaktionell gesetzt"},
    "basis.stated": {"en": "stated in the entry", "de": "im Eintrag genannt"},
    "basis.derived": {"en": "computed from the entry", "de": "aus dem Eintrag berechnet"},
    "basis.reported": {"en": "time of the post only", "de": "nur Zeit der Meldung"},
    "basis.order": {"en": "inferred", "de": "erschlossen"},
    # legend
    "legend.dot": {"en": "a clock time", "de": "eine Uhrzeit"},
    "legend.soft": {
        "en": "as long as the doubt: a day, about a time, between two others",
        "de": "so lang wie die Ungewissheit: ein Tag, etwa, zwischen zwei anderen",
    },
    "legend.solid": {"en": "lasted from – to", "de": "dauerte von – bis"},
    "legend.open": {"en": "one end unknown", "de": "ein Ende unbekannt"},
    "legend.planned": {"en": "planned", "de": "geplant"},
    "legend.superseded": {"en": "a plan, tied to what replaced it", "de": "ein Plan, verbunden mit dem, was ihn ersetzte"},
    "legend.cancelled": {"en": "cancelled", "de": "abgesagt"},
    "legend.fold": {"en": "the clock goes back: hours that come twice", "de": "die Uhr geht zurück: Stunden, die es zweimal gibt"},
    "legend.gap": {"en": "the clock goes forward: an hour is missing", "de": "die Uhr geht vor: eine Stunde fehlt"},
    "shift.fold": {"en": "{from}–{to} twice", "de": "{from}–{to} zweimal"},
    "shift.gap": {"en": "no {from}–{to}", "de": "kein {from}–{to}"},
    # moments: the patterns of `timeline.draw.moments` and of its twin assets/lib/moments.mjs
    "date.day": {"en": "{weekday}, {day} {month} {year}", "de": "{weekday}, {day}. {month} {year}"},
    "date.brief": {"en": "{weekday} {day} {month}", "de": "{weekday} {day}. {month}"},
    "date.plain": {"en": "{day} {month} {year}", "de": "{day}. {month} {year}"},
    "date.month": {"en": "{month} {year}", "de": "{month} {year}"},
    "date.bc": {"en": "{year} BC", "de": "{year} v. Chr."},
    "date.week": {"en": "the week of {date}", "de": "Woche (ab {date})"},
    "date.weekend": {"en": "the weekend of {date}", "de": "Wochenende (ab {date})"},
    "date.quarter": {"en": "quarter {n} of {year}", "de": "{n}. Quartal {year}"},
    "date.decade": {"en": "{year}s", "de": "{year}er-Jahre"},
    "date.century": {"en": "century from {year}", "de": "Jahrhundert ab {year}"},
    "date.millennium": {"en": "millennium from {year}", "de": "Jahrtausend ab {year}"},
    "date.part": {"en": "{date}, {part}", "de": "{date}, {part}"},
    "part.night": {"en": "night", "de": "Nacht"},
    "part.morning": {"en": "morning", "de": "Morgen"},
    "part.forenoon": {"en": "before noon", "de": "Vormittag"},
    "part.noon": {"en": "noon", "de": "Mittag"},
    "part.afternoon": {"en": "afternoon", "de": "Nachmittag"},
    "part.evening": {"en": "evening", "de": "Abend"},
    "season.spring": {"en": "spring", "de": "Frühling"},
    "season.summer": {"en": "summer", "de": "Sommer"},
    "season.autumn": {"en": "autumn", "de": "Herbst"},
    "season.winter": {"en": "winter", "de": "Winter"},
    "when.clock": {"en": "{date}, {clock} ({offset})", "de": "{date}, {clock} Uhr ({offset})"},
    "when.clocks": {"en": "{date}, {from}–{to} ({offset})", "de": "{date}, {from}–{to} Uhr ({offset})"},
    "when.at": {"en": "{clock}", "de": "{clock} Uhr"},
    "when.dated": {"en": "{date}, {clock}", "de": "dem {date}, {clock} Uhr"},
    "when.about": {"en": "about {moment}", "de": "etwa {moment}"},
    "when.between": {"en": "between {from} and {to}", "de": "zwischen {from} und {to}"},
    "when.before": {"en": "before {to}", "de": "vor {to}"},
    "when.after": {"en": "after {from}", "de": "nach {from}"},
    "when.bounded": {"en": "{date}, {bounds}", "de": "{date}, {bounds}"},
    "when.order": {"en": "{moment}, inferred from the order of the ticker", "de": "{moment}, erschlossen aus der Reihenfolge des Tickers"},
    "when.span": {"en": "{from} – {to}", "de": "{from} – {to}"},
    "when.until": {"en": "until {to}", "de": "bis {to}"},
    "when.unknown": {"en": "date unknown", "de": "Datum unbekannt"},
}

_PLACES: dict[str, dict[str, str]] = {
    "Asia/Ho_Chi_Minh": {"en": "Hanoi", "de": "Hanoi"},
    "America/New_York": {"en": "Washington", "de": "Washington"},
    "Asia/Pyongyang": {"en": "Pyongyang", "de": "Pjöngjang"},
    "UTC": {"en": "UTC", "de": "UTC"},
}


def words(language: str) -> dict[str, str]:
    """One column of the table, English where a text is missing."""
    return {code: texts.get(language, texts["en"]) for code, texts in WORDS.items()}


def interface_language(story: Story, language: str | None = None) -> str:
    """`language` if the table has it, else the story's language if the table has that, else English."""
    wanted = (language or story.language).split("-")[0].lower()
    return wanted if wanted in LANGUAGES else "en"


def place_of(zone: str, language: str) -> str:
    """The name a reader knows a zone by: its capital where the key names another town, else the town of the key.

    >>> place_of("Asia/Pyongyang", "de"), place_of("America/Argentina/Buenos_Aires", "en"), place_of("+05:30", "en")
    ('Pjöngjang', 'Buenos Aires', 'UTC+05:30')
    """
    if zone in _PLACES:
        return _PLACES[zone].get(language, _PLACES[zone]["en"])
    return f"UTC{zone}" if zone[:1] in "+-" else zone.rsplit("/", 1)[-1].replace("_", " ")
