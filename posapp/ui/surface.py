"""What a screen, a sheet and a dialog have in common: they take scans and keys while on top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from posapp.ui.keymap import Action

if TYPE_CHECKING:
    from posapp.ui.navigation import Hint


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """One code as read: cleaned text and where it came from (`wedge`, `serial`, `simulated`, …)."""

    text: str
    source: str = "wedge"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyHeard:
    """One key as pressed, before anybody decides what it means. `ends` is an Enter or Tab that may
    end a scan; `source` is `keys` or `input_method`.
    """

    name: str
    text: str
    at_ms: int
    ends: bool
    source: str
    repeat: bool


class Surface(QWidget):
    """The part of the window that is in charge; only the topmost one gets scans and mapped keys."""

    key_context = "page"
    unused: frozenset[Action] = frozenset()
    """What its context knows and this surface does not do: left out of its help."""
    hears_keys = False
    """Whether `hear` is asked about each key before anything else is."""
    unasked = False
    """It comes by itself: keys and taps that were meant for what was there before do nothing."""
    left = Signal()
    """The surface asks to be closed, or to go one layer back."""
    hints_changed = Signal()
    """Other keys count now: the status bar asks for `hints` again."""

    def enter(self, payload: object) -> None:
        """Called each time navigation brings the surface here, with the payload of the wish."""

    def hints(self) -> tuple[Hint, ...]:
        """The keys that the status bar shows while this surface is in charge."""
        return ()

    def take_scan(self, scan: Scan) -> bool:
        """True when the scan was of use; False: the router refuses it, heard and seen."""
        return False

    def hear(self, key: KeyHeard) -> bool:
        """True when the key was all for this surface: nobody else hears of it."""
        return False

    def take_action(self, action: Action) -> bool:
        """True when the action was carried out; False passes the key on to the focused control."""
        if action is Action.BACK:
            self.left.emit()
            return True
        return False

    def first_focus(self) -> QWidget | None:
        """The control that gets the focus when the surface comes to the top."""
        return None
