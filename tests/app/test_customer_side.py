"""Where the customer's window stands, by the setting and the screens that there are."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from posapp.app.customer_side import CustomerSide
from posapp.settings import Settings
from posapp.ui.customer_display.presenter import CustomerPresenter
from posapp.ui.look import Look
from tests.workflows.counter import PLACE


class DeskOf:
    def __init__(self, choice):
        self.place = PLACE
        self.settings = replace(Settings(), customer_screen=choice)
        self.heard = []

    def hear_language(self, language):
        self.heard.append(language)


class TwoScreens(CustomerSide):
    """A machine whose second screen can be pulled out."""

    is_plugged = True

    def _other_screen(self):
        return self._app.primaryScreen() if self.is_plugged else None


@pytest.fixture
def side_of(qapp, qtbot):
    made = []

    def make(kind, choice):
        till = QWidget()
        qtbot.addWidget(till)
        side = kind(qapp, CustomerPresenter(), Look(), DeskOf(choice), till)
        made.append(side)
        side.open()
        return side

    yield make
    for side in made:
        side.close()


def test_without_a_second_screen_nothing_is_made(side_of):
    assert side_of(CustomerSide, "second").window is None
    assert side_of(TwoScreens, "off").window is None


def test_as_a_window_of_its_own_it_leaves_the_keyboard_alone(side_of):
    window = side_of(CustomerSide, "window").window
    assert window.isVisible()
    assert not window.isFullScreen()
    assert not window.isActiveWindow()


def test_the_second_screen_is_filled_and_may_come_and_go(side_of):
    side = side_of(TwoScreens, "second")
    assert side.window.isFullScreen()
    side.is_plugged = False
    side._place()
    assert not side.window.isVisible()
    side.is_plugged = True
    side._place()
    assert side.window.isVisible()


def test_the_language_that_she_chooses_is_heard_until_nobody_is_served(side_of):
    side = side_of(CustomerSide, "window")
    side.window.speak("en")
    side.window.speak("en")
    side.window.forget_language()
    assert side._desk.heard == ["en", ""]


def test_placed_by_somebody_else_it_stays_where_it_is(side_of):
    side = side_of(CustomerSide, "second")
    window = side.stand_alone()
    window.show()
    side.open()
    assert window.isVisible()
    assert not window.isFullScreen()


def test_closed_it_hears_nothing_more(side_of):
    side = side_of(CustomerSide, "window")
    presenter = side._presenter
    side.stand_alone()
    side.close()
    presenter.clear()
    assert side.window is None
    side.close()
