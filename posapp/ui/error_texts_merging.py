"""What stands in the way of making two members one; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

MERGING_TEXTS: Final[dict[str, object]] = {
    "merge.blacklisted": QT_TRANSLATE_NOOP(
        "errors", "一位在黑名单、一位不在，请先核对并统一状态再合并"
    ),
    "merge.changed_meanwhile": QT_TRANSLATE_NOOP("errors", "会员刚被合并过，请重新查找后再看一次"),
    "merge.closed": QT_TRANSLATE_NOOP("errors", "已注销的会员不能合并，请换一份档案，或先恢复正常"),
    "merge.families_differ": QT_TRANSLATE_NOOP(
        "errors", "两份档案各在不同的家庭，请先在“同意与家庭”里调整到一处再合并"
    ),
    "merge.hold_open": QT_TRANSLATE_NOOP(
        "errors", "收银机 {where} 正在用会员的储值或积分，请先收完款或取消"
    ),
    "merge.lease_open": QT_TRANSLATE_NOOP(
        "errors", "收银机 {where} 留有会员的离线额度，请先在那台机归还"
    ),
    "merge.moved_since": QT_TRANSLATE_NOOP(
        "errors", "合并后会员已有变动，不能撤销，请按流水逐笔更正"
    ),
    "merge.other_many": QT_TRANSLATE_NOOP(
        "errors", "有 {count} 位会员符合，请用完整的手机号或会员号"
    ),
    "merge.other_unknown": QT_TRANSLATE_NOOP(
        "errors", "没有找到另一份档案，请核对手机号、会员号或卡"
    ),
    "merge.reason_unknown": QT_TRANSLATE_NOOP("errors", "原因要写 {known} 之一"),
    "merge.same_member": QT_TRANSLATE_NOOP("errors", "这两个号是同一位会员，不用合并"),
    "merge.unknown": QT_TRANSLATE_NOOP("errors", "没有找到这次合并，请刷新后再看"),
}
