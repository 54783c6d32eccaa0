"""Keys through the real event path: a scan presses no button and types nothing, whatever has the focus."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout

from posapp.ui.input_router import InputRouter
from posapp.ui.keymap import Action, KeyMap
from posapp.ui.scan_text import normalise
from posapp.ui.surface import Scan, Surface
from posapp.ui.wedge import WedgeSettings
from posapp.ui.widgets.scan_field import CodeEdit
from posapp.ui.widgets.touch_button import TouchButton

# A busy machine may stop a test between two keys of a scan.
PATIENT = WedgeSettings(gap_ms=150, silence_ms=200)

KEYS = {
    "\r": Qt.Key.Key_Return,
    "\t": Qt.Key.Key_Tab,
    "+": Qt.Key.Key_Plus,
    "-": Qt.Key.Key_Minus,
    "*": Qt.Key.Key_Asterisk,
    " ": Qt.Key.Key_Space,
}


class Till(Surface):
    """A screen with a field, an amount and a button, noting all that reaches it."""

    key_context = "sell"

    def __init__(self, look):
        super().__init__()
        self.takes_scans = self.takes_actions = True
        self.scans: list[str] = []
        self.actions: list[Action] = []
        self.pressed = 0
        column = QVBoxLayout(self)
        self.code = CodeEdit("code", "code")
        self.amount = QLineEdit()
        self.button = TouchButton(look, "go", "Go")
        self.button.clicked.connect(self._on_pressed)
        for widget in (self.code, self.amount, self.button):
            column.addWidget(widget)

    def _on_pressed(self):
        self.pressed += 1

    def take_scan(self, scan: Scan) -> bool:
        if self.takes_scans:
            self.scans.append(scan.text)
        return self.takes_scans

    def take_action(self, action: Action) -> bool:
        self.actions.append(action)
        return self.takes_actions


@pytest.fixture
def till(qtbot, look):
    till = Till(look)
    qtbot.addWidget(till)
    till.show()
    till.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is till)
    till.code.setFocus()
    return till


@pytest.fixture
def router(qapp, till):
    router = InputRouter(qapp, KeyMap(), lambda: till, settings=PATIENT)
    yield router
    router.close()


def send(till, text):
    window = till.windowHandle()
    for char in text:
        if char in KEYS:
            QTest.keyClick(window, KEYS[char])
        else:
            QTest.keyClick(window, char)


def test_a_scan_reaches_the_screen_and_leaves_the_field_empty(till, router, qtbot):
    send(till, "6901234567892\r")
    assert till.scans == ["6901234567892"]
    assert till.code.text() == ""


def test_typing_arrives_in_the_focused_field_after_the_hold(till, router, qtbot):
    send(till, "12")
    assert till.code.text() == ""
    qtbot.waitUntil(lambda: till.code.text() == "12", timeout=1000)
    assert till.scans == []


@pytest.mark.parametrize("terminator", ["\r", "\t", ""])
def test_a_scan_presses_no_button_and_moves_no_focus(till, router, qtbot, terminator):
    till.button.setFocus(Qt.FocusReason.TabFocusReason)
    send(till, "6901234567892" + terminator)
    qtbot.waitUntil(lambda: till.scans == ["6901234567892"], timeout=1000)
    assert till.pressed == 0
    assert QApplication.focusWidget() is till.button
    assert not till.button.isDown()


def test_a_scanner_may_end_with_a_line_feed(till, router):
    send(till, "6901234567892")
    window = till.windowHandle()
    event = QKeyEvent(QEvent.Type.KeyPress, 0x0A, Qt.KeyboardModifier.NoModifier, "\n")
    event.setTimestamp(router._key_ms + 1)
    QApplication.sendEvent(window, event)
    assert (till.scans, till.pressed) == (["6901234567892"], 0)


@pytest.mark.parametrize("code", ["1+2-3*45", "    5555", "++++++"])
def test_a_scan_of_command_characters_carries_out_nothing(till, router, qtbot, code):
    send(till, code + "\r")
    assert till.actions == []
    assert till.pressed == 0


def test_enter_of_a_person_presses_the_focused_button(till, router, qtbot):
    till.button.setFocus(Qt.FocusReason.TabFocusReason)
    send(till, "\r")
    assert till.pressed == 1


def test_a_key_that_acted_once_presses_a_button_the_next_time(till, router, qtbot):
    """The release of the first was held behind its press, and must not be owed for ever."""
    till.key_context = "list"
    till.button.setFocus(Qt.FocusReason.TabFocusReason)
    send(till, " ")
    qtbot.waitUntil(lambda: len(till.actions) == 1, timeout=5000)
    till.takes_actions = False
    send(till, " ")
    qtbot.waitUntil(lambda: till.pressed == 1, timeout=5000)
    assert not till.button.isDown()


def test_space_held_back_still_presses_and_releases(till, router, qtbot):
    till.button.setFocus(Qt.FocusReason.TabFocusReason)
    send(till, " ")
    qtbot.waitUntil(lambda: till.pressed == 1, timeout=1000)
    assert not till.button.isDown()


def test_mapped_keys_become_actions(till, router, qtbot):
    window = till.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_F9)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Delete)
    assert till.actions == [Action.PAY, Action.UNDO, Action.REMOVE]
    send(till, "+")
    qtbot.waitUntil(lambda: till.actions[-1] is Action.PAY and len(till.actions) == 4, timeout=1000)
    assert till.code.text() == ""


def test_a_function_key_keeps_its_place_behind_typed_digits(till, router, qtbot):
    send(till, "12")
    QTest.keyClick(till.windowHandle(), Qt.Key.Key_F2)
    assert till.code.text() == "12"
    assert till.actions == [Action.MEMBER]


def test_alt_numpad_of_a_scanner_chooses_no_tender(till, router, qtbot):
    till.key_context = "pay"
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
    till.code.setFocus()
    for digit in (Qt.Key.Key_0, Qt.Key.Key_5, Qt.Key.Key_4):
        QTest.keyClick(till.windowHandle(), digit, both)
    assert till.actions == []
    assert till.code.text() == ""
    QTest.keyClick(till.windowHandle(), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert till.actions == [Action.TENDER_2]


def test_a_scan_that_nobody_takes_is_refused(till, router, qtbot):
    till.takes_scans = False
    with qtbot.waitSignal(router.refused) as refused:
        send(till, "6901234567892\r")
    assert refused.args[0] == Scan(text="6901234567892")


def test_a_scan_of_5000_characters_is_refused_cleanly(till, router, qtbot):
    router._wedge.settings = WedgeSettings(gap_ms=5_000, silence_ms=5_000)
    with qtbot.waitSignal(router.too_long, timeout=20_000) as refused:
        send(till, "7" * 5000 + "\r")
    assert refused.args == [5000]
    assert (till.code.text(), till.scans, till.pressed) == ("", [], 0)


def test_scans_of_other_scanners_come_the_same_way(till, router):
    router.deliver(Scan(text="A1", source="serial"))
    assert till.scans == ["A1"]


def test_what_was_typed_before_a_scan_of_another_scanner_comes_before_it(till, router, qtbot):
    till.code.setFocus()
    send(till, "7")
    router.arrive(Scan(text="A1", source="serial"))
    assert till.scans == []
    qtbot.waitUntil(lambda: till.scans == ["A1"], timeout=5000)
    assert till.code.text() == "7"


def commit(widget, text, preedit=""):
    """What an input method does: text for the focused widget, without any key."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def test_words_of_an_input_method_stay_and_are_told_about(till, router, qtbot):
    with qtbot.waitSignal(router.input_method):
        commit(till.code, "可乐")
    assert (till.code.text(), till.scans) == ("可乐", [])


@pytest.mark.parametrize("field", ["code", "amount"])
def test_full_width_digits_of_an_input_method_are_a_scan(till, router, qtbot, field):
    getattr(till, field).setFocus()
    for mark in "６９０１２３４":
        commit(QApplication.focusWidget(), mark)
    qtbot.waitUntil(lambda: till.scans == ["6901234"], timeout=15_000)
    assert (till.code.text(), till.amount.text()) == ("", "")


def test_a_code_that_an_input_method_sends_whole_is_a_scan(till, router, qtbot):
    commit(till.code, "PB11024X")
    qtbot.waitUntil(lambda: till.scans == ["PB11024X"], timeout=15_000)
    assert till.code.text() == ""


def test_one_full_width_digit_is_typing_and_comes_out_plain(till, router, qtbot):
    commit(till.code, "７")
    qtbot.waitUntil(lambda: till.code.text() == "7", timeout=15_000)
    assert till.scans == []


def test_a_name_that_is_written_whole_is_no_scan(till, router):
    till.amount.setFocus()  # a field of the kind that input methods are for
    commit(till.amount, "Alice01")
    assert (till.amount.text(), till.scans) == ("Alice01", [])


def test_a_person_who_writes_words_is_not_warned_and_a_scan_among_them_is(till, router, qtbot):
    warned = []
    router.input_method.connect(lambda: warned.append(1))
    till.amount.setFocus()
    for text in ("７", "王"):
        commit(till.amount, text)
        qtbot.waitUntil(lambda: not router.is_holding, timeout=15_000)
    assert (till.amount.text(), warned) == ("7王", [])
    for mark in "６９０１２３４":
        commit(till.amount, mark)
    qtbot.waitUntil(lambda: till.scans == ["6901234"], timeout=15_000)
    assert (till.amount.text(), warned) == ("7王", [1])


steps = st.lists(
    st.one_of(
        st.tuples(st.just("scan"), st.text("0123456789+-*AB", min_size=5, max_size=14)),
        st.tuples(st.just("key"), st.sampled_from("37")),
        st.tuples(st.just("focus"), st.sampled_from(["code", "amount", "button"])),
        st.tuples(st.just("click"), st.just("")),
        st.tuples(st.just("wide"), st.text("０１２３４５６７８９", min_size=5, max_size=14)),
        st.tuples(st.just("word"), st.sampled_from(["可乐", "王"])),
        st.tuples(st.just("dialog"), st.booleans()),
    ),
    max_size=5,
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=steps)
def test_scans_between_typing_focus_and_clicks_stay_whole(till, router, qtbot, story):
    till.scans.clear()
    till.actions.clear()
    till.code.clear()
    till.amount.clear()
    till.pressed = 0
    till.takes_scans = True
    expected, refused, digits, clicks = [], [], 0, 0
    router.refused.connect(refused.append)
    told = 0
    for kind, what in story:
        if kind == "scan":
            send(till, what + "\r")
            told += not till.takes_scans
            expected += [what] if till.takes_scans else []
        elif kind == "wide":
            for mark in what:
                commit(QApplication.focusWidget(), mark)
            qtbot.waitUntil(lambda: not router.is_holding, timeout=15_000)
            told += not till.takes_scans
            expected += [normalise(what)] if till.takes_scans else []
        elif kind == "word":
            commit(QApplication.focusWidget(), what)
            digits += len(what) * (QApplication.focusWidget() is not till.button)
        elif kind == "dialog":
            till.takes_scans = what  # as a dialog that refuses, or one that lets goods through
        elif kind == "key":
            send(till, what)
            qtbot.waitUntil(lambda: not router.is_holding, timeout=15_000)
            digits += QApplication.focusWidget() is not till.button
        elif kind == "focus":
            getattr(till, what).setFocus()
        else:
            QTest.mouseClick(till.button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
            clicks += 1
    router.refused.disconnect(refused.append)
    assert till.scans == expected
    assert len(refused) == told
    assert len(till.code.text() + till.amount.text()) == digits
    assert till.pressed == clicks
    assert till.actions == []


def test_a_slower_scanner_can_be_set(qapp, till, qtbot):
    router = InputRouter(
        qapp, KeyMap(), lambda: till, settings=WedgeSettings(gap_ms=400, silence_ms=500)
    )
    for char in "690123":
        send(till, char)
        QTest.qWait(60)  # slower than the 50 ms that would be a typist's
    send(till, "\r")
    router.close()
    assert (till.scans, till.code.text()) == (["690123"], "")


@pytest.mark.parametrize("field", ["code", "amount"])
def test_a_chord_that_means_nothing_here_types_nothing(till, router, qtbot, field):
    """Alt+1 chooses a tender; a moment too late it is no digit of the next order."""
    edit = getattr(till, field)
    edit.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_K):
        QTest.keyClick(till.windowHandle(), key, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(till.windowHandle(), Qt.Key.Key_7)
    qtbot.waitUntil(lambda: edit.text() != "", timeout=15_000)
    assert edit.text() == "7"
