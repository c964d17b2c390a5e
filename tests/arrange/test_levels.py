from hypothesis import given
from hypothesis import strategies as st

from timeline.arrange.levels import FINEST, length, level_at
from timeline.arrange.width import GAP, WIDEST

levels = st.integers(FINEST, 150)


@given(st.integers(1, 10**25), st.integers(1, 10**4))
def test_a_view_takes_the_next_level_up_from_its_own_scale(milliseconds: int, pixels: int) -> None:
    level = level_at(milliseconds, pixels)

    def reaches(level: int) -> bool:  # milliseconds / pixels <= 2^(level/2), exactly
        return milliseconds**2 << max(-level, 0) <= pixels**2 << max(level, 0)

    assert reaches(level)
    assert not reaches(level - 1)


@given(st.integers(0, 2_000), levels)
def test_a_length_is_whole_milliseconds_and_never_too_short(pixels: int, level: int) -> None:
    long = length(pixels, level)
    assert long**2 << max(-level, 0) >= pixels**2 << max(level, 0)
    assert (long - 1) * 2 ** (-level / 2) <= pixels * (1 + 1e-6)


@given(st.integers(0, 2_000), levels)
def test_a_length_does_not_grow_towards_finer_levels(pixels: int, level: int) -> None:
    assert length(pixels, level) <= length(pixels, level + 1)


def test_at_the_finest_level_any_label_is_a_millisecond() -> None:
    assert length(WIDEST + GAP, FINEST) == 1
