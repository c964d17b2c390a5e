"""What lies below a crowded tile is the same without the database: an area with its events and its parent is enough."""

from pathlib import Path

import pytest

from tests.store.made import of, of_many
from timeline.arrange.pyramid import LAYS
from timeline.arrange.tiles import Tile
from timeline.store.answers import SHORTEST, Answers
from timeline.store.area import Piece, handed
from timeline.store.snapshot import publish
from timeline.store.static import answers_of, is_crowded, tiles_below


def areas_of(answers: Answers) -> list[Tile]:
    """The longest tiles that are not crowded, in the order of time."""
    found, waiting = [], [answers.store.grid.root]
    while waiting:
        tile = waiting.pop()
        if is_crowded(answers, tile) and tile.octave > SHORTEST:
            waiting += reversed(tile.children)
        else:
            found.append(tile)
    return found


@pytest.mark.parametrize(("events", "crowd"), [(900, 250), (700, 40)])
def test_tiles_of_an_area_are_those_of_the_store(tmp_path: Path, events: int, crowd: int) -> None:
    """A crowd of 40 is less than makes a whole tile, so that some areas have no tiles of their own."""
    publish(tmp_path, of_many(events, crowd=crowd))
    answers = answers_of(tmp_path)
    areas = areas_of(answers)
    seen, empty = set(), 0
    for area in handed(answers.store, areas):
        piece = Answers(Piece(answers.store.about, area), answers.language)
        empty += not area.rows
        for lay in LAYS:
            expected = list(tiles_below(answers, lay, area.tile))
            assert list(tiles_below(piece, lay, area.tile) if lay in piece.store.pyramids else ()) == expected
            for tile in expected:
                assert piece.tile(lay, tile) == answers.tile(lay, tile)
                seen.add((lay, tile))
    assert seen == {(lay, tile) for area in areas for lay in LAYS for tile in tiles_below(answers, lay, area)}
    assert len(seen) > 20
    assert empty > 1


def test_a_story_without_crowds_is_one_area(tmp_path: Path) -> None:
    publish(tmp_path, of("abc"))
    answers = answers_of(tmp_path)
    root = answers.store.grid.root
    (area,) = handed(answers.store, [root])
    assert Answers(Piece(answers.store.about, area), answers.language).tile("row", root) == answers.tile("row", root)
