"""The window beside the till: what the printer printed, and what a customer could do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from posapp.ui.counter.boxes import CodesBox, FaultBox, PhoneBox, ScannerBox, TerminalBox
from posapp.ui.counter.roll import PaperRoll
from posapp.ui.i18n import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from posapp.ui.counter.parts import Counter
    from posapp.ui.look import Look

_WIDE: Final = 900


class PanelWindow(QWidget):
    """Simulated devices of the demo; closing it leaves the till alone."""

    def __init__(self, look: Look, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("demo_panel")
        self.setWindowTitle(tr("模拟柜台"))
        self.resize(look.px(980), look.px(720))
        self._look = look
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.addWidget(PaperRoll(counter.printer, counter.draw, self), 1)
        side = QVBoxLayout()
        for box in (
            ScannerBox(look, counter),
            CodesBox(look, counter),
            PhoneBox(look, counter),
            TerminalBox(look, counter),
            FaultBox(look, counter),
        ):
            side.addWidget(box)
        side.addStretch(1)
        self._parts.addLayout(side, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow and high beside a till: the paper hangs under the buttons."""
        is_wide = self.width() >= self._look.px(_WIDE)
        way = QBoxLayout.Direction
        self._parts.setDirection(way.LeftToRight if is_wide else way.BottomToTop)
        self._parts.setStretch(1, int(is_wide))
        super().resizeEvent(event)
