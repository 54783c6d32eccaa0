"""A product to touch: icon, name, spec and price; low stock as a chip, sold out hatched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.icons import has_icon
from posapp.ui.plate import paint_plate
from posapp.ui.size_class import SizeClass
from posapp.ui.theme import CONTRAST
from posapp.ui.widgets.naming import name_control

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from posapp.domain.catalog import Product
    from posapp.ui.look import Look

LOW_STOCK: Final = 5
ARROWS: Final[dict[int, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
TILE_HEIGHT: Final = 90
CATEGORY_TONES: Final = {
    "blue": "chart1",
    "orange": "chart2",
    "green": "chart3",
    "teal": "chart3",
    "pink": "chart4",
    "red": "chart4",
    "grey": "chart5",
    "purple": "chart6",
}


class ProductTile(QAbstractButton):
    """Shows one product; the grid keeps its tiles and gives them other products.

    Space and Enter press it; `walked` carries the columns and rows that an arrow asks to go.
    """

    walked = Signal(int, int)
    size_class = SizeClass.TILE

    def __init__(self, look: Look, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_control(self, f"sell.tile.{place}", tr("商品"))
        self._look = look
        self._product: Product | None = None
        self._tone = "chart1"
        self._member_price: int | None = None
        self.be_stop(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def product(self) -> Product | None:
        return self._product

    def show_product(self, product: Product, colour: str, member_price: int | None = None) -> None:
        """`member_price` is what the member of this order pays, where that differs."""
        self._product = product
        self._member_price = member_price
        self._tone = CATEGORY_TONES.get(colour, "chart1")
        self.setText(product.name)
        price = tr("售罄") if product.sold_out else money(product.price)
        name = f"{product.name} {product.spec} {price}"
        if member_price is not None:
            name = tr("，").join((name, tr("会员价 {price}", price=money(member_price))))
        self.setAccessibleName(name)
        self.setEnabled(not product.sold_out)
        self.update()

    def be_stop(self, stop: bool) -> None:  # a property of the widget
        """Whether Tab stops here: the tiles are one stop, arrows go on from there."""
        policy = Qt.FocusPolicy.TabFocus if stop else Qt.FocusPolicy.NoFocus
        if self.focusPolicy() != policy:
            self.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(event.key())
        if step is not None:
            self.walked.emit(*step)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(144), self._look.px(TILE_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(112), self._look.px(TILE_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        product = self._product
        if product is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        low = product.stock_left is not None and product.stock_left <= LOW_STOCK
        chip = low and not product.sold_out
        self._paint_icon(painter, product, lifted=chip)
        self._paint_texts(painter, product)
        if chip:
            self._paint_chip(painter, tr("余 {n}", n=product.stock_left))
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        look = self._look
        area, radius = QRectF(self.rect()), look.px(6)
        edge = look.color("divider")
        paint_plate(painter, look, area, radius, fill=look.color("surface"), edge=edge, width=1)
        if not self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            hatch = "surface2" if look.theme == CONTRAST else "divider"
            painter.setBrush(QBrush(look.color(hatch), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        elif self.isDown() or self.underMouse():
            veil = look.color("primary")
            veil.setAlphaF(0.16 if self.isDown() else 0.06)
            paint_plate(painter, look, area, radius, fill=veil)

    def _paint_icon(self, painter: QPainter, product: Product, *, lifted: bool) -> None:
        look = self._look
        side = look.px(44 if self.width() >= look.px(150) else 36)
        top = (self.height() - side) / 2 - (look.px(11) if lifted else 0)
        square = QRectF(look.px(10), top, side, side)
        ground = look.color("surface2" if product.sold_out else self._tone)
        if not product.sold_out:
            ground.setAlphaF(0.12)
        paint_plate(painter, look, square, look.px(8), fill=ground)
        name = product.icon if has_icon(product.icon) else "box"
        tone = "disabled" if product.sold_out else self._tone
        icon = look.icon(name, tone, 24, self.devicePixelRatioF())
        half = look.px(24) / 2
        painter.drawPixmap(QPointF(square.center().x() - half, square.center().y() - half), icon)

    def _paint_texts(self, painter: QPainter, product: Product) -> None:
        look = self._look
        left = look.px(62 if self.width() >= look.px(150) else 54)
        text = tr("售罄") if product.sold_out else money(product.price)
        size = "body" if product.sold_out else "h2"
        hers = "" if self._member_price is None else money(self._member_price)
        beside = left + look.texts.width(text, size, bold=True) + look.px(6)
        room = self.width() - beside - look.px(6)
        is_below = bool(hers) and look.texts.width(hers, "small", bold=True) > room
        name, spec, price = (22, 39, 62) if is_below else (26, 45, 74)
        painter.setPen(look.color("text2" if product.sold_out else "text"))
        self._line(painter, "body", left, look.px(name), product.name)
        painter.setPen(look.color("text2"))
        self._line(painter, "small", left, look.px(spec), product.spec)
        painter.setPen(look.color("text2" if product.sold_out else "text"))
        self._line(painter, size, left, look.px(price), text, bold=True)
        if hers:
            painter.setPen(look.color("member"))
            corner = (left, look.px(82)) if is_below else (beside, look.px(price))
            self._line(painter, "small", *corner, hers, bold=True)

    def _line(
        self,
        painter: QPainter,
        size: str,
        left: int,
        baseline: int,
        text: str,
        *,
        bold: bool = False,
    ) -> None:
        look = self._look
        room = self.width() - left - look.px(6)
        painter.setFont(look.font(size, bold=bold))
        painter.drawText(QPointF(left, baseline), look.texts.short(text, room, size, bold=bold))

    def _paint_chip(self, painter: QPainter, text: str) -> None:
        look = self._look
        font = look.font("status", bold=True)
        side = 44 if self.width() >= look.px(150) else 36
        width = max(look.px(side), QFontMetrics(font).horizontalAdvance(text) + look.px(4))
        chip = QRectF(look.px(10), self.height() - look.px(30), width, look.px(20))
        paint_plate(painter, look, chip, look.px(4), fill=look.color("warn_weak"))
        painter.setPen(look.color("warn"))
        painter.setFont(font)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
