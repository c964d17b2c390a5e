"""French: how newspapers and news desks of France, Belgium, Switzerland, Québec and Africa write clocks and dates."""

from __future__ import annotations

import re

from timeline.date import deep
from timeline.date.english import ENGLISH_DATE_RULES
from timeline.date.english_words import MONTHS as ENGLISH_MONTHS
from timeline.date.english_words import WEEKDAYS as ENGLISH_WEEKDAYS
from timeline.date.grammar import Language, Rule, Words, words, zone_pattern
from timeline.date.partial import Amount, Holiday, Part, Portion, Relation, Season, Unit
from timeline.date.silent import NUMBERS as SILENT_NUMBERS

_ONES = ("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
_TEENS = ("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf")
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
NUMBERS: dict[str, float | None] = {
    "une": 1, "soixante-dix": 70, "septante": 70, "quatre-vingts": 80, "huitante": 80, "quatre-vingt-dix": 90, "nonante": 90, "cent": 100,
    "mille": 1000, "demi": 30, "demie": 30, "quart": 15, "trois quarts": 45, "une demi": 0.5, "une dizaine de": 10, "une douzaine de": 12,
    "une quinzaine de": 15, "une vingtaine de": 20, "une trentaine de": 30, "une cinquantaine de": 50, "une centaine de": 100,
    "quelques": None, "plusieurs": None,
    **{word: number for number, word in enumerate((*_ONES, *_TEENS), start=1)},
    **_TENS,
    **{f"{tens}-{one}": ten + number for tens, ten in _TENS.items() for number, one in enumerate(_ONES[1:], start=2)},
    **{f"{tens}{et}{one}": ten + 1 for tens, ten in _TENS.items() for et in (" et ", "-et-") for one in ("un", "une")},
}  # fmt: skip
_ROMAN = {"xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21}
ORDINALS: dict[str, int] = {
    "premier": 1, "première": 1, "second": 2, "seconde": 2, "deuxième": 2, "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6,
    "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, **_ROMAN,
}  # fmt: skip
_LENGTHS: dict[str, Unit] = {
    "seconde": "second", "minute": "minute", "heure": "hour", "jour": "day", "journée": "day", "nuit": "day", "semaine": "week",
    "week-end": "weekend", "trimestre": "quarter", "an": "year", "année": "year", "décennie": "decade", "siècle": "century",
}  # fmt: skip
UNITS: dict[str, Unit] = {
    **{name + end: unit for name, unit in _LENGTHS.items() for end in ("", "s")},
    "mois": "month",
    "weekend": "weekend",
}
MONTHS: dict[str, int] = {
    "janvier": 1, "janv.": 1, "février": 2, "fevrier": 2, "févr.": 2, "fév.": 2, "mars": 3, "avril": 4, "avr.": 4, "mai": 5, "juin": 6,
    "juillet": 7, "juil.": 7, "août": 8, "aout": 8, "septembre": 9, "sept.": 9, "octobre": 10, "oct.": 10, "novembre": 11, "nov.": 11,
    "décembre": 12, "decembre": 12, "déc.": 12,
}  # fmt: skip
WEEKDAYS: dict[str, int] = {"lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6}
PARTS: dict[str, Part] = {
    "petit matin": "morning", "aube": "morning", "matin": "morning", "matinée": "morning", "midi": "noon", "mi-journée": "noon",
    "après-midi": "afternoon", "soir": "evening", "soirée": "evening", "nuit": "night",
}  # fmt: skip
DAYS: dict[str, int] = {
    "avant-hier": -2, "l'avant-veille": -2, "l’avant-veille": -2, "hier": -1, "la veille": -1, "aujourd'hui": 0, "aujourd’hui": 0,
    "le jour même": 0, "le même jour": 0, "le jour précédent": -1, "demain": 1, "le lendemain": 1, "le jour suivant": 1, "le jour d'après": 1, "le jour d’après": 1, "après-demain": 2, "le surlendemain": 2,
}  # fmt: skip
SEASONS: dict[str, Season] = {"printemps": "spring", "été": "summer", "automne": "autumn", "hiver": "winter"}
HOLIDAYS: dict[str, Holiday] = {
    "veille de noël": "christmas-eve", "réveillon de noël": "christmas-eve", "noël": "christmas", "jour de l'an": "new-year",
    "nouvel an": "new-year", "saint-sylvestre": "new-years-eve", "pâques": "easter", "vendredi saint": "good-friday",
    "pentecôte": "pentecost", "ascension": "ascension",
}  # fmt: skip
_BEFORE: dict[str, Relation] = {
    "ce": "this", "cet": "this", "cette": "this", "prochain": "future", "prochaine": "future", "dernier": "past", "dernière": "past",
}  # fmt: skip
_BEHIND: dict[str, Relation] = {
    "prochain": "future", "prochaine": "future", "suivant": "future", "suivante": "future", "à venir": "future", "qui vient": "future",
    "dernier": "past", "dernière": "past", "passé": "past", "passée": "past", "précédent": "past", "précédente": "past", "en cours": "this",
}  # fmt: skip
RELATIONS = _BEFORE | _BEHIND
PORTIONS: dict[str, Portion] = {"début": "start", "mi-": "mid", "mi": "mid", "milieu": "mid", "fin": "end"}
DECADES: dict[str, int] = {
    "vingt": 192, "trente": 193, "quarante": 194, "cinquante": 195, "soixante": 196, "soixante-dix": 197, "quatre-vingt": 198,
    "quatre-vingts": 198, "quatre-vingt-dix": 199,
}  # fmt: skip
ZONES: dict[str, str] = {
    "heure locale": "local", "heures locales": "local", "locales": "local", "locale": "local", "TU": "UTC", "temps universel": "UTC",
    "heure universelle": "UTC", "heure de Paris": "Europe/Paris", "heure française": "Europe/Paris", "heure de Bruxelles": "Europe/Brussels",
    "heure belge": "Europe/Brussels", "heure suisse": "Europe/Zurich", "heure de Genève": "Europe/Zurich",
    "heure de Londres": "Europe/London", "heure de Berlin": "Europe/Berlin", "heure de Moscou": "Europe/Moscow",
    "heure de Kiev": "Europe/Kyiv", "heure de Washington": "America/New_York", "heure de New York": "America/New_York",
    "heure de l'Est": "America/New_York", "heure de l’Est": "America/New_York", "heure de Montréal": "America/Toronto",
    "heure de Pékin": "Asia/Shanghai", "heure de Tokyo": "Asia/Tokyo",
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
    clocks={"midi": (12, 0), "minuit": (0, 0)},
    zones=ZONES,
    later=frozenset({"plus tard", "de retard"}),
    after=frozenset({"après", "à l'issue", "à l’issue"}),
)

_CLOCK = r"(?P<hour>[01]?\d|2[0-4])"
_HOURS = rf"(?P<hour>[01]?\d|2[0-4]|{words(*(n for n, value in NUMBERS.items() if value in range(1, 25)))})"
_MINUTES = words(*(n for n, value in NUMBERS.items() if value in range(1, 60) and n[:4] not in ("demi", "quar", "troi", "une ")))
_OF_PART = r"(?:\s(?:du|de\sl['’])\s?(?P<part>matin|après-midi|soir))?"
_NO_LENGTH = r"(?!\sd(?:e\s(?!l['’]après)|['’])|\s(?:plus|avant|après|durant|sur\s\d)\b|/\d)"  # `15 heures de vol`, `24 h sur 24`
_CLOCK_AHEAD = (  # what stands before a clock, and not before a length
    r"(?:(?<=\bà\s)|(?<=\bvers\s)|(?<=\bdès\s)|(?<=\bavant\s)|(?<=\baprès\s)|(?<=\bd['’]ici\s)|(?<=\bentre\s)|(?<=\bde\s)(?=\S+\s?h\S*\sà\s)"
    r"|(?<=\bautour\sde\s)|(?<=\bsoit\s)|(?<=h\set\s)|(?<=\d\set\s)|(?<=heures\set\s)|(?<=[(/])|(?<=\bmidi\s)|(?<=[nlmj]edi\s)|(?<=\b20\d\d\s)|(?<=\b20\d\d,\s))"
)
_NO_CLOCK_AHEAD = r"(?<!\ben\s)(?<!\bpendant\s)(?<!\bdurant\s)(?<!\bdurée\sde\s)(?<!\btrajet\sde\s)(?<!\bvol\sde\s)"
_ABOUT = r"\b(?P<about>environ|aux\salentours\sde)\s"
_NUMBER = rf"(?P<n>(?<![\d.,:])\d{{1,3}}(?:,\d)?|{words(*(n for n in NUMBERS if n not in ('demi', 'demie', 'quart', 'trois quarts')))})"
_UNIT = rf"(?P<unit>{words(*UNITS)})\b"
_WEEKDAY = rf"(?P<weekday>{words(*WEEKDAYS)})\b"
_MONTH = rf"(?P<month>{words(*MONTHS)})(?!\w)"
_SMALL_MONTH = rf"(?-i:(?P<month>{words(*(month for month in MONTHS if month[-1] != '.'))}))\b"
_RELATED = rf"\s(?P<relation>{words(*_BEHIND)})\b"
_PART = rf"(?P<part>{words(*PARTS)})\b"
_IN_PART = rf"(?:\s(?:(?:dans\s|en\s)?(?:la\s|l['’])?(?:(?:début|fin|milieu)\s(?:de\s|d['’]))?|à\sl['’]|au\s)?{_PART})?"
_PORTION = rf"(?P<portion>{words(*PORTIONS)})[-\s]?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:er)?"
_ZONE = zone_pattern(ZONES)

RULES: tuple[Rule, ...] = (
    # clocks
    Rule("clock", rf"(?<![\d.,:/$€£])(?:{_ABOUT})?{_NO_CLOCK_AHEAD}{_CLOCK}\s?h\s?(?P<minute>[0-5]\d)(?:\s?min\b)?(?![\w,]\d){_OF_PART}{_ZONE}{_NO_LENGTH}"),
    Rule("clock-at", rf"(?:(?<=\bà\s)|(?<=\bvers\s)|(?<=\bdès\s)){_CLOCK}\s?h\s?(?P<minute>[0-5]\d)(?![\w,]\d|\w){_OF_PART}{_ZONE}"),
    Rule("clock-near", rf"\b(?P<near>peu\s(?:avant|après))\s{_CLOCK}\s?(?:h|heures)(?:\s?(?P<minute>[0-5]\d))?(?!\w){_OF_PART}{_ZONE}"),
    Rule("clock-hour", rf"(?<![\d.,:/$€£])(?:{_ABOUT})?{_NO_CLOCK_AHEAD}(?!24)(?P<hour>[01]?\d|2[0-3])\s?h\b(?!\s?\d){_OF_PART}{_ZONE}{_NO_LENGTH}"),
    Rule("clock-words", rf"{_CLOCK_AHEAD}{_HOURS}\sheures?\b(?:\s(?P<minute>[0-5]\d)(?!\d))?{_OF_PART}{_ZONE}{_NO_LENGTH}"),
    Rule("clock-words-past", rf"{_CLOCK_AHEAD}{_HOURS}\sheures?\s(?:et\s)?(?P<past>{_MINUTES}|demie|quart)\b{_OF_PART}{_ZONE}"),
    Rule("clock-words-to", rf"{_CLOCK_AHEAD}{_HOURS}\sheures?\smoins\s(?:le\s)?(?P<to>{_MINUTES}|quart)\b{_OF_PART}{_ZONE}"),
    Rule("clock-of-day", rf"(?<![\d.,]){_HOURS}\sheures?\s(?:du|de\sl['’])\s?(?P<part>matin|après-midi|soir)\b{_ZONE}"),
    Rule("clock-zoned", rf"(?<![\d.,]){_CLOCK}\sheures?{_ZONE[:-1]}"),
    Rule("clock-of-list", r"(?:(?<=\bentre\s)|(?<=\bde\s))(?P<hour>[01]?\d|2[0-4])(?=\s(?:et|à)\s\d{1,2}\s?h)"),
    Rule("clock-colon", rf"(?<![\d.,:/$€£])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:]|[.,]\d){_ZONE}"),
    Rule("clock-named", rf"(?:(?<=\bà\s)|(?<=\bvers\s)|(?<=\bavant\s)|(?<=\baprès\s)|(?<=\bici\s)|(?<=[nlmj]edi\s)|\b(?P<near>peu\s(?:avant|après))\s)(?P<named>midi|minuit)\b(?!-)(?:\set\s(?P<past>quart|demie?))?{_ZONE}"),
    # dates
    Rule("date", rf"(?:\b{_WEEKDAY},?\s(?:le\s)?)?(?<![\d.,/]){_DAY}\s{_MONTH}(?:\s(?:de\s)?{_YEAR}|{_RELATED})?"),
    Rule("date-first", rf"(?:\b{_WEEKDAY}\s)?\b(?P<day>premier)\s{_SMALL_MONTH}(?:\s{_YEAR})?"),
    Rule("date-of-list", rf"(?<![\d.,]){_DAY}(?=(?:,\s[0-3]?\d){{0,3}}(?:\s(?:et|au|ou)\s|[-/–])[0-3]?\d(?:er)?\s(?P<month>{words(*MONTHS)})(?!\w))"),
    Rule("date-numeric", rf"(?:\b{_WEEKDAY},?\s)?(?<![\d.,/-])(?P<day>[0-3]?\d)(?P<dot>[./-])(?P<month>[01]?\d)(?P=dot)(?P<year>\d{{4}}|(?<=/)\d{{2}})(?![\d/-]|[.,]\d)"),
    Rule("date-short", rf"(?:\b{_WEEKDAY}\s|(?<=\ble\s)|(?<=\bdu\s)|(?<=\bau\s))(?P<day>[0-3]?\d)/(?P<month>[01]\d)(?![\d/]|[.,]\d)"),
    Rule("month", rf"(?<!\d\s)(?<!\der\s)\b(?:{_PORTION})?{_MONTH}\s(?:de\s)?{_YEAR}"),
    Rule("month-portion", rf"\b{_PORTION}(?:du\smois\s)?(?:de\s|d['’])?{_MONTH}(?:{_RELATED})?(?!\s\d)"),
    Rule("month-bare", rf"(?:(?<=\ben\s)|(?<=\bdepuis\s)|(?<=\bjusqu['’]en\s)|(?<=\bmois\sde\s)|(?<=\bmois\sd['’])|(?<=\bici\s)){_SMALL_MONTH}(?:{_RELATED})?(?!\s\d)"),
    Rule("year", rf"(?:(?:(?<=\ben\s)|(?<=\bdepuis\s)|(?<=\bdès\s)|(?<=\bici\s)|\b(?:l['’])?(?:an|année)\s)|\b{_PORTION})(?P<year>1\d{{3}}|20[0-4]\d)(?![\d\w]|[.,]\d|\s(?:personnes|euros|dollars|km|voix)\b)"),
    Rule("decade", rf"\b(?:{_PORTION}(?:des\s)?)?années\s(?P<decade>{words(*DECADES)}|(?:1\d|20)?\d0)\b"),
    Rule("century", rf"\b(?:{_PORTION}(?:du\s)?)?(?P<century>{words(*_ROMAN)}|1\d|2[01])(?:e|ᵉ|ème)\ssiècle\b"),
    Rule("season", rf"(?:(?<=\bl['’])|(?<=\bau\s)|(?<=\ble\s)|\b(?P<relation>cet|ce)\s)(?P<season>{words(*SEASONS)})\b(?:\s(?:de\s)?{_YEAR})?"),
    Rule("season-related", rf"(?:(?<=\bl['’])|(?<=\bau\s)|(?<=\ble\s))(?P<season>{words(*SEASONS)}){_RELATED}"),
    Rule("quarter", rf"\b(?P<quarter>premier|deuxième|second|troisième|quatrième)\strimestre\b(?:\s(?:de\s)?{_YEAR})?"),
    Rule("holiday", rf"\b(?P<holiday>{words(*HOLIDAYS)})\b(?:\s{_YEAR})?"),
    Rule("weekday", rf"(?<!chaque\s)(?<!le\sjournal\sdu\s)\b(?:(?P<relation>ce)\s)?{_WEEKDAY}{_IN_PART}(?!\sgras\b)"),
    Rule("weekday-related", rf"\b{_WEEKDAY}{_RELATED}"),
    Rule("part-of-weekday", rf"\b{_PART}\s(?:de|du)\s{_WEEKDAY}(?!\sà\s(?:{words(*WEEKDAYS)}))"),
    Rule("date-eve", rf"\b(?P<part>nuit)\sdu\s[0-3]?\d\sau\s{_DAY}\s{_MONTH}(?:\s{_YEAR})?", eve=True),
    Rule("weekday-eve", rf"\b(?P<part>nuit)\s(?:de|du)\s(?:{words(*WEEKDAYS)})\s(?:à|au)\s{_WEEKDAY}", eve=True),
    # pointing from today
    Rule("day", rf"\b(?P<days>{words(*DAYS)})\b{_IN_PART}(?!\s(?:de|du|des)\b|\sd['’])"),
    Rule("part-this", r"\bce(?:t|tte)?\s(?P<part>matin|midi|après-midi|soir)\b", days=0),
    Rule("night-future", r"\bcette\s(?P<part>nuit)\b(?=[^.!?\n]{0,120}\b(?:sera|seront|aura|auront|prévue?s?|attendue?s?)\b)|(?:(?<=\bsera\s)|(?<=\blieu\s)|(?<=\battendu\s)|(?<=\battendue\s)|(?<=\bprévu\s)|(?<=\bprévue\s))cette\snuit\b", days=0, part="night"),
    Rule("last-night", r"\bla\s(?P<part>nuit)\s(?:dernière|passée)\b", days=0, eve=True),
    Rule("night-past", r"\bcette\s(?P<part>nuit)\b", days=0, eve=True),
    Rule("part", r"(?P<still>(?<=\bplus\stard\s))?(?:\b(?:dans|pendant)\s(?:la\s|l['’])|\ben\s|\bau\s)(?:(?:début|fin|milieu)\s(?:de\s|d['’])(?:la\s|l['’])?)?(?P<part>petit\smatin|matinée|mi-journée|après-midi|soirée|nuit)\b(?!\s(?:de|du|des)\s(?!\d|la\b)|\sd['’](?!hier))"),
    Rule("dawn", r"\bà\sl['’](?P<part>aube)\b"),
    Rule("period", rf"\b(?:{_PORTION}(?:de\s(?:la\s)?|du\s))?(?P<relation>{words(*_BEFORE)})\s(?P<period>semaine|week-end|mois|trimestre|année|décennie|siècle)\b"),
    Rule("period-related", rf"\b(?P<period>semaine|week-end|mois|trimestre|année|an|décennie|siècle){_RELATED}"),
    Rule("period-portion", r"\b(?P<portion>début|milieu|fin)\s(?:de\sla\s|du\s|de\sl['’]|de\s|d['’])(?P<period>semaine|mois|trimestre|année|décennie|siècle)\b(?!\s\d)", relation="this"),
    Rule("weekend", r"(?:(?<=\ble\s)|(?<=\bce\s)|(?<=\bau\s))week-?end\b", unit="weekend", relation="this"),
    # plans that move
    Rule("shift", rf"\b{_NUMBER}\s{_UNIT}\s(?P<shift>plus\stard|plus\stôt)\sque\s(?:\w+\s)?(?:prévu|annoncé|programmé)"),
    Rule("delay", rf"\b{_NUMBER}\s{_UNIT}\s(?P<shift>de\sretard|d['’]avance)(?=\ssur\s(?:l['’]horaire|le\sprogramme))"),
    Rule("moved", rf"\b(?:avancé|repoussé|reporté|décalé|retardé)e?s?\sd(?:e\s|['’]){_NUMBER}\s{_UNIT}", moves=True),
    # lengths
    Rule("ago", rf"\b(?:il\sy\sa|voilà|voici)\s(?:(?:environ|près\sde|plus\sde|moins\sde|presque|à\speine)\s|plus\sd['’])?{_NUMBER}[\s-]{_UNIT}", ago=True),
    Rule("ahead", rf"\bdans\s(?:environ\s)?{_NUMBER}[\s-]{_UNIT}(?!\s(?:derni|précéd|passé))", ahead=True),
    Rule("length", rf"(?<![\d.,])\b{_NUMBER}[\s-]{_UNIT}"),
    Rule("length-related", rf"\b(?:ces|les)\s(?:{_NUMBER}\s)?(?:derni[eè]re?s|prochaine?s)\s{_UNIT}"),
    # repetition
    Rule("each", rf"\b(?:chaque|par|tous\sles|toutes\sles)\s(?:{_NUMBER}\s)?{_UNIT}", each=True),
    Rule("each-weekday", rf"\b(?:chaque\s{_WEEKDAY}|(?:tous\s)?les\s(?:{words(*WEEKDAYS)})s\b)", each=True),
    # counted from an occasion
    Rule("occasion-distance", rf"\b{_NUMBER}\s{_UNIT}\s(?P<side>avant|après)\s(?:(?:le|la|leur|son|sa)\s|l['’])(?P<anchor>[^\W\d]\w+)"),
    Rule("occasion-eve", r"\b(?:à\s)?la\sveille\s(?:du\s|de\sla\s|de\sl['’]|des\s|de\sleur\s)(?P<anchor>\w{4,})", distance=Amount(-1, "day")),
    Rule("occasion-next", r"\b(?:au|le)\slendemain\s(?:du\s|de\sla\s|de\sl['’]|des\s|de\sleur\s)(?P<anchor>\w{4,})", distance=Amount(1, "day")),
    Rule("occasion-day", r"\b(?:au|le|du)\s(?P<nth>premier|deuxième|second|troisième|quatrième|cinquième)\sjour\s(?:du\s|de\sla\s|de\sl['’]|des\s)(?P<anchor>\w+)"),
    # without saying when
    Rule("past", r"\b(?:récemment|autrefois|naguère|jadis|à\sl['’]époque)\b", vague="past"),
    Rule("present", r"\b(?:actuellement|maintenant|désormais|en\sce\smoment)\b", vague="this"),
    Rule("future", r"\b(?:bientôt|prochainement|à\sl['’]avenir|sous\speu)\b", vague="future"),
    *ENGLISH_DATE_RULES,
    # looks like a time, and is none
    *deep.rules("fr", MONTHS, ORDINALS), *SILENT_NUMBERS,
    Rule("silent-thing", r"\b(?:articles?|art\.|pages?|chapitre|alinéa|paragraphe|version|numéro|n°|vol|train|bus|ligne|porte|salle|chambre|résolution|boîte)\s\d[\d.:]*", silent=True),
    Rule("silent-score", r"\b(?:score|victoire|défaite|succès|match\snul|s['’]impos\w+|l['’]emport\w+|gagn\w+|battu\w*|batt\w+|mèn\w+|perd\w*|sets?)(?:\s(?!à\b|vers\b|hier\b)[^\W\d_]+){0,4}:?\s\d{1,3}:\d{1,3}(?!\d)", silent=True),
)  # fmt: skip

_PARTICIPLE = r"(?:\w{2,}(?:é|ée|és|ées|is|ise|it|ite|i|ie|u|ue|us|ues|ert|erte|int|inte)|(?:né|eu|été|lu|vu|bu|su|tu|dû|pu|mis|pris|dit|fait|mort)(?:es?|s)?)"

_DEGREE = r"(?:(?P<more>plus\sd(?:e\s|['’])|au\smoins\s)|(?P<less>moins\sd(?:e\s|['’]))|(?P<about>environ\s|près\sd(?:e\s|['’])|quelque\s|à\speine\s))?"
_SIDE = r"(?P<side>plus\stard|après|auparavant|avant|plus\stôt)\b(?!\s(?:que?\b|le\b|la\b|les\b|un\b|une\b|son\b|sa\b|leur\b|de\b|d['’]|l['’]|midi|minuit|\d)|\squ['’])"
_NO_OCCASION = words(
    *"le la les un une jour semaine mois année an soir matin nuit midi minuit fait cela ville pays fois moment homme femme suite".split()
)

CHAINS: tuple[Rule, ...] = (
    Rule("chain-length", rf"\b{_DEGREE}{_NUMBER}[\s-]{_UNIT}(?:\set\s(?P<n2>\d{{1,2}})\s(?P<unit2>minutes?))?\s{_SIDE}"),
    Rule("chain-length-half", rf"\b{_DEGREE}une\sdemi-heure\s{_SIDE}", amounts=(Amount(30, "minute"),)),
    Rule("chain-length-and-half", rf"\b{_DEGREE}une\sheure\set\sdemie\s{_SIDE}", amounts=(Amount(90, "minute"),)),
    Rule("chain-quarter", rf"\b(?:un\squart\sd['’]heure)\s{_SIDE}", amounts=(Amount(15, "minute"),)),
    Rule("chain-three-quarters", rf"\b(?:trois\squarts\sd['’]heure)\s{_SIDE}", amounts=(Amount(45, "minute"),)),
    Rule("chain-after", rf"\baprès\s{_DEGREE}{_NUMBER}\s(?P<unit>secondes?|minutes?|heures?|jours?)\b(?=\s?[,.;])", side="after"),
    Rule("chain-near", r"\b(?:peu|juste|aussitôt|quelques\sinstants)\s(?P<side>après|avant|plus\stard|auparavant)\b(?!\s(?:le|la|les|un|une|son|sa|ses|leur|que|midi|minuit|\d)\b|\sl['’])", near=True),
    Rule("chain-then", r"\b(?:ensuite|par\sla\ssuite|dans\sla\sfoulée|après\scela|après\squoi)\b", side="after"),
    Rule("chain-first", r"\b(?:auparavant|avant\scela)\b", side="before"),
    Rule("chain-occasion", rf"\b(?:(?P<near>peu|juste|aussitôt)\s)?(?P<side>après|avant|à\sl['’]issue\sd[eu])\s?(?:(?:le|la|les|leur|son|sa|cette|ce|cet)\s|l['’])(?P<anchor>(?!{_NO_OCCASION}\b)[^\W\d]\w{{3,}})"),
)  # fmt: skip

FRENCH = Language(
    code="fr",
    words=WORDS,
    rules=RULES,
    bridge=re.compile(
        r"\s{0,3},?\s{0,3}(?:(?:(?:peu\s(?:avant|après)|à|vers|dès|aux\salentours\sde|avant|après|ce|le|de|du|dans|en|au)\s)?(?:la\s|l['’]|le\s)?)?",
        re.IGNORECASE,
    ),
    twin=re.compile(
        r"\s{0,3}[(\[]\s{0,3}heure\slocale\s{0,3}[,/;]\s{0,3}(?:soit\s)?|\s{0,3}(?:heure\slocale\s{0,3})?(?:/|=|[(\[]\s{0,3}(?:soit\s)?|,?\s{0,3}(?:soit|ou)\s)\s{0,3}(?:à\s)?",
        re.IGNORECASE,
    ),
    until=re.compile(r"\b(?:jusqu['’](?:à|au|en)|d['’]ici(?:\s(?:à|au))?)\s(?:la\s|le\s)?$", re.IGNORECASE),
    range=re.compile(r"\s?(?:jusqu['’](?:à|au)|à|au|–|-|et)\s?(?:le\s)?", re.IGNORECASE),
    between=re.compile(r"\bentre\s(?:le\s)?$", re.IGNORECASE),
    joint=re.compile(r"\bet\b", re.IGNORECASE),
    origin=re.compile(r"\b(?:de|du|entre|depuis)\s$", re.IGNORECASE),
    counted=re.compile(r"\s(?P<side>avant|après)\s(?:le\s|la\s|l['’])?", re.IGNORECASE),
    placed=re.compile(r"\sà\s|,?\sheure\sd(?:e\s|['’])"),
    future=re.compile(
        r"\b(?:(?:se|au|i|fe|vau|sau|fau|pour|ver|enver|mour|cour|viendr|tiendr|prendr|rendr|attendr|rejoindr|mettr|permettr|dev|recev|suivr|vivr|boir|dir|lir|"
        r"écrir|conduir|partir|ouvrir|finir|sortir|servir|offrir|réunir|accueillir|choisir|répondr|descendr|repartir|reviendr|devr|recevr|voudr|faudr)r?(?:a|ont)"
        r"|\w{2,}er(?:a|ont)|(?:va|vont)\s(?:\w+\s)?\w+(?:er|ir|re|oir)|doi(?:t|vent)|devrai(?:t|ent)|prévu\w*|prévoi\w+|programmée?s?|attendue?s?|s['’]apprête\w*|compte(?:nt)?\s\w+er|veu(?:t|lent)|souhait\w+)\b",
        re.IGNORECASE,
    ),
    past=re.compile(
        rf"\b(?:(?:a|ont|avait|avaient|est|sont|était|étaient|fut|furent|eut|eurent|ai|avons)\s(?:\w{{1,12}}\s){{0,2}}{_PARTICIPLE}|(?:s['’]|n['’]|l['’])(?:est|était|étaient|a|ont|avait)\s(?:\w{{1,12}}\s){{0,2}}{_PARTICIPLE}"
        r"|était|étaient|avait|avaient|fut|furent|allait|venait|devait|pouvait|faisait|disait|(?!souhait)\w{2,}(?<![rf])ait|\w{3,}aient)\b",
        re.IGNORECASE,
    ),
    cancelled=re.compile(
        r"\b(?:annulée?s?|supprimée?s?|n['’](?:a|ont|aura|auront)\s(?:finalement\s)?pas\s(?:eu\s)?lieu|n['’]a\sjamais\seu\slieu|tombée?\sà\sl['’]eau)\b",
        re.IGNORECASE,
    ),
    moved=re.compile(
        r"\b(?:(?P<earlier>avancée?s?)|(?P<later>repoussée?s?|reportée?s?|retardée?s?|différée?s?)|(?P<either>décalée?s?|déplacée?s?))\b",
        re.IGNORECASE,
    ),
    planned=re.compile(r"\b(?:prévue?s?|programmée?s?|annoncée?s?|annulée?s?|supprimée?s?)\b", re.IGNORECASE),
    occasions=frozenset(
        "sommet rencontre réunion conférence élection scrutin vote tournoi finale procès visite festival salon congrès négociations match".split()
    ),
    opening=re.compile(
        r"\b(?:ouverture|début|coup\sd['’]envoi|s['’]ouvre|s['’]est\souverte?|commence|a\scommencé|débute|a\sdébuté)\b", re.IGNORECASE
    ),
    lead=re.compile(
        r"(?:(?:\b(?:encore|déjà|seulement|à|au|aux|le|la|dès|vers|depuis|dans|en|de|du|ce|jusqu['’]à|peu\s(?:avant|après))\s+|\bl['’]))+$",
        re.IGNORECASE,
    ),
    common=frozenset(
        (
            "le la les l de des du d un une et est en à au aux dans pour par sur que qui ne pas plus aussi il elle ils elles se s son sa ses ce cette ces"
            " a ont été sont était avec mais ou où leur leurs après avant selon heures heure être fait nous vous je c n qu y entre depuis"
        ).split()
    ),
    onto=re.compile(
        r"\b(?:avanc|repouss|report|décal|retard|différ|déplac)\w*\b[^.!?;]{0,60}\b(?:à|au|pour|jusqu['’]à|jusqu['’]au)\s(?:la\s|le\s)?$|\bau\slieu\sd[^.!?]{0,40}\bà\s$"
        r"|\bmais\s(?:à|le)\s$",
        re.IGNORECASE,
    ),
    out_of=re.compile(
        r"(?:\b(?:de|du|au\slieu\sde|au\slieu\sdu|(?:prévue?s?|programmée?s?)(?:\sinitialement)?\s(?:à|le|pour|mardi)?)\s?)$", re.IGNORECASE
    ),
    by=re.compile(r"\b(?:de|d['’]|d['’]environ)\s?$", re.IGNORECASE),
    instead=re.compile(r"\bau\slieu\sd[eu]\b", re.IGNORECASE),
    denied=re.compile(r"(?:\bn['’]|\bne\s)(?:\w+\s){0,2}(?:pas|jamais|plus)\s(?:été\s)?(?:\w+\s)?$|\bpas\s$", re.IGNORECASE),
    outdated=re.compile(
        r"\b(?:(?:était|étaient|avait\sété|avaient\sété)\s(?:initialement\s)?(?:prévue?s?|programmée?s?|fixée?s?|annoncée?s?)|initialement|aurai(?:t|ent)\sdû)\b",
        re.IGNORECASE,
    ),
    auxiliary=re.compile(r"\b(?:est|sont|a\sété|ont\sété|sera|seront)\b", re.IGNORECASE),
    parts=re.compile(r"[,;]|\s(?:et|mais)\s", re.IGNORECASE),
    at_once=re.compile(r"\s(?:à)?\s?", re.IGNORECASE),
    second=re.compile(r",\s(?:puis|ensuite)\s(?:à|le)\s$", re.IGNORECASE),
    since=re.compile(r"\bdepuis\s?(?:environ |le )?$", re.IGNORECASE),
    lasted=re.compile(r"\b(?:étai(?:t|ent)|avai(?:t|ent)|(?:a|ont)\sduré)\b", re.IGNORECASE),
    today=re.compile(r"(?:\b(?:nous sommes|aujourd['’]hui,?)\s(?:le )?)$", re.IGNORECASE),
    ahead=re.compile(r"\b(?:pour|jusqu['’]à|jusqu['’]au)\s(?:le )?$", re.IGNORECASE),
    chains=CHAINS,
    chained=re.compile(
        r"\b(?:le\s(?:sur)?lendemain|l['’]avant-veille|la\sveille|le\sjour\s(?:même|suivant|précédent|d['’]après)|le\smême\sjour)\b",
        re.IGNORECASE,
    ),
    desk_zone="Europe/Paris",
    nowadays=frozenset({"aujourd'hui", "aujourd’hui"}),
    hours={"morning": (6, 12)},
)
