"""A till at a real central: loads a snapshot, serves while it loads, compares itself when idle."""

from __future__ import annotations

import pytest

from posapp.central import snapshot_making
from posapp.central.caller import load_tenant
from posapp.central.pruning import prune
from posapp.central.tables.catalogue import product
from posapp.clock import Ids
from posapp.offline.central_link import CentralLink
from posapp.offline.feed_intake import FeedIntake
from posapp.offline.snapshot_calls import SnapshotCalls
from posapp.offline.sync import Sync, SyncParts
from posapp.offline.sync_hands import StoreHands
from posapp.offline.sync_state import Till as Speaker
from tests.workflows.site import enrolled_till, running, seeded_folder

DAY_MS = 86_400_000


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    folder = tmp_path_factory.mktemp("seeded") / "central"
    return folder, seeded_folder(folder)


@pytest.fixture
def site(source, tmp_path):
    with running(*source, tmp_path / "central") as made:
        yield made


@pytest.fixture
def lane(site, tmp_path):
    with enrolled_till(site, tmp_path / "till", "A03") as till:
        made = Lane(site, till)
        yield made
        made.calls.close()


class Lane:
    """The till's sync lane with the calls that a real till has, on the test's own thread."""

    def __init__(self, site, till):
        self.site, self.till, self.cache = site, till, till.counter.cache
        store = till.counter.store
        self.intake = FeedIntake(self.cache, store.staff, store.settings)
        link = till.calls._link
        self.calls = SnapshotCalls(
            CentralLink(site.url, link._credentials, site.clock, Ids(site.clock)), self.intake
        )
        place = till.counter.desk.place
        self.sync = Sync(
            SyncParts(
                till=Speaker(terminal_id=place.terminal_id, app_version="1", run_id="run"),
                hands=StoreHands(store.journal, store.outbox, store.identity, self.intake),
                calls=self.calls,
                clock=site.clock,
                jitter=lambda least, most: most,
                on_status=lambda status: None,
                on_offset=lambda ms, error_ms: None,
            )
        )

    def go(self, times=1):
        for _ in range(times):
            status = self.sync.run_until_idle()
        return status

    def withdraw(self, code):
        central = self.site.central
        with central.database.read() as connection:
            tenant = load_tenant(connection, self.site.seeded.tenant_id)
        with central.work(tenant) as unit:
            query = product.select().where(product.c.code == code)
            found = unit.connection.execute(query).one()
            unit.connection.execute(product.delete().where(product.c.id == found.id))
            unit.change("product", found.id, "d")

    def sql(self, statement):
        with self.site.central.database.write() as connection:
            connection.exec_driver_sql(statement)


def test_a_new_till_is_filled_by_a_snapshot(lane):
    assert lane.cache.counts().members == 2
    assert lane.cache.product_by_code("A").name == "熊猫毛绒"
    assert lane.cache.shop().name == "1 号店"
    assert len(lane.till.counter.store.staff.all()) == 2
    assert lane.go().is_online


def test_another_epoch_is_loaded_beside_the_cache_that_serves(lane, monkeypatch):
    lane.go()
    monkeypatch.setattr(snapshot_making, "ROWS_PER_CHUNK", 1)
    lane.sql("UPDATE meta SET value = 'restored' WHERE name = 'epoch'")
    seen = []
    real = lane.calls.chunk

    def chunk(*words):
        seen.append((lane.cache.cursor(), lane.cache.counts().members))
        return real(*words)

    monkeypatch.setattr(lane.calls, "chunk", chunk)
    assert lane.go().is_online
    assert len(seen) > 5
    assert set(seen) == {(("", ""), 2)}
    assert lane.cache.cursor()[1] == "restored"
    assert lane.cache.counts().members == 2


def test_a_till_that_was_away_longer_than_deletions_are_kept_has_no_ghosts(lane):
    lane.go()
    old = lane.cache.cursor()
    lane.withdraw("A")
    tenant = lane.site.seeded.tenant_id
    prune(lane.site.central, tenant)
    lane.site.clock.advance_ms(91 * DAY_MS)
    assert prune(lane.site.central, tenant).deletions == 1
    assert lane.cache.product_by_code("A") is not None
    lane.go(times=2)
    assert lane.cache.product_by_code("A") is None
    assert lane.cache.product_by_code("B") is not None
    assert lane.cache.cursor() != old


def test_an_idle_lane_finds_and_mends_a_corrupted_row_once_a_day(lane, monkeypatch):
    lane.go(times=9)
    with lane.cache._file.write() as tx:
        tx.run("UPDATE product SET row_ver = 1, active = 0 WHERE active = 1")
    lane.go(times=9)
    assert lane.cache.favourites() == ()
    assert not lane.cache.products_in(lane.cache.categories()[0].id)
    lane.site.clock.advance_ms(DAY_MS)
    lane.go(times=9)
    assert len(lane.cache.products_in(lane.cache.categories()[0].id)) == 2


def test_a_new_cache_is_compared_as_soon_as_it_has_caught_up(lane):
    asked = []
    real = lane.calls.buckets
    lane.calls.buckets = lambda table, cursor: asked.append(table) or real(table, cursor)
    lane.go(times=9)
    assert asked == ["member", "product", "category", "offer", "point_rules", "shop"]
    asked.clear()
    lane.sql("UPDATE meta SET value = 'restored' WHERE name = 'epoch'")
    lane.go(times=9)
    assert len(asked) == 6


def test_a_central_without_snapshots_is_pulled_page_by_page(lane, monkeypatch):
    lane.go()
    monkeypatch.setattr("posapp.offline.snapshot_calls.Call", without_snapshots())
    lane.sql("UPDATE meta SET value = 'restored' WHERE name = 'epoch'")
    assert lane.go(times=2).is_online
    assert lane.cache.cursor()[1] == "restored"
    assert lane.cache.counts().members == 2


def without_snapshots():
    from posapp.offline.central_link import Call

    def call(*, target, **words):
        return Call(target=f"/v0{target}", **words)

    return call
