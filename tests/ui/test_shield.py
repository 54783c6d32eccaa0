"""A question that comes by itself is answered by a key pressed for it, and by no key before."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout

from posapp.ui.input_router import InputRouter
from posapp.ui.keymap import KeyMap
from posapp.ui.main_window import MainWindow
from posapp.ui.navigation import Navigation, Place
from posapp.ui.shell import Till
from posapp.ui.surface import Surface
from posapp.ui.widgets.dialog import Dialog
from posapp.ui.widgets.touch_button import TouchButton
from tests.ui.test_input_router import PATIENT

ENTER, ESC, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space


class Sell(Surface):
    """A page whose button is what Enter was meant for."""

    key_context = "sell"

    def __init__(self, look):
        super().__init__()
        self.pressed = 0
        self.button = TouchButton(look, "go", "Go")
        self.button.clicked.connect(self._on_pressed)
        QVBoxLayout(self).addWidget(self.button)

    def _on_pressed(self):
        self.pressed += 1

    def first_focus(self):
        return self.button


@pytest.fixture
def navigation(qapp):
    return Navigation()


@pytest.fixture
def window(qtbot, look, navigation):
    builders = {place: lambda _frame: Sell(look) for place in Place}
    till = Till(brand="星河乐园", shop="1号店", till="收银机 03")
    window = MainWindow(look, navigation, KeyMap(), till, builders)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    navigation.go(Place.SELL)
    return window


@pytest.fixture
def router(qapp, window):
    router = InputRouter(qapp, KeyMap(), lambda: window.top, settings=PATIENT)
    window.layers.surprised.connect(router.shield)
    yield router
    router.close()


@pytest.fixture
def question(look, window):
    """Enter says no (the safe button has the focus), Esc too."""
    question = Dialog(look, "question", window, title="问题", confirm="再打", safe="打出来了")
    question.unasked = True
    question.answers = []
    question.answered.connect(question.answers.append)
    return question


def press(window, key, *, repeat=False):
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", repeat)
    QGuiApplication.sendEvent(window.windowHandle(), event)


def release(window, key):
    event = QKeyEvent(QEvent.Type.KeyRelease, key, Qt.KeyboardModifier.NoModifier, "")
    QGuiApplication.sendEvent(window.windowHandle(), event)


def click(window, key):
    press(window, key)
    release(window, key)


def wait_open(qtbot, router):
    qtbot.waitUntil(lambda: not router.is_shielding, timeout=5000)


@pytest.mark.parametrize("key", [ENTER, ESC, SPACE])
def test_a_second_press_of_the_key_before_answers_nothing(
    window, navigation, router, question, qtbot, key
):
    click(window, ENTER)
    assert window.top.pressed == 1
    navigation.lay(question)
    click(window, key)
    qtbot.waitUntil(lambda: not router.is_holding, timeout=5000)
    assert question.answers == []
    wait_open(qtbot, router)
    click(window, key)
    qtbot.waitUntil(lambda: question.answers == [False], timeout=5000)


@pytest.mark.parametrize("early", [True, False], ids=["before it came", "while it was shielded"])
def test_a_key_that_stays_down_answers_nothing_until_it_was_up(
    window, navigation, router, question, qtbot, early
):
    if early:
        press(window, ESC)
    navigation.lay(question)
    if not early:
        press(window, ESC)
    qtbot.wait(600)  # longer than the shield lasts without a key: nothing else can be waited for
    press(window, ESC, repeat=True)
    assert (question.answers, router.is_shielding) == ([], True)
    release(window, ESC)
    wait_open(qtbot, router)
    press(window, ESC)
    assert question.answers == [False]


def test_a_tap_that_was_meant_for_the_page_answers_nothing(
    window, navigation, router, question, qtbot
):
    navigation.lay(question)
    place = question.confirm.mapTo(window, question.confirm.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert question.answers == []
    wait_open(qtbot, router)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert question.answers == [True]


def test_a_tap_that_began_before_it_came_is_the_pages(window, navigation, router, question):
    page = window.top
    place = page.button.mapTo(window, page.button.rect().center())
    QTest.mousePress(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    navigation.lay(question)
    QTest.mouseRelease(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert question.answers == []


def test_a_question_that_was_asked_for_is_answered_at_once(window, navigation, router, question):
    question.unasked = False
    navigation.lay(question)
    click(window, ENTER)
    assert question.answers == [False]


def test_what_lies_below_is_free_as_soon_as_the_question_is_gone(
    window, navigation, router, question
):
    navigation.lay(question)
    question.left.emit()
    click(window, ENTER)
    assert window.top.pressed == 1


def test_a_question_that_an_unlock_brings_back_is_shielded_again(
    window, navigation, router, question, qtbot
):
    navigation.lay(question)
    wait_open(qtbot, router)
    window.lock()
    window.unlock(keep_panels=True)
    click(window, ENTER)
    assert (window.top, question.answers) == (question, [])


def test_a_scan_over_a_question_that_has_just_come_is_refused_as_ever(
    window, navigation, router, question, qtbot
):
    refused = []
    router.refused.connect(lambda scan: refused.append(scan.text))
    navigation.lay(question)
    for mark in "6901234567892":
        QTest.keyClick(window.windowHandle(), mark)
    click(window, ENTER)
    assert (refused, question.answers) == (["6901234567892"], [])


def test_another_window_is_not_shielded(window, navigation, router, question, look, qtbot):
    """The customer's taps have nothing to do with the cashier's question."""
    other = TouchButton(look, "other", "Other")
    qtbot.addWidget(other)
    other.show()
    navigation.lay(question)
    with qtbot.waitSignal(other.clicked):
        QTest.mouseClick(other.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
