"""A source from an address: only ever where the caller asks for it by name, never because an address stands in a source."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.error import URLError
from urllib.parse import unquote, urlsplit
from urllib.request import Request, urlopen

from timeline.errors import SourceError
from timeline.read import LIMIT, take

_PATIENCE = 30
"""Seconds without an answer."""
_SUFFIXES = {
    "text/html": ".html", "application/xhtml+xml": ".xhtml", "text/csv": ".csv", "text/calendar": ".ics", "application/json": ".json",
    "application/ld+json": ".jsonld", "application/rss+xml": ".rss", "application/atom+xml": ".atom", "text/markdown": ".md",
}  # fmt: skip


def is_address(source: str) -> bool:
    """Whether a text is an address of the web, and nothing else."""
    return source.lower().startswith(("http://", "https://")) and not any(letter.isspace() for letter in source)


def fetch(address: str, *, limit: int = LIMIT) -> tuple[bytes, str]:
    """What lies at an address of the web, and a name for it that ends as its type does, both for `timeline.load`.

    Raises `SourceError` where nothing comes, or more than `limit` bytes.
    """
    try:
        if not is_address(address) or not urlsplit(address).hostname:
            raise ValueError("it is no address that begins with https:// and names a host")
        request = Request(address, headers={"User-Agent": "ticker-timeline", "Accept": "*/*"})
        with urlopen(request, timeout=_PATIENCE) as answer:
            kind = answer.headers.get_content_type()
            name = unquote(PurePosixPath(urlsplit(address).path).name) or urlsplit(address).hostname or "the address"
            data = take(answer, name, limit)
    except (URLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise SourceError(
            f"cannot fetch {address[:200]!r} ({reason}); check it in a browser, or save the page and give the file"
        ) from error
    return data, name if PurePosixPath(name).suffix else name + _SUFFIXES.get(kind, "")
