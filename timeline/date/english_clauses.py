"""English: what the words around an expression say of it: done, planned, given up, moved, called off."""

from __future__ import annotations

import re

from timeline.date.grammar import words

FUTURE = re.compile(
    r"\b(?:will|would|shall|is\sto|are\sto|was\sto|were\sto|plans?\sto|planned|scheduled|expect(?:s|ed)?|due|(?:is|are|now)\starget(?:s|ed|ing)|targets|hopes?\sto|aims?\s(?:to|for)|set\s(?:to|for)|bound\sto|pencilled\sin|wants?\sto|intends?\sto|later\sin\sthe)\b",
    re.IGNORECASE,
)
_STRONG = (
    "went came left took met said told began saw spoke gave held stood wrote flew sat rose fell ran broke brought got"
    " made became kept put won lost beat drew led shot struck hit tore sank swept shook threw drove caught found built cost paid sold"
    " sent spent heard felt woke spun slid swung wore grew knew"
).split()
PAST = re.compile(
    rf"\b(?:was|were|had|did|has|have|(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)(?<!\bbeing\s)(?:{words(*_STRONG)}|set\soff|\w{{3,}}ed))\b",
    re.IGNORECASE,
)
CANCELLED = re.compile(
    r"\b(?:(?:did|will|would)\snot\s(?:take\splace|happen|go\sahead)(?!\s(?:before|until|till|earlier))|never\stook\splace|scrubbed|cancelled|canceled|called\soff|scrapped|dropped|(?:is|are)\soff)\b",
    re.IGNORECASE,
)
MOVED = re.compile(
    r"\b(?:(?P<earlier>brought\sforward|moved\sup|moved\sforward)|(?P<later>postponed|pushed\sback|put\soff|put\sback|delayed|deferred|adjourned|slipp?e?d?s?(?=\s(?:by|to|from)\s))"
    r"|(?P<either>rescheduled|pushed(?=\s(?:from|to)\s)|moved(?=\s(?:from|to|by)\s)|shifted(?=\s(?:from|to|by)\s)))\b",
    re.IGNORECASE,
)
OUTDATED = re.compile(
    r"\b(?:(?:was|were)\s(?:originally\s|initially\s)?(?:meant|supposed|due|scheduled|set|slated|to\s(?:be|have|(?:re)?(?:start|open)|begin|resume|end|close|land|leave|depart|arrive|return|meet))"
    r"|should\shave|had\s(?:meant|hoped|planned|intended|wanted)\sto|had\s(?:first\s|not\s|originally\s)?been\s(?:first\s|not\s|originally\s)?(?:been\s)?(?:due|planned|scheduled|expected|set|forecast|slated|listed|billed)|originally)\b",
    re.IGNORECASE,
)
UNTIL = re.compile(
    r"\b(?:until|till|by|(?<!\bgo\s)(?<!\bgoes\s)(?<!\bgoing\s)(?<!\bwent\s)(?<!\bgone\s)(?<!\bget\s)(?<!\bgot\s)(?<!\bcome\s)(?<!\bcame\s)"
    r"(?<!\blived\s)(?<!\bhalfway\s)(?<!\bway\s)through)\s(?:the\s)?$",
    re.IGNORECASE,
)
SCORES = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|beat(?:s|en|ing)?|los[et]s?|losing|defeat\w*|victor\w*|draw[ns]?|drew|le[da]ds?|trail\w*|scor\w+|vot(?:e[ds]?|ing)"
    r"|rul(?:e[ds]?|ing)|split|match(?:es)?|games?|final|series|sets?|tie[ds]?|over|edged?"
    r"|r[io]ses?|risen|f[ae]ll(?:s|en)?|gr[eo]ws?|dropp?(?:s|ed)?|climb\w*|increas\w+|decreas\w+|cut|shares?|stocks?|index|points?|percent|people"
    r"|injured|killed|wounded|dead|died|arrested)\b",
    re.IGNORECASE,
)
PLANNED = re.compile(r"\b(?:planned|scheduled|due|set|cancelled|canceled|called\soff|scrapped)\b", re.IGNORECASE)
ONTO = re.compile(r"\b(?:to|until|till|for|only\s(?:at|start\sat|on))\s(?:the\s)?$", re.IGNORECASE)
OUT_OF = re.compile(
    r"\b(?:from|instead\sof|rather\sthan|not(?:\s(?:at|on))?|(?:planned|scheduled|due|expected|promised|set|slated|billed|listed|pencilled\sin|announced|originally)(?:\sto\s\w+)?(?:\s(?:for|at|on|by))?)\s(?:the\s)?$",
    re.IGNORECASE,
)
BY = re.compile(r"\bby\s(?:about\s|around\s|at\sleast\s|another\s)?$", re.IGNORECASE)
INSTEAD = re.compile(
    r"\b(?:instead\sof|rather\sthan)\b(?=\s(?:at\s|on\s)?(?:\d|noon|midnight|[A-Z]))"
    r"|\bnot\b(?=\s(?:at\s|on\s)?(?:\d|noon|midnight|\w+day)[^!?;\n]{0,60}\bbut\s(?:at|on|\d|noon|midnight))|(?<=,\s)not\b(?=\s(?:at\s|on\s)?(?:\d|noon|midnight|\w+day))|\b(?:(?:planned|scheduled|due|slated)\sfor|had\sbeen\s(?:\w+ly\s)?(?:expected|due|planned|scheduled|set|slated))\b(?=[^!?\n]{0,120}\b(?:will|only|now|instead)\b)",
    re.IGNORECASE,
)
DENIED = re.compile(r"(?:\b(?:not|never|neither)|n['’]t)\s(?:\w+\s){0,2}$", re.IGNORECASE)
AUXILIARY = re.compile(r"\b(?:was|were|is|are|has|have|will|had|isn|wasn|aren|weren|hasn)(?:\b|(?=n?['’]t))", re.IGNORECASE)
PARTS = re.compile(r"[,;]|\s(?:and|while|but)\s", re.IGNORECASE)
AT_ONCE = re.compile(r"\s(?:at)?\s?", re.IGNORECASE)
SECOND = re.compile(r",\sthen\s(?:at|on)\s$", re.IGNORECASE)
NOT_UNTIL = re.compile(r"(?:\bnot|n['’]t|\bnever)\s[^.!?;,]{0,60}\b(?:until|till|before)\s(?:the\s|about\s|around\s)?$", re.IGNORECASE)
SINCE = re.compile(r"\bsince\s?(?:about |around )?$", re.IGNORECASE)
LASTED = re.compile(r"\b(?:had|was|were|lasted|stayed)\b", re.IGNORECASE)
SAME_YEAR = re.compile(r",?\s(?:of\s)?(?:that|the\ssame)\syear\b", re.IGNORECASE)
TODAY = re.compile(r"\b(?:it is|it[’']s|today is|today,?)\s(?:the )?$", re.IGNORECASE)
LIKEWISE = re.compile(r"\b(?:too|as\swell|likewise)\s*$", re.IGNORECASE)
HALVES = re.compile(r"\d\s?[ap]\.?\s?m\b", re.IGNORECASE)
MEANT_FOR = re.compile(r"\bfor\s(?:about |around )?$", re.IGNORECASE)
AHEAD = re.compile(r"\b(?:for|until|by)\s(?:the )?$", re.IGNORECASE)
_ARRIVED = (
    r"\b(?:arriv(?:es?|ed|ing)|land(?:s|ed|ing)|dock(?:s|ed)|pull(?:s|ed)\sin|roll(?:s|ed)\sin(?:to)?|reach(?:es|ed)?|destination|there)\b"
)
JOURNEY = re.compile(
    rf"^(?=.*{_ARRIVED})(?!.*\b(?:was|were|been)\sreached\b).*\bafter\s(?:a\s)?\S+[\s-](?:hours?|days?)\b"
    r"(?!\s(?:of\s(?!travel|flight|flying|driving)|debate|meeting|siege|search|delay|strike|wait|session|talks|battle|hearing))"
    r"|\bon\sthe\s(?:road|rails|move)\b|\bjourney\b|\btrip\b",
    re.IGNORECASE | re.DOTALL,
)
"""A length in whose sentence somebody arrives, or travels: not that of talks, nor one after which something was reached by others."""
