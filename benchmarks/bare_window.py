"""The floor of a start: a bare window. Prints the monotonic moment of its first paint, in ns."""

import os
import sys
import time

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class BareWindow(QMainWindow):
    """Leaves as soon as it was seen."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's own name
        super().paintEvent(event)
        print(time.monotonic_ns(), flush=True)
        QApplication.exit(0)


if __name__ == "__main__":
    app = QApplication([])
    window = BareWindow()
    window.resize(1366, 768)
    window.show()
    sys.exit(app.exec())
