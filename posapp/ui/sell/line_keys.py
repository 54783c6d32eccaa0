"""What can be done to the chosen line, as buttons under the order, each with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.keymap import KeyMap
    from posapp.ui.look import Look

ORDER: Final = (
    Action.UNDO,
    Action.REPEAT,
    Action.QUANTITY,
    Action.NOTE,
    Action.REMOVE,
    Action.WHY,
)
HEIGHT: Final = 52


class LineKeys(QWidget):
    """Emits `asked` with the action."""

    asked = Signal(object)

    def __init__(self, look: Look, keymap: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sell.line_keys")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(4), look.px(2), look.px(4), look.px(2))
        row.setSpacing(look.px(4))
        self._buttons: dict[Action, TouchButton] = {}
        for action in ORDER:
            button = TouchButton(
                look,
                f"sell.key.{action.value}",
                _titles()[action],
                key=keymap.key("sell", action),
                kind=Kind.GHOST,
                size="small",
                height=48,
                align_left=True,
            )
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.stack(True)
            button.clicked.connect(lambda _checked=False, a=action: self.asked.emit(a))
            self._buttons[action] = button
            row.addWidget(button, 1)
        self.setFixedHeight(look.px(HEIGHT))

    def button(self, action: Action) -> TouchButton:
        return self._buttons[action]


def _titles() -> dict[Action, str]:
    return {
        Action.UNDO: tr("撤销"),
        Action.REPEAT: tr("再来一件"),
        Action.QUANTITY: tr("数量"),
        Action.NOTE: tr("备注"),
        Action.REMOVE: tr("删行", "button"),
        Action.WHY: tr("为什么"),
    }
