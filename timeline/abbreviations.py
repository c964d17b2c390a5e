"""Time-zone abbreviations as newsrooms write them, and what they mean.

An abbreviation that names one offset stands for that offset, whatever the date says (`MEZ` in July is still UTC+1: the editor's
error is kept, and flagged where it can be checked). One that names a country's time (`ET`, `deutscher Zeit`) stands for a zone.
One with several meanings lists them all; only context can choose.
Offsets: IANA time zone database, `etcetera` and the abbreviations of its zones (https://www.iana.org/time-zones).
"""

from __future__ import annotations

ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "UTC": ("UTC",), "GMT": ("+00:00",), "WET": ("+00:00",), "WEST": ("+01:00",),
    "MEZ": ("+01:00",), "MESZ": ("+02:00",), "CET": ("+01:00",), "CEST": ("+02:00",),
    "OEZ": ("+02:00",), "OESZ": ("+03:00",), "EET": ("+02:00",), "EEST": ("+03:00",), "MSK": ("+03:00",),
    "ET": ("America/New_York",), "EST": ("-05:00",), "EDT": ("-04:00",),
    "CT": ("America/Chicago",), "CDT": ("-05:00",), "MT": ("America/Denver",), "MDT": ("-06:00",), "MST": ("-07:00",),
    "PT": ("America/Los_Angeles",), "PST": ("-08:00",), "PDT": ("-07:00",), "AKST": ("-09:00",), "HST": ("-10:00",),
    "ICT": ("+07:00",), "SGT": ("+08:00",), "HKT": ("+08:00",), "JST": ("+09:00",), "KST": ("+09:00",),
    "AEST": ("+10:00",), "AEDT": ("+11:00",), "AWST": ("+08:00",), "NZST": ("+12:00",), "NZDT": ("+13:00",),
    "CST": ("-06:00", "+08:00"), "IST": ("+05:30", "+01:00", "+02:00"), "BST": ("+01:00", "+06:00"), "AST": ("-04:00", "+03:00"),
}  # fmt: skip
"""Abbreviation -> IANA keys or offsets, the most frequent first; more than one is ambiguous."""

LOCAL_WORDS: tuple[str, ...] = ("Ortszeit", "local time")
"""Words after a clock for "in the zone of the place"."""

HOMES: dict[str, str] = {
    "EST": "America/New_York", "EDT": "America/New_York", "CST": "America/Chicago", "CDT": "America/Chicago", "MDT": "America/Denver",
    "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles", "AKST": "America/Anchorage",
    "GMT": "Europe/London", "BST": "Europe/London", "WET": "Europe/Lisbon", "WEST": "Europe/Lisbon",
    "MEZ": "Europe/Berlin", "MESZ": "Europe/Berlin", "CET": "Europe/Berlin", "CEST": "Europe/Berlin",
    "OEZ": "Europe/Athens", "OESZ": "Europe/Athens", "EET": "Europe/Athens", "EEST": "Europe/Athens", "MSK": "Europe/Moscow",
    "AEDT": "Australia/Sydney", "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland",
    "HKT": "Asia/Hong_Kong", "SGT": "Asia/Singapore", "JST": "Asia/Tokyo", "KST": "Asia/Seoul", "ICT": "Asia/Bangkok",
}  # fmt: skip
"""Abbreviation -> the zone whose clocks it names for one half of the year, or always. Missing are those that some place keeps all the year
while others change, such as MST and AEST: they contradict no season."""
