"""A scanner on a serial port or a USB port that acts as one: no keyboard, no input method between.

Needs no library where there is termios (Linux, macOS); elsewhere the driver is not offered.
"""

from __future__ import annotations

import fcntl
import logging
import os
import select
import termios
import threading
import tty
from pathlib import Path
from typing import TYPE_CHECKING, Final

from posapp.devices.ports import Absent, Ready
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.devices.ports import DeviceState

log = logging.getLogger(__name__)

LONGEST_CODE: Final = 512
AGAIN_S: Final = 1.0
SILENCE_S: Final = 0.1
"""A scanner without a terminator has said all after this long."""
_ENDS: Final = b"\r\n\t\x03"
_SPEEDS: Final = {
    9_600: termios.B9600,
    19_200: termios.B19200,
    38_400: termios.B38400,
    57_600: termios.B57600,
    115_200: termios.B115200,
}


class CodeSplitter:
    """Bytes come in as they come, whole codes go out; an endless one is cut and thereby refused."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    @property
    def is_waiting(self) -> bool:
        """Something has begun that no terminator ended."""
        return bool(self._bytes)

    def feed(self, data: bytes) -> list[str]:
        """The codes that these bytes ended."""
        codes: list[str] = []
        for byte in data:
            if byte in _ENDS:
                codes += self.end()
            elif len(self._bytes) <= LONGEST_CODE:
                self._bytes.append(byte)
        return codes

    def end(self) -> list[str]:
        """What was read so far is a whole code."""
        raw = bytes(self._bytes)
        self._bytes.clear()
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            text = raw.decode("gb18030", errors="replace")
        return [text] if text.strip() else []


class SerialScanner:
    """Opens its port again whenever it comes back; codes come on its own thread."""

    def __init__(self, path: str, speed: int = 9_600) -> None:
        if speed not in _SPEEDS or not path:
            raise Refused("settings.not_valid", name="scanner")
        self._path = path
        self._speed = _SPEEDS[speed]
        self._on_code: Callable[[str], None] | None = None
        self._thread: threading.Thread | None = None
        self._is_open = False
        self._stopped = threading.Event()
        self._wake_read, self._wake_write = os.pipe()

    def state(self) -> DeviceState:
        """Ready while its port is open; it is asked for again every second otherwise."""
        if self._thread is None:
            return Ready() if Path(self._path).exists() else Absent("scanner.unreachable")
        return Ready() if self._is_open else Absent("scanner.unreachable")

    def listen(self, on_code: Callable[[str], None]) -> None:
        self._on_code = on_code
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="scanner", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """No code comes after this."""
        self._on_code = None
        if self._stopped.is_set():
            return
        self._stopped.set()
        os.write(self._wake_write, b"x")
        if self._thread is not None:
            self._thread.join(2 * AGAIN_S)
        os.close(self._wake_read)
        os.close(self._wake_write)

    # -- on the scanner's own thread

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                port = self._opened()
            except (OSError, termios.error):
                self._stopped.wait(AGAIN_S)
                continue
            self._is_open = True
            try:
                self._read(port)
            except OSError as error:
                log.info("scanner gone: %s", error.strerror)
            finally:
                self._is_open = False
                os.close(port)
            self._stopped.wait(AGAIN_S)

    def _opened(self) -> int:
        port = os.open(self._path, os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK)
        try:
            tty.setraw(port, termios.TCSANOW)
            attributes = termios.tcgetattr(port)
            attributes[4] = attributes[5] = self._speed
            termios.tcsetattr(port, termios.TCSANOW, attributes)
            # Another program on the same port would take half of every code.
            fcntl.ioctl(port, termios.TIOCEXCL)
        except (OSError, termios.error):
            os.close(port)
            raise
        return port

    def _read(self, port: int) -> None:
        """Until the scanner is pulled out or the till closes. Raises OSError when it is gone."""
        splitter = CodeSplitter()
        while not self._stopped.is_set():
            wait = SILENCE_S if splitter.is_waiting else None
            ready, _, _ = select.select([port, self._wake_read], [], [], wait)
            if self._wake_read in ready:
                return
            if not ready:
                self._tell(splitter.end())
                continue
            data = os.read(port, 4_096)
            if not data:
                return
            self._tell(splitter.feed(data))

    def _tell(self, codes: list[str]) -> None:
        for code in codes:
            on_code = self._on_code
            if on_code is not None:
                on_code(code)


def make(options: dict[str, str]) -> SerialScanner:
    """From `serial:/dev/ttyACM0` or `serial:/dev/ttyUSB0@115200`.

    Raises Refused("settings.not_valid").
    """
    path, _, speed = options.get("address", "").partition("@")
    if speed and not speed.isdigit():
        raise Refused("settings.not_valid", name="scanner")
    return SerialScanner(path, int(speed) if speed else 9_600)
