"""An editor's own lines: what they mean, and that everything else stays text."""

import time

import pytest

from timeline.model import Media, Place
from timeline.read import read
from timeline.read.editor import is_key, read_place, take_media


@pytest.mark.parametrize("words", ["! key", "!key", "! KEY", "! key event", "! Key."])
def test_a_key_event(words: str) -> None:
    assert is_key(words)


@pytest.mark.parametrize("words", ["! keys", "! The key is lost", "key", "!", "!! key", "! key: no", "¡ key"])
def test_no_key_event(words: str) -> None:
    assert not is_key(words)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("@place Hanoi 21.03, 105.85", Place("Hanoi", 21.03, 105.85)),
        ("@Place   Hanoi    21.03   105.85", Place("Hanoi", 21.03, 105.85)),
        ("@place Hanoi 21.03,105.85", Place("Hanoi", 21.03, 105.85)),
        ("@place Hanoi (21.03; 105.85)", Place("Hanoi", 21.03, 105.85)),
        ("@place Paris 48,85, 2,35", Place("Paris", 48.85, 2.35)),
        ("@place Wellington -41.29, 174.78", Place("Wellington", -41.29, 174.78)),
        ("@place Wellington −41.29° 174.78°", Place("Wellington", -41.29, 174.78)),
        ("@place 21.03, 105.85", Place("", 21.03, 105.85)),
        ("@place Hanoi, Old Quarter", Place("Hanoi, Old Quarter")),
        ("@place Hall 3 4", Place("Hall 3 4")),
        ("@place Pier 3, 4", Place("Pier 3, 4")),
        ("@place Paris 48,85", Place("Paris 48,85")),
        ("@place <b>Hanoi</b>", Place("<b>Hanoi</b>")),
    ],
)
def test_a_place(words: str, place: Place) -> None:
    assert read_place(words) == (place, True)


@pytest.mark.parametrize("words", ["@place Hanoi 91.0, 0.5", "@place Hanoi 0.5, 180.1", "@place Hanoi 9999.5 1.5"])
def test_degrees_that_are_none_leave_the_name(words: str) -> None:
    assert read_place(words) == (Place("Hanoi"), False)


@pytest.mark.parametrize("words", ["@place", "@places Hanoi", "place Hanoi", "@ 2019-02-26 08:15", "@placeHanoi"])
def test_no_place(words: str) -> None:
    assert read_place(words) is None


@pytest.mark.parametrize(
    ("words", "text", "media"),
    [
        (
            '![A train](https://example.org/a.jpg "It arrives")',
            "",
            [Media("image", "https://example.org/a.jpg", "It arrives", alt="A train")],
        ),
        ("![](files/a.png) behind it", "behind it", [Media("image", "files/a.png")]),
        ("before ![x](a.webp), behind", "before , behind", [Media("image", "a.webp", alt="x")]),
        ("![x](https://example.org/a_(b).png)", "", [Media("image", "https://example.org/a_(b).png", alt="x")]),
        ("![x](https://example.org/a.mp4?t=3)", "", [Media("video", "https://example.org/a.mp4?t=3", alt="x")]),
        ("![x](https://example.org/A.MP3)", "", [Media("audio", "https://example.org/A.MP3", alt="x")]),
        ("![x](https://youtu.be/abc)", "", [Media("video", "https://youtu.be/abc", alt="x")]),
        ("![x](data:image/png;base64,AAAA)", "", [Media("image", "data:image/png;base64,AAAA", alt="x")]),
        ("![x](javascript:alert(1))", "![x](javascript:alert(1))", []),
        ("![x](data:text/html,<b>)", "![x](data:text/html,<b>)", []),
        ("![x](//example.org/a.png)", "![x](//example.org/a.png)", []),
        ("![x](a b.png)", "![x](a b.png)", []),
        ("[x](https://example.org/a.png)", "[x](https://example.org/a.png)", []),
        ("Wow![1] (a)", "Wow![1] (a)", []),
    ],
)
def test_pictures(words: str, text: str, media: list[Media]) -> None:
    assert take_media(words) == (text, media)


@pytest.mark.parametrize(
    "words", ["![" * 40_000, "![a](" * 40_000, "![a](" + "(" * 80_000, "![a](" + "a" * 500_000, "![a](b " + '"' * 80_000]
)
def test_no_line_takes_long(words: str) -> None:
    begin = time.perf_counter()
    take_media(words)
    read_place(f"@place {words}")
    read_place(f"@place 1.5{' ' * 100_000}x")
    assert time.perf_counter() - begin < 2


TICKER = """---
date: 2019-02-28
---
Above. ![A map](https://example.org/map.png)

+++ 13:25 Motorcades leave +++
@ 2019-02-28 13:20
! key
@place Hanoi 21.03, 105.85

The lunch is off. ![A car](https://example.org/car.png)
![Alone](https://example.org/alone.png)
Still the same paragraph? See [more](https://example.org/more).

+++ 13:35 Nothing of it +++
The body begins.
! key
@place Hanoi 21.03, 105.85
"""


def test_in_a_ticker() -> None:
    source = read(TICKER)
    first, second = source.entries
    assert first.hand == "2019-02-28 13:20"
    assert first.key
    assert first.place == Place("Hanoi", 21.03, 105.85)
    assert [one.address for one in first.media] == ["https://example.org/car.png", "https://example.org/alone.png"]
    assert first.links == ("https://example.org/more",)
    assert first.body == "The lunch is off.\n\nStill the same paragraph? See more."
    assert not second.key
    assert second.place is None
    assert second.body == "The body begins. ! key @place Hanoi 21.03, 105.85"


def test_a_picture_without_an_entry_is_a_problem() -> None:
    source = read(TICKER)
    (problem,) = source.problems
    assert (problem.code, problem.words, problem.line) == ("media-place", "https://example.org/map.png", 4)
    assert source.introduction == "Above."


def test_degrees_that_are_none_are_a_problem_with_their_line() -> None:
    source = read("+++ 13:25 A +++\n@place Nowhere 120.5, 20.1\nText.\n")
    assert source.entries[0].place == Place("Nowhere")
    (problem,) = source.problems
    assert (problem.code, problem.line) == ("place", 2)
    assert "@place Hanoi 21.03, 105.85" in problem.say("de")


def test_lanes_as_a_list_are_an_order_and_eras_are_dates() -> None:
    settings = read("---\nlanes: [Talks, City]\neras:\n  First term: 2017-01-20 / 2021-01-20\n---\n+++ 13:25 A +++\n").settings
    assert dict(settings.lanes) == {"Talks": (), "City": ()}
    assert dict(settings.eras) == {"First term": "2017-01-20 / 2021-01-20"}


@pytest.mark.parametrize("line", ["lanes: 3", "eras: [a]", "eras: soon"])
def test_lanes_and_eras_of_the_wrong_kind_are_problems(line: str) -> None:
    source = read(f"---\n{line}\n---\n+++ 13:25 A +++\n")
    assert [(problem.code, problem.severity) for problem in source.problems] == [("setting", "error")]
