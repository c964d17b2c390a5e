"""What the words of a short ticker date: for tests that tell one sentence each."""

import timeline
from timeline.table import rows

Event = tuple[str, str]


def told(text: str, **options: str) -> list[Event]:
    """(start and end, status) of what the words of a ticker date, in the order of its entries."""
    story = timeline.load(text, **({"date": "2024-01-17", "zone": "Europe/Berlin"} | options))
    return [(_span(row), row["status"]) for row in rows(story) if row["basis"] in ("stated", "derived")]


def _span(row: dict[str, str]) -> str:
    return f"{row['start']}/{row['end']}" if row["end"] else row["start"]


def german(stamp: str, sentence: str, **options: str) -> list[Event]:
    """What one entry with a stamp tells, on Wednesday, 17 January 2024, in Berlin."""
    return told(f"+++ {stamp} Uhr: Lage +++\n{sentence}\n", language="de", **options)


def english(stamp: str, sentence: str, **options: str) -> list[Event]:
    """The same in English, in London."""
    return told(f"+++ {stamp} Update +++\n{sentence}\n", language="en", **({"zone": "Europe/London"} | options))


def link(text: str, **options: str) -> list[tuple[str, str]]:
    """(plan, what took its place) of each that was replaced."""
    table = list(rows(timeline.load(text, **({"date": "2024-01-17", "zone": "Europe/Berlin"} | options))))
    starts = {row["event"]: row["start"] or row["end"] for row in table}
    return [(starts[row["replaces"]], starts[row["event"]]) for row in table if row["replaces"]]
