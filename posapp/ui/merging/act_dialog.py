"""Before two files are made one, kept apart or parted again: why, and the PIN of who answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.error_texts import text_for
from posapp.ui.i18n import tr
from posapp.ui.merging.state import Act
from posapp.ui.merging.words import act_effect, act_note, act_title, reason_title
from posapp.ui.widgets.choice_grid import ChoiceGrid
from posapp.ui.widgets.dialog import Dialog
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.number_pad import NumberPad
from posapp.ui.widgets.pin_field import DigitField
from posapp.wire.merging import REASONS

if TYPE_CHECKING:
    from posapp.ui.frame import Frame
    from posapp.ui.keymap import Action
    from posapp.ui.merging.state import Question

PIN_LENGTH: Final = 6


class MergeDialog(Dialog):
    """Emits `signed` with a reason of `wire.merging.REASONS` and the PIN; stays until it is told
    that the act is done.
    """

    signed = Signal(str, str)
    withdrawn = Signal()

    def __init__(self, frame: Frame, question: Question) -> None:
        super().__init__(
            frame.look,
            "merge_act",
            frame.host,
            title=act_title(question.act),
            text=act_effect(question),
            confirm=act_title(question.act),
            safe=tr("返回，不办理"),
            icon="shield",
            width=760,
        )
        self._busy = False
        self.reasons: ChoiceGrid | None = None
        columns = QHBoxLayout()
        columns.setSpacing(frame.look.px(24))
        columns.addLayout(self._left_side(question.act), 1)
        columns.addLayout(self._pin_side(), 1)
        self.body.addLayout(columns)
        self.show_question(question)

    def _left_side(self, act: Act) -> QVBoxLayout:
        look = self.look
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        column.addWidget(Label(look, act_note(act), wrap=True, name="merge_act.note"))
        if act is Act.MERGE:
            column.addWidget(Label(look, tr("原因"), size="small", tone="text2"))
            choices = tuple((each, reason_title(each)) for each in REASONS)
            self.reasons = ChoiceGrid(look, "merge_act.reason", choices, columns=1, height=48)
            self.reasons.choose(REASONS[0])
            column.addWidget(self.reasons)
        column.addStretch(1)
        return column

    def _pin_side(self) -> QVBoxLayout:
        look = self.look
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        column.addWidget(Label(look, tr("本人 PIN"), size="small", tone="text2"))
        self.pin = DigitField(look, "merge_act.pin", tr("本人 PIN"), length=PIN_LENGTH)
        self._refusal = Label(
            look, size="small", tone="danger", wrap=True, name="merge_act.refusal"
        )
        self._pad = NumberPad(look, "merge_act.pad", key_height=50)
        for part in (self.pin, self._refusal, self._pad):
            column.addWidget(part)
        self._pad.pressed.connect(self.pin.press)
        self.pin.changed.connect(self._check)
        self.pin.complete.connect(self._go_on)
        return column

    def first_focus(self) -> QWidget | None:
        return self.pin

    def take_action(self, action: Action) -> bool:
        if self._busy:
            return True
        return super().take_action(action)

    @Slot(object)
    def show_question(self, question: Question) -> None:
        """How the act stands: under way, or refused and why."""
        if question.refusal is not None and self._busy:
            self.pin.clear(wrong=question.refusal.key == "sign_in.wrong_pin")
        self._busy = question.busy
        self._refusal.setText("" if question.refusal is None else text_for(question.refusal))
        self.confirm.set_busy(question.busy)
        self._check()
        if self.isVisible():
            self.place()

    @Slot()
    def _go_on(self, _digits: object = None) -> None:
        """Whoever has typed her PIN has one key left."""
        if self.confirm.isEnabled():
            self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _check(self, _text: object = None) -> None:
        missing = self.pin.missing
        self.refuse(tr("还差 {n} 位 PIN", n=missing) if missing and not self._busy else "")

    def _answer(self, yes: bool) -> None:
        """Unlike other dialogs it stays: what central says comes later."""
        if self._busy:
            return
        if yes:
            self.signed.emit("" if self.reasons is None else self.reasons.value, self.pin.digits)
        else:
            self.withdrawn.emit()
