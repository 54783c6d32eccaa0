"""A wire between two real processes that spoils one exchange in three, each in its own way."""

from __future__ import annotations

import random
import socket
import threading
import time
from collections import Counter
from contextlib import suppress
from enum import StrEnum

from posapp.devices.simulated_line import Link

_HTML = b"<html><body>Please sign in to the guest network</body></html>"


class Toxic(StrEnum):
    """What becomes of one exchange."""

    PASS = "pass"
    DELAY = "delay"
    REQUEST_LOST = "request lost"
    REPLY_LOST = "reply lost"
    REPLY_TORN = "reply torn"
    SENT_TWICE = "sent twice"
    HALF_OPEN = "half open"
    DRIBBLE = "dribble"
    PORTAL = "portal"
    OVERLOADED = "overloaded"


SPOILED = tuple(toxic for toxic in Toxic if toxic is not Toxic.PASS)


class ToxicWire(Link):
    """Passes everything until `rage`; counts in `fired` what it did to each exchange."""

    def __init__(self, target_port: int) -> None:
        self.fired: Counter[Toxic] = Counter()
        self._choice = random.Random(0)
        self._deck: list[Toxic] = []
        self._rages = False
        self._choosing = threading.Lock()
        super().__init__(target_port)

    def rage(self, seed: int) -> None:
        self._choice = random.Random(seed)
        self._rages = True

    def calm(self) -> None:
        self._rages = False

    def _serve(self, client: socket.socket) -> None:
        client.settimeout(30)
        with self._lock:
            self._open.add(client)
        with suppress(OSError):
            while (request := _message(client)) and self._exchange(client, request):
                pass
        self._drop(client)

    def _exchange(self, client: socket.socket, request: bytes) -> bool:
        """Whether the connection may go on."""
        toxic = self._choose()
        match toxic:
            case Toxic.REQUEST_LOST:
                return False
            case Toxic.HALF_OPEN:
                time.sleep(0.3)
                return False
            case Toxic.PORTAL:
                client.sendall(_reply("200 OK", "text/html", _HTML))
                return False
            case Toxic.OVERLOADED:
                client.sendall(_reply("503 Service Unavailable", "text/plain", b"later"))
                return False
            case Toxic.DELAY:
                time.sleep(0.05)
        reply = self._ask(request)
        if toxic is Toxic.SENT_TWICE:
            self._ask(request)
        match toxic:
            case Toxic.REPLY_LOST:
                return False
            case Toxic.REPLY_TORN:
                client.sendall(reply[: len(reply) // 2])
                return False
            case Toxic.DRIBBLE:
                for place in range(0, len(reply), max(1, len(reply) // 20)):
                    client.sendall(reply[place : place + max(1, len(reply) // 20)])
                    time.sleep(0.002)
            case _:
                client.sendall(reply)
        return True

    def _choose(self) -> Toxic:
        with self._choosing:
            spoils = self._rages and self._choice.random() < 0.34
            toxic = self._deal() if spoils else Toxic.PASS
            self.fired[toxic] += 1
        return toxic

    def _deal(self) -> Toxic:
        """From a shuffled deck, so that none is left out for long."""
        if not self._deck:
            self._deck = list(SPOILED)
            self._choice.shuffle(self._deck)
        return self._deck.pop()

    def _ask(self, request: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", self._target_port), timeout=30) as upstream:
            upstream.sendall(request)
            return _message(upstream)


def _message(source: socket.socket) -> bytes:
    """One HTTP message with its body; empty when the other side has closed."""
    data = b""
    while b"\r\n\r\n" not in data:
        more = source.recv(65_536)
        if not more:
            return b""
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    lengths = [
        int(line.partition(b":")[2])
        for line in head.split(b"\r\n")
        if line.lower().startswith(b"content-length:")
    ]
    while len(body) < sum(lengths):
        body += source.recv(65_536)
    return head + b"\r\n\r\n" + body


def _reply(status: str, kind: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode("ascii") + body
