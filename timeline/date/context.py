"""What the text as a whole tells: where its clocks stand, in which order it runs, on which days its entries were posted.

What was not given is inferred here, and every inference is an `Assumption` with its reason.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.abbreviations import ABBREVIATIONS
from timeline.clock import (
    DAY,
    HOUR,
    MINUTE,
    Fold,
    days_of,
    format_date,
    format_offset,
    instant_of,
    instants_of,
    offset_at,
    wall_at,
    weekday_of,
)
from timeline.date.find import find
from timeline.date.grammar import Language
from timeline.date.partial import Found
from timeline.date.places import count_places
from timeline.date.reading import Expression, Reading
from timeline.date.resolve import Frame, Unresolved, resolve
from timeline.model import Assumption, Settings
from timeline.moment import day_of

_QUARTER = 15 * MINUTE
_HALF_DAY = 12 * 60


@dataclass(frozen=True, slots=True)
class Zones:
    """`story`: bare clocks in the text; `desk`: bare clocks on headlines; `local`: what `Ortszeit` means."""

    story: str
    desk: str
    local: str


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day each entry can have been posted on (days since 1970, inclusive; None unknown), in the ticker's order."""

    first: tuple[int | None, ...]
    last: tuple[int | None, ...]


def infer_zones(readings: Sequence[Reading], introduction: str, settings: Settings, language: Language) -> tuple[Zones, list[Assumption]]:
    """The zones of a text: the editor's, else what two clocks for one instant and the places named give away."""
    if settings.zone:
        return Zones(settings.zone, settings.zone, settings.zone), []
    text = "\n".join([introduction, *(reading.text for reading in readings)])
    places = count_places(text)
    for reading in readings:
        for expression in reading.expressions:
            if (local := _twin_offset(expression.found, settings)) is not None:
                return _zones_of_twin(local, expression, places, language)
    local_words = [e.words for r in readings for e in r.expressions if e.partial.zone == "local"]
    if local_words and places:
        zone, place, _ = places[0]
        values = {"value": zone, "place": place, "words": local_words[0], "desk": language.desk_zone}
        return Zones(zone, language.desk_zone, zone), [Assumption("zone-place", values)]
    zone = language.desk_zone
    return Zones(zone, zone, zone), [Assumption("zone-desk", {"value": zone, "language": language.name})]


def _zones_of_twin(
    local: int, expression: Expression, places: Sequence[tuple[str, str, int]], language: Language
) -> tuple[Zones, list[Assumption]]:
    """The place named most often whose clocks stand `local` milliseconds ahead of UTC; the bare offset where none does."""
    reference = _reference_instant(expression)
    offset = format_offset(local)
    values = {"words": expression.words, "offset": f"UTC{offset}"}
    for zone, place, _ in places:
        if offset_at(reference, zone) == local:
            return Zones(zone, language.desk_zone, zone), [Assumption("zone-twin", {"value": zone, "place": place, **values})]
    return Zones(offset, language.desk_zone, offset), [Assumption("zone-offset", {"value": offset, **values})]


def _twin_offset(found: Found, settings: Settings) -> int | None:
    """Milliseconds the first clock of a double one is ahead of UTC, if it is the local one and the other one's zone is known."""
    one, other = found.partial, found.twin
    if other is None or one.zone not in (None, "local") or other.zone in (None, "local") or other.zone is None:
        return None
    ahead = ((one.hour or 0) - (other.hour or 0)) * HOUR + ((one.minute or 0) - (other.minute or 0)) * MINUTE
    reference = day_of(settings.date) * DAY if settings.date else 0
    offset = ahead + offset_at(reference, other.zone)
    offset = (offset + 12 * HOUR) % DAY - 12 * HOUR  # the clocks may stand on two sides of midnight
    return offset if offset % _QUARTER == 0 else None


def _reference_instant(expression: Expression) -> int:
    partial = expression.partial
    return days_of(partial.year, partial.month or 1, partial.day or 1) * DAY if partial.year else days_of(2019, 1, 1) * DAY


def is_newest_first(readings: Sequence[Reading]) -> tuple[bool, bool]:
    """Whether the ticker runs newest first, and whether its own stamps or dates say so (else it is the custom of tickers)."""
    clocks = [r.stamp.hour * 60 + (r.stamp.minute or 0) for r in readings if r.stamp and r.stamp.hour is not None]
    steps = [(b - a + _HALF_DAY) % (2 * _HALF_DAY) - _HALF_DAY for a, b in itertools.pairwise(clocks)]  # 23:50 to 00:10 goes on
    falls, rises = sum(step < 0 for step in steps), sum(step > 0 for step in steps)
    if falls == rises:
        dates = [day for r in readings for e in r.expressions if (day := _signed_day(e)) is not None]
        falls = sum(a > b for a, b in itertools.pairwise(dates))
        rises = sum(a < b for a, b in itertools.pairwise(dates))
    return falls >= rises, falls != rises


def infer_days(
    readings: Sequence[Reading], introduction: str, settings: Settings, zones: Zones, language: Language
) -> tuple[Days, list[Assumption]]:
    """The days of a ticker, its readings oldest first; the result is oldest first too.

    Fixed points are the editor's date (of the newest entry), the stamps of quoted posts and a date above the ticker (of its oldest
    entry); between them clocks that fall back cross midnight, and weekdays in the past tense move the day on.
    """
    pins: dict[int, int] = {}
    reasons: list[str] = []
    for index, reading in enumerate(readings):
        for expression in reading.expressions:
            if (day := _signed_day(expression)) is not None:
                pins[index] = max(pins.get(index, day), day)
                reasons.append(expression.words)
    newest = None
    if settings.date:
        newest = day_of(settings.date)
    elif not pins and (heading := _heading_day(introduction, settings, language)):
        pins[0] = heading[0]
        reasons.append(heading[1])
    if not pins and newest is None:
        return Days((None,) * len(readings), (None,) * len(readings)), []
    days, moved = _days(readings, pins, newest, zones)
    last = days.last[-1]
    if newest is not None or last is None:
        return days, []
    return days, [_day_assumption(last, [*reasons[:1], *moved[-1:]])]


def _day_assumption(day: int, reasons: Sequence[str]) -> Assumption:
    words = ", ".join(f"“{reason}”" for reason in reasons)
    return Assumption("date", {"value": format_date(day), "weekday": str(weekday_of(day)), "words": words})


def _signed_day(expression: Expression) -> int | None:
    partial = expression.partial
    if not expression.signed or partial.year is None or partial.month is None or partial.day is None:
        return None
    return days_of(partial.year, partial.month, partial.day)


def _heading_day(introduction: str, settings: Settings, language: Language) -> tuple[int, str] | None:
    text = f"{settings.title or ''}\n{introduction}"
    for found in find(text, language):
        partial = found.partial
        if partial.year is not None and partial.month is not None and partial.day is not None:
            return days_of(partial.year, partial.month, partial.day), text[found.start : found.end]
    return None


def _days(readings: Sequence[Reading], pins: dict[int, int], newest: int | None, zones: Zones) -> tuple[Days, list[str]]:
    """The days of entries, oldest first, and the words that moved the day on."""
    size = len(readings)
    first: list[int | None] = [None] * size
    moved: list[str] = []
    start = min(pins) if pins else size - 1
    if pins:
        moved = _forward(readings, pins, newest, zones, first)
    else:
        first[start] = newest
    last: list[int | None] = [max(pins[index], first[index] or pins[index]) if index in pins else None for index in range(size)]
    for index in range(start, size):
        if readings[index].stamp:
            last[index] = first[index]
    last[-1] = newest if newest is not None else (last[-1] if last[-1] is not None else first[-1])
    for index in range(size - 2, start - 1, -1):
        later, own = last[index + 1], last[index]
        last[index] = later if own is None else (own if later is None else min(own, later))
    _backward(readings, start, first, last, zones)
    return Days(tuple(first), tuple(last)), moved


def _forward(readings: Sequence[Reading], pins: dict[int, int], newest: int | None, zones: Zones, first: list[int | None]) -> list[str]:
    """Fill `first` from the oldest fixed day on."""
    moved: list[str] = []
    current = pins[min(pins)]
    clock: int | None = None
    for index in range(min(pins), len(readings)):
        if pins.get(index, current) > current:
            current, clock = pins[index], None
        if (stamps := _stamp_instants(readings[index], current, zones)) and clock is not None and stamps[-1] < clock:
            current += 1
            stamps = _stamp_instants(readings[index], current, zones)
        if stamps:
            clock = next((stamp for stamp in stamps if clock is None or stamp >= clock), stamps[-1])
        for expression in readings[index].expressions:
            if (day := _moves_to(expression, current, newest)) is not None and day > current:
                current = day
                moved.append(expression.words)
        first[index] = current
    return moved


def _backward(readings: Sequence[Reading], start: int, first: list[int | None], last: list[int | None], zones: Zones) -> None:
    """Fill `first` and `last` from the oldest fixed day back: clocks that rise when going back cross midnight."""
    current = last[start]
    if current is None:
        return
    stamps = _stamp_instants(readings[start], current, zones)
    clock = stamps[-1] if stamps else None
    for index in range(start - 1, -1, -1):
        if (stamps := _stamp_instants(readings[index], current, zones)) and clock is not None and stamps[0] > clock:
            current -= 1
            stamps = _stamp_instants(readings[index], current, zones)
        if stamps:
            clock = next((stamp for stamp in reversed(stamps) if clock is None or stamp <= clock), stamps[0])
            first[index] = current
        last[index] = current


def _stamp_instants(reading: Reading, day: int, zones: Zones) -> list[int]:
    """The instants the clock of a stamp can mean on a day, in order: none without a clock, two where it was set back."""
    stamp = reading.stamp
    if stamp is None or stamp.hour is None:
        return []
    zone = stamp.zone if stamp.zone and stamp.zone not in ABBREVIATIONS else zones.desk
    wall = day * DAY + stamp.hour * HOUR + (stamp.minute or 0) * MINUTE
    match instants_of(wall, zones.local if zone == "local" else zone):
        case Fold(earlier, later):
            return [earlier, later]
        case _:
            return [instant_of(wall, zones.local if zone == "local" else zone)]


def _moves_to(expression: Expression, current: int, newest: int | None) -> int | None:
    """The day a weekday in the past tense proves to have come; a jump of more than three days is another week's day."""
    partial = expression.partial
    if partial.weekday is None or partial.year is not None or partial.day is not None or partial.relation == "future":
        return None
    if expression.tense != "past":
        return None
    day = current + (partial.weekday - weekday_of(current)) % 7
    return day if day - current <= 3 and (newest is None or day <= newest) else None


def infer_occasions(readings: Sequence[Reading], days: Days, frame: Frame, settings: Settings) -> tuple[dict[str, int], list[Assumption]]:
    """The first day of the occasions dates are counted from: the editor's anchors, else the dated words that tell of an opening,
    else an entry of a known day that speaks of the occasion's second or third day."""
    known = {name.lower(): day_of(day) for name, day in settings.anchors.items()}
    if known:
        return known, []
    nouns = Counter(word.lower() for reading in readings for word in _words(reading.text) if word.lower() in frame.language.occasions)
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
    if opening and any(word.lower() in frame.language.occasions for word in _words(reading.entry.headline)):
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


def _words(text: str) -> list[str]:
    return "".join(letter if letter.isalpha() else " " for letter in text).split()
