"""Central as a child process on a free loopback port; it dies with its parent."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Final

from posapp.errors import Unavailable

if TYPE_CHECKING:
    from pathlib import Path

_START_SECONDS: Final = 30


class CentralProcess:
    """Starts `posapp central serve` on a data folder and knows its port; can be killed and started
    again.
    """

    def __init__(self, data: Path, sms_spool: Path) -> None:
        self._data = data
        self._sms_spool = sms_spool
        self._child: subprocess.Popen[str] | None = None
        self.port = 0

    @property
    def pid(self) -> int:
        if self._child is None:
            raise Unavailable("central.not_started")
        return self._child.pid

    @property
    def is_running(self) -> bool:
        return self._child is not None and self._child.poll() is None

    def start(self) -> int:
        """Start and wait until it answers. Returns the port. Raises
        Unavailable("central.not_started").
        """
        self._child = subprocess.Popen(
            self._command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._child.stdout is not None
        line = self._child.stdout.readline()
        if not line.startswith("PORT "):
            self.stop()
            raise Unavailable("central.not_started")
        self.port = int(line.split()[1])
        self._wait_until_healthy()
        return self.port

    def stop(self) -> None:
        """End it in order: closing its standard input is its signal to finish."""
        child, self._child = self._child, None
        if child is None:
            return
        if child.stdin is not None:
            child.stdin.close()
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        if child.stdout is not None:
            child.stdout.close()

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._child is not None:
            self._child.kill()
            self._child.wait()
        self.stop()

    def _command(self) -> list[str]:
        frozen = getattr(sys, "frozen", False)
        program = [sys.executable] if frozen else [sys.executable, "-m", "posapp"]
        options = [
            "--data",
            str(self._data),
            "--port",
            "0",
            "--with-parent",
            "--sms-spool",
            str(self._sms_spool),
        ]
        return [*program, "central", "serve", *options]

    def _wait_until_healthy(self) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(
                    f"http://127.0.0.1:{self.port}/healthz", timeout=2
                ) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        self.stop()
        raise Unavailable("central.not_started")
