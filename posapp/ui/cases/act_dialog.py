"""Before an act: why, and the PIN of the person who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from posapp.ui.cases.proof_dialog import LONGEST_NOTE, ProofDialog
from posapp.ui.cases.state import Act
from posapp.ui.i18n import tr
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.touch_button import Kind

if TYPE_CHECKING:
    from posapp.ui.cases.state import Question
    from posapp.ui.frame import Frame


class ActDialog(ProofDialog):
    """What is done to a case. Who was asked for something answers her: the reasons that can be
    picked are answers then.
    """

    def __init__(self, frame: Frame, question: Question) -> None:
        self._is_asked = question.is_asked
        self.answer: FormField | None = None
        title, confirm = _asked_words() if question.is_asked else _words(question.act)
        super().__init__(
            frame,
            "case_act",
            who=question.who,
            title=title,
            confirm=confirm,
            safe=tr("返回，不处理"),
            reasons=_answers() if question.is_asked else _reasons(question.act),
        )
        self.show_question(question)

    def _words(self) -> QWidget:
        """What she reads stands before what the house reads."""
        if not self._is_asked:
            return super()._words()
        look = self.look
        edit = QLineEdit()
        edit.setMaxLength(LONGEST_NOTE)
        label = tr("给会员的答复，她在会员页面看到")
        self.answer = FormField(look, "case_act.answer", label, edit=edit)
        self.answer.edit.textChanged.connect(self._check)
        self.note.edit.setText(tr("已在会员页面答复"))
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.answer)
        column.addWidget(self.note)
        return both

    @property
    def answer_text(self) -> str:
        return "" if self.answer is None else self.answer.text

    def first_focus(self) -> QWidget | None:
        return super().first_focus() if self.answer is None else self.answer.edit

    def _take(self, reason: str) -> None:
        if self.answer is None:
            super()._take(reason)
            return
        self.answer.edit.setText(reason)
        self.pin.setFocus()

    @Slot()
    def _check(self, _text: object = None) -> None:
        super()._check()
        if self.answer is not None and not self.answer.text:
            self.refuse(tr("先写给会员的答复"))

    @Slot(object)
    def show_question(self, question: Question) -> None:
        self.show_standing(busy=question.busy, refusal=question.refusal)


def primary_kind(act: Act) -> Kind:
    return Kind.SECONDARY if act is Act.CLOSE else Kind.PRIMARY


def _asked_words() -> tuple[str, str]:
    return tr("答复会员并关闭这件事"), tr("答复并关闭")


def _answers() -> tuple[str, ...]:
    return (
        tr("已按你的要求办好"),
        tr("请带身份证件到服务台办理"),
        tr("先用完或退还储值，再来申请删除"),
    )


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
