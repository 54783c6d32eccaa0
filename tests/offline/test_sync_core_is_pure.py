"""The core of synchronising reaches neither clock nor chance nor network, so that a simulator may own them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import posapp.offline.sync_core

CORE = ("sync_core", "sync_push", "sync_pause", "sync_state", "clock_offset")
FORBIDDEN_MODULES = {"time", "datetime", "random", "secrets", "os", "uuid", "threading", "socket"}
FORBIDDEN_MODULES |= {"requests", "sqlalchemy", "asyncio", "queue", "logging", "posapp.clock"}
FORBIDDEN_NAMES = {"now_utc", "uuid4", "time_ns", "monotonic", "open", "print", "SystemClock"}


def forbidden_in(source: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names} & FORBIDDEN_MODULES
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module} & FORBIDDEN_MODULES
        elif isinstance(node, ast.Name):
            found |= {node.id} & FORBIDDEN_NAMES
        elif isinstance(node, ast.Attribute):
            found |= {node.attr} & FORBIDDEN_NAMES
    return found


@pytest.mark.parametrize("name", CORE)
def test_core_module_imports_nothing_that_acts(name):
    source = Path(posapp.offline.sync_core.__file__).with_name(f"{name}.py").read_text("utf-8")
    assert forbidden_in(source) == set()


def test_check_itself_notices_an_offender():
    assert forbidden_in("import time\nfrom random import random\nopen('x')") == {
        "time",
        "random",
        "open",
    }
