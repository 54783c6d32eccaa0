"""Several serving processes on one socket over one server database; none keeps anything."""

from __future__ import annotations

import logging
import multiprocessing
import signal
import threading
from dataclasses import replace
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Final

from posapp.central.app import ROUTES
from posapp.central.log_lines import set_up_log
from posapp.central.meters import Meters
from posapp.central.pace import SLOTS, Pace
from posapp.central.server import SIGNALS, bind, parent_gone, say_port, serve_on

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, MutableSequence
    from multiprocessing.context import SpawnProcess

    from posapp.central.service import Central

_LOG: Final = logging.getLogger(__name__)
_PAUSE_S: Final = 1.0
"""Before a process that died is replaced: one that cannot start must not eat the machine."""


class Workers:
    """The processes of one `serve`. `stop` may come from a signal or from another thread."""

    def __init__(self, opener: Callable[[], Central], listener: socket.socket, count: int) -> None:
        self._opener = opener
        self._listener = listener
        self._count = count
        self._stopping = threading.Event()
        self._processes: list[SpawnProcess] = []
        self._context = multiprocessing.get_context("spawn")
        self._counts = self._context.RawArray("d", Meters.size(ROUTES) * count)
        self._paces = self._context.RawArray("d", SLOTS)

    def run(self) -> None:
        """Keep them all running until `stop`, then until the last has drained."""
        self._processes = [self._start(place) for place in range(self._count)]
        while not self._stopping.is_set():
            wait([each.sentinel for each in self._processes])
            if not self._stopping.wait(_PAUSE_S):
                self._replace_the_dead()
        for each in self._processes:
            self._end(each)
        for each in self._processes:
            each.join()

    def stop(self) -> None:
        self._stopping.set()
        for each in self._processes:
            self._end(each)

    def _start(self, place: int) -> SpawnProcess:
        """One that takes the place of another goes on with its counts."""
        words = (self._opener, self._listener, self._counts, self._paces, place)
        process = self._context.Process(target=_work, args=words)
        process.start()
        return process

    def _end(self, process: SpawnProcess) -> None:
        if process.is_alive():
            process.terminate()

    def _replace_the_dead(self) -> None:
        for place, each in enumerate(self._processes):
            if not each.is_alive():
                each.join()
                _LOG.warning("a serving process ended with %s and is replaced", each.exitcode)
                self._processes[place] = self._start(place)


def run_workers(
    opener: Callable[[], Central], *, host: str, port: int, count: int, with_parent: bool
) -> None:
    """Serve in `count` processes until a signal; `opener` is called in each, and is picklable."""
    listener = bind(host, port)
    workers = Workers(opener, listener, count)

    def on_signal(_signal: int, _frame: Any) -> None:
        workers.stop()

    before = {each: signal.signal(each, on_signal) for each in SIGNALS}
    if with_parent:
        threading.Thread(target=_stop_with_parent, args=(workers,), daemon=True).start()
    say_port(listener)
    try:
        workers.run()
    finally:
        listener.close()
        for each, handler in before.items():
            signal.signal(each, handler)


def _stop_with_parent(workers: Workers) -> None:
    parent_gone()
    workers.stop()


def _work(
    opener: Callable[[], Central],
    listener: socket.socket,
    counts: MutableSequence[float],
    paces: MutableSequence[float],
    place: int,
) -> None:
    """What one process does. It ends with the process that keeps it, however that one ends."""
    set_up_log()
    keeper = multiprocessing.parent_process()
    central = replace(opener(), pace=Pace(paces))
    try:
        meters = Meters(ROUTES, counts, place)
        until = None if keeper is None else keeper.join
        serve_on(listener, central, until, meters, has_nights=place == 0)
    finally:
        central.database.close()
        listener.close()
