"""Expressions as TIMEX3 values (ISO-TimeML, https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from timeline.clock import DAY, date_of, format_date, wall_at, weekday_of
from timeline.date.calendar import period_of
from timeline.date.clauses import place_at, sentence_at, tense_of
from timeline.date.find import find, find_parts
from timeline.date.grammar import Language
from timeline.date.partial import Amount, Found, Partial, Portion, Relation, Unit
from timeline.date.resolve import Frame, Unresolved, days_from, occasion_day, resolve, resolve_range
from timeline.model import Moment
from timeline.moment import civil, iso

Kind = Literal["date", "time", "duration", "set"]
Mod = Literal["BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "START", "MID", "END", "APPROX"]

_NEARBY = 400
_PARTS = {"night": "NI", "morning": "MO", "forenoon": "MO", "noon": "MI", "afternoon": "AF", "evening": "EV"}
_UNITS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "workday": "BD", "week": "W", "weekend": "WE", "month": "M", "quarter": "Q",
    "season": "SU", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_WHOLE: frozenset[Unit] = frozenset({"quarter", "weekend", "century"})
_PORTIONS: dict[Portion, Mod] = {"start": "START", "mid": "MID", "end": "END"}
_BOUNDS: dict[str, Mod] = {"before": "BEFORE", "after": "AFTER", "until": "ON_OR_BEFORE", "since": "ON_OR_AFTER"}
_BESIDE = 32
_VAGUE: dict[Relation, str] = {"past": "PAST_REF", "this": "PRESENT_REF", "future": "FUTURE_REF"}


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression of a text: `text[start:end]`, its TIMEX3 value, and the moment it means, where it means one; `end_moment` is the end
    of a range that is written as one expression. `mod` is what TIMEX3 has for open ranges (`after 2018`), portions and "about"."""

    start: int
    end: int
    text: str
    kind: Kind
    value: str
    rule: str
    moment: Moment | None = None
    end_moment: Moment | None = None
    mod: Mod | None = None


def find_timexes(text: str, frame: Frame) -> list[Timex]:
    """The expressions of `text` in its order, seen from the day of `frame`; one that cannot be placed has an empty value.

    A clock without a date is on the day that its sentence named before it, a part of day on the day that the text named last.
    """
    parts = find_parts(text, frame.language)
    news = any(one.partial.has_clock for one in parts)
    timexes: list[Timex] = []
    named: tuple[int, int] | None = None
    for one in parts:
        if one.partial.anchor == "" and occasion_day("", frame) is None:
            continue  # `in der dritten Woche` of nothing that began
        here = frame
        if named is not None and not one.partial.has_day and (one.partial.has_clock or one.partial.part):
            since = sentence_at(text, one.start, one.end)[0] if one.partial.has_clock else one.start - _NEARBY
            here = replace(frame, first_day=named[1], last_day=named[1]) if named[0] >= since else frame
        timexes.append(_timex(one, text, here, news=news))
        if (day := _day_named(timexes[-1], one.partial)) is not None:
            named = one.start, day
            begins = frame.language.opening.search(text[slice(*sentence_at(text, one.start, one.end))])
            frame = replace(frame, begun=day) if begins else frame
    return timexes


def find_moments(text: str, frame: Frame) -> list[Timex]:
    """The expressions of `text` as a reader takes them: a date and the clock beside it are one; what says no time is left out."""
    return [_timex(one, text, frame, news=True) for one in find(text, frame.language) if not one.partial.vague]


def _day_named(timex: Timex, partial: Partial) -> int | None:
    moment = timex.moment
    if moment is None or moment.earliest is None or partial.is_counted or not partial.has_day:
        return None
    if moment.precision != "day" and moment.precision not in _PARTS:
        return None
    return wall_at(moment.earliest, moment.zone or "UTC") // DAY


def _timex(found: Found, text: str, frame: Frame, *, news: bool) -> Timex:
    partial, words = found.partial, text[found.start : found.end]
    bare = Timex(found.start, found.end, words, "date", "", found.rule, mod=_mod(found, text, frame.language))
    if partial.vague:
        return replace(bare, value=_VAGUE[partial.vague])
    amounts = () if partial.base else partial.amounts or ((partial.distance,) if partial.distance else ())
    if amounts or partial.each:
        bare = replace(bare, kind="set" if partial.each else "duration", value=duration(amounts) if amounts else "P1W")
    elif partial == Partial(days=0) and not news and words.lower() in frame.language.nowadays:
        bare = replace(bare, value="PRESENT_REF")  # a text without a clock is no notice: its `heute` is "these days"
    try:
        if partial.amounts and partial.relation and frame.day is not None:
            return replace(bare, moment=_counted_span(partial, frame))
        return _placed(bare, found, text, frame)
    except Unresolved:
        return bare


def _mod(found: Found, text: str, language: Language) -> Mod | None:
    """The words before, behind or within an expression that leave one side of it open; else its portion, or that it is about."""
    partial = found.partial
    if not partial.is_moment or found.to or found.closes:
        return None
    before = language.bound.search(text[max(0, found.start - _BESIDE) : found.start])
    within = None if partial.is_counted else language.bounded.search(text, found.start, found.end)
    for match in (within, before, language.bound_behind.match(text, found.end)):
        if match is not None and match.lastgroup:
            return _BOUNDS[match.lastgroup]
    if partial.until or partial.near:
        return "ON_OR_BEFORE" if partial.until else _BOUNDS[partial.near or "after"]
    return _PORTIONS.get(partial.portion) if partial.portion else "APPROX" if partial.approximate else None


def _counted_span(partial: Partial, frame: Frame) -> Moment | None:
    """`the last three months`: from there to yesterday; `the next two days`: tomorrow and the day after. Quarters, weekends and
    centuries are whole ones."""
    amounts, today = partial.amounts, frame.day or 0
    if any(amount.number is None or amount.milliseconds() is not None for amount in amounts):
        return None
    past, (number, unit) = partial.relation == "past", amounts[0]
    count = round(number or 0)
    if unit in _WHOLE and count:
        steps = (-count, -1) if past else (1, count)
        ends = [period_of(Partial(unit=unit, relation="this"), today, "unknown", step=step) for step in steps]
        return civil(ends[0].first, ends[1].last, "day", frame.zone, "stated", approximate=True) if ends[0] and ends[1] else None
    far = days_from(today, amounts, -1 if past else 1)
    first, last = (far, today - 1) if past else (today + 1, far)
    return civil(first, last, "day", frame.zone, "stated", approximate=True)


def _placed(bare: Timex, found: Found, text: str, frame: Frame) -> Timex:
    """With the moment, and with its value where the expression has no other."""
    tense = tense_of(place_at(text, found.start, found.end), frame.language)
    end = None
    if found.to:
        moment, end, _ = resolve_range(found.partial, found.to, frame, tense)
    else:
        moment, _ = resolve(found.partial, frame, tense)
    kind: Kind = "time" if moment.civil is None or moment.precision in _PARTS else "date"
    return replace(bare, kind=bare.kind if bare.value else kind, value=bare.value or value_of(moment), moment=moment, end_moment=end)


def value_of(moment: Moment) -> str:
    """The TIMEX3 value of a moment, on the wall of its own zone.

    >>> from timeline.moment import read_moment
    >>> value_of(read_moment("2019-02-28T13:25+07:00", "UTC"))
    '2019-02-28T13:25'
    """
    civil = moment.civil
    if civil is None:
        return iso(moment)[:16]
    if moment.precision in _PARTS:
        return f"{civil}T{_PARTS[moment.precision]}"
    if moment.precision in ("week", "weekend"):
        return _week(moment)
    if moment.precision == "season":
        return f"{civil[:-2]}{_SEASONS[civil[-2:]]}"
    if moment.precision == "quarter":
        return f"{civil[:-2]}Q{(int(civil[-2:]) + 2) // 3}"
    if civil.startswith("-") or civil == "0000":
        return f"BC{1 - int(civil):04d}" if civil[1:].isdecimal() else civil  # TIMEX2 (TIDES 2005), 3.2.1.4
    return civil[:-1] if moment.precision == "decade" else civil[:-2] if moment.precision == "century" else civil


def duration(amounts: tuple[Amount, ...]) -> str:
    """ISO 8601 duration, with X for an unknown number.

    >>> duration((Amount(12, "minute"),)), duration((Amount(2, "year"), Amount(9, "month"))), duration((Amount(None, "day"),))
    ('PT12M', 'P2Y9M', 'PXD')
    """
    clock = "T" if amounts[0].unit in ("second", "minute", "hour") else ""
    parts = ("X" if one.number is None else f"{abs(one.number):g}" for one in amounts)
    return f"P{clock}" + "".join(part + _UNITS[one.unit] for part, one in zip(parts, amounts, strict=True))


def _week(moment: Moment) -> str:
    """ISO 8601 week: the one that holds the year's first Thursday is the first."""
    day = wall_at(moment.earliest or 0, moment.zone or "UTC") // DAY
    thursday = day - weekday_of(day) + 3
    year = date_of(thursday)[0]
    first = next(d for d in range(thursday - 371, thursday + 1) if date_of(d)[0] == year)
    week = f"{format_date(thursday)[:-6]}-W{(thursday - first) // 7 + 1:02d}"
    return f"{week}-WE" if moment.precision == "weekend" else week
