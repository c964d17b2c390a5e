"""Every sentence about a problem or an assumption, in every language of the interface: one table each, code -> language -> sentence.

A problem says what is wrong, quoting the source, and what to do about it. `{name}` is filled with the values of the problem or
assumption. A language that is missing falls back to English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from babel import Locale

from timeline.format_messages import OF_FORMATS

PROBLEMS: dict[str, dict[str, str]] = {
    **OF_FORMATS,
    "loose-line": {
        "en": "“{words}” is no part of the text and was left out; delete the line, or join it to its paragraph",
        "de": "„{words}“ gehört nicht zum Text und blieb weg; Zeile löschen oder an ihren Absatz hängen",
    },
    "trailing-plus": {
        "en": "“{words}” ends in plus signs but is no headline; they were left out; a headline has them on both sides",
        "de": "„{words}“ endet mit Pluszeichen, ist aber keine Überschrift; sie blieben weg; eine Überschrift hat sie auf beiden Seiten",
    },
    "front-matter": {
        "en": "the block at the top is no YAML ({words}); write lines such as “title: ...” between two lines “---”",
        "de": "der Block am Anfang ist kein YAML ({words}); Zeilen wie „title: ...“ zwischen zwei Zeilen „---“ schreiben",
    },
    "setting": {
        "en": "“{words}” was not used; write a date as 2019-02-28, a zone as Europe/Berlin",
        "de": "„{words}“ wurde nicht verwendet; ein Datum als 2019-02-28 schreiben, eine Zone als Europe/Berlin",
    },
    "unknown-setting": {
        "en": "“{words}” is no setting; known are title, date, zone, readers, language, anchors, lanes and eras",
        "de": "„{words}“ ist keine Einstellung; bekannt sind title, date, zone, readers, language, anchors, lanes und eras",
    },
    "hand": {
        "en": "“@ {words}” is no moment; write it as @ 2019-02-26 08:15, with a zone behind it if it is another one",
        "de": "„@ {words}“ ist kein Zeitpunkt; als @ 2019-02-26 08:15 schreiben, mit einer Zone dahinter, falls es eine andere ist",
    },
    "stamp": {
        "en": "the stamp “{words}” was not read; write it as 14:39 or 14.39 Uhr",
        "de": "der Zeitstempel „{words}“ wurde nicht gelesen; als 14:39 oder 14.39 Uhr schreiben",
    },
    "no-such-day": {
        "en": "“{words}” names a day that the calendar does not have; the day was left out, correct it",
        "de": "„{words}“ nennt einen Tag, den es im Kalender nicht gibt; der Tag blieb weg, bitte richtigstellen",
    },
    "no-reference": {
        "en": "“{words}” needs the ticker's day, which nothing tells; give it as date",
        "de": "„{words}“ braucht den Tag des Tickers, den nichts verrät; als Datum angeben",
    },
    "no-day": {
        "en": "“{words}” has no day; write the full date",
        "de": "„{words}“ hat keinen Tag; das volle Datum schreiben",
    },
    "no-clock": {
        "en": "“{words}” counts from a clock that is not given; state the moment with @",
        "de": "„{words}“ zählt von einer Uhrzeit, die nicht genannt ist; den Zeitpunkt mit @ angeben",
    },
    "unknown-occasion": {
        "en": "“{words}” counts from an occasion whose date is not known; name it under anchors",
        "de": "„{words}“ zählt von einem Anlass, dessen Datum nicht bekannt ist; unter anchors angeben",
    },
    "chain": {
        "en": "“{words}” counts from a moment that nothing tells, or from one that it contradicts; state the moment with @",
        "de": "„{words}“ zählt von einem Zeitpunkt, den nichts verrät oder dem es widerspricht; den Zeitpunkt mit @ angeben",
    },
    "moved-from-nowhere": {
        "en": "“{words}” moves a plan whose clock is not given; state both moments with @",
        "de": "„{words}“ verschiebt einen Plan, dessen Uhrzeit nicht genannt ist; beide Zeitpunkte mit @ angeben",
    },
    "shift-disagrees": {
        "en": "“{words}” does not fit the two moments beside it; both were taken as they stand, check them",
        "de": "„{words}“ passt nicht zu den zwei Zeitpunkten daneben; beide gelten, wie sie dastehen, bitte prüfen",
    },
    "clocks-disagree": {
        "en": "the two clocks of “{words}” are not the same instant; the first one was taken, check both",
        "de": "die zwei Uhrzeiten in „{words}“ sind nicht derselbe Augenblick; die erste gilt, bitte beide prüfen",
    },
    "ambiguous-zone": {
        "en": "“{words}”: {zone} means several zones; its most frequent meaning was taken, write the offset instead",
        "de": "„{words}“: {zone} bedeutet mehrere Zonen; die häufigste gilt, besser den Abstand zu UTC schreiben",
    },
    "zone-season": {
        "en": "“{words}”: {zone} is {offset}, but {home} was at {other} on that day; read as {used}, check it",
        "de": "„{words}“: {zone} ist {offset}, aber in {home} galt an dem Tag {other}; gelesen als {used}, bitte prüfen",
    },
    "fold": {
        "en": "“{words}” happened twice in {zone}, because the clock was set back; write the abbreviation or offset behind it",
        "de": "„{words}“ gab es in {zone} zweimal, weil die Uhr zurückgestellt wurde; Abkürzung oder Abstand zu UTC dahinterschreiben",
    },
    "gap": {
        "en": "“{words}” never happened in {zone}, because the clock was set forward; it was read as if it had not been, check it",
        "de": "„{words}“ gab es in {zone} nicht, weil die Uhr vorgestellt wurde; gelesen, als wäre sie es nicht, bitte prüfen",
    },
    "day-or-month": {
        "en": "“{words}” may be day first or month first, and no other date of the text tells; read as month first, write the month's name",
        "de": "„{words}“ kann mit Tag oder Monat beginnen, kein anderes Datum verrät es; als Monat zuerst gelesen, besser ausschreiben",
    },
    "after-stamp": {
        "en": "“{words}” is told as past and lies after its entry’s stamp: read as the day before, perhaps a slip; state it with @",
        "de": "„{words}“ ist als vergangen erzählt und liegt nach dem Stempel: als Vortag gelesen, vielleicht ein Versehen; mit @ angeben",
    },
    "month-or-day": {
        "en": "“{words}” may be month first or day first, and nothing else tells; read as day first, write the month's name, or the zone",
        "de": "„{words}“ kann mit Monat oder Tag beginnen, nichts sonst verrät es; als Tag zuerst gelesen, besser ausschreiben",
    },
    "row": {
        "en": "the row was left out: {words}",
        "de": "die Zeile blieb weg: {words}",
    },
    "undated": {
        "en": "“{words}” has no date, and nothing around it has one; give the date of the newest entry, or state the moment with @",
        "de": "„{words}“ hat kein Datum, und nichts ringsum hat eines; das Datum des neuesten Eintrags angeben oder den Zeitpunkt mit @",
    },
}

ASSUMPTIONS: dict[str, dict[str, str]] = {
    "language": {
        "en": "The language is {language}, to judge by its words.",
        "de": "Die Sprache ist {language}, nach den Wörtern zu urteilen.",
    },
    "order": {
        "en": "The newest entry stands first, as tickers do it.",
        "de": "Der neueste Eintrag steht oben, wie in Tickern üblich.",
    },
    "date": {
        "en": "The newest entry is of {weekday}, {value}: “{words}”.",
        "de": "Der neueste Eintrag ist von {weekday}, {value}: „{words}“.",
    },
    "date-moved": {
        "en": "The newest entry is of {weekday}, {value}: “{words}”, “{moved}”.",
        "de": "Der neueste Eintrag ist von {weekday}, {value}: „{words}“, „{moved}“.",
    },
    "date-bare": {
        "en": "The newest entry is of {weekday}, {value}.",
        "de": "Der neueste Eintrag ist von {weekday}, {value}.",
    },
    "zone-twin": {
        "en": "Clocks without a zone are those of {place} ({offset}, {value}): “{words}” gives two clocks for one moment.",
        "de": "Uhrzeiten ohne Zone sind die von {place} ({offset}, {value}): „{words}“ nennt zwei Uhrzeiten für einen Augenblick.",
    },
    "zone-offset": {
        "en": "Clocks without a zone are those of {offset}: “{words}” gives two clocks for one moment; no place named has that offset.",
        "de": "Uhrzeiten ohne Zone sind die von {offset}: „{words}“ nennt zwei Uhrzeiten für einen Augenblick; kein genannter Ort hat sie.",
    },
    "zone-place": {
        "en": "Clocks in the text are those of {place} ({value}), the place named most often; “{words}” speaks of local time.",
        "de": "Uhrzeiten im Text sind die von {place} ({value}), dem am häufigsten genannten Ort; „{words}“ spricht von der Ortszeit.",
    },
    "zone-desk": {
        "en": "Clocks without a zone are those of {value}, the desk of a ticker in {language}; nothing in the text says otherwise.",
        "de": "Uhrzeiten ohne Zone sind die von {value}, der Redaktion eines Tickers auf {language}; nichts im Text sagt etwas anderes.",
    },
    "zone-none": {
        "en": "No zone was found, so clocks without one were read as {value}; give theirs with --zone, or as “zone:” at the top of the "
        "ticker, such as America/New_York.",
        "de": "Keine Zone gefunden, Uhrzeiten ohne Zone gelten darum als {value}; ihre Zone mit --zone oder oben im Ticker als „zone:“ "
        "angeben, etwa America/New_York.",
    },
    "zone-clocks": {
        "en": "Clocks without a zone are those of {value}, the zone that is written behind others in the text: “{words}”.",
        "de": "Uhrzeiten ohne Zone sind die von {value}, der Zone, die im Text hinter anderen steht: „{words}“.",
    },
    "zone-dateline": {
        "en": "Clocks without a zone are those of {place} ({value}), the place of the dateline: “{words}”.",
        "de": "Uhrzeiten ohne Zone sind die von {place} ({value}), dem Ort der Ortsmarke: „{words}“.",
    },
    "zone-title": {
        "en": "Clocks without a zone are those of {place} ({value}), the city in the title.",
        "de": "Uhrzeiten ohne Zone sind die von {place} ({value}), der Stadt im Titel.",
    },
    "zone-written": {
        "en": "Clocks without a zone are those of {value}, because that is what the ticker writes: “{words}”.",
        "de": "Uhrzeiten ohne Zone sind die von {value}, denn so schreibt es der Ticker: „{words}“.",
    },
    "desk": {
        "en": "Clocks on headlines are those of {value}, the desk of a ticker in {language}.",
        "de": "Uhrzeiten auf Überschriften sind die von {value}, der Redaktion eines Tickers auf {language}.",
    },
    "desk-none": {
        "en": "No zone was found for the clocks on headlines, so they were read as {value}; give theirs with --zone, or as “zone:” at the "
        "top of the ticker, such as America/New_York.",
        "de": "Keine Zone gefunden für die Uhrzeiten auf Überschriften, sie gelten darum als {value}; ihre Zone mit --zone oder oben im "
        "Ticker als „zone:“ angeben, etwa America/New_York.",
    },
    # tables and cells
    "day-first-decided": {
        "en": "Dates such as “{words}” have the day first, because some of the table can be read in no other way.",
        "de": "Daten wie „{words}“ beginnen mit dem Tag, denn manche der Tabelle lassen sich nicht anders lesen.",
    },
    "month-first-decided": {
        "en": "Dates such as “{words}” have the month first, because some of the table can be read in no other way.",
        "de": "Daten wie „{words}“ beginnen mit dem Monat, denn manche der Tabelle lassen sich nicht anders lesen.",
    },
    "day-first-custom": {
        "en": "Dates such as “{words}” have the day first, as the language or the zone has it; nothing in the table says otherwise.",
        "de": "Daten wie „{words}“ beginnen mit dem Tag, wie es Sprache oder Zone halten; nichts in der Tabelle sagt etwas anderes.",
    },
    "month-first-custom": {
        "en": "Dates such as “{words}” have the month first, as the zone or clocks with a.m. and p.m. suggest.",
        "de": "Daten wie „{words}“ beginnen mit dem Monat, wie die Zone oder Uhrzeiten mit a.m. und p.m. nahelegen.",
    },
    "short-years": {
        "en": "Years of two digits lie in {first} to {last}, around the other years of the table, such as “{words}”.",
        "de": "Jahre mit zwei Ziffern liegen zwischen {first} und {last}, um die anderen Jahre der Tabelle, etwa „{words}“.",
    },
    "zone-table": {
        "en": "Clocks without a zone were read as {value}; give theirs in a column “zone”, or with --zone, such as Europe/Berlin.",
        "de": "Uhrzeiten ohne Zone gelten als {value}; ihre Zone in einer Spalte „zone“ oder mit --zone angeben, etwa Europe/Berlin.",
    },
    "occasion": {
        "en": "The occasion that dates are counted from ({name}) began on {value}: “{words}”.",
        "de": "Der Anlass, von dem Daten gezählt werden ({name}), begann am {value}: „{words}“.",
    },
}

DATE: dict[str, str] = {"en": "{day} {month} {year}", "de": "{day}. {month} {year}"}
"""How a language writes a date."""

_WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "de": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
}
_QUOTES = {"en": ("“", "”", "‘", "’"), "de": ("„", "“", "‚", "‘")}
_QUOTED = re.compile(r"„([^„“”]*)[“”]|“([^“”]*)”")
_DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(\d\d)")


def sentence(kind: Literal["problem", "assumption"], code: str, language: str, values: Mapping[str, str]) -> str:
    """The sentence for `code` in `language`, filled with `values`: `weekday` is a number from 0 for Monday, `language` a code; a date and
    the marks of a quote within a quote are written as the language has them.

    >>> sentence("assumption", "language", "de", {"language": "en"})
    'Die Sprache ist Englisch, nach den Wörtern zu urteilen.'
    >>> sentence("assumption", "occasion", "de", {"name": "Gipfel", "value": "2019-02-27", "words": "Treff im „Metropole“."})
    'Der Anlass, von dem Daten gezählt werden (Gipfel), begann am 27. Februar 2019: „Treff im ‚Metropole‘.“'
    """
    sentences = (PROBLEMS if kind == "problem" else ASSUMPTIONS)[code]
    spoken = language if language in sentences else "en"
    first, last, *inner = _QUOTES[spoken]

    def fill(gap: re.Match[str]) -> str:
        before, value = gap[1], values[gap[2]]
        if not before:
            return _told(gap[2], value, spoken)
        return before + _QUOTED.sub(lambda quote: (quote[1] or quote[2] or "").join(inner), value)

    said = re.sub(rf"({first}[^{last}{{]*)?{{(\w+)}}", fill, sentences[spoken])
    return re.sub(rf"([.!?…][{inner[1]}{last}]+)\.$", r"\1", said)  # the stop of what is quoted at the end is that of the sentence


def _told(name: str, value: str, language: str) -> str:
    """A value that is no quotation."""
    if name == "weekday":
        return _WEEKDAYS[language][int(value)]
    locale = Locale.parse(language)
    if name == "language":
        return str(locale.languages.get(value, value))
    day = _DAY.fullmatch(value)
    return DATE[language].format(day=int(day[3]), month=locale.months["format"]["wide"][int(day[2])], year=day[1]) if day else value
