"""In which of the files of ids a host without a server has an entry: the twin of assets/lib/shelves.mjs."""

from __future__ import annotations

from zlib import crc32

SHELVES = 100
"""Files that the ids of a story are spread over."""


def shelf_of(name: str) -> str:
    """Two digits: the CRC-32 of the id in UTF-8, modulo `SHELVES`.

    >>> shelf_of("e8"), shelf_of("Größe")
    ('23', '13')
    """
    return f"{crc32(name.encode('utf-8', 'replace')) % SHELVES:02d}"
