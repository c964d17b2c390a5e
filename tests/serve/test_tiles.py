"""A store over HTTP: what is at each address, what a browser may keep of it, and what no address gets anybody to do."""

import gzip
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import brotli
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.store.made import of, of_many
from timeline.arrange.pyramid import LAYS
from timeline.arrange.tiles import Tile
from timeline.errors import SourceError
from timeline.serve import create_app
from timeline.serve.kept import Kept
from timeline.serve.stores import Editions, stores_at
from timeline.serve.tiles import BASE, Hand
from timeline.store import CURRENT
from timeline.store.addresses import written
from timeline.store.answers import Answers
from timeline.store.engine import Engine
from timeline.store.found import wish_of
from timeline.store.snapshot import open_store, publish
from timeline.store.static import answers_of

KEPT = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with crowded tiles."""
    path = tmp_path_factory.mktemp("stores") / "many"
    publish(path, of_many())
    return path


@pytest.fixture(scope="module")
def client(folder: Path) -> FlaskClient:
    client: FlaskClient = create_app(folder).server.test_client()
    return client


@pytest.fixture(scope="module")
def told(folder: Path) -> Answers:
    """The same store, asked without a server."""
    return answers_of(folder)


def get(client: FlaskClient, address: str, **headers: str) -> TestResponse:
    return client.get(f"/{BASE}{address}", headers={name.replace("_", "-"): value for name, value in headers.items()})


def root_of(told: Answers, lay: str = "row") -> str:
    return f"tiles/{told.store.about.version}/{lay}/{told.store.grid.root.octave}/0"


def as_json(data: Any) -> Any:
    return json.loads(written(data))


def test_a_filter_may_be_for_events_without_a_lane(told: Answers) -> None:
    facets = told.store.about.facets
    assert wish_of("", "lane:", facets).facets == (("lane", ("",)),)
    assert wish_of("", "lane", facets).facets == ()
    assert wish_of("", "lane:дом 50%25,a%3Ab", facets).facets == (("lane", ("дом 50%", "a:b")),)
    assert told.find(wish_of("", "lane:", facets))["entries"] == facets["lane"].get("", 0)


def test_every_address_says_what_the_store_answers(client: FlaskClient, told: Answers) -> None:
    version, root = told.store.about.version, told.store.grid.root
    wish = wish_of("ereignis 7", "lane:rail,harbour;tag:rot", told.store.about.facets)
    asked = "q=Ereignis+7&filter=lane:rail,harbour;tag:rot"
    below = Tile(root.octave - 4, (200_000 * 60_000 + told.store.about.earliest - told.store.grid.origin) >> root.octave + 6)
    found = told.find(wish)
    assert found["entries"] > 10
    for address, data in {
        f"tiles/{version}/rail/{below.octave}/{below.index}": told.tile("rail", below),
        f"tiles/{version}/row/{below.octave}/{below.index}?{asked}": told.tile("row", below, wish),
        f"cards/{version}/3": told.cards(3),
        f"find/{version}?{asked}": found,
        f"found/{version}/0?{asked}": told.found(wish, 0),
        f"place/{version}?event=x77": told.place(event="x77"),
        f"place/{version}?entry=e77": told.place(entry="e77"),
    }.items():
        page = get(client, address)
        assert page.status_code == 200, address
        assert page.mimetype == "application/json"
        assert page.json == as_json(data), address
        assert page.headers["Cache-Control"] == KEPT


def test_a_client_gets_what_it_can_unpack(client: FlaskClient, told: Answers) -> None:
    plain = get(client, root_of(told)).data
    assert "Content-Encoding" not in get(client, root_of(told)).headers
    for accepted, encoding, unpack in (
        ("gzip", "gzip", gzip.decompress), ("gzip, deflate, br", "br", brotli.decompress), ("br;q=0.1, gzip", "gzip", gzip.decompress),
        ("*;q=0.1, br;q=0", "gzip", gzip.decompress),
    ):  # fmt: skip
        page = get(client, root_of(told), Accept_Encoding=accepted)
        assert page.headers["Content-Encoding"] == encoding, accepted
        assert unpack(page.data) == plain
        assert len(page.data) < len(plain)
        assert page.headers["Vary"] == "Accept-Encoding"
    for accepted in ("", "identity", "compress", "*;q=0"):
        page = get(client, root_of(told), Accept_Encoding=accepted)
        assert "Content-Encoding" not in page.headers, accepted
        assert page.data == plain


def test_who_has_an_answer_is_sent_none(client: FlaskClient, told: Answers) -> None:
    version = told.store.about.version
    for address in (root_of(told), f"cards/{version}/0", f"find/{version}?q=77", f"place/{version}?event=x7"):
        tag = get(client, address).headers["ETag"]
        for known in (tag, f'"other", {tag}', "*"):
            page = get(client, address, If_None_Match=known, Accept_Encoding="br")
            assert (page.status_code, page.data) == (304, b""), (address, known)
            assert page.headers["ETag"] == tag
            assert page.headers["Cache-Control"] == KEPT
        assert get(client, address, If_None_Match='W/"other"').status_code == 200


def test_no_two_answers_have_one_tag(client: FlaskClient, told: Answers) -> None:
    version = told.store.about.version
    addresses = [root_of(told, lay) for lay in LAYS]
    addresses += [f"{root_of(told)}?q=a", f"{root_of(told)}?q=b", f"{root_of(told)}?filter=lane:rail", f"cards/{version}/0"]
    addresses += [f"cards/{version}/1", f"found/{version}/1?q=a", f"place/{version}?event=x1", f"place/{version}?event=x2"]
    tags = [get(client, address).headers["ETag"] for address in addresses]
    assert len(set(tags)) == len(addresses)


NOWHERE = [
    "", "tiles", "tiles/{v}", "tiles/{v}/row", "tiles/{v}/row/{o}", "tiles/{v}/row/{o}/0/0", "tiles/{v}/raw/{o}/0", "tiles/{v}//{o}/0",
    "tiles/{v}/row/{o}/1", "tiles/{v}/row/{o}/-1", "tiles/{v}/row/-1/0", "tiles/{v}/row/{above}/0", "tiles/{v}/row/99999999999999/0",
    "tiles/{v}/row/0/99999999999999999999", "tiles/{v}/row/0/" + "9" * 5_000, "tiles/{v}/row/{o}/0x0", "tiles/{v}/row/{o}/0.0",
    "tiles/{v}/row/{o}/٠", "tiles/{v}/row/{o}/²", "tiles/{v}/row/{o}/+0", "tiles/{v}/row/{o}/ 0", "tiles/{v}/row/{o}/1e0",
    "tiles/000000000000/row/{o}/0", "tiles/../row/{o}/0", "tiles/%2e%2e%2fcurrent/row/{o}/0", "tiles/{v}%00/row/{o}/0",
    "cards/{v}", "cards/{v}/-1", "cards/{v}/999999", "cards/{v}/0/0", "cards/{v}x/0", "found/{v}/999999?q=a", "find/nowhere?q=a",
    "place/{v}", "current", "{v}", "ids/{v}/00", "about/{v}",
]  # fmt: skip


@pytest.mark.parametrize("address", NOWHERE, ids=lambda text: text[:40])
def test_where_nothing_is_the_reason_is_said(client: FlaskClient, told: Answers, address: str) -> None:
    octave = told.store.grid.root.octave
    page = get(client, address.format(v=told.store.about.version, o=octave, above=octave + 1))
    assert page.status_code == 404
    assert page.json is not None
    assert list(page.json) == ["error"]
    assert len(page.json["error"]) < 300
    assert page.headers["Cache-Control"] == "no-store"


def test_a_wrong_address_asks_no_database(client: FlaskClient, told: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Engine, "_run", lambda *_: pytest.fail("the database was asked"))
    octave = told.store.grid.root.octave
    for address in NOWHERE:
        assert get(client, address.format(v=told.store.about.version, o=octave, above=octave + 1)).status_code == 404


@pytest.mark.parametrize("asked", ["event=nobody", "entry=x';drop table events--"])
def test_the_place_of_an_id_that_nothing_has_is_no_fault(client: FlaskClient, told: Answers, asked: str) -> None:
    page = get(client, f"place/{told.store.about.version}?{asked}")
    assert (page.status_code, page.text) == (200, "null")


def test_another_version_of_the_package_has_other_addresses(client: FlaskClient, told: Answers) -> None:
    page = client.get(f"/store/0.0.0/{root_of(told)}")
    assert page.status_code == 404
    assert page.json is not None
    assert "load the page again" in page.json["error"]


def test_what_is_below_a_whole_tile_is_that_tile_and_is_kept_once(folder: Path, told: Answers) -> None:
    client = create_app(folder).server.test_client()
    version, root = told.store.about.version, told.store.grid.root
    pages = {get(client, f"tiles/{version}/row/0/{index}").data for index in range(5)}
    assert len(pages) == 1
    (data,) = pages
    whole = json.loads(data)
    assert whole["whole"]
    assert whole["octave"] > 0
    assert whole["octave"] <= root.octave


@pytest.mark.parametrize(
    "asked",
    [
        "q=%00", "q=%ff%fe", "q='; drop table events; --", "q=%25_%5C", 'q="', "q=" + "%F0%9F%8E%86" * 200, "q=" + "+a" * 999, "q=a&q=b",
        "filter=:::;;;,,,", "filter=lane:" + ",x" * 1_900, "filter=lane:rail'--", "filter=nothing:x", "filter=lane:%25", "filter=tag:%0A",
        "filter=key:key;status:",
        "filter=__class__:x", "q[]=a", "&&&==",
    ],
    ids=lambda text: text[:30],
)  # fmt: skip
def test_an_odd_search_is_a_search(client: FlaskClient, told: Answers, asked: str) -> None:
    version = told.store.about.version
    for address in (f"find/{version}", f"found/{version}/0", root_of(told)):
        page = get(client, f"{address}?{asked}")
        assert page.status_code == 200, address
        assert page.json is not None
    found = get(client, f"find/{version}?{asked}").json
    assert found is not None
    assert 0 <= found["entries"] <= told.store.about.entries


@pytest.mark.parametrize("asked", ["q=" + "a" * 2_001, "filter=lane:" + "a" * 4_000, "event=" + "a" * 401, "entry=" + "%C3%A4" * 401])
def test_a_search_longer_than_anybody_types_is_refused(client: FlaskClient, told: Answers, asked: str) -> None:
    for address in (f"find/{told.store.about.version}", f"place/{told.store.about.version}", root_of(told)):
        page = get(client, f"{address}?{asked}")
        assert page.status_code == 414
        assert page.json is not None
        assert "at most" in page.json["error"]


def slowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every question takes DuckDB for ever."""
    run = Engine._run
    for_ever = "select count(*) from range(1000000000) a, range(1000000000) b where a.range * b.range % 7 = 3"
    monkeypatch.setattr(Engine, "_run", lambda engine, sql: run(engine, for_ever))


def test_what_takes_too_long_is_stopped_and_says_so(folder: Path, told: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    stores, version = stores_at(folder), told.store.about.version

    def ask(address: str, patience: float = 60) -> Any:
        return Hand(stores, patience=patience).respond(address, {"q": "ereignis"}, "gzip", lambda tag: False)

    assert ask(f"cards/{version}/0").status_code == 200  # opened, while all is well
    with monkeypatch.context() as slow:
        slowed(slow)
        for address in (f"find/{version}", f"found/{version}/0", root_of(told), f"tiles/{version}/low/{told.store.grid.root.octave}/0"):
            page = ask(address, 0.2)
            assert page.status_code == 503, address
            assert page.headers["Retry-After"] == "5"
            assert page.headers["Cache-Control"] == "no-store"
            assert "longer than 0.2 seconds" in json.loads(page.get_data())["error"]
    assert ask(f"find/{version}").status_code == 200  # the same thread and its cursor go on
    assert ask(root_of(told)).status_code == 200


def test_slow_searches_take_no_turn_of_tiles(folder: Path, told: Answers, monkeypatch: pytest.MonkeyPatch) -> None:
    hand = Hand(stores_at(folder), patience=20)
    version, searching, go = told.store.about.version, threading.Semaphore(0), threading.Event()
    sought = Answers.find

    def slow(answers: Answers, wish: Any) -> dict[str, Any]:
        searching.release()
        assert go.wait(20)
        return sought(answers, wish)

    def status(address: str, query: str) -> int:
        return hand.respond(address, {"q": query}, "gzip", lambda tag: False).status_code

    monkeypatch.setattr(Answers, "find", slow)
    monkeypatch.setattr("timeline.serve.tiles._QUEUE", 0.1)
    with ThreadPoolExecutor(3) as pool:
        busy = [pool.submit(status, f"find/{version}", f"ereignis {number}") for number in (1, 2)]
        for _ in busy:
            assert searching.acquire(timeout=20)
        assert status(f"find/{version}", "ereignis 3") == 503
        assert hand.respond(root_of(told), {}, "gzip", lambda tag: False).status_code == 200
        go.set()
        assert [one.result() for one in busy] == [200, 200]
        assert status(f"find/{version}", "ereignis 3") == 200


def test_a_new_snapshot_is_served_while_the_one_before_stays(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    first = publish(folder, of("abc"))
    client = create_app(folder).server.test_client()
    octave = open_store(folder).grid.root.octave
    other = create_app(folder).server.test_client()  # another process: it has not been asked for the first one's page
    second = publish(folder, of("abcd"))
    for served in (client, other):
        for about, events in ((first, 3), (second, 4)):
            page = get(served, f"tiles/{about.version}/row/{octave}/0")
            assert page.status_code == 200
            assert page.json is not None
            assert len(page.json["events"]["id"]) == events
            assert get(served, f"cards/{about.version}/0").status_code == 200
    late = create_app(folder).server.test_client()
    publish(folder, of("abcde"))
    assert get(late, f"cards/{second.version}/0").status_code == 200
    assert get(late, f"cards/{first.version}/0").status_code == 404


def test_the_published_version_is_the_one_of_new_pages(tmp_path: Path) -> None:
    about = publish(tmp_path, of("abc"))
    editions = Editions(tmp_path)
    assert editions.current().version == about.version
    for labels in ("abcd", "abcde", "abcdef", "abc"):
        about = publish(tmp_path, of(labels))
        assert editions.current().version == about.version
        assert len(editions._open) <= 3
    (tmp_path / CURRENT).write_text("nonsense\n", "utf-8")
    assert editions.current().version == about.version  # what can be read is served on


def test_stores_stand_beside_stories(tmp_path: Path) -> None:
    publish(tmp_path / "Großer Bestand", of("abc"))
    (tmp_path / "fine.txt").write_text("+++ 14:39 Zug da +++\n", "utf-8")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / CURRENT).write_text("snapshot-0123456789ab.duckdb\n", "utf-8")
    client = create_app(tmp_path).server.test_client()
    html = client.get("/?story=fine.txt").get_data(as_text=True)
    assert "Großer Bestand" in html
    assert ">broken" not in html
    version = open_store(tmp_path / "Großer Bestand").about.version
    assert get(client, f"cards/{version}/0").status_code == 200
    assert get(client, "cards/0123456789ab/0").status_code == 404


def test_a_store_that_cannot_be_read_is_no_app(tmp_path: Path) -> None:
    (tmp_path / CURRENT).write_text("snapshot-0123456789ab.duckdb\n", "utf-8")
    with pytest.raises(SourceError, match="build the store again"):
        create_app(tmp_path)


def test_the_page_has_the_addresses_of_the_version_that_it_shows(tmp_path: Path) -> None:
    first = publish(tmp_path, of("abc")).version
    client = create_app(tmp_path).server.test_client()
    assert f'"version":"{first}"' in client.get("/").get_data(as_text=True)
    second = publish(tmp_path, of("abcd")).version
    html = client.get("/").get_data(as_text=True)
    assert f'"version":"{second}"' in html
    assert f'"base":"{BASE}"' in html


def test_many_threads_get_what_one_gets(folder: Path, told: Answers) -> None:
    grid = told.store.grid
    some = [Tile(grid.root.octave - deep, index) for deep in (0, 3, 5, 8, 12) for index in {0, (1 << deep) // 2, (1 << deep) - 1}]
    tiles = [(lay, tile) for lay in LAYS for tile in some]
    alone = [written(told.tile(lay, tile)) for lay, tile in tiles]
    fresh = answers_of(folder)
    begin = threading.Barrier(8)

    def all_of_them(shift: int) -> list[bytes]:
        begin.wait()
        turned = tiles[shift:] + tiles[:shift]
        found = [written(fresh.tile(lay, tile)) for lay, tile in turned]
        return found[len(tiles) - shift :] + found[: len(tiles) - shift]

    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(all_of_them, [number * len(tiles) // 8 for number in range(8)]):
            assert found == alone


def test_kept_bytes_have_a_bound() -> None:
    kept = Kept(100)
    for number in range(50):
        kept.made(number, lambda: b"x" * 30)
        kept.get(0)
        assert kept.size <= 100
    assert kept.get(0) is not None
    assert kept.get(49) is not None
    assert kept.get(48) is not None
    assert kept.get(47) is None
    kept.made("huge", lambda: b"x" * 101)
    assert kept.size == 0


def test_one_makes_what_many_want() -> None:
    kept, made, go = Kept(100), [], threading.Event()

    def make() -> bytes:
        made.append(1)
        assert go.wait(20)
        return b"x"

    with ThreadPoolExecutor(4) as pool:
        found = [pool.submit(kept.made, "key", make) for _ in range(4)]
        go.set()
        assert [one.result() for one in found] == [b"x"] * 4
    assert len(made) == 1


def test_one_that_takes_long_holds_up_no_other() -> None:
    kept, go = Kept(10_000), threading.Event()
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(kept.made, "slow", lambda: b"x" if go.wait(20) else b"")
        for number in range(100):
            assert kept.made(number, lambda: b"y") == b"y"
        go.set()
        assert slow.result() == b"x"
    assert not kept._making


def test_what_fails_is_made_again() -> None:
    kept = Kept(100)
    with pytest.raises(ZeroDivisionError):
        kept.made("key", lambda: bytes(1 // 0))
    assert kept.made("key", lambda: b"x") == b"x"
