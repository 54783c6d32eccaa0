"""Who this till is: its enrolment, its incarnation, and the epoch of central that it last spoke to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """What central said when this till was enrolled; no secrets (the device key is in the key store)."""

    tenant_id: str
    tenant_name: str
    shop_id: str
    shop_name: str
    terminal_id: str
    terminal_code: str
    terminal_label: str
    incarnation: int
    currency: str
    time_zone: str
    seal_key: str
    epoch: str
    central_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncState:
    """What the sync core keeps across restarts: central's epoch and up to which seq its backup reaches."""

    epoch: str = ""
    durable_seq: int = 0


class IdentityStore:
    """Lanes "store" and "sync"."""

    def enrolment(self) -> Enrolment | None:
        """None while this till is not enrolled."""
        raise NotImplementedError

    def save(self, enrolment: Enrolment) -> None:
        """Keep a new enrolment; the journal goes on under its incarnation."""
        raise NotImplementedError

    def set_incarnation(self, incarnation: int) -> None:
        """Central gave a new incarnation (restore, clone): later entries start again at seq 1 under it."""
        raise NotImplementedError

    def sync_state(self) -> SyncState:
        raise NotImplementedError

    def save_sync_state(self, state: SyncState) -> None:
        raise NotImplementedError
