"""Text that was made to hang a parser: everything ends, soon and without a crash; how long exactly is for `benchmarks/dating_speed.py`.

The ceilings are coarse on purpose: they tell a hang from slowness on a busy machine.
"""

import itertools
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline.cli import cli
from timeline.date.find import find, find_parts
from timeline.date.language import LANGUAGES
from timeline.date.resolve import Frame
from timeline.date.timex import find_moments, find_timexes
from timeline.errors import SourceError, TimelineError

CEILING = 20.0
"""Seconds of the processor for a megabyte."""
UNITS = {
    "digits": "1234567890",
    "ones": "1",
    "dotted digits": "12.",
    "colons": "12:30:",
    "brackets": "(",
    "nested brackets": "([{",
    "nested clocks": "12.30 Uhr (",
    "plus signs": "+",
    "walls": "+++ ",
    "am": "am ",
    "glued weekdays": "montag",
    "one word": "ge",
    "verbs": "ist gegeht ",
    "long words": "x" * 500 + " ist ge" + "t" * 500 + " am Montag ",
    "spaces": " ",
    "clock after spaces": "12" + " " * 50 + "Uhr",
    "spaces between": "am Montag" + " " * 5_000 + "x ",
    "newlines": "\n",
    "nulls": "\0",
    "lone surrogates": "\ud800",
    "no width": "\u200b12\u200b.\u200b30\u200bUhr",
    "combining": "e\u0301",
    "right to left": "\u202e12.30 Uhr ",
    "digits of others": "12٣.३० Uhr ",
    "letters with odd cases": "İıſK",
    "emoji": "😀",
    "number words": "eineinhalb",
    "prepositions": "vor nach in bis um ",
    "lengths": "zwei Jahre und drei Monate und ",
    "shifts": "2 Stunden später ",
    "shifts in English": "two hours later than ",
    "moves": "um zwei Stunden by two hours ",
    "lists": "12, 13, 14 und ",
    "ranges": "zwischen 9 und ",
    "slashes": "1/2/",
    "hyphens": "20-",
    "dots": ". ",
    "quotes": "„“”»«\"'",
    "telephones": "0201 ",
    "scores": "12:10, ",
    "score words": "Satz und Stand ein ",
    "shares": "von 10 Leuten of 10 men, ",
    "abbreviations": "Mr. Dr. ca. a.m. ",
    "months": "May march März mai ",
    "occasions": "zwei Tage vor dem am zweiten Tag des ",
    "signatures": "— X (@x) ",
    "quotations": "x\n(12. Mai)\n",
    "heures": "à 20 heures demain matin ",
    "horas": "a las 8 de la tarde hasta las ",
    "ore": "alle 14 dalle ore ",
}


def filled(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def frame(code: str) -> Frame:
    return Frame(18_000, 18_000, "UTC", "UTC", LANGUAGES[code])


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


@pytest.mark.parametrize("code", sorted(LANGUAGES))
@pytest.mark.parametrize("name", sorted(UNITS))
def test_no_repetition_hangs(name: str, code: str) -> None:
    text = filled(UNITS[name], 20_000)
    assert seconds(lambda: find_moments(text, frame(code))) < CEILING / 5
    assert seconds(lambda: find_timexes(text, frame(code))) < CEILING / 5


@pytest.mark.parametrize("code", sorted(LANGUAGES))
@pytest.mark.parametrize("name", ["digits", "am", "spaces", "verbs", "dots"])
def test_a_line_of_a_megabyte_ends(name: str, code: str) -> None:
    text = filled(UNITS[name], 1_000_000)
    assert seconds(lambda: find(text, LANGUAGES[code])) < CEILING


@pytest.mark.parametrize("name", ["shifts", "shifts in English", "moves", "nested clocks", "lengths", "quotations"])
def test_the_time_does_not_grow_with_the_square(name: str) -> None:
    text = filled(UNITS[name], 200_000)
    for code in ("de", "en"):
        assert seconds(partial(find, text, LANGUAGES[code])) < CEILING / 4


def test_a_line_of_five_megabytes_ends() -> None:
    for unit in ("x", "Der Zug steht auf freier Strecke und weiß nicht warum "):
        assert seconds(partial(find, filled(unit, 5_000_000), LANGUAGES["de"])) < 5 * CEILING


@pytest.mark.parametrize("name", sorted(UNITS))
def test_a_ticker_of_it_ends_too(name: str) -> None:
    text = filled(UNITS[name], 5_000)

    def load() -> None:
        for source in (f"+++ 12:30 A +++\n{text}", f"{text}\n+++ 12:30 {text} +++\n", f"{text}\n"):
            with suppress(SourceError):
                timeline.load(source, date="2019-02-28")

    assert seconds(load) < CEILING


@given(st.text(alphabet=st.characters(), max_size=300))
@settings(max_examples=50)
def test_any_text(text: str) -> None:
    for code, language in LANGUAGES.items():
        spans = [(one.start, one.end) for one in find(text, language)]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
        assert all(0 <= one.start < one.end <= len(text) for one in find_parts(text, language))
        assert all(text[one.start : one.end] == one.text for one in find_moments(text, frame(code)))


MIXED = st.lists(st.sampled_from([unit.strip() or unit for unit in UNITS.values() if len(unit) < 60]), max_size=25)


@given(MIXED, st.sampled_from([" ", "", "\n", ", ", " - "]))
@settings(max_examples=50)
def test_any_mixture(units: list[str], gap: str) -> None:
    text = gap.join(units)
    for code in LANGUAGES:
        assert all(text[one.start : one.end] == one.text for one in find_moments(text, frame(code)))
    try:
        story = timeline.load(f"+++ 12:30 A +++\n{text}\n", date="2019-02-28")
    except SourceError:
        return
    assert all(event.moment for event in story.events)


@pytest.mark.parametrize("text", ["(" * 10_000, "1" * 10_000, "\u202e", "am " * 3_000, "12.30 Uhr (" * 500])
def test_the_command_ends_with_one_of_its_codes(text: str) -> None:
    for code in sorted(LANGUAGES):
        answer = CliRunner().invoke(cli, ["dates", "--language", code, "--reference", "2019-02-28"], input=text)
        assert answer.exit_code in (0, 1)


INPUTS: dict[str, bytes] = {
    "nothing": b"",
    "a null byte": b"\0",
    "null bytes": b"\0" * 100_000,
    "an image": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 400,
    "fifty megabytes": b"Am Montag. " * 5_000_000,
    "a line of five megabytes": b"x" * 5_000_000,
    "ten thousand digits": b"1" * 10_000,
    "nested brackets": b"(" * 10_000 + b"12.30 Uhr" + b")" * 10_000,
    "plus signs": b"+++" * 100_000,
    "lines of plus signs": b"+++\n" * 100_000,
    "a million newlines": b"\n" * 1_000_000,
    "marks from right to left": "\u202e+++ 12:30 A +++\u202c\n\u200fHeute um \u200f12.30 Uhr\u200e.\n".encode(),
    "half a character": b"+++ 12:30 A +++\n" + b"\xed\xa0\x80 um 12.30 Uhr",
    "half a character, escaped": b'{"text": "\\ud800 um 12.30 Uhr \\udfff"}',
    "a front matter of aliases": b"---\na: &a [x, x]\n"
    + b"".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n".encode() for n in range(12))
    + b"readers: *m\nlanes: {A: *m}\n---\n+++ 12:30 A +++\n",
    "a front matter of a megabyte": b"---\na: [" + b"x, " * 300_000 + b"]\n---\n+++ 12:30 A +++\n",
    "a front matter of brackets": b"---\na: " + b"[" * 10_000 + b"\n---\n+++ 12:30 A +++\n",
    "a front matter of digits": b"---\ndate: " + b"1" * 10_000 + b"\nanchors: {a: " + b"1" * 10_000 + b"}\n---\n+++ 12:30 A +++\n",
    "a moment of digits": b"+++ 12:30 A +++\n@ " + b"1" * 10_000 + b"\n",
}


@pytest.mark.parametrize(
    "words", [["events", "-"], ["export", "-", "--out", "-"], ["dates"], ["dates", "--jsonl"]], ids=lambda words: words[-1]
)
@pytest.mark.parametrize("name", sorted(INPUTS))
def test_every_door_of_the_command_takes_it_or_says_why_not(name: str, words: list[str]) -> None:
    begin = time.process_time()
    answer = CliRunner().invoke(cli, words, input=INPUTS[name])
    assert time.process_time() - begin < 2 * CEILING
    assert answer.exception is None or isinstance(answer.exception, SystemExit | TimelineError), answer.exception
    if answer.exit_code:
        assert answer.stderr or str(answer.exception)
