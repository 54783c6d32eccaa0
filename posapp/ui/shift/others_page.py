"""The other payments beside the totals of their devices: ticked, or another total with a reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.shift.other_row import OtherRow, way_name
from posapp.ui.shift.others_model import Others
from posapp.ui.shift.words import GapReason, gap_reason_text
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.money_field import MoneyField
from posapp.ui.widgets.number_pad import NumberPad
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from posapp.ui.look import Look
    from posapp.ui.shift.close_state import ClosingState


class OthersPage(QWidget):
    """Emits `checked` with the changed `Others`. A digit on a row begins another total for it."""

    checked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._others = Others()
        self.rows: list[OtherRow] = []
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(look.px(16))
        columns.addWidget(self._table(), 80)
        right = QVBoxLayout()
        right.setSpacing(look.px(8))
        right.addWidget(self._entry())
        right.addStretch(1)
        self.pad = NumberPad(look, "shift.others.pad", amount=True, key_height=56)
        self.pad.pressed.connect(self._on_pad)
        right.addWidget(self.pad)
        columns.addLayout(right, 52)

    def _table(self) -> Card:
        look = self._look
        card = Card(look, padding=0, name="shift.others")
        card.rows.setSpacing(0)
        head = Label(
            look, tr("按设备小票或收单方的合计逐项核对"), size="small", tone="text2", wrap=True
        )
        head.setContentsMargins(look.px(24), look.px(10), look.px(24), look.px(10))
        card.rows.addWidget(head)
        card.rows.addWidget(Divider(look))
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        card.rows.addWidget(Scroller(inner), 1)
        return card

    def _entry(self) -> Card:
        look = self._look
        card = Card(look, padding=12, name="shift.others.entry")
        card.rows.setSpacing(look.px(6))
        self._name = ElidedLabel(look, bold=True, name="shift.others.name")
        card.rows.addWidget(self._name)
        caption = tr("设备或收单方的合计")
        card.rows.addWidget(Label(look, caption, size="small", tone="text2"))
        self.field = MoneyField(look, "shift.others.amount", caption)
        self.field.textEdited.connect(self._typed)
        card.rows.addWidget(self.field)
        self.reasons: dict[GapReason, TouchButton] = {}
        for reason in GapReason:
            button = TouchButton(
                look,
                f"shift.others.reason.{reason}",
                gap_reason_text(reason),
                kind=Kind.CHOICE,
                height=40,
            )
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._on_reason, reason))
            self.reasons[reason] = button
            card.rows.addWidget(button)
        return card

    # -- showing

    def show_state(self, state: ClosingState) -> None:
        others = state.others
        tenders = [row.tender for row in others.rows]
        if tenders != [row.tender for row in self._others.rows]:
            self._fill(others)
        self._others = others
        for place, row in enumerate(self.rows):
            row.show_row(others.rows[place], chosen=place == others.at)
        if others.rows:
            self._show_entry(others)

    def _show_entry(self, others: Others) -> None:
        row, entry = others.rows[others.at], others.entry
        self._name.setText(way_name(self._look, row.tender))
        reason = row.reason if entry is None else entry.reason
        for each, button in self.reasons.items():
            button.setChecked(each is reason)
        if entry is not None:
            return
        if row.entered is None:
            self.field.clear()
        else:
            self.field.set_amount(row.entered)
        if self.field.hasFocus():
            self.focus_row()

    def _fill(self, others: Others) -> None:
        for old in self.rows:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self.rows = []
        for place, other in enumerate(others.rows):
            row = OtherRow(self._look, f"shift.other.{place}", other.tender)
            row.ticked.connect(partial(self.tick, place))
            row.differs.connect(partial(self._begin, place))
            row.reached.connect(partial(self._choose, place))
            self._column.insertWidget(place, row)
            self.rows.append(row)

    # -- moving about

    def focus_row(self) -> None:
        """The chosen row has the keys."""
        if self.rows:
            self.rows[self._others.at].setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """The row above or below; while a total is typed, the reason above or below."""
        if self._others.entry is not None:
            self.checked.emit(self._others.next_reason(by))
            return
        self.checked.emit(self._others.choose(self._others.at + by))
        self.focus_row()

    def tick(self, place: int | None = None) -> None:
        """The till and the other side agree; again takes it back."""
        at = self._others.at if place is None else place
        self.checked.emit(self._others.tick(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit():
            self._on_pad(event.text())
        else:
            super().keyPressEvent(event)

    # -- typing

    def _choose(self, place: int) -> None:
        if place != self._others.at:
            self.checked.emit(self._others.choose(place))

    def _begin(self, place: int) -> None:
        others = self._others.begin(place)
        self.checked.emit(others)
        if others.entry is None or others.entry.amount is None:
            self.field.clear()
        else:
            self.field.suggest(others.entry.amount)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_pad(self, key: str) -> None:
        if self._others.entry is None:
            self._begin(self._others.at)
        self.field.press(key)
        self._typed()

    def _typed(self) -> None:
        others = self._others
        others = others if others.entry is not None else others.begin(others.at)
        self.checked.emit(others.typed(self.field.amount))

    def _on_reason(self, reason: GapReason) -> None:
        if self._others.entry is None:
            self._begin(self._others.at)
        self.checked.emit(self._others.reasoned(reason))
