"""What is told about a member's own data when something cannot be done; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

PRIVACY_TEXTS: Final[dict[str, object]] = {
    "access.day_not_valid": QT_TRANSLATE_NOOP("errors", "{text} 不是日期，请写成 2026-11-22"),
    "access.nobody_known": QT_TRANSLATE_NOOP("errors", "没有工号 {number} 的人，请核对工号"),
    "access.till_unknown": QT_TRANSLATE_NOOP("errors", "没有收银机 {code}，请核对编号"),
    "policy.empty": QT_TRANSLATE_NOOP("errors", "文件里没有文字，请检查文件"),
    "policy.not_readable": QT_TRANSLATE_NOOP("errors", "协议的设置读不出来，请在总部重新加入协议"),
    "policy.other_text": QT_TRANSLATE_NOOP(
        "errors", "版本 {version} 已有不同的文字，改过的请用新的版本号"
    ),
    "policy.too_long": QT_TRANSLATE_NOOP("errors", "文字太长，最多 {most} 个字，请缩短"),
    "policy.version_not_valid": QT_TRANSLATE_NOOP(
        "errors", "版本号只能用 20 个以内的字母、数字、点和横线，请改"
    ),
    "policy.word_unknown": QT_TRANSLATE_NOOP("errors", "不认识 {word}，请看操作手册"),
    "privacy.answers_for_children": QT_TRANSLATE_NOOP(
        "errors", "这位会员是 {count} 个孩子的监护人，先换监护人或先删除孩子的资料"
    ),
    "privacy.case_open": QT_TRANSLATE_NOOP(
        "errors", "有 {count} 件关于这位会员的事没有办结，先在待处理里办完"
    ),
    "privacy.complaint_open": QT_TRANSLATE_NOOP(
        "errors", "有 {count} 件投诉没有办结，先在投诉里办完再删除"
    ),
    "privacy.holds_family_card": QT_TRANSLATE_NOOP("errors", "家庭卡上还有 {count} 人，先换持卡人"),
    "privacy.in_the_way": QT_TRANSLATE_NOOP("errors", "还有 {count} 件事没有办完，请刷新后再看"),
    "privacy.not_sealed": QT_TRANSLATE_NOOP("errors", "这位会员没有封存的资料，请核对会员号"),
    "privacy.payment_open": QT_TRANSLATE_NOOP(
        "errors", "有 {count} 笔付款没有结束，等付完或放开再删除"
    ),
    "privacy.points_owed": QT_TRANSLATE_NOOP(
        "errors", "会员欠 {points} 积分，请用更正补上后再删除"
    ),
    "privacy.stick_gone": QT_TRANSLATE_NOOP(
        "errors", "U 盘写不进去，什么也没有留下，请换一个再导出"
    ),
    "privacy.two_managers": QT_TRANSLATE_NOOP("errors", "要两位不同的店长在场，请核对两个工号"),
    "privacy.value_held": QT_TRANSLATE_NOOP("errors", "有储值被预留，等放开后再删除"),
    "privacy.value_left": QT_TRANSLATE_NOOP("errors", "还有储值，先退给会员再删除"),
    "privacy.value_lent": QT_TRANSLATE_NOOP("errors", "有 {count} 台收银机借着储值，先收回再删除"),
}
