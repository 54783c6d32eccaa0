"""Listens while somebody tries a scanner, and keeps the setting that fits it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from posapp.domain.codes import payment_code
from posapp.lanes import STORE
from posapp.settings import with_values
from posapp.ui.i18n import tr
from posapp.ui.scan_text import clean_scan
from posapp.ui.scanner_test.proposal import Proposal, propose
from posapp.ui.scanner_test.trace import Ending, Trace, Tracer
from posapp.ui.sounds import Sound
from posapp.ui.wedge import WedgeSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from posapp.settings import SettingValue
    from posapp.ui.floor import Floor
    from posapp.ui.surface import KeyHeard, Scan

SILENCE_MS: Final = 600
KEPT: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class TestState:
    """The newest reads, oldest first, and what they come to."""

    __test__ = False  # no test, for all its name

    traces: tuple[Trace, ...] = ()
    proposal: Proposal
    is_saved: bool = False


class ScannerTestPresenter(QObject):
    """`changed` carries the state, `calibrated` the `WedgeSettings` that hold from now on."""

    changed = Signal(object)
    calibrated = Signal(object)

    def __init__(
        self,
        floor: Floor,
        keep: Callable[[Mapping[str, SettingValue]], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._keep = keep
        self._tracer = Tracer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SILENCE_MS)
        self._timer.timeout.connect(self._on_silence)
        self._state = TestState(proposal=propose(()))

    @property
    def state(self) -> TestState:
        return self._state

    def enter(self) -> None:
        """The page opens: nothing of an earlier try counts."""
        self._tracer.end(Ending.SILENCE)
        self._timer.stop()
        self._show(())

    def hear(self, key: KeyHeard) -> bool:
        """True when the key belongs to a read; other keys go on working the page."""
        if key.ends:
            return self._end(Ending.TAB if key.name == "Tab" else Ending.ENTER)
        is_plain = len(key.text) == 1 and key.text.isprintable() and "+" not in key.name[:-1]
        if not is_plain or key.repeat or (key.text == " " and not self._tracer.is_collecting):
            return False
        self._tracer.press(key.text, key.at_ms, key.source)
        self._timer.start()
        return True

    def take_scan(self, scan: Scan) -> bool:
        """A scanner that is no keyboard: it tells a whole code at once."""
        self._add(Trace(text=scan.text, ending=Ending.ENTER, source=scan.source))
        return True

    @Slot()
    def save(self) -> None:
        """What is proposed holds from now on, here and after a restart."""
        setting = self._state.proposal.setting
        if setting is None:
            return
        values: dict[str, SettingValue] = {
            "wedge_gap_ms": setting.gap_ms,
            "wedge_prefix": setting.prefix,
            "wedge_suffix": setting.suffix,
        }
        self._floor.desk.use(with_values(self._floor.desk.settings, values))
        self._floor.background.run(STORE, partial(self._keep, values), self._kept)
        self.calibrated.emit(
            WedgeSettings(gap_ms=setting.gap_ms, prefix=setting.prefix, suffix=setting.suffix)
        )

    def _kept(self, _nothing: None) -> None:
        self._show(self._state.traces, is_saved=True)
        self._floor.messages.show(tr("已保存扫码枪设置"))

    @Slot()
    def _on_silence(self) -> None:
        self._end(Ending.SILENCE)

    def _end(self, ending: Ending) -> bool:
        self._timer.stop()
        trace = self._tracer.end(ending)
        if trace is None:
            return False
        self._add(trace)
        return True

    def _add(self, trace: Trace) -> None:
        self._floor.sounds.play(Sound.SCAN_OK)
        self._show((*self._state.traces, trace)[-KEPT:])

    def _show(self, traces: tuple[Trace, ...], *, is_saved: bool = False) -> None:
        shown = tuple(_without_secret(each) for each in traces)
        self._state = TestState(traces=shown, proposal=propose(shown), is_saved=is_saved)
        self.changed.emit(self._state)


def _without_secret(trace: Trace) -> Trace:
    """A payment code is neither kept nor shown, not even here."""
    code = payment_code(clean_scan(trace.text))
    if code is None:
        return trace
    return Trace(text=code.masked, gaps=trace.gaps, ending=trace.ending, source=trace.source)
