"""From signing in to the first order: the shift, the shelf, and what a restart left unfinished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from posapp.domain.permissions import Permission
from posapp.lanes import STORE
from posapp.ui.i18n import tr
from posapp.ui.messages import Level
from posapp.ui.navigation import Place
from posapp.ui.pay.unfinished import UnfinishedPayments

if TYPE_CHECKING:
    from posapp.app.presenters import Presenters
    from posapp.app.till import Till
    from posapp.domain.permissions import Staff
    from posapp.domain.shift import Shift
    from posapp.ui.floor import Floor


class Beginning(QObject):
    """Decides where a person who signed in goes first."""

    def __init__(
        self, till: Till, floor: Floor, presenters: Presenters, start_at: Place, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._till = till
        self._floor = floor
        self._presenters = presenters
        self._start_at = start_at
        self._has_order = False
        w = till.workflows
        self._unfinished = UnfinishedPayments(
            w.paying, w.refunding, w.selling, w.members, floor, orphans=presenters.orphans
        )

    def know_shift(self) -> None:
        """Ask which shift is open, whoever opened it."""
        current = self._till.workflows.shifts.current
        self._floor.background.run(STORE, current, self._shift_known)

    @Slot(object)
    def signed_in(self, staff: Staff) -> None:
        """To the reports for who asked for them; else to the float, or to selling."""
        navigation = self._floor.navigation
        if self._start_at is Place.MANAGER and staff.may(Permission.READ_REPORTS):
            navigation.go(Place.MANAGER)
        else:
            self._presenters.drawers.begin(staff)

    @Slot(object)
    def arrived(self, place: Place) -> None:
        """Between orders ask about doubtful papers, and nothing of the customer any more; the first
        time bring shelf and old order.
        """
        if place is not Place.SELL:
            return
        self._presenters.customer.settle()
        self._presenters.asked.check()
        if self._has_order:
            return
        self._has_order = True
        self._presenters.sell.finder.load_shelf()
        self._presenters.sell.presenter.open()
        self._unfinished.check()
        self._tell_recovered()

    def _tell_recovered(self) -> None:
        """What the black box knew after a crash: money may have changed hands."""
        found = self._till.stores.till.recovered
        if found.unfinished:
            text = tr(
                "有 {n} 笔收款在断电时没有完成，请核对是否收过钱，没有入账", n=len(found.unfinished)
            )
            self._floor.messages.show(text, Level.DANGER)
        elif found.rebuilt:
            text = tr("本机数据坏过，已从备份和黑匣子找回，坏文件在 aside 目录")
            self._floor.messages.show(text, Level.WARN)
        elif found.restored:
            text = tr("已从黑匣子找回 {n} 笔记录，没有丢失", n=found.restored)
            self._floor.messages.show(text, Level.WARN)

    def _shift_known(self, shift: Shift | None) -> None:
        self._floor.duty.use_shift(shift)
