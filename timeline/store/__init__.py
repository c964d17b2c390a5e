"""Stories of up to ten million events and more: kept in a database, shown tile by tile.

`build` writes a store from any source, `Store` answers what a page asks of it; the queries are in `queries`, written once for every engine.
"""

from __future__ import annotations

from pathlib import Path

CURRENT = "current"
"""The file of a store's folder that names the published snapshot."""


def is_store(path: Path) -> bool:
    """Whether a path is the folder of a store. To say so takes no engine."""
    return (path / CURRENT).is_file()
