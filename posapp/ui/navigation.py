"""Going from screen to screen: presenters ask, the main window moves.

The window owns one `Navigation` and hands it to presenters. It brings the surface of `Go.place`
to the top and calls its `enter(payload)`; `back` closes the topmost one, as `Surface.left` does.
A screen that builds a sheet or a dialog of its own puts it on top with `lay`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class Place(StrEnum):
    """Every page and sheet of the till; the payload's type stands beside it."""

    SIGN_IN = "sign_in"
    SELL = "sell"
    PAY = "pay"  # pay.presenter.PayRequest
    MEMBER = "member"  # str: what was typed, or empty; Member: whom the order belongs to
    REGISTER = "register"  # member.wish.RegisterNow or RegisterWith, or str: a phone, or empty
    FAMILY = "family"  # domain.member.Member
    TOP_UP = "top_up"  # domain.member.Member
    REFUND = "refund"  # str: a receipt number, or empty
    SHIFT_OPEN = "shift_open"  # str: a drawer, or empty for the first that is free
    CASH_MOVE = "cash_move"
    SHIFT_CLOSE = "shift_close"  # str: a shift's id, or empty for the one in use
    DRAWERS = "drawers"
    X_REPORT = "x_report"  # str: a shift's id, or empty for the one in use
    HEALTH = "health"
    MANAGER = "manager"
    CASES = "cases"
    SERVICE = "service"  # domain.member.Member, or str: a member's id
    COMPLAINTS = "complaints"  # str: a member's id, or empty
    MERGING = "merging"  # ui.merging.wish.MergeWith, or nothing
    SEARCH = "search"  # str: what was typed, or empty
    BILLS = "bills"
    RECORDED = "recorded"
    COMFORT = "comfort"
    SCANNER_TEST = "scanner_test"
    KEYS = "keys"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Go:
    """A wish to be somewhere else."""

    place: Place
    payload: object = None


class Navigation(QObject):
    """Carries wishes to the main window: `requested` holds a `Go`; back closes one layer.

    `laid` holds a surface that stays on top until it emits `left`; then the window forgets it.
    """

    requested = Signal(object)
    laid = Signal(object)
    back_requested = Signal()

    def go(self, place: Place, payload: object = None) -> None:
        self.requested.emit(Go(place=place, payload=payload))

    def lay(self, surface: QObject) -> None:
        """Put a sheet or dialog over what is shown; scans, keys and focus are its own meanwhile."""
        self.laid.emit(surface)

    def back(self) -> None:
        self.back_requested.emit()


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and what it does here, for the status bar."""

    key: str
    text: str
