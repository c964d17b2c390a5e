"""The pandas door: out, in, and out again."""

import pandas as pd
import pytest

import timeline
from timeline.assets import sample_folder


@pytest.mark.parametrize("name", ["hanoi-summit-2019.de.txt", "hanoi-summit-2019.en.md", "clock-change-berlin-2024.de.txt"])
def test_round_trip(name: str) -> None:
    story = timeline.load(sample_folder() / name)
    frame = story.to_frame()
    again = timeline.Story.from_frame(frame, title=story.title, language=story.language, zone=story.zone)
    pd.testing.assert_frame_equal(again.to_frame(), frame)
    assert again.problems == ()
    assert len(frame) == len(story.events)


def test_columns() -> None:
    frame = timeline.load("+++ 14:39 Zug da +++\n", date="2019-02-28", zone="+07:00").to_frame()
    assert tuple(frame.columns) == timeline.COLUMNS
    assert frame.loc[0].to_dict() == {
        "entry": "1", "event": "e1-1", "label": "Zug da", "start": "2019-02-28T14:39+07:00", "end": "", "precision": "minute",
        "zone": "+07:00", "status": "happened", "basis": "reported", "evidence": "", "replaces": "", "published": "2019-02-28T14:39+07:00",
        "earliest": "2019-02-28T07:39Z", "latest": "2019-02-28T07:40Z",
    }  # fmt: skip


def test_a_small_table_of_ones_own() -> None:
    frame = pd.DataFrame({"label": ["Start", "Landung"], "start": ["2019-02-28 08:15", "2019-03"], "end": ["2019-02-28 09:00", None]})
    story = timeline.Story.from_frame(frame, title="Flug", zone="Asia/Ho_Chi_Minh")
    assert [(event.label, event.moment.basis) for event in story.events] == [("Start", "given"), ("Landung", "given")]
    assert story.to_frame()["end"].tolist() == ["2019-02-28T09:00+07:00", ""]


@pytest.mark.parametrize("bad", ["soon", "2019-02-31", "2019-02-28 25:00", ""])
def test_a_bad_row_is_a_problem_and_the_others_stay(bad: str) -> None:
    story = timeline.Story.from_frame(pd.DataFrame({"label": ["a", "b"], "start": [bad, "2019-02-28"]}))
    assert [event.label for event in story.events] == ["b"]
    assert [(problem.code, problem.line, problem.column) for problem in story.problems] == [("cell" if bad else "no-start", 1, "start")]


def test_missing_columns_are_named() -> None:
    with pytest.raises(timeline.OptionError, match="no column 'start' among label, era"):
        timeline.Story.from_frame(pd.DataFrame({"label": ["a"], "era": ["2019"]}))


def test_an_unknown_zone_is_quoted() -> None:
    with pytest.raises(timeline.ZoneError, match="CET/Paris"):
        timeline.Story.from_frame(pd.DataFrame({"label": ["a"], "start": ["2019"]}), zone="CET/Paris")
