"""What a person is told about payments that go over central, and about bills; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

GATEWAY_TEXTS: Final[dict[str, object]] = {
    "pay.reverse_too_soon": QT_TRANSLATE_NOOP(
        "errors", "刚发出不久，撤销可能赶不上，请再等 {seconds} 秒"
    ),
    "gateway.attempt_differs": QT_TRANSLATE_NOOP(
        "errors", "这个编号已经收过另一笔金额，请重新收款"
    ),
    "gateway.balance": QT_TRANSLATE_NOOP("errors", "顾客账户的钱不够，没有扣款，请换一种方式"),
    "gateway.closed": QT_TRANSLATE_NOOP("errors", "这笔已经撤销，没有收款，请重新扫码"),
    "gateway.code_expired": QT_TRANSLATE_NOOP("errors", "付款码已失效，没有扣款，请顾客刷新后再扫"),
    "gateway.declined": QT_TRANSLATE_NOOP("errors", "对方没有扣款，请换一种方式"),
    "gateway.not_found": QT_TRANSLATE_NOOP("errors", "总部没有收到这笔，没有扣款，请重新收款"),
    "gateway.not_paid": QT_TRANSLATE_NOOP("errors", "原来那笔没有付成，不能退"),
    "gateway.not_set_up": QT_TRANSLATE_NOOP("errors", "总部没有开通 {channel} 收款，请换一种方式"),
    "gateway.refund_exceeds": QT_TRANSLATE_NOOP("errors", "退款超过这笔还能退的 {left_minor}"),
    "gateway.refunded": QT_TRANSLATE_NOOP("errors", "这笔已经退过款，不能撤销"),
}
