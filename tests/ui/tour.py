"""One way past every page, dialog and state of the counter, for whoever looks at all of them.

Each part goes on where the one before it ended; a stop is a name, yielded while it is in sight.
"""

from types import SimpleNamespace

from PySide6.QtCore import Qt

from posapp.devices.simulated_terminal import Script
from posapp.ui.cases.state import Act, View
from posapp.ui.health.asked_dialog import AskedDialogs
from posapp.ui.health.asked_papers import AskedPapers
from posapp.ui.health.revoked_sheet import RevokedSheet
from posapp.ui.keymap import Action
from posapp.ui.manager.presenter import Tab
from posapp.ui.navigation import Place
from posapp.ui.pay.state import PayRequest, Way
from posapp.ui.sell.offline_sheet import OfflineSheet
from posapp.ui.shell import Status
from posapp.ui.widgets.status_pill import Mark
from posapp.wire.case_work import CasesListed
from posapp.wire.recorded import RecordedListed, Standing
from posapp.wire.requests import FindSaleReply
from tests.ui import listed
from tests.ui.tour_of_members import MEMBERS
from tests.workflows import replies
from tests.workflows.counter import CASHIER, MANAGER, PANDA, UMBRELLA, WANG
from tests.workflows.orders import e1_order, order, sold

ESC, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Return


def tour(counter):
    """All of it, in one window."""
    before, after = (closing, selling, sheets, paying), (back, pages, managing, proving, orphan)
    for part in (*before, *MEMBERS, *after):
        for stop in part(counter):
            yield f"{part.__name__}: {stop}"


def full_shelf(counter):
    """The sell screen with goods to touch, a member's order, and one that waits."""
    sell, finder = counter.sell.presenter, counter.sell.finder
    counter.go(Place.SELL)
    finder.load_shelf()
    counter.idle()
    counter.till.central.will("put_held", None)
    counter.scan(PANDA.barcodes[0])
    sell.parking.hold()
    counter.idle()
    counter.scan(PANDA.barcodes[0])
    sell.attach(WANG)
    counter.idle()


def selling(counter):
    sell, finder = counter.sell.presenter, counter.sell.finder
    counter.go(Place.SELL)
    yield "empty"
    full_shelf(counter)
    yield "an order"
    counter.sell.actions.press(Action.PRICE_CHECK)
    finder.scan(PANDA.barcodes[0])
    counter.idle()
    yield "a price"
    finder.dismiss()
    finder.scan("6901234567894")
    counter.idle()
    yield "an unknown code"
    finder.dismiss()
    counter.top.find_side.show_letters(True)
    yield "letters"
    counter.top.find_side.show_letters(False)
    sell.show_online(online=False)
    yield "offline"
    sell.show_online(online=True)


def sheets(counter):
    actions, frame = counter.sell.actions, counter.window.frame
    for name in ("recall", "discount", "note", "why", "void"):
        getattr(actions, f"{name}_asked").emit()
        counter.idle()
        yield name
        counter.window.layers.back()
    counter.window.show_help()
    yield "help"
    counter.window.layers.back()
    away = Status(mark=Mark.OFFLINE, waiting=2, online=False)
    for sheet in (OfflineSheet(frame, away), RevokedSheet(frame, 3)):
        counter.floor.navigation.lay(sheet)
        yield sheet.objectName()
        counter.window.layers.back()
    papers = AskedPapers(counter.till.printing, counter.floor)
    asked = AskedDialogs(frame, papers, counter.floor.navigation)
    asked.ask(SimpleNamespace(receipt_number="A03-000123"))
    yield "a paper that was asked about"
    counter.window.layers.back()


def paying(counter):
    payment = e1_order(counter.till)
    counter.go(Place.PAY, PayRequest(payment=payment, member=WANG))
    for way in (Way.CASH, Way.VALUE, Way.CARD):
        counter.pay.choose(way)
        yield way
    elsewhere = counter.pay.elsewhere
    for asked, name in ((elsewhere.account_asked, "account"), (elsewhere.record_asked, "record")):
        asked.emit(1_000)
        yield name
        counter.key(ESC)
    counter.till.central.will("begin_hold", replies.usable)
    counter.pay.choose(Way.POINTS)
    counter.key(ENTER)
    yield "points"
    counter.pay.leave_asked.emit(1_000)
    yield "leave"
    counter.window.layers.back()
    counter.till.central.will("begin_hold", replies.pending)
    counter.pay.choose(Way.VALUE)
    counter.key(ENTER)
    yield "her check"
    counter.till.central.will("send_code", replies.sms_sent)
    counter.key(ENTER)
    yield "her texted code"
    counter.till.central.will("release_hold", None)
    counter.key(ESC)
    counter.key(ESC)
    counter.till.terminal.script = Script.STAYS_UNKNOWN
    counter.pay.choose(Way.CARD)
    counter.pay.type_amount(1_000)
    counter.key(ENTER)
    yield "unknown"
    counter.till.clock.advance_ms(15_000)
    counter.till.terminal.script = Script.PAID
    counter.pay.charges.reverse()
    counter.idle()
    counter.key(ESC)
    counter.key(ESC)
    counter.go(Place.PAY, PayRequest(payment=payment, member=WANG))
    counter.pay.choose(Way.CASH)
    counter.pay.type_amount(90_000)
    counter.key(ENTER)
    yield "done"
    counter.pay.new_sale()
    counter.go(Place.PAY, PayRequest(payment=order(counter.till, UMBRELLA)))
    counter.pay.choose(Way.CASH)
    counter.pay.type_amount(90_000)
    counter.key(ENTER)
    counter.idle()
    yield "done, and nobody was named"
    counter.go(Place.SELL)
    counter.go(Place.MEMBER, "")
    yield "the sale that was just paid"
    counter.click("member.join")
    yield "joining with what was paid"


def back(counter):
    sale = sold(counter.till, order(counter.till, UMBRELLA), counter.till.shifts.current()).sale
    counter.go(Place.REFUND, "")
    yield "nothing"
    counter.till.central.will("find_sale", FindSaleReply(request_id="r"))
    counter.go(Place.REFUND, sale.receipt_number)
    counter.refund.want_all()
    counter.refund.choose_reason("quality")
    yield "a sale"
    counter.refund.confirm()
    counter.idle()
    yield "approval"
    counter.key(ESC)


def pages(counter):
    nothing = CasesListed(request_id="r", rows=(), total=3, oldest_ms=0)
    counter.till.central.will("cases", nothing)
    for place in (
        Place.HEALTH,
        Place.COMFORT,
        Place.SCANNER_TEST,
        Place.KEYS,
        Place.SHIFT_OPEN,
        Place.CASH_MOVE,
        Place.DRAWERS,
        Place.X_REPORT,
        Place.SIGN_IN,
    ):
        counter.go(place)
        yield place
        if place is Place.KEYS:
            counter.keys.choose(Action.DISCOUNT)
            yield "a key to press"
            counter.keys.cancel()
    counter.door.choose(CASHIER)
    yield "a PIN"
    counter.go(Place.SELL)


def managing(counter):
    counter.floor.duty.sign_in(MANAGER)
    counter.go(Place.MANAGER)
    counter.idle()
    for tab in Tab:
        counter.manager.choose(str(tab))
        yield tab


def proving(counter):
    listed.cases(counter.till.central)
    counter.go(Place.CASES)
    counter.idle()
    yield "cases"
    counter.cases.choose_view(View.EDIT)
    counter.cases.edit("{")
    counter.cases.compare()
    counter.idle()
    yield "an edited fact"
    for act in Act:
        counter.cases.ask(act)
        yield act
        counter.cases.cancel()
    listed.bills(counter.till.central, counter.till.folder / "bills")
    counter.go(Place.BILLS)
    counter.idle()
    yield "bills"
    counter.bills.ask()
    counter.idle()
    yield "a bill to read"
    counter.bills.cancel()
    listed.recorded(counter.till.central)
    counter.go(Place.RECORDED)
    yield "recorded"
    counter.recorded.ask_missing()
    yield "recorded, missing"
    counter.recorded.cancel()
    nothing = RecordedListed(request_id="r", rows=(), total=0, amount=0)
    counter.till.central.will("recorded", nothing)
    counter.recorded.choose_standing(Standing.SEEN.value)
    counter.idle()
    yield "nothing recorded"


def closing(counter):
    counter.go(Place.SHIFT_CLOSE)
    yield "count"
    counter.till.central.will("receipt_count", 0, 0, 0)
    counter.type("4")
    counter.closing.confirm()
    counter.idle()
    yield "difference"
    counter.closing.choose_reason("change")
    counter.closing.confirm()
    counter.idle()
    yield "approval"
    counter.approval.give_pin("246802")
    counter.idle()
    counter.idle()
    yield "after it"
    counter.closing.leave()
    counter.till.open_shift()
    counter.floor.duty.sign_in(CASHIER)
    counter.floor.duty.use_shift(counter.till.shifts.current())


def orphan(counter):
    till = counter.till
    till.paying.charge(order(till, UMBRELLA), till.paying.new_tender_id(), 1_000, "card")
    counter.orphans.take(till.paying.open_legs())
    counter.idle()
    counter.go(Place.ORPHAN)
    yield "a charge of no order"
