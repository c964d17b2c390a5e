"""Spanish: how newspapers and news desks of Spain and Latin America write clocks and dates."""

from __future__ import annotations

import re

from timeline.date import deep
from timeline.date.english import ENGLISH_DATE_RULES
from timeline.date.english_words import MONTHS as ENGLISH_MONTHS
from timeline.date.english_words import WEEKDAYS as ENGLISH_WEEKDAYS
from timeline.date.grammar import Language, Rule, Words, words, zone_pattern
from timeline.date.partial import Amount, Holiday, Part, Portion, Relation, Season, Unit
from timeline.date.silent import NUMBERS as SILENT_NUMBERS

_ONES = ("uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince")
_TEENS = ("dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro", "veinticinco",
          "veintiséis", "veintisiete", "veintiocho", "veintinueve", "treinta", "treinta y uno")  # fmt: skip
_CARDINALS: dict[str, int] = {word: number for number, word in enumerate((*_ONES, *_TEENS), start=1)}
_TENS = {"treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90}
NUMBERS: dict[str, float | None] = {
    "un": 1, "una": 1, "veintiún": 21, "veintiuna": 21, "cien": 100, "ciento": 100, "mil": 1000, "media": 30, "cuarto": 15, "medio": 0.5,
    "una decena de": 10, "una docena de": 12, "una veintena de": 20, "un par de": 2, "algunos": None, "algunas": None, "unos": None,
    "unas": None, "varios": None, "varias": None, "pocos": None, "pocas": None, "muchos": None, "muchas": None,
    **_CARDINALS,
    **_TENS,
    **{f"{tens} y {one}": ten + number for tens, ten in _TENS.items() for number, one in enumerate(_ONES[:9], start=1)},
    **{f"{tens} y {one}": ten + 1 for tens, ten in _TENS.items() for one in ("un", "una")},
}  # fmt: skip
ORDINALS: dict[str, int] = {
    "primero": 1, "primer": 1, "primera": 1, "segundo": 2, "segunda": 2, "tercero": 3, "tercer": 3, "tercera": 3, "cuarto": 4, "cuarta": 4,
    "quinto": 5, "sexto": 6, "séptimo": 7, "octavo": 8, "noveno": 9, "décimo": 10,
    "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21,
    **{word: number for word, number in _CARDINALS.items() if word != "cuarto"},
}  # fmt: skip
_ROMAN = ("xv", "xvi", "xvii", "xviii", "xix", "xx", "xxi")
_LENGTHS: dict[str, Unit] = {
    "segundo": "second", "minuto": "minute", "hora": "hour", "día": "day", "jornada": "day", "noche": "day", "semana": "week",
    "trimestre": "quarter", "año": "year", "década": "decade", "decenio": "decade", "siglo": "century",
}  # fmt: skip
UNITS: dict[str, Unit] = {
    **{name + end: unit for name, unit in _LENGTHS.items() for end in ("", "s")},
    "mes": "month", "meses": "month", "fin de semana": "weekend", "fines de semana": "weekend",
}  # fmt: skip
MONTHS: dict[str, int] = {
    "enero": 1, "ene.": 1, "febrero": 2, "feb.": 2, "marzo": 3, "abril": 4, "abr.": 4, "mayo": 5, "junio": 6, "jun.": 6, "julio": 7,
    "jul.": 7, "agosto": 8, "ago.": 8, "septiembre": 9, "setiembre": 9, "sept.": 9, "octubre": 10, "oct.": 10, "noviembre": 11,
    "nov.": 11, "diciembre": 12, "dic.": 12,
}  # fmt: skip
WEEKDAYS: dict[str, int] = {
    "lunes": 0, "martes": 1, "miércoles": 2, "miercoles": 2, "jueves": 3, "viernes": 4, "sábado": 5, "sabado": 5, "domingo": 6,
}  # fmt: skip
PARTS: dict[str, Part] = {
    "madrugada": "night", "mañana": "morning", "mediodía": "noon", "tarde": "afternoon", "noche": "evening",
}  # fmt: skip
DAYS: dict[str, int] = {
    "anteayer": -2, "antier": -2, "antes de ayer": -2, "ayer": -1, "el día anterior": -1, "la víspera": -1, "hoy": 0, "el mismo día": 0,
    "ese mismo día": 0, "mañana": 1, "el día previo": -1, "al día siguiente": 1, "el día siguiente": 1, "el día después": 1, "pasado mañana": 2,
}  # fmt: skip
SEASONS: dict[str, Season] = {"primavera": "spring", "verano": "summer", "otoño": "autumn", "invierno": "winter"}
HOLIDAYS: dict[str, Holiday] = {
    "nochebuena": "christmas-eve", "navidad": "christmas", "día de navidad": "christmas", "año nuevo": "new-year",
    "nochevieja": "new-years-eve", "domingo de resurrección": "easter", "domingo de pascua": "easter", "viernes santo": "good-friday",
    "pentecostés": "pentecost",
}  # fmt: skip
_BEFORE: dict[str, Relation] = {
    "este": "this", "esta": "this", "próximo": "future", "próxima": "future", "pasado": "past", "pasada": "past", "último": "past",
    "última": "past",
}  # fmt: skip
_BEHIND: dict[str, Relation] = {
    "próximo": "future", "próxima": "future", "que viene": "future", "que entra": "future", "siguiente": "future", "pasado": "past",
    "pasada": "past", "anterior": "past", "en curso": "this",
}  # fmt: skip
RELATIONS = _BEFORE | _BEHIND
PORTIONS: dict[str, Portion] = {
    "principios de": "start", "comienzos de": "start", "inicios de": "start", "mediados de": "mid", "finales de": "end", "fines de": "end",
}  # fmt: skip
DECADES: dict[str, int] = {
    "veinte": 192, "treinta": 193, "cuarenta": 194, "cincuenta": 195, "sesenta": 196, "setenta": 197, "ochenta": 198, "noventa": 199,
}  # fmt: skip
ZONES: dict[str, str] = {
    "hora local": "local", "horas locales": "local", "locales": "local", "hora de Madrid": "Europe/Madrid",
    "hora peninsular": "Europe/Madrid", "hora peninsular española": "Europe/Madrid", "hora española": "Europe/Madrid",
    "hora de España": "Europe/Madrid", "hora canaria": "Atlantic/Canary", "hora de Londres": "Europe/London",
    "hora de París": "Europe/Paris", "hora de Moscú": "Europe/Moscow", "hora de Washington": "America/New_York",
    "hora de Nueva York": "America/New_York", "hora del Este": "America/New_York", "hora de Ciudad de México": "America/Mexico_City",
    "hora del centro de México": "America/Mexico_City", "hora de Bogotá": "America/Bogota", "hora colombiana": "America/Bogota",
    "hora peruana": "America/Lima", "hora de Caracas": "America/Caracas", "hora venezolana": "America/Caracas",
    "hora de Buenos Aires": "America/Argentina/Buenos_Aires", "hora argentina": "America/Argentina/Buenos_Aires",
    "hora de Pekín": "Asia/Shanghai",
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
    clocks={"medianoche": (0, 0), "12 de la noche": (0, 0), "doce de la noche": (0, 0)},
    zones=ZONES,
    later=frozenset({"más tarde", "después", "de retraso"}),
    after=frozenset({"después", "tras", "después de", "luego"}),
)

_HOUR_WORDS = words(*(word for word, number in _CARDINALS.items() if 1 < number < 25))
_HOURS = rf"(?P<hour>[01]?\d|2[0-4]|una|{_HOUR_WORDS})\b"
_ARTICLE = r"(?:(?<=\blas\s)|(?<=\bla\s))"
_MINUTES = words("cinco", "diez", "veinte", "veinticinco", "treinta", "cuarenta", "cincuenta", "media", "cuarto")
_CLOCK_AHEAD = (  # what stands before a clock, and seldom before a count
    r"(?:(?<=\ba\slas\s)|(?<=\ba\sla\s)(?=una?\b|1\b)|(?<=\bdesde\slas\s)|(?<=\bhasta\slas\s)|(?<=\bhacia\slas\s)|(?<=\bsobre\slas\s)|(?<=\bpara\slas\s)"
    r"|(?<=\bantes\sde\slas\s)|(?<=\bdespués\sde\slas\s)|(?<=\bentre\slas\s)(?=\S+\sy\slas\s)|(?<=\bde\slas\s)(?=\S+\sa\slas\s)|(?<=\by\slas\s)(?=\d)|(?<=\(las\s)|(?<=[nrs]\slas\s)(?=\d\d?\shoras))"
)
_STOP = (  # what follows a bare hour, and not a count: `a las 15 en Roma`, not `a las 15 familias`
    r"(?=\s*(?:[.,;:!?)(»\"”–—/]|$)|\s(?:de\sla|del|de\s(?:hoy|ayer|mañana|este)|en|y|o|para|cuando|hora|con|por|al?|el|las?|los|hoy|ayer|mañana|se|que|según|sin|desde|hasta|tras|su|una?|ante|ha|han|fue|será|GMT|UTC|CES?T|[ap]\.?\s?m)\b)"
)
_OF_PART = r"(?:\sde(?:\sla|l)\s(?P<part>madrugada|mañana|tarde|noche|mediodía)\b)?"
_AMPM = r"(?P<ampm>[ap])\.?\s?m\b\.?"
_ABOUT = r"\b(?P<about>alrededor\sde|aproximadamente|cerca\sde)\s"
_NUMBER = rf"(?P<n>(?<![\d.,:])\d{{1,3}}(?:,\d)?|{words(*(n for n in NUMBERS if n not in ('media', 'cuarto')))})"
_UNIT = rf"(?P<unit>{words(*UNITS)})\b"
_WEEKDAY = rf"(?<!\bSanto\s)(?<!\bPlácido\s)\b(?P<weekday>{words(*WEEKDAYS)})\b"
_MONTH = rf"(?P<month>{words(*MONTHS)})(?!\w)"
_SMALL_MONTH = rf"(?-i:(?P<month>{words(*(month for month in MONTHS if month[-1] != '.'))}))\b"
_RELATED = rf"\s(?P<relation>{words(*_BEHIND)})\b"
_RELATION = rf"(?P<relation>{words(*_BEFORE)})\s"
_PART = rf"(?P<part>{words(*PARTS)})\b"
_IN_PART = rf"(?:,?\s(?:(?:por|en|de|a)\s(?:la\s)?|al\s)?{_PART})?"
_PORTION = rf"(?P<portion>{words(*PORTIONS)})\s"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_OF_YEAR = rf"\s?(?:del?\s(?:año\s)?|,\s|\s){_YEAR}"
_DAY = r"(?P<day>[0-3]?\d)(?:º|°|ro)?"
_ORDINAL_DAY = words(*(word for word in ORDINALS if word not in _ROMAN))
_ZONE = zone_pattern(ZONES)

RULES: tuple[Rule, ...] = (
    # clocks
    Rule("clock-midnight", r"(?<=\blas\s)(?P<named>(?:12|doce)\sde\sla\snoche)\b"),
    Rule("clock-small-hours", rf"{_ARTICLE}(?P<hour>[1-5]|una|dos|tres|cuatro|cinco)\sde\sla\snoche\b"),
    Rule("clock-midday", rf"{_ARTICLE}(?P<hour>[1-3]|una|dos|tres)(?:\sy\s(?P<past>media|cuarto))?\sdel\smediodía\b", part="afternoon"),
    Rule("clock", rf"{_CLOCK_AHEAD}(?:{_ABOUT})?{_HOURS}(?:\s(?:horas|h\b\.?))?{_OF_PART}{_ZONE}{_STOP}(?!\s?[.:]\d)"),
    Rule("clock-dot", rf"(?:(?<=\blas\s)|(?<=\bla\s)(?=1\D))(?P<hour>[01]?\d|2[0-4])\.(?P<minute>[0-5]\d)(?![.,]?\d|\s(?:%|euros|millones|personas)\b)(?:\s?(?:horas|h\b\.?))?{_OF_PART}{_ZONE}"),
    Rule("clock-hours", rf"(?<![\d.,:/$€£])(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d)\s?(?:horas|hrs?|h)\b{_ZONE}"),
    Rule("clock-bracket", rf"(?<=[(/])(?P<hour>[01]?\d|2[0-4])(?:\.(?P<minute>[0-5]\d))?(?:\shoras|\s?h)?(?=\sen\s(?-i:[A-ZÁÉÍÓÚ])|\s(?:GMT|UTC|CES?T|hora)){_ZONE}"),
    Rule("clock-h", rf"(?<![\d.,:/$€£])(?<!\ben\s)(?<!\bdurante\s)(?P<hour>[01]?\d|2[0-3])\s?h\s?(?P<minute>[0-5]\d)(?!\w){_ZONE}"),
    Rule("clock-near", rf"\b(?P<near>poco\s(?:antes|después))\sde\slas?\s{_HOURS}(?:[.:](?P<minute>[0-5]\d)|\shoras)?(?![.:]\d){_OF_PART}{_ZONE}"),
    Rule("clock-past", rf"{_ARTICLE}{_HOURS}\sy\s(?P<past>{_MINUTES})\b{_OF_PART}{_ZONE}"),
    Rule("clock-to", rf"{_ARTICLE}{_HOURS}\smenos\s(?P<to>{_MINUTES})\b{_OF_PART}{_ZONE}"),
    Rule("clock-of-day", rf"{_ARTICLE}{_HOURS}\sde\sla\s(?P<part>madrugada|mañana|tarde|noche)\b{_ZONE}"),
    Rule("clock-of-day-bare", r"(?:(?<=\bde\s)|(?<=\ba\s))(?P<hour>1[0-2]|[1-9])\sde\sla\s(?P<part>madrugada|mañana|tarde|noche)\b"),
    Rule("clock-range-in-part", rf"\bde\s{_HOURS}\sa\s(?P<hour_to>1[0-2]|[1-9]|una|{_HOUR_WORDS})\sde\sla\s(?P<part>madrugada|mañana|tarde|noche)\b"),
    Rule("clock-range-hours", r"\bde\s(?P<hour>[01]?\d|2[0-3])\sa\s(?P<hour_to>[01]?\d|2[0-4])\s?(?:horas|h)\b(?!\s(?:de|al|a\sla|diarias|semanales)\b)"),
    Rule("loose-clock", r"(?<=\blas\s)(?P<hour>[01]?\d|2[0-4])\b(?!\s?[.:,]\d|\s(?:y|menos)\s)"),
    Rule("clock-ampm", rf"(?<![\d.,:/$€£])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?{_AMPM}{_ZONE}"),
    Rule("clock-colon", rf"(?<![\d.,:/$€£])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:]|[.,]\d)(?!\s?[ap]\.?\s?m\b){_OF_PART}{_ZONE}"),
    Rule("clock-named", rf"(?:\b(?P<near>poco\s(?:antes|después))\sde\s(?:la\s)?|(?<=\ba\s)|(?<=\bla\s)|(?<=\bhasta\s))(?P<named>medianoche)\b{_ZONE}"),
    # dates
    Rule("date", rf"(?:{_WEEKDAY},?\s(?:día\s)?)?(?<![\d.,/]){_DAY}\s(?:de\s)?{_MONTH}(?:{_OF_YEAR}|{_RELATED})?"),
    Rule("date-of-year", rf"(?:{_WEEKDAY},?\s)?(?<![\d.,/]){_DAY}\sde\s{_MONTH}\s(?:del\saño\s(?P<relation>pasado|próximo|que\sviene)|del?\s(?:presente|este)\saño)", unit="year"),
    Rule("date-words", rf"(?:{_WEEKDAY},?\s)?\b(?P<day>{_ORDINAL_DAY})\sde\s{_SMALL_MONTH}(?:{_OF_YEAR})?"),
    Rule("date-of-list", rf"(?<![\d.,]){_DAY}(?=(?:,\s[0-3]?\d){{0,3}}(?:\s(?:y|al|a|o|u)\s(?:el\s)?|[-/–])[0-3]?\d\sde\s(?P<month>{words(*MONTHS)})(?!\w))"),
    Rule("date-eve", rf"\b(?:madrugada|noche)\sdel\s(?P<day>[0-3]?\d)(?:\sal\s[0-3]?\d\sde\s{_MONTH})(?:{_OF_YEAR})?", part="evening"),
    Rule("date-numeric", rf"(?:{_WEEKDAY},?\s)?(?<![\d.,/-])(?P<day>[0-3]?\d)(?P<dot>[./-])(?P<month>[01]?\d)(?P=dot)(?P<year>\d{{4}}|(?<=/)\d{{2}})(?![\d/-]|[.,]\d)"),
    Rule("date-short", rf"(?:{_WEEKDAY},?\s|(?<=\bel\s)|(?<=\bdel\s)|(?<=\bal\s))(?P<day>[0-3]?\d)/(?P<month>[01]?\d)(?![\d/]|[.,]\d)"),
    Rule("month", rf"(?<!\d\sde\s)(?<!\d\s)\b(?:{_PORTION})?{_MONTH}{_OF_YEAR}"),
    Rule("month-of-year", rf"(?<!\d\sde\s)\b{_MONTH}\sdel\saño\s(?P<relation>pasado|próximo|que\sviene)\b", unit="year"),
    Rule("month-portion", rf"\b{_PORTION}(?:este\s)?{_MONTH}(?:{_RELATED})?(?!\s(?:de\s)?\d)"),
    Rule("month-bare", rf"(?:(?<=\ben\s)|(?<=\bdesde\s)|(?<=\bhasta\s)|(?<=\bmes\sde\s)|(?<=\bpara\s)){_SMALL_MONTH}(?:{_RELATED})?(?!\s(?:de\s)?\d)"),
    Rule("month-related", rf"\b{_RELATION}(?:mes\sde\s)?{_SMALL_MONTH}"),
    Rule("year", r"(?:(?<=\ben\s)|(?<=\bdesde\s)|(?<=\bhasta\s)|(?<=\ben\sel\s)|(?<=\bdesde\sel\s)|\baño\s|\b(?P<portion>principios\sde|comienzos\sde|mediados\sde|finales\sde|fines\sde)\s)(?P<year>1\d{3}|20[0-4]\d)(?![\d\w]|[.,]\d|\s(?:personas|euros|dólares|pesos|km|votos)\b)"),
    Rule("decade", rf"\b(?:{_PORTION}(?:los\s|la\s)?)?(?:años|década\sde(?:\slos)?)\s(?P<decade>{words(*DECADES)}|(?:1\d|20)?\d0)\b"),
    Rule("century", rf"\b(?:{_PORTION}(?:el\s)?)?siglo\s(?P<century>{words(*_ROMAN)})\b"),
    Rule("season", rf"\b(?P<season>{words(*SEASONS)})(?:\sde(?:l|\seste)?\s(?:año\s)?{_YEAR}|{_RELATED})"),
    Rule("season-bare", rf"(?:(?<=\ben\s)|(?<=\ben\sel\s)|(?<=\ben\sla\s)|\b{_RELATION})(?P<season>{words(*SEASONS)})\b"),
    Rule("quarter", rf"\b(?P<quarter>primer|segundo|tercer|cuarto)\strimestre\b(?:\sdel?\s(?:año\s)?{_YEAR})?"),
    Rule("holiday", rf"\b(?P<holiday>{words(*HOLIDAYS)})\b(?:\sde\s{_YEAR})?"),
    Rule("weekday", rf"(?<!\blos\s)(?<!\bcada\s)(?:\b{_RELATION})?{_WEEKDAY}{_IN_PART}(?!\ssanto\b)"),
    Rule("weekday-related", rf"(?<!\blos\s){_WEEKDAY}{_RELATED}{_IN_PART}"),
    Rule("part-of-weekday", rf"\b{_PART}\sde(?:l|\seste|l\spasado|l\spróximo)\s{_WEEKDAY}"),
    Rule("weekday-eve", rf"\bnoche\sdel\s{_WEEKDAY}\sal\s(?:{words(*WEEKDAYS)})\b", part="evening"),
    Rule("part-of-day", rf"\b{_PART}\sdel?\s(?P<days>anteayer|ayer|hoy|mañana)\b"),
    # pointing from today
    Rule("day", rf"\b(?P<days>{words(*(day for day in DAYS if day != 'mañana'))})\b{_IN_PART}(?!\s(?:del?|a)\b(?!\s(?:la|las)\s))"),
    Rule("tomorrow", rf"(?<!\bla\s)(?<!\besta\s)(?<!\bcada\s)(?<!\buna\s)(?<!\bde\s)(?<!\bpasado\s)\b(?P<days>mañana)\b{_IN_PART}"),
    Rule("part-after", r"\b(?:a\s)?la\s(?P<part>mañana|tarde|noche)\ssiguiente\b", days=1),
    Rule("part-before", r"\bla\s(?P<part>mañana|tarde|noche)\santerior\b", days=-1),
    Rule("part-this", r"\besta\s(?P<part>madrugada|mañana|tarde|noche)\b", days=0),
    Rule("last-night", r"\banoche\b", days=-1, part="evening"),
    Rule("past-night", r"\bla\s(?:pasada\snoche|noche\spasada)\b", days=-1, part="evening"),
    Rule("night-before-last", r"\banteanoche\b", days=-2, part="evening"),
    Rule("part", r"(?P<still>(?<=\bmás\starde\s))?\b(?:(?:por|en|durante|a\súltima\shora\sde|a\sprimera\shora\sde)\sla\s|de\s(?=madrugada|noche)|al?\s(?=mediodía))(?P<part>madrugada|mañana|tarde|noche|mediodía)\b(?!\sdel?\s(?!\d))"),
    Rule("period", rf"\b(?:{_PORTION}(?:la\s)?)?{_RELATION}(?P<period>semana|fin\sde\ssemana|mes|trimestre|año|década|siglo)\b"),
    Rule("period-related", rf"\b(?P<period>semana|fin\sde\ssemana|mes|trimestre|año|década|siglo){_RELATED}"),
    Rule("period-portion", rf"\b{_PORTION}(?:la\s|el\s|este\s|esta\s)?(?P<period>semana|mes|año|década|siglo)\b(?!\s(?:\d|que|pasad|próxim))", relation="this"),
    Rule("weekend", r"(?<=\bel\s)fin\sde\ssemana\b", unit="weekend", relation="this"),
    # plans that move
    Rule("shift", rf"\b{_NUMBER}\s{_UNIT}\s(?P<shift>más\starde|después|antes)\sde\slo\s(?:previsto|programado|anunciado|planeado)"),
    Rule("delay", rf"(?<=\bcon\s){_NUMBER}\s{_UNIT}\s(?P<shift>de\sretraso|de\santelación|de\sadelanto)(?=\s(?:sobre|respecto)|\s?[.,;])"),
    Rule("moved", rf"\b(?:adelant|aplaz|retras|pospuest|posterg)\w{{1,5}}\s(?:en\s)?{_NUMBER}\s{_UNIT}", moves=True),
    # lengths
    Rule("ago", rf"(?<!\bdesde\s)\bhace\s(?:(?:unos|unas|casi|más\sde|menos\sde|cerca\sde|alrededor\sde|apenas)\s)?{_NUMBER}\s{_UNIT}", ago=True),
    Rule("ago-behind", rf"\b{_NUMBER}\s{_UNIT}\satrás\b", ago=True),
    Rule("ahead", rf"\bdentro\sde\s(?:unos\s|unas\s)?{_NUMBER}\s{_UNIT}", ahead=True),
    Rule("length", rf"(?<![\d.,])\b{_NUMBER}\s{_UNIT}"),
    Rule("length-half", r"\bmedia\shora\b", amounts=(Amount(0.5, "hour"),)),
    Rule("length-related", rf"\bl[oa]s\s(?:últim|próxim|pasad)[oa]s\s(?:{_NUMBER}\s)?{_UNIT}"),
    # repetition
    Rule("each", rf"\b(?:cada|por|todos\slos|todas\slas)\s(?:{_NUMBER}\s)?{_UNIT}", each=True),
    Rule("each-weekday", rf"\b(?:cada\s|(?:todos\s)?los\s){_WEEKDAY}s?(?!\s\d)", each=True),
    # counted from an occasion
    Rule("occasion-distance", rf"\b{_NUMBER}\s{_UNIT}\s(?P<side>antes|después)\sde(?:l\s|\sla\s|\slas\s|\ssu\s)(?P<anchor>[^\W\d]\w+)"),
    Rule("occasion-eve", r"\b(?:(?:en\s)?la\svíspera|el\sdía\santes)\sde(?:l\s|\sla\s|\slas\s|\slos\s|\ssu\s)(?P<anchor>\w{4,})", distance=Amount(-1, "day")),
    Rule("occasion-next", r"\b(?:al|el)\sdía\s(?:siguiente|después)\sde(?:l\s|\sla\s|\slas\s|\slos\s|\ssu\s)(?P<anchor>\w{4,})", distance=Amount(1, "day")),
    Rule("occasion-day", r"\b(?P<nth>primer|segundo|tercer|cuarto|quinto)\sdía\sde(?:l|\sla|\slas)\s(?P<anchor>\w+)"),
    # without saying when
    Rule("past", r"\b(?:recientemente|antiguamente|antaño|en\saquel\sentonces)\b", vague="past"),
    Rule("present", r"\b(?:ahora|actualmente|en\seste\smomento|hoy\sen\sdía)\b", vague="this"),
    Rule("future", r"\b(?:pronto|próximamente|en\sbreve|en\sel\sfuturo)\b", vague="future"),
    *ENGLISH_DATE_RULES,
    # looks like a time, and is none
    *deep.rules("es", MONTHS, ORDINALS), *SILENT_NUMBERS,
    Rule("silent-thing", r"\b(?:artículos?|art\.|páginas?|capítulo|apartado|párrafo|versión|número|n\.º|vuelo|tren|autobús|línea|puerta|sala|habitación|resolución)\s\d[\d.:]*", silent=True),
    Rule("silent-score", r"\b(?:marcador|resultado|victoria|derrota|empate|gan\w+|venc\w+|derrot\w+|perd\w+|se\simpus\w+|set|sets)(?:\s(?!a\slas?\b|hoy\b|ayer\b)[^\W\d_]+){0,4}:?\s\d{1,3}:\d{1,3}(?!\d)", silent=True),
)  # fmt: skip

_DEGREE = r"(?:(?P<more>más\sde|al\smenos)\s|(?P<less>menos\sde)\s|(?P<about>unos|unas|casi|cerca\sde|alrededor\sde|apenas)\s)?"
_SIDE = r"(?P<side>más\starde|después|luego|antes)\b(?!\s(?:del?|que|en|al?)\b)"
_NO_OCCASION = words(
    *"el la los las un una día semana mes año tarde mañana noche mediodía medianoche vez hecho ciudad país hombre mujer siguiente hora".split()
)

CHAINS: tuple[Rule, ...] = (
    Rule("chain-length", rf"\b{_DEGREE}{_NUMBER}\s{_UNIT}\s{_SIDE}"),
    Rule("chain-length-half", rf"\b{_DEGREE}media\shora\s{_SIDE}", amounts=(Amount(30, "minute"),)),
    Rule("chain-length-and-half", rf"\b{_DEGREE}(?:una\s)?hora\sy\smedia\s{_SIDE}", amounts=(Amount(90, "minute"),)),
    Rule("chain-quarter", rf"\bun\scuarto\sde\shora\s{_SIDE}", amounts=(Amount(15, "minute"),)),
    Rule("chain-three-quarters", rf"\btres\scuartos\sde\shora\s{_SIDE}", amounts=(Amount(45, "minute"),)),
    Rule("chain-some", r"\b(?P<unit>minutos|horas|días|semanas|meses|años)\s(?P<side>más\starde|después|luego|antes)\b(?!\s(?:del?|que)\b)"),
    Rule("chain-after", rf"\b(?:tras|después\sde|al\scabo\sde|pasad[oa]s)\s{_DEGREE}{_NUMBER}\s(?P<unit>segundos?|minutos?|horas?|días?)\b(?=\s?[,.;])", side="after"),
    Rule("chain-near", r"\b(?:poco|justo|inmediatamente|momentos|instantes)\s(?P<side>después|antes|más\starde)\b(?!\s(?:del?|que)\b)", near=True),
    Rule("chain-then", r"\b(?:después(?!\s(?:del?|que)\b)|a\scontinuación|posteriormente|acto\sseguido|tras\s(?:ello|esto|eso)|luego(?=,|\s(?:se|la|el|los|las|le|viaj|habl|volv|march|sal|lleg)))\b", side="after"),
    Rule("chain-first", r"\b(?:previamente|anteriormente|con\santerioridad|antes\sde\s(?:ello|eso|esto))\b", side="before"),
    Rule("chain-occasion", rf"\b(?:(?P<near>poco|justo|inmediatamente)\s)?(?P<side>tras|después\sde|antes\sde)(?:l\s|\s(?:el|la|los|las|su|sus)\s)(?P<anchor>(?!{_NO_OCCASION}\b)[^\W\d]\w{{3,}})"),
)  # fmt: skip

SPANISH = Language(
    code="es",
    words=WORDS,
    rules=RULES,
    bridge=re.compile(
        r"\s{0,3},?\s{0,3}(?:(?:poco\s(?:antes|después)\sde|a\spartir\sde|a|hacia|sobre|desde|de|hasta|en|por|este)\s)?(?:(?:las|la|el|l)\s)?|\s(?:al|del)\s",
        re.IGNORECASE,
    ),
    twin=re.compile(
        r"\s{0,3}[(\[]\s{0,3}hora\slocal\s{0,3}[,/;]\s{0,3}(?:las\s)?|\s{0,3}(?:hora\slocal\s{0,3})?(?:/|=|[(\[]|,?\s{0,3}(?:es\sdecir,|o\ssea,|equivalente\sa)\s)\s{0,3}(?:a\s)?(?:las\s)?",
        re.IGNORECASE,
    ),
    until=re.compile(r"\bhasta\s(?:el\s|la\s|las\s|los\s|este\s)?$", re.IGNORECASE),
    range=re.compile(r"\s?(?:hasta|al|a|–|-|y)\s?(?:las\s|la\s|el\s)?", re.IGNORECASE),
    between=re.compile(r"\bentre\s(?:las\s|la\s|el\s)?$", re.IGNORECASE),
    joint=re.compile(r"\by\b", re.IGNORECASE),
    origin=re.compile(r"\b(?:de|del|desde|entre)\s(?:las\s|la\s|el\s)?$", re.IGNORECASE),
    counted=re.compile(r"\s(?P<side>antes|después)\sde(?:l|\sla)?\s", re.IGNORECASE),
    placed=re.compile(r"\s(?:en|a)\s|,?\shora\sde\s"),
    future=re.compile(
        r"\b(?:\w{2,}r(?:á|án)|(?:va|van)\sa\s\w+r(?:se)?|debe(?:n|ría|rían)?|previst[oa]s?|prevé\w*|programad[oa]s?|se\sespera|planea\w*|tiene\sprevisto|quiere(?:n)?|pretende(?:n)?)\b",
        re.IGNORECASE,
    ),
    past=re.compile(
        r"\b(?:\w{2,}(?:ó|aron|ieron|jeron)|(?:ha|han|había|habían|he|hemos)\s(?:\w{1,12}\s)?\w+(?:ado|ido|to|cho|so|ído)|fue|\w{0,9}(?:dijo|hizo|tuvo|vino|puso|trajo|dujo)|fueron|pudo|quiso|supo|hubo|dio|vio"
        r"|era|eran|estaba|estaban|había|habían|tenía|tenían|debía|podía|iba|iban|\w{3,}aban)\b",
        re.IGNORECASE,
    ),
    cancelled=re.compile(
        r"\b(?:cancelad[oa]s?|canceló|suspendid[oa]s?|suspendió|anulad[oa]s?|anuló|no\sse\scelebr(?:ó|ará)|no\s(?:tuvo|tendrá|ha\stenido)\slugar)\b",
        re.IGNORECASE,
    ),
    moved=re.compile(
        r"\b(?:(?P<earlier>adelant\w{1,5})|(?P<later>aplaz\w{1,5}|retras\w{1,5}|pospuest\w{1,2}|posterg\w{1,5}|demor\w{1,5})|(?P<either>trasladad[oa]s?|reprogramad[oa]s?))\b",
        re.IGNORECASE,
    ),
    planned=re.compile(r"\b(?:previst[oa]s?|programad[oa]s?|anunciad[oa]s?|cancelad[oa]s?|suspendid[oa]s?|anulad[oa]s?)\b", re.IGNORECASE),
    occasions=frozenset(
        "cumbre encuentro reunión conferencia elección elecciones votación torneo final juicio visita festival feria congreso negociaciones partido".split()
    ),
    opening=re.compile(
        r"\b(?:apertura|inauguración|inicio|comienzo|comienza|comenzó|empieza|empezó|arranca|arrancó|inaugura|inauguró|se\sabre|se\sabrió)\b",
        re.IGNORECASE,
    ),
    lead=re.compile(
        r"(?:\b(?:todavía|aún|ya|solo|a|al|las|la|el|los|en|de|del|desde|hasta|hacia|sobre|por|este|poco\s(?:antes|después))\s+)+$",
        re.IGNORECASE,
    ),
    common=frozenset(
        (
            "el la los las un una unos unas de del al a en y e o que no se por con para su sus es son fue ha han lo les como más pero sin sobre este"
            " esta estos entre cuando también muy ya hasta desde hay está están ser tras según horas hora donde otro todos contra durante antes después"
        ).split()
    ),
    onto=re.compile(
        r"\b(?:adelant|aplaz|retras|pospuest|posterg|demor|traslad|reprogramad)\w*\b[^.!?;]{0,60}\b(?:a|al|para|hasta)\s(?:las\s|la\s|el\s)?$"
        r"|\ben\s(?:lugar|vez)\sde[^.!?]{0,40}\ba\slas\s$",
        re.IGNORECASE,
    ),
    out_of=re.compile(
        r"\b(?:de|del|desde|(?:lugar|vez)\sde(?:l)?(?:\sa)?|previst[oa]s?\s(?:para|a)|programad[oa]s?\s(?:para|a))\s?(?:las\s|la\s|el\s)?$",
        re.IGNORECASE,
    ),
    by=re.compile(r"\b(?:adelant|aplaz|retras|pospuest|posterg|demor)\w*\s(?:en\s|unos\s|unas\s)?$|\ben\s$", re.IGNORECASE),
    instead=re.compile(r"\ben\s(?:lugar|vez)\sde\b", re.IGNORECASE),
    denied=re.compile(r"\b(?:no|nunca|tampoco)\s(?:se\s)?(?:(?:fue|ha|han|será|está|queda|haya)\s)?(?:sido\s)?$", re.IGNORECASE),
    outdated=re.compile(
        r"\b(?:(?:estaba|estaban|había\ssido|habían\ssido)\s(?:inicialmente\s)?(?:previst[oa]s?|programad[oa]s?|fijad[oa]s?|anunciad[oa]s?)|inicialmente|originalmente|debería[n]?\shaber)\b",
        re.IGNORECASE,
    ),
    auxiliary=re.compile(r"\b(?:fue|fueron|ha|han|será|serán|se|queda|quedan)\b", re.IGNORECASE),
    parts=re.compile(r"[,;]|\s(?:y|e|pero)\s", re.IGNORECASE),
    at_once=re.compile(r"\s(?:a\slas|a\sla)?\s?", re.IGNORECASE),
    second=re.compile(r",\s(?:luego|después)\s(?:a\slas|el)\s$", re.IGNORECASE),
    since=re.compile(r"\bdesde\s?(?:las |el )?$", re.IGNORECASE),
    lasted=re.compile(r"\b(?:estaba[n]?|había[n]?|era[n]?|duró|duraron)\b", re.IGNORECASE),
    today=re.compile(r"\b(?:hoy es|hoy,?|estamos a)\s(?:el )?$", re.IGNORECASE),
    ahead=re.compile(r"\b(?:para|hasta)\s(?:el )?$", re.IGNORECASE),
    chains=CHAINS,
    chained=re.compile(
        r"\b(?:(?:al|el)\sdía\s(?:siguiente|después)|el\sdía\s(?:anterior|previo)|la\svíspera|(?:el|ese)\smismo\sdía"
        r"|la\s(?:mañana|tarde|noche)\s(?:siguiente|anterior))\b",
        re.IGNORECASE,
    ),
    desk_zone="Europe/Madrid",
    nowadays=frozenset({"hoy"}),
    hours={"night": (0, 6), "morning": (6, 12), "afternoon": (12, 20), "evening": (20, 24)},
)
