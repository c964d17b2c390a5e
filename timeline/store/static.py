"""A store as a folder of files, for a host that hands out files and nothing else: docs/contract.md, "Stories in tiles".

    index.html                               the page
    tiles/{version}/{lay}/{octave}/{index}.json.gz   every tile that is not inside of a whole one
    cards/{version}/{page}.json.gz
    ids/{version}/{two digits}.json.gz       id of an entry -> place of its card
    words/{version}/{number}.json.gz         what a search looks through, of some thousand cards; not of very many
    version                                  says that the folder is ours

Tiles and cards are what a server would answer, byte by byte. Several processes write them, each with the store opened for itself: a tile
that is crowded asks the database, and for all that lies below one that is not, one question is enough.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from timeline.arrange.tiles import Tile
from timeline.draw.words import interface_language
from timeline.errors import OptionError
from timeline.store import is_address, queries
from timeline.store.addresses import Address, answer, written, zipped
from timeline.store.answers import SHORTEST, Answers
from timeline.store.build import Told, silent
from timeline.store.found import Wish
from timeline.store.snapshot import open_store
from timeline.store.words import word_files, words_in

SUFFIX = ".json.gz"
MARK = "version"
SHARES = 256
"""Files of ids, named by two hexadecimal digits."""
_PAYS = 20_000
"""Events from which on more than one process is sooner done: each takes a second to begin."""
_TILES = 64
_PAGES = 50
"""Crowded tiles and areas, and pages of cards, that a process takes at a time."""
_FNV = 2_166_136_261, 16_777_619


@dataclass(frozen=True, slots=True)
class Wrote:
    """How many files there are, and how many bytes they have."""

    files: int = 0
    bytes: int = 0

    def __add__(self, other: Wrote) -> Wrote:
        return Wrote(self.files + other.files, self.bytes + other.bytes)


Spread = Callable[[Answers, Path, Sequence[Tile], Told], Wrote]
"""Writes the tiles at and below some areas, which are in the order of time, into a folder."""


@dataclass(frozen=True, slots=True)
class Work:
    """What one process writes at a time: `tiles` with all that lies below those that are not crowded, or `pages` of cards."""

    tiles: tuple[Tile, ...] = ()
    pages: range = range(0)


def write_static(
    store: str | Path,
    folder: str | Path,
    page: Callable[[Answers], str],
    *,
    processes: int | None = None,
    spread: Spread | None = None,
    told: Told = silent,
) -> Wrote:
    """Write the published version of a store into a folder, beside it first: whoever reads there sees the files of before or all new ones.

    `page` makes the page of the answers of a store. `spread` writes what lies below crowded tiles, on other machines. Raises `OptionError`
    where the folder holds something else, or cannot be written.
    """
    folder = Path(folder).absolute()
    _check_ours(folder)
    answers = answers_of(store)
    version = answers.store.about.version
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            draft.chmod(0o755)  # one for temporary files is nobody else's to read
            wrote = _write_all(answers, store, draft, processes, told, spread)
            for name, text in (("index.html", page(answers)), (MARK, f"{version}\n")):
                wrote += _write(draft / name, text.encode("utf-8"))
            _replace(folder, draft)
        finally:
            rmtree(draft, ignore_errors=True)
    except OSError as error:
        raise OptionError(f"cannot write {str(folder)!r} ({error.strerror or error}); make room, or give a folder of your own") from error
    return wrote


def _check_ours(folder: Path) -> None:
    if folder.exists() and not (folder / MARK).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        raise OptionError(f"{str(folder)!r} holds something else, which would be gone; give an empty folder, or one of 'build --static'")


def _replace(folder: Path, draft: Path) -> None:
    if not folder.exists():
        os.replace(draft, folder)
        return
    old = Path(mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    os.replace(folder, old / "gone")
    os.replace(draft, folder)
    rmtree(old, ignore_errors=True)


def answers_of(path: str | Path, version: str | None = None) -> Answers:
    """A version of a store, in the language of its page."""
    store = open_store(path, version)
    answers = Answers(store, "en")
    answers.language = interface_language(answers.story)
    return answers


def _write_all(answers: Answers, store: str | Path, draft: Path, processes: int | None, told: Told, spread: Spread | None) -> Wrote:
    wrote, tiles = _write_ids(answers, draft) + _write_words(answers, draft), list(_tiles(answers))
    if spread:
        wrote += spread(answers, draft, [tile for tile in tiles if not is_crowded(answers, tile)], told)
        tiles = [tile for tile in tiles if is_crowded(answers, tile)]
    work = list(_work(answers, tiles))
    count = processes or (os.cpu_count() or 1 if answers.store.about.events >= _PAYS else 1)
    if count == 1:
        for number, one in enumerate(work):
            wrote += write_part(answers, draft, one)
            told("writing files", number + 1, len(work))
        return wrote
    do = partial(_in_process, store if is_address(store) else Path(store).absolute(), answers.store.about.version, draft)
    with ProcessPoolExecutor(count, get_context("spawn")) as pool:  # a fork would share the database
        for number, part in enumerate(pool.map(do, work)):
            wrote += part
            told("writing files", number + 1, len(work))
    return wrote


def _in_process(store: str | Path, version: str, draft: Path, work: Work) -> Wrote:
    return write_part(_opened(store, version), draft, work)


@lru_cache(maxsize=1)
def _opened(store: str | Path, version: str) -> Answers:
    return answers_of(store, version)


def _work(answers: Answers, tiles: Sequence[Tile]) -> Iterator[Work]:
    for first in range(0, len(tiles), _TILES):
        yield Work(tiles=tuple(tiles[first : first + _TILES]))
    for first in range(0, answers.pages, _PAGES):
        yield Work(pages=range(first, min(first + _PAGES, answers.pages)))


def _tiles(answers: Answers) -> Iterator[Tile]:
    """All crowded tiles, and the longest of those that are not, in the order of time: neighbours share what is above them."""
    store = answers.store
    waiting = [store.grid.root]
    while waiting:
        tile = waiting.pop()
        yield tile
        if is_crowded(answers, tile) and tile.octave > SHORTEST:
            waiting += reversed(tile.children)


def is_crowded(answers: Answers, tile: Tile) -> bool:
    """Whether a tile has rollups; all that lies below one that has none is an area, which needs nothing but its events and its parent."""
    return (tile.octave, tile.index) in answers.store.crowds


def write_part(answers: Answers, draft: Path, work: Work) -> Wrote:
    """Write some of the files."""
    wrote, version = Wrote(), answers.store.about.version
    for tile in work.tiles:
        deep = not is_crowded(answers, tile)
        if deep:
            answers.store.recall(tile)
        wrote += write_tiles(answers, draft, tile, deep=deep)
    for page in work.pages:
        wrote += _save(answers, draft, Address("cards", version, "", (page,)))
    return wrote


def write_tiles(answers: Answers, draft: Path, top: Tile, *, deep: bool) -> Wrote:
    """Write a tile in all lays, and if `deep`, all that are asked for below it."""
    wrote, version = Wrote(), answers.store.about.version
    for lay in answers.store.pyramids:
        for tile in tiles_below(answers, lay, top, deep=deep):
            wrote += _save(answers, draft, Address("tiles", version, lay, (tile.octave, tile.index)))
    return wrote


def tile_path(draft: Path, version: str, lay: str, tile: Tile) -> Path:
    """The file of a tile."""
    return _path(draft, Address("tiles", version, lay, (tile.octave, tile.index)))


def _path(draft: Path, address: Address) -> Path:
    return draft / f"{address}{SUFFIX}"


def tiles_below(answers: Answers, lay: str, tile: Tile, *, deep: bool = True) -> Iterator[Tile]:
    """A tile and those below it that are asked for: none inside of a whole one. Without `deep`, only itself."""
    filled = answers.store.pyramids[lay].find(tile)
    if filled.tile != tile:
        return
    yield tile
    if deep and not filled.whole and tile.octave > SHORTEST:
        for child in tile.children:
            yield from tiles_below(answers, lay, child)


def _save(answers: Answers, draft: Path, address: Address) -> Wrote:
    return _write(_path(draft, address), zipped(written(answer(answers, address, Wish()))))


def _write_ids(answers: Answers, draft: Path) -> Wrote:
    shares: list[dict[str, int]] = [{} for _ in range(SHARES)]
    for name, place in answers.store.asked("ids", queries.ids):
        shares[share_of(name)][name] = place
    return _write_numbered(answers, draft / "ids", ((f"{number:02x}", share) for number, share in enumerate(shares)))


def _write_words(answers: Answers, draft: Path) -> Wrote:
    store = answers.store
    return _write_numbered(answers, draft / "words", ((str(number), words_in(store, number)) for number in range(word_files(store))))


def _write_numbered(answers: Answers, folder: Path, told: Iterable[tuple[str, Any]]) -> Wrote:
    wrote = Wrote()
    for name, one in told:
        wrote += _write(folder / answers.store.about.version / f"{name}{SUFFIX}", zipped(written(one)))
    return wrote


def share_of(name: str) -> int:
    """The file of ids that has an entry: the last byte of FNV-1a (32 bits) over its id in UTF-8.

    >>> f"{share_of('e1'):02x}", f"{share_of('straße'):02x}"
    ('03', '18')
    """
    found, prime = _FNV
    for byte in name.encode("utf-8", "replace"):
        found = (found ^ byte) * prime & 0xFFFF_FFFF
    return found & SHARES - 1


def _write(path: Path, data: bytes) -> Wrote:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return Wrote(1, len(data))
