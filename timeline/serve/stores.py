"""The stores that a process serves, each in the versions that readers may still ask for. A process opens its own and keeps nothing else."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from pathlib import Path

from timeline.draw.words import interface_language
from timeline.errors import SourceError
from timeline.serve.kept import Kept
from timeline.store import CURRENT, is_address, is_store
from timeline.store.answers import Answers, Missing
from timeline.store.snapshot import open_store

_OPEN = 3
"""Versions of a store that stay open: the published one, and those of pages that are older."""
_TILES = 64 << 20
_SEARCHES = 8 << 20
_PAGES = 8 << 20
"""Bytes that are kept of a version, packed; searches apart, so that they put no tile out."""


class Edition:
    """One version of a store with the bytes that were made of it, which go when it does."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.version = answers.store.about.version
        self.tiles, self.searches = Kept(_TILES), Kept(_SEARCHES)
        self.pages = Kept(_PAGES)


class Editions:
    """The versions of the store in a folder or at the address of a database, opened when somebody asks for them. Threads may share it."""

    def __init__(self, place: Path | str) -> None:
        self.place = place
        self._open: dict[str, Edition] = {}
        self._published = ""
        self._stamp: tuple[int, int] | str = (0, 0)
        self._lock = threading.Lock()

    def current(self) -> Edition:
        """The published version; one that was published a moment ago is it from now on, if it can be
        read. Raises `SourceError` where there is none."""
        with self._lock:
            stamp = self._stamp_of_current()
            if stamp != self._stamp or self._published not in self._open:
                try:
                    self._published = self._keep(None).version
                except SourceError:
                    if self._published not in self._open:
                        raise
                self._stamp = stamp
            return self._open[self._published]

    def find(self, version: str) -> Edition | None:
        """A version that is open, or that the folder still has."""
        if found := self._open.get(version):
            return found
        with self._lock:
            try:
                return self._open.get(version) or self._keep(version)
            except SourceError:
                return None

    def _stamp_of_current(self) -> tuple[int, int] | str:
        if is_address(self.place):
            from timeline.store.database import published_in

            return published_in(str(self.place))
        try:
            told = (Path(self.place) / CURRENT).stat()
        except OSError:
            return 0, 0
        return told.st_mtime_ns, told.st_ino

    def _keep(self, version: str | None) -> Edition:
        store = open_store(self.place, version)
        if known := self._open.get(store.about.version):
            store.engine.close()
            return known
        answers = Answers(store, "en", encrypted=True)
        answers.language = interface_language(answers.story, None)
        found = self._open[store.about.version] = Edition(answers)
        while len(self._open) > _OPEN:
            oldest = next(name for name in self._open if name not in (self._published, found.version))
            del self._open[oldest]  # closed by whoever asks it last: another thread may be in the middle of an answer
        return found


def stores_at(place: Path | str) -> dict[str, Editions]:
    """The stores in a folder, or the one that it is, by the names of their folders; or the one at the address of a database."""
    if is_address(place):
        from timeline.store.database import name_in

        return {name_in(str(place)): Editions(place)}
    folder = Path(place)
    folders = [folder.resolve()] if is_store(folder) else sorted(path for path in folder.iterdir() if is_store(path))
    return {path.name: Editions(path) for path in folders}


def edition_of(stores: Mapping[str, Editions], version: str) -> Edition:
    """The version that an address names: of whichever store, since no two have the same. Raises `Missing`."""
    for editions in stores.values():
        if found := editions.find(version):
            return found
    raise Missing(f"version {version[:40]!r} is not here any more; load the page again")
