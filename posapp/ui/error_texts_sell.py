"""What the sell screen refuses; see error_texts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

SELL_TEXTS: Final[dict[str, object]] = {
    "cart.note_too_long": QT_TRANSLATE_NOOP("errors", "备注最多 {most} 个字，请写短一些"),
}
