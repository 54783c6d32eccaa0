#!/usr/bin/env python3
"""The project's commands: `python3 dev.py demo` to try it, `python3 dev.py test` to check it.

Standard library only. Each command makes `.venv`, installs what requirements/*.lock names, checked
by hash, and on Debian or Ubuntu the missing system packages; a second run finds all of it there.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import platform
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCKS = ROOT / "requirements"
OLDEST_PYTHON = (3, 11)
FREE_BYTES_NEEDED = 1_500_000_000
APT_LOCK_TRIES = 30
SYSTEM_PACKAGES = (
    "libegl1 libgl1 libglib2.0-0 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 "
    "libxcb-keysyms1 libxcb-shape0 libfontconfig1 libdbus-1-3 libzbar0 fonts-wqy-microhei "
    "xvfb xauth xdotool"
).split()
SERVER_PACKAGES = ["postgresql"]  # central's tests start a server of their own from its binaries
READER_PACKAGES = "dbus at-spi2-core python3-gi gir1.2-atspi-2.0".split()  # a sale is read aloud
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
VERBS = {
    "demo": "a sample shop to work in: till, central and simulated devices (demo --help)",
    "test": "formatting, lint, types and all tests; further words go to pytest",
    "check": "formatting, lint and types alone",
    "coverage": "all tests with branch coverage, and the rooms that must reach 95 %",
    "build": "the frozen till in dist/, and its smoke test",
    "simulate": "the sync core under drops, crashes and planted bugs",
    "bench": "the figures of benchmarks/",
    "day": "500 scripted sales through the window, and what three books say (day --help)",
    "replay": "a real supermarket's baskets through the till (replay --help)",
    "lock": "work out requirements/*.lock anew (needs the index)",
}

MODULES = {
    "demo": ["posapp", "demo"],
    "replay": ["posapp", "replay"],
    "simulate": ["tests.simulation"],
    "bench": ["benchmarks"],
    "day": ["benchmarks.long_day"],
}


class Stop(Exception):
    """What keeps the command from going on, in words for the person."""


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"{verb:10}{about}" for verb, about in VERBS.items()),
    )
    parser.add_argument("verb", choices=VERBS, metavar="VERB")
    verb = parser.parse_args(words[:1]).verb
    try:
        check_python(sys.version_info[:2])
        return run_verb(verb, words[1:])
    except Stop as stop:
        print(f"\ndev.py {verb}: {stop}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def run_verb(verb: str, words: list[str]) -> int:
    if verb == "lock":
        return lock()
    further: list[str] = []
    if verb in {"test", "coverage"}:
        further = [*SERVER_PACKAGES, *READER_PACKAGES, *browser_packages(system_name())]
    install_system_packages(missing_system_packages([*SYSTEM_PACKAGES, *further]))
    if verb == "build":
        return build()
    python = ready_environment(VENV, LOCKS / "dev.lock")
    if verb == "test":
        return test(python, words)
    if verb == "check":
        return 1 if failed_gates(python) else 0
    if verb == "coverage":
        return coverage(python, words)
    if verb == "replay":
        add_locked(VENV, LOCKS / "replay.lock")
    return hand_over([python, "-m", *MODULES[verb], *words])


# Each part in a process of its own: the flows keep one till open from test to test, and a window
# of another test would take its keyboard.
WINDOWS = ["tests/ui", "tests/app"]
FLOWS = ["tests/demo", "tests/flows"]
PARTS = [["tests", *(f"--ignore={part}" for part in WINDOWS + FLOWS)], WINDOWS, FLOWS]


def test(python: str, words: list[str]) -> int:
    """The gates, then pytest, whose closing line stays the last one; words make it one part."""
    failed = failed_gates(python)
    if words:
        return call([python, "-m", "pytest", *words]) or (1 if failed else 0)
    # One order for everybody who asks whether all is well; plain pytest shuffles anew each time.
    parts = [[python, "-m", "pytest", "--randomly-seed=1", *part] for part in PARTS]
    return side_by_side(parts[0], parts[1:]) or (1 if failed else 0)


def side_by_side(first: list[str], others: list[list[str]]) -> int:
    """Run `others` one after the other while `first` runs; what they say is told after it."""
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(1) as beside:
        said = Path(folder) / "said"
        later = beside.submit(lambda: [call(command, said) for command in others])
        outcomes = [call(first), *later.result()]
        if said.exists():
            say(said.read_text(encoding="utf-8", errors="replace").rstrip())
    return max(outcomes)


def failed_gates(python: str) -> list[str]:
    gates = {
        "formatting": ["ruff", "format", "--check", "--output-format", "concise", "."],
        "lint": ["ruff", "check", "--output-format", "concise", "."],
        "types": ["mypy"],
    }
    failed = [name for name, words in gates.items() if call([python, "-m", *words])]
    say(f"FAILED before the tests: {', '.join(failed)}" if failed else "The fast gates passed.")
    return failed


def coverage(python: str, words: list[str]) -> int:
    wanted = [words] if words else PARTS
    outcomes = []
    for place, part in enumerate(wanted):
        further = ["--cov-append"] if place else []
        outcomes.append(call([python, "-m", "pytest", "--cov=posapp", *further, *part]))
    outcome = max(outcomes)
    for room in ("domain", "offline", "workflows"):
        report = ["coverage", "report", f"--include=posapp/{room}/*", "--fail-under=95"]
        outcome = call([python, "-m", *report]) or outcome
    return outcome


def build() -> int:
    """From an environment of its own, so that nothing of the developers' tools gets in."""
    python = ready_environment(ROOT / ".venv-build", LOCKS / "build.lock")
    words = ["--noconfirm", "--distpath", "dist", "--workpath", "build", "installer/posapp.spec"]
    return call([python, "-m", "PyInstaller", *words]) or call([python, "installer/smoke.py"])


def lock() -> int:
    with tempfile.TemporaryDirectory() as folder:
        run_step("uv", [own_python(), "-m", "venv", folder])
        run_step("uv", [venv_python(Path(folder)), "-m", "pip", "install", "-q", "uv"])
        words = "--generate-hashes --no-emit-index-url --no-emit-find-links --universal -q".split()
        words += ["--python-version", "3.11", "--custom-compile-command", "python3 dev.py lock"]
        uv = [venv_python(Path(folder)), "-m", "uv", "pip", "compile", *words]
        for name in ("dev", "runtime", "build", "replay"):
            constraint = [] if name == "dev" else ["-c", "dev.lock"]
            run_step(
                f"{name}.lock", [*uv, *constraint, "-o", f"{name}.lock", f"{name}.in"], cwd=LOCKS
            )
    return 0


def check_python(version: tuple[int, ...]) -> None:
    if version < OLDEST_PYTHON:
        found = [
            f"python3.{minor}" for minor in (14, 13, 12, 11) if shutil.which(f"python3.{minor}")
        ]
        advice = f"run it with {found[0]}" if found else "install Python 3.11 or newer"
        raise Stop(f"this is Python {version[0]}.{version[1]}, too old; {advice}.")


def ready_environment(venv: Path, locked: Path) -> str:
    """Make the environment hold what the lock names. Returns its Python."""
    stamp = stamp_of(locked, venv)
    note = venv / f"{locked.stem}.stamp"
    if not (note.exists() and note.read_text() == stamp and is_sound(venv)):
        check_disk()
        if not is_sound(venv):
            say(f"Making {venv.name} with Python {sys.version.split()[0]} ...")
            run_step("the environment", [own_python(), "-m", "venv", "--clear", str(venv)])
        add_locked(venv, locked)
        if locked.stem == "dev":
            editable = "--no-deps --no-build-isolation --no-index --editable".split()
            run_step("posapp", [*pip_install(venv), *editable, str(ROOT)])
    return venv_python(venv)


def add_locked(venv: Path, locked: Path) -> None:
    """Install the lock's packages; the stamp says next time that they are there."""
    note, stamp = venv / f"{locked.stem}.stamp", stamp_of(locked, venv)
    if note.exists() and note.read_text() == stamp:
        return
    say(f"Installing {locked.name}, a few hundred MB the first time ...")
    run_step(locked.name, [*pip_install(venv), "--require-hashes", "-r", str(locked)])
    note.write_text(stamp)


def pip_install(venv: Path) -> list[str]:
    quiet = ["-q", "--disable-pip-version-check", "--no-input", "--prefer-binary"]
    return [venv_python(venv), "-m", "pip", "install", *quiet]


def stamp_of(locked: Path, venv: Path) -> str:
    digest = hashlib.sha256(locked.read_bytes()).hexdigest()
    return f"{digest} {sys.version.split()[0]} {venv}\n"


def is_sound(venv: Path) -> bool:
    """Whether the environment's Python runs, lives there, is this version and has pip."""
    question = "import sys, pip; print(sys.version.split()[0], sys.prefix)"
    try:
        answer = subprocess.run(
            [venv_python(venv), "-c", question],
            env=clean_environment(),
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return False
    return answer.stdout.split(maxsplit=1) == [sys.version.split()[0], f"{venv}\n"]


def venv_python(venv: Path) -> str:
    return str(venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def own_python() -> str:
    """The Python outside any environment: one must not be made from within itself."""
    return getattr(sys, "_base_executable", "") or sys.executable


def check_disk(needed: int = FREE_BYTES_NEEDED) -> None:
    free = shutil.disk_usage(ROOT).free
    if free < needed:
        raise Stop(f"the disk has {free // 10**6} MB left, {needed // 10**6} are needed.")


def clean_environment() -> dict[str, str]:
    """The caller's variables without those that point Python or pip somewhere else."""
    leaks = {"VIRTUAL_ENV", "PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "__PYVENV_LAUNCHER__"}
    leaks |= {"PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_REQUIRE_VIRTUALENV"}
    kept = {name: value for name, value in os.environ.items() if name not in leaks}
    return {**kept, "PYTHONNOUSERSITE": "1", "PYTHONUTF8": "1"}


def missing_system_packages(wanted: list[str]) -> list[str]:
    """Those of Debian or Ubuntu that dpkg does not know as installed; none elsewhere."""
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return []
    query = ["dpkg-query", "-W", "-f=${Package} ${db:Status-Status}\n"]
    names = [*wanted, *(f"{name}t64" for name in wanted)]  # as newer releases call some of them
    answer = subprocess.run([*query, *names], capture_output=True, text=True, check=False).stdout
    there = {line.split()[0] for line in answer.splitlines() if line.endswith(" installed")}
    missing = [name for name in wanted if not there & {name, f"{name}t64"}]
    if importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python3.{sys.version_info[1]}-venv")
    return missing


def browser_packages(system: str, there: Callable[[str], str | None] = shutil.which) -> list[str]:
    """A browser for the member's page, unless there is one. Ubuntu's is a snap, none of apt's."""
    is_wanted = system == "debian" and not any(there(name) for name in BROWSERS)
    return ["chromium"] if is_wanted else []


def system_name() -> str:
    """As it calls itself; empty where that is not written down."""
    try:
        return platform.freedesktop_os_release().get("ID", "")
    except OSError:
        return ""


def install_system_packages(missing: list[str]) -> None:
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    prefix = root_prefix()
    if prefix is None:
        line = f"sudo apt-get update && sudo {shlex.join(install)}"
        raise Stop(f"system packages are missing. Run this line, then try again:\n\n  {line}\n")
    say(f"Installing system packages: {' '.join(missing)} ...")
    apt(prefix, ["apt-get", "update"])  # an unreachable source must not keep the others back
    words = apt(prefix, install)
    if words is not None:
        line = shlex.join([*prefix, *install])
        raise Stop(f"apt-get could not install them:\n{words}\nTry it by hand:\n\n  {line}\n")


def root_prefix() -> list[str] | None:
    """What makes a command run as root without asking; None where that is not allowed."""
    if sys.platform != "win32" and os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode:
        sudo = None
    return [sudo, "-n"] if sudo else None


def apt(prefix: list[str], words: list[str], pause_s: float = 5.0) -> str | None:
    """Run apt-get without questions, waiting while another one works. Returns its complaint."""
    command = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *words, "-q"]
    command += ["-o", "DPkg::Lock::Timeout=300"]
    for _ in range(APT_LOCK_TRIES):
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if done.returncode == 0:
            return None
        if "Could not get lock" not in done.stderr:
            return tail(done.stdout + done.stderr)
        time.sleep(pause_s)
    return "Another program has held apt's lock for too long."


def call(command: list[str], said: Path | None = None) -> int:
    """Run and show it, or with `said` write it there."""
    shown = f"$ {shlex.join(['python', *command[1:]])}"
    if said is None:
        say(shown)
        return subprocess.run(command, cwd=ROOT, env=clean_environment(), check=False).returncode
    with said.open("a", encoding="utf-8") as words:
        print(shown, file=words, flush=True)
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=clean_environment(),
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=subprocess.STDOUT,
            check=False,
        )
    return done.returncode


def hand_over(command: list[str]) -> int:
    """Become the command, in the caller's folder, so that signals and exit codes are its own."""
    sys.stdout.flush()
    environment = {**clean_environment(), "PYTHONPATH": str(ROOT)}
    if os.name == "posix":
        os.execve(command[0], command, environment)
    return subprocess.run(command, env=environment, check=False).returncode


def run_step(what: str, command: list[str], cwd: Path = ROOT) -> None:
    """Run quietly; where it fails, say in words why."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise Stop(f"{what}: {explain(done.stdout)}\n\n{tail(done.stdout)}")


def explain(output: str) -> str:
    causes = {
        "No space left": "the disk is full. Make room and run the same command again.",
        "DO NOT MATCH THE HASHES": "a package is not the one that the lock names. Nothing of it "
        "was installed; look at the index that pip uses.",
        "ensurepip": "this Python cannot make environments. Install its venv package.",
    }
    unreachable = ("NewConnectionError", "Max retries", "Temporary failure", "ReadTimeout",
                   "No matching distribution", "ProxyError", "SSLError", "timed out")  # fmt: skip
    for sign, words in causes.items():
        if sign in output:
            return words
    if any(sign in output for sign in unreachable):
        return (
            "the package index is out of reach or lacks a package. Check the network or the "
            "proxy, or point pip at a mirror (pip config), and run the same command again."
        )
    return "it failed with:"


def tail(output: str, lines: int = 15) -> str:
    return "\n".join(output.strip().splitlines()[-lines:])


def say(words: str) -> None:
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
