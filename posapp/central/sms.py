"""The way to a member's phone: a gateway port, and its file for simulated phones."""

from __future__ import annotations

import json
import os
import threading
from typing import TYPE_CHECKING, Protocol

from posapp.errors import Unavailable

if TYPE_CHECKING:
    from pathlib import Path


class SmsGateway(Protocol):
    """Sends one message. Raises Unavailable("sms.not_sent"); never logs text or number."""

    def send(self, phone: str, text: str, *, at_ms: int) -> None: ...


class FileGateway:
    """Appends each message as a JSON line {at_ms, phone, text} for a simulated phone."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def send(self, phone: str, text: str, *, at_ms: int) -> None:
        line = json.dumps({"at_ms": at_ms, "phone": phone, "text": text}, ensure_ascii=False)
        with self._lock:
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(handle, "a", encoding="utf-8") as spool:
                spool.write(line + "\n")


class NoGateway:
    """A central without a gateway: every message fails, and the till offers other factors."""

    def send(self, phone: str, text: str, *, at_ms: int) -> None:  # noqa: ARG002  # the port's shape
        raise Unavailable("sms.not_sent")
