"""How far the journal once was, kept outside the data folder: an old folder put back is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posapp.errors import Refused
from posapp.offline.keys import keep_keyring_text, keyring_text
from posapp.wire.canonical import decode, encode

if TYPE_CHECKING:
    from posapp.offline.till_store import TillStore


@dataclass(frozen=True, slots=True, kw_only=True)
class HighWater:
    """The newest entry of a till's journal when it was noted; `chain` as hexadecimal text."""

    terminal_id: str
    incarnation: int
    seq: int
    chain: str

    @property
    def place(self) -> tuple[int, int]:
        return self.incarnation, self.seq


class KeyringAnchor:
    """One item of the system's keyring beside the keys of the same till.

    Raises as `KeyringKeyStore`.
    """

    def __init__(self, account: str) -> None:
        self._account = f"{account} high-water"

    def load(self) -> HighWater | None:
        """None where nothing was noted yet, or nothing that this program understands."""
        text = keyring_text(self._account)
        try:
            return None if text is None else decode(text.encode(), HighWater)
        except Refused:
            return None

    def save(self, mark: HighWater) -> None:
        keep_keyring_text(self._account, encode(mark).decode())


def high_water(store: TillStore) -> HighWater | None:
    """How far the journal is now; None before the enrolment and before the first entry."""
    enrolment = store.identity.enrolment()
    incarnation, seq, chain = store.journal.head()
    if enrolment is None or not seq:
        return None
    return HighWater(
        terminal_id=enrolment.terminal_id, incarnation=incarnation, seq=seq, chain=chain.hex()
    )


def is_behind(store: TillStore, mark: HighWater | None) -> bool:
    """True when this till's journal once was further than it is, or went another way."""
    enrolment = store.identity.enrolment()
    if mark is None or enrolment is None or mark.terminal_id != enrolment.terminal_id:
        return False
    incarnation, seq, _ = store.journal.head()
    if (incarnation, seq) < mark.place:
        return True
    known = store.journal.chain_at(mark.incarnation, mark.seq)
    return known is not None and known.hex() != mark.chain
