"""The acquirer over HTTP: what counts is what it signed for this call; all else is unknown."""

from __future__ import annotations

import pytest

from posapp.central.gateway.acquirer import OfferOrder, Order, RefundOrder
from posapp.central.gateway.signed_http import SignedHttpAcquirer
from posapp.domain.charges import Declined, Offered, Paid, Reversed, Unknown, Waiting
from tests.central.fake_acquirer import FakeAcquirer, private_pem, public_pem


@pytest.fixture
def far():
    made = FakeAcquirer()
    yield made
    made.close()


def asking(far, *, merchant="merchant", acquirer="acquirer", url=""):
    keys = private_pem(merchant), public_pem(acquirer)
    return SignedHttpAcquirer(url or far.url, "1900001", *keys, lambda: 1_795_000_000_000)


def order(number="n1", code="134512345678901200", amount=5_000):
    return Order(number=number, amount=amount, currency="CNY", channel="wechat", code=code)


def test_a_payment_from_the_scan_to_the_refund(far):
    acquirer = asking(far)
    paid = acquirer.pay(order())
    assert paid == Paid("S0000000001", "1345********1200")
    assert acquirer.query("n1") == paid
    back = RefundOrder(number="r1", original="n1", amount=2_000, whole=5_000, currency="CNY")
    assert isinstance(acquirer.refund(back), Paid)
    assert isinstance(acquirer.refund(back), Paid)
    assert far.book.money_taken() == 3_000


def test_a_code_of_the_shop_from_the_offer_to_the_scan(far):
    acquirer = asking(far)
    offer = OfferOrder(number="q1", amount=5_000, currency="CNY", left_ms=90_000)
    offered = acquirer.precreate(offer)
    assert offered == Offered("https://pay.example/q/q1", 90_000)
    assert acquirer.precreate(offer) == offered
    assert acquirer.query("q1") == Waiting()
    assert far.book.scan("q1")
    assert acquirer.query("q1") == Paid("S0000000001", "139****q1")
    assert acquirer.precreate(offer) == Paid("S0000000001", "139****q1")
    assert far.book.money_taken() == 5_000


@pytest.mark.parametrize("content", ["", "x" * 513, "two words", "行", 7])
def test_a_code_that_cannot_be_shown_is_none(far, content):
    far.act = lambda *_asked: {"result": "OFFERED", "code_url": content}
    offer = OfferOrder(number="q1", amount=5_000, currency="CNY", left_ms=90_000)
    assert asking(far).precreate(offer) == Unknown()


@pytest.mark.parametrize(
    ("ends", "outcome"),
    [
        ("01", Waiting()),
        ("03", Unknown()),
        ("06", Declined("gateway.code_expired")),
        ("07", Declined("gateway.balance")),
    ],
)
def test_what_an_acquirer_says_has_one_meaning_here(far, ends, outcome):
    assert asking(far).pay(order(code="1345123456789012" + ends)) == outcome


def test_an_order_that_it_does_not_know_is_unknown_and_can_be_closed(far):
    acquirer = asking(far)
    assert acquirer.query("nobody") == Unknown()
    assert acquirer.reverse("nobody") == Reversed()


@pytest.mark.parametrize("fault", ["drop", "unsigned", "other_nonce", "error", "html"])
def test_an_answer_that_does_not_count_is_unknown_though_it_was_paid(far, fault):
    far.fault = fault
    acquirer = asking(far)
    assert acquirer.pay(order()) == Unknown()
    assert acquirer.reverse("n1") == Unknown()
    far.fault = ""
    assert acquirer.reverse("n1") == Reversed()
    assert far.book.money_taken() == 0


def test_nobody_else_can_sign_for_the_acquirer_or_for_the_merchant(far):
    assert asking(far, acquirer="somebody").pay(order()) == Unknown()
    assert asking(far, merchant="somebody").pay(order(number="n2")) == Unknown()
    assert far.wrong_hands == 1


def test_where_nobody_listens_it_is_unknown(far):
    assert asking(far, url="http://127.0.0.1:9").pay(order()) == Unknown()


def test_neither_code_nor_key_is_shown_by_anything(far):
    assert "1345" not in repr(order())
    assert "PRIVATE" not in repr(asking(far).__dict__)
