"""Many readers of one long story at once, over real sockets: what a worker hands out, and how long readers wait.

    python -m benchmarks.load [--events 1000000] [--workers 2] [--readers 500] [--seconds 30]

A reader opens the first view, then zooms and pans with a pause after each step, as a person does, and asks for the tiles that are missing,
all of a view at once; one step in ten also asks about a tile that the reader has, as after a reload. Server and readers share this machine;
the share of a processor that the readers' process takes is said beside the figures: near to 1, it is the readers who are measured.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import socket
import subprocess
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles
from urllib.request import urlopen

from benchmarks.stores import made
from benchmarks.walks import Ground, Known
from timeline.arrange.tiles import Tile
from timeline.serve.tiles import BASE
from timeline.store.snapshot import open_store

_PAUSE = 2.0
"""Seconds between two steps of a reader, on average."""
_AGAIN = 0.1
_CONNECTIONS = 16


@dataclass
class Tally:
    """What came back: seconds of each answer, statuses, bytes."""

    waits: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    bytes: int = 0
    errors: Counter[str] = field(default_factory=Counter)

    def row(self, name: str, seconds: float, workers: int, busy: float) -> str:
        """As a row of the table."""
        cuts = quantiles(self.waits, n=100) if len(self.waits) > 1 else [0.0] * 99
        wrong = sum(count for status, count in self.statuses.items() if status not in (200, 304)) + self.errors.total()
        rate, size = len(self.waits) / seconds, self.bytes / max(self.statuses[200], 1) / 1000
        return (
            f"{name:<34}{rate:>8,.0f}{rate / workers:>12,.0f}{cuts[49] * 1000:>9,.1f}{cuts[98] * 1000:>9,.1f}{size:>9,.1f}"
            f"{self.statuses[304]:>9,}{wrong:>9,}{busy:>9.2f}"
        )


class Connection:
    """One connection, kept open, one question at a time."""

    def __init__(self, port: int, tally: Tally) -> None:
        self.port, self.tally = port, tally
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, address: str, tag: str = "") -> tuple[int, str, bytes]:
        """Status, tag and body of an answer; 0 where there was none."""
        begin = time.perf_counter()
        try:
            status, head, body = await asyncio.wait_for(self._ask(address, tag), 60)
        except (OSError, asyncio.IncompleteReadError, TimeoutError, ValueError) as error:
            self.tally.errors[type(error).__name__] += 1
            self.streams = None
            return 0, "", b""
        self.tally.waits.append(time.perf_counter() - begin)
        self.tally.statuses[status] += 1
        self.tally.bytes += len(body)
        return status, head.get("etag", ""), body

    async def _ask(self, address: str, tag: str) -> tuple[int, dict[str, str], bytes]:
        for fresh in (self.streams is None, True):
            if fresh:
                self.streams = await asyncio.open_connection("127.0.0.1", self.port)
            assert self.streams is not None
            reader, writer = self.streams
            known = f"If-None-Match: {tag}\r\n" if tag else ""
            writer.write(f"GET /{BASE}{address} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n{known}\r\n".encode())
            try:
                status, *lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            except (OSError, asyncio.IncompleteReadError):
                if fresh:
                    raise
                continue  # a server closes what rests for long: a browser connects again, and so do we
            head = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            body = await reader.readexactly(int(head.get("content-length", 0)))
            if head.get("connection") == "close":
                self.streams = None
            return int(status.split()[1]), head, body
        raise OSError("no connection")


async def reader(number: int, ground: Ground, version: str, port: int, tally: Tally, until: float) -> None:
    """One reader, until the time is over."""
    dice, known, tags = random.Random(number), Known(), dict[Tile, str]()
    connections = [Connection(port, tally) for _ in range(3)]
    lay = "rail" if number % 5 == 0 else "row"
    await asyncio.sleep(dice.random() * 2 * _PAUSE)
    for step, view in enumerate(ground.views(number)):
        if time.perf_counter() > until:
            return
        wanted = [tile for tile in ground.tiles(view)[:3] if known.missing(tile, ground.grid.root.octave)]
        if step == 0:
            wanted = [*dict.fromkeys([ground.grid.root, *wanted])][:3]
        if tags and dice.random() < _AGAIN:
            wanted = [*wanted, dice.choice(list(tags))][:3]

        async def fetch(connection: Connection, tile: Tile) -> None:
            status, tag, body = await connection.ask(f"tiles/{version}/{lay}/{tile.octave}/{tile.index}", tags.get(tile, ""))
            if status == 200:
                tags[tile] = tag
                known.tiles[tile] = b'"whole":true' in zlib.decompressobj(31).decompress(body, 200)

        await asyncio.gather(*(fetch(connection, tile) for connection, tile in zip(connections, wanted, strict=False)))
        await asyncio.sleep(dice.expovariate(1 / _PAUSE))


async def hammer(addresses: Iterator[str], port: int, tally: Tally, until: float) -> None:
    """Some connections that ask without a pause."""

    async def one() -> None:
        connection = Connection(port, tally)
        while time.perf_counter() < until and (address := next(addresses, None)):
            await connection.ask(address)

    await asyncio.gather(*(one() for _ in range(_CONNECTIONS)))


def measure(run: Callable[[Tally, float], None], seconds: float) -> tuple[Tally, float, float]:
    """What came back, in how many seconds, and the share of a processor that it took to ask."""
    tally, begin, spent = Tally(), time.perf_counter(), time.process_time()
    run(tally, begin + seconds)
    took = time.perf_counter() - begin
    return tally, took, (time.process_time() - spent) / took


def served(folder: Path, workers: int, port: int) -> subprocess.Popen[bytes]:
    """A server of a store that answers."""
    command = [sys.executable, "-m", "timeline.cli", "serve", str(folder), "--port", str(port), "--workers", str(workers)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    for _ in range(240):
        time.sleep(0.5)
        try:
            urlopen(f"http://127.0.0.1:{port}/", timeout=30).close()
            return server
        except OSError:
            if server.poll() is not None:
                break
    server.terminate()
    raise SystemExit("the server did not start; is gunicorn there? pip install 'ticker-timeline[scale]'")


def main() -> None:
    """Print the table."""
    words = argparse.ArgumentParser(description=__doc__)
    for name, value in (("events", 1_000_000), ("workers", 2), ("readers", 500), ("seconds", 30)):
        words.add_argument(f"--{name}", type=int, default=value)
    wanted = words.parse_args()
    folder = made(wanted.events)
    store = open_store(folder)
    ground, version = Ground.of(store), store.about.version
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = served(folder, wanted.workers, port)
    try:
        _table(ground, version, port, wanted)
    finally:
        server.terminate()
        server.wait()


def _table(ground: Ground, version: str, port: int, wanted: argparse.Namespace) -> None:
    dice = random.Random(1)
    octaves = range(ground.grid.root.octave - 12, ground.grid.root.octave - 5)

    def fresh() -> Iterator[str]:
        while True:
            octave = dice.choice(octaves)
            yield f"tiles/{version}/row/{octave}/{(dice.choice(ground.lefts) - ground.grid.origin) >> octave + 10}"

    once = dict.fromkeys(address for address, _ in zip(fresh(), range(20_000), strict=False))
    few = list(once)[:50]
    print(f"{wanted.events:,} events, {wanted.workers} workers")
    heads = "".join(f"{name:>9}" for name in ("p50 ms", "p99 ms", "kB each", "304", "wrong", "readers"))
    print(f"{'':<34}{'tiles/s':>8}{'per worker':>12}{heads}")

    def run(name: str, seconds: float, what: Callable[[Tally, float], None]) -> None:
        tally, took, busy = measure(what, seconds)
        print(tally.row(name, took, wanted.workers, busy), *(f"{error}: {count}" for error, count in tally.errors.items()), flush=True)

    run("not cached, 16 connections", 10, lambda tally, until: asyncio.run(hammer(iter(list(once)[50:]), port, tally, until)))
    for _ in range(2 * wanted.workers):  # each worker keeps its own
        measure(lambda tally, until: asyncio.run(hammer(iter(few * 2), port, tally, until)), 20)
    run("cached, 16 connections", 5, lambda tally, until: asyncio.run(hammer(iter(few * 100_000), port, tally, until)))

    async def crowd(tally: Tally, until: float) -> None:
        await asyncio.gather(*(reader(number, ground, version, port, tally, until) for number in range(wanted.readers)))

    for name in ("first", "again, tiles warm"):
        run(f"{wanted.readers} readers, {name}", wanted.seconds, lambda tally, until: asyncio.run(crowd(tally, until)))


if __name__ == "__main__":
    main()
