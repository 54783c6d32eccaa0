"""A till that was revoked: it is told so, keeps what it has, and hands it over as a sealed file."""

from __future__ import annotations

import pytest

from posapp.central import case_commands
from posapp.offline.journal_export import export_waiting
from posapp.offline.sync_status import LinkState
from tests.central.real_tills import enrol_machine
from tests.central.tills import refusal
from tests.offline.tills import CUSTOMER, KEYS


@pytest.fixture
def machine(park, tmp_path):
    made = enrol_machine(park, tmp_path / "one")
    made.sell()
    made.synchronise()
    for _ in range(3):
        made.sell()
    case_commands.revoke_till(park.folder, till="A07", note="失窃")
    yield made
    made.stop()


def exported(machine, to):
    sealed, entries = export_waiting(machine.till.store, KEYS.device_private)
    to.write_bytes(sealed)
    return entries


def sales(park):
    return park.rows("SELECT count(*) FROM sale")[0][0]


def test_revoked_till_is_told_so_and_keeps_its_outbox(park, machine):
    status = machine.synchronise()
    assert (status.problem, status.link) == ("auth.terminal_revoked", LinkState.DEGRADED)
    assert machine.waiting() == 3
    assert machine.sell()
    assert park.rows("SELECT act, subject_id, note FROM operator_act") == [
        ("revoke", "A07", "失窃")
    ]


def test_its_entries_come_as_a_file_that_only_central_opens_and_count_once(park, machine, tmp_path):
    assert exported(machine, tmp_path / "file") == 3
    data = (tmp_path / "file").read_bytes()
    assert CUSTOMER.encode() not in data
    assert b"receipt" not in data
    taken = case_commands.take(park.folder, file=tmp_path / "file", note="收回")
    assert taken == {"taken": {"applied": 3}}
    assert sales(park) == 4
    again = case_commands.take(park.folder, file=tmp_path / "file", note="又一次")
    assert again == {"taken": {"duplicate": 3}}
    assert sales(park) == 4
    assert machine.waiting() == 3


@pytest.mark.parametrize("place", [30, -40, 200])
def test_changed_file_is_refused(park, machine, tmp_path, place):
    exported(machine, tmp_path / "file")
    data = bytearray((tmp_path / "file").read_bytes())
    data[place] ^= 1
    (tmp_path / "file").write_bytes(data)
    error = refusal(case_commands.take, park.folder, file=tmp_path / "file", note="x")
    assert error.key in {"export.damaged", "terminal.unknown"}
    assert sales(park) == 1


def test_file_of_another_device_is_refused(park, machine, tmp_path):
    sealed, _ = export_waiting(machine.till.store, b"\x09" * 32)
    (tmp_path / "file").write_bytes(sealed)
    error = refusal(case_commands.take, park.folder, file=tmp_path / "file", note="x")
    assert error.key == "export.damaged"


def test_unknown_till_cannot_be_revoked(park):
    error = refusal(case_commands.revoke_till, park.folder, till="Z9", note="x")
    assert error.key == "terminal.unknown"
    assert refusal(case_commands.revoke_till, park.folder, till="A03", note="").key == (
        "case.note_needed"
    )
