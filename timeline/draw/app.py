"""The page of the Dash app: a story's fragment with the bar above it and the dialog to bring one's own ticker."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from markupsafe import Markup

from timeline.assets import asset_folder, styles
from timeline.draw.page import fragment, templates
from timeline.draw.speech import Say
from timeline.draw.words import LANGUAGES, interface_language, words
from timeline.model import Story


def app_page(
    story: Story,
    *,
    name: str,
    titles: Mapping[str, str],
    asset: Callable[[str], str],
    dash: Mapping[str, str],
    error: str = "",
    now: int | None = None,
) -> str:
    """The whole HTML page.

    `titles` maps the stories one can choose to what they are called, `name` is the one shown, `asset` gives the address of an asset,
    `dash` the parts of Dash's own index (HTML), `error` a message to show above the story, `now` the instant that a running one shows.
    """
    language = interface_language(story, None)
    text = words(language)
    modules = sorted(f"lib/{path.name}" for path in (asset_folder() / "lib").glob("*.mjs"))
    return templates().get_template("app.html.j2").render(
        story=story,
        language=language,
        text=text,
        name=name,
        titles=titles,
        asset=asset,
        modules=modules,
        style=Markup(styles("app")),
        dash={key: Markup(part) for key, part in dash.items()},
        error=error,
        fragment=Markup(fragment(story, now=now)) if story.entries else "",
        say=Say(text),
        words_json=Markup(json.dumps(_columns(), ensure_ascii=False).replace("<", "\\u003c")),
    )  # fmt: skip


def _columns() -> dict[str, dict[str, str]]:
    """Language -> the words of the bar and its dialog."""
    return {
        language: {code: text for code, text in words(language).items() if code.startswith("app.") or code == "zone.hint"}
        for language in LANGUAGES
    }
