"""Where Tab goes: what is built later must not come after everything else on the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def stop_before(anchor: QWidget, late: QWidget) -> None:
    """Tab reaches `late` right before `anchor`, and so the newest after its elder neighbours."""
    QWidget.setTabOrder(anchor, late)
    QWidget.setTabOrder(late, anchor)
