"""What a return of goods says: reasons, and where each part of the money goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from posapp.domain.sale import Part, TenderKind
from posapp.ui.format import money_digits, points
from posapp.ui.i18n import tr
from posapp.ui.pay.ways import channel_title, taken_by_title
from posapp.workflows.pay_outcomes import RefundDeclined, RefundPaid, RefundUnknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.domain.refund import GiveBack
    from posapp.domain.sale import Sale, Tender
    from posapp.workflows.pay_outcomes import RefundLegResult


def give_rows(sale: Sale, gives: Sequence[GiveBack]) -> tuple[tuple[str, str, int], ...]:
    """Per tender of the sale: its name, how it is given back, and how much (minor units)."""
    return tuple(row for tender in sale.tenders if (row := _give_row(tender, gives)) is not None)


def _give_row(tender: Tender, gives: Sequence[GiveBack]) -> tuple[str, str, int] | None:
    mine = [give for give in gives if give.tender_id == tender.id]
    parts: dict[Part, int] = {}
    for give in mine:
        parts[give.part] = parts.get(give.part, 0) + give.amount
    if not mine:
        return None
    if tender.kind is not TenderKind.CASH and Part.CASH in parts:
        return tr("现金"), tr("原支付不退，从钱箱取出"), parts[Part.CASH]
    match tender.kind:
        case TenderKind.CASH:
            return tr("现金"), tr("从钱箱取出"), parts.get(Part.CASH, 0)
        case TenderKind.STORED_VALUE:
            principal, bonus = parts.get(Part.PRINCIPAL, 0), parts.get(Part.BONUS, 0)
            detail = tr(
                "本金 {principal} + 赠送 {bonus}",
                principal=money_digits(principal),
                bonus=money_digits(bonus),
            )
            return tr("储值"), detail, principal + bonus
        case TenderKind.POINTS:
            count = tr("退 {n} 积分", n=points(parts.get(Part.POINTS, 0)))
            return tr("积分"), count, parts.get(Part.POINTS_VALUE, 0)
        case TenderKind.EXTERNAL:
            return channel_title(tender.channel), tender.masked, parts.get(Part.EXTERNAL, 0)
        case TenderKind.THIRD_PARTY_COUPON:
            return tr("第三方券"), tr("不退现金"), parts.get(Part.THIRD_PARTY_COUPON, 0)
        case TenderKind.ON_ACCOUNT:
            back = parts.get(Part.ON_ACCOUNT, 0)
            return tr("挂账 {name}", name=tender.holder), tr("从欠款中减去"), back
        case TenderKind.RECORDED:
            title = tr("外部已收 {by}", by=taken_by_title(tender.channel))
            how = tr("请在原设备上退，单号 {number}", number=tender.reference)
            return title, how, parts.get(Part.RECORDED, 0)
        case _:
            assert_never(tender.kind)


def leg_text(result: RefundLegResult) -> str:
    """What became of giving an external payment back."""
    channel = channel_title(result.leg.channel)
    amount = money_digits(result.leg.amount)
    match result:
        case RefundPaid():
            return tr("{channel} {amount} 已原路退回", channel=channel, amount=amount)
        case RefundDeclined():
            return tr("{channel} {amount} 被拒绝，请联系店长处理", channel=channel, amount=amount)
        case RefundUnknown():
            return tr("{channel} {amount} 结果未确认，请重试", channel=channel, amount=amount)
        case _:
            assert_never(result)
