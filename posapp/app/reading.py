"""What scanners read at the till: handed to the router, or refused with a tone and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, Signal, Slot

from posapp.errors import Refused
from posapp.ui.i18n import tr
from posapp.ui.messages import Level
from posapp.ui.scan_refusals import refusal_of
from posapp.ui.scan_text import clean_scan
from posapp.ui.sounds import Sound
from posapp.ui.surface import Scan

if TYPE_CHECKING:
    from posapp.app.till import Till
    from posapp.ui.floor import Floor
    from posapp.ui.input_router import InputRouter

INPUT_METHOD_QUIET_MS: Final = 3_000


class Reading(QObject):
    """A scanner of its own is heard on its own thread; what it read arrives on the UI thread."""

    _code_read = Signal(str)

    def __init__(self, till: Till, floor: Floor, router: InputRouter, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = till.desk.settings
        self._floor = floor
        self._router = router
        self._warned_of_input_method = QElapsedTimer()
        router.refused.connect(self._refuse_scan)
        router.too_long.connect(self._refuse_length)
        router.input_method.connect(self._warn_of_input_method)
        self._listen(till)

    def _listen(self, till: Till) -> None:
        from posapp.devices.registry import Port

        self._code_read.connect(self._on_code_read)
        if till.station.has(Port.SCANNER):
            till.station.scanner.listen(self._code_read.emit)

    @Slot(str)
    def _on_code_read(self, text: str) -> None:
        code = clean_scan(text, self._settings.wedge_prefix, self._settings.wedge_suffix)
        self._router.arrive(Scan(text=code, source="device"))

    @Slot(object)
    def _refuse_scan(self, scan: Scan) -> None:
        self._floor.sounds.play(Sound.BLOCKED)
        self._floor.messages.show_error(refusal_of(scan.text))

    @Slot()
    def _warn_of_input_method(self) -> None:
        """Once, not for every key of a scan: what was written is not lost."""
        quiet = self._warned_of_input_method
        if quiet.isValid() and not quiet.hasExpired(INPUT_METHOD_QUIET_MS):
            return
        quiet.start()
        self._floor.messages.show(
            tr("请切换到英文输入法，或改用串口扫码枪"), Level.WARN, key="input.method_active"
        )

    @Slot(int)
    def _refuse_length(self, length: int) -> None:
        self._floor.sounds.play(Sound.UNKNOWN)
        self._floor.messages.show_error(Refused("code.too_long", length=length))
