"""A keyring died: central gives the store keys back for a code, once, and nobody reads them there."""

from __future__ import annotations

import base64
import zlib
from contextlib import ExitStack

import pytest

from posapp.app.enrolling import enrol_till
from posapp.app.escrow import deposit, fetch_keys
from posapp.app.rekeying import renew_store_keys
from posapp.app.renewing import renew_key
from posapp.app.stores import open_stores
from posapp.central.enrolment import make_enrol_code
from posapp.central.escrow import VALID_MS, release
from posapp.central.quarantine import Act
from posapp.central.seeding import only_tenant
from posapp.central.tables.recovery import operator_act
from posapp.errors import Refused
from posapp.offline.keys import new_keys
from tests.offline.test_recovery_secret import MemoryStore

ACT = Act(who="owner", note="the keyring of A03 died")


@pytest.fixture
def site(shared_site):
    return shared_site


@pytest.fixture
def till(request):
    """The code of a till of this test's own."""
    return f"T{zlib.crc32(request.node.name.encode()):08x}"


@pytest.fixture
def keys(site, tmp_path, till):
    made = new_keys()
    code = make_enrol_code(
        site.central, tenant_id=site.seeded.tenant_id, shop_code="1", terminal_code=till, label="3"
    )
    enrol_till(tmp_path / "till", made, site.clock, url=site.url, code=code)
    return made


def released(site, till) -> str:
    return release(site.central, only_tenant(site.central), till, ACT)


def test_lost_keys_come_back_for_a_code_and_the_till_goes_on(site, keys, till, tmp_path):
    folder, store = tmp_path / "till", MemoryStore()
    found = fetch_keys(
        folder / "till.db", store, site.clock, url=site.url, code=released(site, till)
    )
    assert (found.till_db, found.cache_db, found.black_box) == (
        keys.till_db,
        keys.cache_db,
        keys.black_box,
    )
    assert found.device_private != keys.device_private
    assert store.load() == found
    # Its first signed request puts the new device key in force.
    assert renew_key(folder, store, site.clock) == till
    with site.central.database.read() as connection:
        acts = connection.execute(operator_act.select()).all()
    assert {row.act for row in acts} >= {"release_keys", "keys_taken"}


def test_a_code_is_good_once_for_ten_minutes_and_five_tries(site, keys, till, tmp_path):
    def ask(code: str) -> None:
        fetch_keys(
            tmp_path / "till" / "till.db", MemoryStore(), site.clock, url=site.url, code=code
        )

    good = released(site, till)
    ask(good)
    late = released(site, till)
    site.clock.advance_ms(VALID_MS)
    tried = released(site, till)
    wrong = f"{(int(tried) + 1) % 10**8:08d}"
    for code in (good, late, *[wrong] * 5, tried):
        with pytest.raises(Refused, match=r"escrow.code_not_valid"):
            ask(code)
    with pytest.raises(Refused, match=r"terminal.unknown"):
        release(site.central, only_tenant(site.central), "A99", ACT)


def test_keys_that_open_the_till_are_not_taken_anew(site, keys, till, tmp_path):
    with pytest.raises(Refused, match=r"keys.not_lost"):
        fetch_keys(
            tmp_path / "till" / "till.db", MemoryStore(keys), site.clock, url=site.url, code="1"
        )


def test_no_key_is_readable_at_central(site, keys, till, tmp_path):
    secrets = (keys.till_db, keys.cache_db, keys.black_box)
    for path in site.folder.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        assert not any(each in data or base64.b64encode(each) in data for each in secrets)


def test_renewed_keys_are_deposited_and_the_ones_before_open_old_backups(
    site, keys, till, tmp_path
):
    folder, store = tmp_path / "till", MemoryStore(keys)
    assert renew_store_keys(folder, store, site.clock)["deposited"]
    with ExitStack() as closing:
        stores = open_stores(folder, store.load(), site.clock, closing)
        before = stores.till.identity.deposited()
        deposit(stores, store.load(), site.clock)
        assert stores.till.identity.deposited() == before
    found = fetch_keys(
        folder / "till.db", MemoryStore(), site.clock, url=site.url, code=released(site, till)
    )
    assert (found.till_db, found.till_db_before) == (store.load().till_db, keys.till_db)
