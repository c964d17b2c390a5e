"""English: how British and American news desks write times."""

from __future__ import annotations

import re

from timeline.date import silent
from timeline.date.grammar import Language, Rule, Words, words, zone_pattern
from timeline.date.partial import Amount, Holiday, Part, Portion, Relation, Season, Unit

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
NUMBERS: dict[str, float | None] = {
    "a": 1, "an": 1, "the": 1, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "hundred": 100, "a hundred": 100, "a couple of": 2, "a dozen": 12, "all": 1, "other": 2, "half an": 0.5,
    "half a": 0.5, "½": 0.5, "couple": 2, "couple of": 2, "a couple": 2, "one and a half": 1.5, "quarter": 15, "a quarter": 15, "half": 30, "a few": None, "few": None, "several": None,
    "some": None, "many": None,
    **{word: number for number, word in enumerate(_ONES, start=1)},
    **_TENS,
    **{f"{tens}-{one}": ten + number for tens, ten in _TENS.items() for number, one in enumerate(_ONES, start=1)},
}  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second",
    "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth",
    "thirty-first",
)  # fmt: skip
ORDINALS: dict[str, int] = {"opening": 1, **{word: number for number, word in enumerate(_ORDINALS, start=1)}}
_LENGTHS: dict[str, Unit] = {
    "second": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day", "night": "day", "week": "week",
    "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year", "decade": "decade", "century": "century",
    "centurie": "century", "h": "hour", "sec": "second",
}  # fmt: skip
UNITS: dict[str, Unit] = {
    **{name + end: unit for name, unit in _LENGTHS.items() for end in ("", "s")},
    "daily": "day", "hourly": "hour", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year", "annually": "year",
    "annual": "year",
}  # fmt: skip
MONTHS: dict[str, int] = {
    "january": 1, "jan": 1, "jan.": 1, "february": 2, "feb": 2, "feb.": 2, "march": 3, "mar": 3, "mar.": 3, "april": 4, "apr": 4, "apr.": 4,
    "may": 5, "june": 6, "jun": 6, "jun.": 6, "july": 7, "jul": 7, "jul.": 7, "august": 8, "aug": 8, "aug.": 8, "september": 9,
    "sept.": 9, "sept": 9, "sep.": 9, "sep": 9, "october": 10, "oct": 10, "oct.": 10, "november": 11, "nov": 11, "nov.": 11,
    "december": 12, "dec": 12, "dec.": 12,
}  # fmt: skip
WEEKDAYS: dict[str, int] = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6, "mon": 0, "tue": 1, "tues": 1,
    "wed": 2, "thu": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
_LONG_WEEKDAYS = tuple(WEEKDAYS)[:7]
PARTS: dict[str, Part] = {
    "tonite": "evening", "early morning": "morning", "late evening": "evening", "early evening": "evening", "late afternoon": "afternoon",
    "early afternoon": "afternoon", "late night": "night", "late morning": "forenoon", "morning": "morning", "midday": "noon", "lunchtime": "noon",
    "afternoon": "afternoon", "evening": "evening", "night": "night", "overnight": "night",
}  # fmt: skip
DAYS: dict[str, int] = {
    "the day before yesterday": -2, "yesterday": -1, "the day before": -1, "the previous day": -1, "today": 0, "the same day": 0,
    "tomorrow": 1, "the next day": 1, "the following day": 1, "the day after": 1, "the day after tomorrow": 2,
}  # fmt: skip
SEASONS: dict[str, Season] = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
HOLIDAYS: dict[str, Holiday] = {
    "christmas eve": "christmas-eve", "christmas": "christmas", "christmas day": "christmas", "new year's day": "new-year",
    "new year's eve": "new-years-eve", "easter": "easter", "easter sunday": "easter", "good friday": "good-friday", "pentecost": "pentecost",
    "new year": "new-year", "halloween": "halloween", "boxing day": "boxing-day", "independence day": "independence-day", "easter monday": "easter-monday",
    "ash wednesday": "ash-wednesday", "maundy thursday": "maundy-thursday", "may day": "labour-day", "international workers' day": "labour-day",
}  # fmt: skip
RELATIONS: dict[str, Relation] = {
    "this": "this", "the current": "this", "current": "this", "next": "future", "the next": "future", "coming": "future", "upcoming": "future", "this upcoming": "future",
    "the coming": "future", "following": "future", "the following": "future", "last": "past", "past": "past", "the last": "past",
    "previous": "past", "the previous": "past", "the past": "past",
}  # fmt: skip
PORTIONS: dict[str, Portion] = {
    "early": "start", "the beginning of": "start", "the start of": "start", "mid": "mid", "mid-": "mid", "the middle of": "mid",
    "late": "end", "the end of": "end",
}  # fmt: skip
DECADES: dict[str, int] = {
    "twenties": 192, "thirties": 193, "forties": 194, "fifties": 195, "sixties": 196, "seventies": 197, "eighties": 198, "nineties": 199,
}  # fmt: skip
ZONES: dict[str, str] = {
    "local time": "local", "Eastern time": "America/New_York", "Washington time": "America/New_York", "New York time": "America/New_York",
    "Pacific time": "America/Los_Angeles", "London time": "Europe/London", "Berlin time": "Europe/Berlin", "Korean time": "Asia/Seoul",
    "German time": "Europe/Berlin", "Hanoi time": "Asia/Ho_Chi_Minh",
}  # fmt: skip

WORDS = Words(
    numbers=NUMBERS,
    ordinals=ORDINALS,
    units=UNITS,
    months=MONTHS,
    weekdays=WEEKDAYS,
    parts=PARTS,
    days=DAYS,
    seasons=SEASONS,
    holidays=HOLIDAYS,
    relations=RELATIONS,
    portions=PORTIONS,
    decades=DECADES,
    clocks={"noon": (12, 0), "noonish": (12, 0), "midnight": (0, 0), "mid night": (0, 0), "midday": (12, 0)},
    zones=ZONES,
    last=frozenset({"last"}),
    later=frozenset({"later", "behind", "late"}),
    after=frozenset({"after", "past", "from", "afterwards", "afterward", "after that"}),
)

_HOURS = "(?:" + "|".join((*_ONES, "ten", "eleven", "twelve")) + r")\b"
_AMPM = r"(?P<ampm>[ap])(?:\.\s?m\b\.?|\s?m\b)"
_CLOCK = r"(?P<hour>1[0-2]|0?[1-9])(?:[.:](?P<minute>[0-5]\d))?"
_ABOUT = r"(?P<about>about|around|roughly|approximately|circa)\s"
_NUMBER = rf"(?P<n>\d{{1,3}}(?:\.\d)?|{words(*(n for n in NUMBERS if n not in ('the', 'quarter', 'half')))})"
_UNIT = rf"(?P<unit>{words(*(u for u in UNITS if u[-2:] != 'ly' and u not in ('annual', 'centurie')))})\b"
_WEEKDAY = rf"(?P<weekday>{words(*WEEKDAYS)})\b\.?"
_LONG_WEEKDAY = rf"(?P<weekday>{words(*_LONG_WEEKDAYS)})"
_MONTH = rf"(?P<month>{words(*MONTHS)})(?!\w)"
_LONG_MONTH = rf"(?-i:(?P<month>{words(*(m.capitalize() for m in MONTHS if len(m) > 4))}|May|June|July))\b"
_PART = words(*PARTS)
_PORTION = rf"(?P<portion>{words(*PORTIONS)})[-\s]?"
_RELATION = rf"(?P<relation>{words(*RELATIONS)})\s"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_NTH = words(*ORDINALS)
_DAY = r"(?P<day>[0-3]?\d)"
_HOUR = r"(?:1[0-2]|0?[1-9])"
_RANGE = r"\s?(?:to|until|till|through|-|–)\s?"
_BETWEEN = r"\s?(?:to|and|-|–)\s?"
_HALF = _AMPM.replace("ampm", "ampm_to")
_FROM = rf"(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?(?:\s?{_AMPM})?"
_TO = r"(?P<hour_to>[01]?\d|2[0-3])(?:[.:](?P<minute_to>[0-5]\d))?"
_OPEN = r"(?![\w:%€£$]|[.,/-]\d|\s(?:percent|per|million|billion|points?|goals?|people|men|women)\b)(?:(?<=:\d\d)|(?!\s(?:of|January|February|March|April|May|June|July|August|September|October|November|December)\b))"
_YEAR_WORDS = (
    rf"(?:(?:seventeen|eighteen|nineteen|twenty)[\s-]{words(*_TENS, *(n for n in NUMBERS if n.endswith('teen')))}(?:[\s-]{words(*_ONES)})?"
    rf"|two\sthousand(?:(?:\sand)?\s(?:{words(*_TENS)}[\s-]{words(*_ONES)}|{words(*_TENS, *_ONES, *(n for n in NUMBERS if n.endswith('teen')))}))?)\b"
)
_SHORT_DATE = r"(?:(?P<month>0?[1-9]|1[0-2])/(?P<day>0?[1-9]|[12]\d|3[01]))(?![\d/]|\.\d|\s(?:of|inch|inches|cups?|miles?)\b)"
_SUFFIX = "(?:st|nd|rd|th)"
_OF_YEAR = rf"(?:,?\s(?:of\s)?{_YEAR})?"
_NOT_A_YEAR = r"(?!\s(?:[a-z]{3,}s\b|percent|people|men|women|km|kg|square|children|points?)|\s?[%€£$°])"
_ONE_YEAR = r"(?P<year>1[5-9]\d\d|20[0-4]\d)(?![\d\w]|[.,:]\d|-(?!\d{4}\b)\w|/\d)"

ENGLISH_DATE_RULES: tuple[Rule, ...] = (
    Rule(
        "date-english",
        rf"(?:\b{_WEEKDAY},?\s)?\b(?-i:{words(*(m.capitalize() for m in MONTHS))})(?!\w)".replace("(?-i:(?:", "(?-i:(?P<month>")
        + r"\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|[.:]\d)(?:,?\s(?P<year>\d{4})(?!\d))?",
    ),
    Rule("date-iso", r"(?<![\d-])(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\d-])"),
)

RULES: tuple[Rule, ...] = (
    # clocks
    Rule("clock", rf"(?<![\d.,:$€£])(?:{_ABOUT})?{_CLOCK}\s?{_AMPM}{zone_pattern(ZONES)}"),
    Rule(
        "clock-colon",
        r"(?<![\d.,:/$€£])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:]|[.,]\d)(?!\s?[ap]\.?m)"
        rf"{zone_pattern(ZONES)}",
    ),
    Rule("clock-hours", rf"(?<![\d.,:])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s(?:hours|hrs|(?=GMT|UTC|BST|CET)){zone_pattern(ZONES)}"),
    Rule("clock-o'clock", rf"\b(?P<hour>\d{{1,2}}|{_HOURS})\s?o['’]?\s?clock\b"),
    Rule("clock-run-together", rf"(?<![\d.,:$€£])(?P<hour>1[0-2]|0?[1-9])(?P<minute>[0-5]\d)\s?{_AMPM}"),
    Rule("clock-range", rf"(?:\b(?:from|between)\s)?(?<![\d.,:/$€£-]){_FROM}{_RANGE}{_TO}\s?{_HALF}{zone_pattern(ZONES)}"),
    Rule("clock-range-between", rf"\b(?:from|between)\s(?=[\d.:]{{1,5}}(?:\s?[ap]\.?m\.?)?{_BETWEEN}\d)(?=\S*[:apAP]|\S+\s\S+\s\d+[:.]\d\d){_FROM}{_BETWEEN}{_TO}(?:\s?{_HALF})?{_OPEN}{zone_pattern(ZONES)}"),
    Rule("clock-range-in-part", rf"\b(?:from|between)\s(?P<hour>{_HOUR}){_BETWEEN}(?P<hour_to>{_HOUR})\s(?:in\sthe|this|that)\s(?P<part>morning|afternoon|evening)\b"),
    Rule("clock-range-open", rf"(?<![\d.,:/$€£-])\b(?P<hour>{_HOUR})(?::(?P<minute>[0-5]\d))?\s?{_AMPM}{_RANGE}{_TO}{_OPEN}"),
    Rule("loose-range", rf"\b(?:from|between)\s(?P<hour>{_HOUR}){_BETWEEN}(?P<hour_to>{_HOUR}){_OPEN}"),
    Rule("loose-clock", rf"\b(?:at|around|about)\s(?P<hour>{_HOUR}|{_HOURS})(?=\s*(?:[.;!?)](?!\d)|$)|\s(?:and|for|with|in|on|from|but|when|sharp)\b)"),
    Rule("clock-words", rf"(?<=\bat\s)(?P<hour>{_HOURS})[\s-](?P<minute>fifteen|thirty|forty[-\s]five)\b"),
    Rule("clock-past-in-part", rf"\b(?P<past>half|a\squarter|quarter|five|ten|fifteen|twenty|\d{{1,2}})\s(?:minutes\s|min\s)?past\s(?P<hour>{_HOURS})(?:\so['’]?clock)?(?:\sin\sthe\s(?P<part>morning|afternoon|evening))?\b"),
    Rule("clock-of-list", rf"(?<![\d.,:/$€£-]){_CLOCK}(?=\s?(?:-|–|to|and|until|till|through)\s?(?:1[0-2]|0?[1-9])(?:[.:][0-5]\d)?\s?(?P<ampm>[ap])\.?\s?m\b)"),
    Rule("clock-in-part", rf"(?<![\d.,])\b(?P<hour>1[0-2]|0?[1-9]|{_HOURS})(?:[.:](?P<minute>[0-5]\d))?\s(?:o['’]?clock\s)?in\sthe\s(?P<part>morning|afternoon|evening)\b"),
    Rule("clock-part-at", r"\bin\sthe\s(?P<part>morning|afternoon|evening)\sat\s(?P<hour>1[0-2]|[1-9])\b(?![.:]\d)"),
    Rule("clock-named", r"\b(?:(?:at|by|around|until)\s)?(?:(?P<near>(?:shortly|just)\s(?:before|after))\s)?(?P<named>noon|noonish|midnight|mid\snight|midday)\b"),
    Rule("clock-past", rf"\b(?P<past>half|a\squarter|quarter|five|ten|twenty)\s(?:minutes\s)?past\s(?P<hour>{_HOURS})(?:\so['’]clock\b)?"),
    Rule("clock-to", rf"\b(?P<to>a\squarter|quarter|five|ten|twenty)\s(?:minutes\s)?to\s(?P<hour>{_HOURS})"),
    *ENGLISH_DATE_RULES,
    # dates
    Rule("date-british", rf"(?:\b{_WEEKDAY},?\s(?:the\s)?)?(?<![\d.$€£]){_DAY}{_SUFFIX}?\s(?:of\s)?{_MONTH}{_OF_YEAR}"),
    Rule("date-words", rf"\b(?P<day>{_NTH})\s(?:of\s){_MONTH}{_OF_YEAR}"),
    Rule("date-suffixed", rf"(?:\b{_WEEKDAY},?\s)?\b{_MONTH}\s?(?:the\s)?{_DAY}{_SUFFIX}\b{_OF_YEAR}"),
    Rule("date-month-words", rf"\b{_MONTH}\s(?:the\s)?(?P<day>{_NTH})\b{_OF_YEAR}"),
    Rule("date-small", rf"\b(?P<month>january|february|april|june|july|september|october|november|december)\s{_DAY}(?!\d|[.:]\d){_OF_YEAR}"),
    Rule("date-of-list", rf"(?<![\d.,$€£]){_DAY}{_SUFFIX}?(?=\s?(?:-|–|to|and|until|through|/)\s?(?:the\s)?[0-3]?\d{_SUFFIX}?\s(?:of\s)?(?P<month>{words(*MONTHS)})\b)"),
    Rule("date-dmy-name", rf"(?<![\w/-]){_DAY}[-/](?P<month>{words(*MONTHS)})[-/]{_YEAR}(?![-/]\d)"),
    Rule("date-mdy-name", rf"\b(?P<month>{words(*MONTHS)})[-/]{_DAY}[-/]{_YEAR}(?![-/]\d)"),
    Rule("date-ymd-name", rf"(?<![\w/-])(?P<year>\d{{4}})[-/](?P<month>{words(*MONTHS)})[-/]{_DAY}\b"),
    Rule("date-dotted", rf"(?<![\d.]){_DAY}\.(?P<month>[01]?\d)\.{_YEAR}(?!\.\d)"),
    Rule("date-mdy", rf"(?<![\d/.,$€£-])(?P<month>[01]?\d)/{_DAY}/(?P<year>\d{{4}}|\d{{2}})(?![/\d])"),
    Rule("date-dmy", rf"(?<![\d/.,$€£-]){_DAY}/(?P<month>[01]?\d)/(?P<year>\d{{4}}|\d{{2}})(?![/\d])"),
    Rule("date-weekday", rf"\b{_LONG_WEEKDAY},?\s(?:the\s)?{_DAY}{_SUFFIX}?\b(?!\s?(?:[ap]\.?m|[:./]\d|o['’]?\s?clock|-|to\b|hours|minutes|days|weeks|months|years))"),
    Rule("date-weekday-short", rf"\b{_WEEKDAY},?\s(?:the\s)?{_DAY}{_SUFFIX}\b"),
    Rule("date-weekday-words", rf"\b{_LONG_WEEKDAY},?\sthe\s(?P<day>{_NTH})\b"),
    Rule("date-md", rf"(?:(?<=\bon\s)|\bthis\s|\bnext\s|(?<=\bby\s)|(?<=\buntil\s)|^(?![1-9]/[2-9]\b(?!/)))(?:{_WEEKDAY},?\s)?{_SHORT_DATE}"),
    Rule("date-md-weekday", rf"\b(?:(?:this|next)\s)?{_WEEKDAY},?\s{_SHORT_DATE}"),
    Rule("date-md-range", rf"(?:(?<=\bfrom\s)|(?<=\bto\s)|(?<=\bfor\s)|(?<=-))(?![1-9]/[2-9]\b(?!/)){_SHORT_DATE}"),
    Rule("date-dm", r"(?:(?<=\bon\s)|(?<=\bby\s)|(?<=\buntil\s)|^)(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])(?![\d/])"),
    Rule("date-slash-name", rf"\b(?-i:(?P<month>{words(*(m.capitalize() for m in MONTHS))}))[/-]{_DAY}(?![\d/-])"),
    Rule("day-of-month", rf"\b(?:the\s)?(?:(?P<day>{_NTH})|(?P<day2>[0-3]?\d){_SUFFIX})\sday\sof\s(?:{_RELATION}|the\s)month\b", unit="month"),
    Rule("day-of-named-month", rf"\b(?:the\s)?(?P<day>{_NTH})\sday\sof\s{_MONTH}{_OF_YEAR}"),
    Rule("month-of-year", rf"\b(?:the\s)?(?:(?P<month>{_NTH})|(?P<month2>1?\d){_SUFFIX})\smonth\sof\s{_RELATION}(?P<period>year)\b"),
    Rule("week-number", r"\b(?:the\s)?week\s(?P<week>[1-5]?\d)(?![\w.,:%])(?!\sof\s(?!\d{4}))(?:\sof\s(?P<year>\d{4})\b)?", unit="year"),
    Rule("week-of-date", rf"\b(?:(?:the\s)?week\s(?:of|starting(?:\son)?|beginning|commencing)|w/c)\s{_MONTH}\s{_DAY}{_SUFFIX}?{_OF_YEAR}", unit="week"),
    Rule("weekday-of-week", rf"\b{_LONG_WEEKDAY}\sof\s{_RELATION}(?P<period>week)\b"),
    Rule("date-day", rf"(?<=\bon\s)the\s{_DAY}{_SUFFIX}\b(?!\s(?!at\b|of\b|in\b|and\b|from\b)\w)"),
    Rule("month-name-year", rf"\b(?P<month>{words(*MONTHS)})-{_YEAR}(?!-)"),
    Rule("month-of-list", rf"\b(?-i:(?P<month>{words(*(m.capitalize() for m in MONTHS if m[-1] != '.'))}))(?=\s?(?:-|–|to|through|until)\s?(?:{words(*MONTHS)})\b)"),
    Rule("month-short-year", rf"\b{_MONTH}\sof\s['’]?(?P<year>\d\d)\b"),
    Rule("month-in-year", rf"\b{_MONTH}\sin\s{_YEAR}"),
    Rule("month-year-words", rf"\b{_MONTH},?\s(?P<year>{_YEAR_WORDS})"),
    Rule("date-year-words", rf"\b{_DAY}{_SUFFIX}?\s{_MONTH},?\s(?P<year>{_YEAR_WORDS})"),
    Rule("date-words-year-words", rf"\b{_MONTH}\s(?P<day>{_NTH}),?\s(?P<year>{_YEAR_WORDS})"),
    Rule("year-words", rf"\b(?P<year>nineteen[\s-]{words(*_TENS)}(?:[\s-]{words(*_ONES)})?)\b|(?<=\bin\s)(?P<year2>{_YEAR_WORDS})"),
    Rule("month", rf"\b(?:{_PORTION})?{_MONTH},?\s{_YEAR}"),
    Rule("month-portion", rf"\b{_PORTION}{_LONG_MONTH}(?!\s\d)"),
    Rule("month-bare", rf"(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\buntil\s)|(?<=\bby\s)|(?<=\bafter\s)|(?<=\bbefore\s)|(?<=\bduring\s)|(?<=\bfrom\s)|(?<=\bbetween\s)|(?<=\bof\s)|(?<=\bin\sthe\s)){_LONG_MONTH}(?!\s\d)"),
    Rule("month-closing", rf"(?:(?<=\band\s)|(?<=\bto\s)|(?<=\bthrough\s))(?-i:(?P<month>{words(*(m.capitalize() for m in MONTHS if len(m) > 5 or m in ('april', 'june', 'july')))}))\b(?!\s\d)"),
    Rule("month-related", rf"\b{_RELATION}{_LONG_MONTH}(?!\s\d)"),
    Rule("year", rf"\b(?:{_PORTION})?(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\bby\s)|the\syear\s)(?P<year>1\d{{3}}|20[0-4]\d)(?![\d\w]|[.,]\d|\s(?:people|dollars|euros|miles|km))"),
    Rule("year-bare", rf"(?<![\d.,:/$€£#])(?<![A-Za-z]-)(?:(?<![-–~])|(?<=\d\d\d\d[-–~])){_ONE_YEAR}{_NOT_A_YEAR}"),
    Rule("year-portion", rf"\b{_PORTION}(?P<year>1\d{{3}}|20[0-4]\d)(?![\d\w])"),
    Rule("decade", rf"\bthe\s(?:{_PORTION})?(?P<decade>{words(*DECADES)}|(?:1\d|20)?\d0(?=['’]?s\b))(?:['’]?s)?\b"),
    Rule("decade-digits", r"(?<![\w$€£])(?P<decade>(?:1[5-9]|20)\d0)(?=['’]?s\b)['’]?s\b"),
    Rule("century", rf"\b(?:{_PORTION})?(?:the\s)?(?P<century>[12]?\d)(?:st|nd|rd|th)\s+century\b"),
    Rule("season", rf"\b(?P<season>{words(*SEASONS)})\s(?:of\s)?{_YEAR}"),
    Rule("season-related", rf"\b{_RELATION}(?P<season>{words(*SEASONS)})\b"),
    Rule("quarter", rf"\b(?:the\s)?(?P<quarter>first|second|third|fourth)\squarter(?:\sof\s{_YEAR})?\b"),
    Rule("quarter-short", rf"\bq(?P<quarter>[1-4])(?:[-\s]{_YEAR})?\b"),
    Rule("quarter-year", r"\b(?P<year>\d{4})[-\s]q(?P<quarter>[1-4])\b"),
    Rule("week-weekday", rf"\b{_RELATION}(?P<period>week)\s(?:on\s)?{_WEEKDAY}"),
    Rule("weekday-week", rf"\b{_LONG_WEEKDAY}(?:\s(?P<part>{_PART}))?\s{_RELATION}(?P<period>week)\b"),
    Rule("week-of", rf"\b(?:the\s)?(?P<week>{_NTH}|[1-5]{_SUFFIX}|last)\sweek\s(?:of|in)\s(?:{_MONTH}{_OF_YEAR}|(?P<year2>\d{{4}})\b)"),
    Rule("holiday-of", rf"\b(?P<holiday>{words(*HOLIDAYS)})\s(?:of\s)?{_RELATION}(?P<period>year)\b"),
    Rule("holiday-related", rf"\b{_RELATION}(?P<holiday>{words(*HOLIDAYS)})\b"),
    Rule("holiday", rf"\b(?P<holiday>{words(*HOLIDAYS)})\b(?:\s{_YEAR})?"),
    Rule("weekday", rf"(?<!every\s)(?<!each\s)\b(?:{_RELATION})?{_LONG_WEEKDAY}(?:\s(?P<part>{_PART}))?\b(?!s)"),
    # pointing from today
    Rule("day", rf"\b(?P<days>{words(*DAYS)})(?:\s(?P<part>{_PART}))?\b(?!\s(?:the|its|his|her)\b)"),
    Rule("tonight", r"\btoni(?:ght|te)\b", days=0, part="evening"),
    Rule("last-night", r"\blast\s(?P<part>night|evening)\b", days=-1),
    Rule("part", rf"(?P<still>(?<=\blater\s))?\b(?:in\sthe|this|on\sthe)\s(?:early\s|late\s)?(?P<part>{_PART})\b"),
    Rule("period", rf"\b(?:{_PORTION})?{_RELATION}(?P<period>week|weekend|month|quarter|year|decade|century)\b"),
    Rule("period-twice", r"\b(?:the\s)?(?P<period>week|weekend|month|year)\safter\snext\b", relation="future", twice=True),
    Rule("period-twice-past", r"\b(?:the\s)?(?P<period>week|weekend|month|year)\sbefore\slast\b", relation="past", twice=True),
    Rule("period-same", r"\b(?:that\s(?P<period>weekend)|(?:the\s)?same\s(?P<period2>week|weekend|month|year))\b", relation="this"),
    Rule("period-to-date", r"\b(?:the\s)?(?P<period>year|month|quarter)\sto\sdate\b", relation="this"),
    Rule("period-later", r"\blater\sin\sthe\s(?P<period>week|month|year)\b", relation="this"),
    Rule("period-end", r"\bend\sof\s(?P<period>week|month|year)\b", relation="this", portion="end"),
    Rule("period-working", r"\b(?P<relation>this|next|last)\s(?:working|calendar)\s(?P<period>week|year)\b"),
    Rule("evening-next", r"\b(?:the\s)?(?:next|following)\s(?P<part>morning|afternoon|evening|night)\b", days=1),
    Rule("period-portion", rf"\b{_PORTION}the\s(?P<period>week|month|year|decade|century)\b", relation="this"),
    Rule("weekend", r"(?:(?<=\bat\s)|(?<=\bover\s)|(?<=\bon\s)|(?<=\buntil\s))the\sweekend\b", unit="weekend", relation="this"),
    # plans that move
    Rule(
        "shift",
        rf"\b{_NUMBER}\s{_UNIT}\s(?P<shift>later|earlier|behind|ahead\sof)\s(?:than\s[^.!?]{{0,200}}\b(?:planned|scheduled|announced)|schedule)",
    ),
    Rule("late", rf"\b{_NUMBER}\s{_UNIT}\s(?P<shift>late)\b(?!\s(?:at|in|on)\b)"),
    Rule("moved", rf"(?<=\bby\s){_NUMBER}\s{_UNIT}", moves=True),
    # lengths
    Rule("ago", rf"\b{_NUMBER}\s{_UNIT}\sago\b", ago=True),
    Rule("earlier", rf"\b{_NUMBER}\s{_UNIT}\searlier\b(?!\sthan)", ago=True),
    Rule("from-now", rf"\b{_NUMBER}\s{_UNIT}\sfrom\s(?:now|today)\b", ahead=True),
    Rule("ahead", rf"\bin\s{_NUMBER}\s{_UNIT}(?:['’]s?\stime)?\b", ahead=True),
    Rule("length", rf"\b(?<!\$)(?!(?:an?|the|one|all)\ssecond\b){_NUMBER}[\s-]{_UNIT}"),
    Rule("length-and-part", rf"\b{_NUMBER}\s{_UNIT}\sand\s(?:a\s)?(?P<rest>half|quarter)\b"),
    Rule("length-and-length", rf"\b{_NUMBER}\s{_UNIT}(?:,?\s|\sand\s)(?P<n2>\d{{1,3}})\s{_UNIT.replace('unit', 'unit2')}(?:(?:,?\s|\sand\s)(?P<n3>\d{{1,3}})\s{_UNIT.replace('unit', 'unit3')})?"),
    Rule("length-fortnight", r"\b(?:a|one)\sfortnight\b", amounts=(Amount(2, "week"),)),
    Rule("length-years", r"(?<![\w.,$€£])(?P<n>\d{1,2})(?-i:Y)\b", amounts=(Amount(1, "year"),)),
    Rule("length-short", r"(?<![\w.,$€£])(?P<n>\d{1,3}(?:\.\d)?)\s?(?P<unit>h|hrs?|mins?|secs?)\b"),
    Rule("length-related", rf"\b(?:the\s)?(?P<relation>last|past|previous|next|coming|upcoming|following)\s{_NUMBER}\s{_UNIT}"),
    Rule("length-related-after", rf"\b(?:the\s)?(?P<n>\d{{1,3}})\s(?P<relation>last|past|previous|next|coming|upcoming)\s(?!nights?\b){_UNIT}"),
    # repetition
    Rule("each", rf"\b(?:every|each|per|any)\s(?:{_NUMBER}\s)?{_UNIT}", each=True),
    Rule("each-weekday", rf"\b(?:every|each|any)\s(?:other\s)?{_LONG_WEEKDAY}\b", each=True),
    Rule("each-weekdays", r"\b(?:on\s)?(?:Mondays|Tuesdays|Wednesdays|Thursdays|Fridays|Saturdays|Sundays)\b", each=True),
    Rule("each-day", r"\beveryday\b", each=True, amounts=(Amount(1, "day"),)),
    Rule("each-part", rf"\b(?:in\sthe\s|on\s)?(?:{words(*_LONG_WEEKDAYS)}\s)?(?:mornings|afternoons|evenings|nights)\b", each=True),
    Rule("each-one-part", rf"\b(?:every|each)\s(?:{_PART})(?:\sat\s\d{{1,2}}(?:[.:]\d\d)?(?:\s?[ap]\.?m\b\.?)?)?", each=True),
    Rule("each-adverb", r"\b(?P<unit>daily|hourly|weekly|monthly|quarterly|yearly|annually|annual)\b", each=True),
    # counted from an occasion
    Rule("occasion-distance", rf"\b{_NUMBER}\s{_UNIT}\s(?P<side>before|after)\s(?:the|their|his|her)\s(?P<anchor>\w+)"),
    Rule("occasion-eve", r"\b(?:on\s)?the\s(?:eve\sof|(?:day|night)\sbefore)\s(?:the|their|his|her)\s(?P<anchor>[a-z]{4,})\b", distance=Amount(-1, "day")),
    Rule("occasion-next", r"\b(?:on\s)?the\sday\s(?:after|following)\s(?:the|their|his|her)\s(?P<anchor>[a-z]{4,})\b", distance=Amount(1, "day")),
    Rule("occasion-day", rf"\b(?:on\s)?the\s(?P<nth>{words(*ORDINALS)})\sday\sof\s(?:the|their)\s(?P<anchor>\w+)"),
    # without saying when
    Rule("past", r"\b(?:recently|formerly|in\sthe\spast|at\sthe\stime)\b", vague="past"),
    Rule("present", r"\b(?:now|currently|at\sthe\smoment|at\spresent|right\snow|at\sthis\stime|nowadays)\b", vague="this"),
    Rule("future", r"\b(?:soon|shortly(?!\s(?:after|before))|in\sthe\s(?:near\s)?future)\b", vague="future"),
    *silent.ENGLISH,
)  # fmt: skip

_DEGREE = r"(?:(?P<more>more\sthan|over|at\sleast)\s|(?P<less>less\sthan|under|not\seven|within)\s|(?P<about>about|around|roughly|some|nearly|almost|just\sunder)\s)?"
_SIDE = r"(?P<side>later|afterwards?|after\sthat|earlier|before\sthat|beforehand|previously|before(?=\s?[.,;:]))\b(?!\s(?:than|behind|this|that|in|on))"
_NO_OCCASION = words(
    *"the day week month year weekend morning hour minute first second third fact man woman new other same most us end last next".split()
)

CHAINS: tuple[Rule, ...] = (
    Rule("chain-length", rf"\b(?<!\bby\s){_DEGREE}{_NUMBER}[\s-]{_UNIT}\s{_SIDE}"),
    Rule("chain-length-half", rf"\b(?<!\bby\s){_DEGREE}half\san\shour\s{_SIDE}", amounts=(Amount(30, "minute"),)),
    Rule("chain-length-and-half", rf"\b(?<!\bby\s){_DEGREE}(?:an\shour\sand\sa\shalf|one\sand\sa\shalf\shours)\s{_SIDE}", amounts=(Amount(90, "minute"),)),
    Rule("chain-quarter", rf"\b(?<!\bby\s)(?:a\s)?quarter\sof\san\shour\s{_SIDE}", amounts=(Amount(15, "minute"),)),
    Rule("chain-some", rf"\b(?P<unit>minutes|hours|days|weeks|months|years)\s{_SIDE}"),
    Rule("chain-after", rf"\bafter\s{_DEGREE}(?P<n>\d{{1,3}}(?:\.\d)?|{words(*(n for n in NUMBERS if NUMBERS[n] and n not in ('the', 'quarter', 'half')))})\s(?P<unit>seconds?|minutes?|hours?|days?)\b(?!\s(?:of|in|on|at|with|without|and|under|from|by|behind|the)\b)(?=\s?[,.;]|\s(?:he|she|it|they|we)\b)", side="after"),
    Rule("chain-near", r"\b(?:shortly|soon|immediately|right|moments|minutes|just)\s(?P<side>after(?:wards?|\sthat)|later|before(?:hand|\sthat)|earlier)\b", near=True),
    Rule("chain-then", r"\b(?:afterwards?|after\sthat|after\swhich|subsequently|thereafter)\b", side="after"),
    Rule("chain-first", r"\b(?:beforehand|before\sthat)\b(?!\s[a-z]+\s(?:can|could|will|would)\b)", side="before"),
    Rule("chain-occasion", rf"\b(?:(?P<near>shortly|soon|immediately|right|just)\s)?(?P<side>after|before)\s(?:the|their|his|her|its)\s(?:(?!{_NO_OCCASION}\b)[a-z]+\s)?(?P<anchor>(?!{_NO_OCCASION}\b)[a-z]{{4,}})"),
)  # fmt: skip

ENGLISH = Language(
    code="en",
    name="English",
    words=WORDS,
    rules=RULES,
    bridge=re.compile(r"\s{0,3},?\s{0,3}(?:(?:at|on|around|about|shortly after)\s{1,3})?", re.IGNORECASE),
    twin=re.compile(
        r"\s{0,3}(?:[(\[]\s{0,3})?(?:local time\s{0,3})?(?:/|(?:\s?\b[^\W\d]{1,30}\b){0,3},\s{0,3}(?:which|that)\sis|=|[(\[]|,?\s{0,3}or)\s{0,3}",
        re.IGNORECASE,
    ),
    counted=re.compile(r"\s(?P<side>before|after|from|since)\s(?:the\s)?", re.IGNORECASE),
    until=re.compile(r"\b(?:until|till|by)\s(?:the\s)?$", re.IGNORECASE),
    range=re.compile(r"\s?(?:to|until|till|through|–|-|~|and)\s?(?:the\s)?", re.IGNORECASE),
    future=re.compile(
        r"\b(?:will|would|shall|is\sto|are\sto|was\sto|were\sto|plans?\sto|planned|scheduled|expected|due|set\s(?:to|for)|bound\sto|pencilled\sin|wants?\sto|intends?\sto|later\sin\sthe)\b",
        re.IGNORECASE,
    ),
    past=re.compile(
        r"\b(?:was|were|had|did|went|came|left|took|met|said|told|began|saw|spoke|gave|held|stood|wrote|flew|sat|rose|fell|ran|broke|brought|got"
        r"|made|became|kept|put|set\soff|won|lost|beat|drew|led|shot|struck|hit|tore|sank|swept|shook|threw|drove|caught|found|built|cost|paid|sold|sent|spent|heard|felt|woke|spun|slid|swung|wore|grew|knew|has|have|\w{3,}ed)\b",
        re.IGNORECASE,
    ),
    cancelled=re.compile(
        r"\b(?:(?:did|will|would)\snot\s(?:take\splace|happen|go\sahead)|never\stook\splace|cancelled|canceled|called\soff|scrapped|dropped|(?:is|are)\soff)\b",
        re.IGNORECASE,
    ),
    moved=re.compile(
        r"\b(?:(?P<earlier>brought\sforward|moved\sup|moved\sforward)|(?P<later>postponed|pushed\sback|put\soff|put\sback|delayed|deferred|adjourned)"
        r"|(?P<either>rescheduled|moved(?=\s(?:from|to|by)\s)|shifted(?=\s(?:from|to|by)\s)))\b",
        re.IGNORECASE,
    ),
    outdated=re.compile(
        r"\b(?:(?:was|were)\s(?:originally\s|initially\s)?(?:meant|supposed|due|scheduled|set|slated|to\s(?:be|have|start|begin|open|end|land))"
        r"|should\shave|had\sbeen\s(?:due|planned|scheduled|expected|set)|originally)\b",
        re.IGNORECASE,
    ),
    planned=re.compile(r"\b(?:planned|scheduled|due|set|cancelled|canceled|called\soff|scrapped)\b", re.IGNORECASE),
    occasions=frozenset(
        "summit meeting talks conference election vote tournament final trial visit festival fair congress negotiations match".split()
    ),
    opening=re.compile(r"\b(?:opening|start|beginning|opens|opened|begins|began|kick-off)\b", re.IGNORECASE),
    lead=re.compile(r"(?:\b(?:still|only|already|at|on|by|from|since|in|just|later)\s+)+$", re.IGNORECASE),
    common=frozenset(
        (
            "the of and to in is that for it was on with as are at by this be from have has will not his he they their after a an or but we you i"
            " what who which when where how so no more there been were had would could can if out up over into about than then its her she him all"
        ).split()
    ),
    onto=re.compile(r"\b(?:to|until|till|for|only\s(?:at|start\sat|on))\s(?:the\s)?$", re.IGNORECASE),
    out_of=re.compile(
        r"\b(?:from|instead\sof|rather\sthan|(?:planned|scheduled|due|set|slated|billed|originally)(?:\sto\s\w+)?\s(?:for|at|on))\s(?:the\s)?$",
        re.IGNORECASE,
    ),
    by=re.compile(r"\bby\s(?:about\s|around\s|at\sleast\s|another\s)?$", re.IGNORECASE),
    instead=re.compile(
        r"\b(?:instead\sof|rather\sthan)\b(?=\s(?:at\s|on\s)?(?:\d|noon|midnight|[A-Z]))|\b(?:planned|scheduled|due|slated)\sfor\b(?=[^!?\n]{0,120}\b(?:will|only|now|instead)\b)",
        re.IGNORECASE,
    ),
    denied=re.compile(r"(?:\b(?:not|never|neither)|n['’]t)\s(?:\w+\s){0,2}$", re.IGNORECASE),
    chains=CHAINS,
    chained=re.compile(
        r"\b(?:(?:weeks?|days?|months?|years?|nights?)\searlier|the\s(?:day|night)\s(?:before|after)(?!\s(?:yesterday|tomorrow))"
        r"|the\s(?:previous|next|following|same)\s(?:day|morning|afternoon|evening|night)|(?:next|following)\s(?:morning|afternoon|evening|night))\b",
        re.IGNORECASE,
    ),
    then=re.compile(r"\b(?:then|after\s(?:that|the|a)\b|afterwards|followed\sby|to\sbe\sfollowed)", re.IGNORECASE),
    rough=re.compile(r"\b(?:about|around|roughly|nearly|almost|over|a\slittle\sover|just\sunder|some)\s$", re.IGNORECASE),
    journey=re.compile(r"\bafter\s(?:a\s)?\S+[\s-](?:hours?|days?)\b|\bon\sthe\s(?:road|rails|move)\b|\bjourney\b|\btrip\b", re.IGNORECASE),
    departure="Departure, {length} before the arrival",
    desk_zone="UTC",
    nowadays=frozenset({"today"}),
    hours={"morning": (6, 12), "night": (18, 30)},
)
