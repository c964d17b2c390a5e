"""On which days the entries of a ticker were posted.

What is known, from the firmest on: a day on the stamp, a day heading, the editor's date (of the newest entry), the stamps of quoted posts,
the date of the page. Between such fixed points clocks that fall back cross midnight, and in a ticker without clocks weekdays in the past
tense move the day on.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.clock import (
    days_of,
    format_date,
    instant_of,
    weekday_of,
)
from timeline.date.grammar import Language
from timeline.date.headings import Known, groups_of, place_groups
from timeline.date.printed import PageDate
from timeline.date.reading import Expression, Reading
from timeline.date.told import day_of_story, past_weekday, today_in, votes
from timeline.date.zones import Zones, zone_on
from timeline.model import Assumption

_NIGHT = 6 * 60
_SPARE = 31
"""So many days without a post are thought possible between two posts."""
_FAR = 3
"""So many days a weekday can lie from the day it is told on, and not be another week's."""
_CLOSING = re.compile(
    r"\b(?:fin (?:du|de ce|de notre) (?:direct|live)|(?:direct|live) (?:est )?(?:maintenant )?(?:terminé|clos)"
    r"|ende des \S{0,20}(?:tickers|blogs)|(?:ticker|blog) (?:ist |wird )?(?:damit )?(?:beendet|geschlossen)"
    r"|(?:beenden|schließen) (?:wir )?(?:den|unseren|diesen) \S{0,20}(?:ticker|blog)"
    r"|(?:end of|closing|close) (?:the|this|our) live\s?(?:blog|ticker|coverage)|fin del directo|fine della diretta)\b",
    re.IGNORECASE,
)
"""What a ticker says when it ends."""


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day each entry can have been posted on (days since 1970, inclusive; None unknown), in the ticker's order.

    `instants`: of a clock that was set back, which of its two instants a stamp means, where the order tells; else None.
    """

    first: tuple[int | None, ...]
    last: tuple[int | None, ...]
    instants: tuple[int | None, ...]


@dataclass(slots=True)
class _Fixed:
    """Fixed days by position, oldest first. `firm`: they are those of stamps and headings. At `breaks` another day begins."""

    pins: dict[int, int] = field(default_factory=dict)
    firm: bool = False
    breaks: frozenset[int] = frozenset()
    newest: int | None = None
    reasons: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Walk:
    """What is known of each entry while the days are walked through."""

    readings: Sequence[Reading]
    zones: Zones
    first: list[int | None]
    instants: list[int | None]
    moved: list[str] = field(default_factory=list)


def infer_days(
    readings: Sequence[Reading], known: Known, zones: Zones, *, page: Sequence[PageDate], text: str
) -> tuple[Days, list[Assumption]]:
    """The days of a ticker, its readings oldest first; the result is oldest first too. `text` is what stands above it."""
    fixed = _fixed(readings, known, zones, page, text)
    size = len(readings)
    if not fixed.pins and fixed.newest is None:
        unknown = (None,) * size
        return Days(unknown, unknown, unknown), []
    walk = _Walk(readings, zones, [None] * size, [None] * size)
    last = _days(walk, fixed)
    _spread(walk, fixed, last)
    newest = last[-1]
    days = Days(tuple(walk.first), tuple(last), tuple(_unfolded(walk)))
    exact = readings[-1].printed is not None and readings[-1].printed.exact
    if fixed.newest is not None or newest is None or exact:
        return days, []
    reasons = [*(fixed.reasons[-1:] if fixed.firm else fixed.reasons[:1]), *walk.moved[-1:]]
    quoted = dict(zip(("words", "moved"), reasons, strict=False))
    code = ("date-bare", "date", "date-moved")[len(quoted)]
    return days, [Assumption(code, {"value": format_date(newest), "weekday": str(weekday_of(newest)), **quoted})]


def _fixed(readings: Sequence[Reading], known: Known, zones: Zones, page: Sequence[PageDate], text: str) -> _Fixed:
    groups = groups_of(readings)
    placed = place_groups(groups, known)
    fixed = _Fixed(newest=known.newest)
    for group, day in zip(groups, placed, strict=True):
        if day is not None:
            fixed.pins.update(dict.fromkeys(range(group.start, group.stop if group.own else group.start + 1), day))
            fixed.reasons.append(_words_of(readings[group.start]))
    pairs = zip(groups, groups[1:], placed, placed[1:], strict=False)
    headed = [(one, two, a, b) for one, two, a, b in pairs if (one.day and not one.own) or (two.day and not two.own)]
    fixed.breaks = frozenset(two.start for _, two, a, b in headed if a is None or b is None)
    fixed.firm = bool(fixed.pins)
    if not fixed.firm:
        _by_words(fixed, readings, known)
    if not fixed.pins and fixed.newest is None and page:
        _by_page(fixed, readings, zones, page, text)
    if not fixed.pins and fixed.newest is None and (told := day_of_story(readings, known.reference)):
        index, days, words = told
        fixed.pins = {index: max(days, key=lambda day: (_fit(readings, zones, {index: day}), day))}
        fixed.reasons.append(words)
    return fixed


def _fit(readings: Sequence[Reading], zones: Zones, pins: dict[int, int]) -> float:
    """How well the weekdays that are told as past fit the days that follow from `pins`."""
    walk = _Walk(readings, zones, [None] * len(readings), [None] * len(readings))
    _forward(walk, _Fixed(dict(pins)))
    return sum(votes(reading, day) for reading, day in zip(readings, walk.first, strict=True) if day is not None)


def _by_words(fixed: _Fixed, readings: Sequence[Reading], known: Known) -> None:
    """Entries that say what day it is, or are signed with one."""
    for index, reading in enumerate(readings):
        if (today := today_in(reading, known.reference)) is not None:
            fixed.pins[index] = today
        for expression in reading.expressions:
            if (day := signed_day(expression)) is not None:
                fixed.pins[index] = max(fixed.pins.get(index, day), day)
                fixed.reasons.append(expression.words)


def _words_of(reading: Reading) -> str:
    return reading.entry.stamp if reading.printed and reading.printed.day else reading.entry.day


def signed_day(expression: Expression) -> int | None:
    """The day of the stamp of a quoted post."""
    partial = expression.partial
    if not expression.signed or partial.year is None or partial.month is None or partial.day is None:
        return None
    return days_of(partial.year, partial.month, partial.day)


def _by_page(fixed: _Fixed, readings: Sequence[Reading], zones: Zones, page: Sequence[PageDate], text: str) -> None:
    """The date above a ticker is that of its oldest entry; with the words or the clock of a last change, that of its newest one."""
    chosen = next((one for one in page if one.label == "updated"), page[0])
    day = chosen.day.number
    if day is None:
        return
    walk = _Walk(readings, zones, [None] * len(readings), [None] * len(readings))
    _forward(walk, _Fixed({0: day}))
    days = [at for at in walk.first if at is not None]
    over = days[-1] - day if days else 0
    clocks = [(at - day) * 24 * 60 + minutes for at, r in zip(days, readings, strict=False) if (minutes := _minutes(r)) is not None]
    fixed.reasons.append(chosen.words)
    if not clocks:
        if chosen.label == "updated":
            fixed.newest = day
        fixed.pins = {} if chosen.label == "updated" else {0: day}
        return
    fixed.pins = {0: day + _shift(chosen, clocks, over)}
    if chosen.clock is None and not chosen.label and max(clocks) < _NIGHT and _CLOSING.search(_around(text, readings)):
        fixed.pins = {0: day + 1}  # what ends in the small hours began on the day before


def _shift(page: PageDate, clocks: Sequence[int], over: int) -> int:
    """Days that the oldest entry lies behind the date of the page. `clocks`: minutes since the midnight that its day began with."""
    changed = page.clock.minutes if page.clock else None
    if page.label == "published":
        return 0
    if changed is None:
        return -over if page.label == "updated" else 0
    if page.label == "updated":
        return -over if max(clocks) - over * 24 * 60 <= changed else -over - 1
    shifts = (0, -over, -over - 1)
    return min(shifts, key=lambda shift: min(abs(clock + shift * 24 * 60 - changed) for clock in clocks))


def _around(text: str, readings: Sequence[Reading]) -> str:
    return "\n".join((text, readings[-1].text, readings[0].text))


def _minutes(reading: Reading) -> int | None:
    return reading.printed.minutes if reading.printed else None


def _days(walk: _Walk, fixed: _Fixed) -> list[int | None]:
    """Fill in the first day of each entry; return the last one."""
    size, readings, first = len(walk.readings), walk.readings, walk.first
    start = min(fixed.pins) if fixed.pins else size - 1
    if fixed.pins:
        _forward(walk, fixed)
    else:
        first[start] = fixed.newest
    last = [max(fixed.pins[index], first[index] or fixed.pins[index]) if index in fixed.pins else None for index in range(size)]
    for index in range(start, size):
        if readings[index].printed or (fixed.firm and readings[index].heading):
            last[index] = first[index]
    if fixed.newest is not None and not (fixed.firm and readings[-1].printed):
        last[-1] = fixed.newest
    last[-1] = first[-1] if last[-1] is None else last[-1]
    for index in range(size - 2, start - 1, -1):
        later, own = last[index + 1], last[index]
        last[index] = later if own is None else (own if later is None or fixed.firm else min(own, later))
    _backward(walk, fixed, start, last)
    _not_before(walk, start, last)
    return last


def _spread(walk: _Walk, fixed: _Fixed, last: list[int | None]) -> None:
    """Between an older day that is told and the newest one, runs of rising clocks may lie on more days than they need: each goes where
    the weekdays that it tells as past fit best, the later the better."""
    runs = _runs(walk)
    if fixed.firm or fixed.newest is None or len(runs) < 2:
        return
    low = None
    chosen: list[int] = []
    latest = [fixed.newest - (len(runs) - 1 - number) for number in range(len(runs))]
    for number, run in enumerate(runs):
        pinned = next((fixed.pins[index] for index in run if index in fixed.pins), None)
        first = pinned if pinned is not None else latest[number] if low is None else low + 1
        days = [pinned] if pinned is not None else range(max(first, latest[number] - _SPARE), latest[number] + 1)
        low = max(days, key=lambda day: (sum(votes(walk.readings[index], day) for index in run), day), default=latest[number])
        chosen.append(low)
    if chosen != sorted(set(chosen)):
        return
    for run, day in zip(runs, [*chosen[:-1], fixed.newest], strict=True):
        for index in run:
            walk.first[index] = last[index] = day


def _runs(walk: _Walk) -> list[list[int]]:
    """Positions of stamped entries, oldest first, in runs in which the clock does not fall."""
    runs: list[list[int]] = []
    before: int | None = None
    for index, reading in enumerate(walk.readings):
        minutes = _minutes(reading)
        if minutes is None or (reading.printed and reading.printed.zone):
            continue
        if before is None or minutes < before:
            runs.append([])
        runs[-1].append(index)
        before = minutes
    return runs


def _forward(walk: _Walk, fixed: _Fixed) -> None:
    """Fill `first` and `instants` from the oldest fixed day on."""
    readings = walk.readings
    stamped = 2 * sum(_minutes(reading) is not None for reading in readings) > len(readings)
    current = fixed.pins[min(fixed.pins)]
    clock: int | None = None
    for index in range(min(fixed.pins), len(readings)):
        pin = fixed.pins.get(index, current)
        if pin > current or (fixed.firm and index in fixed.pins and pin != current):
            current, clock = pin, None
        elif index in fixed.breaks:
            current, clock = current + 1, None
        stamps = _stamp_instants(readings[index], current, walk.zones)
        if stamps and clock is not None and stamps[-1] < clock and not (fixed.firm and index in fixed.pins):
            current += 1
            stamps = _stamp_instants(readings[index], current, walk.zones)
        if stamps:
            clock = next((stamp for stamp in stamps if clock is None or stamp >= clock), stamps[-1])
            walk.instants[index] = clock
        if not fixed.firm and not stamped:
            current = _moved_on(walk, index, current, fixed.newest)
        walk.first[index] = current


def _moved_on(walk: _Walk, index: int, current: int, newest: int | None) -> int:
    reading = walk.readings[index]
    for expression in reading.expressions:
        if (day := _moves_to(expression, reading.language, current, newest)) is not None and day > current:
            current = day
            walk.moved.append(expression.words)
    return current


def _backward(walk: _Walk, fixed: _Fixed, start: int, last: list[int | None]) -> None:
    """Fill `first` and `last` from the oldest fixed day back: clocks that rise when going back cross midnight."""
    current = last[start]
    if current is None:
        return
    stamps = _stamp_instants(walk.readings[start], current, walk.zones)
    clock = walk.instants[start] if walk.instants[start] is not None else (stamps[-1] if stamps else None)
    walk.instants[start] = clock
    for index in range(start - 1, -1, -1):
        if index + 1 in fixed.breaks:
            current, clock = current - 1, None
        stamps = _stamp_instants(walk.readings[index], current, walk.zones)
        if stamps and clock is not None and stamps[0] > clock:
            current -= 1
            stamps = _stamp_instants(walk.readings[index], current, walk.zones)
        if stamps:
            clock = next((stamp for stamp in reversed(stamps) if clock is None or stamp <= clock), stamps[0])
            walk.first[index], walk.instants[index] = current, clock
        last[index] = current


def _not_before(walk: _Walk, start: int, last: Sequence[int | None]) -> None:
    """Older entries without a stamp were posted on the last of the weekdays that they and those before them tell as past, or later: what
    is planned there for Wednesday, after the news of Wednesday morning, is no week away."""
    low: int | None = None
    for index, (reading, latest) in enumerate(zip(walk.readings[:start], last, strict=False)):
        for expression in reading.expressions:
            weekday = past_weekday(expression, reading.language)
            away = None if weekday is None or latest is None else (weekday_of(latest) - weekday) % 7
            if latest is not None and away and away <= _FAR:
                low = max(low or latest - away, latest - away)
        if walk.first[index] is None and low is not None and latest is not None and low <= latest:
            walk.first[index] = low


def _stamp_instants(reading: Reading, day: int, zones: Zones) -> list[int]:
    """The instants the clock of a stamp can mean on a day, in order: none without a clock, two where it was set back."""
    stamp = reading.printed
    if stamp is None or stamp.hour is None:
        return []
    zone = zone_on(stamp.zone, zones, day)
    wall = stamp.wall(day)
    earlier, later = instant_of(wall, zone), instant_of(wall, zone, policy="later")
    return [earlier, later] if earlier < later else [earlier]


def _unfolded(walk: _Walk) -> list[int | None]:
    """The instants that the order tells where a clock was set back: the second hour begins where the readings fall back.

    What comes before the fall is of the first hour, what comes behind it of the second one; without a fall nobody knows.
    """
    found: list[int | None] = [None] * len(walk.readings)
    folds: dict[int, list[tuple[int, list[int], int]]] = {}
    for index, (reading, day, chosen) in enumerate(zip(walk.readings, walk.first, walk.instants, strict=True)):
        both = _stamp_instants(reading, day, walk.zones) if day is not None else []
        if len(both) == 2 and chosen is not None and day is not None:
            folds.setdefault(day, []).append((index, both, chosen))
    for together in folds.values():
        falls = any(a[1][0] > b[1][0] for a, b in itertools.pairwise(together))
        for index, _, chosen in together if falls else ():
            found[index] = chosen
    return found


def _moves_to(expression: Expression, language: Language, current: int, newest: int | None) -> int | None:
    """The day a weekday in the past tense proves to have come; a jump of more than three days is another week's day."""
    weekday = past_weekday(expression, language)
    if weekday is None:
        return None
    day = current + (weekday - weekday_of(current)) % 7
    return day if day - current <= _FAR and (newest is None or day <= newest) else None
