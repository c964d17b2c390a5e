"""docs/formats.md says what the tables of readers and writers say, and both are whole."""

from pathlib import Path

import pytest

from timeline.export.formats import WRITERS, Writer
from timeline.read.formats import READERS, Format
from tools.formats import PAGE, render


def test_the_page_is_what_the_tables_say() -> None:
    assert PAGE.read_text("utf-8") == render(), "run: make formats"


def test_the_readme_leads_to_it() -> None:
    assert "(docs/formats.md)" in (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def test_names_are_used_once() -> None:
    for names in ([one.name for one in READERS], [one.name for one in WRITERS]):
        assert len(names) == len(set(names))


@pytest.mark.parametrize("one", [*READERS, *WRITERS], ids=lambda one: f"{type(one).__name__}-{one.name}")
def test_a_row_says_what_it_is(one: Format | Writer) -> None:
    assert one.title
    assert one.note or isinstance(one, Writer)
    assert one.suffixes or isinstance(one, Format)  # a format may be known by its content alone
    assert all(end.startswith(".") and end == end.lower() for end in one.suffixes)
