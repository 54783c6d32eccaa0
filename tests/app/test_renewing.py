"""A till's device key renewed against a real central: the old one ends with the new one's first use."""

from __future__ import annotations

import pytest

from posapp.app.enrolling import enrol_till
from posapp.app.renewing import renew_key
from posapp.central.enrolment import make_enrol_code
from posapp.errors import Unavailable
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
