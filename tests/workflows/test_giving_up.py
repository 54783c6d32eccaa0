"""A charge that is given up: undone until that is answered, and a person is asked where it is not."""

import pytest

from posapp.devices.simulated_terminal import Script
from posapp.domain.charges import Declined, Paid, Stage, Unknown
from posapp.domain.permissions import Permission
from posapp.domain.sale import TenderKind
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.offline.attempts import AttemptState
from posapp.workflows.gateway import Gateways, Via
from posapp.workflows.pay_outcomes import UnknownOutcome
from posapp.workflows.setting_aside import SettingAside
from tests.workflows.counter import CASHIER, MANAGER, MANAGER_PIN, station, wired
from tests.workflows.orders import order, pay_card


def answers(outcome):
    return lambda *_asked: outcome


@pytest.fixture
def reversing(till):
    """Given up after thirty seconds; nobody said what became of that."""
    till.terminal.script = Script.STAYS_UNKNOWN
    leg = till.paying.charge(order(till), till.paying.new_tender_id(), 5_000, "card").leg
    till.clock.advance_ms(30_000)
    undo, till.terminal.reverse = till.terminal.reverse, answers(Unknown())
    with pytest.raises(OutcomeUnknown):
        till.paying.reverse(leg)
    till.terminal.reverse = undo
    return leg


def state_of(till, leg):
    return till.store.attempts.get(leg.id).state


def test_it_blocks_after_a_restart_and_is_given_up_still(till, reversing):
    again = wired(till.folder, till.clock, till.store, till.cache, station(till.folder))
    (leg,) = again.paying.open_legs()
    assert leg.stage is Stage.REVERSING
    with pytest.raises(Refused) as refusal:
        again.paying.check_none_unknown()
    assert refusal.value.key == "pay.unknown_open"


def test_it_is_repeated_until_it_is_answered(till, reversing):
    till.paying.reverse(reversing)
    assert till.paying.open_legs() == ()
    assert till.terminal.money_taken() == 0


def test_paid_meanwhile_does_not_make_it_a_tender_again(till, reversing):
    till.terminal.query = answers(Paid("T1", "****"))
    assert isinstance(till.paying.query(reversing), UnknownOutcome)
    assert state_of(till, reversing) is AttemptState.REVERSING


def test_refused_and_known_paid_it_is_a_tender_after_all(till, reversing):
    till.terminal.reverse = answers(Declined("terminal.closed"))
    till.terminal.query = answers(Paid("T1", "****"))
    with pytest.raises(Refused):
        till.paying.reverse(reversing)
    assert state_of(till, reversing) is AttemptState.AUTHORISED


def test_refused_and_not_known_a_person_has_to_look_and_it_blocks(till, reversing):
    till.terminal.reverse = answers(Declined("terminal.closed"))
    with pytest.raises(Refused):
        till.paying.reverse(reversing)
    assert state_of(till, reversing) is AttemptState.MANUAL
    with pytest.raises(Refused):
        till.paying.check_none_unknown()


def test_a_paid_charge_whose_undoing_was_never_sent_stays_paid(till):
    payment = pay_card(till, order(till), 5_000)
    leg = till.paying.open_legs()[0]
    till.terminal.script = Script.UNPLUGGED
    with pytest.raises(Unavailable):
        till.paying.reverse(leg)
    assert state_of(till, leg) is AttemptState.AUTHORISED
    assert payment.tenders[0].kind is TenderKind.EXTERNAL


class Central:
    """The far side of payment codes; knows what went over it."""

    def __init__(self):
        self.refunded = []

    def refund(self, refund_id, original_id, amount):
        if original_id != "over central":
            return Declined("gateway.not_found")
        self.refunded.append(amount)
        return Paid("C1", "****")


@pytest.mark.parametrize(("via", "asked"), [(Via.CENTRAL, [100]), (Via.TERMINAL, [])])
def test_money_goes_back_where_it_came_from(till, via, asked):
    central = Central()
    gateways = Gateways(till.station, central, lambda: via)
    told = gateways.refund("r1", "over central", 100, card=False)
    assert isinstance(told, Paid if asked else Declined)
    assert central.refunded == asked


def test_what_did_not_go_over_central_is_given_back_by_the_terminal(till):
    pay_card(till, order(till), 5_000)
    (leg,) = till.paying.open_legs()
    gateways = Gateways(till.station, Central(), lambda: Via.CENTRAL)
    assert isinstance(gateways.refund("r1", leg.id, 5_000, card=False), Paid)
    assert till.terminal.money_taken() == 0


class TestPutAside:
    @pytest.fixture
    def aside(self, till):
        return SettingAside(till.store.attempts, till.store.outbox, till.desk, till.holding.clock)

    def test_it_blocks_no_more_and_who_did_it_is_journalled(self, till, reversing, aside):
        aside.put_aside(reversing, MANAGER, None)
        till.paying.check_none_unknown()
        assert till.paying.open_legs() == ()
        fact = till.facts("AuditData")[-1]
        assert (fact.data.action, fact.data.subject) == ("pay.set_aside", reversing.id)
        assert (fact.data.amount, fact.head.actor.name) == (5_000, MANAGER.name)
        aside.put_aside(reversing, MANAGER, None)
        assert till.audits().count("pay.set_aside") == 1

    def test_a_cashier_needs_a_managers_yes(self, till, reversing, aside):
        with pytest.raises(Refused) as refusal:
            aside.put_aside(reversing, CASHIER, None)
        assert refusal.value.key == "permission.needs_approval"
        approval = till.approving.approve(
            Permission.WORK_CASES, 5_000, CASHIER, "9001", MANAGER_PIN, reason="撤销没有成功"
        )
        aside.put_aside(reversing, CASHIER, None, approval)
        assert till.facts("AuditData")[-1].data.approval_id == approval.id

    def test_what_is_still_asked_about_stays(self, till, aside):
        till.terminal.script = Script.STAYS_UNKNOWN
        leg = till.paying.charge(order(till), till.paying.new_tender_id(), 5_000, "card").leg
        with pytest.raises(Refused) as refusal:
            aside.put_aside(leg, MANAGER, None)
        assert refusal.value.key == "pay.not_given_up"
        assert state_of(till, leg) is AttemptState.UNKNOWN
