"""The tables of a store: names and types, the same in every engine. Instants are UTC milliseconds in whole numbers of 64 bits."""

from __future__ import annotations

import pyarrow as pa

EVENTS = pa.schema(
    [
        ("number", pa.int64()),  # place in the order of time, from 0: by left, right and id
        ("left", pa.int64()),
        ("right", pa.int64()),
        ("rank", pa.int64()),
        ("home", pa.int32()),
        ("pixels", pa.int32()),
        ("lane", pa.int32()),  # number of its lane, -1: none
        ("place", pa.int64()),  # of its entry in the list of cards, from 0
        ("id", pa.string()),
        ("status", pa.string()),
        ("basis", pa.string()),
        ("precision", pa.string()),  # as the page filters by it: `part` for a part of the day
        ("tags", pa.string()),  # each between two line feeds
        ("keyed", pa.bool_()),
        ("replaces", pa.string()),  # id of the plan that it took the place of; empty: of none
        ("line", pa.string()),  # timeline.document.records
    ]
)
"""One row an event that has a mark."""

FACTS = ("place", "lane", "id", "status", "basis", "precision", "tags", "keyed", "replaces", "line")
"""What a card tells of an event and is filtered by, be there a mark or not."""

UNPLACED = pa.schema([EVENTS.field(name) for name in FACTS])
"""One row an event that nothing bounds, which has no mark."""

TIES = pa.schema([("place", pa.int64()), ("event", pa.string()), ("line", pa.string())])
"""For the place of a card and the id of an event on it the line of the plan that it took the place of, and of what took its place."""

ENTRIES = pa.schema(
    [
        ("place", pa.int64()),
        ("left", pa.int64()),  # where its main event begins; of one without, where the entry before it does
        ("right", pa.int64()),
        ("after", pa.string()),  # the event that it stands with
        ("id", pa.string()),
        ("words", pa.string()),  # all that a search looks through, folded
        ("line", pa.string()),
    ]
)
"""One row a card, in the order of the list."""

CANDIDATE = ("number", "left", "right", "rank", "pixels", "home", "lane")
"""What a tile asks of an event before it is placed."""

RANKED = pa.schema([("octave", pa.int32()), ("tile", pa.int64()), ("bin", pa.int32()), *[EVENTS.field(name) for name in CANDIDATE]])
"""What `BEST` is made of, before it gets what a page shows."""

BEST = pa.schema([*RANKED, *[EVENTS.field(name) for name in ("place", "keyed", "line")]])
"""The candidates of each crowded tile; bin `CROSSING_BIN` holds those that are settled ahead."""

TALLIES = pa.schema([("octave", pa.int32()), ("tile", pa.int64()), ("bin", pa.int32()), ("lane", pa.int32()), ("events", pa.int64())])
"""How many events of a lane begin in a bin of a crowded tile."""

CROWDED = pa.schema([("octave", pa.int32()), ("tile", pa.int64()), ("first", pa.int64()), ("events", pa.int64())])
"""Each crowded tile: the number of its first event, and how many begin in it."""

ABOUT = pa.schema([("name", pa.string()), ("value", pa.string())])
"""What holds for the whole story, each value as JSON: `timeline.store.about`."""

STAGED_EVENTS = pa.schema(
    [("serial", pa.int64()), ("source", pa.int64()), *[field for field in EVENTS if field.name not in ("number", "place")]]
)
STAGED_ENTRIES = pa.schema(
    [
        ("source", pa.int64()),
        ("left", pa.int64()),
        ("right", pa.int64()),
        ("after", pa.string()),
        *[ENTRIES.field(name) for name in ("id", "words", "line")],
    ]
)
STAGED_UNPLACED = pa.schema([("source", pa.int64()), *[field for field in UNPLACED if field.name != "place"]])
STAGED = {"events": STAGED_EVENTS, "unplaced": STAGED_UNPLACED, "entries": STAGED_ENTRIES}
"""What is read from a source, in its order: `serial` counts events from 0, `source` entries; `after` is the event that an entry stands
with."""

PLACES = pa.schema([("source", pa.int64()), ("place", pa.int64())])
NUMBERS = pa.schema([("serial", pa.int64()), ("number", pa.int64()), ("place", pa.int64())])
"""Where entries and events come to stand in the order of time."""

TABLES = {
    "events": EVENTS, "unplaced": UNPLACED, "entries": ENTRIES, "ties": TIES,
    "best": BEST, "tallies": TALLIES, "crowded": CROWDED, "about": ABOUT,
}  # fmt: skip

CROSSING_BIN = 16
CROWD = 4_096
"""A tile in which more events begin has its candidates and counts kept; of all others they are read from the events themselves."""
