"""The rows of the ways to pay: what each says, and why it cannot be chosen now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, assert_never

from posapp.domain import charges
from posapp.domain.member import MemberStatus
from posapp.domain.recorded import TakenBy
from posapp.domain.sale import TenderKind
from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.pay.state import (
    WAYS,
    Charging,
    Collecting,
    Confirming,
    PayState,
    Unclear,
    Way,
    Working,
    points_most,
    value_left,
)

ICONS: Final = {
    Way.CASH: "cash",
    Way.CODE: "qr",
    Way.VALUE: "wallet",
    Way.CARD: "card",
    Way.POINTS: "star",
    Way.ACCOUNT: "users",
    Way.RECORDED: "receipt",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WayRow:
    """One row; `reason` is empty when it can be chosen."""

    way: Way
    title: str
    sub: str
    chosen: bool
    reason: str
    shown: bool = True


def way_rows(state: PayState) -> tuple[WayRow, ...]:
    """All ways in the order of their keys."""
    return tuple(
        WayRow(
            way=way,
            title=way_title(way),
            sub=_sub(way, state),
            chosen=way is state.way,
            reason=reason_against(way, state),
            # A shop without accounts has no use for the row.
            shown=way is not Way.ACCOUNT or bool(state.around.accounts),
        )
        for way in WAYS
    )


def way_title(way: Way) -> str:
    match way:
        case Way.CASH:
            return tr("现金")
        case Way.CODE:
            return tr("扫付款码")
        case Way.VALUE:
            return tr("储值")
        case Way.CARD:
            return tr("银行卡/外接终端")
        case Way.POINTS:
            return tr("积分抵扣")
        case Way.ACCOUNT:
            return tr("挂账")
        case Way.RECORDED:
            return tr("外部已收，登记")
        case _:
            assert_never(way)


def reason_against(way: Way, state: PayState) -> str:
    """Why this way cannot be chosen; empty when it can."""
    busy = _busy_reason(way, state)
    if busy:
        return busy
    match way:
        case Way.CASH:
            return ""
        case Way.CODE if state.around.codes_by_central:
            return "" if state.around.online else tr("离线，付款码收款暂停")
        case Way.CODE | Way.CARD:
            return "" if state.around.terminal_ready else tr("终端断开，请检查电源和网线")
        case Way.VALUE:
            lent = bool(value_left(state) or _paid_by(state, TenderKind.STORED_VALUE))
            return _member_reason(state, lent=lent) or _value_reason(state)
        case Way.POINTS:
            lent = bool(points_most(state)[0] or _paid_by(state, TenderKind.POINTS))
            return _member_reason(state, lent=lent) or _points_reason(state)
        case Way.ACCOUNT:
            return "" if state.around.accounts else tr("没有可挂账的单位")
        case Way.RECORDED:
            return ""
        case _:
            assert_never(way)


def _busy_reason(way: Way, state: PayState) -> str:
    match state.phase:
        case Collecting():
            return ""
        case Confirming():
            return "" if way is state.way else tr("先完成储值验证")
        case Unclear(way=asked):
            return "" if way is asked else tr("上一笔未确认，暂停")
        case Charging(way=asked) | Working(way=asked):
            return "" if way is asked else tr("正在等待上一笔的结果")
        case _:
            return tr("正在完成本单")


def _member_reason(state: PayState, *, lent: bool = False) -> str:
    if state.member is None:
        return tr("先识别会员")
    if not state.around.online and not lent:
        return tr("离线，储值与积分支付暂停")
    if state.member.status is not MemberStatus.NORMAL:
        return tr("会员已冻结，不能用储值和积分")
    return ""


def _value_reason(state: PayState) -> str:
    if value_left(state) or _paid_by(state, TenderKind.STORED_VALUE):
        return ""
    return tr("没有储值余额")


def _points_reason(state: PayState) -> str:
    if state.around.rules is None:
        return tr("本店未开通积分抵扣")
    if points_most(state)[0] or _paid_by(state, TenderKind.POINTS):
        return ""
    return tr("没有可用的积分")


def _sub(way: Way, state: PayState) -> str:
    match way:
        case Way.CASH:
            return tr("点收纸币硬币")
        case Way.CODE:
            return _unclear_sub(way, state) or tr("微信/支付宝，直接扫")
        case Way.VALUE:
            left, paid = money(value_left(state)), _paid_by(state, TenderKind.STORED_VALUE)
            if paid:
                return tr("可用 {left}，已收 {paid}", left=left, paid=money(paid))
            if not state.around.online:
                return tr("可离线使用 {left}", left=left)
            return tr("可用 {left}", left=left)
        case Way.CARD:
            return _unclear_sub(way, state) or tr("终端正常")
        case Way.ACCOUNT:
            return tr("{n} 个单位可挂账", n=len(state.around.accounts))
        case Way.RECORDED:
            return tr("台卡、手持终端、券号")
        case Way.POINTS:
            most, paid = money(points_most(state)[1]), _paid_by(state, TenderKind.POINTS)
            if paid:
                return tr("还可抵 {most}，已抵 {paid}", most=most, paid=money(paid))
            if not state.around.online:
                return tr("可离线抵 {most}", most=most)
            return tr("最多 {most}", most=most)
        case _:
            assert_never(way)


def _unclear_sub(way: Way, state: PayState) -> str:
    if isinstance(state.phase, Unclear) and state.phase.way is way:
        if state.phase.shown_code:
            return tr("{amount}，等顾客扫码", amount=money(state.phase.leg.amount))
        return tr("{amount}，结果未确认", amount=money(state.phase.leg.amount))
    return ""


def _paid_by(state: PayState, kind: TenderKind) -> int:
    return sum(tender.amount for tender in state.payment.tenders if tender.kind is kind)


def taken_by_title(taken_by: str) -> str:
    """What took a payment that was recorded here."""
    match taken_by:
        case TakenBy.STAND:
            return tr("台卡")
        case TakenBy.HANDHELD:
            return tr("手持终端")
        case TakenBy.VOUCHER:
            return tr("券号")
        case _:
            return taken_by


def channel_title(channel: str) -> str:
    """What an external channel is called."""
    match channel:
        case "wechat":
            return tr("微信")
        case "alipay":
            return tr("支付宝")
        case "unionpay":
            return tr("云闪付")
        case "card":
            return tr("银行卡")
        case charges.OFFER_CHANNEL:
            return tr("顾客扫码")
        case _:
            return channel
