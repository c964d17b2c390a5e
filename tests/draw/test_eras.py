"""Eras: rows that do not overlap, in page and figure, named for those who do not see them."""

from dataclasses import replace

import pytest

from tests.draw.stories import STORY, date, scene
from timeline.arrange import arrange
from timeline.draw.eras import above, bands_of, height_of
from timeline.draw.figure import figure, figure_dict
from timeline.draw.page import fragment, payload
from timeline.model import Era, Moment, Story


def with_eras(*spans: tuple[str, str, str]) -> Story:
    return replace(STORY, eras=tuple(Era(label, date(first), date(last)) for label, first, last in spans))


def test_each_era_takes_the_first_row_that_is_free() -> None:
    story = with_eras(("c", "2019-02-27", "2019-03-05"), ("a", "2018-01-01", "2019-02-27"), ("b", "2019-02-28", "2019-03-01"))
    assert [(band.label, band.row) for band in bands_of(story)] == [("a", 0), ("c", 1), ("b", 0)]
    bands = bands_of(story)
    for one in bands:
        for other in bands:
            assert one is other or one.row != other.row or one.right <= other.left or other.right <= one.left


@pytest.mark.parametrize(("rows", "high"), [(0, 0), (1, 18), (3, 18), (4, 14), (5, 14), (6, 11), (40, 3)])
def test_rows_grow_thin_before_they_grow_many(rows: int, high: int) -> None:
    bands = bands_of(with_eras(*((f"era {number}", "2019-02-01", "2019-03-01") for number in range(rows))))
    assert height_of(bands) == high
    assert above(bands) == rows * high


def test_what_has_no_bounds_has_no_band() -> None:
    open_end = Moment(None, 0, "day", "UTC")
    assert bands_of(replace(STORY, eras=(Era("x", open_end, open_end), Era("y", date("2019-03-01"), date("2019-02-01"))))) == ()


def test_a_page_names_them_and_keeps_their_room() -> None:
    story = with_eras(("<b>Thaw</b>", "2018-06-12", "2019-02-28"), ("Summit", "2019-02-27", "2019-02-28"))
    html = fragment(story)
    assert 'aria-describedby="tl-help tl-eras"' in html
    assert ";--second:36px" in html
    assert (
        '<span lang="en">&lt;b&gt;Thaw&lt;/b&gt;</span> <span data-when="era 0">Tuesday, 12 June 2018 – Thursday, 28 February 2019</span>'
        in html
    )
    assert 'data-word="legend.era"' in html
    bands = payload(story, scene(), "en")["eras"]["bands"]
    assert [band["label"] for band in bands] == ["<b>Thaw</b>", "Summit"]
    assert {"id", "left", "right", "row", "start", "end"} <= set(bands[0])


def test_a_page_without_eras_says_nothing_of_them() -> None:
    html = fragment(STORY)
    assert "tl-eras" not in html
    assert "--second" not in html
    assert 'legend.era"' not in html.split("data-story")[0]


def test_the_figure_has_them_behind_its_marks() -> None:
    story = with_eras(("Thaw <1>", "2018-06-12", "2019-02-28"))
    (shape,) = figure(story).to_dict()["layout"]["shapes"]
    assert shape["layer"] == "below"
    assert (shape["x0"], shape["x1"]) == ("2018-06-11 17:00:00", "2019-02-28 17:00:00")
    assert shape["label"]["text"] == "Thaw &lt;1&gt;"
    assert "shapes" not in figure_dict(story, scene())["layout"]  # in the page they are HTML


def test_eras_that_no_date_axis_holds_are_cut_to_it() -> None:
    deep = Era("Ice age", Moment(-4 * 10**17, -3 * 10**17, "millennium", "UTC", "-10000"), date("2019-02-28"))
    (shape,) = figure(replace(STORY, eras=(deep,))).to_dict()["layout"]["shapes"]
    assert shape["x0"] == "0001-01-01 00:00:00"


def test_eras_do_not_move_the_events() -> None:
    story = with_eras(("Thaw", "1900-01-01", "2100-01-01"))
    assert arrange(story.events) == scene()
