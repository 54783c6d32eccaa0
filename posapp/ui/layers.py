"""What lies on what: one page below, sheets and dialogs above it; the topmost is in charge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from posapp.ui.widgets.sheet import Panel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from posapp.ui.surface import Surface


class Layers(QObject):
    """Pages live in the stack, panels over the window; `changed` tells that another is on top."""

    changed = Signal()

    def __init__(self, stack: QStackedWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self._pages: list[Surface] = []
        self._panels: list[Panel] = []

    @property
    def top(self) -> Surface | None:
        if self._panels:
            return self._panels[-1]
        return self._pages[-1] if self._pages else None

    @property
    def page(self) -> Surface | None:
        """The page below all panels."""
        return self._pages[-1] if self._pages else None

    def bring(self, surface: Surface) -> None:
        """Put a surface on top; a page that is below already comes back, rid of what lay on it."""
        if isinstance(surface, Panel):
            if surface in self._panels:
                self._panels.remove(surface)
            self._panels.append(surface)
            surface.open()
        else:
            self.close_panels()
            if surface in self._pages:
                del self._pages[self._pages.index(surface) :]
            self._pages.append(surface)
            self._stack.setCurrentWidget(surface)
        self._settle()

    def bring_root(self, surface: Surface) -> None:
        """The only page from now on: nothing to go back to."""
        self._pages.clear()
        self.bring(surface)

    def back(self) -> None:
        """Close the topmost panel, or leave the page for the one before."""
        if self._panels:
            self._panels.pop().hide()
        elif len(self._pages) > 1:
            self._pages.pop()
            self._stack.setCurrentWidget(self._pages[-1])
        self._settle()

    def leave(self, surface: Surface) -> None:
        """A surface asked to be closed; it does not matter what lies where."""
        if isinstance(surface, Panel):
            if surface in self._panels:
                self._panels.remove(surface)
            surface.hide()
            self._settle()
        elif surface is self.page:
            self.close_panels()
            self.back()

    def forget(self) -> None:
        """Nothing lies on anything any more: all screens are about to be built anew."""
        self.close_panels()
        self._pages.clear()

    def close_panels(self) -> None:
        while self._panels:
            self._panels.pop().hide()

    def _settle(self) -> None:
        top = self.top
        if top is not None:
            focus = top.first_focus()
            if focus is not None and not focus.hasFocus():
                focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
