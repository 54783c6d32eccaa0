"""All figures: each row in a process of its own; docs/benchmarks.md and the README show them."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from benchmarks.harness import Figure, line
from benchmarks.page import (
    Measured,
    between_marks,
    measured,
    read_rows,
    short_table,
    whole_table,
    write_rows,
)

ROOT: Final = Path(__file__).resolve().parent.parent
TABLE: Final = ROOT / "docs" / "benchmarks.md"
README: Final = ROOT / "README.md"
KEPT: Final = ROOT / "docs" / "benchmarks.json"
ROWS: Final = {
    1: "scan_to_line",
    2: "member_lookup",
    3: "member_typing",
    4: "pay_commit",
    5: "cold_start",
    6: "till_memory",
    7: "snapshot_load",
    8: "delta",
    9: "day_offline",
    10: "central_ingest",
    12: "baskets",
    13: "ui_gap",
    14: "soak",
    15: "receipt_bytes",
}


def main(arguments: list[str] | None = None) -> int:
    """Run the rows, print and keep them. Returns 1 when a `must` falls or a row does not run."""
    options = _options().parse_args(arguments)
    wanted = options.only or list(ROWS)
    found: list[Figure] = []
    broken: list[int] = []
    for row in wanted:
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
        figures = run(row, quick=options.quick)
        found += figures
        if not figures:
            broken.append(row)
        elif not options.quick:
            keep(row, measured(figures, load))
        for each in figures:
            print(json.dumps(_plain(each)) if options.json else line(each), flush=True)
    for row in broken:
        print(f"row {row} did not run", file=sys.stderr)
    return 1 if broken or not all(each.holds for each in found) else 0


def keep(row: int, found: Measured) -> None:
    """Put a row in the place of what it was, and write both pages anew."""
    rows = read_rows(KEPT) | {row: found}
    write_rows(KEPT, rows)
    for page, table in ((TABLE, whole_table(rows)), (README, short_table(rows))):
        page.write_text(between_marks(page.read_text("utf-8"), table), "utf-8")


def run(row: int, *, quick: bool) -> list[Figure]:
    """The figures of one row; none when its script fails."""
    words = [sys.executable, "-m", f"benchmarks.{ROWS[row]}", "--json"]
    words += ["--quick"] if quick else []
    done = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    lines = [text for text in done.stdout.splitlines() if text.startswith("{")]
    return [Figure(**json.loads(text)) for text in lines]


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
