"""The loudspeaker: plays a short WAV through what the system has, and never complains."""

from __future__ import annotations

import array
import logging
import shutil
import subprocess
import sys
import tempfile
import wave
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

PROGRAMS: Final = ("pw-play", "paplay", "aplay")
LONGEST_S: Final = 5


class Output(Protocol):
    """Something that makes a file heard; returns when it is over or has begun."""

    def __call__(self, file: Path) -> None: ...


def find_output() -> Output | None:
    """How this machine plays a file; None where it has nothing that could."""
    if sys.platform == "win32":
        return _by_windows
    found = next((name for name in PROGRAMS if shutil.which(name)), None)
    return None if found is None else Program(found)


class Program:
    """A player of the system, one run for each tone."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, file: Path) -> None:
        """Wait for its end. Raises OSError and subprocess.SubprocessError."""
        subprocess.run(
            [self._name, str(file)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=LONGEST_S,
            check=True,
        )


def _by_windows(file: Path) -> None:
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(
            str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        )


class Speaker:
    """Plays tones on a lane of its own: whoever asks never waits, and a tone that would come late
    gives way to the newest. A machine without sound is silent; that is written once to the log.
    """

    def __init__(self, submit: Callable[[Callable[[], None]], object], output: Output) -> None:
        self._submit = submit
        self._output = output
        self._next: tuple[Path, int] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._is_dumb = False

    def play(self, file: Path, percent: int) -> None:
        """At `percent` of the loudness that the file has. Any thread."""
        if percent <= 0 or self._is_dumb:
            return
        waits, self._next = self._next, (file, percent)
        if waits is None:
            try:
                self._submit(self._play_next)
            except RuntimeError:  # the lanes are closed: the till is about to end
                self._next = None

    def close(self) -> None:
        """The softened copies go."""
        self._is_dumb = True
        if self._folder is not None:
            self._folder.cleanup()

    def _play_next(self) -> None:
        wish, self._next = self._next, None
        if wish is None or self._is_dumb:
            return
        try:
            self._output(self._softened(*wish))
        except (OSError, RuntimeError, subprocess.SubprocessError, wave.Error) as error:
            self._is_dumb = True
            log.info("no sound on this machine: %s", error)

    def _softened(self, file: Path, percent: int) -> Path:
        if percent >= 100:
            return file
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="tones-", ignore_cleanup_errors=True)
        copy = Path(self._folder.name) / f"{file.stem}-{percent}.wav"
        if not copy.exists():
            soften(file, copy, percent)
        return copy


def soften(file: Path, copy: Path, percent: int) -> None:
    """A 16-bit WAV at a share of its loudness. Raises OSError and wave.Error."""
    with wave.open(str(file), "rb") as source:
        shape, frames = source.getparams(), source.readframes(source.getnframes())
    samples = array.array("h")
    samples.frombytes(frames)
    if sys.byteorder == "big":
        samples.byteswap()
    quiet = array.array("h", (sample * percent // 100 for sample in samples))
    if sys.byteorder == "big":
        quiet.byteswap()
    with wave.open(str(copy), "wb") as target:
        target.setparams(shape)
        target.writeframes(quiet.tobytes())
