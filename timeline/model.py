"""The nouns: entry, event, moment, evidence, problem, assumption, story.

Everything here is immutable. Field names are public API.

An *instant* is an integer: milliseconds since 1970-01-01T00:00Z in the proleptic Gregorian calendar, unbounded, so that deep time fits.
A *civil date* is text such as `2019-02-28`: the same date in every zone. A moment that is a civil date carries that text, and no label is
ever computed from its bounds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

from timeline.messages import sentence

if TYPE_CHECKING:
    import pandas as pd

Basis = Literal["given", "stated", "derived", "reported", "order"]
"""How a moment is known: an editor's hand or a data column; words of the entry; computed from such words; only the
entry's own time stamp; only its place in the ticker."""

Status = Literal["happened", "planned", "cancelled", "superseded"]
Severity = Literal["note", "warning", "error"]
MediaKind = Literal["image", "video", "audio", "link", "quotation"]
Part = Literal["stamp", "hand", "headline", "body"]

Precision = Literal[
    "second", "minute", "hour",
    "night", "morning", "forenoon", "noon", "afternoon", "evening", "day",
    "weekend", "week", "month", "quarter", "season", "year", "decade", "century", "millennium",
]  # fmt: skip
"""How exactly a moment is known; from `night` on it is a civil date."""

PRECISIONS: dict[str, Precision] = {word: word for word in get_args(Precision)}
BASES: dict[str, Basis] = {word: word for word in get_args(Basis)}
STATUSES: dict[str, Status] = {word: word for word in get_args(Status)}
CLOCK_PRECISIONS: frozenset[Precision] = frozenset({"second", "minute", "hour"})


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was, as exactly as it is known.

    `earliest` (inclusive) and `latest` (exclusive) are instants in UTC milliseconds; None is "no bound". For a civil date they are the
    bounds of that date in `zone`. `zone` is an IANA key or an offset such as `+07:00`, as written or as assumed.
    `civil` is the date in ISO 8601 (`2018`, `2018-06`, `2019-02-28`) where there is no clock, else None.
    """

    earliest: int | None
    latest: int | None
    precision: Precision
    zone: str | None
    civil: str | None = None
    approximate: bool = False
    basis: Basis = "stated"
    named: int | None = None
    """The instant of the clock that is named, where it is not `earliest`: `gegen 21 Uhr` lies between 20:30 and 21:30."""

    @property
    def instant(self) -> int | None:
        """The instant of a clock reading in UTC milliseconds; None for a civil date."""
        if self.civil is not None:
            return None
        return self.earliest if self.named is None else self.named


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that date an event: `text` is `part[start:end]` of the entry; `rule` is the rule that read them."""

    text: str
    part: Part
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Media:
    """What a card shows beside its words.

    `address` is where it lies (http, https, `data:`, or a path beside the source) or, of a quotation, where it was said; `text` holds the
    words of a quotation. `alt` says what is to be seen to who cannot see it.
    """

    kind: MediaKind
    address: str = ""
    caption: str = ""
    credit: str = ""
    alt: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry is: a name, degrees north and east (WGS 84), or both."""

    name: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What the ticker shows as one post, and what a card shows.

    `position` counts from 1 in the order of the source; `lines` are its first and last line there, both inclusive.
    `stamp` is the clock or date the ticker prints on the post, `day` the day heading it stands under and `hand` what an editor stated
    (`@ ...`), all as written; a second stamp of the same instant follows behind ` / `.
    `published` is filled by `timeline.date`. Paragraphs of `body` are separated by an empty line.
    """

    id: str
    headline: str
    body: str
    position: int
    lines: tuple[int, int] = (0, 0)
    day: str = ""
    stamp: str = ""
    hand: str = ""
    published: Moment | None = None
    links: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    place: Place | None = None
    pointer: bool = False
    """The whole body only points at another page: an entry without news of its own."""
    key: bool = False
    """Its editor picked it as a key event."""


@dataclass(frozen=True, slots=True)
class Event:
    """A point or a span in time: what the chart marks.

    At least one of `start` and `end` is known. `replaces` is the id of the plan this event took the place of.
    `importance` lies in 0 (first to be hidden) to 1 (last).
    """

    id: str
    entry: str
    label: str
    start: Moment | None
    end: Moment | None = None
    status: Status = "happened"
    replaces: str | None = None
    lane: str | None = None
    tags: tuple[str, ...] = ()
    importance: float = 0.5
    evidence: tuple[Evidence, ...] = ()

    @property
    def moment(self) -> Moment:
        """The moment that places the event: its start, or its end where no start is known."""
        moment = self.start or self.end
        if moment is None:
            raise ValueError(f"event {self.id!r} has neither start nor end")
        return moment

    @property
    def earliest(self) -> int | None:
        """The first instant the event can have begun at."""
        return self.moment.earliest

    @property
    def latest(self) -> int | None:
        """The instant (exclusive) by which the event is over."""
        return (self.end or self.moment).latest


@dataclass(frozen=True, slots=True)
class Era:
    """A stretch of time behind the chart, such as a term of office; both ends are known."""

    label: str
    start: Moment
    end: Moment


@dataclass(slots=True)  # not frozen, though nobody changes one: that takes ten times as long to make, and a long table makes one a row
class Given:
    """One event, or one era, as a table, a calendar or another tool's file states it: every value is text as written, nothing is dated.

    `entry` is the id of the entry that it belongs to, `line` its line or row from 1. `end` is the last date or the clock that is meant,
    not the one after it. `more` holds what only a table of this package's own states: `precision`, `basis`, `earliest`, `latest`,
    `evidence`.
    """

    entry: str
    label: str
    start: str = ""
    end: str = ""
    zone: str = ""
    id: str = ""
    status: str = ""
    lane: str = ""
    tags: tuple[str, ...] = ()
    importance: str = ""
    replaces: str = ""
    published: str = ""
    line: int | None = None
    more: Mapping[str, str] = field(default_factory=dict)


def by_time(event: Event) -> tuple[float, float, str]:
    """Sort key: the earliest instant, or the latest where only that is known; then the latest, then the id."""
    first, last = event.earliest, event.latest
    known = first if first is not None else last
    return known if known is not None else 0, last if last is not None else float("inf"), event.id


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the source that was not used, or not trusted: data, not an exception.

    `code` names a row of `messages.PROBLEMS`; `words` quotes the source; `line` is its line or row, from 1, and `column` the field in it.
    Severity `error`: something was lost; `warning`: read, but not trusted; `note`: nothing to do.
    """

    code: str
    words: str = ""
    line: int | None = None
    severity: Severity = "warning"
    values: Mapping[str, str] = field(default_factory=dict)
    column: str = ""

    def say(self, language: str = "en") -> str:
        """What is wrong and what to do about it, in one line."""
        return sentence("problem", self.code, language, {"words": self.words, **self.values})


@dataclass(frozen=True, slots=True)
class Assumption:
    """What the source did not say and what was inferred instead; `code` names a row of `messages.ASSUMPTIONS`."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)

    def say(self, language: str = "en") -> str:
        """The assumption and its reason, in one line."""
        return sentence("assumption", self.code, language, self.values)


@dataclass(frozen=True, slots=True)
class Settings:
    """What an editor fixed: front matter, or the arguments of `timeline.load`, which win over it.

    `date` is the civil date of the newest entry, `zone` the zone the ticker is written in, `reader_zones` those offered first.
    `anchors` maps an occasion to its first civil date; `lanes` maps a lane to the words that put an entry there, in the order in which they
    are shown; without words it only has its place in the order. `eras` maps an era to its dates (`2017-01-20 - 2021-01-20`).
    """

    title: str | None = None
    date: str | None = None
    zone: str | None = None
    reader_zones: tuple[str, ...] = ()
    language: str | None = None
    anchors: Mapping[str, str] = field(default_factory=dict)
    lanes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    eras: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """What reading gives: entries with their words, nothing dated yet.

    With `given`, or where it is `stated`, its events are those that the source states, be they none; else they are read off the entries'
    words. `dated` is a whole story,
    where the source holds one (this package's own JSON). `records` counts what the source held: posts, rows, components; each of them is an
    entry with an event, or an error among the problems.
    """

    name: str
    introduction: str
    entries: tuple[Entry, ...]
    settings: Settings = Settings()
    problems: tuple[Problem, ...] = ()
    given: tuple[Given, ...] = ()
    eras: tuple[Given, ...] = ()
    records: int = 0
    format: str = "ticker"
    dated: Story | None = None
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """A dated source: entries in the order of the source, events in the order of time."""

    title: str
    language: str
    zone: str
    entries: tuple[Entry, ...]
    events: tuple[Event, ...]
    introduction: str = ""
    reader_zones: tuple[str, ...] = ()
    lanes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    eras: tuple[Era, ...] = ()
    records: int = 0
    format: str = "ticker"
    """How many records the source had, and in which format they were read."""

    def to_frame(self) -> pd.DataFrame:
        """One row an event, columns `timeline.COLUMNS`; see `timeline.table`."""
        from timeline.table import to_frame

        return to_frame(self)

    @staticmethod
    def from_frame(frame: pd.DataFrame, *, title: str = "", language: str = "en", zone: str = "UTC") -> Story:
        """The story of a table that `to_frame` wrote, or of one with at least `label` and `start`; `timeline.load` knows more of them."""
        from timeline import load

        return load(frame, title=title, language=language, zone=zone)

    def _repr_html_(self) -> str:
        """The story as a notebook shows it: an isolated frame with the exported page in it."""
        from timeline.export.fragment import frame

        return frame(self)
