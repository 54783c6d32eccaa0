"""F6: how much comes off, from the line or the whole order, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot

from posapp.domain.allowances import Act
from posapp.domain.cart import ManualReduction
from posapp.errors import PosError
from posapp.ui.error_texts import text_for
from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.dialog import Dialog
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.money_field import MoneyField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from posapp.ui.frame import Frame
    from posapp.ui.sell.exceptions import Exceptions

PERCENTS: Final = (500, 1000, 1500, 2000, 3000, 5000)
LINE: Final = "line"
ORDER: Final = "order"
AMOUNT: Final = "amount"
ACTS: Final = {Act.DISCOUNT: "reason", Act.PRICE_CHANGE: "price_reason"}


class ReductionDialog(Dialog):
    """Emits `chosen` with the reduction and whether it is for the whole order."""

    chosen = Signal(object, bool)

    def __init__(self, frame: Frame, exceptions: Exceptions) -> None:
        look = frame.look
        super().__init__(
            look,
            "sell.reduction",
            frame.host,
            title=tr("减价"),
            text=" ",
            confirm=tr("减价"),
            safe=tr("返回，不减价"),
            icon="percent",
            width=640,
        )
        self._exceptions = exceptions
        self._reasons = {act: _of_the_shop(exceptions, act) for act in ACTS}
        self.scope = ChoiceGroup(
            look, "reduction.scope", ((LINE, tr("选中的这一行")), (ORDER, tr("整单")))
        )
        percents = tuple((str(bp), f"{bp // 100}%") for bp in PERCENTS)
        self.share = ChoiceGroup(
            look, "reduction.share", (*percents, (AMOUNT, tr("金额"))), fill=True
        )
        self.amount = MoneyField(look, "reduction.amount", tr("减多少"))
        self._groups = {
            act: ChoiceGroup(look, f"reduction.{name}", self._reasons[act])
            for act, name in ACTS.items()
        }
        for caption, part in (
            (tr("减哪里"), self.scope),
            (tr("减多少"), self.share),
            ("", self.amount),
            (tr("原因"), self._groups[Act.DISCOUNT]),
            ("", self._groups[Act.PRICE_CHANGE]),
        ):
            if caption:
                self.body.addWidget(Label(look, caption, size="small", tone="text2"))
            self.body.addWidget(part)
        self.scope.choose(LINE)
        self.share.choose(str(PERCENTS[1]))
        for group in (self.scope, self.share, *self._groups.values()):
            group.chosen.connect(self._show)
        self.amount.amount_changed.connect(self._show)
        self.answered.connect(self._on_answered)
        exceptions.sell.changed.connect(self._show)
        self._show()

    @property
    def act(self) -> Act:
        """A share off is a discount, an amount off changes a price: each has reasons of its own."""
        return Act.PRICE_CHANGE if self.share.value == AMOUNT else Act.DISCOUNT

    @property
    def reason(self) -> ChoiceGroup:
        """The reasons for what is chosen."""
        return self._groups[self.act]

    def first_focus(self) -> QWidget | None:
        return self.share.button(str(PERCENTS[1]))

    def reduction(self) -> ManualReduction | None:
        """What is chosen; None while the amount or the reason is missing."""
        reason = dict(self._reasons[self.act]).get(self.reason.value, "")
        if not reason:
            return None
        if self.share.value != AMOUNT:
            return ManualReduction(basis_points=int(self.share.value), reason=reason)
        amount = self.amount.amount
        return ManualReduction(amount=amount, reason=reason) if amount else None

    @Slot()
    def _show(self, _changed: object = None) -> None:
        by_amount = self.share.value == AMOUNT
        self.amount.setVisible(by_amount)
        self._show_reasons()
        manual = self.reduction()
        if manual is None:
            missing = tr("先输入金额") if by_amount and not self.amount.amount else tr("先选原因")
            self.text.setText(" ")
            self.refuse(missing)
        else:
            self._preview(manual)
        if self.isVisible():
            self.place()

    def _show_reasons(self) -> None:
        """The reasons for what is chosen now; the same reason stays chosen where both have it."""
        chosen = next((each.value for each in self._groups.values() if not each.isHidden()), "")
        for act, group in self._groups.items():
            group.setVisible(act is self.act)
        if not self.reason.value and chosen in dict(self._reasons[self.act]):
            self.reason.choose(chosen)

    def _preview(self, manual: ManualReduction) -> None:
        before = self._exceptions.sell.state.priced.net
        try:
            after = self._exceptions.preview(manual, whole=self.scope.value == ORDER)
        except PosError as refusal:
            self.text.setText(" ")
            self.refuse(text_for(refusal))
            return
        text = tr("合计 {before} 改为 {after}", before=money(before), after=money(after))
        self.text.setText(text)
        self.refuse("" if after < before else tr("没有减少"))

    @Slot(bool)
    def _on_answered(self, yes: bool) -> None:  # a signal's argument
        manual = self.reduction()
        if yes and manual is not None:
            self.chosen.emit(manual, self.scope.value == ORDER)


def _of_the_shop(exceptions: Exceptions, act: Act) -> tuple[tuple[str, str], ...]:
    """The shop's reasons for this act; the usual ones where it names none."""
    return tuple((each, each) for each in exceptions.reasons(act)) or _reasons()


def _reasons() -> tuple[tuple[str, str], ...]:
    return (
        ("damaged", tr("包装破损")),
        ("expiring", tr("临近保质期")),
        ("complaint", tr("顾客投诉补偿")),
        ("price_tag", tr("价签不符")),
        ("other", tr("店长同意")),
    )
