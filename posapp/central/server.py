"""The server process: binds its own port, says which, ends with its parent or a signal."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
import threading
from typing import TYPE_CHECKING, Any

import uvicorn

from posapp.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import FastAPI

_BACKLOG = 128


class _Server(uvicorn.Server):
    """uvicorn raises the signal again when it is done, and nothing after `run` would happen."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {each: signal.signal(each, self._stop) for each in _SIGNALS}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)

    def _stop(self, _signal: int, _frame: Any) -> None:
        self.should_exit = True


_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def run_server(app: FastAPI, *, host: str, port: int, with_parent: bool) -> None:
    """Serve until told to stop. Port 0 takes a free one; `PORT n` is the first line of output."""
    listener = _bind(host, port)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=5,
    )
    server = _Server(config)
    if with_parent:
        threading.Thread(target=_stop_with_parent, args=(server,), daemon=True).start()
    sys.stdout.write(f"PORT {listener.getsockname()[1]}\n")
    sys.stdout.flush()
    try:
        server.run(sockets=[listener])
    finally:
        listener.close()


def _bind(host: str, port: int) -> socket.socket:
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


def _stop_with_parent(server: uvicorn.Server) -> None:
    """Standard input closes when the parent ends, however it ends."""
    with contextlib.suppress(OSError):
        while os.read(0, 1024):
            pass
    server.should_exit = True
