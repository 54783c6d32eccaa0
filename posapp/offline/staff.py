"""People who may sign in here, with their PIN verifiers; wrong tries are counted and survive a restart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from posapp.domain.permissions import Staff


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRow:
    """A person as the feed brings her: `verifier` is an encoded argon2id hash of the PIN."""

    staff: Staff
    verifier: str = field(repr=False)
    version: int


class StaffStore:
    """Lane "store" (verify_pin, all) and "sync" (replace, remove)."""

    def replace(self, rows: Sequence[StaffRow]) -> None:
        """Take over rows that are newer than what stands; others stay as they are."""
        raise NotImplementedError

    def remove(self, staff_ids: Iterable[str]) -> None:
        """People who left."""
        raise NotImplementedError

    def all(self) -> tuple[Staff, ...]:
        """In the order of their numbers."""
        raise NotImplementedError

    def by_number(self, number: str) -> Staff | None:
        raise NotImplementedError

    def verify_pin(self, number: str, pin: str) -> Staff:
        """The person whose number and PIN these are; takes as long for an unknown number.

        Raises Refused("sign_in.wrong_pin", left) and, after five wrong tries, Refused("sign_in.locked", minutes).
        """
        raise NotImplementedError
