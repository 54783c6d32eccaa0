"""An operator takes a report of central as a file; that it was taken is written down first."""

from __future__ import annotations

import getpass
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from posapp.central.commands import central_of
from posapp.central.quarantine import Act, write_act
from posapp.central.report_sheets import (
    Asked,
    day_sheet,
    sales_sheet,
    shifts_sheet,
    tenders_sheet,
    z_file,
    zs_sheet,
)
from posapp.central.seeding import only_tenant
from posapp.sheets.csv_writing import write_csv
from posapp.sheets.saving import saving
from posapp.sheets.sheet import joined
from posapp.sheets.words import FileWords
from posapp.sheets.xlsx_writing import write_xlsx
from posapp.sheets.z_sheets import meanings, z_lines, z_sheets

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.central.commands import Answer
    from posapp.central.reports import Filter
    from posapp.sheets.sheet import Sheet


class Report(StrEnum):
    """What can be taken."""

    DAY = "day"
    SALES = "sales"
    SHIFTS = "shifts"
    ZS = "zs"
    Z = "z"


class Form(StrEnum):
    """As what."""

    XLSX = "xlsx"
    CSV = "csv"


def take_report(
    data: Path, *, report: Report, which: Filter, to: Path, form: Form, note: str, language: str
) -> Answer:
    """Write one report of central's only tenant to `to`; the filter's own is not looked at.

    Raises Refused("case.note_needed", "report.no_such_z", "report.too_many_rows") and
    Unavailable("report.disk_full" | "report.folder_refused" | "report.not_saved").
    """
    act = Act(who=getpass.getuser(), note=note)
    central = central_of(data)
    try:
        tenant = only_tenant(central)
        with central.database.write() as connection:
            write_act(central, connection, tenant.id, act, "take_report", subject_id=report.value)
        with central.database.read() as connection, saving(to) as half:
            asked = Asked(
                connection=connection,
                tenant=tenant,
                which=replace(which, tenant_id=tenant.id),
                language=language,
            )
            rows = _written(half, asked, report, form)
        return {"written": str(to), "rows": rows}
    finally:
        central.database.close()


def _written(path: Path, asked: Asked, report: Report, form: Form) -> int:
    match form:
        case Form.XLSX:
            return write_xlsx(path, _sheets(asked, report))
        case Form.CSV:
            return write_csv(path, _table(asked, report))
        case _:
            assert_never(form)


def _sheets(asked: Asked, report: Report) -> tuple[Sheet, ...]:
    match report:
        case Report.DAY:
            return (day_sheet(asked), tenders_sheet(asked), meanings(asked.language))
        case Report.SALES:
            return (sales_sheet(asked),)
        case Report.SHIFTS:
            return (shifts_sheet(asked), meanings(asked.language))
        case Report.ZS:
            return (zs_sheet(asked), meanings(asked.language))
        case Report.Z:
            return z_sheets(z_file(asked, asked.which.shift_id))
        case _:
            assert_never(report)


def _table(asked: Asked, report: Report) -> Sheet:
    """A CSV is one table; what is several becomes one with a figure in each line."""
    match report:
        case Report.DAY:
            own = FileWords(asked.language)
            heads = tuple(own(key) for key in ("part", "item", "column", "value"))
            return joined((day_sheet(asked), tenders_sheet(asked)), heads)
        case Report.Z:
            return z_lines(z_file(asked, asked.which.shift_id))
        case Report.SALES | Report.SHIFTS | Report.ZS:
            return _sheets(asked, report)[0]
        case _:
            assert_never(report)
