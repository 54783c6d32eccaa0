"""Bad input at the counter: a clear refusal, nothing lost, nothing pressed, nothing taken."""

import pytest
from PySide6.QtWidgets import QWidget

from posapp.demo.paper.interpreter import Picture, interpret
from posapp.domain.own_codes import member_code
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Collecting, Done, Way
from tests.flows.shop import COLA, PANDA, WATER
from tests.offline.misbehaving import raw, response, serving

WANG, CHEN, FROZEN = "13812345678", "13998765678", "13900001111"
UNKNOWN_EAN = "6999999999991"


def scan(shop, text):
    """By the scanner on its cable."""
    shop.counter.scanner.scan(text)
    shop.robot.pause(0)
    shop.idle()


def basket(shop, *codes):
    for code in codes or (COLA,):
        scan(shop, code)
    shop.hand.wait_lines(len(set(codes or (COLA,))))


def serve(shop, phone):
    shop.robot.type(phone)
    shop.robot.press("Return")
    shop.until(lambda: shop.sell.state.member is not None, "member")


def begin_payment(shop):
    shop.robot.press("+")
    shop.hand.wait_for(Place.PAY)
    shop.hand.wait_phase(Collecting)


def pay_exact_cash(shop):
    shop.robot.press("Alt+1", "Return")
    shop.hand.wait_phase(Done)
    return shop.pay.state.phase.committed.sale


def facts(shop):
    return shop.stores.till.journal.head()[1]


def paper_of(shop, sale):
    """The document that came out for a sale."""
    shop.until(
        lambda: any(sale.receipt_number in rows(job) for job in shop.papers), "its paper", 20
    )
    return next(interpret(j.data) for j in shop.papers if sale.receipt_number in rows(j))


def rows(job):
    return " ".join(interpret(job.data).rows)


# -- codes


def test_an_unknown_code_latches_and_payment_waits_until_a_person_decides(shop):
    basket(shop)
    shop.type_in(UNKNOWN_EAN)
    shop.until(lambda: shop.sell.state.latch is not None, "latch")
    shop.robot.press("+")
    shop.robot.click("sell.pay")
    assert shop.window.top is shop.window.surface(Place.SELL)
    shop.until(lambda: "sell.resolve_first" in shop.keys_told(), "the reason")
    assert shop.robot.find("sell.pay").reason
    scan(shop, WATER)
    assert (len(shop.sell.state.priced.lines), shop.sell.state.latch is not None) == (2, True)
    shop.robot.press("Esc")
    begin_payment(shop)
    assert pay_exact_cash(shop).net == 800


@pytest.mark.parametrize("by_keys", [True, False], ids=["keyboard scanner", "cable"])
def test_a_scan_of_5000_characters_is_refused_and_the_order_stays(shop, by_keys):
    basket(shop)
    before = facts(shop)
    if by_keys:
        shop.type_in("6" * 5_000)
    else:
        shop.counter.scanner.scan("6" * 5_000)
    shop.until(
        lambda: "code.too_long" in shop.keys_told() or shop.sell.state.latch is not None, "refusal"
    )
    shop.idle()
    if not by_keys:
        assert shop.sell.state.latch.key == "code.too_long"
        shop.robot.press("Esc")
    assert (shop.sell.state.priced.net, facts(shop)) == (500, before)
    assert shop.window.surface(Place.SELL).find_side.field.text == ""
    scan(shop, COLA)
    assert shop.sell.state.priced.net == 1_000


@pytest.mark.parametrize("code", ["\x02{}\r\n", "]E0{}", "\x1b{}\x00", " {}\t"])
def test_control_characters_around_a_code_do_not_matter(shop, code):
    scan(shop, code.format(COLA))
    assert (shop.sell.state.priced.net, shop.sell.state.latch) == (500, None)


@pytest.mark.parametrize("code", ["\x00\x01\x1b\x7f", "\r\n", "\u200b\u202e", "'; DROP TABLE x;--"])
def test_what_is_no_code_at_all_is_refused_in_words(shop, code):
    basket(shop)
    scan(shop, code)
    assert shop.sell.state.latch is not None
    panel = shop.window.surface(Place.SELL).latch
    assert panel.isVisible()
    assert "code." not in panel.text
    shop.robot.press("Esc")
    assert (shop.sell.state.priced.net, shop.sell.state.latch) == (500, None)


# -- amounts


def test_an_absurd_quantity_is_refused_and_the_line_stays(shop):
    basket(shop)
    shop.robot.press("*")
    shop.robot.type("99999")
    shop.robot.press("Return")
    shop.idle()
    assert "cart.quantity_out_of_range" in shop.keys_told()
    assert shop.sell.state.priced.net == 500
    shop.robot.type("9999")
    shop.robot.press("*")
    shop.robot.type("3902")
    shop.robot.press("Return")
    shop.idle()
    assert shop.sell.state.priced.net <= 500 + 9_999 * 10_000


def test_more_than_due_is_no_tender_but_cash(shop):
    serve(shop, WANG)
    basket(shop)
    begin_payment(shop)
    before, charged = facts(shop), shop.counter.terminal.ledger()
    shop.robot.press("Alt+3")
    shop.robot.type("6")
    shop.until(lambda: bool(shop.robot.find("pay.confirm").reason), "a reason")
    shop.robot.press("Return")
    shop.idle()
    assert "pay.more_than_due" in shop.keys_told()
    shop.robot.press("Alt+4")
    assert shop.pay.state.typed == 600
    shop.robot.type("6")
    shop.robot.press("Return")
    shop.idle()
    assert shop.keys_told().count("pay.more_than_due") == 2
    assert (shop.pay.state.payment.tenders, shop.counter.terminal.ledger(), facts(shop)) == (
        (),
        charged,
        before,
    )
    shop.robot.press("Alt+1")
    shop.robot.type("6")
    shop.robot.press("Return")
    shop.hand.wait_phase(Done)
    assert shop.pay.state.phase.committed.sale.change == 100


# -- people


def test_a_frozen_member_buys_but_spends_neither_value_nor_points(shop):
    serve(shop, FROZEN)
    basket(shop)
    begin_payment(shop)
    for way in (Way.VALUE, Way.POINTS):
        row = shop.robot.find(f"pay.way.{way}")
        assert not row.isEnabled()
        assert row.reason
    shop.robot.press("Alt+3")
    assert shop.pay.state.way is Way.CASH
    scan(shop, member_code(shop.sell.state.member.number, "12345678"))
    assert isinstance(shop.pay.state.phase, Collecting)
    assert pay_exact_cash(shop).net == 500


@pytest.mark.parametrize(
    ("phone", "shown", "is_drawn"),
    [
        ("13700002222", "𠮷", True),
        ("13600003333", "䶮", True),
        ("13500004444", "阿", False),
    ],
    ids=["outside the basic plane", "missing in the printer's font", "middle dots"],
)
def test_a_rare_name_is_on_the_screen_and_on_the_paper(shop, phone, shown, is_drawn):
    serve(shop, phone)
    name = shop.robot.find("sell.member.name").text()
    assert name.startswith(shown)
    assert "*" in name
    basket(shop)
    begin_payment(shop)
    document = paper_of(shop, pay_exact_cash(shop))
    assert document.problems == ()
    assert all("?" not in row for row in document.rows)
    printed = any(row.startswith("会员 ") and shown in row for row in document.rows)
    drawn = [item for item in document.items if isinstance(item, Picture)]
    assert (printed, bool(drawn)) == (not is_drawn, is_drawn)


@pytest.mark.parametrize(
    ("phone", "name"), [("15812340001", "𠮷·䶮"), ("15812340002", "买买提・古丽•阿不都")]
)
def test_a_rare_name_is_registered_whole(shop, phone, name):
    shop.robot.type(phone)
    shop.robot.press("Return")
    shop.until(lambda: shop.sell.state.latch is not None, "nobody has this phone")
    shop.robot.press("F2")
    shop.hand.wait_for(Place.REGISTER)
    register = shop.till_window.presenters.register
    shop.until(lambda: register.state.sent is not None, "code")
    message = next(m for m in reversed(shop.park.phone.messages()) if m.phone == phone)
    shop.robot.find("register.code").setFocus()
    shop.robot.type(message.code)
    shop.until(lambda: register.state.verified is not None, "verified")
    shop.robot.find("register.name").setText(name)
    shop.robot.click("register.agreed")
    shop.robot.press("Ctrl+Return")
    shop.hand.wait_for(Place.SELL)
    assert shop.sell.state.member.name == name
    assert shop.robot.find("sell.member.name").text().startswith(name[0])
    shop.park.till.sync.nudge()
    shop.until(lambda: shop.stores.till.outbox.depth()[0] == 0, "told central", 30)
    number = shop.sell.state.member.number
    (found,) = shop.park.till.workflows.members.look_up(number)
    assert (found.name, found.phone) == (name, phone)


# -- scans where none belongs


@pytest.mark.parametrize("by_keys", [True, False], ids=["keyboard scanner", "cable"])
def test_a_product_scanned_while_paying_is_no_amount(shop, by_keys):
    basket(shop)
    begin_payment(shop)
    if by_keys:
        shop.type_in(PANDA)
    else:
        scan(shop, PANDA)
    shop.until(lambda: bool(shop.messages), "refusal")
    state = shop.pay.state
    assert (state.typed, state.payment.tenders, type(state.phase)) == (None, (), Collecting)
    assert shop.keys_told() == ["code.not_a_payment_code"]
    assert pay_exact_cash(shop).net == 500


def test_a_scan_presses_no_button_wherever_the_focus_is(shop):
    basket(shop)
    focusable = [
        control
        for control in shop.window.findChildren(QWidget)
        if control.isVisible() and control.isEnabled() and control.focusPolicy().value
    ]
    assert len(focusable) > 10
    for control in focusable:
        control.setFocus()
        shop.type_in(UNKNOWN_EAN)
        shop.until(lambda: shop.sell.state.latch is not None, "latch")
        assert shop.window.top is shop.window.surface(Place.SELL), control.objectName()
        shop.till_window.presenters.sell.finder.dismiss()
        assert shop.sell.state.priced.net == 500, control.objectName()


def test_a_scan_answers_no_question(shop):
    basket(shop)
    begin_payment(shop)
    shop.robot.type("1")
    shop.robot.press("Return")
    shop.until(lambda: bool(shop.pay.state.payment.tenders), "a part is paid")
    shop.robot.press("Esc")
    shop.until(lambda: shop.window.top.objectName() == "pay.leave", "the question")
    for name in ("pay.leave.confirm", "pay.leave.safe"):
        shop.robot.find(name).setFocus()
        shop.type_in(COLA)
        shop.idle()
        assert shop.window.top.objectName() == "pay.leave", name
    assert shop.pay.state.payment.collected == 100
    assert len(shop.messages) >= 2
    shop.robot.press("Esc")


# -- central


def test_html_instead_of_json_is_a_central_that_is_away(shop):
    page = raw(
        response(b"<html><body>Sign in to the airport's network</body></html>", kind="text/html")
    )
    board = shop.park.till.board
    before = facts(shop)
    with serving(page) as portal:
        shop.park.link.retarget(portal.port)
        shop.park.till.sync.nudge()
        shop.until(lambda: not board.is_online(), "offline", 40)
        basket(shop)
        begin_payment(shop)
        assert not shop.robot.find(f"pay.way.{Way.VALUE}").isEnabled()
        sale = pay_exact_cash(shop)
        assert facts(shop) == before + 1
        shop.park.link.retarget(shop.park.central.port)
    shop.park.till.sync.nudge()
    depth = shop.stores.till.outbox.depth
    shop.until(lambda: board.is_online() and depth()[0] == 0, "online again", 60)
    assert "离线单" in paper_of(shop, sale).rows
