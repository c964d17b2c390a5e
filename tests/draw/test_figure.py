import json
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import pytest

from tests.draw.stories import STORY, clock, date, scene
from timeline.arrange import arrange
from timeline.clock import DAY, HOUR, days_of
from timeline.draw.figure import CONFIG, PALETTE, figure, figure_dict
from timeline.draw.marks import marks_of
from timeline.draw.ticks import ticks
from timeline.model import Event, Moment, Story


def traces() -> dict[str, dict[str, Any]]:
    return {trace["uid"]: trace for trace in figure_dict(STORY, scene())["data"]}


def test_plotly_accepts_the_figure() -> None:
    drawn = json.loads(json.dumps(figure_dict(STORY, scene())))
    for name, colour in PALETTE.items():
        drawn = json.loads(json.dumps(drawn).replace(json.dumps(name), json.dumps(colour)))
    assert "--" not in json.dumps(drawn)
    go.Figure(drawn)


def test_no_door_leads_to_another_host() -> None:
    assert CONFIG["showSendToCloud"] is False
    assert CONFIG["displaylogo"] is False
    assert CONFIG["plotlyServerURL"] == ""
    assert not any("http" in str(value) for value in CONFIG.values())


def test_plotly_gets_naive_utc_and_ids_as_text() -> None:
    for trace in figure_dict(STORY, scene())["data"]:
        assert all(isinstance(event, str) for event in trace["customdata"])
        places = trace["base"] if trace["type"] == "bar" else trace["x"]
        assert len(places) == len(trace["customdata"])
        assert all(place is None or (isinstance(place, str) and "+" not in place and "Z" not in place) for place in places)


def test_every_kind_of_mark_has_its_own_drawing() -> None:
    found = traces()
    assert found["dot-happened"]["marker"]["symbol"] == "circle"
    assert found["dot-planned"]["marker"]["symbol"] == "circle-open"
    assert found["cancelled"]["marker"]["pattern"]["shape"] == "x"
    assert set(found["dot-superseded"]["customdata"]) == {"e4.2", "e1.4"}
    assert set(found["tie"]["customdata"]) == {"e4.2", "e1.4"}
    at = found["pale"]["customdata"].index("e8.1")
    assert (found["pale"]["base"][at], found["pale"]["x"][at]) == ("2019-02-25 17:00:00", DAY)


def test_what_is_unsure_has_bounds_and_no_outline() -> None:
    day = Event("e1.1", "e1", "Some time that day", date("2019-02-26"))
    visit = Event("e2.1", "e2", "A visit", date("2019-02-27"), date("2019-03-01"))
    story = Story("t", "en", "UTC", (), (day, visit))
    drawn = {trace["uid"]: trace for trace in figure_dict(story, arrange(story.events))["data"]}
    assert set(drawn) == {"pale", "bar", "bounds-0"}
    assert (drawn["pale"]["customdata"], drawn["pale"]["marker"]["line"]["width"]) == (["e1.1", "e2.1", "e2.1"], [0, 0, 0])
    assert (drawn["bar"]["customdata"], drawn["bar"]["marker"]["line"]["width"]) == (["e2.1"], [1.25])
    assert known_ends(drawn["bounds-0"]) == ["2019-02-25 17:00:00", "2019-02-26 17:00:00", "2019-02-26 17:00:00", "2019-03-01 17:00:00"]


def known_ends(bounds: dict[str, Any]) -> list[str]:
    """The places of the lines; each goes from the top of its row to the bottom."""
    return [at for at, row in zip(bounds["x"], bounds["y"], strict=True) if at and row % 1 < 0.5]


def test_a_plan_with_an_open_end_has_three_sides() -> None:
    until = Event("e1.1", "e1", "Talks until ten", Moment(None, 10 * HOUR, "minute", "UTC"), status="planned")
    pale, bounds = figure_dict(Story("t", "en", "UTC", (), (until,)), arrange([until]))["data"]
    assert (pale["uid"], bounds["uid"], len(bounds["x"])) == ("pale", "bounds-0", 5)
    far, near = bounds["x"][:2]
    assert (bounds["x"], far < near, near) == ([far, near, near, far, None], True, "1970-01-01 10:00:00")


def test_a_bar_is_soft_where_it_is_unsure_and_solid_between() -> None:
    start, end = date("2019-02-26"), clock("2019-02-28T12:00+07:00")
    event = Event("e1.1", "e1", "A visit", start, end)
    (mark,) = marks_of((event,), arrange([event]), ())
    assert [(piece.weight, piece.right - piece.left) for piece in mark.segments] == [("soft", DAY), ("solid", 36 * HOUR)]


def test_an_open_end_fades() -> None:
    before = Event("e1.1", "e1", "Before", Moment(None, 10 * HOUR, "minute", "UTC"))
    after = Event("e2.1", "e2", "After", Moment(20 * HOUR, None, "minute", "UTC"))
    first, second = marks_of((before, after), arrange([before, after]), ())
    shares = [piece.share for piece in first.segments]
    assert shares == sorted(shares)
    assert max(after - before for before, after in pairwise([0.0, *shares])) < 0.07, "steps are seen"
    assert [piece.share for piece in second.segments] == shares[::-1]
    story = Story("t", "en", "UTC", (), (before, after))
    fade, bounds = figure_dict(story, arrange(story.events))["data"]
    assert (fade["uid"], fade["marker"]["cornerradius"], fade["marker"]["line"]["width"]) == ("pale", 0, [0] * len(fade["y"]))
    assert known_ends(bounds) == ["1970-01-01 10:00:00", "1970-01-01 20:00:00"]


def test_what_nothing_bounds_has_no_mark() -> None:
    event = Event("e1.1", "e1", "Some day", Moment(None, None, "minute", "UTC"))
    assert marks_of((event,), arrange([event]), ()) == ()


def test_the_notebook_figure_has_labels_ticks_and_hover_words() -> None:
    drawn = figure(STORY)
    labels = next(trace for trace in drawn.data if trace.uid == "label")
    assert any("&lt;script&gt;" in text for text in labels.text)
    assert not any("<script" in text for text in labels.text)
    assert "Feb 2019" in drawn.layout.xaxis.ticktext[0]
    assert any("20:47 (UTC+7)" in text for trace in drawn.data if trace.uid == "dot-happened" for text in trace.hovertext)


def test_beyond_the_years_of_a_date_axis_it_is_linear() -> None:
    event = Event("e1.1", "e1", "Ice melts", Moment(days_of(-12000, 1, 1) * DAY, days_of(-11999, 1, 1) * DAY, "year", "UTC", "-12000"))
    story = Story("Deep", "en", "UTC", (), (event,))
    layout = figure_dict(story, arrange(story.events))["layout"]
    assert layout["xaxis"]["type"] == "linear"
    assert all(isinstance(value, float) for value in layout["xaxis"]["range"])
    go.Figure(figure(story))


@pytest.mark.parametrize(
    ("hours", "texts"),
    [
        (4, ["02:00 UTC+2<br>27 Oct 2024", "02:30 UTC+2", "02:00 UTC+1", "02:30 UTC+1", "03:00", "03:30"]),
        (72, ["12:00<br>27 Oct 2024", "00:00<br>28 Oct 2024", "12:00"]),
        (24 * 300, ["Nov", "Dec", "2025", "Feb"]),
        (24 * 365 * 9, ["2025", "2026", "2027", "2028"]),
    ],
)
def test_static_ticks_stand_on_the_wall_clock(hours: int, texts: list[str]) -> None:
    start = 1_729_987_200_000  # 2024-10-27T02:00+02:00
    found = ticks(start, start + hours * HOUR, zone="Europe/Berlin", language="en", most=10)
    assert [tick.text for tick in found][: len(texts)] == texts
    assert [tick.instant for tick in found] == sorted(tick.instant for tick in found)
