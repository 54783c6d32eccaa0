"""What a shift says: reasons for a difference, kinds of cash moves, tenders of a Z."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from posapp.domain.shift import CashMoveKind
from posapp.ui.i18n import tr
from posapp.ui.pay.ways import channel_title


class DifferenceReason(StrEnum):
    """Why the drawer does not hold what it should."""

    CHANGE = "change"
    MISSED = "missed"
    DAMAGED = "damaged"
    UNKNOWN = "unknown"


def difference_reason_text(reason: DifferenceReason) -> str:
    match reason:
        case DifferenceReason.CHANGE:
            return tr("找零误差")
        case DifferenceReason.MISSED:
            return tr("漏收或多收")
        case DifferenceReason.DAMAGED:
            return tr("假币或残币")
        case DifferenceReason.UNKNOWN:
            return tr("原因不明")
        case _:
            assert_never(reason)


class GapReason(StrEnum):
    """Why a device or an acquirer has another total than the till."""

    LATER = "later"
    BY_HAND = "by_hand"
    UNKNOWN = "unknown"


def gap_reason_text(reason: GapReason) -> str:
    match reason:
        case GapReason.LATER:
            return tr("结算时间不同")
        case GapReason.BY_HAND:
            return tr("设备上另有收款")
        case GapReason.UNKNOWN:
            return tr("原因不明")
        case _:
            assert_never(reason)


def difference_word(difference: int) -> str:
    """短款, 长款, or 没有差异."""
    if difference < 0:
        return tr("短款")
    return tr("长款") if difference else tr("没有差异")


def move_title(kind: CashMoveKind) -> str:
    match kind:
        case CashMoveKind.FLOAT:
            return tr("备用金")
        case CashMoveKind.CASH_IN:
            return tr("存入现金")
        case CashMoveKind.CASH_OUT:
            return tr("取出现金")
        case CashMoveKind.DROP:
            return tr("上缴现金")
        case _:
            assert_never(kind)


def tender_name(kind: str, channel: str) -> str:
    """A tender of a Z by its stored kind and channel."""
    names = {
        "cash": tr("现金"),
        "stored_value": tr("储值"),
        "points": tr("积分"),
        "third_party_coupon": tr("第三方券"),
    }
    return names.get(kind) or channel_title(channel or kind)


def reduction_name(stage: str) -> str:
    """A stage of the price order, by its stored name."""
    names = {
        "member": tr("会员价差"),
        "promotion": tr("促销"),
        "coupon": tr("券"),
        "manual": tr("手工折扣"),
        "rounding": tr("抹零"),
    }
    return names.get(stage.lower(), stage)
