"""What the ways to pay say when they refuse: change, rounding, accounts, payments elsewhere."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

TENDER_TEXTS: Final[dict[str, object]] = {
    "pay.change_too_large": QT_TRANSLATE_NOOP(
        "errors", "要找 {change_amount}，超过上限 {most_amount}，请检查收到的金额"
    ),
    "account.needs_signer": QT_TRANSLATE_NOOP("errors", "请写签单人姓名，最多 {most} 个字"),
    "account.not_valid": QT_TRANSLATE_NOOP("errors", "单位的编号、名称或额度不对，请检查"),
    "account.over_limit": QT_TRANSLATE_NOOP(
        "errors", "{name} 还可挂账 {room_amount}，请减少或换一种支付"
    ),
    "account.payment_not_valid": QT_TRANSLATE_NOOP(
        "errors", "还款不能超过所欠的 {owed_amount}，请检查"
    ),
    "account.stopped": QT_TRANSLATE_NOOP("errors", "{name} 已停止挂账，请换一种支付"),
    "account.taken_off": QT_TRANSLATE_NOOP("errors", "{name} 的挂账已从本单去掉"),
    "account.unknown": QT_TRANSLATE_NOOP("errors", "没有这个挂账单位，请换一种支付"),
    "recorded.is_a_payment_code": QT_TRANSLATE_NOOP("errors", "这是顾客的付款码，请输入交易单号"),
    "recorded.is_a_product": QT_TRANSLATE_NOOP("errors", "这是商品条码，请扫或输入交易单号"),
    "recorded.is_our_code": QT_TRANSLATE_NOOP(
        "errors", "这是本系统的码，请输入小票或对方系统上的单号"
    ),
    "recorded.needs_reference": QT_TRANSLATE_NOOP("errors", "请输入单号，4 到 40 位字母或数字"),
    "recorded.settled": QT_TRANSLATE_NOOP("errors", "这一笔已经对过账"),
    "recorded.taken_off": QT_TRANSLATE_NOOP(
        "errors", "已从本单去掉，请在原设备上撤销 {amount}，单号 {reference}"
    ),
    "recorded.twice": QT_TRANSLATE_NOOP("errors", "单号 {reference} 已经登记过，请核对"),
    "recorded.unknown": QT_TRANSLATE_NOOP("errors", "没有这一笔登记，请核对编号"),
    "topup.change_not_kept": QT_TRANSLATE_NOOP(
        "errors", "总部没有回答，找零没有存入，请把 {amount} 交给顾客"
    ),
    "topup.not_the_change": QT_TRANSLATE_NOOP("errors", "金额与找零不符，请把找零交给顾客"),
    "pay.rounding_not_here": QT_TRANSLATE_NOOP("errors", "本店不这样抹零，请取消抹零再收款"),
}
