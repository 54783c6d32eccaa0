"""Her statement, page by page: what moved, by which paper, and what stood before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Table, and_, exists, or_, select

from posapp.central.ledger import BON, GRW, MON, PTS, SV_HELD
from posapp.central.portable import beside
from posapp.central.tables.ledger import account, entry, posting
from posapp.central.tables.sales import refund, sale, top_up
from posapp.central.tables.shops import shop
from posapp.domain.ids import is_uuid_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from posapp.central.view import View

VALUE: Final = "value"
POINTS: Final = "points"
LEDGERS: Final = {VALUE: (MON, BON), POINTS: (PTS, GRW)}
ROWS_A_PAGE: Final = 20
_PAPERS: Final[tuple[Table, ...]] = (sale, refund, top_up)
_LONGEST_MOMENT: Final = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One account of hers in one movement; minor units or points. `before` and `after` are None
    for what is set aside, which lies in several places.
    """

    account: str
    ledger: str
    amount: int
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A posting as it touched her. `at_ms` is when it happened, `posted_ms` when it was booked."""

    id: str
    kind: str
    at_ms: int
    posted_ms: int
    receipt: str
    shop: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Newest first; `older` is where the next page begins, empty at the end."""

    movements: tuple[Movement, ...]
    older: str


def read_page(
    view: View,
    member_id: str,
    ledgers: Sequence[str],
    after: str = "",
    most: int = ROWS_A_PAGE,
    *,
    since_ms: int = 0,
) -> Page:
    """The movements older than the cursor; a cursor that does not read begins at the newest.
    `since_ms`: what was before is a former holder's.
    """
    query = (
        select(posting)
        .where(
            posting.c.member_id == member_id,
            posting.c.tenant_id == view.tenant.id,
            posting.c.at_ms >= since_ms,
            exists().where(entry.c.posting_id == posting.c.id, entry.c.ledger.in_(ledgers)),
        )
        .order_by(posting.c.at_ms.desc(), posting.c.id.desc())
        .limit(most + 1)
    )
    place = _place(after)
    if place is not None:
        at_ms, last_id = place
        query = query.where(
            or_(posting.c.at_ms < at_ms, and_(posting.c.at_ms == at_ms, posting.c.id < last_id))
        )
    found = view.connection.execute(query).all()
    shown = found[:most]
    older = f"{shown[-1].at_ms}.{shown[-1].id}" if len(found) > most else ""
    return Page(movements=_movements(view, member_id, shown, ledgers), older=older)


def _place(cursor: str) -> tuple[int, str] | None:
    moment, _, last_id = cursor.partition(".")
    is_moment = moment.isascii() and moment.isdigit() and len(moment) <= _LONGEST_MOMENT
    return (int(moment), last_id) if is_moment and is_uuid_text(last_id) else None


def _movements(
    view: View, member_id: str, rows: Sequence[Any], ledgers: Sequence[str]
) -> tuple[Movement, ...]:
    changes = _changes(view, member_id, [row.id for row in rows], ledgers)
    receipts = _receipts(view, {row.source_id for row in rows})
    shops = _shops(view, {row.shop_id for row in rows if row.shop_id})
    return tuple(
        Movement(
            id=row.id,
            kind=row.kind,
            at_ms=row.at_ms,
            posted_ms=row.posted_ms,
            receipt=receipts.get(row.source_id, ""),
            shop=shops.get(row.shop_id, ""),
            changes=tuple(changes.get(row.id, {}).values()),
        )
        for row in rows
    )


def _changes(
    view: View, member_id: str, posting_ids: Iterable[str], ledgers: Sequence[str]
) -> dict[str, dict[str, Change]]:
    """By posting and account; entries of one account, lot by lot, are one change."""
    query = (
        select(entry, account.c.kind)
        .join(account, account.c.id == entry.c.account_id)
        .where(
            entry.c.posting_id.in_(list(posting_ids)),
            entry.c.ledger.in_(ledgers),
            account.c.member_id == member_id,
        )
        .order_by(entry.c.posting_id, entry.c.n)
    )
    found: dict[str, dict[str, Change]] = {}
    for row in view.connection.execute(query):
        of_posting = found.setdefault(row.posting_id, {})
        of_posting[row.kind] = _joined(of_posting.get(row.kind), row)
    return found


def _joined(so_far: Change | None, row: Any) -> Change:
    after = None if row.kind == SV_HELD else row.balance_after
    before = None if after is None else after - row.amount
    return Change(
        account=row.kind,
        ledger=row.ledger,
        amount=row.amount + (0 if so_far is None else so_far.amount),
        before=before if so_far is None else so_far.before,
        after=after,
    )


def _receipts(view: View, source_ids: set[str]) -> dict[str, str]:
    """The paper's number of each source that had one."""
    return {
        row.id: row.receipt_number
        for table in _PAPERS
        for row in view.connection.execute(
            select(table.c.id, table.c.receipt_number).where(
                table.c.id.in_(sorted(source_ids)),
                beside(table.c.tenant_id) == view.tenant.id,
            )
        )
    }


def _shops(view: View, shop_ids: set[str]) -> dict[str, str]:
    query = select(shop.c.id, shop.c.name).where(shop.c.id.in_(sorted(shop_ids)))
    return {row.id: row.name for row in view.connection.execute(query)}
