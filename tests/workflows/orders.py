"""Orders on the way to being paid."""

from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart
from posapp.domain.catalog import Product
from posapp.domain.ids import SaleId
from posapp.domain.member import Member
from posapp.domain.payment import Payment
from posapp.domain.shift import Shift
from posapp.domain.shift_figures import TenderCheck
from posapp.workflows.pay_outcomes import Authorised, ChargePaid, CommittedSale
from posapp.workflows.shifts import Shifts
from tests.workflows import replies
from tests.workflows.counter import CASHIER, PANDA, UMBRELLA, WANG, Counter


def order(till: Counter, *products: Product, member: Member | None = None) -> Payment:
    """A payment of one of each product, under a fresh sale id."""
    basket = Cart()
    if member is not None:
        basket = till.selling.join(basket, member)
    for each in products or (PANDA,):
        basket, _ = carts.add(basket, each)
    return payments.start(SaleId(till.desk.new_id()), till.selling.price(basket), "CNY")


def e1_order(till: Counter) -> Payment:
    """300.00 of goods, 30.00 off for gold, 20.00 off by coupon: 250.00 to pay."""
    basket = till.selling.join(Cart(), WANG)
    for each in (PANDA, UMBRELLA):
        basket, _ = carts.add(basket, each)
    basket = carts.lay_coupon(basket, "C20")
    return payments.start(SaleId(till.desk.new_id()), till.selling.price(basket), "CNY")


def pay_points(till: Counter, payment: Payment, points: int) -> Payment:
    till.central.will("begin_hold", replies.usable)
    outcome = till.paying.begin_points(payment, till.paying.new_tender_id(), points)
    assert isinstance(outcome, Authorised)
    return payments.add(payment, outcome.tender, outcome.before)


def pay_value(till: Counter, payment: Payment, amount: int) -> Payment:
    till.central.will("begin_hold", replies.usable)
    outcome = till.paying.begin_stored_value(payment, till.paying.new_tender_id(), amount)
    assert isinstance(outcome, Authorised)
    return payments.add(payment, outcome.tender, outcome.before)


def pay_card(till: Counter, payment: Payment, amount: int) -> Payment:
    outcome = till.paying.charge(payment, till.paying.new_tender_id(), amount, "card")
    assert isinstance(outcome, ChargePaid)
    return payments.add(payment, outcome.tender)


def sold(
    till: Counter, payment: Payment, shift: Shift, member: Member | None = None
) -> CommittedSale:
    """Settle what remains in cash and commit."""
    if not payment.is_settled:
        payment = till.paying.take_cash(payment, payment.remaining)
    return till.paying.complete(payment, CASHIER, shift, member)


def agreeing(shifts: Shifts, shift_id: str | None = None) -> tuple[TenderCheck, ...]:
    """Every device has what the till has."""
    return tuple(
        TenderCheck(
            kind=each.kind,
            channel=each.channel,
            count=each.count,
            amount=each.net,
            entered=each.net,
        )
        for each in shifts.others(shift_id)
    )
