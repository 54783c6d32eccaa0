"""Each gate catches the fault that it is there for, and lets good code pass."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gates import code, shape, words

ROOT = Path(__file__).parent.parent
Gate = Callable[[Path], list[str]]


def plant(root: Path, place: str, text: str) -> None:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


CAUGHT: list[tuple[Gate, str, str]] = [
    (shape.long_files, "posapp/long.py", "x = 1\n" * 601),
    (shape.long_classes, "posapp/long.py", "class Long:\n" + "    x = 1\n" * 300),
    (shape.module_instances, "posapp/a.py", "class Till:\n    pass\n\ntill = Till()\n"),
    (shape.module_instances, "posapp/a.py", "class T:\n    pass\n\nTILLS = {'one': T()}\n"),
    (shape.module_instances, "posapp/a.py", "class T:\n    pass\n\nif True:\n    t: T = T()\n"),
    (code.prints, "posapp/domain/money.py", "def f():\n    print('x')\n"),
    (code.floats, "posapp/domain/money.py", "x = float('1')\n"),
    (code.floats, "posapp/offline/rows.py", "x = float('1')\n"),
    (code.floats, "posapp/wire/facts.py", "RATE = 0.13\n"),
    (code.floats, "posapp/domain/money.py", "def f(amount: float): ...\n"),
    (code.floats, "posapp/central/tables.py", "from sqlalchemy import Numeric\nx = Numeric(9)\n"),
    (code.floats, "posapp/offline/tables.py", "import sqlalchemy as sa\nx = sa.Float\n"),
    (code.broad_excepts, "posapp/ui/a.py", "try:\n    f()\nexcept Exception:\n    pass\n"),
    (
        code.broad_excepts,
        "posapp/ui/a.py",
        "try:\n    f()\nexcept (OSError, Exception):\n    g()\n",
    ),
    (code.broad_excepts, "posapp/ui/a.py", "try:\n    f()\nexcept:\n    pass\n"),
    (code.untranslated, "posapp/ui/a.py", "title = '收款'\n"),
    (code.untranslated, "posapp/ui/a.py", "title = f'收款 {x}'\n"),
    (code.untranslated, "posapp/ui/a.py", "title = tr(f'收款 {x}')\n"),
    (code.untranslated, "posapp/ui/a.py", "label.setText('Pay now')\n"),
    (code.untranslated, "posapp/ui/a.py", "button = QPushButton('OK', self)\n"),
    (code.built_sql, "posapp/offline/a.py", "c.execute(f'SELECT {x}')\n"),
    (code.built_sql, "posapp/offline/a.py", "c.execute(f'{table}')\n"),
    (code.built_sql, "posapp/offline/a.py", "c.execute('SELECT %s' % x)\n"),
    (code.built_sql, "posapp/offline/a.py", "c.execute('SELECT ' + x)\n"),
    (code.built_sql, "posapp/offline/a.py", "c.execute(text('SELECT {}'.format(x)))\n"),
    (code.doubles, "tests/test_a.py", "def test_a(m):\n" + "    m.patch(1)\n" * 7),
    (code.doubles, "tests/test_a.py", "def test_a():\n" + "    x = MagicMock()\n" * 7),
    (words.open_promises, "posapp/a.py", "# TO" + "DO: later\n"),
    (words.machine_paths, "README.md", "see /ho" + "me/ann/posapp\n"),
    (words.machine_paths, "README.md", "see C:\\Us" + "ers\\ann\n"),
    (words.index_hosts, "a.lock", "--index-" + "url https://py" + "pi.org\n"),
]
PASSED: list[tuple[Gate, str, str]] = [
    (shape.long_files, "posapp/long.py", "x = 1\n" * 600),
    (shape.long_classes, "posapp/long.py", "class Long:\n" + "    x = 1\n" * 299),
    (
        shape.module_instances,
        "posapp/a.py",
        "@dataclass(frozen=True)\nclass Money:\n    minor: int\n\nZERO = Money(0)\n",
    ),
    (shape.module_instances, "posapp/a.py", "class T:\n    pass\n\ndef f():\n    return T()\n"),
    (code.prints, "posapp/cli.py", "print('x')\n"),
    (code.floats, "posapp/offline/http.py", "def f(timeout_s: float = 2.5): ...\n"),
    (code.broad_excepts, "posapp/ui/background.py", "try:\n    f()\nexcept Exception:\n    g()\n"),
    (
        code.broad_excepts,
        "posapp/ui/a.py",
        "try:\n    f()\nexcept BaseException:\n    undo()\n    raise\n",
    ),
    (code.untranslated, "posapp/ui/a.py", "'''收款屏'''\ntitle = tr('收款')\nlabel.setText('¥')\n"),
    (code.untranslated, "posapp/ui/a.py", "NAMES = {'zh_CN': '简体中文', 'en': 'English'}\n"),
    (code.untranslated, "posapp/domain/a.py", "title = '收款'\n"),
    (code.built_sql, "posapp/offline/a.py", 'c.execute(f"PRAGMA key=\\"x\'{key}\'\\"")\n'),
    (code.built_sql, "posapp/offline/a.py", "c.execute('SELECT ?' + ' LIMIT 1', (x,))\n"),
    (code.doubles, "tests/test_a.py", "def test_a(m):\n    m.patch(1)\n    m.patch.setattr(1)\n"),
    (words.open_promises, "posapp/a.py", "# todo means 待办 here\n"),
    (words.machine_paths, "README.md", "https://example.org/home/ann /usr/lib /tmp/x ~/work/\n"),
]


@pytest.mark.parametrize(("gate", "place", "text"), CAUGHT)
def test_gate_catches(tmp_path: Path, gate: Gate, place: str, text: str) -> None:
    plant(tmp_path, place, text)
    assert any(finding.startswith(place) for finding in gate(tmp_path))


@pytest.mark.parametrize(("gate", "place", "text"), PASSED)
def test_gate_lets_pass(tmp_path: Path, gate: Gate, place: str, text: str) -> None:
    plant(tmp_path, place, text)
    assert gate(tmp_path) == []


def test_import_cycle_is_caught(tmp_path: Path) -> None:
    plant(tmp_path, "posapp/a.py", "from posapp import b\n")
    plant(tmp_path, "posapp/b.py", "import posapp.c\n")
    plant(tmp_path, "posapp/c.py", "from posapp.a import x\n")
    assert len(shape.import_cycles(tmp_path)) == 1


def test_imports_for_types_and_in_functions_make_no_cycle(tmp_path: Path) -> None:
    plant(tmp_path, "posapp/a.py", "from posapp import b\n")
    plant(
        tmp_path,
        "posapp/b.py",
        "if TYPE_CHECKING:\n    from posapp import a\ndef f():\n    from posapp import a\n",
    )
    assert shape.import_cycles(tmp_path) == []


ROOMS = [
    "domain", "wire", "offline", "devices", "workflows", "ui", "ui/sell", "central", "demo", "verbs", "sheets",
]  # fmt: skip
WRONG = {
    "Rooms know only the rooms below them": ("wire/a.py", "import posapp.offline"),
    "The till talks to central over the wire alone": ("ui/a.py", "import posapp.central.x"),
    "A presenter does not know its screen": (
        "ui/sell/presenter.py",
        "import posapp.ui.sell.screen",
    ),
    "The domain knows the standard library alone": ("domain/a.py", "import time"),
    "Only ui, app and demo know Qt": ("workflows/a.py", "import PySide6.QtCore"),
    "Only offline and central know SQL": ("workflows/b.py", "import sqlalchemy"),
    "Only offline calls over HTTP": ("devices/a.py", "import requests"),
    "Only devices knows printers and decoders": ("offline/a.py", "import escpos"),
    "Only sheets writes workbooks": ("central/a.py", "import xlsxwriter"),
}


def test_every_import_contract_catches_its_fault(tmp_path: Path) -> None:
    for place in ["__init__.py", *(f"{room}/__init__.py" for room in ROOMS)]:
        plant(tmp_path, f"posapp/{place}", "")
    below = ("errors", "settings", "clock", "lanes", "paths", "central/x")
    above = ("app", "operating", "replay", "cli", "__main__")
    for module in (*below, *above):
        plant(tmp_path, f"posapp/{module}.py", "")
    plant(tmp_path, "posapp/ui/sell/screen.py", "")
    for place, text in WRONG.values():
        plant(tmp_path, f"posapp/{place}", text + "\n")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    program = "from importlinter.cli import lint_imports; lint_imports(no_cache=True)"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    verdicts = " ".join(run.stdout.partition("Broken contracts")[0].split())
    assert "KEPT" not in verdicts
    assert verdicts.count("BROKEN") == len(WRONG)
    assert all(contract in verdicts for contract in WRONG)
