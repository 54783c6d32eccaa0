"""What belongs here, why it is empty, and what to do: shown instead of an empty list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import Label

if TYPE_CHECKING:
    from posapp.ui.look import Look


class EmptyState(QWidget):
    """An icon, one sentence, and one hint below."""

    def __init__(
        self,
        look: Look,
        icon: str,
        text: str,
        hint: str = "",
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setSpacing(look.px(8))
        column.addStretch(1)
        column.addWidget(
            IconLabel(look, icon, tone="disabled", size=40), 0, Qt.AlignmentFlag.AlignHCenter
        )
        centre = Qt.AlignmentFlag.AlignHCenter
        self.text = Label(look, text, tone="text2", wrap=True, align=centre)
        self.hint = Label(look, hint, size="small", tone="text2", wrap=True, align=centre)
        column.addWidget(self.text)
        column.addWidget(self.hint)
        self.hint.setVisible(bool(hint))
        column.addStretch(1)
