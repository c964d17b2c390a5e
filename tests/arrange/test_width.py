import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.arrange.width import MARK, NARROWEST, WIDEST, label_width, shorten

JOINER, VARIATION = "\u200d", "\ufe0f"


@given(st.text())
def test_a_width_is_a_whole_number_between_the_least_and_the_greatest(label: str) -> None:
    assert label_width(label) in range(NARROWEST, WIDEST + 1)


@given(st.text(max_size=40), st.text(max_size=40))
def test_more_text_is_never_narrower(label: str, more: str) -> None:
    assert label_width(label) <= label_width(label + more)


@given(st.text())
def test_a_shortened_label_fits_and_begins_like_the_whole(label: str) -> None:
    short = shorten(label)
    assert label_width(short) <= WIDEST
    assert short == label or label.startswith(short.removesuffix("…"))
    assert shorten(short) == short


@pytest.mark.parametrize(
    ("label", "room", "short"),
    [
        ("Der falsche Kim muss gehen", 110, "Der falsche…"),
        ("Der falsche Kim muss gehen", 134, "Der falsche Kim…"),
        ("Ein Verhandlungsmarathon", 125, "Ein Verhandlu…"),
        ("Eine Stunde zum Packen: die Presse fliegt", 200, "Eine Stunde zum Packen…"),
        ("特別列車が国境の駅に到着した", 122, "特別列車が国境…"),
    ],
)
def test_a_label_is_cut_at_the_end_of_a_word_where_that_leaves_most_of_what_fits(label: str, room: int, short: str) -> None:
    assert shorten(label, room=room) == short


@given(st.text(max_size=12))
def test_what_fits_is_not_shortened(label: str) -> None:
    if label_width(label) < WIDEST:
        assert shorten(label) == label


@given(st.lists(st.sampled_from(["e\u0301", "a", "👩", JOINER, "\u0308", "字"]), min_size=20).map("".join))
def test_nothing_is_cut_off_from_its_accent(label: str) -> None:
    short = shorten(label)
    if short != label:
        rest = label[len(short) - 1 :].lstrip()
        assert not rest or not unicodedata.combining(rest[0])
        assert rest[:1] != JOINER
        assert not short.endswith(JOINER + "…")


@pytest.mark.parametrize(
    ("label", "same"),
    [
        ("Münch\u200bner Straße", "Münchner Straße"),
        ("cafe\u0301 am Ringplatz", "café am Ringplatz"),
        ("❤" + VARIATION + " and more", "❤ and more"),
    ],
)
def test_marks_without_a_width_of_their_own_have_none(label: str, same: str) -> None:
    assert label_width(label) == label_width(same)


def test_wide_scripts_and_emoji_are_wide() -> None:
    assert label_width("特別列車到達") >= MARK + 6 * 13
    assert label_width("한국어 특별열차") >= MARK + 7 * 13
    assert label_width("🚂🚂🚂🚂🚂") >= MARK + 5 * 17
    assert label_width("ИЗМЕНЕНИЕ") > label_width("изменение") > MARK + 9 * 8


def test_the_width_of_known_text_is_not_below_that_of_the_widest_usual_font() -> None:
    # 458 px for 67 characters in DejaVu Sans at 13 px, 406 in Liberation Sans; taken in three parts, since a label ends at WIDEST
    parts = "Trump und Kim treffen si", "ch zum Abendessen in Han", "oi – Gipfel beginnt"
    total = sum(label_width(part) - MARK for part in parts)
    assert 458 <= total <= 458 * 1.08
