"""F8: the member's coupons for this order, and the way to her points."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from posapp.errors import PosError, Refused
from posapp.lanes import STORE
from posapp.ui.i18n import tr
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Way
from posapp.ui.sell.state import Choices, PointsChoice
from posapp.ui.sounds import Sound

if TYPE_CHECKING:
    from posapp.domain.cart import Cart
    from posapp.domain.member import Member
    from posapp.ui.sell.presenter import SellPresenter
    from posapp.workflows.selling import CouponOffer, Selling


class Rewards(QObject):
    """Coupons are laid on the order here; points are a tender of the pay screen."""

    def __init__(self, sell: SellPresenter, selling: Selling) -> None:
        super().__init__(sell)
        self._sell = sell
        self._selling = selling

    def ask(self, *, then_pay: bool = False) -> None:
        """Offer her coupons; without any straight to the points. With central away only where this
        till was lent some of hers.
        """
        state = self._sell.state
        if not state.may_reward:
            self._sell.refuse(Refused("sell.needs_central"))
        elif state.member is None or self._sell.is_empty:
            self._sell.floor.navigation.go(Place.MEMBER, "")
        else:
            cart = state.order.cart
            ask = partial(self._selling.coupons, cart, state.member)
            self._sell.floor.background.run(
                STORE, ask, partial(self._offer, cart, state.member, then_pay)
            )

    def _offer(
        self, cart: Cart, member: Member, then_pay: bool, coupons: tuple[CouponOffer, ...]
    ) -> None:
        if self._sell.state.order.cart != cart:
            self.ask(then_pay=then_pay)
        elif coupons:
            usable = (i for i, each in enumerate(coupons) if each.saves and not each.laid)
            points = PointsChoice(points=member.points)
            choices = Choices(text=tr("积分/券"), rewards=(*coupons, points), then_pay=then_pay)
            if then_pay:
                self._sell.floor.navigation.go(Place.SELL)
            self._sell.show(choices=choices, chosen=next(usable, len(coupons)))
        else:
            self._pay_with_points(member)

    @Slot(str)
    def come_from_pay(self, code: str) -> None:
        """The order is being paid and nothing was taken yet: lay the coupon of this code, or offer
        hers, and go on paying what remains."""
        if code:
            self.lay(code, then_pay=True)
        else:
            self.ask(then_pay=True)

    def lay(self, code: str, *, then_pay: bool = False) -> None:
        """Her coupon's code was scanned: lay it; what is laid already stays."""
        member, cart = self._sell.state.member, self._sell.state.order.cart
        if member is not None:
            ask = partial(self._selling.coupons, cart, member)
            self._sell.floor.background.run(STORE, ask, partial(self._lay, code, then_pay))

    def _lay(self, code: str, then_pay: bool, coupons: tuple[CouponOffer, ...]) -> None:
        for coupon in coupons:
            if coupon.code == code:
                if coupon.laid:
                    self._sell.refuse(Refused("cart.coupon_already_laid"))
                else:
                    self.take(coupon, then_pay=then_pay)
                return
        self._sell.refuse(Refused("coupon.not_hers"))

    def take(self, chosen: CouponOffer | PointsChoice, *, then_pay: bool = False) -> None:
        """Lay the coupon, or take it off again; points are paid with."""
        member = self._sell.state.member
        if member is None:
            return
        if isinstance(chosen, PointsChoice):
            self._pay_with_points(member)
            return
        try:
            self._lay_or_lift(chosen, member, then_pay)
        except PosError as refusal:
            self._sell.refuse(refusal)

    def _lay_or_lift(self, coupon: CouponOffer, member: Member, then_pay: bool) -> None:
        order = self._sell.state.order
        if coupon.laid:
            cart = self._selling.lift_coupon(order.cart, coupon.code)
            text = tr("已取消 {coupon}", coupon=coupon.label)
        else:
            cart = self._selling.lay_coupon(order.cart, coupon.code, member)
            text = tr("已用 {coupon}", coupon=coupon.label)
        if not self._sell.change(order.changed(cart, order.selected)):
            return
        self._sell.floor.sounds.play(Sound.SCAN_OK)
        # While it is being paid undo would change the order behind the price in sight.
        self._sell.floor.messages.show(text, undo=None if then_pay else self._sell.undo)
        if then_pay:
            self._sell.pay()

    def _pay_with_points(self, member: Member) -> None:
        """Who has none stays here: on the pay screen the next Enter would take cash."""
        try:
            member.check_may_pay()
        except PosError as refusal:
            self._sell.refuse(refusal)
            return
        if member.points > 0:
            self._sell.pay(Way.POINTS)
        else:
            self._sell.floor.sounds.play(Sound.BLOCKED)
            self._sell.floor.messages.show(tr("没有可用的积分"))
