"""The Z as it stands: whether central has the same receipts, sales, tenders, cash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.shift.blocks_view import BlocksView
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.icon_label import Disc
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.why_button import why_button

if TYPE_CHECKING:
    from posapp.domain.shift import ZReport
    from posapp.ui.look import Look
    from posapp.ui.shift.close_state import ClosingState
    from posapp.ui.shift.z_rows import Row
    from posapp.workflows.shifts import Comparison


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ReviewPage(QWidget):
    """Empty until there is a Z."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        self.band = ComparisonBand(look)
        self.figures = BlocksView(look, "z")
        column.addWidget(self.band)
        column.addWidget(self.figures, 1)

    def show_state(self, state: ClosingState) -> None:
        if state.z is None:
            return
        self.band.show_comparison(state.z, state.comparison)
        self.figures.show_blocks(state.blocks)


class ComparisonBand(Card):
    """「小票 214 = 总部 214」, or how many wait."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(
            look,
            back="surface2",
            edge="",
            padding=0,
            horizontal=True,
            name="shift.band",
            parent=parent,
        )
        self.rows.setContentsMargins(look.px(24), 0, look.px(24), 0)
        self.rows.setSpacing(look.px(20))
        self.setFixedHeight(look.px(80))
        self._good = Disc(look, icon="check", back="pay", tone="surface")
        self._open = Disc(look, icon="clock", back="warn", tone="surface")
        self.text = Label(look, size="h1", bold=True, name="shift.comparison")
        self._range = ElidedLabel(look, tone="text2", name="shift.receipts")
        self.waiting = Label(look, name="shift.waiting")
        for part in (self._good, self._open, self.text):
            self.rows.addWidget(part)
        self.rows.addWidget(self._range, 1)
        self.rows.addWidget(self.waiting)
        self.why = why_button(look, "shift.why")
        self.rows.addWidget(self.why)

    def show_comparison(self, z: ZReport, comparison: Comparison | None) -> None:
        agrees = comparison is not None and comparison.agrees
        self.set_colors("success_weak" if agrees else "warn_weak")
        self._good.setVisible(agrees)
        self._open.setVisible(not agrees)
        self.text.setText(_comparison_text(comparison))
        first, last = z.sums.first_receipt, z.sums.last_receipt
        self._range.setText(tr("单号 {a} 至 {b}", a=first, b=last) if first else "")
        waiting = z.waiting_to_sync if comparison is None else comparison.waiting
        self.waiting.setText(tr("待同步 {n}", n=waiting))


class RowsCard(Card):
    """A title and rows of name, count and amount."""

    def __init__(self, look: Look, title: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=0, name=name, parent=parent)
        self.rows.setSpacing(0)
        head = Label(look, title, bold=True)
        head.setContentsMargins(look.px(24), look.px(12), look.px(24), look.px(12))
        self.rows.addWidget(head)
        self.rows.addWidget(Divider(look))
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(look.px(24), look.px(4), look.px(24), look.px(8))
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.rows.addWidget(Scroller(inner), 1)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.add_rows(rows)

    def add_rows(self, rows: tuple[Row, ...]) -> None:
        for row in rows:
            self.add(_row(self._look, row))

    def add(self, widget: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, widget)


def _row(look: Look, row: Row) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    if row.is_sum:
        column.addWidget(Divider(look))
    line = QHBoxLayout()
    line.addWidget(ElidedLabel(look, row.title, bold=row.is_sum), 1)
    if row.count is not None:
        count = Label(look, str(row.count), tone="text2", bold=row.is_sum)
        line.addWidget(count)
        line.addSpacing(look.px(24))
    value = Label(look, row.text, bold=row.is_sum)
    value.setMinimumWidth(look.px(96))
    value.setAlignment(_RIGHT)
    line.addWidget(value)
    column.addLayout(line)
    box.setFixedHeight(look.px(36))
    return box


def _comparison_text(comparison: Comparison | None) -> str:
    if comparison is None:
        return tr("正在和总部核对")
    here, there = comparison.at_till, comparison.at_central
    if there is None:
        return tr("小票 {here}，总部暂时没有应答", here=here)
    if comparison.agrees:
        return tr("小票 {here} = 总部 {there}", here=here, there=there)
    return tr("小票 {here}，总部 {there}，还有待同步", here=here, there=there)
