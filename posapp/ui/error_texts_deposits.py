"""What deposits say when they refuse."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

DEPOSIT_TEXTS: Final[dict[str, object]] = {
    "cart.deposit_follows": QT_TRANSLATE_NOOP("errors", "押金跟着商品走，请改商品那一行"),
    "cart.deposit_not_reduced": QT_TRANSLATE_NOOP("errors", "押金不能打折或减价，请选商品那一行"),
    "import.deposit_of_a_deposit": QT_TRANSLATE_NOOP(
        "errors", "类型是押金的商品不能再带押金，请清空押金一栏"
    ),
    "pay.deposit_needs_money": QT_TRANSLATE_NOOP(
        "errors", "押金不能用储值、积分或券付，这种方式最多 {most_amount}，其余请用现金或扫码"
    ),
    "refund.cash_for_deposits_only": QT_TRANSLATE_NOOP(
        "errors", "只有押金可以改退现金，商品和挂账请按原支付退"
    ),
}
