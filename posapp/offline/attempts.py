"""Payments outside the till that were begun: put down before anything is sent, so that a restart asks again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class AttemptKind(StrEnum):
    """A payment at a terminal, or a hold at central."""

    EXTERNAL = "external"
    HOLD = "hold"


class AttemptState(StrEnum):
    """sent: no answer yet; unknown: asked and not answered; authorised: money is taken or reserved, sale not committed."""

    SENT = "sent"
    UNKNOWN = "unknown"
    AUTHORISED = "authorised"
    DECLINED = "declined"
    DROPPED = "dropped"
    SETTLED = "settled"


OPEN_STATES: Final = (AttemptState.SENT, AttemptState.UNKNOWN, AttemptState.AUTHORISED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One begun payment; `id` is the tender id and the idempotency key. Amount in minor units (or points)."""

    id: str
    sale_id: str
    kind: AttemptKind
    amount: int
    channel: str = ""
    state: AttemptState = AttemptState.SENT
    reference: str = ""
    masked: str = ""
    at_ms: int = 0


class AttemptStore:
    """Lane "store" (and "online"); every method is one durable transaction."""

    def put(self, attempt: Attempt) -> None:
        """Write it down before it is sent. A second put of the same id changes nothing."""
        raise NotImplementedError

    def update(
        self, attempt_id: str, state: AttemptState, *, reference: str = "", masked: str = ""
    ) -> None:
        """Record what became of it; empty texts leave what stands."""
        raise NotImplementedError

    def get(self, attempt_id: str) -> Attempt | None:
        raise NotImplementedError

    def open(self) -> tuple[Attempt, ...]:
        """Those whose end is not known or whose sale is not committed, oldest first."""
        raise NotImplementedError
