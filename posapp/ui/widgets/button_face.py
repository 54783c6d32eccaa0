"""What a button looks like: colours by kind and state, measures, and the layout of its parts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from posapp.ui.plate import paint_plate
from posapp.ui.widgets.key_hint import cap_size, paint_cap

if TYPE_CHECKING:
    from posapp.ui.look import Look


class Kind(Enum):
    """What pressing means: green takes money, red gives back or stops, blue is other primaries."""

    PRIMARY = "primary"
    PAY = "pay"
    SECONDARY = "secondary"
    OUTLINE = "outline"  # edge and text in the primary colour
    GHOST = "ghost"
    DANGER = "danger"
    CHOICE = "choice"  # checkable; primary_weak with a primary edge when chosen
    TAB = "tab"  # checkable; filled with primary when chosen
    KEY = "key"  # a key of the number pad
    QUIET = "quiet"  # a chip: filled with surface2, without an edge
    WARN = "warn"  # a chip that stands out


FILLED = {Kind.PRIMARY: "primary", Kind.PAY: "pay", Kind.DANGER: "danger"}
ON_FILL = {Kind.PRIMARY: "on_primary", Kind.PAY: "on_pay", Kind.DANGER: "on_danger"}
HEAVY = (Kind.PRIMARY, Kind.PAY, Kind.DANGER, Kind.KEY)


@dataclass(slots=True, kw_only=True)
class FaceState:
    """What the button says and how it stands at this moment."""

    text: str
    below: str = ""
    enabled: bool = True
    checked: bool = False
    down: bool = False
    hover: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """A background and an edge as colour tokens; empty means none."""

    back: str = ""
    edge: str = ""
    width: int = 0


class ButtonFace:
    """Draws and measures one button; holds what never changes about it."""

    def __init__(
        self, look: Look, kind: Kind, *, key: str, icon: str, size: str, align_left: bool
    ) -> None:
        self._look = look
        self._kind = kind
        self.key = key
        self.icon = icon
        self._size = size
        self._align_left = align_left
        self.always_stacked = False

    # -- measuring

    def padding(self) -> int:
        return self._look.px(12)

    def can_stack(self) -> bool:
        """A left-aligned button with a key may put the key above its text when it is narrow."""
        return bool(self.key) and self._key_first()

    def row_width(self, state: FaceState) -> int:
        """Icon, text and key side by side."""
        width = self.least_width(state)
        if self._may_drop_icon(state):
            width += self._look.px(self._icon_size(state) + 8)
        return width

    def least_width(self, state: FaceState) -> int:
        """The same without the icon where text and key say all there is to say."""
        width = self._text_width(state)
        gap = self._look.px(8)
        if self.icon and not self._may_drop_icon(state):
            width += self._look.px(self._icon_size(state)) + (gap if state.text else 0)
        if self.key:
            width += cap_size(self._look, self.key).width() + gap + self._look.px(2)
        return width

    def _may_drop_icon(self, state: FaceState) -> bool:
        return bool(self.icon and self.key and state.text)

    def stacked_width(self, state: FaceState) -> int:
        keys = self._look.texts.width(self.key, "status", bold=True)
        return max(self._text_width(state), keys)

    def _text_width(self, state: FaceState) -> int:
        texts = self._look.texts
        wide = texts.width(state.text, self._size, bold=self._is_bold(state))
        if state.below:
            wide = max(wide, texts.width(state.below, "small"))
        return wide

    def _font(self, state: FaceState) -> QFont:
        return self._look.font(self._size, bold=self._is_bold(state))

    def _is_bold(self, state: FaceState) -> bool:
        return self._kind in HEAVY or state.checked

    def _key_first(self) -> bool:
        return self._align_left and not self.icon

    # -- colours

    def text_token(self, state: FaceState) -> str:
        if not state.enabled:
            return "disabled"
        if self._kind is Kind.TAB and state.checked:
            return "on_primary"
        if self._kind is Kind.OUTLINE:
            return "primary"
        if self._kind is Kind.WARN:
            return "warn"
        return ON_FILL.get(self._kind, "text")

    def _quiet_token(self, state: FaceState) -> str:
        token = self.text_token(state)
        return "text2" if token in ("text", "disabled") else token

    def _fill(self, state: FaceState) -> Fill:
        if not state.enabled:
            return Fill(back="surface2")
        match self._kind:
            case Kind.PRIMARY | Kind.PAY | Kind.DANGER:
                return Fill(back=FILLED[self._kind])
            case Kind.TAB:
                return (
                    Fill(back="primary")
                    if state.checked
                    else Fill(back="surface", edge="divider", width=1)
                )
            case Kind.CHOICE if state.checked:
                return Fill(back="primary_weak", edge="primary", width=2)
            case Kind.OUTLINE:
                return Fill(back="surface", edge="primary", width=1)
            case Kind.GHOST:
                return Fill()
            case Kind.QUIET:
                return Fill(back="surface2")
            case Kind.WARN:
                return Fill(back="warn_weak", edge="warn", width=1)
            case _:
                return Fill(back="surface", edge="border", width=1)

    # -- painting

    def paint_body(self, painter: QPainter, area: QRectF, state: FaceState) -> None:
        fill = self._fill(state)
        look, radius = self._look, self._look.px(6)
        if fill.back or fill.edge:
            back = look.color(fill.back) if fill.back else None
            edge = look.color(fill.edge) if fill.edge else None
            paint_plate(painter, look, area, radius, fill=back, edge=edge, width=fill.width)
        if state.enabled and (state.down or state.hover):
            veil = look.color(self.text_token(state))
            veil.setAlphaF(0.16 if state.down else 0.06)
            paint_plate(painter, look, area, radius, fill=veil)

    def paint_content(
        self, painter: QPainter, area: QRectF, state: FaceState, ratio: float
    ) -> None:
        room = area.width() - 2 * self._look.px(4)
        if self.can_stack() and (self.always_stacked or self.row_width(state) > room):
            self._paint_stacked(painter, area, state)
        else:
            self._paint_row(painter, area, state, ratio)

    def paint_spinner(self, painter: QPainter, area: QRectF, state: FaceState, turn: int) -> None:
        side = self._look.px(24)
        ring = QRectF(0, 0, side, side)
        ring.moveCenter(area.center())
        painter.setPen(QPen(self._look.color(self.text_token(state)), self._look.px(3)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(ring, -turn * 30 * 16, 270 * 16)

    def _paint_row(self, painter: QPainter, area: QRectF, state: FaceState, ratio: float) -> None:
        gap = self._look.px(8)
        room = area.width() - 2 * self._look.px(4)
        shows_icon = bool(self.icon) and self.row_width(state) <= room
        width = self.row_width(state) if shows_icon or not self.icon else self.least_width(state)
        x = area.left() + self.padding()
        if not self._align_left or width > area.width() - 2 * self.padding():
            x = max(area.center().x() - width / 2, area.left() + self._look.px(4))
        if shows_icon or (self.icon and not self._may_drop_icon(state)):
            x += self._paint_icon(painter, x, area, state, ratio) + gap
        if self.key and self._key_first():
            x += self._paint_key(painter, x, area, state) + gap
        text_width = self._text_width(state)
        self._paint_lines(painter, QRectF(x, area.top(), text_width, area.height()), state)
        if self.key and not self._key_first():
            right = x + text_width + gap + self._look.px(2)
            if self._align_left:
                right = area.right() - self.padding() - cap_size(self._look, self.key).width()
            self._paint_key(painter, right, area, state)

    def _paint_lines(self, painter: QPainter, area: QRectF, state: FaceState) -> None:
        align = Qt.AlignmentFlag.AlignLeft if self._align_left else Qt.AlignmentFlag.AlignHCenter
        painter.setPen(self._look.color(self.text_token(state)))
        painter.setFont(self._font(state))
        if not state.below:
            painter.drawText(area, align | Qt.AlignmentFlag.AlignVCenter, state.text)
            return
        big = QFontMetrics(self._font(state)).height()
        small = QFontMetrics(self._look.font("small")).height()
        top = area.top() + (area.height() - big - small) / 2
        painter.drawText(QRectF(area.left(), top, area.width(), big), align, state.text)
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.color(self._quiet_token(state)))
        painter.drawText(QRectF(area.left(), top + big, area.width(), small), align, state.below)

    def _paint_stacked(self, painter: QPainter, area: QRectF, state: FaceState) -> None:
        half = area.height() / 2
        painter.setPen(self._look.color(self._quiet_token(state)))
        centre = Qt.AlignmentFlag.AlignCenter
        if state.below:
            self._paint_lines(painter, area.adjusted(0, 0, 0, 0), state)
            return
        painter.setFont(self._look.font("status", bold=True))
        painter.drawText(
            QRectF(
                area.left(), area.top() + self._look.px(3), area.width(), half - self._look.px(2)
            ),
            centre,
            self.key,
        )
        painter.setPen(self._look.color(self.text_token(state)))
        painter.setFont(self._font(state))
        painter.drawText(
            QRectF(area.left(), area.top() + half - self._look.px(2), area.width(), half),
            centre,
            state.text,
        )

    def _paint_icon(
        self, painter: QPainter, x: float, area: QRectF, state: FaceState, ratio: float
    ) -> int:
        size = self._icon_size(state)
        side = self._look.px(size)
        quiet = self._kind is Kind.GHOST and not state.text
        token = self._quiet_token(state) if quiet else self.text_token(state)
        pixmap = self._look.icon(self.icon, token, size, ratio)
        painter.drawPixmap(QPointF(x, area.center().y() - side / 2), pixmap)
        return side if state.text else side - self._look.px(8)

    def _icon_size(self, state: FaceState) -> int:
        return 24 if self._kind is Kind.KEY or not state.text else 20

    def _paint_key(self, painter: QPainter, x: float, area: QRectF, state: FaceState) -> int:
        size: QSize = cap_size(self._look, self.key)
        place = QRectF(x, area.center().y() - size.height() / 2, size.width(), size.height())
        token = "disabled" if not state.enabled else self._quiet_token(state)
        paint_cap(painter, self._look, place, self.key, self._look.color(token))
        return size.width()
