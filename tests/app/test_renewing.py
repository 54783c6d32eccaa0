"""A till's device key renewed against a real central: the old one ends with the new one's first use."""

from __future__ import annotations

from contextlib import ExitStack

import pytest

from posapp.app.enrolling import enrol_till
from posapp.app.renewing import renew_key
from posapp.app.till import TillConfig, open_till
from posapp.central.enrolment import make_enrol_code
from posapp.clock import Ids
from posapp.errors import Unavailable
from posapp.offline.central_api import SyncCalls
from posapp.offline.central_link import CentralLink, Credentials
from posapp.offline.central_reading import NotAnswered
from posapp.offline.keys import PassphraseKeyFile, load_or_make
from tests.workflows.site import running, seeded_folder


@pytest.fixture
def site(tmp_path):
    seeded = seeded_folder(tmp_path / "seeded")
    with running(tmp_path / "seeded", seeded, tmp_path / "central") as made:
        yield made


def test_renewed_key_is_the_tills_own_after_its_first_use(site, tmp_path):
    folder, store = tmp_path / "till", PassphraseKeyFile(tmp_path / "keys", "correct horse")
    old = load_or_make(store)
    code = make_enrol_code(
        site.central, tenant_id=site.seeded.tenant_id, shop_code="1", terminal_code="A03", label="3"
    )
    enrol_till(folder, old, site.clock, url=site.url, code=code)
    assert renew_key(folder, store, site.clock) == "A03"
    new = store.load()
    assert new is not None
    assert (new.till_db, new.black_box) == (old.till_db, old.black_box)
    assert new.device_private != old.device_private
    assert renew_key(folder, store, site.clock) == "A03"
    store.save(old)
    with pytest.raises(Exception, match=r"auth\.signature_wrong"):
        renew_key(folder, store, site.clock)


def test_till_without_keys_has_none_to_renew(tmp_path, site):
    with pytest.raises(Unavailable, match=r"keys\.lost"):
        renew_key(tmp_path, PassphraseKeyFile(tmp_path / "keys", "correct horse"), site.clock)


def test_open_till_renews_an_old_key_by_itself_and_all_its_lines_use_it(site, tmp_path):
    folder, store = tmp_path / "till", PassphraseKeyFile(tmp_path / "keys", "correct horse")
    old = load_or_make(store)
    code = make_enrol_code(
        site.central, tenant_id=site.seeded.tenant_id, shop_code="1", terminal_code="A03", label="3"
    )
    enrol_till(folder, old, site.clock, url=site.url, code=code)
    config = TillConfig(
        folder=folder, keys=old, clock=site.clock, specs=lambda _: (), key_store=store
    )
    with ExitStack() as closing:
        till = open_till(config, closing)
        till.sync.run_until_idle()
        assert till.key_care.round(idle=True).since_ms == site.clock.wall_ms()
        site.clock.advance_ms(91 * 24 * 3_600_000)
        till.sync.run_until_idle()
        state = till.key_care.round(idle=True)
        assert (state.since_ms, state.problem) == (site.clock.wall_ms(), "")
        assert store.load().device_private == till.key_care.in_force != old.device_private
        found = till.workflows.members.look_up(site.fang.phone)
        assert found[0].id == site.fang.id
        site.clock.advance_ms(1_000)
        assert till.sync.run_until_idle().problem == ""
        stale = SyncCalls(
            CentralLink(site.url, credentials_of(till, old), site.clock, Ids(site.clock))
        )
        with pytest.raises(NotAnswered, match=r"auth\.signature_wrong"):
            stale.pull("r", "", 1)
        stale.close()


def credentials_of(till, keys):
    return Credentials(
        terminal_id=till.desk.place.terminal_id,
        incarnation=till.desk.place.incarnation,
        private_key=keys.device_private,
    )
