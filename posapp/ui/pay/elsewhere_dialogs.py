"""Which account and who signed; what took a payment and under which number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout

from posapp.domain.accounts import LONGEST_SIGNER, check_signer
from posapp.domain.recorded import TakenBy, check_reference, scanned_reference
from posapp.errors import PosError
from posapp.ui.error_texts import text_for
from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.pay.ways import taken_by_title
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.dialog import Dialog
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from posapp.domain.accounts import CreditAccount
    from posapp.ui.look import Look
    from posapp.ui.surface import Scan

SHOWN: Final = 6


class AccountDialog(Dialog):
    """Emits `chosen` with the account's code and the name of who signed."""

    chosen = Signal(str, str)

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(
            look,
            "pay.account",
            host,
            title=tr("挂账到哪个单位"),
            text=" ",
            confirm=tr("挂账"),
            safe=tr("返回，不挂账"),
            icon="users",
            width=720,
        )
        self.search = FormField(look, "pay.account.find", tr("单位编号或名称"))
        self._grid = QGridLayout()
        self._grid.setSpacing(look.px(8))
        self._group = QButtonGroup(self)
        self._rows = [
            ChoiceRow(look, f"pay.account.{n}", "", label=tr("挂账单位")) for n in range(SHOWN)
        ]
        for place, row in enumerate(self._rows):
            self._group.addButton(row)
            self._grid.addWidget(row, place // 2, place % 2)
            row.clicked.connect(self._check)
        self._more = Label(look, size="small", tone="text2", name="pay.account.more")
        self.signer = FormField(look, "pay.account.signer", tr("签单人姓名"))
        self.signer.edit.setMaxLength(LONGEST_SIGNER)
        self.body.addWidget(self.search)
        self.body.addLayout(self._grid)
        self.body.addWidget(self._more)
        self.body.addWidget(self.signer)
        # The room of rows that a search hid, below what is left.
        self.body.addStretch(1)
        self._accounts: tuple[CreditAccount, ...] = ()
        self._found: tuple[CreditAccount, ...] = ()
        self.search.edit.textChanged.connect(self._show_found)
        self.signer.edit.textChanged.connect(self._check)
        self.signer.edit.returnPressed.connect(partial(self._answer_if_whole))
        self.answered.connect(self._on_answered)

    def ask(self, amount: int, accounts: tuple[CreditAccount, ...]) -> None:
        """`amount` in minor units."""
        self._accounts = accounts
        self.text.setText(tr("挂账 {amount}，由单位以后结清", amount=money(amount)))
        self.search.edit.clear()
        self.signer.edit.clear()
        self._show_found()
        if accounts:
            self._rows[0].setChecked(True)
        self._check()

    def first_focus(self) -> QWidget | None:
        return self.signer.edit if len(self._accounts) == 1 else self.search.edit

    @Slot()
    def _show_found(self) -> None:
        text = self.search.text.casefold()
        fitting = [
            each
            for each in self._accounts
            if text in each.code.casefold() or text in each.name.casefold()
        ]
        self._found = tuple(fitting[:SHOWN])
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(self._found))
            if place < len(self._found):
                account = self._found[place]
                room = tr("可挂 {room}", room=money(account.room))
                row.show_texts(account.name, f"{account.code}  {room}")
        more = len(fitting) - len(self._found)
        self._more.setText(self._rest(more))
        self._more.setVisible(bool(self._more.text()))
        if self._found and text:
            self._rows[0].setChecked(True)
        self._check()

    def _rest(self, more: int) -> str:
        if more > 0:
            return tr("还有 {n} 个单位，请输入编号或名称", n=more)
        return "" if self._found else tr("没有这个单位，请换个编号或名称")

    def _chosen(self) -> CreditAccount | None:
        for row, account in zip(self._rows, self._found, strict=False):
            if row.isChecked():
                return account
        return None

    @Slot()
    def _check(self) -> None:
        reason = "" if self._chosen() is not None else tr("请选择单位")
        if not reason:
            try:
                check_signer(self.signer.text)
            except PosError as error:
                reason = text_for(error)
        self.refuse(reason)

    def _answer_if_whole(self) -> None:
        if self.confirm.isEnabled():
            self._answer(True)

    @Slot(bool)
    def _on_answered(self, yes: bool) -> None:  # a signal's argument
        account = self._chosen()
        if yes and account is not None:
            self.chosen.emit(account.code, self.signer.text)


class RecordDialog(Dialog):
    """Emits `chosen` with what took the money and the number there; a scan fills in the number."""

    chosen = Signal(str, str)

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(
            look,
            "pay.record",
            host,
            title=tr("登记外部已收的款"),
            text=" ",
            confirm=tr("登记"),
            safe=tr("返回，不登记"),
            icon="receipt",
            width=640,
        )
        choices = tuple((each.value, taken_by_title(each)) for each in TakenBy)
        self.by = ChoiceGroup(look, "pay.record.by", choices, height=48, fill=True)
        self.number = FormField(look, "pay.record.number", tr("交易单号或券号"), code=True)
        self.body.addWidget(self.by)
        self.body.addWidget(self.number)
        self.number.edit.textChanged.connect(self._check)
        self.number.edit.returnPressed.connect(self._answer_if_whole)
        self.answered.connect(self._on_answered)

    def ask(self, amount: int) -> None:
        """`amount` in minor units."""
        self.text.setText(
            tr("确认 {amount} 已在别处收到，以后按单号与账单核对", amount=money(amount))
        )
        self.by.choose(TakenBy.STAND)
        self.number.edit.clear()
        self._check()

    def first_focus(self) -> QWidget | None:
        return self.number.edit

    def take_scan(self, scan: Scan) -> bool:
        """The number on the slip; a customer's payment code is none and is not shown."""
        try:
            self.number.edit.setText(scanned_reference(scan.text))
        except PosError as error:
            self.number.show_error(text_for(error))
        return True

    @Slot()
    def _check(self) -> None:
        reason = ""
        try:
            check_reference(self.number.text)
        except PosError as error:
            reason = text_for(error)
        self.refuse(reason)

    def _answer_if_whole(self) -> None:
        if self.confirm.isEnabled():
            self._answer(True)

    @Slot(bool)
    def _on_answered(self, yes: bool) -> None:  # a signal's argument
        if yes:
            self.chosen.emit(self.by.value, self.number.text)
