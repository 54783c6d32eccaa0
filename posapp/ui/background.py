"""The one bridge from lanes to the screen: results come back on the UI thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from posapp.errors import PosError

if TYPE_CHECKING:
    from posapp.lanes import Lanes

T = TypeVar("T")
log = logging.getLogger(__name__)


class ErrorShower(Protocol):
    """Where failures go that nobody asked for."""

    def show_error(self, error: Exception) -> None: ...


@dataclass(frozen=True, slots=True)
class _Job:
    future: Future[Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None] | None


class Background(QObject):
    """Runs work on a lane and calls `done(result)` or `failed(error)` on the UI thread.

    Without `failed` an error is shown to the person. Anything but a PosError is a bug: logged with
    its traceback, then treated like a failure so that no screen stays busy. After `close` results
    are dropped.
    """

    _finished = Signal(int)

    def __init__(self, lanes: Lanes, errors: ErrorShower, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._errors = errors
        self._lock = threading.Lock()
        self._jobs: dict[int, _Job] = {}
        self._next = 0
        self._closed = False
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Queue work; to be called on the UI thread. Nothing happens after `close`."""
        if self._closed:
            return
        number = self._next
        self._next += 1
        future = self._lanes.submit(lane, work)
        self._jobs[number] = _Job(future, done or _ignore, failed)
        future.add_done_callback(lambda _future: self._announce(number))

    def show_error(self, error: Exception) -> None:
        """Tell the person, for callers that take a failure and have nothing to add."""
        self._errors.show_error(error)

    @property
    def is_idle(self) -> bool:
        """Nothing is running, and every result has been handed over."""
        return not self._jobs

    def close(self) -> None:
        """Drop what is still to come; the lanes are closed by their owner."""
        with self._lock:
            self._closed = True
        self._jobs.clear()

    def _announce(self, number: int) -> None:
        with self._lock:
            if not self._closed:
                self._finished.emit(number)

    @Slot(int)
    def _on_finished(self, number: int) -> None:
        job = self._jobs.pop(number, None)
        if job is None or job.future.cancelled():
            return
        error = job.future.exception()
        if isinstance(error, Exception):
            self._fail(job, error)
        elif error is not None:
            raise error
        else:
            job.done(job.future.result())

    def _fail(self, job: _Job, error: Exception) -> None:
        if not isinstance(error, PosError):
            log.error("work on a lane failed", exc_info=error)
        if job.failed is not None:
            job.failed(error)
        else:
            self._errors.show_error(error)


def _ignore(_result: object) -> None:
    return
