"""A store as files: all that a page may ask for is there, and is what a server says; nothing else is."""

import gzip
import json
import os
import stat
import threading
from collections import Counter
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from tests.store.made import of, of_many
from timeline.arrange.pyramid import LAYS
from timeline.arrange.tiles import Tile
from timeline.cli import cli
from timeline.errors import OptionError
from timeline.serve import create_app
from timeline.serve.tiles import BASE
from timeline.store import static, words
from timeline.store.answers import SHORTEST, Answers
from timeline.store.page import store_html
from timeline.store.snapshot import publish
from timeline.store.static import MARK, SUFFIX, Wrote, answers_of, share_of, write_static


def page(answers: Answers) -> str:
    return f"<!doctype html>{answers.story.title}"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("static") / "store"
    publish(path, of_many(900, crowd=250))
    return path


@pytest.fixture(scope="module")
def site(store: Path) -> Path:
    write_static(store, store.parent / "site", page)
    return store.parent / "site"


@pytest.fixture(scope="module")
def told(store: Path) -> Answers:
    return answers_of(store)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def asked_for(told: Answers, lay: str) -> Iterator[Tile]:
    """The tiles that a page asks for on its way to any view: from the root on, below all that are not whole."""
    waiting = [told.store.grid.root]
    while waiting:
        tile = waiting.pop()
        yield tile
        if not told.tile(lay, tile)["whole"] and tile.octave > SHORTEST:
            waiting += tile.children


def test_what_a_page_asks_for_is_there_and_nothing_else(site: Path, told: Answers) -> None:
    version = told.store.about.version
    tiles = {f"tiles/{version}/{lay}/{tile.octave}/{tile.index}" for lay in LAYS for tile in asked_for(told, lay)}
    cards = {f"cards/{version}/{number}" for number in range(told.pages)}
    ids = {f"ids/{version}/{number:02x}" for number in range(256)}
    assert len(tiles) > 30
    assert len(cards) == 23
    words = {f"words/{version}/0"}
    assert set(files(site)) == {f"{address}{SUFFIX}" for address in tiles | cards | ids | words} | {"index.html", MARK}


def test_words_are_those_that_a_store_looks_through(store: Path, told: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "CARDS", 100)
    write_static(store, tmp_path / "site", store_html, processes=1)
    version, about, tables = told.store.about.version, told.store.about, told.store.tables
    names = [f"{number}{SUFFIX}" for number in range(9)]
    assert sorted(path.name for path in (tmp_path / "site" / "words" / version).iterdir()) == names
    parts = [json.loads(gzip.decompress((tmp_path / "site" / "words" / version / name).read_bytes())) for name in names]
    entries = told.store.engine.ask(tables["entries"].select("place", "words").order_by("place"))
    assert [text for part in parts for text in part["words"]] == [text for _, text in entries]
    lefts = told.store.engine.ask(tables["events"].select("left"))
    assert sorted(left for part in parts for left in part["events"]["left"]) == sorted(left for (left,) in lefts)
    for number, part in enumerate(parts):
        assert all(place // 100 == number for place in part["events"]["place"])
        for some in (part["events"], part["unplaced"]):
            assert len({len(values) for values in some.values()}) == 1
    tags = Counter(tag for part in parts for some in part["events"]["tags"] for tag in some)
    assert tags == about.facets["tag"]
    assert Counter(lane for part in parts for lane in part["events"]["lane"]) == about.facets["lane"]
    assert f'"words":{len(names)},' in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_very_many_cards_are_not_searched_in_the_page(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "MOST", 899)
    write_static(store, tmp_path / "site", store_html, processes=1)
    assert not (tmp_path / "site" / "words").exists()
    assert '"words":0,' in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_files_hold_what_a_server_answers_byte_by_byte(site: Path, store: Path) -> None:
    client = create_app(store).server.test_client()
    compared = 0
    for name, data in files(site).items():
        if name.startswith(("tiles/", "cards/")):
            answer = client.get(f"/{BASE}{name.removesuffix(SUFFIX)}", headers={"Accept-Encoding": "gzip"})
            assert answer.data == data, name
            compared += 1
    assert compared > 50


def test_every_entry_is_found_by_its_id(site: Path, told: Answers) -> None:
    version, seen = told.store.about.version, dict[str, int]()
    for number in range(256):
        share = json.loads(gzip.decompress((site / "ids" / version / f"{number:02x}{SUFFIX}").read_bytes()))
        assert all(share_of(name) == number for name in share)
        seen |= share
    assert sorted(seen.values()) == list(range(told.store.about.entries))
    assert all((told.place(entry=name) or {})["place"] == place for name, place in list(seen.items())[:50])


def test_several_processes_write_the_same_files(site: Path, store: Path, tmp_path: Path) -> None:
    written = write_static(store, tmp_path / "site", page, processes=2)
    one, two = files(site), files(tmp_path / "site")
    assert list(one) == list(two)
    assert one == two
    assert written == Wrote(len(two), sum(map(len, two.values())))


def test_a_plain_host_hands_out_all_of_it(site: Path, told: Answers) -> None:
    class Silent(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Nothing."""

    version, octave = told.store.about.version, told.store.grid.root.octave
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}/"
        for name in files(site):
            with urlopen(base + name) as answer:
                assert answer.status == 200
                if name.endswith(SUFFIX):
                    assert answer.headers["Content-Encoding"] is None  # so the page unpacks it
                    json.loads(gzip.decompress(answer.read()))
        for address in (f"tiles/{version}/row/{octave}/1", f"tiles/{version}/row/{octave + 1}/0", "tiles/x/row/1/1", f"cards/{version}/23"):
            with pytest.raises(HTTPError, match="404"):
                urlopen(f"{base}{address}{SUFFIX}")
        server.shutdown()


def test_a_new_version_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for labels in ("abc", "abcd"):
        version = publish(tmp_path / "store", of(labels)).version
        write_static(tmp_path / "store", site, page)
        assert (site / MARK).read_text("utf-8").strip() == version
        assert [path.name for path in (site / "tiles").iterdir()] == [version]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "store"]
    assert stat.S_IMODE(site.stat().st_mode) & 0o555 == 0o555 or os.name == "nt"  # a web server may be somebody else


def test_what_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path / "store", of("abc"))
    write_static(tmp_path / "store", tmp_path / "site", page)
    before = files(tmp_path / "site")
    publish(tmp_path / "store", of("abcd"))
    monkeypatch.setattr(static, "write_part", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OptionError, match="No space left on device"):
        write_static(tmp_path / "store", tmp_path / "site", page)
    assert files(tmp_path / "site") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "store"]


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    publish(tmp_path / "store", of("abc"))
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work", "utf-8")
    for folder in ("mine", "store", "mine/thesis.txt"):
        with pytest.raises(OptionError, match="holds something else"):
            write_static(tmp_path / "store", tmp_path / folder, page)
    (tmp_path / "empty").mkdir()
    assert write_static(tmp_path / "store", tmp_path / "empty", page).files > 256


def test_progress_reaches_its_end(tmp_path: Path) -> None:
    publish(tmp_path / "store", of("abc"))
    told: list[tuple[str, int, int]] = []
    write_static(tmp_path / "store", tmp_path / "site", page, told=lambda *step: told.append(step))
    assert told[-1][1] == told[-1][2] > 0
    assert [step[1] for step in told] == sorted(step[1] for step in told)


def run(*words: str) -> str:
    """What the command says, or the error that it tells."""
    done = CliRunner().invoke(cli, ["build", *words])
    return f"{done.output}{done.exception or ''}"


def test_the_command_writes_files_of_a_store_or_of_a_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("few.csv").write_text("id,label,start\na,Eins,2024-05-01 10:00\nb,Zwei,2024-05-01 11:00\n", "utf-8")
    assert "one: 263 files" in run("few.csv", "--static", "one")
    assert "two: 263 files" in run("few.csv", "--out", "store", "--static", "two")
    assert "three: 263 files" in run("store", "--static", "three")
    assert files(Path("one")) == files(Path("two")) == files(Path("three"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["few.csv", "one", "store", "three", "two"]
    assert '"base":"","suffix":".json.gz","search":false' in Path("one/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["few.csv"], "nowhere to put what 'few.csv' becomes; give a folder: --out for a store, --static for files"),
        (["store"], "'store' is a store already; give a folder: --static for files"),
        (["store", "--out", "other", "--static", "site"], "leave out --out"),
        (["few.csv", "--static", "store"], "holds something else"),
    ],
)
def test_the_command_says_what_is_missing(words: list[str], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("few.csv").write_text("id,label,start\na,Eins,2024-05-01 10:00\n", "utf-8")
    publish("store", of("abc"))
    assert message in run(*words)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["few.csv", "store"]
