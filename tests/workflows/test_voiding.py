"""A voided order gives back everything it collected, and is remembered."""

import pytest

from posapp.devices.simulated_terminal import Script
from posapp.domain import payment as payments
from posapp.domain.permissions import Permission
from posapp.errors import Refused
from posapp.wire.requests import Factor
from posapp.workflows.draft import Draft
from tests.workflows import replies
from tests.workflows.counter import CASHIER, MANAGER, MANAGER_PIN, WANG
from tests.workflows.orders import order, pay_card, pay_value


def draft_of(till, payment) -> Draft:
    draft = Draft(sale_id=payment.sale_id, cart=payment.priced.cart)
    till.selling.save_draft(draft)
    return draft


def void(till, draft, staff=MANAGER, approval=None, amount=18_000):
    till.voiding.void(draft, amount, staff, None, reason="顾客不要了", approval=approval)


def test_every_tender_goes_back_and_the_void_is_journalled(till):
    payment = pay_card(till, order(till, member=WANG), 5_000)
    payment = pay_value(till, payment, 3_000)
    till.central.will("release_hold", None)
    void(till, draft_of(till, payment))
    assert till.terminal.money_taken() == 0
    assert till.store.attempts.open() == ()
    kinds = [type(fact.data).__name__ for fact in till.facts()]
    assert kinds == ["HoldReleaseData", "AuditData"]
    audit = till.facts("AuditData")[0].data
    assert (audit.action, audit.subject, audit.amount) == ("order.void", payment.sale_id, 18_000)
    assert till.selling.load_draft().cart.is_empty


def test_a_hold_that_still_waits_for_a_code_is_released_too(till):
    payment = order(till, member=WANG)
    till.central.will("begin_hold", replies.pending)
    till.paying.begin_stored_value(payment, till.paying.new_tender_id(), 100)
    till.go_offline()
    void(till, draft_of(till, payment))
    assert len(till.facts("HoldReleaseData")) == 1


def test_the_holds_and_charges_of_another_order_stay(till):
    other = pay_card(till, order(till), 5_000)
    other_hold = pay_value(till, order(till, member=WANG), 100)
    void(till, draft_of(till, order(till)))
    assert till.terminal.money_taken() == 5_000
    assert {each.sale_id for each in till.store.attempts.open()} == {
        other.sale_id,
        other_hold.sale_id,
    }


def test_voiding_needs_the_right_or_an_approval(till):
    draft = draft_of(till, order(till))
    with pytest.raises(Refused) as refusal:
        void(till, draft, CASHIER)
    assert refusal.value.key == "permission.needs_approval"
    approval = till.approving.approve(
        Permission.VOID_ORDER, 18_000, CASHIER, MANAGER.number, MANAGER_PIN, reason="x"
    )
    void(till, draft, CASHIER, approval)
    assert till.facts("AuditData")[0].data.approval_id == approval.id


def test_an_unknown_charge_has_to_be_cleared_first(till):
    payment = order(till)
    till.terminal.script = Script.UNKNOWN_THEN_PAID
    outcome = till.paying.charge(payment, till.paying.new_tender_id(), 100, "card")
    draft = draft_of(till, payment)
    with pytest.raises(Refused) as refusal:
        void(till, draft)
    assert refusal.value.key == "pay.unknown_open"
    paid = till.paying.query(outcome.leg)
    payments.add(payment, paid.tender)
    void(till, draft)
    assert till.terminal.money_taken() == 0


def test_voiding_again_after_a_refused_reversal_finishes_it(till, monkeypatch):
    from posapp.domain.charges import Declined

    payment = pay_card(till, order(till), 5_000)
    draft = draft_of(till, payment)
    with monkeypatch.context() as patch:
        patch.setattr(till.terminal, "reverse", lambda _id: Declined("terminal.closed"))
        with pytest.raises(Refused):
            void(till, draft)
    assert till.selling.load_draft() == draft
    void(till, draft)
    assert till.terminal.money_taken() == 0


def test_a_confirmed_hold_is_released_under_its_id(till):
    payment = order(till, member=WANG)
    till.central.will("begin_hold", replies.pending)
    tender = till.paying.new_tender_id()
    hold = till.paying.begin_stored_value(payment, tender, 100).hold
    request = till.central.requests("begin_hold")[0]
    till.central.will("confirm_hold", replies.confirmed(request))
    till.paying.confirm(hold, Factor.SMS, "123456")
    till.central.will("release_hold", None)
    void(till, draft_of(till, payment))
    assert till.central.requests("release_hold")[0].hold_id == tender
