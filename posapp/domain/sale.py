"""A finished sale: tenders over net, and the line x component matrix from which every refund
follows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from posapp.domain.catalog import ProductKind
from posapp.domain.ids import (
    CategoryId,
    HoldId,
    LeaseId,
    LotId,
    MemberId,
    ProductId,
    SaleId,
    TenderId,
)
from posapp.domain.money import allocate, take
from posapp.domain.pricing import LineReduction, PricedCart, TaxSum
from posapp.domain.signed_off import SignedOff, each_once
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from posapp.domain.cart import Cart


class TenderKind(StrEnum):
    """How a part of net was paid. Points and bonus are tenders that are not money."""

    CASH = "cash"
    STORED_VALUE = "stored_value"
    POINTS = "points"
    EXTERNAL = "external"
    THIRD_PARTY_COUPON = "third_party_coupon"
    ON_ACCOUNT = "on_account"
    RECORDED = "recorded"


class Part(StrEnum):
    """What a column of the matrix counts: minor units, except POINTS, which counts points."""

    CASH = "cash"
    EXTERNAL = "external"
    THIRD_PARTY_COUPON = "third_party_coupon"
    PRINCIPAL = "principal"
    BONUS = "bonus"
    POINTS_VALUE = "points_value"
    POINTS = "points"
    ON_ACCOUNT = "on_account"
    RECORDED = "recorded"


MONEY_PARTS = frozenset({Part.CASH, Part.EXTERNAL, Part.PRINCIPAL, Part.ON_ACCOUNT, Part.RECORDED})
"""Parts that are paid money: the earning base and what can be invoiced."""


GOODS_ONLY = frozenset({TenderKind.THIRD_PARTY_COUPON, TenderKind.POINTS, TenderKind.STORED_VALUE})
"""Tenders that pay for what is sold and never for a deposit (docs/decisions, deposits)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueSlice:
    """What a stored-value hold takes from one lot, minor units."""

    lot_id: LotId
    principal: int
    bonus: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PointSlice:
    """What a points hold takes from one lot, in points."""

    lot_id: LotId
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tender:
    """One payment on a sale; `amount` is what it settles of net.

    Cash: `tendered` - `change` = amount. Stored value and points: the hold and its slices, as
    central answered; or the lease that stored value was paid from while nobody answered.
    External: `channel` (card, wechat, alipay, ...), `reference` and `masked` from the terminal;
    never a code. On account: `channel` is the account's code, `holder` its name and `reference` who
    signed. Recorded (taken elsewhere): `channel` is what took it, `reference` the number there;
    `approved` who allowed it.
    """

    id: TenderId
    kind: TenderKind
    amount: int
    tendered: int = 0
    change: int = 0
    hold_id: HoldId | None = None
    value_slices: tuple[ValueSlice, ...] = ()
    points: int = 0
    point_slices: tuple[PointSlice, ...] = ()
    channel: str = ""
    reference: str = ""
    masked: str = ""
    lease_id: LeaseId | None = None
    holder: str = ""
    approved: SignedOff | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleLine:
    """A sold line, with everything that a refund or a report needs and nothing that could change
    later.
    """

    number: int
    product_id: ProductId
    code: str
    kind: ProductKind
    name: str
    spec: str = ""
    unit: str
    category_id: CategoryId
    quantity: int
    unit_price: int
    tax_rate: int
    list_amount: int
    reductions: tuple[LineReduction, ...]
    net: int
    tax: int
    barcode: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    modifiers: tuple[tuple[str, str, int], ...] = ()
    parent: int | None = None
    note: str = ""

    @property
    def is_deposit(self) -> bool:
        """Money that is owed and not sold (押金)."""
        return self.kind is ProductKind.DEPOSIT


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidedLine:
    """A line that was on the order and was taken off before it was paid (删行); list amount in
    minor units, quantity in thousandths. Nothing was sold.
    """

    product_id: ProductId
    code: str
    name: str
    quantity: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One component of the matrix: a part of one tender, of one lot where it came from lots.

    `amounts` holds a value per line, in the order of the sale's lines.
    """

    tender_id: TenderId
    part: Part
    lot_id: LotId | None = None
    amounts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.amounts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """A sale as a fact. Sum of line nets = net = sum of tender amounts; amounts in minor units.

    `points_earned` are pending at central until the return window ends; `earn_base` is what they
    were computed from. `approvals` are the yeses to its reductions; `all_approvals` has those to
    its tenders as well.
    """

    id: SaleId
    receipt_number: str
    currency: str
    member_id: MemberId | None = None
    lines: tuple[SaleLine, ...]
    tenders: tuple[Tender, ...]
    matrix: tuple[Column, ...]
    list_total: int
    net: int
    taxes: tuple[TaxSum, ...]
    points_earned: int = 0
    earn_base: int = 0
    earn_rule: str = ""
    note: str = ""
    voided: tuple[VoidedLine, ...] = ()
    approvals: tuple[SignedOff, ...] = ()

    @property
    def all_approvals(self) -> tuple[SignedOff, ...]:
        return each_once([*self.approvals, *(tender.approved for tender in self.tenders)])

    @property
    def change(self) -> int:
        return sum(tender.change for tender in self.tenders)

    @property
    def deposits(self) -> int:
        """The part of net that is owed and not sold."""
        return sum(line.net for line in self.lines if line.is_deposit)

    @property
    def goods_net(self) -> int:
        """Net without deposits: what was sold."""
        return self.net - self.deposits

    @property
    def goods_matrix(self) -> tuple[Column, ...]:
        """The matrix with nothing in the rows of deposits: what points are counted from."""
        owed = {place for place, line in enumerate(self.lines) if line.is_deposit}
        return without(self.matrix, owed)


def without(matrix: Sequence[Column], owed: Collection[int]) -> tuple[Column, ...]:
    """The matrix with nothing at these places."""
    if not owed:
        return tuple(matrix)
    return tuple(replace(column, amounts=_masked(column.amounts, owed)) for column in matrix)


def _masked(amounts: Sequence[int], owed: Collection[int]) -> tuple[int, ...]:
    return tuple(0 if place in owed else amount for place, amount in enumerate(amounts))


def sale_lines(priced: PricedCart) -> tuple[SaleLine, ...]:
    """The priced cart's lines, numbered from 1, as a sale keeps them."""
    numbers = {each.line.key: number for number, each in enumerate(priced.lines, start=1)}
    return tuple(
        SaleLine(
            number=numbers[each.line.key],
            product_id=each.line.product_id,
            code=each.line.code,
            kind=each.line.kind,
            name=each.line.name,
            spec=each.line.spec,
            unit=each.line.unit,
            category_id=each.line.category_id,
            quantity=each.line.quantity,
            unit_price=each.line.unit_price,
            tax_rate=each.line.tax_rate,
            list_amount=each.list_amount,
            reductions=each.reductions,
            net=each.net,
            tax=each.tax,
            barcode=each.line.barcode,
            attributes=each.line.attributes,
            modifiers=tuple((m.code, m.name, m.unit_price) for m in each.line.modifiers),
            parent=None if each.line.parent is None else numbers[each.line.parent],
            note=each.line.note,
        )
        for each in priced.lines
    )


def voided_lines(cart: Cart) -> tuple[VoidedLine, ...]:
    """What was taken off the order before it was paid, as a sale remembers it."""
    return tuple(
        VoidedLine(
            product_id=line.product_id,
            code=line.code,
            name=line.name,
            quantity=line.quantity,
            amount=line.list_amount,
        )
        for line in cart.voided
    )


def approvals_of(cart: Cart) -> tuple[SignedOff, ...]:
    """Who allowed what comes off the order: line by line, the whole order, rounding."""
    given = [*(line.manual for line in cart.lines), cart.manual, cart.rounding]
    return each_once(None if each is None else each.approved for each in given)


def check_tenders(net: int, tenders: Sequence[Tender]) -> None:
    """Raises Refused("pay.not_settled") unless the tenders sum to net, and
    Refused("pay.tender_inconsistent") when a tender contradicts itself."""
    for tender in tenders:
        if tender.amount < 0 or not _is_consistent(tender):
            raise Refused("pay.tender_inconsistent")
    paid = sum(tender.amount for tender in tenders)
    if paid != net:
        raise Refused("pay.not_settled", net=net, paid_amount=paid)


def _is_consistent(tender: Tender) -> bool:
    match tender.kind:
        case TenderKind.CASH:
            return tender.change >= 0 and tender.tendered - tender.change == tender.amount
        case TenderKind.STORED_VALUE:
            return sum(s.principal + s.bonus for s in tender.value_slices) == tender.amount
        case TenderKind.POINTS:
            return sum(s.points for s in tender.point_slices) == tender.points > 0
        case TenderKind.EXTERNAL | TenderKind.THIRD_PARTY_COUPON:
            return tender.change == 0
        case TenderKind.ON_ACCOUNT | TenderKind.RECORDED:
            return tender.change == 0 and bool(tender.channel and tender.reference)


def allocate_tenders(
    nets: Sequence[int], tenders: Sequence[Tender], owed: Collection[int] = ()
) -> tuple[Column, ...]:
    """The tender columns of the matrix (docs/rules.md E0): tender by tender, each over what
    remains of each line.

    `owed` are the places of deposits, which no tender of `GOODS_ONLY` pays: these come first.
    Rows sum to the line's net and columns to the tender's parts. Raises as `check_tenders`, and
    Refused("money.more_than_remains") where such a tender is more than the goods.
    """
    check_tenders(sum(nets), tenders)
    remains = list(nets)
    columns: list[Column] = []
    for tender in tenders:
        open_to = _masked(remains, owed) if tender.kind in GOODS_ONLY else remains
        taken = take(tender.amount, open_to)
        remains = [left - part for left, part in zip(remains, taken, strict=True)]
        columns.extend(_columns(tender, taken))
    return tuple(columns)


def _columns(tender: Tender, taken: Sequence[int]) -> list[Column]:
    match tender.kind:
        case TenderKind.CASH:
            return [Column(tender_id=tender.id, part=Part.CASH, amounts=tuple(taken))]
        case TenderKind.EXTERNAL:
            return [Column(tender_id=tender.id, part=Part.EXTERNAL, amounts=tuple(taken))]
        case TenderKind.THIRD_PARTY_COUPON:
            return [Column(tender_id=tender.id, part=Part.THIRD_PARTY_COUPON, amounts=tuple(taken))]
        case TenderKind.ON_ACCOUNT | TenderKind.RECORDED:
            part = Part(tender.kind.value)
            return [Column(tender_id=tender.id, part=part, amounts=tuple(taken))]
        case TenderKind.STORED_VALUE:
            return _value_columns(tender, taken)
        case TenderKind.POINTS:
            return _point_columns(tender, taken)


def _value_columns(tender: Tender, taken: Sequence[int]) -> list[Column]:
    """Lot by lot over what the tender still has on each line; within a lot principal in proportion,
    bonus the rest.
    """
    left = list(taken)
    columns: list[Column] = []
    for piece in tender.value_slices:
        lot = take(piece.principal + piece.bonus, left)
        left = [rest - part for rest, part in zip(left, lot, strict=True)]
        principal = take(piece.principal, lot)
        bonus = tuple(whole - paid for whole, paid in zip(lot, principal, strict=True))
        columns.append(
            Column(tender_id=tender.id, part=Part.PRINCIPAL, lot_id=piece.lot_id, amounts=principal)
        )
        columns.append(
            Column(tender_id=tender.id, part=Part.BONUS, lot_id=piece.lot_id, amounts=bonus)
        )
    return columns


def _point_columns(tender: Tender, taken: Sequence[int]) -> list[Column]:
    value = Column(tender_id=tender.id, part=Part.POINTS_VALUE, amounts=tuple(taken))
    left = list(allocate(tender.points, taken))
    columns = [value]
    for piece in tender.point_slices:
        points = take(piece.points, left)
        left = [rest - part for rest, part in zip(left, points, strict=True)]
        columns.append(
            Column(tender_id=tender.id, part=Part.POINTS, lot_id=piece.lot_id, amounts=points)
        )
    return columns
