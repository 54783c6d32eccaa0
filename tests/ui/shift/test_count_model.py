"""The count adds up to the fen, and holds nothing but what was counted."""

from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.shift import DENOMINATIONS, counted_cash
from posapp.ui.shift.count_model import MOST_PIECES, Count

pieces = st.lists(st.integers(0, 5_000), min_size=len(DENOMINATIONS), max_size=len(DENOMINATIONS))


@given(pieces, st.integers(0, 100_000))
def test_the_total_is_what_the_workflow_counts(counts, other):
    count = Count(pieces=tuple(counts)).with_other(other)
    if count.other <= 1_000_000:
        assert counted_cash(count.as_count()) == count.total


def test_the_example_of_the_shift_page():
    count = Count(pieces=(12, 6, 9, 14, 7, 22, 5, 0)).with_kept(50_000)
    assert (count.total, count.handed_in) == (187_950, 137_950)


def test_pieces_stay_between_none_and_the_most():
    count = Count().with_pieces(0, -3).with_pieces(1, 10**9)
    assert (count.pieces[0], count.pieces[1]) == (0, MOST_PIECES)


def test_denominations_without_pieces_are_left_out():
    assert Count().with_pieces(2, 3).as_count() == {2_000: 3}
