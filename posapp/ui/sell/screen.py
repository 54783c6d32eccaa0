"""The sell screen: find at the left, the order at the right; shows its presenter's state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from posapp.domain.allowances import Act
from posapp.ui.frame import TILE_GAP, Frame, columns_for
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.navigation import Hint
from posapp.ui.sell.cart_side import CartSide
from posapp.ui.sell.choice_panel import ChoicePanel, PricePanel
from posapp.ui.sell.find_side import FindSide
from posapp.ui.sell.hold_sheet import HoldSheet
from posapp.ui.sell.latch_panel import LatchPanel
from posapp.ui.sell.note_dialog import NoteDialog
from posapp.ui.sell.quantities import times_alone
from posapp.ui.sell.reduction_dialog import ReductionDialog
from posapp.ui.sell.state import Entry
from posapp.ui.sell.tile import TILE_HEIGHT
from posapp.ui.sell.void_dialog import VoidDialog
from posapp.ui.sell.why_sheet import WhySheet, of_the_order
from posapp.ui.surface import Scan, Surface

if TYPE_CHECKING:
    from datetime import tzinfo

    from PySide6.QtGui import QResizeEvent

    from posapp.domain.catalog import Product
    from posapp.ui.keymap import KeyMap
    from posapp.ui.messages import Message
    from posapp.ui.sell.parts import SellParts
    from posapp.ui.sell.state import SellState
    from posapp.ui.widgets.dialog import Dialog


ROWS: Final = {Action.UP: -1, Action.DOWN: 1}


class SellScreen(Surface):
    """Every key and touch goes to the presenter or its finder; the state comes back whole."""

    key_context = "sell"

    def __init__(
        self,
        frame: Frame,
        keymap: KeyMap,
        parts: SellParts,
        *,
        zone: tzinfo | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("sell")
        self._frame = frame
        self._parts = parts
        self._presenter = parts.presenter
        self._finder = parts.finder
        self._actions = parts.actions
        self._keymap = keymap
        look = frame.look
        self._zone = zone
        self.find_side = FindSide(look, keymap, zone, parts.finder.member_price)
        desk = parts.presenter.floor.desk
        self.find_side.holds.keep_time(desk.now_ms, desk.settings.hold_old_minutes)
        self.cart_side = CartSide(look, keymap, zone)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.find_side)
        self._row.addWidget(self.cart_side, 1)
        self.latch = LatchPanel(look, self, keymap)
        self.choices = ChoicePanel(look, self)
        self.price = PricePanel(look, keymap.key("sell", Action.REPEAT), self)
        for panel in (self.latch, self.choices, self.price):
            panel.setAutoFillBackground(True)
        self._wire()
        self.show_state(parts.presenter.state)

    def first_focus(self) -> QWidget | None:
        return self.find_side.field.edit

    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint(self._keymap.key("sell", Action.QUANTITY), tr("数量")),
            Hint(self._keymap.key("sell", Action.LESS), tr("减一")),
            Hint(self._keymap.key("sell", Action.REMOVE), tr("删行")),
            Hint(self._keymap.key("sell", Action.UNDO), tr("撤销")),
        )

    def enter(self, payload: object) -> None:
        """A scan that was meant for a new order comes along from the finished one."""
        if isinstance(payload, Scan):
            self.take_scan(payload)

    def take_scan(self, scan: Scan) -> bool:
        """A code; behind a typed `3*` it is three of it."""
        typed = self.find_side.field.text
        if times_alone(typed) and self._presenter.state.entry is Entry.CODE:
            self._finder.submit(typed + scan.text)
        else:
            self._finder.scan(scan.text)
        return True

    def _take_scan_below(self, scan: Scan) -> bool:
        self._finder.scan_below(scan.text)
        return True

    def take_action(self, action: Action) -> bool:
        if action in ROWS and self.find_side.tiles.walk(0, ROWS[action]):
            return True
        return self._actions.carry_out(action, self.find_side.field.text)

    @Slot(object)
    def show_state(self, state: SellState) -> None:
        blocked = _why_not_pay(state)
        self.find_side.show_state(state)
        self.cart_side.show_state(state, blocked)
        latch = state.latch
        self.latch.show_latch(latch, len(state.latches))
        self.choices.show_choices(state.choices, state.chosen)
        self.price.show_checked(state.checked)
        if latch is not None:
            self.find_side.field.show_code(latch.shown, wrong=True)
        elif self.find_side.field.is_wrong:
            self.find_side.field.clear()
        if latch is not None or state.choices is not None or state.checked is not None:
            self._place_panels()

    @Slot(object)
    def show_message(self, message: Message) -> None:
        """Messages that belong beside the order: done, and can be undone."""
        self.cart_side.toast.show_keys(self._keymap.key("sell", Action.UNDO))
        self.cart_side.toast.show_text(message.text, message.undo)

    def resizeEvent(self, event: QResizeEvent) -> None:
        look = self._frame.look
        columns = columns_for(look, event.size().width())
        gap = look.px(8)
        self._row.setContentsMargins(columns.margin, gap, columns.margin, gap)
        self._row.setSpacing(columns.gutter)
        self.find_side.setFixedWidth(columns.find)
        super().resizeEvent(event)
        self._place_panels()

    def _wire(self) -> None:
        find, cart = self.find_side, self.cart_side
        self._presenter.changed.connect(self.show_state)
        self._presenter.added.connect(cart.view.flash)
        self._presenter.cleared.connect(find.field.clear)
        find.field.submitted.connect(self._finder.submit)
        find.field.empty_submitted.connect(self._on_empty_enter)
        find.field.typed.connect(self._finder.search_typed)
        find.tabs.opened.connect(self._finder.open_tab)
        find.tiles.chosen.connect(self._on_tile)
        find.holds.recalled.connect(self._presenter.parking.recall)
        find.keys.asked.connect(self._on_key_button)
        cart.view.picked.connect(self._presenter.pick)
        cart.view.stepped.connect(self._presenter.step)
        cart.member.opened.connect(self._actions.open_member)
        cart.member.detached.connect(self._presenter.detach)
        cart.pay.clicked.connect(lambda: self._presenter.pay())
        self.latch.asked.connect(self._on_key_button)
        self.choices.chosen.connect(self._finder.choose)
        self.choices.closed.connect(self._finder.dismiss)
        self.price.closed.connect(self._finder.dismiss)
        self._actions.recall_asked.connect(self._ask_recall)
        self.price.wanted.connect(self._finder.price_check.repeat)
        cart.line_keys.asked.connect(self._on_key_button)
        self._actions.note_asked.connect(self._ask_note)
        self._actions.why_asked.connect(self._ask_why)
        self._actions.discount_asked.connect(self._ask_reduction)
        self._actions.void_asked.connect(self._ask_void)

    def _place_panels(self) -> None:
        self._row.activate()
        tabs = self.find_side.tabs.geometry().translated(self.find_side.pos())
        room = QRect(tabs.left(), tabs.top(), tabs.width(), self.find_side.tiles.height())
        row = self._frame.look.px(TILE_HEIGHT + TILE_GAP)
        for panel in (self.latch, self.choices, self.price):
            # Whole rows of tiles are covered, so that none looks out from below by half.
            rows = max(1, -(-(panel.sizeHint().height() - self._frame.look.px(48)) // row))
            height = self._frame.look.px(40) + rows * row
            panel.setGeometry(room.left(), room.top(), room.width(), min(height, room.height()))

    @Slot()
    def _ask_reduction(self) -> None:
        dialog = ReductionDialog(self._frame, self._parts.exceptions)
        dialog.chosen.connect(
            lambda manual, whole: self._parts.exceptions.reduce(manual, whole=whole)
        )
        dialog.scans_below = self._take_scan_below
        self._lay(dialog)

    @Slot()
    def _ask_void(self) -> None:
        dialog = VoidDialog(
            self._frame,
            self._presenter.state.priced,
            self._parts.exceptions.reasons(Act.VOID_ORDER),
        )
        dialog.chosen.connect(self._parts.exceptions.void)
        self._lay(dialog)

    @Slot()
    def _ask_recall(self) -> None:
        sheet = HoldSheet(self._frame, self._parts, self._zone)
        sheet.chosen.connect(self._presenter.parking.recall)
        self._lay(sheet)

    def _lay(self, dialog: Dialog | HoldSheet) -> None:
        dialog.left.connect(dialog.deleteLater)
        self._presenter.floor.navigation.lay(dialog)

    @Slot()
    def _ask_note(self) -> None:
        dialog = NoteDialog(self._frame, self._presenter.state.order)
        dialog.chosen.connect(self._actions.write_note)
        self._lay(dialog)

    @Slot()
    def _ask_why(self) -> None:
        state = self._presenter.state
        sections = of_the_order(state.priced, state.order.selected, self._finder.rules(state))
        sheet = WhySheet(self._frame, sections)
        sheet.left.connect(sheet.deleteLater)
        self._presenter.floor.navigation.lay(sheet)

    def _on_tile(self, product: Product) -> None:
        self._actions.touch_tile(product)
        self.find_side.show_letters(False)
        self.find_side.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_key_button(self, action: Action) -> None:
        self._actions.press(action, self.find_side.field.text)

    @Slot()
    def _on_empty_enter(self) -> None:
        self._actions.enter_on_nothing(
            min(self._keymap.keys("sell", Action.PAY), key=len, default="")
        )


def _why_not_pay(state: SellState) -> str:
    if state.latch is not None:
        order = state.latch.is_order
        return tr("先决定本单是否继续") if order else tr("先处理未知条码，再收款")
    if not state.priced.lines:
        return tr("先加商品")
    if state.entry is Entry.QUANTITY:
        return tr("先输入数量，或按 Esc")
    return ""
