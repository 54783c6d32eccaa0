"""Ringing up: goods, prices, reductions, and the order that survives a crash or waits aside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from posapp.domain import cart as carts
from posapp.domain.cart import Cart, CartMember, ManualReduction
from posapp.domain.ids import SaleId
from posapp.domain.manual_acts import act_of
from posapp.domain.manual_shares import shares_alone
from posapp.domain.member import Member, MemberStatus
from posapp.domain.points import PointRules
from posapp.domain.pricing import PricedCart, PriceSource, Stage, price
from posapp.domain.signed_off import signed_off
from posapp.errors import Refused
from posapp.offline.drafts import DraftStore, ParkedDraft
from posapp.workflows.draft import Draft, from_bytes, to_bytes
from posapp.workflows.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from posapp.domain.catalog import Category, Product
    from posapp.domain.codes import Context
    from posapp.domain.offers import Offer
    from posapp.domain.payment import Payment
    from posapp.domain.permissions import Approval, Staff
    from posapp.offline.cache_store import CacheStore
    from posapp.offline.search import Search
    from posapp.workflows.desk import Desk
    from posapp.workflows.found import Found
    from posapp.workflows.leasing import Leasing
    from posapp.workflows.rights import Rights


@dataclass(frozen=True, slots=True, kw_only=True)
class CouponOffer:
    """A coupon that a member has: what it takes off this order, minor units, 0 for nothing.

    `threshold` is what the order has to come to; `laid` tells that it is on the order already;
    `is_here` that it may be used with central away; `where` names the till that holds it instead.
    """

    code: str
    label: str
    saves: int
    threshold: int
    laid: bool
    is_here: bool = False
    where: str = ""


class Selling:
    """What the sell screen asks for. Lane: store, except where a method says otherwise."""

    def __init__(
        self,
        cache: CacheStore,
        search: Search,
        drafts: DraftStore,
        desk: Desk,
        sources: Callable[[], Sequence[PriceSource]],
        *,
        leasing: Leasing | None = None,
        rights: Rights | None = None,
        rules: Callable[[], PointRules] = PointRules,
    ) -> None:
        self._cache = cache
        self._search = search
        self._drafts = drafts
        self._desk = desk
        self._sources = sources
        self._leasing = leasing
        self._rights = rights
        self._rules = rules
        self._finding = Finding(cache, search, lambda: desk.settings.scale_codes)

    def find(self, text: str, context: Context, *, typed: bool = False) -> Found:
        """What a scan or a typed text names. See `Finding.find`."""
        return self._finding.find(text, context, typed=typed)

    def search(self, text: str) -> tuple[Product, ...]:
        """At most 20 products by code, name, pinyin or initials."""
        return self._search.products(text)

    def categories(self) -> tuple[Category, ...]:
        """The tabs, in their order."""
        return self._cache.categories()

    def tiles(self, category_id: str | None) -> tuple[Product, ...]:
        """The products of a tab; None gives the favourites."""
        if category_id is None:
            return self._cache.favourites()
        return self._cache.products_in(category_id)

    def as_it_is(self, product: Product) -> Product:
        """A product that is sold once more, as the feed has it now.

        Raises Refused("cart.product_not_sold", name)."""
        fresh = self._cache.product_by_code(product.code)
        if fresh is None or fresh.id != product.id:
            raise Refused("cart.product_not_sold", name=product.name)
        return fresh

    def member_price(self, product: Product, member: CartMember | None) -> int | None:
        """Any thread, pure: what one of it costs her before coupons and promotions, minor units;
        None where she pays what everybody pays.
        """
        if member is None or not product.active or product.sold_out:
            return None
        cart, _key = carts.add(Cart(member=member), product)
        cut = self.price(cart).by_stage(Stage.MEMBER)
        return product.price - cut if cut else None

    def rules(self) -> PointRules:
        """Any thread: how points are counted."""
        return self._rules()

    def price(self, cart: Cart) -> PricedCart:
        """Any thread, pure. Raises Refused("price.reduction_exceeds")."""
        return price(cart, self._sources())

    def join(self, cart: Cart, member: Member) -> Cart:
        """Any thread: the order is hers now; at a shop that lends, her value is asked for.

        Raises Refused("member.not_served", status)."""
        if member.status in (MemberStatus.BLACKLISTED, MemberStatus.CLOSED):
            raise Refused("member.not_served", status=member.status)
        if self._leasing is not None:
            coupons = self._rights is not None and self._rights.wants(member)
            self._leasing.want(member.id, coupons=coupons)
        joined = CartMember(member_id=member.id, number=member.number, tier=member.tier)
        return carts.attach_member(cart, joined)

    def coupons(self, cart: Cart, member: Member) -> tuple[CouponOffer, ...]:
        """Her coupons that this shop takes, by code, and what each would do for this order."""
        return tuple(
            self._coupon(cart, offer, member)
            for offer in self._cache.offers()
            if offer.coupon and offer.code in member.coupons
        )

    def _coupon(self, cart: Cart, offer: Offer, member: Member) -> CouponOffer:
        rights = self._rights
        laid = offer.code in cart.coupons
        without = carts.lift_coupon(cart, offer.code)
        saves = self.price(without).net - self.price(carts.lay_coupon(without, offer.code)).net
        return CouponOffer(
            code=offer.code,
            label=offer.label,
            saves=saves,
            threshold=offer.threshold,
            laid=laid,
            is_here=rights is not None and offer.code in rights.here(member.id),
            where="" if rights is None else rights.where(member.id, offer.code),
        )

    def lay_coupon(self, cart: Cart, code: str, member: Member) -> Cart:
        """Any thread, pure: lay her coupon on the order.

        Raises Refused("cart.coupon_already_laid", "coupon.not_hers", "coupon.takes_nothing"), and
        for one that is good once "coupon.needs_connection" while central is away and this till
        was not lent it, "coupon.lent_elsewhere" (where) while another till holds it.
        """
        if code not in member.coupons:
            raise Refused("coupon.not_hers")
        if self._rights is not None:
            self._rights.check_may_lay(code, member.id)
        elif not self._desk.is_online() and self._is_good_once(code):
            raise Refused("coupon.needs_connection")
        laid = carts.lay_coupon(cart, code)
        if self.price(laid).net == self.price(cart).net:
            raise Refused("coupon.takes_nothing")
        return laid

    def _is_good_once(self, code: str) -> bool:
        return any(each.once for each in self._cache.offers() if each.code == code)

    def lift_coupon(self, cart: Cart, code: str) -> Cart:
        """Any thread: take a coupon off the order again."""
        self._let_go()
        return carts.lift_coupon(cart, code)

    def begin_payment(self, payment: Payment) -> None:
        """Any thread, before any money is taken: what the order uses of lent coupons stays here.

        Raises Refused("coupon.needs_connection", "coupon.lent_elsewhere").
        """
        if self._rights is not None:
            self._rights.begin(payment)

    def _let_go(self) -> None:
        if self._rights is not None:
            self._rights.let_go()

    def reduce_line(
        self, cart: Cart, key: int, manual: ManualReduction, staff: Staff, approval: Approval | None
    ) -> Cart:
        """Any thread: take something off a line; an approval is used up by it.

        Raises Refused("permission.needs_approval", "approval.used",
        "cart.reduction_out_of_range").
        """
        reduced = carts.reduce_line(cart, key, manual)
        allowed = self._allowed(cart, reduced, manual, staff, approval)
        return carts.reduce_line(cart, key, allowed)

    def reduce_order(
        self, cart: Cart, manual: ManualReduction, staff: Staff, approval: Approval | None
    ) -> Cart:
        """Any thread. Raises as `reduce_line`."""
        reduced = carts.reduce_order(cart, manual)
        allowed = self._allowed(cart, reduced, manual, staff, approval)
        return carts.reduce_order(cart, allowed)

    def _allowed(
        self,
        cart: Cart,
        reduced: Cart,
        manual: ManualReduction,
        staff: Staff,
        approval: Approval | None,
    ) -> ManualReduction:
        after, act = self.price(reduced), act_of(manual)
        taken, size = self.price(cart).net - after.net, shares_alone(after)[act]
        by = self._desk.allowing.check(act, size, staff, approval, amount=taken)
        if by is None:
            return manual
        approved = signed_off(act, by, staff.name)
        return replace(manual, approval_id=by.id, most=by.amount, approved=approved)

    def new_draft(self) -> Draft:
        """Any thread: an empty order with the id that its sale will have."""
        self._let_go()
        return Draft(sale_id=SaleId(self._desk.new_id()), cart=Cart())

    def save_draft(self, draft: Draft) -> None:
        """Keep the order behind the screen; an empty one is forgotten."""
        if draft.cart.is_untouched and not draft.cart.voided:
            self._drafts.clear()
        else:
            self._drafts.save(draft.sale_id, to_bytes(draft))

    def load_draft(self) -> Draft:
        """The order that was on the screen, or a new one."""
        body = self._drafts.load()
        return self.new_draft() if body is None else from_bytes(body)

    def park(self, draft: Draft, label: str, staff: Staff) -> Draft:
        """Put the order aside (挂单) and begin a new one. Raises Refused("hold.empty_order")."""
        if draft.cart.is_empty:
            raise Refused("hold.empty_order")
        parked = ParkedDraft(
            id=self._desk.new_id(),
            sale_id=draft.sale_id,
            label=label,
            amount=self.price(draft.cart).net,
            staff_name=staff.name,
            at_ms=self._desk.now_ms(),
        )
        self._drafts.park(parked, to_bytes(draft))
        return self.new_draft()

    def parked(self) -> tuple[ParkedDraft, ...]:
        """Orders that wait, oldest first."""
        return self._drafts.parked()

    def recall(self, parked_id: str, current: Draft) -> Draft:
        """Take a parked order back (取单). Raises Refused("hold.order_in_work", "hold.gone")."""
        if not current.cart.is_empty:
            raise Refused("hold.order_in_work")
        return from_bytes(self._drafts.recall(parked_id))
