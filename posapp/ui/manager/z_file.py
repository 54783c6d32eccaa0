"""A Z as a file for a spreadsheet; the same rows as its paper, written beside and then renamed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from posapp.sheets.csv_writing import write_csv
from posapp.sheets.saving import file_name, saving
from posapp.sheets.xlsx_writing import write_xlsx
from posapp.sheets.z_sheets import z_lines, z_sheets

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.sheets.z_sheets import ZFile


class Form(StrEnum):
    """As what a report leaves the till."""

    XLSX = "xlsx"
    CSV = "csv"


def path_of(folder: Path, file: ZFile, form: Form) -> Path:
    """Number, till and day: nothing of a person."""
    z = file.report
    return folder / file_name(f"Z{z.number:06d}", file.till, z.business_date, suffix=f".{form}")


def write_z(path: Path, file: ZFile, form: Form) -> int:
    """Write the file; how many rows. Any lane.

    Raises Unavailable("report.disk_full" | "report.folder_refused" | "report.not_saved").
    """
    with saving(path) as half:
        match form:
            case Form.XLSX:
                return write_xlsx(half, z_sheets(file))
            case Form.CSV:
                return write_csv(half, z_lines(file))
            case _:
                assert_never(form)
