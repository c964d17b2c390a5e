"""A live ticker in, a time-zone-aware timeline with linked entry cards out."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.errors import DateError, OptionError, SourceError, TimelineError, ZoneError
from timeline.model import Assumption, Entry, Era, Event, Evidence, Given, Media, Moment, Place, Problem, Settings, Source, Story
from timeline.table import COLUMNS

if TYPE_CHECKING:
    import pandas as pd

    from timeline.draw.figure import figure
    from timeline.export import export
    from timeline.export.html import export_html
    from timeline.read.fetch import fetch

__all__ = [
    "COLUMNS",
    "Assumption",
    "DateError",
    "Entry",
    "Era",
    "Event",
    "Evidence",
    "Given",
    "Media",
    "Moment",
    "OptionError",
    "Place",
    "Problem",
    "Settings",
    "Source",
    "SourceError",
    "Story",
    "TimelineError",
    "ZoneError",
    "export",
    "export_html",
    "fetch",
    "figure",
    "load",
]
__version__ = "0.1.0"


def load(
    source: str | bytes | Path | pd.DataFrame,
    *,
    date: str | None = None,
    zone: str | None = None,
    language: str | None = None,
    title: str | None = None,
    name: str | None = None,
    now: str | None = None,
    format: str | None = None,
    since: str | None = None,
    until: str | None = None,
    **columns: str,
) -> Story:
    """The dated story of a source: a path, its bytes, a ticker's text, or a pandas table.

    `date` (year-month-day, of the newest entry), `zone` (IANA key or offset), `language` and `title` win over the front matter and over
    what the text gives away. `now` (year-month-day) is the day it is read on: a year that nothing tells is near to it. `format` is one of
    docs/formats.md, None finds it out; `since` and `until` (year-month-day, the second one exclusive) bound what a calendar repeats.
    All else maps a field of an event to the column that holds it: `load("log.csv", start="Beginn", label="Was")`.

    Raises `SourceError` where there is nothing to read and `OptionError` for an argument that means nothing.

    >>> story = load("+++ 14:39 Zug erreicht Hanoi +++\\n", date="2019-02-26", zone="Asia/Ho_Chi_Minh")
    >>> story.to_frame().loc[0, ["start", "basis"]].tolist()
    ['2019-02-26T14:39+07:00', 'reported']
    """
    from timeline.date import date_source  # the grammar compiles its patterns: not before it is asked for
    from timeline.read import read, read_frame

    with no_search_for_cycles():
        if isinstance(source, str | bytes | Path):
            found = read(source, name=name, format=format, columns=columns, since=since, until=until, now=now)
        else:
            found = read_frame(source, columns=columns)
        return date_source(found, date=date, zone=zone, language=language, title=title, now=now)


@contextmanager
def no_search_for_cycles() -> Iterator[None]:
    """Python looks through everything alive for cycles of garbage each time it has grown by a quarter. A story has none, so that a large
    ticker would pay for the search and get nothing: a fifth of the time at 5 MB, and more than in proportion. Other threads wait for theirs
    as long as a ticker is read, which harms nobody."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def __getattr__(name: str) -> Any:
    """`figure` and the exports bring Plotly and Jinja with them: they are imported when they are asked for."""
    if name == "figure":
        from timeline.draw.figure import figure

        return figure
    if name == "export":
        from timeline.export import export

        return export
    if name == "fetch":
        from timeline.read.fetch import fetch

        return fetch
    if name == "export_html":
        from timeline.export.html import export_html

        return export_html
    raise AttributeError(f"module 'timeline' has no attribute {name!r}")
