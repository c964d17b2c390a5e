"""The events of one entry as its text goes on: what a link counts from, without a search through all of them for each link."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from timeline.date.events import Dated, Draft
from timeline.date.links import Link
from timeline.model import Moment

_Place = tuple[bool, int]
"""Whether in the body, and where."""


@dataclass(slots=True)
class Thread:
    """An entry at its `index` in the ticker. `told`: words date its news; what was noted keeps its status."""

    dated: Dated
    index: int
    told: bool = False
    own: Draft | None = None
    fresh: Draft | None = None
    places: list[_Place] = field(default_factory=list)
    """Where the words stand of those that the story goes on from, in order; `at` has the first event of each place."""
    at: dict[_Place, Draft] = field(default_factory=dict)
    spans: list[tuple[int, int]] = field(default_factory=list)
    """The latest and the earliest instants of those that are told as earlier ones; `looks` has the first event of each."""
    looks: dict[tuple[int, int], tuple[int, Draft]] = field(default_factory=dict)
    widest: int = 0
    noted: int = 0

    def __post_init__(self) -> None:
        self.note()

    def place(self, draft: Draft) -> None:
        """One event more; if it is the entry's news, it takes the place of what only its order told."""
        if not draft.background:
            self.dated.drafts = [other for other in self.dated.drafts if other.evidence]
            self.own, self.fresh, self.noted = None, None, 0
        self.dated.drafts.append(draft)
        self.note()

    def note(self) -> None:
        """Take in what the entry has got since."""
        for draft in self.dated.drafts[self.noted :]:
            self.told = self.told or bool(draft.evidence and not draft.background)
            if draft.start and not draft.background and draft.status in ("happened", "planned"):
                self.own = self.own or draft
                self.fresh = self.fresh or (draft if draft.fresh else None)
            if draft.earlier:
                self._note_earlier(draft)
            elif _goes_on(draft):
                place = draft.evidence[0].part == "body", draft.evidence[0].start
                if place not in self.at:
                    self.at[place] = draft
                    insort(self.places, place)
        self.noted = len(self.dated.drafts)

    def _note_earlier(self, draft: Draft) -> None:
        start = draft.start
        if start is None or start.latest is None:
            return
        span = start.latest, start.earliest or start.latest
        if span not in self.looks:
            self.looks[span] = len(self.looks), draft
            insort(self.spans, span)
            self.widest = max(self.widest, span[0] - span[1])

    def before(self, link: Link) -> Draft | None:
        """The last event whose words stand before a link: no plan that was given up, no quotation's date, no look back."""
        number = bisect_left(self.places, (link.part == "body", link.start))
        return self.at[self.places[number - 1]] if number else None

    def earlier(self, moment: Moment) -> Draft | None:
        """The first of the events told as earlier ones that may lie in a moment."""
        low, high = moment.earliest, moment.latest
        first = 0 if low is None else bisect_left(self.spans, (low + 1,))
        last = len(self.spans) if high is None else bisect_left(self.spans, (high + self.widest,))
        within = (self.looks[span] for span in self.spans[first:last] if high is None or span[1] < high)
        return min(within, key=lambda one: one[0], default=(0, None))[1]

    @property
    def news(self) -> Moment | None:
        """When what the entry tells happened, or is to happen: its own events, else its stamp."""
        first = self.fresh or self.own
        return first.end or first.start if first else self.dated.published


def _goes_on(draft: Draft) -> bool:
    """The story goes on from it."""
    given_up = draft.status in ("superseded", "cancelled") or draft.signed
    return not given_up and bool(draft.evidence) and draft.evidence[0].part != "hand"
