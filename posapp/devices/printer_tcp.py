"""A receipt printer on the network, port 9100: a connection for each job, time-outs of ours."""

from __future__ import annotations

import contextlib
import socket
import time
from typing import TYPE_CHECKING, Final

from posapp.devices import escpos_commands as cmd
from posapp.devices.ports import Absent, Attention, DeviceState, Ready
from posapp.errors import OutcomeUnknown, Refused, Unavailable

if TYPE_CHECKING:
    from posapp.devices.paper import Paper
    from posapp.domain.receipt import Receipt

DEFAULT_PORT: Final = 9100
_FIXED_BITS: Final = 0x93
_FIXED_VALUE: Final = 0x12
_PAPER_END: Final = 0x60
_COVER_OPEN: Final = 0x04
_CHUNK: Final = 4096


class TcpPrinter:
    """Talks to one address. Printers that answer status questions confirm each job; others cannot.

    Not safe for two threads: it belongs to its lane.
    """

    def __init__(
        self,
        host: str,
        port: int,
        paper: Paper,
        *,
        connect_s: float = 3.0,
        answer_s: float = 0.5,
        job_s: float = 12.0,
    ) -> None:
        self._address = (host, port)
        self._paper = paper
        self._connect_s = connect_s
        self._answer_s = answer_s
        self._job_s = job_s

    def state(self) -> DeviceState:
        """Asks for cover and paper. A printer that does not answer is Attention, not Absent."""
        try:
            with self._connected(min(self._connect_s, 1.0)) as link:
                key = self._complaint(link)
        except Unavailable as error:
            return Absent(error.key)
        except OSError:
            return Attention("printer.status_unknown")
        match key:
            case None:
                return Attention("printer.status_unknown")
            case "":
                return Ready()
            case _:
                return Attention(key)

    def render(self, receipt: Receipt) -> bytes:
        return self._paper.render(receipt)

    def send(self, job_id: str, data: bytes) -> None:
        """See `ports.Printer.send`; `job_id` is not known to the printer and only names the job."""
        with self._connected(self._connect_s) as link:
            try:
                complaint = self._complaint(link)
            except OSError as error:
                raise Unavailable("printer.unreachable") from error
            if complaint:
                raise Unavailable(complaint)
            try:
                self._write(link, data)
                if complaint is not None:
                    self._await_end(link)
            except OSError as error:
                raise OutcomeUnknown("printer.outcome_unknown", job=job_id) from error

    def close(self) -> None:
        """Nothing is held between jobs."""

    def _connected(self, timeout_s: float) -> socket.socket:
        try:
            return socket.create_connection(self._address, timeout=timeout_s)
        except OSError as error:
            raise Unavailable("printer.unreachable") from error

    def _complaint(self, link: socket.socket) -> str | None:
        """What keeps it from printing: a key, "" for nothing, None when it does not answer."""
        paper = self._asked(link, cmd.PAPER_STATUS)
        if paper is None:
            return None
        if paper & _PAPER_END:
            return "printer.paper_out"
        cover = self._asked(link, cmd.OFFLINE_STATUS)
        return "printer.cover_open" if cover is not None and cover & _COVER_OPEN else ""

    def _asked(self, link: socket.socket, question: bytes) -> int | None:
        """One status byte, or None for silence and for anything that is no status byte."""
        link.settimeout(self._answer_s)
        link.sendall(question)
        with contextlib.suppress(TimeoutError):
            answer = link.recv(1)
            if not answer:
                raise ConnectionResetError
            if answer[0] & _FIXED_BITS == _FIXED_VALUE:
                return answer[0]
        return None

    def _write(self, link: socket.socket, data: bytes) -> None:
        """A printer out of paper stops reading: the deadline covers the whole job."""
        deadline = time.monotonic() + self._job_s
        for start in range(0, len(data), _CHUNK):
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            link.settimeout(left)
            link.sendall(data[start : start + _CHUNK])

    def _await_end(self, link: socket.socket) -> None:
        """GS r is answered in its place in the queue: all before it was read."""
        link.settimeout(self._job_s)
        link.sendall(cmd.QUEUED_PAPER_STATUS)
        if not link.recv(1):
            raise ConnectionResetError


def make(options: dict[str, str], paper: Paper) -> TcpPrinter:
    """`address` is host or host:port. Raises Refused("printer.address_not_valid")."""
    host, _, port = options.get("address", "").rpartition(":")
    if not host:
        host, port = port, str(DEFAULT_PORT)
    if not host or not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        raise Refused("printer.address_not_valid", address=options.get("address", ""))
    return TcpPrinter(host.strip("[]"), int(port), paper)
