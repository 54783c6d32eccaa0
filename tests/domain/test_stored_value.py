"""Stored value leaves the oldest top-up first, principal and bonus in their ratio."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.ids import LotId
from posapp.domain.stored_value import ValueLot, plan_spend
from posapp.errors import Refused


def lot(name: str, principal: int, bonus: int, opened_ms: int = 0) -> ValueLot:
    return ValueLot(lot_id=LotId(name), principal=principal, bonus=bonus, opened_ms=opened_ms)


def slices(lots, amount):
    return [(piece.lot_id, piece.principal, piece.bonus) for piece in plan_spend(lots, amount)]


def test_e1_takes_173_91_and_26_09_of_a_lot_of_1000_and_150():
    assert slices([lot("a", 100_000, 15_000)], 20_000) == [("a", 17_391, 2_609)]


def test_the_oldest_top_up_is_used_up_first():
    lots = [lot("new", 1_000, 0, 2), lot("empty", 0, 0, 0), lot("old", 500, 100, 1)]
    assert slices(lots, 1_000) == [("old", 500, 100), ("new", 400, 0)]


@pytest.mark.parametrize("amount", [0, -1, 1_151])
def test_more_than_there_is_or_nothing_is_refused(amount):
    with pytest.raises(Refused) as refusal:
        plan_spend([lot("a", 1_000, 150)], amount)
    assert refusal.value.params == {"available": 1_150, "wanted": amount}


@given(
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=6),
    st.data(),
)
def test_spending_in_any_steps_never_overdraws_a_lot_and_uses_all(amounts, data):
    lots = [lot(f"l{i}", p, b, i) for i, (p, b) in enumerate(amounts)]
    for last in (False, False, True):
        have = sum(each.principal + each.bonus for each in lots)
        if have == 0:
            break
        amount = have if last else data.draw(st.integers(1, have))
        pieces = {piece.lot_id: piece for piece in plan_spend(lots, amount)}
        assert sum(p.principal + p.bonus for p in pieces.values()) == amount
        lots = [
            lot(
                each.lot_id,
                each.principal - (pieces[each.lot_id].principal if each.lot_id in pieces else 0),
                each.bonus - (pieces[each.lot_id].bonus if each.lot_id in pieces else 0),
                each.opened_ms,
            )
            for each in lots
        ]
        assert all(each.principal >= 0 and each.bonus >= 0 for each in lots)
    assert not any(each.principal or each.bonus for each in lots)
