"""HTML inside other formats: its words come out, nothing of its markup does, and nothing takes for ever."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.read.kinds import kind_of
from timeline.read.snippet import line_of, read_snippet

WORDS = [
    ("no markup & no harm, 5 < 6", "no markup & no harm, 5 < 6"),
    ("<p>one</p><p>two</p>", "one\n\ntwo"),
    ("one<br>two<br><br>three", "one\ntwo\n\nthree"),
    ("<ul><li>one<li>two</ul>after", "- one\n- two\n\nafter"),
    ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
    ("I <3 <b>you</b>, 4 < 5", "I <3 you, 4 < 5"),
    ("<script>alert(1)</script><style>p{}</style>stays", "stays"),
    ("&lt;b&gt; &amp;amp; &#8211; &nbsp;", "<b> &amp; –"),
    ("<!-- out -->in<!-- no end", "in<!-- no end"),
    ("<!--", "<!--"),
    ("a\0\x08<b>b</b>\ud800", "ab"),
    ("<pre>a\n b</pre>", "a\nb"),
    ("<p>  wide\n   words </p>", "wide words"),
    ("first\r\n\r\nsecond", "first\n\nsecond"),
    ("<div>" * 5_000 + "deep", "deep"),
    ("", ""),
    ("<b></b>", ""),
]


@pytest.mark.parametrize(("html", "text"), WORDS, ids=lambda text: text[:20])
def test_words(html: str, text: str) -> None:
    assert read_snippet(html).text == text


def test_what_it_shows_and_where_it_leads() -> None:
    found = read_snippet(
        '<a href="https://example.org/a">there</a> and <a href="#below">below</a> and <a href="https://example.org/a">again</a>'
        '<img src="cat.jpg" alt="A cat" onerror="alert(1)"><iframe src="https://example.org/film"></iframe><video src="a.webm"></video>'
    )
    assert found.links == ["https://example.org/a"]
    assert [(one.kind, one.address, one.alt) for one in found.media] == [
        ("image", "cat.jpg", "A cat"),
        ("link", "https://example.org/film", ""),
        ("video", "a.webm", ""),
    ]


def test_quotation() -> None:
    assert read_snippet("<blockquote><p>We stay.</p><p>All of us.</p></blockquote>").quoted == "We stay.\n\nAll of us."


def test_headline_is_one_line() -> None:
    assert line_of("The <b>first</b><br>\n day") == "The first day"


@pytest.mark.parametrize("address", ["http://[", "a.jpg?x=.mp4", "data:text/html,x", "https://example.org/mp4", ".", "/", "a.JPEG#b"])
def test_kind_of_anything(address: str) -> None:
    assert kind_of(address) == ("image" if "jp" in address.lower() else "link")


HUGE = ["<b>", "<b><i></b>", "<!--", "<a", '<a href="', "<p>", "<li>x", "</b>", " \n<b>", "&", "<", "\t", "<b> ", "<p> </p>"]


@pytest.mark.parametrize("piece", HUGE)
def test_time_goes_with_length(piece: str) -> None:
    start = time.process_time()
    read_snippet(piece * 30_000 + "<i>x</i>")
    assert time.process_time() - start < 5


@given(st.text(st.sampled_from("<>/!-&;#ab p=\"'\n\0"), max_size=60))
def test_anything_is_text(html: str) -> None:
    read_snippet(html)
