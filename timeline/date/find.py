"""Text -> the expressions in it: each rule of a language finds, overlaps go to the longest, neighbours that belong together merge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.date.grammar import Language
from timeline.date.partial import Found


def find(text: str, language: Language) -> list[Found]:
    """The time expressions of `text` in their order, disjoint; spans are character offsets, half open."""
    return merge(_longest(_candidates(text, language)), text, language)


def _candidates(text: str, language: Language) -> list[Found]:
    found = []
    for rule in language.rules:
        for match in rule.pattern.finditer(text):
            partial = rule.build(match)
            if partial is not None and match.end() > match.start():
                found.append(Found(match.start(), match.end(), partial, rule.name))
    return sorted(found, key=lambda one: (one.start, -one.end))


def _longest(candidates: Sequence[Found]) -> list[Found]:
    """Of two that overlap the longer one stays, of two equally long the first."""
    kept: list[Found] = []
    for one in candidates:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return kept


def merge(found: Sequence[Found], text: str, language: Language) -> list[Found]:
    """Join a date beside a clock beside a part of day into one expression, and two clocks for one instant into one with a twin."""
    merged: list[Found] = []
    for one in found:
        joined = _join(merged[-1], one, text, language) if merged else None
        if joined:
            merged[-1] = joined
        else:
            merged.append(one)
    return merged


def _join(left: Found, right: Found, text: str, language: Language) -> Found | None:
    between = text[left.end : right.start]
    if left.partial.shift or right.partial.shift or left.partial.anchor or right.partial.anchor or left.partial.ago or right.partial.ago:
        return None
    if left.partial.has_clock and right.partial.has_clock:
        return _twin(left, right, text, between, language)
    if not language.bridge.fullmatch(between):
        return None
    partial = left.partial.joined(right.partial)
    return replace(left, end=right.end, partial=partial, rule=f"{left.rule}+{right.rule}") if partial else None


def _twin(left: Found, right: Found, text: str, between: str, language: Language) -> Found | None:
    if left.twin or not language.twin.fullmatch(between) or not (right.partial.zone or left.partial.zone):
        return None
    bracket = "(" in between or "[" in between
    end = left.end
    if bracket:  # the bracket belongs to the expression, up to where it closes
        end = right.end
        rest = text[end : end + 2].lstrip()
        if rest[:1] in (")", "]"):
            end = text.index(rest[0], end) + 1
    local = left.partial.zone or ("local" if any(word.lower() in between.lower() for word in _local(language)) else None)
    return replace(left, end=end, partial=replace(left.partial, zone=local), twin=right.partial, rule=f"{left.rule}+twin")


def _local(language: Language) -> list[str]:
    return [word for word, zone in language.zone_words.items() if zone == "local"]
