"""Numbers, names and idioms that are no times: a thousand sentences of a language hold none; what silences them spares the times beside."""

import pytest

from tests.date import numbers_de, numbers_en
from tests.date.numbers import Row, Sentence, sentences
from timeline.date.find import find
from timeline.date.language import LANGUAGES
from timeline.date.resolve import Frame
from timeline.date.timex import Timex, find_moments
from timeline.moment import day_of

ROWS: dict[str, tuple[Row, ...]] = {"de": numbers_de.ROWS, "en": numbers_en.ROWS}


def false_in(sentence: Sentence, code: str) -> list[Timex]:
    """What is found in a sentence and is not there: a length that it has is none, as long as it means no moment."""
    day = day_of("2019-02-28")
    found = find_moments(sentence.text, Frame(day, day, "UTC", "UTC", LANGUAGES[code]))
    return [one for one in found if one.kind not in sentence.may or one.moment is not None]


@pytest.mark.parametrize("code", sorted(ROWS))
@pytest.mark.parametrize("seed", [20_190_228, 1, 2])
def test_a_thousand_sentences_without_a_date(code: str, seed: int) -> None:
    made = sentences(ROWS[code], 1_000, seed)
    assert len({one.text for one in made}) == 1_000
    assert len({one.sort for one in made}) == len(ROWS[code])
    false = [(one.sort, found.text, found.rule, one.text) for one in made for found in false_in(one, code)]
    assert not false


@pytest.mark.parametrize("code", sorted(ROWS))
def test_the_sentences_are_always_the_same(code: str) -> None:
    assert sentences(ROWS[code], 50) == sentences(ROWS[code])[:50]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Das Spiel endete um 21:15.", ["21:15"]),
        ("Sie siegten 2:1, Anpfiff war um 20:15.", ["20:15"]),
        ("Sie führten gegen 21:15 mit 2:1.", ["21:15"]),
        ("Das Finale endete 21:15 Uhr.", ["21:15 Uhr"]),
        ("Der Stand um 14:30 MEZ war 3:3.", ["14:30 MEZ"]),
        ("Der ICE 1602 fuhr um 13.25 Uhr in Gleis 9 ein.", ["13.25 Uhr"]),
        ("Zug 14:30 fällt aus.", ["14:30"]),
        ("Auf Gleis 12. Mai hin oder her.", ["12. Mai"]),
        ("Der Kurs stieg von 2017 auf 2018 kräftig.", ["2017", "2018"]),
        ("Herr Sonntag kommt am Montag.", ["Montag"]),
        ("Frau Mai war im Mai da.", ["Mai"]),
        ("Bei der Weltmeisterschaft 2014 war es heißer.", ["2014"]),
        ("Abfahrt: 10:15, 11:15, 12:15.", ["10:15", "11:15", "12:15"]),
        ("Er starb 1999, sie lebte bis 2004.", ["1999", "2004"]),
        ("Statt 2019 öffnet das Haus erst 2021.", ["2019", "2021"]),
        ("Der Film von 2001 lief am Platz am 17. Juni.", ["2001", "17. Juni"]),
        ("Gezahlt wurde 1999, gekostet hat es 50 Mark.", ["1999"]),
        ("Nur 1989 war es anders.", ["1989"]),
        ("25:23, 21:25, 25:19; danach um 21:15 Schluss.", ["21:15"]),
    ],
)
def test_a_time_beside_such_numbers_is_found_in_german(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in find(text, LANGUAGES["de"]) if not one.partial.vague] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The match ended at 21:15.", ["21:15"]),
        ("They won 2:1, kick-off was at 20:15.", ["20:15"]),
        ("Flight BA 2019 left at 10:45 GMT.", ["10:45 GMT"]),
        ("In 2019 voters stayed at home.", ["2019"]),
        ("They may go on 14 May.", ["14 May"]),
        ("Mr Sunday came on Monday.", ["Monday"]),
        ("The number of cases rose in 1980.", ["1980"]),
        ("She came every second Monday.", ["Monday"]),
        ("She paid in 1999 for it.", ["1999"]),
        ("He died in 1999 and she lived until 2004.", ["1999", "2004"]),
        ("It opens in 2021 instead of 2019.", ["2021", "2019"]),
    ],
)
def test_a_time_beside_such_numbers_is_found_in_english(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in find(text, LANGUAGES["en"]) if not one.partial.vague] == found
