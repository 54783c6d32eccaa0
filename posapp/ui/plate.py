"""Rounded areas under buttons, tiles and cards: computed once for each size and colour, then
copied.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

if TYPE_CHECKING:
    from posapp.ui.look import Look

MOST_PIXELS: Final = 96 * 1024
"""Of a larger area only the corners are kept as a picture."""


class _Style(NamedTuple):
    """What an area looks like whatever its size; colours as numbers, -1 for none."""

    radius: float
    fill: int
    edge: int
    width: float
    ratio: float


def paint_plate(
    painter: QPainter,
    look: Look,
    area: QRectF,
    radius: float,
    *,
    fill: QColor | None,
    edge: QColor | None = None,
    width: float = 0.0,
) -> None:
    """Fill `area` with round corners, its edge of `width` inside. Logical pixels.

    Smooth corners are most of what a whole screen's painting costs; a copy is a twentieth of it.
    """
    wide, high = round(area.width()), round(area.height())
    if wide < 1 or high < 1:
        return
    ratio = painter.device().devicePixelRatioF()
    style = _Style(radius, _number(fill), _number(edge), 0.0 if edge is None else width, ratio)
    left, top = round(area.left()), round(area.top())
    if wide * high * ratio * ratio <= MOST_PIXELS:
        painter.drawPixmap(left, top, _kept(look, wide, high, style))
    elif fill is None or fill.alpha() < 255:
        _paint(painter, area, style)
    else:
        _paint_large(painter, look, (left, top, wide, high), style)


def _kept(look: Look, wide: int, high: int, style: _Style) -> QPixmap:
    key = (wide, high, *style)
    return look.plates.get(key) or look.plates.keep(key, _picture(wide, high, style))


def _picture(wide: int, high: int, style: _Style) -> QPixmap:
    picture = QPixmap(round(wide * style.ratio), round(high * style.ratio))
    picture.setDevicePixelRatio(style.ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint(painter, QRectF(0, 0, wide, high), style)
    painter.end()
    return picture


def _paint(painter: QPainter, area: QRectF, style: _Style) -> None:
    inset = style.width / 2
    edge, fill = QColor.fromRgba(max(style.edge, 0)), QColor.fromRgba(max(style.fill, 0))
    painter.setPen(Qt.PenStyle.NoPen if style.edge < 0 else QPen(edge, style.width))
    painter.setBrush(Qt.BrushStyle.NoBrush if style.fill < 0 else fill)
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), style.radius, style.radius)


def _paint_large(
    painter: QPainter, look: Look, area: tuple[int, int, int, int], style: _Style
) -> None:
    """Four corners of a small picture; everything in between is straight."""
    left, top, wide, high = area
    side = ceil(style.radius + style.width)
    _paint_between(painter, QRectF(left, top, wide, high), side, style)
    if not side:
        return
    corners = _kept(look, 2 * side, 2 * side, style)
    part = side * style.ratio
    for right in (0, 1):
        for low in (0, 1):
            place = QRectF(left + right * (wide - side), top + low * (high - side), side, side)
            painter.drawPixmap(place, corners, QRectF(right * part, low * part, part, part))


def _paint_between(painter: QPainter, area: QRectF, side: int, style: _Style) -> None:
    width = style.width
    across, upright = area.adjusted(side, 0, -side, 0), area.adjusted(0, side, 0, -side)
    if style.edge >= 0:
        edge = QColor.fromRgba(style.edge)
        painter.fillRect(across, edge)
        painter.fillRect(upright, edge)
    fill = QColor.fromRgba(style.fill)
    painter.fillRect(across.adjusted(0, width, 0, -width), fill)
    painter.fillRect(upright.adjusted(width, 0, -width, 0), fill)


def _number(color: QColor | None) -> int:
    return -1 if color is None else color.rgba()
