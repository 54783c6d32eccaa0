"""What an operator does about cases, the quarantine, lost tills and their files; see the CLI."""

from __future__ import annotations

import getpass
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from posapp.central.commands import central_of
from posapp.central.escrow import VALID_MS, release
from posapp.central.exports import take_export
from posapp.central.quarantine import Act, apply_again, close_case, revoke
from posapp.central.report_cases import cases_report, held_report
from posapp.central.seeding import only_tenant
from posapp.wire.canonical import encode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from posapp.central.caller import Tenant
    from posapp.central.commands import Answer
    from posapp.central.service import Central


def cases(data: Path, *, event_id: str = "") -> Answer:
    """What waits for a person; with an event id that fact alone, its raw body too."""
    with _opened(data) as (central, tenant), central.database.read() as connection:
        if event_id:
            shown = _as_answer(held_report(connection, tenant.id, event_id, ""))
        else:
            shown = _as_answer(cases_report(connection, tenant.id, ""))
            oldest_ms = shown.pop("oldest_ms")
            age_ms = central.clock.wall_ms() - oldest_ms if oldest_ms else 0
            shown["quarantined_count"] = len(shown["quarantined"])
            shown["oldest_hours"] = age_ms // 3_600_000
    shown.pop("request_id")
    return shown


def reapply(data: Path, *, event_id: str, note: str, body: Path | None) -> Answer:
    """Apply a fact of the quarantine again, with the corrected body of a file where one is named.

    Raises as quarantine.apply_again.
    """
    text = None if body is None else body.read_text(encoding="utf-8").strip()
    with _opened(data) as (central, tenant):
        apply_again(central, tenant, event_id, _act(note), body=text)
    return {"applied": event_id}


def close(data: Path, *, case_id: str, note: str) -> Answer:
    """Close a case. Raises Refused("case.unknown", "case.note_needed")."""
    with _opened(data) as (central, tenant):
        close_case(central, tenant, case_id, _act(note))
    return {"closed": case_id}


def revoke_till(data: Path, *, till: str, note: str) -> Answer:
    """Answer a stolen or lost terminal no more. Raises Refused("terminal.unknown")."""
    with _opened(data) as (central, tenant):
        revoke(central, tenant, till, _act(note))
    return {"revoked": till}


def release_keys(data: Path, *, till: str, note: str) -> Answer:
    """A one-time code for a till whose keys are lost. Raises as escrow.release."""
    with _opened(data) as (central, tenant):
        return {
            "code": release(central, tenant, till, _act(note)),
            "valid_minutes": VALID_MS // 60_000,
        }


def take(data: Path, *, file: Path, note: str) -> Answer:
    """Take the entries of a till's sealed file. Raises as exports.take_export."""
    with _opened(data) as (central, tenant):
        return {"taken": take_export(central, tenant, file.read_bytes(), _act(note))}


def _as_answer(shown: object) -> Answer:
    answer: Answer = json.loads(encode(shown))
    return answer


def _act(note: str) -> Act:
    return Act(who=getpass.getuser(), note=note)


@contextmanager
def _opened(data: Path) -> Iterator[tuple[Central, Tenant]]:
    central = central_of(data)
    try:
        yield central, only_tenant(central)
    finally:
        central.database.close()
