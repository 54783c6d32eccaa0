"""What a person is told about drawers that have a way of their own; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

ATTACHED_TEXTS: Final[dict[str, object]] = {
    "drawer.not_attached": QT_TRANSLATE_NOOP(
        "errors", "钱箱 {drawer} 没有接上，请用钥匙打开，并请店长检查钱箱设置"
    ),
}
