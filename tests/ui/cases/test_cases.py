"""A manager works off what waits: pages, one thing whole, an editor that tells, acts with her PIN."""

import ast
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.ui.cases.presenter import CasesPresenter
from posapp.ui.cases.state import Act, View
from posapp.ui.cases.words import age_text, kind_title, reason_text, told_body
from posapp.ui.navigation import Place
from posapp.wire.case_work import (
    ActShown,
    CaseRow,
    CasesListed,
    CaseTold,
    CaseWorked,
    FactTold,
    Shelf,
)
from posapp.wire.facts import AuditData, to_body
from posapp.workflows.case_work import CaseWork, Change
from tests.ui.till_floor import floor_at, settle
from tests.ui.window_at import counter_window
from tests.workflows.counter import CASHIER, MANAGER

HOUR_MS = 3_600_000


@pytest.fixture
def fact(till):
    """An entry of this till that central kept and did not apply."""
    made = till.desk.entry(AuditData(action="sign_in", amount=5), CASHIER, None).fact
    return FactTold(
        event_id=made.head.event_id,
        terminal="A03",
        incarnation=1,
        seq=7,
        kind="audit.v1",
        received_ms=till.desk.now_ms(),
        body=to_body(made).decode(),
        is_held=True,
        code="fact.of_another_currency",
    )


def row(fact, number=1):
    return CaseRow(
        kind="fact.quarantined",
        at_ms=fact.received_ms,
        case_id=f"case-{number}",
        event_id=fact.event_id,
        terminal="A03",
        code=fact.code,
        fact_kind=fact.kind,
    )


def page(*rows, total=0, after=""):
    oldest = rows[0].at_ms if rows else 0
    return CasesListed(
        request_id="r", rows=rows, total=total or len(rows), oldest_ms=oldest, next=after
    )


def told(fact, *acts, case_id="case-1"):
    return CaseTold(
        request_id="r",
        kind="fact.quarantined",
        at_ms=fact.received_ms,
        case_id=case_id,
        terminal="A03",
        fact=fact,
        acts=acts,
    )


@pytest.fixture
def boss(till, background, messages):
    return floor_at(till, background, messages, MANAGER)


@pytest.fixture
def desk(till, boss, qtbot, fact):
    """The presenter with one fact in sight."""
    till.central.will("cases", page(row(fact)))
    till.central.will("case", told(fact))
    made = CasesPresenter(CaseWork(till.central), boss)
    made.load()
    rest(qtbot, boss)
    return made


def rest(qtbot, floor):
    settle(qtbot, floor)
    settle(qtbot, floor)


def mended(fact):
    return json.dumps(json.loads(fact.body.replace('"amount":5', '"amount":6')), indent=1)


def test_first_of_the_list_is_shown_whole(desk, fact):
    state = desk.state
    assert (state.total, state.chosen, state.is_held) == (1, 0, True)
    assert json.loads(state.raw) == json.loads(fact.body)
    assert state.raw.count("\n") > 5
    assert not state.is_changed


def test_cashier_is_refused_before_central_is_asked(till, background, messages, qtbot):
    floor = floor_at(till, background, messages, CASHIER)
    made = CasesPresenter(CaseWork(till.central), floor)
    made.load()
    rest(qtbot, floor)
    assert made.state.problem.key == "permission.needs_approval"
    assert till.central.asked == []


def test_central_out_of_reach_is_said_on_the_page(till, boss, qtbot):
    till.central.will("cases", Unavailable("central.unreachable"))
    made = CasesPresenter(CaseWork(till.central), boss)
    made.load()
    rest(qtbot, boss)
    assert made.state.problem.key == "central.unreachable"
    assert not made.state.loading


def test_pages_lead_on_and_back_and_another_shelf_begins_anew(desk, till, boss, fact, qtbot):
    till.central.will("case", *[told(fact)] * 4)
    till.central.will("cases", page(row(fact), total=2, after="1.case-1"), page(row(fact, 2)))
    desk.load()
    rest(qtbot, boss)
    desk.next_page()
    rest(qtbot, boss)
    assert desk.state.places == ("", "1.case-1")
    till.central.will("cases", page(row(fact)))
    desk.page_before()
    rest(qtbot, boss)
    assert desk.state.places == ("",)
    till.central.will("cases", page())
    desk.choose_shelf("held")
    rest(qtbot, boss)
    desk.narrow(" a0 ")
    asked = [(each.shelf, each.terminal, each.after) for each in till.central.requests("cases")]
    assert asked[2:5] == [(Shelf.OPEN, "", "1.case-1"), (Shelf.OPEN, "", ""), (Shelf.HELD, "", "")]
    till.central.will("cases", page())
    rest(qtbot, boss)
    assert desk.state.terminal == "A0"


def test_corrected_body_shows_its_difference_and_waits_for_her_to_come_back(
    desk, till, boss, fact, qtbot
):
    desk.edit(mended(fact))
    desk.compare()
    rest(qtbot, boss)
    changes = [(each.change, each.text.strip()) for each in desk.state.changes]
    assert (Change.GONE, '"amount": 5,') in changes
    assert (Change.NEW, '"amount": 6,') in changes
    till.central.will("case", told(fact), told(fact))
    desk.choose(0)
    rest(qtbot, boss)
    rest(qtbot, boss)
    assert desk.state.is_changed
    assert desk.state.changes
    desk.take_back()
    assert (desk.state.is_changed, desk.state.changes) == (False, ())
    desk.choose(0)
    rest(qtbot, boss)
    assert not desk.state.is_changed


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda body: body[:-1], "case_work.body_not_json"),
        (lambda body: body.replace('"amount":5', '"amount":"five"'), "case_work.body_not_a_fact"),
        (
            lambda body: body.replace(json.loads(body)["head"]["event_id"], "0" * 36),
            "case_work.body_of_another",
        ),
    ],
)
def test_body_that_could_not_be_sent_is_told_with_its_place(desk, boss, fact, qtbot, change, key):
    desk.edit(change(fact.body))
    desk.compare()
    rest(qtbot, boss)
    assert desk.state.wrong.key == key
    desk.ask(Act.MEND)
    desk.answer("更正", "246802")
    rest(qtbot, boss)
    assert desk.state.question.refusal.key == key


def test_fact_is_mended_with_note_and_pin_and_the_list_is_read_anew(
    desk, till, boss, fact, shown, qtbot
):
    till.central.will("mend", CaseWorked(request_id="r", id=fact.event_id))
    till.central.will("cases", page())
    desk.edit(mended(fact))
    desk.ask(Act.MEND)
    desk.answer("按小票更正", "246802")
    rest(qtbot, boss)
    (sent,) = till.central.requests("mend")
    assert (sent.staff_id, sent.pin, sent.note) == (MANAGER.id, "246802", "按小票更正")
    assert json.loads(sent.body)["data"]["amount"] == 6
    assert "\n" not in sent.body
    assert (desk.state.question, desk.state.rows) == (None, ())
    assert shown[-1].text == "已入账，记入日志"


def test_as_it_came_sends_no_body_and_a_wrong_pin_can_be_put_right(desk, till, boss, fact, qtbot):
    done = CaseWorked(request_id="r", id=fact.event_id)
    till.central.will("mend", Refused("sign_in.wrong_pin", left=4), done)
    till.central.will("cases", page())
    desk.ask(Act.REAPPLY)
    desk.answer("原因已消除", "000000")
    rest(qtbot, boss)
    assert desk.state.question.refusal.key == "sign_in.wrong_pin"
    desk.answer("原因已消除", "246802")
    rest(qtbot, boss)
    assert [sent.body for sent in till.central.requests("mend")] == [None, None]
    assert desk.state.question is None


def test_act_without_an_answer_ends_and_the_list_says_what_became_of_it(
    desk, till, boss, fact, shown, qtbot
):
    till.central.will("close_case", OutcomeUnknown("central.no_answer"))
    till.central.will("cases", page())
    desk.ask(Act.CLOSE)
    desk.answer("已与顾客结清", "246802")
    rest(qtbot, boss)
    assert desk.state.question is None
    assert shown[-1].text == "总部没有应答，请看列表是否已处理"


def test_words_know_every_unit_of_age_and_keep_what_they_do_not_know():
    assert [age_text(0, each) for each in (1, 90 * 60_000, 50 * HOUR_MS)] == [
        "1 分钟",
        "1 小时",
        "2 天",
    ]
    assert kind_title("fact.quarantined") == "没有入账"
    assert kind_title("something.new") == "something.new"
    assert reason_text("fact.of_another_currency").startswith("这一笔的币种不对")
    assert reason_text("something.new") == "原因代码 something.new"


def test_the_page_by_keyboard_from_the_list_to_the_act(till, boss, look, qtbot, fact):
    act = ActShown(at_ms=fact.received_ms, who="周店长", act="reapply_failed", note="试")
    till.central.will("cases", page(row(fact), row(fact, 2)))
    till.central.will("case", told(fact), told(fact, act, case_id="case-2"))
    till.central.will("mend", CaseWorked(request_id="r", id=fact.event_id))
    with counter_window(till, boss, look, qtbot) as counter:
        counter.go(Place.CASES)
        counter.idle()
        counter.key(Qt.Key.Key_Down)
        counter.idle()
        counter.type("  ")
        assert counter.cases.state.view is View.ACTS
        assert "重新入账没有成功" in counter.top.detail.acts.toPlainText()
        counter.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert counter.top.objectName() == "case_act"
        assert not counter.top.confirm.isEnabled()
        counter.click("case_act.reason0")
        counter.type("246802")
        till.central.will("cases", page())
        counter.click("case_act.confirm")
        counter.idle()
        assert counter.top.objectName() == "cases"
        assert counter.find("cases.empty").isVisible()
    assert till.central.requests("mend")[0].note == "原因已消除"


def case_kinds() -> set[str]:
    """Every kind that central opens a case under by name."""
    found = set()
    for path in (Path(__file__).parents[3] / "posapp" / "central").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "open_case":
                words = [a.value for a in node.args if isinstance(a, ast.Constant)]
                found |= {word for word in words if isinstance(word, str) and "." in word}
    return found


def test_every_kind_of_case_has_a_title():
    kinds = case_kinds()
    assert len(kinds) > 15
    assert {kind for kind in kinds if kind_title(kind) == kind} == set()


def test_a_case_about_no_fact_tells_what_it_knows_line_by_line():
    detail = {"number": "n1", "here": 0, "there": 5_000, "code": "gateway.refunded", "more": 7}
    case = CaseTold(request_id="r", kind="bill.paid_there", at_ms=1, case_id="c", detail=detail)
    assert told_body(case).splitlines() == [
        "商户单号 n1",
        "本店 ¥0.00",
        "账单 ¥50.00",
        "more 7",
        "这笔已经退过款，不能撤销",
    ]


def asking(fact):
    return CaseTold(
        request_id="r",
        kind="member.asks_correction",
        at_ms=fact.received_ms,
        case_id="case-1",
        detail={"member": "6000000015"},
        member_id="fang",
        asked=True,
        words="名字写错了",
    )


def test_what_a_member_asked_for_is_answered_and_her_file_is_a_key_away(
    till, boss, look, qtbot, fact
):
    till.central.will("cases", page(row(fact)), page())
    till.central.will("case", asking(fact))
    till.central.will("close_case", CaseWorked(request_id="r", id="case-1"))
    with counter_window(till, boss, look, qtbot) as counter:
        counter.go(Place.CASES)
        counter.idle()
        assert "会员写的：名字写错了" in counter.top.detail.raw.toPlainText()
        assert counter.find("cases.file").isVisible()
        counter.click("cases.close")
        counter.top.pin.setFocus()
        counter.type("246802")
        assert not counter.top.confirm.isEnabled()
        counter.top.answer.edit.setText("改好了")
        counter.click("case_act.confirm")
        counter.idle()
        (sent,) = till.central.requests("close_case")
        assert (sent.case_id, sent.answer) == ("case-1", "改好了")


def test_the_file_of_whom_a_case_is_about_is_opened(desk, till, boss, fact, qtbot):
    opened = []
    boss.navigation.requested.connect(opened.append)
    till.central.will("case", asking(fact))
    desk.choose(0)
    rest(qtbot, boss)
    desk.to_member()
    assert [(each.place, each.payload) for each in opened] == [(Place.SERVICE, "fang")]
