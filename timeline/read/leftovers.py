"""Lines that a page left behind when its text was copied: words of buttons, pointers to other pages, how long ago something was posted."""

from __future__ import annotations

import re

_POINTER = re.compile(
    r"(?:Lesen Sie|Lies|Mehr dazu|Mehr zum Thema|Weiterlesen|Read (?:more|also|here|on)|More (?:on this|here))\b.*", re.IGNORECASE
)
_LEFTOVER = re.compile(
    r"(?:Fullscreen|Full screen|Vollbild|Anzeige|Werbung|Advertisement|Sponsored|Teilen|Share(?: this)?|Tweet|Video|Slideshow"
    r"|Bildergalerie)\s*[:.]?",
    re.IGNORECASE,
)
_LENGTH = r"\d{1,3}\s?(?:h|hrs?|hours?|m|mins?|minutes?|d|days?|std|stunden?|minuten?|tagen?|heures?|horas?|minutos|j|jours?|días?)\b\.?"
_AGE = re.compile(rf"(?:{_LENGTH}\sago|vor\s{_LENGTH}|il\sy\sa\s{_LENGTH}|hace\s{_LENGTH}|{_LENGTH}\sfa)", re.IGNORECASE)


def is_pointer(line: str) -> bool:
    """Whether a line only points at another page."""
    return bool(_POINTER.fullmatch(line))


def is_leftover(line: str) -> bool:
    """Whether a line is no part of the text.

    >>> is_leftover("Fullscreen"), is_leftover("2h ago"), is_leftover("Eine Anzeige droht")
    (True, True, False)
    """
    return bool(_LEFTOVER.fullmatch(line) or _AGE.fullmatch(line)) or is_pointer(line)
