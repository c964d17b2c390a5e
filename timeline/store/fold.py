"""Texts as a search compares them: the twin of `fold` in assets/lib/search.mjs; tests/store/fold.json is checked from both sides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from timeline.model import Entry, Event

_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640]")
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ς": "σ", "’": "'", "‘": "'", "\u2010": "-"}
)
_BLANK = " \t\n\v\f\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # what JavaScript takes for space; Python has others
_PHRASE = re.compile(f'["„“”«»]([^"„“”«»]+)["“”«»]|[^{_BLANK}"„“”«»]+')
_SPACE = re.compile(f"[{_BLANK}]+")
_UNKEPT = re.compile("[\0\ud800-\udfff]")


def fold(text: str) -> str:
    """A text without case, accents, kinds of space and of hyphen, and what is not seen.

    >>> fold("Ðêm  ở Hà Nội: Größe")
    'ðem o ha noi: grosse'
    """
    lower = _seen(text).lower()
    if lower.isascii():  # what can be printed of ASCII has no other kind of space
        return lower if lower.isprintable() and "  " not in lower else _SPACE.sub(" ", lower)
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", lower))
    return _SPACE.sub(" ", plain.translate(_LETTERS))


def _seen(text: str) -> str:
    return text if text.isascii() else _UNSEEN.sub("", text)


def storable(text: str) -> str:
    """A text as a column holds it: half a character and the character 0, which not every database takes, are U+FFFD."""
    return text if text.isascii() and "\0" not in text else _UNKEPT.sub("\ufffd", text)


def tag_of(tag: str) -> str:
    """A tag as it stands among others, each on a line of its own."""
    return storable(tag).replace("\n", " ")


def terms_of(query: str) -> tuple[str, ...]:
    """The words and quoted phrases of a query, folded, each once.

    >>> terms_of('Kim "Air Force  One" kim')
    ('kim', 'air force one')
    """
    found = (storable(fold(match[1] or match[0])).strip(" ") for match in _PHRASE.finditer(_seen(query)))
    return tuple(dict.fromkeys(term for term in found if term))


def words_of(entry: Entry, events: Sequence[Event]) -> str:
    """All that a search looks through on a card, folded; parts stand on lines of their own, so that no phrase goes over their ends."""
    parts = [entry.headline, *(event.label for event in events), *entry.body.split("\n\n")]
    for one in entry.media:
        parts += [one.caption, one.credit, one.alt, one.text]
    if entry.place:
        parts.append(entry.place.name)
    return storable("\n".join(dict.fromkeys(fold(part).strip(" ") for part in parts if part)))
