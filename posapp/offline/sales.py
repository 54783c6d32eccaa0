"""Sales, refunds and top-ups: each committed once, durably, with its entries and papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from posapp.offline.entries import SaleTotals, StoredSale
from posapp.offline.figures import REDUCTION, TENDER
from posapp.offline.returns import (
    SALE_BY_ID,
    body_in,
    check_not_more,
    read_returned,
    refund_in,
    sale_of,
)
from posapp.wire.facts import SaleData, TopUpData, from_body

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from posapp.domain.refund import Refund
    from posapp.domain.sale import Sale
    from posapp.offline.database import Database, Row, Tx
    from posapp.offline.entries import RefundCommit, SaleCommit, TopUpCommit
    from posapp.offline.identity import IdentityStore
    from posapp.offline.journal import Journal, Posting

_SALE_BY_RECEIPT: Final = """
    SELECT outbox.body, sale.body FROM sale LEFT JOIN outbox USING (incarnation, seq)
    WHERE receipt_number = ?
"""
_RECENT: Final = """
    SELECT outbox.body, recent.body
    FROM (SELECT incarnation, seq, body FROM sale ORDER BY rowid DESC LIMIT ?) AS recent
    LEFT JOIN outbox USING (incarnation, seq) ORDER BY recent.incarnation DESC, recent.seq DESC
"""
_PAGE: Final = """
    SELECT outbox.body, sale.body, sale.rowid
    FROM sale LEFT JOIN outbox USING (incarnation, seq)
    WHERE sale.rowid > ? ORDER BY sale.rowid LIMIT 200
"""
_SERVED: Final = """
    SELECT member_id, at_ms
    FROM (SELECT rowid AS place, member_id, at_ms FROM sale ORDER BY rowid DESC LIMIT 300)
    WHERE member_id IS NOT NULL ORDER BY place DESC
"""
_REFUND_BY_ID: Final = """
    SELECT outbox.body, refund.body FROM refund LEFT JOIN outbox USING (incarnation, seq)
    WHERE refund.id = ?
"""
_REFUND_BY_RECEIPT: Final = """
    SELECT outbox.body, refund.body FROM refund LEFT JOIN outbox USING (incarnation, seq)
    WHERE receipt_number = ?
"""
_WAITING_ON_ACCOUNT: Final = """
    SELECT COALESCE(SUM(figure.amount), 0)
    FROM outbox CROSS JOIN sale USING (incarnation, seq)
    CROSS JOIN figure ON figure.shift_id = sale.shift_id AND figure.sort = 'tender'
      AND figure.name = 'on_account' AND figure.part = ?1 AND figure.source = sale.id
    WHERE outbox.state = 0 AND outbox.kind = 'sale.v1'
"""
_TOP_UP_BY_ID: Final = """
    SELECT outbox.body, top_up.body FROM top_up LEFT JOIN outbox USING (incarnation, seq)
    WHERE top_up.id = ?
"""

T = TypeVar("T")


class SaleStore:
    """Lane "store"; one transaction each. Amounts in minor units of the sale's currency."""

    def __init__(self, database: Database, journal: Journal, identity: IdentityStore) -> None:
        self._database = database
        self._journal = journal
        self._identity = identity
        self._served: tuple[int, Mapping[str, int]] = (0, {})

    def check_ready(self) -> None:
        """Before money is taken. Raises as `Journal.check_ready`."""
        self._journal.check_ready()

    def commit(self, build: Callable[[str], SaleCommit]) -> Sale:
        """Record a finished sale under the next receipt number, which `build` is given.

        Idempotent by sale id: a second commit returns the stored sale, writes nothing and uses no
        number. Ends the basket's draft and settles its attempts. `build` is pure and may be called
        twice. Raises Unavailable("store.disk_full"), Refused("till.not_enrolled").
        """

        def work(posting: Posting) -> Sale:
            number, incarnation, receipt = self._next(posting)
            made = build(receipt)
            known = sale_of(posting.tx, made.sale.id)
            if known is not None:
                return known
            posting.use_receipt(incarnation, number)
            posting.record(made.entries, made.prints)
            return made.sale

        return self._journal.run(work)

    def commit_refund(self, build: Callable[[str], RefundCommit]) -> Refund:
        """Record a refund under the next receipt number; idempotent by refund id.

        Raises Refused("refund.more_than_sold", line) when this till's records already show too
        much returned.
        """

        def work(posting: Posting) -> Refund:
            number, incarnation, receipt = self._next(posting)
            made = build(receipt)
            known = posting.tx.row(_REFUND_BY_ID, (made.refund.id,))
            if known is not None:
                return refund_in(body_in(known))
            if made.sale is not None:
                check_not_more(made.refund, made.sale, read_returned(posting.tx, made.sale.id))
            posting.use_receipt(incarnation, number)
            posting.record(made.entries, made.prints)
            return made.refund

        return self._journal.run(work)

    def commit_top_up(self, build: Callable[[str], TopUpCommit]) -> TopUpData:
        """Record a top-up under the next receipt number; idempotent by its id."""

        def work(posting: Posting) -> TopUpData:
            number, incarnation, receipt = self._next(posting)
            made = build(receipt)
            known = posting.tx.row(_TOP_UP_BY_ID, (made.top_up.top_up_id,))
            if known is not None:
                return _top_up_in(body_in(known))
            posting.use_receipt(incarnation, number)
            posting.record(made.entries, made.prints)
            return made.top_up

        return self._journal.run(work)

    def by_receipt(self, receipt_number: str) -> StoredSale | None:
        return self._stored(self._database.row(_SALE_BY_RECEIPT, (receipt_number,)))

    def by_id(self, sale_id: str) -> StoredSale | None:
        return self._stored(self._database.row(SALE_BY_ID, (sale_id,)))

    def last(self) -> StoredSale | None:
        found = self.recent(1)
        return found[0] if found else None

    def recent(self, limit: int) -> tuple[StoredSale, ...]:
        """Newest first."""
        with self._database.read() as tx:
            return tuple(_stored(tx, row) for row in tx.rows(_RECENT, (limit,)))

    def served(self) -> Mapping[str, int]:
        """Whom the last sales here were to, the last first, and when in milliseconds."""
        newest = self._database.row("SELECT max(rowid) FROM sale")
        place = int(newest[0] or 0) if newest else 0
        if place != self._served[0]:
            found: dict[str, int] = {}
            for member_id, at_ms in self._database.rows(_SERVED):
                found.setdefault(member_id, at_ms)
            self._served = (place, found)
        return self._served[1]

    def each(self) -> Iterator[StoredSale]:
        """Every sale of this till, oldest first, read page by page."""
        after = 0
        while True:
            with self._database.read() as tx:
                page = [(row[2], _stored(tx, row)) for row in tx.rows(_PAGE, (after,))]
            if not page:
                return
            for _, sale in page:
                yield sale
            after = page[-1][0]

    def returned(self, sale_id: str) -> dict[int, int]:
        """Line number -> thousandths returned at this till, also of sales made elsewhere."""
        with self._database.read() as tx:
            return read_returned(tx, sale_id)

    def refund_by_receipt(self, receipt_number: str) -> Refund | None:
        found = self._database.row(_REFUND_BY_RECEIPT, (receipt_number,))
        return refund_in(body_in(found)) if found else None

    def waiting_on_account(self, code: str) -> int:
        """What sales put on an account that central has not heard of yet, minor units."""
        found = self._database.row(_WAITING_ON_ACCOUNT, (code,))
        return int(found[0]) if found else 0

    def totals(self) -> SaleTotals:
        """Sums over everything this till ever sold; reads all of it."""
        with self._database.read() as tx:
            return _totals(tx)

    def _next(self, posting: Posting) -> tuple[int, int, str]:
        """The next number, the incarnation it counts in, and the receipt number it makes."""
        code = self._identity.required().terminal_code
        # As this transaction sees it: synchronising may adopt a new one at any moment.
        found = posting.tx.row("SELECT incarnation FROM enrolment")
        incarnation = int(found[0]) if found else 0
        number = posting.next_receipt(incarnation)
        return number, incarnation, f"{code}-{incarnation}-{number:06d}"

    def _stored(self, found: Row | None) -> StoredSale | None:
        if found is None:
            return None
        with self._database.read() as tx:
            return _stored(tx, found)


def _stored(tx: Tx, row: Row) -> StoredSale:
    fact = from_body(body_in(row))
    assert isinstance(fact.data, SaleData)
    head = fact.head
    return StoredSale(
        sale=fact.data.sale,
        returned=read_returned(tx, fact.data.sale.id),
        at_ms=head.at_ms,
        business_date=head.business_date,
        shift_id=head.shift_id,
        offline=fact.data.offline,
        staff_name=head.actor.name,
    )


def _top_up_in(body: bytes) -> TopUpData:
    data = from_body(body).data
    assert isinstance(data, TopUpData)
    return data


def _totals(tx: Tx) -> SaleTotals:
    sales = tx.row(
        """
        SELECT COUNT(*), COALESCE(SUM(line_count), 0), COALESCE(SUM(list_total), 0),
               COALESCE(SUM(net), 0), COALESCE(SUM(points_earned), 0) FROM sale
        """
    ) or (0, 0, 0, 0, 0)
    refunds = tx.row("SELECT COUNT(*), COALESCE(SUM(net), 0) FROM refund") or (0, 0)
    top_ups = tx.row("SELECT COUNT(*), COALESCE(SUM(principal), 0) FROM top_up") or (0, 0)
    cuts = _by_name(tx, REDUCTION)
    tenders = _by_name(tx, TENDER)
    return SaleTotals(
        baskets=sales[0],
        lines=sales[1],
        list=sales[2],
        member_reduction=cuts.get("member", 0),
        retailer_coupon=cuts.get("coupon", 0),
        net=sales[3],
        manufacturer_coupon=tenders.get("third_party_coupon", 0),
        points=sales[4],
        tenders=tuple(sorted(tenders.items())),
        refunds=refunds[0],
        refund_net=refunds[1],
        top_ups=top_ups[0],
        top_up_principal=top_ups[1],
    )


def _by_name(tx: Tx, sort: str) -> dict[str, int]:
    rows = tx.rows("SELECT name, SUM(amount) FROM figure WHERE sort = ? GROUP BY name", (sort,))
    return {name: int(amount) for name, amount in rows}
