"""What lies on what: one page below, sheets and dialogs above it; the topmost is in charge.

A lock is a pile of its own over all of it: what lies below stays as it is, unseen, until the lock
is taken away, and nothing that happens meanwhile can come to the top.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from posapp.ui.widgets.sheet import Panel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from posapp.ui.surface import Surface


class _Pile:
    """Pages and the panels on them, the last one on top; shows nothing by itself."""

    def __init__(self) -> None:
        self.pages: list[Surface] = []
        self.panels: list[Panel] = []

    @property
    def top(self) -> Surface | None:
        return self.panels[-1] if self.panels else self.page

    @property
    def page(self) -> Surface | None:
        return self.pages[-1] if self.pages else None

    def has(self, surface: Surface) -> bool:
        return surface in self.pages or surface in self.panels

    def add(self, surface: Surface) -> None:
        """A page that is below already comes back, rid of what lay on it."""
        if isinstance(surface, Panel):
            if surface in self.panels:
                self.panels.remove(surface)
            self.panels.append(surface)
            return
        self.close_panels()
        if surface in self.pages:
            del self.pages[self.pages.index(surface) :]
        self.pages.append(surface)

    def drop_top(self) -> None:
        if self.panels:
            self.panels.pop().hide()
        elif len(self.pages) > 1:
            self.pages.pop()

    def drop(self, surface: Surface) -> None:
        if isinstance(surface, Panel):
            if surface in self.panels:
                self.panels.remove(surface)
            surface.hide()
        elif surface is self.page:
            self.close_panels()
            self.drop_top()

    def close_panels(self) -> None:
        while self.panels:
            self.panels.pop().hide()

    def clear(self) -> None:
        self.close_panels()
        self.pages.clear()


class Layers(QObject):
    """Pages live in the stack, panels over the window; `changed` tells that another is on top,
    `surprised` carries one that came there without being asked for.
    """

    changed = Signal()
    surprised = Signal(object)

    def __init__(self, stack: QStackedWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self._work = _Pile()
        self._lock = _Pile()
        self._was_top: Surface | None = None

    @property
    def is_locked(self) -> bool:
        return bool(self._lock.pages)

    @property
    def top(self) -> Surface | None:
        return self._shown.top

    @property
    def panels(self) -> tuple[Panel, ...]:
        """Those that can be seen, the topmost last."""
        return tuple(self._shown.panels)

    @property
    def page(self) -> Surface | None:
        """The page below all panels that can be seen."""
        return self._shown.page

    def bring(self, surface: Surface, *, on_lock: bool = False) -> None:
        """Put a surface on top; while locked that is below the lock, but for those `on_lock`."""
        pile = self._lock if on_lock and self.is_locked else self._work
        pile.add(surface)
        if isinstance(surface, Panel) and pile is self._shown:
            surface.open()
        self._settle()

    def bring_root(self, surface: Surface) -> None:
        """The only page from now on: nothing to go back to."""
        self._work.pages.clear()
        self.bring(surface)

    def back(self) -> None:
        """Close the topmost panel, or leave the page for the one before."""
        self._shown.drop_top()
        self._settle()

    def leave(self, surface: Surface) -> None:
        """A surface asked to be closed; it does not matter what lies where."""
        pile = self._lock if self._lock.has(surface) else self._work
        pile.drop(surface)
        self._settle()

    def lock(self, page: Surface) -> None:
        """Cover everything with one page."""
        if self.is_locked:
            return
        for panel in self._work.panels:
            panel.hide()
        self._lock.add(page)
        self._settle()

    def unlock(self, *, keep_panels: bool) -> None:
        """Take the lock away. Who goes on with another person's work finds no question of hers."""
        self._lock.clear()
        if not keep_panels:
            self._work.close_panels()
        for panel in self._work.panels:
            panel.open()
        self._settle()

    def forget(self) -> None:
        """Nothing lies on anything any more: all screens are about to be built anew."""
        self._lock.clear()
        self._work.clear()

    def close_panels(self) -> None:
        self._shown.close_panels()

    @property
    def _shown(self) -> _Pile:
        return self._lock if self.is_locked else self._work

    def _settle(self) -> None:
        page, top = self.page, self.top
        if page is not None:
            self._stack.setCurrentWidget(page)
        if top is not None:
            focus = top.first_focus()
            if focus is not None and not focus.hasFocus():
                focus.setFocus(Qt.FocusReason.OtherFocusReason)
        was_top, self._was_top = self._was_top, top
        if top is not None and top is not was_top and top.unasked:
            self.surprised.emit(top)
        self.changed.emit()
