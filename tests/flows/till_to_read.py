"""A process of its own: the sample till on a display, as a screen reader meets it."""

import sys
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QTimer

from posapp.app.run import run_window
from posapp.demo.park import open_park
from posapp.demo.sample import Folders


def come_forward(_app, window):
    """No window manager is there to give it the keyboard."""
    QTimer.singleShot(0, lambda: window.window.windowHandle().requestActivate())
    return window


with ExitStack() as closing:
    park = open_park(Folders(Path(sys.argv[1])), {"language": "zh_CN"}, closing)
    sys.exit(run_window(park.till, beside=come_forward))
