"""A requests session whose connections can be cut: deadlines hold and closing never waits."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Any, Final

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

LARGEST_BODY: Final = 8 * 1024 * 1024


class Wires:
    """The sockets that are open now; `cut` ends whatever waits on them. Any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: set[socket.socket] = set()

    def add(self, wire: socket.socket) -> None:
        with self._lock:
            self._sockets = {each for each in self._sockets if each.fileno() >= 0} | {wire}

    def cut(self) -> None:
        with self._lock:
            open_now, self._sockets = self._sockets, set()
        for wire in open_now:
            # Below the encryption: the shutdown of a TLS socket would race with its reader.
            with contextlib.suppress(OSError):
                socket.socket.shutdown(wire, socket.SHUT_RDWR)


class _TrackingAdapter(HTTPAdapter):
    """Registers every connection that it opens. Never retries by itself."""

    def __init__(self, wires: Wires) -> None:
        self._wires = wires
        super().__init__(max_retries=0, pool_connections=1, pool_maxsize=1)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _pools(self._wires)


def new_session(wires: Wires, verify: str | bool) -> requests.Session:
    """A session that ignores the environment (proxies, CA bundles) and registers its sockets."""
    session = requests.Session()
    session.trust_env = False
    session.verify = verify
    session.mount("http://", _TrackingAdapter(wires))
    session.mount("https://", _TrackingAdapter(wires))
    return session


def _pools(wires: Wires) -> dict[str, type[HTTPConnectionPool]]:
    class PlainConnection(HTTPConnection):
        def connect(self) -> None:
            super().connect()
            wires.add(self.sock)

    class TlsConnection(HTTPSConnection):
        def connect(self) -> None:
            super().connect()
            wires.add(self.sock)

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = PlainConnection

    class TlsPool(HTTPSConnectionPool):
        ConnectionCls = TlsConnection

    return {"http": PlainPool, "https": TlsPool}
