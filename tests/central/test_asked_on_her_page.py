"""What a member asks for on her page comes before a manager at a till, and his answer before her."""

from __future__ import annotations

import pytest

from posapp.wire.case_work import CaseClosing, CaseWorked
from posapp.wire.service_desk import MemberFile, MemberFileAsked
from tests.central.page_visitor import Visitor, turn_on
from tests.central.test_case_desk import PIN, RIGHTS, listed, person, shown
from tests.central.test_member_page_data import download
from tests.central.tills import refusal

WORDS = "名字写错了，应为王小芳 <b>"


@pytest.fixture
def page(park):
    turn_on(park)
    return Visitor(park).sign_in()


@pytest.fixture
def boss(park):
    return person(park, rights=f"{RIGHTS} register_member")


@pytest.fixture
def asked(park, page):
    page.follow(page.send(page.page("/me"), "/correction", words=WORDS))


def close(till, staff_id, case_id, answer=""):
    closing = CaseClosing(staff_id=staff_id, pin=PIN, case_id=case_id, note="已答复", answer=answer)
    return till.ask("/v1/desk/close", closing, CaseWorked)


def test_a_request_is_listed_with_her_number_and_shown_with_her_words_and_file(park, boss, asked):
    (row,) = listed(park.till, boss).rows
    assert (row.kind, row.member) == ("member.asks_correction", park.fang.number)
    told = shown(park.till, boss, case_id=row.case_id)
    assert (told.member_id, told.detail) == (park.fang.id, {"member": park.fang.number})
    assert (told.asked, told.words) == (True, WORDS)
    assert WORDS not in repr(told)
    seen = park.rows("SELECT member_id, what, staff_id FROM data_access")
    assert seen == [(park.fang.id, "request", boss)]
    assert park.rows("SELECT member_id FROM member_event WHERE kind = 'case'") == [(park.fang.id,)]


def test_her_file_shows_what_waits_and_no_more_once_it_is_answered(park, boss, asked):
    def lines():
        about = MemberFileAsked(staff_id=boss, member_id=park.fang.id)
        file = park.till.ask("/v1/service/file", about, MemberFile)
        return [
            row.title
            for section in file.sections
            if section.kind == "asked"
            for row in section.rows
        ]

    assert lines() == [WORDS]
    close(park.till, boss, listed(park.till, boss).rows[0].case_id)
    assert lines() == []


def test_the_answer_stands_on_her_page_and_in_her_data_and_lies_under_her_key(
    park, boss, page, asked
):
    case_id = listed(park.till, boss).rows[0].case_id
    close(park.till, boss, case_id, answer="改好了：<i>王小芳")
    assert listed(park.till, boss).rows == ()
    me = page.page("/me")
    assert "已处理" in me
    assert "答复：改好了：&lt;i&gt;王小芳" in me
    assert download(page)[1]["requests"][0]["answer"] == "改好了：<i>王小芳"
    ((stored,),) = park.rows("SELECT answer FROM member_request")
    assert "王小芳".encode() not in stored
    assert "王小芳" not in str(park.rows("SELECT note, detail FROM operator_act"))


def test_a_case_that_nobody_asked_for_takes_no_answer_and_stays_open(park, boss, asked):
    with park.central.work(park.tenant) as unit:
        case_id = unit.open_case("till.copied", None, None)
    assert refusal(close, park.till, boss, case_id, "谢谢").key == "case.unknown"
    assert refusal(close, park.till, boss, listed(park.till, boss).rows[0].case_id, "字" * 501)
    assert len(listed(park.till, boss).rows) == 2
