"""Bytes in, entries with line numbers out; one file per format, one row in `formats.READERS`.

Reading knows nothing of dates: a clock on a headline, or a cell of a table, is kept as words (`Entry.stamp`, `Given.start`).
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from timeline.errors import SourceError
from timeline.model import Source
from timeline.read.formats import READERS, find_format
from timeline.read.raw import Raw
from timeline.read.table import read_frame

__all__ = ["LIMIT", "READERS", "Raw", "read", "read_frame", "take", "too_large"]

LIMIT = 20_000_000
"""Bytes that are read at most where no format says otherwise: a ticker of a year has a tenth of it."""

_PIECE = 1_000_000
"""Bytes of a stream that are read at a time."""


def read(
    source: str | bytes | Path | Raw,
    *,
    name: str | None = None,
    format: str | None = None,
    columns: Mapping[str, str] = MappingProxyType({}),
    since: str | None = None,
    until: str | None = None,
    now: str | None = None,
) -> Source:
    """The entries of a file, of its bytes, or of a text.

    A string with a line break is text; one without is a path. `name` is how messages and the title call the source, `format` the name of a
    row of `READERS` (None finds it out). `columns` is an editor's own mapping, field -> column; `since` and `until` (year-month-day, the
    second one exclusive) bound what repeats without an end; `now` is the day that a source may count from. Raises `OptionError` for a
    format or a field that is none, and `SourceError` where there is nothing to read, more than the format's limit, or a library is missing
    that it needs.
    """
    raw = source if isinstance(source, Raw) else _raw_of(source, name, columns, since, until, now)
    if _is_blank(raw):
        raise SourceError(f"{raw.name!r} is empty; put in a ticker: entries that start with a line such as '+++ 14:39 headline +++'")
    found = find_format(raw, format)
    if len(raw.data) > found.limit:
        raise too_large(raw.name, found.limit)
    try:
        read_one = found.read(raw)
    except ModuleNotFoundError as error:
        needs = ", ".join(found.needs) or error.name
        raise SourceError(f"{found.title} needs {needs}; install it with: pip install 'ticker-timeline[formats]'") from error
    if not (read_one.entries or read_one.eras or read_one.problems or read_one.dated):
        raise SourceError(f"{raw.name!r} holds no record ({found.title}); put in at least one, with a date")
    settings = replace(read_one.settings, title=read_one.settings.title or raw.title)
    return replace(read_one, settings=settings, format=found.name, records=read_one.records or len(read_one.entries))


def _raw_of(
    source: str | bytes | Path, name: str | None, columns: Mapping[str, str], since: str | None, until: str | None, now: str | None
) -> Raw:
    if isinstance(source, str) and "\n" not in source and "\r" not in source and "+++" not in source:
        source = Path(source)
    if isinstance(source, Path):
        name = name or source.name
        if re.match(r"https?:/", str(source), re.IGNORECASE):
            raise SourceError(f"{str(source)!r} is an address; nothing is fetched unless you ask for it: timeline.fetch, or --fetch")
        return Raw(_bytes_of(source, name), name, columns, since, until, now)
    if isinstance(source, str):
        return Raw(source.encode("utf-8", "replace"), name or "the text", columns, since, until, now, words=source)
    return Raw(source, name or "the text", columns, since, until, now)


def _is_blank(raw: Raw) -> bool:
    if raw.words is not None:
        return not raw.words.removeprefix("\ufeff").strip()
    return not raw.data.removeprefix(BOM_UTF8).strip()


def take(stream: BinaryIO, name: str, limit: int = LIMIT) -> bytes:
    """All of a stream, a piece at a time; raises `SourceError` as soon as it is more than `limit`."""
    pieces: list[bytes] = []
    size = 0
    while piece := stream.read(_PIECE):
        size += len(piece)
        if size > limit:
            raise too_large(name, limit)
        pieces.append(piece)
    return b"".join(pieces)


def too_large(name: str, limit: int = LIMIT) -> SourceError:
    """What is said of a source, or of a line of questions, that is larger than `limit`."""
    return SourceError(f"{name!r} is larger than {limit // 1_000_000} MB; cut it into several parts, and leave out what is no text")


def _bytes_of(path: Path, name: str) -> bytes:
    limit = max((one.limit for one in READERS if path.suffix.lower() in one.suffixes), default=LIMIT)
    try:
        if path.stat().st_size > limit:
            raise too_large(name, limit)
        with path.open("rb") as file:
            return take(file, name, limit)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"cannot read {str(path)[:200]!r} ({reason}); give the path of a ticker, or its text") from error
