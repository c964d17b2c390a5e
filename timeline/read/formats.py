"""Which formats can be read: one row each, in the order in which a source is asked whether it is one of them.

A source is known by its content first, by the end of its name where that does not tell, and is a ticker where nothing else fits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.errors import OptionError
from timeline.model import Source
from timeline.read.delimited import looks_like_csv, read_csv
from timeline.read.feed import is_feed, read_feed
from timeline.read.html import is_page, read_html
from timeline.read.jsonlines import looks_like_jsonl, read_jsonl
from timeline.read.linked import has_linked_data, read_linked
from timeline.read.liveblog import is_guardian, is_superdesk, is_wordpress, read_guardian, read_superdesk, read_wordpress
from timeline.read.parquet import looks_like_parquet, read_parquet
from timeline.read.raw import Raw
from timeline.read.sheets import looks_like_ods, looks_like_xlsx, read_sheets
from timeline.read.ticker import read_ticker

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Format:
    """How one format is known and read.

    `name` is what `--from` takes, `title` and `note` what docs/formats.md says; `looks_like` tells it by its content. `limit` is the
    largest source in bytes; `needs` the libraries that are not always installed.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    read: Callable[[Raw], Source]
    looks_like: Callable[[Raw], bool]
    note: str = ""
    limit: int = 20 * MEGABYTE
    needs: tuple[str, ...] = ()


_TABLE = "one row an event; columns by their German or English names, TimelineJS's, or as `columns` says"
_SHEET = f"{_TABLE}; the first sheet with dates"
_CALAMINE = ("python-calamine",)

READERS: tuple[Format, ...] = (
    Format("xlsx", "Excel", (".xlsx", ".xlsm"), read_sheets, looks_like_xlsx, _SHEET, 100 * MEGABYTE, _CALAMINE),
    Format("ods", "OpenDocument spreadsheet", (".ods",), read_sheets, looks_like_ods, _SHEET, 100 * MEGABYTE, _CALAMINE),
    Format("parquet", "Parquet", (".parquet", ".pq"), read_parquet, looks_like_parquet, _TABLE, 500 * MEGABYTE, ("pyarrow",)),
    Format(
        "feed",
        "Feed: RSS or Atom",
        (".rss", ".atom"),
        read_feed,
        is_feed,
        note="entries with their stamps, links, enclosures and points; nothing is fetched",
        needs=("feedparser", "lxml"),
    ),
    Format(
        "schema.org",
        "Linked data: live blogs and events of schema.org",
        (".jsonld",),
        read_linked,
        has_linked_data,
        note="JSON-LD or microdata, in a saved page or alone; a live blog goes before events",
        needs=("extruct", "lxml"),
    ),
    Format(
        "html",
        "Saved page of a ticker",
        (".html", ".htm", ".xhtml"),
        read_html,
        is_page,
        note="`<time datetime>` and the layout of the text; nothing is run or fetched",
        needs=("lxml",),
    ),
    Format(
        "guardian",
        "Live blog: content API of the Guardian",
        (),
        read_guardian,
        is_guardian,
        note="blocks with their stamps, key events and elements",
        needs=("lxml",),
    ),
    Format(
        "superdesk",
        "Live blog: Superdesk",
        (),
        read_superdesk,
        is_superdesk,
        note="posts with their items; deleted ones and drafts are counted",
        needs=("lxml",),
    ),
    Format(
        "wordpress",
        "Live blog: WordPress",
        (),
        read_wordpress,
        is_wordpress,
        note="entries of the live blog plugin, or posts of the REST interface; edits are folded",
        needs=("lxml",),
    ),
    Format("jsonl", "JSON Lines", (".jsonl", ".ndjson"), read_jsonl, looks_like_jsonl, "one object a line", 500 * MEGABYTE),
    Format("tsv", "Table with tabs (TSV)", (".tsv", ".tab"), read_csv, lambda raw: False, _TABLE, 500 * MEGABYTE),
    Format("csv", "Table with commas or semicolons (CSV)", (".csv",), read_csv, looks_like_csv, _TABLE, 500 * MEGABYTE),
    Format(
        "ticker",
        "Ticker as text or Markdown",
        (".txt", ".md", ".markdown"),
        read_ticker,
        lambda raw: False,
        note="entries between plus signs, behind stamps or behind rules; front matter; moments by hand (`@`)",
    ),
)
"""The last one is taken where no other fits."""


def find_format(raw: Raw, name: str | None = None) -> Format:
    """The format called `name`, else the one that a source looks like, else the one of its suffix, else the ticker.

    Raises `OptionError` for a name that is none.
    """
    if name is not None:
        for one in READERS:
            if one.name == name:
                return one
        raise OptionError(f"unknown format {name!r}; use one of {', '.join(one.name for one in READERS)}")
    looks = (one for one in READERS if one.looks_like(raw))
    ends = (one for one in READERS if raw.suffix in one.suffixes)
    return next(looks, None) or next(ends, None) or READERS[-1]
