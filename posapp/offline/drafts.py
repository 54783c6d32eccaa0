"""The basket in work and the held sales (挂单), so that a crash loses nothing that was scanned."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkedDraft:
    """A held sale as the list shows it; amount in minor units."""

    id: str
    sale_id: str
    label: str
    amount: int
    staff_name: str
    at_ms: int


class DraftStore:
    """Lane "store". Bodies are the workflow's own bytes; this store does not look inside."""

    def save(self, sale_id: str, body: bytes) -> None:
        """Keep the current basket in place of the one before. Survives a kill; the last ones may miss a power cut."""
        raise NotImplementedError

    def load(self) -> bytes | None:
        """The current basket, or None."""
        raise NotImplementedError

    def clear(self) -> None:
        """Forget the current basket: it was voided or is empty."""
        raise NotImplementedError

    def park(self, parked: ParkedDraft, body: bytes) -> None:
        """Put the current basket aside; there is none afterwards."""
        raise NotImplementedError

    def parked(self) -> tuple[ParkedDraft, ...]:
        """Held sales, oldest first."""
        raise NotImplementedError

    def recall(self, parked_id: str) -> bytes:
        """Make a held sale the current one. Raises Refused("hold.gone")."""
        raise NotImplementedError

    def discard(self, parked_id: str) -> None:
        """Forget a held sale that was voided. Raises Refused("hold.gone")."""
        raise NotImplementedError
