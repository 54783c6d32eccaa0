"""One serving process: answers on a listening socket until it is told to stop, then drains."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
import threading
from typing import TYPE_CHECKING, Any, Final

import uvicorn

from posapp.central.app import create_app
from posapp.central.draining import Drain
from posapp.central.nights import Nights
from posapp.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from posapp.central.meters import Meters
    from posapp.central.service import Central

_BACKLOG: Final = 128
_TICKS_TO_DRAIN: Final = 100
"""Of a tenth of a second: a request that takes longer is cut off, and the till asks again."""

SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


class _Server(uvicorn.Server):
    """uvicorn raises the signal again when it is done, and nothing after `run` would happen."""

    def __init__(self, config: uvicorn.Config, drain: Drain) -> None:
        super().__init__(config)
        self._drain = drain
        self._ticks_left = _TICKS_TO_DRAIN
        self._is_stopping = False

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {each: signal.signal(each, self._on_signal) for each in SIGNALS}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)

    async def on_tick(self, counter: int) -> bool:
        if self._is_stopping:
            self._ticks_left -= 1
            if self._drain.is_done or self._ticks_left <= 0:
                self.should_exit = True
        return await super().on_tick(counter)

    def stop(self) -> None:
        """Refuse what comes, finish what is under way, then end. From any thread."""
        self._drain.close()
        self._is_stopping = True

    def _on_signal(self, _signal: int, _frame: Any) -> None:
        self.stop()


def serve_on(
    listener: socket.socket,
    central: Central,
    when_to_stop: Callable[[], None] | None,
    meters: Meters | None = None,
    *,
    has_nights: bool = True,
) -> None:
    """Serve until a signal, or until `when_to_stop`, called on a thread of its own, returns.

    One of several processes `has_nights`: it does what no request asks for.
    """
    drain = Drain(create_app(central, meters), central)
    config = uvicorn.Config(
        drain,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=5,
    )
    server = _Server(config, drain)
    if when_to_stop is not None:
        threading.Thread(target=_stop_after, args=(when_to_stop, server), daemon=True).start()
    nights = Nights(central)
    if has_nights:
        nights.start()
    try:
        server.run(sockets=[listener])
    finally:
        if has_nights:
            nights.stop()


def run_server(central: Central, *, host: str, port: int, with_parent: bool) -> None:
    """One process. Port 0 takes a free one; `PORT n` is the first line of output."""
    listener = bind(host, port)
    say_port(listener)
    try:
        serve_on(listener, central, parent_gone if with_parent else None)
    finally:
        listener.close()


def bind(host: str, port: int) -> socket.socket:
    """A listening socket. Raises Unavailable("central.port_taken", port, reason)."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        reason = error.strerror or str(error)
        raise Unavailable("central.port_taken", port=port, reason=reason) from error
    listener.listen(_BACKLOG)
    return listener


def say_port(listener: socket.socket) -> None:
    sys.stdout.write(f"PORT {listener.getsockname()[1]}\n")
    sys.stdout.flush()


def parent_gone() -> None:
    """Returns when standard input closes, which it does when the parent ends, however it ends."""
    with contextlib.suppress(OSError):
        while os.read(0, 1024):
            pass


def _stop_after(wait: Callable[[], None], server: _Server) -> None:
    wait()
    server.stop()
