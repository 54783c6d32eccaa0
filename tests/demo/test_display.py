"""The virtual display of the demo."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from posapp.demo.display import virtual_display
from posapp.errors import Unavailable
from posapp.ui.self_check import has_display

needs_xvfb = pytest.mark.skipif(not shutil.which("Xvfb"), reason="needs Xvfb")
needs_x11 = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="X11 machines only")

SIZE_OF_SCREEN = """
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
size = app.primaryScreen().size()
print(app.platformName(), size.width(), size.height())
"""


@needs_xvfb
def test_a_window_system_answers_on_the_virtual_display() -> None:
    with virtual_display("800x600x24") as display:
        run = subprocess.run(
            [sys.executable, "-c", SIZE_OF_SCREEN],
            env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            capture_output=True,
            text=True,
            check=False,
        )
    assert run.stdout.split() == ["xcb", "800", "600"], run.stderr


@needs_xvfb
def test_two_virtual_displays_get_numbers_of_their_own_and_go_away() -> None:
    with virtual_display() as one, virtual_display() as two:
        assert one != two
        sockets = [Path(f"/tmp/.X11-unix/X{display[1:]}") for display in (one, two)]
        assert all(socket.exists() for socket in sockets)
    assert not any(socket.exists() for socket in sockets)


@needs_x11
def test_without_xvfb_the_demo_says_that_it_has_no_display(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unavailable) as refusal, virtual_display():
        pass
    assert refusal.value.key == "demo.no_virtual_display"


@needs_xvfb
def test_a_server_that_does_not_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Unavailable), virtual_display("no screen"):
        pass


@needs_x11
@pytest.mark.parametrize(
    ("environment", "seen"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "w"}, True),
    ],
)
def test_a_display_is_there_when_it_is_named(environment: dict[str, str], seen: bool) -> None:
    assert has_display(environment) is seen
