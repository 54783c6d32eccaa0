"""What the ways to pay say when they refuse: change, rounding, accounts, payments elsewhere."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

TENDER_TEXTS: Final[dict[str, object]] = {
    "pay.change_too_large": QT_TRANSLATE_NOOP(
        "errors", "要找 {change_amount}，超过上限 {most_amount}，请检查收到的金额"
    ),
    "topup.change_not_kept": QT_TRANSLATE_NOOP(
        "errors", "总部没有回答，找零没有存入，请把 {amount} 交给顾客"
    ),
    "topup.not_the_change": QT_TRANSLATE_NOOP("errors", "金额与找零不符，请把找零交给顾客"),
    "pay.rounding_not_here": QT_TRANSLATE_NOOP("errors", "本店不这样抹零，请取消抹零再收款"),
}
