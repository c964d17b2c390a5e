"""Texts as a search compares them, on both sides; tests/js/fold.test.mjs checks the same vectors."""

import json
from pathlib import Path

import pytest

from timeline.model import Entry, Event, Moment
from timeline.store.fold import fold, tag_of, terms_of, words_of

VECTORS = json.loads((Path(__file__).parent / "fold.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "folded"), VECTORS["texts"])
def test_a_text_is_folded_as_in_the_browser(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(("query", "terms"), VECTORS["queries"])
def test_a_query_means_what_it_means_in_the_browser(query: str, terms: list[str]) -> None:
    assert list(terms_of(query)) == terms


def test_no_phrase_goes_over_the_end_of_a_part() -> None:
    entry = Entry("e", "First half", "second\n\nthird \ud83d\0", 1)
    words = words_of(entry, [Event("e", "e", "Label", Moment(0, 1, "minute", "UTC"))])
    assert words == "first half\nlabel\nsecond\nthird \ufffd\ufffd"
    assert terms_of("\ud83d") == ("\ufffd",)
    assert tag_of("two\nlines") == "two lines"
