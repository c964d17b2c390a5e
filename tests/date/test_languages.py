"""Every language of the grammar: what its sentences say, what has to stay silent in them, and what a language needs to be whole."""

import csv
import re
from pathlib import Path

import pytest

from timeline.date.language import LANGUAGES
from timeline.date.resolve import Frame
from timeline.date.timex import find_moments
from timeline.moment import day_of, iso

FOLDER = Path(__file__).parent / "languages"
THURSDAY = day_of("2019-02-28")
CLOCKLESS = {"day", "week", "month", "season", "quarter", "year", "decade", "century", "weekend"}


def sentences(code: str) -> list[tuple[str, str, str]]:
    """(code, text with its expressions in square brackets, what they mean) of a language's table."""
    with (FOLDER / f"{code}.csv").open(encoding="utf-8", newline="") as lines:
        return [(code, row["text"], row["values"]) for row in csv.DictReader(lines, delimiter=";")]


def read(code: str, text: str) -> tuple[str, str]:
    """The text with brackets around its expressions, and what they mean, as the tables write it."""
    language = LANGUAGES[code]
    zone = language.desk_zone
    marked, end, values = "", 0, []
    for one in find_moments(text, Frame(THURSDAY, THURSDAY, zone, zone, language)):
        marked += f"{text[end : one.start]}[{one.text}]"
        end = one.end
        if one.moment is None:
            values.append(one.value)
        else:
            part = "" if one.moment.civil is None or one.moment.precision in CLOCKLESS else f" {one.moment.precision}"
            values.append(iso(one.moment) + part)
    return marked + text[end:], " | ".join(values)


@pytest.mark.parametrize(("code", "text", "values"), [row for code in ("fr", "es", "it") for row in sentences(code)])
def test_sentences(code: str, text: str, values: str) -> None:
    assert read(code, re.sub(r"[\[\]]", "", text)) == (text, values)
