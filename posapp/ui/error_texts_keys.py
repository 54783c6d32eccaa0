"""What a till's keys say when they do not open, are recovered or come back; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

KEY_TEXTS: Final[dict[str, object]] = {
    "escrow.code_not_valid": QT_TRANSLATE_NOOP(
        "errors", "代码不对或已失效，请向总部要一个新的代码"
    ),
    "escrow.damaged": QT_TRANSLATE_NOOP("errors", "密钥副本已损坏，总部没有保存，请重试"),
    "escrow.none": QT_TRANSLATE_NOOP(
        "errors", "总部没有这台收银机的密钥，只能用恢复密语，或清除后重新登记"
    ),
    "escrow.none_opens": QT_TRANSLATE_NOOP(
        "errors", "总部保存的密钥打不开这份数据，请核对数据目录"
    ),
    "keys.no_recovery": QT_TRANSLATE_NOOP(
        "errors", "本机没有设置恢复密语，请改用密钥环、口令，或向总部取回密钥"
    ),
    "keys.recovery_mistyped": QT_TRANSLATE_NOOP(
        "errors", "恢复密语有一处打错了，请对照纸条重新输入"
    ),
    "keys.recovery_only_opens": QT_TRANSLATE_NOOP(
        "errors", "恢复密语只能打开，不能更换密钥，请用密钥环或口令来做"
    ),
    "keys.recovery_wrong": QT_TRANSLATE_NOOP(
        "errors", "恢复密语不是这台收银机的，请核对后重新输入"
    ),
    "store.not_newer": QT_TRANSLATE_NOOP("errors", "数据不比程序新，请照常打开收银机"),
}
