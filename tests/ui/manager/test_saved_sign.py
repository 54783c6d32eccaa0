"""Where a report was saved is told on the page itself, where a person looks, until she read it."""

from PySide6.QtCore import QRect

from posapp.ui.manager.presenter import Tab
from posapp.ui.navigation import Place
from posapp.ui.widgets.toast import PLAIN_SECONDS
from tests.ui.manager.test_manager import boss, waiting
from tests.ui.window_at import counter_window

__all__ = ["boss"]


def test_where_a_z_was_saved_is_seen_on_the_page_and_goes_by_itself(till, boss, make_look, qtbot):
    with counter_window(till, boss, make_look(), qtbot) as counter:
        till.central.will("cases", waiting(0))
        counter.go(Place.MANAGER)
        counter.manager.choose(str(Tab.SHIFTS))
        qtbot.waitUntil(lambda: counter.manager.state.picture is not None, timeout=15_000)
        counter.click("manager.xlsx")
        toast = counter.window.toast
        qtbot.waitUntil(lambda: toast.isVisible() and "已保存" in toast.text, timeout=15_000)
        (book,) = (till.folder / "exports").glob("Z000001-*.xlsx")
        assert toast.text == f"已保存 {book.name}，在 {book.parent}"
        assert not counter.manager.state.saving
        place = QRect(toast.mapTo(counter.window, toast.rect().topLeft()), toast.size())
        assert counter.window.rect().contains(place)
        assert counter.window.childAt(place.center()) in (toast, *toast.findChildren(object))
        for _ in range(PLAIN_SECONDS):
            toast._on_second()
        assert not toast.isVisible()
