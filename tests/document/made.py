"""Stories that nobody would write: every field of every noun, filled by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from timeline.model import (
    BASES,
    PRECISIONS,
    STATUSES,
    Assumption,
    Entry,
    Era,
    Event,
    Evidence,
    Media,
    Moment,
    Place,
    Problem,
    Story,
    by_time,
)

TEXT = st.text(max_size=12)
IDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=6)
INSTANTS = st.integers(-(10**21), 10**21)
ZONES = st.sampled_from(["UTC", "Europe/Berlin", "Asia/Kathmandu", "+07:00", "-04:30"])
CIVIL = st.sampled_from(["2019", "2018-06", "2019-02-28", "-000043-03-15", "2019-W05", "2019-21", "-13800000000"])
COUNTS = st.integers(0, 10**6)


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    first, last = sorted((draw(INSTANTS), draw(INSTANTS)))
    return Moment(
        earliest=draw(st.sampled_from([first, None])),
        latest=draw(st.sampled_from([last, None])),
        precision=draw(st.sampled_from(list(PRECISIONS.values()))),
        zone=draw(st.none() | ZONES),
        civil=draw(st.none() | CIVIL),
        approximate=draw(st.booleans()),
        basis=draw(st.sampled_from(list(BASES.values()))),
        named=draw(st.none() | INSTANTS),
    )


MEDIA = st.builds(Media, st.sampled_from(["image", "video", "audio", "link", "quotation"]), TEXT, TEXT, TEXT, TEXT, TEXT)
PLACES = st.builds(Place, TEXT, st.none() | st.floats(-90, 90), st.none() | st.floats(-180, 180))
ENTRIES = st.builds(
    Entry,
    id=IDS,
    headline=TEXT,
    body=TEXT,
    position=COUNTS,
    lines=st.tuples(COUNTS, COUNTS),
    day=TEXT,
    stamp=TEXT,
    hand=TEXT,
    published=st.none() | moments(),
    links=st.lists(TEXT, max_size=2).map(tuple),
    media=st.lists(MEDIA, max_size=2).map(tuple),
    place=st.none() | PLACES,
    pointer=st.booleans(),
    key=st.booleans(),
)
EVIDENCE = st.builds(Evidence, TEXT, st.sampled_from(["stamp", "hand", "headline", "body"]), st.just(0), COUNTS, TEXT)
PROBLEMS = st.builds(
    Problem,
    code=st.sampled_from(["stamp", "no-such-day"]),
    words=TEXT,
    line=st.none() | COUNTS,
    severity=st.sampled_from(["note", "warning", "error"]),
    values=st.dictionaries(st.sampled_from(["zone", "offset"]), TEXT, max_size=2),
    column=TEXT,
)
ASSUMPTIONS = st.builds(Assumption, st.just("language"), st.fixed_dictionaries({"language": TEXT}))
ERAS = st.builds(Era, TEXT, moments(), moments())


@st.composite
def events(draw: st.DrawFn, name: str, names: list[str], entries: list[str]) -> Event:
    start = draw(st.none() | moments())
    return Event(
        id=name,
        entry=draw(st.sampled_from(entries)),
        label=draw(TEXT),
        start=start,
        end=draw(moments() if start is None else st.none() | moments()),
        status=draw(st.sampled_from(list(STATUSES.values()))),
        replaces=draw(st.sampled_from([None, *(other for other in names if other != name)])),
        lane=draw(st.none() | TEXT),
        tags=tuple(draw(st.lists(TEXT, max_size=2))),
        importance=draw(st.floats(0, 1)),
        evidence=tuple(draw(st.lists(EVIDENCE, max_size=2))),
    )


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Whole stories, in which every id points somewhere and events are in the order of time."""
    entries = draw(st.lists(ENTRIES, min_size=1, max_size=4, unique_by=lambda entry: entry.id))
    names = draw(st.lists(IDS, max_size=4, unique=True))
    told = [draw(events(name, names, [entry.id for entry in entries])) for name in names]
    return Story(
        title=draw(TEXT),
        language=draw(st.sampled_from(["de", "en", "pt-BR"])),
        zone=draw(ZONES),
        entries=tuple(entries),
        events=tuple(sorted(told, key=by_time)),
        introduction=draw(TEXT),
        reader_zones=tuple(draw(st.lists(ZONES, max_size=2))),
        lanes=tuple(draw(st.lists(TEXT, max_size=2))),
        problems=tuple(draw(st.lists(PROBLEMS, max_size=2))),
        assumptions=tuple(draw(st.lists(ASSUMPTIONS, max_size=2))),
        eras=tuple(draw(st.lists(ERAS, max_size=2))),
        records=draw(COUNTS),
        format=draw(TEXT),
    )
