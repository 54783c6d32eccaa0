"""Shift reports: the list at the left, the paper of the chosen one at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.format import local_time, money, time_from_ms
from posapp.ui.i18n import tr
from posapp.ui.manager.z_file import Form
from posapp.ui.shift.words import difference_word
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.empty_state import EmptyState
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.paper_view import PaperView
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.touch_button import TouchButton
from posapp.ui.widgets.why_button import why_button

if TYPE_CHECKING:
    from posapp.domain.shift import ZReport
    from posapp.ui.look import Look
    from posapp.ui.manager.picture import Picture
    from posapp.ui.manager.presenter import ManagerState


class ReportsPage(QWidget):
    """Emits `opened` with a Z's number, `reprinted`, `saved`, and `exported` with a `Form`."""

    opened = Signal(int)
    reprinted = Signal()
    saved = Signal()
    exported = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(look.px(16))
        left = QVBoxLayout()
        left.setSpacing(look.px(8))
        left.addWidget(Label(look, tr("交接班报表"), size="h1", bold=True))
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(look.px(8))
        self._list.addStretch(1)
        left.addWidget(Scroller(inner), 1)
        self._empty = EmptyState(
            look, "report", tr("还没有交接班报表"), tr("交班后 Z 报表会列在这里")
        )
        left.addWidget(self._empty, 1)
        columns.addLayout(left, 12)
        columns.addWidget(self._preview(), 9)
        self._shown: tuple[ZReport, ...] = ()
        self._rows: dict[int, ChoiceRow] = {}

    def _preview(self) -> Card:
        look = self._look
        card = Card(look, back="surface2", padding=12, name="manager.preview")
        self._paper = PaperView(look.px(460))
        self._paper.setObjectName("manager.paper")
        self._paper.setAccessibleName(tr("Z 报表的小票"))
        card.rows.addWidget(Scroller(self._paper), 1)
        self.print = TouchButton(
            look, "manager.reprint", tr("补打这张 Z 报表"), icon="printer", key="Enter", height=56
        )
        self.save = TouchButton(look, "manager.save", tr("保存 PDF"), icon="report", height=56)
        self.why = why_button(look, "manager.why", height=56)
        card.rows.addWidget(self.print)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self.save, 1)
        row.addWidget(self.why)
        card.rows.addLayout(row)
        card.rows.addLayout(self._exports())
        self.save.clicked.connect(self.saved)
        self.print.clicked.connect(self.reprinted)
        return card

    @property
    def is_on_file_key(self) -> bool:
        """The focus is on a key that writes a file: Enter and Space are that key's."""
        return any(each.hasFocus() for each in (self.save, *self.exports.values()))

    def _exports(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(8))
        texts = {Form.XLSX: tr("导出 Excel"), Form.CSV: tr("导出 CSV")}
        self.exports: dict[Form, TouchButton] = {}
        for form, text in texts.items():
            button = TouchButton(self._look, f"manager.{form}", text, icon="report", height=56)
            button.clicked.connect(partial(self._on_export, form))
            self.exports[form] = button
            row.addWidget(button, 1)
        return row

    def show_state(self, state: ManagerState) -> None:
        if state.reports != self._shown:
            self._fill(state.reports)
        self._empty.setVisible(not state.reports)
        number = None if state.z is None else state.z.number
        for row_number, row in self._rows.items():
            row.setChecked(row_number == number)
        for button in (self.print, self.save, self.why, *self.exports.values()):
            button.refuse("" if state.paper is not None else tr("先选一张报表"))
        for button in (self.save, *self.exports.values()):
            button.set_busy(state.saving)
        self._show_picture(state.picture)

    def _fill(self, reports: tuple[ZReport, ...]) -> None:
        self._shown = reports
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {}
        for place, z in enumerate(reports):
            row = ChoiceRow(
                self._look,
                f"manager.z.{z.number}",
                tr("Z {n}  {date}", n=z.number, date=z.business_date),
                _sub(z),
                value=money(z.net),
                height=60,
            )
            row.clicked.connect(partial(self._on_clicked, z.number))
            self._rows[z.number] = row
            self._list.insertWidget(place, row)

    def _on_clicked(self, number: int) -> None:
        self.opened.emit(number)

    def _on_export(self, form: Form) -> None:
        self.exported.emit(form)

    def _show_picture(self, picture: Picture | None) -> None:
        if picture is None:
            self._paper.show_words(tr("正在画小票") if self._shown else "")
            return
        stride = picture.width
        form = QImage.Format.Format_Grayscale8
        # A QImage over bytes only borrows them: copy before they may go.
        image = QImage(picture.grey, picture.width, picture.height, stride, form).copy()
        self._paper.show_image(image)


def _sub(z: ZReport) -> str:
    opened, closed = (local_time(time_from_ms(ms)) for ms in (z.opened_ms, z.closed_ms))
    parts = [f"{z.staff_name} {opened}-{closed}"]
    if z.difference:
        parts.append(f"{difference_word(z.difference)} {money(abs(z.difference))}")
    if z.waiting_to_sync:
        parts.append(tr("含 {n} 笔待同步", n=z.waiting_to_sync))
    return tr("，").join(parts)
