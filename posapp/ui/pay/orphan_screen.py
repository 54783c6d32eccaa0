"""A charge that belongs to no order: asked about, taken back, or put aside by a manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.navigation import Hint
from posapp.ui.page import Page
from posapp.ui.pay.wait_pane import WaitPane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from posapp.ui.look import Look
    from posapp.ui.pay.orphans import Orphans


class OrphanScreen(Page):
    """Leaves by itself when nothing is left to clear up."""

    key_context = "member"
    unused = frozenset({Action.UP, Action.DOWN, Action.TOP_UP})

    def __init__(self, look: Look, orphans: Orphans) -> None:
        super().__init__(look, "orphan", tr("没有订单的支付"))
        self._orphans = orphans
        self.wait = WaitPane(look, self)
        self.body.addWidget(self.wait, 1)
        self.wait.queried.connect(orphans.charges.query)
        self.wait.reversed.connect(orphans.charges.reverse)
        self.wait.put_aside.connect(orphans.aside.ask)
        self.add_back_action(tr("返回"))
        self.foot.addStretch(1)
        orphans.changed.connect(self.show_state)
        orphans.cleared.connect(self.left)
        orphans.charges.ticked.connect(self._on_tick)
        self.show_state()

    def enter(self, payload: object) -> None:
        self._orphans.charges.query()

    def first_focus(self) -> QWidget | None:
        return self.wait.query

    def hints(self) -> tuple[Hint, ...]:
        return Hint("Enter", tr("查询结果")), Hint("Esc", tr("返回"))

    def take_action(self, action: Action) -> bool:
        if action is Action.CONFIRM:
            self._orphans.charges.query()
            return True
        return super().take_action(action)

    @Slot(object)
    def show_state(self, _state: object = None) -> None:
        phase = self._orphans.phase
        if phase is None:
            return
        self.remark.setText(tr("还有 {n} 笔，开机时找到的", n=self._orphans.count))
        self.wait.show_unclear(phase)
        self.wait.show_time(phase, self._orphans.now_ms)

    @Slot(int)
    def _on_tick(self, now_ms: int) -> None:
        phase = self._orphans.phase
        if phase is not None:
            self.wait.show_time(phase, now_ms)
