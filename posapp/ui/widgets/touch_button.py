"""The button of the till: large, its key printed on it, a reason when it cannot be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from posapp.ui.size_class import SizeClass
from posapp.ui.widgets.button_face import ButtonFace, FaceState, Kind
from posapp.ui.widgets.naming import name_control

if TYPE_CHECKING:
    from posapp.ui.look import Look

__all__ = ["Kind", "TouchButton"]


class TouchButton(QAbstractButton):
    """Clicked by finger, mouse, Space or Enter; a click never takes the scan field's focus."""

    size_class = SizeClass.FINGER

    def __init__(
        self,
        look: Look,
        name: str,
        text: str,
        *,
        kind: Kind = Kind.SECONDARY,
        label: str = "",
        key: str = "",
        icon: str = "",
        sub: str = "",
        height: int = 48,
        size: str = "body",
        align_left: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        name_control(self, name, label or text)
        self._look = look
        self._face = ButtonFace(look, kind, key=key, icon=icon, size=size, align_left=align_left)
        self._label = label
        self._sub = sub
        self._reason = ""
        self._height = height
        self._busy = False
        self._turn = 0
        self._spinner = QTimer(self)
        self._spinner.setInterval(80)
        self._spinner.timeout.connect(self._on_turn)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCheckable(kind in (Kind.CHOICE, Kind.TAB))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @property
    def reason(self) -> str:
        """Why it cannot be pressed; empty when it can."""
        return self._reason

    @property
    def is_busy(self) -> bool:
        return self._busy

    @property
    def key_name(self) -> str:
        return self._face.key

    def refuse(self, reason: str) -> None:
        """Disable with a reason shown under the text; an empty reason enables again."""
        if reason == self._reason and self.isEnabled() == (not reason):
            return
        self._reason = reason
        self.setAccessibleDescription(reason)
        self.setEnabled(not reason)
        self._changed()

    def set_busy(self, busy: bool) -> None:
        """While busy it turns a ring and ignores presses."""
        self._busy = busy
        if busy:
            self._spinner.start()
        else:
            self._spinner.stop()
        self.update()

    def set_text(self, text: str, sub: str | None = None) -> None:
        """Another text, and another second line when given."""
        if text == self.text() and sub in (None, self._sub):
            return
        if sub is not None:
            self._sub = sub
        self.setText(text)
        self.setAccessibleName(self._label or text)
        self._changed()

    def set_key(self, key: str) -> None:
        """Another key on its cap."""
        if key != self._face.key:
            self._face.key = key
            self._changed()

    def set_icon_name(self, icon: str) -> None:
        self._face.icon = icon
        self._changed()

    def fits_in_a_row(self) -> bool:
        """True when key and text have room beside each other."""
        return self._face.row_width(self._state()) <= self.width() - 2 * self._look.px(4)

    def stack(self, stacked: bool) -> None:
        """Put the key above the text even where both would fit, as its neighbours do."""
        self._face.always_stacked = stacked
        self.update()

    def fits(self) -> bool:
        """True when the whole text is visible at the present size."""
        state = self._state()
        room = self.width() - 2 * self._look.px(4)
        if self._face.can_stack():
            return self._face.stacked_width(state) <= room
        return self._face.least_width(state) <= room

    def sizeHint(self) -> QSize:
        wide = self._face.row_width(self._state()) + 2 * self._face.padding()
        height = self._look.px(self._height)
        return QSize(max(wide, height), height)

    def minimumSizeHint(self) -> QSize:
        state = self._state()
        stacks = self._face.can_stack()
        content = self._face.stacked_width(state) if stacks else self._face.least_width(state)
        least = content + 2 * self._look.px(4)
        return QSize(max(least, self._look.px(40)), self._look.px(self._height))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            if not self._busy:
                self.click()
            return
        super().keyPressEvent(event)

    def hitButton(self, pos: QPoint) -> bool:
        return not self._busy and self.rect().contains(pos)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        state = self._state()
        self._face.paint_body(painter, area, state)
        if self._busy:
            self._face.paint_spinner(painter, area, state, self._turn)
        else:
            self._face.paint_content(painter, area, state, self.devicePixelRatioF())
        painter.end()

    def _state(self) -> FaceState:
        return FaceState(
            text=self.text(),
            below=self._sub if self.isEnabled() else self._reason,
            enabled=self.isEnabled(),
            checked=self.isChecked(),
            down=self.isDown(),
            hover=self.underMouse() and not self._busy,
        )

    def _changed(self) -> None:
        self.updateGeometry()
        self.update()

    @Slot()
    def _on_turn(self) -> None:
        self._turn = (self._turn + 1) % 12
        self.update()
