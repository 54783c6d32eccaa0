"""External payments: never charged twice, and known again after a restart."""

import pytest

from posapp.devices.simulated_terminal import Script
from posapp.domain import payment as payments
from posapp.domain.charges import Declined, Stage, Unknown, Waiting
from posapp.domain.codes import Context, Payment, classify
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.offline.attempts import AttemptState
from posapp.workflows.pay_outcomes import ChargeDeclined, ChargePaid, UnknownOutcome
from tests.workflows.counter import WANG, station, wired
from tests.workflows.orders import order, pay_value, sold

MINUTE_MS = 60_000


def charged(till, payment, amount=5_000, channel="card"):
    return till.paying.charge(payment, till.paying.new_tender_id(), amount, channel)


def restarted(till):
    """The same folder with a new process's objects: only what was stored is known."""
    return wired(till.folder, till.clock, till.store, till.cache, station(till.folder))


def test_a_paid_charge_is_a_tender_with_its_reference(till):
    outcome = charged(till, order(till))
    assert isinstance(outcome, ChargePaid)
    assert (outcome.tender.amount, outcome.tender.channel) == (5_000, "card")
    assert outcome.tender.reference
    assert "****" in outcome.tender.masked


def test_a_payment_code_is_handed_on_and_kept_nowhere(till):
    (meaning,) = classify("134567890123456789", Context.PAYMENT)
    assert isinstance(meaning, Payment)
    tender_id = till.paying.new_tender_id()
    outcome = till.paying.charge(order(till), tender_id, 5_000, "wechat", meaning.code)
    assert isinstance(outcome, ChargePaid)
    assert outcome.tender.masked == "1345********6789"
    assert "134567890123456789" not in repr(till.store.attempts.get(tender_id))


def test_a_declined_charge_leaves_nothing_open_and_another_may_follow(till):
    payment = order(till)
    till.terminal.script = Script.DECLINED
    assert charged(till, payment) == ChargeDeclined("terminal.declined")
    till.terminal.script = Script.PAID
    assert isinstance(charged(till, payment), ChargePaid)
    assert till.terminal.money_taken() == 5_000


def test_more_than_due_is_refused_before_the_terminal_is_asked(till):
    with pytest.raises(Refused) as refusal:
        charged(till, order(till), 20_001)
    assert refusal.value.key == "pay.more_than_due"
    assert till.terminal.ledger() == ()


def test_an_unplugged_terminal_took_nothing(till):
    till.terminal.script = Script.UNPLUGGED
    with pytest.raises(Unavailable):
        charged(till, order(till))
    assert till.paying.open_legs() == ()


def test_a_terminal_that_breaks_off_is_unknown(till, monkeypatch):
    monkeypatch.setattr(till.terminal, "charge", _breaks_off)
    assert isinstance(charged(till, order(till)), UnknownOutcome)
    assert len(till.paying.open_legs()) == 1


def _breaks_off(*_args):
    raise OutcomeUnknown("terminal.no_answer")


class TestUnknown:
    @pytest.fixture
    def unknown(self, till):
        till.terminal.script = Script.UNKNOWN_THEN_PAID
        self.payment = order(till)
        outcome = charged(till, self.payment)
        assert isinstance(outcome, UnknownOutcome)
        return outcome.leg

    def test_it_blocks_every_other_charge_and_the_sale(self, till, unknown):
        shift = till.open_shift()
        with pytest.raises(Refused) as refusal:
            charged(till, self.payment)
        assert refusal.value.key == "pay.unknown_open"
        assert refusal.value.params == {"amount": 5_000}
        with pytest.raises(Refused) as refusal:
            sold(till, self.payment, shift)
        assert refusal.value.key == "pay.unknown_open"

    def test_a_query_that_says_paid_gives_the_tender_once(self, till, unknown):
        outcome = till.paying.query(unknown)
        assert isinstance(outcome, ChargePaid)
        assert till.paying.query(unknown) == outcome
        payment = payments.add(self.payment, outcome.tender)
        assert payments.add(payment, outcome.tender) == payment
        assert till.terminal.money_taken() == 5_000

    def test_a_query_that_says_declined_frees_the_order(self, till, unknown, monkeypatch):
        monkeypatch.setattr(till.terminal, "query", lambda _id: _declined())
        assert till.paying.query(unknown) == ChargeDeclined("terminal.declined")
        assert till.paying.open_legs() == ()

    def test_a_query_without_an_answer_stays_unknown(self, till, unknown):
        till.terminal.script = Script.UNPLUGGED
        assert till.paying.query(unknown) == UnknownOutcome(unknown)

    def test_it_survives_a_restart_and_is_never_charged_twice(self, till, unknown):
        again = restarted(till)
        assert again.paying.open_legs() == (unknown,)
        outcome = again.paying.query(unknown)
        assert isinstance(outcome, ChargePaid)
        payment = payments.add(self.payment, outcome.tender)
        sold(again, payment, again.open_shift())
        assert again.paying.open_legs() == ()
        assert again.terminal.money_taken() == 5_000

    def test_a_paid_charge_without_a_sale_is_found_at_the_next_start(self, till, unknown):
        till.paying.query(unknown)
        again = restarted(till)
        (leg,) = again.paying.open_legs()
        assert (leg.id, leg.stage) == (unknown.id, Stage.PAID)
        again.paying.reverse(unknown)
        assert again.terminal.money_taken() == 0
        assert again.paying.open_legs() == ()

    def test_reversing_an_unknown_charge_ends_it(self, till, unknown):
        till.clock.advance_ms(15_000)
        till.paying.reverse(unknown)
        assert till.paying.open_legs() == ()
        till.terminal.script = Script.PAID
        assert isinstance(charged(till, self.payment), ChargePaid)

    def test_a_reversal_without_an_answer_is_unknown_itself(self, till, unknown, monkeypatch):
        till.clock.advance_ms(15_000)
        monkeypatch.setattr(till.terminal, "reverse", lambda _id: Unknown())
        with pytest.raises(OutcomeUnknown) as error:
            till.paying.reverse(unknown)
        assert error.value.key == "pay.reverse_unknown"
        assert till.store.attempts.get(unknown.id).state is AttemptState.REVERSING

    def test_it_is_not_reversed_within_fifteen_seconds_of_sending(self, till, unknown):
        till.clock.advance_ms(14_001)
        with pytest.raises(Refused) as refusal:
            till.paying.reverse(unknown)
        assert refusal.value.key == "pay.reverse_too_soon"
        assert refusal.value.params == {"seconds": 1}
        assert till.store.attempts.get(unknown.id).state is AttemptState.UNKNOWN

    def test_the_clock_of_holds_stands_still_until_it_is_clear(self, till):
        till.terminal.script = Script.UNKNOWN_THEN_PAID
        payment = pay_value(till, order(till, member=WANG), 10_000)
        till.clock.advance_ms(14 * MINUTE_MS)
        outcome = charged(till, payment)
        till.clock.advance_ms(60 * MINUTE_MS)
        assert till.paying.too_old(payment) == ()
        paid = till.paying.query(outcome.leg)
        till.clock.advance_ms(MINUTE_MS)
        assert till.paying.too_old(payment) == ()
        sold(till, payments.add(payment, paid.tender), till.open_shift())


def _declined():
    return Declined("terminal.declined")


def test_a_reversal_that_the_channel_refuses_keeps_the_tender(till, monkeypatch):
    payment = payments.add(order(till), charged(till, order(till)).tender)
    monkeypatch.setattr(till.terminal, "reverse", lambda _id: _declined())
    with pytest.raises(Refused) as refusal:
        till.paying.drop(payment, payment.tenders[0].id, None)
    assert refusal.value.key == "pay.reverse_declined"


def test_a_customer_who_types_her_password_is_waited_for(till):
    till.terminal.script = Script.CUSTOMER_CONFIRMS
    outcome = charged(till, order(till))
    assert outcome.outcome == Waiting()
    assert till.store.attempts.get(outcome.leg.id).state is AttemptState.USERPAYING
    till.terminal.script = Script.PAID
    assert isinstance(till.paying.query(outcome.leg), ChargePaid)
