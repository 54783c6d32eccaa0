"""A screen for machines that have none: Xvfb for as long as the demo runs."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from posapp.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator

SCREEN: Final = "1280x1024x24"
START_WITHIN_S: Final = 15.0
STOP_WITHIN_S: Final = 5.0


@contextmanager
def virtual_display(screen: str = SCREEN) -> Iterator[str]:
    """Start Xvfb on a free number, yield its DISPLAY, stop it at the end.

    Blocks for at most START_WITHIN_S. Raises Unavailable("demo.no_virtual_display") where Xvfb is
    not installed or does not start.
    """
    if not shutil.which("Xvfb"):
        raise Unavailable("demo.no_virtual_display")
    reader, writer = os.pipe()
    with open(reader, "rb", buffering=0) as answer:
        try:
            server = _start(screen, writer)
        finally:
            os.close(writer)
        try:
            yield f":{_number(answer.fileno())}"
        finally:
            _stop(server)


def _start(screen: str, writer: int) -> subprocess.Popen[bytes]:
    words = ["Xvfb", "-displayfd", str(writer), "-screen", "0", screen]
    words += ["-nolisten", "tcp", "-noreset"]
    silent = subprocess.DEVNULL
    return subprocess.Popen(words, pass_fds=[writer], stdin=silent, stdout=silent, stderr=silent)


def _number(answer: int) -> int:
    """The display number, read to the end of its line: a pipe closed earlier stops the server."""
    line = b""
    while not line.endswith(b"\n"):
        ready, _, _ = select.select([answer], [], [], START_WITHIN_S)
        part = os.read(answer, 16) if ready else b""
        if not part:
            raise Unavailable("demo.no_virtual_display")
        line += part
    return int(line)


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(STOP_WITHIN_S)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
