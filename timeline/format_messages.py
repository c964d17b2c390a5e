"""What can be wrong with tables, calendars, feeds and other tools' files: the part of `messages.PROBLEMS` that is about formats."""

from __future__ import annotations

OF_FORMATS: dict[str, dict[str, str]] = {
    "cell": {
        "en": "“{words}” is no date; write it as 2019-02-28, 2019-02-28 13:25 or 2019-02-28T13:25+07:00",
        "de": "„{words}“ ist kein Datum; als 2019-02-28, 2019-02-28 13:25 oder 2019-02-28T13:25+07:00 schreiben",
    },
    "no-start": {
        "en": "“{words}” has neither start nor end; give it one of them",
        "de": "„{words}“ hat weder Anfang noch Ende; eines davon angeben",
    },
    "end-first": {
        "en": "“{words}”: the end lies before the start and was left out; check both",
        "de": "„{words}“: Das Ende liegt vor dem Anfang und blieb weg; bitte beide prüfen",
    },
    "unknown-zone": {
        "en": "“{words}” is no time zone, the story's own was taken; write an IANA name such as Europe/Paris or an offset such as +07:00",
        "de": "„{words}“ ist keine Zeitzone, die der Geschichte gilt; einen Namen wie Europe/Paris oder einen Abstand wie +07:00 schreiben",
    },
    "offset-zone": {
        "en": "“{words}” is at {offset}, but {zone} was at {other} then; the offset was taken, check it",
        "de": "„{words}“ steht bei {offset}, aber in {zone} galt da {other}; der Abstand gilt, bitte prüfen",
    },
    "status": {
        "en": "“{words}” is no status, “happened” was taken; write happened, planned, cancelled or superseded",
        "de": "„{words}“ ist kein Status, es gilt „happened“; happened, planned, cancelled oder superseded schreiben",
    },
    "importance": {
        "en": "“{words}” is no importance, its length was taken; write a number from 0 to 1",
        "de": "„{words}“ ist keine Wichtigkeit, es gilt die Länge; eine Zahl von 0 bis 1 schreiben",
    },
    "replaces": {
        "en": "“{words}” is the id of no event here, so nothing was tied to it; give the id of the plan",
        "de": "„{words}“ ist hier keines Ereignisses Kennung, nichts wurde damit verbunden; die Kennung des Plans angeben",
    },
    "same-id": {
        "en": "“{words}” is the id of an event before it, a new one was made; give each its own",
        "de": "„{words}“ ist schon die Kennung eines anderen Ereignisses, es bekam eine neue; jedem eine eigene geben",
    },
    "id-there": {
        "en": "“{words}” is in the store already, with other words or dates, and stays as it is; give it an id of its own, or build anew",
        "de": "„{words}“ steht schon anders im Speicher und bleibt, wie es ist; eine eigene Kennung geben oder neu aufbauen",
    },
    # tables and cells
    "open-end": {
        "en": "“{words}” has an open end, so it stands as its start alone; nothing to do",
        "de": "„{words}“ hat ein offenes Ende und steht darum nur mit seinem Anfang da; nichts zu tun",
    },
    "orders-mixed": {
        "en": "“{words}” may be day first or month first, and the other dates of the table are written both ways; write it as 2019-02-28",
        "de": "„{words}“ kann mit Tag oder Monat beginnen, und die Tabelle schreibt andere Daten mal so, mal so; als 2019-02-28 schreiben",
    },
    "too-many-cells": {
        "en": "the row has {number} cells more than the table has columns; “{words}” was left out, check the quotes and the delimiters",
        "de": "die Zeile hat {number} Zellen mehr als die Tabelle Spalten; „{words}“ blieb weg, Anführungs- und Trennzeichen prüfen",
    },
    "too-few-cells": {
        "en": "the row has {number} cells less than the table has columns; the last ones were taken as empty, check it",
        "de": "die Zeile hat {number} Zellen weniger als die Tabelle Spalten; die letzten gelten als leer, bitte prüfen",
    },
    "open-quote": {
        "en": "a quotation mark opens at “{words}” and is never closed; from there on each line was read by itself, close or double it",
        "de": "bei „{words}“ öffnet ein Anführungszeichen, das nie schließt; von da an gilt jede Zeile für sich, schließen oder verdoppeln",
    },
    "unused-columns": {
        "en": "columns that nothing was taken from: {words}; to use one, name it, such as label={first}",
        "de": "Spalten, aus denen nichts genommen wurde: {words}; um eine zu verwenden, sie nennen, etwa label={first}",
    },
    "same-column": {
        "en": "“{words}” is the name of several columns; the first one was taken, rename the others",
        "de": "„{words}“ heißen mehrere Spalten; die erste gilt, die anderen umbenennen",
    },
    "other-sheets": {
        "en": "only the sheet “{first}” was read, not: {words}; save another one as a file of its own to read it",
        "de": "nur das Blatt „{first}“ wurde gelesen, nicht: {words}; ein anderes als eigene Datei speichern, um es zu lesen",
    },
    "json-line": {
        "en": "“{words}” is no JSON object, so the line was left out; write one object a line",
        "de": "„{words}“ ist kein JSON-Objekt, die Zeile blieb weg; ein Objekt je Zeile schreiben",
    },
    "utc-local": {
        "en": "“{words}” and {utc} UTC lie {offset} apart, which is no zone's distance there; the UTC column was taken, check both",
        "de": "„{words}“ und {utc} UTC liegen {offset} auseinander, so weit liegt dort keine Zone; es gilt die UTC-Spalte, bitte prüfen",
    },
    "degrees": {
        "en": "“{words}” is no place on the globe; write degrees such as 52.52 and 13.405, south and west with a minus",
        "de": "„{words}“ ist kein Ort auf der Erde; Grade wie 52.52 und 13.405 schreiben, Süden und Westen mit Minus",
    },
    # what an editor adds: places, pictures, eras
    "media": {
        "en": "“{words}” is not carried in the page ({reason}) and stays a link; give a PNG, JPEG, GIF or WebP of at most 5 MB",
        "de": "„{words}“ ist nicht in der Seite enthalten ({reason}) und bleibt ein Link; PNG, JPEG, GIF oder WebP bis 5 MB angeben",
    },
    "media-place": {
        "en": "“{words}” stands above the first entry, where no card can show it; move it under a headline",
        "de": "„{words}“ steht über dem ersten Eintrag, wo keine Karte es zeigen kann; unter eine Überschrift setzen",
    },
    "place": {
        "en": "“{words}” names no point on earth, the name alone was taken; write it as @place Hanoi 21.03, 105.85",
        "de": "„{words}“ nennt keinen Punkt der Erde, nur der Name gilt; als @place Hanoi 21.03, 105.85 schreiben",
    },
    "document-field": {
        "en": "“{words}” is no value for this field, its usual one was taken; story.schema.json says what it may hold",
        "de": "„{words}“ ist kein Wert für dieses Feld, es gilt der übliche; was hineingehört, steht in story.schema.json",
    },
    "document-lost": {
        "en": "“{words}” cannot stand here and was left out; story.schema.json says what may",
        "de": "„{words}“ kann hier nicht stehen und blieb weg; was hier stehen darf, sagt story.schema.json",
    },
    "document-record": {
        "en": "“{words}” is no JSON object and was left out; write one in curly brackets",
        "de": "„{words}“ ist kein JSON-Objekt und blieb weg; eines in geschweiften Klammern schreiben",
    },
    "document-missing": {
        "en": "a field is missing that cannot be left out, so its record was; add it to {words}",
        "de": "ein Feld fehlt, ohne das es nicht geht, darum blieb der Datensatz weg; ergänzen in {words}",
    },
    "document-extra": {
        "en": "nothing here is called so, “{words}” was left out; take a name from story.schema.json",
        "de": "so heißt hier nichts, „{words}“ blieb weg; einen Namen aus story.schema.json nehmen",
    },
    "document-entry": {
        "en": "“{words}” is the id of no entry here, so its event was left out; give the id of one",
        "de": "„{words}“ ist hier keines Eintrags Kennung, das Ereignis blieb weg; die Kennung eines Eintrags angeben",
    },
    "document-bounds": {
        "en": "“{words}”: the latest instant lies before the earliest, so the moment was left out; swap them",
        "de": "„{words}“: der späteste Augenblick liegt vor dem frühesten, der Zeitpunkt blieb weg; beide tauschen",
    },
    "record": {
        "en": "“{words}” is no record of this format and was left out; write it in curly brackets, with a date in it",
        "de": "„{words}“ ist kein Datensatz dieses Formats und blieb weg; in geschweiften Klammern schreiben, mit einem Datum darin",
    },
    "other-date": {
        "en": "“{words}” is no date of this format; give at least a year, and whole numbers",
        "de": "„{words}“ ist kein Datum dieses Formats; wenigstens ein Jahr angeben, und ganze Zahlen",
    },
    "year-zero": {
        "en": "“{words}”: there is no year 0 between 1 BC and AD 1; write -1 for 1 BC",
        "de": "„{words}“: Zwischen 1 v. Chr. und 1 n. Chr. gibt es kein Jahr 0; -1 für 1 v. Chr. schreiben",
    },
    "years-bc": {
        "en": "“{words}” is a year BC as its tool shows it: -44 is 44 BC",
        "de": "„{words}“ ist ein Jahr vor Christus, wie sein Programm es zeigt: -44 ist 44 v. Chr.",
    },
    "dropped-fields": {
        "en": "what only dresses the other tool's timeline was left out: {words}",
        "de": "was nur die Zeitleiste des anderen Programms kleidet, blieb weg: {words}",
    },
    "slide-field": {
        "en": "“{words}” is no value for this field and was left out; write text",
        "de": "„{words}“ ist kein Wert für dieses Feld und blieb weg; Text schreiben",
    },
    "unknown-field": {
        "en": "this format has no field of that name, “{words}” was left out; write it into the text",
        "de": "dieses Format hat kein Feld dieses Namens, „{words}“ blieb weg; in den Text schreiben",
    },
    "no-group": {
        "en": "“{words}” is the id of no group here, its lane is called so; list the group",
        "de": "„{words}“ ist hier keiner Gruppe Kennung, die Spur heißt nun so; die Gruppe aufführen",
    },
    "mw-line": {
        "en": "“{words}” belongs to no event and was left out; write a date and a colon before it, or put it under an event",
        "de": "„{words}“ gehört zu keinem Ereignis und blieb weg; ein Datum und einen Doppelpunkt davorsetzen oder unter eines stellen",
    },
    "mw-date": {
        "en": "“{words}” was not understood as a date; write it as 2022-01-30, 30 Jan 2022, 2 weeks or 2021 - 2023",
        "de": "„{words}“ wurde nicht als Datum verstanden; als 2022-01-30, 30 Jan 2022, 2 weeks oder 2021 - 2023 schreiben",
    },
    "mw-now": {
        "en": "“{words}” needs the day it is read on, which was not given; write the date instead of now",
        "de": "„{words}“ braucht den Tag, an dem gelesen wird, und der fehlt; das Datum statt now schreiben",
    },
    "mw-relative": {
        "en": "“{words}” counts from an event that is not above it; write its date, or move the other one up",
        "de": "„{words}“ zählt von einem Ereignis, das nicht darüber steht; das Datum schreiben oder das andere nach oben stellen",
    },
    "mw-recurrence": {
        "en": "“{words}” repeats in a way that was not understood, only its first time was taken; write every 3 months x 12",
        "de": "„{words}“ wiederholt sich auf eine Weise, die nicht verstanden wurde, nur das erste Mal gilt; every 3 months x 12 schreiben",
    },
    "mw-many": {
        "en": "“{words}” repeats without an end or too often, times taken: {number}; end it with x 12, or with since and until",
        "de": "„{words}“ wiederholt sich ohne Ende oder zu oft, so oft gilt es: {number}; mit x 12 beenden oder mit since und until",
    },
    # the web
    "web-deep": {
        "en": "“{words}” is nested deeper than 255 levels, and what lies deeper was left out; copy its text into a text file",
        "de": "„{words}“ ist tiefer als 255 Ebenen verschachtelt, was tiefer liegt, blieb weg; den Text in eine Textdatei kopieren",
    },
    "web-json": {
        "en": "“{words}” is no whole JSON ({reason}) and was left out; what the page says elsewhere was read, mend it to have this too",
        "de": "„{words}“ ist kein vollständiges JSON ({reason}) und blieb weg; alles andere der Seite wurde gelesen, bitte richtigstellen",
    },
    "web-many": {
        "en": "the page has more than {words} properties of microdata, none was read; cut it into several pages",
        "de": "die Seite hat mehr als {words} Angaben in Mikrodaten, keine wurde gelesen; in mehrere Seiten teilen",
    },
    "web-events": {
        "en": "the page also states events, which were left out because it has a live blog: {words}",
        "de": "die Seite nennt auch Termine, die wegblieben, weil sie einen Liveticker hat: {words}",
    },
    "web-gone": {
        "en": "posts that were deleted, or never published, and so were left out: {words}",
        "de": "gelöschte oder nie veröffentlichte Beiträge, die wegblieben: {words}",
    },
    "web-edited": {
        "en": "posts that were there in several states, of which the newest one was taken, with its first stamp: {words}",
        "de": "Beiträge in mehreren Fassungen, von denen die neueste gilt, mit ihrem ersten Zeitstempel: {words}",
    },
    "web-unused": {
        "en": "a story has no place for these fields of the source, which were left out: {words}",
        "de": "für diese Angaben der Quelle hat eine Geschichte keinen Platz, sie blieben weg: {words}",
    },
    "web-feed": {
        "en": "the feed is broken ({words}) and was read as far as it goes; save it again",
        "de": "der Feed ist beschädigt ({words}) und wurde gelesen, so weit es ging; bitte neu speichern",
    },
    "ical-end": {
        "en": "“{words}” has no END and was closed where it stops; what it holds was read, save the calendar again",
        "de": "„{words}“ hat kein END und wurde geschlossen, wo es aufhört; sein Inhalt gilt, den Kalender neu speichern",
    },
    "ical-line": {
        "en": "“{words}” is no line of a calendar and was read as more of the line before it; begin it with a blank",
        "de": "„{words}“ ist keine Zeile eines Kalenders und gilt als Fortsetzung der Zeile davor; mit einem Leerzeichen beginnen",
    },
    "ical-component": {
        "en": "{words} is not read, only events, tasks, journal entries and busy times are; make an event of it",
        "de": "{words} wird nicht gelesen, nur Termine, Aufgaben, Journaleinträge und belegte Zeiten; einen Termin daraus machen",
    },
    "ical-value": {
        "en": "“{words}” was left out; give an address that begins with https://, or degrees such as 48.86;2.35",
        "de": "„{words}“ blieb weg; eine Adresse angeben, die mit https:// beginnt, oder Grade wie 48.86;2.35",
    },
    "calendar-zone": {
        "en": "“{words}” is at {offset} on {at} by the calendar's rules, but was at {other}; the calendar's offset was taken, check it",
        "de": "„{words}“ steht am {at} nach den Regeln des Kalenders bei {offset}, sonst bei {other}; sein Abstand gilt, bitte prüfen",
    },
    "calendar-plans": {
        "en": "the calendar was written on {date}; what begins after it is shown as planned ({count})",
        "de": "der Kalender wurde am {date} geschrieben; was danach beginnt, gilt als geplant ({count})",
    },
    "calendar-no-stamp": {
        "en": "the calendar does not say when it was written (DTSTAMP), so what it holds is shown as planned ({count})",
        "de": "der Kalender sagt nicht, wann er geschrieben wurde (DTSTAMP), darum gilt sein Inhalt als geplant ({count})",
    },
    "floating": {
        "en": "clocks without a zone were read in the story's ({count}); give theirs with --zone",
        "de": "Uhrzeiten ohne Zone gelten in der Zone der Geschichte ({count}); ihre mit --zone angeben",
    },
    "older": {
        "en": "“{words}” stands in the file again, the same or newer; that one was taken, nothing to do",
        "de": "„{words}“ steht noch einmal in der Datei, gleich oder neuer; das gilt, nichts zu tun",
    },
    "repeats": {
        "en": "“{words}” repeats: {taken} times from {since} to {until} were taken, {left} left out; choose with since and until",
        "de": "„{words}“ wiederholt sich: {taken} Zeiten von {since} bis {until} gelten, {left} blieben weg; mit since und until wählen",
    },
    "repeats-on": {
        "en": "“{words}” repeats without an end: {taken} times from {since} to {until} were taken; choose others with since and until",
        "de": "„{words}“ wiederholt sich ohne Ende: {taken} Zeiten von {since} bis {until} gelten; andere mit since und until wählen",
    },
    "repeat-rule": {
        "en": "“{words}” repeats by a rule that was not followed ({reason}), so only its first time stands; give its times one by one",
        "de": "„{words}“ wiederholt sich nach einer nicht befolgten Regel ({reason}); nur das erste Mal gilt, sonst einzeln angeben",
    },
}
