"""A code that the shop shows: one order at the acquirer, waited for, closed, never paid twice."""

from __future__ import annotations

import pytest

from posapp.central.gateway.simulated import SimulatedAcquirer
from posapp.central.tables.gateway import pay_attempt, pay_step
from posapp.domain.charges import (
    OFFER_VALID_MS,
    Declined,
    Offered,
    Paid,
    Stage,
    Unknown,
    merchant_number,
)
from posapp.wire.gateway import PayOffer, PayRef, PayReply
from tests.central.test_gateway import GOOD, Shop
from tests.central.tills import refusal


class Counter(Shop):
    """As `Shop`, and its acquirer makes codes."""

    def __init__(self, park) -> None:
        super().__init__(park)
        self.acquirer = SimulatedAcquirer(scans_after=0)
        acquirers = self.central.acquirers
        acquirers._named["sim"] = self.acquirer
        acquirers._channels["qr"] = "sim"

    def offer(self, amount=5_000, attempt_id="", currency="CNY"):
        message = PayOffer(
            attempt_id=attempt_id or self.till.ids.new(), amount=amount, currency=currency
        )
        return self.till.ask("/v1/pay/offer", message, PayReply)

    def scan(self, told):
        return self.acquirer.scan(merchant_number(told.attempt_id))


@pytest.fixture
def shop(park):
    made = Counter(park)
    yield made
    made.till.site.client.close()


def test_a_code_is_told_and_waited_for_until_it_is_scanned(shop):
    told = shop.offer()
    assert (told.state, told.left_ms) == (Stage.USERPAYING, OFFER_VALID_MS)
    assert told.content.endswith(merchant_number(told.attempt_id))
    assert shop.query(told.attempt_id).state is Stage.USERPAYING
    assert shop.scan(told)
    paid = shop.query(told.attempt_id)
    assert (paid.state, paid.reference) == (Stage.PAID, "S0000000001")
    assert shop.acquirer.money_taken() == 5_000


def test_the_same_id_again_is_the_same_code_with_less_time(shop):
    first = shop.offer()
    shop.clock.advance_ms(50_000)
    again = shop.offer(attempt_id=first.attempt_id)
    assert again.content == first.content
    assert again.left_ms == OFFER_VALID_MS - 50_000
    assert len(shop.acquirer.rows()) == 1


def test_the_same_id_after_it_was_paid_tells_the_payment_and_no_code(shop):
    first = shop.offer()
    shop.scan(first)
    again = shop.offer(attempt_id=first.attempt_id)
    assert (again.state, again.content) == (Stage.PAID, "")
    assert shop.acquirer.money_taken() == 5_000


def test_after_its_time_no_code_is_told(shop):
    first = shop.offer()
    shop.clock.advance_ms(OFFER_VALID_MS)
    assert shop.offer(attempt_id=first.attempt_id).content == ""


def test_the_same_id_for_another_amount_or_another_kind_is_refused(shop):
    first = shop.offer()
    assert refusal(shop.offer, 6_000, first.attempt_id).key == "gateway.attempt_differs"
    assert refusal(shop.charge, GOOD, 5_000, first.attempt_id).key == "gateway.attempt_differs"
    paid = shop.charge()
    assert refusal(shop.offer, 5_000, paid.attempt_id).key == "gateway.attempt_differs"
    assert shop.acquirer.money_taken() == 5_000


def test_nobody_charges_a_scanned_code_under_the_channel_of_the_shops_own(shop):
    assert refusal(shop.charge, GOOD, channel="qr").key == "wire.not_understood"
    assert shop.rows(pay_attempt) == []


def test_it_is_closed_at_once_and_can_then_be_paid_no_more(shop):
    told = shop.offer()
    assert shop.reverse(told.attempt_id).state is Stage.REVERSED
    assert not shop.scan(told)
    again = shop.offer(attempt_id=told.attempt_id)
    assert (again.state, again.content) == (Stage.REVERSED, "")
    assert shop.acquirer.money_taken() == 0


def test_one_that_was_paid_while_it_was_closed_is_given_back(shop):
    told = shop.offer()
    shop.scan(told)
    assert shop.reverse(told.attempt_id).state is Stage.REVERSED
    assert shop.acquirer.money_taken() == 0


def test_a_payment_heard_of_after_the_end_goes_back_or_becomes_a_case(shop):
    told = shop.offer()

    def paid_meanwhile(_number):
        shop.reverse(told.attempt_id)
        shop.acquirer.reverse = lambda _closed: Declined("gateway.declined")
        return Paid("S9", "139****")

    shop.acquirer.query = paid_meanwhile
    assert shop.query(told.attempt_id).state is Stage.REVERSED
    assert shop.kinds_of_cases() == ["pay.paid_after_end"]


def test_a_lost_answer_may_not_be_closed_for_fifteen_seconds_and_its_code_is_found(shop):
    precreate, shop.acquirer.precreate = shop.acquirer.precreate, lambda _order: Unknown()
    told = shop.offer()
    assert (told.state, told.content) == (Stage.UNKNOWN, "")
    assert refusal(shop.reverse, told.attempt_id).key == "pay.reverse_too_soon"
    shop.acquirer.precreate = precreate
    found = shop.offer(attempt_id=told.attempt_id)
    assert (found.state, found.content != "") == (Stage.USERPAYING, True)


def test_a_code_for_an_order_that_was_given_up_meanwhile_is_not_told(shop):
    attempt_id = shop.till.ids.new()

    def slow(order):
        shop.clock.advance_ms(15_000)
        shop.reverse(attempt_id)
        return Offered("https://pay.example/late", order.left_ms)

    shop.acquirer.precreate = slow
    told = shop.offer(attempt_id=attempt_id)
    assert (told.state, told.content) == (Stage.REVERSED, "")


def test_it_is_put_down_before_the_acquirer_hears_of_it(shop):
    seen = []

    def look(order):
        seen.extend((row.state, row.channel) for row in shop.rows(pay_attempt))
        return Offered("https://pay.example/q", order.left_ms)

    shop.acquirer.precreate = look
    shop.offer()
    assert seen == [("sent", "qr")]
    steps = [(row.act, row.state) for row in shop.rows(pay_step)]
    assert steps == [("offer", "sent"), ("offer", "userpaying")]


def test_an_id_that_was_asked_about_first_is_never_offered(shop):
    attempt_id = shop.till.ids.new()
    shop.query(attempt_id)
    told = shop.offer(attempt_id=attempt_id)
    assert (told.state, told.content) == (Stage.FAILED, "")
    assert shop.acquirer.rows() == ()


def test_another_till_gets_no_code_of_it(shop):
    told = shop.offer()
    other = shop.till.site.enrol(shop.park.seeded.tenant_id, code="A04")
    message = PayOffer(attempt_id=told.attempt_id, amount=5_000, currency="CNY")
    assert refusal(other.ask, "/v1/pay/offer", message, PayReply).key == "gateway.of_another_till"
    ref = PayRef(attempt_id=told.attempt_id)
    assert refusal(other.ask, "/v1/pay/reverse", ref, PayReply).key == "gateway.of_another_till"


def test_without_an_acquirer_that_makes_codes_nothing_is_written(shop):
    del shop.central.acquirers._channels["qr"]
    assert refusal(shop.offer).key == "gateway.not_set_up"
    assert shop.rows(pay_attempt) == []


@pytest.mark.parametrize("asked", [{"amount": 0}, {"currency": "USD"}, {"attempt_id": "7"}])
def test_what_is_not_a_payment_is_refused(shop, asked):
    assert refusal(shop.offer, **asked).key in ("wire.not_understood", "request.id_not_valid")
    assert shop.rows(pay_attempt) == []
