"""Every setting is declared once; anything else stops the start."""

from pathlib import Path

import pytest

from posapp.errors import Refused
from posapp.settings import Settings, docs_table, known, read_file, with_values

DOCS = Path(__file__).parents[1] / "docs" / "settings.md"


def refused(key: str, call, *args) -> Refused:
    with pytest.raises(Refused) as refusal:
        call(*args)
    assert refusal.value.key == key
    return refusal.value


def test_values_replace_defaults_and_keep_the_rest():
    changed = with_values(
        Settings(),
        {"language": "en", "return_window_days": 30, "quick_cash": [1_000, 5_000]},
    )
    assert (changed.language, changed.return_window_days) == ("en", 30)
    assert changed.quick_cash == (1_000, 5_000)
    assert with_values(changed, {"drawer_before_receipt": False}).language == "en"


def test_an_unknown_name_is_named():
    refusal = refused("settings.unknown_key", with_values, Settings(), {"langauge": "en"})
    assert refusal.params == {"name": "langauge"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "fr"),
        ("language", 1),
        ("central_url", "x\ny"),
        ("central_url", "x" * 501),
        ("return_window_days", -1),
        ("return_window_days", 3_651),
        ("return_window_days", True),
        ("return_window_days", "7"),
        ("return_window_days", 7.0),
        ("drawer_before_receipt", 1),
        ("quick_cash", [100, "x"]),
        ("quick_cash", [0]),
        ("quick_cash", 100),
    ],
)
def test_a_value_that_does_not_fit_is_refused(name, value):
    refusal = refused("settings.not_valid", with_values, Settings(), {name: value})
    assert refusal.params == {"name": name}


def test_a_local_file_is_read_and_a_missing_one_says_nothing(tmp_path):
    path = tmp_path / "settings.toml"
    assert read_file(path) == {}
    path.write_text('\ufefflanguage = "zh_TW"\nquick_cash = [100]\n', "utf-8")
    assert with_values(Settings(), read_file(path)).language == "zh_TW"


@pytest.mark.parametrize("content", [b"language =", b"\xff\xfe\x00"])
def test_a_damaged_file_is_refused_by_name(tmp_path, content):
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    refusal = refused("settings.file_damaged", read_file, path)
    assert refusal.params == {"name": "settings.toml"}


def test_every_setting_is_explained_in_two_languages():
    for each in known():
        assert each.metadata["zh"]
        assert each.metadata["en"]


def test_the_page_of_the_manual_is_the_declarations():
    assert DOCS.read_text("utf-8") == docs_table()
