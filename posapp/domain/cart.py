"""The immutable cart: every change gives a new cart, so that undo is keeping the old one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from posapp.domain.catalog import Product, ProductKind
from posapp.domain.ids import CategoryId, MemberId, ProductId
from posapp.domain.money import (
    BASIS_POINTS,
    LARGEST_AMOUNT,
    QUANTITY_ONE,
    half_up,
    times_quantity,
)
from posapp.domain.signed_off import SignedOff
from posapp.errors import Refused

LARGEST_QUANTITY: Final = 9_999 * QUANTITY_ONE
MOST_LINES: Final = 500
MOST_EVER: Final = 2 * MOST_LINES
"""Lines that one order may see come, voided ones among them."""
LONGEST_NOTE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifier:
    """A choice on a line that may change its price (less ice, extra egg); price per unit, minor
    units.
    """

    code: str
    name: str
    unit_price: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ManualReduction:
    """A reduction that a person gave: an amount or basis points, its reason and who approved it.

    `most` is what was approved, minor units: a share of an order that grows stays below it.
    `approved` are the names that the receipt prints.
    """

    amount: int = 0
    basis_points: int = 0
    reason: str
    approval_id: str | None = None
    most: int | None = None
    approved: SignedOff | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CartRounding:
    """Rounding off (抹零) that a person asked for: down to whole `step`s, minor units."""

    step: int
    approval_id: str | None = None
    approved: SignedOff | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CartLine:
    """One line. `key` is stable within the cart; quantity in thousandths; unit_price is the list
    price. `fixed_amount` is the line's list amount where quantity and price do not make it.
    """

    key: int
    product_id: ProductId
    code: str
    kind: ProductKind
    name: str
    spec: str = ""
    unit: str
    category_id: CategoryId
    quantity: int
    unit_price: int
    member_price: int | None = None
    tax_rate: int
    barcode: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    modifiers: tuple[Modifier, ...] = ()
    parent: int | None = None
    manual: ManualReduction | None = None
    fixed_amount: int | None = None
    note: str = ""

    @property
    def is_deposit(self) -> bool:
        """Money that is owed and not sold (押金): no price source ever sees it."""
        return self.kind is ProductKind.DEPOSIT

    @property
    def is_bound(self) -> bool:
        """A deposit under the line that it secures: it comes, grows and goes with that line."""
        return self.parent is not None and self.kind is ProductKind.DEPOSIT

    @property
    def list_amount(self) -> int:
        if self.fixed_amount is not None:
            return self.fixed_amount
        per_unit = self.unit_price
        if self.modifiers:
            per_unit += sum(modifier.unit_price for modifier in self.modifiers)
        return times_quantity(per_unit, self.quantity)


@dataclass(frozen=True, slots=True, kw_only=True)
class CartMember:
    """The member whom this cart belongs to, as far as prices and the receipt need to know her."""

    member_id: MemberId
    number: str
    tier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cart:
    """Lines in the order they came, the member, the coupons laid on, a reduction on the whole
    order, and a note. `voided` are lines that were on the order and no longer are (删行).
    """

    lines: tuple[CartLine, ...] = ()
    next_key: int = 1
    member: CartMember | None = None
    coupons: tuple[str, ...] = ()
    manual: ManualReduction | None = None
    note: str = ""
    voided: tuple[CartLine, ...] = ()
    rounding: CartRounding | None = None

    def line(self, key: int) -> CartLine:
        """The line with this key. Raises Refused("cart.line_gone")."""
        for line in self.lines:
            if line.key == key:
                return line
        raise Refused("cart.line_gone")

    @property
    def is_empty(self) -> bool:
        return not self.lines

    @property
    def is_untouched(self) -> bool:
        """Nothing on it that anybody would miss; voided lines may still have to be counted."""
        return not (self.lines or self.member or self.coupons or self.manual or self.note)


def add(
    cart: Cart,
    product: Product,
    quantity: int = QUANTITY_ONE,
    *,
    barcode: str = "",
    attributes: tuple[tuple[str, str], ...] = (),
    modifiers: tuple[Modifier, ...] = (),
    parent: int | None = None,
) -> tuple[Cart, int]:
    """Add a product: a plain second one raises the quantity of its line. Its deposit comes as a
    row under it. Returns the cart and the line's key.

    Raises Refused: "cart.product_not_sold", "cart.sold_out", "cart.quantity_out_of_range",
    "cart.full".
    """
    _check_sellable(product)
    is_deposit = product.kind is ProductKind.DEPOSIT
    plain = not attributes and not modifiers and parent is None
    twin = _plain_twin(cart, product) if plain else None
    if twin is not None:
        return set_quantity(cart, twin.key, twin.quantity + quantity), twin.key
    line = CartLine(
        key=cart.next_key,
        product_id=product.id,
        code=product.code,
        kind=product.kind,
        name=product.name,
        spec=product.spec,
        unit=product.unit,
        category_id=product.category_id,
        quantity=_checked_quantity(quantity, product.price),
        unit_price=product.price,
        member_price=None if is_deposit else product.member_price,
        tax_rate=0 if is_deposit else product.tax_rate,
        barcode=barcode,
        attributes=attributes,
        modifiers=modifiers,
        parent=parent,
    )
    rows: tuple[CartLine, ...] = (line,)
    if product.deposit and not is_deposit:
        rows = (line, _deposit_row(line, product.deposit))
    check_room(cart, len(rows))
    return replace(cart, lines=(*cart.lines, *rows), next_key=line.key + len(rows)), line.key


def check_room(cart: Cart, rows: int = 1) -> None:
    """Raises Refused("cart.full") where so many more lines are too many."""
    lines = len(cart.lines) + rows
    if lines > MOST_LINES or lines + len(cart.voided) > MOST_EVER:
        raise Refused("cart.full", most=MOST_LINES)


def set_quantity(cart: Cart, key: int, quantity: int) -> Cart:
    """Raises Refused("cart.quantity_out_of_range") outside 0.001 to 9,999; use `remove` for
    none. The deposit under the line follows. Raises Refused("cart.deposit_follows") for that row.
    """
    line = _free(cart, key)
    checked = _checked_quantity(quantity, line.unit_price)
    changed = _with_line(cart, replace(line, quantity=checked, fixed_amount=None))
    for row in cart.lines:
        if row.is_bound and row.parent == key:
            pieces = _checked_quantity(_pieces(quantity), row.unit_price)
            changed = _with_line(changed, replace(row, quantity=pieces))
    return changed


def remove(cart: Cart, key: int) -> Cart:
    """Void a line, and the lines that hang on it. Its deposit goes without a trace: nothing was
    taken off an order that was not for sale. Raises Refused("cart.line_gone",
    "cart.deposit_follows").
    """
    _free(cart, key)
    gone = tuple(
        line for line in cart.lines if key in (line.key, line.parent) and not line.is_bound
    )
    kept = tuple(line for line in cart.lines if key not in (line.key, line.parent))
    return replace(cart, lines=kept, voided=_by_key((*cart.voided, *gone)))


def go_back(now: Cart, before: Cart) -> Cart:
    """Undo: the cart as it was before. A line that came since is voided, not forgotten: every line
    that ever was on an order is on it or voided.
    """
    live = {line.key for line in before.lines}
    gone = tuple(
        line for line in (*now.voided, *now.lines) if line.key not in live and not line.is_bound
    )
    return replace(before, voided=_by_key(gone), next_key=now.next_key)


def carry_voided(cart: Cart, voided: tuple[CartLine, ...]) -> Cart:
    """Another order takes the place of one on which only voided lines were left: they go along."""
    if not voided:
        return cart
    keyed = tuple(
        replace(line, key=key, parent=None) for key, line in enumerate(voided, cart.next_key)
    )
    return replace(cart, voided=(*cart.voided, *keyed), next_key=cart.next_key + len(voided))


def set_note(cart: Cart, text: str, key: int | None = None) -> Cart:
    """Write on a line, or with None on the whole order; an empty text takes the note off.

    Raises Refused("cart.note_too_long", "cart.line_gone").
    """
    note = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if len(note) > LONGEST_NOTE:
        raise Refused("cart.note_too_long", most=LONGEST_NOTE)
    if key is None:
        return replace(cart, note=note)
    return _with_line(cart, replace(cart.line(key), note=note))


def fix_amount(cart: Cart, key: int, amount: int) -> Cart:
    """Give a line the list amount that a price label or a recorded sale names, minor units.

    Its unit price becomes what that comes to, rounded; a new quantity goes by that price again.
    Raises Refused("cart.amount_out_of_range", "cart.line_gone", "cart.deposit_not_reduced").
    """
    if not 0 <= amount <= LARGEST_AMOUNT:
        raise Refused("cart.amount_out_of_range", most=LARGEST_AMOUNT)
    line = _priced_by_hand(cart, key)
    unit_price = half_up(amount * QUANTITY_ONE, line.quantity)
    fixed = replace(line, unit_price=unit_price, member_price=None, fixed_amount=amount)
    return _with_line(cart, fixed)


def reduce_line(cart: Cart, key: int, manual: ManualReduction | None) -> Cart:
    """Set or lift a manual reduction on one line. Raises Refused("cart.reduction_out_of_range",
    "cart.deposit_not_reduced").
    """
    line = _priced_by_hand(cart, key)
    _check_reduction(manual, line.list_amount)
    return _with_line(cart, replace(line, manual=manual))


def reduce_order(cart: Cart, manual: ManualReduction | None) -> Cart:
    """Set or lift a manual reduction on the whole order. Raises
    Refused("cart.reduction_out_of_range").
    """
    sold = (line.list_amount for line in cart.lines if not line.is_deposit)
    _check_reduction(manual, sum(sold))
    return replace(cart, manual=manual)


def attach_member(cart: Cart, member: CartMember) -> Cart:
    return replace(cart, member=member)


def detach_member(cart: Cart) -> Cart:
    """Her coupons go with her."""
    return replace(cart, member=None, coupons=())


def lay_coupon(cart: Cart, code: str) -> Cart:
    """Lay a coupon on the order once. Raises Refused("cart.coupon_already_laid")."""
    if code in cart.coupons:
        raise Refused("cart.coupon_already_laid")
    return replace(cart, coupons=(*cart.coupons, code))


def lift_coupon(cart: Cart, code: str) -> Cart:
    return replace(cart, coupons=tuple(laid for laid in cart.coupons if laid != code))


def _with_line(cart: Cart, changed: CartLine) -> Cart:
    return replace(
        cart, lines=tuple(changed if line.key == changed.key else line for line in cart.lines)
    )


def _free(cart: Cart, key: int) -> CartLine:
    line = cart.line(key)
    if line.is_bound:
        raise Refused("cart.deposit_follows")
    return line


def _priced_by_hand(cart: Cart, key: int) -> CartLine:
    line = cart.line(key)
    if line.is_deposit:
        raise Refused("cart.deposit_not_reduced")
    return line


def _deposit_row(line: CartLine, deposit: int) -> CartLine:
    return CartLine(
        key=line.key + 1,
        product_id=line.product_id,
        code=line.code,
        kind=ProductKind.DEPOSIT,
        name=line.name,
        spec=line.spec,
        unit=line.unit,
        category_id=line.category_id,
        quantity=_checked_quantity(_pieces(line.quantity), deposit),
        unit_price=deposit,
        tax_rate=0,
        parent=line.key,
    )


def _pieces(quantity: int) -> int:
    """Whole pieces: half of a thing is secured like all of it."""
    return -(-quantity // QUANTITY_ONE) * QUANTITY_ONE


def _by_key(lines: tuple[CartLine, ...]) -> tuple[CartLine, ...]:
    return tuple(sorted(lines, key=lambda line: line.key))


def _plain_twin(cart: Cart, product: Product) -> CartLine | None:
    for line in cart.lines:
        same = line.product_id == product.id and line.unit_price == product.price
        if same and _is_plain(line) and _deposit_of(cart, line) == product.deposit:
            return line
    return None


def _deposit_of(cart: Cart, line: CartLine) -> int:
    """What is taken beside each piece of the line, minor units."""
    rows = (row for row in cart.lines if row.is_bound and row.parent == line.key)
    return next((row.unit_price for row in rows), 0)


def _is_plain(line: CartLine) -> bool:
    if line.fixed_amount is not None or line.note:
        return False
    return not (line.attributes or line.modifiers or line.parent is not None or line.manual)


def _check_sellable(product: Product) -> None:
    if not product.active:
        raise Refused("cart.product_not_sold", name=product.name)
    if product.sold_out:
        raise Refused("cart.sold_out", name=product.name)


def _checked_quantity(quantity: int, unit_price: int) -> int:
    if (
        not 0 < quantity <= LARGEST_QUANTITY
        or times_quantity(unit_price, quantity) > LARGEST_AMOUNT
    ):
        raise Refused("cart.quantity_out_of_range", most=LARGEST_QUANTITY // QUANTITY_ONE)
    return quantity


def _check_reduction(manual: ManualReduction | None, limit: int) -> None:
    if manual is None:
        return
    if not (0 <= manual.amount <= limit and 0 <= manual.basis_points <= BASIS_POINTS):
        raise Refused("cart.reduction_out_of_range")
