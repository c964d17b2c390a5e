"""German: what the words around an expression say of it: done, planned, given up, moved, called off."""

from __future__ import annotations

import re

from timeline.date.grammar import words

_PREFIXES = (
    "ab an auf aus be bei ein ent er fest fort ge her hin los mit nach nieder statt über um unter ver vor weg weiter wieder zer zu zurück"
    " zusammen"
).split()
_STRONG = (
    "kam ging fuhr fand traf begann sah sprach gab hielt ließ blieb stand nahm flog schrieb rief brach stieg lief zog schloss trat"
    " saß bot riss fiel sank schoss sprang warf starb schlug trug wuchs schien wies griff half schwand klang sang trank drang zwang"
    " schwieg stieß fing hing lud lag"
).split()
"""Pasts of strong verbs; weak ones end in `te`."""

FUTURE = re.compile(
    r"\b(?:wird|werden|werde|würden?|will|wollen|wolle|soll|sollen|solle|plan(?:t|en|te|ten)|geplant\w*|vorgesehen|beabsichtig\w+|demnächst"
    r"|noch\sheute|steht\s\w+\sbevor|angesetzt|anberaumt|terminiert|(?:ist|sind)\b[^!?;]{0,80}\bangekündigt|erwarte(?:t|n)|möglich)\b",
    re.IGNORECASE,
)
PAST = re.compile(
    rf"\b(?:war(?:en)?|hatten?|wurden?|(?-i:{words(*_PREFIXES)})?{words(*_STRONG)}(?:en)?|verließ(?:en)?|erhielt(?:en)?|verlor(?:en)?|gewann(?:en)?"
    r"|(?-i:(?!heute|bitte|beste|nächste|höchste|meiste|jüngste|älteste|größte|kleinste|neueste|wichtigste|gesamte|bekannte|erste|zweite|dritte|letzte|gute|rote|alte|weite|geplante|angesetzte|verlegte|könnte|möchte|sollte|müsste|dürfte|hätte|wollte)"
    r"[a-zäöüß]{3,}ten?)|(?:ist|sind|hat|haben|sei|habe)\b[^.!?]*\b(?!gegen\b|gesamten|gemeinsamen|gelten\b|gehen\b|geben\b|geplanten)"
    r"(?:\w*ge\w+(?:t|en)|\w+iert|(?:ver|be|er|ent|zer)\w+(?:t|en)))\b",
    re.IGNORECASE,
)
CANCELLED = re.compile(
    r"\b(?:fand(?:en)?\s(?:\w+\s)?nicht\sstatt|findet\s(?:\w+\s)?nicht\sstatt|(?:fällt|fallen|fiel(?:en)?)\s(?:[^.!?,;:]{0,60}\s)?aus(?=\s*(?:[.,;:!?]|$|\sund\b))|entfällt|entfiel|abgesagt\w*|gestrichen|(?:Flug|Flüge|Zug|Züge|Fähren?|Bus|Busse|Spiel|Sitzung|Konzert|Unterricht|Termin|Treffen|Fahrt|Fahrten|Start|Verbindung|Vorstellung|Probe|Rede|Umzug)\b(?:[^.!?;]|\.(?=\d)){0,60}\bausgefallen"
    r"|geplatzt|(?:kam|kamen|kommt|kommen)\snicht\s(?:mehr\s)?zustande)\b",
    re.IGNORECASE,
)
MOVED = re.compile(
    r"\b(?:(?P<earlier>vorgezogen|vorverlegt|zieht\s\w+(?:\s\w+)?\svor)|(?P<later>vertagt|nach\shinten|verzöger\w{1,3}|verspätet)"
    r"|(?P<either>verschoben|verlegt|umgelegt|verschieb(?:t|en)|verleg(?:t|en)))\b",
    re.IGNORECASE,
)
PLANNED = re.compile(
    r"\b(?:geplante|vorgesehene|angesetzte|abgesagt|gestrichen|entfällt|entfiel)\w*|\bf(?:ällt|iel(?:en)?)\saus\b", re.IGNORECASE
)
ONTO = re.compile(r"\b(?:auf|bis|erst|schon|bereits)\s(?:(?:den|dem|um|am|zum|kommenden|nächsten|späteren)\s){0,3}$", re.IGNORECASE)
OUT_OF = re.compile(
    r"\b(?:von|vom|statt|anstatt|anstelle|nicht(?:\s(?:erst|schon|bereits|wie\s\w+|mehr)){0,2}|(?:ursprünglich|eigentlich)(?:\s\w+)?|für"
    r"|sollten?(?:\s(?!auf\b|bis\b)[^\W\d]+){0,3}?)\s(?:(?:den|dem|um|am|erst|wie)\s){0,3}$",
    re.IGNORECASE,
)
BY = re.compile(r"\b(?:um|mit)\s(?:(?:etwa|rund|gut|knapp|weitere|mindestens|einen|eine)\s)?$", re.IGNORECASE)
INSTEAD = re.compile(
    r"\b(?:statt|anstatt)(?=\s(?:um|am|von|ab|erst|\d|wie|[A-Z]))|\b(?:geplante|angesetzte|vorgesehene|angekündigte)[nrsm]?\b(?=(?:[^.!?]|\.(?=\d)){0,120}\berst\b)"
    r"|\bnicht\b(?=\s(?:(?:erst|schon|bereits|mehr|wie\s\w+)\s){0,2}(?:um|am|ab|gegen|heute|morgen|im|in)\b(?:[^.!?;]|\.(?=\d)){1,90}\bsondern\b)"
    r"|(?<=,\s)nicht\b(?=\s(?:(?:erst|schon|bereits|mehr)\s)?(?:(?:um|am|gegen)\s(?:\d|\w+tag)|in\sder\sNacht|heute\b|morgen\b))"
    r"|\b(?:angesetzt|geplant|vorgesehen|angekündigt)\b(?=(?:[^.!?;]|\.(?=\d)){0,60}\b(?:erst|schon|bereits|aber|dann)\s(?:\w+\s)?(?:um|am|gegen)\s)",
    re.IGNORECASE,
)
DENIED = re.compile(r"\b(?:nicht|nie|keineswegs|weder)\s(?:\w+\s){0,1}$", re.IGNORECASE)
OUTDATED = re.compile(
    r"\b(?:ursprünglich|eigentlich|hätten?\b(?:[^.!?;]|\.(?=\d)){0,80}\bsollen|(?:vorgesehen|angesetzt|geplant|zugesagt|angekündigt|versprochen|erwartet)\s(?:gewesen\s|worden\s)?(?:war|waren)"
    r"|(?:war|waren)\b(?:[^.!?;]|\.(?=\d)){0,80}\b(?:vorgesehen|angesetzt|geplant|anberaumt|terminiert)|(?:werden|sein|haben)\ssollten?"
    r"|(?:bisher|bislang|zunächst)\s(?:für|auf|um|am)|(?:war|waren)\s(?:\w+\s){0,3}vo[nm]\s(?=(?:\w+tag|Mittwoch|Sonnabend|\d{1,2}(?:[.:]\d\d)?\sUhr)\b(?:[^.!?;]|\.(?=\d)){0,60}\bdie\sRede)|(?:fahr)?planmäßig\s(?:wären?|hätten?)|(?:wären?|hätten?)\s(?:\w+\s){0,3}(?:fahr)?planmäßig|nicht\s(?:erst|schon|mehr)?,?\s?wie\s(?:geplant|vorgesehen|angekündigt|vereinbart))\b",
    re.IGNORECASE,
)
"""What was to be, and no longer is."""
AUXILIARY = re.compile(r"\b(?:wurden?|wird|werden?|ist|sind|soll(?:en)?|verschieb\w+|verzöger\w+|verleg\w+)\b", re.IGNORECASE)
PARTS = re.compile(r"[,;]|\s(?:und|während|aber)\s", re.IGNORECASE)
AT_ONCE = re.compile(r"\s(?:um)?\s?", re.IGNORECASE)
PARTICIPLE = re.compile("abgesagt|gestrichen|geplatzt", re.IGNORECASE)
SECOND = re.compile(
    r"\bhieß\ses,\s(?:\w+\s){1,6}(?:um|am|ab)\s$|,\s(?:dann|wie\s(?:geplant|vorgesehen|angekündigt|vereinbart),)\s(?:um|am|ab)\s$",
    re.IGNORECASE,
)
SINCE = re.compile(r"\bseit\s?(?:etwa |rund )?$", re.IGNORECASE)
LASTED = re.compile(r"\b(?:hatten?|war(?:en)?|wurden?|blieb(?:en)?|dauerte[n]?)\b", re.IGNORECASE)
SAME_YEAR = re.compile(r"\s(?:jenes|desselben|des\sselben|des\sgleichen)\sJahres\b", re.IGNORECASE)
TODAY = re.compile(r"\b(?:heute ist|heute,|es ist|wir schreiben(?: den)?)\s(?:der |den )?$", re.IGNORECASE)
LIKEWISE = re.compile(r"\b(?:auch|ebenfalls|ebenso)\s*$", re.IGNORECASE)
MEANT_FOR = re.compile(r"\bfür\s(?:etwa |zirka )?$", re.IGNORECASE)
AHEAD = re.compile(r"\b(?:für|bis(?: zum)?|zum|ab)\s(?:den |dem )?$", re.IGNORECASE)
JOURNEY = re.compile(
    r"\bnach\s\S+\s(?:Stunden|Tagen)\b(?!\s(?-i:[A-ZÄÖÜ])(?!\w*(?:fahrt|flug|reise|marsch|ritt)\b))(?!.*\b(?:wurden?|worden)\b)"
    r".*\b(?:erreicht(?:e|en)?|angekommen|eingetroffen|gelandet|am\sZiel|(?:an|ein)(?=\s*(?:[.,;!?]|$)))\b|\berreicht\w*\snach\b|\bunterwegs\b",
    re.IGNORECASE,
)
"""A length in whose sentence somebody arrives: not that of talks, nor one after which something was reached by others."""
