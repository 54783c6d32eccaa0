"""Every control in every theme and language: painted, whole, and different from theme to theme."""

import os

import pytest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.i18n import LANGUAGES
from posapp.ui.languages import Languages
from posapp.ui.theme import THEMES
from posapp.ui.widgets.banner import Banner
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.check_box import CheckBox
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.empty_state import EmptyState
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.icon_label import Disc
from posapp.ui.widgets.money_field import MoneyField
from posapp.ui.widgets.money_label import MoneyLabel
from posapp.ui.widgets.number_pad import NumberPad
from posapp.ui.widgets.pin_field import DigitField
from posapp.ui.widgets.scan_field import ScanField
from posapp.ui.widgets.status_pill import Mark, StatusPill
from posapp.ui.widgets.stepper import Stepper
from posapp.ui.widgets.toast import Toast
from posapp.ui.widgets.touch_button import Kind, TouchButton
from tests.ui.walk import problems


def gallery(look) -> QWidget:
    wall = QWidget()
    wall.resize(1366, 768)
    row = QHBoxLayout(wall)
    for column in (buttons(look), fields(look), messages(look)):
        row.addLayout(column, 1)
    return wall


def buttons(look):
    column = QVBoxLayout()
    for kind in Kind:
        column.addWidget(TouchButton(look, f"kind.{kind.value}", "¥90.20", kind=kind, key="F9"))
    shut = TouchButton(look, "shut", "F7", key="F7", align_left=True)
    shut.refuse("…")
    busy = TouchButton(look, "busy", "…")
    busy.set_busy(True)
    tabs = ChoiceGroup(look, "tabs", (("a", "A"), ("b", "B")), kind=Kind.TAB)
    tabs.choose("a")
    for widget in (shut, busy, tabs, CheckBox(look, "tick", "☑", checked=True)):
        column.addWidget(widget)
    column.addStretch(1)
    return column


def fields(look):
    column = QVBoxLayout()
    amount = MoneyField(look, "amount", "¥")
    amount.set_amount(10_000)
    pin = DigitField(look, "pin", "PIN")
    pin.press("1")
    code = DigitField(look, "code", "SMS", secret=False)
    code.press("1")
    wrong = FormField(look, "phone", "☎", code=True)
    wrong.show_error("✗")
    total = MoneyLabel(look, size="display", caption="Σ")
    total.set_amount(9020)
    chosen = ChoiceRow(look, "cash", "¥", "…", icon="cash", key="Alt+1", value="¥5.00")
    chosen.setChecked(True)
    for widget in (ScanField(look, "scan", "scan", placeholder="…", search="F3"), total, amount):
        column.addWidget(widget)
    for widget in (pin, code, wrong, chosen, Stepper(look, "qty", "qty")):
        column.addWidget(widget)
    column.addStretch(1)
    return column


def messages(look):
    column = QVBoxLayout()
    banner = Banner(look, "banner", "!")
    column.addWidget(banner)
    banner.show_message("danger", "…", "…")
    toast = Toast(look, "toast", "!")
    column.addWidget(toast)
    toast.show_text("…", lambda: None)
    pills = QHBoxLayout()
    for mark in Mark:
        pills.addWidget(StatusPill(look, mark, mark.value[:3]))
    column.addLayout(pills)
    column.addWidget(NumberPad(look, "pad", amount=True))
    card = Card(look)
    card.rows.addWidget(EmptyState(look, "receipt", "…", "…"))
    card.rows.addWidget(Divider(look))
    card.rows.addWidget(Disc(look, icon="user"))
    column.addWidget(card)
    return column


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", THEMES)
def test_the_gallery_is_whole(qapp, qtbot, make_look, theme, language, tmp_path):
    look = make_look(theme=theme, language=language)
    languages = Languages(qapp, look)
    languages.choose(language)
    wall = gallery(look)
    qtbot.addWidget(wall)
    wall.show()
    picture = wall.grab().toImage()
    languages.choose("zh_CN")
    folder = os.environ.get("POSAPP_PICTURES", str(tmp_path))
    assert picture.save(f"{folder}/gallery-{theme}-{language}.png")
    assert picture.pixelColor(2, 400).name() == look.color("bg").name()
    assert problems(wall, look) == []
