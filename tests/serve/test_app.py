"""The server's side of the app: stories by name, tickers that visitors bring, and that nobody sees another one's."""

import json
import re
import socket
import subprocess
import sys
import time
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from timeline.assets import sample_folder
from timeline.serve import LARGEST, Shelf, answer, create_app

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def shelf() -> Shelf:
    """The samples."""
    return Shelf(sample_folder())


def ask(shelf: Shelf, **wish: Any) -> dict[str, Any]:
    """The answer to a wish."""
    said: dict[str, Any] = json.loads(answer(shelf, json.dumps(wish)))
    return said


def text(words: str) -> str:
    """A ticker as the browser sends it."""
    return b64encode(words.encode()).decode()


def test_the_first_page_has_the_whole_story_in_it() -> None:
    page = create_app().server.test_client().get("/")
    html = page.get_data(as_text=True)
    assert page.status_code == 200
    assert '<html lang="de">' in html
    assert "Neun Sekunden lang: der Händedruck vor den Fahnen" in html


def test_another_story_by_its_name() -> None:
    html = create_app().server.test_client().get("/?story=hanoi-summit-2019.en.md").get_data(as_text=True)
    assert "<title>Trump and Kim in Hanoi</title>" in html


@pytest.mark.parametrize("name", ["nowhere.txt", "../README.md", "README.md", "/etc/passwd", "<script>alert(1)</script>"])
def test_a_name_that_is_no_story_gets_a_message_and_the_first_one(name: str) -> None:
    html = create_app().server.test_client().get("/", query_string={"story": name}).get_data(as_text=True)
    assert "gibt es hier nicht" in html
    assert "<script>alert" not in html
    assert "<title>Der Gipfel von Hanoi, Februar 2019</title>" in html


def test_an_empty_folder_says_what_belongs_into_it(tmp_path: Path) -> None:
    page = create_app(tmp_path).server.test_client().get("/")
    assert page.status_code == 200
    assert "put a ticker into it" in page.get_data(as_text=True)


def test_a_broken_story_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes(b"\0\0")
    (tmp_path / "fine.txt").write_text("+++ 14:39 Zug da +++\n", "utf-8")
    client = create_app(tmp_path).server.test_client()
    assert "fine.txt" in client.get("/?story=fine.txt").get_data(as_text=True)
    assert "not a text file" in client.get("/?story=broken.txt").get_data(as_text=True)


def test_no_bundle_of_components_that_the_page_does_not_have() -> None:
    html = create_app().server.test_client().get("/").get_data(as_text=True)
    assert "/dash/html/" in html
    assert "/dash/dcc/" not in html
    assert "/dash_table/" not in html
    assert "polyfill" not in html


def test_what_a_visitor_brings_is_answered_and_kept_nowhere(shelf: Shelf) -> None:
    app = create_app()
    said = ask(shelf, id=7, do="open", base64=text("+++ 14:39 Geheim +++\n"), date="2019-02-28")
    assert said["id"] == 7
    assert "Geheim" in said["fragment"]
    assert "Geheim" not in app.server.test_client().get("/").get_data(as_text=True)
    again = ask(shelf, id=8, do="open", story="hanoi-summit-2019.de.txt")
    assert "Geheim" not in again["fragment"]


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        ({"base64": text("")}, "empty"),
        ({"base64": text("No entries.")}, "no entry"),
        ({"base64": b64encode(b"\0\1").decode(), "name": "x.png"}, "'x.png' is not a text file"),
        ({"base64": text("+++ Zug da +++")}, "give the date of the newest entry"),
        ({"base64": text("+++ Zug da +++"), "date": "2019-02-31"}, "unknown date '2019-02-31'"),
        ({"base64": text("+++ Zug da +++"), "zone": "CET/Paris"}, "unknown time zone 'CET/Paris'"),
        ({"base64": "A" * (2 * LARGEST)}, "larger than 8 MB"),
        ({"base64": "%%%"}, "load the page again"),
        ({}, "load the page again"),
        ({"story": "../README.md"}, "no story"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_else_is_sent(shelf: Shelf, wish: dict[str, Any], message: str) -> None:
    said = ask(shelf, id=1, do="open", **wish)
    assert message in said["error"]
    assert set(said) <= {"id", "error", "field"}
    asked = {"give the date of the newest entry": "date", "unknown date '2019-02-31'": "date", "unknown time zone 'CET/Paris'": "zone"}
    assert said.get("field", "") == asked.get(message, ""), "the form leads to another field"


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        ({"base64": text("No entries.")}, "kein Eintrag"),
        ({"base64": b64encode(b"\0\1").decode()}, "Nicht zu lesen"),
        ({"base64": text("+++ Zug da +++")}, "Datum des neuesten Eintrags"),
        ({"base64": text("+++ Zug da +++"), "date": "2019-02-31"}, "Unbekanntes Datum „2019-02-31“"),
        ({"base64": text("+++ Zug da +++"), "zone": "CET/Paris"}, "Unbekannte Zeitzone „CET/Paris“"),
        ({"base64": "%%%"}, "neu laden"),
        ({"story": "../README.md"}, "Eine Geschichte „../README.md“ gibt es hier nicht"),
    ],
)
def test_what_is_wrong_is_said_in_the_language_of_the_page(shelf: Shelf, wish: dict[str, Any], message: str) -> None:
    assert message in ask(shelf, id=1, do="open", page="de", **wish)["error"]


@pytest.mark.parametrize("request_text", ["", "{", "[]", "null", '"x"', "3"])
def test_a_request_that_is_none_is_answered(shelf: Shelf, request_text: str) -> None:
    assert "load the page again" in json.loads(answer(shelf, request_text))["error"]


def test_export_of_what_was_brought(shelf: Shelf) -> None:
    said = ask(shelf, id=2, do="export", base64=text("+++ 14:39 Zug & Bahn: da! +++\n"), date="2019-02-28")
    assert said["file"] == "zug-bahn-da.html"
    assert b64decode(said["base64"]).startswith(b"<!doctype html>")
    assert said["mime"] == "text/html"
    assert set(said) == {"id", "base64", "mime", "file"}


def test_headers_forbid_foreign_scripts_and_hosts() -> None:
    page = create_app().server.test_client().get("/")
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    assert not re.search(r"script-src[^;]*unsafe-inline", policy)
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert "http:" not in policy
    parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert parts["img-src"] == "'self' data: https:"  # a visitor's story may name any host; nothing else may be asked of one
    assert parts["media-src"] == "data: https:"
    assert [name for name, sources in parts.items() if "https:" in sources] == ["img-src", "media-src"]


def test_what_the_policy_would_refuse_is_a_link(shelf: Shelf) -> None:
    ticker = "+++ 14:39 A +++\n\n![a](http://a.example/1.png) ![b](https://b.example/1.png)\n"
    said = ask(shelf, id=1, do="open", base64=text(ticker), date="2019-02-28")
    assert 'data-origin="https://b.example"' in said["fragment"]
    assert 'data-origin="http:' not in said["fragment"]
    assert '<a href="http://a.example/1.png"' in said["fragment"]
    page = b64decode(ask(shelf, id=2, do="export", base64=text(ticker), date="2019-02-28")["base64"]).decode()
    assert 'data-origin="http://a.example"' in page


def test_scripts_have_a_type_that_browsers_run() -> None:
    client = create_app().server.test_client()
    with client.get("/assets/timeline.mjs") as script:
        assert script.mimetype == "text/javascript"
    bundle = client.get("/plotly.js")
    assert bundle.mimetype == "text/javascript"
    assert client.get("/plotly.js", headers={"If-None-Match": bundle.headers["ETag"]}).status_code == 304


def test_pages_are_compressed() -> None:
    page = create_app().server.test_client().get("/", headers={"Accept-Encoding": "gzip"})
    assert page.headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("door", [["app.py"], ["-m", "timeline.cli", "serve"]])
def test_both_doors_serve_and_print_the_address(door: list[str]) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, *door, "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8") as server:
        try:
            assert "Hanoi" in fetch(f"http://127.0.0.1:{port}/")
        finally:
            server.terminate()
        printed, _ = server.communicate()
    assert f"http://127.0.0.1:{port}" in printed


def fetch(address: str) -> str:
    """A page of a server that may still be starting."""
    for _ in range(100):
        try:
            with urlopen(address) as page:
                return str(page.read().decode())
        except URLError:
            time.sleep(0.1)
    pytest.fail(f"nobody answers at {address}")


def test_a_wsgi_host_finds_the_server() -> None:
    from app import server

    assert server.test_client().get("/").status_code == 200
