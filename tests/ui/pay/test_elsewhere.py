"""Payments beside the till and on account: a dialog asks, a superior may be needed, nothing sticks."""

import pytest

from posapp.domain.accounts import CreditAccount
from posapp.domain.sale import TenderKind
from posapp.ui.pay.state import Collecting, Done, Way
from posapp.ui.pay.ways import reason_against, way_rows
from posapp.wire.accounts import AccountReply
from posapp.workflows.on_account import OnAccount
from tests.workflows.counter import MANAGER

TRAVEL = CreditAccount(id="a-1", code="LT01", name="蓝天旅行社", limit=50_000)


@pytest.fixture
def desk(desk):
    till = desk.till
    desk.presenter.elsewhere.use(OnAccount(till.cache, till.central, till.store.sales, till.desk))
    desk.accounts = (TRAVEL,)
    return desk


def keys(shown):
    return [message.key for message in shown]


def asked_for(desk, qtbot, way, amount=None):
    signal = (
        desk.presenter.elsewhere.account_asked
        if way is Way.ACCOUNT
        else desk.presenter.elsewhere.record_asked
    )
    desk.presenter.choose(way)
    with qtbot.waitSignal(signal) as asked:
        desk.press(amount)
    return asked.args[0]


def test_the_account_pays_a_part_and_cash_the_rest(desk, qtbot):
    payment = desk.start()
    assert asked_for(desk, qtbot, Way.ACCOUNT, 15_000) == 15_000
    desk.till.central.will("show_account", AccountReply(request_id="r", account=TRAVEL))
    desk.presenter.elsewhere.put("LT01", "王经理")
    desk.settle()
    assert desk.state.payment.remaining == payment.net - 15_000
    desk.presenter.choose(Way.CASH)
    desk.press()
    tenders = desk.sales[0].sale.tenders
    assert [(t.kind, t.amount) for t in tenders] == [
        (TenderKind.ON_ACCOUNT, 15_000),
        (TenderKind.CASH, payment.net - 15_000),
    ]


def test_above_the_room_nothing_is_collected_and_the_reason_is_told(desk, shown, qtbot):
    desk.start()
    asked_for(desk, qtbot, Way.ACCOUNT)
    full = AccountReply(
        request_id="r",
        account=CreditAccount(id="a-1", code="LT01", name="蓝天旅行社", limit=50_000, owed=49_000),
    )
    desk.till.central.will("show_account", full)
    desk.presenter.elsewhere.put("LT01", "王经理")
    desk.settle()
    assert keys(shown) == ["account.over_limit"]
    assert isinstance(desk.phase, Collecting)
    assert desk.state.payment.tenders == ()


def test_without_accounts_the_row_is_not_there_and_the_way_is_shut(desk):
    desk.accounts = ()
    desk.start()
    assert Way.ACCOUNT not in [row.way for row in way_rows(desk.state) if row.shown]
    assert reason_against(Way.ACCOUNT, desk.state) == "没有可挂账的单位"


def test_a_cashier_needs_a_superior_to_record_what_was_taken_elsewhere(desk, shown, qtbot):
    desk.start()
    asked_for(desk, qtbot, Way.RECORDED)
    desk.presenter.elsewhere.record("stand", "4200001234")
    assert keys(shown) == ["permission.needs_approval"]
    assert desk.state.payment.tenders == ()


def test_a_manager_records_it_and_taking_it_off_says_where_to_undo_it(desk, shown, qtbot):
    desk.floor.duty.sign_in(MANAGER)
    desk.start()
    asked_for(desk, qtbot, Way.RECORDED, 5_000)
    desk.presenter.elsewhere.record("handheld", "4200001234")
    (tender,) = desk.state.payment.tenders
    assert (tender.kind, tender.channel, tender.reference) == (
        TenderKind.RECORDED,
        "handheld",
        "4200001234",
    )
    desk.presenter.choose(Way.RECORDED)
    desk.press(5_000)
    desk.presenter.elsewhere.record("handheld", "4200001234")
    assert keys(shown) == ["recorded.twice"]
    desk.presenter.drop(tender.id)
    assert keys(shown) == ["recorded.twice", "recorded.taken_off"]
    assert desk.state.payment.tenders == ()


def test_the_whole_order_taken_elsewhere_is_a_sale_with_its_number(desk, qtbot):
    desk.floor.duty.sign_in(MANAGER)
    desk.start()
    asked_for(desk, qtbot, Way.RECORDED)
    desk.presenter.elsewhere.record("voucher", "V-0001")
    desk.settle()
    assert isinstance(desk.phase, Done)
    assert desk.sales[0].sale.tenders[0].reference == "V-0001"
