"""What a person is told about payments that go over central, and about bills; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

GATEWAY_TEXTS: Final[dict[str, object]] = {
    "bill.cut_off": QT_TRANSLATE_NOOP(
        "errors", "账单不完整（读到 {rows} 笔，与末尾合计不符），没有导入，请重新下载"
    ),
    "bill.day_imported": QT_TRANSLATE_NOOP(
        "errors", "{day} 的账单已经导入过，内容与这份不同，没有导入，请核对"
    ),
    "bill.day_needed": QT_TRANSLATE_NOOP("errors", "账单里没有一笔，请填写它的日期"),
    "bill.day_not_valid": QT_TRANSLATE_NOOP("errors", "日期 {day} 不对，请按 2026-11-22 填写"),
    "bill.heading_missing": QT_TRANSLATE_NOOP("errors", "账单没有“{column}”一列，请核对文件和格式"),
    "bill.imported_already": QT_TRANSLATE_NOOP(
        "errors", "这份账单已经导入过（{day}），没有重复导入"
    ),
    "bill.not_text": QT_TRANSLATE_NOOP("errors", "这个文件不是账单，请选 CSV 文件"),
    "bill.number_twice": QT_TRANSLATE_NOOP(
        "errors", "账单第 {row} 行的单号重复，没有导入，请重新下载"
    ),
    "bill.row_not_understood": QT_TRANSLATE_NOOP(
        "errors", "账单第 {row} 行看不懂，没有导入，请核对文件和格式"
    ),
    "bill.several_days": QT_TRANSLATE_NOOP("errors", "账单里不止一天，没有导入，请每天下载一份"),
    "bill.too_large": QT_TRANSLATE_NOOP("errors", "账单超过 {megabytes} MB，请每天下载一份"),
    "pay.not_given_up": QT_TRANSLATE_NOOP("errors", "这笔还在查询，请先查询或撤销"),
    "pay.reverse_too_soon": QT_TRANSLATE_NOOP(
        "errors", "刚发出不久，撤销可能赶不上，请再等 {seconds} 秒"
    ),
    "gateway.attempt_differs": QT_TRANSLATE_NOOP(
        "errors", "这个编号已经收过另一笔金额，请重新收款"
    ),
    "gateway.balance": QT_TRANSLATE_NOOP("errors", "顾客账户的钱不够，没有扣款，请换一种方式"),
    "gateway.closed": QT_TRANSLATE_NOOP("errors", "这笔已经撤销，没有收款，请重新扫码"),
    "gateway.code_expired": QT_TRANSLATE_NOOP("errors", "付款码已失效，没有扣款，请顾客刷新后再扫"),
    "gateway.config_not_valid": QT_TRANSLATE_NOOP(
        "errors", "收单机构的设置不对（{reason}），没有改动，请核对"
    ),
    "gateway.declined": QT_TRANSLATE_NOOP("errors", "对方没有扣款，请换一种方式"),
    "gateway.not_found": QT_TRANSLATE_NOOP("errors", "总部没有收到这笔，没有扣款，请重新收款"),
    "gateway.not_paid": QT_TRANSLATE_NOOP("errors", "原来那笔没有付成，不能退"),
    "gateway.not_set_up": QT_TRANSLATE_NOOP("errors", "总部没有开通 {channel} 收款，请换一种方式"),
    "gateway.of_another_till": QT_TRANSLATE_NOOP(
        "errors", "这笔是另一台收银机收的，请到那台上查询"
    ),
    "gateway.refund_exceeds": QT_TRANSLATE_NOOP("errors", "退款超过这笔还能退的 {left_minor}"),
    "gateway.refunded": QT_TRANSLATE_NOOP("errors", "这笔已经退过款，不能撤销"),
}
