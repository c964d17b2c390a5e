"""Bytes in, entries with line numbers out; one file per format, one row in `READERS`.

Reading knows nothing of dates: a clock on a headline is kept as words (`Entry.stamp`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from timeline.errors import SourceError
from timeline.model import Source
from timeline.read.decode import decode
from timeline.read.ticker import read_ticker

LIMIT = 20_000_000
"""Bytes of a file, or characters of a text, that are read at most: a ticker of a year has a tenth of it."""

_PIECE = 1_000_000
"""Bytes of a stream that are read at a time."""

Reader = Callable[[str, str], Source]

READERS: dict[str, Reader] = {
    "ticker": read_ticker,
}
"""Format -> reader of (text, name of the source)."""


def read(source: str | bytes | Path, *, name: str | None = None) -> Source:
    """The entries of a file, of its bytes, or of a ticker's text.

    A string with a line break is text; one without is a path. `name` is how messages and the title call the source.
    Raises `SourceError` where there is nothing to read, or more than `LIMIT`.
    """
    if isinstance(source, str) and "\n" not in source and "\r" not in source and "+++" not in source:
        source = Path(source)
    if isinstance(source, Path):
        name = name or source.name
        source = _bytes_of(source, name)
    name = name or "the text"
    if len(source) > LIMIT:
        raise too_large(name)
    text = decode(source, name) if isinstance(source, bytes) else source.removeprefix("\ufeff")
    if not text.strip():
        raise SourceError(f"{name!r} is empty; put in a ticker: entries that start with a line such as '+++ 14:39 headline +++'")
    return READERS["ticker"](text, name)


def take(stream: BinaryIO, name: str) -> bytes:
    """All of a stream, a piece at a time; raises `SourceError` as soon as it is more than `LIMIT`."""
    pieces: list[bytes] = []
    size = 0
    while piece := stream.read(_PIECE):
        size += len(piece)
        if size > LIMIT:
            raise too_large(name)
        pieces.append(piece)
    return b"".join(pieces)


def too_large(name: str) -> SourceError:
    """What is said of a source, or of a line of questions, that is larger than `LIMIT`."""
    return SourceError(f"{name!r} is larger than {LIMIT // 1_000_000} MB; cut it into several tickers, and leave out what is no text")


def _bytes_of(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            return take(file, name)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"cannot read {str(path)[:200]!r} ({reason}); give the path of a ticker, or its text") from error
