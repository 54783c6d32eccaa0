"""The line x component matrix: rows sum to the lines, columns to the tenders."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart, Modifier
from posapp.domain.ids import LotId, SaleId, TenderId
from posapp.domain.money import allocate
from posapp.domain.pricing import price
from posapp.domain.sale import (
    Part,
    PointSlice,
    Tender,
    TenderKind,
    ValueSlice,
    allocate_tenders,
    check_tenders,
    sale_lines,
)
from posapp.errors import Refused
from tests.domain.orders import cart, e1_sale, product


def cash(amount: int, name: str = "c") -> Tender:
    return Tender(id=TenderId(name), kind=TenderKind.CASH, amount=amount, tendered=amount)


def rows(columns, lines: int) -> list[int]:
    money = [column for column in columns if column.part is not Part.POINTS]
    return [sum(column.amounts[i] for column in money) for i in range(lines)]


def test_e1_matrix_to_the_fen():
    sale = e1_sale()
    columns = {(column.part): column.amounts for column in sale.matrix}
    assert columns == {
        Part.POINTS_VALUE: (667, 333),
        Part.POINTS: (667, 333),
        Part.PRINCIPAL: (11_594, 5_797),
        Part.BONUS: (1_739, 870),
        Part.CASH: (2_667, 1_333),
    }
    assert rows(sale.matrix, 2) == [line.net for line in sale.lines] == [16_667, 8_333]


def test_e1_sale_adds_up_and_earns_on_paid_money_only():
    sale = e1_sale()
    assert (sale.list_total, sale.net) == (30_000, 25_000)
    assert sum(tender.amount for tender in sale.tenders) == 25_000
    assert (sale.earn_base, sale.points_earned) == (21_391, 213)
    assert (sale.earn_rule, sale.change) == ("points@1", 1_000)


def test_three_equal_lines_by_three_equal_tenders_come_out_even():
    columns = allocate_tenders([1_000] * 3, [cash(1_000, "a"), cash(1_000, "b"), cash(1_000, "c")])
    assert rows(columns, 3) == [1_000] * 3
    assert [column.total for column in columns] == [1_000] * 3


def test_tenders_must_sum_to_net():
    with pytest.raises(Refused) as refusal:
        check_tenders(1_000, [cash(999)])
    assert refusal.value.key == "pay.not_settled"
    assert refusal.value.params == {"net": 1_000, "paid_amount": 999}


@pytest.mark.parametrize(
    "tender",
    [
        Tender(id=TenderId("x"), kind=TenderKind.CASH, amount=10, tendered=9),
        Tender(id=TenderId("x"), kind=TenderKind.CASH, amount=10, tendered=9, change=-1),
        Tender(id=TenderId("x"), kind=TenderKind.CASH, amount=-10, tendered=-10),
        Tender(id=TenderId("x"), kind=TenderKind.STORED_VALUE, amount=10),
        Tender(id=TenderId("x"), kind=TenderKind.POINTS, amount=10, points=1_000),
        Tender(id=TenderId("x"), kind=TenderKind.POINTS, amount=10),
        Tender(id=TenderId("x"), kind=TenderKind.EXTERNAL, amount=10, change=1),
        Tender(id=TenderId("x"), kind=TenderKind.THIRD_PARTY_COUPON, amount=10, change=1),
        Tender(id=TenderId("x"), kind=TenderKind.ON_ACCOUNT, amount=10, channel="C1"),
        Tender(id=TenderId("x"), kind=TenderKind.RECORDED, amount=10, reference="8888"),
    ],
)
def test_a_tender_that_contradicts_itself_is_refused(tender):
    with pytest.raises(Refused) as refusal:
        check_tenders(10, [tender])
    assert refusal.value.key == "pay.tender_inconsistent"


def test_an_order_that_costs_nothing_needs_no_tender():
    assert allocate_tenders([0, 0], []) == ()


def test_lines_keep_what_a_report_needs_and_name_their_parent_by_number():
    basket, parent = carts.add(Cart(), product("SET", 1_000))
    egg = Modifier(code="egg", name="加蛋", unit_price=200)
    basket, _ = carts.add(basket, product("PART", 300), parent=parent, modifiers=(egg,))
    lines = sale_lines(price(basket, []))
    assert [(line.number, line.parent, line.net) for line in lines] == [
        (1, None, 1_000),
        (2, 1, 500),
    ]
    assert lines[1].modifiers == (("egg", "加蛋", 200),)


@st.composite
def paid_orders(draw):
    """Line nets, and tenders of every kind that sum to them."""
    nets = draw(st.lists(st.integers(0, 50_000), min_size=1, max_size=6))
    due, tenders = sum(nets), []
    kinds = draw(st.lists(st.sampled_from(list(TenderKind)), max_size=5))
    for number, kind in enumerate([*kinds, TenderKind.CASH]):
        last = number == len(kinds)
        amount = due if last else draw(st.integers(0, due))
        if amount == 0:
            continue
        due -= amount
        tenders.append(_tender(draw, TenderId(f"t{number}"), kind, amount))
    return nets, tenders


def _tender(draw, tender_id, kind, amount):
    plain = Tender(id=tender_id, kind=kind, amount=amount)
    if kind is TenderKind.CASH:
        change = draw(st.integers(0, 1_000))
        return replace(plain, tendered=amount + change, change=change)
    if kind is TenderKind.STORED_VALUE:
        lots = allocate(amount, draw(st.lists(st.integers(1, 9), min_size=1, max_size=3)))
        slices = []
        for number, lot in enumerate(lots):
            bonus = draw(st.integers(0, lot))
            slices.append(
                ValueSlice(lot_id=LotId(f"v{number}"), principal=lot - bonus, bonus=bonus)
            )
        return replace(plain, value_slices=tuple(slices))
    if kind is TenderKind.POINTS:
        points = draw(st.integers(1, 10**6))
        parts = allocate(points, draw(st.lists(st.integers(1, 9), min_size=1, max_size=3)))
        pieces = tuple(PointSlice(lot_id=LotId(f"p{i}"), points=p) for i, p in enumerate(parts))
        return replace(plain, points=points, point_slices=pieces)
    if kind in (TenderKind.ON_ACCOUNT, TenderKind.RECORDED):
        return replace(plain, channel="C1", reference="8888")
    return plain


@given(paid_orders())
def test_rows_and_columns_hold_for_any_order(order):
    nets, tenders = order
    columns = allocate_tenders(nets, tenders)
    assert rows(columns, len(nets)) == nets
    for tender in tenders:
        own = [column for column in columns if column.tender_id == tender.id]
        money = sum(column.total for column in own if column.part is not Part.POINTS)
        points = sum(column.total for column in own if column.part is Part.POINTS)
        assert (money, points) == (tender.amount, tender.points)
        for piece in tender.value_slices:
            of_lot = {c.part: c.total for c in own if c.lot_id == piece.lot_id}
            assert of_lot == {Part.PRINCIPAL: piece.principal, Part.BONUS: piece.bonus}
        for piece in tender.point_slices:
            assert sum(c.total for c in own if c.lot_id == piece.lot_id) == piece.points
    assert all(amount >= 0 for column in columns for amount in column.amounts)


def test_a_sale_remembers_notes_and_what_was_voided_before_it_was_paid() -> None:
    basket = cart(product("A", 500), product("B", 700))
    basket = carts.set_note(carts.remove(carts.set_note(basket, "gift", 1), 2), "gate 3")
    payment = payments.start(SaleId("s-1"), price(basket, ()), "CNY")
    paid = payments.add_cash(payment, TenderId("t-1"), 500)
    sale = payments.to_sale(paid, "A03-1", None)
    assert (sale.lines[0].note, sale.note) == ("gift", "gate 3")
    assert [(v.code, v.quantity, v.amount) for v in sale.voided] == [("B", 1000, 700)]
    assert sale.net == 500
