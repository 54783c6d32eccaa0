"""The list of held sales over the find side: Enter takes back the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from posapp.ui.format import local_time, money, time_from_ms
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.navigation import Hint
from posapp.ui.sell.hold_words import age_text
from posapp.ui.shell import till_words
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.empty_state import EmptyState
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from datetime import tzinfo

    from posapp.offline.drafts import ParkedDraft
    from posapp.ui.frame import Frame
    from posapp.ui.sell.parts import SellParts
    from posapp.ui.sell.state import SellState
    from posapp.ui.surface import Scan


class HoldSheet(Sheet):
    """Follows the presenter's state; emits `chosen` with the id of the sale to take back."""

    key_context = "list"
    unused = frozenset({Action.WHY})
    chosen = Signal(str)

    def __init__(self, frame: Frame, parts: SellParts, zone: tzinfo | None) -> None:
        super().__init__(frame, "sell.recall", tr("取单"), icon="pause")
        self._finder = parts.finder
        self._now_ms = parts.presenter.floor.desk.now_ms
        self._zone = zone
        self._parked: tuple[ParkedDraft, ...] | None = None
        self._place = 0
        self._group = QButtonGroup(self)
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(self.look.px(8))
        self._list.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._scroll = Scroller(inner)
        keymap = self.look.keymap
        self._none = EmptyState(
            self.look,
            "pause",
            tr("今天还没有挂单"),
            tr("有商品时按 {key} 可以挂起当前订单", key=keymap.key("sell", Action.HOLD)),
            name="sell.recall.none",
        )
        self._note = Label(self.look, size="small", tone="text2", wrap=True)
        self._note.setObjectName("sell.recall.note")
        for part in (self._scroll, self._none):
            self.body.addWidget(part, 1)
        self.body.addWidget(self._note)
        parts.presenter.changed.connect(self.show_state)
        self.show_state(parts.presenter.state)

    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint(self.look.keymap.up_and_down(self.key_context), tr("选择")),
            Hint("Enter", tr("取单")),
        )

    def first_focus(self) -> QWidget | None:
        return self.close_button if not self._parked else self._group.button(self._place)

    @Slot(object)
    def show_state(self, state: SellState) -> None:
        online = tr("本店各台的挂单都可以取")
        offline = tr("离线：只能取本机的挂单")
        self._note.setText(online if state.online else offline)
        if state.parked != self._parked:
            self._fill(state.parked)

    def take_action(self, action: Action) -> bool:
        match action:
            case Action.UP | Action.DOWN:
                self._choose(self._place + (1 if action is Action.DOWN else -1))
            case Action.CONFIRM | Action.TOGGLE:
                self._recall(self._place)
            case _:
                return super().take_action(action)
        return True

    def take_scan(self, scan: Scan) -> bool:
        """The slip of an order, or the goods of a new one: the list is in nobody's way."""
        self.left.emit()
        self._finder.scan(scan.text)
        return True

    def _fill(self, parked: tuple[ParkedDraft, ...]) -> None:
        before = self._chosen_id()
        checked = self._group.checkedButton()
        had_focus = checked is not None and checked.hasFocus()
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._list.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._parked = parked
        for place, each in enumerate(parked):
            self._add(place, each)
        self._none.setVisible(not parked)
        self._scroll.setVisible(bool(parked))
        ids = [each.id for each in parked]
        self._choose(ids.index(before) if before in ids else 0, focus=had_focus)

    def _add(self, place: int, parked: ParkedDraft) -> None:
        now_ms = self._now_ms()
        since = local_time(time_from_ms(parked.at_ms), self._zone)
        parts = (since, age_text(now_ms - parked.at_ms), parked.staff_name, till_words(parked.till))
        row = ChoiceRow(
            self.look,
            f"sell.recall.{parked.id}",
            parked.label,
            "  ".join(part for part in parts if part),
            icon="pause",
            value=money(parked.amount),
        )
        row.clicked.connect(lambda: self._recall(place))
        self._group.addButton(row, place)
        self._list.addWidget(row)

    def _choose(self, place: int, *, focus: bool = True) -> None:
        count = len(self._group.buttons())
        if not count:
            return
        self._place = max(0, min(place, count - 1))
        row = self._group.button(self._place)
        row.setChecked(True)
        if focus and self.isVisible():
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(row)

    def _recall(self, place: int) -> None:
        self._choose(place)
        held_id = self._chosen_id()
        if held_id:
            self.left.emit()
            self.chosen.emit(held_id)

    def _chosen_id(self) -> str:
        if not self._parked or not 0 <= self._place < len(self._parked):
            return ""
        return self._parked[self._place].id
