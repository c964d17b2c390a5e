"""Where in a text a rule can begin at all: read off its pattern, so that a hundred rules cost little more than one pass over the words.

Every rule is a pattern of its own, and to search each of them through the text would read it a hundred times. But nearly all begin with one
of some words or with a digit, and most at the beginning of a word. `Starts` looks at each word once, at its first letters, and says which
rules are worth a try there. What a pattern begins with is computed from Python's own parse of it; a pattern that could begin anywhere, or
that this file does not understand, is searched for as ever. The result is the same (`tests/date/test_starts.py`), only sooner.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from re import Match
from typing import Any, NamedTuple

from timeline.date.grammar import Rule

_LETTERS = 4
"""How many letters of a word are looked at."""
_SET = 24
"""A set of more characters than these is not spelled out."""
_RUN = re.compile(r"\d+|[^\W\d]+")
_FOLD = {ord("ſ"): "s", ord("\N{KELVIN SIGN}"): "k", ord("İ"): "i", ord("ı"): "i"}  # what `re` takes for these letters and `lower` does not
_FOLDED = re.compile("[" + "".join(map(chr, _FOLD)) + "]")
_DIGIT = "0"


class Start(NamedTuple):
    """One way a pattern can begin: its first letters in lower case, where `0` is any digit and nothing is anything; and whether only at the
    beginning of a word, or of a number."""

    letters: str = ""
    at_word: bool = False
    at_number: bool = False


class Starts:
    """Which of some rules can begin where: `rules` of a language, in its order."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.anywhere: list[int] = []
        """Rules that have to be searched for."""
        self.words: dict[str, tuple[int, ...]] = {}
        self.inside: dict[str, tuple[int, ...]] = {}
        self.digits: list[tuple[int, ...]] = [(), (), ()]
        """Rules that begin with a digit: at any, at the first of a number, at the first of a word."""
        digits: list[set[int]] = [set(), set(), set()]
        for number, rule in enumerate(rules):
            starts = starts_of(rule.pattern.pattern)
            if starts is None:
                self.anywhere.append(number)
                continue
            for start in starts:
                if start.letters == _DIGIT:
                    digits[2 if start.at_word else 1 if start.at_number else 0].add(number)
                else:
                    table = self.words if start.at_word else self.inside
                    table[start.letters] = tuple(sorted({*table.get(start.letters, ()), number}))
        self.digits = [tuple(sorted(digits[0])), tuple(sorted(digits[0] | digits[1])), tuple(sorted(set().union(*digits)))]
        longest_first = sorted(self.inside, key=len, reverse=True)
        self._inside = re.compile(f"(?=({'|'.join(map(re.escape, longest_first))}))") if self.inside else None
        self.inside = {letters: _spelled(self.inside, letters) for letters in self.inside}

    def places(self, text: str) -> Iterable[tuple[int, tuple[int, ...]]]:
        """Offsets in `text`, none before the last one, and the rules to try there."""
        folded = fold(text)
        if self._inside is None:
            return self._at_runs(folded)
        return sorted([*self._at_runs(folded), *self._within(folded, self._inside)], key=lambda place: place[0])

    def _at_runs(self, folded: str) -> Iterator[tuple[int, tuple[int, ...]]]:
        every, number, word = self.digits
        last = -1
        for run in _RUN.finditer(folded):
            start, end = run.span()
            if folded[start].isdecimal():
                if rules := number if start == last else word:
                    yield start, rules
                if every:
                    yield from ((at, every) for at in range(start + 1, end))
            elif start != last and (rules := _spelled(self.words, folded[start : start + _LETTERS])):
                yield start, rules
            last = end

    def _within(self, folded: str, inside: re.Pattern[str]) -> Iterator[tuple[int, tuple[int, ...]]]:
        for match in inside.finditer(folded):
            yield match.start(), self.inside[match[1]]


def _spelled(table: Mapping[str, tuple[int, ...]], letters: str) -> tuple[int, ...]:
    """The rules that can begin with some letters, or with the first of them."""
    rules: tuple[int, ...] = ()
    for size in range(1, len(letters) + 1):
        if more := table.get(letters[:size]):
            rules = tuple(sorted({*rules, *more})) if rules else more
    return rules


@lru_cache(maxsize=16)
def starts_in(rules: tuple[Rule, ...]) -> Starts:
    """The table for the rules of a language; made once."""
    return Starts(rules)


def matches(rules: tuple[Rule, ...], text: str) -> Iterator[tuple[int, Match[str]]]:
    """Every match of every rule, as `finditer` of each would give them, with the number of the rule."""
    starts = starts_in(rules)
    tries = [rule.pattern.match for rule in rules]
    free = [0] * len(rules)
    for at, numbers in starts.places(text):
        for number in numbers:
            if at >= free[number] and (match := tries[number](text, at)):
                free[number] = match.end()
                yield number, match
    for number in starts.anywhere:
        yield from ((number, match) for match in rules[number].pattern.finditer(text))


def fold(text: str) -> str:
    """The text in lower case, character by character: letters that `re.IGNORECASE` takes for one are one.

    >>> fold("Mär\N{LATIN SMALL LETTER LONG S} İ")
    'märs i'
    """
    return (text.translate(_FOLD) if _FOLDED.search(text) else text).lower()


def starts_of(pattern: str) -> list[Start] | None:
    """The ways a pattern, matched without regard to case, can begin; None where it can begin with anything, or with nothing.

    >>> [start.letters for start in starts_of(r"\\b(?:noon|midnight)\\s") or ()]
    ['midn', 'noon']
    """
    try:
        begun = _Beginning().read(import_module("re._parser").parse(pattern, re.IGNORECASE), {Start()})
    except (ImportError, AttributeError, TypeError, ValueError):  # a Python that parses in another way
        return None
    return None if any(not start.letters for start in begun) else sorted(begun)


class _Beginning:
    """Walks the parse of a pattern; `done` are the beginnings that nothing can be said of any more."""

    def __init__(self) -> None:
        self.done: set[Start] = set()

    def read(self, items: Any, starts: set[Start]) -> set[Start]:
        """All beginnings, once the whole pattern is read."""
        return self.done | self._items(items, starts)

    def _items(self, items: Any, starts: set[Start]) -> set[Start]:
        for operation, argument in items:
            if not starts:
                break
            starts = self._item(str(operation), argument, starts)
        return starts

    def _item(self, operation: str, argument: Any, starts: set[Start]) -> set[Start]:
        match operation:
            case "LITERAL":
                return self._letter({chr(argument)}, starts)
            case "IN":
                return self._letter(_spelled_out(argument), starts)
            case "BRANCH":
                return set().union(*(self._items(branch, starts) for branch in argument[1]))
            case "SUBPATTERN":
                return self._items(argument[3], starts)
            case "ATOMIC_GROUP":
                return self._items(argument, starts)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                least, most, repeated = argument
                return self._repeat(least, most, repeated, starts)
            case "AT" | "ASSERT" | "ASSERT_NOT":
                at_word, at_number = _guards(operation, argument)
                return {s if s.letters else Start("", s.at_word or at_word, s.at_number or at_number) for s in starts}
        self.done |= starts
        return set()

    def _letter(self, letters: set[str] | None, starts: set[Start]) -> set[Start]:
        """Each beginning with each of some letters behind it; None is a letter that nothing is known of."""
        if letters is None:
            self.done |= starts
            return set()
        going = set()
        for start in starts:
            for letter in letters:
                longer = start._replace(letters=start.letters + fold(letter))
                digit = letter.isdecimal()
                if digit and start.letters:
                    self.done.add(start)
                elif digit:
                    self.done.add(start._replace(letters=_DIGIT))
                elif not (letter.isalpha() or start.letters):
                    self.done.add(Start())  # begins with a mark: no word begins there
                elif len(longer.letters) == _LETTERS:
                    self.done.add(longer)
                else:
                    going.add(longer)
        return going

    def _repeat(self, least: int, most: int, items: Any, starts: set[Start]) -> set[Start]:
        once = self._items(items, starts)
        if most > 1:
            self.done |= {start for start in once if start.letters}
            once = {start for start in once if not start.letters} if least else set()
        return once if least else once | starts


def _spelled_out(members: Any) -> set[str] | None:
    """The characters of a set; a class of digits stands as one of them, and any other class, or a large set, is None."""
    letters: set[str] = set()
    for operation, argument in members:
        match str(operation):
            case "LITERAL":
                letters.add(chr(argument))
            case "RANGE":
                if argument[1] - argument[0] > _SET:
                    return None
                letters.update(map(chr, range(argument[0], argument[1] + 1)))
            case "CATEGORY" if str(argument) == "CATEGORY_DIGIT":
                letters.add(_DIGIT)
            case _:
                return None
    return letters


def _guards(operation: str, argument: Any) -> tuple[bool, bool]:
    """Whether an assertion before the first letter says that a word begins there, and whether a number does."""
    if operation == "AT":
        return str(argument) == "AT_BOUNDARY", False
    direction, items = argument
    if direction > 0 or not len(items):
        return False, False
    name, last = items[len(items) - 1]
    members = [(str(kind), str(value)) for kind, value in last] if str(name) == "IN" else []
    classes = {value for kind, value in members if kind == "CATEGORY"} if ("NEGATE", "None") not in members else set()
    if operation == "ASSERT":
        return members == [("CATEGORY", "CATEGORY_SPACE")], False
    return (len(items) == 1 and "CATEGORY_WORD" in classes), (len(items) == 1 and "CATEGORY_DIGIT" in classes)
