"""Bytes to text: byte order marks, UTF-8, else Windows-1252, which is what old newsroom systems write."""

from __future__ import annotations

import codecs
import re

from timeline.errors import SourceError

_WINDOWS = {byte: bytes((byte,)).decode("cp1252", errors="ignore") or chr(byte) for byte in range(0x80, 0xA0)}
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 100_000
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def decode(data: bytes, name: str) -> str:
    """The text of `data`; raises `SourceError` for bytes that are no text.

    Windows-1252 leaves five bytes undefined; browsers read them as control characters
    (https://encoding.spec.whatwg.org/#windows-1252), and so does this.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    sample = data[:_SAMPLE]
    if b"\0" in data or len(_CONTROLS.findall(sample)) > len(sample) // 50:
        raise SourceError(f"{name!r} is not a text file; save the ticker as plain text in UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return windows_text(data)


def windows_text(data: bytes) -> str:
    """Any bytes as Windows-1252."""
    return data.decode("latin-1").translate(_WINDOWS)
