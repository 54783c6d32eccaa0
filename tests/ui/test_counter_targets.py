"""The counter's screens are whole, named and large enough in every language and on all screens."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from posapp.devices.simulated_terminal import Script
from posapp.domain.complaints import ComplaintStep
from posapp.domain.member import MemberStatus
from posapp.errors import Refused, Unavailable
from posapp.ui.cases.state import Act, View
from posapp.ui.languages import Languages
from posapp.ui.manager.presenter import Tab
from posapp.ui.navigation import Place
from posapp.ui.pay.state import PayRequest, Way
from posapp.ui.service.state import Act as ServiceAct
from posapp.ui.service.state import Tab as ServiceTab
from posapp.wire.case_work import CasesListed
from posapp.wire.consents import ConsentShown, ConsentsTold
from posapp.wire.families import FamilyAct, FamilyMember, FamilyTold
from posapp.wire.member_search import MemberRow, MembersFound
from posapp.wire.privacy import ErasureShown, Obstacle
from posapp.wire.recorded import RecordedListed, Standing
from posapp.wire.redress import ComplaintWaiting, CouponOffered
from posapp.wire.requests import FindMemberReply, FindSaleReply
from posapp.wire.service_desk import CardShown, ConsentStanding, Happened, MemberFile
from posapp.wire.tags import TagOffered, TagShown
from posapp.workflows.seeking import SearchForm
from posapp.workflows.service_desk import Signature
from tests.ui import listed
from tests.ui.glasses import PAGE_WALKS, TOURS, WIDE, scale_on, walk_name
from tests.ui.member.test_member_presenters import quote
from tests.ui.tour import tour
from tests.ui.walk import problems
from tests.ui.window_at import counter_window
from tests.workflows import replies
from tests.workflows.counter import MANAGER, UMBRELLA, WANG
from tests.workflows.orders import e1_order, order, pay_card, sold


@pytest.fixture(params=PAGE_WALKS, ids=walk_name)
def walk(request):
    return request.param


@pytest.fixture
def counter(walk, till, floor, make_look, qapp, qtbot):
    language, glass, percent = walk
    look = make_look(scale=scale_on(glass, percent), language=language)
    languages = Languages(qapp, look)
    languages.choose(language)
    try:
        with counter_window(till, floor, look, qtbot, (glass.width, glass.height)) as counter:
            counter.glass = glass
            yield counter
    finally:
        languages.choose("zh_CN")


def check(counter):
    assert problems(counter.window, counter.look, counter.glass) == []


def test_paying_in_all_its_states(counter):
    payment = e1_order(counter.till)
    counter.go(Place.PAY, PayRequest(payment=payment, member=WANG))
    check(counter)
    for asked in (counter.pay.elsewhere.account_asked, counter.pay.elsewhere.record_asked):
        asked.emit(1_000)
        check(counter)
        counter.key(Qt.Key.Key_Escape)
    counter.till.central.will("begin_hold", replies.usable)
    counter.pay.choose(Way.POINTS)
    counter.key(Qt.Key.Key_Return)
    check(counter)
    counter.till.central.will("begin_hold", replies.pending)
    counter.pay.choose(Way.VALUE)
    counter.key(Qt.Key.Key_Return)
    check(counter)
    counter.till.central.will("send_code", replies.sms_sent)
    counter.key(Qt.Key.Key_Return)
    check(counter)
    counter.till.central.will("release_hold", None)
    counter.key(Qt.Key.Key_Escape)
    counter.key(Qt.Key.Key_Escape)
    counter.till.terminal.script = Script.STAYS_UNKNOWN
    counter.pay.choose(Way.CARD)
    counter.pay.type_amount(1_000)
    counter.key(Qt.Key.Key_Return)
    check(counter)
    counter.till.clock.advance_ms(15_000)
    counter.till.terminal.script = Script.PAID
    counter.pay.charges.reverse()
    counter.idle()
    counter.key(Qt.Key.Key_Escape)
    check(counter)
    counter.key(Qt.Key.Key_Escape)
    counter.go(Place.PAY, PayRequest(payment=payment, member=WANG))
    counter.pay.choose(Way.CASH)
    counter.pay.type_amount(90_000)
    counter.key(Qt.Key.Key_Return)
    check(counter)


def test_a_charge_of_no_order(counter):
    till = counter.till
    till.paying.charge(order(till, UMBRELLA), till.paying.new_tender_id(), 1_000, "card")
    counter.orphans.take(till.paying.open_legs())
    counter.idle()
    counter.go(Place.ORPHAN)
    check(counter)


def test_members(counter):
    counter.go(Place.SELL)
    counter.go(Place.MEMBER, "")
    check(counter)
    other = type(WANG)(id="m2", number="M2", name="李雷", phone="13900005678")
    reply = FindMemberReply(request_id="r", members=(WANG, other))
    counter.till.central.will("find_members", reply)
    counter.go(Place.MEMBER, "5678")
    check(counter)
    counter.go(Place.REGISTER, "13924681357")
    check(counter)
    counter.go(Place.TOP_UP, WANG)
    check(counter)
    counter.till.central.will("quote_top_up", quote)
    counter.top_up.choose(50_000)
    counter.idle()
    counter.top_up.ask_why()
    check(counter)


def test_registering_a_child_and_the_advice_for_a_phone(counter):
    settings = {"member_fields": "home=text:家乡;way=choice:出行方式:自驾|公交|地铁"}
    asked = {"consent_purposes": "marketing profiling partners face"}
    counter.till.desk.use(replace(counter.till.desk.settings, **settings, **asked))
    counter.go(Place.REGISTER, "+85291234567")
    counter.find("register.birthday").setText("2018-06-15")
    counter.register.type_phone("123")
    counter.till.central.will("send_code", Unavailable("sms.not_sent"))
    counter.register.type_phone("91234567")
    counter.register.send_code()
    counter.idle()
    assert counter.shows("register.vouch")
    check(counter)
    counter.till.central.will("send_code", Unavailable("central.unreachable"))
    counter.register.send_code()
    counter.idle()
    assert counter.shows("register.without_code")
    check(counter)


def test_consents_and_family(counter):
    central, kid = counter.till.central, replace(WANG, id="kid", name="王小宝", phone="")
    said = ConsentShown(
        purpose="marketing", given=True, policy_version="v3", channel="display", at_ms=WANG.as_of_ms
    )
    told = ConsentsTold(
        request_id="r", member_id=WANG.id, states=(said,), entries=(said,), needs_guardian=True
    )
    people = [
        FamilyMember(member=WANG, role="parent", since_ms=1),
        FamilyMember(member=kid, role="child", since_ms=2, guardian_id=WANG.id),
    ]
    central.will("consents", told)
    central.will("family", FamilyTold(request_id="r", holder_id=WANG.id, members=tuple(people)))
    counter.go(Place.FAMILY, WANG)
    check(counter)
    counter.family.ask_child()
    check(counter)
    counter.key(Qt.Key.Key_Escape)
    counter.family.ask(FamilyAct.JOIN)
    check(counter)
    counter.key(Qt.Key.Key_Escape)
    assert not counter.shows("family_act")


def test_refund_and_approval(counter):
    payment = order(counter.till, *[UMBRELLA])
    sale = sold(counter.till, payment, counter.till.shifts.current()).sale
    counter.go(Place.REFUND, "")
    check(counter)
    counter.till.central.will("find_sale", FindSaleReply(request_id="r"))
    counter.go(Place.REFUND, sale.receipt_number)
    counter.refund.want_all()
    counter.refund.choose_reason("quality")
    check(counter)
    counter.refund.confirm()
    counter.idle()
    check(counter)


def test_shift(counter):
    counter.go(Place.SHIFT_OPEN)
    check(counter)
    counter.go(Place.CASH_MOVE)
    check(counter)
    counter.go(Place.DRAWERS)
    check(counter)
    counter.go(Place.X_REPORT)
    check(counter)
    payment = pay_card(counter.till, order(counter.till), 5_000)
    sold(counter.till, payment, counter.till.shifts.current())
    counter.go(Place.SHIFT_CLOSE)
    check(counter)
    counter.till.central.will("receipt_count", 1)
    counter.type("4")
    counter.closing.confirm()
    counter.idle()
    check(counter)
    counter.type(" ")
    counter.closing.confirm()
    counter.idle()
    check(counter)
    counter.closing.choose_reason("change")
    counter.closing.confirm()
    counter.idle()
    counter.approval.give_pin("246802")
    counter.idle()
    counter.idle()
    check(counter)
    counter.click("shift.why")
    check(counter)


def test_health_and_manager(counter):
    counter.till.central.will("cases", CasesListed(request_id="r", rows=(), total=3, oldest_ms=0))
    counter.go(Place.HEALTH)
    check(counter)
    counter.floor.duty.sign_in(MANAGER)
    counter.go(Place.MANAGER)
    counter.idle()
    for tab in Tab:
        counter.manager.choose(str(tab))
        check(counter)


def test_what_needs_a_person(counter):
    listed.cases(counter.till.central)
    counter.floor.duty.sign_in(MANAGER)
    counter.go(Place.CASES)
    counter.idle()
    check(counter)
    counter.cases.choose_view(View.EDIT)
    counter.cases.edit("{")
    counter.cases.compare()
    counter.idle()
    check(counter)
    for act in Act:
        counter.cases.ask(act)
        check(counter)
        counter.cases.cancel()


def test_bills_of_the_acquirers(counter):
    listed.bills(counter.till.central, counter.till.folder / "bills")
    counter.floor.duty.sign_in(MANAGER)
    counter.go(Place.BILLS)
    counter.idle()
    check(counter)
    counter.bills.ask()
    counter.idle()
    check(counter)
    counter.bills.cancel()


def test_payments_taken_elsewhere(counter):
    listed.recorded(counter.till.central)
    counter.floor.duty.sign_in(MANAGER)
    counter.go(Place.RECORDED)
    check(counter)
    for ask in (counter.recorded.ask_seen, counter.recorded.ask_missing):
        ask()
        check(counter)
        counter.recorded.cancel()
    nothing = RecordedListed(request_id="r", rows=(), total=0, amount=0)
    counter.till.central.will("recorded", nothing)
    counter.recorded.choose_standing(Standing.SEEN.value)
    counter.idle()
    check(counter)


def test_the_file_of_a_member(counter):
    row = Happened(
        id="c",
        at_ms=1,
        kind="correction",
        who="张敏 (1024)",
        approved_by="周店长 (9001)",
        terminal="A03",
        principal=-1_234_500,
        note="漏记积分，已核对小票",
        can_reverse=True,
    )
    file = MemberFile(
        request_id="r",
        id=WANG.id,
        number=WANG.number,
        version=1,
        tier="gold",
        status=MemberStatus.FROZEN,
        registered_ms=1,
        name="王*芳",
        phone="138****5678",
        principal=123_456_700,
        bonus=1_234_500,
        points=1_234_567,
        cards=(CardShown(tail="****0123", state="active", at_ms=1),),
        consents=(ConsentStanding(purpose="membership", given=True, policy_version="v3"),),
        timeline=(row,) * 4,
        next="1.c",
        tags=(TagShown(code="t0", kind="value", name="偏好文创玩具", by_rule=True),) * 6,
        tags_offered=tuple(
            TagOffered(code=f"t{n}", kind="basic", name=f"偏好文创玩具{n}") for n in range(12)
        ),
        coupons_offered=(CouponOffered(code="SAVE20", label="满200减20"),) * 1,
        complaints=(
            ComplaintWaiting(id="c", about="stored_value", state="open", opened_ms=1, due_ms=2),
        ),
    )
    counter.till.central.will("member_file", file)
    counter.go(Place.SERVICE, WANG)
    check(counter)
    counter.service.choose(0)
    for tab in ServiceTab:
        counter.service.choose_tab(tab.value)
        check(counter)
    in_the_way = tuple(
        Obstacle(kind=kind, amount=1_000, count=2)
        for kind in ("value", "held", "hold", "lent", "debt", "case", "children", "family")
    )
    counter.till.central.will(
        "erasure",
        ErasureShown(request_id="r", obstacles=in_the_way, keep_until_ms=10**13, points=5),
    )
    for act in ServiceAct:
        counter.service.ask(act)
        counter.idle()
        check(counter)
        counter.service.cancel()
    counter.service.ask(ServiceAct.PHONE)
    counter.till.central.will("member_act", Refused("service.needs_manager"))
    counter.service.answer({"phone": "1", "code": "1"}, Signature(note="x", pin="1"))
    counter.idle()
    check(counter)
    counter.service.cancel()


def test_complaints(counter):
    listed.complaints(counter.till.central)
    counter.go(Place.COMPLAINTS, WANG.id)
    check(counter)
    for step in ComplaintStep:
        if step is not ComplaintStep.COMPENSATED:
            counter.complaints.ask(step)
            check(counter)
            counter.complaints.cancel()


def test_the_search_by_conditions(counter):
    row = MemberRow(
        id=WANG.id,
        number="6000000018",
        name="欧*娜",
        phone="+886 9****5678",
        tier="gold",
        status=MemberStatus.BLACKLISTED,
        registered_ms=1,
        last_sale_ms=1_790_000_000_000,
    )
    counter.go(Place.SEARCH, "ouyn")
    check(counter)
    page = MembersFound(request_id="r", rows=(row,) * 12, next=WANG.id)
    counter.till.central.will("members_sought", page, Refused("search.nothing_narrows"))
    counter.search.search(SearchForm(name="ouyn"))
    counter.idle()
    check(counter)
    counter.search.search(SearchForm())
    counter.idle()
    check(counter)


@pytest.mark.parametrize("walk", TOURS, ids=walk_name)
def test_everything_on_the_other_glasses(counter):
    found = [
        (stop, each)
        for stop in tour(counter)
        for each in problems(counter.window, counter.look, counter.glass)
    ]
    assert found == [], "\n".join(map(str, found))


def test_a_wide_till_draws_no_larger_at_any_percentage():
    assert [scale_on(WIDE, percent) for percent in (100, 125, 150)] == [1.0, 1.0, 1.0]
