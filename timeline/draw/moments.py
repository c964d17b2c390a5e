"""The sentence for a moment, in a zone and a language.

`assets/lib/moments.mjs` is its twin and says the same in the browser; `tests/draw/moments.json` is checked from both sides.
A civil date is the same words in every zone. A clock carries the offset of the zone it is told in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel.dates import get_day_names, get_month_names
from babel.numbers import format_decimal

from timeline.ages import age_of
from timeline.clock import DAY, HOUR, MINUTE, SECOND, date_of, days_of, format_instant, format_offset, instant_of, offset_at, weekday_of
from timeline.draw.amounts import ranked, years
from timeline.draw.words import words
from timeline.model import CLOCK_PRECISIONS, Moment

_CIVIL = re.compile(r"([+-]?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?")
_FIRST, _LAST = days_of(1, 1, 2) * DAY, days_of(9999, 12, 31) * DAY  # HTML's dates have four digits and no year 0
_GREGORIAN = days_of(1582, 10, 15)  # what is dated before, is by the Julian calendar mostly, which had other weekdays
_WEEK = re.compile(r"([+-]?\d{4,})-W(\d\d)")
_UNIT = {"second": SECOND, "minute": MINUTE, "hour": HOUR}
_SEASONS = ("spring", "summer", "autumn", "winter")


def tell(start: Moment | None, end: Moment | None = None, *, zone: str | None, language: str, home: str = "UTC") -> str:
    """When something was, in words. `zone` None tells each moment in its own zone, or in `home` where it has none.

    >>> tell(Moment(1551275220000, 1551275280000, "minute", "Asia/Ho_Chi_Minh"), zone="Europe/Berlin", language="de")
    'Mittwoch, 27. Februar 2019, 14:47 Uhr (UTC+1)'
    """
    teller = _Teller(zone, home, language, words(language))
    if start is None or end is None:
        if start is not None:
            return teller.point(start)
        return teller.text["when.until"].format(to=teller.point(end)) if end is not None else teller.text["when.unknown"]
    return teller.span(start, end)


def tell_elsewhere(
    start: Moment | None, end: Moment | None, places: Mapping[str, str], *, zone: str | None, language: str, home: str = "UTC"
) -> str:
    r"""The clocks of `tell` once more in other zones (`places`: zone -> its name); empty for a date, which is the same everywhere.

    A zone whose clocks show what the told ones show is left out. Lines break between zones only.

    >>> at = Moment(1551275220000, 1551275280000, "minute", "Asia/Ho_Chi_Minh")
    >>> tell_elsewhere(at, None, {"Europe/Berlin": "Berlin", "Pacific/Apia": "Apia"}, zone="Asia/Ho_Chi_Minh", language="en")
    'Berlin\xa014:47 · Apia\xa003:47\xa0the\xa0next\xa0day'
    """
    teller = _Teller(zone, home, language, words(language))
    moments = [moment for moment in (start, end) if moment is not None]
    ends = [(at, moment) for moment in moments for at in dict.fromkeys(teller.shown(moment))]
    known = [(at, moment) for at, moment in ends if at is not None]
    if not known or any(teller.shown(moment) == (None, None) for moment in moments):
        return ""
    others = [key for key in places if any(offset_at(at, key) != offset_at(at, teller.zone_of(moment)) for at, moment in known)]
    pattern = "{from}" if len(known) == len(ends) else teller.text["when.before" if ends[0][0] is None else "when.after"]
    told = (f"{places[key]} " + pattern.format(**dict.fromkeys(("from", "to"), teller.clocks(known, key))) for key in others)
    return " · ".join(text.replace(" ", "\N{NO-BREAK SPACE}") for text in told)


def is_exact(moment: Moment) -> bool:
    """A clock reading that is named, or no vaguer than its precision."""
    if moment.named is not None:
        return moment.civil is None
    if moment.civil is not None or moment.earliest is None or moment.latest is None:
        return False
    return moment.latest - moment.earliest <= _UNIT.get(moment.precision, 0)


def machine_date(moment: Moment | None, home: str) -> str | None:
    """What `<time datetime>` may hold for a moment: a civil date bare, an instant with its offset; None where HTML has no form."""
    if moment is None:
        return None
    if moment.civil is not None:
        return (
            moment.civil
            if moment.civil[:4] != "0000" and re.fullmatch(r"\d{4}(-\d\d){0,2}|\d{4}-W\d\d", moment.civil) and not _season_of(moment.civil)
            else None
        )
    exact = moment.latest is not None and moment.precision in CLOCK_PRECISIONS
    if not exact or moment.instant is None:
        return None
    return format_instant(moment.instant, moment.zone or home) if _FIRST <= moment.instant < _LAST else None


def offset_words(offset: int) -> str:
    """`UTC`, `UTC+7`, `UTC+8:30`.

    >>> offset_words(30_600_000)
    'UTC+8:30'
    """
    text = format_offset(offset)
    return "UTC" + (text[0] + text[1:].removesuffix(":00").removeprefix("0") if offset else "")


@dataclass(frozen=True, slots=True)
class _Teller:
    zone: str | None
    home: str
    language: str
    text: dict[str, str]

    def span(self, start: Moment, end: Moment) -> str:
        zone = self.zone_of(start)
        sure = is_exact(start) and is_exact(end) and not (start.approximate or end.approximate)
        if sure and zone == self.zone_of(end):
            first, last = start.instant or 0, end.instant or 0
            (day, clock), (last_day, last_clock) = self.wall(first, zone, start), self.wall(last, zone, end)
            offset, last_offset = offset_at(first, zone), offset_at(last, zone)
            if (day, offset) == (last_day, last_offset):
                return self.text["when.clocks"].format(
                    **{"date": self.day(day), "from": clock, "to": last_clock, "offset": offset_words(offset)}
                )
        return self.text["when.span"].format(**{"from": self.point(start), "to": self.point(end)})

    def point(self, moment: Moment) -> str:
        bounds = self.told_bounds(moment)
        if moment.civil is not None:
            said = self.civil(moment.civil, moment.precision)
            said = self.text["when.bounded"].format(date=said, bounds=bounds) if bounds else said
        else:
            said = self.clock(moment) if is_exact(moment) else bounds or self.text["when.unknown"]
        if moment.approximate and not bounds:  # bounds say by themselves that it is open when
            said = self.text["when.about"].format(moment=said)
        return self.text["when.order"].format(moment=said) if moment.basis == "order" else said

    def clock(self, moment: Moment) -> str:
        zone, instant = self.zone_of(moment), moment.instant or 0
        day, clock = self.wall(instant, zone, moment)
        offset = offset_words(offset_at(instant, zone))
        if moment.precision == "hour" and moment.named is None:
            values = {"date": self.day(day), "from": clock, "to": self.wall(instant + HOUR, zone, moment)[1], "offset": offset}
            return self.text["when.clocks"].format(**values)
        return self.text["when.clock"].format(date=self.day(day), clock=clock, offset=offset)

    def told_bounds(self, moment: Moment) -> str:
        """Between which instants it was: those of an inferred date where they are narrower than the date itself."""
        zone = self.zone_of(moment)
        if moment.civil is not None:
            return self.bounds(*self.narrower(moment), zone) if moment.basis == "order" else ""
        return "" if is_exact(moment) else self.bounds(moment.earliest, moment.latest, None, zone)

    def narrower(self, moment: Moment) -> tuple[int | None, int | None, int | None]:
        """The bounds of a date that lie within its day, and that day."""
        match = _CIVIL.fullmatch(moment.civil or "")
        if match is None or match[3] is None:
            return None, None, None
        day, own = days_of(int(match[1]), int(match[2]), int(match[3])), moment.zone or self.home
        first, last = instant_of(day * DAY, own), instant_of((day + 1) * DAY, own)
        earliest = moment.earliest if moment.earliest is not None and moment.earliest > first else None
        latest = moment.latest if moment.latest is not None and moment.latest < last else None
        return earliest, latest, day

    def shown(self, moment: Moment) -> tuple[int | None, int | None]:
        """The first and last instant that the sentence names; None where it names none."""
        if moment.civil is not None:
            return self.narrower(moment)[:2] if moment.basis == "order" else (None, None)
        if not is_exact(moment):
            return moment.earliest, moment.latest
        instant = moment.instant or 0
        return instant, instant + HOUR if moment.precision == "hour" and moment.named is None else instant

    def clocks(self, known: Sequence[tuple[int, Moment]], zone: str) -> str:
        """The clocks of some instants in another zone, with their day where that is another one than the one told."""
        told, days = [], []
        for at, moment in known:
            (day, clock), (here, _) = self.wall(at, zone, moment), self.wall(at, self.zone_of(moment), None)
            named = {-1: "also.before", 1: "also.after"}.get(day - here)
            told.append(clock)
            days.append("" if day == here else f" {self.text[named]}" if named else f", {self.plain(day)}")
        if len(set(days)) == 1:
            return "–".join(told) + days[0]
        return " – ".join(clock + day for clock, day in zip(told, days, strict=True))

    def bounds(self, earliest: int | None, latest: int | None, day: int | None, zone: str) -> str:
        """`between 18:30 and 20:47 (UTC+7)`; a date is left out where it is `day` or was said. Where the clock is changed between the two,
        each has its offset beside it."""
        told, offsets = {}, {}
        for name, instant in (("from", earliest), ("to", latest)):
            if instant is not None:
                own, clock = self.wall(instant, zone, None)
                told[name] = self.text["when.at" if own == day else "when.dated"].format(date=self.plain(own), clock=clock)
                offsets[name], day = f" ({offset_words(offset_at(instant, zone))})", own
        if not told:
            return ""
        pattern = self.text["when.between" if len(told) == 2 else "when.before" if "to" in told else "when.after"]
        if len(set(offsets.values())) == 2:
            return pattern.format(**{name: said + offsets[name] for name, said in told.items()})
        return pattern.format(**told) + next(iter(offsets.values()))

    def civil(self, civil: str, precision: str) -> str:
        """A date without a clock; the text itself where it has no form this table knows."""
        if week := _WEEK.fullmatch(civil):
            january = days_of(int(week[1]), 1, 4)
            return self.text["date.week"].format(date=self.plain(january - weekday_of(january) + 7 * (int(week[2]) - 1)))
        match = _CIVIL.fullmatch(civil)
        if match is None:
            return civil
        year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
        if day:
            return self.dated(days_of(year, month, day), precision)
        if season := _season_of(civil) or (month and precision == "season" and _SEASONS[month // 3 % 4 - 1]):
            return self.text["date.month"].format(month=self.text[f"season.{season}"], year=self.year(year))
        if month and precision == "quarter":
            return self.text["date.quarter"].format(n=(month + 2) // 3, year=self.year(year))
        if month:
            return self.text["date.month"].format(month=self.month(month), year=self.year(year))
        return self.years(year, precision)

    def years(self, year: int, precision: str) -> str:
        """A year, or the longer piece of the calendar that begins with it; before history, how long ago it was."""
        if (age := age_of(year, precision)) is not None:
            return years(self.text, "date.ago" if age > 0 else "date.in", abs(age), self.language)
        if precision not in _LONG:
            return self.year(year)
        if year > 0:
            return self.text[f"date.{precision}"].format(year=self.year(year))
        if precision == "decade":
            return self.text["date.decade.bc"].format(n=(1 - year) // 10 * 10)
        return ranked(self.text, f"date.{precision}.bc", -year // _LONG[precision] + 1, self.language)

    def dated(self, day: int, precision: str) -> str:
        if precision in ("week", "weekend"):
            return self.text[f"date.{precision}"].format(date=self.plain(day))
        said = self.day(day)
        part = self.text.get(f"part.{precision}")
        return self.text["date.part"].format(date=said, part=part) if part else said

    def zone_of(self, moment: Moment) -> str:
        return self.zone or moment.zone or self.home

    def wall(self, instant: int, zone: str, moment: Moment | None) -> tuple[int, str]:
        """Days since 1970 and the clock that a wall in `zone` shows."""
        day, rest = divmod(instant + offset_at(instant, zone), DAY)
        clock = f"{rest // HOUR:02d}:{rest // MINUTE % 60:02d}"
        return day, clock + (f":{rest // SECOND % 60:02d}" if moment and moment.precision == "second" else "")

    def day(self, day: int) -> str:
        if day < _GREGORIAN:
            return self.plain(day)
        weekday = get_day_names("wide", locale=self.language)[weekday_of(day)]
        return self.text["date.day"].format(weekday=weekday, **self.named(day))

    def plain(self, day: int) -> str:
        return self.text["date.plain"].format(**self.named(day))

    def named(self, day: int) -> dict[str, str]:
        year, month, number = date_of(day)
        return {"day": str(number), "month": self.month(month), "year": self.year(year)}

    def month(self, month: int) -> str:
        return str(get_month_names("wide", locale=self.language)[month])

    def year(self, year: int) -> str:
        return year_words(year, self.text, self.language)


def year_words(year: int, text: Mapping[str, str], language: str) -> str:
    """A year with the era where its number does not tell: before 1, and below 1000; from six digits on they are grouped.

    >>> [year_words(year, words("en"), "en") for year in (-43, 0, 1, 476, 1969, 12_000, -1_000_000)]
    ['44 BC', '1 BC', 'AD 1', 'AD 476', '1969', '12000', '1,000,001 BC']
    """
    number = abs(year) + (year <= 0)
    said = format_decimal(number, locale=language) if number >= 100_000 else str(number)
    era = "date.bc" if year <= 0 else "date.ad" if year < 1000 else None
    return text[era].format(year=said) if era else said


_LONG = {"decade": 10, "century": 100, "millennium": 1000}


def _season_of(civil: str) -> str | None:
    """The season of an EDTF date such as `2019-21` (https://www.loc.gov/standards/datetime/, 21 to 24)."""
    number = int(civil[-2:]) if re.fullmatch(r"[+-]?\d{4,}-2[1-4]", civil) else 0
    return _SEASONS[number - 21] if number else None
