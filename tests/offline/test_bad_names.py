"""Words from elsewhere never become a path: what a till writes has names of its own making."""

from __future__ import annotations

import base64
import dataclasses

import pytest

from posapp.offline.journal_export import write_waiting
from posapp.offline.till_backup import BackupFolder
from posapp.wire.attachments import seal_public_key_of
from tests.offline.tills import ENROLMENT, KEYS, Till

SEAL_KEY = base64.b64encode(seal_public_key_of(b"\x07" * 32)).decode()
HOSTILE = ("../../../tmp/x", "/etc/cron.d/x", "a/../../b", "C:\\x", "\x00", "..", "", "收" * 300)


@pytest.mark.parametrize("code", HOSTILE, ids=ascii)
def test_an_export_stays_in_its_folder_whatever_the_till_is_called(tmp_path, code):
    till = Till(tmp_path / "deep" / "till", enrolled=False)
    known = dataclasses.replace(ENROLMENT, terminal_code=code, seal_key=SEAL_KEY)
    till.store.identity.save(known)
    till.sell(100)
    folder = tmp_path / "deep" / "stick"
    written = write_waiting(till.store, KEYS.device_private, folder, 1_795_219_200_000)
    assert written.path.parent == folder
    assert [each.name for each in folder.iterdir()] == [written.path.name]
    assert written.path.name.isascii()
    assert len(written.path.name) < 100
    till.store.close()


@pytest.mark.parametrize("code", HOSTILE, ids=ascii)
def test_a_backup_is_named_by_its_moment_alone(tmp_path, code):
    till = Till(tmp_path / "till", enrolled=False)
    till.store.identity.save(dataclasses.replace(ENROLMENT, terminal_code=code, shop_name=code))
    till.store.back_up(BackupFolder(tmp_path / "copies", KEYS.till_db, 3))
    (made,) = (each for each in (tmp_path / "copies").iterdir() if each.suffix == ".db")
    assert made.name.startswith("till-2")
    till.store.close()
