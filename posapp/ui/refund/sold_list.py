"""The lines of the sale, each with a tick, what was sold, what may come back, what was paid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from posapp.ui.format import money_digits, quantity
from posapp.ui.i18n import tr
from posapp.ui.line_names import line_name
from posapp.ui.size_class import SizeClass
from posapp.ui.widgets.naming import name_control

if TYPE_CHECKING:
    from posapp.domain.sale import SaleLine
    from posapp.ui.look import Look
    from posapp.ui.refund.state import RefundState

LINE: Final = 57
WITH_CUTS: Final = 72


class SoldRow(QAbstractButton):
    """One line, a box to tick by a press anywhere. `chosen` asks for the tick or takes it off: it
    stands once the presenter says so; `reached` tells that Tab came here.
    """

    chosen = Signal(int)
    reached = Signal(int)
    size_class = SizeClass.LIST_ROW

    def __init__(self, look: Look, line: SaleLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._line = line
        self._left = 0
        self._ticked = self._selected = False
        name = line_name(line)
        self._name = name
        name_control(self, f"refund.line.{line.number}", name)
        self.setCheckable(True)
        # A screen reader toggles it without a click.
        self.toggled.connect(self._on_toggled)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_line(self, left: int, *, ticked: bool, selected: bool) -> None:
        """The rows are one stop for Tab, ↑↓ go on from there."""
        self._left, self._ticked, self._selected = left, ticked, selected
        self.setChecked(ticked)
        self.setEnabled(left > 0)
        stop = Qt.FocusPolicy.TabFocus if selected else Qt.FocusPolicy.NoFocus
        if self.focusPolicy() != stop:
            self.setFocusPolicy(stop)
        texts = (
            f"{tr('已售')} {quantity(self._line.quantity)}",
            f"{tr('可退')} {quantity(left)}",
            f"{tr('实付')} {money_digits(self._line.net)}",
        )
        self.setAccessibleDescription(" ".join(texts))
        self.update()

    def sizeHint(self) -> QSize:
        high = WITH_CUTS if self._line.reductions else LINE
        return QSize(self._look.px(400), self._look.px(high))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit(self._line.number)

    def _on_toggled(self, checked: bool) -> None:
        if checked != self._ticked:
            self.chosen.emit(self._line.number)
            self.setChecked(self._ticked)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._selected:
            painter.fillRect(self.rect(), look.color("primary_weak"))
            painter.fillRect(QRectF(0, 0, look.px(3), self.height()), look.color("primary"))
        side = look.px(20)
        painter.fillRect(
            QRectF(side, self.height() - 1, self.width() - 2 * side, 1), look.color("divider")
        )
        self._paint_tick(painter)
        self._paint_name(painter)
        self._paint_figures(painter)
        painter.end()

    def _paint_tick(self, painter: QPainter) -> None:
        look = self._look
        side = look.px(24)
        box = QRectF(look.px(20), (self.height() - side) / 2, side, side)
        can = self._left > 0
        edge = "border" if can else "divider"
        ticked = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen if ticked else QPen(look.color(edge), 1.5))
        painter.setBrush(look.color("primary" if ticked else "surface"))
        painter.drawRoundedRect(box, look.px(4), look.px(4))
        if ticked:
            pixmap = look.icon("check", "on_primary", 18, self.devicePixelRatioF())
            inset = look.px(3)
            painter.drawPixmap(QPointF(box.left() + inset, box.top() + inset), pixmap)

    def _paint_name(self, painter: QPainter) -> None:
        look = self._look
        font = look.font("body", bold=self.isChecked())
        metrics, small = QFontMetrics(font), QFontMetrics(look.font("small"))
        cuts = " ".join(f"{cut.label} {money_digits(-cut.amount)}" for cut in self._line.reductions)
        high = metrics.height() + (small.height() if cuts else 0)
        left, top = look.px(64), (self.height() - high) / 2
        room = self._column(0) - left - look.px(8)
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(font)
        painter.setPen(look.color("text" if self._left else "disabled"))
        baseline = QPointF(left, top + metrics.ascent())
        painter.drawText(baseline, metrics.elidedText(self._name, elide, room))
        if cuts:
            painter.setFont(look.font("small"))
            painter.setPen(look.color("member"))
            below = QPointF(left, top + metrics.height() + small.ascent())
            whole = tr("，").join((money_digits(self._line.list_amount), cuts))
            painter.drawText(below, small.elidedText(whole, elide, room))

    def _paint_figures(self, painter: QPainter) -> None:
        look = self._look
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(look.color("text" if self._left else "disabled"))
        painter.setFont(look.font("body"))
        for place, figure in enumerate((self._line.quantity, self._left)):
            area = QRectF(self._column(place), 0, look.px(64), self.height())
            painter.drawText(area, middle | Qt.AlignmentFlag.AlignHCenter, quantity(figure))
        painter.setFont(look.font("body", bold=True))
        area = QRectF(0, 0, self.width() - look.px(20), self.height())
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, money_digits(self._line.net))

    def _column(self, place: int) -> int:
        return self.width() - self._look.px(250 - 68 * place)


class SoldHead(QWidget):
    """The names of the columns."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(look.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setFont(look.font("small"))
        painter.setPen(look.color("text2"))
        middle = Qt.AlignmentFlag.AlignVCenter
        whole = QRectF(self.rect())
        painter.drawText(whole.adjusted(look.px(64), 0, 0, 0), middle, tr("商品"))
        for place, caption in enumerate((tr("已售"), tr("可退"))):
            left = self.width() - look.px(250 - 68 * place)
            area = QRectF(left, 0, look.px(64), self.height())
            painter.drawText(area, middle | Qt.AlignmentFlag.AlignHCenter, caption)
        right = whole.adjusted(0, 0, -look.px(20), 0)
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, tr("实付"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look.color("divider"))
        painter.end()


class SoldList(QWidget):
    """All rows of one sale: `chosen` carries the number of a line, `reached` where Tab came to."""

    chosen = Signal(int)
    reached = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("refund.lines")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._rows: dict[int, SoldRow] = {}
        self._lines: tuple[SaleLine, ...] = ()

    def row(self, number: int) -> SoldRow:
        return self._rows[number]

    def show_state(self, state: RefundState) -> None:
        if state.lines != self._lines:
            self._fill(state.lines)
        walks = any(row.hasFocus() for row in self._rows.values())
        for line in state.lines:
            self._rows[line.number].show_line(
                state.left(line.number),
                ticked=line.number in state.wanted,
                selected=line.number == state.selected,
            )
        if walks and state.selected in self._rows:
            self._rows[state.selected].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, lines: tuple[SaleLine, ...]) -> None:
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {}
        self._lines = lines
        for place, line in enumerate(lines):
            row = SoldRow(self._look, line)
            row.chosen.connect(self.chosen)
            row.reached.connect(self.reached)
            self._column.insertWidget(place, row)
            self._rows[line.number] = row
