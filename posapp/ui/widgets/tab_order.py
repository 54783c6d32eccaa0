"""Where Tab goes: what is built later must not come after everything else on the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def stop_before(anchor: QWidget, late: QWidget) -> None:
    """Tab reaches `late` right before `anchor`, itself a stop: the newest comes last."""
    QWidget.setTabOrder(anchor, late)
    QWidget.setTabOrder(late, anchor)
