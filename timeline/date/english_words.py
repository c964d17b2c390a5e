"""The words of English: numbers, units and the names of the calendar."""

from __future__ import annotations

from timeline.date.grammar import Words
from timeline.date.partial import Holiday, Part, Portion, Relation, Season, Unit

ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
NUMBERS: dict[str, float | None] = {
    "a": 1, "an": 1, "the": 1, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "hundred": 100, "a hundred": 100, "a dozen": 12, "all": 1, "other": 2,
    "half an": 0.5, "half a": 0.5, "½": 0.5, "couple": 2, "couple of": 2, "a couple": 2, "a couple of": 2, "one and a half": 1.5,
    "quarter": 15, "a quarter": 15, "half": 30, "a few": None, "few": None, "several": None, "some": None, "many": None,
    **{word: number for number, word in enumerate(ONES, start=1)},
    **TENS,
    **{f"{tens}{gap}{one}": ten + number for tens, ten in TENS.items() for number, one in enumerate(ONES, start=1) for gap in "- "},
}  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second",
    "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth",
    "thirty-first",
)  # fmt: skip
ORDINALS: dict[str, int] = {
    "opening": 1,
    **{form: number for number, word in enumerate(_ORDINALS, start=1) for form in (word, word.replace("-", " "))},
}
_LENGTHS: dict[str, Unit] = {
    "second": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day", "night": "day", "week": "week",
    "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year", "decade": "decade", "century": "century",
    "centurie": "century", "h": "hour", "sec": "second", "business day": "workday",
    "working day": "workday", "work day": "workday", "workday": "workday", "trading day": "workday",
}  # fmt: skip
UNITS: dict[str, Unit] = {
    **{name + end: unit for name, unit in _LENGTHS.items() for end in ("", "s")},
    "daily": "day", "hourly": "hour", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year", "annually": "year",
    "annual": "year", "y": "year",
}  # fmt: skip
MONTHS: dict[str, int] = {
    "january": 1, "jan": 1, "jan.": 1, "february": 2, "feb": 2, "feb.": 2, "march": 3, "mar": 3, "mar.": 3, "april": 4, "apr": 4, "apr.": 4,
    "may": 5, "june": 6, "jun": 6, "jun.": 6, "july": 7, "jul": 7, "jul.": 7, "august": 8, "aug": 8, "aug.": 8, "september": 9,
    "sept.": 9, "sept": 9, "sep.": 9, "sep": 9, "october": 10, "oct": 10, "oct.": 10, "november": 11, "nov": 11, "nov.": 11,
    "december": 12, "dec": 12, "dec.": 12,
}  # fmt: skip
WEEKDAYS: dict[str, int] = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6, "mon": 0, "tue": 1, "tues": 1,
    "wed": 2, "thu": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
MEALS = ("breakfast", "breakfast time", "lunch", "lunchtime", "lunch time", "dinner", "dinner time", "dinnertime", "supper")
LONG_WEEKDAYS = tuple(WEEKDAYS)[:7]
PARTS: dict[str, Part] = {
    "tonite": "evening", "early morning": "morning", "late evening": "evening", "early evening": "evening", "late afternoon": "afternoon",
    "early afternoon": "afternoon", "late night": "night", "late morning": "forenoon", "morning": "morning", "midday": "noon",
    "lunchtime": "noon", "lunch time": "noon", "afternoon": "afternoon", "evening": "evening", "night": "night", "night-time": "night",
    "nighttime": "night", "overnight": "night", "breakfast": "morning", "breakfast time": "morning", "lunch": "noon", "dinner": "evening",
    "dinner time": "evening", "dinnertime": "evening", "supper": "evening",
}  # fmt: skip
DAYS: dict[str, int] = {
    "the day before yesterday": -2, "yesterday": -1, "the day before": -1, "the previous day": -1, "today": 0, "the same day": 0,
    "tomorrow": 1, "the next day": 1, "the following day": 1, "the day after": 1, "the day after tomorrow": 2,
}  # fmt: skip
SEASONS: dict[str, Season] = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
_HOLIDAYS: dict[str, Holiday] = {
    "christmas eve": "christmas-eve", "christmas": "christmas", "christmas day": "christmas", "xmas": "christmas",
    "new year's day": "new-year", "new year": "new-year", "new year's eve": "new-years-eve", "easter": "easter", "easter sunday": "easter",
    "good friday": "good-friday", "easter monday": "easter-monday", "ash wednesday": "ash-wednesday", "pentecost": "pentecost",
    "maundy thursday": "maundy-thursday", "halloween": "halloween", "boxing day": "boxing-day", "independence day": "independence-day",
    "may day": "labour-day", "international workers' day": "labour-day", "labor day": "us-labor-day", "thanksgiving": "thanksgiving",
    "thanksgiving day": "thanksgiving", "black friday": "black-friday", "cyber monday": "cyber-monday", "memorial day": "memorial-day",
    "martin luther king day": "martin-luther-king-day", "mlk day": "martin-luther-king-day", "presidents' day": "presidents-day",
    "presidents day": "presidents-day", "president's day": "presidents-day", "columbus day": "columbus-day", "juneteenth": "juneteenth",
    "mother's day": "mothers-day", "mothers' day": "mothers-day", "mothers day": "mothers-day", "new years eve": "new-years-eve",
    "veterans day": "veterans-day", "father's day": "fathers-day", "fathers' day": "fathers-day", "fathers day": "fathers-day",
    "valentine's day": "valentines-day", "valentines day": "valentines-day", "st patrick's day": "saint-patricks-day",
    "st. patrick's day": "saint-patricks-day", "saint patrick's day": "saint-patricks-day", "april fools' day": "april-fools-day",
    "april fool's day": "april-fools-day", "april fools day": "april-fools-day", "earth day": "earth-day", "groundhog day": "groundhog-day",
    "guy fawkes night": "guy-fawkes", "bonfire night": "guy-fawkes", "all saints' day": "all-saints",
    "all souls' day": "all-souls",
}  # fmt: skip
HOLIDAYS = {form: day for name, day in _HOLIDAYS.items() for form in (name, name.replace("'", "’"))}
RELATIONS: dict[str, Relation] = {
    "this": "this", "the current": "this", "current": "this", "next": "future", "the next": "future", "coming": "future",
    "upcoming": "future", "this upcoming": "future", "the coming": "future", "following": "future", "the following": "future",
    "last": "past", "past": "past", "the last": "past", "prior": "past", "the prior": "past", "previous": "past",
    "the previous": "past", "the past": "past",
}  # fmt: skip
PORTIONS: dict[str, Portion] = {
    "early": "start", "the beginning of": "start", "the start of": "start", "mid": "mid", "mid-": "mid", "the middle of": "mid",
    "late": "end", "the end of": "end", "beginning of": "start", "start of": "start", "middle of": "mid", "end of": "end",
    "the first half of": "first-half", "the second half of": "second-half", "first half of": "first-half",
    "second half of": "second-half", "the last day of": "last-day", "last day of": "last-day",
    "the first day of": "first-day", "h1": "first-half", "h2": "second-half",
    "the rest of": "rest", "the remainder of": "rest", "rest of": "rest", "remainder of": "rest", "remaining of": "rest",
}  # fmt: skip
DECADES: dict[str, int] = {
    "twenties": 192, "thirties": 193, "forties": 194, "fifties": 195, "sixties": 196, "seventies": 197, "eighties": 198, "nineties": 199,
}  # fmt: skip
ZONES: dict[str, str] = {
    "local time": "local", "Eastern time": "America/New_York", "Eastern": "America/New_York",
    "Washington time": "America/New_York", "New York time": "America/New_York",
    "Pacific time": "America/Los_Angeles", "London time": "Europe/London", "Berlin time": "Europe/Berlin", "Korean time": "Asia/Seoul",
    "German time": "Europe/Berlin", "Hanoi time": "Asia/Ho_Chi_Minh",
}  # fmt: skip

WORDS = Words(
    numbers=NUMBERS,
    ordinals=ORDINALS,
    units=UNITS,
    months=MONTHS,
    weekdays=WEEKDAYS,
    parts=PARTS,
    days=DAYS,
    seasons=SEASONS,
    holidays=HOLIDAYS,
    relations=RELATIONS,
    portions=PORTIONS,
    decades=DECADES,
    clocks={"noon": (12, 0), "noonish": (12, 0), "midnight": (0, 0), "mid night": (0, 0), "midday": (12, 0)},
    zones=ZONES,
    last=frozenset({"last"}),
    later=frozenset({"later", "behind", "late"}),
    after=frozenset({"after", "past", "from", "afterwards", "afterward", "after that"}),
)
OCCASIONS = frozenset(
    "summit meeting talks conference election vote tournament final trial visit festival fair congress negotiations match".split()
)
