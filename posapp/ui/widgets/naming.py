"""The stable handle for tests and tools, and the name that a screen reader speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def name_control(widget: QWidget, name: str, label: str) -> None:
    """Give a control its object name (ASCII, stable) and its accessible name (translated)."""
    if not name or not label:
        raise ValueError("a control needs an object name and an accessible name")
    widget.setObjectName(name)
    widget.setAccessibleName(label)
