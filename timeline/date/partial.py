"""What one expression says of a time: only that, nothing from its surroundings."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any, Literal, NamedTuple

Part = Literal["night", "morning", "forenoon", "noon", "afternoon", "evening"]
Unit = Literal["second", "minute", "hour", "day", "workday", "week", "weekend", "month", "quarter", "season", "year", "decade", "century"]
Relation = Literal["past", "this", "future"]
Shift = Literal["later", "earlier"]
Portion = Literal["start", "mid", "end", "first-half", "second-half", "rest", "first-day", "last-day"]
Season = Literal["spring", "summer", "autumn", "winter"]
Holiday = Literal[
    "new-year", "epiphany", "shrove-monday", "ash-wednesday", "maundy-thursday", "good-friday", "holy-saturday", "easter", "easter-monday",
    "labour-day", "ascension", "pentecost", "whit-monday", "corpus-christi", "assumption", "german-unity", "harvest", "halloween",
    "reformation", "all-saints", "martinmas", "remembrance", "advent", "saint-nicholas", "christmas-eve", "christmas", "boxing-day",
    "new-years-eve", "independence-day", "barbara", "peter-and-paul", "augsburg-peace", "shrove-sunday",
    "martin-luther-king-day", "groundhog-day", "valentines-day", "presidents-day", "saint-patricks-day", "april-fools-day", "earth-day",
    "mothers-day", "memorial-day", "juneteenth", "fathers-day", "us-labor-day", "columbus-day", "all-souls", "guy-fawkes", "veterans-day",
    "thanksgiving", "black-friday", "cyber-monday",
]  # fmt: skip

PART_HOURS: dict[Part, tuple[int, int]] = {
    "night": (22, 30), "morning": (6, 9), "forenoon": (9, 12), "noon": (11, 14), "afternoon": (12, 18), "evening": (18, 24),
}  # fmt: skip
"""Part of day -> hours of its day, half open; the night of a day goes on into the next one."""


class Amount(NamedTuple):
    """A length of time: `number` may be fractional, or None where nobody says how many; `unit` is of the calendar from `day` on."""

    number: float | None
    unit: Unit

    def milliseconds(self) -> int | None:
        """The exact length of seconds, minutes and hours; None for a unit of the calendar or an unknown number."""
        sizes = {"second": 1_000, "minute": 60_000, "hour": 3_600_000}
        return None if self.number is None or self.unit not in sizes else round(self.number * sizes[self.unit])


@dataclass(frozen=True, slots=True)
class Partial:
    """The fields an expression fills; every other one is None or False.

    - A date: `year`, `month`, `day`, `weekday`; `decade` is 199 for the nineteen-nineties, `century` 19 for the nineteen-hundreds,
      -5 for the fifth BC, `millennium` -3 for the third BC; `age` is so many years ago, from 10,000 on.
    - A whole `unit` that is pointed at with `relation` (`vergangene Woche`), and the `portion` of it that is meant (`Ende`); `twice` is the
      one after next or before last; `nth_week` is a week of a month, -1 its last, and with a `weekday` the nth of those in it. A
      `holiday` with the unit "weekend" is the weekend beside it.
    - `days` counts from the reference day (`gestern` is -1). `eve`: the night before the day.
    - A clock: `hour`, `minute`, `second`, `zone` (IANA key, offset or `local`); `twelve`: nobody says in which half of the day; `near` is
      "shortly before" or "after" it; `fold` says which one of an hour that comes twice (`Sommerzeit` is the first).
    - `base` is what `ago` and `ahead` count from, where it is not the reference (`two weeks before Christmas`).
    - A length: `amounts`, with `ago` back from the reference, `ahead` on from it, `each` as a repetition, `moves` as a plan's shift.
    - `anchor` is an occasion, and `ordinal` (1: its first day or week) or the signed `distance` counts from it; it is empty where the words
      do not name it (`in der dritten Woche`).
    - `vague` points without saying where: `damals`, `jetzt`, `bald`.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: Season | None = None
    quarter: int | None = None
    decade: int | None = None
    century: int | None = None
    millennium: int | None = None
    age: int | None = None
    holiday: Holiday | None = None
    days: int | None = None
    unit: Unit | None = None
    relation: Relation | None = None
    portion: Portion | None = None
    twice: bool = False
    nth_week: int | None = None
    part: Part | None = None
    eve: bool = False
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    twelve: bool = False
    near: Literal["before", "after"] | None = None
    fold: Literal["first", "second"] | None = None
    amounts: tuple[Amount, ...] = ()
    ago: bool = False
    ahead: bool = False
    each: bool = False
    moves: bool = False
    shift: Shift | None = None
    anchor: str | None = None
    ordinal: int | None = None
    distance: Amount | None = None
    vague: Relation | None = None
    until: bool = False
    base: Partial | None = None
    approximate: bool = False

    @property
    def has_clock(self) -> bool:
        """A clock is among its fields."""
        return self.hour is not None

    @property
    def has_day(self) -> bool:
        """It points at a day, or at a longer piece of the calendar, however."""
        if self.weekday is not None or self.month is not None or self.day is not None or self.year is not None:
            return True
        if self.holiday is not None or self.days is not None or self.unit is not None or self.is_counted:
            return True
        return self.season is not None or self.quarter is not None or self.decade is not None or self.century is not None or self.is_deep

    @property
    def is_counted(self) -> bool:
        """It counts from somewhere: from now, or from an occasion."""
        return self.ago or self.ahead or self.anchor is not None

    @property
    def is_absolute(self) -> bool:
        """It names its year, or a longer piece of the calendar: no reference is needed."""
        return self.year is not None or self.decade is not None or (self.century is not None and self.relation is None) or self.is_deep

    @property
    def is_deep(self) -> bool:
        """It is a millennium, or so many years ago that no year is meant."""
        return self.millennium is not None or self.age is not None

    @property
    def is_moment(self) -> bool:
        """It means a moment, and not a mere length, a repetition or "some time"."""
        return not (self.each or self.vague or self.moves or self.shift) and (not self.amounts or self.is_counted)

    @property
    def is_deictic(self) -> bool:
        """It points from the day of the post to one beside it: a clock, a weekday, today. Such words date fresh news."""
        if not self.is_moment or self.is_counted or self.is_absolute:
            return False
        return any(value is not None for value in (self.weekday, self.days, self.hour, self.part, self.day)) or self.unit == "weekend"

    def joined(self, other: Partial, night: int = 12) -> Partial | None:
        """Both as one, or None where they fill the same field; `night` as `late` has it."""
        mine, theirs = self.filled(), other.filled()
        if (mine.keys() & theirs.keys()) - {"approximate", "until", "twelve"}:
            return None
        both = replace(self, **theirs)
        return both.late(night) if (self.part or other.part) and both.has_clock else both

    def late(self, night: int = 12) -> Partial:
        """With the clock of its part of day: `7` of an evening is 19, and of a night from the hour `night` on."""
        first = {"afternoon": 1, "evening": 5, "night": night}.get(self.part or "", 12)  # `tonight at 2` is past midnight
        late = self.hour is not None and first <= self.hour < 12
        if self.part is not None and self.twelve:
            return replace(self, hour=(self.hour or 0) + 12 * late, twelve=False)
        return replace(self, hour=(self.hour or 0) + 12) if late else self

    def filled(self) -> dict[str, Any]:
        """The fields that say something."""
        values = zip(_NAMES, _VALUES(self), strict=True)
        return {name: value for name, value in values if value is not None and value is not False and value != ()}


_NAMES = tuple(one.name for one in fields(Partial))
_VALUES = attrgetter(*_NAMES)


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in a text: `text[start:end]`, what it says, and the rules that read it.

    `twin` is the same instant stated a second time (`14.00 Uhr (Ortszeit/8.00 Uhr MEZ)`): a check, not another moment. `to` is where a
    range that begins here ends, and `closes` marks the expression that is such an end and no more.
    """

    start: int
    end: int
    partial: Partial
    rule: str
    twin: Partial | None = None
    to: Partial | None = None
    closes: bool = False
