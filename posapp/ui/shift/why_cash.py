"""应有 and 长短款 in words: float to what should be there, what lay there, what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.derivation import StepKind
from posapp.domain.derivation_cash import of_counted_cash, of_difference, of_expected_cash
from posapp.ui.format import money, money_digits
from posapp.ui.i18n import tr
from posapp.ui.sell.why_words import WhyRow
from posapp.ui.shift.words import difference_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from posapp.domain.derivation import Step
    from posapp.domain.shift import ZReport
    from posapp.ui.sell.why_sheet import Section

_ODD: Final = 1
"""The denomination under which whatever is no note or coin of the list was counted."""


def of_the_expected(steps: Iterable[Step]) -> tuple[Section, ...]:
    """How much there should be."""
    result = StepKind.EXPECTED
    return ((tr("应有现金"), tuple(_row(step, result) for step in steps)),)


def of_the_close(z: ZReport) -> tuple[Section, ...]:
    """How much there should be, what was counted, and the difference with its reason."""
    counted = tuple(_row(step, StepKind.COUNTED) for step in of_counted_cash(z))
    left = tuple(_row(step, StepKind.DIFFERENCE) for step in of_difference(z))
    if z.difference_reason:
        left += (WhyRow(text=tr("原因：{why}", why=z.difference_reason)),)
    expected = of_the_expected(of_expected_cash(z.float_amount, z.sums))
    return (*expected, (tr("实点现金"), counted), (tr("长短款"), left))


def _row(step: Step, result: StepKind) -> WhyRow:
    amount = money_digits(step.amount)
    return WhyRow(text=_text(step), amount=amount, is_result=step.kind is result)


def _text(step: Step) -> str:
    match step.kind:
        case StepKind.FLOAT:
            return tr("开班时的备用金")
        case StepKind.CASH_TAKEN:
            return tr("订单收的现金，已减找零")
        case StepKind.CASH_BACK:
            return tr("退款退出的现金")
        case StepKind.CASH_TOP_UPS:
            return tr("储值充值收的现金")
        case StepKind.CASH_IN:
            return tr("存入钱箱的现金")
        case StepKind.CASH_OUT:
            return tr("从钱箱取出的现金")
        case StepKind.DROPPED:
            return tr("班中上缴的现金")
        case _:
            return _counted(step)


def _counted(step: Step) -> str:
    match step.kind:
        case StepKind.EXPECTED:
            return tr("应有")
        case StepKind.COUNTED:
            return tr("实点")
        case StepKind.PIECES if step.unit_price == _ODD:
            return tr("其他零钱")
        case StepKind.PIECES:
            return tr("{face} × {n}", face=money(step.unit_price), n=step.count)
        case _:
            return difference_word(step.amount)
