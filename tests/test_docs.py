"""The documents name only what is there, and say it right."""

import argparse
import ast
import re
import shlex
from pathlib import Path

import pytest

import dev
from posapp.cli import _parser
from posapp.demo.sample import MEMBER_PHONE, SIGN_INS
from posapp.paths import resource

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(
    path
    for folder in (ROOT, ROOT / "docs", ROOT / "docs/decisions", ROOT / "installer")
    for path in folder.glob("*.md")
)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
QUOTED_PATH = re.compile(
    r"`((?:posapp|tests|docs|tools|resources|installer|requirements|benchmarks)/[\w./-]+)`"
)
ROOMS_OF_CODE = ("posapp", "tests", "benchmarks", "tools")
# Every capability that has a face on this product; ranges of the numbers of each source.
FEATURES = {
    "S0": "01-11 13-21 23-25 27 29-37 39-40 43-44 46-52 54-55 57-58 60 62-68 70-77",
    "S1": "01-28 30-31",
    "S2": "01-02 05 08-13 15-17 19-34",
    "S3": "01-25 27-31 33-43 45-59 61-63 65 68-70 73-83 86-91",
    "S4": "01-04 07-08 11-14 16 19-20",
}
LARGEST_PICTURE = 150_000
WRITTEN_BY_A_RUN = {"docs/benchmarks.md"}  # by a whole `dev.py bench`


def text(name):
    return (ROOT / name).read_text("utf-8")


def names(pages):
    return [str(page.relative_to(ROOT)) for page in pages]


def code_files():
    return [path for room in ROOMS_OF_CODE for path in sorted((ROOT / room).rglob("*.py"))]


# -- links, paths and pictures


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_links_lead_somewhere(page):
    targets = [link.split("#")[0] for link in LINK.findall(page.read_text("utf-8"))]
    local = [target for target in targets if target and not target.startswith(("http", "mailto"))]
    assert [target for target in local if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_paths_in_the_text_exist(page):
    found = QUOTED_PATH.findall(page.read_text("utf-8"))
    assert [path for path in found if not (ROOT / path).exists()] == []


def test_every_picture_is_shown_and_small():
    shown = set(re.findall(r"docs/pictures/([\w-]+\.png)", text("README.md")))
    kept = {path.name: path.stat().st_size for path in (ROOT / "docs/pictures").iterdir()}
    assert shown == set(kept)
    assert [name for name, size in kept.items() if size > LARGEST_PICTURE] == []


def test_pages_that_the_code_names_exist():
    named = {
        name
        for path in code_files()
        for name in re.findall(r"\bdocs/[\w/-]+\.md\b", path.read_text("utf-8"))
    }
    assert {"docs/rules.md", "docs/api.md"} <= named
    missing = [name for name in sorted(named) if not (ROOT / name).exists()]
    assert set(missing) <= WRITTEN_BY_A_RUN


def test_rules_that_the_code_cites_are_written_down():
    written = set(re.findall(r"^### (\w+)", text("docs/rules.md"), re.MULTILINE))
    cited = {
        rule
        for path in code_files()
        for rule in re.findall(r"docs/rules\.md\s+([A-Z]\d*a?)", path.read_text("utf-8"))
    }
    assert len(cited) > 8
    assert cited <= written


# -- commands


def commands(page):
    """The command lines of a page's code blocks, without their comments."""
    blocks = re.findall(r"^```\n(.*?)^```", text(page), re.MULTILINE | re.DOTALL)
    lines = [line.split("#")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith(("posapp ", "python3 dev.py "))]


@pytest.mark.parametrize("page", ["README.md", "docs/operating.md", "docs/development.md"])
def test_commands_are_understood(page):
    lines = commands(page)
    assert lines
    for line in lines:
        program, *words = shlex.split(line)
        if program == "python3":
            assert words[1] in dev.VERBS, line
        else:
            _parser().parse_args(words)


def test_the_readme_names_every_command_of_the_program():
    verbs = next(
        action.choices
        for action in _parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    readme = text("README.md")
    assert [verb for verb in verbs if f"posapp {verb}" not in readme and verb != "demo"] == []


def test_every_option_of_the_demo_is_explained():
    told = _parser().parse_args(["demo"])
    options = {f"--{name}" for name in vars(told)} - {"--command", "--json"}
    assert [option for option in sorted(options) if option not in text("README.md")] == []


def test_exit_codes_are_explained():
    from posapp.cli import Exit

    rows = set(re.findall(r"^\| (\d+) \|", text("docs/operating.md"), re.MULTILINE))
    assert rows == {str(int(code)) for code in Exit}


def test_the_first_sale_of_the_readme_is_that_of_the_sample_park():
    readme, store = text("README.md"), resource("sample_store/store.json").read_text("utf-8")
    for person in SIGN_INS:
        assert f"`{person.pin}`" in readme, person
        assert person.name in readme
    assert f"`{MEMBER_PHONE}`" in readme
    barcode = re.search(r"type `(\d{13})`", readme)
    assert barcode is not None
    assert barcode[1] in store


# -- features and decisions


def wanted_features():
    for source, ranges in FEATURES.items():
        for each in ranges.split():
            first, _, last = each.partition("-")
            for number in range(int(first), int(last or first) + 1):
                yield f"{source}-{number:02}"


def feature_rows():
    lines = [line for line in text("docs/features.md").splitlines() if re.match(r"\| S\d", line)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_feature_has_one_line_in_order():
    assert [row[0] for row in feature_rows()] == list(wanted_features())


def test_what_works_is_shown_by_a_test_that_exists():
    tests = {}
    for name, state, shown_by, remark in feature_rows():
        assert state in {"works", "partly", "not yet"}, name
        if state == "not yet":
            assert shown_by == "–", name
            continue
        path, _, test = shown_by.strip("`").partition("::")
        if path not in tests:
            tree = ast.parse(text(path))
            tests[path] = {n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)}
        assert tests[path] if not test else test in tests[path], shown_by
        assert state == "works" or remark, f"{name}: what is missing?"


def test_the_last_line_counts_the_rows():
    states = [row[1] for row in feature_rows()]
    said = re.search(
        r"(\d+) rows: (\d+) works?, (\d+) partly, (\d+) not yet", text("docs/features.md")
    )
    assert said is not None
    counted = [len(states), *(states.count(s) for s in ("works", "partly", "not yet"))]
    assert [int(number) for number in said.groups()] == counted


def test_decisions_are_numbered_without_gaps():
    pages = sorted((ROOT / "docs/decisions").glob("*.md"))
    for number, page in enumerate(pages, start=1):
        assert page.name.startswith(f"{number:04}-")
        assert page.read_text("utf-8").startswith(f"# {number}. ")
