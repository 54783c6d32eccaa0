"""What was measured, kept in docs/benchmarks.json, and the two tables that are made of it."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict

from benchmarks.harness import Figure

if TYPE_CHECKING:
    from collections.abc import Mapping

MARKS: Final = ("<!-- figures -->\n", "<!-- end of figures -->\n")


class Measured(TypedDict):
    """One row: when and where, how busy it was there at the beginning, and its figures."""

    when: str
    machine: str
    load: float
    figures: list[dict[str, object]]


Rows = dict[int, Measured]


def measured(figures: list[Figure], load: float) -> Measured:
    """A row that was measured now and here."""
    when = datetime.now(UTC).strftime("%Y-%m-%d %H:%M")
    plain = [asdict(each) for each in figures]
    return Measured(when=when, machine=machine(), load=round(load, 1), figures=plain)


def read_rows(file: Path) -> Rows:
    """Empty before the first run."""
    if not file.exists():
        return {}
    return {int(row): found for row, found in json.loads(file.read_text("utf-8")).items()}


def write_rows(file: Path, rows: Rows) -> None:
    kept = {str(row): rows[row] for row in sorted(rows)}
    file.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")


def between_marks(text: str, table: str) -> str:
    """A page with this table between its two marks; what a hand wrote around it stays.

    ValueError when it has no such place.
    """
    begin, end = MARKS
    head, found, rest = text.partition(begin)
    _old, closed, tail = rest.partition(end)
    if not (found and closed):
        raise ValueError("the page has no place for figures")
    return head + begin + table + end + tail


def whole_table(rows: Rows) -> str:
    """Every figure with its floor, its day, and what else was looked at."""
    found = [(each, row) for row in _in_order(rows) for each in _figures(row)]
    lines = [
        "| row | figure | floor | ours | ratio | must | goal | measured |",
        "|---|---|---|---|---|---|---|---|",
    ]
    lines += [_line(each, row) for each, row in found]
    lines += ["", *(f"- {each.metric}: {each.note}" for each, _row in found if each.note)]
    places = dict.fromkeys(row["machine"] for row in _in_order(rows))
    return "\n".join([*lines, "", *(f"Measured on {place}." for place in places)]) + "\n"


def short_table(rows: Rows) -> str:
    """Every figure in a few words."""
    found = [each for row in _in_order(rows) for each in _figures(row)]
    lines = ["| figure | ours | beside its floor | must |", "|---|---|---|---|"]
    lines += [
        f"| {each.metric} | {_amount(each.ours, each.unit)} | {each.ratio:g}x | {each.must} |"
        for each in found
    ]
    return "\n".join(lines) + "\n"


def machine() -> str:
    """Where it is measured."""
    parts = [
        f"{os.cpu_count()} cores of {_processor()}",
        platform.system(),
        f"Python {platform.python_version()}",
        f"PySide6 {version('PySide6-Essentials')}",
    ]
    return ", ".join(parts)


def _in_order(rows: Mapping[int, Measured]) -> list[Measured]:
    return [rows[row] for row in sorted(rows)]


def _figures(row: Measured) -> list[Figure]:
    return [Figure(**each) for each in row["figures"]]  # type: ignore[arg-type]  # from asdict


def _line(each: Figure, row: Measured) -> str:
    ratio = f"**{each.ratio:g}x**" if each.holds else f"**{each.ratio:g}x, missed**"
    floor = f"{_amount(each.floor, each.unit)}, p99 {_amount(each.floor_p99, each.unit)}"
    ours = f"{_amount(each.ours, each.unit)}, p99 {_amount(each.ours_p99, each.unit)}"
    if each.unit != "us":
        floor, ours = _amount(each.floor, each.unit), _amount(each.ours, each.unit)
    when = f"{row['when']}, load {row['load']:.1f}"
    cells = (str(each.row), each.metric, floor, ours, ratio, each.must, each.goal, when)
    return f"| {' | '.join(cells)} |"


def _amount(value: float, unit: str) -> str:
    if unit != "us":
        return f"{value:,.1f} {unit}"
    if value >= 10_000_000:
        return f"{value / 1_000_000:,.1f} s"
    if value >= 10_000:
        return f"{value / 1_000:,.0f} ms"
    return f"{value / 1_000:,.2f} ms" if value >= 1_000 else f"{value:,.0f} us"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    names = info.read_text("utf-8").splitlines() if info.exists() else []
    models = [text.partition(":")[2].strip() for text in names if text.startswith("model name")]
    return models[0] if models else platform.machine()
