"""What a page asks a store for, as JSON: the addresses of docs/contract.md, "Stories in tiles".

A server and a static host hand out the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from timeline.arrange.pyramid import LAYS
from timeline.arrange.scene import Placement, Scene, Window
from timeline.arrange.tiles import BINS, LOWEST, WHOLE, Tile
from timeline.document.records import entry_of, event_of
from timeline.draw.cards import Card, cards
from timeline.draw.figure import Axis
from timeline.draw.marks import marks_of
from timeline.draw.page import item, list_items, moment_of, unplaced
from timeline.draw.tile import matched, tile_data
from timeline.errors import TimelineError
from timeline.model import Entry, Evidence, Story, by_time
from timeline.store import queries
from timeline.store.found import Wish
from timeline.store.matches import Matches, matches_of
from timeline.store.store import Store

PAGE = 40
"""Cards of one page of them."""
SHORTEST = 0
"""The lowest octave that is handed out: a tile of a second. No page shows less than a minute, which takes tiles of octave 5 or longer."""
_PARTS = 512
_WISHES = 8


class Missing(TimelineError):
    """Nothing is at an address; the message says why."""


@dataclass
class Answers:
    """What one version of a story answers, in one language of the interface. Numbers outside of the data raise `Missing` at once.

    `encrypted` is that of `timeline.draw.page.fragment`, of all cards.
    """

    store: Store
    language: str
    encrypted: bool = False

    @cached_property
    def story(self) -> Story:
        """The story without entries and events."""
        about = self.store.about
        return Story(
            about.title,
            about.language,
            about.zone,
            (),
            (),
            introduction=about.introduction,
            reader_zones=about.reader_zones,
            lanes=about.lanes,
            eras=about.eras,
        )

    @cached_property
    def axis(self) -> Axis:
        """The axis that all tiles are drawn on."""
        return Axis(self.store.about.earliest, self.store.about.latest)

    @cached_property
    def pages(self) -> int:
        """How many pages of cards there are."""
        return -(-self.store.about.entries // PAGE)

    def about(self) -> dict[str, Any]:
        """`tiles` of the payload, but for what only a host knows: `base`, `suffix`, `search` and `first`."""
        about, grid = self.store.about, self.store.grid
        return {
            "version": about.version, "origin": grid.origin, "octave": grid.root.octave, "lowest": SHORTEST, "entries": about.entries,
            "events": about.events, "page": PAGE, "lanes": list(about.lanes), "earliest": about.earliest, "latest": about.latest,
            "most": WHOLE, "density": self._density,
        }  # fmt: skip

    @cached_property
    def _fine(self) -> int:
        """The octave whose bins divide the story into 512 parts at least, for its overview."""
        about, octave = self.store.about, self.store.grid.root.octave
        while octave > max(SHORTEST, LOWEST) and (about.latest - about.earliest) >> octave + 6 < _PARTS:
            octave -= 1
        return octave

    @cached_property
    def _density(self) -> dict[str, Any]:
        return self.density()

    def density(self) -> dict[str, Any]:
        """How many events begin in each of the parts of the whole story: `first` is the bin of the first."""
        shift, origin = self._fine + 6, self.store.grid.origin
        first, last = ((at - origin) >> shift for at in (self.store.about.earliest, self.store.about.latest))
        counts = [0] * (last - first + 1)
        for bin, events in self.store.engine.ask(queries.binned(self.store.tables["events"], origin, shift)):
            counts[bin - first] = events
        return {"octave": self._fine, "first": first, "counts": counts}

    @cached_property
    def keys(self) -> tuple[tuple[Card, ...], list[dict[str, Any]]]:
        """The cards of the key events that a page lists, in their order, and what their main events are told by."""
        story, found = self.part(self.store.about.keys)
        shown = cards(story, self.language, ordered=True)
        mains = {card.main for card in shown}
        return shown, [event for event in self._events(story, found) if event["id"] in mains]

    def check(self, version: str) -> None:
        """Raise `Missing` for any version but this one."""
        if version != self.store.about.version:
            raise Missing(f"version {version[:40]!r} is not here; the story is now {self.store.about.version}, load its page again")

    def address(self, lay: str, octave: int, index: int) -> Tile:
        """The tile of an address; raises `Missing` where the story has none there."""
        if lay not in LAYS:
            raise Missing(f"no rows are called {lay[:40]!r}; there are {', '.join(LAYS)}")
        tile, root = Tile(octave, index), self.store.grid.root
        if not max(SHORTEST, LOWEST) <= octave <= root.octave:
            raise Missing(f"octave {octave} is not handed out; there are {SHORTEST} to {root.octave}")
        if not self.store.grid.holds(tile):
            raise Missing(f"tile {index} of octave {octave} lies outside of the story; there are 0 to {(1 << root.octave - octave) - 1}")
        return tile

    def check_page(self, page: int) -> None:
        """Raise `Missing` for a page of cards that the story does not have."""
        if not 0 <= page < self.pages:
            raise Missing(f"page {page} is not there; the cards have pages 0 to {self.pages - 1}")

    def tile(self, lay: str, tile: Tile, wish: Wish | None = None) -> dict[str, Any]:
        """A tile, with what of it matches a wish."""
        shown = self.store.tile(lay, tile)
        events = [(one.event, one.place, one.keyed) for one in shown.events]
        data = tile_data(shown.filled, events, self.story, self.axis, counts=shown.counts, before=shown.before)
        if not wish:
            return data
        matches = self.matches(wish)
        numbers = [one.event.number for one in shown.filled.placed]
        counts = [sum(lane) for lane in zip(*shown.counts.values(), strict=True)] or [0] * BINS
        return matched(data, numbers, matches.within(shown.before, counts), matches.before(shown.before), matches.among(numbers))

    def cards(self, page: int) -> dict[str, Any]:
        """A page of cards."""
        self.check_page(page)
        first = page * PAGE
        return {"first": first, **self._cards(range(first, min(first + PAGE, self.store.about.entries)))}

    def found(self, wish: Wish, page: int) -> dict[str, Any]:
        """A page of the cards that match a wish."""
        self.check_page(page)
        places = [int(place) for place in self.matches(wish).places[page * PAGE : (page + 1) * PAGE]]
        return {"first": page * PAGE, "places": places, **self._cards(places)}

    def find(self, wish: Wish) -> dict[str, Any]:
        """How many cards and events match a wish, and how many cards each value of a filter would show beside the others."""
        matches = self.matches(wish)
        counts = {facet: dict(values) for facet, values in matches.values.items()}
        density = {**self._density, "counts": matches.within(0, self._density["counts"])}
        return {"entries": len(matches.places), "events": len(matches.events), "counts": counts, "density": density}

    def matches(self, wish: Wish) -> Matches:
        """What matches a wish; the last ones asked for are remembered, 8 bytes for each event and card of them."""
        known = self._matches.get(wish)
        if known is None:
            known = matches_of(self.store, wish)
            for old in list(self._matches)[: 1 - _WISHES]:
                self._matches.pop(old, None)
            self._matches[wish] = known
        return known

    @cached_property
    def _matches(self) -> dict[Wish, Matches]:
        return {}

    def place(self, *, entry: str = "", event: str = "") -> dict[str, Any] | None:
        """Where a card is in the list, and its event in time; None where nothing is called so, which is no fault: addresses grow old.
        Raises `Missing` where no id is asked for."""
        if not (entry or event):
            raise Missing("no id is asked for; write ?entry= or ?event= behind it")
        tables, engine = self.store.tables, self.store.engine
        if event and (rows := engine.ask(queries.event_at(tables, event))):
            place, left, right = rows[0]
            return {"place": place, "left": left, "right": right}
        if entry and (rows := engine.ask(queries.entry_at(tables, entry))):
            place, left = rows[0]
            return {"place": place, "left": left, "right": left}
        return None

    def part(self, places: Sequence[int]) -> tuple[Story, dict[str, int]]:
        """The cards at some places as a story of their own, and the place of each by its id. Behind the events of these cards come those of
        other ones that they are tied to, so that they can be told of."""
        if not places:
            return self.story, {}
        reach = {"first": min(places), "last": max(places) + 1, "places": sorted(places)}
        entries: list[Entry] = []
        found: dict[str, int] = {}
        evidence: dict[str, tuple[Evidence, ...]] = {}
        for place, line in self.store.asked("cards", queries.cards, **reach):
            entry, own = entry_of(line)
            entries.append(entry)
            found[entry.id] = place
            evidence |= own
        events = [event_of(row[2]) for row in self.store.asked("unplaced_of", queries.unplaced_of, **reach)]
        events += [event_of(row[3]) for row in self.store.asked("events_of", queries.events_of, **reach)]
        others = (event_of(line) for (line,) in self.store.asked("ties_of", queries.ties_of, **reach))
        elsewhere = sorted({other.id: other for other in others if other.entry not in found}.values(), key=by_time)
        told = (replace(event, evidence=evidence.get(event.id, ())) for event in (*events, *elsewhere))
        return replace(self.story, entries=tuple(entries), events=tuple(told)), found

    def _cards(self, places: Sequence[int]) -> dict[str, Any]:
        story, found = self.part(places)
        keys = {entry.id for entry in story.entries if entry.key}
        events = self._events(story, found)
        marked = {event["id"] for event in events}
        own = (event for event in story.events if event.entry in found and event.id not in marked)
        return {
            "html": list_items(story, self.language, encrypted=self.encrypted),
            "events": events,
            "unplaced": [unplaced(event, key=event.entry in keys) for event in own],
            "published": {entry.id: moment_of(entry.published) for entry in story.entries if entry.published},
        }

    def _events(self, story: Story, found: Mapping[str, int]) -> list[dict[str, Any]]:
        """What the events of some cards that have a mark are told by; `found` has the place of each card."""
        keys = {entry.id for entry in story.entries if entry.key}
        scene = Scene(tuple(Placement(event.id, 0, None, 0) for event in story.events), 0, Window(0, 1))
        marks = {mark.event: mark for mark in marks_of(story.events, scene, story.lanes)}
        return [
            {**item(event, marks[event.id], key=event.entry in keys), "place": found[event.entry]}
            for event in story.events
            if event.id in marks and event.entry in found
        ]
