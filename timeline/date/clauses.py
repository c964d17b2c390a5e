"""Where the clause around an expression begins and ends, and what it says of time: done, planned, called off."""

from __future__ import annotations

import re
from typing import Literal

from timeline.date.grammar import Language

Tense = Literal["past", "future", "unknown"]

_ABBREVIATED = r"(?<!\b\d\.)(?<!\b\d\d\.)(?<![ap]\.m\.)(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bNr\.)(?<!\bca\.)(?<!\bbzw\.)"
_ABBREVIATED += r"(?<!\bSr\.)(?<!\bSra\.)(?<!\bEE\.)(?<!\b[ap]\.\sm\.)"
_SENTENCE_END = re.compile(rf"[.!?][\"“”»)]*(?=\s+[\"„“«(¿¡]?\s?[A-ZÄÖÜÀÂÇÈÉÊÎÔÁÍÓÚÑ0-9—–]){_ABBREVIATED}|\n")
_CLAUSE_END = re.compile(r"[;:!?()\[\]\"„“”«»\n]|,(?!\d)|\s[-–—]\s|—|[.](?=\s|$)" + _ABBREVIATED)
_LABEL = 72
_QUOTES = tuple("\"“”»«")


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around `text[start:end]`, half open, its stop included."""
    return _around(_SENTENCE_END, text, start, end, keep_stop=True)


def clause_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around `text[start:end]`, half open, without the marks that bound it."""
    return _around(_CLAUSE_END, text, start, end, keep_stop=False)


def _around(boundary: re.Pattern[str], text: str, start: int, end: int, *, keep_stop: bool) -> tuple[int, int]:
    left = 0
    for match in boundary.finditer(text, max(0, start - 600), start):
        left = match.end()
    right = boundary.search(text, end)
    last = len(text) if right is None else (right.end() if keep_stop else right.start())
    return left + len(text[left:start]) - len(text[left:start].lstrip()), last


def tense_of(text: str, start: int, end: int, language: Language) -> Tense:
    """Whether the clause around an expression speaks of what was or of what is to come; its sentence decides where the clause does not."""
    for first, last in (clause_at(text, start, end), sentence_at(text, start, end)):
        words = text[first:last]
        if language.future.search(words):
            return "future"
        if language.past.search(words):
            return "past"
    return "unknown"


def label_of(text: str, start: int, end: int, language: Language, *, keep: bool = False) -> str:
    """A short name for what the clause around `text[start:end]` tells.

    The words of the time go, unless `keep` or where the clause begins with them (German puts its verb behind them). A date in a
    bracket of its own below a paragraph is what dates a quotation: who said it, and how it begins.
    """
    if quoted := _quotation(text, start, end):
        return shorten(quoted)
    first, last = clause_at(text, start, end)
    if text[:first].rstrip()[-1:] in _QUOTES:  # a name in quotation marks is no end of what is told
        first, last = sentence_at(text, start, end)
    before, after = text[first:start], text[end:last]
    cut = language.lead.sub("", before)
    words = text[first:last] if keep or not cut.strip() else f"{cut} {after}"
    words = re.sub(r"\s+", " ", words).strip(" ,.;-–—")
    if len(words.split()) < 2:
        first, last = sentence_at(text, start, end)
        words = re.sub(r"\s+", " ", text[first:last]).strip()
    return shorten(words[:1].upper() + words[1:])


def _quotation(text: str, start: int, end: int) -> str | None:
    paragraph = text.rfind("\n", 0, start) + 1
    line = text[paragraph : text.find("\n", end) if "\n" in text[end:] else len(text)]
    above = text[:paragraph].strip().rsplit("\n", 1)[-1].strip()
    if not above or not (line.startswith("(") and line.rstrip().endswith(")")):
        return None
    who = re.split(r"\s(?:am|on|im|in)\s|,", text[paragraph + 1 : start])[0].strip(" ,")
    return f"{who}: {above}" if who else above


def shorten(words: str, limit: int = _LABEL) -> str:
    """At most `limit` characters, cut between words, with an ellipsis where something is missing."""
    if len(words) <= limit:
        return words
    return words[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,.;:-–—") + "…"
