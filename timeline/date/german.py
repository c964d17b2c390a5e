"""German: how a German newspaper and a German news desk write times."""

from __future__ import annotations

import re

from timeline.date import deep, silent
from timeline.date import german_clauses as clauses
from timeline.date.english import ENGLISH_DATE_RULES
from timeline.date.english_words import MONTHS as ENGLISH_MONTHS
from timeline.date.english_words import WEEKDAYS as ENGLISH_WEEKDAYS
from timeline.date.grammar import Language, Rule, Words, words, zone_pattern
from timeline.date.partial import Amount, Holiday, Part, Portion, Relation, Season, Unit

_ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TENS = {
    "zwanzig": 20,
    "dreißig": 30,
    "dreissig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
}
NUMBERS: dict[str, float | None] = {
    "ein": 1, "eine": 1, "einem": 1, "einen": 1, "einer": 1, "eines": 1, "eins": 1, "beiden": 2, "zehn": 10, "elf": 11, "zwölf": 12,
    "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "hundert": 100,
    "einhundert": 100, "tausend": 1000, "anderthalb": 1.5, "eineinhalb": 1.5,
    "viertel": 15, "halb": 30, "drei viertel": 45, "dreiviertel": 45,
    "einige": None, "einigen": None, "mehrere": None, "mehreren": None, "viele": None, "vielen": None, "wenige": None, "wenigen": None,
    "ein paar": None, "etliche": None, "etlichen": None, "lange": None, "langen": None, "kurzer": None, "manche": None,
    "ganzen": 1, "ganze": 1, "ganzes": 1, "halbe": 0.5, "halben": 0.5, "halbes": 0.5,
    **{word: number for number, word in enumerate(_ONES[1:], start=2)},
    **{f"{word}einhalb": number + 0.5 for number, word in enumerate(_ONES[1:], start=2)},
    **_TENS,
    **{f"{one}und{tens}": ten + number for tens, ten in _TENS.items() for number, one in enumerate(_ONES, start=1)},
}  # fmt: skip
_STEMS = {
    "erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "siebent": 7, "acht": 8, "neunt": 9, "zehnt": 10,
    "elft": 11, "zwölft": 12, "dreizehnt": 13, "vierzehnt": 14, "fünfzehnt": 15, "sechzehnt": 16, "siebzehnt": 17, "achtzehnt": 18,
    "neunzehnt": 19, "zwanzigst": 20, "einundzwanzigst": 21, "zweiundzwanzigst": 22, "dreißigst": 30, "einunddreißigst": 31,
}  # fmt: skip
ORDINALS: dict[str, int] = {stem + end: number for stem, number in _STEMS.items() for end in ("e", "en", "er", "es", "em")}
UNITS: dict[str, Unit] = {
    "sekunde": "second", "minute": "minute", "stunde": "hour", "tag": "day", "woche": "week", "wochenende": "weekend", "monat": "month",
    "quartal": "quarter", "jahr": "year", "jahrzehnt": "decade", "jahrhundert": "century",
    "arbeitswoche": "week", "std.": "hour", "min.": "minute", "sek.": "second", "tg.": "day", "tg": "day",
    "tägig": "day", "stündig": "hour", "minütig": "minute", "wöchig": "week", "monatig": "month", "jährig": "year",
    "täglich": "day", "stündlich": "hour", "wöchentlich": "week", "monatlich": "month", "jährlich": "year", "minütlich": "minute",
    "nacht": "day", "nächte": "day",
}  # fmt: skip
MONTHS: dict[str, int] = {
    "januar": 1, "jänner": 1, "jan.": 1, "februar": 2, "feber": 2, "feb.": 2, "märz": 3, "april": 4, "apr.": 4, "mai": 5, "juni": 6,
    "juli": 7, "august": 8, "aug.": 8, "september": 9, "sept.": 9, "sep.": 9, "oktober": 10, "okt.": 10, "november": 11, "nov.": 11,
    "dezember": 12, "dez.": 12,
}  # fmt: skip
WEEKDAYS: dict[str, int] = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5, "sonntag": 6,
}  # fmt: skip
_NOUNS: dict[str, Part] = {
    "früh": "morning", "morgen": "morning", "morgenstunden": "morning", "vormittag": "forenoon", "vormittagsstunden": "forenoon",
    "mittag": "noon", "mittagszeit": "noon", "nachmittag": "afternoon", "nachmittagsstunden": "afternoon", "abend": "evening",
    "abendstunden": "evening", "nacht": "night", "nachtstunden": "night",
}  # fmt: skip
_ADVERBS: dict[str, Part] = {
    "morgens": "morning", "frühmorgens": "morning", "vormittags": "forenoon", "mittags": "noon", "nachmittags": "afternoon",
    "abends": "evening", "nachts": "night", "spätnachmittags": "afternoon", "spätabends": "evening",
}  # fmt: skip
DAYS: dict[str, int] = {
    "vorgestern": -2, "gestern": -1, "gestrigen": -1, "gestrige": -1, "am tag zuvor": -1, "am tag davor": -1, "am tag vorher": -1, "am vortag": -1, "am vorabend": -1, "tags zuvor": -1,
    "heute": 0, "heutigen": 0, "heutige": 0, "heutiger": 0, "am selben tag": 0, "am gleichen tag": 0,
    "morgen": 1, "morgigen": 1, "tags darauf": 1, "am nächsten tag": 1, "am folgenden tag": 1, "am tag darauf": 1, "am tag danach": 1, "nächsten tag": 1,
    "übermorgen": 2,
}  # fmt: skip
SEASONS: dict[str, Season] = {
    "frühjahr": "spring", "frühling": "spring", "sommer": "summer", "herbst": "autumn", "winter": "winter",
}  # fmt: skip
HOLIDAYS: dict[str, Holiday] = {
    "barbaratag": "barbara", "peter und paul": "peter-and-paul", "augsburger friedensfest": "augsburg-peace", "fastnachtssonntag": "shrove-sunday",
    "neujahr": "new-year", "neujahrstag": "new-year", "neujahrsmorgen": "new-year", "dreikönigstag": "epiphany", "heilige drei könige": "epiphany", "rosenmontag": "shrove-monday", "aschermittwoch": "ash-wednesday",
    "gründonnerstag": "maundy-thursday", "karfreitag": "good-friday", "karsamstag": "holy-saturday", "ostern": "easter",
    "ostersonntag": "easter", "ostermontag": "easter-monday", "tag der arbeit": "labour-day", "christi himmelfahrt": "ascension", "himmelfahrtstag": "ascension", "vatertag": "ascension",
    "pfingsten": "pentecost", "pfingstsonntag": "pentecost", "pfingstmontag": "whit-monday", "fronleichnam": "corpus-christi",
    "mariä himmelfahrt": "assumption", "maria himmelfahrt": "assumption", "tag der deutschen einheit": "german-unity",
    "erntedankfest": "harvest", "erntedank": "harvest", "reformationstag": "reformation", "allerheiligen": "all-saints",
    "martinstag": "martinmas", "totensonntag": "remembrance", "ewigkeitssonntag": "remembrance", "nikolaustag": "saint-nicholas",
    "erster advent": "advent", "1. advent": "advent", "heiligen abend": "christmas-eve", "muttertag": "mothers-day", "ersten advent": "advent", "heiligabend": "christmas-eve", "heiliger abend": "christmas-eve",
    "weihnachten": "christmas", "ersten weihnachtsfeiertag": "christmas", "erster weihnachtsfeiertag": "christmas",
    "ersten weihnachtstag": "christmas", "zweiten weihnachtsfeiertag": "boxing-day", "zweiter weihnachtsfeiertag": "boxing-day",
    "zweiten weihnachtstag": "boxing-day", "silvester": "new-years-eve",
}  # fmt: skip
_RELATION_STEMS: dict[str, Relation] = {
    "dies": "this", "laufend": "this", "kommend": "future", "nächst": "future", "folgend": "future", "vergangen": "past", "letzt": "past",
    "vorig": "past", "vorvorig": "past",
}  # fmt: skip
RELATIONS: dict[str, Relation] = {stem + end: side for stem, side in _RELATION_STEMS.items() for end in ("e", "en", "er", "es", "em")}
PORTIONS: dict[str, Portion] = {"anfang": "start", "beginn": "start", "mitte": "mid", "ende": "end", "ausgang": "end"}
DECADES: dict[str, int] = {
    "zwanziger": 192, "dreißiger": 193, "vierziger": 194, "fünfziger": 195, "sechziger": 196, "siebziger": 197, "achtziger": 198,
    "neunziger": 199,
}  # fmt: skip
ZONES: dict[str, str] = {
    "Ortszeit": "local", "lokaler Zeit": "local", "deutscher Zeit": "Europe/Berlin", "deutsche Zeit": "Europe/Berlin",
    "Berliner Zeit": "Europe/Berlin", "mitteleuropäischer Zeit": "Europe/Berlin", "Schweizer Zeit": "Europe/Zurich",
    "Wiener Zeit": "Europe/Vienna", "Londoner Zeit": "Europe/London", "New Yorker Zeit": "America/New_York",
    "Washingtoner Zeit": "America/New_York", "Moskauer Zeit": "Europe/Moscow", "koreanischer Zeit": "Asia/Seoul",
}  # fmt: skip

WORDS = Words(
    numbers=NUMBERS,
    ordinals=ORDINALS,
    units={name + end: unit for name, unit in UNITS.items() for end in ("", "e", "en", "n", "s", "es", "er", "em")},
    months=ENGLISH_MONTHS | MONTHS,
    weekdays=ENGLISH_WEEKDAYS | WEEKDAYS,
    parts=_NOUNS | _ADVERBS,
    days=DAYS,
    seasons=SEASONS,
    holidays=HOLIDAYS,
    relations=RELATIONS,
    portions=PORTIONS,
    decades=DECADES,
    clocks={"mitternacht": (0, 0), "mitternachts": (0, 0)},
    zones=ZONES,
    last=frozenset({"letzte", "letzten"}),
    later=frozenset({"später", "verspätung"}),
    after=frozenset({"nach", "danach", "darauf", "nachher"}),
)

_HOURS = "(?:" + "|".join(("eins?", *_ONES[1:], "zehn", "elf", "zwölf")) + r")\b"
_SHORTLY = r"kurz\s(?:nach|vor)"
_ABOUT = rf"\b(?:(?P<about>gegen|etwa|rund|circa|ca\.|ungefähr)|(?P<near>{_SHORTLY}))\s"
_NUMBER = rf"(?P<n>\d{{1,3}}(?:,\d)?|{words(*NUMBERS)})"
_QUALITY = r"(?:(?:ganze|lange|volle|weitere|knappe|gute|letzte|vergangene|wertvolle)[nrs]?\s)?"
_LENGTHS = (
    "sekunde",
    "minute",
    "stunde",
    "tag",
    "woche",
    "wochenende",
    "monat",
    "quartal",
    "jahr",
    "jahrzehnt",
    "jahrhundert",
    "arbeitswoche",
    "tg",
)
_UNIT = rf"(?P<unit>(?:{'|'.join(_LENGTHS)})(?:e[ns]?|n|s)?)\b"
_PLURAL = r"(?P<unit>Sekunden|Minuten|Stunden|Tagen?|Wochen|Monaten?|Jahren?|Jahrzehnten?|Jahrhunderten?)\b"
_WEEKDAY = rf"\b(?P<weekday>{words(*WEEKDAYS)})"
_MONTH = rf"(?P<month>{words(*MONTHS)})(?!\w)"
_NOUN_PART = words(*_NOUNS)
_CAPITAL_PART = words(*(part.capitalize() for part in _NOUNS if part != "früh"))
_RELATION = rf"(?P<twice>über(?=nächst)|vor(?=letzt|vergangen|vorig))?(?P<relation>{words(*RELATIONS)})\s"
_PORTION = rf"(?P<portion>{words(*PORTIONS)})\s"
_DAY = r"(?P<day>[0-3]?\d)\."
_DATED = rf"(?:{_WEEKDAY}\s?(?:,\s|\s)(?:(?:den|dem)\s)?)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_OF_YEAR = rf"(?:\s(?:(?:des|im)\sJahre?s?\s)?{_YEAR}|\s(?P<relation>{words(*RELATIONS)})\sJahres)"
_CLOCK = r"(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?"
_FOLD = r"(?:\s\(?(?:(?P<fold_first>Sommerzeit)|(?P<fold_second>Winterzeit|Normalzeit))\b\)?)?"
_NEXT = r"\s?(?:,|/|und|bis|oder|auf|–|-|\+)\s?\d{1,2}(?:[.:][0-5]\d)?"
_QUANTITY = r"(?!\s(?!BIS\b|UND\b)(?-i:[A-ZÄÖÜ])\w|\s?[%€$°]|\s(?:prozent|mal|mann)\b)"

RULES: tuple[Rule, ...] = (
    # clocks
    Rule("clock", rf"(?<![\d.,:])(?:{_ABOUT})?{_CLOCK}\s{{0,3}}Uhr\b(?:\s(?P<minute2>[0-5]\d)(?![\d.,]))?(?:\s(?P<part>{words(*_ADVERBS)})\b)?{zone_pattern(ZONES)}{_FOLD}"),
    Rule("clock-of-list", rf"(?<![\d.,:/–-])(?<![–-]\s){_CLOCK}(?=(?:{_NEXT}){{1,4}}\s?Uhr)"),
    Rule("clock-within-list", rf"(?<=[–/-]){_CLOCK}(?=(?:{_NEXT}){{1,4}}\s?Uhr)"),
    Rule("clock-colon", rf"(?<![\d.,:/])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:]|[.,]\d)(?!\s?Uhr){zone_pattern(ZONES)}{_FOLD}"),
    Rule("clock-words", rf"\b(?:{_ABOUT})?(?P<hour>{_HOURS})\sUhr\b(?:\s(?P<part>{words(*_ADVERBS)})\b)?"),
    Rule("clock-adverb", rf"\bum\s(?P<hour>1?\d)\s(?P<part>{words(*_ADVERBS)})\b"),
    Rule("clock-shortly", rf"\b(?P<near>{_SHORTLY}|(?:wenige|einige|ein\spaar)\sMinuten\s(?:nach|vor))\s(?P<hour>{_HOURS}){_QUANTITY}(?!\sUhr)", twelve=True),
    Rule("loose-clock", rf"\bum\s(?P<hour>{_HOURS}){_QUANTITY}(?!\s(?:Uhr|weitere|mehr|oder|bis|von)\b)", twelve=True),
    Rule("clock-half", rf"\b(?:um\s|{_ABOUT})?(?P<to>halb|dreiviertel|drei\sviertel)\s(?P<hour>{_HOURS}|1?\d\b(?![.,:]\d|\s?%))(?:\s(?P<part>{words(*_ADVERBS)})\b)?", twelve=True),
    Rule("clock-quarter-past", rf"\b(?:{_ABOUT})?(?P<past>Viertel|fünf|zehn|zwanzig)\s(?:Minuten\s)?nach\s(?P<hour>{_HOURS}|1?\d\b(?![.,:]\d|\s?%))", twelve=True),
    Rule("clock-quarter-to", rf"\b(?:{_ABOUT})?(?P<to>Viertel|fünf|zehn|zwanzig)\s(?:Minuten\s)?vor\s(?P<hour>{_HOURS}|1?\d\b(?![.,:]\d|\s?%))", twelve=True),
    Rule("clock-named", r"\b(?:(?:(?<!\bnicht\s)(?P<near>(?:kurz\s)?(?:nach|vor))\s|(?<=\bnicht\s)vor\s|gegen\s|um\s|(?<=\bseit\s)|(?<=\bbis\s)|(?<=\bab\s))(?P<named>Mitternacht)|(?P<named2>mitternachts))\b"),
    # dates
    Rule("date", rf"{_DATED}(?<!\d){_DAY}\s?{_MONTH}(?:\s(?:des\sJahres\s)?{_YEAR}|\s(?P<relation>{words(*RELATIONS)})\sJahres)?"),
    Rule("date-words", rf"\b(?P<day>{words(*ORDINALS)})\s(?-i:(?P<month>{words(*(m.capitalize() for m in MONTHS if m[-1] != '.'))}))\b(?:\s{_YEAR})?"),
    Rule("date-ordinals", rf"\b(?:(?<=\bam\s)|(?<=\bden\s)|(?<=tag\s)|(?<=tag,\sden\s))(?P<day>[0-3]?\d\.|{words(*ORDINALS)})\s?[\s/]\s?(?P<month>{words(*list(ORDINALS)[:60])}|1?\d\.)(?:\s{_YEAR})?(?=[\s.,!?]|$)"),
    Rule("date-of-list", rf"(?<![\d.,]){_DAY}(?=\s?(?:/|und|bis|oder|auf|–|-)\s?(?:dem\s|zum\s|den\s)?[0-3]?\d\.\s?(?P<month>{words(*MONTHS)})\b)"),
    Rule("date-numeric", rf"{_DATED}(?<![\d.,]){_DAY}\s?(?P<month>[01]?\d)\.(?:\s?(?P<year>\d{{4}}|\d{{2}}(?!\s?Uhr)))?(?!\d|[.,]\d)"),
    Rule("date-slash", rf"{_DATED}(?<![\d/])(?P<day>[0-3]?\d)/(?P<month>[01]?\d)/{_YEAR}(?!/)"),
    Rule("month", rf"(?<!\d\.\s)(?<!\d\.)\b(?:{_PORTION}|(?<=\b)){_MONTH}{_OF_YEAR}"),
    Rule("month-portion", rf"\b{_PORTION}(?:des\s(?:Monats\s)?)?{_MONTH}(?!\s\d)"),
    Rule("month-bare", rf"\b(?:(?<=\bim\s)|(?<=\bseit\s)|(?<=\bbis\s)|(?<=\bab\s)|(?<=\bvom\s)|(?<=\bEnde\s)){_MONTH}(?!\s\d{{4}})"),
    Rule("month-related", rf"\b{_RELATION}{_MONTH}"),
    Rule("year", rf"\b(?:{_PORTION}(?:des\s)?)?(?:Jahre?s?\s|Anno\s)(?P<year>\d{{3,4}})(?!\d)"),
    Rule("year-portion", rf"\b{_PORTION}(?:des\sJahres\s)?{_YEAR}"),
    Rule("year-span", r"(?<![\d.,:/–-])(?P<year>1\d{3}|20[0-4]\d)\s?/\s?\d{2}(?!\d)"),
    Rule("year-bare", rf"(?<![\d.,:/§$€])(?<!\w-)(?<!Nr\.\s)(?<!Artikel\s)(?<!Seite\s)(?<!Punkte\s)(?<!davon\s)(?<!rund\s)(?<!etwa\s)(?<!über\s)(?<!fast\s)(?<!knapp\s)(?<!als\s)(?P<year>1\d{{3}}|20[0-4]\d)(?![\d\w]|[.,:]\d|-\w|/\d)(?!\sim\s(?:\w+\s)?Jahr){_QUANTITY}"),
    Rule("year-from", r"(?:(?<=\bseit\s)|(?<=\d\d\d\d\sbis\s))(?P<year>1\d{3}|20[0-4]\d)(?![\d\w]|[.,:]\d)"),
    Rule("decade", rf"\b(?:{_PORTION}(?:der\s)?)?(?P<decade>{words(*DECADES)}|[1-9]0er|(?:1\d|20)\d0er)[-\s]Jahren?\b"),
    Rule("century", rf"\b(?:{_PORTION}des\s)?(?P<century>[12]?\d)\.\sJahrhunderts?\b"),
    Rule("century-words", rf"\b(?P<century>{words(*ORDINALS)})\sJahrhundert"),
    Rule("season", rf"\b(?P<season>{words(*SEASONS)}){_OF_YEAR}"),
    Rule("season-bare", rf"(?:(?<=\bim\s)|(?<=\bim\snächsten\s)|(?<=\bdiesen\s)|(?<=\bseit\s)|(?<=\bbis\szum\s))(?-i:(?P<season>{words(*(s.capitalize() for s in SEASONS))}))\b"),
    Rule("season-related", rf"\b{_RELATION}(?P<season>{words(*SEASONS)})\b"),
    Rule("quarter", rf"\b(?P<quarter>[1-4]|{words(*list(ORDINALS)[:20])})\.?\sQuartal\b(?:\s(?:des\sJahres\s)?{_YEAR})?"),
    Rule("holiday", rf"\b(?P<holiday>{words(*HOLIDAYS)})\b(?:\s{_YEAR}|\s(?:im\s)?{_RELATION}(?P<period>Jahre?s?)\b)?"),
    Rule("weekday", rf"(?<!jeden\s)\b(?:{_RELATION})?{_WEEKDAY}(?:\s?(?P<part>{_NOUN_PART}|{words(*_ADVERBS)}))?\b(?!s)"),
    Rule("weekday-day", rf"\b(?P<days>heutigen|morgigen|gestrigen)\s(?:{words(*WEEKDAYS)})(?:\s?(?P<part>{_NOUN_PART}))?\b"),
    Rule("week-weekday", rf"\b{_RELATION}(?P<period>Woche)\s(?:am\s)?{_WEEKDAY}(?:\s?(?P<part>{_NOUN_PART}))?\b"),
    Rule("weekday-of-week", rf"{_WEEKDAY}(?:\s?(?P<part>{_NOUN_PART}))?\s(?:in\sder\s|der\s)?{_RELATION}(?P<period>Woche)\b"),
    Rule("week-of", rf"\b(?:der\s)?(?P<week>{words(*ORDINALS)}|letzten?)\sWoche\s(?:im|des)\s{_MONTH}(?:\s{_YEAR})?"),
    Rule("weekday-eve", rf"\b(?P<part>Nacht)\s(?:vo[nm]\s{words(*WEEKDAYS)}\s)?(?:zum?|auf(?:\sden)?)\s{_WEEKDAY}\b", eve=True),
    Rule("date-eve", rf"\b(?P<part>Nacht)\s(?:vom\s[0-3]?\d\.\s(?:{words(*MONTHS)}\s)?)?(?:zum|auf\sden)\s{_DAY}\s?{_MONTH}(?:\s{_YEAR})?", eve=True),
    Rule("day-eve", r"\b(?P<part>Nacht)\s(?:zu|auf)\s(?P<days>heute|gestern|morgen)\b", eve=True),
    # pointing from today
    Rule("day", rf"\b(?P<days>{words(*(day for day in DAYS if day != 'morgen'))})(?:\s(?P<part>{_NOUN_PART}))?\b"),
    Rule("tomorrow", rf"(?<!am\s)(?<!jeden\s)(?<!guten\s)(?-i:\b(?P<days>morgen))(?:\s(?P<part>{_NOUN_PART}))?\b"),
    Rule("tomorrow-first", r"(?:^|(?<=[.!?]\s)|(?<=\n))(?-i:(?P<days>Morgen)(?=\s(?!zusammen|allerseits|liebe|und\b|aus\b|in\b|ist\sder)[a-zäöü]))"),
    Rule("part", rf"(?P<still>(?<=\bnoch\s))?\b(?:(?:am|in\sder|für\sden|gegen|den|im|zur|(?<=\bab\s)dem|(?<=\bseit\s)dem|vom(?=\s\w+\san\b))\s|(?<=\bbis\szum\s)|(?<=\bbis\sin\sden\s))(?:frühen\s|späten\s)?(?-i:(?P<part>{_CAPITAL_PART}))\b"),
    Rule("part-am", rf"\bam\s(?:frühen\s|späten\s)?(?P<part>{_NOUN_PART})\b"),
    Rule("part-after", rf"\bam\s(?:(?:nächsten|folgenden)\s(?P<part>{_NOUN_PART})|(?P<part2>{_NOUN_PART})\s(?:danach|darauf))\b", days=1),
    Rule("part-before", rf"\bam\s(?P<part>{_NOUN_PART})\s(?:zuvor|davor|vorher)\b", days=-1),
    Rule("part-adverb", rf"(?<!\bdes\s)\b(?P<part>{words(*_ADVERBS)})\b"),
    Rule("period", rf"\b(?:{_PORTION}(?:der\s|des\s)?)?{_RELATION}(?P<period>Woche|Arbeitswoche|Wochenendes?|Monats?|Quartals?|Jahre?s?|Jahrzehnts?|Jahrhunderts?)\b"),
    Rule("period-portion", rf"\b{_PORTION}(?:der|des)\s(?P<period>Woche|Monats|Jahres|Jahrzehnts|Jahrhunderts)\b(?!\s\d)", relation="this"),
    Rule("period-next", r"\b(?:der\s)?(?P<period>Woche)\s(?:darauf|danach)\b", relation="future"),
    Rule("period-before", r"\b(?:der\s)?(?P<period>Woche)\s(?:zuvor|davor)\b", relation="past"),
    Rule("period-of-the-year", r"(?<=\w\s)des\s(?P<period>Jahres)\b(?!\s\d)", relation="this"),
    Rule("period-this", r"\b(?:unter\sder\s(?P<period>Woche)|(?<=\bin\s)dem\s(?P<period2>Jahr|Monat)\b(?!\s\d))", relation="this"),
    Rule("this-year", r"\bheuer\b", unit="year", relation="this"),
    Rule("silent-weekend", r"\bWochenende\s(?:vom\s|des\s|\()?(?=\d{1,2}\.)", silent=True),
    Rule("weekend", r"(?:(?<=\bam\s)|(?<=\bzum\s)|(?<=\bdiesem\s)|(?<=\bdas\s)|(?<=\bvor\sdem\s)|(?<=\bnach\sdem\s)|(?<=\bübers\s))Wochenende\b", unit="weekend", relation="this"),
    # plans that move
    Rule("shift", rf"\b{_NUMBER}\s{_UNIT}\s(?P<shift>später|früher)\b(?=[^.!?]{{0,200}}\b(?:geplant|angekündigt|vorgesehen|angesetzt|erwartet|im\sFahrplan))"),
    Rule("delay", rf"(?<=\bmit\s){_NUMBER}\s{_UNIT}\s(?P<shift>Verspätung)\b"),
    Rule("moved", rf"(?<=\bum\s){_NUMBER}\s{_UNIT}(?=[^!?\n]{{0,200}}\b(?:vorgezogen|vorverlegt|verschoben|verlegt|vertagt))", moves=True),
    # lengths
    Rule("ago", rf"\bvor\s(?:mehr\sals\s|weniger\sals\s|über\s|rund\s|etwa\s|knapp\s|gut\s|fast\s|genau\s)?{_NUMBER}\s{_QUALITY}{_UNIT}(?:\sund\s(?P<n2>{words(*NUMBERS)}|\d+)\s(?P<unit2>Monat(?:en?)?|Tag(?:en?)?|Woche[n]?))?", ago=True),
    Rule("ago-some", r"\bvor\s(?P<unit>Jahren|Jahrzehnten|Monaten|Wochen|Tagen|Stunden|Minuten|Jahrhunderten)\b", ago=True),
    Rule("ahead", rf"\bin\s(?:rund\s|etwa\s|knapp\s|gut\s|genau\s)?{_NUMBER}\s{_UNIT}", ahead=True),
    Rule("length", rf"(?<!\bab\s)\b{_NUMBER}\s{_QUALITY}{_UNIT}(?!\s(?:alt(?:e[nmrs]?)?|jung)\b)(?:\sund\s(?P<n2>{words(*NUMBERS)}|\d+)\s(?P<unit2>Monat(?:en?)?|Tag(?:en?)?|Woche[n]?|Stunden?|Minuten?))?"),
    Rule("length-of-list", r"\b(?P<n>\d{1,3})(?=\s(?:statt|bis|oder|und)\s\d{1,3}\s(?P<unit>(?:Jahre|Tage|Wochen|Monate|Stunden|Minuten)n?)\b)"),
    Rule("length-related", rf"\b(?:den|die|der)\s(?:letzten|vergangenen|nächsten|kommenden)\s(?:{_NUMBER}\s)?{_PLURAL}"),
    Rule("length-some", r"\b(?:(?<=\bseit\s)|(?<=\bnach\s)|(?<=\büber\s)|(?:all\s)?diesen?\s|die\s)(?P<unit>Jahren?|Jahrzehnten?|Monaten|Wochen|Tagen|Stunden)\b"),
    Rule("length-quarter-hour", r"\b(?:eine[rn]?\s)?Viertelstunden?\b", amounts=(Amount(0.25, "hour"),)),
    Rule("length-half", r"\b(?:eine[mnrs]?\s|ein\s)?(?P<n>halbe[ns]?)\s(?P<unit>Stunde|Jahr|Tag|Minute)(?:e?s)?\b"),
    Rule("length-whole", r"\b(?P<n>ganze[ns]?)\s(?P<unit>Tag|Monat|Jahr|Woche|Stunde)\b"),
    Rule("length-adjective", rf"(?<!\w)(?P<n>\d{{1,3}}|{words(*(n for n in NUMBERS if ' ' not in n))})-?(?P<unit>tägig|stündig|minütig|wöchig|monatig)(?:e[nmrs]?)?\b"),
    Rule("length-jubilee", rf"(?<!\w)(?P<n>\d{{1,3}}|{words(*(n for n in NUMBERS if ' ' not in n))})-?(?P<unit>jährig)(?:es(?!\s(?:Kind|Mädchen|Opfer|Mitglied))|e[nmr]?(?=\s\w*(?:jubiläum|bestehen|zeit|pause|haft|krieg)))"),
    Rule("length-long", r"\b(?P<unit>jahr|tag|woche|monat|stunde|jahrzehnt|jahrhundert|minute)(?:e|en|n)?lang(?:e[nmrs]?)?\b"),
    Rule("length-hyphen", r"\b(?P<n>\d{1,3})-(?P<unit>Tage|Stunden|Minuten|Wochen|Monats?|Jahres?)(?=[-\s])"),
    # repetition
    Rule("each", rf"\b(?:jede[nrs]?|alle|pro|je)\s(?:{_NUMBER}\s)?{_UNIT}", each=True),
    Rule("each-weekday", rf"\bjeden\s{_WEEKDAY}(?:\s?(?:{_NOUN_PART}))?\b", each=True),
    Rule("each-nth-weekday", rf"\bjeden\s(?:{words(*ORDINALS)}|letzten)\s(?:{words(*WEEKDAYS)})\b(?:\sim\s|\sdes\s|\seines\s)?(?P<unit>Monats?|Jahre?s?)\b", each=True),
    Rule("each-adverb", r"\b(?P<unit>täglich|stündlich|wöchentlich|monatlich|jährlich)(?:e[nmrs]?)?\b", each=True),
    Rule("each-by-each", r"\b(?P<unit>Jahr|Monat|Woche|Tag|Stunde)\s(?:um|für)\s(?:Jahr|Monat|Woche|Tag|Stunde)\b", each=True),
    Rule("each-in", r"(?<=\w\s)im\s(?P<unit>Jahr|Monat)\b(?!\s(?:\d|[A-ZÄÖÜ]|vor|nach|darauf|danach|zuvor))", each=True),
    Rule("each-weekdays", r"\b(?:montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonnabends|sonntags)\b", each=True),
    # counted from an occasion
    Rule(
        "occasion-distance",
        rf"\b{_NUMBER}\s{_UNIT}\s(?P<side>vor|nach)\s(?:(?:de[mnr]|ihre[mnr]|seine[mnr])\s)?(?P<anchor>(?:(?-i:[a-zäöüß])\w+e[nmr]\s)?(?-i:[A-ZÄÖÜ])\w+)",
    ),
    Rule("occasion-eve", r"\bam\s(?:Vorabend|Vortag)\s(?:des|der|ihres|seines)\s(?P<anchor>(?-i:[A-ZÄÖÜ])\w+)|\bam\sTag\svor\sde[mr]\s(?P<anchor2>(?-i:[A-ZÄÖÜ])\w+)", distance=Amount(-1, "day")),
    Rule("occasion-next", r"\bam\sTag\snach\sde[mr]\s(?P<anchor>(?-i:[A-ZÄÖÜ])\w+)", distance=Amount(1, "day")),
    Rule("occasion-day", rf"\bam\s(?P<nth>{words(*ORDINALS)})\s(?:Tag|Abend)\s(?:des|der)\s(?P<anchor>(?-i:[A-ZÄÖÜ])\w+)"),
    Rule("counted-day", rf"\bam\s(?P<nth>{words(*ORDINALS)})\s(?P<period>Tag)\b(?!\s(?:de[sr]|im|vor|nach)\b)", anchor=""),
    Rule("counted-week", rf"\b(?:in\s)?der\s(?P<nth>{words(*ORDINALS)})\s(?P<period>Woche)\b(?!\s(?:de[sr]|im|vor|nach)\b)", anchor=""),
    # without saying when
    Rule("past", r"\b(?:damals|einst|(?<!Jahr\s)früher|kürzlich|neulich|in\sder\sVergangenheit|(?:(?:der\s)?(?:letzte|vergangene)[nr]?|dieser)\s(?:Zeit|Zeiten)|(?-i:Ex)(?=-[A-ZÄÖÜ]))\b(?!\s(?:oder\sspäter|als))", vague="past"),
    Rule("present", r"\b(?:jetzt|derzeit|heutzutage|im\sMoment|zur\sStunde)\b", vague="this"),
    Rule("future", r"\b(?:bald|demnächst|in\s(?:der\s)?(?:nahen\s|naher\s)?Zukunft)\b", vague="future"),
    *ENGLISH_DATE_RULES,
    *deep.rules("de", MONTHS, ORDINALS), *silent.GERMAN,
)  # fmt: skip

_DEGREE = r"(?:(?P<more>mehr\sals|über|mindestens)\s|(?P<less>weniger\sals|nicht\seinmal|keine)\s|(?P<about>etwa|rund|gut|knapp|fast|circa|ca\.|ungefähr)\s)?"
_SIDE = r"(?P<side>später|danach|darauf|zuvor|vorher|davor)\b(?!\sals\b)"
_NO_RANK = r"(?<!\bnie\s)(?<!\bje\s)(?<!\bwie\s)(?<!\bals\s)(?<!\bnoch\s)(?<!\bTag\s)(?<!\bTage\s)(?<!\bJahr\s)(?<!\bJahre\s)(?<!\bMonat\s)(?<!\bWoche\s)(?<!\bAbend\s)"
_NO_OCCASION = words(
    *"""
    Angaben Meinung Ansicht Auffassung Einschätzung Gesetz Verfassung Vertrag Plan Zeitplan Ablaufplan Bericht Berichten Vorbild Motto Prinzip
    Verständnis Recht Sitte Muster Regel Regeln Art Täter Mann Frau Kind Tag Stunde Minute Woche Monat Jahr Wochenende Gericht Haus Hotel
    """.split(),
)

CHAINS: tuple[Rule, ...] = (
    Rule("chain-length", rf"(?<!\bum\s)\b{_DEGREE}{_NUMBER}\s{_QUALITY}{_UNIT}(?:\sund\s(?P<n2>\d{{1,3}}|{words(*NUMBERS)})\s(?P<unit2>Sekunden?|Minuten?|Stunden?|Tage?n?))?\s{_SIDE}"),
    Rule("chain-length-half", rf"(?<!\bum\s)\b{_DEGREE}(?:eine\s|ein\s)?(?P<n>halbe[ns]?)\s(?P<unit>Stunde|Tag)\s{_SIDE}"),
    Rule("chain-quarter", rf"(?<!\bum\s)\b(?:eine\s)?Viertelstunde\s{_SIDE}", amounts=(Amount(15, "minute"),)),
    Rule("chain-three-quarters", rf"(?<!\bum\s)\b(?:eine\s)?(?:Dreiviertelstunde|dreiviertel\sStunde)\s{_SIDE}", amounts=(Amount(45, "minute"),)),
    Rule("chain-some", rf"\b{_PLURAL}\s{_SIDE}"),
    Rule("chain-after", rf"\bnach\s{_DEGREE}(?P<n>\d{{1,3}}(?:,\d)?|{words(*(n for n in NUMBERS if NUMBERS[n]))})\s(?P<unit>Sekunden?|Minuten?|Stunden?|Tagen?)\b(?!\s(?:und|im|in|am|an|auf|bei|unter|mit|ohne|voller|lange[mnr])\b|\s(?-i:[A-ZÄÖÜ]))", side="after"),
    Rule("chain-near", r"\b(?:kurz|unmittelbar|gleich|bald|direkt)\s(?P<side>danach|darauf|zuvor|vorher|davor)\b", near=True),
    Rule("chain-near-later", r"\b(?:wenig|kurze\sZeit|kurz)\s(?P<side>später)\b(?!\sals\b)", near=True),
    Rule("chain-then", rf"{_NO_RANK}\b(?:danach(?!\s(?:aus\b|gefragt|fragte|fragen|such\w*|gesucht|sehn\w*|gestrebt|handel\w*))|anschließend|daraufhin|im\sAnschluss(?!\san\b)|hinterher)\b", side="after"),
    Rule("chain-first", rf"{_NO_RANK}\b(?:zuvor|vorher)\b(?!gesagt)", side="before"),
    Rule("chain-occasion", rf"\b(?:(?P<near>kurz|unmittelbar|gleich|direkt)\s)?(?P<side>nach|vor)\s(?:de[mr]|ihre[mr]|seine[mr])\s(?:(?-i:[a-zäöüß])\w+e[nr]\s)?(?P<anchor>(?!{_NO_OCCASION}\b)(?-i:[A-ZÄÖÜ])\w+)", clause=True),
)  # fmt: skip

GERMAN = Language(
    code="de",
    words=WORDS,
    rules=RULES,
    bridge=re.compile(r"\s{0,3},?\s{0,3}(?:(?:gegen|um|ab|am|von|kurz nach|kurz vor|etwa|dem|den|des)\s{1,3})?", re.IGNORECASE),
    twin=re.compile(
        r"\s{0,3}(?:[(\[]\s{0,3})?(?:Ortszeit\s{0,3})?(?:/|(?:\s?\b[^\W\d]{1,30}\b){0,3},\s{0,3}das\s(?:ist|sind|entspricht)|,\s(?:in|nach)\s\w+\s(?:war|ist)\ses\s(?:da|dann|dort)?(?:\s(?:schon|bereits|erst|noch))?|=|[(\[])\s{0,3}",
        re.IGNORECASE,
    ),
    until=re.compile(r"\bbis\s(?:einschließlich\s)?(?:zum|zur|zu|in\sden|in\sdie|Ende|etwa)?\s?$", re.IGNORECASE),
    range=re.compile(r"(?:,?\s)?(?:bis|–|-|und)\s?(?:zum\s|um\s|gegen\s)?", re.IGNORECASE),
    future=clauses.FUTURE,
    past=clauses.PAST,
    cancelled=clauses.CANCELLED,
    moved=clauses.MOVED,
    planned=clauses.PLANNED,
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
        r"\b(?:\w+-)?(?:Auftakt|Beginn|Eröffnung|Start)\b|\bstarte(?:t|ten?)\b|\beröffne(?:t|te|ten)\b|\blos\sgeht\ses\b|\bbegin(?:nt|nen)\b|\bbegann(?:en)?\b",
        re.IGNORECASE,
    ),
    lead=re.compile(r"(?:\b(?:noch|schon|bereits|am|an|um|ab|gegen|seit|im|vom|erstmals am)\s+)+$", re.IGNORECASE),
    common=frozenset(
        (
            "der die das und ist nicht ein eine zu den von mit sich auf dem für im auch nach wird bei als hat er sie aus werden uhr über in an am um"
            " vom zum zur im es wir ich was wer wie aber oder noch nur kein keine sind war waren wurde wurden haben hatte will soll vor seit bis"
            " gegen unter ab ihr ihre sein seine diese dieser einen einem einer eines des dass weil wenn mehr schon jetzt gibt mehrere viele"
        ).split()
    ),
    onto=clauses.ONTO,
    out_of=clauses.OUT_OF,
    by=clauses.BY,
    instead=clauses.INSTEAD,
    denied=clauses.DENIED,
    outdated=clauses.OUTDATED,
    participle=clauses.PARTICIPLE,
    auxiliary=clauses.AUXILIARY,
    parts=clauses.PARTS,
    at_once=clauses.AT_ONCE,
    second=clauses.SECOND,
    since=clauses.SINCE,
    lasted=clauses.LASTED,
    same_year=clauses.SAME_YEAR,
    today=clauses.TODAY,
    ahead=clauses.AHEAD,
    likewise=clauses.LIKEWISE,
    meant_for=clauses.MEANT_FOR,
    chains=CHAINS,
    chained=re.compile(
        rf"\b(?:(?:am\s)?vortag|(?:am\s)?vorabend|tags\s(?:zuvor|darauf)|(?:am\s)?(?:nächsten|folgenden|selben|gleichen)\s(?:Tag|{_NOUN_PART})"
        rf"|am\s(?:Tag|{_NOUN_PART})\s(?:danach|darauf|zuvor|davor|vorher)|Woche\s(?:danach|darauf|zuvor|davor))\b",
        re.IGNORECASE,
    ),
    then=re.compile(r"\b(?:danach|anschließend|daraufhin|dann|im\sAnschluss|nach\s(?:der|dem|einer|einem)\s\w+)\b", re.IGNORECASE),
    rough=re.compile(r"\b(?:etwa|rund|gut|knapp|circa|ca\.|ungefähr|fast)(?:\s(?:ein|eine|einem|einer))?\s$", re.IGNORECASE),
    journey=clauses.JOURNEY,
    departure="Aufbruch, {length} vor der Ankunft",
    desk_zone="Europe/Berlin",
    nowadays=frozenset({"heute", "heutigen", "heutige", "heutiger"}),
)
