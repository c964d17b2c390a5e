"""Deep time in words: ages, eras, ordinals. Its rows are a part of `timeline.draw.words.WORDS`."""

from __future__ import annotations

from babel import Locale
from babel.numbers import format_decimal

AGES: dict[str, dict[str, str]] = {
    "date.ad": {"en": "AD {year}", "de": "{year} n. Chr."},
    "date.today": {"en": "today", "de": "heute"},
    "date.ago.year.many": {"en": "{n} years ago", "de": "vor {n} Jahren"},
    "date.ago.million.one": {"en": "{n} million years ago", "de": "vor {n} Million Jahren"},
    "date.ago.million.many": {"en": "{n} million years ago", "de": "vor {n} Millionen Jahren"},
    "date.ago.billion.one": {"en": "{n} billion years ago", "de": "vor {n} Milliarde Jahren"},
    "date.ago.billion.many": {"en": "{n} billion years ago", "de": "vor {n} Milliarden Jahren"},
    "date.in.year.many": {"en": "in {n} years", "de": "in {n} Jahren"},
    "date.in.million.one": {"en": "in {n} million years", "de": "in {n} Million Jahren"},
    "date.in.million.many": {"en": "in {n} million years", "de": "in {n} Millionen Jahren"},
    "date.in.billion.one": {"en": "in {n} billion years", "de": "in {n} Milliarde Jahren"},
    "date.in.billion.many": {"en": "in {n} billion years", "de": "in {n} Milliarden Jahren"},
    "date.brief.ago.year.many": {"en": "{n} yrs ago", "de": "vor {n} J."},
    "date.brief.ago.million.many": {"en": "{n} m yrs ago", "de": "vor {n} Mio. J."},
    "date.brief.ago.billion.many": {"en": "{n} bn yrs ago", "de": "vor {n} Mrd. J."},
    "date.brief.in.year.many": {"en": "in {n} yrs", "de": "in {n} J."},
    "date.brief.in.million.many": {"en": "in {n} m yrs", "de": "in {n} Mio. J."},
    "date.brief.in.billion.many": {"en": "in {n} bn yrs", "de": "in {n} Mrd. J."},
    "date.decade.bc": {"en": "{n}s BC", "de": "{n}er-Jahre v. Chr."},
    "date.century.bc.one": {"en": "{n}st century BC", "de": "{n}. Jahrhundert v. Chr."},
    "date.century.bc.two": {"en": "{n}nd century BC", "de": "{n}. Jahrhundert v. Chr."},
    "date.century.bc.few": {"en": "{n}rd century BC", "de": "{n}. Jahrhundert v. Chr."},
    "date.century.bc.many": {"en": "{n}th century BC", "de": "{n}. Jahrhundert v. Chr."},
    "date.millennium.bc.one": {"en": "{n}st millennium BC", "de": "{n}. Jahrtausend v. Chr."},
    "date.millennium.bc.two": {"en": "{n}nd millennium BC", "de": "{n}. Jahrtausend v. Chr."},
    "date.millennium.bc.few": {"en": "{n}rd millennium BC", "de": "{n}. Jahrtausend v. Chr."},
    "date.millennium.bc.many": {"en": "{n}th millennium BC", "de": "{n}. Jahrtausend v. Chr."},
    "gap.million.one": {"en": "{n} million years", "de": "{n} Million Jahre"},
    "gap.million.many": {"en": "{n} million years", "de": "{n} Millionen Jahre"},
    "gap.billion.one": {"en": "{n} billion years", "de": "{n} Milliarde Jahre"},
    "gap.billion.many": {"en": "{n} billion years", "de": "{n} Milliarden Jahre"},
    "edge.before.far": {"en": "{n} earlier, back to {date}", "de": "{n} früher, zurück bis {date}"},
    "edge.before.far.match": {
        "en": "{m} of {n} earlier match, back to {date}",
        "de": "{m} von {n} früheren passen, zurück bis {date}",
    },
}
_SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"))


def ranked(text: dict[str, str], code: str, n: int, language: str) -> str:
    """The `n`th of something, by the language's rule for ordinals; rows as for `counted`."""
    form = f"{code}.{Locale.parse(language).ordinal_form(n)}"
    return text.get(form, text[f"{code}.many"]).format(n=n)


def years(text: dict[str, str], code: str, n: int, language: str) -> str:
    """So many years, in millions or billions where at most three decimals say them: rows `code.year`, `code.million`, `code.billion`.

    >>> english, german = ({code: texts[language] for code, texts in AGES.items()} for language in ("en", "de"))
    >>> years(german, "date.ago", 13_800_000_000, "de"), years(english, "date.ago", 66_002_019, "en")
    ('vor 13,8 Milliarden Jahren', '66,002,019 years ago')
    """
    size, unit = next((one for one in _SCALES if n >= one[0] and n % (one[0] // 1000 or 1) == 0), (1, "year"))
    number = n // size if n % size == 0 else n / size
    form = f"{code}.{unit}.{Locale.parse(language).plural_form(number)}"
    return text.get(form, text[f"{code}.{unit}.many"]).format(n=format_decimal(number, locale=language))


def three_digits(number: int) -> int:
    """A number from zero on rounded to three digits.

    >>> three_digits(9_231_498_051), three_digits(1_234), three_digits(12)
    (9230000000, 1230, 12)
    """
    size: int = 10 ** max(len(str(number)) - 3, 0)
    return (2 * number + size) // (2 * size) * size
