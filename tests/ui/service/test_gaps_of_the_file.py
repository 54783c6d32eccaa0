"""A new holder, what is taken away and what is shown in full for a moment, at the till."""

import pytest
from PySide6.QtWidgets import QWidget

from posapp.domain.consents import Purpose
from posapp.errors import Refused
from posapp.ui.look import Look
from posapp.ui.service.act_dialog import ServiceActDialog
from posapp.ui.service.forms import NO_GENDER, what_of
from posapp.ui.service.guardian_fields import GuardianFields
from posapp.ui.service.holder_form import HolderForm
from posapp.ui.service.presenter import ServicePresenter
from posapp.ui.service.profile_form import ProfileForm
from posapp.ui.service.state import Act, Question, Tab
from posapp.wire.requests import SendCodeReply
from posapp.wire.service_desk import (
    CardShown,
    FileSection,
    MemberActed,
    ProfileEdit,
    Revealed,
    SectionRow,
)
from posapp.workflows.pay_outcomes import CodeSent
from posapp.workflows.service_desk import ServiceDesk, Signature
from tests.ui.service.test_service import a_file
from tests.ui.till_floor import floor_at, settle
from tests.ui.window_at import counter_window
from tests.workflows.counter import CASHIER, CASHIER_PIN, WANG

NEW = "13700001111"
NOW_MS = 1_795_219_200_000
TWO = Signature(note="x", pin=CASHIER_PIN, second_number="9001", second_pin="246802")
NEW_HOLDER = {
    "relation": "heir",
    "name": "王继承",
    "phone": NEW,
    "code": "123456",
    "agreed": "1",
    "purpose_marketing": "1",
    "channel": "paper",
}


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


def sent(asked):
    return SendCodeReply(
        request_id="r",
        send_id=asked.send_id,
        masked_phone="137****1111",
        resend_after_ms=1,
        expires_ms=2,
    )


def test_account_goes_to_another_holder_with_her_code_her_consents_and_two_names(
    desk, till, counter_floor, qtbot
):
    desk.ask(Act.HOLDER)
    assert desk.state.question.needs_second
    till.central.will("send_code", sent)
    desk.send_new(NEW)
    settle(qtbot, counter_floor)
    till.central.will("member_act", lambda asked: done(asked))
    till.central.will("member_file", a_file(version=4))
    desk.answer(NEW_HOLDER, TWO)
    settle(qtbot, counter_floor)
    settle(qtbot, counter_floor)
    (code,) = till.central.requests("send_code")
    (asked,) = till.central.requests("member_act")
    what = asked.what
    assert (code.purpose, code.phone, what.send_id) == ("new_phone", NEW, code.send_id)
    assert (what.relation, what.name, what.phone, what.code) == ("heir", "王继承", NEW, "123456")
    consent = what.consent
    assert (consent.policy_version, consent.channel, consent.given) == (
        till.desk.settings.policy_version,
        "paper",
        ("marketing",),
    )
    assert Purpose.FACE not in consent.asked
    assert (asked.approver_number, desk.state.question) == ("9001", None)


def done(asked):
    return MemberActed(request_id="r", act_id=asked.act_id, version=4)


def test_same_holder_asked_for_again_is_the_same_act(desk, till, counter_floor, qtbot):
    desk.ask(Act.HOLDER)
    refusal = Refused("service.new_code_wrong", left=2)
    till.central.will("member_act", refusal, refusal)
    for _ in range(2):
        desk.answer(NEW_HOLDER, TWO)
        settle(qtbot, counter_floor)
    first, second = till.central.requests("member_act")
    assert (first.act_id, first.what) == (second.act_id, second.what)


def test_who_did_not_agree_is_sent_with_no_policy():
    question = Question(act=Act.HOLDER, who="", act_id="", policy_version="v3")
    what = what_of(question, {**NEW_HOLDER, "agreed": ""})
    assert what.consent.policy_version == ""


def test_form_of_a_new_holder_says_what_is_missing_and_writes_down_the_papers(look: Look, qtbot):
    question = Question(
        act=Act.HOLDER,
        who="",
        act_id="",
        asked_ms=NOW_MS,
        policy_version="v3",
        purposes=(Purpose.MARKETING, Purpose.PARTNERS),
    )
    form = HolderForm(look, question)
    qtbot.addWidget(form)
    missing = [form.missing]
    for names in (("name",), ("birthday",), ("phone", "code"), ("old_paper", "new_paper")):
        for name in names:
            form._fields[name].edit.setText("1990-03-08" if name == "birthday" else f"{name}1")
        missing.append(form.missing)
    assert missing == [
        "先填新持有人的姓名",
        "先填新持有人的生日，看证件",
        "先填新手机号和它的验证码",
        "先写明看了双方的什么证件",
        "新持有人同意协议和政策才能更换",
    ]
    form.findChild(QWidget, "service_act.agreed").click()
    assert form.missing == ""
    assert form.words == "原持有人：old_paper1；新持有人：new_paper1"
    assert not {name for name in form.fields if name.startswith("purpose_")}
    with qtbot.waitSignal(form.send_new) as asked:
        form.send.click()
    assert asked.args == ["phone1"]
    coming = CodeSent(send_id="s", masked_phone="", resend_after_ms=1, expires_ms=2)
    form.show_question(Question(act=Act.HOLDER, who="", act_id="", sent_new=coming))
    assert form.send.text() == "已发送"


def test_a_child_as_new_holder_asks_for_her_guardian_and_her_yes(look: Look, qtbot):
    question = Question(act=Act.HOLDER, who="", act_id="", asked_ms=NOW_MS, policy_version="v3")
    form = HolderForm(look, question)
    qtbot.addWidget(form)
    texts = {"name": "王小宝", "birthday": "2018-05-05", "phone": NEW, "code": "123456"}
    for name, text in {**texts, "old_paper": "a", "new_paper": "b"}.items():
        form._fields[name].edit.setText(text)
    assert form.missing == "先填监护人的姓名和手机号，或她的会员号"
    guardian = form.findChild(GuardianFields)
    guardian.edits["guardian_number"].edit.setText("6000000049")
    assert form.missing == "新持有人不满 14 岁，监护人同意才能更换"
    form._boxes["by_guardian"].setChecked(True)
    form._boxes["agreed"].setChecked(True)
    assert form.missing == ""
    what = what_of(question, form.fields)
    assert (what.birthday, what.guardian_number) == ("2018-05-05", "6000000049")
    assert what.consent.by_guardian
    form._fields["birthday"].edit.setText("1990-05-05")
    what = what_of(question, form.fields)
    assert (what.guardian_number, what.consent.by_guardian) == ("", False)


def test_a_birthday_of_a_child_asks_for_her_guardian_unless_one_is_there(look: Look, qtbot):
    form = ProfileForm(look, a_file(), asked_ms=NOW_MS)
    qtbot.addWidget(form)
    form._fields["birthday"].edit.setText("2018-05-05")
    assert form.missing == "先填监护人的姓名和手机号，或她的会员号"
    guardian = form.findChild(GuardianFields)
    guardian.edits["guardian_name"].edit.setText("李大山")
    guardian.edits["guardian_phone"].edit.setText("13512345678")
    assert form.missing == ""
    what = what_of(Question(act=Act.PROFILE, who="", act_id=""), form.fields)
    assert (what.guardian_name, what.guardian_phone) == ("李大山", "13512345678")
    known = a_file(sections=(FileSection(kind="guardian", rows=(SectionRow(title="1"),)),))
    form = ProfileForm(look, known, asked_ms=NOW_MS)
    qtbot.addWidget(form)
    form._fields["birthday"].edit.setText("2018-05-05")
    assert form.missing == ""


def test_papers_of_both_are_the_reason_of_the_act(till, counter_floor, make_look, qtbot):
    with counter_window(till, counter_floor, make_look(), qtbot) as counter:
        counter_floor.duty.sign_in(CASHIER)
        till.central.will("member_file", a_file())
        counter.floor.navigation.go("service", WANG)
        counter.idle()
        counter.service.ask(Act.HOLDER)
        counter.idle()
        dialog = counter.top
        assert isinstance(dialog, ServiceActDialog)
        assert not dialog.note.isVisible()
        for name, text in (
            ("name", "王继承"),
            ("birthday", "1990-03-08"),
            ("phone", NEW),
            ("code", "123456"),
            ("old_paper", "公证书"),
            ("new_paper", "身份证"),
        ):
            counter.find(f"service_act.{name}").findChild(QWidget)
            dialog.form._part._fields[name].edit.setText(text)
        dialog.form._part._boxes["agreed"].setChecked(True)
        for digits, field in ((CASHIER_PIN, dialog.pin), ("246802", dialog.second_pin)):
            for digit in digits:
                field.press(digit)
        assert not dialog.confirm.isEnabled()
        dialog.number.edit.setText("9001")
        till.central.will("member_act", lambda asked: done(asked))
        till.central.will("member_file", a_file(version=4))
        counter.click("service_act.confirm")
        qtbot.waitUntil(lambda: bool(till.central.requests("member_act")), timeout=15_000)
        (asked,) = till.central.requests("member_act")
        assert asked.note == "原持有人：公证书；新持有人：身份证"
        qtbot.waitUntil(lambda: counter.service.state.question is None, timeout=15_000)


def test_what_is_ticked_is_taken_away_and_what_is_empty_stays():
    question = Question(act=Act.PROFILE, who="", act_id="")
    assert what_of(question, {"clear_name": "1", "birthday": "", "gender": ""}) == ProfileEdit(
        name=""
    )
    assert what_of(question, {"name": "王芳", "clear_birthday": "1", "gender": NO_GENDER}) == (
        ProfileEdit(name="王芳", birthday="", gender="")
    )


def test_only_what_stands_in_her_file_can_be_taken_away(look: Look, qtbot):
    form = ProfileForm(look, a_file(birthday="", gender="female"))
    qtbot.addWidget(form)
    assert form.missing == "先写要改的项"
    assert form.findChild(QWidget, "service_act.clear_birthday") is None
    form.findChild(QWidget, "service_act.clear_name").click()
    assert (form.missing, form.fields["clear_name"]) == ("", "1")
    assert not form.first().isEnabled()
    form.findChild(QWidget, f"service_act.gender.{NO_GENDER}").click()
    assert form.fields["gender"] == NO_GENDER


@pytest.mark.parametrize(
    ("what", "tab", "text"),
    [
        ("name", Tab.FILE, "王芳"),
        ("birthday", Tab.FILE, "1990-03-08"),
        ("card", Tab.CARDS, "88000123"),
    ],
)
def test_one_thing_is_shown_in_full_for_a_moment_and_asked_of_central_each_time(
    till, counter_floor, make_look, qtbot, what, tab, text
):
    with counter_window(till, counter_floor, make_look(), qtbot) as counter:
        counter_floor.duty.sign_in(CASHIER)
        cards = (CardShown(tail="****0123", state="active"), CardShown(tail="*1", state="lost"))
        till.central.will("member_file", a_file(birthday="****-03-**", cards=cards))
        counter.floor.navigation.go("service", WANG)
        counter.idle()
        counter.service.choose_tab(tab.value)
        counter.idle()
        masked = counter.find(f"service.bare.{what}").text()
        till.central.will("reveal", Revealed(request_id="r", text=text))
        counter.click(f"service.reveal.{what}")
        qtbot.waitUntil(lambda: counter.find(f"service.bare.{what}").text() == text, timeout=15_000)
        assert counter.find("service.phone").text() == "138****5678"
        (asked,) = till.central.requests("reveal")
        assert (asked.what, asked.staff_id) == (what, CASHIER.id)
        counter.service.hide()
        assert counter.find(f"service.bare.{what}").text() == masked != text
