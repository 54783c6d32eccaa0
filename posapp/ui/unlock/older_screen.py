"""This program is older than the till's data: what still works, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.placing import fill_screen
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look

_WIDEST: Final = 640
_NAME: Final = "posapp"


class OlderScreen(QWidget):
    """`again` to send once more, `left` to end the program."""

    again = Signal()
    left = Signal()

    def __init__(self, look: Look, found: int, known: int) -> None:
        """The schema of the data, and the newest that this program knows."""
        super().__init__()
        self.setObjectName("older")
        self.setWindowTitle(_NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        fill_screen(self)
        box = QWidget()
        box.setFixedWidth(look.px(_WIDEST))
        column = QVBoxLayout(box)
        column.setSpacing(look.px(16))
        self.title = Label(look, tr("这个程序比数据旧，不能收银"), size="h1", bold=True)
        happened = tr(
            "数据是更新的版本写的（{found}，本程序到 {known}）。数据都在，没有丢失",
            found=found,
            known=known,
        )
        self.happened = Label(look, happened, wrap=True)
        to_do = tr("请安装新版本再收银。没有上传的记录现在就在上传，也可以用 journal export 导出")
        self.to_do = Label(look, to_do, wrap=True, bold=True)
        self.state = Label(look, "", wrap=True)
        for each in (self.title, self.happened, self.to_do, self.state):
            column.addWidget(each)
        buttons = QHBoxLayout()
        self.again_button = TouchButton(
            look, "older_again", tr("再上传一次"), kind=Kind.PRIMARY, height=56
        )
        self.leave_button = TouchButton(look, "older_leave", tr("退出"), height=56)
        buttons.addWidget(self.again_button)
        buttons.addWidget(self.leave_button)
        column.addLayout(buttons)
        # No alignment: Qt would give wrapped text the height that it has unwrapped.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(box)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        self.again_button.clicked.connect(self.again)
        self.leave_button.clicked.connect(self.left)

    def show_busy(self) -> None:
        self._say(tr("正在上传…"), may_send=False)

    def show_pushed(self, waiting: int) -> None:
        """How many entries still wait."""
        if waiting:
            self._say(tr("还有 {n} 笔没有上传", n=waiting), may_send=True)
        else:
            self._say(tr("全部记录都已上传"), may_send=True)

    def show_problem(self, text: str) -> None:
        self._say(text, may_send=True)

    def _say(self, text: str, *, may_send: bool) -> None:
        self.state.setText(text)
        self.again_button.setEnabled(may_send)
