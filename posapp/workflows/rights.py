"""Coupons that are good once, at this till: lent to it, lent to another one, or central's to say.

A right that this till holds is used with the sale, whether central answers or not. Without one such
a coupon needs central, and a right that another till holds is used by nobody else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.ids import LeaseId, TenderId
from posapp.domain.leases import right_to, rights
from posapp.domain.offers import codes_laid
from posapp.domain.payment import Balances
from posapp.errors import Refused
from posapp.wire.requests import HoldLedger
from posapp.workflows.lease_shelf import Begun

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from posapp.domain.cart import CartMember
    from posapp.domain.ids import SaleId
    from posapp.domain.member import Member
    from posapp.domain.offers import Offer
    from posapp.domain.payment import Payment
    from posapp.domain.pricing import PricedCart
    from posapp.offline.leases import KeptLease
    from posapp.wire.requests import CouponLent
    from posapp.workflows.desk import Desk
    from posapp.workflows.lease_shelf import LeaseShelf

MOST_HEARD: Final = 200

_CLAIM: Final = TenderId("coupons")
"""One order is paid at a time: the rights that it uses stand on the shelf under this name."""


class Rights:
    """Any lane, and quick: what was heard of other tills is kept in memory."""

    def __init__(
        self, shelf: LeaseShelf, desk: Desk, offers: Callable[[], Sequence[Offer]]
    ) -> None:
        self._shelf = shelf
        self._desk = desk
        self._offers = offers
        self._elsewhere: dict[str, dict[str, str]] = {}

    def wants(self, member: Member) -> bool:
        """Whether she has a coupon that can be lent."""
        return bool(member.coupons) and not self._once().isdisjoint(member.coupons)

    def here(self, member_id: str) -> frozenset[str]:
        """From memory: her coupons that may be used here with nobody to ask."""
        lent = (each for each in self._shelf.lent if each.member_id == member_id)
        return frozenset(code for each in lent for code in each.coupons)

    def where(self, member_id: str, code: str) -> str:
        """Shop and till that hold a coupon of hers, as central said at her last look-up; or empty.

        What this till holds by now is nowhere else.
        """
        held = "" if code in self.here(member_id) else self._elsewhere.get(member_id, {}).get(code)
        return held or ""

    def heard(self, found: Sequence[Member], lent: Sequence[CouponLent]) -> None:
        """What a look-up says of those who were found replaces what was known of them."""
        if len(self._elsewhere) > MOST_HEARD:
            self._elsewhere.clear()
        for member in found:
            self._elsewhere.pop(member.id, None)
        for each in lent:
            place = f"{each.shop_name} {each.terminal_code}"
            self._elsewhere.setdefault(each.member_id, {})[each.code] = place

    def check_may_lay(self, code: str, member_id: str) -> None:
        """Raises Refused("coupon.lent_elsewhere", where) and "coupon.needs_connection"."""
        if code in self._once() and code not in self.here(member_id):
            self._check_is_centrals(code, member_id)

    def _check_is_centrals(self, code: str, member_id: str) -> None:
        where = self._elsewhere.get(member_id, {}).get(code)
        if where:
            raise Refused("coupon.lent_elsewhere", where=where)
        if not self._desk.is_online():
            raise Refused("coupon.needs_connection")

    def uses_any(self, priced: PricedCart) -> bool:
        """Whether an order takes something off by a coupon that is good once."""
        return bool(self._used(priced))

    def begin(self, payment: Payment) -> None:
        """Before money is taken: the rights that this order uses stay here until it is over.

        Raises as `check_may_lay`. Asked again for the same order it changes nothing.
        """
        member = payment.priced.cart.member
        codes = self._used(payment.priced)
        with self._shelf.lock:
            begun = self._shelf.begun(_CLAIM)
            is_same = begun is not None and begun.sale_id == payment.sale_id
            if begun is not None and is_same and codes.issubset(rights(begun.slices)):
                return
            self.let_go()
            if member is not None and codes:
                self._claim(payment.sale_id, member, codes)

    def let_go(self) -> None:
        """The order in work changes, or waits, or is over: its rights may go back."""
        if self._shelf.begun(_CLAIM) is not None:
            self._shelf.end(_CLAIM)

    def _claim(self, sale_id: SaleId, member: CartMember, codes: Collection[str]) -> None:
        kept = self._kept(member.member_id)
        held = set() if kept is None else set(rights(kept.lease.slices))
        for code in codes:
            if code not in held:
                self._check_is_centrals(code, member.member_id)
        begun = Begun(
            lease_id=LeaseId("") if kept is None else kept.lease.id,
            sale_id=sale_id,
            member_number=member.number,
            slices=tuple(right_to(code) for code in sorted(codes)),
            before=Balances(),
        )
        self._shelf.begin(_CLAIM, begun)

    def _kept(self, member_id: str) -> KeptLease | None:
        usable = self._shelf.usable(member_id, HoldLedger.COUPON) if self._shelf.is_sure() else []
        return next(iter(usable), None)

    def _used(self, priced: PricedCart) -> frozenset[str]:
        laid = codes_laid(priced.lines)
        return laid & self._once() if laid else laid

    def _once(self) -> frozenset[str]:
        return frozenset(each.code for each in self._offers() if each.coupon and each.once)
