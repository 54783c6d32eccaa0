"""What the screens themselves say when a key or a scan cannot be taken; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SCREEN_TEXTS: Final[dict[str, object]] = {
    "approval.badge_may_not": QT_TRANSLATE_NOOP("errors", "工牌 {number} 不能授权这一项，请换店长"),
    "pay.hand_back": QT_TRANSLATE_NOOP("errors", "请把现金 {amount} 交还顾客"),
    "pay.other_member": QT_TRANSLATE_NOOP("errors", "这是另一位会员的码，请本单会员出示会员码"),
    "pay.show_code": QT_TRANSLATE_NOOP("errors", "请扫顾客手机上的付款码"),
    "pay.way_shut": QT_TRANSLATE_NOOP("errors", "现在不能用这种支付：{reason}"),
    "points.not_here": QT_TRANSLATE_NOOP("errors", "本店未开通积分抵扣，请换一种支付"),
    "refund.not_on_receipt": QT_TRANSLATE_NOOP("errors", "小票上没有可退的 {shown}，请核对小票"),
    "settings.not_kept": QT_TRANSLATE_NOOP("errors", "这台机器存不下这个选择，只在关机前有效"),
    "shift.choose_reason": QT_TRANSLATE_NOOP("errors", "请选择差异的原因，再确认交班"),
    "sign_in.needed": QT_TRANSLATE_NOOP("errors", "请先登录"),
}
