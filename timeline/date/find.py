"""Text -> the expressions in it: each rule of a language finds, overlaps go to the longest, neighbours that belong together merge."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter
from typing import Any

from timeline.date.clauses import sentence_at
from timeline.date.grammar import Language
from timeline.date.partial import PART_HOURS, Found, Partial
from timeline.date.places import PLACE, zone_of_place
from timeline.date.scan import Scan, scan
from timeline.date.twins import is_open, twin_of, with_day_of_twin
from timeline.date.values import build, build_end

_PLACE = re.compile(PLACE)
_BEHIND = 24
_APART = 80
"""No two expressions belong together that stand further apart."""
_LOOSE = "loose-"
"""How rules are called whose matches mean a clock or a date only right beside one of the other: `Tuesday from 7 to 9`."""
_SCORED = "loose-hours"
"""The one whose matches are results as well."""
_BRACKET = re.compile(r"\s?\(")
_NOT_UNTIL = 90
_TODAY = (Partial(days=0), Partial(days=-1), Partial(days=1))
_COMMA = re.compile(r",\s")
_ORDERS = ("date-mdy", "date-dmy")
GUESSED_ORDER = "date-mdy-guessed"


def find(text: str, language: Language) -> list[Found]:
    """The time expressions of `text` in their order, disjoint; spans are character offsets, half open."""
    return find_in(scan(text, language))


def find_in(scanned: Scan) -> list[Found]:
    """The same of a text that was looked through."""
    text, language = scanned.text, scanned.language
    candidates = _one_order(_candidates(scanned))
    found = merge(_longest(candidates), text, language)
    while alone := [one for one in found if _is_loose(one)]:
        candidates, displaced = _without(alone, candidates)
        if not displaced:
            found = [one for one in found if not _is_loose(one)]
            break
        found = merge(_longest(candidates), text, language)
    found = [_ended(one, text, language) for one in _ranges(found, text, language)]
    return [_of_either_half(one, text) for one in found] if language.halves.search(text) else found


def _of_either_half(one: Found, text: str) -> Found:
    """`5:45` in a text that tells the half of the day elsewhere; `05:45` and `17:45` say it themselves."""
    hour, bare = one.partial.hour or 0, one.rule == "clock-colon" and one.to is None and one.partial.zone is None
    return replace(one, partial=replace(one.partial, twelve=True)) if bare and 1 <= hour <= 12 and text[one.start] != "0" else one


def _without(alone: Sequence[Found], candidates: Sequence[Found]) -> tuple[list[Found], bool]:
    """The candidates but for loose ones that nothing joined, and whether one of them had taken the place of another."""
    starts, kept, displaced, number = {one.start for one in alone}, [], False, 0
    for one in candidates:
        if _is_loose(one) and one.start in starts:
            continue
        kept.append(one)
        while number < len(alone) and alone[number].end <= one.start:
            number += 1
        displaced = displaced or (number < len(alone) and one.end > alone[number].start)
    return kept, displaced and len(kept) < len(candidates)


def find_parts(text: str, language: Language) -> list[Found]:
    """The same before anything is merged: a date and the clock beside it are two, as TIMEX3 has them."""
    return _longest([one for one in _one_order(_candidates(scan(text, language))) if not _is_loose(one)])


def _is_loose(one: Found) -> bool:
    return one.rule.startswith(_LOOSE)


def _one_order(candidates: Sequence[Found]) -> list[Found]:
    """`3/4/2019` is a day of April or of March: the whole text decides by those that can be only one of them. Where none is, the first rule
    of the language holds, and the rule's name says that it was a guess."""
    ways: dict[tuple[int, int], set[str]] = {}
    for one in candidates:
        if one.rule in _ORDERS:
            ways.setdefault((one.start, one.end), set()).add(one.rule)
    if not ways:
        return list(candidates)
    sure = [next(iter(rules)) for rules in ways.values() if len(rules) == 1]
    order = max(_ORDERS, key=sure.count)
    kept = [one for one in candidates if one.rule not in _ORDERS or one.rule == order or len(ways[one.start, one.end]) == 1]
    return kept if sure else [replace(one, rule=GUESSED_ORDER) if one.rule in _ORDERS else one for one in kept]


def _candidates(scanned: Scan) -> list[Found]:
    """What every rule finds, by its beginning; of two that begin together the longer one first, then the one whose rule is first.

    What lies within a date that does not exist, or within what a silent rule takes, is left out.
    """
    language = scanned.language
    found: list[tuple[int, int, int, Found]] = []
    refused: list[tuple[int, int]] = []
    for number, match in scanned.rules:
        rule, (start, end) = language.rules[number], match.span()
        partial = None if "silent" in rule.fixed else build(rule, match, language.words)
        if partial is None:
            refused.append((start, end))
        elif end > start:
            found.append((start, -end, number, _found(start, end, partial, rule.name, build_end(match, language.words, partial), language)))
    found.sort(key=itemgetter(0, 1, 2))
    return _outside(refused, [one for *_, one in found])


def _found(start: int, end: int, partial: Partial, rule: str, closing: tuple[dict[str, Any], Partial] | None, language: Language) -> Found:
    """With the end of a range of clocks that one rule reads."""
    if closing is None:
        return Found(start, end, partial, rule)
    fields, last = closing
    ranged = Found(start, end, replace(partial, **fields), rule, to=last)
    return _late(ranged, language) if partial.part else ranged


def _late(one: Found, language: Language) -> Found:
    """Both ends of a range in the half of the day that its part names."""
    night = _night(language)
    last = one.to and replace(one.to, part=one.partial.part).late(night)
    return replace(one, partial=one.partial.late(night), to=last and replace(last, part=None))


def _night(language: Language) -> int:
    """The hour from which on a clock of a night is one before midnight: `nine` of a night that begins at six; of one that begins at
    midnight (`madrugada`) none is."""
    begins = language.hours.get("night", PART_HOURS["night"])[0]
    return begins - 12 if begins >= 12 else 12


def _outside(refused: list[tuple[int, int]], found: list[Found]) -> list[Found]:
    """What lies in none of the spans that are refused: no `2019` out of `31. Februar 2019`."""
    if not refused:
        return found
    refused.sort()
    outside, reach, known = [], 0, 0
    for one in found:
        while known < len(refused) and refused[known][0] <= one.start:
            reach, known = max(reach, refused[known][1]), known + 1
        if one.end > reach:
            outside.append(one)
    return outside


def _longest(candidates: Sequence[Found]) -> list[Found]:
    """Of two that overlap the longer one stays, of two equally long the first."""
    kept: list[Found] = []
    for one in candidates:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return kept


def merge(found: Sequence[Found], text: str, language: Language) -> list[Found]:
    """Join a date beside a clock beside a part of day into one expression, and two clocks for one instant into one with a twin.

    A loose one that nothing joined is still there.
    """
    merged: list[Found] = []
    for one in found:
        one = _placed(one, text, language)
        joined = _join(merged[-1], one, text, language) if merged else None
        if joined:
            merged[-1] = joined
            twin = _twin_before(merged, text, language)
            merged[-2:] = [twin] if twin else merged[-2:]
        else:
            merged.append(one)
    return merged


def _twin_before(merged: Sequence[Found], text: str, language: Language) -> Found | None:
    """The clock before the last one as its twin, now that the last one has its day."""
    if len(merged) < 2 or not (merged[-2].partial.has_clock and merged[-1].partial.has_clock):
        return None
    left, right = merged[-2:]
    return None if right.start - left.end > _APART else twin_of(left, right, text, text[left.end : right.start], language)


def _placed(one: Found, text: str, language: Language) -> Found:
    """A clock or a date right before a place is in the zone of that place; a clock takes the place in."""
    partial = one.partial
    if partial.zone not in (None, "local") or (partial.hour is None and not partial.day) or not partial.is_moment:
        return one
    placed = language.placed.match(text, one.end)
    place = _PLACE.match(text, placed.end()) if placed else None
    if place is None:
        return one
    zone = replace(partial, zone=zone_of_place(place["place"]))
    return replace(one, partial=zone, end=place.end() if partial.has_clock else one.end)


def _join(left: Found, right: Found, text: str, language: Language) -> Found | None:
    between = text[left.end : right.start]
    if right.start - left.end > _APART or "\n\n" in between:  # nothing goes on in another paragraph
        return None
    if left.twin is not None and is_open(text[left.start : right.start]):
        return with_day_of_twin(left, right, left.twin, text, language)
    ways = (_to_the_day, _counted, _lasting, _apposed) if left.partial.amounts or right.partial.amounts else (_apposed, _bounded)
    for way in ways:
        if joined := way(left, right, text, language):
            return joined
    if not (left.partial.is_moment and right.partial.is_moment) or left.partial.is_counted or right.partial.is_counted:
        return None
    if left.partial.has_clock and right.partial.has_clock:
        return twin_of(left, right, text, between, language)
    if not language.bridge.fullmatch(between) or not _fits(left.partial, right.partial) or not _sure(left, right, text, language):
        return None
    partial = left.partial.joined(right.partial, _night(language))
    if partial is None:
        return None
    rules = (right.rule, left.rule) if _is_loose(left) else (left.rule, right.rule)
    joined = replace(left, end=right.end, partial=partial, rule="+".join(rules), to=left.to or right.to)
    return _late(joined, language) if joined.to and partial.part else joined


def _sure(left: Found, right: Found, text: str, language: Language) -> bool:
    """Two loose ones make nothing sure, and hours beside a day are a count where the sentence tells of a match, a vote or a rise."""
    loose = [one for one in (left, right) if _is_loose(one)]
    if len(loose) == 2 or (left in loose and left.to and right.start - left.end > 1):
        return False
    clocks = [one for one in loose if one.partial.has_clock]
    return not any(language.scores.search(text[slice(*sentence_at(text, one.start, one.end))]) for one in clocks)


def _counted(left: Found, right: Found, text: str, language: Language) -> Found | None:
    """`two weeks before Christmas`, `two hours after 2 p.m.`: a length and what it counts from, which may itself be counted.
    `two hours from 2 p.m.` is a range."""
    length, base = left.partial, right.partial
    if not length.amounts:
        return None
    side = language.counted.fullmatch(text, left.end, right.start)
    if side is None or not _is_length(length) or not base.is_moment:
        return None
    if base.has_clock and side["side"].lower() == "from":
        return _lasting(replace(right, start=left.start), left, text, language, known=True)
    if _is_loose(right) or (base.has_clock and any(one.milliseconds() is None for one in length.amounts)):
        return None
    after = side["side"].lower() in language.words.after
    rules = f"{right.rule}+{left.rule}" if _is_loose(left) else f"{left.rule}+{right.rule}"
    return Found(left.start, right.end, replace(length, base=base, ago=not after, ahead=after), rules)


def _to_the_day(left: Found, right: Found, text: str, language: Language) -> Found | None:
    """`three years ago today`, `gestern vor einer Woche`: counted from that day, and exact to the day."""
    length, day = (left.partial, right.partial) if left.partial.amounts else (right.partial, left.partial)
    if not length.ago or length.base is not None or day not in _TODAY or text[left.end : right.start] != " ":
        return None
    if any(amount.number is None or amount.milliseconds() is not None for amount in length.amounts):
        return None
    return Found(left.start, right.end, replace(length, base=day), f"{left.rule}+{right.rule}")


def _is_length(partial: Partial) -> bool:
    return bool(partial.amounts) and partial == Partial(amounts=partial.amounts)


def _lasting(left: Found, right: Found, text: str, language: Language, *, known: bool = False) -> Found | None:
    """`from 10 am for three hours`: a range that ends so much later; `known` that the words between say so."""
    clock, length = left.partial, right.partial
    if left.to or not (clock.is_moment and clock.has_clock) or not _is_length(length):
        return None
    if any(one.number is None or one.milliseconds() is None for one in length.amounts):
        return None
    if not known and (_is_loose(left) or not language.lasting.fullmatch(text, left.end, right.start)):
        return None
    ending = Partial(amounts=length.amounts, ahead=True, base=clock)
    rules = f"{right.rule}+{left.rule}" if _is_loose(left) else f"{left.rule}+{right.rule}"
    return replace(left, end=max(left.end, right.end), rule=rules, to=ending)


def _apposed(left: Found, right: Found, text: str, language: Language) -> Found | None:
    """`this Friday (15 June)`, `22 May (Tuesday)`, `tomorrow, 13 April`: one day, said twice; the date is what holds."""
    if text[left.end : left.end + 1] not in (" ", "(", ","):
        return None
    near, date = (left.partial, right.partial) if left.partial.day is None else (right.partial, left.partial)
    if date.day is None or date.month is None or date.weekday is not None or date.has_clock or date.is_counted:
        return None
    if near.is_counted or (near.relation and near.weekday is None and near.days is None):
        return _spanned(left, right, text, language)
    if not (near.weekday is not None or near.days is not None) or near.day is not None or near.has_clock or near.part or near.nth_week:
        return None
    end = right.end
    if _BRACKET.fullmatch(text, left.end, right.start) and text[end : end + 1] == ")":
        end += 1
    elif near is not left.partial or near.days is None or not _COMMA.fullmatch(text, left.end, right.start):
        return None
    rule = right.rule if _is_loose(left) else left.rule
    return Found(left.start, end, replace(date, weekday=near.weekday), f"{rule}+apposed")


def _spanned(left: Found, right: Found, text: str, language: Language) -> Found | None:
    """`three years ago, on 15 May 2022`, `last month, on 22 July`: the date alone; without a year it is one of the month that is named."""
    near, date = left.partial, right.partial
    between = text[left.end : right.start]
    if between[:1] != "," or not language.bridge.fullmatch(between[1:]) or near.has_clock or near.weekday is not None:
        return None
    if near.ago and date.year is None and any(amount.unit not in ("day", "week", "month") for amount in near.amounts):
        return None
    return replace(right, start=left.start, rule=f"{right.rule}+apposed")


def _bounded(left: Found, right: Found, text: str, language: Language) -> Found | None:
    """`tomorrow before 5 pm`: the clock of that day is where what is meant ends or begins."""
    day, clock = left.partial, right.partial
    if clock.hour is None or day.hour is not None:
        return None
    if not (day.is_moment and _is_daily(day)) or day.is_counted or day.part or clock.has_day:
        return None
    bounded = language.bounded.fullmatch(text, left.end, right.start)
    if bounded is None or _is_loose(left) or right.rule == _SCORED:
        return None
    partial = day.joined(clock)
    if partial is None:
        return None
    bound = replace(partial, until=bounded.lastgroup == "until")
    return replace(left, end=right.end, partial=bound, rule=f"{left.rule}+{right.rule}", to=left.to or right.to)


def _fits(left: Partial, right: Partial) -> bool:
    """A day goes with a part of day or a clock, in either order; a clock with a part; and no two pieces of a calendar with each other."""
    finer = any(one.part is not None or one.has_clock for one in (left, right))
    return finer and _is_daily(left) and _is_daily(right)


def _is_daily(partial: Partial) -> bool:
    """It names a day or less: a clock is of no week, month or year."""
    return any(getattr(partial, name) is not None for name in ("day", "weekday", "days", "holiday", "part", "hour"))


def _ranges(found: Sequence[Found], text: str, language: Language) -> list[Found]:
    """`zwischen 9 und 11 Uhr`, `(1950 bis 1953)` are one expression; `von 9 bis 11 Uhr` are two, the second of which ends the first."""
    ranged: list[Found] = []
    for one in found:
        left = ranged[-1] if ranged else None
        if left is None or left.to or left.closes or not _is_range(left, one, text, language):
            ranged.append(one)
            continue
        before = text[max(0, left.start - _BEHIND) : left.start]
        between = language.between.search(before)
        if between and one.partial.has_clock:
            ranged[-1] = replace(left, start=left.start - (len(before) - between.start()), end=one.end, to=one.partial, rule="between")
        elif one.rule == left.rule == "year-bare" and not language.origin.search(before):
            ranged[-1] = replace(left, end=one.end, to=one.partial, rule="year-range")
        else:
            ranged[-1] = replace(left, to=one.partial)
            ranged.append(replace(one, closes=True))
    return ranged


def _is_range(left: Found, right: Found, text: str, language: Language) -> bool:
    if right.start - left.end > _APART:
        return False
    between = text[left.end : right.start]
    if not language.range.fullmatch(between) or not (left.partial.is_moment and right.partial.is_moment):
        return False
    if language.joint.search(between):
        return bool(language.between.search(text[max(0, left.start - _BEHIND) : left.start]))
    both = (left.partial, right.partial)
    return all(one.has_clock for one in both) or all(one.has_day and not one.is_counted for one in both)


def _ended(one: Found, text: str, language: Language) -> Found:
    """`bis zum Wochenende`: only an end is known."""
    if one.closes or one.to or not one.partial.is_moment or one.partial.until:
        return one
    until = language.until.search(text[max(0, one.start - _BEHIND) : one.start])
    if until is None or language.not_until.search(text, max(0, one.start - _NOT_UNTIL), one.start):
        return one
    hour = 24 if one.rule.startswith("clock-named") and one.partial.hour == 0 else one.partial.hour  # the midnight that ends the day
    return replace(one, partial=replace(one.partial, until=True, hour=hour))
