"""A member's file at the till: opened from her panel, told in words, acts proved once, nothing left."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from posapp.domain.member import MemberStatus
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.ui.navigation import Place
from posapp.ui.service.forms import signed, what_of
from posapp.ui.service.presenter import ServicePresenter
from posapp.ui.service.state import Act, Question, Tab
from posapp.ui.service.words import happened_more, happened_title, happened_value, why_not
from posapp.wire.redress import Compensation, CompensationBack
from posapp.wire.requests import FindMemberReply, SendCodeReply
from posapp.wire.service_desk import (
    Balance,
    CardShown,
    Happened,
    MemberActed,
    MemberFile,
    PhoneProof,
    ProfileEdit,
    Revealed,
    Shelf,
    TimelinePage,
)
from posapp.wire.tags import TagChange, TagShown
from posapp.workflows.service_desk import ServiceDesk, Signature
from tests.ui.till_floor import floor_at, settle
from tests.ui.window_at import counter_window
from tests.workflows.counter import CASHIER, CASHIER_PIN, MANAGER, WANG

HELD = Happened(id="h1", at_ms=1, kind="hold", terminal="A03", principal=-500, held=500)
FIXED = Happened(
    id="c1", at_ms=2, kind="correction", who="张敏 (1024)", points=50, note="漏记", can_reverse=True
)
MOST_KEYS = 6
"""From the member panel to a card that is lost, but for the reason and the PIN."""
SIGNED = Signature(note="本人要求", pin=CASHIER_PIN)


def a_file(**changed):
    values = {
        "request_id": "r",
        "id": WANG.id,
        "number": WANG.number,
        "version": 3,
        "tier": "gold",
        "status": MemberStatus.NORMAL,
        "registered_ms": 1,
        "name": "王*芳",
        "phone": "138****5678",
        "principal": 100_000,
        "timeline": (FIXED, HELD),
        "next": "1.h1",
    }
    return MemberFile(**{**values, **changed})


@pytest.fixture
def counter_floor(till, background, messages):
    return floor_at(till, background, messages, CASHIER)


@pytest.fixture
def desk(till, counter_floor, qtbot):
    """The presenter with her file open."""
    till.central.will("member_file", a_file())
    made = ServicePresenter(ServiceDesk(till.central, till.desk), counter_floor)
    counter_floor.duty.sign_in(CASHIER)
    made.open(WANG)
    settle(qtbot, counter_floor)
    return made


def test_file_is_asked_by_her_id_and_shown_masked(desk, till):
    (asked,) = till.central.requests("member_file")
    assert (asked.member_id, asked.staff_id) == (WANG.id, CASHIER.id)
    assert (desk.state.file.name, desk.state.rows, desk.state.next) == (
        "王*芳",
        (FIXED, HELD),
        "1.h1",
    )
    assert [each.title for each in desk.state.recent] == ["王*芳"]


def test_pages_go_on_and_back(desk, till, counter_floor, qtbot):
    till.central.will("timeline", TimelinePage(request_id="r", rows=(HELD,), next=""))
    desk.next_page()
    settle(qtbot, counter_floor)
    assert (desk.state.rows, desk.state.next, desk.state.places) == ((HELD,), "", ("", "1.h1"))
    till.central.will("timeline", TimelinePage(request_id="r", rows=(FIXED,), next="1.h1"))
    desk.page_before()
    settle(qtbot, counter_floor)
    assert [each.after for each in till.central.requests("timeline")] == ["1.h1", ""]
    till.central.will("timeline", TimelinePage(request_id="r", rows=()))
    desk.choose_shelf("access")
    settle(qtbot, counter_floor)
    assert till.central.requests("timeline")[-1].shelf is Shelf.ACCESS


def test_phone_is_shown_by_central_for_a_moment_only(desk, till, counter_floor, qtbot):
    till.central.will("reveal", Revealed(request_id="r", text=WANG.phone))
    desk.reveal()
    settle(qtbot, counter_floor)
    assert desk.state.revealed == WANG.phone
    desk.hide()
    assert desk.state.revealed == ""


def test_what_one_person_saw_is_not_left_for_the_next(desk, counter_floor):
    counter_floor.duty.sign_in(MANAGER)
    assert (desk.state.file, desk.state.rows, desk.state.recent) == (None, (), ())


def test_offline_nothing_is_asked_and_every_key_says_why(desk, till, counter_floor, qtbot):
    till.go_offline()
    desk.load()
    settle(qtbot, counter_floor)
    assert desk.state.problem.key == "service.offline"
    assert len(till.central.requests("member_file")) == 1
    assert {why_not(act, desk.state) for act in Act} == {"离线，要连上总部才能办"}


def test_tag_that_is_hers_is_taken_off_and_another_is_put():
    vip = TagShown(code="vip", kind="basic", name="贵宾")
    question = Question(act=Act.TAG, who="", act_id="", file=a_file(tags=(vip,)))
    assert what_of(question, {"tag": "vip"}) == TagChange(code="vip", put=False)
    assert what_of(question, {"tag": "other"}) == TagChange(code="other", put=True)


def test_compensation_is_read_from_its_form_and_taken_back_by_its_row():
    question = Question(act=Act.COMPENSATE, who="", act_id="")
    fields = {
        "kind": "value",
        "amount": "12.50",
        "why": "waited",
        "complaint": "c1",
        "receipt": " A1 ",
    }
    wanted = Compensation(
        kind="value", reason="waited", amount=1_250, complaint_id="c1", receipt="A1"
    )
    assert what_of(question, fields) == wanted
    with pytest.raises(Refused, match="amount_not_valid"):
        what_of(question, {**fields, "amount": "-1"})
    given = Happened(id="x", at_ms=1, kind="compensation", detail={"why": "waited"}, bonus=1_250)
    back = Question(act=Act.REVERSE, who="", act_id="", reverses=given)
    assert what_of(back, {}) == CompensationBack(compensation_id="x")
    assert (happened_title(given), happened_more(given)) == ("补偿", "等候太久")


def done(version=4):
    return lambda asked: MemberActed(request_id="r", act_id=asked.act_id, version=version)


def test_act_is_done_once_and_the_file_is_read_anew(desk, till, counter_floor, qtbot):
    desk.ask(Act.PROFILE)
    till.central.will("member_act", done())
    till.central.will("member_file", a_file(version=4))
    desk.answer({"name": "王芳", "birthday": "", "gender": ""}, SIGNED)
    settle(qtbot, counter_floor)
    settle(qtbot, counter_floor)
    (asked,) = till.central.requests("member_act")
    assert (asked.what, asked.version, asked.note) == (ProfileEdit(name="王芳"), 3, "本人要求")
    assert (desk.state.question, desk.state.file.version) == (None, 4)


def test_lost_answer_is_asked_for_again_under_the_same_id(desk, till, counter_floor, qtbot):
    desk.ask(Act.FREEZE)
    till.central.will("member_act", OutcomeUnknown("central.no_answer"), done())
    till.central.will("member_file", a_file(status=MemberStatus.FROZEN))
    desk.answer({}, SIGNED)
    settle(qtbot, counter_floor)
    assert desk.state.question.refusal.key == "central.no_answer"
    desk.answer({}, SIGNED)
    settle(qtbot, counter_floor)
    settle(qtbot, counter_floor)
    first, second = till.central.requests("member_act")
    assert first.act_id == second.act_id
    assert desk.state.file.status is MemberStatus.FROZEN


def test_other_words_after_a_refusal_are_another_act(desk, till, counter_floor, qtbot):
    desk.ask(Act.BIND)
    till.central.will("member_act", Refused("card.taken"), Refused("card.taken"))
    for card in ("88001122", "88003344"):
        desk.answer({"card": card}, SIGNED)
        settle(qtbot, counter_floor)
    first, second = till.central.requests("member_act")
    assert first.act_id != second.act_id
    desk.cancel()
    assert desk.state.question is None


def test_manager_is_called_for_where_central_wants_one(desk, till, counter_floor, qtbot):
    desk.ask(Act.CORRECT)
    till.central.will("member_act", Refused("service.needs_manager"), done())
    till.central.will("member_file", a_file())
    fields = {"balance": "points", "direction": "+", "amount": "+50"}
    desk.answer(fields, SIGNED)
    settle(qtbot, counter_floor)
    assert desk.state.question.needs_second
    both = Signature(note="本人要求", pin=CASHIER_PIN, second_number="9001", second_pin="246802")
    desk.answer(fields, both)
    settle(qtbot, counter_floor)
    settle(qtbot, counter_floor)
    asked = till.central.requests("member_act")[-1]
    assert (asked.approver_number, asked.what.amount) == ("9001", 50)


def test_somebody_was_there_first_so_the_file_is_read_anew(desk, till, counter_floor, qtbot):
    desk.ask(Act.LOST)
    till.central.will("member_act", Refused("service.stale"))
    till.central.will("member_file", a_file(version=9))
    desk.answer({}, SIGNED)
    settle(qtbot, counter_floor)
    settle(qtbot, counter_floor)
    assert (desk.state.question, desk.state.file.version) == (None, 9)


def test_codes_go_to_both_phones_and_their_ids_into_the_act(desk, till, counter_floor, qtbot):
    def sent(asked):
        return SendCodeReply(
            request_id="r",
            send_id=asked.send_id,
            masked_phone="137****1111",
            resend_after_ms=1,
            expires_ms=2,
        )

    desk.ask(Act.PHONE)
    till.central.will("send_code", sent, sent)
    desk.send_new("13700001111")
    settle(qtbot, counter_floor)
    desk.send_old()
    settle(qtbot, counter_floor)
    new, old = till.central.requests("send_code")
    assert (new.purpose, new.phone, old.purpose, old.member_id) == (
        "new_phone",
        "13700001111",
        "old_phone",
        WANG.id,
    )
    what = what_of(desk.state.question, {"phone": "13700001111", "code": "1", "old_code": "2"})
    assert (what.send_id, what.old_send_id) == (new.send_id, old.send_id)
    without = what_of(desk.state.question, {"phone": "13700001111", "code": "1", "old_code": ""})
    assert without.old_send_id == ""


def test_phone_in_the_file_is_verified_by_its_code_or_before_a_manager(
    desk, till, counter_floor, qtbot
):
    assert why_not(Act.PROVE, desk.state) == ""
    desk.ask(Act.PROVE)
    assert what_of(desk.state.question, {"old_code": ""}) == PhoneProof()
    till.central.will(
        "send_code",
        lambda asked: SendCodeReply(
            request_id="r",
            send_id=asked.send_id,
            masked_phone="138****5678",
            resend_after_ms=1,
            expires_ms=2,
        ),
    )
    desk.send_old()
    settle(qtbot, counter_floor)
    (code,) = till.central.requests("send_code")
    assert (code.purpose, code.member_id) == ("identity", WANG.id)
    what = what_of(desk.state.question, {"old_code": "123456"})
    assert what == PhoneProof(send_id=code.send_id, code="123456")
    verified = replace(desk.state, file=a_file(phone_verified=True))
    assert why_not(Act.PROVE, verified) == "手机号已经核验过"
    assert why_not(Act.PROVE, replace(desk.state, file=a_file(phone=""))) != ""


def test_phone_that_is_none_is_refused_before_anything_is_sent(desk, till, counter_floor, qtbot):
    desk.ask(Act.PHONE)
    desk.send_new("123")
    settle(qtbot, counter_floor)
    assert desk.state.question.refusal.key == "member.phone_not_valid"
    assert till.central.requests("send_code") == []


def test_figures_are_read_as_they_are_written_and_what_is_none_moves_nothing():
    assert signed("+50", Balance.POINTS) == 50
    assert signed("-12.5", Balance.PRINCIPAL) == -1_250
    assert signed("−3", Balance.BONUS) == -300
    assert signed("1,000", Balance.GROWTH) == 1_000
    question = Question(act=Act.CORRECT, who="x", act_id="a")
    for text in ("", "x", "1.5", "--1", "1e9", "9" * 12, "\uff11"):
        with pytest.raises(Refused, match=r"service\.amount_not_valid"):
            what_of(question, {"balance": "points", "amount": text})


def test_rows_are_told_in_words_and_unknown_kinds_keep_their_name():
    assert (happened_title(FIXED), happened_value(FIXED)) == ("更正", "+50 分")
    assert happened_value(HELD) == "¥5.00"
    assert happened_more(FIXED) == "张敏 (1024)  漏记"
    declined = Happened(
        id="d", at_ms=1, kind="hold_declined", detail={"reason": "member.may_not_pay"}
    )
    assert happened_title(declined) == "支付没有通过"
    assert "冻结" in happened_more(declined)
    assert happened_title(Happened(id="n", at_ms=1, kind="from.later")) == "from.later"


# -- the window


@pytest.fixture
def counter(till, counter_floor, make_look, qtbot):
    with counter_window(till, counter_floor, make_look(), qtbot) as made:
        counter_floor.duty.sign_in(CASHIER)
        yield made


def open_from_panel(counter):
    central = counter.till.central
    central.will("find_members", FindMemberReply(request_id="r", members=(WANG,)))
    central.will("member_file", a_file(cards=(CardShown(tail="****0123", state="active"),)))
    counter.go(Place.SELL)
    counter.go(Place.MEMBER, "5678")
    counter.key(Qt.Key.Key_F8)


def tabs_to(counter, name):
    """How many Tabs it is away."""
    for tabs in range(40):
        focus = QApplication.focusWidget()
        if focus is not None and focus.objectName() == name:
            return tabs
        counter.key(Qt.Key.Key_Tab)
    pytest.fail(f"no Tab reaches {name}")


def test_keyboard_alone_opens_a_file_and_reports_a_card_lost(counter):
    open_from_panel(counter)
    assert counter.top.objectName() == "service"
    central = counter.till.central
    central.will("member_act", done())
    central.will("member_file", a_file())
    keys = tabs_to(counter, "service.act.lost")
    counter.key(Qt.Key.Key_Return)
    assert counter.top.objectName() == "service_act"
    counter.type("ben ren")
    counter.key(Qt.Key.Key_Return)
    counter.type(CASHIER_PIN)
    counter.key(Qt.Key.Key_Return)
    assert keys + len(("F8", "Enter", "Enter", "Enter")) <= MOST_KEYS
    counter.qtbot.waitUntil(lambda: counter.top.objectName() == "service", timeout=15_000)
    (asked,) = central.requests("member_act")
    assert (asked.what.step, asked.pin, asked.note) == ("lost", CASHIER_PIN, "ben ren")


def test_pointer_alone_reverses_a_correction(counter):
    open_from_panel(counter)
    central = counter.till.central
    central.will("member_act", done())
    central.will("member_file", a_file())
    assert not counter.find("service.reverse").isEnabled()
    counter.click("service.row0")
    counter.click("service.reverse")
    counter.click("service_act.reason0")
    for digit in CASHIER_PIN:
        counter.click(f"service_act.pad.{digit}")
    counter.click("service_act.confirm")
    counter.qtbot.waitUntil(lambda: bool(central.requests("member_act")), timeout=15_000)
    assert central.requests("member_act")[0].what.reverses == "c1"


def test_sides_of_the_file_and_people_seen_before(counter):
    open_from_panel(counter)
    counter.find("service.tab.timeline").setFocus()
    for side in (Tab.FILE, Tab.CARDS):
        counter.key(Qt.Key.Key_Right)
        assert counter.service.state.tab is side
    counter.till.central.will("member_file", a_file())
    counter.click("service.seen.0")
    assert len(counter.till.central.requests("member_file")) == 2


def test_card_scanned_into_the_form_is_typed_there(counter):
    open_from_panel(counter)
    counter.service.ask(Act.REPLACE)
    counter.idle()
    counter.scan("88004455")
    assert counter.top.form.fields["card"] == "88004455"
    counter.service.cancel()


def test_central_that_is_away_leaves_the_page_with_the_reason(desk, till, counter_floor, qtbot):
    till.central.will("member_file", Unavailable("central.unreachable"))
    desk.load()
    settle(qtbot, counter_floor)
    assert (desk.state.loading, desk.state.problem.key) == (False, "central.unreachable")
