"""What other tools answer to phrases: JSON in (`{"now", "language", "phrases"}`), JSON out (tool -> ISO times or nulls)."""

import json
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any

Tool = Callable[[str, datetime, str], datetime | None]


def main() -> None:
    """Ask every tool every phrase."""
    asked = json.load(sys.stdin)
    now = datetime.fromisoformat(asked["now"])
    tools = {"dateparser": ask_dateparser, "ctparse": ask_ctparse}
    answers = {name: [answer(tool, phrase, now, asked["language"]) for phrase in asked["phrases"]] for name, tool in tools.items()}
    json.dump(answers, sys.stdout)


def answer(tool: Tool, phrase: str, now: datetime, language: str) -> str | None:
    """What a tool says; one that breaks over a phrase has no answer."""
    try:
        return iso(tool(phrase, now, language))
    except Exception:
        return None


def ask_dateparser(phrase: str, now: datetime, language: str) -> datetime | None:
    """News dates lie in the past where nothing else is said."""
    import dateparser

    settings: Any = {"RELATIVE_BASE": now, "PREFER_DATES_FROM": "past"}
    moment: datetime | None = dateparser.parse(phrase, languages=[language], settings=settings)
    return moment


def ask_ctparse(phrase: str, now: datetime, _: str) -> datetime | None:
    """It knows German and English and does not ask which."""
    from ctparse import ctparse

    found = ctparse(phrase, ts=now)
    resolution = getattr(found, "resolution", None)
    moment: datetime | None = getattr(getattr(resolution, "t_from", resolution), "dt", None)
    return moment


def iso(moment: datetime | None) -> str | None:
    """On the wall, to the minute."""
    return None if moment is None else moment.replace(tzinfo=None).isoformat(timespec="minutes")


if __name__ == "__main__":
    main()
