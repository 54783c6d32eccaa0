"""What was sold of each product is a running figure: the same as reading every sale would say."""

import itertools

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart
from posapp.domain.catalog import Product, ProductKind
from posapp.domain.ids import CategoryId, ProductId, SaleId, TenderId
from posapp.domain.pricing import price
from posapp.domain.shift_figures import ProductSum
from posapp.wire.facts import SaleData, from_body
from tests.offline.tills import Till

LINES = st.lists(
    st.tuples(st.sampled_from("ABC"), st.sampled_from(("瓶", "罐")), st.integers(0, 9_000)),
    min_size=1,
    max_size=4,
)
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("sell"), LINES),
        st.tuples(st.just("owe"), LINES),
        st.tuples(st.just("refund"), st.integers(0, 9)),
        st.tuples(st.just("old_program"), st.none()),
    ),
    max_size=10,
)
numbers = itertools.count()


def sell(till, lines, kind=ProductKind.GOODS):
    """A sale in cash; a yuan is on it, so that there is something to pay."""
    basket = Cart()
    for code, name, amount in (*lines, ("D", "盒", 100)):
        made = Product(
            id=ProductId(f"p-{code}-{name}-{amount}"),
            code=code,
            name=name,
            category_id=CategoryId("c-1"),
            price=amount,
            kind=ProductKind.GOODS if code == "D" else kind,
        )
        basket, _ = carts.add(basket, made)
    priced = price(basket, [])
    payment = payments.start(SaleId(till.ids.new()), priced, "CNY")
    payment = payments.add_cash(payment, TenderId(till.ids.new()), priced.net)
    return till.store.sales.commit(till.commit_of(payment))


def read(till, shift):
    """The oracle: every sale of the shift, in the order in which it was made."""
    found = {}
    query = """
        SELECT outbox.body FROM sale JOIN outbox USING (incarnation, seq)
        WHERE shift_id = ? ORDER BY sale.rowid
    """
    for (body,) in till.store._database.rows(query, (shift.id,)):
        data = from_body(body).data
        assert isinstance(data, SaleData)
        for line in data.sale.lines:
            if not line.is_deposit:
                before = found.get(line.code, ProductSum(code="", name="", quantity=0, net=0))
                found[line.code] = ProductSum(
                    code=line.code,
                    name=line.name,
                    quantity=before.quantity + line.quantity,
                    net=before.net + line.net,
                )
    return sorted(found.values(), key=lambda each: each.code)


def forget(till):
    """As a till of an older program, which kept no such figures of what it sold."""
    with till.store._database.write() as tx:
        tx.run("DELETE FROM figure WHERE sort = 'product'")


def told(till, shift):
    return sorted(till.store.shifts.products(shift.id), key=lambda each: each.code)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(deeds=DEEDS)
def test_the_running_figure_says_what_every_sale_says(tmp_path, deeds):
    till = Till(tmp_path / str(next(numbers)))
    shift = till.open_shift(10_000)
    sales = []
    for deed, value in deeds:
        match deed:
            case "sell":
                sales.append(sell(till, value))
            case "owe":
                sell(till, value, ProductKind.DEPOSIT)
            case "refund" if sales:
                till.refund(sales.pop(value % len(sales)), {1: 1_000})
            case "old_program":
                forget(till)
            case _:
                pass
        assert told(till, shift) == read(till, shift)
    till.store.close()


def test_no_sale_is_read_for_it_but_in_a_shift_of_an_older_program(tmp_path):
    till = Till(tmp_path)
    shift = till.open_shift(10_000)
    sale = sell(till, [("A", "瓶", 500), ("A", "罐", 700), ("B", "盒", 0)])
    expected = read(till, shift)
    assert [each.name for each in expected] == ["罐", "盒", "盒"]
    read_whole = []
    till.store._database.tx()._connection.set_trace_callback(read_whole.append)
    assert told(till, shift) == expected
    assert read_whole
    assert not any("outbox" in each for each in read_whole)
    till.store._database.tx()._connection.set_trace_callback(None)
    forget(till)
    sell(till, [("A", "瓶", 500)])
    assert told(till, shift) == read(till, shift)
    assert sale.net == 1_300


def test_a_shift_knows_only_its_own_products_and_the_sums_know_none(tmp_path):
    till = Till(tmp_path)
    first = till.open_shift(10_000)
    sell(till, [("A", "瓶", 500)])
    before = till.store.shifts.sums(first.id)
    till.close_shift(10_600)
    second = till.open_shift(10_000)
    assert told(till, second) == []
    assert [each.code for each in told(till, first)] == ["A", "D"]
    forget(till)
    assert till.store.shifts.sums(first.id) == before
