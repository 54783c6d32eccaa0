"""A manager looks for payments that were taken elsewhere, and says in her name what she found."""

import pytest
from PySide6.QtCore import Qt

from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.ui.navigation import Place
from posapp.ui.recorded.presenter import RecordedPresenter
from posapp.ui.recorded.words import row_sub, row_title, row_value, summary
from posapp.wire.recorded import RecordedListed, RecordedRow, RecordedSettled, Standing
from posapp.workflows.recorded_desk import RecordedDesk
from tests.ui.till_floor import floor_at, settle
from tests.ui.window_at import counter_window
from tests.workflows.counter import CASHIER, MANAGER, MANAGER_PIN

STAND = RecordedRow(
    id="p1",
    terminal="A03",
    taken_by="stand",
    reference="STAND0001",
    amount=5_000,
    at_ms=1,
    staff="小王",
    receipt="A03-000001",
)
VOUCHER = RecordedRow(
    id="p2", terminal="A04", taken_by="voucher", reference="QN-77", amount=2_050, at_ms=2
)


def listed(*rows, total=0):
    amount = sum(row.amount for row in rows)
    return RecordedListed(request_id="r", rows=rows, total=total or len(rows), amount=amount)


def settled(payment_id, standing=Standing.SEEN):
    return RecordedSettled(request_id="r", id=payment_id, standing=standing)


@pytest.fixture
def boss(till, background, messages):
    return floor_at(till, background, messages, MANAGER)


@pytest.fixture
def desk(till, boss, qtbot):
    till.central.will("recorded", listed(STAND, VOUCHER))
    made = RecordedPresenter(RecordedDesk(till.central), boss)
    made.open()
    settle(qtbot, boss)
    return made


def test_what_waits_tells_number_amount_who_and_when(desk):
    row = desk.state.row
    assert (row_title(row), row_value(row)) == ("台卡  STAND0001", "¥50.00")
    assert row_sub(row).endswith("A03  小王  A03-000001")
    assert summary(desk.state) == "共 2 笔，¥70.50"


def test_more_than_fits_is_counted(till, desk, boss, qtbot):
    till.central.will("recorded", listed(STAND, total=104))
    desk.load()
    settle(qtbot, boss)
    assert summary(desk.state) == "共 104 笔，¥50.00，列出 1 笔"


@pytest.mark.parametrize("seen", [True, False], ids=["seen", "missing"])
def test_what_she_found_goes_to_central_in_her_name_and_the_list_is_read_anew(
    till, desk, boss, qtbot, shown, seen
):
    till.central.will("settle_recorded", settled("p2"))
    till.central.will("recorded", listed(STAND))
    desk.step(1)
    (desk.ask_seen if seen else desk.ask_missing)()
    desk.answer("  已在对账单查到 ", MANAGER_PIN)
    qtbot.waitUntil(lambda: desk.state.total == 1 and not desk.state.loading, timeout=15000)
    (asked,) = till.central.requests("settle_recorded")
    told = (asked.staff_id, asked.pin, asked.payment_id, asked.seen, asked.note)
    assert told == (MANAGER.id, MANAGER_PIN, "p2", seen, "已在对账单查到")
    assert desk.state.settling is None
    assert shown[-1].text == ("已记为查到" if seen else "已记为没查到，列入待处理")
    assert MANAGER_PIN not in repr(asked)


def test_a_wrong_pin_may_be_typed_again(till, desk, boss, qtbot):
    wrong = Refused("sign_in.wrong_pin", left=4)
    till.central.will("settle_recorded", wrong)
    desk.ask_seen()
    desk.answer("查到了", "000000")
    settle(qtbot, boss)
    assert (desk.state.settling.refusal, desk.state.settling.busy) == (wrong, False)


def test_without_an_answer_the_list_tells_whether_it_was_done(till, desk, boss, qtbot, shown):
    till.central.will("settle_recorded", OutcomeUnknown("central.no_answer"))
    till.central.will("recorded", listed(VOUCHER))
    desk.ask_seen()
    desk.answer("查到了", MANAGER_PIN)
    qtbot.waitUntil(lambda: desk.state.rows == (VOUCHER,), timeout=15000)
    assert desk.state.settling is None
    assert "看列表" in shown[-1].text


def test_what_was_missed_may_still_be_seen_and_what_was_seen_is_over(till, desk, boss, qtbot):
    till.central.will("recorded", listed(STAND), listed(VOUCHER))
    desk.choose_standing("missing")
    settle(qtbot, boss)
    assert (desk.state.may_be_seen, desk.state.may_be_missed) == (True, False)
    desk.choose_standing("seen")
    settle(qtbot, boss)
    assert (desk.state.may_be_seen, desk.state.may_be_missed) == (False, False)


def test_a_cashier_is_refused_before_central_is_asked(till, background, messages, qtbot):
    floor = floor_at(till, background, messages, CASHIER)
    made = RecordedPresenter(RecordedDesk(till.central), floor)
    made.load()
    settle(qtbot, floor)
    assert made.state.problem.key == "permission.needs_approval"
    assert till.central.asked == []


def test_offline_the_page_says_so(till, desk, boss, qtbot):
    till.central.will("recorded", Unavailable("central.unreachable"))
    desk.load()
    settle(qtbot, boss)
    assert (desk.state.problem.key, desk.state.rows) == ("central.unreachable", ())


def test_the_page_by_keyboard_from_the_bills_and_back(till, boss, look, qtbot):
    till.central.will("bills", Unavailable("central.unreachable"))
    till.central.will("recorded", listed(STAND, VOUCHER), listed(STAND))
    till.central.will("settle_recorded", settled("p2"))
    with counter_window(till, boss, look, qtbot) as counter:
        counter.go(Place.BILLS)
        counter.click("bills.recorded")
        assert counter.top.objectName() == "recorded"
        counter.key(Qt.Key.Key_Down)
        counter.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert counter.top.objectName() == "recorded_act"
        assert not counter.top.confirm.isEnabled()
        counter.click("recorded_act.reason0")
        counter.type(MANAGER_PIN)
        counter.click("recorded_act.confirm")
        counter.idle()
        assert counter.top.objectName() == "recorded"
        assert not counter.shows("recorded.row1")
        counter.key(Qt.Key.Key_Escape)
        assert counter.top.objectName() == "bills"
