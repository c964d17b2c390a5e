"""Italian: how newspapers and news desks of Italy and the Ticino write clocks and dates."""

from __future__ import annotations

import re

from timeline.date import deep
from timeline.date.english import ENGLISH_DATE_RULES
from timeline.date.english_words import MONTHS as ENGLISH_MONTHS
from timeline.date.english_words import WEEKDAYS as ENGLISH_WEEKDAYS
from timeline.date.grammar import Language, Rule, Words, words, zone_pattern
from timeline.date.partial import Amount, Holiday, Part, Portion, Relation, Season, Unit
from timeline.date.silent import NUMBERS as SILENT_NUMBERS

_ONES = ("uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove")
_TEENS = ("dieci", "undici", "dodici", "tredici", "quattordici", "quindici", "sedici", "diciassette", "diciotto", "diciannove")
_TENS = {"venti": 20, "trenta": 30, "quaranta": 40, "cinquanta": 50, "sessanta": 60, "settanta": 70, "ottanta": 80, "novanta": 90}
_CARDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate((*_ONES, *_TEENS), start=1)},
    **_TENS,
    **{  # a ten loses its vowel before another: ventuno, ventotto
        (tens[:-1] if one[0] in "uo" else tens) + one: ten + number for tens, ten in _TENS.items() for number, one in enumerate(_ONES, start=1)
    },
    **{f"{tens}tré": ten + 3 for tens, ten in _TENS.items()},
}  # fmt: skip
NUMBERS: dict[str, float | None] = {
    "un": 1, "una": 1, "un'": 1, "un’": 1, "cento": 100, "mille": 1000, "quarto": 15, "un quarto": 15, "mezza": 30, "mezzo": 30,
    "tre quarti": 45, "una decina di": 10, "una dozzina di": 12, "una quindicina di": 15, "una ventina di": 20, "un paio di": 2,
    "qualche": None, "alcuni": None, "alcune": None, "diversi": None, "diverse": None, "parecchi": None, "parecchie": None,
    "pochi": None, "poche": None, "molti": None, "molte": None,
    **_CARDINALS,
}  # fmt: skip
_ROMAN = {"xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21}
ORDINALS: dict[str, int] = {
    "primo": 1, "prima": 1, "secondo": 2, "seconda": 2, "terzo": 3, "terza": 3, "quarto": 4, "quarta": 4, "quinto": 5, "sesto": 6,
    "settimo": 7, "ottavo": 8, "nono": 9, "decimo": 10, **_ROMAN, **_CARDINALS,
}  # fmt: skip
UNITS: dict[str, Unit] = {
    "secondo": "second", "secondi": "second", "minuto": "minute", "minuti": "minute", "ora": "hour", "ore": "hour", "giorno": "day",
    "giorni": "day", "giornata": "day", "giornate": "day", "notte": "day", "notti": "day", "settimana": "week", "settimane": "week",
    "fine settimana": "weekend", "weekend": "weekend", "mese": "month", "mesi": "month", "trimestre": "quarter", "trimestri": "quarter",
    "anno": "year", "anni": "year", "decennio": "decade", "decenni": "decade", "secolo": "century", "secoli": "century",
}  # fmt: skip
MONTHS: dict[str, int] = {
    "gennaio": 1, "genn.": 1, "gen.": 1, "febbraio": 2, "febbr.": 2, "feb.": 2, "marzo": 3, "aprile": 4, "apr.": 4, "maggio": 5,
    "magg.": 5, "giugno": 6, "luglio": 7, "agosto": 8, "ago.": 8, "settembre": 9, "sett.": 9, "ottobre": 10, "ott.": 10,
    "novembre": 11, "nov.": 11, "dicembre": 12, "dic.": 12,
}  # fmt: skip
WEEKDAYS: dict[str, int] = {
    "lunedì": 0, "lunedi": 0, "martedì": 1, "martedi": 1, "mercoledì": 2, "mercoledi": 2, "giovedì": 3, "giovedi": 3, "venerdì": 4,
    "venerdi": 4, "sabato": 5, "domenica": 6,
}  # fmt: skip
PARTS: dict[str, Part] = {
    "alba": "morning", "mattina": "morning", "mattino": "morning", "mattinata": "morning", "pomeriggio": "afternoon", "sera": "evening",
    "serata": "evening", "notte": "night", "nottata": "night",
}  # fmt: skip
DAYS: dict[str, int] = {
    "l'altro ieri": -2, "l’altro ieri": -2, "altroieri": -2, "ieri": -1, "il giorno prima": -1, "il giorno precedente": -1, "il giorno innanzi": -1,
    "la vigilia": -1, "oggi": 0, "lo stesso giorno": 0, "domani": 1, "il giorno dopo": 1, "il giorno successivo": 1,
    "il giorno seguente": 1, "l'indomani": 1, "l’indomani": 1, "dopodomani": 2,
}  # fmt: skip
SEASONS: dict[str, Season] = {"primavera": "spring", "estate": "summer", "autunno": "autumn", "inverno": "winter"}
HOLIDAYS: dict[str, Holiday] = {
    "vigilia di natale": "christmas-eve", "natale": "christmas", "capodanno": "new-year", "san silvestro": "new-years-eve",
    "pasqua": "easter", "venerdì santo": "good-friday", "pentecoste": "pentecost",
}  # fmt: skip
_BEFORE: dict[str, Relation] = {
    "questo": "this", "questa": "this", "quest'": "this", "quest’": "this", "prossimo": "future", "prossima": "future", "scorso": "past",
    "scorsa": "past", "ultimo": "past", "ultima": "past",
}  # fmt: skip
_BEHIND: dict[str, Relation] = {
    "prossimo": "future", "prossima": "future", "seguente": "future", "successivo": "future", "successiva": "future",
    "che viene": "future", "entrante": "future", "scorso": "past", "scorsa": "past", "passato": "past", "passata": "past",
    "precedente": "past", "in corso": "this", "corrente": "this",
}  # fmt: skip
RELATIONS = _BEFORE | _BEHIND
PORTIONS: dict[str, Portion] = {"inizio": "start", "inizi": "start", "metà": "mid", "fine": "end"}
DECADES: dict[str, int] = {
    "venti": 192, "trenta": 193, "quaranta": 194, "cinquanta": 195, "sessanta": 196, "settanta": 197, "ottanta": 198, "novanta": 199,
}  # fmt: skip
ZONES: dict[str, str] = {
    "ora locale": "local", "ore locali": "local", "locali": "local", "ora italiana": "Europe/Rome", "ore italiane": "Europe/Rome",
    "italiane": "Europe/Rome", "ora di Roma": "Europe/Rome", "ora svizzera": "Europe/Zurich", "ora di Berlino": "Europe/Berlin",
    "ora di Londra": "Europe/London", "ora di Parigi": "Europe/Paris", "ora di Mosca": "Europe/Moscow", "ora di Kiev": "Europe/Kyiv",
    "ora di Washington": "America/New_York", "ora di New York": "America/New_York", "ora di Pechino": "Asia/Shanghai",
    "ora di Tokyo": "Asia/Tokyo",
}  # fmt: skip

WORDS = Words(
    numbers=NUMBERS,
    ordinals=ORDINALS,
    units=UNITS,
    months=ENGLISH_MONTHS | MONTHS,
    weekdays=ENGLISH_WEEKDAYS | WEEKDAYS,
    parts=PARTS,
    days=DAYS,
    seasons=SEASONS,
    holidays=HOLIDAYS,
    relations=RELATIONS,
    portions=PORTIONS,
    decades=DECADES,
    clocks={"mezzogiorno": (12, 0), "mezzanotte": (0, 0)},
    zones=ZONES,
    later=frozenset({"più tardi", "dopo", "di ritardo"}),
    after=frozenset({"dopo", "più tardi", "al termine"}),
)

_HOUR_WORDS = words(*(word for word, number in _CARDINALS.items() if 1 < number < 25))
_HOURS = rf"(?P<hour>[01]?\d|2[0-4]|una|{_HOUR_WORDS})\b"
_MINUTES = words(
    "cinque", "dieci", "venti", "venticinque", "trenta", "quaranta", "cinquanta", "mezza", "mezzo", "quarto", "un quarto", "tre quarti"
)
_ARTICLE = r"(?:(?<=\balle\s)|(?<=\bdalle\s)|(?<=\bdelle\s)|(?<=\ble\s)|(?<=\ball['’])(?=una\b)|(?<=\bl['’])(?=una\b)|(?<=\bdall['’])(?=una\b)|(?<=\bore\s))"
_CLOCK_AHEAD = (  # what stands before a clock, and seldom before a count
    r"(?:(?<=\balle\s)|(?<=\bdalle\s)|(?<=\bore\s)|(?<=\bverso\sle\s)|(?<=\bentro\sle\s)|(?<=\bdopo\sle\s)|(?<=\bprima\sdelle\s)|(?<=\bper\sle\s)|(?<=\bcirca\sle\s)"
    r"|(?<=\btra\sle\s)(?=\S+\se\sle\s)|(?<=\bfra\sle\s)(?=\S+\se\sle\s)|(?<=\be\sle\s)(?=\d)|(?<=[(/]le\s)|(?<=\ball['’])(?=una\b)|(?<=\bdelle\s)(?=\d))"
)
_STOP = (  # what follows a bare hour, and not a count: `alle 15 a Roma`, not `alle 15 famiglie`
    r"(?=\s*(?:[.,;:!?)(»\"”–—/]|$)|\s(?:d[ie]l?(?:la|lo)?|dell['’]\w+|in|nel(?:la|lo)?|e|ed|o|per|quando|ora|ore|con|ad?|al|alle|all['’]\w+|il|la|lo|l['’]\w+|gli|oggi|ieri|domani|questa|questo|si|che|circa|secondo|senza|dopo|un|una|ha|hanno|è|sono|sarà|locali|italiane|precise|GMT|UTC|CES?T|MEZ)\b)"
    rf"(?!\sdel(?:la|lo|le)?\s(?!mattin|pomerigg|sera|{words(*WEEKDAYS)}|\d))"
)
_OF_PART = r"(?:\s(?:di|del|della)\s(?P<part>mattina|mattino|pomeriggio|sera)\b)?"
_ABOUT = r"(?P<about>circa|verso|intorno)\s"
_NUMBER = rf"(?P<n>(?<![\d.,:])\d{{1,3}}(?:,\d)?|{words(*(n for n in NUMBERS if 'quart' not in n and 'mezz' not in n))})"
_UNIT = rf"(?P<unit>{words(*UNITS)})\b"
_WEEKDAY = rf"(?P<weekday>{words(*WEEKDAYS)})(?!\w)"
_MONTH = rf"(?P<month>{words(*MONTHS)})(?!\w)"
_SMALL_MONTH = rf"(?-i:(?P<month>{words(*(month for month in MONTHS if month[-1] != '.'))}))\b"
_RELATED = rf"\s(?P<relation>{words(*_BEHIND)})\b"
_RELATION = rf"(?P<relation>{words(*_BEFORE)})(?:\s|(?<=['’]))"
_PART = rf"(?P<part>{words(*PARTS)})\b"
_IN_PART = rf"(?:\s(?:(?:in|di|nel|nella)\s(?:tarda\s|prima\s)?|all['’])?{_PART})?"
_PORTION = rf"(?P<portion>{words(*PORTIONS)})\s(?:(?:di|del|della|dello)\s|dell['’])?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_OF_YEAR = rf"\s(?:del\s|dell['’]anno\s)?{_YEAR}"
_DAY = r"(?P<day>[0-3]?\d)(?:º|°)?"
_ORDINAL_DAY = words("primo", *(word for word, number in _CARDINALS.items() if number < 32))
_ZONE = zone_pattern(ZONES)

RULES: tuple[Rule, ...] = (
    # clocks
    Rule("clock", rf"{_CLOCK_AHEAD}(?:{_ABOUT})?{_HOURS}{_OF_PART}{_ZONE}{_STOP}(?!\s?[.:,]\d)"),
    Rule("clock-dot", rf"{_ARTICLE}(?:{_ABOUT})?(?P<hour>[01]?\d|2[0-4])[.,](?P<minute>[0-5]\d)(?![.,]?\d|\s(?:%|euro|milioni|persone)\b){_OF_PART}{_ZONE}"),
    Rule("loose-clock", r"(?<=\balle\s)(?P<hour>[01]?\d|2[0-4])\b(?!\s?[.:,]\d|\s(?:e|meno)\s)"),
    Rule("clock-bracket", rf"(?<=[(/])(?:ore\s)?(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?(?=\s(?:a|in)\s(?-i:[A-Z])|\s(?:GMT|UTC|CES?T|ora|italiane|locali)){_ZONE}"),
    Rule("clock-zoned", rf"(?<![\d.,:/$€£])(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d){_ZONE[:-1]}"),
    Rule("clock-h", rf"\bh\s?(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?!\d|[.,]\d){_ZONE}"),
    Rule("clock-near", rf"\b(?P<near>poco\s(?:prima|dopo))\s(?:delle|le)\s(?:ore\s)?{_HOURS}(?:[.:](?P<minute>[0-5]\d))?(?![.:]\d){_OF_PART}{_ZONE}"),
    Rule("clock-past", rf"{_ARTICLE}{_HOURS}\se\s(?P<past>{_MINUTES})\b{_OF_PART}{_ZONE}"),
    Rule("clock-to", rf"{_ARTICLE}{_HOURS}\smeno\s(?P<to>{_MINUTES})\b{_OF_PART}{_ZONE}"),
    Rule("clock-late", rf"{_ARTICLE}(?P<hour>10|11|dieci|undici)\sdi\snotte\b", part="evening"),
    Rule("clock-of-day", rf"{_ARTICLE}{_HOURS}\s(?:di|del|della)\s(?P<part>mattina|mattino|pomeriggio|sera|notte)\b{_ZONE}"),
    Rule("clock-colon", rf"(?<![\d.,:/$€£])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:]|[.,]\d){_OF_PART}{_ZONE}"),
    Rule("clock-named", rf"(?:\b(?P<near>poco\s(?:prima|dopo))\s(?:di\s|del\s|della\s|la\s|il\s)?|(?<=\ba\s)|(?<=\bla\s)|(?<=\bil\s)|(?<=\bal\s)|(?<=\bdi\s)|(?<=\bdel\s)|(?<=\bdella\s)|(?<=\bverso\s)|(?<=\bentro\s)|(?<=\bdopo\s))(?P<named>mezzogiorno|mezzanotte)\b(?:\se\s(?P<past>mezz[oa]|un\squarto))?{_ZONE}"),
    # dates
    Rule("date", rf"(?:\b{_WEEKDAY},?\s)?(?<![\d.,/]){_DAY}\s{_MONTH}(?:{_OF_YEAR}|{_RELATED})?"),
    Rule("date-of-year", rf"(?:\b{_WEEKDAY},?\s)?(?<![\d.,/]){_DAY}\s{_MONTH}\s(?:dell['’]anno\s(?P<relation>scorso|prossimo)|di\squest['’]anno)", unit="year"),
    Rule("date-words", rf"(?:\b{_WEEKDAY}\s)?\b(?P<day>{_ORDINAL_DAY})\s{_SMALL_MONTH}(?:{_OF_YEAR})?"),
    Rule("date-of-list", rf"(?<![\d.,]){_DAY}(?=(?:,\s[0-3]?\d){{0,3}}(?:\s(?:e|al|o|ed)\s(?:il\s|l['’])?|[-/–])[0-3]?\d\s(?P<month>{words(*MONTHS)})(?!\w))"),
    Rule("date-numeric", rf"(?:\b{_WEEKDAY},?\s)?(?<![\d.,/-])(?P<day>[0-3]?\d)(?P<dot>[./-])(?P<month>[01]?\d)(?P=dot)(?P<year>\d{{4}}|(?<=/)\d{{2}})(?![\d/-]|[.,]\d)"),
    Rule("date-short", rf"(?:\b{_WEEKDAY}\s|(?<=\bil\s)|(?<=\bdel\s)|(?<=\bal\s)|(?<=\bdal\s))(?P<day>[0-3]?\d)/(?P<month>[01]?\d)(?![\d/]|[.,]\d)"),
    Rule("month", rf"(?<!\d\s)(?<!\d°\s)\b(?:{_PORTION})?{_MONTH}{_OF_YEAR}"),
    Rule("month-of-year", rf"(?<!\d\s)\b{_MONTH}\sdell['’]anno\s(?P<relation>scorso|prossimo)\b", unit="year"),
    Rule("month-portion", rf"\b{_PORTION}(?:mese\sdi\s)?{_MONTH}(?:{_RELATED})?(?!\s\d)"),
    Rule("month-bare", rf"(?:(?<=\ba\s)|(?<=\bin\s)|(?<=\bda\s)|(?<=\bdi\s)|(?<=\bentro\s)|(?<=\bfino\sa\s)){_SMALL_MONTH}(?:{_RELATED})?(?!\s\d)"),
    Rule("month-related", rf"\b{_RELATION}(?:mese\sdi\s)?{_SMALL_MONTH}"),
    Rule("month-behind", rf"(?<!\d\s)(?<!°\s)\b{_SMALL_MONTH}{_RELATED}"),
    Rule("year", r"(?:(?<=\bnel\s)|(?<=\bdal\s)|(?<=\bfino\sal\s)|(?<=\bentro\sil\s)|\banno\s|\b(?P<portion>inizio|metà|fine)\s(?:del\s)?)(?P<year>1\d{3}|20[0-4]\d)(?![\d\w]|[.,]\d|\s(?:persone|euro|dollari|km|voti)\b)"),
    Rule("decade", rf"\b(?:{_PORTION}(?:gli\s)?)?anni\s['’]?(?P<decade>{words(*DECADES)}|(?:1\d|20)?\d0)\b"),
    Rule("century", rf"\b(?:{_PORTION})?(?P<century>{words(*_ROMAN)})\ssecolo\b"),
    Rule("season", rf"\b(?P<season>{words(*SEASONS)})(?:\s(?:del\s)?{_YEAR}|{_RELATED})"),
    Rule("season-bare", rf"(?:(?<=\bin\s)|(?<=\bd['’])|\b{_RELATION})(?P<season>{words(*SEASONS)})\b"),
    Rule("quarter", rf"\b(?P<quarter>primo|secondo|terzo|quarto)\strimestre\b(?:{_OF_YEAR})?"),
    Rule("holiday", rf"\b(?P<holiday>{words(*HOLIDAYS)})\b(?:\s(?:del\s)?{_YEAR})?"),
    Rule("weekday", rf"(?<!\bogni\s)(?:\b{_RELATION})?\b{_WEEKDAY}{_IN_PART}(?!\s(?:santo|grasso)\b)"),
    Rule("weekday-related", rf"\b{_WEEKDAY}{_RELATED}{_IN_PART}"),
    Rule("part-of-weekday", rf"\b{_PART}\sdi\s{_WEEKDAY}"),
    Rule("date-eve", rf"\b(?P<part>notte)\s(?:tra|fra)\s(?:il\s|l['’])[0-3]?\d\se\s(?:il\s|l['’]){_DAY}\s{_MONTH}(?:{_OF_YEAR})?", eve=True),
    Rule("weekday-eve", rf"\b(?P<part>notte)\s(?:tra|fra)\s(?:{words(*WEEKDAYS)})\se\s{_WEEKDAY}", eve=True),
    # pointing from today
    Rule("day", rf"\b(?P<days>{words(*DAYS)})\b{_IN_PART}(?!\s(?:di|del|della|delle|dei)\b(?!\s(?:mattina|sera|notte))|\sdell['’])"),
    Rule("part-after", r"\b(?:il|la)\s(?P<part>mattina|mattino|pomeriggio|sera|notte)\s(?:dopo|seguente|successiv[oa])\b", days=1),
    Rule("part-before", r"\b(?:il|la)\s(?P<part>mattina|mattino|pomeriggio|sera|notte)\s(?:prima|precedente)\b", days=-1),
    Rule("part-this", r"\bquest[oa]\s(?P<part>mattina|mattino|pomeriggio|sera)\b", days=0),
    Rule("tonight", r"\bstasera\b", days=0, part="evening"),
    Rule("this-morning", r"\b(?:stamattina|stamane|stamani)\b", days=0, part="morning"),
    Rule("part-evening", r"\bdi\s(?P<part>sera)\b"),
    Rule("night-future", r"\b(?:sta|questa\s)(?P<part>notte)\b(?=[^.!?\n]{0,120}\b\w{2,20}r(?:à|anno)\b)", days=0),
    Rule("night-expected", r"(?:(?<=rà\s)|(?<=ranno\s)|(?<=\battes[oa]\s)|(?<=\bprevist[oa]\s))(?:sta|questa\s)(?P<part>notte)\b", days=0),
    Rule("last-night", r"\b(?:la|nella)\s(?:scorsa\snotte|notte\s(?:scorsa|passata))\b", days=0, part="night", eve=True),
    Rule("night-past", r"\b(?:sta|questa\s)(?P<part>notte)\b", days=0, eve=True),
    Rule("part", r"(?P<still>(?<=\bpiù\stardi\s))?\b(?:in|nel|nella|di)\s(?:corso\sdel(?:la)?\s)?(?:tarda\s|prima\s|tardo\s|primo\s)?(?P<part>mattina|mattinata|pomeriggio|serata|notte|nottata)\b(?!\s(?:tra|fra|di|del(?:la|lo)?)\s(?!\d)|\sdell['’])"),
    Rule("dawn", r"\ball['’](?P<part>alba)\b"),
    Rule("period", rf"\b(?:{_PORTION})?{_RELATION}(?P<period>settimana|fine\ssettimana|weekend|mese|trimestre|anno|decennio|secolo)\b"),
    Rule("period-related", rf"\b(?P<period>settimana|fine\ssettimana|weekend|mese|trimestre|anno|decennio|secolo){_RELATED}"),
    Rule("period-portion", rf"\b{_PORTION}(?P<period>settimana|mese|anno|decennio|secolo)\b(?!\s(?:\d|scors|prossim))(?<!fine\ssettimana)", relation="this"),
    Rule("weekend", r"(?:(?<=\bil\s)|(?<=\bnel\s))(?:fine\ssettimana|weekend)\b", unit="weekend", relation="this"),
    # plans that move
    Rule("shift", rf"\b{_NUMBER}\s?{_UNIT}\s(?P<shift>più\stardi|dopo|prima)\s(?:del|di\squanto)\s(?:previsto|programmato|annunciato)"),
    Rule("delay", rf"(?<=\bcon\s){_NUMBER}\s?{_UNIT}\s(?P<shift>di\sritardo|di\santicipo)\b"),
    Rule("moved", rf"\b(?:anticipat|rinviat|posticipat|spostat|slittat)[oaei]\sdi\s{_NUMBER}\s?{_UNIT}", moves=True),
    # lengths
    Rule("ago", rf"\b{_NUMBER}\s?{_UNIT}\s(?:fa|or\ssono|addietro)\b", ago=True),
    Rule("ahead", rf"\b[tf]ra\s(?:circa\s)?{_NUMBER}\s?{_UNIT}(?!\s(?:e|di)\b)", ahead=True),
    Rule("length", rf"(?<![\d.,])\b{_NUMBER}\s{_UNIT}|\b(?:un['’])(?P<unit2>ora)\b"),
    Rule("length-half", r"\bmezz['’]ora\b", amounts=(Amount(0.5, "hour"),)),
    Rule("length-related", rf"\b(?:gli\sultimi|i\sprossimi|le\sultime|le\sprossime|negli\sultimi|nelle\sultime|nei\sprossimi|nelle\sprossime)\s(?:{_NUMBER}\s)?{_UNIT}"),
    # repetition
    Rule("each", rf"\b(?:ogni|al(?=\s(?:giorno|mese))|tutti\si|tutte\sle)\s(?:{_NUMBER}\s)?{_UNIT}", each=True),
    Rule("each-weekday", rf"\b(?:ogni|tutti\si|tutte\sle)\s{_WEEKDAY}", each=True),
    # counted from an occasion
    Rule("occasion-distance", rf"\b{_NUMBER}\s{_UNIT}\s(?P<side>prima|dopo)\s(?:del\s|della\s|dell['’]|il\s|la\s|l['’])(?P<anchor>[^\W\d]\w+)"),
    Rule("occasion-eve", r"\b(?:al)?la\svigilia\s(?:del\s|della\s|dello\s|dei\s|delle\s|dell['’])(?P<anchor>\w{4,})|\bil\sgiorno\sprima\s(?:del\s|della\s|dello\s|dell['’])(?P<anchor2>\w{4,})", distance=Amount(-1, "day")),
    Rule("occasion-next", r"\ball['’]indomani\s(?:del\s|della\s|dello\s|dei\s|delle\s|dell['’])(?P<anchor>\w{4,})", distance=Amount(1, "day")),
    Rule("occasion-day", r"\b(?P<nth>primo|secondo|terzo|quarto|quinto)\sgiorno\s(?:del\s|della\s|dell['’]|dei\s)(?P<anchor>\w+)"),
    # without saying when
    Rule("past", r"\b(?:recentemente|un\stempo|all['’]epoca|di\srecente)\b", vague="past"),
    Rule("present", r"\b(?:adesso|attualmente|al\smomento|in\squesto\smomento)\b", vague="this"),
    Rule("future", r"\b(?:presto|prossimamente|a\sbreve|in\sfuturo)\b", vague="future"),
    *ENGLISH_DATE_RULES,
    # looks like a time, and is none
    *deep.rules("it", MONTHS, ORDINALS), *SILENT_NUMBERS,
    Rule("silent-thing", r"\b(?:articol[oi]|art\.|pagin[ae]|pag\.|capitolo|comma|paragrafo|versione|numero|n\.|volo|treno|autobus|linea|porta|sala|stanza|risoluzione)\s\d[\d.:]*", silent=True),
    Rule("silent-score", r"\b(?:punteggio|risultato|vittoria|sconfitta|pareggio|vin\w+|vitt\w+|batt\w+|super\w+|perd\w+|perso|set)(?:\s(?!alle\b|oggi\b|ieri\b)[^\W\d_]+){0,4}:?\s\d{1,3}[:]\d{1,3}(?!\d)", silent=True),
)  # fmt: skip

_PARTICIPLE = r"\w{2,}(?:at|it|ut|st|tt|rt|nt|rs|es|is|us|ss|lt)[oaei]"

_DEGREE = r"(?:(?P<more>più\sdi|oltre|almeno)\s|(?P<less>meno\sdi|neanche)\s|(?P<about>circa|quasi|appena)\s)?"
_SIDE = r"(?P<side>più\stardi|dopo|prima)\b(?!\s(?:di|del|della|dello|delle|dei|degli|che)\b|\sdell['’])"
_NO_OCCASION = words(
    *"il la le lo gli un una giorno settimana mese anno sera mattina notte mezzogiorno mezzanotte volta fatto città paese uomo donna ora".split()
)

CHAINS: tuple[Rule, ...] = (
    Rule("chain-length", rf"\b{_DEGREE}{_NUMBER}\s?{_UNIT}\s{_SIDE}"),
    Rule("chain-length-half", rf"\b{_DEGREE}mezz['’]ora\s{_SIDE}", amounts=(Amount(30, "minute"),)),
    Rule("chain-length-and-half", rf"\b{_DEGREE}un['’]ora\se\smezz[oa]\s{_SIDE}", amounts=(Amount(90, "minute"),)),
    Rule("chain-quarter", rf"\bun\squarto\sd['’]ora\s{_SIDE}", amounts=(Amount(15, "minute"),)),
    Rule("chain-three-quarters", rf"\btre\squarti\sd['’]ora\s{_SIDE}", amounts=(Amount(45, "minute"),)),
    Rule("chain-some", rf"\b(?P<unit>minuti|ore|giorni|settimane|mesi|anni)\s{_SIDE}"),
    Rule("chain-after", rf"\bdopo\s{_DEGREE}{_NUMBER}\s?(?P<unit>second[oi]|minut[oi]|or[ae]|giorn[oi])\b(?=\s?[,.;])", side="after"),
    Rule("chain-near", r"\b(?:poco|subito|immediatamente|appena)\s(?P<side>dopo|prima|più\stardi)\b(?!\s(?:di|del|della|delle|dello|dei|degli|il|la|le|lo|i|gli|le|mezzogiorno|mezzanotte)\b|\s(?:dell|l)['’])", near=True),
    Rule("chain-then", r"\b(?:in\sseguito(?!\sa)|successivamente|dopodiché|dopo\sdi\sche|quindi(?=,))\b", side="after"),
    Rule("chain-first", r"\b(?:in\sprecedenza|precedentemente|prima\sdi\sciò)\b", side="before"),
    Rule("chain-occasion", rf"\b(?:(?P<near>poco|subito|immediatamente)\s)?(?P<side>dopo|prima|al\stermine)\s(?:(?:il|la|lo|i|le|gli|del|della|dello|dei|delle|la\ssua|il\ssuo)\s|(?:dell|l)['’])(?P<anchor>(?!{_NO_OCCASION}\b)[^\W\d]\w{{3,}})"),
)  # fmt: skip

ITALIAN = Language(
    code="it",
    words=WORDS,
    rules=RULES,
    bridge=re.compile(
        r"\s{0,3},?\s{0,3}(?:(?:poco\s(?:prima|dopo)\s)?(?:alle\sore|alle|dalle|verso\sle|intorno\salle|entro\sle|prima\sdelle|dopo\sle|ore|a|di|del|della|in|nella|nel|questo|il)\s|all['’])?",
        re.IGNORECASE,
    ),
    twin=re.compile(
        r"\s{0,3}[(\[]\s{0,3}ora\slocale\s{0,3}[,/;]\s{0,3}(?:le\s)?|\s{0,3}(?:ora\slocale\s{0,3})?(?:/|=|[(\[]|,?\s{0,3}(?:cioè|ovvero|vale\sa\sdire)\s)\s{0,3}(?:alle\s|le\s|ore\s)?",
        re.IGNORECASE,
    ),
    until=re.compile(r"\b(?:fino\s(?:al(?:la|le)?|a)|entro(?:\s(?:il|la|le))?)\s$", re.IGNORECASE),
    range=re.compile(r"\s?(?:fino\s)?(?:alle|al|a|–|-|e)\s?(?:ore\s|le\s|il\s)?", re.IGNORECASE),
    between=re.compile(r"\b[tf]ra\s(?:le\s|il\s)?$", re.IGNORECASE),
    joint=re.compile(r"\be\b", re.IGNORECASE),
    origin=re.compile(r"\b(?:da|dal|dalle|tra|fra)\s(?:le\s|il\s)?$", re.IGNORECASE),
    counted=re.compile(r"\s(?P<side>prima|dopo)\s(?:di\s|del\s|della\s|il\s|la\s|l['’])?", re.IGNORECASE),
    placed=re.compile(r"\s(?:a|ad|in)\s|,?\sora\sdi\s"),
    future=re.compile(
        r"\b(?:\w{2,}r(?:à|anno)|dovrebbe(?:ro)?|dovrà|previst[oaei]|prevede\w*|in\sprogramma|programmat[oaei]|attes[oaei]|sta\sper|in\scalendario|intende\w*|vuole|vogliono|si\sappresta\w*)\b",
        re.IGNORECASE,
    ),
    past=re.compile(
        rf"\b(?:(?:è|ha|hanno|aveva|avevano|era|erano|sono|fu|furono|ho|abbiamo)\s(?:\w{{1,12}}\s){{0,2}}{_PARTICIPLE}|(?:l['’]|c['’])(?:ha|hanno|aveva|era|è)\s(?:\w{{1,12}}\s)?{_PARTICIPLE}"
        r"|era|erano|aveva|avevano|fu|furono|disse|fece|venne|ebbe|prese|mise|scrisse|rimase|stava|stavano|doveva|poteva|voleva|veniva|diceva|(?!però|ciò|può)\w{3,}ò|(?!\w{1,6}dì\b|così\b)\w{2,}ì|chiese|decise|rispose|vide|nacque|perse|vinse|raggiunse|uccise|scelse|\w{3,}(?:arono|irono|erono))\b",
        re.IGNORECASE,
    ),
    cancelled=re.compile(
        r"\b(?:annullat[oaei]|cancellat[oaei]|soppress[oaei]|saltat[oaei]|non\s(?:si\sè\stenut[oa]|si\sterrà|ha\savuto\sluogo|avrà\sluogo))\b",
        re.IGNORECASE,
    ),
    moved=re.compile(
        r"\b(?:(?P<earlier>anticipat[oaei])|(?P<later>rinviat[oaei]|posticipat[oaei]|slittat[oaei]|slitta)|(?P<either>spostat[oaei]))\b",
        re.IGNORECASE,
    ),
    planned=re.compile(
        r"\b(?:previst[oaei]|programmat[oaei]|annunciat[oaei]|annullat[oaei]|cancellat[oaei]|in\sprogramma)\b", re.IGNORECASE
    ),
    occasions=frozenset(
        "vertice incontro riunione conferenza elezione elezioni voto torneo finale processo visita festival fiera congresso negoziati partita".split()
    ),
    opening=re.compile(
        r"\b(?:apertura|inizio|inaugurazione|si\sapre|si\sè\sapert[oa]|comincia|è\scominciat[oa]|inizia|è\siniziat[oa]|al\svia)\b",
        re.IGNORECASE,
    ),
    lead=re.compile(
        r"(?:(?:\b(?:ancora|già|solo|a|al|alle|le|il|la|ore|in|nel|nella|di|da|dal|dalle|fino|verso|entro|poco|prima|dopo|questo)\s+|\b(?:all|l|dell)['’]))+$",
        re.IGNORECASE,
    ),
    common=frozenset(
        (
            "il lo la i gli le un uno una di a da in con su per tra fra e è che non si del dello della dei degli delle al allo alla ai alle dal dalla nel"
            " nella sul sulla ha hanno sono ma come più anche se ci suo sua loro dopo prima ore ora era ancora già stato stata questo questa dell all l c d erano dalle"
        ).split()
    ),
    onto=re.compile(
        r"\b(?:anticipat|rinviat|posticipat|spostat|slittat|slitta)\w?\b[^.!?;]{0,60}\b(?:a|al|alle|fino\sal?)\s(?:ore\s)?$|\binvece\sche\b[^.!?]{0,40}\balle\s$",
        re.IGNORECASE,
    ),
    out_of=re.compile(
        r"\b(?:da|dal|dalle|invece\sche(?:\salle|\sdi)?|(?:previst|programmat)[oaei]\s(?:per\s)?(?:alle|le|il)?)\s(?:le\s|il\s|ore\s)?$",
        re.IGNORECASE,
    ),
    by=re.compile(r"\bdi\s(?:circa\s)?$", re.IGNORECASE),
    instead=re.compile(r"\binvece\sche\b|\banziché\b", re.IGNORECASE),
    denied=re.compile(r"\b(?:non|mai)\s(?:(?:è|sono|sarà|saranno|ha|hanno|viene)\s)?(?:stat[oaei]\s)?$", re.IGNORECASE),
    outdated=re.compile(
        r"\b(?:(?:era|erano|era\sstat[oa]|erano\sstat[ie])\s(?:inizialmente\s)?(?:previst[oaie]|programmat[oaie]|fissat[oaie]|annunciat[oaie])|inizialmente|originariamente|sarebbe(?:ro)?\sdovut[oaie])\b",
        re.IGNORECASE,
    ),
    auxiliary=re.compile(r"\b(?:è|sono|sarà|saranno|viene|vengono|slitta|slittano|ha|hanno)\b", re.IGNORECASE),
    parts=re.compile(r"[,;]|\s(?:e|ma)\s", re.IGNORECASE),
    at_once=re.compile(r"\s(?:alle)?\s?", re.IGNORECASE),
    second=re.compile(r",\spoi\s(?:alle|il)\s$", re.IGNORECASE),
    lasted=re.compile(r"\b(?:aveva(?:no)?|era(?:no)?|durò|durarono|è\sdurat[oa])\b", re.IGNORECASE),
    today=re.compile(r"\b(?:oggi è|oggi,?)\s(?:il )?$", re.IGNORECASE),
    ahead=re.compile(r"\b(?:per|fino\sa|entro)\s(?:il )?$", re.IGNORECASE),
    chains=CHAINS,
    chained=re.compile(
        r"(?:\b(?:il\sgiorno\s(?:dopo|successivo|seguente|prima|precedente|innanzi)|la\svigilia|lo\sstesso\sgiorno"
        r"|(?:il|la)\s(?:mattina|mattino|pomeriggio|sera|notte)\s(?:dopo|seguente|successiv[oa]|prima|precedente))|\bl['’]indomani)\b",
        re.IGNORECASE,
    ),
    desk_zone="Europe/Rome",
    nowadays=frozenset({"oggi"}),
    hours={"morning": (6, 12)},
)
