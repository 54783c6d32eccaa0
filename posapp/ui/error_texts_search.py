"""What is told when members cannot be searched by these conditions; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SEARCH_TEXTS: Final[dict[str, object]] = {
    "search.day_not_valid": QT_TRANSLATE_NOOP(
        "errors", "日期不对，请写成年-月-日，例如 2026-01-31"
    ),
    "search.month_not_valid": QT_TRANSLATE_NOOP("errors", "生日月份不对，请填 1 到 12"),
    "search.no_tags": QT_TRANSLATE_NOOP("errors", "总部没有会员标签，请换别的条件"),
    "search.not_understood": QT_TRANSLATE_NOOP("errors", "总部看不懂这些条件，请清空后重填"),
    "search.nothing_narrows": QT_TRANSLATE_NOOP(
        "errors",
        "这些条件几乎包括所有会员，请再填姓名、手机号、标签或日期",
    ),
    "search.too_many_tags": QT_TRANSLATE_NOOP("errors", "标签最多选 {most} 个，请少选几个"),
    "search.phone_too_short": QT_TRANSLATE_NOOP("errors", "手机号至少填后 {least} 位"),
}
