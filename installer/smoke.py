"""Checks the frozen till: it starts, and passes a whole day without a display.

`python installer/smoke.py [FOLDER]`, FOLDER being dist/posapp unless named.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DAY_WITHIN_S = 300
START_WITHIN_S = 60


def main(words: list[str]) -> int:
    folder = Path(words[0]) if words else ROOT / "dist" / "posapp"
    program = folder.resolve() / ("posapp.exe" if os.name == "nt" else "posapp")
    with tempfile.TemporaryDirectory() as out:
        version = run(program, ["--version"], START_WITHIN_S)
        print(f"posapp {version.strip()}, {size_in_mb(folder)} MB")
        run(program, ["demo", "--headless", "--out", out], DAY_WITHIN_S)
        problems = missing_from(Path(out))
    print("\n".join(problems) or "The frozen till passed the day.")
    return 1 if problems else 0


def run(program: Path, words: list[str], within_s: float) -> str:
    """Run in an empty folder with nothing of this Python about, and return what it printed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    with tempfile.TemporaryDirectory() as elsewhere:
        done = subprocess.run(
            [str(program), *words],
            cwd=elsewhere,
            env=kept,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=within_s,
            check=False,
        )
    if done.returncode:
        sys.exit(f"{program.name} {' '.join(words)} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def missing_from(out: Path) -> list[str]:
    problems = [
        f"no {pattern} in the day's folder"
        for pattern in ("*.png", "*.bin", "till.json", "central.json")
        if not any(out.rglob(pattern))
    ]
    problems += [
        f"{path.name} is empty"
        for path in (out / "till.json", out / "central.json")
        if path.exists() and not json.loads(path.read_text(encoding="utf-8"))
    ]
    return problems


def size_in_mb(folder: Path) -> int:
    files = (each for each in folder.rglob("*") if each.is_file() and not each.is_symlink())
    return sum(each.stat().st_size for each in files) // 10**6


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
