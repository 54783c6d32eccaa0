"""Every error the program can raise has a sentence, in all languages, that never fails to be written."""

import ast
import string
from pathlib import Path

import pytest

from posapp.central.member_page.word_table import ROWS
from posapp.errors import Refused, Unavailable
from posapp.ui.error_texts import TEXTS, sentence, text_for

PACKAGE = Path(__file__).parents[2] / "posapp"
PAGE = "central/member_page/"
ON_THE_PAGE = (PAGE, "central/referral/online.py")
RAISES = {"PosError", "Refused", "Unavailable", "OutcomeUnknown"}


def raised_keys() -> dict[str, str]:
    """Each key that the code names in an error, and where."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in RAISES and node.args:
                for key in _keys(node.args[0]):
                    found[key] = f"{path.relative_to(PACKAGE)}:{node.lineno}"
    return found


def _name(func: ast.expr) -> str:
    return func.id if isinstance(func, ast.Name) else getattr(func, "attr", "")


def _keys(node: ast.expr) -> list[str]:
    match node:
        case ast.Constant(value=str() as key):
            return [key]
        case ast.IfExp(body=body, orelse=orelse):
            return _keys(body) + _keys(orelse)
        case _:
            return []


def has_sentence(key: str, where: str) -> bool:
    """The member's own page has a table of its own: a phone's browser is no till."""
    if where.startswith(ON_THE_PAGE) and f"error.{key}" in ROWS:
        return True
    return key in TEXTS


def test_every_key_in_the_code_has_a_sentence():
    missing = {key: where for key, where in raised_keys().items() if not has_sentence(key, where)}
    assert missing == {}


def test_a_key_of_the_page_needs_its_own_sentence():
    assert has_sentence("page.form_old", f"{PAGE}routes.py:1")
    assert not has_sentence("page.form_old", "workflows/members.py:1")
    assert not has_sentence("page.nowhere", f"{PAGE}routes.py:1")


def test_the_walk_finds_the_keys_of_the_domain():
    assert {"cart.sold_out", "money.not_an_amount"} <= set(raised_keys())


def test_sentences_are_short_and_end_without_a_full_stop():
    for key, text in TEXTS.items():
        assert not str(text).endswith(("。", "！", "!")), key
        assert len(str(text)) <= 48, key


def test_sentences_name_their_parameters():
    for key, text in TEXTS.items():
        for _literal, name, form, conversion in string.Formatter().parse(str(text)):
            assert name is None or (name.isidentifier() and not form and not conversion), key


def test_parameters_are_written_by_what_they_are(qapp):
    error = Refused("money.more_than_remains", amount=9020, remaining=2000)
    assert text_for(error) == "金额 ¥90.20 超过剩余的 ¥20.00，请减少"
    assert sentence(Refused("cart.sold_out", name="{x}")) == "{x} 已售罄，请换一件"


def test_a_missing_parameter_leaves_a_gap_and_no_crash(qapp):
    assert text_for(Refused("cart.sold_out")) == "… 已售罄，请换一件"


def test_an_unknown_key_gives_a_generic_sentence_and_a_log_line(qapp, caplog):
    text = text_for(Unavailable("nowhere.known"))
    assert "nowhere.known" in text
    assert "nowhere.known" in caplog.text


@pytest.mark.parametrize("error", [ValueError("x"), RuntimeError()])
def test_a_bug_never_shows_its_own_words(qapp, error):
    assert text_for(error) == str(TEXTS["app.bug"])
