"""What a screen reader is told: each state of a payment once, and what came up by itself."""

from dataclasses import replace

import pytest

from posapp.domain.charges import OFFER_CHANNEL, Stage, Watch
from posapp.ui.aloud import Aloud, payment_words
from posapp.ui.messages import Level, Message
from posapp.ui.pay.state import Charging, Collecting, PayState, Surroundings, Unclear, Way
from posapp.ui.pay.unclear_words import unclear_text
from posapp.ui.shell import Status
from posapp.workflows.pay_outcomes import Leg
from tests.workflows.orders import e1_order


class Listening(Aloud):
    def __init__(self, window):
        super().__init__(window)
        self.said = []

    def _say(self, words, *, at_once):
        self.said.append((words, at_once))
        super()._say(words, at_once=at_once)


@pytest.fixture
def aloud(qtbot):
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    return Listening(window)


def charging(till):
    phase = Charging(way=Way.CARD, channel="card", amount=1_000, masked="", sent_ms=1, since_ms=1)
    return PayState(payment=e1_order(till), member=None, around=Surroundings(), phase=phase)


def test_a_state_of_a_payment_is_said_once(aloud, till):
    state = charging(till)
    for _ in range(3):
        aloud.tell_payment(state)
    assert aloud.said == [("正在收款 ¥10.00，等待结果", False)]


WORDS = {
    Stage.UNKNOWN: "支付结果未确认，请先查询，不要重复收款",
    Stage.USERPAYING: "请顾客在手机上输入支付密码",
    Stage.REVERSING: "正在撤销，结果未确认，不要重复收款",
    Stage.MANUAL: "撤销没有成功，请店长到商户平台核对这笔",
    Stage.PAID: "这笔钱已收到，但没有对应的订单，请撤销或放一边",
}


def unclear(stage, channel="wechat", *, closing=False):
    leg = Leg(id="t-1", sale_id="s-1", amount=1_000, channel=channel)
    watch = Watch(stage=stage, sent_ms=1, asked_ms=1)
    return Unclear(leg=leg, masked="", sent_ms=1, story=(), watch=watch, closing=closing)


def test_each_stage_of_a_charge_has_its_own_words_said_once_a_stage(aloud, till):
    state = charging(till)
    for stage in WORDS:
        for _ in range(2):
            aloud.tell_payment(replace(state, phase=unclear(stage)))
    assert aloud.said == [(words, True) for words in WORDS.values()]


def test_the_shops_code_is_to_be_scanned_until_it_is_closed():
    words = [
        unclear_text(unclear(Stage.USERPAYING, OFFER_CHANNEL, closing=closing))
        for closing in (False, True)
    ]
    assert words == ["请顾客用手机扫收款码", "收款码正在关闭，请稍候"]


def test_nothing_is_said_before_something_is_collected(till):
    state = charging(till)
    empty = PayState(payment=state.payment, member=None, around=state.around, phase=Collecting())
    assert payment_words(empty) == ""


def test_messages_are_as_pressing_as_they_are_serious(aloud):
    aloud.tell_message(Message(text="已挂单"))
    aloud.tell_message(Message(text="打印机缺纸", level=Level.WARN))
    assert aloud.said == [("已挂单", False), ("打印机缺纸", True)]


def test_a_banner_is_said_when_it_comes_up_and_not_each_minute(aloud):
    for words in ("已离线 1 分钟", "已离线 2 分钟", "", "已离线 1 分钟"):
        aloud.tell_status(Status(banner=words))
    assert [words for words, _ in aloud.said] == ["已离线 1 分钟", "已离线 1 分钟"]
