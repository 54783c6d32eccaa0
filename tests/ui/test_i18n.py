"""All texts are collected, translated into every language, compiled, and switched while running."""

import ast
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from posapp.ui.i18n import LANGUAGES, tr
from posapp.ui.languages import Languages
from tools import i18n as tool

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "i18n"


def messages_of(language):
    tree = ET.parse(FOLDER / f"posapp_{language}.ts")
    for context in tree.iterfind("context"):
        for message in context.iterfind("message"):
            yield (
                tool.Text(
                    context.findtext("name"),
                    message.findtext("source"),
                    message.findtext("comment") or "",
                ),
                message.find("translation"),
            )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_code_is_in_the_catalogue_and_finished(language):
    known = dict(messages_of(language))
    assert sorted(tool.collect(ROOT / "posapp") - set(known)) == []
    unfinished = [t.source for t, node in known.items() if node.get("type") or not node.text]
    assert unfinished == []


def test_the_tables_do_not_contradict_each_other():
    _rows, problems = tool.load_tables(FOLDER / "strings")
    assert problems == []


def test_translations_keep_their_parameters():
    import string

    def names(text):
        return {name for _l, name, _f, _c in string.Formatter().parse(text) if name}

    for language in LANGUAGES:
        for text, node in messages_of(language):
            assert names(node.text or "") == names(text.source), (language, text.source)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_the_one_of_its_source(language, tmp_path):
    name = f"posapp_{language}"
    (tmp_path / f"{name}.ts").write_bytes((FOLDER / f"{name}.ts").read_bytes())
    tool.compile_all(tmp_path, (language,))
    assert (tmp_path / f"{name}.qm").read_bytes() == (FOLDER / f"{name}.qm").read_bytes()


def test_texts_go_through_the_one_function():
    """`self.tr` would put a text into the context of its class, where no translation waits."""
    wrong = [
        f"{path.name}:{node.lineno}"
        for path in (ROOT / "posapp" / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "tr"
    ]
    assert wrong == []


def test_the_language_changes_while_running(qapp, look):
    languages = Languages(qapp, look)
    languages.choose("en")
    assert (tr("收款"), look.language) == ("Pay", "en")
    languages.choose("zh_TW")
    assert tr("撤销") == "復原"
    languages.choose("zh_CN")
    assert tr("收款") == "收款"
    assert tr("第 {n} 种支付方式", n=3) == "第 3 种支付方式"
    with pytest.raises(ValueError, match="unknown language"):
        languages.choose("fr")


def test_a_text_that_is_no_literal_is_found(tmp_path):
    (tmp_path / "wrong.py").write_text("tr(name)\n")
    with pytest.raises(SystemExit, match=r"wrong\.py:1"):
        tool.collect(tmp_path)


def test_contradicting_tables_are_found(tmp_path):
    for name, english in (("a", "Pay"), ("b", "Charge")):
        (tmp_path / f"{name}.csv").write_text(f"source,comment,zh_TW,en\n收款,,收款,{english}\n")
    _rows, problems = tool.load_tables(tmp_path)
    assert len(problems) == 1


def test_a_catalogue_replaced_by_an_update_does_not_touch_the_running_till(tmp_path):
    shutil.copy(FOLDER / "posapp_en.qm", tmp_path)
    program = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "from posapp.ui.i18n import tr\n"
        "from posapp.ui.languages import Languages\n"
        "class Look:\n"
        "    def set_language(self, language): pass\n"
        "folder = Path(sys.argv[1]); app = QCoreApplication([])\n"
        "Languages(app, Look(), folder).choose('en')\n"
        "(folder / 'posapp_en.qm').write_bytes(b'')\n"
        "print(tr('确认收款'))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout.strip()) == (0, "Take payment"), ran.stderr
