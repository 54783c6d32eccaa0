"""What is said about value that is lent to a till; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

LEASE_TEXTS: Final[dict[str, object]] = {
    "lease.no_factor": QT_TRANSLATE_NOOP("errors", "会员没有动态码，不能预留离线额度"),
    "lease.no_such_terminal": QT_TRANSLATE_NOOP("errors", "没有收银机 {terminal}，请核对编号"),
    "lease.nothing_to_lend": QT_TRANSLATE_NOOP("errors", "没有可再预留的离线额度"),
    "lease.of_another_till": QT_TRANSLATE_NOOP("errors", "这笔离线额度属于另一台收银机"),
    "lease.off": QT_TRANSLATE_NOOP("errors", "本店没有开通离线额度"),
    "lease.old_incarnation": QT_TRANSLATE_NOOP(
        "errors", "本机恢复过，旧的离线额度已冻结，请联系店长"
    ),
    "lease.over": QT_TRANSLATE_NOOP("errors", "离线额度只限当日，请联网后再用储值"),
    "lease.policy_not_valid": QT_TRANSLATE_NOOP(
        "errors", "额度不对：每人上限要大于零且不超过每台上限，两个都填 0 是关闭"
    ),
    "lease.points_short": QT_TRANSLATE_NOOP("errors", "离线积分不够，还可用 {points} 分"),
    "lease.recovering": QT_TRANSLATE_NOOP(
        "errors", "总部刚恢复，正等 {where} 上线核对，储值和积分请稍候再用，或用其他方式支付"
    ),
    "lease.short": QT_TRANSLATE_NOOP("errors", "离线额度不够，还可用 {available_amount}"),
    "lease.stopped": QT_TRANSLATE_NOOP("errors", "本机的离线额度已停用，请联系店长"),
    "stored_value.reserved": QT_TRANSLATE_NOOP(
        "errors", "{reserved_amount} 预留于 {where}，正在收回，请稍候再试或用其他方式支付"
    ),
    "points.reserved": QT_TRANSLATE_NOOP(
        "errors", "{points} 积分预留于 {where}，正在收回，请稍候再试或用其他方式支付"
    ),
    "recovery.needs_a_note": QT_TRANSLATE_NOOP("errors", "请写明为什么不再等这台收银机"),
    "recovery.not_awaited": QT_TRANSLATE_NOOP("errors", "没有在等收银机 {terminal}"),
    "report.days_not_valid": QT_TRANSLATE_NOOP("errors", "天数不对，请填 1 到 {most}"),
    "lease.unknown": QT_TRANSLATE_NOOP("errors", "总部没有这笔离线额度"),
}
