"""Whatever a file holds: a story or a clear message, in bounded time, and nothing lost without a word."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from tests.read.broken import AT_LEAST, Broken, broken, cases_of
from timeline.model import Story
from timeline.read.formats import READERS, Format

CHUNKS = 4
SECONDS = 5
"""Of processor time for one file of at most some 100 kB, however busy the machine is."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise `TimeoutError` after so much processor time."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {seconds} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def ends_well(data: bytes, name: str, format: str | None = None) -> Story | None:
    """The story of a file; None where it was refused. Anything else is raised."""
    with within(SECONDS):
        try:
            story = timeline.load(data, name=name, format=format, now="2026-03-01")
        except (timeline.SourceError, timeline.OptionError):
            return None
    return story


def end_of(one: Format) -> str:
    """How its files end."""
    return one.suffixes[0] if one.suffixes else ".json"


def silently_lost(story: Story) -> int:
    """Entries without an event, beyond the number of errors that are told."""
    told = {event.entry for event in story.events}
    left = [entry for entry in story.entries if entry.id not in told and not entry.pointer]
    return len(left) - sum(problem.severity == "error" for problem in story.problems)


def test_there_are_enough_of_them() -> None:
    assert sum(1 for one in READERS for _ in broken(one)) >= AT_LEAST >= 1_000


def test_they_are_the_same_each_time() -> None:
    assert list(broken(READERS[0])) == list(broken(READERS[0]))


def test_every_format_has_cases() -> None:
    assert [one.name for one in READERS if not cases_of(one)] == []


@pytest.mark.parametrize("chunk", range(CHUNKS))
@pytest.mark.parametrize("one", READERS, ids=lambda one: one.name)
def test_a_broken_file_is_read_or_refused(one: Format, chunk: int) -> None:
    wrong = []
    for case in islice(broken(one), chunk, None, CHUNKS):
        if fault := _fault(case):
            wrong.append(f"{case.what}: {fault}")
    assert wrong == []


def _fault(case: Broken) -> str:
    try:
        story = ends_well(case.data, case.name)
        if story is None:
            return ""
        for problem in story.problems:
            assert problem.say("en")
            assert problem.say("de")
        assert silently_lost(story) <= 0, "lost without a word"
    except Exception as error:
        return f"{type(error).__name__}: {error}"[:300]
    return ""


@pytest.mark.parametrize("one", READERS, ids=lambda one: one.name)
def test_any_bytes(one: Format) -> None:
    @settings(max_examples=40)
    @given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
    def check(data: bytes) -> None:
        ends_well(data, f"any{end_of(one)}", one.name)

    check()


@pytest.mark.parametrize("one", READERS, ids=lambda one: one.name)
def test_pieces_of_cases_in_any_order(one: Format) -> None:
    pieces = [line for _, data in cases_of(one) for line in data.splitlines(keepends=True)][:400] or [b"x\n"]

    @settings(max_examples=40)
    @given(st.lists(st.sampled_from(pieces), max_size=40).map(b"".join))
    def check(data: bytes) -> None:
        ends_well(data, f"pieces{end_of(one)}", one.name)

    check()
