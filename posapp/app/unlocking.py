"""A start whose keys do not open asks a person, and goes on where she found a way."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from posapp.errors import PosError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from posapp.offline.keys import KeyStore, TillKeys
    from posapp.ui.unlock.screen import UnlockScreen

ASKED_ABOUT: Final = ("keys.keyring_locked", "keys.no_keyring", "keys.lost")


class Unlocking(QObject):
    """`settled` when opening is worth another try; `given_up` when the person leaves.

    `opened` is what the recovery secret opened, for this run: where the keys are, and the keys.
    """

    settled = Signal()
    given_up = Signal()

    def __init__(self, app: QApplication, folder: Path, language: str) -> None:
        super().__init__()
        self._app = app
        self._folder = folder
        self._language = language
        self._key = ""
        self.opened: tuple[KeyStore, TillKeys] | None = None
        self.screen: UnlockScreen | None = None

    def helps_with(self, error: PosError) -> bool:
        """Only where a till stands: a new one needs no unlocking but another choice of keys."""
        from posapp.offline.till_store import DATABASE

        return error.key in ASKED_ABOUT and (self._folder / DATABASE).exists()

    def ask(self, error: PosError) -> None:
        """Show why, and wait for the person."""
        from posapp.app.looks import put_on
        from posapp.offline.recovery_secret import RecoveryFile
        from posapp.ui.unlock.screen import UnlockScreen

        look = put_on(self._app, self, self._language)
        self._key = error.key
        has_secret = RecoveryFile(self._folder).exists()
        self.screen = UnlockScreen(look, error.key, has_secret=has_secret)
        self.screen.again.connect(self._again)
        self.screen.secret_given.connect(self._open_with)
        self.screen.left.connect(self._leave)
        self.screen.show()

    @Slot()
    def _again(self) -> None:
        self._close()
        self.settled.emit()

    @Slot()
    def _leave(self) -> None:
        self._close()
        self.given_up.emit()

    @Slot(str)
    def _open_with(self, typed: str) -> None:
        from posapp.app.opening import keys_by_secret
        from posapp.ui.error_texts import text_for

        try:
            self.opened = keys_by_secret(self._folder, typed)
        except PosError as error:
            assert self.screen is not None
            self.screen.show_error(text_for(error))
            return
        if self._key == "keys.lost":
            self._put_back(self.opened[1])
        self._again()

    def _put_back(self, keys: TillKeys) -> None:
        """The keyring works and has lost the item: it is whole again from the next start on."""
        from posapp.app.opening import store_for

        with suppress(PosError):
            store_for(self._folder, "keyring").save(keys)

    def _close(self) -> None:
        if self.screen is not None:
            self.screen.close()
            self.screen.deleteLater()
            self.screen = None
