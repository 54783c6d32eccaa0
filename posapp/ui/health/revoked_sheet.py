"""Central revoked this till: what happened, what still works, what to do; and the sealed file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.sheet import Sheet
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.frame import Frame


class RevokedSheet(Sheet):
    """Covers the find side. `export_asked` wants what waits as a file that only central opens."""

    export_asked = Signal()

    def __init__(self, frame: Frame, waiting: int) -> None:
        super().__init__(frame, "revoked", tr("本机已被总部停用"), icon="stop")
        look = self.look
        happened = tr("总部不再接受这台收银机，新单、充值、退货和储值都已停止，数据都在")
        self.body.addWidget(Label(look, happened, tone="danger", wrap=True, name="revoked.what"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        for title, icon, tone, back, texts in _blocks():
            column.addWidget(self._block(title, icon, tone, back, texts))
        column.addStretch(1)
        self.body.addWidget(Scroller(inner), 1)
        self.body.addWidget(Divider(look))
        self.body.addLayout(self._foot(waiting))

    def _block(
        self, title: str, icon: str, tone: str, back: str, texts: tuple[str, ...]
    ) -> QWidget:
        look = self.look
        card = Card(look, back=back, edge="", radius=6, padding=12)
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(IconLabel(look, icon, tone=tone, size=20))
        head.addWidget(Label(look, title, bold=True, tone=tone), 1)
        card.rows.addLayout(head)
        for text in texts:
            line = QHBoxLayout()
            line.setSpacing(look.px(6))
            line.addWidget(Label(look, "•", tone=tone), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(look, text, wrap=True), 1)
            card.rows.addLayout(line)
        return card

    def _foot(self, waiting: int) -> QVBoxLayout:
        look = self.look
        foot = QVBoxLayout()
        foot.setSpacing(look.px(8))
        self.said = Label(look, size="small", tone="text2", wrap=True, name="revoked.said")
        self.export = TouchButton(
            look, "revoked.export", tr("导出未上传的流水"), kind=Kind.PRIMARY, icon="box", height=56
        )
        self.export.clicked.connect(self.export_asked)
        foot.addWidget(self.said)
        foot.addWidget(self.export)
        self._is_told = False
        self.show_waiting(waiting)
        return foot

    def show_waiting(self, count: int) -> None:
        """How many entries are to be exported, until the file's own words stand there."""
        if not self._is_told:
            self.said.setText(tr("还有 {n} 笔没有上传", n=count))
            self.export.refuse("" if count else tr("没有要导出的"))

    def show_file(self, name: str, entries: int) -> None:
        """Where the sealed file is."""
        self._is_told = True
        self.export.set_busy(False)
        self.said.setText(tr("{n} 笔已导出，已加密，请交给总部：{name}", n=entries, name=name))

    def show_failure(self, sentence: str) -> None:
        self._is_told = True
        self.export.set_busy(False)
        self.said.setText(sentence)


def _blocks() -> tuple[tuple[str, str, str, str, tuple[str, ...]], ...]:
    """Title, icon, text colour, ground, sentences."""
    works = (
        tr("收完屏幕上和已挂的单，只收现金"),
        tr("交接班、看报表、补打小票"),
        tr("导出未上传的流水"),
        tr("退出登录"),
    )
    to_do = (
        tr("请联系店长，问总部为什么停用"),
        tr("误停：请总部发登记码，重新登记本机"),
        tr("换机：先把导出的文件交给总部"),
    )
    never = (tr("重装、清空或删除本机数据"), tr("换收银机重收同一单"))
    return (
        (tr("还能做"), "check", "pay", "success_weak", works),
        (tr("要做什么"), "info", "text2", "surface2", to_do),
        (tr("请勿"), "warning", "danger", "danger_weak", never),
    )
