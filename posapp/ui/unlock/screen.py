"""Why the till's keys do not open, what to do about it, and the two ways on: again, or a secret."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.placing import fill_screen
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look

_WIDEST: Final = 640
_NAME: Final = "posapp"


class UnlockScreen(QWidget):
    """`again` after the person unlocked the keyring, `secret_given` with what she typed, `left`."""

    again = Signal()
    secret_given = Signal(str)
    left = Signal()

    def __init__(self, look: Look, key: str, *, has_secret: bool) -> None:
        super().__init__()
        self.setObjectName("unlock")
        self.setWindowTitle(_NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        fill_screen(self)
        self._look = look
        self.again_button = TouchButton(
            look, "unlock_again", tr("再试一次"), kind=Kind.PRIMARY, height=56
        )
        self.leave_button = TouchButton(look, "unlock_leave", tr("退出"), height=56)
        self.secret = FormField(look, "unlock_secret", tr("恢复密语"), code=True)
        self.secret_button = TouchButton(
            look, "unlock_with_secret", tr("用恢复密语打开"), height=56
        )
        self._lay_out(key, has_secret=has_secret)
        self.again_button.clicked.connect(self.again)
        self.leave_button.clicked.connect(self.left)
        self.secret_button.clicked.connect(self._give)
        self.secret.edit.returnPressed.connect(self._give)
        self.again_button.setFocus()

    def show_error(self, text: str) -> None:
        """The secret did not open the keys."""
        self.secret.show_error(text)

    def _lay_out(self, key: str, *, has_secret: bool) -> None:
        happened, to_do = _words(key)
        box = QWidget()
        box.setFixedWidth(self._look.px(_WIDEST))
        column = QVBoxLayout(box)
        column.setSpacing(self._look.px(16))
        column.addWidget(Label(self._look, tr("打不开本机的密钥"), size="h1", bold=True))
        self.happened = Label(self._look, happened, wrap=True)
        self.to_do = Label(self._look, to_do, wrap=True, bold=True)
        column.addWidget(self.happened)
        column.addWidget(self.to_do)
        buttons = QHBoxLayout()
        buttons.addWidget(self.again_button)
        buttons.addWidget(self.leave_button)
        column.addLayout(buttons)
        self.other_way = Label(self._look, _other_way(has_secret), wrap=True, tone="text2")
        column.addWidget(self.other_way)
        column.addWidget(self.secret)
        column.addWidget(self.secret_button)
        self.secret.setVisible(has_secret)
        self.secret_button.setVisible(has_secret)
        # No alignment: Qt would give wrapped text the height that it has unwrapped.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(box)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)

    @Slot()
    def _give(self) -> None:
        self.secret_given.emit(self.secret.text)


def _words(key: str) -> tuple[str, str]:
    """What happened, and what to do."""
    again = tr("请用平时的系统账号登录并解锁密钥环，再按“再试一次”")
    match key:
        case "keys.keyring_locked":
            return tr("系统密钥环锁着，收银数据打不开。数据都在，没有丢失"), again
        case "keys.lost":
            happened = tr("密钥环里没有本机的密钥，收银数据打不开。数据都在，没有丢失")
            return happened, tr("请用原来的系统账号启动，再按“再试一次”")
        case _:
            return tr("这台电脑现在没有可用的密钥环，收银数据打不开。数据都在，没有丢失"), again


def _other_way(has_secret: bool) -> str:
    if has_secret:
        return tr("密钥环打不开时，也可以输入店长保管的恢复密语")
    return tr("本机没有恢复密语。密钥环找不回来时，请联系总部，用 till-take-keys 取回密钥")
