"""Lines that carry a stamp, in every notation newsrooms use; and lines that are nothing but a day.

A stamp is cut off its headline and kept as words; what it means is for dating to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.notation import ANY_DATE, ANY_DAY, CLOCK, ISO_STAMP, LABEL, PUBLISHED, UPDATED, ZONE, plain

_LIMIT = 300
_MARKS = r"(?P<marks>(?:#{1,6}\s{1,3}|[-*•–]\s{1,3}|[>|]\s{0,3}){0,3})(?P<open>\*{1,3}|_{1,2}|[\[(])?\s?"
_TO_CLOCK = r"(?:,?\s(?:um\s|at\s|à\s|a\slas\s|alle\s|ore\s)?|\s?[|·–—-]\s?|,)"
_ZONED = rf"(?:,?\s?{ZONE})?"
_TWIN = rf"(?:\s?[(/=]\s?(?:[^\W\d_]{{1,20}}\s?[/:]\s?)?{plain(CLOCK)}{plain(_ZONED)}(?:\s?\))?)?"
_DAY_BEHIND = rf"(?:(?:,?\s|\s?[|·–—-]\s?)(?:(?:am|on|le|el|il)\s)?(?P<behind>{ANY_DATE})(?=\s{{0,3}}(?:[])*:|–—-]|$)))?"
_STAMP = re.compile(
    rf"{_MARKS}(?P<stamp>(?P<label>{LABEL})?(?:(?P<before>{ANY_DAY}){_TO_CLOCK}|(?P<lead>um|at|à|a\slas|alle|ore)\s)?"
    rf"{CLOCK}{_ZONED}{_TWIN}{_DAY_BEHIND})",
    re.IGNORECASE,
)
_EXACT = re.compile(rf"{_MARKS}(?P<stamp>{ISO_STAMP})")
_TAIL = re.compile(r"[\s\])*_]{0,8}(?P<separator>(?:[:|–—•·»>,/]|\+{2,4}|-(?=\s|$)|(?<=\s)-(?!\d)){0,2})[\s*_]{0,8}")
_RANGE = re.compile(rf"\s{{0,3}}(?:[-–—]|bis\s|to\s|until\s|à\s|a\s)\s{{0,3}}{plain(CLOCK)}", re.IGNORECASE)
_QUANTITY = re.compile(
    r"\s{0,2}(?:[€$£%°]|(?:euro?s?|dollar|pfund|prozent|percent|pro\s?cent|millionen|mio|milliarden|mrd|million|billion|km|meter|metres?|kilo\w{0,8}"
    r"|grad|degrees|stunden|minuten|sekunden|hours|minutes|heures|minutos|punkten?|points|stimmen|uhr-\w{1,20})\b)",
    re.IGNORECASE,
)
_DAY_LINE = re.compile(rf"(?:(?:am|vom|on|from|le|el|il|the)\s)?(?P<day>{ANY_DAY})\.?", re.IGNORECASE)
_NAMED_DAY = re.compile(
    rf"(?:[^\W\d_][\w'’-]{{0,30}},?\s){{1,6}}(?:vom|von|am|from|for|of|on|du|de|del|di|dal)\s{ANY_DAY}[.:]?|{ANY_DATE}\s?[:|–—-]\s?\S.{{0,60}}",
    re.IGNORECASE,
)
_PAGE_DATE = re.compile(rf"(?:{LABEL})?{ANY_DAY}\.?", re.IGNORECASE)
_LABELLED = re.compile(rf"(?:{PUBLISHED}|{UPDATED})(?!\w)", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.,])\d{4}(?!\d)|\.\d{4}(?!\d)")
_DAY_DRESS = "#>*_=~–—-+:| \t\u00a0\u2009\u202f"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line that begins with a stamp, or ends with one.

    `words` is the stamp as written, `headline` the rest; `marks` what Markdown puts before it. `minutes` is the clock's minute of the day.
    `weak`: a number with a dot or an `h`, which may be a price or a length as well.
    """

    words: str
    headline: str
    marks: str
    label: str
    minutes: int
    dated: bool
    zoned: bool
    unit: str
    separator: str
    weak: bool

    @property
    def shape(self) -> tuple[str, bool, str, bool]:
        """How it is written: stamps of one ticker look alike."""
        return self.unit, bool(self.separator), self.marks.strip(), not self.headline

    @property
    def is_note(self) -> bool:
        """`Stand: 14:39` on a line of its own tells of the page, not of one entry."""
        return bool(self.label) and not self.headline


def read_stamp(line: str) -> Stamp | None:
    """The stamp that a line begins with; None where what looks like a clock is a range, a price or a length.

    >>> read_stamp("Update vom 22. März, 14.30 Uhr: Kran kippt um").words
    'Update vom 22. März, 14.30 Uhr'
    >>> read_stamp("**14:39** Zug da").headline
    'Zug da'
    >>> read_stamp("Um 14.39 Uhr: Kran kippt").words, read_stamp("Um 14.39 Uhr kippt der Kran")
    ('Um 14.39 Uhr', None)
    >>> read_stamp("2.50 Euro kostet die Fahrt"), read_stamp("14:00 - 16:00 Uhr: Probe")
    (None, None)
    >>> read_stamp("2019-02-28T13:25:00+07:00 Zug da").words
    '2019-02-28T13:25:00+07:00'
    """
    if exact := _EXACT.match(line[:_LIMIT]):
        return _exact(exact, line[exact.end() :])
    found = _STAMP.match(line[:_LIMIT])
    if found is None:
        return None
    rest = line[found.end() :]
    tail = _TAIL.match(rest)
    gap = tail.group() if tail else ""
    headline = rest[len(gap) :].strip()
    if "|" in found["marks"]:  # a row of a Markdown table
        headline = headline.rstrip("| \t")
    if found["lead"] and headline and not (tail and tail["separator"].strip()):
        return None  # `Um 14.39 Uhr kippt der Kran` is a sentence
    if (headline and not gap) or _RANGE.match(rest) or _QUANTITY.match(rest):
        return None
    opened = found["open"] or ""
    if opened[:1] in ("*", "_") and opened not in gap:
        headline = headline.replace(opened, "", 1).strip()
    return _stamp(found, headline, tail["separator"].strip() if tail else "")


def _exact(found: re.Match[str], rest: str) -> Stamp | None:
    """A stamp as machines write it, which cannot be anything else."""
    tail = _TAIL.match(rest)
    gap = tail.group() if tail else ""
    hour, minute = int(found["hour"]), int(found["minute"])
    if rest and not gap:
        return None
    separator = tail["separator"].strip() if tail else ""
    headline = rest[len(gap) :].strip()
    return Stamp(found["stamp"], headline, found["marks"], "", hour * 60 + minute, True, True, "", separator, False)


def read_stamp_behind(line: str) -> Stamp | None:
    """The stamp that a line ends with, in brackets or behind a mark.

    >>> read_stamp_behind("Zug ist da (14.39 Uhr)").headline
    'Zug ist da'
    """
    line = line.rstrip()
    if line.endswith((")", "]")):
        cut = max(line.rfind("("), line.rfind("["))
        inner = line[cut + 1 : -1]
    else:
        cut = max(line.rfind(mark) for mark in ("|", "–", "—", " - ", ", "))
        inner = line[cut:].lstrip("|–—-, ")
    if cut <= 0 or len(inner) > 80:
        return None
    found = _STAMP.fullmatch(inner.strip())
    if found is None or found["marks"] or found["label"]:
        return None
    return _stamp(found, line[:cut].strip(), ")")


def _stamp(found: re.Match[str], headline: str, separator: str) -> Stamp:
    unit = (found["unit"] or found["unit2"] or "").lower()
    half = (found["half"] or found["half2"] or "").lower()
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    mark = (found["mark"] or "").strip().lower()
    return Stamp(
        words=found["stamp"].strip(),
        headline=headline,
        marks=found["marks"],
        label=(found["label"] or "").strip(),
        minutes=hour * 60 + minute,
        dated=bool(found["before"] or found["behind"]),
        zoned=bool(found["zone"]),
        unit="m" if half else ("h" if mark == "h" else unit),
        separator=separator,
        weak=not (half or found["zone"] or found["before"])
        and ((mark == "." and not unit) or (not found["minute"] and unit == "h" and not separator)),
    )


def read_day(line: str) -> str | None:
    """The words of a line that is nothing but a day, without what it is dressed in; None for every other line.

    >>> read_day("## Mittwoch, 23. März 2022:"), read_day("Am Montag kam der Zug")
    ('Mittwoch, 23. März 2022', None)
    """
    if len(line) > 120:
        return None
    found = _DAY_LINE.fullmatch(line.strip(_DAY_DRESS))
    return found["day"] if found else None


def names_day(line: str) -> bool:
    """Whether a line is a title with a day in it: a day heading, if others of its kind stand above other entries.

    >>> names_day("Die Meldungen vom Montag"), names_day("Samstag, 26. Februar: Tag 3"), names_day("Am Montag kam der Zug")
    (True, True, False)
    """
    return len(line) <= 120 and bool(_NAMED_DAY.fullmatch(line.strip(_DAY_DRESS)))


def dates_page(line: str, *, last: bool) -> bool:
    """Whether a line dates the page wherever it stands: it says that it does, or is the `last` one; the date has a year.

    >>> dates_page("Published Nov. 14, 2023", last=False), dates_page("14 November 2023", last=False)
    (True, False)
    """
    return (last or bool(_LABELLED.match(line))) and bool(_YEAR.search(line)) and is_page_date(line)


def is_page_date(line: str) -> bool:
    """Whether a line is nothing but a date of the page, with or without a clock.

    >>> is_page_date("Aktualisiert am 7. März 2022"), is_page_date("6. März 2022, 23:39 Uhr"), is_page_date("Am Abend")
    (True, True, False)
    """
    if len(line) > 120:
        return False
    stamp = read_stamp(line)
    return bool(_PAGE_DATE.fullmatch(line.strip(_DAY_DRESS))) or (stamp is not None and not stamp.headline)
