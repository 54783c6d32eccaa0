"""Our own icons: SVG lines on a 24-pixel grid, tinted when drawn."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from posapp.paths import resource

if TYPE_CHECKING:
    from pathlib import Path


def icon_path(name: str) -> Path:
    return resource("icons") / f"{name}.svg"


@lru_cache(maxsize=256)
def icon_source(name: str) -> str:
    """The SVG text of an icon; FileNotFoundError for a name we did not draw."""
    return icon_path(name).read_text("utf-8")


@lru_cache(maxsize=1024)
def has_icon(name: str) -> bool:
    return icon_path(name).is_file()


def render_icon(name: str, color: QColor, size_px: int, ratio: float = 1.0) -> QPixmap:
    """An icon as a pixmap of `size_px` logical pixels, its strokes in `color`."""
    svg = icon_source(name).replace("currentColor", color.name())
    pixmap = QPixmap(round(size_px * ratio), round(size_px * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return pixmap
