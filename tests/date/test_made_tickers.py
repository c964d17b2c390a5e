"""The tickers in real notations that lie beside the project: when each entry was posted, to the minute of UTC."""

import json
from pathlib import Path

import pytest

import timeline
from timeline.clock import format_instant

MADE = Path(__file__).parent.parent.parent.parent / "shared" / "tickers" / "made"
NEEDS_DATE = {"de_ntv_plusplusplus"}  # the text itself has none


def posted(story: timeline.Story) -> list[str]:
    """When each entry was posted, in UTC; nothing where that is not known."""
    instants = [entry.published.instant if entry.published else None for entry in story.entries]
    return ["" if instant is None else format_instant(instant) for instant in instants]


@pytest.mark.skipif(not MADE.is_dir(), reason="the made tickers do not lie beside the project (../shared)")
def test_every_made_ticker_to_the_minute() -> None:
    wrong = {}
    for path in sorted(MADE.glob("*.expected.json")):
        expected = json.loads(path.read_text("utf-8"))
        name = path.name.removesuffix(".expected.json")
        utc = [one["utc"].replace(":00Z", "Z") for one in expected["entries"]]
        date = max(one["local"] for one in expected["entries"])[:10]
        for options in ({}, {"date": date}):
            if not options and name in NEEDS_DATE:
                continue
            found = posted(timeline.load(MADE / f"{name}.txt", zone=expected["zone"], **options))
            if found != utc:
                wrong[name, *options] = found
    assert not wrong


@pytest.mark.skipif(not MADE.is_dir(), reason="the made tickers do not lie beside the project (../shared)")
def test_made_tickers_without_a_zone_where_language_or_stamps_give_it() -> None:
    for name in ("de_derchotv_midnight", "de_mdr_uhr_pipe", "en_guardian_double_stamp", "es_rtve_ascending", "fr_20minutes_hHH"):
        expected = json.loads((MADE / f"{name}.expected.json").read_text("utf-8"))
        assert posted(timeline.load(MADE / f"{name}.txt")) == [one["utc"].replace(":00Z", "Z") for one in expected["entries"]], name
