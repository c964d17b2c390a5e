"""Linked data of schema.org in a saved page, or alone: live blogs and events, as JSON-LD or as microdata, through extruct.

The updates of a live blog are entries whose words are dated; events are what the page states itself. A page that has both is a live blog,
and its events are named in a note. See https://schema.org/LiveBlogPosting and https://schema.org/Event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from timeline.errors import SourceError
from timeline.model import Entry, Given, Media, MediaKind, Place, Problem, Settings, Source
from timeline.read.html import is_page, page_address, page_text
from timeline.read.markup import line_of, parse, safe_address, safe_media, words_of
from timeline.read.posts import Post, mapping, mappings, source_of, text, unused
from timeline.read.raw import Raw

_SUBCLASSES = frozenset("Festival Hackathon CourseInstance EventSeries ConferenceEvent PerformingArtsEvent".split())
_KIND = rb"(?:\w*Event(?:Series)?|Festival|Hackathon|CourseInstance)"
_TYPED = re.compile(rb"\"@type\"\s*:\s*(?:\[[^\]]{0,200})?\"(?:https?://schema\.org/|schema:)?(?:LiveBlogPosting|" + _KIND + rb")\"")
_ITEM = re.compile(rb"itemtype\s*=\s*[\"']?\s*https?://schema\.org/(?:LiveBlogPosting|" + _KIND + rb")\b")
_FILLED = re.compile(rb"liveBlogUpdate|startDate|previousStartDate")
_PREFIX = re.compile(r"^(?:https?://schema\.org/|schema:)")
_FRACTION = re.compile(r"(T\d\d:\d\d:\d\d)[.,]\d+")
_DEEP = 60
"""So many objects may lie in each other; nothing that a person reads is nested like that."""
_MOST_PROPERTIES = 20_000
"""So many properties of microdata are looked at: it takes more than twice the time for twice as many."""
_STATUS = {
    "EventScheduled": "planned", "EventMovedOnline": "planned", "EventRescheduled": "planned",
    "EventPostponed": "superseded", "EventCancelled": "cancelled",
}  # fmt: skip
"""https://schema.org/EventStatusType; an event without one is not announced, and so told."""
_READ_OF_EVENT = frozenset(
    "@type @id @context name startDate endDate eventStatus previousStartDate location description url sameAs image video performer "
    "performers organizer subEvent subEvents superEvent headline inLanguage mainEntityOfPage identifier".split()
)
_READ_OF_POST = frozenset(
    "@type @id @context name headline articleBody text description datePublished image video audio associatedMedia sharedContent url "
    "mainEntityOfPage inLanguage contentLocation position citation".split()
)
_KINDS: tuple[tuple[str, MediaKind], ...] = (
    ("image", "image"), ("video", "video"), ("audio", "audio"), ("associatedMedia", "image"),
)  # fmt: skip


def has_linked_data(raw: Raw) -> bool:
    """Whether there is a live blog or an event of schema.org in it, to judge by its names."""
    if raw.head[:1] in (b"{", b"["):
        return b"schema.org" in raw.data and bool(_TYPED.search(raw.data)) and bool(_FILLED.search(raw.data))
    return is_page(raw) and bool(_TYPED.search(raw.data) or _ITEM.search(raw.data)) and bool(_FILLED.search(raw.data))


@dataclass(slots=True)
class _Found:
    """The nodes of a source, by kind and in their order; `named` are those that others refer to."""

    blogs: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    named: dict[str, dict[str, Any]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_linked(raw: Raw) -> Source:
    """The updates of a live blog, else the events; raises `SourceError` where there are neither."""
    found = _Found()
    base = _collect(raw, found)
    updates = [one for blog in found.blogs for one in _updates(blog, found)]
    if not updates and not found.events:
        why = "; ".join(problem.words for problem in found.problems[:2])
        reason = f" ({why})" if why else ""
        raise SourceError(
            f"no LiveBlogPosting with updates and no Event in {raw.name!r}{reason}; read the words of the page with --from html"
        )
    if not updates:
        return _events(raw, found, base)
    names = [line_of(text(one.get("name")) or text(one.get("headline"))) or "…" for one in found.events]
    problems = [*found.problems, *([Problem("web-events", words=", ".join(names)[:300], severity="note")] if names else [])]
    problems += unused(key for one in updates for key in one if key not in _READ_OF_POST)
    blog = next(blog for blog in found.blogs if _updates(blog, found))
    posts = [_post(one, number) for number, one in enumerate(updates, start=1)]
    title = text(blog.get("headline")) or text(blog.get("name"))
    return source_of(posts, raw.name, title=title, introduction=text(blog.get("description")), base=base, problems=problems)


def _collect(raw: Raw, found: _Found) -> str:
    """Fill `found`; the address of the page, or nothing."""
    if raw.head[:1] in (b"{", b"["):
        data = raw.json
        if data is None:
            raise SourceError(f"{raw.name!r} is no whole JSON; save it again, or cut it where it is whole")
        _walk(data, found)
        return ""
    page = page_text(raw)
    tree, cut = parse(page)
    if tree is None:
        return ""
    found.problems += [Problem("web-deep", words=raw.name, severity="error")] if cut else []
    for node in tree.iter("script"):
        if (node.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            _script(node, found)
    _microdata(tree, found)
    return page_address(tree, page)


def _script(node: Any, found: _Found) -> None:
    from extruct.jsonld import JsonLdExtractor

    node.set("type", "application/ld+json")
    try:
        items = JsonLdExtractor().extract_items(node)
    except (ValueError, RecursionError, TypeError, AttributeError) as error:
        words = " ".join((node.text or "").split())[:80]
        problem = Problem("web-json", words=words, line=node.sourceline, severity="error", values={"reason": str(error)[:120]})
        found.problems.append(problem)
        return
    _walk(items, found)


def _microdata(tree: Any, found: _Found) -> None:
    if not tree.xpath("boolean(.//*[@itemscope and contains(@itemtype, 'schema.org')])"):
        return
    from extruct.w3cmicrodata import MicrodataExtractor

    if tree.xpath("count(.//*[@itemprop])") > _MOST_PROPERTIES:
        found.problems.append(Problem("web-many", words=str(_MOST_PROPERTIES), severity="error"))
        return
    try:
        items = MicrodataExtractor().extract_items(tree, "")
    except (ValueError, RecursionError, TypeError, AttributeError) as error:
        found.problems.append(Problem("web-json", words="microdata", severity="error", values={"reason": str(error)[:120]}))
        return
    _walk([_flat(item) for item in items], found)


def _flat(item: Any, depth: int = 0) -> Any:
    """An item of microdata in the form of JSON-LD."""
    if isinstance(item, list):
        return [_flat(one, depth) for one in item]
    if isinstance(item, str):
        return item.replace("<", "&lt;")  # its markup is gone already: what is left is text
    if not isinstance(item, dict) or depth > _DEEP:
        return item
    if "type" not in item and "properties" not in item:
        return _flat(item.get("value", ""), depth + 1)
    flat = {"@type": item.get("type", "")} | ({"@id": item["id"]} if "id" in item else {})
    return flat | {key: _flat(value, depth + 1) for key, value in mapping(item.get("properties")).items()}


def _walk(data: Any, found: _Found) -> None:
    """Every live blog and event in some data, each once, in their order; not those that an event is a part of, or is held beside."""
    stack: list[tuple[Any, int]] = [(data, 0)]
    seen: set[tuple[str, ...]] = set()
    while stack:
        node, depth = stack.pop()
        if depth > _DEEP:
            found.problems.append(Problem("web-deep", words=str(node)[:40], severity="error"))
            return
        if isinstance(node, list):
            stack.extend((one, depth + 1) for one in reversed(node))
        elif isinstance(node, dict):
            node = {_PREFIX.sub("", str(key)): value for key, value in node.items()}
            if (name := text(node.get("@id"))) and len(node) > 1:
                found.named.setdefault(name, node)
            _sort(node, seen, found)
            stack.extend(
                (value, depth + 1) for key, value in reversed(node.items()) if isinstance(value, list | dict) and key != "superEvent"
            )


def _sort(node: dict[str, Any], seen: set[tuple[str, ...]], found: _Found) -> None:
    kinds = _types(node)
    if "LiveBlogPosting" in kinds:
        found.blogs.append(node)
    elif any(_is_event(kind) for kind in kinds) and len(node) > 1:
        holds_others = not (node.get("startDate") or node.get("endDate")) and (node.get("subEvent") or node.get("subEvents"))
        only_named = not ({"name", "startDate", "endDate", "headline"} & node.keys())
        name = text(node.get("name")), text(node.get("startDate")), text(node.get("endDate")), text(node.get("@id"))
        if not holds_others and not only_named and name not in seen:
            seen.add(name)
            found.events.append(node)


def _types(node: Mapping[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [_PREFIX.sub("", kind.strip()) for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _is_event(kind: str) -> bool:
    return kind.endswith("Event") or kind in _SUBCLASSES


def _updates(blog: Mapping[str, Any], found: _Found) -> list[dict[str, Any]]:
    """The updates of a live blog; one that is only referred to stands elsewhere."""
    updates = [{_PREFIX.sub("", str(key)): value for key, value in one.items()} for one in mappings(blog.get("liveBlogUpdate"))]
    return [found.named.get(text(one.get("@id")), one) if set(one) <= {"@id", "@type"} else one for one in updates]


def _post(node: dict[str, Any], number: int) -> Post:
    place = _place(node.get("contentLocation"))
    shared = [text(one.get("url")) for one in mappings(node.get("sharedContent"))]
    shared += [_url(one) or text(mapping(one).get("url")) for one in _all(node.get("citation"))]
    return Post(
        id=text(node.get("@id")),
        stamp=text(node.get("datePublished")) or text(node.get("dateModified")) or text(node.get("dateCreated")),
        headline=text(node.get("headline")) or text(node.get("name")),
        html=text(node.get("articleBody")) or text(node.get("text")) or text(node.get("description")),
        changed=text(node.get("dateModified")),
        links=(_url(node.get("url")), *shared),
        media=tuple(_media(node)),
        place=place,
        line=number,
    )


def _url(value: Any) -> str:
    return text(value) or text(mapping(value).get("@id"))


def _media(node: Mapping[str, Any]) -> Iterator[Media]:
    """Pictures and films: an address, or an object with its caption and credit."""
    for key, kind in _KINDS:
        value = node.get(key)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and one.strip():
                yield Media(kind, one.strip())
            elif isinstance(one, dict):
                own: dict[str, MediaKind] = {"VideoObject": "video", "AudioObject": "audio", "ImageObject": "image"}
                shown = next((own[name] for name in _types(one) if name in own), kind)
                address = text(one.get("contentUrl")) or text(one.get("url")) or text(one.get("embedUrl")) or text(one.get("@id"))
                said = line_of(text(one.get("caption")) or text(one.get("name")) or text(one.get("description")))
                credit = line_of(text(one.get("creditText")) or text(one.get("author")) or text(one.get("copyrightHolder")))
                if address:
                    yield Media(shown, address, said, credit)


def _place(value: Any) -> Place | None:
    """Where it is: the name of a place or its address, and its degrees."""
    if isinstance(value, str):
        return Place(line_of(value)) if value.strip() else None
    for one in mappings(value):
        address = one.get("address")
        parts = mapping(address)
        streets = [text(parts.get(key)) for key in ("streetAddress", "addressLocality", "addressCountry")]
        name = text(one.get("name")) or text(address) or ", ".join(part for part in streets if part)
        geo = next(iter(mappings(one.get("geo"))), one)
        north, east = _degrees(geo.get("latitude"), 90), _degrees(geo.get("longitude"), 180)
        known = north is not None and east is not None
        if (name or known) and "VirtualLocation" not in _types(one):
            return Place(line_of(name), north if known else None, east if known else None)
    return None


def _degrees(value: Any, most: int) -> float | None:
    try:
        number = float(text(value).replace(",", "."))
    except ValueError:
        return None
    return number if abs(number) <= most else None


def _events(raw: Raw, found: _Found, base: str) -> Source:
    entries: list[Entry] = []
    given: list[Given] = []
    for number, node in enumerate(found.events, start=1):
        entry = _entry(node, number, base)
        entries.append(entry)
        given += _given(node, entry)
    problems = [*found.problems, *unused(key for node in found.events for key in node if key not in _READ_OF_EVENT)]
    settings = Settings(title=entries[0].headline if len(entries) == 1 else None)
    return Source(raw.name, "", tuple(entries), settings, tuple(problems), tuple(given), records=len(entries))


def _entry(node: dict[str, Any], number: int, base: str) -> Entry:
    told = words_of(text(node.get("description")), base=base)
    people = [(key, names) for key in ("performer", "performers", "organizer") if (names := _names(node.get(key)))]
    body = "\n\n".join([*([told.text] if told.text else []), *(f"{key}: {names}" for key, names in people)])
    virtual = [text(one.get("url")) for one in mappings(node.get("location")) if "VirtualLocation" in _types(one)]
    links = (address for link in (_url(node.get("url")), *virtual, *told.links) if (address := safe_address(link, base)))
    media = (one for one in (*(safe_media(one, base) for one in _media(node)), *told.media) if one is not None)
    headline = line_of(text(node.get("name")) or text(node.get("headline")))
    return Entry(
        id=f"e{number}",
        headline=headline or "…",
        body=body,
        position=number,
        lines=(number, number),
        links=tuple(dict.fromkeys(links)),
        media=tuple(dict.fromkeys(media)),
        place=_place(node.get("location")),
    )


def _names(value: Any) -> str:
    names = (line_of(text(one)) for one in (value if isinstance(value, list) else [value]))
    return ", ".join(name for name in names if name)


def _given(node: dict[str, Any], entry: Entry) -> list[Given]:
    """An event, behind the plans that it took the place of."""
    number = entry.position
    was = [_clock(one) for one in _all(node.get("previousStartDate"))]
    status = _PREFIX.sub("", text(node.get("eventStatus")) or text(mapping(node.get("eventStatus")).get("@id")))
    start, end = _clock(node.get("startDate")), _clock(node.get("endDate"))
    if status == "EventPostponed" and not start:
        start, was = (was[0], was[1:]) if was else ("", [])
    was = [one for one in was if one and one != start]
    names = [f"{entry.id}-plan{place}" for place in range(1, len(was) + 1)]
    plans = [
        Given(entry.id, entry.headline, one, id=name, status="superseded", replaces=before, line=number)
        for one, name, before in zip(was, names, ["", *names], strict=False)
    ]
    told = _STATUS.get(status, "") if status else ""
    replaces = names[-1] if names else ""
    return [*plans, Given(entry.id, entry.headline, start, end, status=told or status, replaces=replaces, line=number)]


def _all(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _clock(value: Any) -> str:
    """A date or a clock as written, without fractions of a second."""
    return _FRACTION.sub(r"\1", text(value))
