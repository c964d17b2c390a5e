"""What was assumed and what is wrong with a source stays in its store: counted whole, kept in bounded number; and its key events."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import ibis
import pytest

from tests.store.stores import events_of, store_of, story_of
from tests.store.test_append import NEW, OLD, appended, stored, written
from tests.test_cli_store import run
from timeline.arrange import span
from timeline.arrange.tiles import rank_of
from timeline.messages import PROBLEMS
from timeline.model import Assumption, Problem, Severity
from timeline.store.about import About
from timeline.store.build import KEYS
from timeline.store.notes import EACH, Noted, listed
from timeline.store.page import store_page
from timeline.store.snapshot import open_store
from timeline.store.static import answers_of


def counts(about: About) -> Counter[str]:
    return Counter(
        {severity: sum(one.count for one in about.problems if one.severity == severity) for severity in ("error", "warning", "note")}
    )


def test_all_are_counted_and_the_first_of_each_kind_are_kept() -> None:
    codes: list[tuple[str, Severity]] = [("row", "error"), ("fold", "warning"), ("row", "note")]
    problems = [Problem(code, "x" * 10_000, number, severity) for number in range(1, 101) for code, severity in codes]
    noted = Noted()
    for first in range(0, len(problems), 7):
        noted.add([Assumption("language", {"language": "en"})], problems[first : first + 7])
    assert noted.assumptions == (Assumption("language", {"language": "en"}),)
    assert [(one.code, one.severity, one.count) for one in noted.kinds] == [
        ("row", "error", 100),
        ("fold", "warning", 100),
        ("row", "note", 100),
    ]
    for kind in noted.kinds:
        assert [problem.line for problem in kind.first] == list(range(1, EACH + 1))
        assert max(len(problem.words) for problem in kind.first) < 500
    kept, rest = listed(noted.kinds)
    assert len(kept) + sum(rest.values()) == len(problems)
    assert list(rest) == [EACH - 1, 2 * EACH - 1, 3 * EACH - 1]


def test_a_store_that_is_appended_to_tells_both(tmp_path: Path) -> None:
    bad = [f"Lost {number},never,,,," for number in range(EACH + 5)]
    old = stored(written(tmp_path / "log.csv", [*OLD, *bad]))
    assert counts(old.about)["error"] == EACH + 5
    changed = OLD[1].replace("Two", "Zwei")
    store, _, problems = appended(old, written(tmp_path / "new.csv", [*NEW, *bad[:3], changed]))
    said = Counter(problem.severity for problem in problems)
    assert counts(store.about) == counts(old.about) + said
    assert said["error"] == 4
    codes = {one.code: one for one in store.about.problems if one.severity == "error"}
    assert codes["id-there"].first[0].words == "b"
    assert sum(len(one.first) for one in store.about.problems) < sum(counts(store.about).values())
    assert set(map(str, old.about.assumptions)) <= set(map(str, store.about.assumptions))
    assert About.of([(row["name"], row["value"]) for row in store.about.rows()]) == store.about


def test_records_are_dated_or_point_elsewhere_or_are_lost(tmp_path: Path) -> None:
    out = str(tmp_path / "store")
    log = str(written(tmp_path / "log.csv", [*OLD, *["Lost,never,,,,"] * 30]))
    done = run("build", log, "--out", out, "--zone", "Asia/Tokyo")
    assert done.returncode == 0
    store = open_store(out)
    lost = counts(store.about)["error"]
    assert f"33 records; 3 dated, 0 only point elsewhere, {lost} lost" in done.stdout
    assert lost == 30
    store.engine.close()
    page = store_page(answers_of(Path(out)))
    assert page.count('data-severity="error"') == EACH + 1
    assert "and 10 more of this kind" in page
    assert "30 notes on the source" in page


def test_other_notes_are_another_version(tmp_path: Path) -> None:
    """Whoever has a version open would not see them otherwise."""
    story = story_of(events_of(3, 60), 3)
    plain, again, noted = (
        store_of(replace(story, problems=some), ibis.duckdb.connect(), crowd=4_096) for some in ((), (), (Problem("row"),))
    )
    assert plain.about.version == again.about.version != noted.about.version


@pytest.mark.parametrize(("seed", "count"), [(1, 20), (2, 400)])
def test_key_events_are_the_most_important_in_the_order_of_the_cards(seed: int, count: int) -> None:
    story = story_of(events_of(seed, count), seed)
    store = store_of(story, ibis.duckdb.connect(), crowd=4_096)
    keys = {entry.id for entry in story.entries if entry.key}
    ranks: dict[str, int] = {}
    for event in story.events:
        if event.entry in keys and span(event):
            ranks[event.entry] = min(ranks.get(event.entry, 2**63), rank_of(event.importance, event.id))
    places: dict[str, int] = dict(store.engine.ask(store.tables["entries"].select("id", "place")))
    best = sorted(ranks, key=lambda name: (ranks[name], places[name]))[:KEYS]
    assert store.about.keys == tuple(sorted(places[name] for name in best))
    assert (len(ranks) > KEYS) == (count == 400)


def test_every_kind_can_be_kept() -> None:
    """What a page may have to carry at most."""
    assert len(PROBLEMS) * EACH < 2_000
