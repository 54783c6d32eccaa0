"""The picture of a paper, as wide as there is room: no figure at its edge is ever cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class PaperView(QLabel):
    """Shows an image at most `widest` pixels wide, or a text while there is none."""

    def __init__(self, widest: int) -> None:
        super().__init__()
        self._widest = widest
        self._image = QImage()
        self.setMinimumWidth(1)  # else what it shows would keep it from growing narrower

    def show_image(self, image: QImage) -> None:
        self._image = image
        self._fit()

    def show_text(self, text: str) -> None:
        self._image = QImage()
        self.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        if self._image.isNull():
            return
        width = max(1, min(self._image.width(), self._widest, self.width()))
        smooth = Qt.TransformationMode.SmoothTransformation
        self.setPixmap(QPixmap.fromImage(self._image.scaledToWidth(width, smooth)))
