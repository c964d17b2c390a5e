"""The languages the grammar knows, and which of them a text is in."""

from __future__ import annotations

import re

from timeline.date.english import ENGLISH
from timeline.date.german import GERMAN
from timeline.date.grammar import Language
from timeline.errors import OptionError

LANGUAGES: dict[str, Language] = {language.code: language for language in (GERMAN, ENGLISH)}


def language_of(text: str) -> Language:
    """The language whose most frequent words make up more of `text`; English for a text with none of them."""
    words = re.findall(r"[^\W\d_]+", text[:50_000].lower())
    return max((ENGLISH, GERMAN), key=lambda language: sum(word in language.common for word in words))


def find_language(code: str) -> Language:
    """The language of a code such as `de` or `de-AT`; raises `OptionError`."""
    language = LANGUAGES.get(code.lower().split("-")[0].split("_")[0])
    if language is None:
        raise OptionError(f"unknown language {code!r}; use one of {', '.join(sorted(LANGUAGES))}")
    return language
