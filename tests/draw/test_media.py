"""What a card shows beside its words: nothing is asked for by the markup itself, and no address leaves the page that is not safe."""

import re
import struct
import zlib
from base64 import b64encode
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.draw.stories import STORY
from timeline.draw.media import media_of, safe_address, sources_of
from timeline.draw.page import fragment
from timeline.draw.pixels import pixels_of
from timeline.model import Media, Story


def png(wide: int, high: int) -> bytes:
    """A black picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * (wide + 1) * high)) + chunk(b"IEND", b"")


def data_of(content: bytes, kind: str = "image/png") -> str:
    return f"data:{kind};base64,{b64encode(content).decode()}"


PICTURE = data_of(png(32, 20))


def story_with(*media: Media) -> Story:
    """The story of all tests with media on its first entry."""
    return replace(STORY, entries=(replace(STORY.entries[0], media=media), *STORY.entries[1:]))


def shown(*media: Media) -> list[tuple[str, str]]:
    """Way and address of each."""
    return [(one.way, one.href) for one in media_of(story_with(*media))["e1"]]


@pytest.mark.parametrize(
    ("text", "host", "origin"),
    [
        ("https://example.org/a.png", "example.org", "https://example.org"),
        ("HTTPS://Example.ORG/a.png", "example.org", "https://example.org"),
        ("http://www.example.org:8080/a", "example.org", "http://www.example.org:8080"),
        ("https://bücher.example/a.png", "bücher.example", "https://xn--bcher-kva.example"),
        ("https://[::1]/a.png", "::1", ""),  # no policy can name it
    ],
)
def test_addresses_that_may_leave_the_page(text: str, host: str, origin: str) -> None:
    address = safe_address(text)
    assert address
    assert (address.host, address.origin) == (host, origin)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org/a.png",
        "//example.org/a.png",
        "https://me:secret@example.org/a.png",
        "https://me@example.org/a.png",
        "https://@example.org/a.png",
        "https://example.org\\@evil.example/a.png",
        "https://exa mple.org/a.png",
        "https://example.org/a.png\nhttps://evil.example",
        "https://example.org:99999/",
        "https://[::1/",
        "https:///a.png",
        "https://" + "ü" * 70 + ".example/",
        "data:text/html,<script>alert(1)</script>",
        "blob:https://example.org/1",
        "",
    ],
)
def test_addresses_that_may_not(text: str) -> None:
    assert safe_address(text) is None


@pytest.mark.parametrize("host", ["example.org;script-src", "example.org,*", "*", "'none'", "exam'ple.org"])
def test_no_host_can_widen_a_policy(host: str) -> None:
    entries = story_with(Media("image", f"https://{host}/a.png")).entries
    assert sources_of(entries) == {"img-src": [], "media-src": []}


@pytest.mark.parametrize(
    ("media", "way"),
    [
        (Media("image", "https://example.org/a"), "asked"),
        (Media("image", "https://example.org/gallery.html"), "link"),
        (Media("image", "http://example.org/a.svg"), "asked"),
        (Media("video", "https://example.org/a.MP4?x=1"), "asked"),
        (Media("video", "https://www.youtube.com/watch?v=abc"), "link"),
        (Media("video", "https://vimeo.com/1"), "link"),
        (Media("audio", "https://example.org/a.mp3"), "asked"),
        (Media("audio", "https://example.org/listen"), "link"),
        (Media("link", "https://example.org/a.png"), "link"),
        (Media("quotation", "https://example.org/a.png", text="Words."), "link"),
        (Media("image", PICTURE), "inside"),
        (Media("image", " " + PICTURE.replace("data:", "DATA:")), "refused"),  # in an `img` a browser would take it; nobody writes it so
        (Media("video", PICTURE), "refused"),
        (Media("image", data_of(b"<svg onload='alert(1)'/>", "image/svg+xml")), "refused"),
        (Media("image", "data:image/svg+xml,<svg/>"), "refused"),
        (Media("image", "data:text/html;base64,AAAA"), "refused"),
        (Media("audio", data_of(b"x", "audio/mpeg")), "inside"),
        (Media("image", "javascript:alert(1)"), "refused"),
        (Media("image", "https://me:pw@example.org/a.png"), "refused"),
        (Media("image", "pictures/a.png"), "file"),
        (Media("image", ""), "none"),
    ],
)
def test_the_way_of_each(media: Media, way: str) -> None:
    assert shown(media)[0][0] == way


def test_a_policy_names_the_very_hosts_and_no_other() -> None:
    story = story_with(
        Media("image", "https://a.example/1.png"),
        Media("image", "https://a.example/2.png"),
        Media("image", "http://b.example:81/2.png"),
        Media("video", "https://c.example/1.mp4"),
        Media("video", "https://youtu.be/1"),
        Media("link", "https://d.example/"),
        Media("quotation", "https://e.example/", text="x"),
    )
    assert sources_of(story.entries) == {"img-src": ["http://b.example:81", "https://a.example"], "media-src": ["https://c.example"]}
    several = [one.several for one in media_of(story)["e1"]]
    assert several == [True, True, False, False, False, False, False]


class Elements(HTMLParser):
    """Every element that would ask for something, and every attribute that is none of the templates'."""

    ASKS = frozenset({"img", "video", "audio", "source", "iframe", "embed", "object", "track", "link", "base"})

    def __init__(self) -> None:
        super().__init__()
        self.asking: list[str] = []
        self.odd: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        if tag in self.ASKS and not str(facts.get("src")).startswith("data:image/png;base64,"):
            self.asking.append(tag)
        self.odd += [name for name in facts if name.startswith("on") or not re.fullmatch(r"[a-z][a-z-]*|viewbox", name)]


HOSTILE = '"><img src=x onerror=alert(1)><script>alert(1)</script>'


def test_nothing_in_the_page_asks_anybody_whatever_a_source_says() -> None:
    every = [
        Media(kind, address, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
        for kind in ("image", "video", "audio", "link", "quotation")
        for address in ("https://example.org/a.mp4?" + HOSTILE, "https://example.org/a.mp3", "files/" + HOSTILE, HOSTILE, PICTURE, "")
    ]
    html = fragment(story_with(*every))
    parser = Elements()
    parser.feed(html)
    assert parser.asking == []
    assert parser.odd == []
    assert "<script>alert" not in html


def test_alt_is_read_before_anything_is_loaded_and_the_address_is_a_link() -> None:
    html = fragment(story_with(Media("image", "https://example.org/a.png", "The train", "A. Person", "A green train in fog")))
    figure = re.search(r"<figure.*?</figure>", html, re.DOTALL)
    assert figure
    words = re.sub(r"<[^>]+>", " ", figure[0])
    assert "A green train in fog" in words
    assert "Load image from  example.org" in " ".join(words.split()).replace("from example", "from  example")
    assert '<a href="https://example.org/a.png" rel="noopener noreferrer" referrerpolicy="no-referrer">example.org</a>' in figure[0]
    assert "A. Person" in words
    assert "Load all" not in words


def test_a_quotation_is_one_with_its_source() -> None:
    html = fragment(story_with(Media("quotation", "https://example.org/q", credit="A. Person", text="We came.\n\nWe <saw>.")))
    assert '<blockquote lang="en" cite="https://example.org/q"><p>We came.</p><p>We &lt;saw&gt;.</p></blockquote>' in html
    assert '<cite lang="en">A. Person</cite> <a href="https://example.org/q"' in html


def test_the_page_says_it_in_the_language_of_its_reader() -> None:
    html = fragment(story_with(Media("image", "https://example.org/a.png")), language="de")
    assert 'data-word="media.load.image">Bild laden von</span> <bdi>example.org</bdi>' in html


def test_a_picture_inside_keeps_its_room() -> None:
    assert '" width="32" height="20">' in fragment(story_with(Media("image", PICTURE)))


JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xc4\x00\x03\0\xff\xc2\x00\x11\x08\x00\x14\x00\x20\x03" + b"\0" * 20
WEBP = {
    "extended": b"VP8X" + b"\x0a\0\0\0" + b"\0\0\0\0" + b"\x1f\0\0" + b"\x13\0\0",
    "lossless": b"VP8L" + b"\x05\0\0\0" + b"\x2f" + (31 | 19 << 14).to_bytes(4, "little") + b"\0" * 8,
    "lossy": b"VP8 " + b"\x0a\0\0\0" + b"\0\0\0\x9d\x01\x2a" + b"\x20\0\x14\0" + b"\0" * 4,
}


@pytest.mark.parametrize(
    "content",
    [png(32, 20), b"GIF89a\x20\0\x14\0" + b"\0" * 9, JPEG, *(b"RIFF\0\0\0\0WEBP" + part for part in WEBP.values())],
    ids=["png", "gif", "jpeg", *WEBP],
)
def test_how_large_a_picture_is(content: bytes) -> None:
    assert pixels_of(data_of(content)) == (32, 20)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xd8", b"\xff\xd8\xff\xe0\x00\x00" * 9, b"GIF89a", b"\x89PNG\r\n\x1a\n", png(0, 9), b"RIFF\0\0\0\0WEBPVP8X"]
)
def test_a_picture_that_does_not_say_so(content: bytes) -> None:
    assert pixels_of(data_of(content)) is None
    assert pixels_of("data:image/png;base64,%%%") is None
