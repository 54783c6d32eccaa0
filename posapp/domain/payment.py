"""What has been collected for an order and what remains: immutable, and without any device."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, assert_never

from posapp.domain.accounts import CreditAccount, check_signer
from posapp.domain.ids import HoldId, MemberId, SaleId, TenderId
from posapp.domain.money import LARGEST_AMOUNT
from posapp.domain.points import PointRules, earn_base, earned, most_usable, value_of
from posapp.domain.pricing import PricedCart
from posapp.domain.recorded import TakenBy, check_reference
from posapp.domain.sale import (
    GOODS_ONLY,
    PointSlice,
    Sale,
    Tender,
    TenderKind,
    ValueSlice,
    allocate_tenders,
    approvals_of,
    sale_lines,
    voided_lines,
    without,
)
from posapp.errors import Refused

MOST_TENDERS: Final = 12
MOST_CHANGE: Final = 500_000
"""Minor units: nobody hands over so much more than is due, a finger slipped or a code was typed."""

_RANK: Final = {
    TenderKind.THIRD_PARTY_COUPON: 0,
    TenderKind.POINTS: 1,
    TenderKind.STORED_VALUE: 2,
    TenderKind.EXTERNAL: 3,
    TenderKind.RECORDED: 4,
    TenderKind.ON_ACCOUNT: 5,
    TenderKind.CASH: 6,
}
"""What is cheap to release comes first, cash last; this order fixes the sale's matrix."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Balances:
    """What a member has, minor units and points; taken before this order touched it."""

    principal: int = 0
    bonus: int = 0
    points: int = 0

    @property
    def stored_value(self) -> int:
        return self.principal + self.bonus


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """An order that is being paid under the id of the sale to come; amounts in minor units.

    `before_value` and `before_points` are the balances that central named with the holds.
    """

    sale_id: SaleId
    currency: str
    priced: PricedCart
    tenders: tuple[Tender, ...] = ()
    before_value: Balances | None = None
    before_points: Balances | None = None

    @property
    def net(self) -> int:
        return self.priced.net

    @property
    def collected(self) -> int:
        return sum(tender.amount for tender in self.tenders)

    @property
    def remaining(self) -> int:
        return self.net - self.collected

    def payable(self, kind: TenderKind) -> int:
        """How much of what remains a tender of this kind may pay: a deposit takes money only."""
        if kind not in GOODS_ONLY:
            return self.remaining
        used = sum(tender.amount for tender in self.tenders if tender.kind in GOODS_ONLY)
        return max(0, min(self.remaining, self.net - self.priced.deposits - used))

    @property
    def change(self) -> int:
        return sum(tender.change for tender in self.tenders)

    @property
    def is_settled(self) -> bool:
        return self.remaining == 0

    @property
    def member_id(self) -> MemberId | None:
        member = self.priced.cart.member
        return None if member is None else member.member_id

    @property
    def hold_ids(self) -> tuple[HoldId, ...]:
        return tuple(tender.hold_id for tender in self.tenders if tender.hold_id is not None)

    def tender(self, tender_id: TenderId) -> Tender:
        """The collected tender with this id. Raises Refused("pay.tender_gone")."""
        for tender in self.tenders:
            if tender.id == tender_id:
                return tender
        raise Refused("pay.tender_gone")


def start(sale_id: SaleId, priced: PricedCart, currency: str) -> Payment:
    """Begin to pay; what costs nothing is settled at once. Raises Refused("pay.empty_cart")."""
    if not priced.lines:
        raise Refused("pay.empty_cart")
    return Payment(sale_id=sale_id, currency=currency, priced=priced)


def reprice(payment: Payment, priced: PricedCart) -> Payment:
    """Take new prices. Raises Refused("pay.price_fixed") once anything was collected."""
    if payment.tenders and priced != payment.priced:
        raise Refused("pay.price_fixed")
    return replace(payment, priced=priced)


def check_amount(payment: Payment, kind: TenderKind, amount: int) -> None:
    """Whether a tender of this amount may be asked for; call it before anything is sent.

    Raises Refused: "pay.nothing_due", "pay.amount_not_valid", "pay.more_than_due" (not for cash),
    "pay.deposit_needs_money" (stored value, points and coupons), "pay.too_many_tenders".
    """
    if payment.remaining <= 0:
        raise Refused("pay.nothing_due")
    if not 0 < amount <= LARGEST_AMOUNT:
        raise Refused("pay.amount_not_valid")
    if kind is not TenderKind.CASH and amount > payment.remaining:
        raise Refused("pay.more_than_due", due=payment.remaining, amount=amount)
    most = payment.payable(kind)
    if kind in GOODS_ONLY and amount > most:
        raise Refused("pay.deposit_needs_money", most_amount=most)
    if len(payment.tenders) >= MOST_TENDERS:
        raise Refused("pay.too_many_tenders", most=MOST_TENDERS)


def add(payment: Payment, tender: Tender, before: Balances | None = None) -> Payment:
    """Put a collected or authorised tender on the order; the same one again changes nothing.

    `before` are the balances that came with its hold. Raises Refused as `check_amount`.
    """
    if any(known.id == tender.id for known in payment.tenders):
        return payment
    check_amount(payment, tender.kind, tender.amount)
    tenders = sorted((*payment.tenders, tender), key=lambda each: _RANK[each.kind])
    return _with_balances(replace(payment, tenders=tuple(tenders)), tender.kind, before)


def add_cash(
    payment: Payment, tender_id: TenderId, tendered: int, most_change: int = MOST_CHANGE
) -> Payment:
    """Cash may exceed what is due: the rest is change.

    Raises Refused("pay.change_too_large", change_amount, most_amount), and as `check_amount`.
    """
    check_amount(payment, TenderKind.CASH, tendered)
    change = tendered - payment.remaining
    if change > most_change:
        raise Refused("pay.change_too_large", change_amount=change, most_amount=most_change)
    amount = min(tendered, payment.remaining)
    return add(
        payment,
        Tender(
            id=tender_id,
            kind=TenderKind.CASH,
            amount=amount,
            tendered=tendered,
            change=tendered - amount,
        ),
    )


def add_coupon(payment: Payment, tender_id: TenderId, amount: int, issuer: str) -> Payment:
    """A third party's coupon (a manufacturer's) pays a part. Raises Refused as `check_amount`."""
    tender = Tender(id=tender_id, kind=TenderKind.THIRD_PARTY_COUPON, amount=amount, channel=issuer)
    return add(payment, tender)


def account_tender(tender_id: TenderId, amount: int, account: CreditAccount, signer: str) -> Tender:
    """A company pays this part later. Raises Refused("account.needs_signer")."""
    return Tender(
        id=tender_id,
        kind=TenderKind.ON_ACCOUNT,
        amount=amount,
        channel=account.code,
        holder=account.name,
        reference=check_signer(signer),
    )


def recorded_tender(
    payment: Payment, tender_id: TenderId, amount: int, by: TakenBy, reference: str
) -> Tender:
    """A part that was taken elsewhere. Raises Refused("recorded.twice") for a number that is on
    this order already, and as `recorded.check_reference`.
    """
    number = check_reference(reference)
    if any(each.reference == number and each.channel == by for each in payment.tenders):
        raise Refused("recorded.twice", reference=number)
    return Tender(
        id=tender_id,
        kind=TenderKind.RECORDED,
        amount=amount,
        channel=by.value,
        reference=number,
    )


def remove(payment: Payment, tender_id: TenderId) -> Payment:
    """Take a tender off, once its money is given back or its hold released.

    Raises Refused("pay.tender_gone").
    """
    gone = payment.tender(tender_id)
    rest = tuple(tender for tender in payment.tenders if tender.id != tender_id)
    changed = replace(payment, tenders=rest)
    if any(tender.kind is gone.kind for tender in rest):
        return changed
    match gone.kind:
        case TenderKind.STORED_VALUE:
            return replace(changed, before_value=None)
        case TenderKind.POINTS:
            return replace(changed, before_points=None)
        case _:
            return changed


def value_tender(tender_id: TenderId, slices: tuple[ValueSlice, ...]) -> Tender:
    """The tender of a usable stored-value hold; the hold's id is the tender's."""
    return Tender(
        id=tender_id,
        kind=TenderKind.STORED_VALUE,
        amount=sum(piece.principal + piece.bonus for piece in slices),
        hold_id=HoldId(tender_id),
        value_slices=slices,
    )


def point_tender(tender_id: TenderId, slices: tuple[PointSlice, ...], rules: PointRules) -> Tender:
    """The tender of a usable points hold. Raises Refused("points.not_a_multiple")."""
    points = sum(piece.points for piece in slices)
    return Tender(
        id=tender_id,
        kind=TenderKind.POINTS,
        amount=value_of(rules, points),
        hold_id=HoldId(tender_id),
        points=points,
        point_slices=slices,
    )


def most_points(payment: Payment, available: int, rules: PointRules) -> int:
    """The most points that may pay what remains, in whole steps."""
    return most_usable(rules, available, payment.payable(TenderKind.POINTS))


def points_value(payment: Payment, points: int, rules: PointRules) -> int:
    """What these points would pay. Raises Refused("points.not_a_multiple") and as check_amount."""
    value = value_of(rules, points)
    check_amount(payment, TenderKind.POINTS, value)
    return value


def to_sale(payment: Payment, receipt_number: str, rules: PointRules | None) -> Sale:
    """The settled order as a sale with its matrix. Without a member or rules nothing is earned.

    Raises Refused("pay.not_settled", "pay.tender_inconsistent").
    """
    priced = payment.priced
    nets, owed = [line.net for line in priced.lines], priced.owed
    matrix = allocate_tenders(nets, payment.tenders, owed)
    earns = rules if payment.member_id is not None else None
    goods = priced.net - priced.deposits
    base = 0 if earns is None else earn_base(earns, goods, without(matrix, owed))
    return Sale(
        id=payment.sale_id,
        receipt_number=receipt_number,
        currency=payment.currency,
        member_id=payment.member_id,
        lines=sale_lines(priced),
        tenders=payment.tenders,
        matrix=matrix,
        list_total=priced.list_total,
        net=priced.net,
        taxes=priced.taxes,
        points_earned=0 if earns is None else earned(earns, base),
        earn_base=base,
        earn_rule="" if earns is None else earns.reference,
        note=priced.cart.note,
        voided=voided_lines(priced.cart),
        approvals=approvals_of(priced.cart),
    )


def after_tenders(payment: Payment) -> Balances | None:
    """What this sale leaves of the member's balances; None when it uses nothing of hers."""
    if payment.before_value is None and payment.before_points is None:
        return None
    value = payment.before_value or Balances()
    points = payment.before_points or Balances()
    slices = [piece for tender in payment.tenders for piece in tender.value_slices]
    return Balances(
        principal=value.principal - sum(piece.principal for piece in slices),
        bonus=value.bonus - sum(piece.bonus for piece in slices),
        points=points.points - sum(tender.points for tender in payment.tenders),
    )


def _with_balances(payment: Payment, kind: TenderKind, before: Balances | None) -> Payment:
    """The first hold's figures stand: a second one's already miss what the first holds."""
    match kind:
        case TenderKind.STORED_VALUE:
            return replace(payment, before_value=payment.before_value or before)
        case TenderKind.POINTS:
            return replace(payment, before_points=payment.before_points or before)
        case (
            TenderKind.CASH
            | TenderKind.EXTERNAL
            | TenderKind.THIRD_PARTY_COUPON
            | TenderKind.ON_ACCOUNT
            | TenderKind.RECORDED
        ):
            return payment
        case _:
            assert_never(kind)
