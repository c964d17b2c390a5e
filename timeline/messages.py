"""Every sentence about a problem or an assumption, in every language of the interface: one table each, code -> language -> sentence.

`{name}` is filled with the values of the problem or assumption. A language that is missing falls back to English.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

PROBLEMS: dict[str, dict[str, str]] = {
    "loose-line": {
        "en": "“{words}” is not part of the text; it was left out. Delete the line, or join it to its paragraph",
        "de": "„{words}“ gehört nicht zum Text und blieb weg. Zeile löschen oder an ihren Absatz hängen",
    },
}

ASSUMPTIONS: dict[str, dict[str, str]] = {
    "language": {
        "en": "language {value}: counted from the words",
        "de": "Sprache {value}: an den Wörtern gezählt",
    },
}


def sentence(kind: Literal["problem", "assumption"], code: str, language: str, values: Mapping[str, str]) -> str:
    """The sentence for `code` in `language`, filled with `values`.

    >>> sentence("assumption", "language", "de", {"value": "Deutsch"})
    'Sprache Deutsch: an den Wörtern gezählt'
    """
    table = PROBLEMS if kind == "problem" else ASSUMPTIONS
    sentences = table[code]
    return sentences.get(language, sentences["en"]).format(**values)
