"""Who takes an external payment: the terminal at this till, or central with the shop's acquirer."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol

from posapp.domain.charges import Declined
from posapp.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.devices.station import Station
    from posapp.domain.charges import ChargeOutcome, ReverseOutcome
    from posapp.domain.codes import PaymentCode
    from posapp.offline.gateway import CentralGateway

NOT_FOUND: Final = "gateway.not_found"
"""Central's word for an attempt that did not go over it."""


class Via(StrEnum):
    """The gateway that an attempt went over; it stays with the attempt."""

    TERMINAL = "terminal"
    CENTRAL = "central"


class PaymentGateway(Protocol):
    """Takes money by card or payment code: a terminal of `devices`, or `offline` over central.

    Lane: device:terminal. Amounts in minor units. The attempt id is the idempotency key on every
    call: repeating a call never moves money twice. OutcomeUnknown is raised, or Unknown returned,
    where it was asked and nobody knows what came of it.
    """

    def charge(
        self, attempt_id: str, amount: int, currency: str, code: PaymentCode | None
    ) -> ChargeOutcome:
        """Take `amount` (> 0), at most 30 s; `code` where the customer showed one.

        Raises Unavailable only when nothing was sent, Refused when nothing will be taken.
        """
        ...

    def query(self, attempt_id: str) -> ChargeOutcome:
        """What became of an attempt, at most 10 s; one that never arrived is Declined for good."""
        ...

    def reverse(self, attempt_id: str) -> ReverseOutcome:
        """Undo a whole attempt, at most 30 s; repeat it when its answer is lost."""
        ...

    def refund(
        self, refund_attempt_id: str, original_attempt_id: str, amount: int
    ) -> ChargeOutcome:
        """Give a part or all of a paid attempt back, at most 30 s."""
        ...


class Gateways:
    """Payment codes go where the settings say, cards to the terminal, questions where the attempt
    went.
    """

    def __init__(
        self,
        station: Station,
        central: CentralGateway | None = None,
        codes_via: Callable[[], Via] = lambda: Via.TERMINAL,
    ) -> None:
        self._station = station
        self._central = central
        self._codes_via = codes_via

    def via_for(self, code: PaymentCode | None) -> Via:
        """Where a new charge goes; a card always to the terminal."""
        return Via.TERMINAL if code is None else self._codes_via()

    def at(self, via: Via) -> PaymentGateway:
        """Raises Unavailable("terminal.unreachable") where this till has none."""
        if via is Via.TERMINAL:
            return self._station.terminal
        if self._central is None:
            raise Unavailable("central.unreachable")
        return self._central

    def offers(self) -> CentralGateway:
        """Who makes codes that the customer scans. Raises Unavailable("central.unreachable")."""
        if self._central is None:
            raise Unavailable("central.unreachable")
        return self._central

    def refund(self, refund_id: str, original_id: str, amount: int, *, card: bool) -> ChargeOutcome:
        """Give back where the original was charged, which central knows when it was there.

        Raises as `PaymentGateway.refund`.
        """
        if self._central is not None and not card and self._codes_via() is Via.CENTRAL:
            outcome = self._central.refund(refund_id, original_id, amount)
            if outcome != Declined(NOT_FOUND):
                return outcome
        return self._station.terminal.refund(refund_id, original_id, amount)
