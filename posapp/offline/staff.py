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
LONGEST_LOCK_MS: Final = 60 * 60_000
TILL_TRIES: Final = 15
TILL_LOCK_MS: Final = 60_000
LONGEST_TILL_LOCK_MS: Final = 15 * 60_000
_ROUNDS: Final = 16
_TILL: Final = ""
"""The row that counts the wrong tries of everybody at this till; nobody has this number."""
# The verifier of nobody: an unknown number must take as long as a known one.
_NOBODY: Final = (
    "$argon2id$v=19$m=65536,t=3,p=4$cG9zYXBwLW5vYm9keS1zYWx0"
    "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
)
_REPLACE: Final = """
    INSERT INTO staff(id, number, body, verifier, version, badge) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT(id) DO UPDATE SET number = excluded.number, body = excluded.body,
        verifier = excluded.verifier, version = excluded.version, badge = excluded.badge
    WHERE excluded.version > version
"""
_RELEASE_RENEWED: Final = """
    DELETE FROM pin_try WHERE number = ?1
        AND EXISTS(SELECT 1 FROM staff WHERE id = ?2 AND verifier <> ?3 AND version < ?4)
"""
_COUNT: Final = """
    INSERT INTO pin_try(number, wrong, locked_until_ms) VALUES (?, ?, ?)
    ON CONFLICT(number) DO UPDATE SET wrong = excluded.wrong,
        locked_until_ms = excluded.locked_until_ms
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRow:
    """A person as the feed brings her: `verifier` is an encoded argon2id hash of the PIN, `badge`
    that of the secret on her badge, empty where she has none.
    """

    staff: Staff
    verifier: str = field(repr=False)
    version: int
    badge: str = field(default="", repr=False)


class StaffStore:
    """Lane "store" (verify_pin, verify_badge, all) and "sync" (replace, remove).

    Five wrong PINs of a number lock it for five minutes, the next five for ten, and so on up to an
    hour; fifteen at this till, whoever was meant, lock all of it, shorter.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def replace(self, rows: Sequence[StaffRow]) -> None:
        """Take over rows that are newer than what stands; others stay as they are. A new PIN is a
        new beginning: whoever was locked for wrong ones is so no longer.
        """
        with self._database.write() as tx:
            for row in rows:
                staff = row.staff
                tx.run(_RELEASE_RENEWED, (staff.number, staff.id, row.verifier, row.version))
                head = (staff.id, staff.number, encode(staff))
                tx.run(_REPLACE, (*head, row.verifier, row.version, row.badge))

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

    def rows(self) -> tuple[StaffRow, ...]:
        """Everybody with her verifier: for a store beside this one, never for a screen."""
        found = self._database.rows("SELECT body, verifier, version, badge FROM staff ORDER BY id")
        return tuple(
            StaffRow(staff=decode(body, Staff), verifier=verifier, version=version, badge=badge)
            for body, verifier, version, badge in found
        )

    def all(self) -> tuple[Staff, ...]:
        """In the order of their numbers."""
        rows = self._database.rows("SELECT body FROM staff ORDER BY number, id")
        return tuple(decode(row[0], Staff) for row in rows)

    def by_number(self, number: str) -> Staff | None:
        found = self._database.row("SELECT body FROM staff WHERE number = ?", (number,))
        return decode(found[0], Staff) if found else None

    def verify_pin(self, number: str, pin: str, *, past_till_lock: bool = False) -> Staff:
        """The person whose number and PIN these are; an unknown number takes as long.

        A wrong try is counted before the answer is given, and durably. Raises
        Refused("sign_in.wrong_pin", left), after five Refused("sign_in.locked", minutes), and
        Refused("sign_in.till_locked", minutes) but for who comes to release somebody.
        """
        with self._database.write() as tx:
            if not past_till_lock:
                _check_till(tx, self._clock.wall_ms())
            left = self._begin_try(tx, number)
        found = self._database.row("SELECT body, verifier FROM staff WHERE number = ?", (number,))
        body, verifier = found or (None, _NOBODY)
        if not _matches(verifier, pin) or body is None:
            raise self._wrong(number, left)
        self.release(number)
        return decode(body, Staff)

    def verify_badge(self, number: str, secret: str) -> Staff:
        """The person whose badge this is. No try is counted: nobody guesses the secret, and an old
        badge must not lock its owner's PIN; but what is locked is so for her badge too.

        Raises Refused("approval.badge_not_valid"), Refused("sign_in.locked", minutes) and
        Refused("sign_in.till_locked", minutes).
        """
        now_ms = self._clock.wall_ms()
        with self._database.write() as tx:
            _check_till(tx, now_ms)
            _check_number(tx, number, now_ms)
        found = self._database.row("SELECT body, badge FROM staff WHERE number = ?", (number,))
        body, verifier = found or (None, "")
        if not _matches(verifier or _NOBODY, secret) or body is None:
            raise Refused("approval.badge_not_valid")
        return decode(body, Staff)

    def release(self, number: str) -> None:
        """Forget the wrong tries of a number, and those at this till."""
        with self._database.write() as tx:
            tx.run("DELETE FROM pin_try WHERE number IN (?, ?)", (number, _TILL))

    def _wrong(self, number: str, left: int) -> Refused:
        if left:
            return Refused("sign_in.wrong_pin", left=left)
        found = self._database.row("SELECT wrong FROM pin_try WHERE number = ?", (number,))
        return Refused("sign_in.locked", minutes=_lock_ms(found[0] if found else 0) // 60_000)

    def _begin_try(self, tx: Tx, number: str) -> int:
        """Count this try as wrong until it is proven right. Returns how many are left after it."""
        now_ms = self._clock.wall_ms()
        wrong = _check_number(tx, number, now_ms)
        tx.run(_COUNT, (number, wrong + 1, now_ms + _lock_ms(wrong + 1)))
        at_till = _tries(tx, _TILL)[0] + 1
        tx.run(_COUNT, (_TILL, at_till, now_ms + _till_lock_ms(at_till)))
        return -(wrong + 1) % MOST_TRIES


def _tries(tx: Tx, number: str) -> tuple[int, int]:
    """Wrong ones since the last right one, and until when the last of them locks."""
    found = tx.row("SELECT wrong, locked_until_ms FROM pin_try WHERE number = ?", (number,))
    return (found[0], found[1]) if found else (0, 0)


def _check_number(tx: Tx, number: str, now_ms: int) -> int:
    """The wrong tries of a number that is not locked."""
    wrong, locked_until_ms = _tries(tx, number)
    if wrong and wrong % MOST_TRIES == 0:
        # Never longer than the lock itself, even when somebody set the clock back.
        wait_ms = min(locked_until_ms - now_ms, _lock_ms(wrong))
        if wait_ms > 0:
            raise Refused("sign_in.locked", minutes=-(-wait_ms // 60_000))
    return wrong


def _check_till(tx: Tx, now_ms: int) -> None:
    wrong, locked_until_ms = _tries(tx, _TILL)
    if wrong < TILL_TRIES:
        return
    wait_ms = min(locked_until_ms - now_ms, _till_lock_ms(wrong))
    if wait_ms > 0:
        raise Refused("sign_in.till_locked", minutes=-(-wait_ms // 60_000))


def _lock_ms(wrong: int) -> int:
    """How long so many wrong tries lock a number: each five twice as long as the five before."""
    rounds = max(wrong // MOST_TRIES, 1)
    return LONGEST_LOCK_MS if rounds > _ROUNDS else min(LOCK_MS << (rounds - 1), LONGEST_LOCK_MS)


def _till_lock_ms(wrong: int) -> int:
    """From the fifteenth on every wrong try locks the till, each twice as long as the last."""
    over = min(max(wrong - TILL_TRIES, 0), _ROUNDS)
    return min(TILL_LOCK_MS << over, LONGEST_TILL_LOCK_MS)


def _matches(verifier: str, pin: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(verifier, pin)
    except (VerificationError, InvalidHashError):
        return False
