"""A start that a person sees at once: the curtain is painted first, then the rest is loaded."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from posapp.errors import PosError
from posapp.ui.curtain import Curtain

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from posapp.app.older_program import OlderProgram
    from posapp.app.till import Till
    from posapp.app.unlocking import Unlocking
    from posapp.app.window import TillWindow


class Starting(QObject):
    """`opened` carries the `TillWindow`. Ends the program's event loop when opening fails;
    `error` then says why, and is None after a mistake of the program.
    """

    opened = Signal(object)

    def __init__(
        self,
        app: QApplication,
        open_till: Callable[[], Till],
        *helpers: Unlocking | OlderProgram,
    ) -> None:
        super().__init__()
        self._app = app
        self._open_till = open_till
        self._helpers = helpers
        for helper in helpers:
            helper.settled.connect(self._open)
            helper.given_up.connect(self._give_up)
        self.till: Till | None = None
        self.window: TillWindow | None = None
        self.error: PosError | None = None
        self.curtain = Curtain()
        # Queued: what was painted must have reached the screen before this thread gets busy.
        self.curtain.painted.connect(self._open, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Show the curtain; everything else follows in the event loop."""
        self.curtain.show()

    @Slot()
    def _open(self) -> None:
        # What is loaded now stays for good: looking for garbage among it takes a tenth of the time.
        gc.disable()
        self.error = None
        try:
            self.window = self._open_window()
        except PosError as error:
            self.error = error
        finally:
            gc.freeze()
            self.curtain.close()
            if self.window is None:
                gc.enable()
                self._ask_or_end()
        if self.window is not None:
            self.opened.emit(self.window)

    def _ask_or_end(self) -> None:
        error = self.error
        able = [each for each in self._helpers if error is not None and each.helps_with(error)]
        if error is not None and able:
            able[0].ask(error)
        else:
            self._give_up()

    @Slot()
    def _give_up(self) -> None:
        self._app.exit(1)

    def _open_window(self) -> TillWindow:
        from posapp.app.window import TillWindow
        from posapp.ui.placing import fill_screen

        self.till = self._open_till()
        # From here on the window's own collector decides, and gives back what it found.
        gc.enable()
        window = TillWindow(self._app, self.till, can_train=True)
        window.window.closing.connect(self._app.quit)
        fill_screen(window.window)
        window.open()
        return window
