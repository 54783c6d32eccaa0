"""Papers that belong to no sale: printed when asked for, kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from posapp.devices.station import Station
    from posapp.domain.receipt import Receipt
    from posapp.workflows.desk import Desk


class LoosePaper:
    """Lane: device:printer."""

    def __init__(self, station: Station, desk: Desk) -> None:
        self._station = station
        self._desk = desk

    def print_now(self, document: Receipt) -> None:
        """Raises Unavailable and OutcomeUnknown as `Printer.send`."""
        printer = self._station.printer
        printer.send(self._desk.new_id(), printer.render(document))
