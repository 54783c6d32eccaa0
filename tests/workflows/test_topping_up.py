"""Top-ups: quoted by central, paid in cash, journalled with their receipt."""

from dataclasses import replace

import pytest

from posapp.errors import Refused
from posapp.wire.requests import TopUpQuote
from tests.workflows.counter import CASHIER, FROZEN, WANG


def quoted(till, amount: int = 10_000):
    till.central.will("quote_top_up", lambda request: _quote(till, request))
    return till.topping_up.quote(WANG, amount, CASHIER)


def _quote(till, request) -> TopUpQuote:
    return TopUpQuote(
        request_id="r",
        quote_id="q-1",
        quote_hash="hash",
        top_up_id=request.top_up_id,
        member_id=request.member_id,
        principal=request.amount,
        bonus=500,
        before_principal=100_000,
        before_bonus=15_000,
        expires_ms=till.clock.wall_ms() + 600_000,
    )


def refused(key: str, call, *args) -> None:
    with pytest.raises(Refused) as refusal:
        call(*args)
    assert refusal.value.key == key


def test_cash_in_gives_stored_value_and_change(till):
    shift = till.open_shift()
    quote = quoted(till)
    done = till.topping_up.take_cash(quote, 12_000, WANG, CASHIER, shift)
    assert (done.principal, done.bonus, done.change) == (10_000, 500, 2_000)
    assert (done.quote_id, done.quote_hash) == ("q-1", "hash")
    assert till.facts("TopUpData")[0].data == done
    job = till.store.prints.pending()[0]
    assert (job.kind, job.open_drawer, job.receipt_number) == ("topup", True, done.receipt_number)
    assert till.store.shifts.sums(shift.id).top_up_cash == 10_000


def test_the_same_quote_is_paid_once(till):
    shift = till.open_shift()
    quote = quoted(till)
    first = till.topping_up.take_cash(quote, 10_000, WANG, CASHIER, shift)
    assert till.topping_up.take_cash(quote, 10_000, WANG, CASHIER, shift) == first
    assert len(till.facts("TopUpData")) == 1


def test_a_quote_lives_ten_minutes(till):
    shift = till.open_shift()
    quote = quoted(till)
    till.clock.advance_ms(600_001)
    refused("topup.quote_expired", till.topping_up.take_cash, quote, 10_000, WANG, CASHIER, shift)


def test_too_little_cash_and_no_shift_are_refused(till):
    quote = quoted(till)
    refused("shift.not_open", till.topping_up.take_cash, quote, 10_000, WANG, CASHIER, None)
    shift = till.open_shift()
    refused("topup.tendered_short", till.topping_up.take_cash, quote, 9_999, WANG, CASHIER, shift)


@pytest.mark.parametrize("amount", [0, -1, 500_001])
def test_amounts_have_their_limits(till, amount):
    refused("topup.amount_out_of_range", till.topping_up.quote, WANG, amount, CASHIER)


def test_it_works_online_only_for_people_in_good_standing_by_people_who_may(till):
    refused("member.not_served", till.topping_up.quote, FROZEN, 100, CASHIER)
    nobody = replace(CASHIER, permissions=frozenset())
    refused("permission.needs_approval", till.topping_up.quote, WANG, 100, nobody)
    till.go_offline()
    refused("topup.needs_connection", till.topping_up.quote, WANG, 100, CASHIER)
