"""Before a bill is handed in: which file, whose it is, and the PIN of the person who does it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.error_texts import text_for
from posapp.ui.i18n import tr
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.dialog import Dialog
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.number_pad import NumberPad
from posapp.ui.widgets.pin_field import DigitField
from posapp.ui.widgets.scroll import Scroller

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.ui.bills.state import HandingIn
    from posapp.ui.frame import Frame
    from posapp.ui.keymap import Action
    from posapp.workflows.bill_desk import Layout

PIN_LENGTH: Final = 6


class ImportDialog(Dialog):
    """Emits `given` with file, acquirer, layout and PIN; stays until it is told that it is over."""

    given = Signal(object, str, str, str)
    withdrawn = Signal()

    def __init__(self, frame: Frame, handing: HandingIn) -> None:
        super().__init__(
            frame.look,
            "bill_import",
            frame.host,
            title=tr("导入账单，不符的会列为待处理"),
            text=tr("以 {who} 的名义，记入总部日志，不能撤销", who=handing.who),
            confirm=tr("导入"),
            safe=tr("返回，不导入"),
            icon="report",
            width=760,
        )
        self._handing = handing
        self._file: Path = handing.files[0]
        columns = QHBoxLayout()
        columns.setSpacing(frame.look.px(24))
        columns.addLayout(self._file_side(), 1)
        columns.addLayout(self._pin_side(), 1)
        self.body.addLayout(columns)
        self.show_handing(handing)

    def _file_side(self) -> QVBoxLayout:
        look, handing = self.look, self._handing
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.px(8))
        self.files: list[ChoiceRow] = []
        for place, file in enumerate(handing.files):
            row = ChoiceRow(look, f"bill_import.file{place}", file.name, height=48)
            row.clicked.connect(partial(self._take_file, place))
            self.files.append(row)
            rows.addWidget(row)
        rows.addStretch(1)
        column.addWidget(Scroller(inner), 1)
        names = tuple((name, name) for name in handing.acquirers)
        self.acquirer = ChoiceGroup(look, "bill_import.acquirer", names, height=48, fill=True)
        layouts = (("wechat", tr("微信格式")), ("alipay", tr("支付宝格式")))
        self.layouts = ChoiceGroup(look, "bill_import.layout", layouts, height=48, fill=True)
        column.addWidget(self.acquirer)
        column.addWidget(self.layouts)
        self._acquirer = names[0][0] if names else ""
        self._layout: Layout = "wechat"
        self.acquirer.choose(self._acquirer)
        self.layouts.choose(self._layout)
        self.acquirer.chosen.connect(self._take_acquirer)
        self.layouts.chosen.connect(self._take_layout)
        self._take_file(0)
        return column

    def _pin_side(self) -> QVBoxLayout:
        look = self.look
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        column.addWidget(Label(look, tr("本人 PIN"), size="small", tone="text2"))
        self.pin = DigitField(look, "bill_import.pin", tr("本人 PIN"), length=PIN_LENGTH)
        self._pad = NumberPad(look, "bill_import.pad", key_height=50)
        self._refusal = Label(
            look, size="small", tone="danger", wrap=True, name="bill_import.refusal"
        )
        for part in (self.pin, self._refusal, self._pad):
            column.addWidget(part)
        self._pad.pressed.connect(self.pin.press)
        self.pin.changed.connect(self._check)
        return column

    def first_focus(self) -> QWidget | None:
        return self.pin

    @Slot(object)
    def show_handing(self, handing: HandingIn) -> None:
        """How it stands: under way, or refused and why."""
        is_new_refusal = handing.refusal is not None and self._handing.busy
        self._handing = handing
        if is_new_refusal:
            self.pin.clear(wrong=True)
        self._refusal.setText("" if handing.refusal is None else text_for(handing.refusal))
        self.confirm.set_busy(handing.busy)
        self._check()
        if self.isVisible():
            self.place()

    def take_action(self, action: Action) -> bool:
        if self._handing.busy:
            return True
        return super().take_action(action)

    @Slot(int)
    def _take_file(self, place: int, _checked: bool = False) -> None:
        self._file = self._handing.files[place]
        for number, row in enumerate(self.files):
            row.setChecked(number == place)

    @Slot(str)
    def _take_acquirer(self, name: str) -> None:
        self._acquirer = name

    @Slot(str)
    def _take_layout(self, name: str) -> None:
        self._layout = cast("Layout", name)

    @Slot()
    def _check(self, _digits: object = None) -> None:
        missing = self.pin.missing
        if not self._handing.acquirers:
            self.refuse(tr("总部还没有设置收单机构"))
        elif missing and not self._handing.busy:
            self.refuse(tr("还差 {n} 位 PIN", n=missing))
        else:
            self.refuse("")

    def _answer(self, yes: bool) -> None:
        """Unlike other dialogs it stays: what central says comes later."""
        if self._handing.busy:
            return
        if yes:
            self.given.emit(self._file, self._acquirer, self._layout, self.pin.digits)
        else:
            self.withdrawn.emit()
