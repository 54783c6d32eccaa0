"""The ESC/POS commands that we send, and no others; text never contributes a command byte."""

from __future__ import annotations

from typing import Final

INITIALISE: Final = b"\x1b@"
CHINESE_ON: Final = b"\x1c&"
LINE: Final = b"\n"
ALIGN_LEFT: Final = b"\x1ba\x00"
ALIGN_CENTER: Final = b"\x1ba\x01"
ALIGN_RIGHT: Final = b"\x1ba\x02"
BOLD_ON: Final = b"\x1bE\x01"
BOLD_OFF: Final = b"\x1bE\x00"
SIZE_NORMAL: Final = b"\x1d!\x00"
SIZE_TALL: Final = b"\x1d!\x01"
SIZE_DOUBLE: Final = b"\x1d!\x11"
REVERSE_ON: Final = b"\x1dB\x01"
REVERSE_OFF: Final = b"\x1dB\x00"
CUT_PARTIAL: Final = b"\x1dVB\x00"
CUT_FULL: Final = b"\x1dVA\x00"
# 50 ms on, 500 ms off on pin 2: what every drawer of the usual make opens by.
DRAWER_PULSE: Final = b"\x1bp\x00\x19\xfa"
SECOND_DRAWER_PULSE: Final = b"\x1bp\x01\x19\xfa"
"""The same on pin 5, for a second drawer on the same socket."""
PAPER_STATUS: Final = b"\x10\x04\x04"
OFFLINE_STATUS: Final = b"\x10\x04\x02"
QUEUED_PAPER_STATUS: Final = b"\x1dr\x01"

_LARGEST_BAND: Final = 240


def feed(rows: int) -> bytes:
    """Advance some rows of text height."""
    return b"\x1bd" + bytes([min(rows, 255)])


def qr(data: bytes, module_dots: int) -> bytes:
    """A QR code of model 2, error correction M, drawn by the printer."""
    return b"".join(
        (
            _qr_call(b"\x31\x41\x32\x00"),
            _qr_call(b"\x31\x43" + bytes([module_dots])),
            _qr_call(b"\x31\x45\x31"),
            _qr_call(b"\x31\x50\x30" + data),
            _qr_call(b"\x31\x51\x30"),
        )
    )


def raster(packed: bytes, width_bytes: int) -> bytes:
    """Rows of packed bits (1 = black) as GS v 0, in bands that small printers can hold."""
    step = width_bytes * _LARGEST_BAND
    pieces = (packed[start : start + step] for start in range(0, len(packed), step))
    return b"".join(_band(piece, width_bytes) for piece in pieces)


def _band(piece: bytes, width_bytes: int) -> bytes:
    rows = len(piece) // width_bytes
    head = width_bytes.to_bytes(2, "little") + rows.to_bytes(2, "little")
    return b"\x1dv0\x00" + head + piece


def _qr_call(body: bytes) -> bytes:
    return b"\x1d(k" + len(body).to_bytes(2, "little") + body
