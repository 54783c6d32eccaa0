"""The shop's code on the customer's glass: large enough for a phone on every one, and correct."""

import pytest
import segno
from PySide6.QtGui import QImage

from posapp.ui.customer_display.presenter import CustomerPresenter
from posapp.ui.customer_display.view import ScanToPay
from posapp.ui.widgets.qr_code import QUIET, QrCode
from tests.ui.customer_display.test_customer_display import GLASSES, opened, words
from tests.workflows.orders import order

CONTENT = "https://pay.example/q/0199f3b1000070008000000000000001"
ASKED = ScanToPay(content=CONTENT, amount=9_020, left_s=118)


def asked(till, look, qtbot, size):
    presenter = CustomerPresenter()
    window = opened(presenter, look, qtbot, size)
    presenter.show_payment(order(till))
    presenter.ask_to_scan(ASKED)
    qtbot.waitUntil(lambda: window.scan.isVisible(), timeout=15_000)
    return window, presenter


@pytest.mark.parametrize("size", GLASSES)
def test_amount_code_and_time_are_there_on_every_glass(till, look, qtbot, size):
    window, _presenter = asked(till, look, qtbot, size)
    qtbot.waitUntil(lambda: window.scan.code.module_px() >= 4, timeout=15_000)
    told = words(window)
    assert "¥90.20" in told
    assert "118 秒内有效" in told
    assert CONTENT not in told


def test_it_counts_down_and_goes_when_it_is_paid_or_cancelled(till, look, qtbot):
    window, presenter = asked(till, look, qtbot, (1280, 800))
    presenter.ask_to_scan(ScanToPay(content=CONTENT, amount=9_020, left_s=3))
    assert "3 秒内有效" in words(window)
    presenter.settle()
    assert not window.scan.isVisible()


def test_it_speaks_her_language(till, look, qtbot):
    window, _presenter = asked(till, look, qtbot, (1280, 800))
    window.speak("en")
    assert "Scan with your phone to pay" in words(window)
    assert window.scan.code.has_content


def test_what_is_painted_is_the_code_with_its_quiet_zone(look, qtbot):
    widget = QrCode(look, "test.code", "收款码", size=320)
    qtbot.addWidget(widget)
    widget.resize(400, 400)
    widget.show_content(CONTENT)
    picture = QImage(widget.size(), QImage.Format.Format_RGB32)
    picture.fill(0xFF808080)
    widget.render(picture)
    matrix = [list(row) for row in segno.make_qr(CONTENT, error="m").matrix]
    edge = widget.module_px()
    begin = (400 - edge * (len(matrix) + 2 * QUIET)) // 2
    middle = begin + edge * QUIET + edge // 2
    for y, row in enumerate(matrix):
        for x, is_dark in enumerate(row):
            shade = picture.pixelColor(middle + x * edge, middle + y * edge).lightness()
            assert shade == (0 if is_dark else 255)
    assert picture.pixelColor(begin + edge, begin + edge).lightness() == 255
    widget.show_content("")
    assert not widget.has_content
