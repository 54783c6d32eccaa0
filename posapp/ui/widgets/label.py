"""Text on the screen: always plain text, sized and coloured by tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

if TYPE_CHECKING:
    from posapp.ui.look import Look


class Label(QLabel):
    """A label that never interprets its text; data from outside goes through here."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        size: str = "body",
        tone: str = "text",
        bold: bool = False,
        wrap: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self.setFont(look.font(size, bold=bold))
        self.setWordWrap(wrap)
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        self.setObjectName(name)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        if self.property("tone") == tone:
            return
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)


class ElidedLabel(Label):
    """A label that gives way: it shortens its text with … and tells the whole text on hover.

    With `hug` it asks for the width of its text, otherwise it takes what its layout gives.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        size: str = "body",
        tone: str = "text",
        bold: bool = False,
        name: str = "",
        hug: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, size=size, tone=tone, bold=bold, name=name, parent=parent)
        wide = QSizePolicy.Policy.Preferred if hug else QSizePolicy.Policy.Ignored
        self.setSizePolicy(wide, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = self.fontMetrics()
        short = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        whole = "" if short == self.text() else self.text()
        if whole != self.toolTip():
            self.setToolTip(whole)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), short)
        painter.end()
