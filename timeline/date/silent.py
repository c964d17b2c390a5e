"""What looks like a time and is none: scores, numbered things, amounts, names.

A rule with `silent=True` finds no expression. It silences those that lie within its match: `ICE 1602` holds no year, `siegten 21:15` no
clock.
"""

from __future__ import annotations

from timeline.date.grammar import Rule, words

_NUMBER = r"\d{1,4}(?:[.,]\d+)*\.?"
_NO_CLOCK = r"(?![\d:]|\.\d|\s?(?:Uhr|hours|hrs|h)\b|\s?[ap]\.?\s?m\b|\s?\(?(?-i:[A-Z]{2,4})\b)"
_SCORE = rf"\d{{1,3}}:\d{{1,3}}(?:\s\(\d{{1,3}}:\d{{1,3}}\))?{_NO_CLOCK}"
_NEVER_A_CLOCK = r"(?:(?:2[5-9]|[3-9]\d|\d{3}):\d{2,3}|\d{2}:[6-9]\d)"
_UNITS = words(
    *"m cm mm km kg g mg t l ml hl kWh kW MW GW MB GB TB kB Hz kHz MHz GHz PS hp ft lb ha m² km² qm EUR USD CHF GBP dpi rpm".split(),
)

NUMBERS: tuple[Rule, ...] = (
    Rule("silent-scores", rf"(?<![\w:.,])(?:\d{{1,3}}:\d{{2,3}}[,;]\s){{0,6}}{_NEVER_A_CLOCK}(?:[,;]\s\d{{1,3}}:\d{{2,3}}){{0,6}}{_NO_CLOCK}", silent=True),
    Rule("silent-unit", rf"(?<![\w.,:])\d{{3,4}}\s(?-i:{_UNITS})(?!\w|\.\w)", silent=True),
    Rule("silent-section", r"(?:(?<=§)|(?<=§\s))\d+\w?(?:[.:,]\d+)*", silent=True),
    Rule("silent-telephone", rf"(?<![\w/+])(?:0\d{{2,5}}|1-\d{{3}})(?:[\s/-]\d{{2,}}){{1,5}}{_NO_CLOCK}", silent=True),
    Rule("silent-telephone-abroad", rf"(?<!\d)(?<=\+)(?<!\w\+)(?<!\+\+)\d{{1,3}}(?:[\s/-]\d{{2,}}){{1,5}}{_NO_CLOCK}", silent=True),
)  # fmt: skip
"""In every language."""

_GERMAN_NOUNS = words(
    *"""
    Artikel Artikels Art. Paragraf Paragrafen Paragraph Paragraphen Absatz Abs. Ziffer Kapitel Kap. Seite Seiten S. Vers Verse Abschnitt
    Abbildung Abb. Tabelle Punkt Zeile Version Fassung Firmware Zimmer Raum Gleis Bucht Linie Linien Zug Flug Bus Port Kanal Hotline
    Durchwahl Konto Postfach Resolution Drucksache Frequenz Kennzeichen Psalm Sure Parzelle Flurstück Planquadrat Modell Los Kurs Film
    Asteroid PIN Code Baureihe Objekt Startplatz
    """.split(),
)
_GERMAN_DESIGNS = words(
    *"ICE IC EC RE RB IRE TGV LH BA AF Boeing Airbus Tupolew Cessna Embraer Antonow Windows Office Android iOS macOS Ubuntu ISO DIN".split()
)
_GERMAN_CARS = words(*"Peugeot Opel Fiat BMW Mercedes Porsche Audi Renault Citroën Ford Skoda Škoda Seat Lancia Volvo Saab Lada".split())
_GERMAN_BOOKS = words(
    *"""
    Matthäus Markus Lukas Johannes Apostelgeschichte Römer Korinther Galater Epheser Hebräer Offenbarung Mose Jesaja Jeremia Hesekiel
    """.split(),
)
_GERMAN_PLAYED = (
    r"(?:endete[n]?|ge(?:wann|wannen|winnt|winnen)|siegt(?:e|en)?|siegen|besiegt(?:e|en)?|schl(?:ug|ugen|ägt)|führ(?:t|en|te|ten)"
    r"|verl(?:or|oren|iert|ieren)|unterl(?:ag|agen|iegt)|trenn(?:t|te|ten)|steht\ses|stand\ses|es\ssteht|lautete?|hieß\ses|holten?"
    r"|(?:End|Zwischen|Halbzeit|Pausen|Spiel)?stand(?:\svon)?|Ergebnis|Resultat|Satz|Sätzen|Tiebreak|(?:Heim|Auswärts)?(?:sieg|niederlage)|Erfolg|Remis|Unentschieden|Verhältnis|Maßstab|Quote|Format)"
)
_GERMAN_CLOCKED = r"(?:um|gegen|ab|bis|seit|vor|nach|kurz|etwa|heute|morgen|gestern)\b"
_GERMAN_OF_MATCH = r"(?:im\s(?:Hinspiel|Rückspiel|Satz|Tiebreak)|zur\s(?:Halbzeit|Pause)|nach\sSätzen|gewonnen|verloren)\b"
_GERMAN_AMOUNTS = (
    r"(?:Euro|Dollar|Franken|Pfund|Cent|Yen|Rubel|Mark|Prozent|Grad|Meter|Kilo\w*|Gramm|Liter|Tonnen|Menschen|Personen|Einwohner\w*|Stimmen"
    r"|Punkte\w*|Plätze\w*|Mitglieder\w*)\b"
)
_GERMAN_PAID = (
    r"(?:(?:be)?zahl(?:t|en|te|ten)|kostet(?:e|en)?|kosten|bot(?:en)?|biete[nt]?|wiegt|wiegen|wog(?:en)?|zähl(?:t|en|te|ten)|betr(?:ägt|ug)"
    r"|misst|maß(?:en)?|umfass(?:t|te)|schätz(?:t|te)|lautete?|wählen\sSie|wählte)"
)
_GERMAN_NAMED = words(
    *"Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag März April Mai Juni Juli August Sommer Herbst Winter".split()
)
_CLAUSE_ENDS = r"(?=\s?[.;:!?)]|,(?!\d)|\s?$)"

GERMAN: tuple[Rule, ...] = (
    *NUMBERS,
    Rule("silent-thing", rf"\b(?-i:{_GERMAN_NOUNS})\s(?:Nr\.\s)?{_NUMBER}(?:\s(?:und|bis|oder)\s{_NUMBER})?{_NO_CLOCK}", silent=True),
    Rule("silent-number", rf"nummer\s{_NUMBER}(?:\s(?:und|bis|oder)\s{_NUMBER})?{_NO_CLOCK}", silent=True),
    Rule("silent-design", rf"\b(?-i:{_GERMAN_DESIGNS})\s{_NUMBER}(?!\w)", silent=True),
    Rule("silent-car", rf"\b(?:ein|eine[nmrs]?|de[nmr]|des|zwei|drei|\d+)\s(?:\w+\s)?(?-i:{_GERMAN_CARS})\s\d{{3,4}}\b", silent=True),
    Rule("silent-verse", rf"\b(?-i:{_GERMAN_BOOKS})\s\d{{1,3}}[:,]\s?\d{{1,3}}\b", silent=True),
    Rule("silent-file", r"\b\d{1,3}\s(?-i:[A-Z][A-Za-z]{0,2})\s\d+/\d{2,4}\b", silent=True),
    Rule("silent-plate", r"(?:(?<=\w-(?-i:[A-Z])\s)|(?<=\w-(?-i:[A-Z]{2})\s))\d{1,4}\b", silent=True),
    Rule("silent-score", rf"\b{_GERMAN_PLAYED}(?:,?\s(?!{_GERMAN_CLOCKED})[^\W\d_]+){{0,4}}:?\s{_SCORE}", silent=True),
    Rule("silent-score-named", rf"\b(?:de[mr]|das|ein|einem|einer|beim|mit|zum|vom)\s{_SCORE}", silent=True),
    Rule("silent-score-of", rf"(?<!\bum\s)(?<!\bab\s)(?<![\d:.,]){_SCORE}(?:-(?-i:[A-ZÄÖÜ])\w+|\s{_GERMAN_OF_MATCH})", silent=True),
    Rule("silent-rise", r"\b(?:stieg|steig|sank|sink|fiel|wuchs|wächst|kletter|schrumpf|erhöh|verringer|endet)\w*(?:\s[^\W\d_]+){0,3}\sauf\s(?:[^\W\d_]+\s)?\d{3,4}(?!\d)", silent=True),
    Rule("silent-amounts", rf"(?<![\d.,])\d{{3,4}}\s(?:auf|bis|und|oder|statt|von|zu)\s[\d.,]+\s{_GERMAN_AMOUNTS}", silent=True),
    Rule("silent-share", r"\bvon\s(?:den\s|insgesamt\s|rund\s)?\d[\d.]*\s(?-i:[A-ZÄÖÜ])\w+\s[^\W\d_]+\s\d{3,4}\b", silent=True),
    Rule("silent-paid", rf"\b{_GERMAN_PAID}(?:\s(?:er|sie|es|nur|noch|rund|etwa|die|für|auf)){{0,2}}\s\d{{4}}{_CLAUSE_ENDS}", silent=True),
    Rule("silent-code", r"\b(?:PIN|Code|Kennwort|Passwort|Kennzahl|Summe|Quersumme|Produkt)\s(?:ist|war|lautete?|hieß|von)\s\d{4}(?!\d)", silent=True),
    Rule("silent-more", r"\b(?:mehr|weniger)\sals\s\d{4}(?!\d)", silent=True),
    Rule("silent-only", rf"\b(?:nur|gerade\smal|ganze|immerhin)\s\d{{4}}(?=\s(?:kamen|waren|blieben|gingen|fehlten|sind){_CLAUSE_ENDS})", silent=True),
    Rule("silent-instead", rf"\bstatt\s(?:(?:der|den)\s)?[^\W\d_]+en\s\d{{4}}{_CLAUSE_ENDS}", silent=True),
    Rule("silent-points", rf"(?<![\d.,])\d{{1,2}}\.\d{{1,2}}\.\s{_GERMAN_AMOUNTS}", silent=True),
    Rule("silent-clock-change", r"\bUhr(?:en)?\s(?:\w+\s){0,4}(?:von\s\d{1,2}(?:\sUhr)?\s)?auf\s\d{1,2}\sUhr\s(?:vor|zurück|um)ge\w+", silent=True),
    Rule("silent-road", r"\b(?:die|der|auf|von|über)\s(?-i:[ABLK])\s\d{1,4}\b", silent=True),
    Rule("silent-square", r"(?:straße|platz|brücke|allee|park|ufer)\s(?:des|der|vom)\s\d{1,2}\.\s[^\W\d_]+", silent=True),
    Rule("silent-firm", rf"\b(?-i:{_GERMAN_NAMED})\s(?-i:GmbH|AG|KG|OHG|SE|eG|e\.V\.)(?!\w)", silent=True),
    Rule("silent-dedication", r"\b(?:Pfarre|Pfarrei|Pfarrkirche|Kirche|Stiftskirche|Wallfahrtskirche|Kapelle|Basilika|Kloster|Dom|Stift)\s(?:St\.\s|Sankt\s|zu\s)?Mari[aä]\s[^\W\d_]+", silent=True),
    Rule("silent-theme", r"\b(?:Thema|Motto|Titel|Stück|Film|Roman|Lied|Buch|Song|Ausstellung)\s[\"„“»«']\w+[\"“”«»']", silent=True),
    Rule("silent-elsewhere", r"\bin\s(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?\sund\s\d{1,2}(?:[.:]\d\d)?\sUhr(?:\sam\s\w+tag)?\sin\s(?-i:[A-Z])\w+", silent=True),
    Rule("silent-name", r"\b(?:Herrn?|Frau|Familie|Firma|Fräulein|Dr\.|Prof\.|Professor(?:in)?|heißt|heißen|namens)\s(?-i:[A-ZÄÖÜ])\w+\b", silent=True),
)  # fmt: skip

_ENGLISH_NOUNS = words(
    *"""
    article articles section sections paragraph clause rule chapter page pages pp. p. verse figure fig. table line lines version firmware
    room gate platform track bay flight train bus route routes port channel extension account box resolution ticket runner number no. nos. psalm
    Boeing Airbus Tupolev Cessna Embraer Windows Office Android iOS Peugeot lot asteroid pin code film movie novel dial
    """.split(),
)
_ENGLISH_BOOKS = words(
    *"""
    Genesis Exodus Leviticus Deuteronomy Isaiah Jeremiah Matthew Mark Luke John Acts Romans Corinthians Galatians Ephesians Hebrews
    Revelation
    """.split(),
)
_ENGLISH_PLAYED = (
    r"(?:end(?:s|ed)|w(?:in|ins|on)|beats?|leads?|led|los(?:t|e|es)|draw|drew|drawn|scores?(?:\s(?:of|was))?|trail(?:s|ed)?|sets?|tie-?break"
    r"|result|victory|defeat|ratio|odds|mix)"
)
_ENGLISH_CLOCKED = r"(?:at|by|until|from|around|about|before|after|since|today|tomorrow)\b"
_ENGLISH_COUNTED = (
    r"(?:cases?|votes?|signatures|words|pages|pieces|seats|points?|metres|meters|feet|miles|yards|kilomet(?:re|er)s|tons|tonnes|pounds|litres|liters"
    r"|gallons|degrees|dollars|euros|francs|people|persons|inhabitants|copies)\b"
)
_ENGLISH_NAMED = words(*"Monday Tuesday Wednesday Thursday Friday Saturday Sunday March April May June July August Summer Winter".split())
_ENGLISH_STREETS = r"(?-i:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Blvd|Square|Court|Place|Terrace|Row)\b"

ENGLISH: tuple[Rule, ...] = (
    *NUMBERS,
    Rule("silent-thing", rf"\b{_ENGLISH_NOUNS}\s(?:no\.\s|(?-i:[A-Z]{{2}})\s)?{_NUMBER}(?:\s(?:and|to|or)\s{_NUMBER})?{_NO_CLOCK}", silent=True),
    Rule("silent-verse", rf"\b(?-i:{_ENGLISH_BOOKS})\s\d{{1,3}}:\d{{1,3}}\b{_NO_CLOCK}", silent=True),
    Rule("silent-score", rf"\b{_ENGLISH_PLAYED}(?:,?\s(?!{_ENGLISH_CLOCKED})[^\W\d_]+){{0,4}}:?\s{_SCORE}", silent=True),
    Rule("silent-score-of", rf"(?<![\d:.,]){_SCORE}\s(?:at\shalf[-\s]time|victory|win|defeat|loss|lead|draw|scale|ratio|mix)\b", silent=True),
    Rule("silent-count", rf"(?<![\d.,])\d{{3,4}}\s(?:(?:to|or|and)\s[\d,.]+\s)?{_ENGLISH_COUNTED}", silent=True),
    Rule("silent-sum", r"\b(?:crowd|number|total|sum|group|list|majority|population|fleet|force|score)s?\sof\s\d{3,4}(?!\d)", silent=True),
    Rule("silent-rise", r"\b(?:r[oi]ses?|risen|gr[eo]ws?|climbs?|climbed|falls?|fell|drop(?:s|ped)?|sank|shrank|increase[ds]?|decrease[ds]?|jump(?:s|ed)?)(?:\s[^\W\d_]+){0,3}\sto\s(?:[^\W\d_]+\s)?\d{3,4}(?!\d)", silent=True),
    Rule("silent-share", r"\bof\s(?:the\s|some\s)?\d[\d,]*\s\w+(?:\s\w+)?,\s\d{3,4}(?=\s[a-z])", silent=True),
    Rule("silent-street", rf"(?<![\d.,])\d{{1,4}}\s(?:\w+\s)?(?-i:[A-Z])\w+\s{_ENGLISH_STREETS}", silent=True),
    Rule("silent-end", r"\b(?:number|code|account|plate)\s(?:\w+\s)?(?:ends?|ending|ended)\sin\s\d{3,4}\b", silent=True),
    Rule("silent-paid", rf"\b(?:pa(?:y|ys|id)|bids?|costs?|weigh(?:s|ed)?|held|holds?|seats?|counts?|counted|closed\sat|opened\sat|stood\sat)\s\d{{4}}(?:\sfor\sit\b|\sand\sgot\b|{_CLAUSE_ENDS})", silent=True),
    Rule("silent-code", r"\b(?:pin|code|password|passcode|sum|product)\s(?:is|was|reads|of)\s\d{4}(?!\d)(?:\sand\s\d+\sis\s\d+)?", silent=True),
    Rule("silent-more", r"\b(?:more|fewer|less)\sthan\s\d{4}(?=\s[a-z])", silent=True),
    Rule("silent-only", r"\b(?:only|nearly|almost|just|at\sleast|up\sto)\s\d{4}(?=\s[a-z]+(?:ed|ame|eft|ent|ere)\b)", silent=True),
    Rule("silent-instead", rf"(?<!\d{{4}}\s)\binstead\sof\s(?:the\s)?[^\W\d_]+\s\d{{4}}{_CLAUSE_ENDS}", silent=True),
    Rule("silent-firm", rf"\b(?-i:{_ENGLISH_NAMED})\s(?-i:Ltd|Inc|plc|PLC|LLC|Corp)\b", silent=True),
    Rule("silent-elsewhere", r"\bin\s(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?,?\sand\s\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?(?:\son\s\w+day)?\sin\s(?-i:[A-Z])\w+", silent=True),
    Rule("silent-attacks", r"(?<!\bon\s)(?<![\d/])9/11\b(?!/|,?\s(?:19|20)\d\d|\s(?:at|from|between)\s\d)", silent=True),
    Rule("silent-new-year", r"\bnew\syear['’]s\s(?!(?:day|eve)\b)[a-z]{4,}", silent=True),
    Rule("silent-verb", r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?\s(?-i:may|march|mar|dec|sun|sat)\b", silent=True),
    Rule("silent-five-to", r"\b(?:five|ten|twenty)\sto\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\sof\b)", silent=True),
    Rule("silent-every-second", r"\bevery\ssecond(?=\s\w)", silent=True),
    Rule("silent-name", r"\b(?:(?-i:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lady)\.?|named|names?\s(?:is|are|was|were))\s(?-i:[A-Z])\w+\b", silent=True),
    Rule("silent-weekday", r"\b(?:(?-i:Sunday)\s(?:roasts?|schools?|best|drivers?)|(?:happy|lovely|merry)\s\w+day)\b", silent=True),
)  # fmt: skip
