"""A plate looks as if it had been painted where it stands."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from posapp.ui.plate import MOST_PIXELS, paint_plate

WHITE, BLUE, VEIL = QColor("#ffffff"), QColor("#1565c0"), QColor(21, 101, 192, 40)
SMALL, LARGE = QRectF(3, 5, 44, 28), QRectF(3, 5, 480, 210)


def canvas(ratio):
    image = QImage(
        round(490 * ratio), round(220 * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#eceff1"))
    return image


def by_hand(image, area, radius, fill, edge, width):
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, width) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(fill or Qt.BrushStyle.NoBrush)
    inset = width / 2 if edge else 0
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.end()


def most_different(one, other):
    if one == other:
        return 0
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("area", [SMALL, LARGE], ids=["small", "large"])
@pytest.mark.parametrize(
    ("fill", "edge", "width"),
    [(WHITE, None, 0), (WHITE, BLUE, 1), (WHITE, BLUE, 2), (None, BLUE, 1), (VEIL, None, 0)],
    ids=["filled", "edged", "thick", "cap", "veil"],
)
def test_a_plate_looks_as_painted(look, ratio, area, fill, edge, width):
    ours, theirs = canvas(ratio), canvas(ratio)
    for _ in range(2):
        ours.fill(QColor("#eceff1"))
        painter = QPainter(ours)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_plate(painter, look, area, 6, fill=fill, edge=edge, width=width)
        painter.end()
    by_hand(theirs, area, 6, fill, edge, width)
    assert most_different(ours, theirs) <= 4


def test_the_large_area_is_one():
    assert LARGE.width() * LARGE.height() > MOST_PIXELS > SMALL.width() * SMALL.height()


def test_no_more_pictures_are_kept_than_fit(look):
    image = canvas(1)
    painter = QPainter(image)
    for width in range(200, 300):
        paint_plate(painter, look, QRectF(0, 0, width, 210), 1, fill=WHITE)
    painter.end()
    kept = [each.width() * each.height() for each in look.plates._kept.values()]
    assert 0 < sum(kept) <= look.plates.MOST_PIXELS < 100 * 200 * 210


def test_an_area_of_nothing_paints_nothing(look):
    image = canvas(1)
    before = image.copy()
    painter = QPainter(image)
    paint_plate(painter, look, QRectF(5, 5, 0, 9), 6, fill=WHITE)
    painter.end()
    assert image == before
