"""How long a question to an engine may take."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from timeline.errors import TimelineError

_AGAIN = 0.2
"""Seconds after which a query is stopped once more: a stop that comes just before a query begins is lost."""


class TooSlow(TimelineError):
    """An answer was not there in time."""


class Limit:
    """The end of somebody's patience. What runs is given to `stopping`, and is stopped from another thread."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.over = False
        self._done = threading.Event()
        self._stop: Callable[[], None] | None = None
        self._lock = threading.Lock()
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        if self._done.wait(self.seconds):
            return
        self.over = True
        while True:
            with self._lock:
                if self._stop:
                    self._stop()
            if self._done.wait(_AGAIN):
                return

    @contextmanager
    def stopping(self, stop: Callable[[], None]) -> Iterator[None]:
        """While this runs, `stop` may be called; raises `TooSlow` instead of whatever a query that was stopped raises."""
        self.check()
        with self._lock:
            self._stop = stop
        try:
            yield
        except Exception as error:
            self.check(error)
            raise
        finally:
            with self._lock:
                self._stop = None

    def check(self, cause: Exception | None = None) -> None:
        """Raise `TooSlow` where time is over."""
        if self.over:
            raise TooSlow(f"this takes longer than {self.seconds:g} seconds; look for less, or try again later") from cause

    def end(self) -> None:
        """Nothing is stopped from now on."""
        self._done.set()
