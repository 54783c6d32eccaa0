"""The receipt roll: every job as the printer would print it, the newest in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from posapp.ui.i18n import tr

if TYPE_CHECKING:
    from posapp.devices.simulated_printer import PrintedJob, SimulatedPrinter
    from posapp.ui.counter.parts import DrawPaper

_SHOWN: Final = 12


class PaperRoll(QScrollArea):
    """Shows the last twelve jobs. Drawing happens on the printer's lane, showing on the UI
    thread.
    """

    def __init__(
        self, printer: SimulatedPrinter, draw: DrawPaper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("demo_roll")
        self.setAccessibleName(tr("小票纸"))
        self.setWidgetResizable(True)
        self._paper = QWidget(self)
        self._rows = QVBoxLayout(self._paper)
        self._rows.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(self._paper)
        self._pen = _Pen(draw, self)
        self._pen.drawn.connect(self._on_drawn, Qt.ConnectionType.QueuedConnection)
        printer.watch(self._pen.draw)

    @Slot(QImage)
    def _on_drawn(self, image: QImage) -> None:
        slip = QLabel(self._paper)
        slip.setAccessibleName(tr("一张小票"))
        slip.setPixmap(QPixmap.fromImage(image))
        self._rows.addWidget(slip)
        while self._rows.count() > _SHOWN:
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self._paper.adjustSize()
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() - slip.sizeHint().height() + self.viewport().height() // 2)


class _Pen(QObject):
    """Turns printer bytes into a picture of its own pixels."""

    drawn = Signal(QImage)

    def __init__(self, draw: DrawPaper, parent: QObject) -> None:
        super().__init__(parent)
        self._draw = draw

    def draw(self, job: PrintedJob) -> None:
        """On the printer's lane; the picture goes to the UI thread by a queued signal."""
        width, height, grey = self._draw(job.data)
        image = QImage(grey, width, height, width, QImage.Format.Format_Grayscale8)
        # The QImage only borrows the bytes: copy before they go.
        scaled = image.copy().scaledToWidth(
            width * 2 // 3, Qt.TransformationMode.SmoothTransformation
        )
        self.drawn.emit(scaled)
