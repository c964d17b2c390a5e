"""The work of dating grows with the length of an entry, not with its square: counted in steps of the interpreter, not in seconds."""

import gc
import sys
from types import FrameType
from typing import Any

import pytest

import timeline
from timeline.date.clauses import clause_at, sentence_at

HEAD = "---\ndate: 2019-02-28\nzone: Europe/Berlin\nlanes: {Wasser: [fähre], Luft: [ballon]}\n---\n+++ 14:39 Fähre im Nebel +++\n"
PIECES = {
    "clocks": "Um {hour}.{minute:02d} Uhr legte die Fähre ab. ",
    "days": "Am {day}. Mai {year} legte die Fähre ab. ",
    "days and clocks": "Am {day}. Mai {year} um {hour}.{minute:02d} Uhr fuhr sie, und um {hour}.59 Uhr kam sie an. ",
    "one day again and again": "Heute legte die Fähre ab. ",
    "ends": "Bis Freitag bleibt sie liegen. ",
    "moves": "Sie fuhr zwölf Minuten später als geplant um {hour}.{minute:02d} Uhr. ",
    "moves without a clock": "Sie fuhr zwölf Minuten später als geplant. ",
    "a sentence without end": "um {hour}.{minute:02d} Uhr, am Montag, zwölf Minuten später als geplant, ",
    "called off": "Die geplante Fahrt wurde abgesagt. ",
    "lines": "Um {hour}.{minute:02d} Uhr legte die Fähre ab,\n",
    "quotations": "„Nebel.“\n\n(Der Lotse am {day}. Mai {year})\n\n",
    "open brackets": "(am {day}. Mai ",
    "hours later": "Eine Stunde später kam Nebel. ",
    "hours earlier": "{minute} Minuten zuvor kam Nebel. ",
    "clocks and before them": "Um {hour}.{minute:02d} Uhr legte die Fähre ab. Zwölf Minuten zuvor kam Nebel, kurz davor Regen. ",
    "one after the other": "Danach legte die Fähre ab. ",
    "from clock to clock": "Um {hour}.{minute:02d} Uhr legte die Fähre ab. Danach kam Nebel, eine halbe Stunde später Regen. ",
    "days later": "Am {day}. Mai {year} legte die Fähre ab. Am nächsten Tag um {hour} Uhr kam sie an. ",
    "before the summit": "Zwei Tage vor dem Gipfel legte die Fähre ab. ",
    "an occasion": "Um {hour}.{minute:02d} Uhr begann das Abendessen. Nach dem Abendessen legte die Fähre ab. ",
    "put off": "Die Sitzung wurde von {hour} auf 16 Uhr verschoben. ",
    "put off by hours": "Die Sitzung um {hour}.{minute:02d} Uhr wurde um zwei Stunden verschoben. ",
    "instead": "statt um {hour} Uhr statt heute ",
    "a day and its clocks": "Am {day}. Mai 2019 legte die Fähre ab. Am {day}. Mai 2019 um {hour}.{minute:02d} Uhr kam Nebel. ",
    "called off on days": "Die für den {day}. Mai {year} geplante Fahrt wurde abgesagt. ",
    "programme": "Um {hour} Uhr ist der Empfang, danach ein zehnminütiges Gespräch. ",
}


def text(piece: str, size: int) -> str:
    """About `size` characters, none of whose pieces is quite like the one before."""
    pieces = (piece.format(hour=n % 24, minute=n * 7 % 60, day=n % 28 + 1, year=1900 + n % 119) for n in range(size // len(piece) + 1))
    return HEAD + "".join(pieces) + "\n"


def steps(source: str) -> int:
    """How many instructions the interpreter carries out to load a ticker."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        timeline.load(source, language="de")
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", sorted(PIECES))
def test_an_entry_four_times_as_long_takes_four_times_the_steps(name: str) -> None:
    timeline.load(text(PIECES[name], 500), language="de")  # patterns are compiled once
    short, long = steps(text(PIECES[name], 5_000)), steps(text(PIECES[name], 20_000))
    assert short > 5_000
    assert long < 4.5 * short


def test_a_story_leaves_no_cycles_behind() -> None:
    timeline.load(text(PIECES["moves"], 500), language="de")
    gc.collect()
    gc.disable()  # loading pauses the search for them, because of this
    try:
        for piece in PIECES.values():
            timeline.load(text(piece, 5_000), language="de")
        assert not gc.isenabled()
        assert gc.collect() == 0
    finally:
        gc.enable()
    timeline.load(text(PIECES["moves"], 500), language="de")
    assert gc.isenabled()


class Counted(str):
    """A text that counts how often it is compared with another one."""

    __slots__ = ()
    times = 0

    def __eq__(self, other: object) -> bool:
        Counted.times += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


def test_a_long_text_is_compared_with_no_other_one() -> None:
    words = "Um 12 Uhr legte sie ab, dann kam Nebel. " * 200
    spans = [(sentence_at(one, 45, 54), clause_at(one, 45, 54)) for one in (words, Counted(words), Counted(words)) for _ in range(3)]
    assert len(set(spans)) == 1
    assert Counted.times == 0
