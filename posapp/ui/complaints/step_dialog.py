"""Before a step of a complaint: what it is about, the words, and the PIN of who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from posapp.domain.codes import Context, classify
from posapp.domain.complaints import CallOutcome, ComplaintAbout, ComplaintStep, ComplaintWay
from posapp.domain.own_codes import ReceiptCode
from posapp.errors import PosError
from posapp.ui.cases.proof_dialog import ProofDialog
from posapp.ui.complaints.words import act_title, act_words
from posapp.ui.i18n import tr
from posapp.ui.service.redress_forms import LONGEST_RECEIPT
from posapp.ui.service.redress_words import about_title, outcome_title, way_title
from posapp.ui.widgets.choice_grid import ChoiceGrid
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from posapp.ui.complaints.state import Question
    from posapp.ui.frame import Frame
    from posapp.ui.surface import Scan


class StepDialog(ProofDialog):
    """Emits `signed` with the choices by name, the words and the PIN."""

    signed = Signal(object, str, str)

    def __init__(self, frame: Frame, question: Question) -> None:
        self._step = question.step
        self._grids: dict[str, ChoiceGrid] = {}
        self.receipt: FormField | None = None
        super().__init__(
            frame,
            "complaint_act",
            who=question.who,
            title=act_title(question.step),
            confirm=act_title(question.step),
            safe=tr("返回，不处理"),
            reasons=act_words(question.step),
        )
        self.given.connect(self._sign)
        self.show_question(question)

    def _note_side(self, reasons: tuple[str, ...]) -> QVBoxLayout:
        column = super()._note_side(reasons)
        for place, (name, label, choices, columns) in enumerate(_choices(self._step)):
            grid = ChoiceGrid(self.look, f"complaint_act.{name}", choices, columns=columns)
            grid.choose(choices[0][0])
            self._grids[name] = grid
            column.insertWidget(2 * place, Label(self.look, label, size="small", tone="text2"))
            column.insertWidget(2 * place + 1, grid)
        return column

    def _words(self) -> QWidget:
        """The receipt stands beside the words, so that nothing becomes higher."""
        if self._step is not ComplaintStep.RECORDED:
            return super()._words()
        look = self.look
        self.receipt = FormField(look, "complaint_act.receipt", tr("小票号，可不填"), code=True)
        self.receipt.edit.setMaxLength(LONGEST_RECEIPT)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self.note, 1)
        row.addWidget(self.receipt, 1)
        return both

    def take_scan(self, scan: Scan) -> bool:
        """A receipt; anything else is refused by the router."""
        if self.receipt is None:
            return False
        try:
            meanings = classify(scan.text, Context.SELL)
        except PosError:
            return False
        found = [each for each in meanings if isinstance(each, ReceiptCode)]
        if found:
            self.receipt.edit.setText(found[0].receipt_number)
        return bool(found)

    @property
    def fields(self) -> dict[str, str]:
        receipt = "" if self.receipt is None else self.receipt.text.strip()
        return {**{name: grid.value for name, grid in self._grids.items()}, "receipt": receipt}

    @Slot(object)
    def show_question(self, question: Question) -> None:
        self.show_standing(busy=question.busy, refusal=question.refusal)

    @Slot(str, str)
    def _sign(self, note: str, pin: str) -> None:
        self.signed.emit(self.fields, note, pin)


_Choices = tuple[tuple[str, str, tuple[tuple[str, str], ...], int], ...]


def _choices(step: ComplaintStep) -> _Choices:
    """Name, label, what can be chosen, in how many columns."""
    match step:
        case ComplaintStep.RECORDED:
            about = tuple((each.value, about_title(each)) for each in ComplaintAbout)
            way = tuple((each.value, way_title(each)) for each in ComplaintWay)
            return ("about", tr("关于"), about, 4), ("way", tr("怎么说的"), way, 4)
        case ComplaintStep.CALLED:
            outcome = tuple((each.value, outcome_title(each.value)) for each in CallOutcome)
            return (("outcome", tr("回访结果"), outcome, 1),)
        case _:
            return ()
