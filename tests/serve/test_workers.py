"""Several processes over one store: they start, answer the same, and see what is published meanwhile."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.store.made import of
from timeline.errors import OptionError
from timeline.serve.tiles import BASE
from timeline.serve.workers import run_workers
from timeline.store.snapshot import publish

ROOT = Path(__file__).parent.parent.parent


def fetched(address: str) -> bytes:
    with urlopen(address, timeout=30) as answer:
        data: bytes = answer.read()
        return data


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of a server with two workers, once it answers; it ends when it is told to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "timeline.cli", "serve", str(folder), "--port", str(port), "--workers", "2"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, encoding="utf-8") as server:
        try:
            for _ in range(300):
                try:
                    fetched(f"http://127.0.0.1:{port}/")
                    break
                except URLError:
                    time.sleep(0.2)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            _, said = server.communicate(timeout=60)
    assert "Traceback" not in said
    assert "Booting worker" in said


def test_workers_answer_the_same_and_see_what_is_published(tmp_path: Path) -> None:
    pytest.importorskip("gunicorn")
    first = publish(tmp_path / "store", of("abc")).version
    with serving(tmp_path / "store") as base:
        cards = {fetched(f"{base}{BASE}cards/{first}/0") for _ in range(12)}
        assert len(cards) == 1
        second = publish(tmp_path / "store", of("abcd")).version
        for _ in range(6):
            assert fetched(f"{base}{BASE}cards/{first}/0") in cards
            assert fetched(f"{base}{BASE}cards/{second}/0") not in cards
            assert f'"version":"{second}"'.encode() in fetched(base)


def test_without_gunicorn_the_remedy_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "gunicorn.app.base", None)
    monkeypatch.setitem(sys.modules, "gunicorn", None)
    with pytest.raises(OptionError, match=r"pip install 'ticker-timeline\[scale\]'"):
        run_workers(2, folder=tmp_path)
