"""Trying rules only where they can begin finds exactly what searching each of them through the whole text finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.date.grammar import Rule
from timeline.date.language import LANGUAGES
from timeline.date.scan import scan, starts_for
from timeline.date.starts import Starts, fold, starts_of

WORDS = """
    am um im in vor nach bis seit ab von vom zwischen und der die das des jeden alle pro noch gegen kurz etwa ca. halb Viertel drei viertel
    Uhr 13.25 13:25 9 12. 31. 2019 1950 90er 1990er XX. 20-minütig zweitägige 2/3 11:30:45 2019-02-28 12.06.2018 5./6. Mai März Jan. April
    Juni 2018 Jahres Jahre Jahren Tage Tagen Stunden Minuten Wochen Monat Ende Anfang Mitte Montag Mittwochabend Ostermontag, Donnerstag,
    heute morgen gestern Abend früh Nacht zum Mitternacht Heiligabend Ostern Sommer Frühjahr kommenden vergangene letzten nächsten dieser
    Woche Wochenende Quartal dritten zweiten ersten Tag Gipfels Treffen später früher als geplant verschoben vorgezogen damals jetzt bald
    Ortszeit (Ortszeit/8.00 MEZ) MEZ UTC+1 EST GMT January February 27, May the of at on by noon midnight past to quarter half ten a.m. p.m.
    am pm o'clock every each daily yesterday tomorrow tonight last next this week weekend month year years ago earlier than scheduled days
    verschoben statt entfällt abgesagt cancelled postponed instead put off reporté annulé aplazado rinviato danach darauf zuvor eine Stunde
    first second third day summit before after mid- late early since until fall spring 1990s nineties lundi matin heures à le mars midi hier
    lunes mañana horas mes lunedì mattina ore ieri alle $5 €20 § 3,5 % x3 A20.15 _12 ² ٣ ſeit Kurz İm ıf Straße
    """.split()
text = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=30).flatmap(
    lambda words: st.lists(
        st.sampled_from([" ", " ", " ", "", "\n", ", ", "-", "/", "\u00a0"]), min_size=len(words), max_size=len(words)
    ).map(lambda gaps: "".join(word + gap for word, gap in zip(words, gaps, strict=True)))
)
Span = tuple[int, int, int]


def searched(rules: tuple[Rule, ...], text: str) -> list[Span]:
    """(rule, start, end) of every match of every rule on its own."""
    return sorted((number, *match.span()) for number, rule in enumerate(rules) for match in rule.pattern.finditer(text))


@pytest.mark.parametrize("code", sorted(LANGUAGES))
@given(text=text)
def test_every_match_is_found_and_no_other(code: str, text: str) -> None:
    language = LANGUAGES[code]
    found = scan(text, language)
    for rules, hits in ((language.rules, found.rules), (language.chains, found.chains)):
        assert sorted((number, *match.span()) for number, match in hits) == searched(rules, text)
    for sign, hit in zip((language.moved, language.instead, language.cancelled, language.outdated), found.signs, strict=True):
        assert [(one.span(), one.lastgroup) for one in hit] == [(one.span(), one.lastgroup) for one in sign.finditer(text)]


@given(text=text)
def test_patterns_that_begin_in_odd_ways(text: str) -> None:
    patterns = (
        r"\w+day",
        r"",
        r"(?=a)",
        r"[^a]b",
        r"(?:a?)+b",
        r"[-–]\d",
        r"(?<![^\d])m",
        r"(?i:m)(?-i:A)",
        r"ma|mär|m",
        r"\d?[ap]m",
        r"(a)?(?(1)b|m)",
    )
    rules = tuple(Rule(str(number), pattern) for number, pattern in enumerate(patterns))
    assert sorted((number, *match.span()) for number, match in Starts(rules).matches(text)) == searched(rules, text)


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_no_rule_of_a_language_has_to_be_searched_for(code: str) -> None:
    starts = starts_for(LANGUAGES[code])
    slow = [starts.rules[number].name for number in starts.anywhere]
    assert not slow, "begin these with a word or a digit, or the whole text is searched for each of them"


def test_folding_takes_the_letters_for_one_that_a_pattern_does() -> None:
    every = "".join(map(chr, range(0x110000)))
    folded = fold(every)
    assert len(folded) == len(every)
    digits_and_spaces = {"0": set(re.findall(r"\d", every)), " ": set(re.findall(r"\s", every))}
    for sign, expected in digits_and_spaces.items():
        assert {one for one, low in zip(every, folded, strict=True) if low == sign} == expected
    assert [one.isalnum() for one in folded] == [one.isalnum() for one in every]  # words are words
    letters = every[:0x3000]  # those that any Latin letter has to do with
    for letter in sorted({letter for language in LANGUAGES.values() for letter in starts_for(language).letters()} - {"0", " "}):
        same = [one for one, low in zip(letters, folded[: len(letters)], strict=True) if low == letter]
        assert re.findall(re.escape(letter), letters, re.IGNORECASE) == same


def test_what_begins_with_anything_says_so() -> None:
    assert starts_of(r"\w+day") is None
    assert starts_of(r"(?:at\s)?") is None
    assert starts_of(r"\b(?:at\s)?noon") is not None
