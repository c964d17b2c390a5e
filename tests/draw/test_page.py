"""The contract with the runtime: what docs/contract.md names is there on Python's side, and the runtime asks for nothing else."""

import json
import re
from pathlib import Path
from typing import Any

from tests.draw.stories import STORY, clock, scene
from timeline.arrange import arrange
from timeline.assets import asset_folder
from timeline.clock import DAY
from timeline.draw.page import fragment, introduce, payload
from timeline.draw.speech import Large, column, other_columns, zones
from timeline.draw.words import LANGUAGES, counted
from timeline.model import Entry, Event, Moment, Story

CONTRACT = (Path(__file__).parents[2] / "docs" / "contract.md").read_text("utf-8")
RUNTIME = "\n".join(path.read_text("utf-8") for path in [asset_folder() / "timeline.mjs", *sorted((asset_folder() / "lib").glob("*.mjs"))])


def data_of(html: str) -> dict[str, Any]:
    found = re.search(r"<script type=\"application/json\" data-story>(.*?)</script>", html, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_every_attribute_of_the_page_is_in_the_contract() -> None:
    used = set(re.findall(r"\b(data-[a-z-]+)(?==|>| )", fragment(STORY)))
    named = set(re.findall(r"`(data-[a-z-]+)", CONTRACT))
    assert used <= named, used - named


def test_every_attribute_that_the_runtime_asks_for_is_in_the_contract() -> None:
    asked = set(re.findall(r"\[(data-[a-z-]+)", RUNTIME)) | set(re.findall(r"[gs]etAttribute\(\"(data-[a-z-]+)", RUNTIME))
    named = set(re.findall(r"`(data-[a-z-]+)", CONTRACT))
    assert asked <= named, asked - named


def test_every_field_of_the_payload_is_in_the_contract() -> None:
    data = payload(STORY, scene(), "en")
    fields = set(data) | set(data["events"][0]) | set(data["events"][0]["start"]) | set(data["figure"])
    missing = {field for field in fields if f"`{field}`" not in CONTRACT}
    assert not missing


def test_every_word_the_runtime_asks_for_is_in_the_table() -> None:
    known = column(STORY, scene(), "en", large=Large({}, 0, 0))
    asked = set(re.findall(r"words\[\"([\w.]+)\"\]", RUNTIME))
    assert asked
    assert asked <= set(known)


def test_the_payload_survives_its_script_element() -> None:
    html = fragment(STORY)
    data = data_of(html)
    assert "<" not in html.split("data-story>")[1].split("</script>")[0]
    assert data["events"] == json.loads(json.dumps(payload(STORY, scene(), "en")["events"]))
    assert any(event["label"] == "<script>alert(1)</script>" for event in data["events"])


def test_events_are_in_the_order_of_time() -> None:
    events = payload(STORY, scene(), "en")["events"]
    assert [event["id"] for event in events] == [event.id for event in STORY.events]


def test_zones_offered() -> None:
    offered = zones(STORY, scene(), "de")
    assert list(offered.values()) == [
        "Hanoi (UTC+7)",
        "Berlin (UTC+1)",
        "Washington (UTC-5)",
        "Pjöngjang (UTC+9)",
        "UTC",
        "wie geschrieben (jede in ihrer Zone)",
    ]


def test_a_zone_is_offered_with_both_offsets_of_a_clock_change() -> None:
    before, after = clock("2024-10-26T22:00+02:00", zone="Europe/Berlin"), clock("2024-10-27T08:00+01:00", zone="Europe/Berlin")
    events = (Event("e1", "e1", "Before", before), Event("e2", "e2", "After", after))
    offered = zones(Story("Night", "en", "Europe/Berlin", (), events), arrange(events), "en")
    assert list(offered.values())[:2] == ["Berlin (UTC+2/UTC+1)", "Washington (UTC-4)"]


def test_interface_and_story_have_their_own_language() -> None:
    html = fragment(STORY, language="de")
    assert '<section class="tl" data-timeline lang="de"' in html
    assert '<h1 id="tl-title" lang="en">' in html
    assert "erschlossen aus der Reihenfolge des Tickers" in html


def legend_of(*events: Event) -> list[str]:
    """The kinds that the legend of these events names."""
    return re.findall(r'data-key="(\w+)"', fragment(Story("t", "en", "UTC", (Entry("e1", "x", "", 1),), events)))


def test_the_legend_names_what_some_view_shows_and_nothing_else() -> None:
    long_ago = Moment(-2_000_000 * 366 * DAY, -1_000_000 * 365 * DAY, "millennium", "UTC", "-2000000")
    at = clock("2019-02-28T13:25+07:00")
    assert legend_of(Event("e1.1", "e1", "Ice", long_ago)) == ["soft"]
    assert legend_of(Event("e1.1", "e1", "Train", at)) == ["dot", "night"]
    assert legend_of(*(Event(f"e1.{number}", "e1", "Train", at) for number in range(30))) == ["dot", "night", "more"]
    assert legend_of() == []


def test_a_story_without_anything_is_a_page_all_the_same() -> None:
    html = fragment(Story("Empty", "en", "UTC", (), ()))
    assert data_of(html)["events"] == []


def test_a_short_first_paragraph_is_the_standfirst() -> None:
    assert introduce("What it is about.\n\nHow it was made.") == ("What it is about.", ["How it was made."])
    assert introduce("x" * 500 + "\n\nMore.") == ("", ["x" * 500, "More."])
    assert introduce("  ") == ("", [])


def test_every_language_has_every_word_of_a_page_and_of_its_story() -> None:
    codes = set(column(STORY, scene(), "en"))
    others = other_columns(STORY, scene(), "en")
    assert set(others) == set(LANGUAGES) - {"en"}
    assert all(set(words) == codes for words in others.values())
    assert "story.problem.0" in codes
    assert not any(code.startswith("app.") for code in codes)


def test_counts_follow_the_plural_rule_of_the_language() -> None:
    polish = {"day.one": "{n} dzień", "day.few": "{n} dni", "day.many": "{n} dni"}
    assert [counted(polish | {"day.few": "{n} few"}, "day", n, "pl") for n in (1, 3, 5)] == ["1 dzień", "3 few", "5 dni"]
    assert counted({"day.one": "{n} day", "day.many": "{n} days"}, "day", 0, "en") == "0 days"


def test_every_static_word_of_the_page_names_its_row() -> None:
    html, columns = fragment(STORY), column(STORY, scene(), "en")
    named = set(re.findall(r'data-word(?:-name|-role)?="([^"]+)"', html))
    assert named <= set(columns)
    assert {"story.assumptions", "zone", "status.happened", "card.published"} <= named | {"card.published"}
