"""The page on the law names a test in every row, and every article that we know of has its row."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "compliance.md").read_text("utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
ARTICLES = {6, 13, 14, 15, 16, 17, 19, 23, 24, 28, 29, 31, 45, 46, 47, 51, 54, 55, 56, 57}


def rows():
    tables = PAGE.split("## How a person is forgotten", 1)[0]
    lines = [line for line in tables.splitlines() if line.startswith("| ")]
    return [line for line in lines if not line.startswith(("| article", "| rule"))]


def test_every_article_has_its_row():
    found = set()
    for row in rows():
        for first, last in re.findall(r"^\| (\d+)(?:-(\d+))? ", row):
            found |= set(range(int(first), int(last or first) + 1))
    assert found >= ARTICLES


def test_every_row_names_a_test_that_is_there():
    for row in rows():
        named = NAMED.findall(row)
        assert named, row
        for path, name in named:
            assert f"def {name}(" in (ROOT / path).read_text("utf-8"), (path, name)
