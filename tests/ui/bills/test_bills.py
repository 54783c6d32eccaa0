"""A manager hands in an acquirer's bill, sees what differs, and goes on to the cases."""

import base64

import pytest
from PySide6.QtCore import Qt

from posapp.errors import Refused, Unavailable
from posapp.ui.bills.presenter import BillsPresenter
from posapp.ui.bills.words import bill_value
from posapp.ui.navigation import Place
from posapp.wire.bills import BillShown, BillsListed, BillTaken, DifferenceShown
from posapp.workflows.bill_desk import BillDesk
from tests.ui.till_floor import floor_at, settle
from tests.ui.window_at import counter_window
from tests.workflows.counter import CASHIER, MANAGER, MANAGER_PIN

DIFFERENCE = DifferenceShown(
    finding="paid_there",
    number="n1",
    reference="r1",
    here=0,
    there=5_000,
    case_id="case-1",
    open=True,
)


def bill(day="2026-11-21", *differences):
    return BillShown(
        id=day,
        acquirer="lakala",
        day=day,
        file_name=f"{day}.csv",
        rows=3,
        matched=3 - len(differences),
        at_ms=1,
        who="周店长 (9001)",
        differences=differences,
    )


def listed(*bills):
    return BillsListed(request_id="r", bills=bills, acquirers=("lakala",))


@pytest.fixture
def boss(till, background, messages):
    return floor_at(till, background, messages, MANAGER)


@pytest.fixture
def folder(till):
    made = till.folder / "bills"
    made.mkdir()
    return made


@pytest.fixture
def desk(till, boss, qtbot, folder):
    till.central.will("bills", listed(bill("2026-11-21", DIFFERENCE), bill("2026-11-20")))
    made = BillsPresenter(BillDesk(till.central, folder), boss)
    made.load()
    settle(qtbot, boss)
    return made


def ask(desk, boss, qtbot):
    desk.ask()
    settle(qtbot, boss)
    return desk.state.handing


def test_the_newest_bill_is_in_sight_with_what_differs(desk):
    assert desk.state.bill.differences == (DIFFERENCE,)
    assert bill_value(desk.state.bill) == "1 笔待处理"
    desk.step(1)
    assert bill_value(desk.state.bill) == "全部相符"


def test_without_a_file_the_folder_is_named(desk, boss, qtbot, folder, shown):
    (folder / "notes.txt").write_text("x")
    assert ask(desk, boss, qtbot) is None
    assert str(folder) in shown[0].text


def test_a_file_is_handed_in_whole_and_the_list_is_read_anew(till, desk, boss, qtbot, folder):
    file = folder / "2026-11-22.CSV"
    file.write_bytes("交易时间".encode())
    (chosen,) = ask(desk, boss, qtbot).files
    till.central.will("take_bill", BillTaken(request_id="r", bill=bill("2026-11-22")))
    till.central.will("bills", listed(bill("2026-11-22")))
    desk.hand_in(chosen, "lakala", "wechat", MANAGER_PIN)
    settle(qtbot, boss)
    settle(qtbot, boss)
    given = till.central.requests("take_bill")[0]
    assert base64.b64decode(given.content) == file.read_bytes()
    assert (given.acquirer, given.layout, given.file_name) == ("lakala", "wechat", file.name)
    assert desk.state.handing is None
    assert desk.state.bill.day == "2026-11-22"


@pytest.mark.parametrize(
    "error",
    [Refused("bill.imported_already", day="2026-11-21"), Unavailable("central.unreachable")],
)
def test_a_refused_file_may_be_put_right_and_says_why(till, desk, boss, qtbot, folder, error):
    (folder / "a.csv").write_text("x")
    (file,) = ask(desk, boss, qtbot).files
    till.central.will("take_bill", error)
    desk.hand_in(file, "lakala", "wechat", MANAGER_PIN)
    settle(qtbot, boss)
    assert desk.state.handing.refusal is error
    assert not desk.state.handing.busy


def test_a_stick_that_is_pulled_out_is_told(till, desk, boss, qtbot, folder):
    file = folder / "a.csv"
    file.write_text("x")
    ask(desk, boss, qtbot)
    file.unlink()
    desk.hand_in(file, "lakala", "wechat", MANAGER_PIN)
    settle(qtbot, boss)
    assert desk.state.handing.refusal.key == "import.no_file"


def test_a_cashier_is_refused_before_central_is_asked(till, background, messages, qtbot, folder):
    floor = floor_at(till, background, messages, CASHIER)
    made = BillsPresenter(BillDesk(till.central, folder), floor)
    made.load()
    settle(qtbot, floor)
    assert made.state.problem.key == "permission.needs_approval"
    assert till.central.asked == []


def test_the_page_by_keyboard_from_the_list_to_the_cases(till, boss, look, qtbot, folder):
    (folder / "2026-11-21.csv").write_text("x")
    till.central.will("bills", listed(), listed(bill("2026-11-21", DIFFERENCE)))
    taken = BillTaken(request_id="r", bill=bill("2026-11-21", DIFFERENCE))
    till.central.will("take_bill", taken)
    with counter_window(till, boss, look, qtbot) as counter:
        counter.go(Place.BILLS)
        counter.idle()
        assert counter.find("bills.empty").isVisible()
        counter.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        counter.idle()
        assert counter.top.objectName() == "bill_import"
        assert not counter.top.confirm.isEnabled()
        counter.type(MANAGER_PIN)
        counter.click("bill_import.confirm")
        counter.idle()
        assert counter.top.objectName() == "bills"
        assert counter.find("bills.difference0").isVisible()
        till.central.will("cases", Unavailable("central.unreachable"))
        counter.click("bills.difference0")
        counter.idle()
        assert counter.top.objectName() == "cases"
