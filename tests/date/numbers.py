"""Sentences full of numbers and of words that look like times, and hold no date and no clock: a thousand in each language, always the same.

A row is what the numbers are, what a finder may take from such a sentence after all, and templates. `{a-b}` is a number from a to b,
`{02:a-b}` one with two digits, `{word|word}` one of some words.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from typing import NamedTuple

_FIELD = re.compile(r"\{([^{}]+)\}")
_RANGE = re.compile(r"(?:0(\d):)?(\d+)-(\d+)")


class Row(NamedTuple):
    """Templates of one sort; `may` are the kinds of expression that may be found: a length, where the sentence has one."""

    sort: str
    may: frozenset[str]
    templates: tuple[str, ...]


class Sentence(NamedTuple):
    """A sentence, its sort, and the kinds of expression it may hold."""

    text: str
    sort: str
    may: frozenset[str]


def row(sort: str, lines: str, *may: str) -> Row:
    return Row(sort, frozenset(may), tuple(line.strip() for line in lines.strip().splitlines()))


def sentences(rows: Sequence[Row], count: int = 1_000, seed: int = 20_190_228) -> list[Sentence]:
    """`count` different sentences, every template about as often as any other."""
    rng = random.Random(seed)
    templates = [(one, template) for one in rows for template in one.templates]
    made: dict[str, Sentence] = {}
    for number in range(60 * count):
        one, template = templates[number % len(templates)]
        text = _FIELD.sub(lambda field: _filled(field[1], rng), template)
        made.setdefault(text, Sentence(text, one.sort, one.may))
        if len(made) == count:
            return list(made.values())
    raise ValueError(f"the templates make only {len(made)} sentences")


def _filled(field: str, rng: random.Random) -> str:
    if wanted := _RANGE.fullmatch(field):
        digits, first, last = wanted.groups()
        return f"{rng.randint(int(first), int(last)):0{digits or 1}d}"
    return rng.choice(field.split("|"))
