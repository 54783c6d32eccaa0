"""The cart's table: correct after any change, and no larger a change than needed."""

from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from posapp.domain import cart as carts
from posapp.domain.cart import Cart, CartMember
from posapp.domain.ids import MemberId
from posapp.domain.pricing import MemberPrices, price
from posapp.ui.sell.cart_model import CartModel, Column, note_text, reduction_text
from tests.ui.counter import products

GOODS = products()
SOURCES = (MemberPrices("会员价"),)
MEMBER = CartMember(member_id=MemberId("m"), number="M1", tier="gold")


def cart_of(*places, member=False):
    cart = Cart()
    for place in places:
        cart, _key = carts.add(cart, GOODS[place])
    return carts.attach_member(cart, MEMBER) if member else cart


def priced(cart):
    return price(cart, SOURCES)


@pytest.fixture
def model(qapp):
    return CartModel()


@pytest.fixture
def heard(model):
    heard = SimpleNamespace(inserted=[], removed=[], changed=[], reset=0)
    model.rowsInserted.connect(lambda _p, first, last: heard.inserted.append((first, last)))
    model.rowsRemoved.connect(lambda _p, first, last: heard.removed.append((first, last)))
    model.dataChanged.connect(
        lambda first, last, _roles=(): heard.changed.append(
            (first.row(), last.row(), last.column())
        )
    )
    return heard


def texts(model, row):
    return [model.index(row, column).data() for column in Column]


def test_a_new_line_is_one_inserted_row_and_nothing_else(model, heard):
    first = cart_of(0, 1)
    model.show(priced(first))
    heard.inserted.clear()
    heard.changed.clear()
    model.show(priced(carts.add(first, GOODS[2])[0]))
    assert (heard.inserted, heard.removed, heard.changed) == ([(2, 2)], [], [])


def test_another_quantity_changes_one_row(model, heard):
    cart = cart_of(0, 1, 2)
    model.show(priced(cart))
    heard.changed.clear()
    model.show(priced(carts.set_quantity(cart, 2, 3000)))
    assert heard.changed == [(1, 1, Column.AMOUNT)]
    assert texts(model, 1) == ["2", "可口可乐 500ml", "3", "5.00", "15.00"]


def test_a_removed_line_stays_as_a_voided_row_and_the_numbers_below_move(model, heard):
    cart = cart_of(0, 1, 2)
    model.show(priced(cart))
    heard.changed.clear()
    model.show(priced(carts.remove(cart, 1)))
    assert heard.removed == []
    assert heard.changed == [(0, 0, Column.AMOUNT), (1, 2, Column.NUMBER)]
    assert [texts(model, row)[0] for row in range(3)] == ["", "1", "2"]
    assert [model.is_voided(row) for row in range(3)] == [True, False, False]
    assert "已删" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    model.show(priced(cart))
    assert not any(model.is_voided(row) for row in range(3))


def test_a_note_stands_under_its_line_and_is_spoken(model):
    model.show(priced(carts.set_note(cart_of(0, 1), "不要冰", 2)))
    assert note_text(model.line(0)) == ""
    assert note_text(model.line(1)) == "备注 不要冰"
    assert "不要冰" in model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_another_order_leaves_no_row_behind(model, heard):
    model.show(priced(carts.remove(cart_of(0, 1, 2), 1)))
    model.show(priced(cart_of(3)))
    assert [texts(model, row)[1] for row in range(model.rowCount())] == ["老冰棍 原味"]


def test_a_member_changes_only_the_lines_with_her_price(model, heard):
    cart = cart_of(0, 8, 2)
    model.show(priced(cart))
    heard.changed.clear()
    model.show(priced(carts.attach_member(cart, MEMBER)))
    assert heard.changed == [(1, 1, Column.AMOUNT)]
    line = model.line(1)
    assert [(cut.label, cut.amount) for cut in line.reductions] == [("会员价", 390)]


def test_amounts_stand_before_reductions_and_the_reason_below(model):
    cart = carts.set_quantity(cart_of(8, member=True), 1, 2000)
    model.show(priced(cart))
    assert texts(model, 0)[Column.AMOUNT] == "78.00"
    line = model.line(0)
    assert reduction_text(line, line.reductions[0]) == "会员价 −3.90/件"
    assert "−7.80" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_model_keeps_qt_rules(model, qtmodeltester):
    model.show(priced(cart_of(0, 1, 8, member=True)))
    qtmodeltester.check(model)
    model.show(priced(cart_of(1, 3)))
    qtmodeltester.check(model)


def test_it_speaks_and_titles(model):
    model.show(priced(cart_of(0)))
    titles = [model.headerData(c, Qt.Orientation.Horizontal) for c in Column]
    assert titles == ["#", "商品", "数量", "单价", "小计"]
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "矿泉水 550ml ×1 3.00"
    assert model.row_of(99) == -1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    states=st.lists(
        st.lists(st.integers(0, 14), max_size=8, unique=True).map(sorted), min_size=1, max_size=6
    )
)
def test_after_any_change_the_table_is_the_cart(model, states):
    """Carts whose lines come and go anywhere, keys kept by goods."""
    for places in states:
        lines = []
        for place in places:
            cart, _key = carts.add(Cart(next_key=place + 1), GOODS[place])
            lines += cart.lines
        model.show(priced(Cart(lines=tuple(lines), next_key=99)))
        names = [model.line(row).line.name for row in range(model.rowCount())]
        assert names == [GOODS[place].name for place in places]
