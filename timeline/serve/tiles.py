"""What a page asks a store for, over HTTP: the addresses of docs/contract.md, "Stories in tiles", below `BASE`.

An address names the version of the data and, in `BASE`, that of this package. So what is there never changes: a browser asks once.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping
from hashlib import blake2b
from threading import BoundedSemaphore
from typing import Any

import brotli
import flask
from werkzeug import Response

import timeline
from timeline.errors import TimelineError
from timeline.serve.stores import Edition, Editions, edition_of
from timeline.store.addresses import LONGEST, Address, TooLong, answer, check, settled, wish_in, written, zipped
from timeline.store.answers import Missing
from timeline.store.found import Wish
from timeline.store.limit import TooSlow

BASE = f"store/{timeline.__version__}/"
"""Before each address, from the page's own."""
PATIENCE = 5.0
"""Seconds that an answer may take in the database."""
_SEARCHES = 2
"""Searches at a time: each reads the whole story, and tiles have to come meanwhile."""
_QUEUE = 2.0
"""Seconds that a search waits for its turn."""
_LATER = 5
_AGES = "public, max-age=31536000, immutable"
_BROTLI = 5
"""Of 11: as quick as gzip at 6, and smaller by a tenth."""

Asked = Mapping[str, str]


class Hand:
    """Hands out what stores hold, packed as each client can take it."""

    def __init__(self, stores: Mapping[str, Editions], *, patience: float = PATIENCE) -> None:
        self.stores, self.patience = stores, patience
        self._turns = BoundedSemaphore(_SEARCHES)

    def respond(self, text: str, asked: Asked, encoding: str, known: Callable[[str], bool]) -> Response:
        """The answer at an address; `known` says whether the client has the one that a tag names."""
        try:
            address = Address.of(text)
            edition = edition_of(self.stores, address.version)
            check(edition.answers, address)
            wish = wish_in(asked, edition.answers)
            tag = _tag(address, wish, asked)
            data = b"" if known(tag) else self._packed(edition, address, wish, asked, encoding)
        except Missing as error:
            return _refused(404, error)
        except TooLong as error:
            return _refused(414, error)
        except TooSlow as error:
            return _refused(503, error)
        response = Response(data, 200 if data else 304, mimetype="application/json")
        response.headers["Cache-Control"] = _AGES
        response.headers["Vary"] = "Accept-Encoding"
        response.set_etag(tag, weak=True)  # one for all encodings: they say the same
        if data and encoding:
            response.headers["Content-Encoding"] = encoding
        return response

    def _packed(self, edition: Edition, address: Address, wish: Wish, asked: Asked, encoding: str) -> bytes:
        if not encoding:
            return gzip.decompress(self._packed(edition, address, wish, asked, "gzip"))
        pack = _PACKERS[encoding]
        if address.kind in ("cards", "tiles") and not wish:
            if (found := edition.tiles.get((address, encoding))) is not None:
                return found
            with edition.answers.store.engine.within(self.patience):
                own = settled(edition.answers, address)
                return edition.tiles.made((own, encoding), lambda: pack(written(answer(edition.answers, own, wish))))
        return edition.searches.made(
            (address, wish, asked.get("entry"), asked.get("event"), encoding), lambda: pack(self._sought(edition, address, wish, asked))
        )

    def _sought(self, edition: Edition, address: Address, wish: Wish, asked: Asked) -> bytes:
        if not self._turns.acquire(timeout=_QUEUE):
            raise TooSlow("too many are searching at this moment; try again in some seconds")
        try:
            with edition.answers.store.engine.within(self.patience):
                return written(answer(edition.answers, address, wish, entry=asked.get("entry", ""), event=asked.get("event", "")))
        finally:
            self._turns.release()


def _brotli(data: bytes) -> bytes:
    return bytes(brotli.compress(data, quality=_BROTLI))


_PACKERS: Mapping[str, Callable[[bytes], bytes]] = {"br": _brotli, "gzip": zipped}


def _tag(address: Address, wish: Wish, asked: Asked) -> str:
    text = f"{address}\n{wish.terms}\n{wish.facets}\n{asked.get('entry')}\n{asked.get('event')}"
    return blake2b(text.encode("utf-8", "replace"), digest_size=9).hexdigest()


def _refused(status: int, error: TimelineError) -> Response:
    response = Response(written({"error": str(error)}), status, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    if status == 503:
        response.headers["Retry-After"] = str(_LATER)
    return response


def add_tiles(server: Any, stores: Mapping[str, Editions]) -> None:
    """Let a Flask server answer at the addresses of all stores."""
    hand = Hand(stores)

    @server.get("/store/<of>/", defaults={"address": ""})
    @server.get("/store/<of>/<path:address>")
    def store(of: str, address: str) -> Response:
        """What a page asks of a store."""
        if of != timeline.__version__:
            return _refused(404, Missing(f"this server is now of version {timeline.__version__}; load the page again"))
        request = flask.request
        asked = {name: request.args.get(name, "") for name in LONGEST}
        encoding = request.accept_encodings.best_match(list(_PACKERS), "")
        return hand.respond(address, asked, encoding, lambda tag: request.if_none_match.contains_weak(tag))
