"""The till's own tones; every sound has a visible twin, so a silent machine loses nothing."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtWidgets import QApplication

from posapp.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from posapp.settings import Settings

DEFAULT_VOLUME: Final = 60


class Sound(Enum):
    """What happened, for the ear; the value is the file's name."""

    SCAN_OK = "scan_ok"
    SCAN_AGAIN = "scan_again"
    BLOCKED = "blocked"
    PAID = "paid"
    UNKNOWN = "unknown"
    WAITING = "waiting"
    PAPER_OUT = "paper_out"


MUST_BE_HEARD: Final = (Sound.BLOCKED, Sound.UNKNOWN, Sound.PAPER_OUT)


class Player(Protocol):
    """Something that can play one of our files; it never waits and never fails."""

    def play(self, file: Path, percent: int) -> None: ...


class Sounds:
    """Plays sounds as well as this machine can; `state` is `ready`, `beep_only` or `off`.

    Without a player the system's beep stands for what must be heard.
    """

    def __init__(
        self,
        player: Player | None = None,
        *,
        enabled: bool = True,
        volume: Callable[[], int] = lambda: DEFAULT_VOLUME,
    ) -> None:
        self._player = player
        self._volume = volume
        self._enabled = enabled
        self.state = "off"
        if enabled:
            self.state = "beep_only" if player is None else "ready"

    def play(self, sound: Sound) -> None:
        """For the UI thread; returns at once."""
        percent = self._volume() if self._enabled else 0
        if percent <= 0:
            return
        if self._player is not None:
            self._player.play(resource("sounds") / f"{sound.value}.wav", percent)
        elif sound in MUST_BE_HEARD:
            QApplication.beep()


def volume_at(hour: int, settings: Settings) -> int:
    """The volume in percent that holds at an hour of the shop's day."""
    start, end = settings.night_from_hour, settings.night_until_hour
    is_night = start <= hour < end if start <= end else hour >= start or hour < end
    return settings.night_sound_percent if is_night else settings.sound_percent
