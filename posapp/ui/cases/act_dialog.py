"""Before an act: why, and the PIN of the person who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from posapp.ui.cases.state import Act
from posapp.ui.error_texts import text_for
from posapp.ui.i18n import tr
from posapp.ui.widgets.dialog import Dialog
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.number_pad import NumberPad
from posapp.ui.widgets.pin_field import DigitField
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.cases.state import Question
    from posapp.ui.frame import Frame
    from posapp.ui.keymap import Action

PIN_LENGTH: Final = 6
LONGEST_NOTE: Final = 200


class ActDialog(Dialog):
    """Emits `given` with note and PIN; stays until it is told that the act is done."""

    given = Signal(str, str)
    withdrawn = Signal()

    def __init__(self, frame: Frame, question: Question) -> None:
        look = frame.look
        title, confirm = _words(question.act)
        super().__init__(
            look,
            "case_act",
            frame.host,
            title=title,
            text=tr("以 {who} 的名义，记入总部日志，不能撤销", who=question.who),
            confirm=confirm,
            safe=tr("返回，不处理"),
            icon="shield",
            width=760,
        )
        self._question = question
        columns = QHBoxLayout()
        columns.setSpacing(look.px(24))
        columns.addLayout(self._note_side(), 1)
        columns.addLayout(self._pin_side(), 1)
        self.body.addLayout(columns)
        self.show_question(question)

    def _note_side(self) -> QVBoxLayout:
        look = self.look
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        # A reason may need an input method: a plain field.
        edit = QLineEdit()
        edit.setMaxLength(LONGEST_NOTE)
        self.note = FormField(look, "case_act.note", tr("原因"), edit=edit)
        column.addWidget(self.note)
        column.addWidget(Label(look, tr("或者点选"), size="small", tone="text2"))
        for place, text in enumerate(_reasons(self._question.act)):
            button = TouchButton(look, f"case_act.reason{place}", text, height=48, align_left=True)
            button.clicked.connect(lambda _checked=False, t=text: self._take(t))
            column.addWidget(button)
        column.addStretch(1)
        self.note.edit.textChanged.connect(self._check)
        return column

    def _pin_side(self) -> QVBoxLayout:
        look = self.look
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        column.addWidget(Label(look, tr("本人 PIN"), size="small", tone="text2"))
        self.pin = DigitField(look, "case_act.pin", tr("本人 PIN"), length=PIN_LENGTH)
        self._pad = NumberPad(look, "case_act.pad", key_height=50)
        self._refusal = Label(look, size="small", tone="danger", wrap=True, name="case_act.refusal")
        for part in (self.pin, self._refusal, self._pad):
            column.addWidget(part)
        self._pad.pressed.connect(self.pin.press)
        self.pin.changed.connect(self._check)
        return column

    def first_focus(self) -> QWidget | None:
        return self.note.edit

    @Slot(object)
    def show_question(self, question: Question) -> None:
        """How the act stands: under way, or refused and why."""
        is_new_refusal = question.refusal is not None and self._question.busy
        self._question = question
        if is_new_refusal:
            self.pin.clear(wrong=True)
        self._refusal.setText("" if question.refusal is None else text_for(question.refusal))
        self.confirm.set_busy(question.busy)
        self._check()
        if self.isVisible():
            self.place()

    def take_action(self, action: Action) -> bool:
        if self._question.busy:
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
        elif missing and not self._question.busy:
            self.refuse(tr("还差 {n} 位 PIN", n=missing))
        else:
            self.refuse("")

    def _answer(self, yes: bool) -> None:
        """Unlike other dialogs it stays: what central says comes later."""
        if self._question.busy:
            return
        if yes:
            self.given.emit(self.note.text, self.pin.digits)
        else:
            self.withdrawn.emit()


def primary_kind(act: Act) -> Kind:
    return Kind.SECONDARY if act is Act.CLOSE else Kind.PRIMARY


def _words(act: Act) -> tuple[str, str]:
    """Title and button."""
    if act is Act.CLOSE:
        return tr("关闭这件事，隔离的流水仍保留"), tr("关闭")
    if act is Act.MEND:
        return tr("按更正的内容入账，原文永久保留"), tr("按更正入账")
    return tr("按原文重新入账"), tr("重新入账")


def _reasons(act: Act) -> tuple[str, ...]:
    if act is Act.CLOSE:
        return tr("已与顾客结清"), tr("已人工补记"), tr("核对无误，不用处理")
    if act is Act.MEND:
        return tr("已按小票更正"), tr("已按顾客凭证更正")
    return tr("原因已消除"), tr("两台机器各卖了一笔")
