"""A row of the count: the note or coin, its pieces between − and +, its value."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QRegularExpression, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from posapp.ui.format import money_digits
from posapp.ui.i18n import tr
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.money_field import MoneyField
from posapp.ui.widgets.number_pad import BACKSPACE, CLEAR
from posapp.ui.widgets.scan_field import CodeEdit
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look

HEIGHT = 44


class PieceEdit(CodeEdit):
    """Digits only; the first one typed after the field was reached replaces what stood there."""

    def __init__(self, look: Look, name: str, label: str) -> None:
        super().__init__(name, label)
        self.setFont(look.font("h2", bold=True))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,5}"), self))

    def press(self, key: str) -> None:
        """A key of the number pad."""
        if key == CLEAR:
            self.clear()
        elif key == BACKSPACE:
            self.backspace()
        elif key != ".":
            self.insert(key)


class CountRow(QWidget):
    """`stepped` with −1 or +1, `typed` with the text; `edit` holds pieces, or a free amount."""

    stepped = Signal(int)
    typed = Signal(str)

    def __init__(
        self, look: Look, name: str, face: str, *, free: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName(name)
        self.setFixedHeight(look.px(HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(24), 0, look.px(24), 0)
        row.setSpacing(look.px(4))
        row.addWidget(Label(look, face, bold=True), 10)
        label = tr("{face} 的张数", face=face)
        self.edit: PieceEdit | MoneyField
        if free:
            self.edit = MoneyField(look, f"{name}.edit", face, size="body", height=40)
            self.edit.setMinimumWidth(look.px(208))
            row.addWidget(self.edit)
        else:
            self.edit = PieceEdit(look, f"{name}.edit", label)
            self.edit.setFixedSize(look.px(120), look.px(40))
            self._add_stepper(row, name, label)
        self._value = Label(
            look, bold=True, align=Qt.AlignmentFlag.AlignRight, name=f"{name}.value"
        )
        self._value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._value, 10)
        self.edit.textEdited.connect(self.typed)
        self.edit.installEventFilter(self)

    def _add_stepper(self, row: QHBoxLayout, name: str, label: str) -> None:
        less = self._step_button(f"{name}.less", tr("{what} 减一", what=label), "minus", -1)
        more = self._step_button(f"{name}.more", tr("{what} 加一", what=label), "plus", 1)
        for part in (less, self.edit, more):
            row.addWidget(part)

    def _step_button(self, name: str, label: str, icon: str, by: int) -> TouchButton:
        button = TouchButton(self._look, name, "", label=label, icon=icon, height=40)
        button.setFixedSize(self._look.px(40), self._look.px(40))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(partial(self.stepped.emit, by))
        return button

    def show_figures(self, text: str, value: int) -> None:
        """The pieces (or the free amount) and what they are worth."""
        if not self.edit.hasFocus() or _number(self.edit) != text:
            self.edit.setText(text)
        self._value.setText(money_digits(value))
        self._value.set_tone("text" if value else "text2")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look
        if self.edit.hasFocus():
            painter.fillRect(self.rect(), look.color("primary_weak"))
            painter.fillRect(QRectF(0, 0, look.px(3), self.height()), look.color("primary"))
        side = look.px(24)
        line = QRectF(side, self.height() - 1, self.width() - 2 * side, 1)
        painter.fillRect(line, look.color("divider"))
        painter.end()


def _number(edit: QLineEdit) -> str:
    """What the field holds, as a count is shown: an empty one is 0."""
    return edit.text() or "0"
