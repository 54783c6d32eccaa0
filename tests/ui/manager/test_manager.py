"""A manager reads the day, the shift reports as paper, and the approvals with both names."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from posapp.domain.permissions import Permission
from posapp.errors import Unavailable
from posapp.ui.frame import Frame
from posapp.ui.manager.approvals_model import ApprovalsModel, cells
from posapp.ui.manager.day_page import attention_rows
from posapp.ui.manager.presenter import ManagerPresenter, Tab
from posapp.ui.manager.screen import ManagerScreen
from posapp.ui.manager.z_file import Form
from posapp.ui.navigation import Place
from posapp.wire.case_work import CasesListed
from posapp.workflows.case_work import CaseWork
from tests.sheets.reopened import Reopened
from tests.ui.till_floor import floor_at, settle
from tests.workflows.counter import CASHIER, MANAGER, MANAGER_PIN, WANG
from tests.workflows.orders import order, sold


@pytest.fixture
def boss(till, background, messages):
    """A manager after a shift with one sale to a member, closed with an approved difference."""
    shift = till.open_shift()
    sold(till, order(till, member=WANG), shift, WANG)
    approval = till.approving.approve(
        Permission.CLOSE_SHIFT, 20_000, CASHIER, "9001", MANAGER_PIN, reason="漏收", shift=shift
    )
    till.shifts.close({10_000: 5}, "漏收或多收", CASHIER, approval=approval, kept_float=50_000)
    return floor_at(till, background, messages, MANAGER)


def waiting(total):
    return CasesListed(request_id="r", rows=(), total=total, oldest_ms=0)


@pytest.fixture
def presenter(till, boss, qtbot):
    till.central.will("cases", waiting(3))
    presenter = ManagerPresenter(
        till.reporting, till.paper, till.printing, boss, cases=CaseWork(till.central)
    )
    presenter.load()
    settle(qtbot, boss)
    settle(qtbot, boss)
    return presenter


def test_the_day_counts_what_this_till_sold(presenter):
    day = presenter.state.day
    assert (day.sale_count, day.net, day.member_sale_net) == (1, 18_000, 18_000)


def test_the_newest_report_is_open_with_its_paper_drawn(presenter):
    state = presenter.state
    assert state.z.number == 1
    assert state.paper.number == "Z000001"
    assert len(state.picture.grey) == state.picture.width * state.picture.height
    assert state.picture.grey.count(255) > state.picture.grey.count(0)


def test_a_report_is_saved_as_pages_and_who_took_it_is_journalled(till, boss, qtbot, tmp_path):
    presenter = ManagerPresenter(
        till.reporting,
        till.paper,
        till.printing,
        boss,
        cases=CaseWork(till.central),
        exports=tmp_path,
    )
    till.central.will("cases", waiting(0))
    presenter.load()
    settle(qtbot, boss)
    presenter.save_pdf()
    file = tmp_path / "Z000001.pdf"
    qtbot.waitUntil(lambda: file.exists() and file.stat().st_size > 10_000, timeout=15_000)
    settle(qtbot, boss)
    fact = till.facts("AuditData")[-1]
    assert (fact.data.action, fact.data.subject) == ("report.saved", "Z000001")
    assert fact.head.actor.name == MANAGER.name


@pytest.fixture
def saving(till, boss, qtbot, tmp_path):
    """The newest Z is open, and files go to a folder of their own."""
    presenter = ManagerPresenter(
        till.reporting,
        till.paper,
        till.printing,
        boss,
        cases=CaseWork(till.central),
        exports=tmp_path / "exports",
    )
    till.central.will("cases", waiting(0))
    presenter.load()
    qtbot.waitUntil(lambda: presenter.state.z is not None, timeout=15_000)
    return presenter


def test_a_report_is_exported_for_a_spreadsheet_and_who_took_it_is_journalled(
    till, boss, saving, qtbot, tmp_path
):
    for form in Form:
        saving.export(form, "en")
        assert saving.state.saving
        qtbot.waitUntil(lambda: not saving.state.saving, timeout=15_000)
    book, table = "Z000001-*.xlsx", "Z000001-*.csv"
    folder = tmp_path / "exports"
    qtbot.waitUntil(lambda: len(list(folder.glob("Z*"))) == 2, timeout=15_000)
    settle(qtbot, boss)
    again = Reopened(next(folder.glob(book)))
    assert again.named("sales_net_sales") == 180
    assert "Payments" in again.sheets
    told = [(fact.data.subject, fact.data.reason) for fact in till.facts("AuditData")[-2:]]
    assert told == [("Z000001", "xlsx"), ("Z000001", "csv")]
    assert next(folder.glob(table)).read_bytes().startswith(b"\xef\xbb\xbf")


def test_where_no_file_can_be_written_she_is_told_and_nothing_stays(
    boss, saving, qtbot, tmp_path, shown
):
    (tmp_path / "exports").write_text("")
    saving.export(Form.XLSX, "zh_CN")
    qtbot.waitUntil(lambda: [m.key for m in shown] == ["report.not_saved"], timeout=15_000)
    assert not saving.state.saving
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_approvals_name_both_people(presenter):
    row = presenter.state.approvals[0]
    assert (row.requested_by_name, row.approved_by_name) == (CASHIER.name, MANAGER.name)
    assert "交接班" in cells(row)


def test_a_cashier_may_not_read_reports(till, boss, background, messages, qtbot, shown):
    floor = floor_at(till, background, messages, CASHIER)
    presenter = ManagerPresenter(
        till.reporting, till.paper, till.printing, floor, cases=CaseWork(till.central)
    )
    presenter.load()
    settle(qtbot, floor)
    assert presenter.state.reports == ()
    assert {m.key for m in shown} == {"permission.needs_approval"}


def test_reprinting_queues_a_copy_that_says_so(presenter, till, boss, qtbot):
    till.printing.print_pending()
    presenter.reprint()
    settle(qtbot, boss)
    settle(qtbot, boss)
    assert "reprint" in till.audits()
    assert len(till.printer.jobs) == 3


def test_to_the_counter_without_a_shift_leads_to_opening_one(presenter, boss):
    went = []
    boss.navigation.requested.connect(went.append)
    presenter.to_till()
    assert [go.place for go in went] == [Place.SHIFT_OPEN]


def test_the_table_of_approvals_is_a_sound_model(presenter, qtmodeltester):
    model = ApprovalsModel()
    model.show_rows(presenter.state.approvals)
    model.show_rows((*presenter.state.approvals, replace(presenter.state.approvals[0], at_ms=1)))
    assert (model.rowCount(), model.columnCount()) == (2, 6)
    qtmodeltester.check(model)


def test_the_page_shows_figures_reports_and_approvals(presenter, boss, look, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    screen = ManagerScreen(Frame(look, host), presenter, boss.navigation)
    qtbot.addWidget(screen)
    screen.resize(1366, 680)
    screen.show()
    assert screen.day.net._figure.text() == "¥180.00"
    presenter.choose(str(Tab.SHIFTS))
    assert screen.reports.isVisible()
    assert screen.reports._rows[1].isChecked()
    assert not screen.reports._paper.pixmap().isNull()
    presenter.choose(str(Tab.APPROVALS))
    assert screen.approvals.table.isVisible()


@pytest.fixture
def screen(presenter, till, boss, look, qtbot):
    """The same manager while the next shift is open with a sale in it."""
    shift = till.open_shift()
    sold(till, order(till), shift)
    host = QWidget()
    qtbot.addWidget(host)
    screen = ManagerScreen(Frame(look, host), presenter, boss.navigation)
    qtbot.addWidget(screen)
    screen.resize(1024, 640)
    screen.show()
    load(presenter, till, boss, qtbot)
    return screen


def load(presenter, till, boss, qtbot):
    till.central.will("cases", waiting(0))
    presenter.load()
    settle(qtbot, boss)
    settle(qtbot, boss)


def figures(page):
    return page.net._figure.text(), page.top_ups._figure.text()


def test_the_open_shift_is_shown_by_a_press_and_forgotten_when_she_leaves(
    screen, presenter, till, boss, qtbot
):
    assert figures(screen.day)[0] == "¥180.00"
    assert "不含当班" in screen.day._notice.text()
    screen.day.reveal.click()
    settle(qtbot, boss)
    assert figures(screen.day)[0] == "¥380.00"
    assert (screen.day._notice.text(), screen.day.reveal.isVisible()) == (
        "已记下您看过应有，请由别人清点",
        False,
    )
    assert till.audits().count("report.x_seen") == 1
    boss.navigation.go(Place.SELL)
    assert figures(screen.day) == ("", "")


def test_who_will_count_the_open_shift_reads_why_it_is_left_out(
    screen, presenter, till, boss, qtbot
):
    till.drawers.use(till.shifts.current().id, MANAGER)
    load(presenter, till, boss, qtbot)
    presenter.reveal()
    settle(qtbot, boss)
    assert figures(screen.day)[0] == "¥180.00"
    assert "当班由您清点" in screen.day._notice.text()
    assert not screen.day.reveal.isVisible()


def test_the_whole_width_of_the_paper_is_seen_on_a_small_screen(presenter, boss, look, qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    screen = ManagerScreen(Frame(look, host), presenter, boss.navigation)
    qtbot.addWidget(screen)
    presenter.choose(str(Tab.SHIFTS))
    screen.resize(1024, 680)
    screen.show()
    paper = screen.reports._paper
    qtbot.waitUntil(lambda: 200 < paper.pixmap().width() <= paper.width(), timeout=15_000)
    assert paper.visibleRegion().boundingRect().width() == paper.width()


def test_what_waits_for_a_person_is_the_first_thing_to_look_at(presenter, till, boss, qtbot, shown):
    first = attention_rows(presenter.state, presenter.state.day)[0]
    assert (first.title, first.text) == ("需人工处理", "3 件")
    till.central.will("cases", Unavailable("central.unreachable"))
    presenter.load()
    settle(qtbot, boss)
    settle(qtbot, boss)
    assert presenter.state.cases is None
    assert shown == []


def test_without_central_nobody_asks_what_waits(presenter, till, boss, qtbot):
    till.go_offline()
    presenter.load()
    settle(qtbot, boss)
    assert len(till.central.requests("cases")) == 1
    assert presenter.state.cases is None
