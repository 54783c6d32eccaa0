"""Before an act: why, and the PIN of the person who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from posapp.ui.cases.proof_dialog import ProofDialog
from posapp.ui.cases.state import Act
from posapp.ui.i18n import tr
from posapp.ui.widgets.touch_button import Kind

if TYPE_CHECKING:
    from posapp.ui.cases.state import Question
    from posapp.ui.frame import Frame


class ActDialog(ProofDialog):
    """What is done to a case."""

    def __init__(self, frame: Frame, question: Question) -> None:
        title, confirm = _words(question.act)
        super().__init__(
            frame,
            "case_act",
            who=question.who,
            title=title,
            confirm=confirm,
            safe=tr("返回，不处理"),
            reasons=_reasons(question.act),
        )
        self.show_question(question)

    @Slot(object)
    def show_question(self, question: Question) -> None:
        self.show_standing(busy=question.busy, refusal=question.refusal)


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
