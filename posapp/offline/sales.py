"""Sales, refunds and top-ups: each committed once, durably, with its entries and papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from posapp.domain.refund import Refund
from posapp.domain.sale import Sale
from posapp.offline.entries import RefundCommit, SaleCommit, StoredSale, TopUpCommit
from posapp.wire.facts import TopUpData


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleTotals:
    """Sums over all sales of this till, minor units and points; `lines` counts lines."""

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


class SaleStore:
    """Lane "store"; one transaction each. Amounts in minor units of the sale's currency."""

    def commit(self, build: Callable[[str], SaleCommit]) -> Sale:
        """Record a finished sale under the next receipt number, which `build` is given.

        Idempotent by sale id: a second commit returns the stored sale, writes nothing and uses no number.
        Ends the basket's draft and settles its attempts. `build` is pure and may be called twice.
        Raises Unavailable("store.disk_full").
        """
        raise NotImplementedError

    def by_receipt(self, receipt_number: str) -> StoredSale | None:
        raise NotImplementedError

    def by_id(self, sale_id: str) -> StoredSale | None:
        raise NotImplementedError

    def last(self) -> StoredSale | None:
        raise NotImplementedError

    def recent(self, limit: int) -> tuple[StoredSale, ...]:
        """Newest first."""
        raise NotImplementedError

    def each(self) -> Iterator[StoredSale]:
        """Every sale of this till, oldest first, read page by page."""
        raise NotImplementedError

    def totals(self) -> SaleTotals:
        raise NotImplementedError

    def returned(self, sale_id: str) -> dict[int, int]:
        """Line number -> thousandths returned at this till so far, also of sales made elsewhere."""
        raise NotImplementedError

    def commit_refund(self, build: Callable[[str], RefundCommit]) -> Refund:
        """Record a refund under the next receipt number; idempotent by refund id.

        Raises Refused("refund.more_than_sold", line) when the till's own records already show too much returned.
        """
        raise NotImplementedError

    def refund_by_receipt(self, receipt_number: str) -> Refund | None:
        raise NotImplementedError

    def commit_top_up(self, build: Callable[[str], TopUpCommit]) -> TopUpData:
        """Record a top-up under the next receipt number; idempotent by its id."""
        raise NotImplementedError
