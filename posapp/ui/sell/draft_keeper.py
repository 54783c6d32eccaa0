"""Saves the order behind the screen: one save at a time, and always the newest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.lanes import STORE

if TYPE_CHECKING:
    from posapp.ui.background import Background
    from posapp.workflows.draft import Draft
    from posapp.workflows.selling import Selling


class DraftKeeper:
    """`keep` never waits: while one save runs, only the last draft given is remembered."""

    def __init__(self, selling: Selling, background: Background) -> None:
        self._selling = selling
        self._background = background
        self._next: Draft | None = None
        self._saving = False

    def keep(self, draft: Draft) -> None:
        self._next = draft
        if not self._saving:
            self._save()

    def drop(self) -> None:
        """Forget what waits to be saved: the order is parked, paid or voided."""
        self._next = None

    def _save(self) -> None:
        draft, self._next = self._next, None
        if draft is None:
            return
        self._saving = True
        self._background.run(
            STORE, lambda: self._selling.save_draft(draft), self._saved, self._failed
        )

    def _saved(self, _nothing: None) -> None:
        self._saving = False
        self._save()

    def _failed(self, error: Exception) -> None:
        self._saving = False
        self._next = None
        self._background.show_error(error)
