"""What there is to read: bytes with a name, and the views of them that several formats share."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from typing import Any

from timeline.errors import SourceError
from timeline.read.decode import decode

HEAD = 4_096
"""So many bytes tell the format of a source."""


@dataclass(frozen=True)
class Raw:
    """A source as it came in. `columns` maps a field of an event to the column, or the name, that holds it: an editor's own mapping.

    `since` and `until` (year-month-day, the second one exclusive) bound what repeats without an end.
    """

    data: bytes
    name: str
    columns: Mapping[str, str] = field(default_factory=dict)
    since: str | None = None
    until: str | None = None
    now: str | None = None
    """The day it is read on, year-month-day."""
    words: str | None = None
    """The text itself, where it came as text."""

    @property
    def suffix(self) -> str:
        """The end of its name in lower case, `.csv`; empty where it has none."""
        return PurePath(self.name).suffix.lower()

    @property
    def title(self) -> str | None:
        """What its name makes of a title: `hanoi-summit-2019.de.txt` is `Hanoi summit 2019`; None for a text without a file."""
        path = PurePath(self.name)
        words = re.sub(r"[-_\s]+", " ", path.name.split(".")[0]).strip()
        return words[:1].upper() + words[1:] if path.suffix and words else None

    @property
    def head(self) -> bytes:
        """Its first bytes, without a byte order mark and blank space."""
        return self.data[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()

    @cached_property
    def text(self) -> str:
        """All of it as text with `\\n` line ends; raises `SourceError` where it is none."""
        text = decode(self.data, self.name) if self.words is None else self.words.removeprefix("\ufeff")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def json(self) -> Any:
        """What it holds as JSON; None where it is none. Raises `SourceError` for JSON that is broken or nested too deeply."""
        if self.head[:1] not in (b"{", b"["):
            return None
        try:
            return json.loads(self.text)
        except RecursionError as error:
            raise SourceError(f"{self.name!r} is nested too deeply to be read as JSON; flatten it") from error
        except ValueError as error:
            if self.suffix != ".json":
                return None
            raise SourceError(f"{self.name!r} is no whole JSON ({error}); save it again, or cut it where it is whole") from error
