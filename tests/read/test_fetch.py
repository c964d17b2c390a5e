"""An address is fetched where the caller asks for it, and nowhere else."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

import timeline
from tests.test_cli import run
from timeline.read.fetch import fetch, is_address

TICKER = "+++ 14:39 Zug da +++\n"


class Desk(BaseHTTPRequestHandler):
    """A newsroom's server."""

    def do_GET(self) -> None:
        pages = {
            "/ticker": ("text/plain", TICKER),
            "/feed": ("text/csv; charset=utf-8", "label,start\nBoat,2019-03-02\n"),
            "/long": ("text/plain", "x" * 5_000),
        }
        if self.path not in pages:
            self.send_error(404)
            return
        kind, text = pages[self.path]
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, format: str, *values: object) -> None:
        """Silence."""


@pytest.fixture
def desk() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Desk) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_what_is_fetched_is_read_as_what_it_is(desk: str) -> None:
    data, name = fetch(f"{desk}/ticker")
    assert timeline.load(data, name=name, date="2019-02-28").events
    data, name = timeline.fetch(f"{desk}/feed")
    assert name == "feed.csv"
    assert timeline.load(data, name=name).format == "csv"


def test_the_command_fetches_where_it_is_told(desk: str) -> None:
    done = run("check", f"{desk}/feed", "--fetch")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Feed: csv, 1 records")


@pytest.mark.parametrize(("path", "message"), [("/none", "Not Found"), ("/long", "larger than 0 MB")])
def test_what_does_not_come(desk: str, path: str, message: str) -> None:
    with pytest.raises(timeline.SourceError, match=message):
        fetch(f"{desk}{path}", limit=1_000)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://127.0.0.1/x", "http://", "https:///x", "no address", "http://a b/"])
def test_what_is_no_address_of_the_web_is_not_fetched(address: str) -> None:
    with pytest.raises(timeline.SourceError, match="cannot fetch"):
        fetch(address)


def test_an_address_alone_is_not_fetched() -> None:
    assert is_address("https://a.example/x")
    with pytest.raises(timeline.SourceError, match="nothing is fetched unless you ask for it"):
        timeline.load("https://a.example/x.csv")
    assert run("check", "https://a.example/x.csv").returncode == 2
