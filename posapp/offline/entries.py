"""What goes into the till's store in one transaction, and what comes back out of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from posapp.domain.receipt import Receipt, ReceiptKind
from posapp.domain.refund import Refund
from posapp.domain.sale import Sale
from posapp.domain.shift import ZReport
from posapp.wire.facts import Fact, TopUpData
from posapp.wire.sync import Attachment

PULSE: Final = "pulse"
"""The kind of a print request without paper: it only opens a drawer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One fact for the journal, with the personal data that travels beside it."""

    fact: Fact
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRequest:
    """A paper to print after the commit. `copy_of` names the receipt that it is a copy of."""

    kind: str
    document: Receipt
    open_drawer: bool = False
    copy_of: str | None = None

    def at_drawer(self, drawer: str) -> PrintRequest:
        """The same for one of several drawers: no other opens for it."""
        return replace(self, document=replace(self.document, drawer=drawer))


def pulse(receipt_number: str) -> PrintRequest:
    """Open the drawer for a sale that prints nothing; no original, so never printed again."""
    document = Receipt(kind=ReceiptKind.SALE, number=receipt_number, blocks=(), open_drawer=True)
    return PrintRequest(kind=PULSE, document=document, open_drawer=True, copy_of=receipt_number)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleCommit:
    """A finished sale with its journal entries (the sale.v1 fact among them) and its papers."""

    sale: Sale
    entries: tuple[Entry, ...]
    prints: tuple[PrintRequest, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundCommit:
    """A refund, its entries and papers. `sale` is what it returns when not made at this till."""

    refund: Refund
    entries: tuple[Entry, ...]
    prints: tuple[PrintRequest, ...] = ()
    sale: Sale | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopUpCommit:
    """A top-up with its entries and papers."""

    top_up: TopUpData
    entries: tuple[Entry, ...]
    prints: tuple[PrintRequest, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftCommit:
    """A closed shift: its Z, the entries and the papers."""

    z: ZReport
    entries: tuple[Entry, ...]
    prints: tuple[PrintRequest, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSale:
    """A sale of this till as it stands: what was returned of it is line number -> thousandths."""

    sale: Sale
    returned: dict[int, int] = field(default_factory=dict)
    at_ms: int
    business_date: str
    shift_id: str | None
    offline: bool
    staff_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleTotals:
    """Sums over all sales of this till, minor units and points; `lines` counts lines.

    `tenders` are what each kind settled, before refunds.
    """

    baskets: int = 0
    lines: int = 0
    list: int = 0
    member_reduction: int = 0
    retailer_coupon: int = 0
    net: int = 0
    manufacturer_coupon: int = 0
    points: int = 0
    tenders: tuple[tuple[str, int], ...] = ()
    refunds: int = 0
    refund_net: int = 0
    top_ups: int = 0
    top_up_principal: int = 0


class PrintState(StrEnum):
    """pending -> printing -> printed or failed; a print cut short by a crash is asked about."""

    PENDING = "pending"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"
    ASKED = "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintJob:
    """One paper that waits, prints, or has been printed; `error_key` says why it failed."""

    id: str
    kind: str
    document: Receipt
    open_drawer: bool
    state: PrintState
    receipt_number: str
    copy_of: str | None = None
    error_key: str = ""
