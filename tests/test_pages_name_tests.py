"""The pages that say which test shows what are held to the tests that are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


@pytest.mark.parametrize("page", ["reliability.md", "security.md"])
def test_every_test_that_a_page_names_is_there(page):
    named = set(NAMED.findall((ROOT / "docs" / page).read_text("utf-8")))
    assert named
    missing = [
        f"{path}::{name}"
        for path, name in sorted(named)
        if f"def {name}(" not in (ROOT / path).read_text("utf-8")
    ]
    assert missing == []


def test_every_fault_has_its_row():
    page = (ROOT / "docs" / "reliability.md").read_text("utf-8")
    rows = page.split("## The 66 faults", 1)[1].split("\n## ", 1)[0]
    assert re.findall(r"(?m)^\| (\d+) \|", rows) == [str(number) for number in range(1, 67)]
