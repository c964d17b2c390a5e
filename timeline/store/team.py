"""Processes that read and date the pieces of a long table, and hand their rows back in the order of the source.

Each has a pipe of its own and one piece at a time. They are started afresh and not forked, since the process that writes has threads; the
end of their pipe ends them, however the process that started them ended.
"""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Self, TypeVar

from timeline import no_search_for_cycles
from timeline.errors import OptionError, SourceError

Given = TypeVar("Given")
Made = TypeVar("Made")


class Team:
    """Some processes; with one or none the work is done in this one."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.members: list[tuple[Any, Any]] = []

    def __enter__(self) -> Self:
        context = multiprocessing.get_context("spawn")
        for _ in range(self.size if self.size > 1 else 0):
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs,), daemon=True)
            process.start()
            theirs.close()
            self.members.append((process, ours))
        return self

    def __exit__(self, *_: object) -> None:
        for process, pipe in self.members:
            pipe.close()
            process.terminate()
            process.join()
            process.close()
        self.members = []

    def each(self, work: Callable[[Given], Made], items: Iterable[Given]) -> Iterator[Made]:
        """What `work` makes of each item, in their order; `work` is sent once to each process, and keeps there what it remembers.

        Raises what `work` raises; an error that is none of this package's comes as a `RuntimeError` with its words.
        """
        if not self.members:
            yield from map(work, items)
            return
        waiting: deque[tuple[Any, Any]] = deque()
        free = deque(self.members)
        for _, pipe in self.members:
            pipe.send(work)
        for item in items:
            found = None if free else (self._next(waiting, free),)
            member = free.popleft()
            member[1].send(item)  # before the caller takes his time over what was found
            waiting.append(member)
            if found:
                yield found[0]
        while waiting:
            yield self._next(waiting, free)
        for _, pipe in self.members:
            pipe.send(None)

    def _next(self, waiting: deque[tuple[Any, Any]], free: deque[tuple[Any, Any]]) -> Any:
        process, pipe = waiting[0]
        try:
            kind, found = pipe.recv()
        except (EOFError, OSError) as error:
            process.join()
            raise SourceError(f"a process that read a part of the source ended with {process.exitcode}; give it more memory") from error
        free.append(waiting.popleft())
        match kind:
            case "made":
                return found
            case "source":
                raise SourceError(found)
            case "option":
                raise OptionError(found)
        raise RuntimeError(found)


def _serve(pipe: Connection) -> None:
    """Take work and items for it until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it is told, and ends it
    with no_search_for_cycles(), suppress(EOFError, OSError):
        while True:
            work = pipe.recv()
            while (item := pipe.recv()) is not None:
                pipe.send(_tried(work, item))


def _tried(work: Callable[[Any], Any], item: Any) -> tuple[str, Any]:
    try:
        return "made", work(item)
    except SourceError as error:
        return "source", str(error)
    except OptionError as error:
        return "option", str(error)
    except Exception:
        return "broken", traceback.format_exc()
