"""How this till looks and sounds: the settings in force, on the glass and speaker that are here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from posapp.app.stores import keep_at_the_counter
from posapp.devices.speaker import Speaker, find_output
from posapp.lanes import device_lane
from posapp.ui.comfort.presenter import ComfortPresenter, theme_of
from posapp.ui.fonts import load_fonts
from posapp.ui.glass import glass_of
from posapp.ui.languages import Languages
from posapp.ui.look import Look
from posapp.ui.qss import apply_look
from posapp.ui.sounds import Sounds, volume_at

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from posapp.app.till import Till
    from posapp.ui.floor import Floor
    from posapp.workflows.desk import Desk

SPEAKER_LANE = device_lane("speaker")


class Comfort:
    """Built before the first widget; `room` is the window's size where it does not get all."""

    def __init__(self, app: QApplication, till: Till, room: tuple[int, int] | None = None) -> None:
        settings = till.desk.settings
        load_fonts()
        self._till = till
        self._glass = glass_of(app.primaryScreen(), room)
        self.look = Look(theme=theme_of(settings), scale=self._glass.scale(settings))
        self.languages = Languages(app, self.look)
        self.languages.choose(settings.language)
        apply_look(app, self.look)
        output = find_output()
        self._speaker = None
        if output is not None:
            self._speaker = Speaker(partial(till.lanes.submit, SPEAKER_LANE), output)
        self.sounds = Sounds(self._speaker, volume=partial(_volume, till.desk))

    def presenter(self, floor: Floor) -> ComfortPresenter:
        """What the page talks to."""
        keep = partial(keep_at_the_counter, self._till.stores.folder)
        return ComfortPresenter(floor, self.look, self._glass, keep)

    def close(self) -> None:
        """Silence."""
        if self._speaker is not None:
            self._speaker.close()


def _volume(desk: Desk) -> int:
    hour = int(desk.local_time(desk.now_ms())[11:13])
    return volume_at(hour, desk.settings)
