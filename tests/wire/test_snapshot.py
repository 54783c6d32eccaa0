"""Chunks keep every byte of every row, and nothing that is not whole is unpacked."""

from __future__ import annotations

import zlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.errors import Refused
from posapp.wire import snapshot
from posapp.wire.buckets import BUCKETS, add_up, bucket_of
from posapp.wire.canonical import encode, sha256
from posapp.wire.snapshot import ChunkInfo, bodies, pack, unpack
from posapp.wire.sync import FeedRow

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


def row(key, body, version=1, op="u"):
    return FeedRow(t="thing", k=key, v=version, op=op, d=msgspec.Raw(body))


def info_of(packed, rows):
    return ChunkInfo(
        number=0,
        t="thing",
        first="",
        last="",
        rows=rows,
        size=len(packed),
        sha256=sha256(packed).hex(),
    )


def there_and_back(rows):
    packed = pack("thing", rows)
    chunk = unpack(packed, info_of(packed, len(rows)))
    found = dict(zip(chunk.keys, bodies(chunk), strict=True))
    return found | {each.k: bytes(each.d) for each in chunk.others}, chunk


@given(st.lists(st.dictionaries(st.text(max_size=5), VALUES, max_size=4) | VALUES, max_size=8))
def test_every_row_comes_back_byte_for_byte(made):
    rows = [row(f"k{n}", encode(each), n + 1) for n, each in enumerate(made)]
    found, chunk = there_and_back(rows)
    assert found == {each.k: bytes(each.d) for each in rows}
    versions = dict(zip(chunk.keys, chunk.versions, strict=True))
    versions |= {each.k: each.v for each in chunk.others}
    assert versions == {each.k: each.v for each in rows}


def test_rows_of_one_shape_become_columns_and_deletions_stay_beside_them():
    rows = [row(f"k{n}", b'{"a%%s":%d,"b":"x"}' % n) for n in range(9)]
    _, chunk = there_and_back([*rows, row("gone", b"null", op="d"), row("odd", b'{"b": 1}')])
    assert chunk.fields == ("a%s", "b")
    assert len(chunk.keys) == 9
    assert [(each.k, each.op) for each in chunk.others] == [("gone", "d"), ("odd", "u")]


def test_bytes_with_another_digest_are_not_looked_into():
    packed = pack("thing", [row("k", b'{"a":1}')])
    for other in (packed + b"x", packed[:-1], b"", bytes([packed[0] ^ 1]) + packed[1:]):
        with pytest.raises(Refused) as caught:
            unpack(other, info_of(packed, 1))
        assert caught.value.params["reason"] == "digest"


@pytest.mark.parametrize(
    "plain",
    [
        b"[]",
        b"[" * 300 + b"]" * 300,
        b'{"t":"other","keys":["k"],"versions":[1],"fields":["a"],"columns":[[1]]}',
        b'{"t":"thing","keys":["k"],"versions":[],"fields":["a"],"columns":[[1]]}',
        b'{"t":"thing","keys":["k"],"versions":[1],"fields":["a","b"],"columns":[[1]]}',
        b'{"t":"thing","keys":["k"],"versions":[1],"fields":["a"],"columns":[[1,2]]}',
        b'{"t":"thing","keys":[],"versions":[],"fields":[],"columns":[]}',
    ],
)
def test_columns_that_do_not_fit_together_are_refused(plain):
    packed = zlib.compress(plain)
    with pytest.raises(Refused):
        unpack(packed, info_of(packed, 1))


def test_a_stream_that_is_cut_or_unpacks_to_too_much_is_refused(monkeypatch):
    whole = pack("thing", [row("k", b'{"a":"' + b"x" * 9_000 + b'"}')])
    for packed in (whole[:-4], whole + b"more", b"no stream at all"):
        with pytest.raises(Refused, match="not_understood"):
            unpack(packed, info_of(packed, 1))
    monkeypatch.setattr(snapshot, "MOST_PLAIN_BYTES", 1_000)
    with pytest.raises(Refused, match="not_understood"):
        unpack(whole, info_of(whole, 1))


def test_sums_tell_a_missing_a_newer_and_a_deleted_row():
    rows = [(f"k{n}", n, False) for n in range(50)]
    sums = add_up(rows)
    assert len(sums) == BUCKETS
    assert add_up(reversed(rows)) == sums
    for other in (("k7", 8, False), ("k7", 7, True), None):
        changed = add_up([*(each for each in rows if each[0] != "k7"), *([other] if other else [])])
        wrong = [place for place in range(BUCKETS) if changed[place] != sums[place]]
        assert wrong == [bucket_of("k7")]
