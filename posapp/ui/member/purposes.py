"""What the purposes of a consent are called, what they are for and how long they last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.consents import Purpose

if TYPE_CHECKING:
    from collections.abc import Callable


def purpose_titles(tr: Callable[[str], str]) -> dict[str, str]:
    """Short names, in the language of `tr`."""
    return {
        Purpose.AGREEMENT: tr("会员协议"),
        Purpose.PRIVACY: tr("隐私政策"),
        Purpose.MARKETING: tr("优惠短信"),
        Purpose.PROFILING: tr("个性化推荐"),
        Purpose.PARTNERS: tr("提供给合作方"),
        Purpose.FACE: tr("人脸识别"),
    }


def purpose_uses(tr: Callable[[str], str]) -> dict[str, str]:
    """What each is for, and until when."""
    return {
        Purpose.AGREEMENT: tr("积分、储值和会员价，到注销为止，账目依法另存 5 年"),
        Purpose.PRIVACY: tr("用手机号识别身份和通知账户变动，到注销为止"),
        Purpose.MARKETING: tr("用手机号发送活动和优惠，到撤回为止"),
        Purpose.PROFILING: tr("用消费记录推荐商品和活动，到撤回为止"),
        Purpose.PARTNERS: tr("姓名和手机号提供给名单上的合作方，到撤回为止"),
        Purpose.FACE: tr("用人脸入园，可改用会员码，到撤回为止"),
    }
