"""What lies at an address: a picture, a film, a sound, or a page."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from timeline.model import MediaKind

_ENDS: dict[str, MediaKind] = {
    **dict.fromkeys("jpg jpeg png gif webp svg avif bmp tif tiff".split(), "image"),
    **dict.fromkeys("mp4 m4v webm ogv mov".split(), "video"),
    **dict.fromkeys("mp3 m4a ogg oga wav flac opus aac".split(), "audio"),
}


def kind_of(address: str) -> MediaKind:
    """What lies at an address, by its end; a page is a link.

    >>> kind_of("https://example.org/a/b.JPG?w=3"), kind_of("https://example.org/watch?v=b.mp4"), kind_of("data:audio/ogg;base64,")
    ('image', 'link', 'audio')
    """
    if found := re.match(r"data:(image|video|audio)/", address):
        return {"image": "image", "video": "video", "audio": "audio"}[found[1]]  # type: ignore[return-value]
    try:
        path = urlsplit(address).path
    except ValueError:
        return "link"
    return _ENDS.get(path.rpartition("/")[2].rpartition(".")[2].lower(), "link") if "." in path else "link"
