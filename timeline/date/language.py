"""The languages the grammar knows, and which of them a text is in."""

from __future__ import annotations

import re
from collections import Counter

from timeline.date.english import ENGLISH
from timeline.date.french import FRENCH
from timeline.date.german import GERMAN
from timeline.date.grammar import Language
from timeline.date.italian import ITALIAN
from timeline.date.spanish import SPANISH
from timeline.errors import OptionError

LANGUAGES: dict[str, Language] = {language.code: language for language in (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN)}
"""Code -> grammar; a new language is one file and one name here."""

_SHARED = Counter(word for language in LANGUAGES.values() for word in language.common)
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 50_000
_WHOLE = 60  # what a word counts for the only language that has it: it can be cut into two to six


def language_of(text: str) -> Language:
    """The language whose frequent words make up most of the beginning of `text`; English where there are none, or in a tie.

    A word that two languages have is half a word for each of them.
    """
    shares = _shares(text)
    best, second = sorted(shares, key=shares.__getitem__, reverse=True)[:2]
    return ENGLISH if shares[best] == shares[second] else LANGUAGES[best]


def _shares(text: str) -> dict[str, int]:
    times = Counter(_WORD.findall(text[:_ENOUGH].lower()))
    return {code: sum(times[word] * (_WHOLE // _SHARED[word]) for word in language.common) for code, language in LANGUAGES.items()}


def find_language(code: str) -> Language:
    """The language of a code such as `de`, `de-AT` or `fr_CA`; raises `OptionError`."""
    language = LANGUAGES.get(code.lower().replace("_", "-").split("-")[0])
    if language is None:
        raise OptionError(f"unknown language {code!r}; use one of {', '.join(sorted(LANGUAGES))}")
    return language
