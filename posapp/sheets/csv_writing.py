"""A table as CSV (RFC 4180): UTF-8 with its mark in front, a line at a time."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from posapp.sheets.cells import csv_text

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.sheets.sheet import Sheet


def write_csv(path: Path, sheet: Sheet) -> int:
    """Write heads and rows; how many rows. Every line has as many cells as there are heads.

    Any lane. Raises OSError.
    """
    wide = len(sheet.heads)
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file, lineterminator="\r\n")
        lines.writerow([csv_text(head) for head in sheet.heads])
        for row in sheet.rows:
            cells = [csv_text(value) for value in row.values]
            lines.writerow(cells + [""] * (wide - len(cells)))
            count += 1
    return count
