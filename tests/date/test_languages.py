"""Every language of the grammar: what its sentences say, what has to stay silent in them, and what a language needs to be whole.

`languages/CODE.csv` holds sentences with their expressions in square brackets and what these mean, seen from Thursday, 28 February 2019;
`languages/prose.csv` sentences to tell the languages apart by.
"""

import csv
import re
import time
from dataclasses import dataclass, fields
from pathlib import Path

import pytest

import timeline
from timeline.date.clauses import place_at, tense_of
from timeline.date.find import find
from timeline.date.grammar import Language, Words
from timeline.date.language import LANGUAGES, find_language, language_of
from timeline.date.partial import Partial
from timeline.date.resolve import Frame
from timeline.date.timex import find_moments
from timeline.date.values import GROUPS
from timeline.errors import OptionError
from timeline.moment import day_of, iso
from timeline.table import rows

FOLDER = Path(__file__).parent / "languages"
THURSDAY = day_of("2019-02-28")
COARSE = {"day", "weekend", "week", "month", "season", "quarter", "year", "decade", "century"}


def table(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def plain(text: str) -> str:
    """The text without the brackets around its expressions."""
    return re.sub(r"[\[\]]", "", text)


def read(code: str, text: str) -> tuple[str, str]:
    """The text with brackets around its expressions, and what they mean, as the tables write it."""
    language = LANGUAGES[code]
    zone = language.desk_zone
    marked, end, values = "", 0, []
    for one in find_moments(text, Frame(THURSDAY, THURSDAY, zone, zone, language)):
        marked += f"{text[end : one.start]}[{one.text}]"
        end = one.end
        if one.moment is None:
            values.append(one.value)
        else:
            part = "" if one.moment.civil is None or one.moment.precision in COARSE else f" {one.moment.precision}"
            values.append(iso(one.moment) + part)
    return marked + text[end:], " | ".join(values)


@pytest.mark.parametrize(
    ("code", "text", "values"), [(code, r["text"], r["values"]) for code in ("en", "fr", "es", "it") for r in table(code)]
)
def test_sentences(code: str, text: str, values: str) -> None:
    assert read(code, plain(text)) == (text, values)


@pytest.mark.parametrize(("code", "tense", "text"), [(row["language"], row["tense"], row["text"]) for row in table("tense")])
def test_planned_or_happened(code: str, tense: str, text: str) -> None:
    language = LANGUAGES[code]
    found = find(text, language)[0]
    assert tense_of(place_at(text, found.start, found.end), language) == tense


# What a language needs. Words are found in the tables of the language, phrases stand here: one row a language.


@dataclass(frozen=True)
class Phrases:
    """How a language says what every language has to say. `{}` is where a word of its tables goes."""

    dated: str
    """28 `{month}` 2019."""
    counted: str
    """`{number}` days ago."""
    date: str
    clock: str
    ago: str
    twin: str
    until: str
    parts: tuple[str, ...]
    """Wednesday morning, afternoon, evening, night."""
    relations: tuple[str, ...]
    """Last week, this week, next week."""


PHRASES = {
    "de": Phrases(
        dated="am 28. {} 2019",
        counted="vor {} Tagen",
        date="Das war am [Donnerstag, 28. Februar 2019].",
        clock="Es beginnt um [15.30 Uhr].",
        ago="[Vor acht Monaten] war es so weit.",
        twin="Es beginnt um [14.00 Uhr (8.00 Uhr MEZ)].",
        until="Das gilt bis zum [15. März].",
        parts=("am Mittwochmorgen", "am Mittwochnachmittag", "am Mittwochabend", "Mittwochnacht"),
        relations=("vergangene Woche", "diese Woche", "nächste Woche"),
    ),
    "en": Phrases(
        dated="on 28 {} 2019",
        counted="{} days ago",
        date="It was on [Thursday, 28 February 2019].",
        clock="It begins at [3:30 pm].",
        ago="It was [eight months ago].",
        twin="It begins at [2 pm (8 am CET)].",
        until="This holds until [15 March].",
        parts=("Wednesday morning", "Wednesday afternoon", "Wednesday evening", "Wednesday night"),
        relations=("last week", "this week", "next week"),
    ),
    "fr": Phrases(
        dated="le 28 {} 2019",
        counted="il y a {} jours",
        date="C'était le [jeudi 28 février 2019].",
        clock="Cela commence à [15h30].",
        ago="C'était [il y a huit mois].",
        twin="Cela commence à [14 heures (8 heures à Paris)].",
        until="Cela vaut jusqu'au [15 mars].",
        parts=("mercredi matin", "mercredi après-midi", "mercredi soir", "la nuit de mercredi"),
        relations=("la semaine dernière", "cette semaine", "la semaine prochaine"),
    ),
    "es": Phrases(
        dated="el 28 de {} de 2019",
        counted="hace {} días",
        date="Fue el [jueves 28 de febrero de 2019].",
        clock="Empieza a las [15.30].",
        ago="Fue [hace ocho meses].",
        twin="Empieza a las [14:00 (8:00 en Madrid)].",
        until="Vale hasta el [15 de marzo].",
        parts=("el miércoles por la mañana", "el miércoles por la tarde", "el miércoles por la noche", "la madrugada del miércoles"),
        relations=("la semana pasada", "esta semana", "la semana que viene"),
    ),
    "it": Phrases(
        dated="il 28 {} 2019",
        counted="{} giorni fa",
        date="Era [giovedì 28 febbraio 2019].",
        clock="Comincia alle [15.30].",
        ago="È successo [otto mesi fa].",
        twin="Comincia alle [14 (le 8 a Roma)].",
        until="Vale fino al [15 marzo].",
        parts=("mercoledì mattina", "mercoledì pomeriggio", "mercoledì sera", "mercoledì notte"),
        relations=("la settimana scorsa", "questa settimana", "la prossima settimana"),
    ),
}
SILENT = (
    "15,30 €", "$15.30", "3:1", "3-1", "3.11.7", "v2.19", "10.20.30.40", "030 12345678", "+49 30 1234567", "§ 15.3", "Boeing 737", "A380",
    "1.234,56", "1,234.56", "12 345", "50 %", "0,5", "4 x 100 m", "130 km/h", "978-3-16-148410-0", "E-101", "(12)", "1/2", "H2O", "#2019a",
)  # fmt: skip
"""Numbers that are no time in any language."""


def partials(code: str, text: str) -> list[Partial]:
    return [found.partial for found in find(text, LANGUAGES[code])]


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_language_is_complete(code: str) -> None:
    assert code in PHRASES, f"say in PHRASES how {code!r} says what every language has to say"
    language, phrases = LANGUAGES[code], PHRASES[code]
    words = language.words
    for number in range(1, 13):
        names = [name for name, month in words.months.items() if month == number]
        assert any(partials(code, phrases.dated.format(name)) == [Partial(2019, number, 28)] for name in names), f"month {number}"
        counts = [name for name, value in words.numbers.items() if value == number]
        found = [partials(code, phrases.counted.format(name)) for name in counts]
        assert any(one and one[0].ago and one[0].amounts == ((number, "day"),) for one in found), f"number {number}"
    for number in range(7):
        names = [name for name, weekday in words.weekdays.items() if weekday == number]
        assert any([one.weekday for one in partials(code, name)] == [number] for name in names), f"weekday {number}"
    for phrase, part in zip(phrases.parts, ("morning", "afternoon", "evening", "night"), strict=True):
        assert [(one.weekday, one.part) for one in partials(code, phrase)] == [(2, part)], phrase
    for phrase, relation in zip(phrases.relations, ("past", "this", "future"), strict=True):
        assert [(one.unit, one.relation) for one in partials(code, phrase)] == [("week", relation)], phrase
    assert read(code, plain(phrases.date)) == (phrases.date, "2019-02-28")
    assert read(code, plain(phrases.ago)) == (phrases.ago, "2018-06")
    assert read(code, plain(phrases.clock))[0] == phrases.clock
    assert [(one.hour, one.minute) for one in partials(code, plain(phrases.clock))] == [(15, 30)]
    assert read(code, plain(phrases.twin))[0] == phrases.twin
    assert [found.twin and found.twin.hour for found in find(plain(phrases.twin), language)] == [8]
    assert [(one.day, one.month, one.until) for one in partials(code, plain(phrases.until))] == [(15, 3, True)]


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_language_is_silent_on_numbers_that_are_no_time(code: str) -> None:
    assert [text for text in SILENT if partials(code, text)] == []


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_rules_have_names_of_their_own_and_say_something(code: str) -> None:
    names = [rule.name for rule in (*LANGUAGES[code].rules, *LANGUAGES[code].chains)]
    assert sorted(names) == sorted(set(names))
    for row in table(code) if code in ("fr", "es", "it") else []:
        assert all(partial.filled() for partial in partials(code, plain(row["text"]))), row["text"]


def hostile(language: Language) -> list[str]:
    """What a careless pattern takes for ever to refuse, if it comes often enough."""
    words = language.words
    tables = (words.months, words.weekdays, words.units, words.numbers, words.relations, words.parts, words.zones)
    own = " ".join([*sorted(language.common), *(word for table in tables for word in table)])
    return ["1", "a", " ", "12:", "28 ", own]


def seconds(pattern: re.Pattern[str], text: str) -> float:
    started = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - started


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_pattern_is_linear(code: str) -> None:
    """A thousand characters first: what takes long for those would take hours for twenty thousand."""
    language = LANGUAGES[code]
    patterns = {rule.name: rule.pattern for rule in (*language.rules, *language.chains)}
    patterns |= {one.name: getattr(language, one.name) for one in fields(language) if isinstance(getattr(language, one.name), re.Pattern)}
    slow = []
    for piece in hostile(language):
        text = piece * (20_000 // len(piece) + 1)
        slow += [
            name for name, pattern in patterns.items() if seconds(pattern, text[:1_000]) > 0.5 or seconds(pattern, text[:20_000]) > 0.5
        ]
    assert not slow


# Telling them apart


@pytest.mark.parametrize(("code", "text"), [(row["language"], row["text"]) for row in table("prose")])
def test_a_short_sentence_tells_its_language(code: str, text: str) -> None:
    assert language_of(text).code == code


@pytest.mark.parametrize("code", ["fr", "es", "it"])
def test_what_does_not_tell_its_language_is_english(code: str) -> None:
    told = [language_of(plain(row["text"])).code for row in table(code)]
    assert set(told) <= {code, "en"}
    assert told.count(code) >= 0.95 * len(told)


@pytest.mark.parametrize("text", ["", "13:25", "+++", "Kim Jong Un", "123 456", "\x00\x01"])
def test_nothing_to_tell_by_is_english(text: str) -> None:
    assert language_of(text).code == "en"


def test_codes() -> None:
    assert [
        find_language(code).code for code in ("fr", "fr-CA", "FR_fr", "es-419", "it-CH", "de-AT", "en-GB")
    ] == "fr fr fr es it de en".split()
    with pytest.raises(OptionError, match="'pt'; use one of de, en, es, fr, it"):
        find_language("pt")


# From a ticker to its events

TICKERS = {
    "fr": """+++ 14:10 Le convoi quitte l'hôtel +++
Les deux dirigeants sont partis à 13h25, heure locale.

+++ 13:40 La conférence de presse est avancée +++
Elle est avancée de deux heures, à 14 heures (8 heures à Paris), à Hanoï.

+++ 12:30 Pas de déjeuner +++
Le déjeuner prévu n'a pas eu lieu.

+++ 11:05 Dîner +++
Ils ont dîné mercredi soir à 18h30. Le prochain sommet aura lieu en mai.
""",
    "es": """+++ 14:10 El convoy sale del hotel +++
Los dos líderes salieron a las 13:25, hora local.

+++ 13:40 Se adelanta la rueda de prensa +++
Ha sido adelantada dos horas, a las 14:00 (8:00 en París), en Hanói.

+++ 12:30 No hay almuerzo +++
El almuerzo previsto fue cancelado.

+++ 11:05 Cena +++
Cenaron el miércoles por la noche a las 20:30. La próxima cumbre será en mayo.
""",
    "it": """+++ 14:10 Il convoglio lascia l'albergo +++
I due leader sono partiti alle 13.25 ora locale.

+++ 13:40 Anticipata la conferenza stampa +++
È stata anticipata di due ore, alle 14 (le 8 a Parigi), a Hanoi.

+++ 12:30 Niente pranzo +++
Il pranzo previsto è stato annullato.

+++ 11:05 Cena +++
Hanno cenato mercoledì sera alle 20.30. Il prossimo vertice si terrà a maggio.
""",
}


@pytest.mark.parametrize("code", sorted(TICKERS))
def test_a_ticker_from_end_to_end(code: str) -> None:
    story = timeline.load(TICKERS[code], date="2019-02-28")
    assert (story.language, story.zone) == (code, "Asia/Ho_Chi_Minh")
    told = {(row["start"], row["status"]) for row in rows(story)}
    dinner = "2019-02-27T18:30+07:00" if code == "fr" else "2019-02-27T20:30+07:00"
    assert told == {
        (dinner, "happened"),
        ("2019-05", "planned"),
        ("2019-02-28", "cancelled"),
        ("2019-02-28T14:00+07:00", "happened"),
        ("2019-02-28T16:00+07:00", "superseded"),
        ("2019-02-28T13:25+07:00", "happened"),
        ("2019-02-28T12:30+01:00", "happened"),
    }


def test_the_page_on_languages_names_every_group_and_every_field() -> None:
    page = (Path(__file__).parents[2] / "docs" / "languages.md").read_text("utf-8")
    named = set(re.findall(r"`(\w+)`", page))
    groups = {name for language in LANGUAGES.values() for rule in (*language.rules, *language.chains) for name in rule.pattern.groupindex}
    groups -= {"dot"}  # refers back within its pattern
    assert sorted(set(GROUPS) - named) == []
    assert sorted(groups - named - {name for name in groups if name[-1].isdigit() and name[:-1] in named}) == []
    assert sorted({one.name for one in (*fields(Language), *fields(Words))} - named) == []


@pytest.mark.parametrize(("code", "text", "values"), [(row["language"], row["text"], row["values"]) for row in table("clocks")])
def test_clocks_with_days(code: str, text: str, values: str) -> None:
    assert read(code, plain(text)) == (text, values)


@pytest.mark.parametrize(
    ("code", "text", "start", "end"),
    [
        ("es", "El sábado de 10 a 14 horas abrirá.", "2019-03-02T10:00+01:00", "2019-03-02T14:00+01:00"),
        ("es", "El acto será el viernes de las 22:00 a las 2:00.", "2019-03-01T22:00+01:00", "2019-03-02T02:00+01:00"),
        ("es", "La reunión será mañana de 9 a 11 de la mañana.", "2019-03-01T09:00+01:00", "2019-03-01T11:00+01:00"),
        ("es", "El sábado, entre las 14:00 y las 16:00, cerrará.", "2019-03-02T14:00+01:00", "2019-03-02T16:00+01:00"),
        ("fr", "Il ouvrira samedi de 10 h à 14 h.", "2019-03-02T10:00+01:00", "2019-03-02T14:00+01:00"),
        ("fr", "Vendredi, de 22 h à 2 h, la route sera fermée.", "2019-03-01T22:00+01:00", "2019-03-02T02:00+01:00"),
        ("fr", "Samedi, entre 8 et 10 heures, il sera fermé.", "2019-03-02T08:00+01:00", "2019-03-02T10:00+01:00"),
        ("it", "Aprirà sabato dalle 10 alle 14.", "2019-03-02T10:00+01:00", "2019-03-02T14:00+01:00"),
        ("it", "Venerdì dalle 22 alle 2 la strada sarà chiusa.", "2019-03-01T22:00+01:00", "2019-03-02T02:00+01:00"),
        ("it", "Sabato, tra le 8 e le 10, sarà chiuso.", "2019-03-02T08:00+01:00", "2019-03-02T10:00+01:00"),
    ],
)
def test_ranges_on_a_day(code: str, text: str, start: str, end: str) -> None:
    (row,) = rows(timeline.load(f"+++ Ticker +++\n{text}\n", date="2019-02-28", zone="Europe/Madrid", language=code))
    assert (row["start"], row["end"]) == (start, end)
