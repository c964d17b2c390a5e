"""A story as linked data and as Markdown: what a machine, and what a person reads of it."""

import json
import re
from pathlib import Path

import pytest

import timeline
from tests.draw.stories import STORY
from timeline.export.formats import WRITERS, written
from timeline.export.linked import events, export_linked
from timeline.export.markdown import export_markdown
from timeline.model import Entry, Media, Place, Story
from timeline.moment import iso
from timeline.read import read

CASES = Path(__file__).parent.parent / "cases"


def test_linked_data_is_a_graph_that_is_read_again() -> None:
    data = json.loads(export_linked(STORY))
    blog, *rest = data["@graph"]
    assert blog["@type"] == "LiveBlogPosting"
    assert {node["@type"] for node in rest} == {"Event"}
    found = read(export_linked(STORY), name="story.jsonld")
    assert found.format == "schema.org"
    assert {(entry.headline, entry.body) for entry in found.entries} == {
        (entry.headline, entry.body) for entry in STORY.entries if "<" not in entry.headline
    } | {("stays text", entry.body.replace("<b>", "").replace("</b>", "")) for entry in STORY.entries if "<" in entry.headline}


def test_its_events_come_back_with_dates_and_status() -> None:
    story = timeline.load(CASES / "linked" / "fair.jsonld")
    again = timeline.load(json.dumps([{"@context": "https://schema.org", **node} for node in events(story)]) + "\n", name="x.jsonld")

    def told(one: Story) -> list[tuple[str, str, str, str]]:
        return sorted((event.label, iso(event.start), iso(event.end), event.status) for event in one.events)

    assert told(again) == told(story)
    assert {entry.headline: entry.place for entry in again.entries}["Lantern fair"] == Place("River quay", 25.04, 121.5)


def test_linked_data_keeps_pictures_places_and_links() -> None:
    media = (Media("image", "https://a.example/x.png", "C", "D", "E"), Media("image", "data:image/png;base64,AA==", alt="inside"))
    entry = Entry("e1", "One", "Body", 1, links=("https://a.example/",), media=media, place=Place("Quay", 1.5, 2.5))
    update = json.loads(export_linked(Story("T", "en", "UTC", (entry,), ())))["@graph"][0]["liveBlogUpdate"][0]
    assert update["associatedMedia"] == [
        {"@type": "ImageObject", "contentUrl": "https://a.example/x.png", "caption": "C", "creditText": "D", "description": "E"}
    ]
    assert update["contentLocation"] == {
        "@type": "Place", "name": "Quay", "geo": {"@type": "GeoCoordinates", "latitude": 1.5, "longitude": 2.5},
    }  # fmt: skip
    assert update["citation"] == ["https://a.example/"]


def test_markdown_tells_moments_doubt_and_evidence() -> None:
    text = export_markdown(STORY)
    assert text.startswith("# Two days in Hanoi\n\nEight months after")
    assert "- **Thursday, 28 February 2019, 13:25 (UTC+7)**: Both columns leave (stated in the entry) “13.25 local time”" in text
    assert "before 18:30 (UTC+7), inferred from the order of the ticker**" in text
    assert "(plan, replaced, computed from the entry)" in text
    assert "- no date of its own" in text
    assert "- <https://example.org/lunch>" in text
    assert "Donnerstag, 28. Februar 2019" in export_markdown(STORY, language="de")


def test_markdown_keeps_text_as_text() -> None:
    body = "# no heading\n\n- no item\n\n1. no number\n\n<script>x</script> *no* [stress](javascript:x) &amp; `code`\n\n=== \n\n---"
    entry = Entry(
        "e1", "<b>_x_</b>", body, 1, links=("https://a.example/<x> y",), media=(Media("image", "https://a.example/)x", alt="![]"),)
    )
    text = export_markdown(Story("T", "en", "UTC", (entry,), ()))
    assert not re.search(r"(?<!\\)<(?!https://)", text)
    assert not re.search(r"(?<!\\)[*`](?!\*)", text.replace("**", ""))
    assert "\n\\# no heading\n\n\\- no item\n\n1\\. no number\n" in text
    assert "- <https://a.example/%3Cx%3E%20y>" in text
    assert r"![!\[\]](<https://a.example/)x>)" in text


@pytest.mark.parametrize("name", ["jsonld", "markdown"])
def test_every_case_can_be_written(name: str) -> None:
    writer = next(one for one in WRITERS if one.name == name)
    for story in (STORY, Story("Empty", "fr", "UTC", (), ()), *(timeline.load(path) for path in (CASES / "linked").glob("*.[jh]*[dl]"))):
        assert written(story, writer).decode().strip()
    assert writer.loses
