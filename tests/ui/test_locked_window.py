"""A locked window shows the sign-in and nothing else; what lies below waits as it is."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from posapp.ui.keymap import KeyMap
from posapp.ui.main_window import MainWindow
from posapp.ui.navigation import Navigation, Place
from posapp.ui.shell import Till
from posapp.ui.surface import Surface
from posapp.ui.widgets.dialog import Dialog
from posapp.ui.widgets.help_sheet import HelpSheet


class Screen(Surface):
    def __init__(self, name):
        super().__init__()
        self.setObjectName(name)
        self.edit = QLineEdit()
        QVBoxLayout(self).addWidget(self.edit)

    def first_focus(self):
        return self.edit


@pytest.fixture
def navigation(qapp):
    return Navigation()


@pytest.fixture
def window(qtbot, look, navigation):
    builders = {place: lambda _frame, p=place: Screen(p.value) for place in Place}
    till = Till(brand="星河乐园", shop="1号店", till="03")
    window = MainWindow(look, navigation, KeyMap(), till, builders)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    navigation.go(Place.SELL)
    return window


@pytest.fixture
def dialog(window, look, navigation):
    dialog = Dialog(look, "question", window, title="问题", confirm="好", safe="返回")
    navigation.go(Place.PAY)
    navigation.lay(dialog)
    return dialog


def test_a_lock_covers_pages_and_dialogs_and_gives_them_back(window, dialog):
    window.lock()
    assert window.top is window.surface(Place.SIGN_IN)
    assert not dialog.isVisible()
    assert not window.surface(Place.PAY).isVisible()
    assert not window.top_bar.isVisible()
    window.unlock(keep_panels=True)
    assert window.top is dialog
    assert dialog.isVisible()
    assert window.surface(Place.PAY).isVisible()


def test_another_person_finds_the_page_and_not_the_question(window, dialog):
    window.lock()
    window.unlock(keep_panels=False)
    assert window.top is window.surface(Place.PAY)
    assert not dialog.isVisible()


@pytest.mark.parametrize("place", [Place.SELL, Place.REFUND, Place.MANAGER, Place.SIGN_IN])
def test_nothing_that_happens_meanwhile_comes_to_the_top(window, look, navigation, place):
    window.lock()
    navigation.go(place)
    late = Dialog(look, "late", window, title="晚到", confirm="好", safe="返回")
    navigation.lay(late)
    assert window.top is window.surface(Place.SIGN_IN)
    assert not late.isVisible()
    navigation.back()
    assert window.is_locked
    window.unlock(keep_panels=True)
    assert window.top is late


def test_what_belongs_to_the_lock_lies_on_it_and_goes_again(window, navigation):
    window.lock()
    navigation.go(Place.COMFORT)
    assert window.top is window.surface(Place.COMFORT)
    navigation.back()
    assert window.top is window.surface(Place.SIGN_IN)
    window.show_help()
    assert isinstance(window.top, HelpSheet)
    window.top.left.emit()
    window.lock()
    assert window.top is window.surface(Place.SIGN_IN)
    window.unlock(keep_panels=True)
    assert window.top is window.surface(Place.SELL)


def test_a_page_that_leaves_while_locked_leaves_below(window, navigation):
    navigation.go(Place.REFUND)
    window.lock()
    window.surface(Place.REFUND).left.emit()
    assert window.is_locked
    window.unlock(keep_panels=True)
    assert window.top is window.surface(Place.SELL)
