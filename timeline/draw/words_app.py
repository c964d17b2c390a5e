"""What the app says around a story: its bar, its dialogs, the report on what a visitor brings, the formats by name."""

from __future__ import annotations

APP: dict[str, dict[str, str]] = {
    "app.story": {"en": "Story", "de": "Geschichte"},
    "app.go": {"en": "Open", "de": "Öffnen"},
    "app.own": {"en": "Open your own ticker", "de": "Eigenen Ticker öffnen"},
    "app.export": {"en": "Save as …", "de": "Sichern als …"},
    "app.formats": {"en": "Save this story", "de": "Diese Geschichte sichern"},
    "app.loses": {"en": "has no place for: {fields}", "de": "hat keinen Platz für: {fields}"},
    "app.keeps": {"en": "keeps everything", "de": "behält alles"},
    "app.paste": {"en": "Paste a ticker", "de": "Ticker einfügen"},
    "app.sample": {"en": "+++ 14:39 Headline +++", "de": "+++ 14:39 Überschrift +++"},
    "app.file": {
        "en": "or choose a file: ticker, table, calendar, feed, saved page or another tool's JSON",
        "de": "oder eine Datei wählen: Ticker, Tabelle, Kalender, Feed, gesicherte Seite oder JSON eines anderen Werkzeugs",
    },
    "app.format": {"en": "Format", "de": "Format"},
    "app.columns": {"en": "Columns, such as start=When", "de": "Spalten, etwa start=Wann"},
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
    "app.check": {"en": "Read it", "de": "Lesen"},
    "app.back": {"en": "Back", "de": "Zurück"},
    "app.show": {"en": "Show the timeline", "de": "Zeitachse zeigen"},
    "app.many": {
        "en": "“{name}” has {n} events; this app shows up to {most}. Cut it into parts, or use the command “timeline convert”.",
        "de": "„{name}“ hat {n} Ereignisse; diese App zeigt bis zu {most}. In Teile zerlegen, oder den Befehl „timeline convert“ nehmen.",
    },
    "app.unreadable": {"en": "{error}", "de": "Nicht zu lesen. Auf Englisch genauer: {error}"},
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
    "app.saving": {"en": "Being made …", "de": "Wird hergestellt …"},
    "app.saved": {"en": "“{name}” was saved.", "de": "„{name}“ wurde gesichert."},
    "app.yours": {"en": "Yours: {title}", "de": "Ihr Ticker: {title}"},
    "app.drop": {"en": "Drop the ticker here", "de": "Ticker hier ablegen"},
    "app.opened": {
        "en": "“{title}” is open. Entries: {entries}, events: {events}, assumptions: {assumptions}, notes on the source: {problems}.",
        "de": "„{title}“ ist offen. Einträge: {entries}, Ereignisse: {events}, Annahmen: {assumptions}, Hinweise zur Quelle: {problems}.",
    },
    # the report on a source
    "report": {"en": "What was read", "de": "Was gelesen wurde"},
    "report.format": {"en": "Read as", "de": "Gelesen als"},
    "report.records.one": {"en": "{n} record", "de": "{n} Datensatz"},
    "report.records.many": {"en": "{n} records", "de": "{n} Datensätze"},
    "report.events.one": {"en": "{n} event", "de": "{n} Ereignis"},
    "report.events.many": {"en": "{n} events", "de": "{n} Ereignisse"},
    "report.first": {"en": "First", "de": "Erstes"},
    "report.last": {"en": "Last", "de": "Letztes"},
    "report.lost.one": {"en": "{n} record lost", "de": "{n} Datensatz verloren"},
    "report.lost.many": {"en": "{n} records lost", "de": "{n} Datensätze verloren"},
    "report.doubts.one": {"en": "{n} doubt", "de": "{n} Zweifel"},
    "report.doubts.many": {"en": "{n} doubts", "de": "{n} Zweifel"},
    "report.notes.one": {"en": "{n} note", "de": "{n} Hinweis"},
    "report.notes.many": {"en": "{n} notes", "de": "{n} Hinweise"},
    "report.assumptions.one": {"en": "{n} assumption", "de": "{n} Annahme"},
    "report.assumptions.many": {"en": "{n} assumptions", "de": "{n} Annahmen"},
    "report.clean": {"en": "Nothing was lost.", "de": "Nichts ging verloren."},
    "report.line": {"en": "line {line}", "de": "Zeile {line}"},
    # formats: `read.` with the name of a reader, `write.` with that of a writer; a test holds the table to theirs
    "read.ticker": {"en": "ticker", "de": "Ticker"},
    "write.html": {"en": "Web page", "de": "Webseite"},
}
