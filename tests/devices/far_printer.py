"""The far side of a network printer on a loopback port, as good and as bad as real ones are."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress

FINE = {4: 0x12, 2: 0x12}


class FarPrinter:
    """Answers status questions unless `silent`; `hang_up_after` closes the line within a job."""

    def __init__(self) -> None:
        self.status = dict(FINE)
        self.silent = False
        self.confirms = True
        self.hang_up_after: int | None = None
        self.jobs: list[bytes] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._links: list[socket.socket] = []
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self._listener.getsockname()[1]}"

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while True:
            try:
                link, _ = self._listener.accept()
            except OSError:
                return
            with link, suppress(OSError):
                self._one(link)

    def _one(self, link: socket.socket) -> None:
        link.settimeout(5)
        job = bytearray()
        while piece := link.recv(4096):
            if piece[:2] == b"\x10\x04":
                if not self.silent:
                    link.sendall(bytes([self.status[piece[2]]]))
                continue
            job += piece
            if self.hang_up_after is not None and len(job) >= self.hang_up_after:
                return
            if job.endswith(b"\x1dr\x01"):
                self.jobs.append(bytes(job[:-3]))
                job.clear()
                if self.confirms:
                    link.sendall(b"\x00")
        if job:
            self.jobs.append(bytes(job))
