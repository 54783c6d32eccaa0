"""What a manager is told while she works off cases; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

CASE_TEXTS: Final[dict[str, object]] = {
    "case.note_needed": QT_TRANSLATE_NOOP("errors", "请写明原因"),
    "case.unknown": QT_TRANSLATE_NOOP("errors", "这件事已经有人处理了，请刷新列表"),
    "case_work.body_not_a_fact": QT_TRANSLATE_NOOP(
        "errors", "更正的内容不是一笔完整的流水（{reason}），请核对"
    ),
    "case_work.body_not_json": QT_TRANSLATE_NOOP(
        "errors", "更正的内容在第 {line} 行第 {column} 列写错了，请核对标点和引号"
    ),
    "case_work.body_of_another": QT_TRANSLATE_NOOP(
        "errors", "更正后的编号与原来的不同，请保留 head 里的 event_id"
    ),
    "till.revoked": QT_TRANSLATE_NOOP("errors", "本机已被总部停用，不能开新单，请联系店长"),
    "case_work.not_allowed": QT_TRANSLATE_NOOP(
        "errors", "总部没有给这个人处理异常的权限，请店长来处理"
    ),
}
