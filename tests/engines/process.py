"""Programs that a test starts, and what they need around them: none outlives the test, none reaches another host."""

import os
import shutil
import signal
import socketserver
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

Found = TypeVar("Found")
LEASH = ("setpriv", "--pdeathsig", "KILL") if shutil.which("setpriv") else ()
"""Ends a program with the process that started it, also where that is killed and can no longer clean up."""


@contextmanager
def running(*command: str, log: Path, environment: Mapping[str, str], **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    """Runs a program for as long as the block lasts; then it is killed, and all that it started."""
    with log.open("wb") as said:
        process = subprocess.Popen(
            [*LEASH, *command], env={**os.environ, **environment}, stdout=said, stderr=said, start_new_session=True, **options
        )
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def until(look: Callable[[], Found | None], what: str, *, seconds: float = 60) -> Found:
    """The first answer of `look` that is not None; an error of the system counts as none."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with suppress(OSError):
            if (found := look()) is not None:
                return found
        time.sleep(0.02)
    raise TimeoutError(f"{what}: not within {seconds:g} seconds")


class Wall:
    """The proxy that a browser is told to use: it refuses, and remembers what was asked of other hosts."""

    def __init__(self, port: int, asked: list[str]) -> None:
        self.port = port
        self.asked = asked


@contextmanager
def wall() -> Iterator[Wall]:
    """A wall around a browser."""
    asked: list[str] = []

    class Refusal(socketserver.StreamRequestHandler):
        timeout = 5

        def handle(self) -> None:
            asked.append(ascii(self.rfile.readline()))
            self.wfile.write(b"HTTP/1.1 502 No other host\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Refusal) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Wall(server.server_address[1], asked)
        server.shutdown()
