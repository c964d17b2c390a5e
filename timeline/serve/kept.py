"""Bytes that were made once, kept while there is room."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable


class Kept:
    """Up to `most` bytes by their keys; what was asked for longest ago goes first. Threads may share it."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.size = 0
        self._known: OrderedDict[Hashable, bytes] = OrderedDict()
        self._lock = threading.Lock()
        self._making: dict[Hashable, threading.Lock] = {}

    def get(self, key: Hashable) -> bytes | None:
        """What is kept under a key."""
        with self._lock:
            if (found := self._known.get(key)) is not None:
                self._known.move_to_end(key)
            return found

    def made(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """What is kept under a key, made if it is not there: by one thread, whom others that want the same wait for."""
        if (found := self.get(key)) is not None:
            return found
        with self._lock:
            making = self._making.setdefault(key, threading.Lock())
        try:
            with making:
                if (found := self.get(key)) is None:
                    self._put(key, found := make())
                return found
        finally:
            with self._lock:
                self._making.pop(key, None)  # who still waits holds it, and finds what is kept

    def _put(self, key: Hashable, value: bytes) -> None:
        with self._lock:
            self._known[key] = value
            self.size += len(value)
            while self.size > self.most:
                _, gone = self._known.popitem(last=False)
                self.size -= len(gone)
