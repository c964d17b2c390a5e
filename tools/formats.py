"""docs/formats.md from the tables of readers and writers, run by `make formats`; a test compares the page with them."""

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from timeline.export.formats import WRITERS, Writer
from timeline.read.formats import MEGABYTE, READERS, Format

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "formats.md"

TOP = """# Formats

Made by `make formats` from `READERS` (timeline/read/formats.py) and `WRITERS` (in timeline/export); change those, not this page.

Every record that goes in is an entry with an event, or a message that quotes its line, its field and its words. Nothing is fetched: an
address in a source stays an address.

## What goes in
"""
NAMING = """
A format is found by what a source begins with, then by the end of its name; where neither fits, it is read as a ticker. `--from NAME`
(in Python `timeline.load(..., format="NAME")`) says it outright, which a source from standard input sometimes needs.

What repeats, as calendars do, is read within bounds. `--since` and `--until` (in Python `since=`, `until=`; year-month-day, the second
one exclusive) set them; without them, what was left out is said, and how many times that is. What ends by itself is read whole, up to
1,000 times.

"Needs" names libraries of `pip install 'ticker-timeline[formats]'`; `make app` installs them. A missing one is named when it is needed.

## Which column holds what

`--map FIELD=COLUMN`, as often as it takes (in Python `timeline.load("log.csv", start="Beginn", label="Was")`), says which column of a
table, or which name in a file, holds a field. Without it columns are found by their names.
"""
OUT = """
## What comes out

`--to NAME` or the end of the file's name chooses (in Python `timeline.export(story, path, format="NAME")`). "Loses" names what a format
has no field for; where it can be said in words, it is.
"""


def render() -> str:
    """The whole page."""
    readers = [_reader(one, last=one is READERS[-1]) for one in READERS]
    writers = [_writer(one) for one in WRITERS]
    return (
        TOP
        + "\n"
        + _table(("name", "format", "ends in", "known by", "what is read", "needs", "at most"), readers)
        + NAMING
        + _fields()
        + OUT
        + "\n"
        + _table(("name", "format", "ends in", "what it is", "loses", "needs"), writers)
    )


def _reader(one: Format, *, last: bool) -> Sequence[str]:
    known = "what nothing else fits" if last else _known_by(one)
    return (f"`{one.name}`", one.title, _code(one.suffixes), known, one.note, ", ".join(one.needs), f"{one.limit // MEGABYTE} MB")


def _known_by(one: Format) -> str:
    """How a format is told, in the words of the function that does it: `Whether it begins as a calendar does.`"""
    says = (one.looks_like.__doc__ or "").strip().split("\n")[0].rstrip(".")
    return says.removeprefix("Whether ") if says.startswith("Whether ") else "its content, or its end"


def _writer(one: Writer) -> Sequence[str]:
    return (f"`{one.name}`", one.title, _code(one.suffixes), one.note, _code(one.loses) or "nothing", ", ".join(one.needs))


def _fields() -> str:
    """The names that columns are found by, where the package knows any."""
    if find_spec("timeline.read.columns") is None:
        return ""
    names: Mapping[str, Sequence[str]] = getattr(import_module("timeline.read.columns"), "NAMES", {})
    return "\n" + _table(("field", "names it is found by"), [(f"`{field}`", ", ".join(found)) for field, found in names.items()])


def _code(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |\n" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
