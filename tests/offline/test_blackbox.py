import os
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posapp.errors import Unavailable
from posapp.offline.blackbox import BlackBox
from posapp.offline.box_format import HEADER_BYTES, Record, RecordKind

KEY = b"\x09" * 32


def record(seq: int, body: bytes = b"body", kind: RecordKind = RecordKind.INTENT) -> Record:
    return Record(kind, 1, seq, bytes([seq % 256]) * 32, body)


def fill(folder, count: int, **options) -> BlackBox:
    box = BlackBox(folder, KEY, **options)
    for seq in range(1, count + 1):
        box.append(record(seq), sync=seq % 2 == 0)
    return box


def all_records(box: BlackBox) -> list[Record]:
    return [each for segment in box.segments() for each in segment.records]


def test_records_come_back_in_order_after_a_restart(tmp_path):
    fill(tmp_path, 5).close()
    box = BlackBox(tmp_path, KEY)
    box.append(record(6), sync=True)
    assert all_records(box) == [record(n) for n in range(1, 7)]
    assert len(list(tmp_path.glob("*.bin"))) == 1
    box.close()


def test_only_records_that_ask_for_it_wait_for_the_disk(tmp_path, monkeypatch):
    box = BlackBox(tmp_path, KEY)
    box.make_room()
    flushed: list[int] = []
    flush = os.fdatasync
    monkeypatch.setattr(os, "fdatasync", lambda file: (flushed.append(file), flush(file)))
    box.append(record(1), sync=False)
    assert not flushed
    box.append(record(2), sync=True)
    assert len(flushed) == 1
    box.close()


def test_half_a_record_at_the_end_is_tolerated_and_left_as_it_is(tmp_path):
    fill(tmp_path, 3).close()
    path = tmp_path / "000001.bin"
    path.write_bytes(path.read_bytes()[:-9])
    box = BlackBox(tmp_path, KEY)
    box.append(record(9), sync=True)
    first, second = box.segments()
    assert (first.torn, first.damaged, len(first.records)) == (True, 0, 2)
    assert second.first_link == first.last_tag
    assert all_records(box) == [record(1), record(2), record(9)]
    box.close()


def test_damage_in_the_middle_is_counted_and_the_rest_still_reads(tmp_path):
    fill(tmp_path, 4).close()
    path = tmp_path / "000001.bin"
    data = bytearray(path.read_bytes())
    data[HEADER_BYTES + 60] ^= 1
    path.write_bytes(data)
    box = BlackBox(tmp_path, KEY)
    (segment, _) = box.segments()
    assert segment.damaged == 1
    assert list(segment.records) == [record(2), record(3), record(4)]
    box.close()


def test_a_record_that_was_taken_out_is_noticed(tmp_path):
    box = BlackBox(tmp_path, KEY)
    ends = []
    for seq in (1, 2, 3):
        box.append(record(seq), sync=True)
        ends.append(box._end)
    box.close()
    path = tmp_path / "000001.bin"
    data = path.read_bytes()
    path.write_bytes(data[: ends[0]] + data[ends[1] :])
    box = BlackBox(tmp_path, KEY)
    assert next(box.segments()).damaged == 1
    box.close()


def test_another_key_reads_nothing(tmp_path):
    fill(tmp_path, 2).close()
    box = BlackBox(tmp_path, b"\x08" * 32)
    assert all_records(box) == []
    assert next(box.segments()).torn
    box.close()


def test_a_full_segment_is_followed_by_a_linked_one(tmp_path):
    box = fill(tmp_path, 30, segment_bytes=1_000)
    segments = list(box.segments())
    assert len(segments) == 3
    for before, after in pairwise(segments):
        assert after.first_link == before.last_tag
    assert all_records(box) == [record(n) for n in range(1, 31)]
    box.close()


def test_start_up_reads_only_the_segments_it_needs(tmp_path):
    box = fill(tmp_path, 30, segment_bytes=1_000)
    recent = box.since(1, 29)
    assert recent[-1] == record(30)
    assert len(recent) < 15
    assert box.since(0, 0)[0] == record(1)
    box.close()


def test_a_segment_without_a_head_is_passed_over(tmp_path):
    fill(tmp_path, 1).close()
    (tmp_path / "000002.bin").write_bytes(b"")
    box = BlackBox(tmp_path, KEY)
    box.append(record(2), sync=True)
    assert all_records(box) == [record(1), record(2)]
    box.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Unavailable, match=r"store.read_only"):
        BlackBox(tmp_path / "file" / "box", KEY)


def test_room_is_made_in_advance_and_given_back_at_the_end(tmp_path):
    box = BlackBox(tmp_path, KEY)
    box.make_room()
    path = tmp_path / "000001.bin"
    assert path.stat().st_size > 500_000
    box.append(record(1), sync=True)
    box.make_room()
    box.close()
    assert path.stat().st_size < 1_000
    box.close()


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from(list(RecordKind)), st.binary(max_size=200)), max_size=12),
    st.integers(0, 4_000),
    st.integers(0, 255),
)
def test_whatever_byte_changes_no_record_is_ever_read_wrongly(tmp_path_factory, made, place, value):
    folder = tmp_path_factory.mktemp("box")
    box = BlackBox(folder, KEY)
    written = [record(n, body, kind) for n, (kind, body) in enumerate(made, 1)]
    for each in written:
        box.append(each, sync=False)
    box.close()
    path = folder / "000001.bin"
    data = bytearray(path.read_bytes())
    data[place % len(data)] = value
    path.write_bytes(data)
    box = BlackBox(folder, KEY)
    read = all_records(box)
    box.close()
    assert [each for each in written if each in read] == read
