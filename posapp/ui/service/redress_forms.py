"""The fields by which a tag is picked and something is made up for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.domain.compensation import CompensationKind, CompensationReason
from posapp.ui.i18n import tr
from posapp.ui.service.redress_words import (
    about_title,
    compensation_title,
    reason_title,
    tag_name,
)
from posapp.ui.widgets.check_box import CheckBox
from posapp.ui.widgets.choice_grid import ChoiceGrid
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.scroll import Scroller

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.wire.service_desk import MemberFile

LONGEST_RECEIPT: Final = 40
_LIST_HEIGHT: Final = 208


class TagForm(QWidget):
    """The tags that a person may put; one that is hers already is taken off."""

    changed = Signal()

    def __init__(self, look: Look, file: MemberFile, language: str) -> None:
        super().__init__()
        hers = {each.code for each in file.tags}
        choices = tuple(
            (each.code, _marked(tag_name(each, language), is_hers=each.code in hers))
            for each in file.tags_offered
        )
        self.grid = ChoiceGrid(look, "service_act.tag", choices)
        self.grid.chosen.connect(self.changed)
        column = _column(self, look)
        column.addWidget(Label(look, tr("选一个标签：没有的贴上，有的去掉"), size="small"))
        scroller = Scroller(self.grid)
        scroller.setFixedHeight(look.px(_LIST_HEIGHT))
        column.addWidget(scroller)

    @property
    def fields(self) -> dict[str, str]:
        return {"tag": self.grid.value}

    @property
    def missing(self) -> str:
        return "" if self.grid.value else tr("先选一个标签")


class CompensationForm(QWidget):
    """What, how much, why; for her newest complaint unless that is unticked."""

    changed = Signal()

    def __init__(self, look: Look, file: MemberFile) -> None:
        super().__init__()
        kinds = tuple((each.value, compensation_title(each)) for each in CompensationKind)
        self.kind = ChoiceGroup(look, "service_act.kind", kinds, height=44, fill=True)
        self.kind.choose(CompensationKind.POINTS.value)
        self.amount = FormField(
            look, "service_act.amount", tr("数额，金额按元"), code=True, height=44
        )
        self.amount.edit.setMaxLength(9)
        coupons = tuple((each.code, each.label) for each in file.coupons_offered)
        self.coupons = ChoiceGrid(look, "service_act.coupon", coupons, columns=1)
        self._shelf = Scroller(self.coupons)
        self._shelf.setFixedHeight(look.px(68))
        self._none = Label(look, tr("没有可以给的券"), size="small", tone="text2")
        reasons = tuple((each.value, reason_title(each)) for each in CompensationReason)
        self.reason = ChoiceGrid(look, "service_act.why", reasons, columns=4)
        self.receipt = FormField(
            look, "service_act.receipt", tr("小票号，可不填"), code=True, height=44
        )
        self.receipt.edit.setMaxLength(LONGEST_RECEIPT)
        column = _column(self, look)
        column.addWidget(self.kind)
        beside = QHBoxLayout()
        beside.setSpacing(look.px(8))
        for part in (self.amount, self._shelf, self._none, self.receipt):
            beside.addWidget(part, 1)
        column.addLayout(beside)
        column.addWidget(self.reason)
        self.complaint: CheckBox | None = None
        self._complaint_id = ""
        if file.complaints:
            newest = file.complaints[0]
            self._complaint_id = newest.id
            words = tr("为了会员的投诉：{about}", about=about_title(newest.about))
            self.complaint = CheckBox(look, "service_act.complaint", words, checked=True)
            column.addWidget(self.complaint)
        self.kind.chosen.connect(self._on_kind)
        self.coupons.chosen.connect(self.changed)
        self.reason.chosen.connect(self.changed)
        self.amount.edit.textChanged.connect(self.changed)
        self._on_kind()

    @property
    def fields(self) -> dict[str, str]:
        named = self.complaint is not None and self.complaint.isChecked()
        return {
            "kind": self.kind.value,
            "amount": self.amount.text,
            "coupon": self.coupons.value,
            "why": self.reason.value,
            "receipt": self.receipt.text,
            "complaint": self._complaint_id if named else "",
        }

    @property
    def missing(self) -> str:
        is_coupon = self.kind.value == CompensationKind.COUPON
        if is_coupon and not self.coupons.value:
            return tr("先选一张券")
        if not is_coupon and not self.amount.text:
            return tr("先填数额")
        return "" if self.reason.value else tr("先选补偿的原因")

    def take_receipt(self, number: str) -> None:
        """One that was scanned."""
        self.receipt.edit.setText(number)

    def _on_kind(self, _value: object = None) -> None:
        is_coupon = self.kind.value == CompensationKind.COUPON
        has_some = self.coupons.first() is not None
        self.amount.setVisible(not is_coupon)
        self._shelf.setVisible(is_coupon and has_some)
        self._none.setVisible(is_coupon and not has_some)
        self.changed.emit()


def _column(widget: QWidget, look: Look) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(8))
    return column


def _marked(name: str, *, is_hers: bool) -> str:
    """A sign, so that nobody needs to tell colours apart."""
    return f"✓ {name}" if is_hers else name
