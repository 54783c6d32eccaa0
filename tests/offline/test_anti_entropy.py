"""Corrupted rows of the cache are found by their sums and put right, exactly these."""

from __future__ import annotations

import pytest

from posapp.offline.anti_entropy import EVERY_MS, MOST_WRONG, AntiEntropy
from posapp.offline.cache_store import CacheStore
from posapp.offline.central_reading import NotAnswered
from posapp.offline.feed_intake import FeedIntake
from posapp.offline.sync_state import Failure
from posapp.wire.buckets import COMPARED, BucketRowsReply, BucketsReply, add_up, bucket_of
from tests.offline.feeds import category, deleted, feed_row, member, offer, product

KEY = b"\x02" * 32
NOW = 1_800_000_000_000


class Sums:
    """Central's side over a list of rows; what `min_pos` forgot is not in it."""

    def __init__(self, rows, epoch="e-1", min_pos=0):
        self.rows, self.epoch, self.min_pos = list(rows), epoch, min_pos
        self.changed, self.behind, self.asked, self.fail = (), False, [], None

    def buckets(self, table, cursor):
        self.asked.append(table)
        if self.fail:
            raise NotAnswered(self.fail)
        rows = [r for r in self.rows if r.t == table and r.k not in self.changed]
        sums = add_up((r.k, r.v, r.op == "d") for r in rows)
        return BucketsReply(
            request_id="r",
            epoch=self.epoch,
            t=table,
            behind=self.behind,
            sums=() if self.behind else sums,
            changed=tuple(self.changed),
            min_pos=self.min_pos,
            server_time_ms=1,
        )

    def bucket_rows(self, table, bucket):
        self.asked.append((table, bucket))
        rows = tuple(r for r in self.rows if r.t == table and bucket_of(r.k) == bucket)
        return BucketRowsReply(
            request_id="r",
            epoch=self.epoch,
            t=table,
            bucket=bucket,
            rows=rows,
            min_pos=self.min_pos,
            server_time_ms=1,
        )


ROWS = [
    *(feed_row("member", member(n, name="单雄", phone=f"138{n:08d}"), 10 + n) for n in range(300)),
    *(feed_row("product", product(n, barcodes=(f"690{n}",)), 400 + n) for n in range(100)),
    feed_row("category", category("c-1"), 600),
    feed_row("offer", offer("B"), 601),
    deleted("member", "m-gone", 602),
    deleted("product", "p-gone", 603),
]


@pytest.fixture
def cache(tmp_path):
    store = CacheStore.open(tmp_path / "data", KEY)
    store.apply(ROWS, "c-1", "e-1")
    yield store
    store.close()


@pytest.fixture
def intake(till, cache):
    return FeedIntake(cache, till.store.staff, till.store.settings)


def compare_all(comparing, now=NOW):
    repaired = 0
    for _ in COMPARED:
        repaired += comparing.step(now)
    return repaired


def everything(cache):
    queries = (
        "SELECT id, row_ver, number, phone, body FROM member ORDER BY id",
        "SELECT id, row_ver, sort, body FROM product ORDER BY id",
        "SELECT t, k, row_ver, body FROM feed_row ORDER BY t, k",
        "SELECT a.sound, id FROM member_alias AS a JOIN member USING (place) ORDER BY 1, 2",
        "SELECT code, id FROM product_code JOIN product USING (place) ORDER BY code, id",
        "SELECT term, id FROM product_term JOIN product USING (place) ORDER BY term, id",
    )
    return [cache.found(query, ()) for query in queries]


def spoil(cache, *statements):
    with cache._file.write() as tx:
        for statement in statements:
            tx.run(statement)


def test_equal_caches_are_told_by_their_sums_alone(cache, intake):
    source = Sums(ROWS)
    comparing = AntiEntropy(source, intake)
    assert comparing.is_due(NOW)
    before = cache.version()
    assert compare_all(comparing) == 0
    assert source.asked == list(COMPARED)
    assert cache.version() == before
    assert not comparing.is_due(NOW + EVERY_MS - 1)
    assert comparing.is_due(NOW + EVERY_MS)
    assert comparing.is_due(NOW - 1)


def test_exactly_the_rows_that_are_wrong_are_put_right(cache, intake):
    good = everything(cache)
    spoil(
        cache,
        "UPDATE member SET row_ver = 5, phone = '13999999999' WHERE id = 'm-000007'",
        "UPDATE member SET row_ver = 9000 WHERE id = 'm-000009'",
        "DELETE FROM member WHERE id = 'm-000011'",
        "UPDATE member SET row_ver = 12, body = NULL WHERE id = 'm-000002'",
        "DELETE FROM product WHERE id = 'p-000003'",
        "UPDATE feed_row SET row_ver = 1 WHERE t = 'offer'",
        "INSERT INTO feed_row(t, k, row_ver, body) VALUES ('category', 'ghost', 4, x'7b7d')",
        "INSERT INTO member(id, row_ver, phone, body) VALUES ('m-ghost', 4, '13888888888', x'7b7d')",
    )
    source = Sums(ROWS)
    assert compare_all(AntiEntropy(source, intake)) == 8
    assert everything(cache) == good
    asked = {each for each in source.asked if isinstance(each, tuple)}
    wrong = [("member", f"m-{n:06d}") for n in (7, 9, 11, 2)] + [("product", "p-000003")]
    wrong += [("offer", "B"), ("category", "ghost"), ("member", "m-ghost")]
    assert asked == {(table, bucket_of(key)) for table, key in wrong}


def test_rows_that_changed_meanwhile_are_left_to_the_next_pull(cache, intake):
    newer = feed_row("member", member(7, name="新"), 900)
    source = Sums([row for row in ROWS if row.k != newer.k] + [newer])
    source.changed = (newer.k,)
    assert compare_all(AntiEntropy(source, intake)) == 0
    assert cache.member_by_id(newer.k).name == "单雄"


def test_deletions_that_central_forgot_are_no_difference(cache, intake):
    source = Sums([row for row in ROWS if row.op == "u"], min_pos=700)
    assert compare_all(AntiEntropy(source, intake)) == 0
    assert compare_all(AntiEntropy(Sums(source.rows, min_pos=0), intake)) == 2


def test_what_only_this_till_knows_is_neither_counted_nor_removed(cache, intake):
    mine = member(70_000, name="新人", phone="13711111111")
    cache.remember_member(mine)
    spoil(cache, "UPDATE member SET row_ver = 5 WHERE id = 'm-000007'")
    beside = [n for n in range(300) if bucket_of(f"m-{n:06d}") == bucket_of(mine.id)]
    for n in beside:
        spoil(cache, f"UPDATE member SET row_ver = 3 WHERE id = 'm-{n:06d}'")
    assert compare_all(AntiEntropy(Sums(ROWS), intake)) == 1 + len(beside)
    assert cache.member_by_phone("13711111111") == mine


def test_a_row_that_could_not_be_read_counts_with_the_version_it_came_with(cache, intake):
    cache.apply([category_as_member()], "c-2", "e-1")
    rows = [row for row in ROWS if row.k != "m-000008"] + [category_as_member()]
    assert compare_all(AntiEntropy(Sums(rows), intake)) == 0
    assert compare_all(AntiEntropy(Sums(ROWS), intake)) == 1
    assert cache.member_by_id("m-000008").name == "单雄"


def category_as_member():
    row = feed_row("category", category("m-000008"), 800)
    return type(row)(t="member", k=row.k, v=row.v, op=row.op, d=row.d)


def test_a_cache_that_is_wrong_all_over_is_fetched_anew_and_serves_meanwhile(cache, intake):
    spoil(cache, "UPDATE member SET row_ver = row_ver + 5000")
    source = Sums(ROWS)
    comparing = AntiEntropy(source, intake)
    assert len({bucket_of(row.k) for row in ROWS if row.t == "member"}) > MOST_WRONG
    assert comparing.step(NOW) == 0
    assert source.asked == ["member"]
    assert cache.cursor() == ("", "")
    assert cache.member_by_id(member(5).id) is not None


def test_central_that_moved_on_or_is_another_one_is_asked_again_later(cache, intake):
    source = Sums(ROWS)
    comparing = AntiEntropy(source, intake)
    source.behind = True
    assert comparing.step(NOW) == 0
    source.behind, source.epoch = False, "e-2"
    assert comparing.step(NOW) == 0
    assert comparing.is_due(NOW)
    source.epoch = "e-1"
    compare_all(comparing)
    assert not comparing.is_due(NOW)


def test_a_question_without_an_answer_is_asked_again_at_the_same_table(cache, intake):
    source = Sums(ROWS)
    comparing = AntiEntropy(source, intake)
    comparing.step(NOW)
    source.fail = Failure.UNREACHABLE
    with pytest.raises(NotAnswered):
        comparing.step(NOW)
    source.fail = None
    for _ in COMPARED[1:]:
        comparing.step(NOW)
    assert source.asked == [COMPARED[0], COMPARED[1], *COMPARED[1:]]
    assert not comparing.is_due(NOW)
