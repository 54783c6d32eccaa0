"""What the till asks of its devices; every call blocks its device's lane and ends in a time-out.

No call runs on the UI thread or in a transaction. A missing device is a state, never a crash.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.charges import ChargeOutcome, ReverseOutcome
    from posapp.domain.codes import PaymentCode
    from posapp.domain.receipt import Receipt

ParamValue = str | int


@dataclass(frozen=True, slots=True)
class Ready:
    """It answered, or nothing speaks against it."""


@dataclass(frozen=True, slots=True)
class Attention:
    """It is there, but a person has to do something or it cannot tell; `key` has a wording."""

    key: str
    params: tuple[tuple[str, ParamValue], ...] = ()


@dataclass(frozen=True, slots=True)
class Absent:
    """It is not there: unplugged, switched off, or not set up."""

    key: str = "device.absent"


DeviceState = Ready | Attention | Absent


class Device(Protocol):
    """What every port has."""

    def state(self) -> DeviceState:
        """Ask the device; at most 2 s. Never raises for a missing or silent device."""
        ...

    def close(self) -> None:
        """Let go of it; harmless twice."""
        ...


class Printer(Device, Protocol):
    """A receipt printer. Lane: the printer's."""

    def render(self, receipt: Receipt) -> bytes:
        """The exact bytes for this printer's paper, font and commands. Pure; no I/O."""
        ...

    def send(self, job_id: str, data: bytes) -> None:
        """Print one job, at most 15 s.

        Raises Unavailable("printer.paper_out" | "printer.cover_open" | "printer.unreachable")
        when nothing came out, OutcomeUnknown("printer.outcome_unknown") when a part may have.
        """
        ...


class Scanner(Device, Protocol):
    """A source of whole codes that is not the keyboard. Codes come on its own thread."""

    def listen(self, on_code: Callable[[str], None]) -> None:
        """Call `on_code` with every code until `close`; a second call replaces the first."""
        ...


class CashDrawer(Device, Protocol):
    """A drawer. Lane: that of the printer it hangs on."""

    def open(self) -> None:
        """One pulse, at most 5 s. Raises Unavailable("drawer.unreachable")."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplayRow:
    """A row on the customer's side: what and how much, already worded and formatted."""

    left: str
    right: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplayView:
    """Everything the customer sees; phone numbers are masked before they come here."""

    title: str
    rows: tuple[DisplayRow, ...] = ()
    amount: str = ""
    note: str = ""


class CustomerDisplay(Device, Protocol):
    """The customer's screen or pole display. Lane: its own."""

    def show(self, view: DisplayView) -> None:
        """Replace what is shown, at most 1 s. Raises Unavailable("display.unreachable")."""
        ...


class Secret:
    """Digits that a customer typed: shown to nobody, logged and stored nowhere."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The digits, for the one call that sends them to central."""
        return self._text

    def __repr__(self) -> str:
        return "Secret(***)"

    def __reduce_ex__(self, protocol: object) -> str:
        raise TypeError("a secret is never serialised")


@dataclass(frozen=True, slots=True)
class Entered:
    """The customer typed and confirmed."""

    secret: Secret = field(compare=False)


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The customer pressed cancel."""


@dataclass(frozen=True, slots=True)
class TimedOut:
    """Nobody answered in time."""


PinAnswer = Entered | Cancelled | TimedOut


class PinPad(Device, Protocol):
    """A pad on the member's side for codes that the cashier must not type. Lane: its own."""

    def ask(self, prompt_key: str, most_digits: int, timeout_s: float) -> PinAnswer:
        """Wait for digits, at most `timeout_s`. Raises Unavailable("pinpad.unreachable")."""
        ...

    def cancel(self) -> None:
        """End a waiting `ask` from another thread with Cancelled."""
        ...


class PaymentTerminal(Device, Protocol):
    """A card terminal or payment-code channel. Lane: its own. Amounts in minor units.

    The attempt id is the idempotency key on every call: repeating a call never moves money twice.
    """

    def charge(
        self, attempt_id: str, amount: int, currency: str, code: PaymentCode | None
    ) -> ChargeOutcome:
        """Take `amount` (> 0), at most 30 s; `code` where the customer showed one, None for a card.

        Raises Unavailable("terminal.unreachable") only when nothing was sent,
        Refused("terminal.attempt_differs") when the id was used for another amount.
        """
        ...

    def query(self, attempt_id: str) -> ChargeOutcome:
        """What became of an attempt, at most 10 s.

        An id that never arrived is Declined("terminal.not_found").
        """
        ...

    def reverse(self, attempt_id: str) -> ReverseOutcome:
        """Undo a whole attempt, at most 30 s; repeat it when its answer is lost."""
        ...

    def refund(
        self, refund_attempt_id: str, original_attempt_id: str, amount: int
    ) -> ChargeOutcome:
        """Give a part or all of a paid attempt back, at most 30 s.

        Raises Refused("terminal.refund_exceeds") over what is left of the original.
        """
        ...


@dataclass(frozen=True, slots=True)
class FaceKnown:
    """Somebody who agreed to be known by her face; `member_number` is all that is told of her."""

    member_number: str


@dataclass(frozen=True, slots=True)
class FaceUnknown:
    """Nobody, several people, or somebody who never agreed: which of them is not told."""


FaceAnswer = FaceKnown | FaceUnknown | TimedOut


class FaceReader(Device, Protocol):
    """A maker's own camera that knows members who agreed (PIPL art. 28, 29). Lane: its own.

    Pictures and templates stay in the device: none comes here, none is stored. It only says who
    may be there: it proves nothing and pays nothing, and a code, a card or a phone does the same.
    """

    def recognise(self, timeout_s: float) -> FaceAnswer:
        """Look once, at most `timeout_s`. Raises Unavailable("face.unreachable")."""
        ...

    def forget(self, member_number: str) -> None:
        """She withdrew: her template is gone when this returns. The same again is harmless.

        Raises Unavailable("face.unreachable"), and is asked again until it returns.
        """
        ...
