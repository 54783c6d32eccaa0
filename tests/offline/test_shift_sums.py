"""Whatever a shift did, its Z adds up: tenders to sales, every split of them to the same net."""

import itertools

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posapp.domain.shift import CashMoveKind, expected_cash
from tests.offline.tills import Till

AMOUNTS = st.integers(1, 50_000)
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("sell"), st.lists(AMOUNTS, min_size=1, max_size=4)),
        st.tuples(st.just("mixed"), st.just(0)),
        st.tuples(st.just("refund"), st.integers(0, 9)),
        st.tuples(st.just("top_up"), AMOUNTS),
        st.tuples(st.just("move"), st.tuples(st.sampled_from(CashMoveKind), AMOUNTS)),
    ),
    max_size=12,
)


class Day:
    """One shift at a real store."""

    def __init__(self, folder):
        self.till = Till(folder)
        self.shift = self.till.open_shift(10_000)
        self.sales, self.returned = [], set()

    def do(self, deed, value):
        till = self.till
        match deed:
            case "sell":
                self.sales.append(till.sell(*value))
            case "mixed":
                self.sales.append(till.store.sales.commit(till.mixed_sale()))
            case "refund" if self.sales:
                sale = self.sales[value % len(self.sales)]
                if sale.id not in self.returned:
                    self.returned.add(sale.id)
                    till.refund(sale, {1: 1_000})
            case "top_up":
                till.top_up(value)
            case "move" if value[0] is not CashMoveKind.FLOAT:
                till.move_cash(*value)
            case _:
                pass


numbers = itertools.count()


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(deeds=DEEDS)
def test_every_split_of_a_shift_adds_up_to_the_same_net(tmp_path, deeds):
    day = Day(tmp_path / str(next(numbers)))
    for deed, value in deeds:
        day.do(deed, value)
    shifts = day.till.store.shifts
    sums = shifts.sums(day.shift.id)
    assert sums.ties
    assert sums.tender_net == sums.net + sums.liability_net
    assert sum(each.net_sales - each.refund_net for each in sums.cashiers) == sums.net
    assert sum(each.net for each in sums.kinds) == sums.net
    assert sum(each.net for each in sums.quarters) == sums.net_sales
    assert sum(each.gross for each in sums.taxes) == sums.net
    assert sums.list_total - sum(cut for _, cut in sums.reductions) == sums.net_sales
    assert shifts.sums(day.shift.id) == sums
    z = day.till.close_shift(0)
    assert z.sums == sums
    assert z.expected_cash == expected_cash(10_000, sums)
    day.till.store.close()
