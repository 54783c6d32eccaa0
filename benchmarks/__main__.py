"""All figures: each row in a process of its own, and one table of them in docs/benchmarks.md."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

from benchmarks.harness import Figure, line

ROOT: Final = Path(__file__).resolve().parent.parent
TABLE: Final = ROOT / "docs" / "benchmarks.md"
README: Final = ROOT / "README.md"
MARKS: Final = ("<!-- figures -->\n", "<!-- end of figures -->\n")
ROWS: Final = {
    1: "scan_to_line",
    2: "member_lookup",
    4: "pay_commit",
    5: "cold_start",
    6: "till_memory",
    7: "snapshot_load",
    8: "delta",
    10: "central_ingest",
    12: "baskets",
    13: "ui_gap",
    14: "soak",
    15: "receipt_bytes",
}
HEAD: Final = """\
# Benchmarks

Each figure stands beside a floor that was measured in turn with it in the same run: the least
that could be done for the same purpose, by hand. Times depend on the machine, ratios hardly do.
`must` is what a change may not break, `goal` is where we want to be. `python3 dev.py bench` runs
all of it (the soak takes most of the time), `--only 1,4` some rows, `--quick` only tries the
scripts. A whole run writes this page and the table in the README.

"""


def main(arguments: list[str] | None = None) -> int:
    """Run the rows and print them. Returns 1 when a `must` falls or a row does not run."""
    options = _options().parse_args(arguments)
    wanted = options.only or list(ROWS)
    before = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    found: list[Figure] = []
    broken: list[int] = []
    for row in wanted:
        figures = run(row, quick=options.quick)
        found += figures
        broken += [] if figures else [row]
        for each in figures:
            print(json.dumps(_plain(each)) if options.json else line(each), flush=True)
    for row in broken:
        print(f"row {row} did not run", file=sys.stderr)
    if not (options.only or options.quick or broken):
        TABLE.write_text(HEAD + machine(before) + table(found), "utf-8")
        README.write_text(with_figures(README.read_text("utf-8"), found), "utf-8")
    return 1 if broken or not all(each.holds for each in found) else 0


def run(row: int, *, quick: bool) -> list[Figure]:
    """The figures of one row; none when its script fails."""
    words = [sys.executable, "-m", f"benchmarks.{ROWS[row]}", "--json"]
    words += ["--quick"] if quick else []
    done = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    lines = [text for text in done.stdout.splitlines() if text.startswith("{")]
    return [Figure(**json.loads(text)) for text in lines]


def table(figures: list[Figure]) -> str:
    """The figures as Markdown."""
    rows = [
        "| row | figure | floor | ours | ratio | must | goal |",
        "|---|---|---|---|---|---|---|",
    ]
    rows += [_row(each) for each in figures]
    notes = [f"- {each.metric}: {each.note}" for each in figures if each.note]
    return "\n".join(rows) + "\n" + ("\n" + "\n".join(notes) + "\n" if notes else "")


def with_figures(text: str, figures: list[Figure]) -> str:
    """The README with these figures between its two marks. ValueError when it has none."""
    begin, end = MARKS
    head, found, rest = text.partition(begin)
    _old, closed, tail = rest.partition(end)
    if not (found and closed):
        raise ValueError("the README has no place for figures")
    rows = ["| figure | ours | beside its floor | must |", "|---|---|---|---|"]
    rows += [
        f"| {each.metric} | {_amount(each.ours, each.unit)} | {each.ratio:g}x | {each.must} |"
        for each in figures
    ]
    return head + begin + "\n".join(rows) + "\n" + end + tail


def machine(load_before: float) -> str:
    """Where and when it was measured, and how busy that was."""
    parts = [
        datetime.now(UTC).date().isoformat(),
        f"{os.cpu_count()} cores of {_processor()}",
        platform.system(),
        f"Python {platform.python_version()}",
        f"PySide6 {version('PySide6-Essentials')}",
        f"load {load_before:.1f} at the beginning",
    ]
    return ", ".join(parts) + "\n\n"


def _row(each: Figure) -> str:
    ratio = f"**{each.ratio:g}x**" if each.holds else f"**{each.ratio:g}x, missed**"
    floor = f"{_amount(each.floor, each.unit)}, p99 {_amount(each.floor_p99, each.unit)}"
    ours = f"{_amount(each.ours, each.unit)}, p99 {_amount(each.ours_p99, each.unit)}"
    if each.unit != "us":
        floor, ours = _amount(each.floor, each.unit), _amount(each.ours, each.unit)
    return (
        f"| {each.row} | {each.metric} | {floor} | {ours} | {ratio} | {each.must} | {each.goal} |"
    )


def _amount(value: float, unit: str) -> str:
    if unit != "us":
        return f"{value:,.1f} {unit}"
    if value >= 10_000:
        return f"{value / 1_000:,.0f} ms"
    return f"{value / 1_000:,.2f} ms" if value >= 1_000 else f"{value:,.0f} us"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    names = info.read_text("utf-8").splitlines() if info.exists() else []
    models = [text.partition(":")[2].strip() for text in names if text.startswith("model name")]
    return models[0] if models else platform.machine()


def _plain(each: Figure) -> dict[str, object]:
    return {name: getattr(each, name) for name in Figure.__dataclass_fields__}


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    options.add_argument(
        "--only", type=_rows, metavar="1,4", help=f"of {', '.join(map(str, ROWS))}"
    )
    options.add_argument("--json", action="store_true", help="one JSON object for each figure")
    options.add_argument("--quick", action="store_true", help="small data, to try the scripts")
    return options


def _rows(text: str) -> list[int]:
    try:
        wanted = [int(part) for part in text.split(",")]
    except ValueError as error:
        raise argparse.ArgumentTypeError("numbers with commas between them") from error
    missing = [row for row in wanted if row not in ROWS]
    if missing:
        raise argparse.ArgumentTypeError(f"there is no row {missing[0]}")
    return wanted


if __name__ == "__main__":
    sys.exit(main())
