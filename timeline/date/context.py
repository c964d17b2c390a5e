"""What the text as a whole tells besides its days and zones: in which order it runs, which occasions its dates are counted from.

What was not given is inferred here, in `days` and in `zones`; every inference is an `Assumption` with its reason.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from timeline.clock import DAY, format_date, wall_at
from timeline.date.days import Days, signed_day
from timeline.date.grammar import Language
from timeline.date.printed import Day
from timeline.date.reading import Expression, Reading
from timeline.date.resolve import Frame, Unresolved, resolve
from timeline.date.told import past_weekday
from timeline.model import Assumption, Settings
from timeline.moment import day_of

_FULL_DAY = 24 * 60
_FAR = 8 * 60
_WORD = re.compile(r"[^\W\d_]+")


def is_newest_first(readings: Sequence[Reading]) -> tuple[bool, bool]:
    """Whether the ticker runs newest first, and whether its own stamps or dates say so (else it is the custom of tickers).

    Clocks less than eight hours apart on a round dial tell, across midnight too (23:50 to 00:10 goes on); farther ones only where no
    others do.
    """
    steps = [_step(one, other) for one, other in itertools.pairwise(readings)]
    for count in (sum(near for near, _ in steps), sum(far for _, far in steps)):
        if count:
            return count < 0, True
    dates = [day for r in readings for e in r.expressions if (day := signed_day(e)) is not None]
    count = sum((a < b) - (a > b) for a, b in itertools.pairwise(dates)) or _weekday_steps(readings)
    return count <= 0, count != 0


def in_time(readings: Sequence[Reading], *, newest_first: bool) -> list[int]:
    """The places of the readings, oldest first: by the order of the ticker, or by their own stamps where all of these are exact (a post
    that is pinned to the top does not lie after the others)."""
    order = list(range(len(readings)))
    if newest_first:
        order.reverse()
    instants = [reading.printed.instant if reading.printed else None for reading in readings]
    known = [instant for instant in instants if instant is not None]
    return sorted(order, key=lambda place: instants[place] or 0) if len(known) == len(readings) else order


def _weekday_steps(readings: Sequence[Reading]) -> int:
    """How the weekdays that entries without stamps tell as past run: Tuesday, Wednesday, Friday is 2; one step alone is none."""
    told = [next((day for e in one.expressions if (day := past_weekday(e, one.language)) is not None), None) for one in readings]
    steps = [(b - a + 3) % 7 - 3 for a, b in itertools.pairwise(day for day in told if day is not None)]
    count = sum((step > 0) - (step < 0) for step in steps)
    return count if abs(count) > 1 else 0


def _step(one: Reading, other: Reading) -> tuple[int, int]:
    """1 where the second entry is the newer one, -1 where it is the older one: by what is near, and by what is far and tells little."""
    exact, later = (reading.printed.instant if reading.printed else None for reading in (one, other))
    if exact is not None and later is not None:
        return (later > exact) - (later < exact), 0
    if days := _day_step(_day_of(one), _day_of(other)):
        return (days > 0) - (days < 0), 0
    first, second = (one.printed.minutes if one.printed else None), (other.printed.minutes if other.printed else None)
    if first is None or second is None:
        return 0, 0
    apart = (second - first + _FULL_DAY // 2) % _FULL_DAY - _FULL_DAY // 2
    if abs(apart) <= _FAR:
        return (apart > 0) - (apart < 0), 0
    return 0, (second > first) - (second < first)


def _day_of(reading: Reading) -> Day | None:
    return (reading.printed.day if reading.printed else None) or reading.heading


def _day_step(one: Day | None, other: Day | None) -> int:
    """Days from one to the other; 0 where nobody knows. December comes before January, and Sunday before Monday."""
    if one is None or other is None:
        return 0
    if one.number is not None and other.number is not None:
        return other.number - one.number
    if one.month is not None and other.month is not None:
        apart = (other.month - one.month) * 31 + (other.day or 1) - (one.day or 1)
        return apart if abs(apart) <= 186 else -apart
    if one.weekday is not None and other.weekday is not None:
        return (other.weekday - one.weekday + 3) % 7 - 3
    return (other.relative or 0) - (one.relative or 0)


def infer_occasions(readings: Sequence[Reading], days: Days, frame: Frame, settings: Settings) -> tuple[dict[str, int], list[Assumption]]:
    """The first day of the occasions dates are counted from: the editor's anchors, else the dated words that tell of an opening,
    else an entry of a known day that speaks of the occasion's second or third day."""
    known = {name.lower(): day_of(day) for name, day in settings.anchors.items()}
    if known:
        return known, []
    nouns = Counter(noun for reading in readings for noun in _occasions_in(reading, frame.language))
    if not nouns:
        return {}, []
    name = nouns.most_common(1)[0][0]
    for finder in (_opening_in_sentence, _opening_in_entry, _counted_day):
        for index, reading in enumerate(readings):
            found = finder(reading, replace(frame, first_day=days.first[index], last_day=days.last[index]))
            if found:
                day, words = found
                return {name: day}, [Assumption("occasion", {"value": format_date(day), "name": name.capitalize(), "words": words})]
    return {}, []


def _opening_in_sentence(reading: Reading, frame: Frame) -> tuple[int, str] | None:
    for expression in reading.expressions:
        if frame.language.opening.search(expression.sentence) and (day := _deictic_day(expression, frame)) is not None:
            return day, expression.sentence
    return None


def _opening_in_entry(reading: Reading, frame: Frame) -> tuple[int, str] | None:
    opening = frame.language.opening.search(reading.entry.headline)
    if opening and any(word in frame.language.occasions for word in _words(reading.entry.headline)):
        for expression in reading.expressions:
            if (day := _deictic_day(expression, frame)) is not None:
                return day, f"{reading.entry.headline}, {expression.words}"
    return None


def _counted_day(reading: Reading, frame: Frame) -> tuple[int, str] | None:
    for expression in reading.expressions:
        ordinal = expression.partial.ordinal
        if ordinal and expression.tense != "future" and frame.first_day is not None and frame.first_day == frame.last_day:
            return frame.first_day - ordinal + 1, expression.words
    return None


def _deictic_day(expression: Expression, frame: Frame) -> int | None:
    partial = expression.partial
    if not partial.is_deictic or not partial.has_day or not partial.is_moment:
        return None
    try:
        moment, _ = resolve(partial, frame, expression.tense)
    except Unresolved:
        return None
    at = moment.earliest
    return None if at is None else wall_at(at, moment.zone or "UTC") // DAY


def _occasions_in(reading: Reading, language: Language) -> list[str]:
    text = reading.text.lower()
    there = {noun for noun in language.occasions if noun in text}  # nearly none: only then are its words looked at
    return [word for word in _words(text) if word in there] if there else []


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
