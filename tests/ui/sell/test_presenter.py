"""Scans, keys and their undo, without a widget."""

import pytest

from posapp.domain import cart as carts
from posapp.domain.cart import Cart, ManualReduction
from posapp.domain.ids import SaleId
from posapp.domain.own_codes import badge_code
from posapp.ui.keymap import Action
from posapp.ui.member.wish import RegisterNow
from posapp.ui.navigation import Place
from posapp.ui.pay.state import PayRequest
from posapp.ui.sell.finder import Finder
from posapp.ui.sell.presenter import SellPresenter
from posapp.ui.sell.state import Entry
from posapp.workflows.draft import Draft
from tests.ui.counter import LI, WANG, products

GOODS = products()


def names(sell):
    return [line.line.name for line in sell.state.priced.lines]


@pytest.fixture
def went(counter):
    wishes = []
    counter.floor.navigation.requested.connect(wishes.append)
    return wishes


def test_scans_become_lines_in_their_order(sell, finder, idle):
    for code in ("6901234567892", "P003", "6901234567892"):
        finder.scan(code)
    idle()
    assert names(sell) == ["可口可乐", "珍珠奶茶"]
    assert sell.state.priced.net == 500 * 2 + 1600
    assert sell.state.order.selected == 1


def test_an_unknown_code_latches_and_shuts_payment(sell, finder, idle, went, shown):
    finder.scan("6901234567892")
    finder.scan("6901234567894")
    idle()
    assert sell.state.latch.key == "code.unknown"
    sell.pay()
    assert went == []
    assert shown[-1].key == "sell.resolve_first"
    finder.dismiss()
    sell.pay()
    assert [wish.place for wish in went] == [Place.PAY]


def test_a_second_unknown_code_does_not_hide_the_first(sell, finder, idle):
    finder.scan("6901234567894")
    finder.scan("6901234567001")
    idle()
    finder.dismiss()
    assert sell.state.latch.shown.startswith("6901")
    finder.dismiss()
    assert sell.state.latch is None


def test_a_scan_with_a_star_is_a_code_and_no_quantity(sell, finder, idle):
    finder.scan("3*P001")
    idle()
    assert names(sell) == []
    assert sell.state.latch is not None


def test_a_typed_star_is_a_quantity(sell, finder, idle):
    finder.submit("3*P001")
    idle()
    assert [line.line.quantity for line in sell.state.priced.lines] == [3000]


def test_a_scan_while_a_quantity_is_awaited_is_still_goods(sell, finder, idle):
    finder.scan("P001")
    idle()
    sell.show(entry=Entry.QUANTITY)
    finder.scan("6901234567892")
    idle()
    assert [line.line.quantity for line in sell.state.priced.lines] == [1000, 1000]
    finder.submit("5")
    assert [line.line.quantity for line in sell.state.priced.lines] == [5000, 1000]
    assert sell.state.entry is Entry.CODE


def test_an_absurd_quantity_is_refused_and_the_order_stays(sell, finder, idle, shown):
    finder.scan("P001")
    idle()
    sell.set_quantity("99999")
    assert shown[-1].key == "cart.quantity_out_of_range"
    assert sell.state.priced.lines[0].line.quantity == 1000


def test_sold_out_goods_are_refused(sell, finder, idle, shown):
    finder.scan("P016")
    idle()
    assert shown[-1].key == "cart.sold_out"
    assert names(sell) == []


def test_a_removed_line_comes_back_by_undo(sell, finder, idle, shown):
    finder.scan("P001")
    finder.scan("P002")
    idle()
    sell.remove_line()
    assert names(sell) == ["矿泉水"]
    assert shown[-1].text == "已删除 可口可乐 ×1"
    shown[-1].undo()
    assert names(sell) == ["矿泉水", "可口可乐"]


def test_the_member_brings_her_price_and_leaves_with_it(sell, finder, idle):
    finder.scan("P009")
    finder.submit("13812345678")
    idle()
    assert (sell.state.member, sell.state.priced.net) == (WANG, 3510)
    sell.detach()
    assert (sell.state.member, sell.state.priced.net) == (None, 3900)
    sell.undo()
    assert (sell.state.member, sell.state.priced.net) == (WANG, 3510)


def test_two_members_with_the_same_tail_are_asked_about(sell, finder, idle):
    finder.submit("5678")
    idle()
    assert {member.id for member in sell.state.choices.members} == {WANG.id, LI.id}
    wanted = sell.state.choices.members.index(LI)
    finder.choose(wanted)
    assert sell.state.member == LI
    assert sell.state.choices is None


def test_a_phone_that_only_central_knows_is_asked_for(sell, finder, counter, idle, qtbot):
    counter.members.known = (WANG,)
    finder.submit("13711112222")
    idle()
    qtbot.waitUntil(lambda: sell.state.member == WANG)
    assert counter.members.asked == ["13711112222"]


def test_an_unknown_phone_offers_registration(sell, finder, idle, went, qtbot):
    finder.submit("13711112222")
    idle()
    qtbot.waitUntil(lambda: sell.state.latch is not None)
    assert sell.state.latch.is_phone
    finder.register_latched()
    assert (went[-1].place, went[-1].payload) == (Place.REGISTER, RegisterNow(phone="13711112222"))


def test_central_away_is_no_error_for_a_look_up(sell, finder, counter, idle, shown, qtbot):
    counter.members.known = None
    finder.submit("13711112222")
    idle()
    qtbot.waitUntil(lambda: sell.state.latch is not None)
    assert shown == []


def test_a_payment_code_in_the_sale_asks_and_shows_no_code(sell, finder, idle, went):
    finder.scan("P001")
    finder.scan("134567890123458293")
    idle()
    assert sell.state.latch.is_payment
    assert "567890" not in sell.state.latch.shown
    finder.pay_latched()
    assert went[-1].place is Place.PAY


def test_paying_hands_over_order_and_member(sell, finder, idle, went):
    finder.scan("P009")
    finder.submit("13812345678")
    idle()
    sell.pay()
    request = went[-1].payload
    assert isinstance(request, PayRequest)
    assert request.member == WANG
    assert request.payment.net == 3510
    assert request.payment.sale_id == sell.state.order.draft.sale_id


def test_without_a_shift_nothing_is_paid(sell, finder, idle, counter, went, shown):
    finder.scan("P001")
    idle()
    counter.floor.duty.use_shift(None)
    sell.pay()
    assert (went, shown[-1].key) == ([], "shift.not_open")


def test_an_order_waits_aside_and_comes_back(sell, finder, actions, idle, shown):
    finder.scan("P001")
    idle()
    actions.press(_action("HOLD"))
    idle()
    assert names(sell) == []
    assert [parked.label for parked in sell.state.parked] == ["散客"]
    sell.parking.recall(sell.state.parked[0].id)
    idle()
    assert names(sell) == ["矿泉水"]
    assert sell.state.parked == ()


def test_a_crash_loses_nothing(sell, finder, counter, idle):
    for code in ("P001", "P002", "P003"):
        finder.scan(code)
    idle()
    again = SellPresenter(counter.selling, counter.held, counter.floor)
    again.open()
    idle()
    assert names(again) == ["矿泉水", "可口可乐", "珍珠奶茶"]
    assert again.state.order.draft.sale_id == sell.state.order.draft.sale_id


def test_after_a_restart_the_order_still_knows_its_member(sell, finder, counter, idle, qtbot):
    finder.scan("P009")
    finder.submit("13812345678")
    idle()
    again = SellPresenter(counter.selling, counter.held, counter.floor)
    Finder(again, counter.selling, counter.members)
    again.open()
    idle()
    qtbot.waitUntil(lambda: again.state.member == WANG)
    assert again.state.priced.net == 3510


def test_search_follows_the_keys_and_leaves_with_the_field(sell, finder, idle):
    finder.load_shelf()
    idle()
    finder.search_typed("yy")
    finder.search_typed("雨")
    idle()
    assert {tile.name for tile in sell.state.shelf.tiles} == {"成人雨衣", "儿童雨衣", "晴雨伞"}
    finder.search_typed("")
    idle()
    assert len(sell.state.shelf.tiles) == 16


def test_a_price_check_adds_nothing(sell, finder, actions, idle):
    actions.press(_action("PRICE_CHECK"))
    finder.scan("P009")
    idle()
    assert sell.state.checked.product.price == 3900
    assert names(sell) == []
    actions.press(_action("BACK"))
    assert sell.state.checked is None


def test_typed_text_comes_before_keys_that_it_may_contain(sell, finder, actions, idle):
    finder.scan("P001")
    idle()
    assert actions.carry_out(_action("QUANTITY"), "3") is False
    assert actions.carry_out(_action("LESS"), "AB") is False
    assert actions.carry_out(_action("LESS"), "") is True
    assert names(sell) == []


def test_esc_never_clears_the_order(sell, finder, actions, idle):
    finder.scan("P001")
    idle()
    for _ in range(3):
        actions.carry_out(_action("BACK"), "abc")
    assert names(sell) == ["矿泉水"]


def test_enter_on_nothing_pays_nothing(sell, finder, actions, idle, went, shown):
    finder.scan("P001")
    idle()
    actions.enter_on_nothing("+")
    assert went == []
    assert shown[-1].text == "按 + 收款"


@pytest.mark.parametrize(
    ("action", "place"),
    [
        ("MEMBER", Place.MEMBER),
        ("REFUND", Place.REFUND),
        ("DRAWER", Place.CASH_MOVE),
        ("SHIFT", Place.SHIFT_CLOSE),
        ("TOP_UP", Place.MEMBER),
    ],
)
def test_keys_lead_to_their_places(actions, went, action, place):
    actions.press(_action(action))
    assert went[-1].place is place


def test_offline_top_up_says_why_not(sell, actions, went, shown):
    sell.show_online(online=False)
    actions.press(_action("TOP_UP"))
    assert (went, shown[-1].key) == ([], "sell.needs_central")


def test_a_badge_is_no_product(sell, finder, idle):
    finder.scan(badge_code("1001"))
    idle()
    assert sell.state.latch.key == "code.badge_not_here"


def _action(name):
    return Action[name]


def test_the_finder_is_a_part_of_its_presenter(sell, finder):
    assert isinstance(finder, Finder)
    assert finder.parent() is sell


def test_enter_on_a_latched_code_looks_nothing_up_again(sell, finder, idle):
    finder.scan("6901234567894")
    idle()
    finder.submit(sell.state.latch.shown)
    idle()
    assert len(sell.state.latches) == 1


def test_every_kind_of_change_is_taken_back_one_by_one(sell, finder, counter, idle):
    finder.scan("P009")
    idle()
    states = [sell.state.order.cart]
    for change in (
        lambda: sell.step(1),
        lambda: sell.attach(WANG),
        lambda: finder.rewards.lay("C1"),
        lambda: _reduce(sell),
        lambda: sell.apply(sell.state.order.with_note("gift", whole=True)),
        lambda: sell.apply(sell.state.order.with_note("ice", whole=False)),
        sell.detach,
        sell.remove_line,
    ):
        change()
        idle()
        assert sell.state.order.cart != states[-1]
        states.append(sell.state.order.cart)
    while len(states) > 1:
        states.pop()
        sell.undo()
        assert sell.state.order.cart == states[-1]
    assert sell.state.member is None


def _reduce(sell):
    order = sell.state.order
    cut = ManualReduction(amount=100, reason="x")
    sell.apply(order.changed(carts.reduce_order(order.cart, cut), order.selected))


def test_what_was_voided_goes_along_to_the_order_that_takes_its_place(sell, finder, idle, counter):
    finder.scan("P001")
    idle()
    sell.remove_line()
    assert sell.is_empty
    other, _key = carts.add(Cart(), GOODS[2])
    sell.take_draft(Draft(sale_id=SaleId("other"), cart=other))
    assert names(sell) == ["珍珠奶茶"]
    assert [line.name for line in sell.state.order.cart.voided] == ["矿泉水"]


def test_after_a_restart_every_change_can_still_be_taken_back(sell, finder, idle, counter):
    carts_seen = [sell.state.order.cart]
    for change in (
        lambda: finder.scan("P001"),
        lambda: sell.attach(WANG),
        lambda: finder.scan("P002"),
        lambda: sell.step(1),
        lambda: sell.apply(sell.state.order.with_note("ice", whole=False)),
        sell.remove_line,
    ):
        change()
        idle()
        carts_seen.append(sell.state.order.cart)
    again = SellPresenter(counter.selling, counter.held, counter.floor)
    again.open()
    idle()
    assert again.state.order.cart == carts_seen.pop()
    while carts_seen:
        again.undo()
        now, then = again.state.order.cart, carts_seen.pop()
        assert (now.lines, now.member) == (then.lines, then.member)
    assert not again.state.order.can_undo
    assert [line.name for line in again.state.order.cart.voided] == ["矿泉水", "可口可乐"]
