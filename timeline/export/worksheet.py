"""Story -> a worksheet for a class, to be printed: tasks, and on pages of their own the answers. One HTML file without any script."""

from __future__ import annotations

from markupsafe import Markup

from timeline.assets import sheet
from timeline.clock import offset_at
from timeline.draw.moments import offset_words
from timeline.draw.speech import direction
from timeline.draw.tasks import tasks_of
from timeline.draw.words import interface_language, place_of, words
from timeline.export.html import content_policy, templates
from timeline.model import Story


def export_worksheet(story: Story, *, language: str | None = None) -> str:
    """The worksheet as text, for writing as UTF-8. `language` is that of the questions; None takes the story's, or English.

    Asked is only what the source leaves no doubt about (`timeline.draw.tasks`); without any such thing the sheet says so.
    """
    spoken = interface_language(story, language)
    text = words(spoken)
    first = next((event.earliest for event in story.events if event.earliest is not None), 0)
    offset = offset_words(offset_at(first, story.zone))
    return templates().get_template("worksheet.html.j2").render(
        language=spoken,
        direction=direction(spoken),
        story=story,
        tasks=tasks_of(story, spoken),
        text={code.removeprefix("class."): said for code, said in text.items() if code.startswith("class.")},
        zone=text["class.zone"].format(place=place_of(story.zone, spoken), offset=offset),
        policy=content_policy(),
        style=Markup(sheet("worksheet")),
    )  # fmt: skip
