"""A snapshot is loaded beside the cache in use, survives kills, and takes over only when it is right."""

from __future__ import annotations

import shutil
import threading
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from posapp.errors import Unavailable
from posapp.offline.cache_store import CacheStore
from posapp.offline.central_api import Timed
from posapp.offline.central_reading import NotAnswered
from posapp.offline.feed_intake import FeedIntake
from posapp.offline.snapshot_load import MOST_IDLE, SnapshotLoad, Step
from posapp.offline.sync_state import Failure
from posapp.wire.canonical import encode, sha256
from posapp.wire.snapshot import ChunkInfo, ChunkReply, ManifestReply, pack
from posapp.wire.sync import FeedRow
from tests.offline.feeds import category, deleted, feed_row, member, offer, product

KEY = b"\x02" * 32


class Shelf:
    """Central's snapshots as a test has them. `spoil` changes a chunk's bytes, `fail` what comes."""

    def __init__(self, *pages, own=(), snapshot="s-1", epoch="e-2", cursor="c-9"):
        self.snapshot, self.epoch, self.cursor = snapshot, epoch, cursor
        self.own, self.complete = tuple(own), True
        self.asked, self.fail, self.spoil = [], [], {}
        self.chunks, self.bodies = [], []
        for rows in pages:
            self.add(rows)

    def add(self, rows):
        body = pack(rows[0].t, rows)
        info = ChunkInfo(
            number=len(self.chunks) + 1,
            t=rows[0].t,
            first=rows[0].k,
            last=rows[-1].k,
            rows=len(rows),
            size=len(body),
            sha256=sha256(body).hex(),
        )
        self.chunks.append(info)
        self.bodies.append(body)

    def manifest(self, snapshot_id):
        self._ask(f"manifest {snapshot_id}".strip())
        reply = ManifestReply(
            request_id="r",
            epoch=self.epoch,
            snapshot_id=self.snapshot,
            scope="x",
            start=100,
            cursor=self.cursor,
            complete=self.complete,
            chunks=tuple(self.chunks),
            rows=self.own,
            server_time_ms=7,
        )
        return Timed(reply, 5)

    def chunk(self, snapshot_id, number):
        self._ask(f"chunk {number}")
        spoil = self.spoil.pop(number, lambda body: body)
        reply = ChunkReply(
            request_id="r",
            epoch=self.epoch,
            snapshot_id=snapshot_id,
            number=number,
            body=spoil(self.bodies[number - 1]),
            server_time_ms=7,
        )
        return Timed(reply, 5)

    def _ask(self, what):
        self.asked.append(what)
        if self.fail:
            failure = self.fail.pop(0)
            if failure:
                raise NotAnswered(failure)


def raw(kind, key, version, body):
    return FeedRow(t=kind, k=key, v=version, op="u", d=msgspec.Raw(encode(body)))


def person(key, **fields):
    shown = {"id": key, "number": key[-3:], "name": "李", "role": "cashier"}
    return {**shown, "permissions": ["sell"], "verifier": "$argon2id$", **fields}


PAGES = (
    [feed_row("category", category("c-1"), 4)],
    [feed_row("member", member(n, name="单雄", phone=f"138{n:08d}"), 10 + n) for n in range(6)],
    [
        *(feed_row("member", member(n, name="王芳"), 30 + n) for n in range(6, 9)),
        deleted("member", "m-gone", 41),
    ],
    [feed_row("product", product(n, barcodes=(f"690{n}",), initials="pg"), 50 + n) for n in (1, 2)],
)


@pytest.fixture
def cache(tmp_path):
    store = CacheStore.open(tmp_path / "data", KEY)
    yield store
    store.close()


@pytest.fixture
def intake(till, cache):
    return FeedIntake(cache, till.store.staff, till.store.settings)


def load_all(load):
    for _ in range(60):
        outcome, manifest = load.step()
        if outcome is Step.DONE:
            return manifest
    raise AssertionError("never done")


def step_until(load, shelf, asked):
    while asked not in shelf.asked:
        load.step()


def test_a_loaded_snapshot_is_a_cache_like_one_that_was_pulled(intake, cache, tmp_path):
    shelf = Shelf(*PAGES, own=[feed_row("offer", offer("B"), 60)])
    load_all(SnapshotLoad(shelf, intake))
    assert cache.cursor() == ("c-9", "e-2")
    pulled = CacheStore.open(tmp_path / "pulled", KEY)
    pulled.apply([row for page in PAGES for row in page], "c-9", "e-2")
    pulled.apply([feed_row("offer", offer("B"), 60)], "c-9", "e-2")
    for query in (
        "SELECT id, row_ver, number, phone, last4, name, sound, initials, body FROM member",
        "SELECT t, k, row_ver, body FROM feed_row",
        "SELECT sound, initials, place FROM member_alias",
        "SELECT id, row_ver, category_id, sort, favourite, active, body FROM product",
        "SELECT code, place FROM product_code",
        "SELECT term, place FROM product_term",
        "SELECT rowid FROM product_text WHERE product_text MATCH '苹'",
        "SELECT type, name, sql FROM sqlite_master",
        "PRAGMA user_version",
    ):
        assert sorted(cache.found(query, ())) == sorted(pulled.found(query, ()))
    pulled.close()


def test_the_old_cache_serves_until_the_new_one_takes_over(intake, cache):
    cache.apply([feed_row("member", member(77, phone="13900000000"), 900)], "c-1", "e-1")
    intake.clear()
    shelf = Shelf(*PAGES)
    load = SnapshotLoad(shelf, intake)
    version = cache.version()
    step_until(load, shelf, "chunk 4")
    assert cache.cursor() == ("", "")
    assert cache.member_by_phone("13900000000").id == member(77).id
    load_all(load)
    assert cache.member_by_phone("13900000000") is None
    assert cache.member_by_phone("13800000003") == member(3, name="单雄", phone="13800000003")
    assert cache.version() > version


def test_look_ups_of_other_lanes_go_on_while_it_takes_over(intake, cache):
    rows = [feed_row("member", member(n, name="王芳"), 1) for n in range(6, 9)]
    cache.apply(rows, "c-1", "e-1")
    stop = threading.Event()

    def look():
        count = 0
        while not stop.is_set() or count < 50:
            assert cache.member_by_id(member(7).id) == member(7, name="王芳")
            count += 1
        return count

    with ThreadPoolExecutor(2) as lanes:
        looks = [lanes.submit(look) for _ in range(2)]
        for turn in range(3):
            intake.clear()
            load_all(SnapshotLoad(Shelf(*PAGES, snapshot=f"s-{turn}"), intake))
        stop.set()
        assert all(each.result() >= 50 for each in looks)


@pytest.mark.parametrize("asked", ["chunk 1", "chunk 3", "chunk 4"])
def test_a_kill_in_the_middle_goes_on_at_the_next_chunk(till, tmp_path, asked):
    shelf = Shelf(*PAGES)
    killed = CacheStore.open(tmp_path / "data", KEY)
    load = SnapshotLoad(shelf, FeedIntake(killed, till.store.staff, till.store.settings))
    step_until(load, shelf, asked)
    before = len(shelf.asked)
    # Nothing was closed: what is on the disk now is what a kill leaves.
    after = shutil.copytree(tmp_path / "data", tmp_path / "after")
    load.close()
    killed.close()
    again = CacheStore.open(after, KEY)
    load_all(SnapshotLoad(shelf, FeedIntake(again, till.store.staff, till.store.settings)))
    fetched = [each for each in shelf.asked if each.startswith("chunk")]
    assert shelf.asked[before] == "manifest s-1"
    assert fetched == ["chunk 1", "chunk 2", "chunk 3", "chunk 4"]
    assert again.counts().members == 9
    again.close()
    last = CacheStore.open(after, KEY)
    assert (last.cursor()[0], last.counts().products) == ("c-9", 2)
    last.close()
    left = sorted(each.name for each in after.glob("cache*"))
    assert left == ["cache-2.db", "cache-2.db.key-check"]


def test_a_kill_among_the_indexes_builds_only_the_missing_ones(intake):
    shelf = Shelf(*PAGES)
    load = SnapshotLoad(shelf, intake)
    step_until(load, shelf, "chunk 4")
    for _ in range(4):
        load.step()
    load.close()
    steps = 0
    again = SnapshotLoad(shelf, intake)
    while again.step()[0] is Step.GOES_ON:
        steps += 1
    assert intake.cache.counts().members == 9
    assert steps < 15
    assert len(shelf.asked) == 6


@pytest.mark.parametrize(
    "spoil",
    [lambda body: body[:-1], lambda body: body + b"x", lambda body: b"", lambda body: b"{" * 999],
)
def test_a_chunk_with_a_wrong_digest_is_fetched_again_and_never_applied(intake, spoil):
    shelf = Shelf(*PAGES)
    shelf.spoil[2] = spoil
    load = SnapshotLoad(shelf, intake)
    step_until(load, shelf, "chunk 1")
    with pytest.raises(NotAnswered) as caught:
        load.step()
    assert caught.value.kind is Failure.BAD_REPLY
    load_all(load)
    assert [each for each in shelf.asked if each == "chunk 2"] == ["chunk 2", "chunk 2"]
    assert intake.cache.counts().members == 9


def test_a_chunk_of_another_snapshot_is_not_taken(intake, monkeypatch):
    shelf = Shelf(*PAGES)
    load = SnapshotLoad(shelf, intake)
    load.step()
    original = shelf.chunk
    for change in ({"epoch": "e-9"}, {"snapshot_id": "s-9"}, {"number": 2}):

        def other(*words, change=change):
            timed = original(*words)
            return Timed(msgspec.structs.replace(timed.reply, **change), 5)

        monkeypatch.setattr(shelf, "chunk", other)
        with pytest.raises(NotAnswered):
            load.step()
    monkeypatch.undo()
    load_all(load)
    assert intake.cache.counts().members == 9


def test_a_snapshot_that_miscounts_is_thrown_away_and_begun_again(intake, cache):
    cache.apply([feed_row("member", member(77), 1)], "c-1", "e-1")
    twice = [feed_row("member", member(1), 90)]
    load = SnapshotLoad(Shelf(PAGES[1], twice), intake)
    with pytest.raises(NotAnswered):
        load_all(load)
    assert cache.member_by_id(member(77).id) is not None
    assert cache.cursor() == ("c-1", "e-1")
    load_all(SnapshotLoad(Shelf(*PAGES), intake))
    assert cache.counts().members == 9


def test_damage_in_the_loaded_file_is_found_before_it_takes_over(intake, cache, tmp_path):
    many = [feed_row("member", member(n, name="王芳"), n + 1) for n in range(2_000)]
    shelf = Shelf(many)
    load = SnapshotLoad(shelf, intake)
    step_until(load, shelf, "chunk 1")
    load.close()
    path = tmp_path / "data" / "cache.db.new"
    spoiled = bytearray(path.read_bytes())
    spoiled[len(spoiled) // 2] ^= 1
    path.write_bytes(spoiled)
    load = SnapshotLoad(shelf, intake)
    with pytest.raises((NotAnswered, Unavailable)):
        load_all(load)
    load.close()
    assert cache.cursor() == ("", "")
    load = SnapshotLoad(shelf, intake)
    try:
        load_all(load)
    except (NotAnswered, Unavailable):
        load_all(SnapshotLoad(shelf, intake))
    assert cache.counts().members == 2_000


@pytest.mark.parametrize("leftover", [b"", b"no database at all" * 99])
def test_a_leftover_that_is_no_database_does_not_stand_in_the_way(intake, tmp_path, leftover):
    (tmp_path / "data" / "cache.db.new").write_bytes(leftover)
    load_all(SnapshotLoad(Shelf(*PAGES), intake))
    assert intake.cache.counts().members == 9


def test_a_snapshot_that_central_gave_up_is_replaced_by_its_new_one(intake):
    shelf = Shelf(*PAGES)
    load = SnapshotLoad(shelf, intake)
    step_until(load, shelf, "chunk 2")
    shelf.fail = [Failure.GONE]
    with pytest.raises(NotAnswered) as caught:
        load.step()
    assert caught.value.kind is Failure.BUSY
    newer = Shelf(PAGES[1], snapshot="s-2", cursor="c-20")
    load._source = newer
    load_all(load)
    assert newer.asked == ["manifest s-1", "chunk 1"]
    assert intake.cache.cursor()[0] == "c-20"
    assert intake.cache.counts().products == 0


def test_another_epoch_is_asked_about_before_going_on(intake):
    shelf = Shelf(*PAGES)
    load = SnapshotLoad(shelf, intake)
    load.expect_epoch("e-2")
    step_until(load, shelf, "chunk 1")
    load.expect_epoch("e-2")
    load.step()
    load.expect_epoch("e-3")
    load.step()
    assert shelf.asked == ["manifest", "chunk 1", "chunk 2", "manifest s-1"]


def test_chunks_are_loaded_while_central_still_makes_others(intake):
    shelf = Shelf(PAGES[0])
    shelf.complete = False
    load = SnapshotLoad(shelf, intake)
    step_until(load, shelf, "chunk 1")
    shelf.add(PAGES[1])
    load.step()
    assert shelf.asked[-1] == "manifest s-1"
    load.step()
    assert shelf.asked[-1] == "chunk 2"
    for _ in range(MOST_IDLE):
        load.step()
    with pytest.raises(NotAnswered) as caught:
        load.step()
    assert caught.value.kind is Failure.BUSY
    shelf.complete = True
    load_all(load)
    assert intake.cache.counts().members == 6


def test_a_member_registered_here_and_not_yet_sent_is_carried_over(intake, cache):
    cache.remember_member(member(70, name="新人", phone="13711111111"))
    cache.remember_member(member(3, name="旧"))
    load_all(SnapshotLoad(Shelf(*PAGES), intake))
    assert cache.member_by_phone("13711111111").name == "新人"
    assert cache.member_by_id(member(3).id).name == "单雄"


def test_people_and_settings_go_into_till_db_and_who_is_gone_is_gone(till, intake, cache):
    rows = [raw("staff", f"staff-{n}", n, person(f"staff-{n}")) for n in (1, 2, 3)]
    settings = [raw("setting", name, 5, {"name": name, "value": 1}) for name in ("a", "b")]
    intake.apply([*rows, *settings], "c-1", "e-1")
    late = raw("staff", "staff-4", 150, person("staff-4"))
    intake.apply([late], "c-2", "e-1")
    shelf = Shelf(
        [raw("staff", "staff-1", 1, person("staff-1")), deleted("staff", "staff-2", 60)],
        [raw("setting", "a", 70, {"name": "a", "value": 2})],
    )
    load_all(SnapshotLoad(shelf, intake))
    names = {each.id for each in till.store.staff.all()} - {"staff-9"}
    assert {"staff-1", "staff-4"} <= names
    assert not {"staff-2", "staff-3"} & names
    assert till.store.settings.values() == {"a": "2"}
    assert cache.found("SELECT 1 FROM feed_row", ()) == []


def test_rows_this_program_cannot_read_are_kept_and_found_by_nothing(intake, cache):
    bad = [
        FeedRow(t="member", k="x", v=3, op="u", d=msgspec.Raw(b'{"id":1}')),
        FeedRow(t="member", k="y", v=3, op="u", d=msgspec.Raw(b"[1,2]")),
        feed_row("member", member(1, name="a\x00\u202e" + "长" * 9_000), 4),
        FeedRow(
            t="member", k="z", v=3, op="u", d=msgspec.Raw(b'{"a":' + b"[" * 90 + b"]" * 90 + b"}")
        ),
    ]
    strange = [FeedRow(t="product", k="p", v=1, op="u", d=msgspec.Raw(b'{"price":"much"}'))]
    load_all(SnapshotLoad(Shelf(bad, strange, [raw("weather", "w", 1, {"rain": 1})]), intake))
    assert (cache.counts().members, cache.counts().products) == (1, 0)
    assert len(cache.member_by_id(member(1).id).name) == 9_003
    assert len(cache.found("SELECT 1 FROM feed_row", ())) == 5


def test_ordinary_pages_of_a_feed_begun_anew_do_not_lie_beside_old_rows(intake, cache):
    intake.apply([feed_row("member", member(1), 900)], "c-1", "e-1")
    intake.clear()
    assert cache.member_by_id(member(1).id) is not None
    intake.apply([feed_row("member", member(2), 3)], "c-1", "e-2")
    assert cache.member_by_id(member(1).id) is None
    intake.apply([feed_row("member", member(3), 4)], "c-2", "e-2")
    assert cache.counts().members == 2


def test_a_full_disk_leaves_the_cache_in_use_and_what_was_loaded(intake, cache, monkeypatch):
    cache.apply([feed_row("member", member(77), 1)], "c-1", "e-1")
    shelf = Shelf(*PAGES)
    load = SnapshotLoad(shelf, intake)
    step_until(load, shelf, "chunk 1")

    def full(*_):
        raise Unavailable("store.disk_full")

    with monkeypatch.context() as broken:
        broken.setattr("posapp.offline.snapshot_file.put_chunk", full)
        with pytest.raises(Unavailable, match="disk_full"):
            load.step()
    assert cache.member_by_id(member(77).id) is not None
    load_all(load)
    assert shelf.asked.count("chunk 1") == 1
