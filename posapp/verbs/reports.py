"""Reports of central that an operator takes as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from posapp.verbs.central_action import Answer, central_action

if TYPE_CHECKING:
    import argparse


def add_report_actions(
    actions: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    """Under `posapp central`."""
    report = central_action(
        actions, common, "report", _report, "sales, shifts, a day or Zs as a workbook or CSV"
    )
    report.add_argument("kind", choices=["day", "sales", "shifts", "zs", "z"])
    to = report.add_mutually_exclusive_group(required=True)
    to.add_argument("--xlsx", type=Path, metavar="FILE", help="as a workbook")
    to.add_argument("--csv", type=Path, metavar="FILE", help="as CSV")
    report.add_argument("--date", default="", help="of one business date, YYYY-MM-DD")
    report.add_argument("--till", default="", help="of one till, by its code")
    report.add_argument("--shift", default="", help="of one shift, by its id; for `z`")
    report.add_argument("--lang", choices=["zh_CN", "zh_TW", "en"], default="zh_CN")
    report.add_argument("--note", required=True, help="for whom and what")


def _report(options: argparse.Namespace) -> Answer:
    from posapp.central.report_files import Form, Report, take_report
    from posapp.central.reports import Filter

    which = Filter(
        tenant_id="",
        terminal=options.till,
        business_date=options.date,
        shift_id=options.shift,
    )
    return take_report(
        options.data,
        report=Report(options.kind),
        which=which,
        to=options.csv or options.xlsx,
        form=Form.CSV if options.csv else Form.XLSX,
        note=options.note,
        language=options.lang,
    )
