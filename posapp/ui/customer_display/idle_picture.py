"""Nobody is being served: the shop's picture, or its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from posapp.ui.customer_display.words import Words
    from posapp.ui.look import Look


class IdlePicture(QWidget):
    """Fills its room with the picture, cut at its edges; a file that is none shows the name."""

    def __init__(
        self, look: Look, words: Words, shop: str, file: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._shop = shop
        tr = words.tr
        self._welcome = tr("欢迎光临")
        self._hint = tr("会员请出示会员码")
        self._file = file
        self._picture = QPixmap()
        self.setObjectName("customer.idle")
        self.setAccessibleName(f"{shop} {self._welcome}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def has_picture(self) -> bool:
        return not self._fitting().isNull()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        picture = self._fitting()
        if picture.isNull():
            self._paint_words(painter)
        else:
            place = QRect(0, 0, picture.width(), picture.height())
            place.moveCenter(self.rect().center())
            painter.drawPixmap(place, picture)
        painter.end()

    def _fitting(self) -> QPixmap:
        """Read once for each size of the window: a large photo is never held at its full size."""
        size = self.size() * self.devicePixelRatioF()
        if not self._file or self._picture.size().expandedTo(size) == self._picture.size():
            return self._picture
        reader = QImageReader(self._file)
        reader.setAutoTransform(True)
        whole = reader.size()
        if whole.isValid() and not whole.isEmpty():
            reader.setScaledSize(whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
            self._picture = QPixmap.fromImage(reader.read())
        if self._picture.isNull():
            self._file = ""
        return self._picture

    def _paint_words(self, painter: QPainter) -> None:
        look = self._look
        painter.fillRect(self.rect(), look.color("surface"))
        middle = self.rect().center().y()
        rows = (
            (look.font("change", bold=True), "text", self._shop),
            (look.font("customer", bold=True), "primary", self._welcome),
            (look.font("h2"), "text2", self._hint),
        )
        heights = [QFontMetrics(font).height() + look.px(12) for font, _tone, _text in rows]
        y = middle - sum(heights) // 2
        for (font, tone, text), height in zip(rows, heights, strict=True):
            painter.setFont(font)
            painter.setPen(look.color(tone))
            area = QRectF(0, y, self.width(), height)
            elided = QFontMetrics(font).elidedText(
                text, Qt.TextElideMode.ElideRight, self.width() - look.px(32)
            )
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, elided)
            y += height

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(640), self._look.px(400))
