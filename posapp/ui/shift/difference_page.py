"""The count is in and does not fit: by how much, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from posapp.ui.format import money_digits
from posapp.ui.i18n import tr
from posapp.ui.shift.words import DifferenceReason, difference_reason_text, difference_word
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.money_label import MoneyLabel

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.ui.shift.close_state import ClosingState


class DifferencePage(QWidget):
    """Emits `reasoned` with a `DifferenceReason` value and `remarked` with free words."""

    reasoned = Signal(str)
    remarked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        column.addWidget(self._figures(look))
        column.addWidget(self._reasons(look))
        column.addStretch(1)

    def _figures(self, look: Look) -> Card:
        card = Card(look, padding=24, name="shift.difference_card")
        self._counted = Label(look, bold=True, name="shift.difference.counted")
        row = QHBoxLayout()
        row.addWidget(Label(look, tr("实点合计"), tone="text2"), 1)
        row.addWidget(self._counted)
        card.rows.addLayout(row)
        card.rows.addWidget(Divider(look))
        self._band = Card(look, back="danger_weak", edge="", radius=6, padding=16, horizontal=True)
        self._word = Label(look, size="h2", bold=True, tone="danger", name="shift.difference.word")
        self.amount = MoneyLabel(look, size="display", tone="danger", name="shift.difference")
        self._band.rows.addWidget(self._word, 1)
        self._band.rows.addWidget(self.amount)
        card.rows.addWidget(self._band)
        return card

    def _reasons(self, look: Look) -> Card:
        card = Card(look, padding=24, name="shift.reason_card")
        card.rows.setSpacing(look.px(16))
        card.rows.addWidget(Label(look, tr("请选择原因"), bold=True))
        choices = tuple((str(each), difference_reason_text(each)) for each in DifferenceReason)
        self.reason = ChoiceGroup(look, "shift.reason", choices, fill=True, height=56)
        card.rows.addWidget(self.reason)
        self.remark = FormField(
            look, "shift.remark", tr("备注"), placeholder=tr("可空"), edit=QLineEdit()
        )
        card.rows.addWidget(self.remark)
        note = tr("原因、清点结果和重新清点次数会记入审计日志")
        card.rows.addWidget(Label(look, note, size="small", tone="text2"))
        self.reason.chosen.connect(self.reasoned)
        self.remark.edit.textEdited.connect(self.remarked)
        return card

    def show_state(self, state: ClosingState) -> None:
        difference = state.difference
        if difference is None:
            self._clear()
            return
        short = difference < 0
        tone = "danger" if short else "warn"
        self._band.set_colors(f"{tone}_weak")
        for part in (self._word, self.amount):
            part.set_tone(tone)
        self._word.setText(difference_word(difference))
        self.amount.set_amount(difference)
        self._counted.setText(money_digits(state.count.total))
        if state.reason is not None:
            self.reason.choose(str(state.reason))

    def _clear(self) -> None:
        """Nothing of a figure stays behind when the count begins again."""
        self._word.setText("")
        self._counted.setText("")
        self.amount.set_amount(0)
