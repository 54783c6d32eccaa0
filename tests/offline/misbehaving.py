"""A loopback server that answers what a test tells it to, byte by byte, or not at all."""

from __future__ import annotations

import json
import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from posapp.wire.canonical import encode

Script = Callable[["Asked", socket.socket], None]


@dataclass
class Asked:
    """A request as it arrived."""

    line: str
    headers: dict[str, str]
    body: bytes

    @property
    def request_id(self) -> str:
        return self.headers["x-request-id"]


@dataclass
class Server:
    """Runs one script for each request, the last one again and again; remembers what was asked."""

    scripts: list[Script] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    tls: ssl.SSLContext | None = None

    def __post_init__(self):
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._over = threading.Event()
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def address(self) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}"

    def close(self):
        self._over.set()
        for wire in [self._listener, *self._open]:
            with suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)
            wire.close()

    def wait(self, seconds: float):
        """Let time pass for a script, but not beyond the end of the test."""
        self._over.wait(seconds)

    def _accept(self):
        while not self._over.is_set():
            try:
                wire, _ = self._listener.accept()
            except OSError:
                return
            self._open.append(wire)
            self.connections += 1
            threading.Thread(target=self._serve, args=(wire,), daemon=True).start()

    def _serve(self, wire: socket.socket):
        try:
            if self.tls:
                wire = self.tls.wrap_socket(wire, server_side=True)
                self._open.append(wire)
            while (asked := _read_request(wire)) is not None:
                self.asked.append(asked)
                script = self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]
                script(asked, wire)
        except OSError:
            wire.close()


def _read_request(wire: socket.socket) -> Asked | None:
    data = b""
    while b"\r\n\r\n" not in data:
        part = wire.recv(65536)
        if not part:
            return None
        data += part
    head, _, body = data.partition(b"\r\n\r\n")
    line, *lines = head.decode().split("\r\n")
    headers = dict(each.split(": ", 1) for each in lines)
    headers = {name.lower(): value for name, value in headers.items()}
    while len(body) < int(headers.get("content-length", "0")):
        body += wire.recv(65536)
    return Asked(line, headers, body)


@contextmanager
def serving(*scripts: Script, tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    server = Server(scripts=list(scripts), tls=tls)
    try:
        yield server
    finally:
        server.close()


def response(
    body: bytes, status: str = "200 OK", kind: str = "application/json", more: str = ""
) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return head.encode() + body


def raw(data: bytes) -> Script:
    """Send these bytes, whatever was asked."""
    return lambda asked, wire: wire.sendall(data)


def message(make: Callable[[str], object], status: str = "200 OK", more: str = "") -> Script:
    """Send a message made from the request id."""

    def script(asked: Asked, wire: socket.socket):
        wire.sendall(response(encode(make(asked.request_id)), status, more=more))

    return script


def error(status: str, key: str, more: str = "", server_time_ms: int = 0, **params) -> Script:
    """Send central's own error message."""

    def make(request_id: str) -> object:
        body = {"key": key, "params": params}
        return {"request_id": request_id, "error": body, "server_time_ms": server_time_ms}

    return message(make, status, more)


def hang_up(asked: Asked, wire: socket.socket):
    wire.shutdown(socket.SHUT_RDWR)
    wire.close()
    raise OSError


def only_path(asked: Asked) -> str:
    found = re.match(r"[A-Z]+ (\S+) HTTP/1\.1", asked.line)
    assert found
    return found[1]


def as_json(asked: Asked) -> dict:
    return json.loads(asked.body)
