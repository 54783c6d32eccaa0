"""Who may work off cases from a till: a person of central's own list, proved by her PIN."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from posapp.central.portable import insert_or_ignore, upsert
from posapp.central.quarantine import Act
from posapp.central.tables.requests import wrong_tries
from posapp.central.tables.shops import staff, terminal
from posapp.domain.permissions import Permission
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.central.caller import Caller
    from posapp.central.service import Central

WRONG_BEFORE_PAUSE: Final = 5
PAUSE_MS: Final = 5 * 60_000
_SCOPE: Final = "staff"
_MINUTE_MS: Final = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """A person with the right, of the caller's tenant; her PIN was not asked for yet."""

    id: str
    number: str
    name: str
    verifier: str


def worker(
    central: Central,
    caller: Caller,
    staff_id: str,
    permission: Permission = Permission.WORK_CASES,
) -> Worker:
    """Raises Refused("case_work.not_allowed") for anybody whom central does not allow it."""
    with central.database.read() as connection:
        row = connection.execute(
            select(staff).where(staff.c.id == staff_id, staff.c.tenant_id == caller.tenant.id)
        ).first()
    if row is None or not row.active or permission not in row.permissions.split():
        raise Refused("case_work.not_allowed")
    return Worker(id=row.id, number=row.number, name=row.name, verifier=row.pin_verifier)


def proved(
    central: Central,
    caller: Caller,
    staff_id: str,
    pin: str,
    note: str,
    *,
    permission: Permission = Permission.WORK_CASES,
) -> Act:
    """An act of a person who gave her PIN, at this till. A wrong try counts before the answer.

    Raises as `worker`, Refused("sign_in.wrong_pin", left), Refused("sign_in.locked", minutes),
    Refused("case.note_needed").
    """
    person = worker(central, caller, staff_id, permission)
    act = Act(
        who=f"{person.name} ({person.number})",
        note=note,
        staff_id=person.id,
        terminal=_code_of(central, caller),
    )
    check_pin(central, person.id, person.verifier, pin)
    return act


def check_pin(central: Central, staff_id: str, verifier: str, pin: str) -> None:
    """A wrong try counts before the answer. Raises Refused("sign_in.wrong_pin", left),
    Refused("sign_in.locked", minutes).
    """
    left = _begin_try(central, staff_id)
    if not _matches(verifier, pin):
        if left == 0:
            raise Refused("sign_in.locked", minutes=PAUSE_MS // _MINUTE_MS)
        raise Refused("sign_in.wrong_pin", left=left)
    with central.database.write() as connection:
        upsert(connection, wrong_tries, [_tries(staff_id, 0, 0)])


def _begin_try(central: Central, staff_id: str) -> int:
    """Count this try as wrong until it is proven right, durably. Returns how many are left."""
    now_ms = central.clock.wall_ms()
    with central.database.write() as connection:
        insert_or_ignore(connection, wrong_tries, [_tries(staff_id, 0, 0)])
        wrong, paused_until_ms = connection.execute(
            select(wrong_tries.c["count"], wrong_tries.c.paused_until_ms)
            .where(wrong_tries.c.scope == _SCOPE, wrong_tries.c.subject_id == staff_id)
            .with_for_update()
        ).one()
        # Never longer than the pause itself, even when somebody set the clock back.
        wait_ms = min(paused_until_ms - now_ms, PAUSE_MS)
        if wrong >= WRONG_BEFORE_PAUSE and wait_ms > 0:
            raise Refused("sign_in.locked", minutes=-(-wait_ms // _MINUTE_MS))
        tries = 1 if wrong >= WRONG_BEFORE_PAUSE else int(wrong) + 1
        upsert(connection, wrong_tries, [_tries(staff_id, tries, now_ms + PAUSE_MS)])
    return WRONG_BEFORE_PAUSE - tries


def _matches(verifier: str, pin: str) -> bool:
    """Takes a tenth of a second on purpose; no transaction is open meanwhile."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(verifier, pin)
    except (VerificationError, InvalidHashError):
        return False


def _code_of(central: Central, caller: Caller) -> str:
    with central.database.read() as connection:
        code: str = connection.execute(
            select(terminal.c.code).where(terminal.c.id == caller.terminal_id)
        ).scalar_one()
    return code


def _tries(staff_id: str, count: int, paused_until_ms: int) -> dict[str, Any]:
    return {
        "scope": _SCOPE,
        "subject_id": staff_id,
        "count": count,
        "paused_until_ms": paused_until_ms,
    }
