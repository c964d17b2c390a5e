"""German: how a German news desk writes times."""

from __future__ import annotations

import re
from re import Match

from timeline.date.english import ENGLISH_DATE_RULES
from timeline.date.grammar import Language, words, zone_pattern
from timeline.date.partial import Amount, Part, Partial, Relation, Rule, Unit
from timeline.date.values import clock_of, date_of_groups

NUMBERS: dict[str, float] = {
    "ein": 1, "eine": 1, "einem": 1, "einen": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
    "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "zwanzig": 20,
    "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5,
}  # fmt: skip
ORDINALS: dict[str, int] = {
    "ersten": 1, "zweiten": 2, "dritten": 3, "vierten": 4, "fünften": 5, "sechsten": 6, "siebten": 7, "achten": 8,
}  # fmt: skip
UNITS: dict[str, Unit] = {
    "sekunde": "second", "minute": "minute", "stunde": "hour", "tag": "day", "woche": "week", "monat": "month", "jahr": "year",
    "jahrzehnt": "decade", "jahrhundert": "century",
}  # fmt: skip
MONTHS: dict[str, int] = {
    "januar": 1, "jänner": 1, "jan.": 1, "februar": 2, "feber": 2, "feb.": 2, "märz": 3, "april": 4, "apr.": 4, "mai": 5,
    "juni": 6, "juli": 7, "august": 8, "aug.": 8, "september": 9, "sept.": 9, "sep.": 9, "oktober": 10, "okt.": 10,
    "november": 11, "nov.": 11, "dezember": 12, "dez.": 12,
}  # fmt: skip
WEEKDAYS: dict[str, int] = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5, "sonntag": 6,
}  # fmt: skip
PARTS: dict[str, Part] = {
    "früh": "morning", "morgen": "morning", "vormittag": "forenoon", "mittag": "noon", "nachmittag": "afternoon",
    "abend": "evening", "nacht": "night",
}  # fmt: skip
DAYS: dict[str, int] = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
RELATIONS: dict[str, Relation] = {
    "dies": "this",
    "kommend": "future",
    "nächst": "future",
    "vergangen": "past",
    "letzt": "past",
    "vorig": "past",
}

ZONE_WORDS: dict[str, str] = {
    "Ortszeit": "local", "lokaler Zeit": "local", "deutscher Zeit": "Europe/Berlin", "deutsche Zeit": "Europe/Berlin",
    "Berliner Zeit": "Europe/Berlin", "mitteleuropäischer Zeit": "Europe/Berlin", "Schweizer Zeit": "Europe/Zurich",
    "Wiener Zeit": "Europe/Vienna", "Londoner Zeit": "Europe/London", "New Yorker Zeit": "America/New_York",
    "Washingtoner Zeit": "America/New_York", "Moskauer Zeit": "Europe/Moscow", "koreanischer Zeit": "Asia/Seoul",
}  # fmt: skip

_NUMBER = rf"(?P<n>\d{{1,3}}|{words(*NUMBERS)})"
_UNIT = rf"(?P<unit>{words(*UNITS)})(?:e[ns]?|n|s)?\b"
_WEEKDAY = rf"(?P<weekday>{words(*WEEKDAYS)})"
_MONTH = rf"(?P<month>{words(*MONTHS)})(?!\w)"
_PART = words(*PARTS)
_PART_NOUN = words(*(part.capitalize() for part in PARTS))
_RELATED = r"(?:(?P<relation>dies|kommend|nächst|vergangen|letzt|vorig)e[nmrs]?\s+)"
_DAY = r"(?P<day>[0-3]?\d)\."
_DATED = rf"(?:{_WEEKDAY}\s?(?:,\s|\s)(?:(?:den|dem)\s)?)?"


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


def _day(match: Match[str]) -> Partial | None:
    word, part = match["days"].lower(), match["part"]
    if word == "morgen" and match["days"][0].isupper() and not part:
        return None  # `Morgen` with a capital is the part of day, or opens a sentence
    return Partial(days=DAYS[word], part=PARTS[part.lower()] if part else None)


def _near(match: Match[str]) -> Partial:
    return Partial(part=PARTS[match["part"].lower()], relation="future" if match["still"] else None)


def _anchored(match: Match[str]) -> Partial:
    sign = -1 if match["side"].lower() == "vor" else 1
    return Partial(anchor=match["anchor"], distance=_amount(match, sign))


def _shift(match: Match[str]) -> Partial:
    return Partial(shift="later" if match["shift"].lower() == "später" else "earlier", amount=_amount(match))


def _moved(match: Match[str]) -> Partial:
    return Partial(amount=_amount(match))


RULES: tuple[Rule, ...] = (
    Rule(
        "clock",
        _pattern(
            r"(?<![\d.,:])(?:(?P<about>gegen|etwa|rund|circa|ca\.)\s)?(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?\s?Uhr\b"
            rf"(?:\s(?P<minute2>[0-5]\d)(?![\d.,]))?{zone_pattern(ZONE_WORDS)}"
        ),
        lambda match: clock_of(match, ZONE_WORDS),
    ),
    Rule(
        "clock-colon",
        _pattern(rf"(?<![\d.,:/])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?![\d:]|[.,]\d)(?!\s?Uhr){zone_pattern(ZONE_WORDS)}"),
        lambda match: clock_of(match, ZONE_WORDS),
    ),
    Rule(
        "date", _pattern(rf"{_DATED}(?<!\d){_DAY}\s?{_MONTH}(?:\s(?P<year>\d{{4}})(?!\d))?"), lambda m: date_of_groups(m, MONTHS, WEEKDAYS)
    ),
    Rule(
        "date-numeric",
        _pattern(rf"{_DATED}(?<![\d.,]){_DAY}\s?(?P<month>[01]?\d)\.(?:\s?(?P<year>\d{{4}}|\d{{2}}(?!\s?Uhr)))?(?!\d|[.,]\d)"),
        lambda m: date_of_groups(m, {}, WEEKDAYS),
    ),
    Rule("month", _pattern(rf"(?<!\d\.\s)(?<!\d\.)\b{_MONTH}\s(?P<year>\d{{4}})(?!\d)"), lambda m: date_of_groups(m, MONTHS, WEEKDAYS)),
    Rule("year", _pattern(r"\bim\sJahre?\s(?P<year>\d{4})(?!\d)"), lambda m: Partial(year=int(m["year"]))),
    Rule("weekday", _pattern(rf"(?<!jeden\s)\b{_RELATED}?{_WEEKDAY}(?:\s?(?P<part>{_PART}))?\b(?!s)"), _weekday),
    Rule("day", _pattern(rf"\b(?P<days>{words(*DAYS)})(?:\s(?P<part>{_PART}))?\b"), _day),
    Rule(
        "part", _pattern(rf"\b(?:(?P<still>noch)\s)?(?:am|in\sder|für\sden)\s(?:frühen\s|späten\s)?(?-i:(?P<part>{_PART_NOUN}))\b"), _near
    ),
    Rule(
        "until-part",
        _pattern(rf"\bbis\s(?:zum|in\sden)\s(?:frühen\s|späten\s)?(?-i:(?P<part>{_PART_NOUN}))\b"),
        lambda m: Partial(part=PARTS[m["part"].lower()], until=True),
    ),
    Rule("ago", _pattern(rf"\bvor\s(?:rund\s|etwa\s|knapp\s|gut\s)?{_NUMBER}\s{_UNIT}"), lambda m: Partial(ago=_amount(m))),
    Rule(
        "occasion-distance",
        _pattern(
            rf"\b{_NUMBER}\s{_UNIT}\s(?P<side>vor|nach)\s(?:(?:de[mnr]|ihre[mnr]|seine[mnr])\s)?(?P<anchor>(?:(?-i:[a-zäöüß])\w+e[nmr]\s)?(?-i:[A-ZÄÖÜ])\w+)"
        ),
        _anchored,
    ),
    Rule(
        "occasion-day",
        _pattern(rf"\bam\s(?P<nth>{words(*ORDINALS)})\s(?:Tag|Abend)\s(?:des|der)\s(?P<anchor>(?-i:[A-ZÄÖÜ])\w+)"),
        lambda m: Partial(anchor=m["anchor"], ordinal=ORDINALS[m["nth"].lower()]),
    ),
    Rule("until-weekend", _pattern(r"\bbis\szum\sWochenende\b"), lambda _: Partial(unit="weekend", until=True)),
    Rule("weekend", _pattern(r"\b(?:am|an\sdiesem)\sWochenende\b"), lambda _: Partial(unit="weekend")),
    Rule("shift", _pattern(rf"\b{_NUMBER}\s{_UNIT}\s(?P<shift>später|früher)\b(?=[^.!?]*\bgeplant)"), _shift),
    Rule("moved", _pattern(rf"\bum\s{_NUMBER}\s{_UNIT}"), _moved),
    *ENGLISH_DATE_RULES,
)

GERMAN = Language(
    code="de",
    name="Deutsch",
    rules=RULES,
    bridge=re.compile(r"\s*,?\s*(?:(?:gegen|um|ab|am|kurz nach|kurz vor|etwa|dem|den)\s+)?", re.IGNORECASE),
    twin=re.compile(
        r"\s*(?:[(\[]\s*)?(?:Ortszeit\s*)?(?:/|(?:\s?[^\W\d]+){0,3},\s*das\s(?:ist|sind|entspricht)|=|[(\[])\s*", re.IGNORECASE
    ),
    future=re.compile(
        r"\b(?:wird|werden|werde|würden?|will|wollen|wolle|soll|sollen|solle|plan(?:t|en|te|ten)|geplant\w*|vorgesehen|beabsichtig\w+|demnächst|noch\sam"
        r"|noch\sheute|steht\s\w+\sbevor|angesetzt)\b",
        re.IGNORECASE,
    ),
    past=re.compile(
        r"\b(?:war(?:en)?|hatten?|wurden?|kam(?:en)?|ging(?:en)?|lag(?:en)?|fuhr(?:en)?|fand(?:en)?|traf(?:en)?|begann(?:en)?|sah(?:en)?"
        r"|sprach(?:en)?|gab(?:en)?|hielt(?:en)?|ließ(?:en)?|blieb(?:en)?|stand(?:en)?|nahm(?:en)?|verließ(?:en)?|flog(?:en)?|schrieb(?:en)?"
        r"|rief(?:en)?|erhielt(?:en)?|brach(?:en)?|stieg(?:en)?|lief(?:en)?|zog(?:en)?|schloss(?:en)?|trat(?:en)?|saß(?:en)?|bot(?:en)?|riss(?:en)?"
        r"|(?-i:(?!heute|bitte|beste|erste|zweite|dritte|letzte|gute|rote|alte|weite|geplante|könnte|möchte|sollte|müsste|dürfte|hätte|wollte)[a-zäöüß]{3,}te[nt]?)"
        r"|(?:ist|sind|hat|haben|sei|habe)\b[^.!?]*\b(?:\w*ge\w+(?:t|en)|\w+iert|(?:ver|be|er|ent|zer)\w+(?:t|en)))\b",
        re.IGNORECASE,
    ),
    cancelled=re.compile(
        r"\b(?:fand(?:en)?\s(?:\w+\s)?nicht\sstatt|findet\s(?:\w+\s)?nicht\sstatt|fiel(?:en)?\saus|fällt\saus|entfällt|entfiel|abgesagt\w*|gestrichen)\b",
        re.IGNORECASE,
    ),
    moved=re.compile(r"\b(?P<earlier>vorgezogen|vorverlegt)|(?P<later>verschoben|verlegt|vertagt|nach\shinten)\b", re.IGNORECASE),
    planned=re.compile(
        r"\b(?:geplante|vorgesehene|angesetzte|abgesagt|gestrichen|entfällt|entfiel)\w*|\bf(?:ällt|iel(?:en)?)\saus\b", re.IGNORECASE
    ),
    occasions=frozenset(
        {
            "gipfel",
            "gipfels",
            "gipfeltreffen",
            "gipfeltreffens",
            "treffen",
            "treffens",
            "spitzentreffen",
            "konferenz",
            "wahl",
            "abstimmung",
            "parteitag",
            "parteitags",
            "turnier",
            "turniers",
            "finale",
            "finales",
            "prozess",
            "prozesses",
            "besuch",
            "besuchs",
            "festival",
            "festivals",
            "messe",
            "kongress",
            "kongresses",
            "beratungen",
            "verhandlungen",
        }
    ),
    opening=re.compile(
        r"\b(?:\w+-)?(?:Auftakt|Beginn|Eröffnung)\b|\beröffne(?:t|te|ten)\b|\blos\sgeht\ses\b|\bbegin(?:nt|nen)\b|\bbegann(?:en)?\b",
        re.IGNORECASE,
    ),
    lead=re.compile(r"(?:\b(?:noch|schon|bereits|am|an|um|ab|gegen|seit|im|vom|erstmals am)\s+)+$", re.IGNORECASE),
    common=frozenset(
        (
            "der die das und ist nicht ein eine zu den von mit sich auf dem für im auch nach wird bei als hat er sie aus werden uhr über"
        ).split()
    ),
    desk_zone="Europe/Berlin",
    zone_words=ZONE_WORDS,
)
