"""The house keeps its shape: arrows between rooms, sizes, and what code must not do."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gates import code, shape, words

ROOT = Path(__file__).parent.parent
GATES = [
    shape.long_files,
    shape.long_classes,
    shape.import_cycles,
    shape.module_instances,
    code.prints,
    code.floats,
    code.broad_excepts,
    code.untranslated,
    code.built_sql,
    code.doubles,
    words.open_promises,
    words.machine_paths,
    words.index_hosts,
]


def test_every_import_follows_the_arrows() -> None:
    # In a process of its own: the linter configures logging and would silence every other logger.
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.__name__)
def test_gate_finds_nothing(gate: Callable[[Path], list[str]]) -> None:
    assert gate(ROOT) == []


@pytest.mark.parametrize("room", ["domain", "wire", "workflows", "offline", "devices"])
def test_room_loads_without_qt(room: str) -> None:
    lines = [
        "import importlib, pkgutil, sys",
        "sys.modules['PySide6'] = sys.modules['shiboken6'] = None",
        f"package = importlib.import_module('posapp.{room}')",
        "found = list(pkgutil.walk_packages(package.__path__, package.__name__ + '.'))",
        "assert found, 'an empty room proves nothing'",
        "[importlib.import_module(module.name) for module in found]",
    ]
    run = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
