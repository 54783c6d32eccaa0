"""Back to the order while something is collected: keep it, or give it back; said, never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.widgets.dialog import Dialog
from posapp.ui.widgets.touch_button import Kind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from posapp.ui.look import Look


class LeaveDialog(Dialog):
    """Emits `kept` (the safe answer, and Esc) or `dropped`."""

    kept = Signal()
    dropped = Signal()

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(
            look,
            "pay.leave",
            host,
            title=tr("已收的款怎么处理"),
            text=" ",
            confirm=tr("全部退回"),
            safe=tr("保留已收，返回订单"),
            kind=Kind.DANGER,
            icon="warning",
        )
        self.answered.connect(self._on_answered)

    def ask(self, collected: int) -> None:
        """`collected` in minor units."""
        amount = money(collected)
        self.text.setText(
            tr("已收 {amount}，保留后再收款会接着算；退回后现金请交还顾客", amount=amount)
        )

    @Slot(bool)
    def _on_answered(self, drop: bool) -> None:  # a signal's argument
        if drop:
            self.dropped.emit()
        else:
            self.kept.emit()
