"""What holds for a whole story in a store."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields

from timeline.errors import SourceError
from timeline.model import Assumption, Era, Moment
from timeline.store.notes import Kind

FORM = 4
"""Of the tables; a store of another one is refused."""


@dataclass(frozen=True, slots=True)
class About:
    """The story without its entries and events.

    `version` names one version of the data: the same events, with the same notes on their source, give the same one. `events` have a
    mark, `unplaced` have none; `window` is the first view, half open; `earliest` and `latest` are the ends of all marks. `facets` maps
    what a page can filter by to the values there are, each with how many cards have it; `kinds` are those of the marks, as the legend
    names them, and `mapped` says whether a card has a map. `keys` are the places of the key events that a page lists; `assumptions` and
    `problems` are those of all sources (`Noted`). `last` is the highest position of an entry and `sum` that of the hashes of all lines:
    what is appended goes on from there.
    """

    form: int
    version: str
    title: str
    language: str
    zone: str
    introduction: str
    reader_zones: tuple[str, ...]
    lanes: tuple[str, ...]
    eras: tuple[Era, ...]
    entries: int
    events: int
    unplaced: int
    mixed: bool
    earliest: int
    latest: int
    window: tuple[int, int]
    crowd: int
    facets: Mapping[str, Mapping[str, int]]
    kinds: tuple[str, ...]
    mapped: bool
    keys: tuple[int, ...]
    assumptions: tuple[Assumption, ...]
    problems: tuple[Kind, ...]
    last: int
    sum: int

    def rows(self) -> list[dict[str, str]]:
        """For the table `about`, in ASCII: half a character is taken by no database."""
        return [{"name": name, "value": json.dumps(value)} for name, value in asdict(self).items()]

    @staticmethod
    def of(rows: Iterable[tuple[str, str]]) -> About:
        """Back from `rows`; raises `SourceError` where they are of another form."""
        told = {name: json.loads(value) for name, value in rows}
        if told.get("form") != FORM:
            raise SourceError(
                f"the store has form {told.get('form')}, known is {FORM}; build it again with this version of ticker-timeline"
            )
        eras = tuple(Era(one["label"], Moment(**one["start"]), Moment(**one["end"])) for one in told["eras"])
        lists = {name: tuple(told[name]) for name in ("reader_zones", "lanes", "window", "kinds", "keys")}
        notes = {"assumptions": tuple(Assumption(**one) for one in told["assumptions"]), "problems": tuple(map(Kind.of, told["problems"]))}
        return About(**{field.name: told[field.name] for field in fields(About)} | lists | notes | {"eras": eras})
