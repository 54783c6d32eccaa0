"""Payments whose outcome nobody knows while nobody looks at them: one band, one key to them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.navigation import Place

if TYPE_CHECKING:
    from posapp.ui.keymap import KeyMap
    from posapp.ui.navigation import Navigation
    from posapp.ui.pay.orphans import Orphans
    from posapp.ui.pay.presenter import PayPresenter
    from posapp.ui.shell import Status


class OpenPayments(QObject):
    """The payment that the cashier left, and the charges of no order; `changed` when the number of
    them is another one.
    """

    changed = Signal()

    def __init__(
        self,
        pay: PayPresenter,
        orphans: Orphans,
        navigation: Navigation,
        keymap: KeyMap,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pay = pay
        self._orphans = orphans
        self._navigation = navigation
        self._keymap = keymap
        self._told = 0
        pay.left_open.changed.connect(self._look)
        orphans.changed.connect(self._look)
        orphans.cleared.connect(self._look)

    @property
    def count(self) -> int:
        return self._pay.left_open.count + self._orphans.count

    def banner(self, status: Status) -> Status:
        """What the top bar shows: before anything else that money may have moved."""
        if not self.count:
            return status
        key = self._keymap.key("sell", Action.OPEN_PAYMENT)
        return replace(
            status,
            banner=tr("有 {n} 笔支付结果未知", n=self.count),
            banner_level="danger",
            banner_action=tr("去处理 {key}", key=key).strip(),
        )

    @Slot()
    def attend(self) -> bool:
        """To the first of them; False where there is none."""
        if self._pay.left_open.count:
            self._navigation.go(Place.PAY)
            self._pay.left_open.come_back()
        elif self._orphans.count:
            self._navigation.go(Place.ORPHAN)
        else:
            return False
        return True

    @Slot()
    def _look(self, _state: object = None) -> None:
        if self.count != self._told:
            self._told = self.count
            self.changed.emit()
