"""A labelled input: the label 14 px above, the error with its icon below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.naming import name_control
from posapp.ui.widgets.scan_field import CodeEdit

if TYPE_CHECKING:
    from posapp.ui.look import Look


class FormField(QWidget):
    """`edit` is the input: `code=True` turns the input method off (phones, cards, codes)."""

    def __init__(
        self,
        look: Look,
        name: str,
        label: str,
        *,
        placeholder: str = "",
        code: bool = False,
        height: int = 48,
        edit: QLineEdit | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        self.label = Label(look, label, size="small", tone="text2")
        self.edit = edit or (CodeEdit(name, label) if code else QLineEdit())
        name_control(self.edit, name, label)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setFixedHeight(look.px(height))
        self.label.setBuddy(self.edit)
        column.addWidget(self.label)
        column.addWidget(self.edit)
        self._error = _ErrorLine(look)
        column.addWidget(self._error)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(lambda _text: self.show_error(""))

    @property
    def text(self) -> str:
        return self.edit.text().strip()

    @property
    def error(self) -> str:
        return self._error.text.text()

    def show_error(self, text: str) -> None:
        """Mark the field wrong and say why; empty clears."""
        self._error.text.setText(text)
        self._error.setVisible(bool(text))
        self.edit.setAccessibleDescription(text)
        if self.edit.property("wrong") != bool(text):
            self.edit.setProperty("wrong", bool(text))
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)


class _ErrorLine(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(4))
        row.addWidget(IconLabel(look, "warning", tone="danger", size=16))
        self.text = Label(look, size="small", tone="danger", wrap=True)
        row.addWidget(self.text, 1)
        self.hide()
