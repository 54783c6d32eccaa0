"""One question, two answers: the safe one has the focus, and a scan gives neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.keymap import Action
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.sheet import Panel
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look


class Dialog(Panel):
    """Title and buttons repeat verb, object and consequence.

    `answered` carries True for the confirm button, False for the safe one and for Esc. Put
    fields into `body`; `refuse` keeps the confirm button shut with a reason.
    """

    answered = Signal(bool)

    def __init__(
        self,
        look: Look,
        name: str,
        host: QWidget,
        *,
        title: str,
        text: str = "",
        confirm: str,
        safe: str,
        kind: Kind = Kind.PRIMARY,
        icon: str = "",
        width: int = 560,
    ) -> None:
        super().__init__(look, name, title, host, scrim=True)
        self._width = look.px(width)
        self.card.rows.setContentsMargins(*([look.px(24)] * 4))
        self.card.rows.setSpacing(look.px(16))
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        if icon:
            head.addWidget(
                IconLabel(look, icon, tone="danger" if kind is Kind.DANGER else "primary")
            )
        head.addWidget(Label(look, title, size="h2", bold=True, wrap=True), 1)
        self.card.rows.addLayout(head)
        self.text = Label(look, text, tone="text2", wrap=True, name=f"{name}.text")
        self.card.rows.addWidget(self.text)
        self.text.setVisible(bool(text))
        self.body = QVBoxLayout()
        self.body.setSpacing(look.px(12))
        self.card.rows.addLayout(self.body)
        self.safe = TouchButton(look, f"{name}.safe", safe, key="Esc", height=56)
        self.confirm = TouchButton(look, f"{name}.confirm", confirm, kind=kind, height=56)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(16))
        buttons.addWidget(self.safe, 1)
        buttons.addWidget(self.confirm, 1)
        self.card.rows.addLayout(buttons)
        self.safe.clicked.connect(lambda: self._answer(False))
        self.confirm.clicked.connect(lambda: self._answer(True))

    def area(self) -> QRect:
        room = self.host.rect()
        margin = self.look.px(16)
        width = min(self._width, room.width() - 2 * margin)
        layout = self.card.rows
        height = (
            layout.totalHeightForWidth(width)
            if layout.hasHeightForWidth()
            else layout.sizeHint().height()
        )
        height = min(height, room.height() - 2 * margin)
        return QRect((room.width() - width) // 2, (room.height() - height) // 2, width, height)

    def refuse(self, reason: str) -> None:
        self.confirm.refuse(reason)

    def first_focus(self) -> QWidget | None:
        return self.safe

    def take_action(self, action: Action) -> bool:
        if action is Action.BACK:
            self._answer(False)
            return True
        return False

    def _answer(self, yes: bool) -> None:
        self.answered.emit(yes)
        self.left.emit()
