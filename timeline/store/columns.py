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
        ("line", pa.string()),  # timeline.document.records
    ]
)
"""One row an event that has a mark. An event that nothing bounds stands in the line of its entry alone."""

ENTRIES = pa.schema(
    [
        ("place", pa.int64()),
        ("left", pa.int64()),  # where its main event begins; of one without, where the entry before it does
        ("right", pa.int64()),
        ("after", pa.string()),  # the event that it stands with
        ("id", pa.string()),
        ("words", pa.string()),  # all that a search looks through, folded
        ("line", pa.string()),
        ("unplaced", pa.string()),  # lines of its events without a mark, as a JSON list; empty: none
    ]
)
"""One row a card, in the order of the list."""

CANDIDATE = ("number", "left", "right", "rank", "pixels", "home", "lane")
"""What a tile asks of an event before it is placed."""

BEST = pa.schema(
    [
        ("octave", pa.int32()),
        ("tile", pa.int64()),
        ("bin", pa.int32()),
        *[EVENTS.field(name) for name in (*CANDIDATE, "place", "keyed", "line")],
    ]
)
"""The candidates of each crowded tile; bin `CROSSING_BIN` holds those that are settled ahead."""

TALLIES = pa.schema([("octave", pa.int32()), ("tile", pa.int64()), ("bin", pa.int32()), ("lane", pa.int32()), ("events", pa.int64())])
"""How many events of a lane begin in a bin of a crowded tile."""

CROWDED = pa.schema([("octave", pa.int32()), ("tile", pa.int64()), ("first", pa.int64()), ("events", pa.int64())])
"""Each crowded tile: the number of its first event, and how many begin in it."""

ABOUT = pa.schema([("name", pa.string()), ("value", pa.string())])
"""What holds for the whole story, each value as JSON: `timeline.store.about`."""

STAGED_EVENTS = pa.schema([("source", pa.int64()), *[field for field in EVENTS if field.name not in ("number", "place")]])
STAGED_ENTRIES = pa.schema(
    [
        ("source", pa.int64()),
        ("left", pa.int64()),
        ("right", pa.int64()),
        ("after", pa.string()),
        *[ENTRIES.field(name) for name in ("id", "words", "line", "unplaced")],
    ]
)
"""What is read from a source, in its order: `source` counts entries from 0, `after` is the event that an entry stands with."""

TABLES = {"events": EVENTS, "entries": ENTRIES, "best": BEST, "tallies": TALLIES, "crowded": CROWDED, "about": ABOUT}

CROSSING_BIN = 16
CROWD = 4_096
"""A tile in which more events begin has its candidates and counts kept; of all others they are read from the events themselves."""
