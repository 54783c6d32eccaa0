"""The page's words: whole in three languages; its colours: those of the till."""

from __future__ import annotations

import json
import re
from datetime import UTC
from pathlib import Path
from string import Formatter

import pytest

from posapp.central import member_page
from posapp.central.member_page.word_table import ROWS
from posapp.central.member_page.words import PageWords, language_of
from posapp.paths import resource

CODE = Path(member_page.__file__).parent
FAMILIES = ("consent.", "error.", "field.", "posting.", "account.", "section.", "statement.")
FAMILIES += ("status.", "value.", "nav.", "region.")


def fields(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name)


def test_a_sentence_stands_in_three_languages_with_the_same_gaps():
    for key, texts in ROWS.items():
        chinese, taiwanese, english = texts
        assert all(texts), key
        assert fields(chinese) == fields(taiwanese) == fields(english), key
        assert not re.search(r"[\u3400-\u9fff]", english), key


def test_no_sentence_is_left_over():
    tables = {"word_table.py", "word_table_consents.py", "word_table_data.py"}
    code = "".join(p.read_text("utf-8") for p in CODE.glob("*.py") if p.name not in tables)
    named = set(re.findall(r"""["']([a-z_.]+)["']""", code))
    unused = [key for key in ROWS if key not in named and not key.startswith(FAMILIES)]
    assert unused == []


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("zh-CN,zh;q=0.9", "zh_CN"),
        ("zh-HK", "zh_TW"),
        ("fr-FR, en;q=0.5, zh-Hant;q=0.8", "zh_TW"),
        ("en-GB", "en"),
        ("en;q=0, zh", "zh_CN"),
        ("de", "en"),
        ("", "zh_CN"),
        (";;q=,zh;q=nan", "en"),
        ("," * 10_000, "en"),
    ],
)
def test_a_browsers_languages_are_read_by_weight(accepted, language):
    assert language_of("", accepted) == language
    assert language_of("zh_TW", accepted) == "zh_TW"


def test_amounts_have_a_real_minus_and_whole_cents():
    say = PageWords("en", UTC, "CNY")
    assert [say.money(each) for each in (0, 5, -123_456)] == ["¥0.00", "¥0.05", "−¥1,234.56"]
    assert say.money(100, signed=True) == "+¥1.00"
    assert say.count(-1_234) == "−1,234"


def test_the_colours_are_the_tills_in_all_three_looks():
    tokens = json.loads(resource("theme/tokens.json").read_text("utf-8"))
    css = resource("member_page/page.css").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    assert len(blocks) == 3
    for look, block in zip(("light", "dark", "contrast"), blocks, strict=True):
        used = dict(re.findall(r"--([\w-]+): (#[0-9A-F]{6});", block))
        assert len(used) > 15
        assert {name: tokens[look][name.replace("-", "_")] for name in used} == used
    assert set(re.findall(r"var\(--([\w-]+)\)", css)) <= set(used)
    rest = css.split("* {", 1)[1]
    assert not re.search(r"#[0-9A-Fa-f]{3,6}\b", rest)
