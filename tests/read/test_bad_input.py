"""What is no ticker is refused with a reason and a remedy, and soon."""

import gzip
import os
from pathlib import Path

import pytest

import timeline
from timeline.errors import SourceError
from timeline.read import LIMIT, read
from timeline.read.decode import decode


@pytest.mark.parametrize("source", [b"", b"\xef\xbb\xbf", b" \n\t\r\n", "\n", "\ufeff\n", "   \n\u00a0\n"])
def test_empty(source: str | bytes) -> None:
    with pytest.raises(SourceError, match=r"is empty; put in a ticker"):
        read(source)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"+++ 12:30 A +++\n\0",
        gzip.compress(os.urandom(2_000), mtime=0).replace(b"\0", b"\x01"),
        "+++ 12:30 A +++\n".encode("utf-16-le"),
        b"\x01\x02\x03\n" * 100,
    ],
    ids=["image", "null byte", "compressed", "utf-16 without a mark", "control characters"],
)
def test_binary(data: bytes) -> None:
    with pytest.raises(SourceError, match="'x' is not a text file; save the ticker as plain text in UTF-8"):
        read(data, name="x")


def test_a_text_with_an_escape_or_a_form_feed_is_text() -> None:
    assert read(b"\x1b[1m+++ 12:30 A +++\x1b[0m\n\f\n+++ 12:40 B +++\n", name="x").entries


def test_too_large(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    for source in (large, b"a\n" * (LIMIT // 2 + 1), "a\n" * (LIMIT // 2 + 1)):
        with pytest.raises(SourceError, match=r"is larger than 20 MB; cut it into several parts, and leave out what is no text"):
            timeline.load(source)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a file without end")
def test_a_file_without_end_is_not_read_to_its_end() -> None:
    with pytest.raises(SourceError, match="is larger than 20 MB"):
        timeline.load(Path("/dev/zero"))


def test_what_is_no_file_says_why(tmp_path: Path) -> None:
    for source in (tmp_path, tmp_path / "none.txt", "x" * 5_000_000, "a\0b"):
        with pytest.raises(SourceError, match=r"^cannot read .{1,250}; give the path of a ticker, or its text$"):
            timeline.load(source)


def test_windows_1252_with_its_undefined_bytes() -> None:
    assert decode(b"\x80 \x93M\xfcller\x94 \x81\x8d\x8f\x90\x9d", "x") == "€ “Müller” \x81\x8d\x8f\x90\x9d"
    assert len(decode(b"\xfc" * 5_000_000, "x")) == 5_000_000
