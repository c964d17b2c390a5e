"""What is said of the sources of a store: all that was assumed, and of the problems how many of each kind there are and the first ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import Any

from timeline.model import Assumption, Problem, Severity

EACH = 20
"""So many problems of a kind are kept whole; there are some hundred kinds, and a source has a few of them."""
_LONGEST = 400
"""Characters of a source that a problem goes on quoting."""
_GRAVEST = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Kind:
    """Problems of one code and severity: how many there are, and the `first` of them, at most `EACH`."""

    code: str
    severity: Severity
    count: int
    first: tuple[Problem, ...]

    @staticmethod
    def of(told: Mapping[str, Any]) -> Kind:
        """Back from JSON."""
        return Kind(**{**told, "first": tuple(Problem(**one) for one in told["first"])})


@dataclass
class Noted:
    """Gathers both while a store is built, in bounded memory."""

    _assumed: dict[str, Assumption] = field(default_factory=dict)
    _kinds: dict[tuple[str, Severity], Kind] = field(default_factory=dict)

    def take(self, assumptions: Iterable[Assumption], kinds: Iterable[Kind]) -> None:
        """Go on from what a store has kept."""
        self._assumed.update((_name(one), one) for one in assumptions)
        self._kinds.update(((one.code, one.severity), one) for one in kinds)

    def add(self, assumptions: Iterable[Assumption], problems: Iterable[Problem]) -> None:
        """What one part tells: pieces of a table assume the same, which is said once."""
        for assumption in assumptions:
            self._assumed.setdefault(_name(assumption), assumption)
        found: dict[tuple[str, Severity], list[Problem]] = {}
        for problem in problems:
            found.setdefault((problem.code, problem.severity), []).append(problem)
        for key, some in found.items():
            known = self._kinds.get(key, Kind(*key, 0, ()))
            first = (*known.first, *map(_shortened, islice(some, EACH - len(known.first))))
            self._kinds[key] = replace(known, count=known.count + len(some), first=first)

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """Each once, in the order in which they came."""
        return tuple(self._assumed.values())

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What is lost first, then what is in doubt; each in the order in which it came."""
        return tuple(sorted(self._kinds.values(), key=lambda kind: _GRAVEST.index(kind.severity)))


def listed(kinds: Sequence[Kind]) -> tuple[tuple[Problem, ...], dict[int, int]]:
    """The problems that are kept, kind by kind, and behind which of them, from 0, how many more of its kind there are."""
    problems = tuple(chain.from_iterable(kind.first for kind in kinds))
    rest, last = {}, -1
    for kind in kinds:
        last += len(kind.first)
        if kind.count > len(kind.first):
            rest[last] = kind.count - len(kind.first)
    return problems, rest


def _name(assumption: Assumption) -> str:
    return f"{assumption.code} {sorted(assumption.values.items())}"


def _shortened(problem: Problem) -> Problem:
    values = {name: _cut(value) for name, value in problem.values.items()}
    return replace(problem, words=_cut(problem.words), values=values, column=_cut(problem.column))


def _cut(text: str) -> str:
    return f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text
