"""The blind count: what lies in the drawer, note by note; no figure here comes from the till."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.domain.money import parse_amount
from posapp.domain.shift import DENOMINATIONS
from posapp.errors import Refused
from posapp.ui.format import money, money_digits, money_short
from posapp.ui.i18n import tr
from posapp.ui.shift.count_model import Count
from posapp.ui.shift.count_row import CountRow
from posapp.ui.shift.issues_card import IssuesCard
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.money_field import MoneyField
from posapp.ui.widgets.money_label import MoneyLabel
from posapp.ui.widgets.number_pad import NumberPad
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.ui.shift.close_state import ClosingState


class CountPage(QWidget):
    """Emits `counted` with the changed `Count`."""

    counted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._count = Count()
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(look.px(16))
        columns.addWidget(self._table(), 80)
        right = QVBoxLayout()
        right.setSpacing(look.px(8))
        self.issues = IssuesCard(look)
        self.pad = NumberPad(look, "shift.pad", amount=True, key_height=56)
        right.addWidget(self.issues)
        more = QHBoxLayout()
        more.setSpacing(look.px(8))
        self.report = TouchButton(look, "shift.x", tr("X 报表"), icon="report", height=48)
        self.drawers = TouchButton(
            look, "shift.drawers", tr("换钱箱或暂停"), icon="drawer", height=48
        )
        more.addWidget(self.report)
        more.addWidget(self.drawers, 1)
        right.addLayout(more)
        right.addStretch(1)
        right.addWidget(self.pad)
        columns.addLayout(right, 52)
        self.pad.pressed.connect(self._on_pad)

    def _table(self) -> Card:
        look = self._look
        card = Card(look, padding=0, name="shift.count")
        card.rows.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(look.px(24), look.px(6), look.px(24), look.px(6))
        captions = (tr("面额"), tr("张数"), tr("金额"))
        sides = (
            Qt.AlignmentFlag.AlignLeft,
            Qt.AlignmentFlag.AlignHCenter,
            Qt.AlignmentFlag.AlignRight,
        )
        for caption, side in zip(captions, sides, strict=True):
            head.addWidget(Label(look, caption, size="small", tone="text2", align=side), 10)
        card.rows.addLayout(head)
        card.rows.addWidget(Divider(look))
        self.rows: list[CountRow] = []
        for place, face in enumerate(DENOMINATIONS):
            row = CountRow(look, f"shift.count.{face}", money_short(face))
            row.stepped.connect(partial(self._on_step, place))
            row.typed.connect(partial(self._on_pieces, place))
            self.rows.append(row)
        other = CountRow(look, "shift.count.other", tr("其他/残币"), free=True)
        other.typed.connect(self._on_other)
        self.rows.append(other)
        for row in self.rows:
            card.rows.addWidget(row)
        card.rows.addStretch(1)
        card.rows.addLayout(self._foot())
        return card

    def _foot(self) -> QHBoxLayout:
        look = self._look
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(24), look.px(4), look.px(24), look.px(8))
        foot.setSpacing(look.px(24))
        kept = QVBoxLayout()
        kept.setSpacing(0)
        kept.addWidget(Label(look, tr("留存备用金"), size="small", tone="text2"))
        self.kept = MoneyField(look, "shift.kept", tr("留存备用金"), size="body", height=40)
        self.kept.setFixedWidth(look.px(128))
        self.kept.textEdited.connect(self._on_kept)
        kept.addWidget(self.kept)
        handed = QVBoxLayout()
        handed.setSpacing(0)
        handed.addWidget(Label(look, tr("上缴"), size="small", tone="text2"))
        self._handed = Label(look, size="h2", bold=True, name="shift.handed_in")
        self._handed.setMinimumHeight(look.px(40))
        handed.addWidget(self._handed)
        self.total = MoneyLabel(look, size="display", caption=tr("实点合计"), name="shift.counted")
        foot.addLayout(kept)
        foot.addLayout(handed)
        foot.addStretch(1)
        foot.addWidget(self.total)
        return foot

    # -- showing

    def show_state(self, state: ClosingState) -> None:
        self._count = count = state.count
        for place, row in enumerate(self.rows[:-1]):
            row.show_figures(str(count.pieces[place]), count.value(place))
        other = self.rows[-1]
        if other.edit.hasFocus():
            other.show_figures(other.edit.text() or "0", count.other)
        else:
            other.show_figures(money_digits(count.other), count.other)
        if not self.kept.hasFocus():
            self.kept.set_amount(count.kept)
        self._handed.setText(money(count.handed_in))
        self._handed.set_tone("danger" if count.handed_in < 0 else "text")
        self.total.set_amount(count.total)
        self.issues.show_issues(state.open_issues)

    # -- moving about

    def first_field(self) -> QWidget:
        return self.rows[0].edit

    def step_focus(self, by: int) -> None:
        """The field above or below."""
        edits: list[QWidget] = [row.edit for row in self.rows]
        edits.append(self.kept)
        place = next((i for i, edit in enumerate(edits) if edit.hasFocus()), -by)
        target = edits[(place + by) % len(edits)]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    # -- typing

    def _on_pad(self, key: str) -> None:
        for row in self.rows:
            if row.edit.hasFocus():
                row.edit.press(key)
                row.typed.emit(row.edit.text())
                return
        if self.kept.hasFocus():
            self.kept.press(key)
            self._on_kept(self.kept.text())

    def _on_step(self, place: int, by: int) -> None:
        self.rows[place].edit.setFocus()
        self.counted.emit(self._count.with_pieces(place, self._count.pieces[place] + by))

    def _on_pieces(self, place: int, text: str) -> None:
        self.counted.emit(self._count.with_pieces(place, int(text or "0")))

    def _on_other(self, text: str) -> None:
        self.counted.emit(self._count.with_other(_minor(text)))

    def _on_kept(self, text: str) -> None:
        self.counted.emit(self._count.with_kept(_minor(text)))


def _minor(text: str) -> int:
    try:
        return parse_amount(text.replace("。", "."))
    except Refused:
        return 0
