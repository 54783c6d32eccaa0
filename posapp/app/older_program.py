"""A start on data of a newer program: it says so, sends what waits, and sells nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from posapp.errors import PosError
    from posapp.lanes import Lanes
    from posapp.offline.keys import TillKeys
    from posapp.offline.newer_data import Pushed
    from posapp.ui.unlock.older_screen import OlderScreen

ASKED_ABOUT: Final = "store.schema_newer"

# Whatever is slow to import is imported where it is used: the curtain must not wait for it.


class OlderProgram(QObject):
    """`settled` never fires: this program cannot open the data. `given_up` as the person leaves."""

    settled = Signal()
    given_up = Signal()
    _done = Signal(object)

    def __init__(
        self, app: QApplication, folder: Path, language: str, keys: Callable[[], TillKeys | None]
    ) -> None:
        super().__init__()
        self._app = app
        self._folder = folder
        self._language = language
        self._keys = keys
        self._lanes: Lanes | None = None
        self.screen: OlderScreen | None = None
        self._done.connect(self._show)

    def helps_with(self, error: PosError) -> bool:
        return error.key == ASKED_ABOUT and self._keys() is not None

    def ask(self, error: PosError) -> None:
        """Show why nothing is sold, and begin to send."""
        from posapp.app.looks import put_on
        from posapp.lanes import Lanes
        from posapp.ui.unlock.older_screen import OlderScreen

        self._lanes = Lanes()
        look = put_on(self._app, self, self._language)
        self.screen = OlderScreen(look, int(error.params["found"]), int(error.params["known"]))
        self.screen.again.connect(self._send)
        self.screen.left.connect(self._leave)
        self.screen.show()
        self._send()

    @Slot()
    def _send(self) -> None:
        from posapp.app.pushing_newer import push_newer
        from posapp.clock import SystemClock
        from posapp.lanes import SYNC

        keys = self._keys()
        assert keys is not None
        assert self._lanes is not None
        if self.screen is not None:
            self.screen.show_busy()
        work = self._lanes.submit(SYNC, lambda: push_newer(self._folder, keys, SystemClock()))
        work.add_done_callback(self._tell)

    def _tell(self, work: Future[Pushed]) -> None:
        error = work.exception()
        self._done.emit(work.result() if error is None else error)

    @Slot(object)
    def _show(self, outcome: Pushed | Exception) -> None:
        from posapp.offline.newer_data import Pushed
        from posapp.ui.error_texts import text_for

        if self.screen is None:
            return
        if isinstance(outcome, Pushed):
            self.screen.show_pushed(outcome.waiting)
        else:
            self.screen.show_problem(text_for(outcome))

    @Slot()
    def _leave(self) -> None:
        if self.screen is not None:
            self.screen.close()
            self.screen.deleteLater()
            self.screen = None
        if self._lanes is not None:
            self._lanes.close()
        self.given_up.emit()
