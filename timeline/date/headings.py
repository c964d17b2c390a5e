"""Days that a ticker prints without saying all of them: `23. März` without a year, `Montag`, `gestern`.

They are placed by each other, and by one day that is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.clock import date_of, days_of, weekday_of
from timeline.date.grammar import Language
from timeline.date.printed import Day, PageDate, read_month
from timeline.date.reading import Reading
from timeline.model import Settings
from timeline.moment import day_of, exists

_YEARS = 12
"""Within so many years each date has each weekday, but for 29 February."""


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbours under one day, oldest first: readings `start` to `stop`, half open. `own`: the day is on their stamps, not above them."""

    start: int
    stop: int
    day: Day | None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What is known besides: the day of the newest entry, the date of the page, a month or a year above the ticker, the day of reading."""

    newest: int | None = None
    page: PageDate | None = None
    about: Day | None = None
    now: int | None = None

    @staticmethod
    def of(settings: Settings, page: Sequence[PageDate], text: str, language: Language, now: str | None = None) -> Known:
        """What the settings and the text above a ticker tell."""
        chosen = next((one for one in page if one.label == "updated"), page[0] if page else None)
        day = day_of(settings.date) if settings.date else None
        return Known(day, chosen, read_month(text, language), day_of(now) if now else None)

    def day_about(self, readings: Sequence[Reading]) -> int | None:
        """A day near to those of the ticker."""
        day = self.day_among(readings)
        return self.reference if day is None else day

    def day_among(self, readings: Sequence[Reading]) -> int | None:
        """A day of the ticker, near enough to tell summer from winter."""
        days = (reading.printed.day if reading.printed and reading.printed.day else reading.heading for reading in readings)
        printed = next((day.number for day in days if day and day.number is not None), None)
        known = self.newest if self.newest is not None else self.page.day.number if self.page else None
        return known if printed is None else printed

    @property
    def is_read(self) -> bool:
        """Nothing is known but the day of reading."""
        return self.newest is None and self.now is not None and self.reference == self.now

    @property
    def reference(self) -> int | None:
        """A day within half a year of the ticker's."""
        if self.newest is not None:
            return self.newest
        if self.page and self.page.day.number is not None:
            return self.page.day.number
        if self.about and self.about.year is not None:
            return days_of(self.about.year, self.about.month or 7, 15 if self.about.month else 2)
        return self.now


def groups_of(readings: Sequence[Reading]) -> list[Group]:
    """The groups of a ticker, its readings oldest first."""
    groups: list[Group] = []
    keys: list[tuple[Day | None, str]] = []
    for index, reading in enumerate(readings):
        own = reading.printed.day if reading.printed else None
        key = (own, "") if own else (reading.heading, reading.entry.day)
        if keys and keys[-1] == key:
            groups[-1] = Group(groups[-1].start, index + 1, *_of(own, reading))
        else:
            groups.append(Group(index, index + 1, *_of(own, reading)))
        keys.append(key)
    return groups


def _of(own: Day | None, reading: Reading) -> tuple[Day | None, bool]:
    return (own, True) if own else (reading.heading, False)


def place_groups(groups: Sequence[Group], known: Known) -> list[int | None]:
    """The day of each group, in days since 1970; None where nothing tells it."""
    placed = [group.day.number if group.day else None for group in groups]
    for index in reversed(range(len(groups))) if known.reference is not None or any(day is not None for day in placed) else ():
        day = groups[index].day
        if placed[index] is None and day and day.month is not None:
            placed[index] = _with_year(day, index, placed, known)
    loose = [index for index, group in enumerate(groups) if group.day and group.day.month is None]
    if loose and all(day is None for day in placed):
        _seed(groups, loose, placed, known)
    for index in (*reversed(loose), *loose):
        if placed[index] is None:
            placed[index] = _beside(groups, index, placed)
    return placed


def _with_year(day: Day, index: int, placed: Sequence[int | None], known: Known) -> int | None:
    """The year that puts a day nearest to its neighbour, on the right side of it, else nearest to the reference."""
    neighbour = _nearest(placed, index)
    near = placed[neighbour] if neighbour is not None else known.reference
    if near is None:
        return None
    if neighbour is None and known.is_read and (before := _before(day, near)):
        return before
    year = date_of(near)[0]
    month, number = day.month or 1, day.day or 1
    candidates = [days_of(y, month, number) for y in (year - 1, year, year + 1) if exists(y, month, number)]
    if neighbour is not None:
        right = [one for one in candidates if (one <= near if index < neighbour else one >= near)]
        candidates = right or candidates
    if day.weekday is not None:
        candidates = [one for one in candidates if weekday_of(one) == day.weekday] or candidates
    return min(candidates, key=lambda one: abs(one - near), default=None)


def _before(day: Day, read: int) -> int | None:
    """The last such day before somebody reads of it; with a weekday, the last one that has it."""
    year = date_of(read)[0]
    days = (days_of(y, day.month or 1, day.day or 1) for y in range(year, year - _YEARS, -1) if exists(y, day.month or 1, day.day or 1))
    return next((at for at in days if at <= read + 1 and day.weekday in (None, weekday_of(at))), None)


def _nearest(placed: Sequence[int | None], index: int) -> int | None:
    """The position of the nearest group whose day is known, the newer one of two as near."""
    for distance in range(1, len(placed)):
        for other in (index + distance, index - distance):
            if 0 <= other < len(placed) and placed[other] is not None:
                return other
    return None


def _seed(groups: Sequence[Group], loose: Sequence[int], placed: list[int | None], known: Known) -> None:
    """Place one weekday by the day of the newest entry, or by the date of the page.

    The latter is the day of the oldest or of the newest group, whichever has its weekday.
    """
    day = known.newest
    if day is None and known.page:
        day = known.page.day.number
    if day is None:
        return
    for index in loose:
        relative = _day(groups, index).relative
        if relative is not None:
            placed[index] = day + relative
            return
    newest, label = loose[-1], known.page.label if known.page else ""
    if known.newest is None and label == "published":
        placed[loose[0]] = day + (_weekday(groups, loose[0]) - day - 3) % 7
        return
    if known.newest is None and label != "updated":
        same = [index for index in (loose[0], newest, *loose) if _weekday(groups, index) == weekday_of(day)]
        if same:
            placed[same[0]] = day
            return
    placed[newest] = day - (weekday_of(day) - _weekday(groups, newest)) % 7


def _beside(groups: Sequence[Group], index: int, placed: Sequence[int | None]) -> int | None:
    """A weekday is at most six days before the next group and after the one before."""
    day = _day(groups, index)
    for other, sign in ((index + 1, -1), (index - 1, 1)):
        if not 0 <= other < len(groups) or (near := placed[other]) is None:
            continue
        if day.weekday is not None:
            return near + sign * (sign * (day.weekday - weekday_of(near)) % 7)
        told = groups[other].day
        if day.relative is not None and told and told.relative is not None:
            return near + day.relative - told.relative
        return near + sign
    return None


def _day(groups: Sequence[Group], index: int) -> Day:
    return groups[index].day or Day()


def _weekday(groups: Sequence[Group], index: int) -> int:
    return _day(groups, index).weekday or 0
