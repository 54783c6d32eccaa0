"""From list price to net: member, promotion, coupon, manual, rounding, in this order, each
explained per line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING, Protocol

from posapp.domain.cart import Cart, CartLine, ManualReduction
from posapp.domain.manual_acts import rule_of
from posapp.domain.money import allocate, share, take, tax_included, times_quantity
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Stage(IntEnum):
    """The price order of docs/rules.md E0; a later stage works on what the earlier ones left."""

    MEMBER = 1
    PROMOTION = 2
    COUPON = 3
    MANUAL = 4
    ROUNDING = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduction:
    """What a price source takes off: from one line (`line_key`) or, with None, from the lines in
    `among`, shared out.

    `label` is what the receipt says; `rule` names the rule and its version for the journal.
    """

    stage: Stage
    amount: int
    label: str
    rule: str
    line_key: int | None = None
    among: tuple[int, ...] | None = None


class PriceSource(Protocol):
    """Where reductions of one stage come from. Pure: same cart and remains, same answer."""

    @property
    def stage(self) -> Stage: ...

    def reductions(self, cart: Cart, remains: Sequence[int]) -> tuple[Reduction, ...]:
        """`remains` holds, line by line, what the earlier stages left, in minor units."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReduction:
    """The share of a reduction that fell on one line; amount > 0 lowers the price."""

    stage: Stage
    amount: int
    label: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedLine:
    """A cart line with its list amount, what came off, what is left to pay and the tax in that."""

    line: CartLine
    list_amount: int
    reductions: tuple[LineReduction, ...]
    net: int
    tax: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxSum:
    """Per rate: what was paid including tax, and the tax in it."""

    rate_bp: int
    gross: int
    tax: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedCart:
    """A cart with every figure that the screen, the receipt and the journal show; they all read
    this one.
    """

    cart: Cart
    lines: tuple[PricedLine, ...]
    list_total: int
    net: int
    taxes: tuple[TaxSum, ...]

    @property
    def reduction_total(self) -> int:
        return self.list_total - self.net

    @property
    def quantity(self) -> int:
        """What is sold: a deposit is no piece."""
        return sum(each.line.quantity for each in self.lines if not each.line.is_deposit)

    @property
    def deposits(self) -> int:
        """The part of net that is owed and not sold."""
        return sum(each.net for each in self.lines if each.line.is_deposit)

    @property
    def owed(self) -> frozenset[int]:
        """The places of the deposits among the lines."""
        return frozenset(place for place, each in enumerate(self.lines) if each.line.is_deposit)

    def by_stage(self, stage: Stage) -> int:
        """What one stage took off the whole order."""
        return sum(
            cut.amount for priced in self.lines for cut in priced.reductions if cut.stage is stage
        )


def price(cart: Cart, sources: Iterable[PriceSource]) -> PricedCart:
    """Price a cart. A deposit keeps its amount and bears no tax: the sources never see it.

    Raises Refused("price.reduction_exceeds") when a source takes off more than there is.
    """
    sold = tuple(line for line in cart.lines if not line.is_deposit)
    if len(sold) < len(cart.lines):
        return _with_deposits(cart, price(replace(cart, lines=sold), sources))
    lists = [line.list_amount for line in cart.lines]
    remains = list(lists)
    cuts: list[list[LineReduction]] = [[] for _ in cart.lines]
    places = {line.key: place for place, line in enumerate(cart.lines)}
    for source in sorted(sources, key=_stage_of):
        for reduction in source.reductions(cart, tuple(remains)):
            for place, amount in _fall_on(reduction, places, remains):
                remains[place] -= amount
                cuts[place].append(_line_reduction(reduction, amount))
    taxes, line_taxes = _taxes(cart.lines, remains)
    lines = tuple(
        PricedLine(
            line=line,
            list_amount=lists[i],
            reductions=tuple(cuts[i]),
            net=remains[i],
            tax=line_taxes[i],
        )
        for i, line in enumerate(cart.lines)
    )
    return PricedCart(cart=cart, lines=lines, list_total=sum(lists), net=sum(remains), taxes=taxes)


def _with_deposits(cart: Cart, sold: PricedCart) -> PricedCart:
    """The deposits back in their places, each at what is taken for it."""
    priced = {each.line.key: each for each in sold.lines}
    lines = tuple(priced.get(line.key) or _owed(line) for line in cart.lines)
    deposits = sum(each.net for each in lines if each.line.is_deposit)
    return replace(
        sold,
        cart=cart,
        lines=lines,
        list_total=sold.list_total + deposits,
        net=sold.net + deposits,
    )


def _owed(line: CartLine) -> PricedLine:
    amount = line.list_amount
    return PricedLine(line=line, list_amount=amount, reductions=(), net=amount, tax=0)


def _stage_of(source: PriceSource) -> Stage:
    return source.stage


def _fall_on(
    reduction: Reduction, places: dict[int, int], remains: Sequence[int]
) -> list[tuple[int, int]]:
    """Which places bear how much of a reduction; places that bear nothing are left out."""
    if reduction.line_key is not None:
        place = places[reduction.line_key]
        _check_within(reduction, remains[place])
        return [(place, reduction.amount)] if reduction.amount else []
    if reduction.among is not None:
        bearers = [places[key] for key in reduction.among]
    else:
        bearers = list(range(len(remains)))
    left = [remains[place] for place in bearers]
    _check_within(reduction, sum(left))
    return [
        (place, amount)
        for place, amount in zip(bearers, take(reduction.amount, left), strict=True)
        if amount
    ]


def _check_within(reduction: Reduction, left: int) -> None:
    if not 0 <= reduction.amount <= left:
        raise Refused("price.reduction_exceeds", label=reduction.label)


def _line_reduction(reduction: Reduction, amount: int) -> LineReduction:
    return LineReduction(
        stage=reduction.stage, amount=amount, label=reduction.label, rule=reduction.rule
    )


def _taxes(
    lines: Sequence[CartLine], nets: Sequence[int]
) -> tuple[tuple[TaxSum, ...], tuple[int, ...]]:
    """Half up once per rate and receipt (docs/rules.md E7a), then shared over that rate's lines."""
    line_taxes = [0] * len(lines)
    places_of: dict[int, list[int]] = {}
    for place, line in enumerate(lines):
        places_of.setdefault(line.tax_rate, []).append(place)
    sums: list[TaxSum] = []
    for rate, places in sorted(places_of.items()):
        taxed = [nets[place] for place in places]
        gross = sum(taxed)
        tax = tax_included(gross, rate)
        for place, part in zip(places, allocate(tax, taxed), strict=True):
            line_taxes[place] = part
        sums.append(TaxSum(rate_bp=rate, gross=gross, tax=tax))
    return tuple(sums), tuple(line_taxes)


class MemberPrices:
    """The member price that a product carries, for carts with a member."""

    stage = Stage.MEMBER

    def __init__(self, label: str) -> None:
        self._label = label

    def reductions(
        self,
        cart: Cart,
        remains: Sequence[int],  # noqa: ARG002  # the port's shape; a member price is absolute
    ) -> tuple[Reduction, ...]:
        if cart.member is None:
            return ()
        cuts = [(line, _member_cut(line)) for line in cart.lines if line.member_price is not None]
        return tuple(
            Reduction(
                stage=self.stage,
                amount=cut,
                label=self._label,
                rule="member_price",
                line_key=line.key,
            )
            for line, cut in cuts
            if cut > 0
        )


def _member_cut(line: CartLine) -> int:
    if line.member_price is None:
        return 0
    return times_quantity(line.unit_price, line.quantity) - times_quantity(
        line.member_price, line.quantity
    )


class ManualReductions:
    """What a person took off: first on lines, then on the whole order; never below nothing."""

    stage = Stage.MANUAL

    def __init__(self, label: str) -> None:
        self._label = label

    def reductions(self, cart: Cart, remains: Sequence[int]) -> tuple[Reduction, ...]:
        found = [
            self._reduction(_manual_cut(line.manual, left), line.manual, line.key)
            for line, left in zip(cart.lines, remains, strict=True)
            if line.manual is not None
        ]
        if cart.manual is not None:
            left = sum(remains) - sum(cut.amount for cut in found)
            found.append(self._reduction(_manual_cut(cart.manual, left), cart.manual, None))
        return tuple(cut for cut in found if cut.amount)

    def _reduction(self, amount: int, manual: ManualReduction, line_key: int | None) -> Reduction:
        rule = rule_of(manual, whole=line_key is None)
        label = f"{self._label} {manual.reason}".strip()
        return Reduction(stage=self.stage, amount=amount, label=label, rule=rule, line_key=line_key)


def _manual_cut(manual: ManualReduction, left: int) -> int:
    cut = min(left, manual.amount + share(left, manual.basis_points))
    return cut if manual.most is None else min(cut, manual.most)
