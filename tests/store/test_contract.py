"""A store is the same on every engine: built of the same story, it holds the same rows and answers every call as it does in DuckDB."""

from collections.abc import Iterator
from random import Random
from typing import Any

import ibis
import pytest

from tests.store.conftest import in_postgres, in_spark
from timeline.arrange.pyramid import LAYS
from timeline.arrange.tiles import Tile
from timeline.clock import HOUR, MINUTE
from timeline.model import Entry, Event, Moment, Story
from timeline.store.answers import Answers
from timeline.store.build import build
from timeline.store.columns import TABLES
from timeline.store.engine import Engine
from timeline.store.found import Wish
from timeline.store.static import tiles_below
from timeline.store.store import Store
from timeline.store.words import words_in

EVENTS, CROWD = 320, 40
START = 1_551_000_000_000
LANES = ("talks", "travel", "l'été")
WORDS = ("Größe", "summit", "100 %", "Hà Nội", "l'été", "under_score", "train", "a\\b", "„Zug“", 'say "no"', "tab\there", "\ufffd")
TAGS = ("a", "a b", "c%", "d\\e")


def story() -> Story:
    """Some hundred events of four days: dots and bars, many at the same millisecond, two to a card, and a card without any.
    Some have no mark, some took the place of others."""
    rng = Random(11)
    events = []
    for number in range(EVENTS):
        left = START + (12 * HOUR if number % 9 == 0 else rng.randrange(96 * HOUR))
        long = rng.choice([0, 1, MINUTE, HOUR, 30 * HOUR])
        first, last = (None, None) if number % 40 == 39 else (left, left + long)
        moment = Moment(first, last, precision=rng.choice(["minute", "hour", "morning"]), zone="UTC", basis=rng.choice(["stated", "order"]))
        events.append(
            Event(
                f"e{number}", f"p{number // 2}", " ".join(rng.choices(WORDS, k=2)), moment, status=rng.choice(["happened", "planned"]),
                lane=rng.choice([None, *LANES]), tags=tuple(rng.sample(TAGS, rng.randrange(3))), importance=rng.choice([0.2, 0.5, 1.0]),
                replaces=f"e{number - 199}" if number > 200 and (number % 40 == 39 or number % 20 == 5) else None,
            )
        )  # fmt: skip
    names = [*dict.fromkeys(event.entry for event in events), "alone"]
    entries = [
        Entry(name, rng.choice(WORDS), f"{rng.choice(WORDS)}\n\n{rng.choice(WORDS)} {name}", number + 1, key=rng.random() < 0.2)
        for number, name in enumerate(names)
    ]
    return Story("Made", "en", "UTC", tuple(entries), tuple(events), lanes=LANES[:2])


def answers_in(backend: Any) -> Answers:
    """A store of the story in the empty place that an Ibis connection leads to."""
    engine = Engine(backend)
    build([story()], engine, crowd=CROWD)
    return Answers(Store(engine), "en")


@pytest.fixture(scope="module")
def plain() -> Iterator[Answers]:
    connection = ibis.duckdb.connect()
    yield answers_in(connection)
    connection.disconnect()


@pytest.fixture(scope="module", params=["postgres", "spark"])
def engine(request: pytest.FixtureRequest) -> Iterator[Answers]:
    """The same store elsewhere."""
    with {"postgres": in_postgres, "spark": in_spark}[request.param]("contract", request) as connection:
        answers = answers_in(connection)
        yield answers
        if request.param == "postgres":  # to close Spark would end it for all tests
            answers.store.engine.close()


def rows(answers: Answers, name: str) -> list[tuple[Any, ...]]:
    table = answers.store.tables[name]
    return sorted(answers.store.engine.ask(table.select(*TABLES[name].names)))


@pytest.mark.parametrize("name", TABLES)
def test_tables_hold_the_same_rows(engine: Answers, plain: Answers, name: str) -> None:
    expected = rows(plain, name)
    assert len(expected) > 5
    assert rows(engine, name) == expected


def test_it_says_the_same_of_the_whole_story(engine: Answers, plain: Answers) -> None:
    assert engine.store.about == plain.store.about
    assert engine.store.crowds == plain.store.crowds
    assert len(plain.store.crowds) > 2  # three octaves whose tiles come from rollups
    assert engine.about() == plain.about()


@pytest.mark.parametrize("lay", LAYS)
def test_tiles_are_the_same_down_to_whole_ones(engine: Answers, plain: Answers, lay: str) -> None:
    tiles = list(tiles_below(plain, lay, plain.store.grid.root))
    assert len(tiles) > 3
    for tile in tiles:
        assert engine.tile(lay, tile) == plain.tile(lay, tile)


def test_counts_and_what_came_before(engine: Answers, plain: Answers) -> None:
    """Of crowded tiles, of those below them, and of empty ones; each row of tiles is the whole story."""
    octave = min(octave for octave, _ in plain.store.crowds) - 1
    below = {Tile(octave, index * 2 + side) for one, index in plain.store.crowds for side in (0, 1) if one == octave + 1}
    empty = [Tile(plain.store.grid.root.octave - steps, (1 << steps) - 1) for steps in (1, 3)]
    assert not any(map(plain.store.count, empty))
    for tile in [*(Tile(*pair) for pair in sorted(plain.store.crowds)[:8]), *sorted(below)[:8], *empty]:
        assert engine.store.counts(tile) == plain.store.counts(tile)
        assert engine.store.count(tile) == plain.store.count(tile)
        assert engine.store.before(tile) == plain.store.before(tile)


def test_pages_of_cards_are_the_same(engine: Answers, plain: Answers) -> None:
    assert plain.pages == engine.pages == 5
    for page in range(plain.pages):
        assert engine.cards(page) == plain.cards(page)


WISHES = {
    "word": Wish(("summit",)),
    "words": Wish(("größe".replace("ö", "o").replace("ß", "ss"), "p1")),
    "percent": Wish(("100 %",)),
    "underscore": Wish(("_",)),
    "backslash": Wish(("a\\b",)),
    "quote": Wish(("l'ete",)),
    "nothing": Wish(("nowhere",)),
    "key": Wish(facets=(("key", ("key",)),)),
    "lane": Wish(facets=(("lane", ("", "l'été")),)),
    "tag": Wish(facets=(("tag", ("c%", "d\\e")),)),
    "status": Wish(facets=(("status", ("planned",)), ("basis", ("order",)))),
    "all": Wish(("t",), (("precision", ("part", "hour")), ("lane", ("talks", "travel")), ("tag", ("a",)))),
}


@pytest.mark.parametrize("name", WISHES)
def test_what_is_looked_for_is_found_everywhere(engine: Answers, plain: Answers, name: str) -> None:
    wish = WISHES[name]
    expected = plain.find(wish)
    assert (expected["entries"] > 0) == (name != "nothing")
    assert engine.find(wish) == expected
    assert engine.found(wish, 0) == plain.found(wish, 0)


@pytest.mark.parametrize("name", ["words", "all", "nothing"])
def test_tiles_say_what_matches(engine: Answers, plain: Answers, name: str) -> None:
    root = plain.store.grid.root
    for tile in (root, next(tile for tile in tiles_below(plain, "row", root) if plain.tile("row", tile)["whole"])):
        assert engine.tile("row", tile, WISHES[name]) == plain.tile("row", tile, WISHES[name])


def test_words_for_a_host_of_files_are_the_same(engine: Answers, plain: Answers) -> None:
    assert words_in(engine.store, 0) == words_in(plain.store, 0)
    assert len(words_in(plain.store, 0)["words"]) == plain.store.about.entries
    assert words_in(engine.store, 1)["words"] == []


def test_cards_and_events_are_found_by_their_ids(engine: Answers, plain: Answers) -> None:
    for asked in ({"entry": "p7"}, {"entry": "alone"}, {"event": "e9"}, {"entry": "p1", "event": "e79"}):
        assert engine.place(**asked) == plain.place(**asked)
    for name in ("'; DROP TABLE events; --", "\\", "e79\\'"):
        assert engine.place(event=name) is None
