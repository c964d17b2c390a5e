"""Broken files, made from the case files of every reader: the same ones on every run.

Each kind of damage is a function of a whole file, a random generator of its own and a number that counts the times it was asked.
"""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from random import Random

from tests.read import sheets
from timeline.read.formats import READERS, Format

CASES = Path(__file__).parents[1] / "cases"
FOLDERS = {
    "ticker": "read/*", "csv": "tables/*.csv", "tsv": "tables/*.tsv", "jsonl": "tables/*.jsonl", "json": "document/*.json",
    "html": "html/*.htm*", "schema.org": "linked/*", "feed": "feed/*", "guardian": "liveblog/guardian*", "superdesk": "liveblog/superdesk*",
    "wordpress": "liveblog/wordpress*",
}  # fmt: skip
"""Where the cases of a format lie, where it is not a folder of its name."""
MADE = {"xlsx": sheets.xlsx, "ods": sheets.ods, "parquet": sheets.parquet}
"""Cases that are made when they are asked for."""
AT_LEAST = 1_200
"""Broken files of all formats together."""
EACH = 120
"""Of one format, however many there are."""
_LARGEST = 60_000
_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "'
    + b"lol" * 30
    + b'">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 30) for n in range(8))
    + b'<!ENTITY file SYSTEM "file:///etc/hostname">]><x>&i;&file;</x>'
)
_NESTS = (
    b"[",
    b'{"a":',
    b"<div>",
    b"BEGIN:VCALENDAR\n",
    b"BEGIN:VEVENT\n",
    b"- ",
    b"> ",
    b"(",
    b"<a><![CDATA[",
    b"+++ ",
    b"section\n",
    b'"',
    b"/*",
)
_ODD = (
    b"\0", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\x85",
    b"\x1b[31m",
    b"\xf0\x9f\x9a\x82",
    b"<script>alert(1)</script>", b"%s%n{0}{words}", b"\\", b"&#0;&#xD800;&bogus;", b"=cmd|' /C calc'!A0",
)  # fmt: skip
_DATES = (
    b"2026-02-31", b"0000-00-00", b"2026-13-01T25:61", b"2026-03-01T10:00+518:00", b"-999999999-01-01", b"99999999999999999999",
    b"2026-03-01T10:00[Nowhere/Town]", b"NaN", b"1e999", b"31/31/2026", b"20260231T250000Z", b"P9999999999D", b"2026-03-01/2025-03-01", b"",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Broken:
    """A broken file: what was done to which case, its bytes, and the name it is read under."""

    what: str
    data: bytes
    name: str


def cases_of(one: Format) -> list[tuple[str, bytes]]:
    """The case files of a format, by name: those of its folder that are no golden, or one that is made."""
    if make := MADE.get(one.name):
        return [(f"made{one.suffixes[0]}", make())]
    found = sorted(
        path for path in CASES.glob(FOLDERS.get(one.name, f"{one.name}/*")) if not re.search(r"\.gold(?:en)?(?:\.|$)", path.name)
    )
    return [(path.name, path.read_bytes()) for path in found if 0 < path.stat().st_size <= _LARGEST]


def broken(one: Format) -> Iterator[Broken]:
    """The broken files of a format."""
    cases = cases_of(one)
    count = max(EACH, -(-AT_LEAST // len(READERS)))
    for number in range(count):
        (name, data), (kind, damage) = cases[number % len(cases)], _KINDS[number % len(_KINDS)]
        random = Random(f"{one.name} {number}")
        other = random.choice([reader.suffixes[0] for reader in READERS if reader.suffixes])
        called = f"{PurePath(name).stem}{other}" if kind == "suffix" else name
        yield Broken(f"{kind} {number} of {name}", damage(data, random, number), called)


def _cut(data: bytes, random: Random, number: int) -> bytes:
    """Any place, so that over the numbers all of a file is gone through."""
    return data[: (number * 7_919) % (len(data) + 1)]


def _cut_front(data: bytes, random: Random, number: int) -> bytes:
    return data[random.randrange(len(data)) :]


def _flip(data: bytes, random: Random, number: int) -> bytes:
    out = bytearray(data)
    for _ in range(random.choice((1, 1, 3, 40))):
        out[random.randrange(len(out))] ^= 1 << random.randrange(8)
    return bytes(out)


def _encoding(data: bytes, random: Random, number: int) -> bytes:
    text = data.decode("utf-8", "replace")
    codec = random.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp1252", "latin-1", "cp037", "utf-7", "shift_jis"))
    return text.encode(codec, "replace")


def _nest(data: bytes, random: Random, number: int) -> bytes:
    at, deep = random.randrange(len(data)), random.choice((50, 3_000, 30_000))
    nest = _NESTS[number % len(_NESTS)] * deep
    return random.choice((nest, nest + data, data[:at] + nest + data[at:]))


def _repeat(data: bytes, random: Random, number: int) -> bytes:
    lines = data.splitlines(keepends=True)
    first = random.randrange(len(lines))
    block = lines[first : first + random.randrange(1, 12)]
    return b"".join([*lines[:first], *block * random.choice((2, 20, 150)), *lines[first:]])


def _number(data: bytes, random: Random, number: int) -> bytes:
    huge = random.choice((b"9" * 400, b"-1", b"0", b"1e999", b"00", b"99999999", b"\xd9\xa3", b"18446744073709551616", b"9" * 5_000))
    return _instead(re.finditer(rb"\d+", data), huge, data, random)


def _date(data: bytes, random: Random, number: int) -> bytes:
    dates = re.finditer(rb"\d{4}-?\d\d-?\d\d(?:[T ]\d\d:?\d\d(?::?\d\d)?Z?)?|\d\d[:.]\d\d", data)
    return _instead(dates, _DATES[number % len(_DATES)], data, random)


def _instead(found: Iterable[re.Match[bytes]], words: bytes, data: bytes, random: Random) -> bytes:
    """Other words for one of what was found; behind everything where nothing was."""
    places = [one.span() for one in found] or [(len(data), len(data))]
    first, last = random.choice(places)
    return data[:first] + words + data[last:]


def _odd(data: bytes, random: Random, number: int) -> bytes:
    at, words = random.randrange(len(data)), _ODD[number % len(_ODD)]
    return data[:at] + words * random.choice((1, 1, 200)) + data[at:]


def _entities(data: bytes, random: Random, number: int) -> bytes:
    root = re.search(rb"<[a-z]\w*", data)
    return _BOMB + data if root is None else data[: root.start()] + _BOMB[: _BOMB.index(b"<x>")] + data[root.start() :] + b"&i;"


def _shuffle(data: bytes, random: Random, number: int) -> bytes:
    lines = data.splitlines(keepends=True)
    random.shuffle(lines)
    return b"".join(lines)


def _drop(data: bytes, random: Random, number: int) -> bytes:
    """Without one of the characters that hold a file together."""
    sign = random.choice((b'"', b"{", b"}", b"[", b"]", b":", b",", b";", b"<", b">", b"\n", b"=", b"\t", b"END", b"+"))
    return data.replace(sign, b"", random.choice((1, 1, -1)))


def _zip(data: bytes, random: Random, number: int) -> bytes:
    """A zip file that is damaged or swells, or something packed into one."""
    if data.startswith(b"PK"):
        at = data.rfind(b"PK\x01\x02") if random.random() < 0.5 else data.rfind(b"PK\x05\x06")
        out = bytearray(data)
        for offset in range(8, 20):
            if random.random() < 0.5 and at + offset < len(out):
                out[at + offset] = random.randrange(256)
        return bytes(out)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        name = random.choice(("../../case", "[Content_Types].xml", "content.xml", "xl/workbook.xml"))
        archive.writestr(zipfile.ZipInfo(name), data)  # its date is 1980, not today's
        archive.writestr(zipfile.ZipInfo("xl/worksheets/sheet1.xml"), b" " * 1_000_000, zipfile.ZIP_DEFLATED)
    return random.choice((packed.getvalue(), gzip.compress(data, mtime=0), b"PK\x03\x04" + data, b"PAR1" + data + b"PAR1"))


def _same(data: bytes, random: Random, number: int) -> bytes:
    return data


_KINDS: tuple[tuple[str, Callable[[bytes, Random, int], bytes]], ...] = (
    ("cut", _cut), ("flip", _flip), ("date", _date), ("cut", _cut), ("nest", _nest), ("number", _number), ("odd", _odd), ("drop", _drop),
    ("cut", _cut), ("encoding", _encoding), ("front", _cut_front), ("repeat", _repeat), ("entities", _entities), ("shuffle", _shuffle),
    ("zip", _zip), ("suffix", _same), ("flip", _flip),
)  # fmt: skip
