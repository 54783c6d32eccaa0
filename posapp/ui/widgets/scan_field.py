"""The always-focused input: takes typed codes, names and phones; scans come by another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from posapp.ui.plate import paint_plate
from posapp.ui.scan_text import normalise
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.key_hint import KeyHint
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.naming import name_control

if TYPE_CHECKING:
    from posapp.ui.look import Look

LONGEST = 64


class CodeEdit(QLineEdit):
    """A line edit for codes: no input method; what one sends all the same the router takes."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_control(self, name, label)
        self.setMaxLength(LONGEST)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        hints = Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(hints)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)


class ScanField(QWidget):
    """Frame, scan icon, input, and the key that leads to the search.

    `submitted` carries the normalised text of a non-empty field; `empty_submitted` is Enter on
    nothing; `typed` follows each change by a person.
    """

    submitted = Signal(str)
    empty_submitted = Signal()
    typed = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        label: str,
        *,
        placeholder: str,
        search: str = "",
        key: str = "F3",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._wrong = False
        self.setObjectName(f"{name}.frame")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), 0, look.px(16), 0)
        row.setSpacing(look.px(12))
        self._icon = IconLabel(look, "scan", tone="primary")
        self.edit = CodeEdit(name, label)
        self.edit.setProperty("bare", True)
        self.edit.setFont(look.font("body"))
        self.edit.setPlaceholderText(placeholder)
        self.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        row.addWidget(self._icon)
        row.addWidget(self.edit, 1)
        if search:
            row.addWidget(Label(look, search, size="small", tone="text2"))
            row.addWidget(KeyHint(look, key))
        self.setFixedHeight(look.px(56))
        self.setFocusProxy(self.edit)
        self.edit.returnPressed.connect(self.submit)
        self.edit.textEdited.connect(self.typed)

    @property
    def text(self) -> str:
        return normalise(self.edit.text())

    @property
    def is_wrong(self) -> bool:
        return self._wrong

    def show_code(self, text: str, *, wrong: bool = False) -> None:
        """Echo a code; `wrong` turns the frame to danger and the text bold."""
        self._wrong = wrong
        self.edit.setFont(self._look.font("h2" if wrong else "body", bold=wrong))
        self.edit.setText(text)
        self._icon.set_icon("scan", "danger" if wrong else "primary")
        self.update()

    def clear(self) -> None:
        self.show_code("")

    def append(self, widget: QWidget) -> None:
        """A button or a hint at the right end of the field."""
        row = self.layout()
        if row is not None:
            row.addWidget(widget)

    def type_text(self, text: str, *, anew: bool = False) -> None:
        """As if a person had typed it; `anew` in place of what stands there."""
        if anew:
            self.edit.clear()
        self.edit.insert(text)
        self.typed.emit(self.edit.text())

    @Slot()
    def erase(self) -> None:
        """Take back the last letter."""
        self.edit.backspace()
        self.typed.emit(self.edit.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look
        edge = look.color("danger" if self._wrong else "primary")
        area, fill = QRectF(self.rect()), look.color("surface")
        paint_plate(painter, look, area, look.px(6), fill=fill, edge=edge, width=look.px(2))
        painter.end()

    @Slot()
    def submit(self) -> None:
        """Enter."""
        text = self.text
        if text:
            self.submitted.emit(text)
        else:
            self.empty_submitted.emit()
