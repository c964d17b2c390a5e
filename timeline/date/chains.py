"""Moments that hang on other moments of the story: what came an hour later, what follows a planned beginning, when a journey set out.

`Eine Stunde später` counts from the moment before it in the same entry, else from that of the older neighbour; `zwei Stunden zuvor`
from what its own entry tells; `nach der Begrüßung` from the entry that dates one. What is derived is as uncertain as what it hangs on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from timeline.date.clauses import is_cancelled, label_of, sentence_at, shorten
from timeline.date.elapsed import beside, clipped, day_at, moved
from timeline.date.events import Dated, Draft, add, drop_repeated
from timeline.date.journeys import SHORTEST_JOURNEY
from timeline.date.links import Length, Link, Side
from timeline.date.occasions import Named, name_all
from timeline.date.order import highs
from timeline.date.partial import Amount
from timeline.date.reading import Expression
from timeline.date.thread import Thread
from timeline.model import Evidence, Moment, Problem, Status

_JOINED = 24  # characters between a link and the clock that says the same
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class _Hanging:
    """What counts from another moment: a link, and the expression it is where the calendar counts (`am nächsten Tag um 9 Uhr`)."""

    link: Link
    expression: Expression | None = None


@dataclass(slots=True)
class Chains:
    """The chains of a story, its entries oldest first: `hang` before the order of the ticker bounds what is left, `settle` behind it."""

    dated: Sequence[Dated]
    named: Named = field(default_factory=lambda: Named({}))
    open: list[tuple[int, list[_Hanging]]] = field(default_factory=list)
    """What hangs on nothing so far, by entry."""
    limits: list[int | None] = field(default_factory=list)
    """By when each entry was written."""

    def hang(self) -> None:
        """Derive what counts from words of its own entry, or from those of a neighbour."""
        self.named = name_all(self.dated)
        self.limits = [_written(one, high) for one, high in zip(self.dated, highs(self.dated), strict=True)]
        for index, one in enumerate(self.dated):
            if items := _hanging(one):
                thread = Thread(one, index)
                if loose := [item for item in items if not self._hang(thread, item)]:
                    self.open.append((index, loose))
            drop_repeated(one)

    def settle(self) -> None:
        """Derive what counts from a moment that only the order tells; what counts from nothing is a problem."""
        self.named = name_all(self.dated)
        for index, items in self.open:
            one, thread = self.dated[index], Thread(self.dated[index], index)
            for item in items:
                link = item.link
                news = _own_news(thread, link)
                if self._hang(thread, item) or (news is not None and self._derive(thread, item, news)):
                    continue
                if link.length is not None or item.expression or (link.noun is None and _opens(link)):
                    code = "chain" if link.noun is None else "unknown-occasion"
                    one.problems.append(Problem(code, words=link.words, line=one.reading.entry.lines[0]))

    def _hang(self, thread: Thread, item: _Hanging) -> bool:
        """From the occasion it names, else the moment before it in its entry, else that of the older neighbour."""
        one, link = thread.dated, item.link
        if link.noun is not None:
            anchor = self.named.moment(link.noun, thread.index, one.frame)
            if anchor is None and (plain := _plain(one, link)) is not None:
                return self._hang(thread, _Hanging(plain))
            before = thread.before(link) if anchor is None and link.length is None and _leads(link) else None
            anchor = before.end or before.start if before else anchor  # `nach der Begrüßung`: the story goes on
            return anchor is not None and self._derive(thread, item, anchor)
        if (before := thread.before(link)) is not None:
            anchor = before.end or before.start if link.side == "after" else before.start
            return anchor is not None and self._derive(thread, item, anchor)
        if item.expression and (link.side == "before" or link.tense != "past"):
            add(one, item.expression)  # nothing else is told: the day of the entry itself is meant
            thread.note()
            return True
        if link.side == "before" or not _opens(link):
            return False
        older = next((at for at in range(thread.index - 1, -1, -1) if not self.dated[at].reading.entry.pointer), None)
        news = Thread(self.dated[older], older).news if older is not None else None
        return news is not None and self._derive(thread, item, news)

    def _derive(self, thread: Thread, item: _Hanging, anchor: Moment) -> bool:
        """Add what hangs on the anchor; False where it cannot hang there."""
        one, link, limit = thread.dated, item.link, self.limits[thread.index]
        if item.expression is not None and (day := day_at(anchor)) is not None:
            return _on_day(thread, item.expression, link, anchor, day=day, limit=limit)
        if (anchor.earliest if link.side == "after" else anchor.latest) is None:
            return False
        status = _status(thread, link)
        moment = moved(anchor, link.length, link.side, one.frame) if link.length else beside(anchor, link.side, near=link.near)
        if status == "happened" and link.tense == "unknown" and _lies_behind(moment, limit):
            status = "planned"  # the present tense tells plans as well
        moment = clipped(moment, limit) if moment and status == "happened" else moment
        if moment is None:
            return False
        evidence = Evidence(link.words, link.part, link.start, link.end, link.rule)
        if (known := _known(thread, link, moment)) is not None:
            known.evidence.append(evidence)
            return True
        _place(thread, link, Draft(_label(one, link), moment, None, status, [evidence]))
        return True


def _hanging(one: Dated) -> list[_Hanging]:
    """What hangs in an entry, in the order of its text. One link of a sentence that names no other moment in its clause dates it."""
    items = [_Hanging(link) for link in _dating(one)]
    chained = (e for e in one.reading.expressions if e.chained and e.partial.is_moment and not (one.published and e.part == "headline"))
    items += [_Hanging(_as_link(e), e) for e in chained if not _is_linked(one, e)]
    items += [_Hanging(_occasion(e)) for e in one.open]
    return sorted(items, key=lambda item: (item.link.part == "body", item.link.start))


def _dating(one: Dated) -> list[Link]:
    stamped = one.published is not None  # and then that dates the headline
    read = {
        (e.part, sentence_at(_text(one, e.part), e.start, e.end)) for d in one.drafts for e in d.evidence if e.rule.startswith("chain+")
    }
    kept: list[Link] = []
    for link in one.reading.links:
        same = kept and kept[-1].part == link.part and kept[-1].place.sentence == link.place.sentence and link.length is None
        known = link.length is None and (link.part, link.place.sentence) in read
        if same or known or (stamped and link.part == "headline") or _is_journey(one, link) or _is_stated(one, link):
            continue
        kept.append(link)
    return kept


def _text(one: Dated, part: str) -> str:
    return one.reading.entry.headline if part == "headline" else one.reading.entry.body


def _is_stated(one: Dated, link: Link) -> bool:
    """Its clause names a moment itself, or a clock follows (`eine Stunde später, um 19.40 Uhr`); or it begins a longer expression that
    counts from an occasion, which holds unless nothing dates that: `_plain`."""
    first, last = link.place.clause
    for other in one.reading.expressions_in(link.part, first, max(last, link.end + _JOINED)):
        start = other.found.start
        if other.partial.anchor and start == link.start:
            return True
        near = start < last or one.frame.language.bridge.fullmatch(link.text[link.end : start])
        if near and other.partial.is_moment and not _is_linked(one, other):
            return True
    return False


def _is_journey(one: Dated, link: Link) -> bool:
    """The length of a journey that arrived, which `journeys` reads."""
    long = link.length is not None and (link.length.elapsed or 0) >= SHORTEST_JOURNEY
    return long and link.rule == "chain-after" and bool(one.frame.language.journey.search(link.text[slice(*link.place.sentence)]))


def _plain(one: Dated, link: Link) -> Link | None:
    """`un'ora dopo il ministro partiva`, which names no occasion: the link without its noun."""
    if link.noun is None or link.noun.lower() in one.frame.language.occasions:
        return None
    there = one.reading.links_in(link.part, link.start, link.end)
    return next((other for other in there if other.start == link.start and other.noun is None), None)


def _is_linked(one: Dated, expression: Expression) -> bool:
    span = expression.found
    return not expression.partial.anchor and bool(one.reading.links_in(expression.part, span.start, span.end))


def _as_link(expression: Expression) -> Link:
    partial, found = expression.partial, expression.found
    back = partial.ago or partial.relation == "past" or (partial.days or 0) < 0
    side: Side = "before" if back else "after"
    amounts = partial.amounts or ((Amount(abs(partial.days), "day"),) if partial.days is not None else ())
    length = Length(amounts) if amounts else None
    return Link(expression.part, expression.place, f"chain-{found.rule}", side, expression.tense, length)


def _occasion(expression: Expression) -> Link:
    """`zwei Tage vor dem Gipfel`, `am zweiten Tag des Gipfels`, whose day nothing told so far."""
    partial, found = expression.partial, expression.found
    number, unit = partial.distance or Amount((partial.ordinal or 1) - 1, "day")
    side: Side = "before" if number is not None and number < 0 else "after"
    length = Length((Amount(abs(number), unit),)) if number is not None else None
    noun = partial.anchor
    return Link(expression.part, expression.place, f"chain-{found.rule}", side, expression.tense, length, noun=noun)


def _opens(link: Link) -> bool:
    """It stands in the first sentence of its entry's text, or in the headline."""
    first = link.place.sentence[0]
    return _SPACE.match(link.text, 0, first).end() == first  # type: ignore[union-attr]  # it matches nothing as well


def _leads(link: Link) -> bool:
    """It begins its clause."""
    return not link.text[link.place.clause[0] : link.start].strip()


def _own_news(thread: Thread, link: Link) -> Moment | None:
    """What its own entry tells. A stamp is only a bound of it, so nothing that came later counts from one."""
    if link.noun is not None or thread.before(link) or (link.side == "after" and _opens(link)):
        return None
    news = thread.news
    late = news is not None and news.basis == "reported" and link.side == "after" and link.tense != "future"
    return None if late else news


def _on_day(thread: Thread, expression: Expression, link: Link, anchor: Moment, *, day: int, limit: int | None) -> bool:
    """An expression of the calendar, seen from the day of the anchor."""
    one = thread.dated
    there = replace(one.frame, first_day=day, last_day=day)
    apart = Dated(one.reading, there, there)
    add(apart, expression)
    one.problems += apart.problems
    if not apart.drafts:
        return False
    draft = apart.drafts[0]
    draft.status = _status(thread, link)
    if draft.status == "happened" and _lies_behind(draft.start or draft.end, limit):
        if link.tense == "past":
            return False
        draft.status = "planned"
    loose = anchor.approximate and anchor.civil is not None
    draft.start, draft.end = _loosened(draft.start, loose=loose), _loosened(draft.end, loose=loose)
    draft.label = _label(one, link)
    draft.evidence = [replace(e, rule=link.rule) for e in draft.evidence]
    _place(thread, link, draft)
    return True


def _label(one: Dated, link: Link) -> str:
    """Of a clause that is no more than the link, what the rest of its sentence tells."""
    (first, last), (_, end) = link.place.clause, link.place.sentence
    rest = link.text[max(last, link.end) : end].strip(" ,.;:-–—")
    if link.text[first:last].strip() == link.words.strip() and len(rest.split()) > 1:
        return shorten(rest[:1].upper() + rest[1:])
    return label_of(link.place, one.frame.language)


def _loosened(moment: Moment | None, *, loose: bool) -> Moment | None:
    return moment and replace(moment, basis="derived", approximate=moment.approximate or loose)


def _place(thread: Thread, link: Link, draft: Draft) -> None:
    """What opens an entry and dates it alone is its news, and takes the place of what only its order told; else it is told in passing."""
    draft.earlier = link.side == "before"
    draft.background = thread.told or draft.earlier or not _opens(link)
    draft.fresh = not draft.background and draft.status == "happened"
    if not draft.background:
        draft.label = thread.dated.reading.entry.headline
    thread.place(draft)


def _known(thread: Thread, link: Link, moment: Moment) -> Draft | None:
    """A departure that the words tell a second time, less exactly."""
    return thread.earlier(moment) if link.side == "before" and link.length is not None else None


def _status(thread: Thread, link: Link) -> Status:
    """What a link dates happened unless its clause says that it will, or its sentence that it was called off."""
    if is_cancelled(link.place, thread.dated.reading.signs[link.part], thread.dated.frame.language):
        return "cancelled"
    if link.tense != "unknown":
        return "planned" if link.tense == "future" else "happened"
    before = thread.before(link)
    return "planned" if before is not None and before.status == "planned" else "happened"


def _lies_behind(moment: Moment | None, limit: int | None) -> bool:
    return limit is not None and moment is not None and moment.earliest is not None and moment.earliest >= limit


def _written(one: Dated, high: int | None) -> int | None:
    """By when an entry was written: its stamp, else the fresh news of newer ones, else the end of the last day it can be of."""
    return one.published.latest if one.published is not None else high
