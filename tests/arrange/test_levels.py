import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.arrange.levels import FINEST, TILE, length, level_at, tile_at
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


@given(st.integers(-(10**22), 10**22), levels)
def test_tiles_lie_side_by_side(instant: int, level: int) -> None:
    start, end = tile_at(instant, level)
    assert start <= instant < end
    assert end - start == length(TILE, level)
    assert tile_at(start, level) == tile_at(end - 1, level) == (start, end)
    assert tile_at(end, level)[0] == end
    assert tile_at(start - 1, level)[1] == start


def test_at_the_finest_level_a_tile_is_a_millisecond_and_holds_any_label() -> None:
    assert tile_at(-1, FINEST) == (-1, 0)
    assert length(WIDEST + GAP, FINEST) == 1


@pytest.mark.parametrize("instant", [0, -1, 1, -3_600_000, -165 * 86_400_000])
def test_what_happened_about_1970_is_not_close_to_a_border_at_three_levels_in_turn(instant: int) -> None:
    late = [tile_at(instant, level)[1] - instant < length(WIDEST + GAP, level) for level in range(10, 60)]
    assert not any(all(late[at : at + 3]) for at in range(len(late) - 2))
