"""What signing in, locking and approvals say when something is refused; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

PEOPLE_TEXTS: Final[dict[str, object]] = {
    "allowance.no_such_act": QT_TRANSLATE_NOOP(
        "errors", "授权额度里没有 {name} 这一项，请核对名称"
    ),
    "staff.no_such_number": QT_TRANSLATE_NOOP("errors", "没有工号 {number}，请核对后重试"),
    "allowance.not_valid": QT_TRANSLATE_NOOP(
        "errors", "授权额度 {name} 有一处写得不对：{part}，请改后再存"
    ),
    "approval.above_limit": QT_TRANSLATE_NOOP(
        "errors", "超过 {name} 可授权的额度，请权限更高的人来"
    ),
    "approval.badge_needs_pin": QT_TRANSLATE_NOOP("errors", "这一项只扫工牌不够，请输 PIN"),
    "approval.badge_not_valid": QT_TRANSLATE_NOOP(
        "errors", "这张工牌不能授权，请输 PIN 或换新工牌"
    ),
    "approval.already_given": QT_TRANSLATE_NOOP("errors", "{name} 已经授权，不用再授权"),
    "sign_in.till_in_use": QT_TRANSLATE_NOOP(
        "errors", "这台收银机由 {name} 使用，请 {name} 回来，或请店长解锁"
    ),
    "sign_in.till_locked": QT_TRANSLATE_NOOP(
        "errors", "本机输错次数过多，请 {minutes} 分钟后再试，或请店长解锁"
    ),
    "approval.used": QT_TRANSLATE_NOOP("errors", "这次授权已经用过，请店长重新授权"),
}
