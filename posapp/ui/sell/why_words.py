"""A derivation in words: what each step did, with the amount that stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posapp.domain.derivation import StepKind
from posapp.domain.pricing import Stage
from posapp.domain.sale import TenderKind
from posapp.ui.format import money, money_digits, percent, points, quantity
from posapp.ui.i18n import tr
from posapp.ui.pay.ways import channel_title, taken_by_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from posapp.domain.derivation import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyRow:
    """A sentence, the amount beside it (empty where the sentence says it), and whether it is the
    result.
    """

    text: str
    amount: str = ""
    is_result: bool = False


def rows(steps: Iterable[Step], result: str) -> tuple[WhyRow, ...]:
    """The steps in words; `result` is what the amount at their end is called."""
    return tuple(_row(step, result) for step in steps)


def _row(step: Step, result: str) -> WhyRow:
    match step.kind:
        case StepKind.NET:
            return WhyRow(text=result, amount=money_digits(step.amount), is_result=True)
        case StepKind.REMAINS:
            text = tr("还需收款")
            return WhyRow(text=text, amount=money_digits(step.amount), is_result=True)
        case StepKind.PARTS | StepKind.HANDED | StepKind.MODIFIER | StepKind.POINT_BASE:
            return WhyRow(text=_sentence(step))
        case StepKind.BEFORE | StepKind.SPLIT | StepKind.NO_CLAW | StepKind.CLAW_BASE:
            return WhyRow(text=_sentence(step))
        case StepKind.CLAW:
            return WhyRow(text=_sentence(step), is_result=True)
        case StepKind.NO_POINTS | StepKind.POINT_REST | StepKind.POINTS:
            return WhyRow(text=_sentence(step), is_result=step.kind is StepKind.POINTS)
        case _:
            return WhyRow(text=_sentence(step), amount=money_digits(step.amount))


def _sentence(step: Step) -> str:
    match step.kind:
        case StepKind.TENDER | StepKind.PARTS | StepKind.HANDED:
            return _paid(step)
        case StepKind.NO_POINTS | StepKind.POINT_BASE | StepKind.POINT_REST | StepKind.POINTS:
            return _earned(step)
        case StepKind.SOLD | StepKind.BEFORE | StepKind.BACK:
            return _line_back(step)
        case StepKind.RETURNED | StepKind.SPLIT:
            return _order_back(step)
        case StepKind.GIVEN:
            return _given(step)
        case StepKind.NO_CLAW | StepKind.CLAW_BASE | StepKind.CLAW:
            return _clawed(step)
        case _:
            return _priced(step)


def _priced(step: Step) -> str:
    match step.kind:
        case StepKind.LIST:
            count, price = quantity(step.quantity), money(step.unit_price)
            return tr("原价 {price} × {n}", price=price, n=count)
        case StepKind.LABELLED:
            return tr("标签上的金额，{n}", n=quantity(step.quantity))
        case StepKind.MODIFIER:
            return tr("单价里含 {name} {amount}", name=step.label, amount=money(step.amount))
        case StepKind.LINES:
            return tr("{n} 行的原价合计", n=step.count)
        case StepKind.CUT:
            return _named(step)
        case StepKind.SHARE:
            whole = money(-step.whole)
            return tr("{cut}，整单共减 {whole}，这一行分摊", cut=_named(step), whole=whole)
        case StepKind.DEPOSITS:
            return tr("押金 {n} 行，不是销售，凭小票退还", n=step.count)
        case StepKind.TAX:
            return tr("其中税额，税率 {rate}", rate=percent(step.rate_bp))
        case _:
            return step.label


def _paid(step: Step) -> str:
    match step.kind:
        case StepKind.PARTS:
            principal, bonus = money(step.amount), money(step.whole)
            return tr("其中本金 {principal}，赠送 {bonus}", principal=principal, bonus=bonus)
        case StepKind.HANDED:
            taken, change = money(step.amount), money(step.whole)
            return tr("收 {taken}，找零 {change}", taken=taken, change=change)
        case _:
            return _tender(step)


def _earned(step: Step) -> str:
    match step.kind:
        case StepKind.NO_POINTS:
            return tr("没有会员，不计积分")
        case StepKind.POINT_BASE:
            return tr(
                "积分按实付的钱 {base} 计，每 {per} 得 {n} 分，不足的不计",
                base=money(step.amount),
                per=money(step.unit_price),
                n=points(step.count),
            )
        case StepKind.POINT_REST:
            return tr("余下的 {rest} 不够再得一分", rest=money(step.amount))
        case _:
            return tr("可得 {n} 积分，{days} 天后可用", n=points(step.count), days=step.quantity)


def _line_back(step: Step) -> str:
    sold, back = quantity(step.whole), quantity(step.quantity)
    match step.kind:
        case StepKind.SOLD:
            return tr("卖出 {n}，当时实付", n=back)
        case StepKind.BEFORE:
            return tr("之前已退 {n}", n=back)
        case _ if step.count == 0:
            return tr("本次退 {n}，退完了，余下的分厘都退", n=back)
        case _:
            return tr("本次退 {n}，按占卖出 {all} 的份额，不足一分的留到最后", n=back, all=sold)


def _order_back(step: Step) -> str:
    if step.kind is StepKind.RETURNED:
        return tr("{n} 行退回合计", n=step.count)
    return tr("每一行当时由哪种支付付了多少，就按份额退回哪种支付")


def _given(step: Step) -> str:
    paid = money(step.whole)
    match step.tender:
        case TenderKind.CASH:
            return tr("现金付了 {paid}，从钱箱退", paid=paid)
        case TenderKind.STORED_VALUE:
            return tr("储值付了 {paid}，退回原来的批次", paid=paid)
        case TenderKind.POINTS:
            return tr("积分抵了 {paid}，退回 {n} 分", paid=paid, n=points(step.count))
        case TenderKind.THIRD_PARTY_COUPON:
            return tr("第三方券抵了 {paid}，不退现金", paid=paid)
        case TenderKind.ON_ACCOUNT:
            return tr("挂账 {name} {paid}，从欠款中减去", name=step.label, paid=paid)
        case TenderKind.RECORDED:
            by = taken_by_title(step.label)
            return tr("外部已收 {by} {paid}，在原设备上退", by=by, paid=paid)
        case _:
            return tr(
                "{channel}付了 {paid}，原路退回", channel=channel_title(step.label), paid=paid
            )


def _clawed(step: Step) -> str:
    match step.kind:
        case StepKind.NO_CLAW:
            return tr("这单没有得积分，不用扣回")
        case StepKind.CLAW_BASE:
            return tr(
                "这单 {base} 得了 {n} 分，本次退回其中 {back}",
                base=money(step.whole),
                n=points(step.count),
                back=money(step.amount),
            )
        case _:
            return tr("扣回 {n} 积分，按累计退回的钱算，不足一分的不扣", n=points(step.count))


def _named(step: Step) -> str:
    """The offer's name behind the kind of reduction that it is."""
    match step.stage:
        case Stage.MEMBER:
            return tr("会员：{name}", name=step.label)
        case Stage.PROMOTION:
            return tr("促销：{name}", name=step.label)
        case Stage.COUPON:
            return tr("券：{name}", name=step.label)
        case _:
            return step.label


def _tender(step: Step) -> str:
    match step.tender:
        case TenderKind.CASH:
            return tr("现金")
        case TenderKind.STORED_VALUE:
            return tr("储值")
        case TenderKind.POINTS:
            return tr("积分抵扣，{n} 分", n=points(step.count))
        case TenderKind.THIRD_PARTY_COUPON:
            return tr("第三方券")
        case _:
            return channel_title(step.label)
