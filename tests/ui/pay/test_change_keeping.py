"""Change kept as stored value: offered where there is some, booked only with central's answer."""

from posapp.errors import OutcomeUnknown
from posapp.ui.pay.change_keeping import reason_against_keeping
from posapp.ui.pay.state import Keeping
from posapp.wire.requests import TopUpQuote
from tests.workflows.counter import WANG


def quote_of(desk):
    def quote(request):
        return TopUpQuote(
            request_id="r",
            quote_id="q-1",
            quote_hash="hash",
            top_up_id=request.top_up_id,
            member_id=request.member_id,
            principal=request.amount,
            bonus=0,
            before_principal=0,
            before_bonus=0,
            expires_ms=desk.till.clock.wall_ms() + 600_000,
        )

    return quote


def paid_with_change(desk, member=WANG):
    payment = desk.start(member)
    desk.press(payment.net + 980)


def keep(desk):
    desk.presenter.keeping.start()
    desk.settle()
    desk.settle()


def test_the_change_is_booked_as_her_stored_value(desk):
    paid_with_change(desk)
    desk.till.central.will("quote_top_up", quote_of(desk))
    keep(desk)
    assert desk.phase.keeping is Keeping.KEPT
    (asked,) = desk.till.central.requests("quote_top_up")
    assert (asked.amount, asked.kept_change) == (980, True)
    (fact,) = desk.till.facts("TopUpData")
    assert (fact.data.tender_kind, fact.data.principal) == ("change", 980)
    assert fact.data.sale_id == desk.sales[0].sale.id


def test_without_an_answer_nothing_is_booked_and_the_cashier_hands_it_over(desk, shown):
    paid_with_change(desk)
    desk.till.central.will("quote_top_up", OutcomeUnknown("central.no_answer"))
    keep(desk)
    assert [message.key for message in shown] == ["topup.change_not_kept"]
    assert desk.phase.keeping is Keeping.OFFERED
    assert desk.till.facts("TopUpData") == []


def test_without_a_member_or_central_the_change_is_cash(desk):
    paid_with_change(desk, None)
    assert reason_against_keeping(desk.state) == "有会员的订单才能转存"
    paid_with_change(desk)
    desk.till.go_offline()
    desk.presenter.surroundings_changed()
    assert reason_against_keeping(desk.state) == "离线，找零请付现金"
    keep(desk)
    assert desk.till.facts("TopUpData") == []


def test_the_next_customer_does_not_wait_for_it(desk):
    paid_with_change(desk)
    desk.till.central.will("quote_top_up", quote_of(desk))
    desk.presenter.keeping.start()
    desk.presenter.new_sale()
    desk.settle()
    desk.settle()
    assert len(desk.till.facts("TopUpData")) == 1
    assert not desk.presenter.is_open
