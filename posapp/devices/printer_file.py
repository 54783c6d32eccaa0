"""A printer that is a file: a folder gets a file for each job, a device node the bytes."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from posapp.devices.ports import Absent, DeviceState, Ready
from posapp.errors import OutcomeUnknown, Refused, Unavailable

if TYPE_CHECKING:
    from posapp.devices.paper import Paper
    from posapp.domain.receipt import Receipt

_SAFE_NAME: Final = re.compile(r"[0-9A-Za-z-]{1,64}")


class FilePrinter:
    """Writes jobs below a folder as NNNNNN-job.bin, or to a device node."""

    def __init__(self, path: Path, paper: Paper) -> None:
        self._path = path
        self._paper = paper

    def state(self) -> DeviceState:
        if self._path.is_dir() or self._path.is_char_device():
            return Ready() if os.access(self._path, os.W_OK) else Absent("printer.no_access")
        return Absent("printer.unreachable")

    def render(self, receipt: Receipt) -> bytes:
        return self._paper.render(receipt)

    def send(self, job_id: str, data: bytes) -> None:
        """See `ports.Printer.send`. A job in a folder is whole or not there."""
        if not _SAFE_NAME.fullmatch(job_id):
            raise Refused("printer.job_name_not_valid")
        if self._path.is_dir():
            self._keep(job_id, data)
        else:
            self._pass_on(job_id, data)

    def close(self) -> None:
        """Nothing is held between jobs."""

    def _keep(self, job_id: str, data: bytes) -> None:
        taken = (path.name[:6] for path in self._path.glob("[0-9]*.bin"))
        number = max((int(name) for name in taken if name.isdigit()), default=0) + 1
        final = self._path / f"{number:06d}-{job_id}.bin"
        unfinished = final.with_suffix(".part")
        try:
            unfinished.write_bytes(data)
            unfinished.replace(final)
        except OSError as error:
            unfinished.unlink(missing_ok=True)
            raise Unavailable("printer.unreachable") from error

    def _pass_on(self, job_id: str, data: bytes) -> None:
        """Without waiting for ever: a device node that takes nothing is out of paper or offline."""
        try:
            node = os.open(self._path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
        except OSError as error:
            raise Unavailable("printer.unreachable") from error
        try:
            written = _written(node, data)
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise Unavailable("printer.paper_out") from error
            raise OutcomeUnknown("printer.outcome_unknown", job=job_id) from error
        finally:
            os.close(node)
        if written == 0:
            raise Unavailable("printer.unreachable")
        if written < len(data):
            raise OutcomeUnknown("printer.outcome_unknown", job=job_id)


def _written(node: int, data: bytes) -> int:
    done = 0
    while done < len(data):
        try:
            done += os.write(node, data[done : done + 4096])
        except BlockingIOError:
            break
    return done


def make(options: dict[str, str], paper: Paper) -> FilePrinter:
    """`address` is a folder or a device node. Raises Refused("printer.address_not_valid")."""
    address = options.get("address", "")
    if not address:
        raise Refused("printer.address_not_valid", address=address)
    return FilePrinter(Path(address), paper)
