"""Which formats can be written: one row each. A format that is read as well has the same name among `read.formats.READERS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.document import to_json
from timeline.errors import OptionError
from timeline.export import geojson, ical, linked, markdown, markwhen, tables, timelinejs
from timeline.export.fragment import export_fragment
from timeline.export.html import export_html
from timeline.export.images import picture
from timeline.export.worksheet import export_worksheet
from timeline.model import Story


@dataclass(frozen=True, slots=True)
class Writer:
    """How one format is written.

    `name` is what `--to` takes, `title` and `note` what docs/formats.md says. `loses` names what the format has no place for: the fields of
    `Event`, `Entry` and `Story`; a test holds it to that. `needs` are the libraries that are not always installed.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    mime: str
    write: Callable[[Story], bytes]
    loses: tuple[str, ...] = ()
    note: str = ""
    needs: tuple[str, ...] = ()


_DRAWN = ("data",)
"""A picture of a story is no story any more."""
_DRIVER = ("playwright",)
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ROWS = "one row an event"

WRITERS: tuple[Writer, ...] = (
    Writer("html", "One HTML page", (".html", ".htm"), "text/html", lambda story: export_html(story).encode(), note="works alone, offline"),
    Writer(
        "fragment",
        "A piece of HTML for another page",
        (".frame.html",),
        "text/html",
        lambda story: export_fragment(story).encode(),
        note="a frame with the page in it, as high as its content",
    ),
    Writer(
        "png", "Picture of the chart (PNG)", (".png",), "image/png", lambda story: picture(story, "png"), _DRAWN,
        "by a Chromium that is there", _DRIVER,
    ),
    Writer(
        "svg", "Drawing of the chart (SVG)", (".svg",), "image/svg+xml", lambda story: picture(story, "svg"), _DRAWN,
        "the figure, by a Chromium that is there", _DRIVER,
    ),
    Writer(
        "pdf", "Paper (PDF): line and cards", (".pdf",), "application/pdf", lambda story: picture(story, "pdf"), _DRAWN,
        "by a Chromium that is there", _DRIVER,
    ),
    Writer(
        "worksheet", "Worksheet for a class", (".worksheet.html",), "text/html", lambda story: export_worksheet(story).encode(), _DRAWN,
        "to be printed, with answers; asks only what the source leaves no doubt about",
    ),
    Writer("json", "JSON of this package", (".json",), "application/json", to_json, note="loses nothing; timeline/story.schema.json"),
    Writer(
        "csv", "CSV", (".csv",), "text/csv", tables.write_csv, tables.LOSES,
        f"{_ROWS}; a cell that would be a formula begins with an apostrophe",
    ),
    Writer("xlsx", "Excel", (".xlsx",), _XLSX, tables.write_xlsx, tables.LOSES, f"{_ROWS}, all cells text", ("openpyxl",)),
    Writer("parquet", "Parquet", (".parquet",), "application/vnd.apache.parquet", tables.write_parquet, tables.LOSES, _ROWS, ("pyarrow",)),
    Writer(
        "ics", "Calendar (iCalendar, RFC 5545)", (".ics",), "text/calendar", ical.export_ical, ical.LOSES,
        "clocks in UTC, civil dates as whole days, doubt in words", ("icalendar",),
    ),
    Writer(
        "geojson", "Map (GeoJSON, RFC 7946)", (".geojson",), "application/geo+json", geojson.export_geojson, geojson.LOSES,
        "entries whose place is known; `left_out` counts the others",
    ),
    Writer(
        "timelinejs", "TimelineJS 3", (".timelinejs.json",), "application/json", timelinejs.write_timelinejs, timelinejs.LOSES,
        "one slide an event",
    ),
    Writer(
        "markwhen", "markwhen", (".mw", ".markwhen"), "text/plain", markwhen.write_markwhen, markwhen.LOSES,
        "one event a line; a section a lane",
    ),
    Writer(
        "jsonld", "Linked data of schema.org", (".jsonld",), "application/ld+json", lambda story: linked.export_linked(story).encode(),
        linked.LOSES, "a live blog with its updates, and its events",
    ),
    Writer(
        "markdown", "Markdown", (".md", ".markdown"), "text/markdown", lambda story: markdown.export_markdown(story).encode(),
        markdown.LOSES, "to be read, not to be read in again",
    ),
)  # fmt: skip


def find_writer(suffix: str, name: str | None = None) -> Writer:
    """The writer called `name`, else the first one for the end of a file's name (`.ics`); raises `OptionError` where there is none."""
    for one in WRITERS:
        if one.name == name or (name is None and suffix.lower() in one.suffixes):
            return one
    if name is not None:
        raise OptionError(f"unknown format {name!r}; use one of {', '.join(one.name for one in WRITERS)}")
    ends = ", ".join(end for one in WRITERS for end in one.suffixes)
    raise OptionError(f"no format for {suffix!r}; end the name with one of {ends}, or name the format")


def written(story: Story, writer: Writer) -> bytes:
    """The bytes of a story in a format; raises `OptionError` where its library is missing."""
    try:
        return writer.write(story)
    except ModuleNotFoundError as error:
        needs = ", ".join(writer.needs) or error.name
        raise OptionError(f"{writer.title} needs {needs}; install it with: pip install 'ticker-timeline[formats,images]'") from error
