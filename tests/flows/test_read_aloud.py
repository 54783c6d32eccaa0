"""Two whole sales from outside: what a blind cashier presses and hears, and real keys at a
scanner's pace over an open dialog."""

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from posapp.demo.display import virtual_display
from tests.flows.shop import CASHIER, WATER

HERE = Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"


def can_read() -> bool:
    """The bus, the screen and the bindings are there; `dev.py test` installs them on Debian."""
    if not all(map(shutil.which, ("dbus-daemon", "Xvfb", "xdotool", SYSTEM_PYTHON))):
        return False
    asked = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def twenty_goods():
    """A barcode of each, none of them water."""
    store = json.loads((HERE.parents[1] / "resources/sample_store/store.json").read_bytes())
    plain = [each for each in store["products"] if not each.keys() & {"sold_out", "deposit"}]
    codes = [each["barcodes"][0] for each in plain if each.get("barcodes")]
    return [code for code in codes if code != WATER][:20]


@contextmanager
def ended(process):
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def bus(surroundings):
    """A session bus of its own; what it activates goes with it."""
    words = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    silent = subprocess.DEVNULL
    daemon = subprocess.Popen(words, env=surroundings, stdout=subprocess.PIPE, stderr=silent)
    with ended(daemon), daemon.stdout as answer:
        yield answer.readline().decode().strip()


@pytest.mark.skipif(not can_read(), reason="no accessibility bus on this machine")
def test_sales_are_made_and_heard_by_an_outside_process(tmp_path):
    surroundings = {
        **os.environ,
        "PYTHONPATH": str(HERE.parents[1]),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    with virtual_display() as display:
        surroundings["DISPLAY"] = display
        with bus(surroundings) as address:
            surroundings["DBUS_SESSION_BUS_ADDRESS"] = address
            till = [sys.executable, str(HERE / "till_to_read.py"), str(tmp_path / "park")]
            with ended(subprocess.Popen(till, env=surroundings)):
                read = subprocess.run(
                    [
                        SYSTEM_PYTHON,
                        str(HERE / "reader.py"),
                        f"{CASHIER.name} {CASHIER.number}",
                        CASHIER.pin,
                        WATER,
                        *twenty_goods(),
                    ],
                    env={**surroundings, "PYTHONPATH": ""},
                    capture_output=True,
                    text=True,
                    timeout=150,
                    check=False,
                )
    assert read.returncode == 0, read.stderr
    found = json.loads(read.stdout)
    assert sum("收款成功" in each for each in found["heard"]) == 2
    assert found["windows"] == ["星河乐园 · 1号店"]
    assert found["cells"][:2] == ["矿泉水 550ml ×1 3.00", "矿泉水 550ml"]
    assert "可口可乐 500ml ×1 5.00" in found["cells"]
    assert {"现金", "储值", "积分抵扣"} <= set(found["ways"])
    assert found["heard"].count("收款成功 ¥8.00，找零 ¥2.00") == 1
