"""Her data handed out onto a stick, and destroyed: what stands in the way is said before."""

from dataclasses import replace

import pytest

from posapp.errors import Refused
from posapp.ui.service.forms import proof_of, what_of
from posapp.ui.service.presenter import ServicePresenter
from posapp.ui.service.privacy_words import becomes_of, obstacle_text
from posapp.ui.service.state import Act, Question
from posapp.ui.service.words import why_not
from posapp.wire.privacy import ErasureShown, Exported, Obstacle
from posapp.wire.requests import SendCodeReply
from posapp.wire.service_desk import Erasure
from posapp.workflows.handing_out import write_whole
from posapp.workflows.service_desk import Proof, ServiceDesk, Signature
from tests.ui.service.test_service import a_file, done
from tests.ui.till_floor import floor_at, settle
from tests.workflows.counter import CASHIER, CASHIER_PIN, WANG

SIGNED = Signature(note="本人要求", pin=CASHIER_PIN)
LEFT = ErasureShown(request_id="r", obstacles=(Obstacle(kind="value", amount=5_000),))
FREE = ErasureShown(request_id="r", points=30, coupons=1)


@pytest.fixture
def counter_floor(till, background, messages):
    return floor_at(till, background, messages, CASHIER)


@pytest.fixture
def desk(till, counter_floor, qtbot):
    till.central.will("member_file", a_file())
    made = ServicePresenter(ServiceDesk(till.central, till.desk), counter_floor)
    counter_floor.duty.sign_in(CASHIER)
    made.open(WANG)
    settle(qtbot, counter_floor)
    return made


def test_before_she_is_forgotten_central_says_what_stands_in_the_way(
    desk, till, counter_floor, qtbot
):
    till.central.will("erasure", LEFT)
    desk.ask(Act.ERASE)
    assert desk.state.question.needs_second
    settle(qtbot, counter_floor)
    assert desk.state.question.standing == LEFT
    (asked,) = till.central.requests("erasure")
    assert (asked.member_id, asked.staff_id) == (WANG.id, CASHIER.id)


def test_she_is_forgotten_in_two_names(desk, till, counter_floor, qtbot):
    till.central.will("erasure", FREE)
    till.central.will("member_act", done())
    till.central.will("member_file", a_file(is_forgotten=True))
    desk.ask(Act.ERASE)
    settle(qtbot, counter_floor)
    signed = Signature(note="x", pin="1", second_number="9001", second_pin="2")
    desk.answer({"forfeit": "1"}, signed)
    settle(qtbot, counter_floor)
    (asked,) = till.central.requests("member_act")
    assert asked.what == Erasure(forfeit_points=True)
    assert (asked.approver_number, asked.approver_pin) == ("9001", "2")


def test_her_file_goes_onto_the_stick_and_nowhere_else(desk, till, counter_floor, qtbot, tmp_path):
    sent = SendCodeReply(
        request_id="r", send_id="s1", masked_phone="138", resend_after_ms=1, expires_ms=2
    )
    till.central.will("send_code", sent)
    till.central.will(
        "export_data", Exported(request_id="r", file_name="../my-data.zip", archive=b"PK")
    )
    till.central.will("member_file", a_file())
    desk.ask(Act.EXPORT)
    desk.send_old()
    settle(qtbot, counter_floor)
    stick = tmp_path / "stick"
    stick.mkdir()
    desk.answer({"stick": str(stick), "old_code": "123456"}, SIGNED)
    settle(qtbot, counter_floor)
    (asked,) = till.central.requests("export_data")
    assert (asked.send_id, asked.code, asked.member_id) == ("s1", "123456", WANG.id)
    assert [each.purpose for each in till.central.requests("send_code")] == ["identity"]
    assert [path.name for path in stick.iterdir()] == ["my-data.zip"]
    assert [path.parent for path in tmp_path.rglob("*.zip")] == [stick]


def test_a_stick_that_takes_nothing_keeps_nothing(tmp_path):
    (tmp_path / "there.zip").write_bytes(b"older")
    with pytest.raises(Refused) as refused:
        write_whole(tmp_path / "gone" / "my-data.zip", b"PK")
    assert refused.value.key == "privacy.stick_gone"
    assert [path.name for path in tmp_path.iterdir()] == ["there.zip"]


def test_what_stands_in_the_way_is_said_with_what_to_do(desk):
    assert obstacle_text(LEFT.obstacles[0]) == "还有储值 ¥50.00，先退给会员"
    assert obstacle_text(Obstacle(kind="lawsuit")) == "lawsuit"
    assert "立即销毁" in becomes_of(FREE)[-1]
    kept = ErasureShown(request_id="r", keep_until_ms=1_900_000_000_000)
    assert "封存到 2030-03-1" in becomes_of(kept)[0]


def test_who_is_forgotten_has_no_data_to_hand_out_or_destroy(desk):
    gone = replace(desk.state, file=a_file(is_forgotten=True))
    for act in (Act.EXPORT, Act.ERASE):
        assert why_not(act, desk.state) == ""
        assert why_not(act, gone) == "个人资料已删除"
    question = Question(act=Act.EXPORT, who="x", act_id="a")
    assert proof_of(question, {"old_code": "1"}) == Proof()
    assert what_of(Question(act=Act.ERASE, who="x", act_id="a"), {}) == Erasure()
