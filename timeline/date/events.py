"""The events of one entry: each expression that names a moment, the plans that were moved, what was called off."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from timeline.clock import DAY, format_date, wall_at
from timeline.date.clauses import DENIED, Tense, is_cancelled, label_of, sentence_at
from timeline.date.find import GUESSED_ORDER
from timeline.date.partial import Partial
from timeline.date.plans import replan
from timeline.date.reading import Expression, Reading
from timeline.date.resolve import Frame, Unresolved, resolve, resolve_range
from timeline.date.shifts import find_shifts, split_ranges, to_be
from timeline.errors import DateError
from timeline.model import CLOCK_PRECISIONS, Event, Evidence, Moment, Problem, Status
from timeline.moment import read_range


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
    """One entry dated; `published` is its own stamp."""

    reading: Reading
    frame: Frame
    published: Moment | None = None
    drafts: list[Draft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    open: list[Expression] = field(default_factory=list)
    """What counts from an occasion that nothing dated so far."""

    @property
    def has_own(self) -> bool:
        """Some event is the entry's own news, not only what it looks back to. Where the ticker stamps the entry, plans and the stamp of
        a quoted post do not do: what it tells was told at its stamp."""
        if self.published:
            return any(draft.fresh and not draft.signed for draft in self.drafts)
        return any(not draft.background and draft.status != "cancelled" for draft in self.drafts)


def date_entry(reading: Reading, frame: Frame, desk_zone: str) -> Dated:
    """The events that the words of an entry date; nothing is inferred from its place yet."""
    reading = split_ranges(reading, frame.language)
    dated = Dated(reading, frame)
    dated.published = _published(dated, desk_zone)
    shifts = find_shifts(reading, frame.language)
    for expression in reading.expressions:
        expression = to_be(expression, shifts, frame.language)
        if not expression.chained and _dates_something(expression):  # what is chained counts from another entry, perhaps: `chains`
            add(dated, expression)
    for shift in shifts:
        replan(dated, shift)
    drop_repeated(dated)
    _cancel(dated)
    _by_hand(dated)
    _name(dated)
    return dated


def _dates_something(expression: Expression) -> bool:
    """A moment of the news, not the end of a range, not the years and ages it happens in."""
    partial = expression.partial
    coarse = partial.decade is not None or partial.century is not None or (partial.is_absolute and partial.month is None)
    coarse = coarse or (partial.unit in ("quarter", "year", "decade", "century") and partial.month is None and partial.holiday is None)
    return partial.is_moment and not expression.found.closes and not coarse


def _published(dated: Dated, desk_zone: str) -> Moment | None:
    entry, stamp = dated.reading.entry, dated.reading.stamp
    if stamp is None:
        if entry.stamp:
            dated.problems.append(Problem("stamp", words=entry.stamp, line=entry.lines[0]))
        return None
    frame = replace(dated.frame, zone=desk_zone, first_day=dated.frame.last_day)
    try:
        moment, warnings = resolve(stamp, frame, "past", basis="reported")
    except Unresolved as error:
        dated.problems.append(Problem(error.code, words=entry.stamp, line=entry.lines[0]))
        return None
    dated.problems.extend(Problem(code, words=entry.stamp, line=entry.lines[0], values={"zone": moment.zone or ""}) for code in warnings)
    return moment


def add(dated: Dated, expression: Expression) -> None:
    """The event that an expression dates, if it means a moment; one that is dated already gets the words as well."""
    partial, tense = _with_day(dated, expression), expression.tense
    try:
        moment, warnings = _resolve_near_stamp(dated, partial, tense)
    except Unresolved as error:
        if error.code == "unknown-occasion":
            dated.open.append(expression)
        elif error.code != "no-moment":
            _report(dated, error.code, expression)
        return
    for code in warnings:
        _report(dated, code, expression, zone=partial.zone or moment.zone or "")
    end = moment if partial.until else _end_of(dated, expression, partial)
    _check_twin(dated, expression, moment)
    if GUESSED_ORDER in expression.found.rule:
        _report(dated, "day-or-month", expression)
    status = _status(dated, expression, moment, tense)
    draft = Draft(
        label=label_of(expression.text, expression.found.start, expression.found.end, dated.frame.language, keep=partial.until),
        start=None if partial.until else moment,
        end=end,
        status=status,
        evidence=[_evidence(expression)],
        fresh=status == "happened" and (partial.is_deictic or expression.signed) and not partial.until,
        background=_looks_back(partial, expression),
        signed=expression.signed,
    )
    same = next((one for one in dated.drafts if _same_moment(one.start, draft.start) and one.status != "superseded"), None)
    if same is None:
        dated.drafts.append(draft)
    elif draft.evidence[0] not in same.evidence:
        same.evidence.extend(draft.evidence)


def _end_of(dated: Dated, expression: Expression, start: Partial) -> Moment | None:
    """Where a range ends that begins with an expression: `von 9 bis 11 Uhr`."""
    found = expression.found
    if found.to is None:
        return None
    try:
        return resolve_range(start, found.to, _frame_near_stamp(dated), expression.tense)[1]
    except Unresolved:
        return None


def _same_moment(one: Moment | None, other: Moment | None) -> bool:
    """The same instant, however it is written, or the same date."""
    if one is None or other is None or one.precision != other.precision:
        return False
    return (one.instant, one.civil) == (other.instant, other.civil)


def _with_day(dated: Dated, expression: Expression) -> Partial:
    """A bare clock is on the day that its sentence names before it."""
    partial = expression.partial
    if not partial.has_clock or partial.has_day or partial.part:
        return partial
    for other in reversed(dated.reading.expressions):
        day = other.partial
        if (
            other.part != expression.part
            or other.found.start >= expression.found.start
            or day.until
            or not day.has_day
            or not day.is_moment
            or day.is_counted
        ):
            continue
        if other.sentence == expression.sentence and (joined := replace(day, part=None, hour=None, minute=None, zone=None).joined(partial)):
            return joined
    return partial


def _resolve_near_stamp(dated: Dated, partial: Partial, tense: Tense) -> tuple[Moment, list[str]]:
    """A bare clock in a stamped entry is on the day of the stamp, or on the day beside it where that is what the tense says:
    `hat um 22 Uhr begonnen`, told at 00:15."""
    published, frame = dated.published, _frame_near_stamp(dated)
    moment, warnings = resolve(partial, frame, tense)
    if published is None or published.earliest is None:
        return moment, warnings
    day = frame.day or 0
    if partial.has_clock and not partial.has_day and moment.instant is not None:
        off = -1 if tense == "past" and moment.instant > published.earliest else 0
        off = 1 if tense == "future" and moment.instant < published.earliest else off
        if off:
            return resolve(partial, replace(frame, first_day=day + off, last_day=day + off), tense)
    return moment, warnings


def _frame_near_stamp(dated: Dated) -> Frame:
    if dated.published is None or dated.published.earliest is None:
        return dated.frame
    day = wall_at(dated.published.earliest, dated.frame.zone) // DAY
    return replace(dated.frame, first_day=day, last_day=day)


def _looks_back(partial: Partial, expression: Expression) -> bool:
    """`vor acht Monaten` in passing: the entry has other news."""
    long_ago = partial.ago and partial.amounts[0].unit in ("month", "year", "decade", "century")
    far = partial.season is not None or partial.quarter is not None or (partial.unit in ("month", "year") and partial.day is None)
    return expression.part == "body" and (long_ago or far or (partial.month is not None and partial.day is None))


def _status(dated: Dated, expression: Expression, moment: Moment, tense: Tense) -> Status:
    """The words decide; where they do not, what lies after the entry was posted was a plan then."""
    if is_cancelled(expression.text, expression.found.start, expression.found.end, dated.frame.language):
        return "cancelled"
    if expression.partial.relation == "future" or tense == "future":
        return "planned"
    if expression.partial.until:
        return "planned"
    if tense == "past" or expression.signed:
        return "happened"
    posted = dated.published.earliest if dated.published else None
    if moment.earliest is not None:
        if posted is not None and moment.precision in CLOCK_PRECISIONS:
            return "planned" if moment.earliest > posted else "happened"
        last = dated.frame.last_day
        if last is not None and wall_at(moment.earliest, moment.zone or "UTC") // DAY > last:
            return "planned"
    if expression.partial.relation == "this":
        return "planned"
    headline = dated.reading.entry.headline  # `So soll das Treffen verlaufen`: the present tense below it is a programme
    return "planned" if expression.partial.is_deictic and dated.frame.language.future.search(headline) else "happened"


def _check_twin(dated: Dated, expression: Expression, moment: Moment) -> None:
    """Two clocks for one instant have to agree; the first one counts."""
    twin = expression.found.twin
    if twin is None:
        return
    day = replace(twin, weekday=None, part=None)
    try:
        other, _ = resolve(day, dated.frame, expression.tense)
    except Unresolved:
        return
    if moment.instant is not None and other.instant is not None and (moment.instant - other.instant) % DAY:
        _report(dated, "clocks-disagree", expression)


def _cancel(dated: Dated) -> None:
    """What was planned and called off, without a clock of its own, happened not on the day of its entry."""
    language, text = dated.frame.language, dated.reading.entry.body
    for match in language.cancelled.finditer(text):
        if language.denied.search(text[max(0, match.start() - DENIED) : match.start()]):
            continue
        first, last = sentence_at(text, match.start(), match.end())
        sentence = text[first:last]
        dates = [e for e in dated.reading.expressions if e.part == "body" and first <= e.found.start < last]
        if dates or not language.planned.search(sentence):
            continue
        moment = _day_of_entry(dated)
        if moment is None:
            continue
        evidence = Evidence(match.group(), "body", match.start(), match.end(), "cancelled")
        dated.drafts.append(
            Draft(label_of(text, match.start(), match.start(), language), moment, None, "cancelled", [evidence], background=True)
        )


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
    """The stamp of a quoted post, or the day of a sentence that has a clock too, is no event beside what it dates."""
    clocks = [draft for draft in dated.drafts if draft.start and draft.start.civil is None and draft.status != "superseded"]
    for draft in list(dated.drafts):
        if draft.start is None or draft.start.precision != "day" or draft.end is not None:
            continue
        date = draft.start.civil
        same_day = [one for one in clocks if one.start and one.start.instant is not None and _date_at(one.start) == date]
        if any(one.fresh and draft.signed for one in same_day) or any(_near(dated, one, draft) for one in same_day):
            dated.drafts.remove(draft)


def _near(dated: Dated, one: Draft, other: Draft) -> bool:
    """Both are dated in one sentence."""
    first, second = one.evidence[0], other.evidence[0]
    if first.part != second.part:
        return False
    entry = dated.reading.entry
    text = entry.headline if first.part == "headline" else entry.body
    return sentence_at(text, first.start, first.end) == sentence_at(text, second.start, second.end)


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
            replaces=ids[id(draft.replaces)] if draft.replaces else None,
            importance=_importance(draft),
            evidence=tuple(draft.evidence),
        )
        for draft in dated.drafts
    ]


def _importance(draft: Draft) -> float:
    """What happened and is stated before what was planned, superseded or only inferred."""
    moment = draft.start or draft.end
    basis = {"given": 0.3, "stated": 0.3, "derived": 0.2, "reported": 0.2, "order": 0.1}[moment.basis if moment else "order"]
    return round({"happened": 0.5, "planned": 0.4, "cancelled": 0.4, "superseded": 0.2}[draft.status] + basis, 2)
