"""What an editor's own lines add to an entry: key events, places, pictures. A line that is none of these stays text.

! key                                        right under the headline, as `@ 2019-02-26 08:15` is
@place Hanoi 21.03, 105.85                   the same; degrees north and east are optional, south and west are negative
![what is to be seen](address "caption")     anywhere in the body; a sound or a video by the end of its address
"""

from __future__ import annotations

import re

from timeline.model import Media, MediaKind, Place

_KEY = re.compile(r"!\s*key(?:\s+event)?\s*[.!]?", re.IGNORECASE)
_PLACE = re.compile(r"@place\s+(\S.*)", re.IGNORECASE)
_NUMBER = r"([-+−]?\d{1,4}(?:[.,]\d{1,12}|(?=°)))°?"
_DEGREES = re.compile(rf"(?:^|[ (]){_NUMBER}(?:,? |; ?|,(?=[-−]?\d+\.)){_NUMBER}\)?$")
_IMAGE = re.compile(r"!\[([^\]\n]{0,500})\]\(\s*<?((?:[^\s()<>\"]|\([^\s()]{0,200}\))+)>?(?:\s+\"([^\"\n]{0,500})\")?\s*\)")
_SCHEME = re.compile(r"(?:https?://|data:(?:image|audio|video)/|(?![A-Za-z][\w+.-]*:|//|\\))", re.IGNORECASE)
_KINDS: tuple[tuple[MediaKind, re.Pattern[str]], ...] = (
    ("video", re.compile(r"data:video/|.*\.(?:mp4|m4v|webm|ogv|mov)(?:[?#].*)?\Z", re.IGNORECASE)),
    ("audio", re.compile(r"data:audio/|.*\.(?:mp3|m4a|aac|oga|ogg|opus|wav|flac)(?:[?#].*)?\Z", re.IGNORECASE)),
)
_PAGES = re.compile(r"https?://(?:www\.|m\.)?(?:youtube\.com|youtu\.be|vimeo\.com|player\.vimeo\.com)/", re.IGNORECASE)


def is_key(words: str) -> bool:
    """Whether a line marks its entry as a key event."""
    return _KEY.fullmatch(words) is not None


def read_place(words: str) -> tuple[Place, bool] | None:
    """The place that a line names, and whether its degrees were such; None for a line that names none.

    >>> read_place("@place Hanoi 21.03, 105.85")
    (Place(name='Hanoi', latitude=21.03, longitude=105.85), True)
    >>> read_place("@place Terminal 2"), read_place("@place Hanoi 105.85, 221.03")[1], read_place("@places to be")
    ((Place(name='Terminal 2', latitude=None, longitude=None), True), False, None)
    """
    found = _PLACE.fullmatch(words)
    if found is None:
        return None
    text = " ".join(found[1].split())
    degrees = _DEGREES.search(text)
    if degrees is None:
        return Place(text), True
    name = text[: degrees.start()].strip(" ,;(")
    north, east = (float(part.replace("−", "-").replace(",", ".")) for part in degrees.groups())
    if abs(north) > 90 or abs(east) > 180:
        return Place(name or text), False
    return Place(name, north, east), True


def take_media(words: str) -> tuple[str, list[Media]]:
    """A line without its pictures, and these; what has another address than http, https, `data:` or a path stays text."""
    found: list[Media] = []

    def take(match: re.Match[str]) -> str:
        alt, address, caption = match[1].strip(), match[2], (match[3] or "").strip()
        if not _SCHEME.match(address):
            return match[0]
        found.append(Media(_kind(address), address, caption, alt=alt))
        return " "

    text = _IMAGE.sub(take, words)
    return (re.sub(r"\s{2,}", " ", text).strip(), found) if found else (words, found)


def _kind(address: str) -> MediaKind:
    if _PAGES.match(address):
        return "video"
    return next((kind for kind, pattern in _KINDS if pattern.match(address)), "image")
