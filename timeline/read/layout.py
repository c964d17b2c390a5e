"""Where the entries of a ticker without plus signs begin, and which lines are day headings.

No line decides alone: whether `18.30 Uhr: Empfang` is an entry or an item of a programme is seen by how the other stamps of the same ticker
stand, and by whether their clocks run with it.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.read.leftovers import is_leftover
from timeline.read.stamps import Stamp, names_day, read_day, read_stamp, read_stamp_behind

_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: `offset` is its place in its block, 0 for the first line behind a blank one."""

    number: int
    words: str
    offset: int


@dataclass(frozen=True, slots=True)
class Start:
    """The first line of an entry. `also` is the line that belongs to it besides: a second stamp of the same instant, whose words are
    `twin`, or the stamp itself where the headline stands above it."""

    stamp: Stamp
    also: int | None = None
    twin: str = ""


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    line: Line
    stamp: Stamp


def lines_of(text: str, first: int) -> list[Line]:
    """The lines that are not blank; `first` is the number of the first line of all."""
    lines: list[Line] = []
    offset = 0
    for number, line in enumerate(text.split("\n"), start=first):
        words = line.strip()
        if words:
            lines.append(Line(number, words, offset))
        offset = offset + 1 if words else 0
    return lines


def find_starts(lines: Sequence[Line]) -> dict[int, Start]:
    """Number of the line -> the entry that its stamp begins, in a ticker whose entries have no other mark."""
    found = [_Candidate(index, line, stamp) for index, line in enumerate(lines) if (stamp := read_stamp(line.words))]
    found = _of_entries(found)
    if not found:
        behind = ((index, line, read_stamp_behind(line.words)) for index, line in enumerate(lines) if line.offset == 0)
        return {line.number: Start(stamp) for _, line, stamp in behind if stamp and stamp.headline and not stamp.weak}
    if len(found) > 1 and all(_is_below_headline(one, lines) for one in found):
        heads = [(lines[one.index - 1], one) for one in found]
        return {head.number: Start(replace(one.stamp, headline=head.words), also=one.line.number) for head, one in heads}
    starts: dict[int, Start] = {}
    previous: _Candidate | None = None
    for one in found:
        if previous and one.index == previous.index + 1 and not previous.stamp.headline and same_instant(previous.stamp, one.stamp):
            first = replace(previous.stamp, headline=one.stamp.headline)
            starts[previous.line.number] = Start(first, also=one.line.number, twin=one.stamp.words)
            previous = None
            continue
        starts[one.line.number] = Start(one.stamp)
        previous = one
    return starts


def _is_below_headline(one: _Candidate, lines: Sequence[Line]) -> bool:
    return one.line.offset == 1 and not one.stamp.headline and not is_leftover(lines[one.index - 1].words)


def same_instant(one: Stamp, other: Stamp) -> bool:
    """Two clocks that can be one instant: the same reading, or in two zones readings whole quarters of an hour apart."""
    apart = (one.minutes - other.minutes) % _DAY
    half_a_day = apart == _DAY // 2 and "m" in (one.unit, other.unit)
    return apart == 0 or half_a_day or (apart % 15 == 0 and (one.zoned or other.zoned))


def _of_entries(found: list[_Candidate]) -> list[_Candidate]:
    """The stamps of entries: not those of the page itself, of lists in a body, of numbers that look like clocks."""
    found = _unless_all(found, lambda one: one.stamp.is_note)
    found = _without_page_date(found)
    headed = sum("#" in one.stamp.marks for one in found)
    if headed >= 2 and headed * 2 >= len(found):
        found = [one for one in found if "#" in one.stamp.marks]
    found = _unless_all(found, lambda one: bool(one.stamp.marks.strip("#> \t")))
    found = _unless_all(found, lambda one: not one.stamp.separator and one.stamp.headline[:1].islower())  # `13.30 Uhr war es still.`
    return _in_order(_without_weak(found))


def _without_page_date(found: list[_Candidate]) -> list[_Candidate]:
    """`6. März 2022, 23:39 Uhr` above entries without a day is that of the page; where clocks stand alone, only below a title."""
    undated = next((index for index, one in enumerate(found) if not one.stamp.dated), None)
    if not undated:
        return found
    alone = not found[undated].stamp.headline
    return [one for one in found[:undated] if one.stamp.headline or (alone and one.line.offset == 0)] + found[undated:]


def _without_weak(found: list[_Candidate]) -> list[_Candidate]:
    """`23h` needs a `23h10` beside it, and `14.39` as many more: alone they are a length and a price."""
    units = {one.stamp.unit for one in found if not one.stamp.weak}
    found = [one for one in found if not one.stamp.weak or one.stamp.unit != "h" or "h" in units]
    bare = sum(one.stamp.weak and one.stamp.unit != "h" for one in found)
    return found if bare >= 2 and 2 * bare >= len(found) else [one for one in found if not one.stamp.weak or one.stamp.unit == "h"]


def _unless_all(found: list[_Candidate], odd: Callable[[_Candidate], bool]) -> list[_Candidate]:
    """Without the odd ones, as long as there are others."""
    return [one for one in found if not odd(one)] or found


def _in_order(found: list[_Candidate]) -> list[_Candidate]:
    """Without the clocks that stand otherwise than most and run against the order of the rest: a programme in the body of an entry.

    Most begin a block, where several do; then a line inside of a block, or one that is written otherwise, has to run with them.
    """
    blocks = [one for one in found if one.line.offset == 0]
    base = blocks if len(blocks) >= 2 else found
    shape, times = Counter(one.stamp.shape for one in base).most_common(1)[0] if base else (None, 0)
    if times < 2:
        return found
    sure = [one for one in base if one.stamp.shape == shape]
    falls = _direction([one.stamp.minutes for one in sure])
    kept: list[_Candidate] = []
    passed = 0
    for one in found:
        before = sure[passed - 1] if passed else None
        is_sure = passed < len(sure) and sure[passed].index == one.index
        passed += is_sure
        if is_sure or _runs_with(one, before, sure[passed] if passed < len(sure) else None, falls=falls):
            kept.append(one)
    return kept


def _direction(clocks: Sequence[int]) -> bool:
    """Whether the clocks fall from line to line; 23:50 to 00:10 goes on."""
    steps = [(b - a + _DAY // 2) % _DAY - _DAY // 2 for a, b in itertools.pairwise(clocks)]
    return sum(step < 0 for step in steps) >= sum(step > 0 for step in steps)


def _runs_with(one: _Candidate, before: _Candidate | None, after: _Candidate | None, *, falls: bool) -> bool:
    first, last = (after, before) if falls else (before, after)
    low = first.stamp.minutes if first else None
    high = last.stamp.minutes if last else None
    clock = one.stamp.minutes
    if low is not None and high is not None:
        return low <= clock <= high or (low > high and not high < clock < low)
    return (low is None or clock >= low) and (high is None or clock <= high)


def find_days(lines: Sequence[Line], starts: Mapping[int, object]) -> dict[int, str]:
    """Number of the line -> the words of a day heading: nothing but a day, at the head of a block, right above an entry.

    A ticker without blank lines has no blocks; there the line has to name a number of a day. Titles with a day in them (`Meldungen vom
    Samstag`) are headings where there are several headings; the first line of all stays the title of the ticker.
    """
    first = [line.offset == 0 for line in lines if line.number in starts]
    dense = 2 * sum(first) < len(first)
    days: dict[int, str] = {}
    titles: dict[int, str] = {}
    heads = False  # from the last line back: whether an entry or another heading follows
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place]
        words = read_day(line.words) if heads else None
        if words and (line.offset == 0 or line.words.startswith("#") or (dense and any(sign.isdecimal() for sign in words))):
            days[line.number] = words
            continue
        alone = line.offset == 0 and (place + 1 == len(lines) or lines[place + 1].offset == 0)
        if heads and place and alone and line.number not in starts and names_day(line.words) and not is_leftover(line.words):
            titles[line.number] = line.words
            continue
        heads = line.number in starts
    return days | titles if len(days) + len(titles) > 1 else days
