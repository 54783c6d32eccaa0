"""Orders that several tests build on; E1 is the worked example of a mixed payment."""

from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart, CartMember
from posapp.domain.catalog import Product
from posapp.domain.ids import CategoryId, LotId, MemberId, ProductId, SaleId, TenderId
from posapp.domain.offers import Offer, OfferPrices
from posapp.domain.payment import Balances, Payment
from posapp.domain.points import PointRules
from posapp.domain.pricing import PricedCart, Stage, price
from posapp.domain.sale import PointSlice, Sale, ValueSlice

GOLD = CartMember(member_id=MemberId("m-1"), number="M0038127", tier="gold")
OFFERS = (
    Offer(
        code="gold",
        version=3,
        label="金卡 9 折",
        stage=Stage.MEMBER,
        basis_points=1_000,
        tier="gold",
    ),
    Offer(code="C20", version=1, label="减 20", stage=Stage.COUPON, amount=2_000, coupon=True),
)
RULES = PointRules()


def product(code: str = "A", amount: int = 20_000, **changes) -> Product:
    return Product(
        id=ProductId(f"p-{code}"),
        code=code,
        name=f"商品 {code}",
        category_id=CategoryId("c-1"),
        price=amount,
        **changes,
    )


def cart(*products: Product, member: CartMember | None = None) -> Cart:
    basket = Cart(member=member)
    for each in products:
        basket, _ = carts.add(basket, each)
    return basket


def sources(*offers: Offer):
    return [OfferPrices(stage, offers) for stage in Stage]


def e1_priced() -> PricedCart:
    basket = cart(product("A", 20_000), product("B", 10_000), member=GOLD)
    return price(carts.lay_coupon(basket, "C20"), sources(*OFFERS))


def e1_payment() -> Payment:
    """1,000 points, 200.00 of stored value out of a lot of 1000 + 150, and 40.00 in cash."""
    payment = payments.start(SaleId("s-1"), e1_priced(), "CNY")
    points = payments.point_tender(
        TenderId("t-points"), (PointSlice(lot_id=LotId("pl-1"), points=1_000),), RULES
    )
    value = payments.value_tender(
        TenderId("t-value"), (ValueSlice(lot_id=LotId("vl-1"), principal=17_391, bonus=2_609),)
    )
    before = Balances(principal=100_000, bonus=15_000, points=2_000)
    payment = payments.add(payment, points, before)
    payment = payments.add(payment, value, before)
    return payments.add_cash(payment, TenderId("t-cash"), 5_000)


def e1_sale() -> Sale:
    return payments.to_sale(e1_payment(), "A03-0001", RULES)
