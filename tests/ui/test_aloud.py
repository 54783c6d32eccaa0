"""What a screen reader is told: each state of a payment once, and what came up by itself."""

import pytest

from posapp.ui.aloud import Aloud, payment_words
from posapp.ui.messages import Level, Message
from posapp.ui.pay.state import Charging, Collecting, PayState, Surroundings, Way
from posapp.ui.shell import Status
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
