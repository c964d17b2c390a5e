"""Time in Firefox and WebKit for readers elsewhere: the zone of the browser's own process, and clocks that are changed."""

from pathlib import Path

import pytest

import timeline
from tests.engines.conftest import Open, drawn
from tests.engines.hosts import watched
from tests.engines.page import Page
from tests.engines.test_page import GERMAN

FOLD = "clock-change-berlin-2024.de.txt"
OWN = "Intl.DateTimeFormat().resolvedOptions().timeZone"
CLOCKS = "texts('[data-when]').map(text => text.match(/\\d\\d:\\d\\d.*/)?.[0]).filter(Boolean)"

SPRING = "label,start\n" + "".join(
    f"{minutes} minutes past midnight,2024-03-31T{minutes // 60:02d}:{minutes % 60:02d}Z\n" for minutes in range(0, 150, 30)
)
"""Half an hour before the clocks of Berlin are put forward, and an hour and a half after."""


@pytest.mark.parametrize(
    ("names", "clock"),
    [
        pytest.param(["Pacific/Apia"], "20:25 Uhr (UTC+14)", marks=pytest.mark.page(timezone_id="Pacific/Apia")),
        # the libraries under WebKit know this zone by the name that it had first
        pytest.param(["Asia/Kolkata", "Asia/Calcutta"], "11:55 Uhr (UTC+5:30)", marks=pytest.mark.page(timezone_id="Asia/Kolkata")),
    ],
)
def test_the_own_zone_is_offered_and_moves_clocks_and_no_date(story: Open, names: list[str], clock: str) -> None:
    page = story(GERMAN)
    assert page.run(OWN) in names
    (own,) = page.run("[...$('[data-zone]').options].map(option => option.value).filter(value => names.includes(value))", names=names)
    civil = page.run("$('[data-when]').textContent")
    page.wait("$('[data-cards]').textContent.includes('13:25 Uhr (UTC+7)')")
    page.choose("[data-zone]", own)
    page.wait("$('[data-cards]').textContent.includes(clock)", clock=clock)
    assert page.run("$('[data-when]').textContent") == civil


@pytest.mark.page(timezone_id="Pacific/Apia")
def test_the_repeated_hour_stands_twice_in_order(story: Open) -> None:
    page = story(FOLD)
    clocks = page.run(CLOCKS)
    assert any(text.startswith("02:") and "(UTC+2)" in text for text in clocks)
    assert any(text.startswith("02:") and "(UTC+1)" in text for text in clocks)
    assert page.run("$$('[data-entry]').length") > 5
    page.wait("texts('.tl-shift span').includes('02:00–03:00 zweimal')")
    page.choose("[data-zone]", "UTC")
    page.wait("!texts('.tl-shift span').length && $('[data-cards]').textContent.includes('(UTC)')")


@pytest.mark.page(timezone_id="Asia/Kolkata")
def test_an_hour_that_is_left_out_has_no_clock(page: Page, tmp_path: Path) -> None:
    source, file = tmp_path / "spring.csv", tmp_path / "spring.html"
    source.write_text(SPRING, "utf-8")
    file.write_text(watched(timeline.export_html(timeline.load(source, zone="Europe/Berlin", language="en"))), "utf-8")
    drawn(page.open(file.as_uri()))
    assert page.run(CLOCKS) == ["01:00 (UTC+1)", "01:30 (UTC+1)", "03:00 (UTC+2)", "03:30 (UTC+2)", "04:00 (UTC+2)"]
    page.wait("texts('.tl-shift span').includes('no 02:00–03:00')")
