"""A paper as it would be printed, whole from edge to edge in whatever width there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget


class PaperView(QLabel):
    """Never wider than `most_width` pixels or than the paper itself, never cut at the side."""

    def __init__(self, most_width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most_width = most_width
        self._image = QImage()
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        # The room decides the width of the picture, not the picture that of the page.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def show_image(self, image: QImage) -> None:
        self._image = image
        self._fit()

    def show_words(self, text: str) -> None:
        """Instead of a paper."""
        self._image = QImage()
        self.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def _fit(self) -> None:
        if self._image.isNull():
            return
        width = max(1, min(self._image.width(), self._most_width, self.width()))
        smooth = Qt.TransformationMode.SmoothTransformation
        self.setPixmap(QPixmap.fromImage(self._image.scaledToWidth(width, smooth)))
