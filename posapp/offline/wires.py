"""The open connections of a link and how a call on them fails; knows no HTTP library."""

from __future__ import annotations

import contextlib
import socket
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from posapp.offline.sync_state import Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpRequest:
    """One request; times in seconds: to connect, and between two reads."""

    method: str
    url: str
    body: bytes
    headers: dict[str, str]
    connect_s: float
    read_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpReply:
    """What came back, read to its end."""

    status: int
    content_type: str
    retry_after: str
    body: bytes
    signature: str = ""


class HttpFailure(Exception):
    """No complete reply; `was_reset` when the other side closed before its first byte."""

    def __init__(self, kind: Failure, *, was_reset: bool = False) -> None:
        super().__init__(kind)
        self.kind = kind
        self.was_reset = was_reset


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
