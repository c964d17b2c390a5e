"""Markup of somebody else: no script, no markup and no bad address is left of it, nothing hangs, and what is cut is said."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.errors import SourceError
from timeline.model import Media
from timeline.read import READERS, Raw, read
from timeline.read.formats import find_format
from timeline.read.html import page_text
from timeline.read.markup import line_of, safe_address, safe_media, words_of

SECRET = "seven()"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (f"<p>a<script>{SECRET}</script>b</p>", "ab"),
        (f"<p>a</p><style>{SECRET}</style><p>b</p>", "a\n\nb"),
        (f"<p hidden>{SECRET}</p>a<p aria-hidden=true>{SECRET}</p><p style='x:y;DISPLAY : none'>{SECRET}</p>", "a"),
        (f"<template>{SECRET}</template><noscript>{SECRET}</noscript><textarea>{SECRET}</textarea>a", "a"),
        (f"<svg><script>{SECRET}</script><text>{SECRET}</text></svg>a", "a"),
        (f"a<!-- {SECRET} --><?php {SECRET} ?>", "a"),
        ("a&amp;b &lt;i&gt; &nbsp;&#0;&#x1F600;", "a&b <i> \u00a0\ufffd\U0001f600"),
        ("<p>one<br>two</p><ol><li>x<li><p>y</p></ol>", "one\n\ntwo\n\n- x\n\ny"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a | b\n\nc"),
        ("plain\nlines  of\ttext\n\n\nmore", "plain\n\nlines of text\n\nmore"),
        ("5 < 6 & 7 > 3", "5 < 6 & 7 > 3"),
        ("<b>un<i>closed</b> and </i></p>odd", "unclosed and odd"),
        ("", ""),
        ("<p></p><img>", ""),
        ("\ud800<b>x\x00\x1b</b>", "x"),
    ],
)
def test_words(html: str, text: str) -> None:
    assert words_of(html).text.replace("\u00a0\ufffd", "\u00a0\ufffd") == text


def test_links_and_pictures_are_addresses_or_nothing() -> None:
    html = (
        "<a href='javascript:x'>a</a><a href=' JaVa\nScript:x'>b</a><a href='data:text/html,x'>c</a><a href='vbscript:x'>d</a>"
        "<a href='https://ok.example/ä b'>e</a><a href='//ok.example/f'>f</a><a href='rel'>g</a><a href='http://[bad'>h</a>"
        "<img src=x onerror=y alt='<script>'><img src='data:image/svg+xml,x'><img src='data:image/png;base64,AA=='>"
        "<img src='../../etc/passwd'><img src='file:///etc/hostname'>"
    )
    found = words_of(html)
    assert found.links == ("https://ok.example/ä%20b", "https://ok.example/f")
    assert [one.address for one in found.media] == ["x", "data:image/png;base64,AA=="]
    based = words_of(html, base="https://ok.example/n/")
    assert "https://ok.example/n/rel" in based.links
    assert [one.address for one in based.media] == [
        "https://ok.example/n/x", "data:image/png;base64,AA==", "https://ok.example/etc/passwd",
    ]  # fmt: skip


@given(st.text(max_size=300))
def test_any_text_gives_an_address_that_is_safe_or_none(text: str) -> None:
    for address in (safe_address(text), safe_address(text, "https://a.example/")):
        assert not address or address.startswith(("http://", "https://"))
    found = safe_media(Media("image", text))
    assert found is None or ":" not in found.address or found.address.lower().startswith(("http://", "https://", "data:image/"))


TAGS = ("p", "div", "b", "li", "table", "tr", "td", "h2", "article", "time", "a", "svg", "math", "title", "textarea", "select", "iframe")
SCRIPTS = ("<script>bad()</script>", "<SCRIPT >bad()</SCRIPT\n>", "<style>bad()</style>", "<script>bad()", "<noscript>bad()</noscript>")
LEAVES = st.one_of(
    st.sampled_from(("word", "<br>", "<hr>", "<img src=x onerror=bad()>", "&lt;", "&amp;", "</p>", "</div>", "<!--", "-->")),
    st.sampled_from(SCRIPTS),
    st.sampled_from([f"<{tag} onclick='bad()' style='x:bad()'>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
)
FRAGMENTS = st.lists(LEAVES, max_size=25).map("".join)


@given(FRAGMENTS)
def test_no_script_survives_in_any_fragment(html: str) -> None:
    found = words_of(html)
    assert "bad()" not in found.text
    assert "onclick" not in found.text
    assert "  " not in found.text
    assert "\n\n\n" not in found.text
    assert "\n" not in line_of(html)


@given(FRAGMENTS, FRAGMENTS)
def test_no_script_survives_in_a_page(first: str, second: str) -> None:
    page = (
        "<html><body><article><h2>One</h2><time datetime='2024-05-05T14:39:00+02:00'>x</time><p>a</p>" + first
        + "</article><article><h2>Two</h2><time datetime='2024-05-05T13:39:00+02:00'>x</time>" + second + "</article></body></html>"
    )  # fmt: skip
    try:
        found = read(page + "\n", format="html")
    except SourceError:
        return
    for entry in found.entries:
        assert "bad()" not in entry.headline + entry.body
        assert not [one for one in entry.media if ":" in one.address and not one.address.startswith("http")]


@given(FRAGMENTS)
def test_no_script_survives_in_linked_data_and_feeds(html: str) -> None:
    post = {"@type": "BlogPosting", "headline": f"x {html}", "articleBody": html, "datePublished": "2024-05-05T13:39:00+02:00"}
    data = json.dumps({"@context": "https://schema.org", "@type": "LiveBlogPosting", "liveBlogUpdate": [post]}) + "\n"
    (entry,) = read(data).entries
    assert "bad()" not in entry.headline + entry.body
    assert entry.headline


@pytest.mark.parametrize(
    ("html", "cut"),
    [("<div>" * 50 + "{}" + "</div>" * 50, False), ("<div>" * 100_000 + "{}" + "</div>" * 100_000, True), ("<b>" * 100_000 + "{}", True)],
    ids=["50", "100000", "open"],
)
def test_depth(html: str, cut: bool) -> None:
    text = "".join(f"<article><h2>H{n}</h2><time datetime='2024-05-05T1{n}:00Z'>x</time></article>" for n in (2, 1))
    start = time.monotonic()
    page = f"<html><body>{text}{html.format('<p>deep</p>')}</body></html>\n"
    found = read(page)
    assert len(found.entries) == 2
    assert [problem.code for problem in found.problems] == (["web-deep"] if cut else [])
    assert words_of(html.format("deep")).cut == cut
    assert time.monotonic() - start < 20


@pytest.mark.parametrize(
    "body",
    ["x" * 5_000_000, "<b>w </b>" * 60_000, "<time datetime=2024-05-05T10:00Z></time>" * 8_000, "<p>14:39 a</p>" * 8_000, "<" * 300_000],
    ids=["one word", "many parts", "times", "stamps", "open"],
)
def test_much_of_it_does_not_hang(body: str) -> None:
    start = time.monotonic()
    found = read(f"<html><body><p>14:39 One</p><p>13:39 Two</p>{body}</body></html>\n")
    assert len(found.entries) >= 2
    assert time.monotonic() - start < 40


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<meta charset=utf-8><p>ä".encode(), "ä"),
        (b"<meta charset=windows-1252><p>\x80 \xe4", "€ ä"),
        (b"<meta charset=iso-8859-1><p>\x80 \xe4", "€ ä"),
        (b"<meta charset=iso-8859-2><p>\xb1", "ą"),
        (b"<meta charset=koi8-r><p>\xc1", "а"),
        (b"<meta charset=utf-8><p>\xe4", "ä"),
        (b"<meta charset=rot13><p>\xe4", "ä"),
        (b"<meta charset=nonsense><p>\xe4", "ä"),
        (b"\xef\xbb\xbf<meta charset=koi8-r><p>\xc3\xa4", "ä"),
        ("<p>ä".encode("utf-16"), "ä"),
    ],
)
def test_charset(data: bytes, text: str) -> None:
    assert page_text(Raw(data, "x.html")).endswith(text)


@pytest.mark.parametrize(
    ("source", "name", "format"),
    [
        ("<!doctype html><p>x", "x.txt", "html"),
        ("<article><p>x", "", "html"),
        ("<rss version='2.0'><channel/></rss>", "", "feed"),
        ("<?xml version='1.0'?><!-- a --><feed xmlns='http://www.w3.org/2005/Atom'/>", "", "feed"),
        ("<?xml version='1.0'?><kml/>", "", "ticker"),
        ("+++ 14:39 <p> +++", "", "ticker"),
        ("14:39 <b>x</b>", "", "ticker"),
        ("<html><script type='application/ld+json'>{'@type': 'Article'}</script>", "", "html"),
        ('<html><script type="application/ld+json">{"@type": "Event", "startDate": "2024"}</script>', "", "schema.org"),
        ('{"@context": "https://schema.org", "@type": "Article"}', "", "ticker"),
        ('{"entries": [{"id": 1, "content": "x"}]}', "", "wordpress"),
        ('{"_items": [{"groups": []}]}', "", "superdesk"),
        ('{"response": {"content": {"blocks": {"body": [{"id": "x"}]}}}}', "", "guardian"),
        ('{"blocks": 5, "entries": null, "_items": {}}', "", "ticker"),
    ],
)
def test_what_it_is(source: str, name: str, format: str) -> None:
    assert find_format(Raw(source.encode(), name)).name == format


NAMES = ("guardian", "superdesk", "wordpress", "schema.org", "feed", "html")
FIELDS = (
    "response content blocks body id bodyHtml elements type assets _items groups refs item meta entries timestamp entry_time title "
    "rendered date date_gmt @type @context @graph liveBlogUpdate startDate location geo image articleBody headline"
).split()
VALUES = ("", "x", "<script>bad()</script>", "2024-05-05T10:00Z", "LiveBlogPosting", "Event")
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.sampled_from(VALUES)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(FIELDS), inner, max_size=5)),
    max_leaves=25,
)


@pytest.mark.parametrize("name", NAMES)
@given(data=JSON)
def test_any_json_is_read_or_refused(name: str, data: object) -> None:
    try:
        found = read(json.dumps(data).encode(), format=name, name="x")
    except SourceError:
        return
    assert found.entries
    assert not [entry for entry in found.entries if "bad()" in entry.headline + entry.body]


@pytest.mark.parametrize("name", NAMES)
@given(data=st.binary(min_size=1, max_size=200))
def test_any_bytes_are_read_or_refused(name: str, data: bytes) -> None:
    try:
        read(data, format=name, name="x")
    except SourceError:
        return


def test_nothing_is_opened_for_an_entity() -> None:
    feed = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss version="2.0"><channel><title>T</title>'
        "<item><title>A &x; B</title><pubDate>Mon, 01 Apr 2024 10:00:00 GMT</pubDate></item></channel></rss>\n"
    )
    (entry,) = read(feed).entries
    assert entry.headline in ("A B", "A &x; B", "A  B")


def test_a_bomb_is_no_bomb() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{entities}]>'
    feed = f"{head}<rss><channel><item><title>&l9;</title></item></channel></rss>\n"
    start = time.monotonic()
    try:
        found = read(feed)
        assert sum(len(entry.headline) for entry in found.entries) < 100_000
    except SourceError:
        pass
    assert time.monotonic() - start < 30


def test_a_broken_script_leaves_the_others() -> None:
    good = '{"@type": "Event", "name": "Talk", "startDate": "2024-05-05"}'
    page = "".join(f"<script type='application/ld+json'>{one}</script>" for one in ("{", good, "[" * 50_000, good.replace("Talk", "Walk")))
    story = timeline.load(f"<html>{page}</html>\n")
    assert [event.label for event in story.events] == ["Talk", "Walk"]
    assert [problem.code for problem in story.problems] == ["web-json", "web-json"]


def test_every_reader_of_the_web_names_what_it_needs() -> None:
    by_name = {one.name: one for one in READERS}
    assert all(by_name[name].needs for name in NAMES)
