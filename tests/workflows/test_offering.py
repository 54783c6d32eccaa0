"""A code that the shop shows: put down before it is asked for, one payment for one order."""

import pytest

from posapp.central.gateway.simulated import SimulatedAcquirer
from posapp.domain import payment as payments
from posapp.domain.charges import OFFER_VALID_MS, Stage, Unknown, Waiting
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.offline.attempts import AttemptState
from posapp.offline.gateway import CentralGateway
from posapp.workflows.gateway import Via
from posapp.workflows.pay_outcomes import ChargeDeclined, ChargePaid, UnknownOutcome
from tests.workflows.far_offers import beside
from tests.workflows.orders import order, sold
from tests.workflows.site import enrolled_till, running, seeded_folder

AMOUNT = 20_000


@pytest.fixture
def far(till):
    return beside(till)


@pytest.fixture
def payment(till):
    return order(till)


def offered(till, payment):
    told = till.paying.offer(payment, till.paying.new_tender_id(), AMOUNT)
    assert isinstance(told, UnknownOutcome)
    return told


def test_the_code_is_told_and_nothing_is_taken_yet(till, far, payment):
    told = offered(till, payment)
    assert told.outcome == Waiting()
    assert (told.offered.content, told.offered.left_ms) == (
        f"https://pay.example/q/{told.leg.id.replace('-', '')}",
        OFFER_VALID_MS,
    )
    assert far.acquirer.money_taken() == 0
    attempt = till.store.attempts.get(told.leg.id)
    assert (attempt.state, attempt.channel, attempt.via) == (
        AttemptState.USERPAYING,
        "qr",
        Via.CENTRAL,
    )


def test_it_is_put_down_before_it_is_asked_for(till, far, payment):
    tender_id = till.paying.new_tender_id()
    seen = []

    def look(*_asked):
        seen.append(till.store.attempts.get(tender_id).state)
        return Unknown()

    far.offer = look
    till.paying.offer(payment, tender_id, AMOUNT)
    assert seen == [AttemptState.SENT]


def test_once_it_is_scanned_it_is_a_tender_and_the_sale_can_be_made(till, far, payment):
    told = offered(till, payment)
    assert isinstance(till.paying.query(told.leg), UnknownOutcome)
    far.scan(told.leg.id)
    paid = till.paying.query(told.leg)
    assert isinstance(paid, ChargePaid)
    assert (paid.tender.channel, paid.tender.amount) == ("qr", AMOUNT)
    sale = sold(till, payments.add(payment, paid.tender), till.open_shift()).sale
    assert sale.tenders == (paid.tender,)
    assert till.paying.open_legs() == ()


def test_while_a_code_is_out_nothing_else_is_charged_for_the_order(till, far, payment):
    offered(till, payment)
    for again in (till.paying.offer, lambda *asked: till.paying.charge(*asked, "card")):
        with pytest.raises(Refused) as refusal:
            again(payment, till.paying.new_tender_id(), AMOUNT)
        assert refusal.value.key == "pay.unknown_open"
    assert till.terminal.money_taken() == 0
    assert len(far.acquirer.rows()) == 1


def test_it_is_closed_at_once_and_then_another_way_is_open(till, far, payment):
    told = offered(till, payment)
    till.paying.reverse(told.leg)
    assert not far.acquirer.scan(told.leg.id.replace("-", ""))
    charged = till.paying.charge(payment, till.paying.new_tender_id(), AMOUNT, "card")
    assert isinstance(charged, ChargePaid)
    assert far.acquirer.money_taken() == 0


def test_a_payment_that_met_the_closing_is_given_back(till, far, payment):
    told = offered(till, payment)
    far.scan(told.leg.id)
    till.paying.reverse(told.leg)
    assert far.acquirer.money_taken() == 0
    assert isinstance(till.paying.query(told.leg), ChargeDeclined)


def test_a_lost_answer_is_unknown_and_its_code_is_the_same_when_it_is_found(till, far, payment):
    answer = far.offer

    def lost(*asked):
        answer(*asked)
        raise OutcomeUnknown("central.no_answer")

    far.offer = lost
    told = till.paying.offer(payment, till.paying.new_tender_id(), AMOUNT)
    assert (told.outcome, told.offered, told.leg.stage) == (Unknown(), None, Stage.UNKNOWN)
    with pytest.raises(Refused) as refusal:
        till.paying.reverse(told.leg)
    assert refusal.value.key == "pay.reverse_too_soon"
    far.offer = answer
    found = till.paying.offer_again(told.leg)
    assert found.offered.content.endswith(told.leg.id.replace("-", ""))
    assert len(far.acquirer.rows()) == 1


def test_an_offer_that_could_not_leave_leaves_nothing_open(till, payment):
    with pytest.raises(Unavailable):
        till.paying.offer(payment, till.paying.new_tender_id(), AMOUNT)
    assert till.paying.open_legs() == ()


def test_more_than_is_due_is_never_offered(till, far, payment):
    with pytest.raises(Refused):
        till.paying.offer(payment, till.paying.new_tender_id(), AMOUNT + 1)
    assert far.acquirer.rows() == ()
    assert till.paying.open_legs() == ()


class TestWithCentral:
    """The same over real HTTP, central's book and its acquirer."""

    @pytest.fixture
    def online(self, tmp_path):
        seeded = seeded_folder(tmp_path / "seeded")
        with (
            running(tmp_path / "seeded", seeded, tmp_path / "central") as site,
            enrolled_till(site, tmp_path / "a03", "A03") as here,
        ):
            acquirer = SimulatedAcquirer(scans_after=0)
            site.central.acquirers._channels["qr"] = "sim"
            site.central.acquirers._named["sim"] = acquirer
            here.pull()
            till = here.counter
            till.charging._gateways._central = CentralGateway(till.central._link, 15_000)
            yield till, acquirer

    def test_offered_scanned_and_sold_once(self, online):
        till, acquirer = online
        payment = order(till)
        told = till.paying.offer(payment, till.paying.new_tender_id(), AMOUNT)
        again = till.paying.offer_again(told.leg)
        assert again.offered.content == told.offered.content
        acquirer.scan(told.leg.id.replace("-", ""))
        paid = till.paying.query(told.leg)
        assert isinstance(paid, ChargePaid)
        assert till.paying.query(told.leg) == paid
        assert till.paying.offer_again(told.leg) == paid
        assert acquirer.money_taken() == AMOUNT

    def test_cancelled_it_is_closed_there_too(self, online):
        till, acquirer = online
        told = till.paying.offer(order(till), till.paying.new_tender_id(), AMOUNT)
        till.paying.reverse(told.leg)
        assert not acquirer.scan(told.leg.id.replace("-", ""))
        assert till.paying.open_legs() == ()

    def test_what_died_before_it_was_sent_is_closed_when_it_is_asked_about(self, online):
        till, acquirer = online
        offer, till.charging._gateways._central.offer = (
            till.charging._gateways._central.offer,
            lambda *_asked: Unknown(),
        )
        told = till.paying.offer(order(till), till.paying.new_tender_id(), AMOUNT)
        assert isinstance(till.paying.query(told.leg), ChargeDeclined)
        till.charging._gateways._central.offer = offer
        assert isinstance(till.paying.offer_again(told.leg), ChargeDeclined)
        assert acquirer.rows() == ()
