"""Where in a text a rule can begin at all: read off its pattern, so that a hundred rules cost little more than one pass over the words.

Every rule is a pattern of its own, and to search each of them through the text would read it a hundred times. But nearly all begin with one
of some words or with a digit, and most at the beginning of a word. `Starts` looks at each word once, at its first letters and what follows
them, and says which rules are worth a try there. What a pattern begins with is computed from Python's own parse of it; a pattern that could
begin with anything, or that this file does not understand, is searched for as ever. The result is the same, only sooner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from operator import itemgetter
from re import Match
from typing import Any, NamedTuple

from timeline.date.grammar import Rule

_LETTERS = 6
"""How many characters are looked at."""
_BRANCHES = 400
"""More ways to begin than these are not followed any further."""
_SET = 24
"""A set of more characters than these is not spelled out."""
_REPEATS = 4
_BEGIN = Match.start
_DIGIT, _SPACE = "0", " "
_GLUED = re.compile(rf"{_DIGIT}(?<=[^\W{_DIGIT}]{_DIGIT})")
"""The first digit of a number with a letter right before it."""
_KNOWN = 50_000
"""So many first characters are remembered, with the rules that they begin."""
_FOLD = {"ſ": "s", "\N{KELVIN SIGN}": "k", "İ": "i", "ı": "i"}  # what `re` takes for these letters and `lower` does not
_FOLDED = re.compile(f"[{''.join(_FOLD)}]")
_OTHER_DIGIT, _OTHER_SPACE = re.compile(r"[^\D0-9]"), re.compile(r"[^\S \n]")


class Start(NamedTuple):
    """One way a pattern can begin: its first characters, folded (none: anything), and whether only where a word or a number begins."""

    letters: str = ""
    at_word: bool = False
    at_number: bool = False


class Starts:
    """Which of some rules can begin where: `rules` of a language, in its order."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules
        self.tries = [rule.pattern.match for rule in rules]
        self.anywhere: list[int] = []
        """Rules that have to be searched for."""
        words: dict[str, set[int]] = {}
        numbers: dict[str, set[int]] = {}
        inside: dict[str, set[int]] = {}
        for number, rule in enumerate(rules):
            starts = starts_of(rule.source)
            if starts is None:
                self.anywhere.append(number)
            for start in starts or ():
                table = words if start.at_word else numbers if start.at_number and start.letters[0] == _DIGIT else inside
                table.setdefault(start.letters, set()).add(number)
        self._words = _summed(words, numbers)
        self._numbers = _summed(numbers)
        self._inside = _summed(inside)
        self._known: dict[str, tuple[int, ...]] = {}
        self._heads = re.compile(rf"\b(?={_any_of(_shortest(self._words))})")
        self._search = re.compile(_any_of(_shortest(self._inside))) if inside else None

    def matches(self, text: str) -> Iterator[tuple[int, Match[str]]]:
        """Every match of every rule, as `finditer` of each would give them, with the number of the rule."""
        tries, free = self.tries, [0] * len(self.tries)
        for at, numbers in self.places(text):
            for number in numbers:
                if (match := tries[number](text, at)) and at >= free[number]:
                    free[number] = match.end()
                    yield number, match
        for number in self.anywhere:
            yield from ((number, match) for match in self.rules[number].pattern.finditer(text))

    def places(self, text: str) -> list[tuple[int, tuple[int, ...]]]:
        """Offsets in `text`, none before the last one, and the rules to try there."""
        folded, known, found = fold(text), self._known, []
        for start in map(_BEGIN, self._heads.finditer(folded)):
            letters = folded[start : start + _LETTERS]
            if (rules := known.get(letters)) is None:
                rules = self._learn(letters)
            found.append((start, rules))
        inside = [*self._glued(folded), *self._within(folded)]
        return sorted([*found, *inside], key=itemgetter(0)) if inside else found

    def _learn(self, letters: str) -> tuple[int, ...]:
        if len(self._known) > _KNOWN:
            self._known.clear()
        rules = self._known[letters] = _spelled(self._words, letters)
        return rules

    def _glued(self, folded: str) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Numbers with a letter right before them."""
        for number in _GLUED.finditer(folded):
            start = number.start()
            yield start, _spelled(self._numbers, folded[start : start + _LETTERS])

    def _within(self, folded: str) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Where rules begin that need no beginning of a word; two of them can overlap."""
        match = self._search.search(folded) if self._search else None
        while self._search and match:
            start = match.start()
            yield start, _spelled(self._inside, folded[start : start + _LETTERS])
            match = self._search.search(folded, start + 1)

    def letters(self) -> set[str]:
        """Every letter that some rule begins with."""
        return {letter for table in (self._words, self._numbers, self._inside) for letters in table for letter in letters}


def _summed(*tables: Mapping[str, set[int]]) -> dict[str, tuple[int, ...]]:
    """All beginnings and the beginnings of those, each with the rules that can begin so far."""
    summed: dict[str, tuple[int, ...]] = {}
    for letters in sorted({whole[:size] for table in tables for whole in table for size in range(1, len(whole) + 1)}):  # short before long
        own = set().union(*(table.get(letters, ()) for table in tables))
        shorter = summed.get(letters[:-1], ())
        summed[letters] = tuple(sorted({*shorter, *own})) if own else shorter
    return summed


def _shortest(table: Mapping[str, tuple[int, ...]]) -> list[str]:
    """The first characters with which some rule can begin, none of them longer than it has to be."""
    return [letters for letters, rules in table.items() if rules and not table.get(letters[:-1])]


def _any_of(beginnings: Sequence[str]) -> str:
    """A pattern for any of some first characters, as a tree: each character of a text is looked at once for all of them.

    >>> _any_of(["am mo", "am mi", "heu"])
    '(?:a(?:m(?:\\\\ (?:m(?:o|i))))|h(?:e(?:u)))'
    """
    if not beginnings:
        return "(?!)"
    tails: dict[str, list[str]] = {}
    for letters in beginnings:
        tails.setdefault(letters[:1], []).append(letters[1:])
    return "" if "" in tails else f"(?:{'|'.join(re.escape(letter) + _any_of(rest) for letter, rest in tails.items())})"


def _spelled(table: Mapping[str, tuple[int, ...]], letters: str) -> tuple[int, ...]:
    """The rules that can begin with some letters, or with the first of them."""
    rules: tuple[int, ...] = ()
    for size in range(1, len(letters) + 1):
        more = table.get(letters[:size])
        if more is None:
            break
        rules = more
    return rules


def fold(text: str) -> str:
    """The text, character by character: letters that `re.IGNORECASE` takes for one are one, every digit is 0 and every space a blank.

    >>> fold("Mär\N{LATIN SMALL LETTER LONG S} İ 27\\n")
    'märs i 00 '
    """
    if not text.isascii():
        text = _FOLDED.sub(lambda found: _FOLD[found[0]], text)
        text = _OTHER_DIGIT.sub(_DIGIT, text)
    for digit in "123456789":
        text = text.replace(digit, _DIGIT)
    return _OTHER_SPACE.sub(_SPACE, text.replace("\n", _SPACE)).lower()


def starts_of(pattern: str) -> list[Start] | None:
    """The ways a pattern, matched without regard to case, can begin; None where it can begin with anything, or with nothing.

    >>> [start.letters for start in starts_of(r"\\b(?:at\\s)?(?:noon|\\d{1,2})") or ()]
    ['0', '00', 'at 0', 'at 00', 'at noo', 'noon']
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
                return self._letter({fold(chr(argument))}, starts)
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
        return self._end(starts)

    def _end(self, starts: set[Start]) -> set[Start]:
        """Nothing is known of what follows."""
        self.done |= starts
        return set()

    def _letter(self, letters: set[str] | None, starts: set[Start]) -> set[Start]:
        """Each beginning with each of some characters behind it; None is one that nothing is known of."""
        if letters is None or len(starts) * len(letters) > _BRANCHES:
            return self._end(starts)
        if any(not start.letters for start in starts) and not all(letter.isalnum() for letter in letters):
            self.done.add(Start())  # begins with a mark: no word begins there
        longer = {Start(so_far + letter, at_word, at_number) for so_far, at_word, at_number in starts for letter in letters}
        self.done |= {start for start in longer if len(start.letters) == _LETTERS}
        return {start for start in longer if len(start.letters) < _LETTERS}

    def _repeat(self, least: int, most: int, items: Any, starts: set[Start]) -> set[Start]:
        after: set[Start] = set() if least else set(starts)
        for times in range(1, min(int(most), _REPEATS) + 1):
            starts = self._items(items, starts)
            after |= starts if times >= least else set()
        if int(most) > _REPEATS:
            self._end(starts)
        return after


def _spelled_out(members: Any) -> set[str] | None:
    """The characters of a set, folded, with one for the digits and one for the spaces; None for any other class, or a large set."""
    letters: set[str] = set()
    for operation, argument in members:
        match str(operation), str(argument):
            case "LITERAL", _:
                letters.add(fold(chr(argument)))
            case "RANGE", _ if argument[1] - argument[0] <= _SET:
                letters.update(fold(chr(code)) for code in range(argument[0], argument[1] + 1))
            case "CATEGORY", "CATEGORY_DIGIT":
                letters.add(_DIGIT)
            case "CATEGORY", "CATEGORY_SPACE":
                letters.add(_SPACE)
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
    members = list(last) if str(name) == "IN" else [(name, last)]
    classes = {str(value) for kind, value in members if str(kind) == "CATEGORY"}
    if operation == "ASSERT":
        outside = _spelled_out(members)
        return outside is not None and all(not re.match(r"\w", letter) for letter in outside), False
    plain = len(items) == 1 and all(str(kind) != "NEGATE" for kind, _ in members)
    return plain and "CATEGORY_WORD" in classes, plain and bool(classes & {"CATEGORY_WORD", "CATEGORY_DIGIT"})
