"""The one dialog that a page asks at a time: laid over it, and taken away when it was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from posapp.ui.surface import Surface

if TYPE_CHECKING:
    from posapp.ui.navigation import Navigation

D = TypeVar("D", bound=Surface)


class OneQuestion(Generic[D]):
    """A part of a page; `dialog` is None while nothing is asked, and `close` may come then too."""

    def __init__(self, navigation: Navigation) -> None:
        self._navigation = navigation
        self.dialog: D | None = None

    def ask(self, dialog: D) -> None:
        self.dialog = dialog
        self._navigation.lay(dialog)

    def close(self) -> None:
        if self.dialog is not None:
            self.dialog.left.emit()
            self.dialog.deleteLater()
            self.dialog = None
