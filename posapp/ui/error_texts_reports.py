"""What a person is told about reports that leave as files; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

REPORT_TEXTS: Final[dict[str, object]] = {
    "report.disk_full": QT_TRANSLATE_NOOP("errors", "磁盘已满，报表没有保存，请清出空间再试"),
    "report.folder_refused": QT_TRANSLATE_NOOP(
        "errors", "{folder} 写不进去，报表没有保存，请关闭已打开的同名文件，或检查文件夹权限"
    ),
    "report.too_many_rows": QT_TRANSLATE_NOOP(
        "errors", "Excel 一张表最多 {most} 行，请缩小范围，或改用 CSV"
    ),
}
