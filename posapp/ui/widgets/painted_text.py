"""Text that its widget paints by hand, and that a screen reader finds as text all the same."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLCDNumber, QWidget


class PaintedText(QLCDNumber):
    """The accessible name is what is read.

    Qt gives the role of static text to labels and number displays only; a label would bring a text
    of its own, which the painted one would have to be kept equal to.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
