"""UUIDv7 text: ordered by time, one spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.ids import is_uuid_text, uuid7_text


@given(st.integers(0, 2**48 - 1), st.integers(0, 0xFFF), st.binary(min_size=8, max_size=8))
def test_every_id_has_the_one_spelling_with_version_and_variant(wall_ms, counter, random8):
    text = uuid7_text(wall_ms, counter, random8)
    assert is_uuid_text(text)
    assert text[14] == "7"
    assert text[19] in "89ab"
    assert int(text[:8] + text[9:13], 16) == wall_ms


def test_later_ids_sort_after_earlier_ones():
    random8 = b"\xff" * 8
    ids = [uuid7_text(1, 0, random8), uuid7_text(1, 1, bytes(8)), uuid7_text(2, 0, bytes(8))]
    assert ids == sorted(ids)


def test_a_counter_beyond_its_twelve_bits_is_a_mistake():
    with pytest.raises(ValueError, match="counter"):
        uuid7_text(1, 0x1000, bytes(8))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0199F3B1-0000-7000-8000-000000000000",
        "0199f3b1000070008000000000000000",
        "0199f3b1-0000-7000-8000-00000000000g",
        "0199f3b1-0000-7000-8000-000000000000\n",
    ],
)
def test_other_spellings_are_no_ids(text):
    assert not is_uuid_text(text)
