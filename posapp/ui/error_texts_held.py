"""What is said about held sales; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

HELD_TEXTS: Final[dict[str, object]] = {
    "held.not_valid": QT_TRANSLATE_NOOP("errors", "这张挂单总部读不懂，只能在本机取"),
    "hold.needs_central": QT_TRANSLATE_NOOP("errors", "离线时只能取本机的挂单，请到原收银机取"),
    "hold.money_taken": QT_TRANSLATE_NOOP(
        "errors", "本单已收了一部分，先收完，或在收款页退回后再挂单"
    ),
    "hold.payment_open": QT_TRANSLATE_NOOP("errors", "本单有支付还没结束，先查询结果再挂单"),
    "hold.taken_elsewhere": QT_TRANSLATE_NOOP(
        "errors", "这张挂单已在收银机 {till} 取走，请勿重复收款"
    ),
    "hold.taken_meanwhile": QT_TRANSLATE_NOOP(
        "errors", "本单离线时已在 {shown} 取走，可能付过款，请先核对"
    ),
}
