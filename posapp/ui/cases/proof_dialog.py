"""A note and the PIN of the person who answers for what she does at central."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from posapp.ui.error_texts import text_for
from posapp.ui.i18n import tr
from posapp.ui.widgets.dialog import Dialog
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.number_pad import NumberPad
from posapp.ui.widgets.pin_field import DigitField
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.errors import PosError
    from posapp.ui.frame import Frame
    from posapp.ui.keymap import Action

PIN_LENGTH: Final = 6
LONGEST_NOTE: Final = 200


class ProofDialog(Dialog):
    """Emits `given` with note and PIN; stays until it is told that the act is done. `reasons` fill
    the note in at a touch.
    """

    given = Signal(str, str)
    withdrawn = Signal()

    def __init__(
        self,
        frame: Frame,
        name: str,
        *,
        who: str,
        title: str,
        confirm: str,
        safe: str,
        reasons: tuple[str, ...],
    ) -> None:
        super().__init__(
            frame.look,
            name,
            frame.host,
            title=title,
            text=tr("以 {who} 的名义，记入总部日志，不能撤销", who=who),
            confirm=confirm,
            safe=safe,
            icon="shield",
            width=760,
        )
        self._name = name
        self._busy = False
        columns = QHBoxLayout()
        columns.setSpacing(frame.look.px(24))
        columns.addLayout(self._note_side(reasons), 1)
        columns.addLayout(self._pin_side(), 1)
        self.body.addLayout(columns)
        self._check()

    def _note_side(self, reasons: tuple[str, ...]) -> QVBoxLayout:
        look, name = self.look, self._name
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        # A reason may need an input method: a plain field.
        edit = QLineEdit()
        edit.setMaxLength(LONGEST_NOTE)
        self.note = FormField(look, f"{name}.note", tr("原因"), edit=edit)
        column.addWidget(self._words())
        column.addWidget(Label(look, tr("或者点选"), size="small", tone="text2"))
        for place, text in enumerate(reasons):
            button = TouchButton(look, f"{name}.reason{place}", text, height=48, align_left=True)
            button.clicked.connect(lambda _checked=False, t=text: self._take(t))
            column.addWidget(button)
        column.addStretch(1)
        self.note.edit.textChanged.connect(self._check)
        return column

    def _words(self) -> QWidget:
        """Where the reason is written; another dialog may have more beside it."""
        return self.note

    def _pin_side(self) -> QVBoxLayout:
        look, name = self.look, self._name
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        column.addWidget(Label(look, tr("本人 PIN"), size="small", tone="text2"))
        self.pin = DigitField(look, f"{name}.pin", tr("本人 PIN"), length=PIN_LENGTH)
        self._pad = NumberPad(look, f"{name}.pad", key_height=50)
        self._refusal = Label(look, size="small", tone="danger", wrap=True, name=f"{name}.refusal")
        for part in (self.pin, self._refusal, self._pad):
            column.addWidget(part)
        self._pad.pressed.connect(self.pin.press)
        self.pin.changed.connect(self._check)
        return column

    def first_focus(self) -> QWidget | None:
        return self.note.edit

    def show_standing(self, *, busy: bool, refusal: PosError | None) -> None:
        """How the act stands: under way, or refused and why."""
        is_new_refusal = refusal is not None and self._busy
        self._busy = busy
        if is_new_refusal:
            self.pin.clear(wrong=True)
        self._refusal.setText("" if refusal is None else text_for(refusal))
        self.confirm.set_busy(busy)
        self._check()
        if self.isVisible():
            self.place()

    def take_action(self, action: Action) -> bool:
        if self._busy:
            return True
        return super().take_action(action)

    def _take(self, reason: str) -> None:
        self.note.edit.setText(reason)
        self.pin.setFocus()

    @Slot()
    def _check(self, _text: object = None) -> None:
        missing = self.pin.missing
        if not self.note.text:
            self.refuse(tr("先写明原因"))
        elif missing and not self._busy:
            self.refuse(tr("还差 {n} 位 PIN", n=missing))
        else:
            self.refuse("")

    def _answer(self, yes: bool) -> None:
        """Unlike other dialogs it stays: what central says comes later."""
        if self._busy:
            return
        if yes:
            self.given.emit(self.note.text, self.pin.digits)
        else:
            self.withdrawn.emit()
