"""The till's own tones; every sound has a visible twin, so a silent machine loses nothing."""

from __future__ import annotations

from enum import Enum
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from posapp.paths import resource

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_VOLUME = 60


class Sound(Enum):
    """What happened, for the ear; the value is the file's name."""

    SCAN_OK = "scan_ok"
    SCAN_AGAIN = "scan_again"
    BLOCKED = "blocked"
    PAID = "paid"
    UNKNOWN = "unknown"
    WAITING = "waiting"
    PAPER_OUT = "paper_out"


class Player(Protocol):
    """Something that can play one of our files."""

    def play(self, sound: Sound) -> None: ...


class Beeper:
    """The system beep for what must be heard, silence for the rest: works on every machine."""

    def play(self, sound: Sound) -> None:
        if sound in (Sound.BLOCKED, Sound.UNKNOWN, Sound.PAPER_OUT):
            QApplication.beep()


class WavePlayer:
    """Plays the WAV files through QtMultimedia, which comes with the add-ons of PySide6."""

    def __init__(self, folder: Path, volume_percent: int) -> None:
        from PySide6.QtMultimedia import QSoundEffect

        self._effects: dict[Sound, QSoundEffect] = {}
        for sound in Sound:
            effect = QSoundEffect()
            effect.setSource(QUrl.fromLocalFile(str(folder / f"{sound.value}.wav")))
            effect.setVolume(volume_percent / 100)
            self._effects[sound] = effect

    def play(self, sound: Sound) -> None:
        self._effects[sound].play()


class Sounds:
    """Plays sounds as well as this machine can; `state` is `ready`, `beep_only` or `off`."""

    def __init__(self, *, enabled: bool = True, volume_percent: int = DEFAULT_VOLUME) -> None:
        self._player: Player | None = None
        if not enabled:
            self.state = "off"
        elif find_spec("PySide6.QtMultimedia") is not None:
            self.state = "ready"
            self._player = WavePlayer(resource("sounds"), volume_percent)
        else:
            self.state = "beep_only"
            self._player = Beeper()

    def play(self, sound: Sound) -> None:
        if self._player is not None:
            self._player.play(sound)
