"""Where the clocks of a ticker stand: in its text and on its posts, what `Ortszeit` means, what a zone written on a stamp stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.abbreviations import ABBREVIATIONS, HOMES
from timeline.clock import DAY, HOUR, MINUTE, days_of, format_offset, offset_at
from timeline.date.grammar import Language
from timeline.date.partial import Found
from timeline.date.places import PLACE, PLACES, count_places, zone_of_place
from timeline.date.printed import meanings_of
from timeline.date.reading import Expression, Reading
from timeline.model import Assumption, Problem, Settings
from timeline.notation import ZONE

_QUARTER = 15 * MINUTE
_NAMED = {"mitteleuropäische zeit": "MEZ", "mitteleuropäischer zeit": "MEZ", "mitteleuropäische sommerzeit": "MESZ",
          "central european time": "CET", "eastern time": "ET", "pacific time": "PT", "british summer time": "BST"}  # fmt: skip
"""Abbreviations written out."""
_STATED = re.compile(
    r"\b(?-i:(?=[AaFfHhTtZz]))(?:all\stimes|times\sare|times\sin|all\stimestamps|time\s?zone|alle\s(?:zeiten|uhrzeiten|zeitangaben|angaben)|zeitzone|toutes\sles\sheures|"
    r"todas\slas\shoras|tutti\sgli\sorari|fuseau\shoraire|huso\shorario|fuso\sorario)\b"
    rf"[^.\n]{{0,60}}?(?<!\w)(?:{ZONE}|(?P<named>{'|'.join(_NAMED)})\b|(?-i:{PLACE}))",
    re.IGNORECASE,
)


_WRITTEN = re.compile(rf"(?<!\w){ZONE}", re.IGNORECASE)
_DATELINE = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][\w.'’ -]{2,30}?)(?:,\s[A-Z][\w. ]{1,15})?\s?(?:\([^()\n]{2,30}\)\s?)?(?:—|–|--|(?<=\s)-)\s", re.MULTILINE
)
"""`WASHINGTON (AP) — `, `Boston, Mass. - `"""
_MOST = 2 / 3


@dataclass(frozen=True, slots=True)
class Zones:
    """`story`: bare clocks in the text; `desk`: bare clocks on headlines; `local`: what `Ortszeit` means. `stated` is an abbreviation that
    the ticker says all its clocks are in (`All times EST`); `by_custom`: nothing but its language tells where the desk is."""

    story: str
    desk: str
    local: str
    stated: str = ""
    by_custom: bool = False


def infer_zones(
    readings: Sequence[Reading], above: str, settings: Settings, language: Language, *, about: int | None = None, day: int | None = None
) -> tuple[Zones, list[Assumption]]:
    """The zones of a text: the editor's, else those that are written for all clocks or on the stamps, else what two clocks for one
    instant and the places named give away.

    `above` is what stands above the entries, `about` a day near to the ticker's, which decides what an abbreviation means,
    `day` one of its own, whose offsets two clocks for one instant have.
    """
    text = "\n".join([above, *(reading.text for reading in readings)])
    found = _STATED.search(text)
    stated = _written(found) if found else ""
    if settings.zone:
        return Zones(settings.zone, settings.zone, settings.zone, stated), []
    desk, assumptions = _desk(found, readings, language, about)
    if desk is None and language.desk_zone == "UTC":  # newsrooms of this language stand in many zones
        desk, assumptions = _hinted(readings, above, language, about)
    custom = desk is None
    places = count_places(text)
    for reading in readings:
        for expression in reading.expressions:
            if (ahead := _twin_offset(expression.found, _reference(expression, day))) is not None:
                zone, assumption = _zone_of_twin(ahead, expression, places, _reference(expression, day))
                return Zones(desk or zone, desk or language.desk_zone, zone, stated, custom), [*assumptions, assumption]
    local_words = [e.words for r in readings for e in r.expressions if e.partial.zone == "local"]
    if stated and meanings_of(stated)[0] == "local" and places:
        zone, place, _ = places[0]
        return Zones(zone, zone, zone), [Assumption("zone-place", {"value": zone, "place": place, "words": stated, "desk": zone})]
    if local_words and places and not found:
        zone, place, _ = places[0]
        values = {"value": zone, "place": place, "words": local_words[0], "desk": language.desk_zone}
        return Zones(desk or zone, desk or language.desk_zone, zone, stated, custom), [*assumptions, Assumption("zone-place", values)]
    local = places[0][0] if local_words and places else desk or language.desk_zone
    if desk is None and language.desk_zone == "UTC":
        desk, assumptions = _by_city(above)
        local = local if local_words and places else desk or local
    if desk:
        return Zones(desk, desk, local, stated), assumptions
    zone = language.desk_zone
    return Zones(zone, zone, zone), [Assumption("zone-none" if zone == "UTC" else "zone-desk", {"value": zone, "language": language.code})]


def _hinted(readings: Sequence[Reading], above: str, language: Language, about: int | None) -> tuple[str | None, list[Assumption]]:
    """The zone that most of the clocks in the text are written with, else that of the place in a dateline, or of the city in the title."""
    clocks = [
        e for r in readings for e in r.expressions if e.partial.has_clock and e.partial.zone not in (None, "local") and not e.found.twin
    ]
    written = [(_zone_of(found["zone"], language, about), clock.words) for clock in clocks if (found := _WRITTEN.search(clock.words))]
    zone, times = Counter(zone for zone, _ in written).most_common(1)[0] if written else ("", 0)
    if times and times >= _MOST * len(written):
        return zone, [Assumption("zone-clocks", {"value": zone, "words": next(words for one, words in written if one == zone)})]
    for text in (above, *(reading.entry.body for reading in readings)):
        for line in _DATELINE.finditer(text):
            name = line["place"].title() if line["place"].isupper() else line["place"]
            if re.fullmatch(PLACE, name):
                zone = zone_of_place(name)
                return zone, [Assumption("zone-dateline", {"value": zone, "place": name, "words": line.group().strip()})]
    return _by_city(above.split("\n", 1)[0])


def _written(found: re.Match[str]) -> str:
    return found["zone"] or _NAMED.get((found["named"] or "").lower(), "")


def _by_city(words: str) -> tuple[str | None, list[Assumption]]:
    """The zone of the one city that a title, or what stands below it, names."""
    cities = [(zone, place) for zone, place, _ in count_places(words) if place in PLACES.get(zone, ())]
    if len(cities) != 1:
        return None, []
    zone, place = cities[0]
    return zone, [Assumption("zone-title", {"value": zone, "place": place})]


def _desk(
    found: re.Match[str] | None, readings: Sequence[Reading], language: Language, about: int | None
) -> tuple[str | None, list[Assumption]]:
    """The zone that is written for all clocks, else on at least half of the stamps."""
    zone: str | None
    if found:
        zone = zone_of_place(found["place"]) if found["place"] else _zone_of(_written(found), language, about)
        words = re.sub(r"\s+", " ", found.group()).strip()
        words = words if "(" in words else words.rstrip(")")
    else:
        stamped = [reading for reading in readings if reading.printed and reading.printed.hour is not None]
        if (exact := _of_machines(stamped, language)) is not None:
            return exact
        written = Counter(reading.printed.zone for reading in stamped if reading.printed and reading.printed.zone)
        words, times = written.most_common(1)[0] if written else ("", 0)
        zone = _zone_of(words, language, about) if times and times * 2 >= len(stamped) else None
    if zone is None or zone == "local":
        return None, []
    return zone, [Assumption("zone-written", {"value": zone, "words": words})]


def _of_machines(stamped: Sequence[Reading], language: Language) -> tuple[str | None, list[Assumption]] | None:
    """The zone of exact stamps, where most are exact: the one offset of all, or a zone whose clocks had all of their offsets, the desk of
    the language first. UTC tells nothing, because machines write it wherever they stand. None where the stamps are a person's."""
    known = [(reading.printed.instant, reading.printed.zone) for reading in stamped if reading.printed]
    exact = [(instant, offset_at(0, zone)) for instant, zone in known if instant is not None and zone is not None]
    if not exact or len(exact) * 2 < len(stamped):
        return None
    told = [(instant, ahead) for instant, ahead in exact if ahead]
    if not told:
        return None, []
    offsets = dict.fromkeys(format_offset(ahead) for _, ahead in told)
    homes = (language.desk_zone, *(dict.fromkeys(HOMES.values()) if len(offsets) > 1 else ()))
    fits = (home for home in homes if all(offset_at(instant, home) == ahead for instant, ahead in told))
    zone = next(fits, next(iter(offsets)) if len(offsets) == 1 else None)
    return (zone, [Assumption("zone-written", {"value": zone, "words": ", ".join(offsets)})]) if zone else None


def _zone_of(written: str, language: Language, about: int | None) -> str:
    """The zone whose clocks an abbreviation names, if they stood so on that day: `BST` is London's; in another season it is only the
    offset that it names."""
    meanings = meanings_of(written)
    home = HOMES.get(written.upper())
    if "/" in meanings[0] or meanings[0] in ("local", "UTC") or home is None:
        return meanings[0]
    if about is None:
        return home
    noon = about * DAY + DAY // 2
    desk = language.desk_zone if language.desk_zone != "UTC" else home
    return next((zone for zone in (desk, home) if format_offset(offset_at(noon, zone)) in meanings), meanings[0])


def _zone_of_twin(local: int, expression: Expression, places: Sequence[tuple[str, str, int]], reference: int) -> tuple[str, Assumption]:
    """The place named most often whose clocks stand `local` milliseconds ahead of UTC; the bare offset where none does."""
    offset = format_offset(local)
    values = {"words": expression.words, "offset": f"UTC{offset}"}
    for zone, place, _ in places:
        if offset_at(reference, zone) == local:
            return zone, Assumption("zone-twin", {"value": zone, "place": place, **values})
    return offset, Assumption("zone-offset", {"value": offset, **values})


def _twin_offset(found: Found, reference: int) -> int | None:
    """Milliseconds the first clock of a double one is ahead of UTC, if it is the local one and the other one's zone is known; what the
    clocks of that zone showed at `reference` decides."""
    one, other = found.partial, found.twin
    if other is None or one.zone not in (None, "local") or other.zone in (None, "local") or other.zone is None:
        return None
    ahead = ((one.hour or 0) - (other.hour or 0)) * HOUR + ((one.minute or 0) - (other.minute or 0)) * MINUTE
    offset = ahead + offset_at(reference, ABBREVIATIONS.get(other.zone, (other.zone,))[0])
    offset = (offset + 12 * HOUR) % DAY - 12 * HOUR  # the clocks may stand on two sides of midnight
    return offset if offset % _QUARTER == 0 else None


def _reference(expression: Expression, day: int | None) -> int:
    """An instant near to what an expression dates, in summer or in winter as that is: by its own date, else by the ticker's."""
    partial = expression.partial
    if partial.year:
        return days_of(partial.year, partial.month or 1, partial.day or 1) * DAY
    return day * DAY + DAY // 2 if day is not None else days_of(2019, 1, 1) * DAY


def zone_on(written: str | None, zones: Zones, day: int) -> str:
    """The zone of a stamp: what is written on it, else the desk's. Of several meanings the one that the desk's clocks have that day."""
    if written is None:
        return zones.desk
    meanings = meanings_of(written)
    if meanings[0] == "local":
        return zones.local
    if len(meanings) > 1:
        desk = format_offset(offset_at(day * DAY + DAY // 2, zones.desk))
        return desk if desk in meanings else meanings[0]
    return meanings[0]


def check_season(written: str, instant: int, used: str, *, words: str, line: int | None) -> Problem | None:
    """A written abbreviation that its own zone does not use at that time of the year: kept, and flagged.

    `GMT` is also what the whole world calls UTC, so it contradicts nothing.
    """
    home, meanings = HOMES.get(written), ABBREVIATIONS.get(written, ())
    if home is None or written == "GMT" or (len(meanings) > 1 and written != "BST"):
        return None
    offset = format_offset(offset_at(instant, home))
    if offset in meanings:
        return None
    values = {"zone": written, "offset": f"UTC{meanings[0]}", "home": home, "other": f"UTC{offset}", "used": used}
    return Problem("zone-season", words=words, line=line, values=values)


def is_ambiguous(written: str | None, zones: Zones, day: int) -> bool:
    """Whether a written abbreviation has several meanings and the desk's clocks decide for none of them."""
    meanings = meanings_of(written) if written else ()
    return len(meanings) > 1 and format_offset(offset_at(day * DAY + DAY // 2, zones.desk)) not in meanings
