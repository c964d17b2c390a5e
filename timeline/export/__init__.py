"""A story out: one file per format, one row in `WRITERS`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from timeline.errors import OptionError
from timeline.export import linked, markdown
from timeline.export.fragment import export_fragment
from timeline.export.html import export_html
from timeline.export.images import picture
from timeline.export.linked import export_linked
from timeline.export.markdown import export_markdown
from timeline.export.tables import LOSES, write_csv, write_parquet, write_xlsx
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


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DRIVER = ("playwright",)

DRAWN = ("data",)
"""A picture of a story is no story any more."""

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
    Writer("png", "Picture of the chart", (".png",), "image/png", lambda story: picture(story, "png"), DRAWN, needs=("playwright",)),
    Writer("svg", "Drawing of the chart", (".svg",), "image/svg+xml", lambda story: picture(story, "svg"), DRAWN, needs=("playwright",)),
    Writer(
        "pdf", "Paper: line and cards", (".pdf",), "application/pdf", lambda story: picture(story, "pdf"), ("data",), needs=("playwright",)
    ),
    Writer(
        "csv", "CSV", (".csv",), "text/csv", write_csv, LOSES, "one row an event; a cell that would be a formula begins with an apostrophe"
    ),
    Writer("xlsx", "Excel", (".xlsx",), _XLSX, write_xlsx, LOSES, "one row an event, all cells text", ("openpyxl",)),
    Writer("parquet", "Parquet", (".parquet",), "application/vnd.apache.parquet", write_parquet, LOSES, "one row an event", ("pyarrow",)),
    Writer(
        "jsonld",
        "Linked data of schema.org",
        (".jsonld",),
        "application/ld+json",
        lambda story: export_linked(story).encode(),
        loses=linked.LOSES,
        note="a live blog with its updates, and its events",
    ),
    Writer(
        "markdown",
        "Markdown",
        (".md", ".markdown"),
        "text/markdown",
        lambda story: export_markdown(story).encode(),
        loses=markdown.LOSES,
        note="to be read, not to be read in again",
    ),
)


def find_writer(suffix: str, name: str | None = None) -> Writer:
    """The writer called `name`, else the first one for the end of a file's name (`.ics`); raises `OptionError` where there is none."""
    for one in WRITERS:
        if one.name == name or (name is None and suffix.lower() in one.suffixes):
            return one
    if name is not None:
        raise OptionError(f"unknown format {name!r}; use one of {', '.join(one.name for one in WRITERS)}")
    ends = ", ".join(end for one in WRITERS for end in one.suffixes)
    raise OptionError(f"no format for {suffix!r}; end the name with one of {ends}, or name the format")


def export(story: Story, path: str | Path, *, format: str | None = None) -> None:
    """Write a story into a file, in the format that the end of its name, or `format`, says.

    Raises `OptionError` where no format is called so, its library is missing, or the file cannot be written.
    """
    path = Path(path)
    data = written(story, find_writer(path.suffix, format))
    try:
        path.write_bytes(data)
    except OSError as error:
        raise OptionError(f"cannot write {str(path)!r} ({error.strerror or error}); give a path in a folder that is there") from error


def written(story: Story, writer: Writer) -> bytes:
    """The bytes of a story in a format; raises `OptionError` where its library is missing."""
    try:
        return writer.write(story)
    except ModuleNotFoundError as error:
        needs = ", ".join(writer.needs) or error.name
        raise OptionError(f"{writer.title} needs {needs}; install it with: pip install 'ticker-timeline[formats,images]'") from error
