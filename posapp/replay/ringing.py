"""Rings recorded baskets at a till through the workflows that the screen uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart
from posapp.domain.codes import Context
from posapp.errors import Refused
from posapp.offline.search import Search
from posapp.replay.baskets import member_number
from posapp.replay.recorded_prices import recorded_sources
from posapp.workflows.draft import Draft
from posapp.workflows.found import Ambiguous, FoundMember, FoundProduct
from posapp.workflows.selling import Selling

if TYPE_CHECKING:
    from posapp.app.till import Till
    from posapp.domain.member import Member
    from posapp.domain.permissions import Staff
    from posapp.domain.pricing import PricedCart, PriceSource
    from posapp.domain.sale import Sale
    from posapp.domain.shift import Shift
    from posapp.replay.baskets import RecordedBasket, RecordedLine

_COUPON_ISSUER = "manufacturer"


class Ringing:
    """Lane: store. The only thing that differs from a cashier's day is where prices come from."""

    def __init__(self, till: Till, staff: Staff, shift: Shift) -> None:
        stores = till.stores
        search = Search(stores.cache)
        self._selling = Selling(
            stores.cache, search, stores.till.drafts, till.desk, lambda: self._sources
        )
        self._paying = till.workflows.paying
        self._currency = till.desk.place.currency
        self._staff = staff
        self._shift = shift
        self._sources: tuple[PriceSource, ...] = ()

    def ring(self, basket: RecordedBasket) -> Sale:
        """Find, price, pay and commit one basket. Idempotent by the basket's own sale id.

        Raises Refused("replay.not_found", code) for a product or household that the shop lacks,
        and as the workflows do.
        """
        member = self._member(basket.household)
        draft = Draft(sale_id=basket.sale_id, cart=self._cart(basket, member))
        self._selling.save_draft(draft)
        payment = self._pay(draft, self._selling.price(draft.cart), basket)
        return self._paying.complete(payment, self._staff, self._shift, member).sale

    def _cart(self, basket: RecordedBasket, member: Member) -> Cart:
        cart = self._selling.join(Cart(), member)
        recorded: dict[int, RecordedLine] = {}
        for line in basket.lines:
            found = self._product(line.product)
            cart, key = carts.add(cart, found.product, line.thousandths, barcode=found.barcode)
            cart = carts.fix_amount(cart, key, line.list_amount)
            recorded[key] = line
        self._sources = recorded_sources(recorded)
        return cart

    def _pay(self, draft: Draft, priced: PricedCart, basket: RecordedBasket) -> payments.Payment:
        """The manufacturer's coupons first, the rest in cash, counted out."""
        payment = payments.start(draft.sale_id, priced, self._currency)
        coupons = sum(line.manufacturer_coupon for line in basket.lines)
        if coupons:
            tender_id = self._paying.new_tender_id()
            payment = payments.add_coupon(payment, tender_id, coupons, _COUPON_ISSUER)
        if payment.remaining:
            payment = self._paying.take_cash(payment, payment.remaining)
        return payment

    def _product(self, code: str) -> FoundProduct:
        match self._selling.find(code, Context.SELL):
            case FoundProduct() as found:
                return found
            case Ambiguous(product=found):
                return found
            case _:
                raise Refused("replay.not_found", code=code)

    def _member(self, household: str) -> Member:
        number = member_number(household)
        match self._selling.find(number, Context.MEMBER):
            case FoundMember(member=member):
                return member
            case _:
                raise Refused("replay.not_found", code=number)
