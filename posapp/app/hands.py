"""What the hands reach: the keys of this till, how its scanner types, and their two pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from posapp.app.key_keeping import EXPORT_FOLDER
from posapp.app.stores import keep_at_the_counter
from posapp.ui.keymap import KeyMap
from posapp.ui.keys.presenter import KeysPresenter, bindings_in_force
from posapp.ui.navigation import Place
from posapp.ui.scanner_test.presenter import ScannerTestPresenter
from posapp.ui.wedge import WedgeSettings
from posapp.workflows.loose_paper import LoosePaper

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.app.till import Till
    from posapp.ui.floor import Floor
    from posapp.ui.frame import Frame
    from posapp.ui.input_router import InputRouter
    from posapp.ui.surface import Surface


class Hands:
    """Built before the window; `listen` once the router stands."""

    def __init__(self, till: Till, floor: Floor) -> None:
        settings = till.desk.settings
        self.keymap = KeyMap(bindings_in_force(settings.key_preset, settings.key_changes))
        keep = partial(keep_at_the_counter, till.stores.folder)
        printing = LoosePaper(till.station, till.desk)
        self.scanner_test = ScannerTestPresenter(floor, keep)
        self.keys = KeysPresenter(
            floor, self.keymap, keep, printing, folder=till.stores.folder / EXPORT_FOLDER
        )
        self.wedge = WedgeSettings(
            gap_ms=settings.wedge_gap_ms,
            prefix=settings.wedge_prefix,
            suffix=settings.wedge_suffix,
        )

    def builders(self) -> dict[Place, Callable[[Frame], Surface]]:
        """Imported when somebody goes there: the first scan must not wait for them."""
        return {Place.SCANNER_TEST: self._scanner_test, Place.KEYS: self._keys}

    def listen(self, router: InputRouter, build_anew: Callable[[], None]) -> None:
        """Another calibration holds at once; other keys are printed on every button anew."""
        self.scanner_test.calibrated.connect(router.use_wedge)
        self.keys.rekeyed.connect(build_anew)

    def _scanner_test(self, frame: Frame) -> Surface:
        from posapp.ui.scanner_test.screen import ScannerTestScreen

        return ScannerTestScreen(frame.look, self.scanner_test)

    def _keys(self, frame: Frame) -> Surface:
        from posapp.ui.keys.screen import KeysScreen

        return KeysScreen(frame.look, self.keys)
