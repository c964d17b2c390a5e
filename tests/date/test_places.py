"""Places and the zones of their clocks: real zones, names in five languages, and names that mean something else."""

import importlib.resources
import time
from collections import Counter
from zoneinfo import ZoneInfo

import pytest

from timeline.date.find import find
from timeline.date.language import LANGUAGES
from timeline.date.places import BESIDE_A_CLOCK, COUNTRIES, NO_PLACE, PLACES, count_places, zone_of_place

TABLES = {"PLACES": PLACES, "COUNTRIES": COUNTRIES, "BESIDE_A_CLOCK": BESIDE_A_CLOCK}


def zone_tab() -> list[list[str]]:
    """(country, coordinates, zone) of every zone that the time zone database gives a country."""
    text = importlib.resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("key", sorted({key for places in TABLES.values() for key in places}))
def test_every_zone_is_in_the_time_zone_database(key: str) -> None:
    assert ZoneInfo(key).key == key


def test_every_name_stands_once_and_begins_with_a_capital() -> None:
    names = Counter(name for places in TABLES.values() for group in places.values() for name in group)
    assert [name for name, times in names.items() if times > 1] == []
    assert [name for name in names if not name[0].isupper() or len(name) < 3] == []
    assert sum(len(group) > 0 for group in PLACES.values()) > 120


def test_a_country_has_one_zone() -> None:
    zones = Counter(country for country, *_ in zone_tab())
    country_of = {zone: country for country, _, zone, *_ in zone_tab()}
    assert [key for key in COUNTRIES if zones[country_of[key]] != 1] == []
    several = (
        "Russland Russia Russie Rusia USA China Australien Australia Kanada Canada Brasilien Brazil Brasil Indonesien Mexiko Mexico".split()
    )
    assert [name for name in several if name in {name for group in COUNTRIES.values() for name in group}] == []


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Der Gipfel in Hanoi", "Asia/Ho_Chi_Minh"),
        ("Le sommet de Hanoï", "Asia/Ho_Chi_Minh"),
        ("La cumbre de Hanói", "Asia/Ho_Chi_Minh"),
        ("Demonstration in Sotschi", "Europe/Moscow"),
        ("Sochi", "Europe/Moscow"),
        ("À Pékin", "Asia/Shanghai"),
        ("a Pechino", "Asia/Shanghai"),
        ("en Nueva York", "America/New_York"),
        ("à La Haye", "Europe/Amsterdam"),
        ("a L'Aia", "Europe/Amsterdam"),
        ("all'Avana? No: a L'Avana", "America/Havana"),
        ("Roms Bürgermeister? In Rom!", "Europe/Rome"),
        ("Berlins Bürgermeister", "Europe/Berlin"),
        ("Schloss Elmau", "Europe/Berlin"),
        ("Das Treffen in Davos", "Europe/Zurich"),
        ("in Vietnam", "Asia/Ho_Chi_Minh"),
        ("en Suisse", "Europe/Zurich"),
        ("in der Türkei", "Europe/Istanbul"),
        ("Ein Sprecher in Washington", "America/New_York"),
    ],
)
def test_names(text: str, zone: str) -> None:
    assert [(found, times) for found, _, times in count_places(text)] == [(zone, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Mitt Romney und Bernie Sanders",
        "im Bundesstaat Washington, in the state of Washington, dans l'État de Washington",
        "Washington State, George Washington, Washington Post, New York Times",
        "Georgia, Georgien, Géorgie",
        "Birmingham, Portland, Santiago, Valencia, San José, San Jose, Georgetown",
        "Nach dem Essen im Hof der Halle; Reading a nice book in the bath; a split decision; male, Male, Bath, Split, Nice",
        "Sofia und Florence und Charlotte und Milan und Austin und Dallas",
        "Sinti und Roma, les Roms, AS Roma, AC Milan",
        "los Grandes Lagos, Damas y caballeros, la paz, la mosca, colonia, porto",
        "Real Madrid gegen FC Barcelona, Manchester United, Paris Saint-Germain",
        "romantisch, berlinern, Parisienne, Londoner, wienerisch, Romana",
        "Vietnam und Südkorea streiten, Iran droht, Israel antwortet",
        "Russland, USA, China, in Australien, in Canada, en Russie",
        "paris, LONDON, hanoi",
    ],
)
def test_names_that_mean_something_else(text: str) -> None:
    assert count_places(text) == []


def test_the_most_frequent_place_comes_first_under_its_first_name() -> None:
    text = "Hanoi, Saigon, Hanoi, Pjöngjang, Wien"
    assert count_places(text) == [("Asia/Ho_Chi_Minh", "Hanoi", 3), ("Asia/Pyongyang", "Pjöngjang", 1), ("Europe/Vienna", "Wien", 1)]


@pytest.mark.parametrize(
    ("code", "text", "zone"),
    [
        ("de", "Um 15 Uhr in Essen", "Europe/Berlin"),
        ("en", "at 3 pm in Reading", "Europe/London"),
        ("en", "at 3 pm in Tokyo", "Asia/Tokyo"),
        ("fr", "à 15 heures à Nice", "Europe/Paris"),
        ("fr", "à 15h30 heure de Pyongyang", "Asia/Pyongyang"),
        ("es", "a las 15.30 en Bogotá", "America/Bogota"),
        ("es", "a las 15:30 hora de Hanói", "Asia/Ho_Chi_Minh"),
        ("it", "alle 15.30 a Roma", "Europe/Rome"),
        ("it", "alle 15.30 ora di Hanoi", "Asia/Ho_Chi_Minh"),
    ],
)
def test_a_clock_beside_a_place_is_of_that_place(code: str, text: str, zone: str) -> None:
    (found,) = find(text, LANGUAGES[code])
    assert found.partial.zone == zone


def test_longer_names_that_are_no_place_hold_one_or_look_like_one() -> None:
    names = [name for group in PLACES.values() for name in group]
    assert [name for name in NO_PLACE if not any(place.split()[0][:3] in name for place in names)] == []
    assert zone_of_place("San Francisco") == "America/Los_Angeles"


@pytest.mark.parametrize("piece", ["Der Gipfel in Hanoi begann in Washington. ", "A", "A ", "San ", "New ", "in Süd "])
def test_a_million_characters_are_counted_soon(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    started = time.process_time()
    count_places(text)
    assert time.process_time() - started < 1  # a tenth of that on an idle core
