"""Signing in: a badge or a tile chooses, six digits prove."""

from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from posapp.domain.own_codes import badge_code
from posapp.domain.permissions import Role
from posapp.ui.frame import Frame
from posapp.ui.login.presenter import SignInPresenter
from posapp.ui.login.screen import SignInScreen
from posapp.ui.shell import Till
from posapp.ui.surface import Scan
from posapp.workflows.signing_in import SigningIn
from tests.ui.counter import open_counter, staff, staff_row

ZHANG = staff("1024", "张敏")
WANG = staff("1001", "王磊", Role.MANAGER)
TILL = Till(brand="星河乐园", shop="1号店", till="03", version="0.1.0")


@pytest.fixture
def counter(qapp, tmp_path, lanes, messages):
    with ExitStack() as closing:
        counter = open_counter(tmp_path, lanes, messages, closing)
        closing.callback(lanes.close)
        counter.floor.duty.sign_out()
        counter.store.staff.replace([staff_row(ZHANG, "102400"), staff_row(WANG, "100100")])
        yield counter


@pytest.fixture
def idle(counter, qtbot):
    return lambda: qtbot.waitUntil(lambda: counter.floor.background.is_idle, timeout=5000)


@pytest.fixture
def presenter(counter, idle):
    signing_in = SigningIn(counter.store.staff, counter.store.outbox, counter.desk)
    presenter = SignInPresenter(signing_in, counter.floor)
    presenter.enter()
    idle()
    return presenter


@pytest.fixture
def screen(presenter, look, qtbot):
    from PySide6.QtWidgets import QWidget

    host = QWidget()
    qtbot.addWidget(host)
    screen = SignInScreen(Frame(look, host), presenter, TILL)
    qtbot.addWidget(screen)
    screen.resize(1366, 768)
    screen.show()
    return screen


def test_the_right_pin_signs_in(presenter, counter, idle):
    presenter.choose(ZHANG)
    presenter.try_pin("102400")
    idle()
    assert counter.floor.duty.staff == ZHANG


def test_a_wrong_pin_says_how_many_tries_are_left(presenter, counter, idle):
    presenter.choose(ZHANG)
    presenter.try_pin("999999")
    idle()
    assert counter.floor.duty.staff is None
    assert presenter.state.refusal.key == "sign_in.wrong_pin"
    assert presenter.state.refusal.params["left"] == 4


def test_five_wrong_pins_lock_that_person_only(presenter, counter, idle):
    presenter.choose(ZHANG)
    for _ in range(5):
        presenter.try_pin("999999")
        idle()
    presenter.try_pin("102400")
    idle()
    assert presenter.state.refusal.key == "sign_in.locked"
    presenter.choose(WANG)
    presenter.try_pin("100100")
    idle()
    assert counter.floor.duty.staff == WANG


def test_a_badge_chooses_and_does_not_sign_in(presenter, counter, idle):
    assert presenter.scan(badge_code("1001"))
    assert presenter.state.chosen == WANG
    idle()
    assert counter.floor.duty.staff is None
    assert not presenter.scan("6901234567892")
    assert not presenter.scan(badge_code("9999"))


def test_after_the_lock_the_same_person_is_chosen(presenter, counter, idle):
    counter.floor.duty.sign_in(ZHANG)
    presenter.enter()
    idle()
    assert presenter.state.chosen == ZHANG


def test_the_screen_takes_a_touch_and_six_digits(screen, counter, idle):
    tile = next(
        tile
        for tile in screen.people.findChildren(object)
        if tile.objectName() == "sign_in.person.1024"
    )
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert screen.confirm.reason == "再输 6 位"
    for digit in "102400":
        key = next(
            k for k in screen.pad.findChildren(object) if k.objectName() == f"sign_in.pad.{digit}"
        )
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)
    idle()
    assert counter.floor.duty.staff == ZHANG
    assert screen.pin.digits == ""


def test_the_pin_is_never_spoken_or_shown(screen, presenter):
    presenter.choose(ZHANG)
    for digit in "1234":
        screen.pin.press(digit)
    assert screen.pin.accessibleDescription() == "4/6"


def test_a_refusal_is_in_words(screen, presenter, idle):
    presenter.choose(ZHANG)
    presenter.try_pin("999999")
    idle()
    assert "4" in screen.hint.text()
    assert screen.hint.property("tone") == "danger"


def test_a_scan_reaches_the_presenter(screen, presenter):
    assert screen.take_scan(Scan(text=badge_code("1001")))
    assert not screen.take_scan(Scan(text="123456"))


def test_a_language_is_asked_for(screen, presenter, qtbot):
    with qtbot.waitSignal(presenter.language_chosen) as asked:
        QTest.mouseClick(screen.people.languages.button("en"), Qt.MouseButton.LeftButton)
    assert asked.args == ["en"]
