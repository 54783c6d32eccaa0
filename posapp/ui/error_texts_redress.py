"""What is told about tags, compensation and complaints when something cannot be done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

REDRESS_TEXTS: Final[dict[str, object]] = {
    "compensation.complaint_unknown": QT_TRANSLATE_NOOP(
        "errors", "这件投诉不是这位会员的，或已关闭，请刷新"
    ),
    "compensation.coupon_has": QT_TRANSLATE_NOOP("errors", "会员已有或用过这张券，请换一种补偿"),
    "compensation.coupon_unknown": QT_TRANSLATE_NOOP("errors", "没有这种券，请另选一张"),
    "compensation.lapsed": QT_TRANSLATE_NOOP("errors", "这笔补偿已经到期，不用冲回"),
    "compensation.sale_of_another": QT_TRANSLATE_NOOP(
        "errors", "这张小票是别的会员的，请核对小票号"
    ),
    "compensation.sale_unknown": QT_TRANSLATE_NOOP("errors", "没有找到这张小票，请核对小票号"),
    "compensation.spent": QT_TRANSLATE_NOOP(
        "errors", "这笔补偿已经用掉或正被预留，不能冲回，可以另记更正"
    ),
    "compensation.unknown": QT_TRANSLATE_NOOP("errors", "没有找到这笔补偿，请刷新"),
    "complaint.day_not_valid": QT_TRANSLATE_NOOP("errors", "{day} 不是日期，请写成 2026-11-22"),
    "complaint.not_now": QT_TRANSLATE_NOOP("errors", "这件投诉的状态变了，请刷新后再办"),
    "complaint.too_long": QT_TRANSLATE_NOOP("errors", "最多写 {most} 个字，请写短一些"),
    "complaint.unknown": QT_TRANSLATE_NOOP("errors", "没有找到这件投诉，请刷新"),
    "tags.category_unknown": QT_TRANSLATE_NOOP("errors", "没有分类 {name}，请先建分类"),
    "tags.code_not_valid": QT_TRANSLATE_NOOP(
        "errors", "标签代码 {code} 不对，请用小写字母、数字和下划线"
    ),
    "tags.file_exists": QT_TRANSLATE_NOOP("errors", "文件已经在了，请换一个文件名"),
    "tags.kind_unknown": QT_TRANSLATE_NOOP("errors", "标签的种类不对，请核对操作手册里的五种"),
    "tags.name_not_valid": QT_TRANSLATE_NOOP(
        "errors", "标签名 {name} 不对，请用短的名称，不含 | ; ="
    ),
    "tags.not_readable": QT_TRANSLATE_NOOP("errors", "标签的设置读不出来，请在总部重新导入标签"),
    "tags.of_a_rule": QT_TRANSLATE_NOOP("errors", "这个标签由规则贴上和去掉，请改用手贴的标签"),
    "tags.row_not_valid": QT_TRANSLATE_NOOP("errors", "第 {row} 行不对 ({why})，请改好再导入"),
    "tags.rule_for_hand": QT_TRANSLATE_NOOP(
        "errors", "标签 {code} 不能在手工和规则之间改换，请用新的代码"
    ),
    "tags.rule_not_valid": QT_TRANSLATE_NOOP("errors", "标签的规则不对，请核对 {part}"),
    "tags.unknown": QT_TRANSLATE_NOOP("errors", "标签目录里没有这个标签，请刷新"),
}
