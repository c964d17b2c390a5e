"""What a caller can do wrong.

    TimelineError
    +-- SourceError        nothing readable: missing, empty, binary or without a single record
    |   +-- NoEntryError   a text in which no entry of a ticker begins
    +-- OptionError        an argument that has no meaning here
        +-- ZoneError      a time zone nobody knows
        +-- DateError      a date that is none

Faults *inside* a source are never exceptions: they are `Problem`s of the story, so that whatever was fine stays.
Every message is lower case, quotes the value and names the remedy.
"""

from __future__ import annotations


class TimelineError(Exception):
    """Base of everything this package raises on purpose."""


class SourceError(TimelineError):
    """A source holds nothing that could become an entry."""


class NoEntryError(SourceError):
    """A text has no entry of a ticker."""

    def __init__(self, name: str) -> None:
        ways = "an entry starts with a line such as '+++ 14:39 headline +++' or '14:39 headline', or stands behind a line of ---"
        super().__init__(f"no entry in {name!r}; {ways}")


class OptionError(TimelineError, ValueError):
    """An option has a value that means nothing."""


class ZoneError(OptionError):
    """A time zone is not known."""

    def __init__(self, zone: str) -> None:
        super().__init__(f"unknown time zone {zone!r}; use an IANA name such as 'Europe/Paris' or an offset such as '+07:00'")


class DateError(OptionError):
    """A date or moment could not be read."""

    def __init__(self, text: str) -> None:
        super().__init__(f"unknown date {text!r}; use year-month-day such as '2019-02-28'")
