"""Who works at this till now, and in which shift; changed on the UI thread only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.domain.permissions import Staff
    from posapp.domain.shift import Shift


class Duty(QObject):
    """`changed` fires after a sign-in, a sign-out, and the opening or closing of a shift."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._staff: Staff | None = None
        self._shift: Shift | None = None

    @property
    def staff(self) -> Staff | None:
        return self._staff

    @property
    def shift(self) -> Shift | None:
        return self._shift

    def need_staff(self) -> Staff:
        """Raises Refused("sign_in.needed")."""
        if self._staff is None:
            raise Refused("sign_in.needed")
        return self._staff

    def need_shift(self) -> Shift:
        """Raises Refused("shift.not_open")."""
        if self._shift is None:
            raise Refused("shift.not_open")
        return self._shift

    def sign_in(self, staff: Staff) -> None:
        self._staff = staff
        self.changed.emit()

    def sign_out(self) -> None:
        self._staff = None
        self.changed.emit()

    def use_shift(self, shift: Shift | None) -> None:
        self._shift = shift
        self.changed.emit()
