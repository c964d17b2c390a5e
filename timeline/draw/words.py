"""Every word of the interface in every language: one table, code -> language -> text; a third language is one more column.

Python fills the templates from it, and the runtime gets one column of it as JSON, so both sides say the same.
`{name}` is filled by whoever uses the text. Texts of the story itself are never in here.
"""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

from timeline.draw.amounts import AGES
from timeline.draw.words_app import APP
from timeline.draw.words_class import CLASS
from timeline.draw.words_tiles import TILES
from timeline.messages import DATE
from timeline.model import Story

LANGUAGE_NAMES: dict[str, str] = {"en": "English", "de": "Deutsch"}
"""What each language calls itself."""

LANGUAGES: tuple[str, ...] = tuple(LANGUAGE_NAMES)

WORDS: dict[str, dict[str, str]] = {
    # the page
    "skip.cards": {"en": "Skip to the entries", "de": "Zu den Einträgen springen"},
    "skip.chart": {"en": "Skip to the chart", "de": "Zur Zeitachse springen"},
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
        "de": "Ziehen verschiebt, Strg mit Mausrad oder zwei Finger zoomen, Pfeiltasten gehen weiter.",
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
    # the chart, where a filter leaves some out
    "hidden.brief": {"en": "{m} of {n}", "de": "{m} von {n}"},
    "hidden.match": {"en": "{m} of {n} hidden here match: zoom in", "de": "{m} von {n} verdeckten hier passen: vergrößern"},
    "edge.before.match": {"en": "{m} of {n} earlier match, since {date}", "de": "{m} von {n} früheren passen, seit {date}"},
    "edge.after.match": {"en": "{m} of {n} later match, until {date}", "de": "{m} von {n} späteren passen, bis {date}"},
    # overview, second zone, now
    "overview": {"en": "The whole story, and the part of it that is shown", "de": "Die ganze Geschichte und der gezeigte Ausschnitt"},
    "overview.earliest": {"en": "Start of the view", "de": "Beginn des Ausschnitts"},
    "overview.all": {"en": "View; with Shift its length", "de": "Ausschnitt; mit Umschalt seine Länge"},
    "overview.latest": {"en": "End of the view", "de": "Ende des Ausschnitts"},
    "second": {"en": "and in", "de": "und in"},
    "second.none": {"en": "no second zone", "de": "keiner zweiten Zone"},
    "now": {"en": "now {clock}", "de": "jetzt {clock}"},
    # cards
    "card.permalink": {"en": "Link to this entry", "de": "Link auf diesen Eintrag"},
    "card.sources": {"en": "Links", "de": "Links"},
    "card.undated": {"en": "no date of its own", "de": "ohne eigenes Datum"},
    "bare": {
        "en": "No entry could be dated, so there is no line; the notes on the source say why.",
        "de": "Kein Eintrag ließ sich datieren, daher gibt es keine Linie; die Hinweise zur Quelle sagen, warum.",
    },
    "card.published": {"en": "Posted {moment}", "de": "Gemeldet: {moment}"},
    "card.key": {"en": "Key event", "de": "Schlüsselereignis"},
    "keys": {"en": "Key events", "de": "Schlüsselereignisse"},
    # pictures, sounds, quotations; what a button loads stands behind its words: the name of a host
    "media.image": {"en": "Image", "de": "Bild"},
    "media.video": {"en": "Video", "de": "Video"},
    "media.audio": {"en": "Audio", "de": "Ton"},
    "media.link": {"en": "Link", "de": "Link"},
    "media.quotation": {"en": "Quotation", "de": "Zitat"},
    "media.load.image": {"en": "Load image from", "de": "Bild laden von"},
    "media.load.video": {"en": "Load video from", "de": "Video laden von"},
    "media.load.audio": {"en": "Load audio from", "de": "Ton laden von"},
    "media.load.all": {"en": "Load all from", "de": "Alles laden von"},
    "media.failed": {"en": "Nothing could be loaded from", "de": "Nichts zu laden von"},
    "media.broken": {"en": "This picture cannot be shown.", "de": "Dieses Bild lässt sich nicht zeigen."},
    "media.file": {
        "en": "Not part of this page, the file beside its source:",
        "de": "Nicht Teil dieser Seite, die Datei neben der Quelle:",
    },
    "media.refused": {
        "en": "Its address is none that a page may open.",
        "de": "Die Adresse ist keine, die eine Seite öffnen darf.",
    },
    "media.credit": {"en": "Source:", "de": "Quelle:"},
    # places
    "place": {"en": "Place", "de": "Ort"},
    "place.north": {"en": "N", "de": "N"},
    "place.south": {"en": "S", "de": "S"},
    "place.east": {"en": "E", "de": "O"},
    "place.west": {"en": "W", "de": "W"},
    # eras
    "eras": {"en": "Eras", "de": "Zeiträume"},
    "legend.era": {"en": "an era, named above the marks", "de": "ein Zeitraum, benannt über den Zeichen"},
    "facet.key": {"en": "Picked by the editors", "de": "Redaktionelle Auswahl"},
    "key.key": {"en": "key events", "de": "Schlüsselereignisse"},
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
    # story mode
    "play.start": {"en": "Story mode", "de": "Vorführen"},
    "play.bar": {"en": "Story mode", "de": "Vorführung"},
    "play.play": {"en": "Play", "de": "Abspielen"},
    "play.pause": {"en": "Pause", "de": "Anhalten"},
    "play.first": {"en": "First event", "de": "Erstes Ereignis"},
    "play.back": {"en": "Previous event", "de": "Voriges Ereignis"},
    "play.next": {"en": "Next event", "de": "Nächstes Ereignis"},
    "play.last": {"en": "Last event", "de": "Letztes Ereignis"},
    "play.speed": {"en": "Speed", "de": "Tempo"},
    "play.at": {"en": "{n} of {all}", "de": "{n} von {all}"},
    "play.held": {"en": "waits while you read", "de": "wartet, solange Sie lesen"},
    "play.blank": {"en": "Blank screen", "de": "Bild schwarz"},
    "play.unblank": {"en": "Show the story again", "de": "Wieder zeigen"},
    "play.full": {"en": "Full screen", "de": "Vollbild"},
    "play.leave": {"en": "Leave the story mode", "de": "Vorführung beenden"},
    # sharing
    "share": {"en": "Share", "de": "Teilen"},
    "share.link": {"en": "Link to this view", "de": "Link auf diese Ansicht"},
    "share.frame": {"en": "To embed it in another page", "de": "Zum Einbetten in eine andere Seite"},
    "share.copy": {"en": "Copy", "de": "Kopieren"},
    "share.copy.link": {"en": "Copy the link", "de": "Kopieren: Link"},
    "share.copy.frame": {"en": "Copy the lines to embed", "de": "Kopieren: Zeilen zum Einbetten"},
    "share.copied": {"en": "Copied.", "de": "Kopiert."},
    "share.select": {"en": "Selected; copy it with Ctrl or ⌘ and C.", "de": "Ausgewählt; mit Strg oder ⌘ und C kopieren."},
    "share.close": {"en": "Close", "de": "Schließen"},
    "share.address": {"en": "ADDRESS-OF-THIS-PAGE", "de": "ADRESSE-DIESER-SEITE"},
    "share.file": {
        "en": "This page is a file of this computer. Put it on a web server, and write its address where it says {address}.",
        "de": "Diese Seite ist eine Datei auf diesem Rechner. Auf einen Webserver legen und dessen Adresse einsetzen, wo {address} steht.",
    },
    "share.private": {
        "en": "This timeline is kept nowhere, so no link leads to it. Save it as a web page; that page can be shared.",
        "de": "Diese Zeitachse ist nirgends gespeichert, deshalb führt kein Link zu ihr. Als Webseite gesichert lässt sie sich teilen.",
    },
    # legend
    "legend.dot": {"en": "a clock time", "de": "eine Uhrzeit"},
    "legend.soft": {
        "en": "some time in this span, exactly when is unknown",
        "de": "irgendwann in dieser Spanne, genaue Zeit unbekannt",
    },
    "legend.solid": {"en": "lasted from – to", "de": "dauerte von – bis"},
    "legend.open": {"en": "one end unknown", "de": "ein Ende unbekannt"},
    "legend.planned": {"en": "planned", "de": "geplant"},
    "legend.superseded": {"en": "a plan, tied to what replaced it", "de": "ein Plan, verbunden mit dem, was ihn ersetzte"},
    "legend.cancelled": {"en": "cancelled", "de": "abgesagt"},
    "legend.night": {"en": "night, 22:00–06:00 in the chosen zone", "de": "Nacht, 22–6 Uhr in der gewählten Zone"},
    "legend.more": {"en": "so many more here: zoom in", "de": "so viele weitere hier: vergrößern"},
    "legend.now": {"en": "now", "de": "jetzt"},
    "legend.fold": {"en": "the clock goes back: hours that come twice", "de": "die Uhr geht zurück: Stunden, die es zweimal gibt"},
    "legend.gap": {"en": "the clock goes forward: an hour is missing", "de": "die Uhr geht vor: eine Stunde fehlt"},
    "shift.fold": {"en": "{from}–{to} twice", "de": "{from}–{to} zweimal"},
    "shift.gap": {"en": "no {from}–{to}", "de": "kein {from}–{to}"},
    "shift.fold.day": {"en": "{date} twice", "de": "{date} zweimal"},
    "shift.gap.day": {"en": "no {date}", "de": "kein {date}"},
    # moments: the patterns of `timeline.draw.moments` and of its twin assets/lib/moments.mjs
    "date.day": {"en": "{weekday}, {day} {month} {year}", "de": "{weekday}, {day}. {month} {year}"},
    "date.brief": {"en": "{weekday} {day} {month}", "de": "{weekday} {day}. {month}"},
    "date.plain": DATE,
    "date.month": {"en": "{month} {year}", "de": "{month} {year}"},
    "date.bc": {"en": "{year} BC", "de": "{year} v. Chr."},
    "date.week": {"en": "the week of {date}", "de": "Woche vom {date}"},
    "date.weekend": {"en": "the weekend of {date}", "de": "Wochenende vom {date}"},
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
    "also.before": {"en": "the day before", "de": "am Vortag"},
    "also.after": {"en": "the next day", "de": "am Tag danach"},
    **AGES,
    # from card to card
    "gap.later": {"en": "{span} later", "de": "{span} später"},
    "gap.about": {"en": "about {span} later", "de": "etwa {span} später"},
    "gap.second": {"en": "{n} s", "de": "{n} Sek."},
    "gap.minute.many": {"en": "{n} min", "de": "{n} Min."},
    "gap.hour.many": {"en": "{n} h", "de": "{n} Std."},
    "gap.day.one": {"en": "{n} day", "de": "{n} Tag"},
    "gap.day.many": {"en": "{n} days", "de": "{n} Tage"},
    "gap.month.one": {"en": "{n} month", "de": "{n} Monat"},
    "gap.month.many": {"en": "{n} months", "de": "{n} Monate"},
    "gap.year.one": {"en": "{n} year", "de": "{n} Jahr"},
    "gap.year.many": {"en": "{n} years", "de": "{n} Jahre"},
    # the address of a card
    "copy": {"en": "Copy link", "de": "Link kopieren"},
    "copy.done": {"en": "The link is on the clipboard.", "de": "Der Link liegt in der Zwischenablage."},
    "copy.selected": {
        "en": "The link is selected; copy it with Ctrl or Command and C.",
        "de": "Der Link ist markiert; mit Strg oder Befehl und C kopieren.",
    },
    # find
    "find": {"en": "Find in the entries", "de": "In den Einträgen suchen"},
    "find.hint": {"en": "Search", "de": "Suchen"},
    "find.filters": {"en": "Filter", "de": "Filter"},
    "find.order": {"en": "Order", "de": "Reihenfolge"},
    "order.time": {"en": "By time", "de": "Nach Zeit"},
    "order.published": {"en": "As published", "de": "Wie gemeldet"},
    "order.time.done": {"en": "Entries are in the order of time.", "de": "Einträge in zeitlicher Reihenfolge."},
    "order.published.done": {"en": "Entries are in the order of the ticker.", "de": "Einträge in der Reihenfolge des Tickers."},
    "find.count": {"en": "{n} of {all} entries", "de": "{n} von {all} Einträgen"},
    "find.aside": {"en": "the chosen one too", "de": "dazu der gewählte"},
    "find.hidden": {"en": "{n} hidden", "de": "{n} ausgeblendet"},
    "find.all": {"en": "Show all", "de": "Alle zeigen"},
    "find.none": {"en": "No entry matches.", "de": "Kein Eintrag passt."},
    "find.fewer": {
        "en": "Check the spelling or use fewer words: all of them have to stand in the same entry.",
        "de": "Schreibweise prüfen oder weniger Wörter nehmen: Alle müssen im selben Eintrag stehen.",
    },
    "find.unfiltered": {"en": "Without the filters: {n}.", "de": "Ohne die Filter: {n}."},
    "find.wider": {"en": "Fewer filters show more.", "de": "Weniger Filter zeigen mehr."},
    "facet.status": {"en": "Status", "de": "Stand"},
    "facet.lane": {"en": "Topic", "de": "Thema"},
    "facet.tag": {"en": "Tag", "de": "Schlagwort"},
    "facet.basis": {"en": "How the time is known", "de": "Woher die Zeit bekannt ist"},
    "facet.precision": {"en": "How exactly", "de": "Wie genau"},
    "facet.none": {"en": "none", "de": "ohne"},
    "precision.second": {"en": "to the second", "de": "auf die Sekunde"},
    "precision.minute": {"en": "to the minute", "de": "auf die Minute"},
    "precision.hour": {"en": "to the hour", "de": "auf die Stunde"},
    "precision.part": {"en": "part of a day", "de": "Tageszeit"},
    "precision.day": {"en": "to the day", "de": "auf den Tag"},
    "precision.weekend": {"en": "weekend", "de": "Wochenende"},
    "precision.week": {"en": "week", "de": "Woche"},
    "precision.month": {"en": "month", "de": "Monat"},
    "precision.quarter": {"en": "quarter", "de": "Quartal"},
    "precision.season": {"en": "season", "de": "Jahreszeit"},
    "precision.year": {"en": "year", "de": "Jahr"},
    "precision.decade": {"en": "decade", "de": "Jahrzehnt"},
    "precision.century": {"en": "century", "de": "Jahrhundert"},
    "precision.millennium": {"en": "millennium", "de": "Jahrtausend"},
}

_PLACES: dict[str, dict[str, str]] = {
    "Asia/Ho_Chi_Minh": {"en": "Hanoi", "de": "Hanoi"},
    "America/New_York": {"en": "Washington", "de": "Washington"},
    "Asia/Pyongyang": {"en": "Pyongyang", "de": "Pjöngjang"},
    "UTC": {"en": "UTC", "de": "UTC"},
}


def words(language: str) -> dict[str, str]:
    """One column of the table, English where a text is missing."""
    return dict(_column(language))


@lru_cache(maxsize=32)
def _column(language: str) -> dict[str, str]:
    return {code: texts.get(language, texts["en"]) for code, texts in (*WORDS.items(), *APP.items(), *CLASS.items(), *TILES.items())}


def counted(text: dict[str, str], code: str, n: int, language: str, written: str = "") -> str:
    """`n` of something, by the language's own plural rule: rows `code.one`, `code.few` and so on, `code.many` for any without a row.

    `written` is the number as it stands there, where that is not its digits alone.

    >>> counted({"day.one": "{n} day", "day.many": "{n} days"}, "day", 1, "en")
    '1 day'
    """
    form = f"{code}.{Locale.parse(language).plural_form(n)}"
    return text.get(form, text[f"{code}.many"]).format(n=written or n)


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
