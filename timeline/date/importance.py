"""What is labelled first where there is no room for all: a number from 0 to 1 for each event.

an editor's own number                              as it is, but for key events
prose          0.3 to 0.8    by status (happened before planned) and by how its moment is known
a source that states its events
               0.5 to 0.8    by the length of the entry's body, up to 1,200 characters
key events     0.9 to 1.0    in the order that these numbers give, but for plans that were replaced
"""

from __future__ import annotations

from timeline.model import Basis, Status

LONG = 1_200
"""Characters of a body beyond which a longer one says no more."""

_OF_BASIS: dict[Basis, float] = {"given": 0.3, "stated": 0.3, "derived": 0.2, "reported": 0.2, "order": 0.1}
_OF_STATUS: dict[Status, float] = {"happened": 0.5, "planned": 0.4, "cancelled": 0.4, "superseded": 0.2}


def of_prose(status: Status, basis: Basis, *, key: bool = False) -> float:
    """What happened and is stated before what was planned, superseded or only inferred."""
    return of_key(_OF_STATUS[status] + _OF_BASIS[basis], status, key=key)


def of_stated(length: int, status: Status, *, key: bool = False) -> float:
    """An event that a source states without a number: who wrote more about it thought more of it.

    >>> of_stated(0, "happened"), of_stated(600, "happened"), of_stated(9_000, "happened"), of_stated(0, "happened", key=True)
    (0.5, 0.65, 0.8, 0.95)
    """
    return of_key(0.5 + 0.3 * min(length / LONG, 1), status, key=key)


def of_key(importance: float, status: Status, *, key: bool) -> float:
    """The same number, or that of a key event."""
    return round(0.9 + importance / 10 if key and status != "superseded" else importance, 2)
