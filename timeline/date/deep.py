"""Deep time in prose: years before 1 and after it, centuries and millennia BC, and so many thousand, million, billion years ago.

The same rules in every language; what their groups mean stands in `values.GROUPS`.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.ages import ago_pattern
from timeline.date.grammar import Rule, words

_BC_YEAR = r"(?P<year_bc>[1-9]\d{0,2}(?:[.,]\d{3})+|[1-9]\d{0,5})"
_AD_YEAR = r"(?P<year_ad>[1-9]\d{0,3})"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_ERAS: dict[str, tuple[str, str]] = {
    "en": (r"(?-i:BCE?(?!\w)|B\.\s?C\.(?:\s?E\.)?)", r"(?-i:(?:AD|CE)(?!\w)|A\.\s?D\.|C\.\s?E\.)"),
    "de": (
        r"(?:v\.\s?(?:Chr\.?|u\.\s?Z\.)|vor\s(?:Christus|Christi\sGeburt|unserer\sZeit(?:rechnung)?))(?!\w)",
        r"(?:n\.\s?(?:Chr\.?|u\.\s?Z\.)|nach\s(?:Christus|Christi\sGeburt|unserer\sZeit(?:rechnung)?))(?!\w)",
    ),
    "fr": (r"(?:av\.|avant)\s(?:J\.?[-\s]?C\.?|Jésus-Christ|notre\sère)(?!\w)", r"(?:ap\.|après)\s(?:J\.?[-\s]?C\.?|Jésus-Christ)(?!\w)"),
    "es": (r"(?:a\.\s?(?:de\s)?C\.|antes\sde\sCristo)(?!\w)", r"(?:d\.\s?(?:de\s)?C\.|después\sde\sCristo)(?!\w)"),
    "it": (r"(?:a\.\s?C\.|avanti\sCristo)(?!\w)", r"(?:d\.\s?C\.|dopo\sCristo)(?!\w)"),
}
"""Language -> what stands behind a year before the year 1, and behind one after it."""
_DRESS = {"en": r"(?:st|nd|rd|th)?\s(?:of\s)?", "de": r"\.\s?", "fr": r"(?:er)?\s", "es": r"\sde\s", "it": r"º?\s"}
_NTH = {"en": "(?:st|nd|rd|th)", "de": r"\.", "fr": "(?:er|e|ᵉ|ème)", "es": "", "it": "º?"}
_PIECES = {
    "en": (r"\scentury", r"\smillennium"),
    "de": (r"\sJahrhunderts?", r"\sJahrtausends?"),
    "fr": (r"\ssiècle", r"\smillénaire"),
    "it": (r"\ssecolo", r"\smillennio"),
}


def rules(code: str, months: Iterable[str], ordinals: Iterable[str]) -> tuple[Rule, ...]:
    """The rules of a language, with its names of months and its ordinals."""
    before, after = _ERAS[code]
    month = rf"(?P<month>{words(*months)})(?:\sdel?)?"
    dated = rf"(?<![\w.,]){_DAY}{_DRESS[code]}{month}"
    found = [
        Rule("age", rf"(?<![\w.,])(?:{ago_pattern(code)})"),
        Rule("year-bc", rf"(?<![\w.,-]){_BC_YEAR}\s?{before}"),
        Rule("year-ad", rf"(?<![\w.,-]){_AD_YEAR}\s?{after}"),
        Rule("month-bc", rf"(?<!\w){month}\s{_BC_YEAR}\s?{before}"),
        Rule("date-bc", rf"{dated}\s{_BC_YEAR}\s?{before}"),
        Rule("date-ad", rf"{dated}\s{_AD_YEAR}\s?{after}"),
        *(_pieces(code, words(*ordinals), before) if code in _PIECES else ()),
    ]
    if code == "en":
        found += [
            Rule("ad-year", rf"(?-i:\bAD|\bA\.\s?D\.)\s{_AD_YEAR}(?![\w%]|[.,]\d)"),
            Rule("date-bc-us", rf"(?<!\w){month}\s{_DAY}(?:st|nd|rd|th)?,?\s{_BC_YEAR}\s?{before}"),
            Rule("date-ad-year", rf"{dated},?\s(?-i:AD)\s{_AD_YEAR}(?![\w%]|[.,]\d)"),
        ]
    return tuple(found)


def _pieces(code: str, ordinals: str, before: str) -> tuple[Rule, ...]:
    def nth(group: str) -> str:
        return rf"(?<![\w.,])(?P<{group}>[1-9]\d?{_NTH[code]}|{ordinals})"

    century, millennium = _PIECES[code]
    return (
        Rule("century-bc", rf"{nth('century_bc')}{century}\s{before}"),
        Rule("millennium-bc", rf"{nth('millennium_bc')}{millennium}\s{before}"),
    )
