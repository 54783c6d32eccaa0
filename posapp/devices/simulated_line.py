"""The wire between the demo's till and its central: a loopback relay whose faults can be switched
on.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from enum import StrEnum
from typing import Final

_CHUNK: Final = 65_536
_LOOPBACK: Final = "127.0.0.1"


class LinkFault(StrEnum):
    """none: all passes; gone: connections are refused; reply_lost: central acts, its answer never
    arrives.
    """

    NONE = "none"
    GONE = "gone"
    REPLY_LOST = "reply_lost"


class Link:
    """Relays TCP from a port of its own to central's. Threads of its own; `close` ends them all."""

    def __init__(self, target_port: int) -> None:
        self._target_port = target_port
        self._fault = LinkFault.NONE
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._closing = False
        self._listener: socket.socket | None = None
        self.port = 0
        self._listen()

    @property
    def fault(self) -> LinkFault:
        return self._fault

    def set_fault(self, fault: LinkFault) -> None:
        """Switch; connections that stand are cut, so that the next call meets the new state."""
        self._fault = fault
        if fault is LinkFault.GONE:
            self._stop_listening()
        self._cut()
        if fault is not LinkFault.GONE and self._listener is None:
            self._listen()

    def retarget(self, target_port: int) -> None:
        """Central came back on another port."""
        self._target_port = target_port
        self._cut()

    def close(self) -> None:
        self._closing = True
        self._stop_listening()
        self._cut()

    def _listen(self) -> None:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((_LOOPBACK, self.port))
        listener.listen(16)
        self.port = int(listener.getsockname()[1])
        self._listener = listener
        threading.Thread(
            target=self._accept, args=(listener,), name="demo-link", daemon=True
        ).start()

    def _stop_listening(self) -> None:
        listener, self._listener = self._listener, None
        if listener is not None:
            # A plain close does not wake accept() on Linux; shutdown does.
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()

    def _accept(self, listener: socket.socket) -> None:
        while not self._closing:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            threading.Thread(
                target=self._serve, args=(client,), name="demo-relay", daemon=True
            ).start()

    def _serve(self, client: socket.socket) -> None:
        try:
            upstream = socket.create_connection((_LOOPBACK, self._target_port), timeout=5)
        except OSError:
            client.close()
            return
        upstream.settimeout(None)
        with self._lock:
            self._open |= {client, upstream}
        if self._fault is LinkFault.GONE:
            # Accepted just before the line went, registered just after everything was cut.
            _shut(client)
            _shut(upstream)
        back = threading.Thread(
            target=self._pump_back, args=(upstream, client), name="demo-back", daemon=True
        )
        back.start()
        self._pump(client, upstream)
        back.join(timeout=30)
        self._drop(client, upstream)

    def _pump_back(self, upstream: socket.socket, client: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := upstream.recv(_CHUNK):
                if self._fault is LinkFault.REPLY_LOST:
                    break
                client.sendall(data)
        _shut(client)
        _shut(upstream)

    def _pump(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(_CHUNK):
                sink.sendall(data)
        _shut(sink, socket.SHUT_WR)

    def _cut(self) -> None:
        with self._lock:
            standing = tuple(self._open)
        for each in standing:
            _shut(each)

    def _drop(self, *sockets: socket.socket) -> None:
        with self._lock:
            self._open.difference_update(sockets)
        for each in sockets:
            each.close()


def _shut(each: socket.socket, how: int = socket.SHUT_RDWR) -> None:
    with contextlib.suppress(OSError):
        each.shutdown(how)
