"""How tickers print clocks and days on their posts: the notations, as patterns that reading and dating share.

Reading cuts a stamp off its headline by these patterns, dating says what it means; so whatever is cut off can be understood. They hold in
every language at once, because a stamp is too short to tell its language. A pattern has named groups; `plain` takes them out.
Every repetition is bounded, so that a line of a million signs costs no more than its length.
"""

from __future__ import annotations

import re

from timeline.abbreviations import ABBREVIATIONS, LOCAL_WORDS

MONTH_NAMES: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner january jan. jan janvier janv. enero ene. gennaio genn.",
            "februar feber february feb. feb février févr. fév. febrero febbraio febbr.",
            "märz march mar. mar mrz. mars marzo",
            "april apr. apr avril avr. abril abr. aprile",
            "mai may mayo maggio magg.",
            "juni june jun. jun juin junio giugno giu.",
            "juli july jul. jul juillet juil. julio luglio lug.",
            "august aug. aug août agosto ago.",
            "september sept. sept sep. sep septembre septiembre settembre sett.",
            "oktober october okt. oct. oct octobre octubre ottobre ott.",
            "november nov. nov novembre noviembre",
            "dezember december dez. dec. dec décembre déc. diciembre dic. dicembre",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAY_NAMES: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "montag monday lundi lunes lunedì",
            "dienstag tuesday mardi martes martedì",
            "mittwoch wednesday mercredi miércoles mercoledì",
            "donnerstag thursday jeudi jueves giovedì",
            "freitag friday vendredi viernes venerdì",
            "samstag sonnabend saturday samedi sábado sabato",
            "sonntag sunday dimanche domingo domenica",
        )
    )
    for name in names.split()
}
RELATIVE_DAYS: dict[str, int] = {
    "vorgestern": -2, "gestern": -1, "heute": 0, "yesterday": -1, "today": 0, "hier": -1, "aujourd'hui": 0, "aujourd’hui": 0,
    "ayer": -1, "hoy": 0, "ieri": -1, "oggi": 0,
}  # fmt: skip
"""Days counted from that of the newest entry."""

SPOKEN_ZONES: dict[str, str] = {
    **dict.fromkeys(LOCAL_WORDS, "local"),
    "Eastern Time": "America/New_York", "Eastern": "America/New_York", "Central Time": "America/Chicago",
    "Mountain Time": "America/Denver", "Pacific Time": "America/Los_Angeles", "London time": "Europe/London",
    "Berlin time": "Europe/Berlin", "deutscher Zeit": "Europe/Berlin", "deutsche Zeit": "Europe/Berlin", "Berliner Zeit": "Europe/Berlin",
    "Wiener Zeit": "Europe/Vienna", "Schweizer Zeit": "Europe/Zurich", "heure de Paris": "Europe/Paris", "heure locale": "local",
    "hora local": "local", "hora peninsular": "Europe/Madrid", "ora locale": "local", "ora italiana": "Europe/Rome",
}  # fmt: skip
"""Words behind the clock of a stamp -> IANA key or `local`."""


def _any(*names: str) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + ")"


def plain(pattern: str) -> str:
    """A pattern without the names of its groups, for a second place in the same expression."""
    return re.sub(r"\?P<\w+>", "?:", pattern)


HALF = r"(?P<half>[ap])\.?\s?m\b\.?"
"""`a.m.`, `pm`, `p. m.`"""

CLOCK = (
    r"(?<![\d.,:])(?:"
    rf"(?P<hour>[01]?\d|2[0-4])(?:(?P<mark>[.:]|\s?h\s?)(?P<minute>[0-5]\d)(?:[.:](?P<second>[0-5]\d))?(?![\d%]|[.,:]\d)"
    rf"(?:\s?(?:{HALF}|(?P<unit>uhr|h|hrs?|hours|horas|hs|ore)\b\.?))?"
    rf"|\s?(?:{HALF.replace('half', 'half2')}|(?P<unit2>uhr|h|horas)\b))"
    r")(?!\w)"
)
"""`14:39`, `14.39 Uhr`, `14:39:07`, `8.04am`, `10:30 a.m.`, `15h30`, `5 h 37`, `9 Uhr`, `9 pm`, `24:00`: an hour with minutes or a unit."""

_ZONE_NAMES = rf"(?-i:{_any(*ABBREVIATIONS)})|{_any(*SPOKEN_ZONES)}"
ZONE = rf"(?:\(\s?)?(?P<zone>(?:UTC|GMT)\s?[+-]\s?\d{{1,2}}(?::?[0-5]\d)?|{_ZONE_NAMES})(?![\w+])(?:\s?\))?"
"""An abbreviation, an offset or a few words, bracketed or not."""

_MONTH = rf"(?P<month>{_any(*MONTH_NAMES)})(?!\w)"
_FEAST = r"(?:oster|pfingst|kar|grün|palm|rosen|ascher|weihnachts|easter\s|good\s|whit\s|palm\s|maundy\s|holy\s)?"
_WEEKDAY = (
    rf"(?:{_FEAST}(?P<weekday>{_any(*WEEKDAY_NAMES)})"
    r"|(?:mo|di|mi|do|fr|sa|so|mon|tues?|wed|thu|thurs|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)\b)"
)
_BEFORE_DAY = rf"(?:{_WEEKDAY}\.?,?\s(?:(?:der|den|dem|the|le|el|il)\s)?)?"
_ORDINAL = r"(?:\.|st|nd|rd|th|er|º|°)?"
DATE = rf"{_BEFORE_DAY}(?<![\d.])(?P<day>[0-3]?\d){_ORDINAL}\s?(?:of\s|de\s)?{_MONTH}(?:,?\s(?:del?\s)?(?P<year>\d{{4}})(?!\d))?"
"""`Mittwoch, 23. März 2022`, `29 June 2016`, `17 de junio de 2020`; the year may be missing."""
DATE_US = rf"{_BEFORE_DAY}{_MONTH}\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d.:]\d|\d)(?:,?\s(?P<year>\d{{4}})(?!\d))?"
"""`March 23, 2022`, `Tuesday, March 22`"""
DATE_DOTTED = (
    rf"{_BEFORE_DAY}(?<![\d.])(?P<day>[0-3]?\d)\.\s?(?P<number>[01]?\d)\."
    r"(?:\s?(?P<year>\d{4}|\d{2}(?![\d.:]))(?!\d))?(?![.,]?\d)"
)
"""`23.3.2022`, `23.03.22`, `23.03.`"""
DATE_ISO = r"(?<![\d-])(?P<year>\d{4})-(?P<number>[01]\d)-(?P<day>[0-3]\d)(?!-?\d)"
DATE_SLASHED = rf"{_BEFORE_DAY}(?<![\d/])(?P<first>[0-3]?\d)/(?P<second_number>[0-3]?\d)/(?P<year>\d{{4}})(?![\d/])"
"""`23/3/2022`, or `3/23/2022`: which of them is which is said by the numbers, else by the clocks beside them."""
ISO_STAMP = (
    r"(?<![\d+-])(?P<date>\d{4}-[01]\d-[0-3]\d)(?:T|\s)(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"\s?(?P<offset>Z|[+-]\d\d(?::?\d\d)?)(?![\w:])"
)
"""`2019-02-28T13:25:00+07:00`, `2019-02-28T06:25Z`: a date, a clock and its distance from UTC, as machines write them (RFC 3339)."""
WEEKDAY = rf"(?P<weekday>{_any(*WEEKDAY_NAMES)})(?!\w)"
RELATIVE = rf"(?P<relative>{_any(*RELATIVE_DAYS)})(?!\w)(?:,?\s(?={plain(_any(*WEEKDAY_NAMES))}|[0-3]?\d\.|\d{{1,2}}\s))?"

DATES = (DATE, DATE_US, DATE_DOTTED, DATE_ISO, DATE_SLASHED)
"""Notations that name a day of a month."""
ANY_DATE = "(?:" + "|".join(plain(date) for date in DATES) + ")"
ANY_DAY = rf"(?:(?:{plain(RELATIVE)})?{ANY_DATE}|{plain(WEEKDAY)}|{plain(RELATIVE)})"

UPDATED = (
    r"(?:zuletzt\saktualisiert|letzte\saktualisierung|aktualisiert|aktualisierung|last\supdated|updated|update|stand|mise?\sà\sjour|actualizado|"
    r"actualización|(?:ultimo\s)?aggiornamento|aggiornato)"
)
"""Words before the moment of the last change."""
PUBLISHED = r"(?:(?:first\s)?published|posted|created|veröffentlicht|erstellt|publié|publicado|pubblicato)"
"""Words before the moment of the first version."""
LABEL = (
    rf"(?:{UPDATED}|{PUBLISHED}|nachtrag|(?:eil|erst|ursprungs)?meldung|korrektur|correction|breaking)(?!\w)"
    r"(?:\s?[:,])?(?:\s(?:am|vom|von|um|at|on|of|from|le|el|il|à|alle))?\s?"
)
"""`Update vom`, `Stand:`, `Updated:` before a stamp."""
