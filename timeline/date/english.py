"""English: how British and American news desks write times."""

from __future__ import annotations

import re

from timeline.date import deep, silent
from timeline.date import english_clauses as clauses
from timeline.date.english_words import (
    DAYS,
    DECADES,
    HOLIDAYS,
    LONG_WEEKDAYS,
    MEALS,
    MONTHS,
    NUMBERS,
    OCCASIONS,
    ONES,
    ORDINALS,
    PARTS,
    PORTIONS,
    RELATIONS,
    SEASONS,
    TENS,
    UNITS,
    WEEKDAYS,
    WORDS,
    ZONES,
)
from timeline.date.grammar import Language, Rule, words, zone_pattern
from timeline.date.partial import Amount

_HOURS = "(?:" + "|".join((*ONES, "ten", "eleven", "twelve")) + r")\b"
_AMPM = r"(?P<ampm>[ap])(?:\.\s?m\b\.?|\s?m\b)"
_CLOCK = r"(?P<hour>1[0-2]|0?[1-9])(?:[.:](?P<minute>[0-5]\d))?"
_ABOUT = r"\b(?:(?P<about>about|around|towards?|roughly|approximately|circa)|(?P<near>(?:shortly|just|soon)\s(?:after|before)))\s"
_NUMBER = rf"(?P<n>\d{{1,3}}(?:\.\d)?|{words(*(n for n in NUMBERS if n not in ('the', 'quarter', 'half')))})"
_UNIT = rf"(?P<unit>{words(*(u for u in UNITS if u[-2:] != 'ly' and u not in ('annual', 'centurie', 'y')))})\b"
_WEEKDAY = rf"(?P<weekday>{words(*WEEKDAYS)})\b\.?"
_ANY_WEEKDAY = rf"(?P<weekday>{words(*LONG_WEEKDAYS)}|(?-i:Mon|Tues?|Wed|Thurs?|Thur|Fri|Sat|Sun)(?!\w))"
_LONG_WEEKDAY = rf"(?P<weekday>{words(*LONG_WEEKDAYS)})"
_MONTH = rf"(?P<month>{words(*MONTHS)})(?!\w)"
_CLEAR_MONTHS = tuple(m for m in MONTHS if (len(m) > 5 or m in ("april", "june", "july")) and m[-1] != "." and m != "august")
"""Names of months that are no other words."""
_LONG_MONTH = rf"(?-i:(?P<month>{words(*(m.capitalize() for m in MONTHS if len(m) > 4), *_CLEAR_MONTHS)}|May|June|July))\b"
_PART = words(*(part for part in PARTS if part not in MEALS or part[:5] == "lunch" != part))
_PORTION = rf"(?P<portion>{words(*(portion for portion in PORTIONS if portion not in ('h1', 'h2')))})[-\s]?"
_RELATION = rf"(?P<relation>{words(*RELATIONS)})\s"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_NTH = words(*ORDINALS)
_DAY = r"(?P<day>[0-3]?\d)"
_MONTH_NUMBER = r"(?P<month>0?[1-9]|1[0-2])"
_DAY_NUMBER = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_HOUR = r"(?:1[0-2]|0?[1-9])"
_RANGE = r"\s?(?:to|until|till|through|-|–)\s?"
_BETWEEN = r"\s?(?:to|and|-|–)\s?"
_HALF = _AMPM.replace("ampm", "ampm_to")
_FROM = rf"(?P<hour>[01]?\d|2[0-3])(?:[.:](?P<minute>[0-5]\d))?(?:\s?{_AMPM})?"
_TO = r"(?P<hour_to>[01]?\d|2[0-3])(?:[.:](?P<minute_to>[0-5]\d))?"
_OPEN = r"(?![\w:%€£$]|[.,/-]\d|\s(?:percent|per|million|billion|points?|goals?|people|men|women)\b)(?:(?<=:\d\d)|(?!\s(?:of|January|February|March|April|May|June|July|August|September|October|November|December)\b))"
_YEAR_WORDS = (
    rf"(?:(?:seventeen|eighteen|nineteen|twenty)[\s-]{words(*TENS, *(n for n in NUMBERS if n.endswith('teen')))}(?:[\s-]{words(*ONES)})?"
    rf"|two\sthousand(?:(?:\sand)?\s(?:{words(*TENS)}[\s-]{words(*ONES)}|{words(*TENS, *ONES, *(n for n in NUMBERS if n.endswith('teen')))}))?)\b"
)
_SHORT_DATE = r"(?:(?P<month>0?[1-9]|1[0-2])/(?P<day>0?[1-9]|[12]\d|3[01]))(?![\d/]|\.\d|\s(?:of|inch|inches|cups?|miles?)\b)"
_SUFFIX = "(?:st|nd|rd|th)"
_OF_YEAR = rf"(?:,?\s(?:(?:of|in)\s)?{_YEAR})?"
_DAY_TO = rf"(?:the\s)?(?P<day_to>0?[1-9]|[12]\d|3[01])(?:{_SUFFIX}\b|(?![\w%]|[.:/-]\d|\s?(?:[ap]\.?m\b|o['’]?clock|percent|of\b|{words(*MONTHS)}\b))){_OF_YEAR}"
_MINUTES = words("fifteen", "twenty", "thirty", "forty", "fifty", *(f"{ten}{gap}five" for ten in TENS for gap in "- "))
_CLOSED = r"(?=\s*[.,;!?)]|\s*$)"
_NOT_A_YEAR = r"(?!\s(?:[a-z]{3,}s\b|percent|people|men|women|km|kg|square|children|points?)|\s?[%€£$°])"
_ONE_YEAR = r"(?P<year>1[5-9]\d\d|20[0-4]\d)(?![\d\w]|[.,:]\d|-(?!\d{4}\b)\w|/\d)"

_FOLD = r"(?:,?\s\(?(?:(?P<fold_first>(?:daylight(?:[-\s]savings?)?|summer)\stime)|(?P<fold_second>(?:standard|winter)\stime))\b\)?)?"
_MORE = rf"(?:,?\s|\sand\s)(?P<n2>\d{{1,3}})\s{_UNIT.replace('unit', 'unit2')}"
_LONGER = rf"(?:{_MORE}(?:{_MORE.replace('2', '3')})?)?"
_TO_MONTH = (r"\sto\s", r"\suntil\s", r"\still\s", r"\sthrough\s", r"\sand\s", "-", "–")

ENGLISH_DATE_RULES: tuple[Rule, ...] = (
    Rule(
        "date-english",
        rf"(?:\b{_WEEKDAY},?\s)?\b(?-i:{words(*(m.capitalize() for m in MONTHS))})(?!\w)".replace("(?-i:(?:", "(?-i:(?P<month>")
        + r"\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|[.:]\d)(?:,?\s(?P<year>\d{4})(?!\d))?",
    ),
    Rule("date-iso", r"(?<!\d)(?<!\d-)(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d|-\d)"),
)

RULES: tuple[Rule, ...] = (
    # clocks
    Rule("clock", rf"(?<![\d.,:$€£])(?:{_ABOUT})?{_CLOCK}(?:(?<=:\d\d):(?P<second>[0-5]\d))?\s?{_AMPM}{zone_pattern(ZONES)}{_FOLD}"),
    Rule(
        "clock-colon",
        r"(?<![\d.,:/$€£])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:]|[.,]\d)(?!\s?[ap]\.?m)"
        rf"{zone_pattern(ZONES)}",
    ),
    Rule("clock-hours", rf"(?<![\d.,:])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s(?:hours|hrs|(?=GMT|UTC|BST|CET)){zone_pattern(ZONES)}"),
    Rule("clock-o'clock", rf"\b(?P<hour>\d{{1,2}}|{_HOURS})\s?o['’]?\s?clock\b", twelve=True),
    Rule("clock-run-together", rf"(?<![\d.,:$€£])(?P<hour>1[0-2]|0?[1-9])(?P<minute>[0-5]\d)\s?{_AMPM}"),
    Rule("clock-range", rf"(?:\b(?:from|between)\s)?(?<![\d.,:/$€£-]){_FROM}{_RANGE}{_TO}\s?{_HALF}{zone_pattern(ZONES)}"),
    Rule("clock-range-between", rf"\b(?:from|between)\s(?=[\d.:]{{1,5}}(?:\s?[ap]\.?m\.?)?{_BETWEEN}\d)(?=\S*[:apAP]|\S+\s\S+\s\d+:\d\d){_FROM}{_BETWEEN}{_TO}(?:\s?{_HALF})?{_OPEN}{zone_pattern(ZONES)}"),
    Rule("clock-range-in-part", rf"\b(?:from|between)\s(?P<hour>{_HOUR}){_BETWEEN}(?P<hour_to>{_HOUR})\s(?:in\sthe|this|that)\s(?P<part>morning|afternoon|evening)\b"),
    Rule("clock-range-open", rf"(?<![\d.,:/$€£-])\b(?P<hour>{_HOUR})(?::(?P<minute>[0-5]\d))?\s?{_AMPM}{_RANGE}{_TO}{_OPEN}"),
    Rule("clock-range-four-digits", r"\b(?:from|between)\s(?=0|\d{4}\s?(?:-|–|to|and)\s?0)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s?(?:-|–|to|and)\s?(?P<hour_to>[01]\d|2[0-3])(?P<minute_to>[0-5]\d)\b"),
    Rule("clock-range-words", rf"\b(?:from|between)\s(?P<hour>{_HOURS})(?:\s(?P<minute>{_MINUTES}))?\s(?:to|and|until|till)\s(?P<hour_to>{_HOURS})\s(?P<minute_to>{_MINUTES})\b"),
    Rule("clock-words-half", rf"\b(?P<hour>{_HOURS})(?:[\s-](?P<minute>{_MINUTES}))?\s?{_AMPM}{zone_pattern(ZONES)}"),
    Rule("clock-letter", r"(?<=\bat\s)(?P<hour>1[0-2]|[1-9])(?::(?P<minute>[0-5]\d))?(?P<ampm>[ap])\b(?!\s(?-i:[A-Z]))"),
    Rule("loose-words", rf"\b(?P<hour>{_HOURS})\s(?P<minute>{_MINUTES})\b(?!\s[a-z]+s\b)"),
    Rule("loose-dotted", rf"(?<=\bat\s)(?P<hour>{_HOUR})\.(?P<minute>[0-5]\d)(?![\d%]|\s?(?:[ap]\.?m\b|percent|per|points?|million|billion|dollars|euros)\b)"),
    Rule("loose-from", rf"(?<=\bfrom\s)(?P<hour>{_HOUR}){_CLOSED}"),
    Rule("loose-hours", rf"(?<![\w.,:/$€£–-])(?P<hour>{_HOUR})(?::(?P<minute>[0-5]\d))?(?:\s?[-–]\s?|\s(?:to|till|until)\s)(?P<hour_to>{_HOUR})(?::(?P<minute_to>[0-5]\d))?{_OPEN}(?![–-]|,\s\d)"),
    Rule("loose-range", rf"\b(?:from|between)\s(?P<hour>{_HOUR}){_BETWEEN}(?P<hour_to>{_HOUR}){_OPEN}"),
    Rule("loose-clock", rf"\b(?:at|around|about)\s(?P<hour>{_HOUR}|{_HOURS})(?=\s*(?:[.;!?)](?!\d)|$)|\s(?:and|for|with|in|on|from|but|when|sharp)\b)", twelve=True),
    Rule("clock-words", rf"(?<=\bat\s)(?P<hour>{_HOURS})[\s-](?P<minute>fifteen|thirty|forty[-\s]five)\b"),
    Rule("clock-past-in-part", rf"\b(?P<past>half|a\squarter|quarter|five|ten|fifteen|twenty|\d{{1,2}})\s(?:minutes\s|min\s)?past\s(?P<hour>{_HOURS})(?:\so['’]?clock)?(?:\sin\sthe\s(?P<part>morning|afternoon|evening))?\b", twelve=True),
    Rule("clock-of-list", rf"(?<![\d.,:/$€£-]){_CLOCK}(?=\s?(?:-|–|to|and|until|till|through)\s?(?:1[0-2]|0?[1-9])(?:[.:][0-5]\d)?\s?(?P<ampm>[ap])\.?\s?m\b)"),
    Rule("clock-in-part", rf"(?<![\d.,])(?:{_ABOUT})?\b(?P<hour>1[0-2]|0?[1-9]|{_HOURS})(?:[.:](?P<minute>[0-5]\d))?\s(?:o['’]?clock\s)?in\sthe\s(?P<part>morning|afternoon|evening)\b"),
    Rule("clock-part-at", r"\bin\sthe\s(?P<part>morning|afternoon|evening)\sat\s(?P<hour>1[0-2]|[1-9])\b(?![.:]\d)"),
    Rule("clock-named", r"\b(?:(?:at|(?P<about>around|about|towards?))\s)?(?:(?P<near>(?:shortly|just)\s(?:before|after))\s)?(?P<named>noon|noonish|midnight|mid\snight|midday)\b"),
    Rule("clock-past-named", r"\b(?P<past>half|a\squarter|quarter|five|ten|twenty|\d{1,2})\s(?:minutes\s)?past\s(?P<named>noon|midnight|midday)\b"),
    Rule("clock-past", rf"\b(?P<past>half|a\squarter|quarter|five|ten|twenty)\s(?:minutes\s)?past\s(?P<hour>{_HOURS})(?:\so['’]clock\b|\s?{_AMPM})?", twelve=True),
    Rule("clock-past-digits", rf"\b(?P<past>half|a\squarter|quarter|five|ten|twenty|twenty[\s-]five)\spast\s(?P<hour>1[0-2]|[1-9])\b(?![.:]\d)(?:\s?{_AMPM})?", twelve=True),
    Rule("clock-to-digits", rf"\b(?P<to>a\squarter|quarter)\sto\s(?P<hour>1[0-2]|[1-9])\b(?![.:]\d)(?:\s?{_AMPM})?", twelve=True),
    Rule("clock-to", rf"\b(?P<to>a\squarter|quarter|five|ten|twenty)\s(?:minutes\s)?to\s(?P<hour>{_HOURS})(?:\s?{_AMPM})?", twelve=True),
    *ENGLISH_DATE_RULES,
    # dates
    Rule("date-british", rf"(?:\b{_WEEKDAY},?\s(?:the\s)?)?(?<![\d.$€£]){_DAY}{_SUFFIX}?\s(?:of\s)?{_MONTH}{_OF_YEAR}"),
    Rule("date-glued", rf"\b(?P<month>jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec){_DAY_NUMBER}(?![\w.:-])(?:\s?,\s?{_YEAR})?"),
    Rule("date-number-words", rf"\b(?P<day>(?:twenty[\s-]{words(*ONES)}|thirty[\s-]one))\s(?:of\s)?{_MONTH}(?:,?\s(?:{_YEAR}|(?P<year2>{_YEAR_WORDS})))?"),
    Rule("date-words", rf"\b(?P<day>{_NTH})\s(?:of\s){_MONTH}{_OF_YEAR}"),
    Rule("date-suffixed", rf"(?:\b{_WEEKDAY},?\s)?\b{_MONTH}\s?(?:the\s)?{_DAY}{_SUFFIX}\b{_OF_YEAR}"),
    Rule("date-month-words", rf"\b{_MONTH}\s(?:the\s)?(?P<day>{_NTH})\b{_OF_YEAR}"),
    Rule("date-range", rf"\b{_MONTH}\s(?:the\s)?{_DAY_NUMBER}{_SUFFIX}?{_RANGE}{_DAY_TO}"),
    Rule("date-range-between", rf"(?<=\bbetween\s){_MONTH}\s(?:the\s)?{_DAY_NUMBER}{_SUFFIX}?\sand\s{_DAY_TO}"),
    Rule("date-range-words", rf"\b{_MONTH}\s(?:the\s)?(?P<day>{_NTH}){_RANGE}(?:the\s)?(?P<day_to>{_NTH})\b{_OF_YEAR}"),
    Rule("date-small", rf"\b(?P<month>january|february|april|june|july|september|october|november|december)\s{_DAY}(?!\d|[.:]\d){_OF_YEAR}"),
    Rule("date-of-list", rf"(?<![\d.,$€£]){_DAY}{_SUFFIX}?(?=\s?(?:-|–|to|and|until|through|/)\s?(?:the\s)?[0-3]?\d{_SUFFIX}?\s(?:of\s)?(?P<month>{words(*MONTHS)})\b)"),
    Rule("date-dmy-name", rf"(?<![\w/-]){_DAY}[-/](?P<month>{words(*MONTHS)})[-/]{_YEAR}(?![-/]\d)"),
    Rule("date-mdy-name", rf"\b(?P<month>{words(*MONTHS)})[-/]{_DAY}[-/]{_YEAR}(?![-/]\d)"),
    Rule("date-ymd-name", rf"(?<![\w/-])(?P<year>\d{{4}})[-/](?P<month>{words(*MONTHS)})[-/]{_DAY}\b"),
    Rule("date-words-of-list", rf"\b(?P<day>{_NTH})(?=\s?(?:-|–|to|and|until|till|through)\s?(?:the\s)?{_NTH}\s(?:of\s)?(?P<month>{words(*MONTHS)})\b)"),
    Rule("date-ydm-name", rf"(?<![\w/-])(?P<year>\d{{4}})[-/]{_DAY_NUMBER}[-/](?P<month>{words(*MONTHS)})\b"),
    Rule("date-ymd-spaced", r"(?<![\d.,])(?P<year>(?:19|20)\d\d)\s(?P<month>0[1-9]|1[0-2])\s(?P<day>0[1-9]|[12]\d|3[01])(?![\d.,:]?\d|\s\d)"),
    Rule("date-dotted", rf"(?<![\d.]){_DAY_NUMBER}\.{_MONTH_NUMBER}\.{_YEAR}(?!\.\d)"),
    Rule("date-mdy", rf"(?<![\d/.,$€£-]){_MONTH_NUMBER}(?:/{_DAY_NUMBER}/(?P<year>\d{{4}}|\d{{2}})|-(?P<day2>0?[1-9]|[12]\d|3[01])-(?P<year2>(?:19|20)\d\d))(?![/\d])"),
    Rule("date-dmy", rf"(?<![\d/.,$€£-]){_DAY_NUMBER}(?:/{_MONTH_NUMBER}/(?P<year>\d{{4}}|\d{{2}})|-(?P<month2>0?[1-9]|1[0-2])-(?P<year2>(?:19|20)\d\d))(?![/\d])"),
    Rule("date-dotted-us", r"(?<![\d.])(?P<month>0?[1-9]|1[0-2])\.(?P<day>1[3-9]|2\d|3[01])\.(?P<year>(?:19|20)\d\d)(?!\.?\d)"),
    Rule("date-mdy-closing", rf"(?:(?<=\d/\d-)|(?<=/\d\d-)|(?<=-\d{{4}}-)|(?<=/\d{{4}}-)){_MONTH_NUMBER}(?P<dot>[/-]){_DAY_NUMBER}(?P=dot)(?P<year>(?:19|20)\d\d)(?![/\d-])"),
    Rule("date-md-of-list", rf"(?<![\d/.,$€£-]){_MONTH_NUMBER}/{_DAY_NUMBER}(?=\s?(?:-|–|to|through|until)\s?\d{{1,2}}/\d{{1,2}}(?:/(?:19|20)\d\d|,\s(?:19|20)\d\d)(?!\d))"),
    Rule("date-md-year", rf"(?<![\d/.,$€£]){_MONTH_NUMBER}/{_DAY_NUMBER},\s(?P<year>(?:19|20)\d\d)(?!\d)"),
    Rule("month-number-year", r"(?<![\w/.,$€£#-])(?<!\bno\.\s)(?<!\bcase\s)(?P<month>0[1-9]|1[0-2])[-/](?P<year>(?:19|20)\d\d)(?![\w/-])"),
    Rule("date-weekday", rf"\b{_LONG_WEEKDAY},?\s(?:the\s)?{_DAY}{_SUFFIX}?\b(?!\s?(?:[ap]\.?m|[:./]\d|o['’]?\s?clock|-|to\b|hours|minutes|days|weeks|months|years))"),
    Rule("date-weekday-short", rf"\b{_WEEKDAY},?\s(?:the\s)?{_DAY}{_SUFFIX}\b"),
    Rule("date-weekday-words", rf"\b{_LONG_WEEKDAY},?\sthe\s(?P<day>{_NTH})\b(?!\s[a-z]+\s[a-z])"),
    Rule("date-md-related", rf"\b(?P<relation>this|next|last)\s{_SHORT_DATE}"),
    Rule("date-md", rf"(?:(?<=\bon\s)|\bthis\s|\bnext\s|(?<=\bby\s)|(?<=\buntil\s)|^(?![1-9]/[2-9]\b(?!/)))(?:{_WEEKDAY},?\s)?{_SHORT_DATE}"),
    Rule("date-md-weekday", rf"\b(?:(?:this|next)\s)?{_WEEKDAY},?\s{_SHORT_DATE}"),
    Rule("date-md-range", rf"(?:(?<=\bfrom\s)|(?<=\bto\s)|(?<=\bfor\s)|(?<=-)|(?<=\d\s-\s))(?![1-9]/[2-9]\b(?!/)){_SHORT_DATE}"),
    Rule("loose-date", rf"(?<![\w/.,$€£-]){_SHORT_DATE}"),
    Rule("loose-weekday", r"(?<=\()(?-i:(?P<weekday>Mon|Tues?|Wed|Thurs?|Thur|Fri|Sat|Sun))(?=\))"),
    Rule("date-dm", r"(?:(?<=\bon\s)|(?<=\bby\s)|(?<=\buntil\s)|^)(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])(?![\d/])"),
    Rule("date-slash-name", rf"\b(?P<month>(?-i:{words(*(m.capitalize() for m in MONTHS))})|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)[/-]{_DAY}(?![\d/-])"),
    Rule("day-of-month", rf"\b(?:the\s)?(?:(?P<day>{_NTH})|(?P<day2>[0-3]?\d){_SUFFIX})\sday\sof\s(?:{_RELATION}|the\s)month\b", unit="month"),
    Rule("date-of-related-list", rf"(?<![\d.,$€£-]){_DAY_NUMBER}{_SUFFIX}?(?=\s?(?:-|–|to|and|until|through)\s?(?:the\s)?[0-3]?\d{_SUFFIX}?\s(?:of\s)?(?P<relation>this|next|last)\s(?P<period>month)\b)"),
    Rule("date-of-related-month", rf"(?<![\d.,$€£]){_DAY_NUMBER}{_SUFFIX}?\s(?:of\s)?{_RELATION}(?P<period>month)\b"),
    Rule("day-of-named-month", rf"\b(?:the\s)?(?P<day>{_NTH})\sday\sof\s{_MONTH}{_OF_YEAR}"),
    Rule("month-of-year", rf"\b(?:the\s)?(?:(?P<month>{_NTH})|(?P<month2>1?\d){_SUFFIX})\smonth\sof\s{_RELATION}(?P<period>year)\b"),
    Rule("week-number", r"\b(?:the\s)?week\s(?P<week>[1-5]?\d)(?![\w.,:%])(?!\sof\s(?!\d{4}))(?:\sof\s(?P<year>\d{4})\b)?", unit="year"),
    Rule("week-of-holiday", rf"\b(?:the\s)?week\sof\s(?P<holiday>{words(*HOLIDAYS)})\b(?:\s{_YEAR})?", unit="week"),
    Rule("week-of-date", rf"\b(?:(?:the\s)?week\s(?:of|starting(?:\son)?|beginning|commencing)|w/c)\s{_MONTH}\s{_DAY}{_SUFFIX}?{_OF_YEAR}", unit="week"),
    Rule("weekday-of-week", rf"\b{_LONG_WEEKDAY}\sof\s{_RELATION}(?P<period>week)\b"),
    Rule("date-day", rf"(?:(?<=\bon\s)|(?<=\bbefore\s)|(?<=\bafter\s)|(?<=\bsince\s)|(?<=\buntil\s)|(?<=\bby\s))the\s{_DAY}{_SUFFIX}\b(?!\s(?!at\b|of\b|in\b|and\b|from\b)\w)"),
    Rule("date-day-clock", rf"(?<=\bon\s)the\s{_DAY_NUMBER}(?=\s(?:at|from|between)\s\d)"),
    Rule("date-day-on", rf"(?<=\bon\s){_DAY_NUMBER}{_SUFFIX}(?=\s(?:[-–—]|(?:at|from|between)\s\d)|\s?[;!?]|$)"),
    Rule("weekday-nth", rf"\b(?:the\s)?(?P<week>{_NTH}|[1-5]{_SUFFIX}|last)\s{_LONG_WEEKDAY}\s(?:of|in)\s(?:{_MONTH}{_OF_YEAR}|{_RELATION}(?P<period>month|year)\b|the\s(?P<period2>month)\b)"),
    Rule("month-name-year", rf"\b(?P<month>{words(*MONTHS)})-{_YEAR}(?!-)"),
    Rule("month-of-list", rf"\b(?-i:(?P<month>{words(*(m.capitalize() for m in MONTHS if m[-1] != '.'))}))(?=\s?(?:-|–|to|through|until)\s?(?:{words(*MONTHS)})\b)"),
    Rule("month-short-year", rf"\b{_MONTH}\sof\s['’]?(?P<year>\d\d)\b"),
    Rule("month-in-year", rf"\b{_MONTH}\sin\s{_YEAR}"),
    Rule("month-year-words", rf"\b{_MONTH},?\s(?P<year>{_YEAR_WORDS})"),
    Rule("date-year-words", rf"\b{_DAY}{_SUFFIX}?\s{_MONTH},?\s(?P<year>{_YEAR_WORDS})"),
    Rule("date-words-year-words", rf"\b{_MONTH}\s(?P<day>{_NTH}),?\s(?P<year>{_YEAR_WORDS})"),
    Rule("year-words", rf"\b(?P<year>nineteen[\s-]{words(*TENS)}(?:[\s-]{words(*ONES)})?)\b|(?<=\bin\s)(?P<year2>{_YEAR_WORDS})"),
    Rule("month", rf"\b(?:{_PORTION})?{_MONTH},?\s{_YEAR}"),
    Rule("month-portion", rf"\b{_PORTION}{_LONG_MONTH}(?!\s\d)"),
    Rule("month-bare", rf"(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\buntil\s)|(?<=\bby\s)|(?<=\bafter\s)|(?<=\bbefore\s)|(?<=\bduring\s)|(?<=\bfrom\s)|(?<=\bbetween\s)|(?<=\bof\s)|(?<=\bin\sthe\s)){_LONG_MONTH}(?!\s\d)"),
    Rule("month-short", r"(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\bafter\s)|(?<=\buntil\s)|(?<=\bbefore\s)|(?<=\bby\s)|(?<=\bfrom\s))(?P<month>feb|aug|sept|oct|nov|dec|(?-i:Jan|Apr))\b(?!\.?\s\d|['’])"),
    Rule("month-opening", rf"(?:(?<=\bbetween\s)|(?<=\bfrom\s))(?P<month>{words(*MONTHS)})(?=\s?(?:and|to|until|till|through|-|–)\s?{words(*MONTHS)}\b)"),
    Rule("month-ending", rf"(?:{'|'.join(rf'(?<={month}{to})' for month in MONTHS if month[-1] != '.' for to in _TO_MONTH)})(?P<month>{words(*MONTHS)})\b(?!\s\d)"),
    Rule("month-closing", rf"(?:(?<=\band\s)|(?<=\bto\s)|(?<=\bthrough\s))(?-i:(?P<month>{words(*(m.capitalize() for m in MONTHS if len(m) > 5 or m in ('april', 'june', 'july')), *_CLEAR_MONTHS)}))\b(?!\s\d)"),
    Rule("month-of-related", rf"\b{_MONTH}\s(?:(?:of|in)\s)?{_RELATION}(?P<period>year)\b"),
    Rule("month-related", rf"\b{_RELATION}{_LONG_MONTH}(?!\s\d)"),
    Rule("year", rf"\b(?:{_PORTION})?(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\bby\s)|the\syear\s)(?P<year>1\d{{3}}|20[0-4]\d|2[01]\d\d{_CLOSED})(?![\d\w]|[.,]\d|\s(?:people|dollars|euros|miles|km))"),
    Rule("year-bare", rf"(?<![\d.,:/$€£#])(?<![A-Za-z]-)(?:(?<![-–~])|(?<=\d\d\d\d[-–~])){_ONE_YEAR}{_NOT_A_YEAR}"),
    Rule("year-portion", rf"\b{_PORTION}(?P<year>1\d{{3}}|20[0-4]\d)(?![\d\w])"),
    Rule("year-calendar", r"\bcy\s?['’]?(?P<year>(?:20)?\d\d)\b"),
    Rule("half", rf"\b(?P<portion>h[12])[-\s/]{_YEAR}"),
    Rule("half-year", r"\b(?P<year>(?:19|20)\d\d)[-\s/](?P<portion>h[12])\b"),
    Rule("decade", rf"\bthe\s(?:{_PORTION})?(?P<decade>{words(*DECADES)}|(?:1\d|20)?\d0(?=['’]?s\b))(?:['’]?s)?\b"),
    Rule("decade-digits", r"(?<![\w$€£])(?P<decade>(?:1[5-9]|20)\d0)(?=['’]?s\b)['’]?s\b"),
    Rule("century", rf"\b(?:{_PORTION})?(?:the\s)?(?P<century>[12]?\d)(?:st|nd|rd|th)\s+century\b"),
    Rule("season", rf"\b(?P<season>{words(*SEASONS)})\s(?:of\s)?{_YEAR}"),
    Rule("season-related", rf"\b{_RELATION}(?P<season>{words(*SEASONS)})\b"),
    Rule("quarter", rf"\b(?:the\s)?(?P<quarter>first|second|third|fourth)\squarter(?:\sof\s{_YEAR})?\b"),
    Rule("quarter-of-related", rf"\b(?:the\s)?(?:(?P<quarter>first|second|third|fourth)\squarter|q(?P<quarter2>[1-4]))\s(?:of\s)?{_RELATION}(?P<period>year)\b"),
    Rule("quarter-last", rf"\b(?:the\s)?last\squarter\sof\s{_YEAR}", quarter=4),
    Rule("quarter-related", rf"\b{_RELATION[:-2]}\s(?P<period>year)['’]s\s(?P<quarter>first|second|third|fourth)\squarter\b"),
    Rule("quarter-short", rf"\bq(?P<quarter>[1-4])(?:[-\s]{_YEAR})?\b"),
    Rule("quarter-year", r"\b(?P<year>\d{4})[-\s]q(?P<quarter>[1-4])\b"),
    Rule("week-weekday", rf"\b{_RELATION}(?P<period>week)\s(?:on\s)?{_WEEKDAY}"),
    Rule("weekday-week", rf"\b{_LONG_WEEKDAY}(?:\s(?P<part>{_PART}))?\s{_RELATION}(?P<period>week)\b"),
    Rule("week-of", rf"\b(?:the\s)?(?P<week>{_NTH}|[1-5]{_SUFFIX}|last)\sweek\s(?:of|in)\s(?:{_MONTH}{_OF_YEAR}|(?P<year2>\d{{4}})\b)"),
    Rule("weekend-of", rf"\b(?:the\s)?(?P<week>{_NTH}|[1-5]{_SUFFIX}|last)\sweekend\s(?:of|in)\s{_MONTH}{_OF_YEAR}", unit="weekend"),
    Rule("holiday-weekend", rf"\b(?P<holiday>{words(*HOLIDAYS)})\s(?:{_YEAR}\s)?weekend(?:\s(?P<year2>\d{{4}})(?!\d))?\b", unit="weekend"),
    Rule("holiday-of", rf"\b(?P<holiday>{words(*HOLIDAYS)})\s(?:of\s)?{_RELATION}(?P<period>year)\b"),
    Rule("holiday-related", rf"\b{_RELATION}(?P<holiday>{words(*HOLIDAYS)})\b"),
    Rule("silent-thanks", r"\b(?-i:thanksgiving)\b", silent=True),
    Rule("holiday", rf"\b(?P<holiday>{words(*HOLIDAYS)})\b(?:\s{_YEAR})?"),
    Rule("weekday-next", rf"\b(?P<relation>next|previous|following)\s{_ANY_WEEKDAY}(?:\s(?P<part>{_PART}))?\b(?!s)", unit="week"),
    Rule("weekday-short", r"(?:\b(?P<relation>this|last)\s|(?<=\bor\s)|(?<=\band\s)|(?<=\bon\s)|(?<=\buntil\s)|(?<=\bby\s))(?-i:(?P<weekday>Mon|Tues?|Wed|Thurs?|Fri))\b(?!\s(?-i:[A-Z])|['’])"),
    Rule("weekday-clock", r"\b(?-i:(?P<weekday>Mon|Tues?|Wed|Thurs?|Thur|Fri|Sat|Sun))\.?(?=,?\s(?:at\s)?(?:1[0-2]|[1-9])(?:[:.][0-5]\d|\s?[ap]\.?m\b))"),
    Rule("weekday-end", rf"\b(?:the\s)?end\sof\s(?:the\s)?(?:{_LONG_WEEKDAY}|(?P<days>today|tomorrow|yesterday))\b", hour=23, minute=59, second=59),
    Rule("weekday", rf"(?<!every\s)(?<!each\s)\b(?:{_RELATION})?{_LONG_WEEKDAY}(?:\s(?P<part>{_PART}))?\b(?!s)"),
    # pointing from today
    Rule("day", rf"\b(?P<days>{words(*DAYS)})(?:\s(?P<part>{_PART}))?\b(?!(?<=\btoday)(?<!\bago\stoday)\s(?:the|its|his|her)\b)(?!(?:(?<=\bafter)|(?<=\bbefore))\s(?:{words(*HOLIDAYS)}|\d|(?-i:[A-Z])))"),
    Rule("loose-day", r"\bthe\sday(?=\s(?:before|after)\s)", amounts=(Amount(1, "day"),)),
    Rule("day-end", r"(?:(?<=\bby\s)the\s|(?<!\bthe\s)\b)end\sof\s(?:the\s)?day\b|(?:(?<=\bby\s)|(?<=\bat\s))EOD\b|\b(?-i:eod)\b", days=0, hour=23, minute=59, second=59),
    Rule("day-rest", r"\b(?:the\s)?(?:rest|remainder)\sof\s(?:the|this)\sday\b", days=0),
    Rule("day-off", r"(?:(?<=\boff\sfor\s)|(?<=\bout\sfor\s)|(?<=\baway\sfor\s)|(?<=\bclosed\sfor\s)|(?<=\bblocked\sfor\s)|(?<=\bbusy\sfor\s)|(?<=\bgone\sfor\s)|(?<=\bavailable\sfor\s))the\sday\b", days=0),
    Rule("now-on", r"(?:(?<=\bbetween\s)now(?=\sand\b)|(?<=\bfrom\s)now(?=\s(?:to|until|till|through)\b))", days=0),
    Rule("tonight", r"\btoni(?:ght|te)\b", days=0, part="evening"),
    Rule("small-hours", rf"\b(?:the\s)?(?:early|small)\shours\sof\s(?:{_LONG_WEEKDAY}\b|(?P<days>today|yesterday|tomorrow)\b)", part="night", eve=True),
    Rule("small-hours-date", rf"\b(?:the\s)?(?:early|small)\shours\sof\s(?:the\s)?(?:{_DAY}{_SUFFIX}?\s(?:of\s)?{_MONTH}|(?P<month2>{words(*MONTHS)})\s(?P<day2>[0-3]?\d){_SUFFIX}?\b){_OF_YEAR}", part="night", eve=True),
    Rule("small-hours-bare", r"(?:\bin\sthe\s(?:early|small)\shours|\b(?-i:Overnight)(?=,\s))(?!\sof)", days=0, part="night", eve=True),
    Rule("silent-weekend", r"\bthe\sweekend\sof\s(?=\d{1,2}\b|the\s\d|(?-i:[A-Z]))", silent=True),
    Rule("last-night", r"\blast\s(?P<part>night|evening)\b", days=-1),
    Rule("part", rf"(?P<still>(?<=\blater\s))?\b(?:in\sthe|this|on\sthe)\s(?:early\s|late\s)?(?P<part>{_PART})\b(?!\sof\s)"),
    Rule("part-closing", rf"\bin\s(?P<part>morning|afternoon|evening){_CLOSED}"),
    Rule("loose-part", r"\b(?:the\s)?(?P<part>morning|afternoon|evening|night)(?:\sof(?=\s))?\b"),
    Rule("loose-meal", rf"(?:(?<=\bbefore\s)|(?<=\bafter\s)|(?<=\bby\s)|(?<=\buntil\s)|(?<=\bat\s)|(?<=\baround\s))(?P<part>{words(*MEALS)})\b(?:{_CLOSED}|(?=\s(?:today|tomorrow|yesterday|on)\b))"),
    Rule("period-rest", r"\b(?:the\s)?(?:rest|remainder|remaining)\sof\s(?:the|this|my|our|their)\s(?P<period>week|month|quarter|year)\b", relation="this", portion="rest"),
    Rule("weekend-coming", r"\b(?:the\s)?(?:coming|upcoming)\sweekend\b", unit="weekend", relation="this"),
    Rule("period", rf"\b(?:{_PORTION})?{_RELATION}(?P<period>week|weekend|month|quarter|year|decade|century)\b"),
    Rule("period-twice", r"\b(?:the\s)?(?P<period>week|weekend|month|year)\safter\snext\b", relation="future", twice=True),
    Rule("period-twice-past", r"\b(?:the\s)?(?P<period>week|weekend|month|year)\sbefore\slast\b", relation="past", twice=True),
    Rule("period-same", r"\b(?:that\s(?P<period>weekend)|(?:the\s)?same\s(?P<period2>week|weekend|month|year))\b", relation="this"),
    Rule("period-to-date", r"\b(?:the\s)?(?P<period>year|month|quarter)\sto\sdate\b", relation="this"),
    Rule("period-later", r"\blater\sin\sthe\s(?P<period>week|month|year)\b", relation="this"),
    Rule("period-end", r"\bend\sof\s(?P<period>week|month|year)\b", relation="this", portion="end"),
    Rule("period-working", r"\b(?P<relation>this|next|last)\s(?:working|calendar)\s(?P<period>week|year)\b"),
    Rule("weekday-eve", rf"\b(?P<part>overnight|night)\s(?:in)?to\s{_ANY_WEEKDAY}\b", eve=True),
    Rule("evening-next", r"\b(?:the\s)?(?:next|following)\s(?P<part>morning|afternoon|evening|night)\b", days=1),
    Rule("period-portion", rf"\b{_PORTION}the\s(?P<period>week|month|year|decade|century)\b", relation="this"),
    Rule("weekend", r"(?:(?<=\bat\s)|(?<=\bover\s)|(?<=\bon\s)|(?<=\buntil\s))the\sweekend\b", unit="weekend", relation="this"),
    # plans that move
    Rule(
        "shift",
        rf"\b{_NUMBER}\s{_UNIT}\s(?P<shift>later|earlier|behind|ahead\sof)\s(?:than\s[^.!?]{{0,200}}\b(?:planned|scheduled|announced|expected|advertised)|schedule)",
    ),
    Rule("late", rf"\b{_NUMBER}\s{_UNIT}\s(?P<shift>late)\b(?!\s(?:at|in|on)\b)"),
    Rule("moved", rf"(?<=\bby\s){_NUMBER}\s{_UNIT}", moves=True),
    # lengths
    Rule("ago", rf"\b{_NUMBER}\s{_UNIT}{_LONGER}\sago\b", ago=True),
    Rule("earlier", rf"\b{_NUMBER}\s{_UNIT}{_LONGER}\searlier\b(?!\sthan)", ago=True),
    Rule("from-now", rf"\b{_NUMBER}\s{_UNIT}{_LONGER}\sfrom\s(?:now|today)\b", ahead=True),
    Rule("ahead", rf"\bin\s{_NUMBER}\s{_UNIT}{_LONGER}(?:['’]s?\stime)?\b", ahead=True),
    Rule("length", rf"\b(?<!\$)(?!(?:an?|the|one|all)\ssecond\b){_NUMBER}[\s-]{_UNIT}"),
    Rule("length-and-half", rf"\b(?P<n>\d{{1,3}}|{words(*ONES)})\sand\sa\s(?P<rest>half)\s{_UNIT}"),
    Rule("length-and-part", rf"\b{_NUMBER}\s{_UNIT}\sand\s(?:a\s)?(?P<rest>half|quarter)\b"),
    Rule("length-and-length", rf"\b{_NUMBER}\s{_UNIT}(?:,?\s|\sand\s)(?P<n2>\d{{1,3}})\s{_UNIT.replace('unit', 'unit2')}(?:(?:,?\s|\sand\s)(?P<n3>\d{{1,3}})\s{_UNIT.replace('unit', 'unit3')})?"),
    Rule("length-one-second", r"(?<=\ba\s)(?P<n>one)[\s-](?P<unit>second)\b"),
    Rule("length-fortnight", r"\b(?:a|one)\sfortnight\b", amounts=(Amount(2, "week"),)),
    Rule("ago-fortnight", r"\b(?:a|one)\sfortnight\s(?:ago|earlier)\b", ago=True, amounts=(Amount(2, "week"),)),
    Rule("ahead-fortnight", r"\bin\s(?:a|one)\sfortnight(?:['’]s\stime)?\b|\b(?:a|one)\sfortnight\sfrom\s(?:now|today)\b", ahead=True, amounts=(Amount(2, "week"),)),
    Rule("related-fortnight", r"\b(?:the\s)?(?P<relation>last|past|previous|next|coming)\sfortnight\b", amounts=(Amount(2, "week"),)),
    Rule("each-fortnight", r"\b(?:(?:every|each)\sfortnight|fortnightly)\b", each=True, amounts=(Amount(2, "week"),)),
    Rule("length-years", r"(?<![\w.,$€£])(?P<n>\d{1,2})(?P<unit>(?-i:Y))\b"),
    Rule("length-short", r"(?<![\w.,$€£])(?P<n>\d{1,3}(?:\.\d)?)\s?(?P<unit>h|hrs?|mins?|secs?)\b"),
    Rule("length-related", rf"\b(?:the\s)?(?P<relation>last|past|previous|next|coming|upcoming|following)\s{_NUMBER}\s{_UNIT}"),
    Rule("length-related-long", rf"\b(?:the\s)?(?P<relation>last|past|previous|next|coming)\s{_NUMBER}\s{_UNIT}{_MORE}(?:{_MORE.replace('2', '3')})?"),
    Rule("length-within", rf"\bwithin\s(?:the\snext\s)?{_NUMBER}\s{_UNIT}", relation="future"),
    Rule("length-related-after", rf"\b(?:the\s)?(?P<n>\d{{1,3}})\s(?P<relation>last|past|previous|next|coming|upcoming)\s(?!nights?\b){_UNIT}"),
    # repetition
    Rule("each", rf"\b(?:every|each|per|any)\s(?:{_NUMBER}\s)?{_UNIT}", each=True),
    Rule("each-weekday", rf"\b(?:every|each|any)\s(?:other\s)?{_LONG_WEEKDAY}\b", each=True),
    Rule("each-weekdays", r"\b(?:on\s)?(?:Mondays|Tuesdays|Wednesdays|Thursdays|Fridays|Saturdays|Sundays)\b", each=True),
    Rule("each-times", rf"\b(?:once|twice|(?:\d{{1,3}}|{words(*ONES, 'ten', 'several', 'many')})\stimes)\s(?:a|an|per|every)\s{_UNIT}", each=True),
    Rule("each-day", r"\beveryday\b", each=True, amounts=(Amount(1, "day"),)),
    Rule("each-part", rf"\b(?:in\sthe\s|on\s)?(?:{words(*LONG_WEEKDAYS)}\s)?(?:mornings|afternoons|evenings|nights)\b", each=True),
    Rule("each-one-part", rf"\b(?:every|each)\s(?:{_PART})(?:\sat\s\d{{1,2}}(?:[.:]\d\d)?(?:\s?[ap]\.?m\b\.?)?)?", each=True),
    Rule("each-adverb", r"\b(?P<unit>daily|hourly|weekly|monthly|quarterly|yearly|annually|annual)\b", each=True),
    # counted from an occasion
    Rule("occasion-distance", rf"(?<!\bof\s)(?<!\bhalf\s)\b{_NUMBER}\s{_UNIT}\s(?P<side>before|after)\s(?:the|their|his|her)\s(?P<anchor>[^\W\d]\w*)"),
    Rule("occasion-eve", r"\b(?:on\s)?the\s(?:eve\sof|(?:day|night)\sbefore)\s(?:the|their|his|her)\s(?P<anchor>[a-z]{4,})\b", distance=Amount(-1, "day")),
    Rule("occasion-next", r"\b(?:on\s)?the\sday\s(?:after|following)\s(?:the|their|his|her)\s(?P<anchor>[a-z]{4,})\b", distance=Amount(1, "day")),
    Rule("occasion-day", rf"\b(?:on\s)?the\s(?P<nth>{words(*ORDINALS)})\sday\sof\s(?:the|their)\s(?P<anchor>\w+)"),
    # without saying when
    Rule("past", r"\b(?:recently|formerly|in\sthe\spast|at\sthe\stime)\b", vague="past"),
    Rule("present", r"\b(?:now|currently|at\sthe\smoment|at\spresent|right\snow|at\sthis\stime|nowadays)\b", vague="this"),
    Rule("future", r"\b(?:soon|shortly(?!\s(?:after|before))|in\sthe\s(?:near\s)?future)\b", vague="future"),
    *deep.rules("en", MONTHS, ORDINALS), *silent.ENGLISH,
)  # fmt: skip

_DEGREE = r"(?:(?P<more>more\sthan|over|at\sleast)\s|(?P<less>less\sthan|under|not\seven|within)\s|(?P<about>about|around|roughly|some|nearly|almost|just\sunder)\s)?"
_SIDE = r"(?P<side>later|afterwards?|after\sthat|earlier|before\sthat|beforehand|previously|before(?=\s?[.,;:]))\b(?!\s(?:than|behind|this|that|in|on))"
_NO_OCCASION = words(
    *"the day week month year weekend morning hour minute first second third fact man woman new other same most us end last next".split()
)

CHAINS: tuple[Rule, ...] = (
    Rule("chain-length", rf"\b(?<!\bby\s){_DEGREE}{_NUMBER}[\s-]{_UNIT}(?:(?:,?\s|\sand\s)(?P<n2>\d{{1,3}}|{words(*(n for n in NUMBERS if NUMBERS[n] and n not in ('the', 'quarter', 'half')))})\s(?P<unit2>seconds?|minutes?|hours?|days?))?\s{_SIDE}"),
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
    words=WORDS,
    rules=RULES,
    bridge=re.compile(r"[-T]|(?:['’]s)?\s{0,3},?\s{0,3}(?:(?:at|on|around|about|shortly after)\s{1,3})?", re.IGNORECASE),
    twin=re.compile(
        r"\s{0,3}(?:[(\[]\s{0,3})?(?:local time\s{0,3})?(?:/|(?:\s?\b[^\W\d]{1,30}\b){0,3},\s{0,3}(?:which|that)\sis|=|[(\[]|,?\s{0,3}or)\s{0,3}",
        re.IGNORECASE,
    ),
    counted=re.compile(r"\s(?P<side>before|after|from|since)\s(?:the\s)?", re.IGNORECASE),
    lasting=re.compile(r",?\s(?:for|lasting)\s(?:about\s)?", re.IGNORECASE),
    bounded=re.compile(
        r",?\s(?:(?P<until>by|until|till|no\slater\sthan)|(?P<before>before)|(?P<after>after)|(?P<since>from|starting\sat))\s",
        re.IGNORECASE,
    ),
    bound=re.compile(
        r"(?:\b(?P<until>until|till|by|no\slater\sthan|as\slate\sas|up\sto)|\b(?P<before>before|prior\sto|earlier\sthan)"
        r"|(?P<since>\b(?:since|starting|beginning|effective|as\searly\sas|no\searlier\sthan)|>\s?=)|\b(?P<after>after|later\sthan))"
        r"(?:\s(?:on|in|from|at))?\s(?:the\s(?:year\s)?)?$",
        re.IGNORECASE,
    ),
    bound_behind=re.compile(
        r"\s(?:or|and)\s(?:(?P<since>later|after|newer|onwards?)|(?P<until>earlier|before))\b|\s(?P<after>onwards?)\b", re.IGNORECASE
    ),
    scores=clauses.SCORES,
    until=clauses.UNTIL,
    range=re.compile(r"\s?(?:to|until|till|through|–|-|~|and)\s?(?:the\s)?", re.IGNORECASE),
    future=clauses.FUTURE,
    past=clauses.PAST,
    cancelled=clauses.CANCELLED,
    moved=clauses.MOVED,
    outdated=clauses.OUTDATED,
    auxiliary=clauses.AUXILIARY,
    parts=clauses.PARTS,
    at_once=clauses.AT_ONCE,
    second=clauses.SECOND,
    since=clauses.SINCE,
    lasted=clauses.LASTED,
    not_until=clauses.NOT_UNTIL,
    same_year=clauses.SAME_YEAR,
    today=clauses.TODAY,
    ahead=clauses.AHEAD,
    likewise=clauses.LIKEWISE,
    halves=clauses.HALVES,
    meant_for=clauses.MEANT_FOR,
    planned=clauses.PLANNED,
    occasions=OCCASIONS,
    opening=re.compile(r"\b(?:opening|start|beginning|opens|opened|begins|began|kick-off)\b", re.IGNORECASE),
    lead=re.compile(r"(?:\b(?:still|only|already|at|on|by|from|since|in|just|later)\s+)+$", re.IGNORECASE),
    common=frozenset(
        (
            "the of and to in is that for it was on with as are at by this be from have has will not his he they their after a an or but we you i"
            " what who which when where how so no more there been were had would could can if out up over into about than then its her she him all"
        ).split()
    ),
    onto=clauses.ONTO,
    out_of=clauses.OUT_OF,
    by=clauses.BY,
    instead=clauses.INSTEAD,
    denied=clauses.DENIED,
    chains=CHAINS,
    chained=re.compile(
        r"\b(?:(?:weeks?|days?|months?|years?|nights?)\searlier|the\s(?:day|night)\s(?:before|after)(?!\s(?:yesterday|tomorrow))"
        r"|the\s(?:previous|next|following|same)\s(?:day|morning|afternoon|evening|night)|(?:next|following)\s(?:morning|afternoon|evening|night))\b",
        re.IGNORECASE,
    ),
    then=re.compile(r"\b(?:then|after\s(?:that|the|a)\b|afterwards|followed\sby|to\sbe\sfollowed)", re.IGNORECASE),
    rough=re.compile(r"\b(?:about|around|roughly|nearly|almost|over|a\slittle\sover|just\sunder|some)\s$", re.IGNORECASE),
    journey=clauses.JOURNEY,
    departure="Departure, {length} before the arrival",
    desk_zone="UTC",
    nowadays=frozenset({"today"}),
    hours={"morning": (6, 12), "night": (18, 30)},
)
