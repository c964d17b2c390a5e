"""A ticker in English that writes no zone on its stamps: what its text gives away, and what is said where that is nothing."""

import pytest

import timeline
from timeline.export.html import export_html

TICKER = "+++ 8:05 p.m. Polls close +++\n{}\n\n+++ 7:05 p.m. Long lines +++\nThe rain did not keep the voters at home.\n"


def load(above: str, text: str) -> tuple[str, list[str]]:
    """The zone that is taken, and the codes of what is assumed of zones."""
    story = timeline.load(f"{above}\n\n{TICKER.format(text)}", date="2022-11-07", language="en")
    assert all(entry.published and entry.published.zone for entry in story.entries)
    return story.zone, [one.code for one in story.assumptions if one.code.startswith(("zone", "desk"))]


@pytest.mark.parametrize(
    ("above", "text", "zone", "code"),
    [
        ("", "The last ones close at 10 p.m. PT.", "America/Los_Angeles", "zone-clocks"),
        ("", "They close at 10 p.m. EST, or at 11 p.m. EST.", "America/New_York", "zone-clocks"),
        ("", "They close at 9 p.m. ET in the east, at 6 p.m. ET in the north, at 8 p.m. CT elsewhere.", "America/New_York", "zone-clocks"),
        ("", "They close at 9 p.m. ET and at 6 p.m. PT.", "UTC", "zone-none"),
        ("", "CHICAGO (XP) — The count goes on.", "America/Chicago", "zone-dateline"),
        ("Denver, Colo. - The race for the bridge", "Nothing yet.", "America/Denver", "zone-dateline"),
        ("SOMEWHERE (XP) — The count goes on.", "The vote - so it seems - goes on.", "UTC", "zone-none"),
        ("Boston bridge opening: live", "Nothing yet.", "America/New_York", "zone-title"),
        ("From Boston and Denver: live", "Nothing yet.", "UTC", "zone-none"),
        ("The bridges in Japan: live", "Nothing yet.", "UTC", "zone-none"),
        ("Boston: live", "They close at 9 p.m. PT.", "America/Los_Angeles", "zone-clocks"),
        ("Boston: live. All times CT", "They close at 9 p.m. PT.", "America/Chicago", "zone-written"),
    ],
)
def test_what_the_text_gives_away(above: str, text: str, zone: str, code: str) -> None:
    assert load(above, text) == (zone, [code])


def test_other_languages_have_a_desk() -> None:
    story = timeline.load("Boston: live\n\n+++ 8.05 Uhr Brücke offen +++\nNichts weiter.\n", date="2022-11-08", language="de")
    assert story.zone == "Europe/Berlin"


def test_a_zone_that_is_given_is_no_assumption() -> None:
    story = timeline.load(TICKER.format("They close at 9 p.m. ET."), date="2022-11-07", language="en", zone="America/Denver")
    assert story.zone == "America/Denver"
    assert not [one for one in story.assumptions if one.code.startswith(("zone", "desk"))]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Nothing yet.", "No zone was found, so clocks without one were read as UTC; give theirs with --zone"),
        (
            "In Brussels it was 7 a.m. local time.",
            "No zone was found for the clocks on headlines, so they were read as UTC; give theirs with --zone",
        ),
    ],
)
def test_no_zone_at_all_is_said_plainly_and_on_the_page(text: str, start: str) -> None:
    story = timeline.load(TICKER.format(text), date="2022-11-07", language="en")
    (said,) = [one.say() for one in story.assumptions if one.say().startswith(start)]
    assert said.endswith("as “zone:” at the top of the ticker, such as America/New_York.")
    assert said in export_html(story)
