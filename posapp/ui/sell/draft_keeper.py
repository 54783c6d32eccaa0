"""Saves the order behind the screen: always the newest, and before whatever ends it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from posapp.lanes import STORE

if TYPE_CHECKING:
    from posapp.ui.background import Background
    from posapp.workflows.draft import Draft
    from posapp.workflows.selling import Selling


class DraftKeeper:
    """`keep` never waits: until its save begins, only the last draft given is remembered.

    The save is queued with the change, so that a payment, a hold or a void that follows finds it
    done: a paid order saved once more would come back after a restart.
    """

    def __init__(self, selling: Selling, background: Background) -> None:
        self._selling = selling
        self._background = background
        self._lock = threading.Lock()
        self._next: Draft | None = None

    def keep(self, draft: Draft) -> None:
        with self._lock:
            queued = self._next is not None
            self._next = draft
        if not queued:
            self._background.run(STORE, self._save)

    def drop(self) -> None:
        """Forget what waits to be saved: the order is parked or voided."""
        self._taken()

    def _taken(self) -> Draft | None:
        with self._lock:
            draft, self._next = self._next, None
        return draft

    def _save(self) -> None:
        """Lane: store."""
        draft = self._taken()
        if draft is not None:
            self._selling.save_draft(draft)
