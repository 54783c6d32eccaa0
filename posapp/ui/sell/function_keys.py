"""The two rows of function keys under the tiles, each with its key printed on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from posapp.ui.keymap import KeyMap
    from posapp.ui.look import Look

ORDER: Final = (
    Action.HOLD,
    Action.DISCOUNT,
    Action.TOP_UP,
    Action.REWARDS,
    Action.REFUND,
    Action.PRICE_CHECK,
    Action.DRAWER,
    Action.SHIFT,
)


class FunctionKeys(QWidget):
    """Emits `asked` with the action."""

    asked = Signal(object)

    def __init__(self, look: Look, keymap: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sell.keys")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(8))
        self._buttons: dict[Action, TouchButton] = {}
        for place, action in enumerate(ORDER):
            button = TouchButton(
                look,
                f"sell.key.{action.value}",
                _titles()[action],
                key=keymap.key("sell", action),
                align_left=True,
            )
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _checked=False, a=action: self.asked.emit(a))
            self._buttons[action] = button
            grid.addWidget(button, place // 4, place % 4)
        for column in range(4):
            grid.setColumnStretch(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = not all(button.fits_in_a_row() for button in self._buttons.values())
        for button in self._buttons.values():
            button.stack(narrow)

    def button(self, action: Action) -> TouchButton:
        return self._buttons[action]

    def show_online(self, *, online: bool, may_reward: bool) -> None:
        """What needs central is shut without it; rewards that this till was lent stay open."""
        for action, can in ((Action.TOP_UP, online), (Action.REWARDS, may_reward)):
            self._buttons[action].refuse("" if can else tr("离线暂停"))


def _titles() -> dict[Action, str]:
    return {
        Action.HOLD: tr("挂单/取单"),
        Action.DISCOUNT: tr("折扣"),
        Action.TOP_UP: tr("充值"),
        Action.REWARDS: tr("积分/券"),
        Action.REFUND: tr("退货"),
        Action.PRICE_CHECK: tr("查价"),
        Action.DRAWER: tr("钱箱"),
        Action.SHIFT: tr("交接班"),
    }
