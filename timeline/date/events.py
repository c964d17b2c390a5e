"""The events of one entry: each expression that names a moment, the plans that were moved, what was called off."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from timeline.clock import DAY, HOUR, format_date, format_offset, offset_at, wall_at, weekday_of
from timeline.date.clauses import DENIED, label_of, place_at, sentence_at
from timeline.date.find import GUESSED_ORDER
from timeline.date.grammar import Language
from timeline.date.importance import of_prose
from timeline.date.partial import PART_HOURS, Partial
from timeline.date.places import zones_named
from timeline.date.plans import replan
from timeline.date.posted import contradicts_stamp, resolve_posted, tense_posted, with_day
from timeline.date.reading import Expression, Reading
from timeline.date.resolve import Frame, Unresolved, resolve, resolve_range, shifted
from timeline.date.shifts import find_shifts, moved_by_verb, split_ranges, to_be
from timeline.date.status import given_up_in, status_of
from timeline.errors import DateError
from timeline.model import Basis, Event, Evidence, Moment, Problem, Status
from timeline.moment import clock_moment, read_range

_FEW = 2
"""So many days back lies a weekday that was to be, whatever its tense."""
_EDGE = 2 * HOUR
"""So much earlier a part of a day can be meant to begin."""


@dataclass(slots=True)
class Draft:
    """An event while its entry is read. `fresh`: it dates its entry's own news, and so bounds the entries around it; `earlier`: it is told
    as what came before another one."""

    label: str
    start: Moment | None
    end: Moment | None
    status: Status
    evidence: list[Evidence]
    fresh: bool = False
    background: bool = False
    signed: bool = False
    earlier: bool = False
    replaces: Draft | None = None


@dataclass(slots=True)
class Dated:
    """One entry dated; `published` is its own stamp, and `posted` its frame on the day of that stamp.

    An entry can have thousands of events: `by_moment` finds one of them without a search.
    `open` is what counts from an occasion that nothing dated so far, `since` the instant that older entries have come to, `told_until`
    the latest beginning of what it tells as past itself.
    """

    reading: Reading
    frame: Frame
    posted: Frame
    published: Moment | None = None
    drafts: list[Draft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    by_moment: dict[tuple[str, int | None, str | None], Draft] = field(default_factory=dict)
    open: list[Expression] = field(default_factory=list)
    since: int | None = None
    told_until: int | None = None

    def add(self, draft: Draft) -> None:
        """One event more; the first one of its moment is the one that is found again."""
        self.drafts.append(draft)
        if draft.start and draft.start.earliest is not None and draft.status == "happened" and not draft.background:
            self.told_until = max(self.told_until or draft.start.earliest, draft.start.earliest)
        if draft.start and draft.status != "superseded":
            self.by_moment.setdefault(_key(draft.start), draft)

    def drop(self, draft: Draft) -> None:
        """One event less."""
        self.drafts = [one for one in self.drafts if one is not draft]

    @property
    def has_own(self) -> bool:
        """Some event is the entry's own news, not only what it looks back to. Where the ticker stamps the entry, plans and the stamp of
        a quoted post do not do: what it tells was told at its stamp."""
        if self.published:
            return any(draft.fresh and not draft.signed for draft in self.drafts)
        return any(not draft.background and draft.status != "cancelled" for draft in self.drafts)


def _key(moment: Moment) -> tuple[str, int | None, str | None]:
    """The same for the same instant, however it is written, and for the same date."""
    return moment.precision, moment.instant, moment.civil


def date_entry(reading: Reading, frame: Frame, desk_zone: str, since: int | None = None) -> Dated:
    """The events that the words of an entry date; nothing is inferred from its place yet but that older entries have come to `since`."""
    reading = split_ranges(reading, frame.language)
    dated = Dated(reading, frame, frame, since=since)
    dated.published = _published(dated, desk_zone)
    if dated.published and dated.published.earliest is not None:
        day = wall_at(dated.published.earliest, frame.zone) // DAY
        dated.posted = frame.on(day, day)
    shifts = find_shifts(reading, frame.language)
    moved = moved_by_verb(shifts)
    for expression in reading.expressions:
        if dated.published and _is_today(expression, frame.language) and (expression.part, expression.found.start) not in moved:
            continue
        expression = to_be(expression, moved, reading.signs[expression.part], frame.language)
        if not expression.chained and _dates_something(expression):  # what is chained counts from another entry, perhaps: `chains`
            add(dated, expression)
    replan(dated, shifts)
    drop_repeated(dated)
    _cancel(dated)
    _by_hand(dated)
    _name(dated)
    return dated


def _is_today(expression: Expression, language: Language) -> bool:
    """`heute`, or the date in `good morning, it's Thursday`: it adds nothing to the stamp of its entry."""
    if expression.partial == Partial(days=0):
        return True
    return expression.partial.has_day and not expression.partial.has_clock and bool(language.today.search(expression.place.before(24)))


def _dates_something(expression: Expression) -> bool:
    """A moment of the news, not the end of a range, not the years and ages it happens in."""
    partial = expression.partial
    whole_year = partial.is_absolute and partial.month is None and partial.season is None
    coarse = whole_year or partial.decade is not None or partial.century is not None
    coarse = coarse or (partial.unit in ("quarter", "year", "decade", "century") and partial.month is None and partial.holiday is None)
    lasted = partial.ahead and partial.base is None and expression.tense == "past"  # `cost millions in three days`
    return partial.is_moment and not (expression.found.closes or coarse or lasted)


def _published(dated: Dated, desk_zone: str) -> Moment | None:
    entry, stamp = dated.reading.entry, dated.reading.stamp
    if stamp is None:
        if entry.stamp:
            dated.problems.append(Problem("stamp", words=entry.stamp, line=entry.lines[0]))
        return None
    frame = dated.frame.on(dated.frame.last_day, dated.frame.last_day)
    frame = frame if frame.zone == desk_zone else replace(frame, zone=desk_zone)
    try:
        moment, warnings = resolve(stamp, frame, "past", basis="reported")
    except Unresolved as error:
        dated.problems.append(Problem(error.code, words=entry.stamp, line=entry.lines[0]))
        return None
    dated.problems.extend(Problem(code, words=entry.stamp, line=entry.lines[0], values={"zone": moment.zone or ""}) for code in warnings)
    return moment


def add(dated: Dated, expression: Expression) -> None:
    """The event that an expression dates, if it means a moment; one that is dated already gets the words as well."""
    partial = with_day(dated.reading, expression, stamped=dated.published is not None)
    tense = tense_posted(expression, dated.frame.language)
    given_up = given_up_in(dated, expression)
    if given_up:  # a plan that came to nothing is as near as any other, on either side
        partial, tense = _nearest(partial, dated.posted, expression), "unknown"
    try:
        since = dated.since if tense == "past" else _latest(dated.since, dated.told_until)
        moment, warnings = resolve_posted(partial, dated.posted, dated.published, tense, since=since, sure=expression.is_past)
    except Unresolved as error:
        if error.code == "unknown-occasion":
            dated.open.append(expression)
        elif error.code != "no-moment":
            _report(dated, error.code, expression)
        return
    for code in warnings:
        _report(dated, code, expression, zone=partial.zone or moment.zone or "")
    moment, end = (moment, moment) if partial.until else _ends_of(dated, expression, partial, moment)
    moment = _by_twin(dated, expression, moment)
    called_off = dated.reading.signs[expression.part].cancelled  # its verb may be past for that
    if tense == "past" and not called_off and contradicts_stamp(partial, moment, dated.published):
        _report(dated, "after-stamp", expression)
    if GUESSED_ORDER in expression.found.rule:
        _report(dated, "day-or-month", expression)
    status = given_up or status_of(dated, expression, moment, tense)
    draft = Draft(
        label=label_of(expression.place, dated.frame.language, keep=partial.until),
        start=None if partial.until else moment,
        end=end,
        status=status,
        evidence=[_evidence(expression)],
        fresh=status == "happened" and (partial.is_deictic or expression.signed) and not partial.until,
        background=_looks_back(partial, expression),
        signed=expression.signed,
    )
    same = dated.by_moment.get(_key(draft.start)) if draft.start else None
    if same is None:
        dated.add(draft)
    else:
        same.evidence.extend(draft.evidence)


def _nearest(partial: Partial, frame: Frame, expression: Expression) -> Partial:
    """A bare weekday of a plan that came to nothing: a few days ago, or the nearest one where its clause is past."""
    if partial.weekday is None or partial.relation is not None or partial.day is not None or frame.day is None:
        return partial
    near = frame.language.past.search(expression.text, *expression.place.clause) or (weekday_of(frame.day) - partial.weekday) % 7 <= _FEW
    return replace(partial, relation="this") if near else partial


def _ends_of(dated: Dated, expression: Expression, start: Partial, moment: Moment) -> tuple[Moment, Moment | None]:
    """Both ends of a range that begins with an expression: `von 9 bis 11 Uhr`, `9 to 11 November 2021`; without one the moment alone."""
    found, frame = expression.found, dated.posted
    if found.to is None:
        return moment, None
    if not (start.has_day or found.to.has_day) and moment.instant is not None:  # its order or its stamp told its day
        day = wall_at(moment.instant, moment.zone or "UTC") // DAY
        frame = frame.on(day, day)
    try:
        first, end, _ = resolve_range(start, found.to, frame, expression.tense)
    except Unresolved:
        return moment, None
    return (first if start.has_day else _start_before(moment, end)), end


def _latest(one: int | None, other: int | None) -> int | None:
    return one if other is None else other if one is None else max(one, other)


def _start_before(start: Moment, end: Moment) -> Moment:
    """A bare clock that begins a range is the last one of its reading before the end: `zwischen 10 und 13 Uhr am Dienstag`."""
    if start.earliest is None or end.earliest is None:
        return start
    days = -(-((start.earliest or 0) - (end.earliest or 0)) // DAY)
    late = days if days > 0 else -(((end.earliest or 0) - (start.earliest or 0)) // DAY)
    return shifted(start, -late * DAY) if late else start


def _looks_back(partial: Partial, expression: Expression) -> bool:
    """`vor acht Monaten` in passing: the entry has other news."""
    long_ago = partial.ago and partial.amounts[0].unit in ("month", "year", "decade", "century")
    far = partial.season is not None or partial.quarter is not None or (partial.unit in ("month", "year") and partial.day is None)
    return expression.part == "body" and (long_ago or far or (partial.month is not None and partial.day is None))


def _by_twin(dated: Dated, expression: Expression, moment: Moment) -> Moment:
    """Two clocks for one instant have to agree; where they do not the first one counts, unless it is that of another place of its
    sentence: `the flight left Doha at 01:40 local time (23:40 BST on Wednesday)`."""
    twin = expression.found.twin
    if twin is None:
        return moment
    try:
        other, _ = resolve(twin if twin.weekday is not None else replace(twin, part=None), dated.frame, expression.tense)
    except Unresolved:
        return moment
    if moment.instant is None or other.instant is None:
        return moment
    if (moment.instant - other.instant) % DAY == 0:  # a day that only the second one has is that of both
        return shifted(moment, other.instant - moment.instant) if twin.has_day and not expression.partial.has_day else moment
    if expression.partial.zone == "local" and twin.zone not in (None, "local"):
        wall = wall_at(moment.instant, moment.zone or "UTC")
        ahead = (wall - other.instant + DAY // 2 - 2 * HOUR) % DAY - DAY // 2 + 2 * HOUR  # from 10 hours behind to 14 ahead
        at = other.instant if twin.weekday is not None or not expression.partial.has_day else wall - ahead
        if any(offset_at(at, zone) == ahead for zone in zones_named(expression.text, *expression.place.sentence)):
            return clock_moment(at + ahead, format_offset(ahead), "stated")
    _report(dated, "clocks-disagree", expression)
    return moment


def _cancel(dated: Dated) -> None:
    """What was planned and called off, without a clock of its own, happened not on the day of its entry."""
    language, text = dated.frame.language, dated.reading.entry.body
    dates = [one.found.start for one in dated.reading.expressions if one.part == "body"]
    for match in dated.reading.signs["body"].cancelled:
        if language.denied.search(text[max(0, match.start() - DENIED) : match.start()]):
            continue
        first, last = sentence_at(text, match.start(), match.end())
        if bisect_left(dates, first) < bisect_left(dates, last) or not language.planned.search(text[first:last]):
            continue
        moment = _day_of_entry(dated)
        if moment is None:
            continue
        evidence = Evidence(match.group(), "body", match.start(), match.end(), "cancelled")
        label = label_of(place_at(text, match.start(), match.start()), language)
        dated.add(Draft(label, moment, None, "cancelled", [evidence], background=True))


def _day_of_entry(dated: Dated) -> Moment | None:
    try:
        moment, _ = resolve(Partial(days=0), dated.frame, "past", basis="order")
    except Unresolved:
        return None
    return moment


def _by_hand(dated: Dated) -> None:
    """An editor's moment wins over everything that would date the entry's own news; plans and looks back stay."""
    entry = dated.reading.entry
    if not entry.hand:
        return
    try:
        start, end = read_range(entry.hand, dated.frame.zone, day=dated.frame.day)
    except DateError:
        dated.problems.append(Problem("hand", words=entry.hand, line=entry.lines[0] + 1, severity="error"))
        return
    evidence = Evidence(entry.hand, "hand", 0, len(entry.hand), "hand")
    kept = [draft for draft in dated.drafts if not draft.fresh]
    dated.drafts = [Draft(entry.headline, start, end, "happened", [evidence], fresh=True), *kept]


def _name(dated: Dated) -> None:
    """An entry with one event of its own gives it its headline; of several, each is named by its clause."""
    own = [draft for draft in dated.drafts if not draft.background and draft.status in ("happened", "planned")]
    told_at_its_stamp = dated.published is not None  # then the headline names what was told, which is no plan in the text below it
    news = [draft for draft in own if draft.fresh] or (own if len(own) == 1 and not told_at_its_stamp else [])
    if news:
        news[0].label = dated.reading.entry.headline
        if news[0].replaces:
            news[0].replaces.label = dated.reading.entry.headline


def drop_repeated(dated: Dated) -> None:
    """The stamp of a quoted post, or the day of a sentence that has a clock too, is no event beside what it dates; a plan that moved is."""
    days = {id(one) for one in dated.drafts if one.start and one.start.civil and one.end is None and _is_day(one.start)}
    days -= {id(one.replaces) for one in dated.drafts if one.replaces}
    fresh: set[str] = set()
    clocks: dict[tuple[str, str, tuple[int, int]], list[int]] = {}
    for one in dated.drafts if days else ():
        if one.start and one.start.instant is not None and one.status != "superseded":
            date = _date_at(one.start)
            clocks.setdefault((date, *_sentence(dated, one)), []).append(one.start.instant)
            fresh |= {date} if one.fresh else set()
    if clocks:
        dated.drafts = [one for one in dated.drafts if id(one) not in days or not _is_repeated(dated, one, fresh, clocks)]


def _is_day(moment: Moment) -> bool:
    return moment.precision == "day" or moment.precision in PART_HOURS


def _is_repeated(dated: Dated, draft: Draft, fresh: Set[str], clocks: Mapping[tuple[str, str, tuple[int, int]], Sequence[int]]) -> bool:
    start = draft.start
    if start is None or start.earliest is None or start.latest is None:
        return False
    beside = clocks.get((start.civil or "", *_sentence(dated, draft)), ())
    if start.precision != "day":  # `am Sonntagmorgen zwischen 5 und 7 Uhr`: a clock of that very part
        return any(start.earliest - _EDGE <= at < start.latest for at in beside)
    headed = draft.evidence[0].part == "headline" and any(_tells_again(draft, one) for one in dated.drafts)
    return (draft.signed and start.civil in fresh) or headed or bool(beside)


def _tells_again(headline: Draft, one: Draft) -> bool:
    """A clock in the text on the day of a headline: `They'll try again Saturday`, and below it `is now targeting Saturday at 5 p.m.`"""
    known = one.start is not None and one.start.instant is not None and one.evidence[0].part == "body"
    return known and one.status == headline.status and bool(one.start and headline.start and _date_at(one.start) == headline.start.civil)


def _sentence(dated: Dated, draft: Draft) -> tuple[str, tuple[int, int]]:
    """Where an event is dated."""
    evidence, entry = draft.evidence[0], dated.reading.entry
    text = entry.headline if evidence.part == "headline" else entry.body
    return evidence.part, sentence_at(text, evidence.start, evidence.end)


def _date_at(moment: Moment) -> str:
    return format_date(wall_at(moment.instant or 0, moment.zone or "UTC") // DAY)


def _report(dated: Dated, code: str, expression: Expression, **values: str) -> None:
    entry = dated.reading.entry
    dated.problems.append(Problem(code, words=expression.words, line=entry.lines[0], values=values))


def _evidence(expression: Expression) -> Evidence:
    return Evidence(expression.words, expression.part, expression.found.start, expression.found.end, expression.found.rule)


def to_events(dated: Dated) -> list[Event]:
    """The drafts of an entry as events, numbered in the order of the text."""
    ids = {id(draft): f"{dated.reading.entry.id}-{number}" for number, draft in enumerate(dated.drafts, start=1)}
    return [
        Event(
            id=ids[id(draft)],
            entry=dated.reading.entry.id,
            label=draft.label,
            start=draft.start,
            end=draft.end,
            status=draft.status,
            replaces=ids.get(id(draft.replaces)) if draft.replaces else None,
            importance=of_prose(draft.status, _basis(draft), key=dated.reading.entry.key),
            evidence=tuple(draft.evidence),
        )
        for draft in dated.drafts
    ]


def _basis(draft: Draft) -> Basis:
    moment = draft.start or draft.end
    return moment.basis if moment else "order"
