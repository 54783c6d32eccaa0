"""Collecting tenders until the sale is durable; with real stores, a simulated bank, no widget."""

from dataclasses import replace

from posapp.domain.leases import Lease
from posapp.domain.member import MemberStatus
from posapp.domain.own_codes import member_code
from posapp.domain.rounding import RoundingRule, RoundTo
from posapp.domain.sale import TenderKind, ValueSlice
from posapp.errors import OutcomeUnknown
from posapp.offline.leases import KeptLease
from posapp.ui.navigation import Place
from posapp.ui.pay.rounding import reason_against_rounding, rounding_text
from posapp.ui.pay.state import (
    Collecting,
    Confirming,
    CounterRules,
    Done,
    PayRequest,
    Way,
    points_most,
    value_left,
)
from posapp.ui.pay.ways import reason_against, way_rows
from posapp.ui.surface import Scan
from posapp.wire.requests import Factor, HoldLedger, HoldState
from posapp.workflows.lease_shelf import Lent
from tests.workflows import replies
from tests.workflows.counter import PANDA, WANG
from tests.workflows.orders import order


def keys(shown):
    return [message.key for message in shown]


def test_cash_with_change_makes_a_durable_sale(desk):
    desk.start()
    desk.press(30_000)
    assert isinstance(desk.phase, Done)
    assert (desk.phase.committed.sale.net, desk.phase.committed.sale.change) == (20_000, 10_000)
    assert len(desk.till.facts("SaleData")) == 1
    assert [sale.sale.net for sale in desk.sales] == [20_000]


def test_enter_without_typing_pays_exactly(desk):
    desk.start()
    desk.press()
    assert desk.sales[0].sale.change == 0


def test_a_quick_key_pays_in_cash_whatever_was_chosen(desk):
    desk.start()
    desk.presenter.choose(Way.CARD)
    desk.presenter.quick_cash(50_000)
    desk.settle()
    assert desk.sales[0].sale.change == 30_000


def test_a_part_in_cash_leaves_the_rest_suggested_for_the_next_way(desk):
    desk.start()
    desk.press(5_000)
    desk.presenter.choose(Way.CARD)
    assert (desk.state.payment.remaining, desk.state.amount) == (15_000, 15_000)


def test_a_card_may_not_take_more_than_is_due(desk, shown):
    desk.start()
    desk.presenter.choose(Way.CARD)
    desk.press(20_001)
    assert keys(shown) == ["pay.more_than_due"]
    assert desk.till.terminal.ledger() == ()


def test_stored_value_waits_for_the_member_and_the_rest_is_cash(desk):
    desk.start_for_wang()
    desk.till.central.will("begin_hold", replies.pending)
    desk.presenter.choose(Way.VALUE)
    desk.press(5_000)
    assert isinstance(desk.phase, Confirming)
    assert (desk.phase.hold.principal, desk.phase.hold.bonus) == (4_348, 652)
    begin = desk.till.central.requests("begin_hold")[0]
    desk.till.central.will("confirm_hold", replies.confirmed(begin))
    desk.presenter.take_scan(Scan(text=member_code(WANG.number, "12345678")))
    desk.settle()
    assert isinstance(desk.phase, Collecting)
    confirm = desk.till.central.requests("confirm_hold")[0]
    assert (confirm.factor, confirm.code) == (Factor.DYNAMIC_CODE, "12345678")
    desk.presenter.choose(Way.CASH)
    desk.press()
    assert [t.kind for t in desk.sales[0].sale.tenders] == [
        TenderKind.STORED_VALUE,
        TenderKind.CASH,
    ]


def test_a_wrong_sms_code_says_how_many_tries_are_left(desk):
    desk.start_for_wang()
    desk.till.central.will("begin_hold", replies.pending)
    desk.presenter.choose(Way.VALUE)
    desk.press()
    desk.till.central.will("send_code", replies.sms_sent)
    desk.press()
    begin = desk.till.central.requests("begin_hold")[0]
    wrong = replies.confirmed(begin, HoldState.PENDING, tries_left=4, reason="hold.wrong_code")
    desk.till.central.will("confirm_hold", wrong)
    desk.presenter.holds.confirm(Factor.SMS, "000000")
    desk.settle()
    assert isinstance(desk.phase, Confirming)
    assert desk.phase.hold.tries_left == 4
    assert desk.phase.refusal is not None
    assert desk.phase.sent is not None


def test_after_the_last_wrong_code_the_member_pays_otherwise(desk, shown):
    desk.start_for_wang()
    desk.till.central.will("begin_hold", replies.pending)
    desk.presenter.choose(Way.VALUE)
    desk.press()
    begin = desk.till.central.requests("begin_hold")[0]
    locked = replies.confirmed(
        begin, HoldState.DECLINED, reason="hold.locked", locked_until_ms=1_795_219_200_000
    )
    desk.till.central.will("confirm_hold", locked)
    desk.presenter.holds.confirm(Factor.SMS, "000000")
    desk.settle()
    assert isinstance(desk.phase, Collecting)
    assert keys(shown) == ["hold.locked"]
    assert desk.state.payment.tenders == ()


def test_esc_while_the_member_confirms_releases_the_hold(desk):
    desk.start_for_wang()
    desk.till.central.will("begin_hold", replies.pending)
    desk.presenter.choose(Way.VALUE)
    desk.press()
    desk.till.central.will("release_hold", None)
    desk.presenter.back()
    desk.settle()
    assert isinstance(desk.phase, Collecting)
    assert len(desk.till.facts("HoldReleaseData")) == 1


def test_a_hold_without_an_answer_is_released_before_another_may_begin(desk, shown):
    desk.start_for_wang()
    unanswered = OutcomeUnknown("central.no_answer")
    desk.till.central.will("begin_hold", unanswered, unanswered)
    desk.till.central.will("release_hold", None)
    desk.presenter.choose(Way.VALUE)
    desk.press()
    assert isinstance(desk.phase, Collecting)
    assert len(desk.till.facts("HoldReleaseData")) == 1
    assert keys(shown) == ["central.no_answer"]


def test_points_pay_the_most_they_can_with_two_keys(desk):
    desk.start_for_wang()
    desk.till.central.will("begin_hold", replies.usable)
    desk.presenter.ways.number(5)
    desk.press()
    tender = desk.state.payment.tenders[0]
    assert (tender.kind, tender.points, tender.amount) == (TenderKind.POINTS, 2_000, 2_000)


def test_a_member_code_shown_while_collecting_begins_and_confirms_at_once(desk):
    desk.start_for_wang()
    desk.till.central.will("begin_hold", replies.pending)
    desk.till.central.will(
        "confirm_hold",
        lambda r: replies.hold(desk.till.central.requests("begin_hold")[0], HoldState.USABLE),
    )
    desk.presenter.take_scan(Scan(text=member_code(WANG.number, "12345678")))
    desk.settle()
    assert desk.sales[0].sale.tenders[0].kind is TenderKind.STORED_VALUE


def test_the_code_of_another_member_is_refused(desk, shown):
    desk.start_for_wang()
    desk.presenter.take_scan(Scan(text=member_code("M0000009", "12345678")))
    assert keys(shown) == ["pay.other_member"]


def test_a_product_code_while_paying_is_an_error_and_never_an_amount(desk, shown):
    desk.start()
    assert desk.presenter.take_scan(Scan(text="6901234567892"))
    assert keys(shown) == ["code.not_a_payment_code"]
    assert (desk.state.typed, desk.state.payment.tenders) == (None, ())


def test_offline_value_and_points_are_shut_and_say_why(desk):
    desk.till.go_offline()
    desk.start_for_wang()
    shut = {row.way: row.reason for row in way_rows(desk.state)}
    assert shut[Way.VALUE] == shut[Way.POINTS] == "离线，储值与积分支付暂停"
    assert shut[Way.CASH] == ""


def test_without_a_member_value_asks_for_one_first(desk):
    desk.start()
    assert reason_against(Way.VALUE, desk.state) == "先识别会员"


def test_a_member_who_may_not_pay_is_told_so(desk):
    desk.start(replace(WANG, status=MemberStatus.FROZEN))
    assert reason_against(Way.VALUE, desk.state) == "会员已冻结，不能用储值和积分"


def test_choosing_a_shut_way_tells_the_reason_and_changes_nothing(desk, shown):
    desk.start()
    desk.presenter.ways.number(3)
    assert desk.state.way is Way.CASH
    assert [message.text for message in shown] == ["先识别会员"]


def test_arrows_skip_ways_that_are_shut(desk):
    desk.start()
    desk.presenter.ways.next(1)
    desk.presenter.ways.next(1)
    assert desk.state.way is Way.CARD


def test_esc_with_collected_tenders_asks_what_to_do_with_them(desk, qtbot):
    desk.start()
    desk.press(5_000)
    with qtbot.waitSignal(desk.presenter.leave_asked) as asked:
        desk.presenter.back()
    assert asked.args == [5_000]


def test_kept_tenders_are_found_again_for_the_same_order(desk):
    payment = desk.start()
    desk.press(5_000)
    desk.presenter.leave_keeping()
    desk.presenter.enter(PayRequest(payment=payment))
    assert desk.state.payment.collected == 5_000


def test_dropping_everything_releases_reverses_and_hands_back(desk, shown):
    desk.start_for_wang()
    desk.press(1_000)
    desk.till.central.will("begin_hold", replies.usable)
    desk.presenter.choose(Way.VALUE)
    desk.press(2_000)
    desk.presenter.choose(Way.CARD)
    desk.press(3_000)
    desk.till.central.will("release_hold", None)
    desk.presenter.leave_dropping()
    desk.settle()
    desk.settle()
    assert not desk.presenter.is_open
    assert desk.till.terminal.money_taken() == 0
    assert len(desk.till.facts("HoldReleaseData")) == 1
    assert "pay.hand_back" in keys(shown)


def test_an_order_changed_after_something_was_collected_keeps_its_price(desk, shown):
    payment = desk.start()
    desk.press(5_000)
    desk.presenter.leave_keeping()
    other = order(desk.till)
    changed = PayRequest(
        payment=type(payment)(sale_id=payment.sale_id, currency="CNY", priced=other.priced)
    )
    desk.presenter.enter(changed)
    assert keys(shown) == []
    assert desk.state.payment.net == payment.net


def test_the_next_scan_after_the_sale_goes_to_a_new_order(desk):
    desk.start()
    desk.press(30_000)
    scan = Scan(text="6901234567892")
    assert desk.presenter.take_scan(scan)
    assert [(go.place, go.payload) for go in desk.went] == [(Place.SELL, scan)]


def test_without_a_shift_the_order_stays_and_the_reason_is_told(desk, shown):
    desk.floor.duty.use_shift(None)
    desk.start()
    desk.press()
    assert isinstance(desk.phase, Collecting)
    assert keys(shown) == ["shift.not_open"]
    assert desk.till.facts("SaleData") == []


def test_a_hold_that_grew_too_old_is_given_back_and_asked_for_again(desk, shown):
    desk.start_for_wang()
    desk.till.central.will("begin_hold", replies.usable)
    desk.presenter.choose(Way.VALUE)
    desk.press(2_000)
    desk.till.clock.advance_ms(16 * 60_000)
    desk.till.central.will("release_hold", None)
    desk.presenter.choose(Way.CASH)
    desk.press()
    desk.settle()
    assert "pay.hold_too_old" in keys(shown)
    assert [t.kind for t in desk.state.payment.tenders] == [TenderKind.CASH]


def test_the_points_to_earn_leave_out_bonus_and_points(desk):
    desk.start_for_wang()
    assert desk.presenter.points_to_earn == desk.state.payment.net // 100
    desk.till.central.will("begin_hold", replies.usable)
    desk.presenter.choose(Way.VALUE)
    desk.press(11_500)
    assert desk.presenter.points_to_earn == (desk.state.payment.net - 1_500) // 100


def test_a_disk_that_could_not_keep_the_sale_ends_paying_before_money_is_taken(desk, shown):
    desk.till.store.suspect()
    desk.start()
    desk.settle()
    assert keys(shown) == ["store.damaged"]
    assert not desk.presenter.is_open
    assert [go.place for go in desk.went] == [Place.SELL]
    assert desk.till.facts("SaleData") == []


def test_what_was_lent_to_this_till_pays_while_central_is_away(desk):
    desk.lent = (Lent(member_id=WANG.id, amount=7_000, granted_ms=0),)
    desk.till.go_offline()
    desk.start_for_wang()
    assert reason_against(Way.VALUE, desk.state) == ""
    assert reason_against(Way.POINTS, desk.state) == "离线，储值与积分支付暂停"
    (row,) = (each for each in way_rows(desk.state) if each.way is Way.VALUE)
    assert row.sub == "可离线使用 ¥70.00"
    assert value_left(desk.state) == 7_000


def test_points_that_were_lent_to_this_till_pay_while_central_is_away(desk):
    desk.lent = (Lent(member_id=WANG.id, amount=350, granted_ms=0, ledger=HoldLedger.POINTS),)
    desk.till.go_offline()
    desk.start_for_wang()
    assert reason_against(Way.POINTS, desk.state) == ""
    assert reason_against(Way.VALUE, desk.state) == "离线，储值与积分支付暂停"
    (row,) = (each for each in way_rows(desk.state) if each.way is Way.POINTS)
    assert row.sub == "可离线抵 ¥3.50"
    assert points_most(desk.state) == (350, 350)


def test_points_of_a_lease_are_collected_at_once_and_spent_with_the_sale(desk):
    leases, now_ms = desk.till.store.leases, desk.till.clock.wall_ms()
    lot = ValueSlice(lot_id="lot-1", principal=350, bonus=0)
    lease = Lease(id="lease-1", member_id=WANG.id, slices=(lot,), ends_ms=now_ms + 3_600_000)
    leases.ask(lease.id, WANG.id, 1, HoldLedger.POINTS)
    kept = KeptLease(
        lease=lease, ledger=HoldLedger.POINTS, incarnation=1, granted_ms=now_ms, day="", day_key=b""
    )
    leases.keep(kept, 0)
    desk.till.leasing.shelf.show()
    desk.lent = desk.till.leasing.lent
    desk.till.go_offline()
    desk.start_for_wang()
    desk.presenter.choose(Way.POINTS)
    desk.press()
    (tender,) = desk.state.payment.tenders
    assert (tender.lease_id, tender.points, tender.amount) == (lease.id, 350, 350)
    desk.presenter.choose(Way.CASH)
    desk.press()
    assert isinstance(desk.phase, Done)
    (left,) = leases.open_leases()
    assert (left.lease.left, left.is_touched) == (0, True)


def test_what_was_lent_counts_on_top_only_where_her_balance_was_read_after_it(desk):
    for granted_ms, more in ((WANG.as_of_ms, 7_000), (WANG.as_of_ms + 1, 0)):
        desk.lent = (
            Lent(member_id=WANG.id, amount=7_000, granted_ms=granted_ms),
            Lent(member_id="somebody else", amount=9_000, granted_ms=0),
        )
        desk.start_for_wang()
        assert value_left(desk.state) == WANG.stored_value + more


def test_with_nothing_to_hand_back_the_till_is_ready_for_the_next_customer(desk):
    desk.start()
    desk.press()
    assert isinstance(desk.phase, Done)
    assert [go.place for go in desk.went] == [Place.SELL]


def test_with_change_to_hand_back_the_change_stays_in_sight(desk):
    desk.start()
    desk.press(30_000)
    assert desk.went == []


def test_an_absurd_amount_of_cash_is_refused_and_stays_in_the_field(desk, shown):
    desk.start()
    desk.press(9_999_999_900)
    assert keys(shown) == ["pay.change_too_large"]
    assert (desk.state.typed, desk.state.payment.tenders) == (9_999_999_900, ())


def test_rounding_off_needs_a_manager_where_the_cashier_may_not_go_so_far(desk, shown, qtbot):
    odd = replace(PANDA, price=20_023)
    desk.counter = CounterRules(rounding=RoundingRule(to=RoundTo.YUAN))
    desk.start(None, odd)
    with qtbot.waitSignal(desk.presenter.rounding.wanted) as asked:
        desk.presenter.rounding.press()
    assert asked.args == [10, None]
    rounded = replace(odd, price=20_020)
    desk.start(None, rounded)
    desk.presenter.rounding.press()
    assert keys(shown) == ["permission.needs_approval"]


def test_rounding_off_waits_until_nothing_is_collected(desk):
    desk.start(None, replace(PANDA, price=20_023))
    assert (reason_against_rounding(desk.state), rounding_text(desk.state)) == (
        "",
        "抹零到 ¥200.20",
    )
    desk.press(5_000)
    assert reason_against_rounding(desk.state) == "已收了一部分，退回后才能抹零"
    desk.presenter.leave_dropping()
    desk.start()
    assert reason_against_rounding(desk.state) == "没有零头可抹"
