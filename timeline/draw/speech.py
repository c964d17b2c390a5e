"""What a page says in each language of the interface: the table of words, and the sentences about this story, as one column a language.

A page starts in one language and carries the columns of the others, so that its reader can change it without a server.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from babel import Locale
from babel.numbers import format_decimal
from markupsafe import Markup

from timeline.arrange.scene import Scene
from timeline.clock import offset_at
from timeline.draw.cards import reader_places
from timeline.draw.moments import offset_words
from timeline.draw.words import LANGUAGES, counted, place_of, words
from timeline.model import Problem, Story

READER_ZONES = ("Europe/Berlin", "America/New_York", "Asia/Pyongyang")
"""Zones that are always offered."""
_OF_THE_APP = "app."
_OF_TILES = "tiles."
_OF_A_CLASS = "class."
_OWN = "story."


@dataclass(frozen=True, slots=True)
class Large:
    """What a page says of a story of which it has a part: behind which of the problems that it lists, from 0, how many more of that kind
    there are, and how many key events it lists of how many."""

    rest: Mapping[int, int]
    listed: int
    keys: int


def column(story: Story, scene: Scene, language: str, *, large: Large | None = None) -> dict[str, str]:
    """Code -> text: the words of every page (`words`) and, under `story.`, what is said of this story alone; with those that only a
    `large` story needs, if it is one."""
    text = words(language)
    problems = len(story.problems) + (sum(large.rest.values()) if large else 0)
    own = {
        "chart": text["chart.name"].format(title=story.title),
        "assumptions": counted(text, "assumptions", len(story.assumptions), language),
        "problems": counted(text, "problems", problems, language, _number(problems, language)),
        **{f"assumption.{number}": item.say(language) for number, item in enumerate(story.assumptions)},
        **{f"problem.{number}": _problem(item, text, language) for number, item in enumerate(story.problems)},
        **{f"place.{zone}": place for zone, place in reader_places(story, language).items()},
        **{f"zone.{key}": label for key, label in zones(story, scene, language).items()},
    }
    left_out = (_OF_THE_APP, _OF_A_CLASS) if large else (_OF_THE_APP, _OF_A_CLASS, _OF_TILES)
    kept = {code: words for code, words in text.items() if not code.startswith(left_out)}
    return kept | {f"{_OWN}{code}": words for code, words in (own | (_of_large(large, text, language) if large else {})).items()}


def _of_large(large: Large, text: dict[str, str], language: str) -> dict[str, str]:
    rest = {f"rest.{number}": counted(text, "tiles.rest", n, language, _number(n, language)) for number, n in large.rest.items()}
    numbers = {"n": _number(large.listed, language), "all": _number(large.keys, language)}
    return rest | {"keys.some": text["tiles.some"].format(**numbers), "keys.all": text["tiles.keys.all"].format(**numbers)}


def _number(n: int, language: str) -> str:
    return str(format_decimal(n, locale=language))


def other_columns(story: Story, scene: Scene, language: str, *, large: Large | None = None) -> dict[str, dict[str, str]]:
    """Language -> its column, of all languages but one."""
    return {other: column(story, scene, other, large=large) for other in LANGUAGES if other != language}


def zones(story: Story, scene: Scene, language: str) -> dict[str, str]:
    """The zones offered, value -> label: the story's own, those its editor wants, the usual ones; with the offsets of the first view.

    A value is an IANA key, an offset or `written`.
    """
    first, last = scene.window.earliest, scene.window.latest
    views = [first + (last - first) * step // 8 for step in range(9)]
    named: dict[str, str] = {}
    for key in (story.zone, *story.reader_zones, *READER_ZONES, "UTC"):
        place = place_of(key, language)
        offset = "/".join(dict.fromkeys(offset_words(offset_at(at, key)) for at in views))
        named.setdefault(key, place if key == "UTC" or key[:1] in "+-" else f"{place} ({offset})")
    return {**named, "written": words(language)["zone.written"]}


def direction(language: str) -> str:
    """`ltr` or `rtl`, as HTML's `dir` takes it."""
    return str(Locale.parse(language).text_direction)


class Say:
    """A word as the templates write it: in an element that names its code, so that the page can say it in another language."""

    def __init__(self, text: dict[str, str]) -> None:
        self._text = text

    def __call__(self, code: str) -> Markup:
        """The text of a row up to its first gap; what is said of the story has none, and may quote a brace."""
        said = self._text[code]
        return Markup('<span data-word="{}">{}</span>').format(code, said if code.startswith(_OWN) else said.split("{")[0])


def _problem(item: Problem, text: dict[str, str], language: str) -> str:
    said = item.say(language)
    return f"{said} ({text['problems.line'].format(line=item.line)})" if item.line else said
