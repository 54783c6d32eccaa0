"""People who may sign in here, with PIN verifiers; wrong tries are counted durably."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from posapp.domain.permissions import Staff
from posapp.errors import Refused
from posapp.wire.canonical import decode, encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from posapp.clock import Clock
    from posapp.offline.database import Database, Tx

MOST_TRIES: Final = 5
LOCK_MS: Final = 5 * 60_000
# The verifier of nobody: an unknown number must take as long as a known one.
_NOBODY: Final = (
    "$argon2id$v=19$m=65536,t=3,p=4$cG9zYXBwLW5vYm9keS1zYWx0"
    "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
)
_REPLACE: Final = """
    INSERT INTO staff(id, number, body, verifier, version) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT(id) DO UPDATE SET number = excluded.number, body = excluded.body,
        verifier = excluded.verifier, version = excluded.version
    WHERE excluded.version > version
"""
_COUNT: Final = """
    INSERT INTO pin_try(number, wrong, locked_until_ms) VALUES (?, ?, ?)
    ON CONFLICT(number) DO UPDATE SET wrong = excluded.wrong,
        locked_until_ms = excluded.locked_until_ms
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRow:
    """A person as the feed brings her: `verifier` is an encoded argon2id hash of the PIN."""

    staff: Staff
    verifier: str = field(repr=False)
    version: int


class StaffStore:
    """Lane "store" (verify_pin, all) and "sync" (replace, remove)."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def replace(self, rows: Sequence[StaffRow]) -> None:
        """Take over rows that are newer than what stands; others stay as they are."""
        with self._database.write() as tx:
            for row in rows:
                staff = row.staff
                values = (staff.id, staff.number, encode(staff), row.verifier, row.version)
                tx.run(_REPLACE, values)

    def remove(self, staff_ids: Iterable[str]) -> None:
        """People who left."""
        with self._database.write() as tx:
            tx.run_many("DELETE FROM staff WHERE id = ?", [(each,) for each in staff_ids])

    def remove_others(self, staff_ids: Iterable[str], up_to: int) -> None:
        """People who are not among these, unless they came with a version above `up_to`."""
        stay = set(staff_ids)
        with self._database.write() as tx:
            known = tx.rows("SELECT id FROM staff WHERE version <= ?", (up_to,))
            gone = [row for row in known if row[0] not in stay]
            tx.run_many("DELETE FROM staff WHERE id = ?", gone)

    def forget_versions(self) -> None:
        """The feed begins again, perhaps with smaller versions: all it sends counts as newer."""
        with self._database.write() as tx:
            tx.run("UPDATE staff SET version = -1")

    def all(self) -> tuple[Staff, ...]:
        """In the order of their numbers."""
        rows = self._database.rows("SELECT body FROM staff ORDER BY number, id")
        return tuple(decode(row[0], Staff) for row in rows)

    def by_number(self, number: str) -> Staff | None:
        found = self._database.row("SELECT body FROM staff WHERE number = ?", (number,))
        return decode(found[0], Staff) if found else None

    def verify_pin(self, number: str, pin: str) -> Staff:
        """The person whose number and PIN these are; an unknown number takes as long.

        A wrong try is counted before the answer is given, and durably.
        Raises Refused("sign_in.wrong_pin", left), after five Refused("sign_in.locked", minutes).
        """
        with self._database.write() as tx:
            left = self._begin_try(tx, number)
        found = self._database.row("SELECT body, verifier FROM staff WHERE number = ?", (number,))
        body, verifier = found or (None, _NOBODY)
        if not _matches(verifier, pin) or body is None:
            if left == 0:
                raise Refused("sign_in.locked", minutes=LOCK_MS // 60_000)
            raise Refused("sign_in.wrong_pin", left=left)
        with self._database.write() as tx:
            tx.run("DELETE FROM pin_try WHERE number = ?", (number,))
        return decode(body, Staff)

    def _begin_try(self, tx: Tx, number: str) -> int:
        """Count this try as wrong until it is proven right. Returns how many are left after it."""
        now_ms = self._clock.wall_ms()
        wrong, locked_until_ms = tx.row(
            "SELECT wrong, locked_until_ms FROM pin_try WHERE number = ?", (number,)
        ) or (0, 0)
        if wrong >= MOST_TRIES:
            # Never longer than the lock itself, even when somebody set the clock back.
            wait_ms = min(locked_until_ms - now_ms, LOCK_MS)
            if wait_ms > 0:
                raise Refused("sign_in.locked", minutes=-(-wait_ms // 60_000))
            wrong = 0
        tx.run(_COUNT, (number, wrong + 1, now_ms + LOCK_MS))
        return int(MOST_TRIES - wrong - 1)


def _matches(verifier: str, pin: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(verifier, pin)
    except (VerificationError, InvalidHashError):
        return False
