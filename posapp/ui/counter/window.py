"""The window beside the till: what the printer printed, and what a customer could do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.counter.boxes import FaultBox, PhoneBox, ScannerBox, TerminalBox
from posapp.ui.counter.roll import PaperRoll
from posapp.ui.i18n import tr

if TYPE_CHECKING:
    from posapp.ui.counter.parts import Counter
    from posapp.ui.look import Look


class PanelWindow(QWidget):
    """Simulated devices of the demo; closing it leaves the till alone."""

    def __init__(self, look: Look, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("demo_panel")
        self.setWindowTitle(tr("模拟柜台"))
        self.resize(look.px(980), look.px(720))
        columns = QHBoxLayout(self)
        columns.addWidget(PaperRoll(counter.printer, counter.draw, self), 1)
        side = QVBoxLayout()
        for box in (
            ScannerBox(look, counter),
            PhoneBox(look, counter),
            TerminalBox(look, counter),
            FaultBox(look, counter),
        ):
            side.addWidget(box)
        side.addStretch(1)
        columns.addLayout(side, 1)
