"""The words of the app: every format has a name in every language, and all that a format loses is told or known to be nobody's loss."""

from timeline.draw.app import _BOOKS, _LOST, lost_by
from timeline.draw.words import LANGUAGES, words
from timeline.draw.words_app import APP
from timeline.export.formats import WRITERS
from timeline.read.formats import READERS


def test_every_format_has_a_name() -> None:
    for name in [*(f"read.{one.name}" for one in READERS), *(f"write.{one.name}" for one in WRITERS), "read.table"]:
        assert set(APP[name]) == set(LANGUAGES), name


def test_what_a_format_loses_is_told() -> None:
    fields = {field.rsplit(".", 1)[-1] for one in WRITERS for field in one.loses}
    assert fields - _LOST.keys() - _BOOKS == set()
    assert {f"loses.{code}" for code in _LOST.values()} == {code for code in words("en") if code.startswith("loses.")}
    assert lost_by(["Event.start.basis", "Moment.basis", "Entry.id", "Story.problems", "Story.assumptions"]) == ["basis", "notes"]
