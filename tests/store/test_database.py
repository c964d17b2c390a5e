"""A store in PostgreSQL: what is published is whole, whoever reads goes on reading, one writes at a time, and no message has a password."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from click.testing import CliRunner

from tests.store.made import of
from timeline.arrange.tiles import Tile
from timeline.cli import cli
from timeline.errors import OptionError, SourceError, TimelineError
from timeline.serve import create_app
from timeline.serve.stores import stores_at
from timeline.serve.tiles import BASE
from timeline.store import is_store, shown
from timeline.store.about import About
from timeline.store.answers import Answers
from timeline.store.engine import Engine
from timeline.store.limit import TooSlow
from timeline.store.snapshot import open_store, publish
from timeline.store.store import Store


@pytest.fixture
def place(postgres: str) -> Iterator[str]:
    """The address of a store that is not there yet."""
    yield postgres.replace("?", "/story?")
    with psycopg.connect(postgres, autocommit=True) as connection:
        for (name,) in connection.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'story%'").fetchall():
            connection.execute(f'DROP SCHEMA "{name}" CASCADE')


def schemas(place: str) -> set[str]:
    with psycopg.connect(place.replace("/story", "")) as connection:
        return {name for (name,) in connection.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'story%'").fetchall()}


@contextmanager
def opened(place: str, version: str | None = None) -> Iterator[Store]:
    store = open_store(place, version)
    yield store
    store.engine.close()


def names(store: Store) -> list[str]:
    return sorted(told.event.id for told in store.tile("row", store.grid.root).events)


def test_versions_follow_each_other_and_readers_keep_theirs(place: str) -> None:
    one = publish(place, of("a")).version
    with opened(place) as first:
        two = publish(place, of("ab")).version
        assert names(first) == ["a"]
    with opened(place, one) as first, opened(place) as second:
        assert (names(first), names(second)) == (["a"], ["a", "b"])
        first.engine.close()
        three = publish(place, of("abc")).version
        assert schemas(place) == {"story", f"story_{two}", f"story_{three}"}
        assert names(second) == ["a", "b"]
    assert publish(place, of("ab")).version == two
    with opened(place) as again:
        assert again.about.version == two
    with pytest.raises(SourceError, match=f"has no version '{one}'; it has {two}, {three}"):
        open_store(place, one)


def test_what_fails_changes_nothing(place: str) -> None:
    version = publish(place, of("a")).version

    def fails(engine: Engine) -> About:
        of("abc")(engine)
        raise OptionError("broken off")

    with pytest.raises(OptionError, match="broken off"):
        publish(place, fails)
    assert schemas(place) == {"story", f"story_{version}"}
    with opened(place) as store:
        assert store.about.version == version


def test_two_cannot_write_at_once(place: str) -> None:
    def within(engine: Engine) -> About:
        with pytest.raises(OptionError, match="somebody else is writing"):
            publish(place, of("b"))
        return of("a")(engine)

    assert publish(place, within).events == 1


def test_somebody_else_may_read_and_no_more(place: str, postgres: str) -> None:
    with psycopg.connect(postgres, autocommit=True) as owner:
        owner.execute("CREATE ROLE reader LOGIN")
        owner.execute("ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO reader")
        owner.execute("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader")
        try:
            publish(place, of("ab"))
            reader = place.replace("timeline@", "reader@")
            with opened(reader) as store:
                assert names(store) == ["a", "b"]
            with pytest.raises(OptionError, match=r"permission denied.*may create schemas"):
                publish(reader, of("abc"))
        finally:
            owner.execute("DROP OWNED BY reader CASCADE")
            owner.execute("DROP ROLE reader")


def test_threads_ask_at_once_and_an_error_stays_with_its_own(place: str) -> None:
    publish(place, of("abcdefgh"))
    store, failed = open_store(place), list[BaseException]()

    def ask() -> None:
        try:
            for _ in range(10):
                assert names(store) == list("abcdefgh")
                with pytest.raises(psycopg.Error):
                    store.engine._run("SELECT nothing FROM nowhere")
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    store.engine.close()


def test_a_question_is_stopped(place: str) -> None:
    publish(place, of("a"))
    store = open_store(place)
    with pytest.raises(TooSlow), store.engine.within(0.3):
        store.engine._run("SELECT pg_sleep(30)")
    assert store.count(Tile(store.grid.root.octave, 0)) == 1
    store.engine.close()


def test_commands_and_the_app_take_an_address(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("few.csv").write_text("id,label,start\na,Eins,2024-05-01 10:00\nb,Zwei,2024-05-01 11:00\n", "utf-8")
    secret = f"{place}&password=s3cret"  # the server trusts everybody
    told = CliRunner().invoke(cli, ["build", "few.csv", "--out", secret])
    assert (told.exit_code, "2 entries, 2 events" in told.output, "s3cret" in told.output) == (0, True, False), told.output
    for source in (secret, "few.csv"):
        told = CliRunner().invoke(cli, ["build", source, "--static", f"site-{source[:3]}"])
        assert "263 files" in told.output
    one, two = ({path.name: path.read_bytes() for path in Path(site).rglob("*.gz")} for site in ("site-pos", "site-few"))
    assert one == two
    app = create_app(secret)
    with opened(place) as store:
        root, version = store.grid.root, store.about.version
    answer = app.server.test_client().get(f"/{BASE}tiles/{version}/row/{root.octave}/0")
    assert answer.get_json()["events"]["id"] == ["a", "b"]
    for editions in stores_at(secret).values():
        edition = editions.current()
        assert edition.version == version
        edition.answers.store.engine.close()


def test_a_place_without_a_store(place: str) -> None:
    assert is_store(place)
    with pytest.raises(SourceError, match="holds no store; build one"):
        open_store(place)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://me:s3cret@nowhere.invalid/db",
        "postgresql://me:s3cret@/db?host=nothing-is-here",
        "postgresql://me:s3cret/s3cret@host/db",
        "postgresql://me:s3cret#s3cret@host/db",
        "postgresql://me:s3cret%zz@host/db",
        "postgresql://me:s3cret@host",
        "postgresql://me:s3cret@host/db/Wrong Name",
        "postgresql://me@nowhere.invalid/db?password=s3cret",
    ],
)
def test_no_message_has_a_password(address: str) -> None:
    for act in (lambda: open_store(address), lambda: publish(address, of("a"))):
        with pytest.raises(TimelineError) as caught:
            act()
        error: BaseException | None = caught.value
        while error:
            assert "s3cret" not in str(error)
            error = error.__cause__
    assert "s3cret" not in shown(address)


def test_what_is_appended_is_published_with_what_was_there(place: str, tmp_path: Path) -> None:
    secret = place.replace("timeline@", "timeline:s3cret@")
    log, more = tmp_path / "log.csv", tmp_path / "more.csv"
    log.write_text("label,start,id,status\nOne,2024-05-01 08:00,a,planned\nTwo,2024-05-02,b,\nNowhere,..,u,\n")
    more.write_text("label,start,id,replaces\nThree,2024-05-03,c,a\nTwo,2024-05-02,b,\n")
    commands = (["build", str(log), "--out", secret, "--zone", "UTC"], ["append", secret, str(more)])
    built, added = (CliRunner().invoke(cli, words) for words in commands)
    for done in (built, added):
        assert done.exit_code in (0, 1), done.output
        assert "s3cret" not in done.output
    assert "1 there already" in added.output
    with opened(place) as store:
        assert names(store) == ["a", "b", "c"]
        card = Answers(store, "en").cards(0)["html"]
    assert 'data-go="c"' in card
    assert 'data-go="a"' in card


def test_there_has_to_be_a_store_to_append_to(place: str, tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text("label,start\nOne,2024-05-01 08:00\n")
    done = CliRunner().invoke(cli, ["append", place, str(tmp_path / "log.csv")])
    assert isinstance(done.exception, SourceError)
    assert "holds no store; build one: timeline build SOURCE --out" in str(done.exception)
    assert schemas(place) == set()
