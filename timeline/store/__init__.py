"""Stories of up to ten million events and more: kept in a database, shown tile by tile.

`build` writes a store from any source, `Store` answers what a page asks of it; the queries are in `queries`, written once for every engine.
"""

from __future__ import annotations

from pathlib import Path

CURRENT = "current"
"""The file of a store's folder that names the published snapshot."""


_DATABASES = ("postgresql://", "postgres://")


def is_address(place: str | Path) -> bool:
    """Whether a store is named by the address of a database, and not by its folder."""
    return isinstance(place, str) and place.startswith(_DATABASES)


def is_store(place: str | Path) -> bool:
    """Whether a path is the folder of a store, or an address may be that of one. To say so takes no engine."""
    return is_address(place) or (Path(place) / CURRENT).is_file()


def shown(place: str | Path) -> str:
    """A place as a message may name it: an address without its password, and without what comes after the name of the database."""
    if not is_address(place):
        return str(place)
    scheme, _, rest = str(place).partition("://")
    return f"{scheme}://{rest.rpartition('@')[2].partition('?')[0]}"
