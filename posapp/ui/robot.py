"""Works a window as a person does, by real key events and clicks; for the demo's day and flows."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from posapp.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TYPING_GAP_MS: Final = 60
"""Slower than any scanner: faster keys would be taken for a scan, as they should be."""
_WITHIN_S: Final = 15.0
_LOOK_EVERY_MS: Final = 10


class Robot:
    """Drives one top-level window on the UI thread; Qt's events are worked off while it waits."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def take_focus(self) -> None:
        """Make the window the active one; without a window manager nobody else would."""
        self._window.windowHandle().requestActivate()
        self.wait_until(self._window.isActiveWindow, "an active window")

    def press(self, *keys: str) -> None:
        """Keys by name, one after the other: "Return", "F9", "Alt+3", "Ctrl+Z", "+"."""
        handle = self._window.windowHandle()
        for name in keys:
            key, modifiers = _combination(name)
            QTest.keyClick(handle, key, modifiers, TYPING_GAP_MS)
            self.pause(TYPING_GAP_MS)

    def type(self, text: str) -> None:
        """ASCII letters and digits at the pace of a hand; letters come out small."""
        handle = self._window.windowHandle()
        for mark in text:
            key = Qt.Key(ord(mark.upper()))
            QTest.keyClick(handle, key, Qt.KeyboardModifier.NoModifier, TYPING_GAP_MS)
            self.pause(TYPING_GAP_MS)

    def click(self, name: str) -> None:
        """Click the middle of the visible control with this object name."""
        target = self.find(name)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=_middle(target))

    def find(self, name: str) -> QWidget:
        """The visible control with this object name. Raises Unavailable("robot.not_there")."""
        found: list[QWidget] = []

        def is_there() -> bool:
            found[:] = [
                each for each in self._window.findChildren(QWidget, name) if each.isVisible()
            ]
            return bool(found)

        self.wait_until(is_there, name)
        return found[0]

    def wait_until(
        self, is_true: Callable[[], bool], what: str, within_s: float = _WITHIN_S
    ) -> None:
        """Work off events until something is so. Raises Unavailable("robot.not_there", what)."""
        deadline = time.monotonic() + within_s
        while not is_true():
            if time.monotonic() > deadline:
                raise Unavailable("robot.not_there", what=what)
            QTest.qWait(_LOOK_EVERY_MS)

    def pause(self, ms: int) -> None:
        QTest.qWait(ms)

    def picture(self, path: Path) -> None:
        """What the window shows now, as PNG."""
        self._window.grab().save(str(path))


_MODIFIERS: Final = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
_NAMES: Final = {"+": "Plus", "-": "Minus", "*": "Asterisk", "Esc": "Escape", "Del": "Delete"}


def _combination(name: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    *held, last = [name] if len(name) == 1 else name.split("+")
    modifiers = Qt.KeyboardModifier.NoModifier
    for each in held:
        modifiers |= _MODIFIERS[each]
    return Qt.Key[f"Key_{_NAMES.get(last, last)}"], modifiers


def _middle(target: QWidget) -> QPoint:
    return target.rect().center()
