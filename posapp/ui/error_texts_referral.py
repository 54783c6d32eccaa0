"""What is told about members who bring members when something cannot be done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

REFERRAL_TEXTS: Final[dict[str, object]] = {
    "referral.limit_unknown": QT_TRANSLATE_NOOP("errors", "没有这个限额，请核对操作手册里的限额名"),
    "referral.not_refused": QT_TRANSLATE_NOOP("errors", "这位会员没有可以改判的邀请，请核对会员号"),
    "referral.reward_not_valid": QT_TRANSLATE_NOOP("errors", "奖励不对，请核对 {part}"),
    "referral.row_not_valid": QT_TRANSLATE_NOOP(
        "errors", "邀请奖励第 {row} 行不对 ({why})，请改好再导入"
    ),
}
