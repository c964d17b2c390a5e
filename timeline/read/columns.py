"""Which column of a table holds which field: names in German and English, those of TimelineJS, our own, or an editor's mapping."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.errors import OptionError

NAMES: dict[str, tuple[str, ...]] = {
    field: tuple(name.strip() for name in names.split(","))
    for field, names in {
        "label": "label, headline, title, titel, überschrift, schlagzeile, ereignis, event title, event name, name, bezeichnung, betreff, "
        "subject, summary, was, what, task, activity, heading, event",
        "start": "start, start date, startdatum, start datetime, start at, starts at, begin, beginn, begins, beginning, anfang, "
        "begin date, from, von, ab, dtstart, date start, when, wann, datetime, date time, date and time, zeitpunkt, moment, timestamp, "
        "timestamp ms, unix, unix time, unixtime, unix ms, epoch, epoch ms, ts",
        "date": "date, datum, event date, date of event, day of event",
        "end": "end, ende, end date, enddatum, end datetime, end at, ends at, ends, finish, until, till, bis, to, dtend, date end, stop",
        "year": "year, jahr, start year",
        "month": "month, monat, start month",
        "day": "day, start day",
        "time": "time, uhrzeit, start time, startzeit, zeit, clock, beginn uhrzeit",
        "end_year": "end year, endjahr",
        "end_month": "end month, endmonat",
        "end_day": "end day, endtag",
        "end_time": "end time, endzeit, ende uhrzeit",
        "utc": "date utc, utc, start utc, time utc, datetime utc, utc time, utc date, timestamp utc, start date utc",
        "local": "date local, local time, start local, datetime local, local date, ortszeit, time local, lokalzeit",
        "zone": "zone, timezone, time zone, zeitzone, tz",
        "entry": "entry",
        "entry_headline": "entry headline",
        "id": "id, event id, uid, kennung, event, identifier, key",
        "body": "body, text, description, beschreibung, details, content, inhalt, long description, abstract, notes, note, notizen, notiz, "
        "comment, comments, kommentar, bemerkung, summary",
        "type": "type, typ",
        "lane": "lane, group, category, kategorie, gruppe, spur, track, bereich, rubrik, section, art, series, topic, thema",
        "tags": "tags, schlagwörter, schlagworte, stichwörter, stichworte, keywords, hashtags, labels, tag",
        "status": "status, zustand",
        "importance": "importance, wichtigkeit, priority, priorität, weight, gewicht, relevance",
        "place": "place, place name, ort, location, venue, where, wo, city, stadt, schauplatz",
        "latitude": "latitude, lat, breite, breitengrad",
        "longitude": "longitude, lon, lng, long, länge, längengrad",
        "media": "media, image, bild, picture, photo, foto, img, image url, media url, bild url, video, audio",
        "link": "url, link, links, website, href, webseite",
        "credit": "credit, media credit, image credit, bildnachweis, fotograf, photographer",
        "caption": "caption, media caption, image caption, bildunterschrift",
        "alt": "alt, alt text, alttext, media alt, image alt, media alt text, alternativtext",
        "replaces": "replaces, ersetzt",
        "published": "published, published at, veröffentlicht, publication date, pubdate, pub date, created, created at, erschienen, "
        "gemeldet",
        "precision": "precision",
        "basis": "basis",
        "evidence": "evidence",
        "earliest": "earliest",
        "latest": "latest",
        "approximate": "approximate",
        "end_precision": "end precision",
        "end_earliest": "end earliest",
        "end_latest": "end latest",
        "end_zone": "end zone",
    }.items()
}
"""Field -> how a column that holds it is called, without regard to case, the best name first."""

DATES = ("start", "date", "year", "utc", "local", "time", "published")
"""The fields of which one at least tells when."""
_INSTEAD = (
    (("start", "date"), ("year", "month", "day", "local")),
    (("end",), ("end_year", "end_month", "end_day")),
)
"""Fields beside which others are not looked at."""
_OURS = frozenset({"precision", "basis", "earliest", "latest", "entry_headline", "end_precision", "end_earliest", "end_latest", "end_zone"})
_FIELDS_BY_NAME = {name: field for field in NAMES for name in NAMES[field]}
_SEPARATORS = re.compile(r"[\s_\-./:()\[\]]+")
_CAMEL = re.compile(r"(?<=[a-zäöü])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Columns:
    """Field -> the number of its column; `unused` and `twice` are names of columns that were left out, and that several columns have."""

    at: Mapping[str, int]
    unused: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()


def plain_name(name: str) -> str:
    """A name of a column as the table of names has it.

    >>> plain_name("  Start_Date (UTC)"), plain_name("endYear")
    ('start date utc', 'end year')
    """
    return _SEPARATORS.sub(" ", _CAMEL.sub(" ", name.replace("\ufeff", ""))).strip().casefold()


def recognised(names: Sequence[str]) -> int:
    """How many of some cells are names of columns; 0 where none of them tells when."""
    known = {_FIELDS_BY_NAME.get(plain_name(name)) for name in names} - {None}
    return len(known) if known & set(DATES) else 0


def find_columns(names: Sequence[str], mapping: Mapping[str, str]) -> Columns:
    """Which column holds which field; `mapping` (field -> column) wins.

    Raises `OptionError` for a field or a column that is none.
    """
    plain = [plain_name(name) for name in names]
    at = {field: _mapped(field, column, names, plain) for field, column in mapping.items()}
    taken = set(at.values())
    for field, known in NAMES.items():
        if field in at:
            continue
        for name in known:
            if (number := next((n for n, one in enumerate(plain) if one == name and n not in taken), None)) is not None:
                at[field] = number
                taken.add(number)
                break
    if not at.keys() & set(DATES):  # German for day, English for a keyword
        at |= {"date": at.pop("tags")} if "tags" in at and plain[at["tags"]] == "tag" else {}
    for whole, parts in _INSTEAD:
        if at.keys() & set(whole):  # what tells when already: the others would be taken without being used
            taken -= {at.pop(part) for part in parts if part in at and part not in mapping}
    twice = tuple(dict.fromkeys(name for n, name in enumerate(names) if name and plain[n] in plain[:n]))
    unused = tuple(name or f"column {n + 1}" for n, name in enumerate(names) if n not in taken)
    return Columns(at, unused, twice)


def _mapped(field: str, column: str, names: Sequence[str], plain: Sequence[str]) -> int:
    if field not in NAMES:
        raise OptionError(f"unknown field {field!r}; use one of {', '.join(name for name in NAMES if name not in _OURS)}")
    for wanted, known in ((column, list(names)), (plain_name(column), list(plain))):
        if wanted in known:
            return known.index(wanted)
    raise OptionError(f"no column {column!r} among {', '.join(names)}; give {field} one of them")
