"""A till remembers that central revoked it, and forgets it only when central serves it again."""

from __future__ import annotations

import pytest

from posapp.offline.standing import REVOKED_KEY, Standing
from posapp.offline.sync_status import LinkState, SyncStatus
from tests.offline.tills import Till

REFUSED = SyncStatus(link=LinkState.DEGRADED, problem=REVOKED_KEY)


@pytest.fixture
def till(tmp_path):
    made = Till(tmp_path / "till")
    yield made
    made.store.close()


def test_revocation_outlives_a_restart_and_any_silence(till):
    standing = Standing(till.store.marks, till.clock)
    assert standing.revoked_ms == 0
    standing.hear(REFUSED)
    since = standing.revoked_ms
    assert since == till.clock.wall_ms()
    till.clock.advance_ms(60_000)
    standing.hear(REFUSED)
    till.store.close()
    again = Standing(till.open().marks, till.clock)
    for silent in (SyncStatus(), SyncStatus(link=LinkState.DEGRADED, problem="sync.update_needed")):
        again.hear(silent)
    assert again.revoked_ms == since


@pytest.mark.parametrize("link", [LinkState.ONLINE, LinkState.SYNCING])
def test_central_that_serves_it_again_ends_it(till, link):
    standing = Standing(till.store.marks, till.clock)
    standing.hear(REFUSED)
    standing.hear(SyncStatus(link=link))
    assert standing.revoked_ms == 0
    assert Standing(till.store.marks, till.clock).revoked_ms == 0


def test_store_that_cannot_be_written_stops_the_till_all_the_same(till):
    standing = Standing(till.store.marks, till.clock)
    till.store._database.rows("PRAGMA query_only = ON")
    standing.hear(REFUSED)
    assert standing.revoked_ms
    till.store._database.rows("PRAGMA query_only = OFF")
