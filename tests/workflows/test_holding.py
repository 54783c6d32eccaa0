"""Holds: asked under one id, made usable by the member's side, ended only by sale or release."""

import pytest

from posapp.domain.ids import TenderId
from posapp.domain.payment import Balances
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.offline.attempts import AttemptState
from posapp.wire.requests import Factor, HoldState
from posapp.workflows.pay_outcomes import (
    Authorised,
    Declined,
    SecondFactorNeeded,
    WrongCode,
)
from tests.workflows import replies
from tests.workflows.counter import CASHIER, WANG
from tests.workflows.orders import order

NO_ANSWER = OutcomeUnknown("central.no_answer")
UNREACHABLE = Unavailable("central.unreachable")


@pytest.fixture
def payment(till):
    return order(till, member=WANG)


@pytest.fixture
def tender(till) -> TenderId:
    return till.paying.new_tender_id()


def begun(till, payment, tender):
    """A hold that waits for her, and what was asked of central."""
    till.central.will("begin_hold", replies.pending)
    outcome = till.paying.begin_stored_value(payment, tender, 18_000)
    assert isinstance(outcome, SecondFactorNeeded)
    return outcome.hold, till.central.requests("begin_hold")[0]


def test_a_hold_waits_for_the_second_factor_and_shows_what_it_takes(till, payment, tender):
    hold, request = begun(till, payment, tender)
    assert (request.hold_id, request.sale_id) == (tender, payment.sale_id)
    assert (hold.amount, hold.principal, hold.bonus) == (18_000, 15_652, 2_348)
    assert hold.factors == (Factor.DYNAMIC_CODE, Factor.SMS)
    assert hold.before == Balances(principal=100_000, bonus=15_000, points=2_000)


def test_the_right_code_authorises_the_tender(till, payment, tender):
    hold, request = begun(till, payment, tender)
    till.central.will("confirm_hold", replies.confirmed(request))
    outcome = till.paying.confirm(hold, Factor.SMS, "123456")
    assert isinstance(outcome, Authorised)
    assert (outcome.tender.id, outcome.tender.amount) == (tender, 18_000)
    assert till.store.attempts.get(tender).state is AttemptState.AUTHORISED


def test_a_wrong_code_leaves_the_hold_waiting_with_the_tries_left(till, payment, tender):
    hold, request = begun(till, payment, tender)
    wrong = replies.confirmed(request, HoldState.PENDING, tries_left=4, reason="hold.wrong_code")
    till.central.will("confirm_hold", wrong)
    outcome = till.paying.confirm(hold, Factor.DYNAMIC_CODE, "00000000")
    assert isinstance(outcome, WrongCode)
    assert (outcome.tries_left, outcome.key, outcome.hold.tender_id) == (
        4,
        "hold.wrong_code",
        tender,
    )


def test_too_many_wrong_codes_decline_it_for_good(till, payment, tender):
    hold, request = begun(till, payment, tender)
    locked = replies.confirmed(
        request, HoldState.DECLINED, reason="hold.locked", locked_until_ms=99
    )
    till.central.will("confirm_hold", locked)
    outcome = till.paying.confirm(hold, Factor.DYNAMIC_CODE, "00000000")
    assert outcome == Declined("hold.locked", (("locked_until_ms", 99),))
    assert till.store.attempts.open() == ()


def test_central_may_decline_at_once(till, payment, tender):
    till.central.will("begin_hold", replies.declined)
    outcome = till.paying.begin_stored_value(payment, tender, 18_000)
    assert outcome == Declined("stored_value.short")


@pytest.mark.parametrize("state", [HoldState.RELEASED, HoldState.CAPTURED])
def test_a_hold_that_is_over_cannot_be_used(till, payment, tender, state):
    till.central.will("begin_hold", lambda request: replies.hold(request, state))
    outcome = till.paying.begin_stored_value(payment, tender, 18_000)
    assert outcome == Declined("hold.over")


def test_the_attempt_is_stored_before_anything_is_sent(till, payment, tender):
    def look(request):
        stored = till.store.attempts.get(request.hold_id)
        assert (stored.state, stored.amount) == (AttemptState.SENT, 18_000)
        return replies.usable(request)

    till.central.will("begin_hold", look)
    assert isinstance(till.paying.begin_stored_value(payment, tender, 18_000), Authorised)


def test_a_lost_answer_is_asked_for_again_with_the_same_id(till, payment, tender):
    till.central.will("begin_hold", NO_ANSWER, replies.usable)
    assert isinstance(till.paying.begin_stored_value(payment, tender, 18_000), Authorised)
    first, second = till.central.requests("begin_hold")
    assert first == second


@pytest.mark.parametrize("second", [NO_ANSWER, UNREACHABLE])
def test_without_any_answer_it_is_unknown_and_may_be_asked_again(till, payment, tender, second):
    till.central.will("begin_hold", NO_ANSWER, second, replies.usable)
    with pytest.raises(OutcomeUnknown):
        till.paying.begin_stored_value(payment, tender, 18_000)
    assert till.store.attempts.get(tender).state is AttemptState.UNKNOWN
    assert isinstance(till.paying.begin_stored_value(payment, tender, 18_000), Authorised)
    assert till.store.attempts.get(tender).state is AttemptState.AUTHORISED


@pytest.mark.parametrize("error", [UNREACHABLE, Refused("member.may_not_pay", status="frozen")])
def test_what_never_happened_leaves_nothing_open(till, payment, tender, error):
    till.central.will("begin_hold", error)
    with pytest.raises(type(error)):
        till.paying.begin_stored_value(payment, tender, 18_000)
    assert till.store.attempts.open() == ()


def test_without_a_network_it_is_refused_before_anything_is_stored(till, payment, tender):
    till.go_offline()
    with pytest.raises(Refused) as refusal:
        till.paying.begin_stored_value(payment, tender, 18_000)
    assert refusal.value.key == "pay.needs_connection"
    assert till.store.attempts.get(tender) is None


def test_a_guest_has_no_stored_value(till, tender):
    with pytest.raises(Refused) as refusal:
        till.paying.begin_stored_value(order(till), tender, 100)
    assert refusal.value.key == "pay.needs_member"


def test_more_than_due_is_refused_before_central_is_asked(till, payment, tender):
    with pytest.raises(Refused) as refusal:
        till.paying.begin_stored_value(payment, tender, 18_001)
    assert refusal.value.key == "pay.more_than_due"


def test_points_are_held_in_whole_steps_and_pay_their_value(till, payment, tender):
    till.central.will("begin_hold", replies.usable)
    outcome = till.paying.begin_points(payment, tender, 1_000)
    assert isinstance(outcome, Authorised)
    assert (outcome.tender.amount, outcome.tender.points) == (1_000, 1_000)
    with pytest.raises(Refused):
        till.paying.begin_points(payment, tender, 0)


def test_an_unknown_charge_blocks_holds_too(till, payment, tender):
    till.terminal.script = "stays_unknown"
    till.paying.charge(payment, tender, 100, "card")
    for ask in (till.paying.begin_stored_value, till.paying.begin_points):
        with pytest.raises(Refused) as refusal:
            ask(payment, till.paying.new_tender_id(), 100)
        assert refusal.value.key == "pay.unknown_open"


def test_a_lost_confirmation_is_sent_again_and_counts_once(till, payment, tender):
    hold, request = begun(till, payment, tender)
    till.central.will("confirm_hold", NO_ANSWER, replies.confirmed(request))
    assert isinstance(till.paying.confirm(hold, Factor.SMS, "123456"), Authorised)


def test_an_sms_names_the_hold_and_shows_only_the_masked_phone(till, payment, tender):
    hold, _ = begun(till, payment, tender)
    till.central.will("send_code", replies.sms_sent)
    sent = till.paying.send_sms(hold)
    request = till.central.requests("send_code")[0]
    assert (request.purpose, request.hold_id, request.phone) == ("hold", tender, "")
    assert sent.masked_phone == "138****5678"


class TestRelease:
    def test_giving_up_is_journalled_before_central_is_told(self, till, payment, tender):
        hold, _ = begun(till, payment, tender)

        def look(request):
            assert till.facts("HoldReleaseData")[0].data.hold_id == request.hold_id
            raise UNREACHABLE

        till.central.will("release_hold", look)
        till.paying.give_up(hold, CASHIER)
        assert till.store.attempts.get(tender).state is AttemptState.DROPPED

    def test_without_a_network_the_journal_alone_carries_it(self, till, payment, tender):
        hold, _ = begun(till, payment, tender)
        till.go_offline()
        till.paying.give_up(hold, CASHIER)
        assert len(till.facts("HoldReleaseData")) == 1
        assert till.central.requests("release_hold") == []
