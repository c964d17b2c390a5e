"""Where the clause around an expression begins and ends, and what it says of time: done, planned, called off."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from operator import sub
from typing import Literal, NamedTuple

from timeline.date.grammar import Language
from timeline.date.scan import Signs, within

Tense = Literal["past", "future", "unknown"]

_NEXT = (
    "The He She It They We In On At But And This That These Those There When While After Before For From With As His Her Their Its Our You"
    " If Der Die Das Er Sie Es Ein Eine Im Am Dann Danach Nach Vor Auch Noch Wer Was Wie Wo Mit Aus Bei Ob Dort Dabei Zum Zur"
    " Le La Les Il Ils Elle Un Une El Los Las Una Lo Gli Si En"
)
_MINUTES = r"(?<=[:h]\d\d\.)|(?<=\d\.00\.)|(?<=\d\.1[3-9]\.)|(?<=\d\.[2-5]\d\.)"
_BEGUN = rf"(?=\s+(?-i:L['’]|(?:{'|'.join(_NEXT.split())})\b))"
_HALF_ENDS = (
    r"(?=\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Central|Mountain|Pacific|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"(?-i:[A-Z][a-z]+\s(?!time\b)[a-z]))"
)
"""Behind `p.m.`, a word that begins a sentence: a small one follows, and it is neither a day nor the first of a zone."""
_NUMBERED = rf"(?:(?<!\b\d\.)(?<!\b\d\d\.)|{_MINUTES}|{_BEGUN})"
"""A dot behind a number ends no sentence (`am 28. Februar`), but behind minutes that are no month (`alle 18.30.`), or before a word that
begins one."""
_ABBREVIATED = rf"{_NUMBERED}(?:(?<![ap]\.m\.)(?<!\b[ap]\.\sm\.)|{_BEGUN}|{_HALF_ENDS})"
_ABBREVIATED += r"(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bNr\.)(?<!\bca\.)(?<!\bbzw\.)(?<!\bSr\.)(?<!\bSra\.)(?<!\bEE\.)"
_SENTENCE_END = re.compile(rf"[.!?\n](?:(?<=\n)|[\"“”»)]*(?=\s+[\"„“«(¿¡]?\s?[A-ZÄÖÜÀÂÇÈÉÊÎÔÁÍÓÚÑ0-9—–]){_ABBREVIATED})")
_FINITE = (
    "is|are|was|were|will|would|has|have|had|did|ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|hatte|hatten|soll|sollen|kam|kamen"
)
_GOES_ON = (
    "close|closes|open|opens|end|ends|start|starts|begin|begins|resume|resumes|finish|finishes|run|runs|schließt|schließen|öffnet|öffnen|endet|enden"
    "|beginnt|beginnen|startet|starten|folgt|folgen"
)
"""Verbs in the present that may follow one in the past: `opened at 7am and close at 10pm`."""
_TOLD = r"that\s(?:the|an?|its|their|his|her|they|he|she|it|all|no|some|there)"
_CLAUSE_END = re.compile(
    r"[;:!?()\[\]\"„“”«»\n,—.\s](?:(?<=[;!?()\[\]\"„“”«»\n—])|(?<=[:,])(?!\d)|(?<=\s)[-–—]\s|(?<=[.])(?=\s|$)"
    + _ABBREVIATED
    + rf"|(?<=\s)(?=(?:and|but|that|which|who|und|aber|doch)\s(?:{_FINITE})\b|(?:and|but|und|aber)\s(?:{_GOES_ON})\b|{_TOLD}\b))"
)
"""Both begin with a set of characters, which `re` looks for without trying anything else."""
_REACH = 600
"""No sentence is longer than so many characters: a text without a full stop has them too."""
_LONG = re.compile(r"\w{80,}")
"""No word that says a tense."""
_LONG_TEXT = 5_000
_BESIDE = 12
"""Characters between an auxiliary and its verb."""
DENIED = 60
"""Characters between a "not" and what it denies."""
_SECOND = 60
"""Characters between what was to be and the second moment of it."""
_DIGIT = re.compile(r"\d")
_LABEL = 72
_STUMP = re.compile(
    r"(?-i:\b(?:[a-zà-ÿ]{1,4}|nicht|sondern|statt|anstatt|zwischen|until|before|after|since|through|between|rather|sooner|earlier|later))$"
)
"""A word that waits for another one, or turns what is left into its opposite: `has been put back to`, `the meeting begins not`."""
_SPAN = re.Match.span
_RELATIVE = re.compile(r"(?:that|which|who)\s")
_JOINED = re.compile(r"(?:und|and|but|aber|doch|sondern)\s", re.IGNORECASE)
"""What begins a clause that goes on with the one before it, and often with its subject."""
_QUOTES = tuple('"“”»«')


class Place(NamedTuple):
    """Where words stand in a text: their own span, and those of the clause and the sentence around them, each half open."""

    text: str
    start: int
    end: int
    clause: tuple[int, int]
    sentence: tuple[int, int]

    @property
    def words(self) -> str:
        """What stands there."""
        return self.text[self.start : self.end]

    def before(self, reach: int) -> str:
        """At most so many characters before the words."""
        return self.text[max(0, self.start - reach) : self.start]


def place_at(text: str, start: int, end: int) -> Place:
    """The place of `text[start:end]`, which several ask for: it is looked up once."""
    return Place(text, start, end, clause_at(text, start, end), sentence_at(text, start, end))


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around `text[start:end]`, half open, its stop included; one without end is cut into pieces."""
    _, ends = _sentence_marks(_Text(text) if len(text) > _LONG_TEXT else text)
    after = bisect_left(ends, end + (text[end - 1 : end] != "."))  # the last dot of `6:45 p.m.` can be that of the sentence, too
    return _begin(text, start, ends), ends[after] if after < len(ends) else len(text)


def clause_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around `text[start:end]`, half open, without the marks that bound it; one without end is cut into pieces."""
    starts, ends = _clause_marks(_Text(text) if len(text) > _LONG_TEXT else text)
    return _begin(text, start, ends), max(end, starts[bisect_left(starts, end - (text[end - 1 : end] == "."))])


def _begin(text: str, start: int, ends: list[int]) -> int:
    """Behind the last mark before `start`, and behind the space that follows it."""
    before = bisect_right(ends, start)
    first = ends[before - 1] if before else 0
    while first < start and text[first].isspace():
        first += 1
    return first


class _Text:
    """A long text to remember something of. Only itself is equal to it: to compare two of them letter by letter, for each of ten
    thousand expressions, takes longer than to read one again."""

    __slots__ = ("whole",)

    def __init__(self, whole: str) -> None:
        self.whole = whole

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Text) and self.whole is other.whole

    def __hash__(self) -> int:
        return hash(self.whole)


@lru_cache(maxsize=4)
def _sentence_marks(text: str | _Text) -> tuple[list[int], list[int]]:
    """Where the marks that end a sentence begin and end: once for a text, since each of its expressions asks."""
    return _marks(_SENTENCE_END, text.whole if isinstance(text, _Text) else text)


@lru_cache(maxsize=4)
def _clause_marks(text: str | _Text) -> tuple[list[int], list[int]]:
    return _marks(_CLAUSE_END, text.whole if isinstance(text, _Text) else text)


def _marks(boundary: re.Pattern[str], text: str) -> tuple[list[int], list[int]]:
    """With a mark of no width at every `_REACH` characters that no other one comes in."""
    spans = [*map(_SPAN, boundary.finditer(text)), (len(text), len(text))]
    starts, ends = map(list, zip(*spans, strict=True))
    if max(map(sub, starts, (0, *ends))) > _REACH:
        begins = (0, *ends)
        spans += [(at, at) for last, first in zip(begins, starts, strict=False) for at in range(last + _REACH, first, _REACH)]
        starts, ends = map(list, zip(*sorted(spans), strict=True))
    return starts, ends


def clause_tense(place: Place, language: Language) -> Tense:
    """Whether the clause around an expression speaks of what was or of what is to come."""
    return _tense(place.text[slice(*place.clause)], language.future, language.past)


def tense_of(place: Place, language: Language) -> Tense:
    """The tense of the clause around an expression; its sentence decides where the clause does not."""
    tense = clause_tense(place, language)
    if tense != "unknown" or place.sentence == place.clause:
        return tense
    return _tense(place.text[slice(*place.sentence)], language.future, language.past)


def is_cancelled(place: Place, signs: Signs, language: Language) -> bool:
    """Whether the sentence around an expression says that it was called off, and not that it was not. Where several clauses
    tell of moments, each has its own. `signs` are those of its text."""
    if not signs.cancelled:
        return False
    text, start, end, own, _ = place
    first, last = _between_semicolons(place)
    for match in within(signs.cancelled, first, last):
        if language.denied.search(text[max(first, match.start() - DENIED) : match.start()]):
            continue
        before = text[own[0] : start].strip()
        active = before and language.at_once.fullmatch(f" {before} ") and match.start() > end
        if active and not language.auxiliary.search(text, max(first, match.start() - _BESIDE), match.start()):
            continue  # `At 4pm the minister called off a trip`
        behind = text[end : max(end, match.start())] == " " and language.participle.fullmatch(match.group())
        if behind or language.at_once.fullmatch(text, match.end(), max(match.end(), start)):
            continue  # `was called off at 3 p.m.`, `wurde um 15 Uhr abgesagt`: that is when it was called off
        if own[0] <= match.start() < own[1] or not _DIGIT.search(text[slice(*clause_at(text, match.start(), match.end()))]):
            return True
    return False


def is_outdated(place: Place, signs: Signs, language: Language) -> bool:
    """Whether the clause around an expression tells what was to be, and no longer is. `signs` are those of its text."""
    if not signs.outdated:
        return False
    text, start, end, clause, _ = place
    for match in within(signs.outdated, *clause):
        between = text[match.end() : start] if match.end() <= start else text[end : match.start()]
        if not _DIGIT.search(between):  # else it is another moment that was to be
            return True
    if language.second.search(text, max(0, start - _SECOND), start):
        return bool(within(signs.outdated, _between_semicolons(place)[0], start))
    return False


def _between_semicolons(place: Place) -> tuple[int, int]:
    """The sentence around an expression, or the part of it that semicolons bound."""
    first, last = place.sentence
    before, after = place.text.rfind(";", first, place.start), place.text.find(";", place.end, last)
    return max(first, before + 1), last if after < 0 else after


@lru_cache(maxsize=256)
def _tense(words: str, future: re.Pattern[str], past: re.Pattern[str]) -> Tense:
    """Many expressions stand in one sentence: it is read once."""
    words = _LONG.sub("", words)
    return "future" if future.search(words) else "past" if past.search(words) else "unknown"


def label_of(place: Place, language: Language, *, keep: bool = False) -> str:
    """A short name for what the clause around some words tells.

    The words of the time go where the clause ends with them, unless `keep`: within it, and behind a
    short word, they leave a stump (`ist für vorgesehen`, `has been put back to`). A date in a
    bracket of its own below a paragraph is what dates a quotation: who said it, and how it begins.
    """
    text, start, end, (first, last), sentence = place
    if quoted := _quotation(text, start, end):
        return shorten(quoted)
    if text[max(0, first - 8) : first].rstrip()[-1:] in _QUOTES or _RELATIVE.match(text, first):  # a name in quotation marks is no end
        first, last = sentence
    first, last = _with_subject(text, first, last, start, sentence)
    before, after = text[first:start], text[end:last]
    cut = language.lead.sub("", before).rstrip()
    stump = after.strip(" ,.;") or _STUMP.search(cut)
    words = text[first:last] if keep or stump or not cut else cut
    words = " ".join(words.split()).strip(" ,.;-–—")
    words += "." if words.endswith((" a.m", " p.m")) else ""
    if len(words.split()) < 2 or _is_scrap(place, before, after):
        words = " ".join(text[slice(*sentence)].split())
    return shorten(words[:1].upper() + words[1:])


def _with_subject(text: str, first: int, last: int, start: int, sentence: tuple[int, int]) -> tuple[int, int]:
    """A clause that goes on (`und soll bis 22 Uhr dauern`) needs the one before it, where a name has room for both; else its verb
    begins."""
    joined = _JOINED.match(text, first, start)
    if joined is None or first <= sentence[0]:
        return first, last
    return (sentence[0], last) if last - sentence[0] <= _LABEL else (joined.end(), last)


def _is_scrap(place: Place, before: str, after: str) -> bool:
    """Whether a later clause says too little by itself (`, meinte Kim danach`; `, due at noon,`) in a sentence that dates nothing else."""
    text, (first, last) = place.text, place.sentence
    around = text[first : place.start] + text[place.end : last]
    return place.clause[0] > first and len(f"{before} {after}".split()) < 3 and not _DIGIT.search(around)


def _quotation(text: str, start: int, end: int) -> str | None:
    paragraph = text.rfind("\n", max(0, start - _REACH), start) + 1
    if not paragraph or text[paragraph] != "(":
        return None
    last = text.find("\n", end)
    above = text[max(0, paragraph - _REACH) : paragraph].strip().rsplit("\n", 1)[-1].strip()
    if not above or text[paragraph : last if last >= 0 else len(text)].rstrip()[-1] != ")":
        return None
    who = re.split(r"\s(?:am|on|im|in)\s|,", text[paragraph + 1 : start])[0].strip(" ,")
    return f"{who}: {above}" if who else above


def shorten(words: str, limit: int = _LABEL) -> str:
    """At most `limit` characters, cut between words, with an ellipsis where something is missing."""
    if len(words) <= limit:
        return words
    return words[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,.;:-–—") + "…"
