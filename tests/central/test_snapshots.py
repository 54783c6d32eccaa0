"""Snapshots, sums and pruning: what a till loads is what it would have pulled, and no ghost stays."""

from __future__ import annotations

import pytest

from posapp.central import snapshot_making
from posapp.central.caller import load_tenant
from posapp.central.catalogue import add_product
from posapp.central.pruning import prune
from posapp.central.tables.catalogue import product
from posapp.wire.buckets import COMPARED, BucketRowsReply, BucketsReply, add_up, bucket_of
from posapp.wire.snapshot import ChunkReply, ManifestReply, bodies, unpack
from tests.central.tills import refusal

DAY_MS = 86_400_000


def manifest(till, snapshot=""):
    return till.get(f"/v1/sync/snapshot/manifest?snapshot={snapshot}", ManifestReply)


def chunk(till, snapshot, number):
    target = f"/v1/sync/snapshot/chunk?snapshot={snapshot}&number={number}"
    return till.get(target, ChunkReply)


def sums(till, table, cursor):
    return till.get(f"/v1/sync/buckets?table={table}&cursor={cursor}", BucketsReply)


def bucket_rows(till, table, bucket):
    target = f"/v1/sync/buckets/rows?table={table}&bucket={bucket}"
    return till.get(target, BucketRowsReply)


def load(till):
    """Everything of a snapshot as {(table, key): (version, body or None)}, and its manifest."""
    found, reply = {}, manifest(till)
    while not reply.complete:
        reply = manifest(till, reply.snapshot_id)
    others = list(reply.rows)
    for info in reply.chunks:
        columns = unpack(chunk(till, reply.snapshot_id, info.number).body, info)
        made = zip(columns.keys, columns.versions, bodies(columns), strict=True)
        found |= {(info.t, key): (version, body) for key, version, body in made}
        others += columns.others
    return found | as_rows(others), reply


def as_rows(rows):
    return {(row.t, row.k): (row.v, bytes(row.d) if row.op == "u" else None) for row in rows}


def goods(park, *codes):
    """Put products on the shelves; their ids by code."""
    with park.central.database.read() as connection:
        tenant = load_tenant(connection, park.seeded.tenant_id)
    category = park.rows("SELECT id FROM category")[0][0]
    with park.central.work(tenant) as unit:
        for code in codes:
            add_product(
                unit,
                code=code,
                name=code,
                category_id=category,
                price=1,
                unit_name="x",
                tax_rate=0,
            )
    return {
        code: park.rows("SELECT id FROM product WHERE code = :code", code=code)[0][0]
        for code in codes
    }


def withdraw(park, product_id):
    with park.central.database.read() as connection:
        tenant = load_tenant(connection, park.seeded.tenant_id)
    with park.central.work(tenant) as unit:
        unit.connection.execute(product.delete().where(product.c.id == product_id))
        unit.change("product", product_id, "d")


def test_a_snapshot_is_what_pulling_from_the_beginning_brings(park):
    ids = goods(park, "S1", "S2")
    withdraw(park, ids["S2"])
    found, reply = load(park.till)
    assert found == as_rows(park.till.pull_all())
    assert found["product", ids["S2"]][1] is None
    assert {key for key in found if key[0] == "shop"} == {("shop", park.seeded.shop_id)}
    assert park.till.pull(reply.cursor).rows == ()
    assert sum(each.rows for each in reply.chunks) + len(reply.rows) == len(found)


def test_what_changes_after_the_first_chunk_comes_by_pulling_behind_it(park):
    before = load(park.till)[1]
    ids = goods(park, "N1")
    found, reply = load(park.till)
    assert (reply.snapshot_id, reply.start) == (before.snapshot_id, before.start)
    assert ("product", ids["N1"]) not in found
    assert [row.k for row in park.till.pull(reply.cursor).rows] == [ids["N1"]]


def test_a_large_feed_is_packed_piece_by_piece_in_the_order_of_its_keys(park, monkeypatch):
    goods(park, *(f"P{n}" for n in range(9)))
    monkeypatch.setattr(snapshot_making, "ROWS_PER_CHUNK", 4)
    monkeypatch.setattr(snapshot_making, "SLICE_MS", 0)
    first = manifest(park.till)
    assert (len(first.chunks), first.complete) == (1, False)
    found, reply = load(park.till)
    assert reply.snapshot_id == first.snapshot_id
    assert [each.rows for each in reply.chunks if each.t == "product"] == [4, 4, 2]
    assert [each.number for each in reply.chunks] == list(range(1, len(reply.chunks) + 1))
    assert found == as_rows(park.till.pull_all())


def test_rows_too_large_for_one_answer_are_spread_over_more_chunks(park, monkeypatch):
    goods(park, *(f"P{n}" for n in range(9)))
    monkeypatch.setattr(snapshot_making, "MOST_PACKED_BYTES", 300)
    found, reply = load(park.till)
    assert len([each for each in reply.chunks if each.t == "product"]) > 2
    assert found == as_rows(park.till.pull_all())


def test_personal_data_of_a_chunk_is_sealed_in_the_database(park):
    _, reply = load(park.till)
    member = next(each for each in reply.chunks if each.t == "member")
    plain = chunk(park.till, reply.snapshot_id, member.number).body
    stored = park.rows("SELECT body FROM snapshot_chunk WHERE number = :n", n=member.number)[0][0]
    assert plain not in stored
    assert len(stored) > len(plain)


def test_a_chunk_that_was_damaged_is_never_sent(park):
    other = park.till.ids.new().encode()
    for spoil in (
        "UPDATE snapshot_chunk SET body = :other WHERE number = 1 AND body <> :other",
        "UPDATE snapshot_chunk SET sha256 = :other WHERE number = 1",
        "DELETE FROM snapshot_chunk WHERE number = 1 AND body <> :other",
    ):
        reply = manifest(park.till)
        park.write(spoil, other=other)
        assert refusal(chunk, park.till, reply.snapshot_id, 1).key == "sync.rebootstrap"
        assert manifest(park.till).snapshot_id != reply.snapshot_id


def test_a_chunk_in_the_place_of_another_is_never_sent(park):
    reply = manifest(park.till)
    (second,) = park.rows("SELECT body, sha256 FROM snapshot_chunk WHERE number = 2")
    park.write(
        "UPDATE snapshot_chunk SET body = :body, sha256 = :sha WHERE number = 1",
        body=second[0],
        sha=second[1],
    )
    assert refusal(chunk, park.till, reply.snapshot_id, 1).key == "sync.rebootstrap"


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 30, "1.5"])
def test_numbers_that_are_none_are_not_understood(park, number):
    snapshot = manifest(park.till).snapshot_id
    assert refusal(chunk, park.till, snapshot, number).key == "wire.not_understood"


def test_a_snapshot_of_another_tenant_is_not_there(park):
    mine = manifest(park.till).snapshot_id
    park.write("UPDATE snapshot SET tenant_id = :other", other=park.till.ids.new())
    assert refusal(chunk, park.till, mine, 1).key == "sync.rebootstrap"
    assert manifest(park.till, mine).snapshot_id != mine


def test_an_old_one_is_kept_for_who_loads_it_and_replaced_for_others(park):
    mine = manifest(park.till).snapshot_id
    park.clock.advance_ms(DAY_MS)
    newer = manifest(park.till).snapshot_id
    assert newer != mine
    assert manifest(park.till, mine).snapshot_id == mine
    park.clock.advance_ms(3 * DAY_MS + 1)
    assert manifest(park.till, mine).snapshot_id not in {mine, newer}
    assert park.rows("SELECT count(*) FROM snapshot") == [(1,)]


def test_another_epoch_has_snapshots_of_its_own(park):
    mine = manifest(park.till).snapshot_id
    park.write("UPDATE meta SET value = 'restored' WHERE name = 'epoch'")
    reply = manifest(park.till, mine)
    assert (reply.epoch, reply.snapshot_id == mine) == ("restored", False)
    assert refusal(chunk, park.till, mine, 1).key == "sync.rebootstrap"


# --- sums


@pytest.mark.parametrize("table", COMPARED)
def test_sums_are_those_of_the_rows_that_were_pulled(park, table):
    ids = goods(park, "S1", "S2")
    withdraw(park, ids["S2"])
    rows = park.till.pull_all()
    reply = sums(park.till, table, park.till.pull().next)
    mine = [(row.k, row.v, row.op == "d") for row in rows if row.t == table]
    assert (reply.sums, reply.changed, reply.behind) == (add_up(mine), (), False)
    bucket = bucket_of(mine[0][0])
    expected = {row.k: row.v for row in rows if row.t == table and bucket_of(row.k) == bucket}
    assert {row.k: row.v for row in bucket_rows(park.till, table, bucket).rows} == expected


def test_rows_that_changed_behind_the_cursor_are_named_and_not_counted(park, monkeypatch):
    ids = goods(park, "S1", "S2")
    cursor = park.till.pull().next
    held = [(row.k, row.v, False) for row in park.till.pull_all() if row.t == "product"]
    withdraw(park, ids["S1"])
    reply = sums(park.till, "product", cursor)
    assert reply.changed == (ids["S1"],)
    assert reply.sums == add_up(each for each in held if each[0] != ids["S1"])
    monkeypatch.setattr("posapp.central.bucket_sums.MOST_CHANGED", 0)
    assert sums(park.till, "product", cursor).behind


@pytest.mark.parametrize("table", ["staff", "", "member;"])
def test_tables_that_are_not_compared_are_not_understood(park, table):
    cursor = park.till.pull().next
    assert refusal(sums, park.till, table, cursor).key == "wire.not_understood"
    assert refusal(bucket_rows, park.till, table, 1).key == "wire.not_understood"
    assert refusal(bucket_rows, park.till, "member", 1_024).key == "wire.not_understood"
    assert refusal(sums, park.till, "member", "xx").key == "sync.rebootstrap"


# --- pruning


def test_deletions_go_once_a_mark_is_old_enough_and_old_cursors_with_them(park):
    ids = goods(park, "S1", "S2")
    early = park.till.pull().next
    withdraw(park, ids["S1"])
    late = park.till.pull(early).next
    assert prune(park.central, park.seeded.tenant_id).deletions == 0
    withdraw(park, ids["S2"])
    park.clock.advance_ms(89 * DAY_MS)
    assert prune(park.central, park.seeded.tenant_id).deletions == 0
    assert [row.op for row in park.till.pull(early).rows] == ["d", "d"]
    park.clock.advance_ms(2 * DAY_MS)
    pruned = prune(park.central, park.seeded.tenant_id)
    assert pruned.deletions == 1
    assert refusal(park.till.pull, early).key == "sync.rebootstrap"
    assert refusal(sums, park.till, "product", early).key == "sync.rebootstrap"
    assert [row.k for row in park.till.pull(late).rows] == [ids["S2"]]
    again = prune(park.central, park.seeded.tenant_id)
    assert (again.deletions, again.min_pos) == (0, pruned.min_pos)


def test_a_snapshot_from_before_the_pruning_is_not_loaded_any_more(park):
    ids = goods(park, "S1")
    mine = manifest(park.till).snapshot_id
    withdraw(park, ids["S1"])
    prune(park.central, park.seeded.tenant_id)
    park.clock.advance_ms(91 * DAY_MS)
    prune(park.central, park.seeded.tenant_id)
    assert manifest(park.till, mine).snapshot_id != mine
    found, _ = load(park.till)
    assert ("product", ids["S1"]) not in found


def test_large_pages_travel_packed_where_that_is_asked_for(park):
    goods(park, *(f"P{n}" for n in range(30)))
    target = "/v1/sync/pull?cursor=&limit=500"
    answer = park.till.send("GET", target)
    assert answer.headers["content-encoding"] == "gzip"
    park.site.client.headers["accept-encoding"] = "identity"
    plain = park.till.send("GET", target)
    assert "content-encoding" not in plain.headers
    assert plain.json()["rows"] == answer.json()["rows"]
    assert int(answer.headers["content-length"]) * 3 < int(plain.headers["content-length"])


def test_a_till_that_begins_anew_after_the_pruning_reads_on_page_by_page(park):
    """Found by the simulator: each page ended below the place that others had to have reached."""
    prune(park.central, park.seeded.tenant_id)
    park.clock.advance_ms(91 * 86_400_000)
    assert prune(park.central, park.seeded.tenant_id).min_pos > 0
    whole = [(row.t, row.k) for row in park.till.pull_all()]
    cursor, found, more = "", [], True
    while more:
        page = park.till.pull(cursor, limit=1)
        found += [(row.t, row.k) for row in page.rows]
        cursor, more = page.next, page.more
    assert found == whole
