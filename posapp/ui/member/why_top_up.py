"""A top-up in words: what is paid, what is credited for it, and what she holds then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.derivation import StepKind
from posapp.domain.derivation_cash import of_top_up
from posapp.ui.format import money, money_digits
from posapp.ui.i18n import tr
from posapp.ui.sell.why_words import WhyRow

if TYPE_CHECKING:
    from posapp.domain.derivation import Step
    from posapp.ui.member.top_up_presenter import TopUpState
    from posapp.ui.sell.why_sheet import Section

_RESULTS: Final = (StepKind.CREDITED, StepKind.HOLDS)


def of_the_top_up(state: TopUpState) -> tuple[Section, ...]:
    """Empty before central quoted it; the cash counts once it is enough."""
    quote = state.quote
    if quote is None:
        return ()
    enough = state.tendered >= quote.principal
    steps = of_top_up(
        quote.before_principal + quote.before_bonus,
        quote.principal,
        quote.bonus,
        tendered=state.tendered if enough else 0,
        change=state.change,
    )
    return ((tr("储值充值"), tuple(_row(step) for step in steps)),)


def _row(step: Step) -> WhyRow:
    if step.kind in (StepKind.HANDED, StepKind.NO_BONUS):
        return WhyRow(text=_text(step))
    amount = money_digits(step.amount)
    return WhyRow(text=_text(step), amount=amount, is_result=step.kind in _RESULTS)


def _text(step: Step) -> str:
    match step.kind:
        case StepKind.PAID_IN:
            return tr("付的现金，全部记为本金")
        case StepKind.HANDED:
            taken, change = money(step.amount), money(step.whole)
            return tr("收 {taken}，找零 {change}", taken=taken, change=change)
        case StepKind.BONUS:
            return tr("赠送，按总部现在的充值档位报价")
        case StepKind.NO_BONUS:
            return tr("总部报价没有赠送")
        case StepKind.CREDITED:
            return tr("充入储值")
        case StepKind.HAD:
            return tr("充值前的储值，本金和赠送合计")
        case _:
            return tr("充后储值")
