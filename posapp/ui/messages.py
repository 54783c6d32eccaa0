"""The one door to the person's eyes: whatever is told to them passes here, and is logged."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal

from posapp.errors import OutcomeUnknown, PosError, Refused
from posapp.ui.error_texts import text_for

log = logging.getLogger(__name__)


class Level(Enum):
    """How loud a message is."""

    INFO = "info"
    WARN = "warn"
    DANGER = "danger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One thing told to the person; `key` is empty where no error stands behind it."""

    text: str
    level: Level = Level.INFO
    key: str = ""
    undo: Callable[[], object] | None = None


class Messages(QObject):
    """Emits `shown` for the window to paint; tests listen to the same signal."""

    shown = Signal(object)

    def show(
        self,
        text: str,
        level: Level = Level.INFO,
        *,
        key: str = "",
        undo: Callable[[], object] | None = None,
    ) -> None:
        """Tell the person something; with `undo` the bar offers to take it back for 8 seconds."""
        if level is Level.INFO:
            log.info("shown: %s", key or text)
        else:
            log.warning("shown (%s): %s", level.value, key or text)
        self.shown.emit(Message(text=text, level=level, key=key, undo=undo))

    def show_error(self, error: Exception) -> None:
        """Tell the person what went wrong and what to do, in their language."""
        key = error.key if isinstance(error, PosError) else "app.bug"
        self.show(text_for(error), level_of(error), key=key)


def level_of(error: Exception) -> Level:
    """A rule's no and a missing surrounding are warnings; an unknown outcome and a bug are loud."""
    if isinstance(error, OutcomeUnknown):
        return Level.DANGER
    if isinstance(error, Refused):
        return Level.WARN
    return Level.WARN if isinstance(error, PosError) else Level.DANGER
