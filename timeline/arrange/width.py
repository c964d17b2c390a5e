"""How wide a label is, without a browser: a table of advances that errs on the wide side.

The advances are those of a 13 px system sans font: the wider of DejaVu Sans and Liberation Sans (which has the widths of Arial), rounded up
to half a pixel. DejaVu is the widest font a `system-ui` or `sans-serif` commonly ends at, so text in any other one is narrower than said.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from math import ceil

MARK = 14
"""Pixels from the left of a dot or bar to the first letter: the mark and the space after it. Part of the width."""
NARROWEST = 44
"""The least width: what a finger can hit (WCAG 2.2, 2.5.8 wants 24, 2.5.5 wants 44)."""
WIDEST = 240
"""The greatest width; the page shows a longer label as `shorten` gives it."""
GAP = 12
"""Pixels that stay free between two neighbours in a row."""

_CLASSES = {
    4.0: "'Iijl", 4.5: " ,./:;\\|·‘’", 5.0: "-f", 5.5: "!()[]rt", 6.0: '"', 6.5: "*J`", 7.0: "sz“”„", 7.5: "?L_c–ßı",
    8.0: "FTaekovxy«»", 8.5: "$0123456789bdghnpqu{}€đħ", 9.0: "ABEKPSVXYZ", 9.5: "CR", 10.0: "HNU", 10.5: "&DGOQØ", 11.0: "#+<=>^w~",
    11.5: "M", 12.5: "%", 13.0: "WmÆæ—…→", 13.5: "@œ", 14.0: "Œ",
}  # fmt: skip
_ADVANCES = {character: advance for advance, characters in _CLASSES.items() for character in characters}

# Letters of other scripts: above the average of Greek, Cyrillic, Arabic and Hebrew, not above their widest letter; a label has many.
_CATEGORIES = {"Mn": 0.0, "Me": 0.0, "Cf": 0.0, "Mc": 8.0, "Zs": 5.0, "Ll": 9.0, "Lu": 10.5, "Lm": 7.0, "Nd": 9.0}
_WIDE = 13.5
_EMOJI = 18.0
_OTHER = 13.0
_LAST_WORD = re.compile(r"\s\S*\Z")
_ENOUGH = 0.6
_LOOSE = " \t\n,.;:-–—"  # what no ellipsis follows


def label_width(label: str) -> int:
    """The room a label takes in pixels, its mark included: from the left of the mark, at least `NARROWEST`, at most `WIDEST`.

    >>> label_width("Kim"), label_width("北京"), label_width("Sonderzug erreicht die Grenzstadt Dong Dang")
    (44, 44, 240)
    """
    return min(max(MARK + ceil(sum(map(_advance, label))), NARROWEST), WIDEST)


def shorten(label: str, *, room: int = WIDEST) -> str:
    """The label as it fits into `room` pixels, its mark included: whole, or ended with an ellipsis.

    It is cut at the end of a word where that leaves most of what fits, else between two letters, as `shortened` in assets/lib/labels.mjs.

    >>> shorten("Sonderzug erreicht die Grenzstadt Dong Dang"), shorten("Donaudampfschifffahrtsgesellschaftskapitän")
    ('Sonderzug erreicht die…', 'Donaudampfschifffahrtsgesells…')
    """
    limit = room - MARK
    used, end = _ADVANCES["…"], 0
    for position, character in enumerate(label):
        used += _advance(character)
        if used <= limit:
            end = position + 1
        elif used - _ADVANCES["…"] > limit:
            return _whole_words(label, _letter_start(label, end)) + "…"
    return label


def _whole_words(label: str, end: int) -> str:
    """The label up to `end`, without a word that is cut there if most of it is left."""
    word = _LAST_WORD.search(label[: end + 1])
    return label[: word.start() if word and word.start() >= _ENOUGH * end else end].rstrip(_LOOSE)


def _letter_start(label: str, end: int) -> int:
    """`end`, moved back so that no accent, joiner or variation selector is cut off from the character it belongs to."""
    while end and (_advance(label[end]) == 0 or label[end - 1] == "\u200d"):
        end -= 1
    return end


@lru_cache(maxsize=4096)
def _advance(character: str) -> float:
    if (known := _ADVANCES.get(character)) is not None:
        return known
    category = unicodedata.category(character)
    if unicodedata.east_asian_width(character) in "WF":
        return _EMOJI if category == "So" else _WIDE
    base = unicodedata.normalize("NFD", character)[0]
    if base != character:
        return _advance(base)
    return _CATEGORIES.get(category, 11.0 if category == "Lo" else _OTHER)
