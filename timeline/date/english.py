"""English: how British and American news desks write times."""

from __future__ import annotations

import re
from re import Match

from timeline.date.grammar import Language, words, zone_pattern
from timeline.date.partial import Amount, Part, Partial, Relation, Rule, Unit
from timeline.date.values import clock_of, date_of_groups

NUMBERS: dict[str, float] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
}  # fmt: skip
ORDINALS: dict[str, int] = {"first": 1, "opening": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
UNITS: dict[str, Unit] = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year",
    "decade": "decade", "century": "century",
}  # fmt: skip
MONTHS: dict[str, int] = {
    "january": 1, "jan": 1, "jan.": 1, "february": 2, "feb": 2, "feb.": 2, "march": 3, "mar.": 3, "april": 4, "apr.": 4, "may": 5,
    "june": 6, "jun.": 6, "july": 7, "jul.": 7, "august": 8, "aug.": 8, "september": 9, "sept.": 9, "sept": 9, "sep.": 9,
    "october": 10, "oct.": 10, "november": 11, "nov.": 11, "december": 12, "dec.": 12,
}  # fmt: skip
WEEKDAYS: dict[str, int] = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
PARTS: dict[str, Part] = {
    "early morning": "morning", "morning": "morning", "midday": "noon", "lunchtime": "noon", "afternoon": "afternoon",
    "evening": "evening", "night": "night",
}  # fmt: skip
DAYS: dict[str, int] = {"yesterday": -1, "today": 0, "tomorrow": 1}
RELATIONS: dict[str, Relation] = {"this": "this", "next": "future", "coming": "future", "last": "past"}
ZONE_WORDS: dict[str, str] = {
    "local time": "local", "Eastern time": "America/New_York", "Washington time": "America/New_York", "New York time": "America/New_York",
    "Pacific time": "America/Los_Angeles", "London time": "Europe/London", "Berlin time": "Europe/Berlin", "Korean time": "Asia/Seoul",
    "German time": "Europe/Berlin", "Hanoi time": "Asia/Ho_Chi_Minh", "in Washington": "America/New_York", "in Berlin": "Europe/Berlin",
    "in London": "Europe/London", "in Hanoi": "Asia/Ho_Chi_Minh", "in Seoul": "Asia/Seoul",
}  # fmt: skip

_NUMBER = rf"(?P<n>\d{{1,3}}|{words(*NUMBERS)})"
_UNIT = rf"(?P<unit>{words(*UNITS)})s?\b"
_WEEKDAY = rf"(?P<weekday>{words(*WEEKDAYS)})"
_MONTH = rf"(?P<month>{words(*MONTHS)})(?!\w)"
_PART = words(*PARTS)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _amount(match: Match[str], sign: int = 1) -> Amount:
    word = match["n"].lower()
    return Amount(sign * (NUMBERS[word] if word in NUMBERS else int(word)), UNITS[match["unit"].lower()])


def _weekday(match: Match[str]) -> Partial:
    part, relation = match["part"], match["relation"]
    return Partial(
        weekday=WEEKDAYS[match["weekday"].lower()],
        part=PARTS[part.lower()] if part else None,
        relation=RELATIONS[relation.lower()] if relation else None,
    )


def _day(match: Match[str]) -> Partial:
    word, part = match["days"].lower(), match["part"]
    if word in ("tonight", "last night"):
        return Partial(days=-1 if word == "last night" else 0, part="evening")
    return Partial(days=DAYS[word], part=PARTS[part.lower()] if part else None)


def _anchored(match: Match[str]) -> Partial:
    return Partial(anchor=match["anchor"], distance=_amount(match, -1 if match["side"].lower() == "before" else 1))


ENGLISH_DATE_RULES: tuple[Rule, ...] = (
    Rule(
        "date-english",
        _pattern(rf"(?:\b{_WEEKDAY},?\s)?\b{_MONTH}\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|[.:]\d)(?:,?\s(?P<year>\d{{4}})(?!\d))?"),
        lambda m: date_of_groups(m, MONTHS, WEEKDAYS),
    ),
    Rule(
        "date-iso", _pattern(r"(?<![\d-])(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\d-])"), lambda m: date_of_groups(m, {}, {})
    ),
)

RULES: tuple[Rule, ...] = (
    Rule(
        "clock",
        _pattern(
            r"(?<![\d.,:$€£])(?:(?P<about>about|around|shortly after|roughly)\s)?(?P<hour>1[0-2]|0?[1-9])(?:[.:](?P<minute>[0-5]\d))?\s?"
            rf"(?P<half>[ap])\.?\s?m\b\.?{zone_pattern(ZONE_WORDS)}"
        ),
        lambda m: clock_of(m, ZONE_WORDS),
    ),
    Rule(
        "clock-colon",
        _pattern(
            r"(?<![\d.,:/$€£])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:]|[.,]\d)(?!\s?[ap]\.?m)"
            rf"{zone_pattern(ZONE_WORDS)}"
        ),
        lambda m: clock_of(m, ZONE_WORDS),
    ),
    *ENGLISH_DATE_RULES,
    Rule(
        "date-british",
        _pattern(rf"(?:\b{_WEEKDAY},?\s)?(?<!\d)(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?:,?\s(?P<year>\d{{4}})(?!\d))?"),
        lambda m: date_of_groups(m, MONTHS, WEEKDAYS),
    ),
    Rule("month", _pattern(rf"\b{_MONTH},?\s(?P<year>\d{{4}})(?!\d)"), lambda m: date_of_groups(m, MONTHS, WEEKDAYS)),
    Rule(
        "weekday", _pattern(rf"(?<!every\s)\b(?:(?P<relation>this|next|coming|last)\s)?{_WEEKDAY}(?:\s(?P<part>{_PART}))?\b(?!s)"), _weekday
    ),
    Rule("day", _pattern(rf"\b(?P<days>yesterday|today|tomorrow|tonight|last night)(?:\s(?P<part>{_PART}))?\b"), _day),
    Rule(
        "part",
        _pattern(rf"\b(?:in\sthe|this|later\sin\sthe)\s(?P<part>{_PART})\b"),
        lambda m: Partial(part=PARTS[m["part"].lower()], relation="future" if m[0].lower().startswith("later") else None),
    ),
    Rule("ago", _pattern(rf"\b{_NUMBER}\s{_UNIT}\s(?:ago|earlier(?!\sthan))\b"), lambda m: Partial(ago=_amount(m))),
    Rule(
        "occasion-distance", _pattern(rf"\b{_NUMBER}\s{_UNIT}\s(?P<side>before|after)\s(?:the|their|his|her)\s(?P<anchor>\w+)"), _anchored
    ),
    Rule(
        "occasion-day",
        _pattern(rf"\b(?:on\s)?the\s(?P<nth>{words(*ORDINALS)})\sday\sof\s(?:the|their)\s(?P<anchor>\w+)"),
        lambda m: Partial(anchor=m["anchor"], ordinal=ORDINALS[m["nth"].lower()]),
    ),
    Rule("until-weekend", _pattern(r"\buntil\sthe\sweekend\b"), lambda _: Partial(unit="weekend", until=True)),
    Rule("weekend", _pattern(r"\b(?:at|over|on)\s(?:the|this)\sweekend\b"), lambda _: Partial(unit="weekend")),
    Rule(
        "shift",
        _pattern(
            rf"\b{_NUMBER}\s{_UNIT}\s(?P<shift>later|earlier|behind|ahead\sof)\s(?:than\s[^.!?]*\b(?:planned|scheduled|announced)|schedule)"
        ),
        lambda m: Partial(shift="later" if m["shift"].lower() in ("later", "behind") else "earlier", amount=_amount(m)),
    ),
    Rule("moved", _pattern(rf"\bby\s{_NUMBER}\s{_UNIT}"), lambda m: Partial(amount=_amount(m))),
)

ENGLISH = Language(
    code="en",
    name="English",
    rules=RULES,
    bridge=re.compile(r"\s*,?\s*(?:(?:at|on|around|about|shortly after)\s+)?", re.IGNORECASE),
    twin=re.compile(
        r"\s*(?:[(\[]\s*)?(?:local time\s*)?(?:/|(?:\s?[^\W\d]+){0,3},\s*(?:which|that)\sis|=|[(\[]|,?\s*or)\s*", re.IGNORECASE
    ),
    future=re.compile(
        r"\b(?:will|would|shall|is\sto|are\sto|was\sto|were\sto|plans?\sto|planned|scheduled|expected|due\sto|set\sto|wants?\sto|intends?\sto|later\sin\sthe)\b",
        re.IGNORECASE,
    ),
    past=re.compile(
        r"\b(?:was|were|had|did|went|came|left|took|met|said|told|began|saw|spoke|gave|held|stood|wrote|flew|sat|rose|fell|ran|broke|brought|got"
        r"|made|became|kept|put|set\soff|has|have|\w{3,}ed)\b",
        re.IGNORECASE,
    ),
    cancelled=re.compile(
        r"\b(?:(?:did|will|would)\snot\s(?:take\splace|happen|go\sahead)|never\stook\splace|cancelled|canceled|called\soff|scrapped|dropped)\b",
        re.IGNORECASE,
    ),
    moved=re.compile(
        r"\b(?P<earlier>brought\sforward|moved\sup|moved\sforward)|(?P<later>postponed|pushed\sback|put\soff|delayed)\b", re.IGNORECASE
    ),
    planned=re.compile(r"\b(?:planned|scheduled|due|set|cancelled|canceled|called\soff|scrapped)\b", re.IGNORECASE),
    occasions=frozenset(
        "summit meeting talks conference election vote tournament final trial visit festival fair congress negotiations match".split()
    ),
    opening=re.compile(r"\b(?:opening|start|beginning|opens|opened|begins|began|kick-off)\b", re.IGNORECASE),
    lead=re.compile(r"(?:\b(?:still|only|already|at|on|by|from|since|in|just|later)\s+)+$", re.IGNORECASE),
    common=frozenset(
        "the of and to in is that for it was on with as are at by this be from have has will not his he they their after".split()
    ),
    desk_zone="UTC",
    hours={"morning": (6, 12), "night": (18, 30)},
    zone_words=ZONE_WORDS,
)
