"""The page of a large story: its first cards and its first view; the rest comes from the addresses of `answers`, whoever hosts them.

See docs/contract.md, "Stories in tiles".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from timeline.arrange import level_at
from timeline.arrange.pyramid import LAYS
from timeline.arrange.scene import Scene, Window
from timeline.arrange.tiles import Tile
from timeline.assets import asset_folder
from timeline.draw.cards import cards
from timeline.draw.facets import told_facets
from timeline.draw.figure import CONFIG, layout_of, ties_of
from timeline.draw.page import is_running, payload, rendered, told_kinds
from timeline.draw.speech import Large, column, other_columns
from timeline.export.bundle import join_modules
from timeline.export.html import page_html
from timeline.model import Story
from timeline.store.answers import PAGE, SHORTEST, Answers
from timeline.store.notes import listed
from timeline.store.words import word_files

_FIRST = {"row": (1_150, 760), "rail": (356,)}
"""Lays whose tiles of the first view a page carries, and how many pixels wide that view is: on a large screen, a laptop, a phone."""


def store_page(
    answers: Answers,
    *,
    base: str = "",
    suffix: str = "",
    search: bool = True,
    words: int = 0,
    now: int | None = None,
    below_head: str = "",
) -> str:
    """The timeline of a store as one HTML element, in the language of the answers, as `fragment` of a small story.

    `base` and `suffix` stand before and after each address; `search`: whether the host answers searches; `words`: of one that
    does not, how many files there are that the page searches in itself. `now` and `below_head`
    are those of `fragment`.
    """
    about = answers.store.about
    story, _ = answers.part(range(min(PAGE, about.entries)))
    problems, rest = listed(about.problems)
    story = replace(story, assumptions=about.assumptions, problems=problems)
    keys, events = answers.keys
    large = Large(rest, len(keys), about.facets.get("key", {}).get("key", 0))
    scene = Scene((), LAYS["row"].rows, Window(*about.window))
    data = _payload(answers, story, scene, large, now)
    data["tiles"] |= {"base": base, "suffix": suffix, "search": search, "words": words, "keys": events}
    return rendered(
        story, scene, answers.language, cards(story, answers.language, encrypted=answers.encrypted, ordered=True), data,
        keys=keys,
        more_keys=_more(large, about.entries, search or words > 0),
        entries=about.entries,
        facets=told_facets(about.facets, about.lanes, about.entries, answers.language),
        reordered=False,
        legend=told_kinds(story, about.kinds, (about.earliest, about.latest), now, crowded=True),
        below_head=below_head,
        large=large,
        mapped=about.mapped,
    )  # fmt: skip


def _more(large: Large, entries: int, search: bool) -> str:
    """Whether there are key events that the page does not list, and a filter that finds them on its host."""
    if large.keys <= large.listed:
        return ""
    return "found" if search and large.keys < entries else "elsewhere"


def _payload(answers: Answers, story: Story, scene: Scene, large: Large, now: int | None) -> dict[str, Any]:
    """The payload of the first page of cards, with what holds for all of the story."""
    about, first = answers.store.about, answers.cards(0)
    return payload(story, scene, answers.language, now=now) | {
        "words": column(story, scene, answers.language, large=large),
        "tongues": other_columns(story, scene, answers.language, large=large),
        "unplaced": first["unplaced"],
        "published": first["published"],
        "window": list(about.window),
        **{part: LAYS[lay].rows for part, lay in (("rows", "row"), ("lows", "low"), ("rails", "rail"))},
        "running": is_running((about.earliest, about.latest), now),
        "events": [],
        "figure": {"data": [ties_of((), (), answers.axis)], "layout": layout_of(answers.axis, scene), "config": CONFIG},
        "tiles": {**answers.about(), "first": first_tiles(answers), "cards": first["events"]},
    }


def first_tiles(answers: Answers) -> dict[str, list[dict[str, Any]]]:
    """Lay -> the tiles that its first view needs, each once, and of every lay the root."""
    root = answers.store.grid.root
    found = {}
    for lay in LAYS:
        tiles = [root, *(tile for pixels in _FIRST.get(lay, ()) for tile in _seen(answers, pixels))]
        told = {(tile["octave"], tile["index"]): tile for tile in (answers.tile(lay, tile) for tile in tiles)}
        found[lay] = list(told.values())
    return found


def _seen(answers: Answers, pixels: int) -> Iterator[Tile]:
    """The tiles of the first view in so many pixels."""
    grid, (earliest, latest) = answers.store.grid, answers.store.about.window
    octave = min(max(-(-level_at(latest - earliest, pixels) // 2), SHORTEST), grid.root.octave)
    first, last = ((at - grid.origin) >> octave + 10 for at in (earliest, latest - 1))
    return (tile for index in range(first, last + 1) if grid.holds(tile := Tile(octave, index)))


def store_html(answers: Answers, *, base: str = "", suffix: str = ".json.gz", now: int | None = None) -> str:
    """The same as a page of its own, for a host that hands out files alone: what `export_html` is for a small story."""
    about = answers.store.about
    story, _ = answers.part(range(min(PAGE, about.entries)))
    runtime = join_modules(asset_folder() / "tiled.mjs")
    words = word_files(answers.store)
    element = store_page(answers, base=base, suffix=suffix, search=False, words=words, now=now, below_head=f"<script>{runtime}</script>")
    return page_html(story, element, runtime, language=answers.language)
