"""The decision at start-up, as a step function: heads and records in, a plan out."""

from hypothesis import given
from hypothesis import strategies as st

from posapp.offline.batch import Batch, BoxedEntry, batch_to_bytes
from posapp.offline.box_format import Record, RecordKind
from posapp.offline.recovery import plan
from posapp.wire.chain import FIRST_LINK


def link(number: int, incarnation: int = 1) -> bytes:
    return bytes([incarnation]) + number.to_bytes(31, "big") if number else FIRST_LINK


def batch(number: int, incarnation: int = 1, event: str = "") -> Batch:
    entry = BoxedEntry(
        incarnation=incarnation,
        seq=number,
        event_id=event or f"event-{incarnation}-{number}",
        kind="audit.v1",
        schema=1,
        aggregate_id="a",
        body=b"{}",
        body_sha256=bytes(32),
        chain=link(number, incarnation) if not event else event.encode().ljust(32),
        wall_ms=1,
        mono_ms=1,
        boot_id="b",
        server_offset_ms=None,
        offset_error_ms=None,
    )
    return Batch(link(number - 1, incarnation), 0, (entry,))


def intent(made: Batch) -> Record:
    return Record(RecordKind.INTENT, *made.place, made.chain, batch_to_bytes(made))


def mark(kind: RecordKind, made: Batch, body: bytes = b"") -> Record:
    return Record(kind, *made.place, made.chain, body)


def whole(count: int) -> tuple[list[Batch], list[Record]]:
    made = [batch(number) for number in range(1, count + 1)]
    records = [r for each in made for r in (intent(each), mark(RecordKind.COMMIT, each))]
    return made, records


@given(st.integers(0, 12), st.integers(0, 12))
def test_exactly_what_the_database_lost_is_put_back_in_order(count, kept):
    made, records = whole(count)
    kept = min(kept, count)
    found = plan((1, kept, link(kept)), records)
    assert found.restore == tuple(made[kept:])
    assert found.abort == found.unlinked == ()


@given(st.integers(1, 8), st.data())
def test_without_its_commit_only_the_last_intent_is_in_doubt(count, data):
    made, records = whole(count)
    missing = data.draw(st.sets(st.integers(1, count)))
    records = [r for r in records if not (r.kind is RecordKind.COMMIT and r.seq in missing)]
    found = plan((1, 0, FIRST_LINK), records)
    in_doubt = count in missing
    assert found.restore == tuple(made[: count - in_doubt])
    assert found.abort == (tuple(made[-1:]) if in_doubt else ())


@given(st.integers(2, 8), st.data())
def test_nothing_is_forced_in_behind_a_hole(count, data):
    made, records = whole(count)
    hole = data.draw(st.integers(1, count - 1))
    records = [r for r in records if r.seq != hole]
    found = plan((1, 0, FIRST_LINK), records)
    assert found.restore == tuple(made[: hole - 1])
    assert found.unlinked == tuple(made[hole:])


@given(st.integers(1, 8))
def test_what_the_database_has_without_a_proof_is_confirmed_and_then_never_undone(count):
    made, records = whole(count)
    found = plan((1, count, link(count)), records[:-1])
    assert (found.confirm, found.abort, found.restore) == ((made[-1],), (), ())
    confirmed = [*records[:-1], *(mark(RecordKind.COMMIT, each) for each in found.confirm)]
    assert plan((1, count, link(count)), confirmed).confirm == ()
    assert plan((1, count - 1, link(count - 1)), confirmed).restore == (made[-1],)


def test_a_printed_paper_proves_the_commit():
    made = batch(1)
    for kind in (RecordKind.PRINTING, RecordKind.PRINTED, RecordKind.UNPRINTED):
        found = plan((1, 0, FIRST_LINK), [intent(made), mark(kind, made, b"1-1-1")])
        assert found.restore == (made,)
        assert found.papers == {"1-1-1": kind}


def test_what_was_aborted_before_is_not_told_again():
    made = batch(1)
    records = [intent(made), mark(RecordKind.ABORT, made)]
    assert plan((1, 0, FIRST_LINK), records) == plan((1, 0, FIRST_LINK), [])


def test_a_second_try_at_the_same_place_replaces_the_first():
    first, second = batch(1, event="try-1"), batch(1, event="try-2")
    records = [intent(first), intent(second), mark(RecordKind.COMMIT, second)]
    found = plan((1, 0, FIRST_LINK), records)
    assert found.restore == (second,)
    assert found.abort == (first,)
    same = [intent(second), intent(second), mark(RecordKind.COMMIT, second)]
    assert plan((1, 0, FIRST_LINK), same).abort == ()


def test_a_new_incarnation_begins_at_one():
    old, new = batch(5, 1), batch(1, 2)
    records = [r for each in (old, new) for r in (intent(each), mark(RecordKind.COMMIT, each))]
    assert plan((1, 5, link(5)), records).restore == (new,)
    skipped = batch(2, 2)
    late = [intent(skipped), mark(RecordKind.COMMIT, skipped)]
    assert plan((1, 5, link(5)), late).unlinked == (skipped,)
