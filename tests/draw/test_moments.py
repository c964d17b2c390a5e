import json
from pathlib import Path

import pytest
from babel.dates import get_month_names

from timeline.clock import HOUR
from timeline.draw.moments import machine_date, offset_words, tell
from timeline.draw.words import LANGUAGES, WORDS, interface_language, place_of, words
from timeline.model import Moment, Story

HERE = Path(__file__).parent
VECTORS = json.loads((HERE / "moments.json").read_text("utf-8"))
TOLD_IN_BROWSER = ("date.", "part.", "season.", "when.", "also.", "gap.", "find.", "shift.")


def moment(fields: dict[str, object] | None) -> Moment | None:
    return Moment(**fields) if fields else None  # type: ignore[arg-type]  # as JSON gives them


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"{vector['note']}, {vector['zone']}, {vector['language']}")
def test_the_sentence_is_the_one_the_browser_says(vector: dict[str, object]) -> None:
    start, end = moment(vector["start"]), moment(vector["end"])  # type: ignore[arg-type]
    said = tell(start, end, zone=vector["zone"], language=str(vector["language"]), home=str(vector["home"]))  # type: ignore[arg-type]
    assert said == vector["text"]


def test_the_browser_tests_use_the_words_of_the_table() -> None:
    column = {
        language: {code: text for code, text in words(language).items() if code.startswith(TOLD_IN_BROWSER)} for language in LANGUAGES
    }
    path = HERE / "words.json"
    if json.loads(path.read_text("utf-8")) != column:
        path.write_text(json.dumps(column, ensure_ascii=False, indent=1) + "\n", "utf-8")
        pytest.fail("words.json was older than the table and is written anew: run the tests again")


def test_every_text_has_every_language_with_the_same_gaps() -> None:
    for code, texts in WORDS.items():
        assert set(texts) == set(LANGUAGES), code
        gaps = {frozenset(part.split("}")[0] for part in text.split("{")[1:]) for text in texts.values()}
        assert len(gaps) == 1, code


@pytest.mark.parametrize(
    ("civil", "precision", "expected"),
    [
        ("2019-02-28", "day", "2019-02-28"),
        ("2018-06", "month", "2018-06"),
        ("2019-W09", "week", "2019-W09"),
        ("2018-23", "season", None),
        ("-0043", "year", None),
    ],
)
def test_a_civil_date_is_bare_for_machines_too(civil: str, precision: str, expected: str | None) -> None:
    assert machine_date(Moment(0, HOUR, precision, "UTC", civil), "UTC") == expected  # type: ignore[arg-type]


def test_a_clock_keeps_its_own_offset_for_machines() -> None:
    assert machine_date(Moment(1551275220000, 1551275280000, "minute", "Asia/Ho_Chi_Minh"), "UTC") == "2019-02-27T20:47+07:00"
    assert machine_date(Moment(None, 1551275280000, "minute", "UTC"), "UTC") is None
    assert machine_date(None, "UTC") is None


def test_offsets() -> None:
    assert [offset_words(offset) for offset in (0, 7 * HOUR, -12_600_000, 20_700_000, 3_208_000)] == [
        "UTC", "UTC+7", "UTC-3:30", "UTC+5:45", "UTC+0:53:28",
    ]  # fmt: skip


def test_places_and_languages() -> None:
    assert place_of("Europe/Berlin", "de") == "Berlin"
    assert place_of("America/New_York", "en") == "Washington"
    story = Story("t", "fr", "UTC", (), ())
    assert [interface_language(story), interface_language(story, "de-AT")] == ["en", "de"]
    assert get_month_names("wide", locale="de")[2] == "Februar"
