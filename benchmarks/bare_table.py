"""The floor of a scan, as a program of its own: a look-up and a row in a bare QTableView.

It runs without the till's style sheet, which every view of one process would share. Reads a
barcode a line, answers with the microseconds that it took; an empty line clears the table.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import Self

ROOT = Path(__file__).resolve().parent.parent
_LOOK_UP = """
    SELECT product.body FROM product_code JOIN product ON product.place = product_code.place
    WHERE product_code.code = ?
"""


class BareTable:
    """That program, for the one who measures."""

    def __init__(self, folder: Path, width: int, height: int) -> None:
        words = [sys.executable, "-m", "benchmarks.bare_table", str(folder), str(width)]
        self._child = subprocess.Popen(
            [*words, str(height)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._child.communicate()

    def scan(self, code: str) -> float:
        """Microseconds from the look-up to the painted row."""
        assert self._child.stdin
        assert self._child.stdout
        self._child.stdin.write(f"{code}\n")
        self._child.stdin.flush()
        return float(self._child.stdout.readline())

    def clear(self) -> None:
        self.scan("")


def serve(folder: Path, width: int, height: int) -> None:
    from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
    from PySide6.QtWidgets import QTableView

    from benchmarks.eyes import Eyes, application, wait
    from benchmarks.filled import newest_cache
    from benchmarks.shop import KEYS
    from posapp.offline.engine import open_encrypted

    class Model(QAbstractTableModel):
        """Rows of five texts."""

        def __init__(self) -> None:
            super().__init__()
            self.rows: list[tuple[str, ...]] = []

        def rowCount(self, _parent: object = None) -> int:  # noqa: N802  # Qt's own name
            return len(self.rows)

        def columnCount(self, _parent: object = None) -> int:  # noqa: N802  # Qt's own name
            return 5

        def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
            if role != Qt.ItemDataRole.DisplayRole:
                return None
            return self.rows[int(index.row())][int(index.column())]

        def append(self, row: tuple[str, ...]) -> None:
            place = len(self.rows)
            self.beginInsertRows(QModelIndex(), place, place)
            self.rows.append(row)
            self.endInsertRows()

        def clear(self) -> None:
            self.beginResetModel()
            self.rows.clear()
            self.endResetModel()

    app = application()
    database: Any = open_encrypted(newest_cache(folder), KEYS.cache_db, durable=False).connect()
    model, view = Model(), QTableView()
    view.setModel(model)
    view.resize(width, height)
    view.show()
    eyes = Eyes(view.viewport())
    app.processEvents()
    for line in sys.stdin:
        code = line.strip()
        eyes.saw = False
        begun = time.perf_counter_ns()
        if code:
            found = database.execute(_LOOK_UP, (code,)).fetchone()
            assert found
            model.append((str(len(model.rows) + 1), "可口可乐 500ml", "1", "5.00", "5.00"))
            view.scrollToBottom()
        else:
            model.clear()
        wait(app, lambda: eyes.saw)
        print((time.perf_counter_ns() - begun) / 1_000, flush=True)


if __name__ == "__main__":
    serve(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
