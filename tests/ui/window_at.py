"""The whole window over a real till: every screen of the counter, keys through the router."""

from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from posapp.ui.approval.panel import ApprovalPanel
from posapp.ui.approval.presenter import ApprovalPresenter
from posapp.ui.bills.presenter import BillsPresenter
from posapp.ui.bills.screen import BillsScreen
from posapp.ui.cases.presenter import CasesPresenter
from posapp.ui.cases.screen import CasesScreen
from posapp.ui.comfort.presenter import ComfortPresenter
from posapp.ui.comfort.screen import ComfortScreen
from posapp.ui.complaints.presenter import ComplaintsPresenter
from posapp.ui.complaints.screen import ComplaintsScreen
from posapp.ui.glass import Glass
from posapp.ui.health.presenter import HealthPresenter
from posapp.ui.health.screen import HealthScreen
from posapp.ui.input_router import InputRouter
from posapp.ui.keys.presenter import KeysPresenter
from posapp.ui.keys.screen import KeysScreen
from posapp.ui.login.presenter import SignInPresenter
from posapp.ui.login.screen import SignInScreen
from posapp.ui.main_window import MainWindow
from posapp.ui.manager.presenter import ManagerPresenter
from posapp.ui.manager.screen import ManagerScreen
from posapp.ui.member.alike_presenter import AlikePresenter
from posapp.ui.member.family_presenter import FamilyPresenter
from posapp.ui.member.family_screen import FamilyScreen
from posapp.ui.member.panel import MemberPanel
from posapp.ui.member.presenter import MemberPresenter
from posapp.ui.member.register_presenter import RegisterPresenter
from posapp.ui.member.register_screen import RegisterScreen
from posapp.ui.member.top_up_presenter import TopUpPresenter
from posapp.ui.member.top_up_screen import TopUpScreen
from posapp.ui.merging.presenter import MergingPresenter
from posapp.ui.merging.screen import MergingScreen
from posapp.ui.navigation import Place
from posapp.ui.pay.orphan_screen import OrphanScreen
from posapp.ui.pay.orphans import Orphans
from posapp.ui.pay.presenter import PayPresenter
from posapp.ui.pay.screen import PayScreen
from posapp.ui.pay.state import Surroundings
from posapp.ui.recorded.presenter import RecordedPresenter
from posapp.ui.recorded.screen import RecordedScreen
from posapp.ui.refund.presenter import RefundPresenter
from posapp.ui.refund.screen import RefundScreen
from posapp.ui.scanner_test.presenter import ScannerTestPresenter
from posapp.ui.scanner_test.screen import ScannerTestScreen
from posapp.ui.search.presenter import SearchPresenter
from posapp.ui.search.screen import SearchScreen
from posapp.ui.sell.parts import build_sell
from posapp.ui.sell.screen import SellScreen
from posapp.ui.service.presenter import ServicePresenter
from posapp.ui.service.screen import ServiceScreen
from posapp.ui.shell import Till as Sign
from posapp.ui.shift.cash_presenter import CashPresenter
from posapp.ui.shift.cash_screen import CashScreen
from posapp.ui.shift.close_presenter import ClosePresenter
from posapp.ui.shift.close_screen import CloseScreen
from posapp.ui.shift.drawers_presenter import DrawersPresenter
from posapp.ui.shift.drawers_screen import DrawersScreen
from posapp.ui.shift.open_presenter import OpenPresenter
from posapp.ui.shift.open_screen import OpenScreen
from posapp.ui.shift.x_presenter import XPresenter
from posapp.ui.shift.x_screen import XScreen
from posapp.workflows.bill_desk import BillDesk
from posapp.workflows.case_work import CaseWork
from posapp.workflows.complaints import ComplaintDesk
from posapp.workflows.families import Families
from posapp.workflows.likeness import Likeness
from posapp.workflows.merging import MergeDesk
from posapp.workflows.recorded_desk import RecordedDesk
from posapp.workflows.revealing import Revealing
from posapp.workflows.seeking import Seeking
from posapp.workflows.service_desk import ServiceDesk
from posapp.workflows.training import Training
from posapp.workflows.withdrawing import Withdrawing
from tests.ui import listed
from tests.ui.till_floor import settle

SIGN = Sign(brand="星河乐园", shop="1号店", till="03", version="0.1.0")


class Counter:
    """Presenters, window and hands: `key`, `type`, `click`, `scan`."""

    def __init__(self, till, floor, look, qtbot):
        self.till, self.floor, self.look, self.qtbot = till, floor, look, qtbot
        revealing = Revealing(till.store.outbox, till.desk)
        self.approval = ApprovalPresenter(till.approving, floor)
        self.sell = build_sell(
            till.selling, till.members, till.voiding, self.approval, floor, held=till.held
        )
        self.door = SignInPresenter(till.signing_in, floor)
        self.pay = PayPresenter(till.paying, floor, self._surroundings)
        self.orphans = Orphans(till.paying, till.selling, floor)
        self.pay.completed.connect(self.sell.presenter.finish)
        self.pay.coupons.wanted.connect(self.sell.finder.rewards.come_from_pay)
        self.member = MemberPresenter(till.members, revealing, floor)
        self.member.chosen.connect(self.sell.presenter.attach)
        self.member.paid = self.pay.joining.paid
        self.member.join_asked.connect(self.pay.joining.start)
        families = Families(till.central, till.desk)
        alike = AlikePresenter(Likeness(till.central, till.members, till.cache, till.desk), floor)
        self.register = RegisterPresenter(till.members, floor, self.approval, families, alike=alike)
        withdrawing = Withdrawing(till.store.outbox, till.store.journal, till.desk)
        self.family = FamilyPresenter(families, till.members, floor, withdrawing=withdrawing)
        self.top_up = TopUpPresenter(till.topping_up, till.members, floor)
        self.refund = RefundPresenter(
            till.refunding, till.members, self.approval, floor, selling=till.selling
        )
        self.closing = ClosePresenter(till.shifts, self.approval, floor)
        self.opening = OpenPresenter(till.shifts, floor, drawers=till.drawers)
        self.drawers = DrawersPresenter(till.drawers, floor)
        self.x_report = XPresenter(till.drawers, till.printing, floor)
        self.cash = CashPresenter(till.shifts, till.no_sale, self.approval, floor)
        self.health = HealthPresenter(till.station, list, floor, server="member.example")
        self.manager = ManagerPresenter(
            till.reporting,
            till.paper,
            till.printing,
            floor,
            cases=CaseWork(till.central),
            exports=till.folder / "exports",
            training=Training(till.shifts, till.store.outbox, till.desk, Path),
        )
        self.cases = CasesPresenter(CaseWork(till.central), floor)
        self.bills = BillsPresenter(BillDesk(till.central, till.folder / "bills"), floor)
        self.recorded = RecordedPresenter(RecordedDesk(till.central), floor)
        self.service = ServicePresenter(ServiceDesk(till.central, till.desk), floor)
        self.complaints = ComplaintsPresenter(ComplaintDesk(till.central, till.desk), floor)
        merging = MergeDesk(till.central, till.members, till.desk)
        self.merging = MergingPresenter(merging, floor)
        self.merging.moved.connect(self._reopen)
        seeking = Seeking(till.central, till.desk)
        self.search = SearchPresenter(seeking, floor, lambda: self.service.state.recent)
        keymap = look.keymap
        glass = Glass(width=1366, height=768, ppi=100.5)
        self.comfort = ComfortPresenter(floor, look, glass, dict)
        self.keys = KeysPresenter(floor, keymap, dict, till.printing, folder=till.folder)
        self.scanner_test = ScannerTestPresenter(floor, dict)
        self.window = MainWindow(look, floor.navigation, keymap, SIGN, self._builders(keymap))
        self.panel = ApprovalPanel(self.window.frame, self.approval, floor.navigation)
        floor.messages.shown.connect(self.window.show_message)
        self.router = InputRouter(QApplication.instance(), keymap, lambda: self.window.top)

    def _reopen(self, member_id):
        if self.service.state.member_id:
            self.service.open(member_id)

    def _surroundings(self):
        rules = self.till.cache.point_rules()
        return Surroundings(
            online=self.till.desk.is_online(), rules=rules, accounts=listed.ACCOUNTS
        )

    def _builders(self, keymap):
        look, navigation = self.look, self.floor.navigation
        return {
            Place.SIGN_IN: lambda frame: SignInScreen(frame, self.door, SIGN),
            Place.SELL: lambda frame: SellScreen(frame, keymap, self.sell),
            Place.PAY: lambda frame: PayScreen(frame, self.pay, navigation),
            Place.ORPHAN: lambda _frame: OrphanScreen(look, self.orphans),
            Place.MEMBER: lambda frame: MemberPanel(frame, self.member),
            Place.REGISTER: lambda _frame: RegisterScreen(look, self.register),
            Place.FAMILY: lambda frame: FamilyScreen(frame, self.family, navigation),
            Place.TOP_UP: lambda frame: TopUpScreen(frame, self.top_up, navigation),
            Place.REFUND: lambda frame: RefundScreen(frame, self.refund, navigation),
            Place.SHIFT_OPEN: lambda _frame: OpenScreen(look, self.opening),
            Place.CASH_MOVE: lambda _frame: CashScreen(look, self.cash),
            Place.SHIFT_CLOSE: lambda frame: CloseScreen(frame, self.closing, navigation),
            Place.DRAWERS: lambda _frame: DrawersScreen(look, self.drawers),
            Place.X_REPORT: lambda frame: XScreen(frame, self.x_report, navigation),
            Place.HEALTH: lambda _frame: HealthScreen(look, self.health),
            Place.MANAGER: lambda frame: ManagerScreen(frame, self.manager, navigation),
            Place.CASES: lambda frame: CasesScreen(frame, self.cases, navigation),
            Place.BILLS: lambda frame: BillsScreen(frame, self.bills, navigation),
            Place.COMFORT: lambda _frame: ComfortScreen(look, self.comfort),
            Place.KEYS: lambda _frame: KeysScreen(look, self.keys),
            Place.SCANNER_TEST: lambda _frame: ScannerTestScreen(look, self.scanner_test),
            Place.RECORDED: lambda frame: RecordedScreen(frame, self.recorded, navigation),
            Place.COMPLAINTS: lambda frame: ComplaintsScreen(frame, self.complaints, navigation),
            Place.SERVICE: lambda frame: ServiceScreen(frame, self.service, navigation),
            Place.MERGING: lambda frame: MergingScreen(frame, self.merging, navigation),
            Place.SEARCH: lambda frame: SearchScreen(frame, self.search),
        }

    @property
    def top(self):
        return self.window.top

    def go(self, place, payload=None):
        self.floor.navigation.go(place, payload)
        self.idle()

    def idle(self):
        settle(self.qtbot, self.floor)
        QApplication.sendPostedEvents()

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.window.windowHandle(), key, modifier)
        self.idle()

    def type(self, text):
        """As a person types: one key after the other, each seen as typing and not as a scan."""
        for letter in text:
            QTest.keyClick(self.window.windowHandle(), letter)
            self.qtbot.waitUntil(lambda: not self.router._wedge.is_holding)
        self.idle()

    def click(self, name):
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)
        self.idle()

    def find(self, name) -> QWidget:
        shown = [w for w in self.window.findChildren(QWidget, name) if w.isVisible()]
        assert shown, f"{name} is not on the screen"
        return shown[-1]

    def shows(self, name) -> bool:
        return any(w.isVisible() for w in self.window.findChildren(QWidget, name))

    def scan(self, text):
        from posapp.ui.surface import Scan

        self.router.deliver(Scan(text=text))
        self.idle()


@contextmanager
def counter_window(till, floor, look, qtbot, size=(1366, 768)):
    """The window, shown; its router lets go of the keyboard at the end."""
    counter = Counter(till, floor, look, qtbot)
    qtbot.addWidget(counter.window)
    counter.window.resize(*size)
    counter.window.show()
    try:
        yield counter
    finally:
        counter.router.close()
