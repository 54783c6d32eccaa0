"""The page of keys and the scanner test in a real window, worked by real keys."""

from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from posapp.settings import Settings
from posapp.ui.i18n import LANGUAGES
from posapp.ui.input_router import InputRouter
from posapp.ui.keymap import Action, KeyMap
from posapp.ui.keys.presenter import KeysPresenter
from posapp.ui.keys.screen import KeysScreen
from posapp.ui.languages import Languages
from posapp.ui.main_window import MainWindow
from posapp.ui.navigation import Place
from posapp.ui.scanner_test.presenter import ScannerTestPresenter
from posapp.ui.scanner_test.proposal import Mode
from posapp.ui.scanner_test.screen import ScannerTestScreen
from posapp.ui.shell import Till
from posapp.ui.surface import Scan
from posapp.ui.theme import scale_for
from posapp.ui.wedge import WedgeSettings
from posapp.ui.widgets.label import Label
from tests.ui.counter import open_counter
from tests.ui.walk import problems

TILL = Till(brand="星河乐园", shop="1号店", till="03", version="0.1.0")
EAN = "6901234567892"


class Papers:
    """Where a printer would be."""

    def __init__(self):
        self.printed = []

    def print_now(self, document):
        self.printed.append(document)


class Desk:
    """A window with both pages."""

    def __init__(self, counter, look, tmp_path, qtbot, size=(1366, 768)):
        self.kept = {}
        self.papers = Papers()
        self.keymap = KeyMap()
        self.counter, self.qtbot = counter, qtbot
        floor = counter.floor
        self.keys = KeysPresenter(
            floor, self.keymap, self.kept.update, self.papers, folder=tmp_path / "exports"
        )
        self.test = ScannerTestPresenter(floor, self.kept.update)
        builders = {
            Place.KEYS: lambda frame: KeysScreen(frame.look, self.keys),
            Place.SCANNER_TEST: lambda frame: ScannerTestScreen(frame.look, self.test),
        }
        self.window = MainWindow(look, floor.navigation, self.keymap, TILL, builders)
        qtbot.addWidget(self.window)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window, timeout=15_000)

    def go(self, place):
        self.counter.floor.navigation.go(place)
        return self.window.surface(place)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.window.windowHandle(), key, modifiers)

    def until(self, is_true):
        self.qtbot.waitUntil(is_true, timeout=15_000)


@pytest.fixture
def counter(qapp, tmp_path, lanes, messages):
    with ExitStack() as closing:
        counter = open_counter(tmp_path, lanes, messages, closing)
        closing.callback(lanes.close)
        yield counter


@pytest.fixture
def desk(counter, look, tmp_path, qtbot):
    return Desk(counter, look, tmp_path, qtbot)


@pytest.fixture
def router(qapp, desk):
    patient = WedgeSettings(gap_ms=150, silence_ms=200)
    router = InputRouter(
        qapp, desk.keymap, lambda: desk.window.top, common=desk.window.take_action, settings=patient
    )
    desk.test.calibrated.connect(router.use_wedge)
    yield router
    router.close()


def test_a_key_is_changed_after_the_person_saw_what_it_did(desk, router):
    page = desk.go(Place.KEYS)
    desk.keys.choose(Action.DISCOUNT)
    desk.press(Qt.Key.Key_F5)
    assert desk.keys.state.taken is Action.PRICE_CHECK
    assert page.swap.isVisible()
    desk.press(Qt.Key.Key_Escape)
    assert desk.keys.state.chosen is None
    assert desk.window.top is page
    desk.keys.choose(Action.DISCOUNT)
    desk.press(Qt.Key.Key_F5)
    page.swap.click()
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: desk.kept == {"key_preset": "standard", "key_changes": "sell:F5=discount sell:F6=price_check"})  # fmt: skip
    assert desk.keymap.action("sell", "F5") is Action.DISCOUNT
    assert desk.counter.desk.settings.key_changes == desk.kept["key_changes"]


def test_a_digit_is_refused_as_a_key_and_the_question_stays(desk, router, shown):
    desk.go(Place.KEYS)
    desk.keys.choose(Action.PAY)
    desk.press(Qt.Key.Key_7)
    assert shown[-1].key == "keys.not_free"
    assert desk.keys.is_waiting


def test_the_card_comes_out_on_paper_and_as_a_file(desk, tmp_path):
    desk.go(Place.KEYS)
    desk.keys.print_card()
    desk.until(lambda: len(desk.papers.printed) == 1)
    desk.keys.write_card()
    (pdf,) = (tmp_path / "exports").glob("keys-*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert pdf.stat().st_size > 1_000


def test_help_names_the_keys_of_this_page_and_no_others(desk, router):
    desk.go(Place.KEYS)
    desk.press(Qt.Key.Key_F1)
    sheet = desk.window.top
    texts = {label.text() for label in sheet.findChildren(Label)}
    assert {"保存", "返回"} <= texts
    assert "充值" not in texts


def test_a_scanner_is_measured_and_its_setting_kept(desk, router):
    page = desk.go(Place.SCANNER_TEST)
    assert page.save.reason
    for _ in range(3):
        for char in f"~{EAN}":
            QTest.keyClick(desk.window.windowHandle(), char)
        desk.press(Qt.Key.Key_Return)
    desk.until(lambda: len(desk.test.state.traces) == 3)
    assert desk.test.state.traces[-1].text == f"~{EAN}"
    setting = desk.test.state.proposal.setting
    assert setting is not None
    assert (setting.prefix, setting.suffix) == ("~", "")
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: desk.test.state.is_saved)
    assert desk.kept["wedge_prefix"] == desk.counter.desk.settings.wedge_prefix == "~"
    desk.press(Qt.Key.Key_Escape)
    assert router._wedge.settings.gap_ms == setting.gap_ms


def test_a_payment_code_is_masked_on_the_test_page_and_a_serial_scanner_is_known(desk, router):
    desk.go(Place.SCANNER_TEST)
    router.deliver(Scan(text="134512345678908293", source="device"))
    (trace,) = desk.test.state.traces
    assert trace.text == "1345********8293"
    assert desk.test.state.proposal.mode is Mode.DEVICE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(1024, 768, 85.0), (1920, 1080, 141.3)])
def test_both_pages_are_whole_for_a_finger_on_every_screen(
    counter, make_look, tmp_path, qtbot, qapp, language, size
):
    width, height, ppi = size
    languages = Languages(qapp, make_look())
    languages.choose(language)
    try:
        look = make_look(scale=scale_for(width, height, ppi), language=language)
        desk = Desk(counter, look, tmp_path, qtbot, (width, height))
        for place in (Place.KEYS, Place.SCANNER_TEST):
            desk.go(place)
            desk.keys.choose(Action.DISCOUNT)
            desk.keys.press("F5")
            desk.until(lambda: desk.window.top.isVisible())
            assert problems(desk.window, look) == []
    finally:
        languages.choose("zh_CN")


def test_what_is_saved_here_is_read_at_the_next_start(tmp_path):
    from posapp.app.stores import COUNTER_FILE, keep_at_the_counter
    from posapp.settings import read_file, with_values

    keep_at_the_counter(tmp_path, {"wedge_gap_ms": 30, "wedge_prefix": "~", "key_changes": "sell:F5=discount"})  # fmt: skip
    again = with_values(Settings(), read_file(tmp_path / COUNTER_FILE))
    assert (again.wedge_gap_ms, again.wedge_prefix, again.key_changes) == (30, "~", "sell:F5=discount")  # fmt: skip
