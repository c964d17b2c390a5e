"""Tickers as newsrooms write them: every line ends in an entry, the introduction, the settings or a problem."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import SourceError
from timeline.model import Source
from timeline.read import read

CASES = Path(__file__).parent.parent / "cases" / "read"


def case(name: str) -> Source:
    """One of the small tickers."""
    return read(CASES / name)


def headlines(source: Source) -> list[str]:
    """Its headlines in their order."""
    return [entry.headline for entry in source.entries]


def codes(source: Source) -> list[tuple[int | None, str]]:
    """Line and code of its problems."""
    return [(problem.line, problem.code) for problem in source.problems]


def test_any_number_of_plus_signs_from_three_on() -> None:
    assert headlines(case("four-plus.txt")) == ["Fähre fällt aus", "Bus fährt als Ersatz", "Anleger wird gesichert", "Pegel steigt"]


def test_clock_on_headline() -> None:
    found = [(entry.stamp, entry.headline, entry.body) for entry in case("clock-on-headline.txt").entries]
    assert found == [
        ("14:39", "Letzte Brücke wieder frei", "Seit dem Mittag war sie gesperrt."),
        ("11.04 Uhr", "Kran hebt den Lastwagen aus dem Graben", "Der Fahrer ist unverletzt."),
        ("9 Uhr", "Feuerwehr rückt ab", "Den Rest erledigt der Bauhof."),
        ("22.25 Uhr", "Lastwagen rutscht von der Straße", "Die Fahrbahn ist glatt."),
        ("22.14 Uhr", "Erster Schnee auf der Höhe", "Der Winterdienst ist unterwegs."),
        ("21.51Uhr", "Warnung vor Glätte", ""),
    ]


def test_text_that_ends_in_plus_signs_is_no_headline() -> None:
    source = case("trailing-plus.txt")
    assert headlines(source) == ["Museum öffnet wieder", "Eintritt bleibt frei", "Rundgang für Kinder beginnt am Seiteneingang"]
    assert source.entries[0].body.endswith("lesen Sie hier")
    assert source.entries[2].body == "Anmeldung an der Kasse +++ Plätze begrenzt +++ bitte pünktlich sein"
    assert codes(source) == [(3, "trailing-plus"), (7, "trailing-plus")]


def test_what_a_page_left_behind_is_counted_and_left_out() -> None:
    source = case("loose-lines.txt")
    assert codes(source) == [(3, "loose-line"), (7, "loose-line"), (11, "loose-line"), (15, "loose-line"), (21, "loose-line")]
    assert "Fullscreen" not in "".join(entry.body for entry in source.entries)
    assert source.entries[2].body.endswith("Eine Anzeige droht allen, die den Weg zustellen.")


def test_entries_without_a_body() -> None:
    source = case("no-body.txt")
    assert headlines(source) == ["Anpfiff", "Pfosten!", "Halbzeit, noch keine Tore", "Schluss"]
    assert {entry.body for entry in source.entries} == {""}
    assert not any(entry.pointer for entry in source.entries)


def test_an_entry_that_only_points_elsewhere_says_so() -> None:
    entry = read("+++ Warum hier? +++\nLesen Sie hier, warum gerade hier+++\n").entries[0]
    assert entry.pointer
    linked = read("+++ Why here? +++\n[Read more here](https://example.org/a)\n").entries[0]
    assert (linked.pointer, linked.links) == (True, ("https://example.org/a",))


def test_introduction() -> None:
    source = case("intro.txt")
    assert source.introduction.startswith("Der Markt zieht um")
    assert "Worum es geht" in source.introduction
    assert len(source.entries) == 2


def test_front_matter() -> None:
    source = case("front-matter.md")
    settings = source.settings
    assert (settings.title, settings.date, settings.zone, settings.language) == (
        "Harbour day: what is on, and when",
        "2023-07-15",
        "Europe/Lisbon",
        "en",
    )
    assert settings.reader_zones == ("Europe/London", "America/Sao_Paulo")
    assert settings.anchors == {"festival": "2023-07-14"}
    assert settings.lanes == {"Water": ("boat", "ferry", "swimmers"), "Land": ("stage", "market")}
    boat, swimmers, market = source.entries
    assert (boat.body, boat.links) == ("She takes forty guests and a small band.", ("https://example.org/band",))
    assert (swimmers.hand, swimmers.body) == ("2023-07-15 12:05", "All of them, this year.")
    assert market.body.startswith("---")
    assert source.problems == ()


def test_line_numbers_count_the_front_matter() -> None:
    assert [entry.lines for entry in case("front-matter.md").entries] == [(15, 17), (19, 22), (24, 28)]


@pytest.mark.parametrize("bad", ["title: [", "zone: CET/Paris", "date: 2019-02-31", "anchors: {a: soon}", "colour: red", "lanes: 3"])
def test_bad_front_matter_is_a_problem_and_the_rest_stays(bad: str) -> None:
    source = read(f"---\n{bad}\n---\n+++ Headline +++\n")
    assert len(source.problems) == 1
    assert headlines(source) == ["Headline"]
    assert bad.split(":")[0] in source.problems[0].say() or "YAML" in source.problems[0].say()


@pytest.mark.parametrize(
    ("name", "first"), [("crlf.txt", "Aufzug fährt wieder"), ("bom.txt", "Die Messung beginnt gleich in der ersten Zeile")]
)
def test_line_ends_and_byte_order_marks(name: str, first: str) -> None:
    source = case(name)
    assert headlines(source)[0] == first
    assert "\r" not in source.introduction + "".join(entry.body for entry in source.entries)


def test_lines_of_a_paragraph_are_joined() -> None:
    assert case("crlf.txt").entries[0].body == "Der Techniker war da.\n\nZweiter Absatz, erste Zeile und zweite Zeile."


def test_windows_1252() -> None:
    first, second = case("windows-1252.txt").entries
    assert first.headline == "Schwäne müssen übersiedeln"
    assert "12\xa0000 €" in first.body
    assert first.body.endswith("…")
    assert second.headline == "Brücke über die Würm gesperrt"


def test_markup_stays_text() -> None:
    source = case("script.txt")
    assert '<script>alert("headline")</script>' in source.entries[0].headline
    assert source.entries[1].links == ()


def test_right_to_left() -> None:
    source = case("rtl.txt")
    assert (source.entries[0].stamp, source.entries[0].headline) == ("18:20", "السوق يفتح أبوابه")


def test_a_ticker_without_plus_signs_has_its_entries_at_clocks() -> None:
    source = read("Nachrichten vom Tag\n\n11.04 Uhr: Zug steht\nBei 2:1 blieb es.\n\n10:58 Zug fährt an\nText.\n")
    assert [(entry.stamp, entry.headline) for entry in source.entries] == [("11.04 Uhr", "Zug steht"), ("10:58", "Zug fährt an")]


@pytest.mark.parametrize("name", ["empty.txt", "no-headlines.txt"])
def test_nothing_to_read_says_what_an_entry_looks_like(name: str) -> None:
    with pytest.raises(SourceError, match=r"\+\+\+ 14:39 headline \+\+\+"):
        case(name)


def test_wrong_paths_and_binary_files(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="nowhere"):
        read(tmp_path / "nowhere.txt")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\0\0+++ a +++")
    with pytest.raises(SourceError, match="not a text file"):
        read(tmp_path / "picture.png")


@given(st.text(alphabet=st.sampled_from("+ab \n\r@#*[]():.1234Uhr\u2028"), max_size=200))
def test_no_line_is_lost(text: str) -> None:
    """What is not blank stands in an entry, the introduction or a problem; the order stays."""
    try:
        source = read(f"+++ start +++\n{text}")
    except SourceError:
        return
    kept = "".join(f"{entry.stamp}{entry.hand}{entry.headline}{entry.body}" for entry in source.entries)
    kept += "".join(problem.words for problem in source.problems) + "".join(link for entry in source.entries for link in entry.links)
    for letter in "ab1234":
        assert kept.count(letter) >= text.count(letter) or any(len(problem.words) >= 60 for problem in source.problems)


def test_entries_behind_rules() -> None:
    text = "A day in May\n\nThe beginning first.\n\n---\n\nDoors open\n\nIt began at 9am.\n\n"
    text += "---\nDoors close\n\nNobody stayed.\n\n---\n***\n\nNight falls. Nobody minds.\n"
    source = read(text)
    assert [(entry.headline, entry.body) for entry in source.entries] == [
        ("Doors open", "It began at 9am."),
        ("Doors close", "Nobody stayed."),
        ("Night falls. Nobody minds.", ""),
    ]
    assert source.introduction == "The beginning first."
    with pytest.raises(SourceError, match="---"):
        read("One rule\n\n---\n\ndivides nothing.\n")
