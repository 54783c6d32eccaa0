"""Ctrl+N: a note on the chosen line or the whole order; it is printed and kept with the sale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot

from posapp.domain.cart import LONGEST_NOTE
from posapp.ui.i18n import tr
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.dialog import Dialog
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from posapp.ui.frame import Frame
    from posapp.ui.sell.order import Order

LINE: Final = "line"
ORDER: Final = "order"


class NoteDialog(Dialog):
    """Emits `chosen` with the text and whether it is for the whole order; empty takes it off."""

    chosen = Signal(str, bool)

    def __init__(self, frame: Frame, order: Order) -> None:
        look = frame.look
        super().__init__(
            look,
            "sell.note",
            frame.host,
            title=tr("写备注"),
            text=tr("会印在小票上，也随这一单保存"),
            confirm=tr("保存备注"),
            safe=tr("返回，不改备注"),
            icon="message",
            width=640,
        )
        self._notes = {ORDER: order.cart.note}
        if order.selected is not None:
            self._notes[LINE] = order.cart.line(order.selected).note
        scopes = ((LINE, tr("选中的这一行")), (ORDER, tr("整单")))
        self.scope = ChoiceGroup(look, "note.scope", scopes[-len(self._notes) :])
        self.ready = ChoiceGroup(look, "note.ready", _ready())
        self.field = FormField(look, "note.text", tr("备注"))
        self.field.edit.setMaxLength(LONGEST_NOTE)
        self.body.addWidget(self.scope)
        self.body.addWidget(Label(look, tr("常用备注"), size="small", tone="text2"))
        self.body.addWidget(self.ready)
        self.body.addWidget(self.field)
        self.scope.choose(next(iter(dict(scopes[-len(self._notes) :]))))
        self.field.edit.setText(self._notes[self.scope.value])
        self.scope.chosen.connect(lambda value: self.field.edit.setText(self._notes[value]))
        self.ready.chosen.connect(self._take_ready)
        self.field.edit.returnPressed.connect(lambda: self._answer(True))
        self.answered.connect(self._on_answered)

    def first_focus(self) -> QWidget | None:
        return self.field.edit

    @Slot(str)
    def _take_ready(self, value: str) -> None:
        self.field.edit.setText(dict(_ready()).get(value, ""))

    @Slot(bool)
    def _on_answered(self, yes: bool) -> None:  # a signal's argument
        if yes:
            self.chosen.emit(self.field.text, self.scope.value == ORDER)


def _ready() -> tuple[tuple[str, str], ...]:
    return (
        ("gift", tr("礼品包装")),
        ("fragile", tr("易碎，轻放")),
        ("take_away", tr("打包带走")),
        ("later", tr("稍后来取")),
    )
