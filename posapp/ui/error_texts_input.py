"""What is said of codes that cannot be taken where they were read; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

INPUT_TEXTS: Final[dict[str, object]] = {
    "code.coupon_needs_member": QT_TRANSLATE_NOOP("errors", "这是优惠券 {shown}，请先识别会员再用"),
    "code.hold_not_here": QT_TRANSLATE_NOOP(
        "errors", "这张挂单不在本机或已被取走，请到原收银机取单"
    ),
    "code.label_damaged": QT_TRANSLATE_NOOP(
        "errors", "称重标签 {shown} 的价格校验不对，请重新称重打标"
    ),
    "code.label_empty": QT_TRANSLATE_NOOP("errors", "{shown} 的标签没有重量或金额，请重新称重打标"),
    "code.not_by_weight": QT_TRANSLATE_NOOP("errors", "{shown} 不按重量卖，请查价或手工输入"),
    "code.ticket_not_here": QT_TRANSLATE_NOOP("errors", "这是门票 {shown}，请到检票口核验"),
    "keys.fixed": QT_TRANSLATE_NOOP("errors", "帮助、返回和确认的键不能改，请换一个键"),
    "keys.no_such_preset": QT_TRANSLATE_NOOP("errors", "没有键位方案 {name}，请选标准方案"),
    "keys.not_free": QT_TRANSLATE_NOOP("errors", "{shown} 要用来输入或归系统使用，请换一个功能键"),
    "keys.too_many": QT_TRANSLATE_NOOP("errors", "改动太多，存不下，请从一个方案重新开始"),
    "scan.badge_not_here": QT_TRANSLATE_NOOP("errors", "这是工牌，这里不用，请先完成当前操作"),
    "scan.payment_not_here": QT_TRANSLATE_NOOP("errors", "像是付款码，请到收款界面再扫"),
}
