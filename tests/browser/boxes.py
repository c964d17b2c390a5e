"""A typeface of boxes: every character is the same filled box, so that a picture of a page is the same whatever typefaces a machine has."""

from base64 import b64encode
from struct import pack

_EM, _WIDTH, _RISE, _FALL = 1000, 550, 800, 200


def face() -> str:
    """The style sheet that sets every text in boxes.

    `geometricPrecision` keeps a box 0.55 em wide: else Chromium rounds it to whole pixels, or does not, as the machine's fontconfig says.
    """
    return (
        f"@font-face {{ font-family: Boxes; src: url(data:font/ttf;base64,{b64encode(font()).decode()}); font-weight: 1 1000 }}"
        ":root { --serif: Boxes; --sans: Boxes; font-synthesis: none }"
        " .tl, .tl *, .tl *::before, .tl *::after { font-family: Boxes !important; text-rendering: geometricPrecision }"
    )


def font() -> bytes:
    """A TrueType font of two glyphs (https://learn.microsoft.com/typography/opentype/spec/otff): nothing, and the box."""
    box = pack(">5h2H", 1, 60, 0, _WIDTH - 60, 520, 3, 0) + bytes([1] * 4)  # one contour of four points on the curve
    box += pack(">4h", 60, _WIDTH - 120, 0, -(_WIDTH - 120)) + pack(">4h", 0, 0, 520, 0)
    box += b"\0" * (-len(box) % 4)
    groups = pack(">3L", 0x20, 0x20, 0) + pack(">3L", 0x21, 0x10FFFF, 1)
    tables = {
        b"OS/2": pack(">Hh3H", 4, _WIDTH, 400, 5, 0) + pack(">11h", *[100] * 10, 0) + bytes(10) + pack(">4L", 1, 0, 0, 0) + b"TEST"
        + pack(">3H", 0x40, 0x20, 0xFFFF) + pack(">3h2H", _RISE, -_FALL, 0, _RISE, _FALL) + pack(">2L2h3H", 1, 0, 520, 700, 0, 32, 1),
        b"cmap": pack(">2H", 0, 1) + pack(">2HL", 3, 10, 12) + pack(">2H3L", 13, 0, 40, 0, 2) + groups,
        b"glyf": box,
        b"head": pack(">4L2H2Q4h2H3h", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, _EM, 0, 0, 0, 0, _WIDTH, 520, 0, 8, 2, 0, 0),
        b"hhea": pack(">L3hH3h", 0x10000, _RISE, -_FALL, 0, _WIDTH, 0, 0, _WIDTH) + pack(">3h", 1, 0, 0) + bytes(8) + pack(">2H", 0, 2),
        b"hmtx": pack(">Hh", _WIDTH, 0) + pack(">Hh", _WIDTH, 60),
        b"loca": pack(">3H", 0, 0, len(box) // 2),
        b"maxp": pack(">L14H", 0x10000, 2, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
        b"name": pack(">3H", 0, 0, 6),
        b"post": pack(">L", 0x30000) + bytes(28),
    }  # fmt: skip
    directory, body, offset = b"", b"", 12 + 16 * len(tables)
    for tag, table in tables.items():
        padded = table + b"\0" * (-len(table) % 4)
        total = sum(int.from_bytes(padded[at : at + 4], "big") for at in range(0, len(padded), 4)) & 0xFFFFFFFF
        directory += tag + pack(">3L", total, offset + len(body), len(table))
        body += padded
    return pack(">L4H", 0x10000, len(tables), 128, 3, len(tables) * 16 - 128) + directory + body
