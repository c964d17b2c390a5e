"""The languages the grammar knows, and which of them a text is in."""

from __future__ import annotations

import re
from collections import Counter
from re import Pattern

from timeline.date.english import ENGLISH
from timeline.date.french import FRENCH
from timeline.date.german import GERMAN
from timeline.date.grammar import Language
from timeline.date.italian import ITALIAN
from timeline.date.spanish import SPANISH
from timeline.errors import OptionError

LANGUAGES: dict[str, Language] = {language.code: language for language in (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN)}
"""Code -> grammar; a new language is one file and one name here."""

SHAPES: dict[str, Pattern[str]] = {
    "en": re.compile(r"(?:ings?|tion|ed|ly|ness|ght|th|ck|ty|ould|ays)$"),
    "de": re.compile(r"(?:ung|ungen|lich|keit|heit|isch|ern|cht|chen|tz|zt|igt|eit|pf)$|[äöüß]"),
    "fr": re.compile(r"(?:[éœ]|ée?s?|eux|aux|elles?|ette|oire?|eurs?|ère|ième|que|ois|ait|aient|ment|mme|mps)$|[çêîœ]|è\w"),
    "es": re.compile(r"(?:dad|ad[oa]s?|id[oa]s?|aron|ieron|ero|ez|os|as|uz|uelto|ctos?)$|[ñáíú]|ó"),
    "it": re.compile(r"(?:zion[ei]|at[oaie]|it[oi]|uto|into|oli|eri|ggi|gli|tt[oi]|ier[ae]|zz[ao]|zia|omo|ano|chi|[àèìòù]|orno)$"),
}
"""How words of a language look. It tells where a headline has no frequent word of its own: `Nuove leggi`, `Neue Gesetze`."""

_WORD = re.compile(r"\b[^\W\d_]+\b")
_ENOUGH = 50_000
_WHOLE = 60  # what a word counts for the only language that has it: it can be cut into two to six
_SHAPE = 13  # what it counts to look like a word of the language
_SHORT = 3
_SURE = 15  # what each word of a quotation counts at least, on average: every fourth one is of the one language alone


def _telling(language: Language) -> frozenset[str]:
    """Its frequent words, and those that name times and numbers."""
    words = language.words
    tables = (words.weekdays, words.months, words.units, words.parts, words.days, words.seasons, words.numbers, words.ordinals)
    return language.common | {word for table in tables for word in table if len(word) > _SHORT and word.isalpha()}


_TELLING = {code: _telling(language) for code, language in LANGUAGES.items()}
_SHARED = Counter(word for words in _TELLING.values() for word in words)


def language_of(text: str) -> Language:
    """The language whose frequent words make up most of the beginning of `text`; English where there are none, or in a tie.

    A word that two languages have is half a word for each of them.
    """
    shares = _shares(text)
    best, second = sorted(shares, key=shares.__getitem__, reverse=True)[:2]
    return ENGLISH if shares[best] == shares[second] else LANGUAGES[best]


def sure_language(text: str) -> str | None:
    """The code of the language that a few words are in, where hardly another one is possible; else None.

    >>> sure_language("we have all the time in the world"), sure_language("Melia Hanoi Metropole")
    ('en', None)
    """
    shares = _shares(text)
    best, second = sorted(shares, key=shares.__getitem__, reverse=True)[:2]
    known = len(_WORD.findall(text[:_ENOUGH].lower()))
    return best if known > _SHORT and shares[best] >= max(3 * shares[second], known * _SURE) else None


def _shares(text: str) -> dict[str, int]:
    times = Counter(_WORD.findall(text[:_ENOUGH].lower()))
    shares = {}
    for code in LANGUAGES:
        frequent = sum(times[word] * (_WHOLE // _SHARED[word]) for word in _TELLING[code] & times.keys())
        shaped = sum(count for word, count in times.items() if len(word) > _SHORT and SHAPES[code].search(word))
        shares[code] = frequent + _SHAPE * shaped
    return shares


def find_language(code: str) -> Language:
    """The language of a code such as `de`, `de-AT` or `fr_CA`; raises `OptionError`."""
    language = LANGUAGES.get(code.lower().replace("_", "-").split("-")[0])
    if language is None:
        raise OptionError(f"unknown language {code!r}; use one of {', '.join(sorted(LANGUAGES))}")
    return language
