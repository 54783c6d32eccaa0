"""Named single-thread executors, one for each thing that must not be shared; no Qt."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

STORE: Final = "store"
ONLINE: Final = "online"
SYNC: Final = "sync"
CARE: Final = "care"
FIXED_LANES: Final = (STORE, ONLINE, SYNC, CARE)
DEVICE_PREFIX: Final = "device:"


def device_lane(device: str) -> str:
    """The lane of one device: `device:printer`."""
    return DEVICE_PREFIX + device


class Lanes:
    """Work given to one lane runs in order on one thread; lanes never wait for each other.

    `store` is what the cashier causes in the database, `online` what a person waits for from
    central, `sync` what nobody waits for, `care` backups and checks, `device:<name>` a cable each.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._closed = False
        self._executors: dict[str, ThreadPoolExecutor] = {}

    def submit(self, lane: str, work: Callable[[], T]) -> Future[T]:
        """Queue work on a lane, from any thread.

        Raises RuntimeError after close and ValueError for an unknown lane.
        """
        if lane not in FIXED_LANES and not _is_device(lane):
            raise ValueError("unknown lane", lane)
        with self._lock:
            if self._closed:
                raise RuntimeError("the lanes are closed")
            executor = self._executors.get(lane)
            if executor is None:
                executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane)
                self._executors[lane] = executor
            return executor.submit(work)

    def close(self) -> None:
        """Drop what has not started, wait for what runs; safe to call twice."""
        with self._lock:
            self._closed = True
            executors = list(self._executors.values())
            self._executors.clear()
        for executor in executors:
            executor.shutdown(wait=False, cancel_futures=True)
        for executor in executors:
            executor.shutdown(wait=True)


def _is_device(lane: str) -> bool:
    return lane.startswith(DEVICE_PREFIX) and len(lane) > len(DEVICE_PREFIX)
