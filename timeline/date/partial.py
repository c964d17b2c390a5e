"""What one expression says of a time: only that, nothing from its surroundings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from re import Match, Pattern
from typing import Literal, NamedTuple

Part = Literal["night", "morning", "forenoon", "noon", "afternoon", "evening"]
Unit = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"]
Relation = Literal["past", "this", "future"]
Shift = Literal["later", "earlier"]

PART_HOURS: dict[Part, tuple[int, int]] = {
    "night": (22, 30), "morning": (6, 9), "forenoon": (9, 12), "noon": (11, 14), "afternoon": (12, 18), "evening": (18, 24),
}  # fmt: skip
"""Part of day -> hours of its day, half open; the night of a day goes on into the next one."""


class Amount(NamedTuple):
    """A length of time: `number` may be fractional, `unit` is calendar-wise from `day` on."""

    number: float
    unit: Unit

    def milliseconds(self) -> int | None:
        """The exact length of seconds, minutes and hours; None for a unit of the calendar."""
        sizes = {"second": 1_000, "minute": 60_000, "hour": 3_600_000}
        return round(self.number * sizes[self.unit]) if self.unit in sizes else None


@dataclass(frozen=True, slots=True)
class Partial:
    """The fields an expression fills; every other one is None.

    `days` counts from the reference day (`gestern` is -1). `ago` is a distance back from the reference. `anchor` is an occasion, and
    `ordinal` (1: its first day) or `distance` (a signed amount) counts from it. `unit` is a whole unit that is pointed at
    (`Wochenende`). `shift` and `amount` together move a plan. `zone` is an IANA key, an offset or `local`.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    days: int | None = None
    part: Part | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    relation: Relation | None = None
    ago: Amount | None = None
    anchor: str | None = None
    ordinal: int | None = None
    distance: Amount | None = None
    unit: Literal["weekend"] | None = None
    until: bool = False
    approximate: bool = False
    shift: Shift | None = None
    amount: Amount | None = None

    @property
    def has_clock(self) -> bool:
        """A clock is among its fields."""
        return self.hour is not None

    @property
    def has_day(self) -> bool:
        """It points at a day, a month or a year, however."""
        return any(value is not None for value in (self.year, self.month, self.weekday, self.days, self.ago, self.anchor, self.unit))

    @property
    def is_absolute(self) -> bool:
        """It names a full calendar date, or a month of a year, or a year: no reference is needed."""
        return self.year is not None

    @property
    def is_deictic(self) -> bool:
        """It points from the day of the post: a clock, a weekday, today; such words date fresh news."""
        return self.ago is None and self.anchor is None and not self.is_absolute

    def joined(self, other: Partial) -> Partial | None:
        """Both as one, or None where they fill the same field."""
        names = [name for name in self.__slots__ if name not in ("until", "approximate")]
        if any(getattr(self, name) is not None and getattr(other, name) is not None for name in names):
            return None
        filled = {name: getattr(other, name) for name in names if getattr(other, name) is not None}
        return replace(self, **filled, until=self.until or other.until, approximate=self.approximate or other.approximate)


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a language's grammar: a name, a pattern, and what a match means (None: nothing after all)."""

    name: str
    pattern: Pattern[str]
    build: Callable[[Match[str]], Partial | None]


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in a text: `text[start:end]`, what it says, and the rules that read it.

    `twin` is the same instant stated a second time (`14.00 Uhr (Ortszeit/8.00 Uhr MEZ)`): a check, not another moment.
    """

    start: int
    end: int
    partial: Partial
    rule: str
    twin: Partial | None = None
