"""The words of the screens: one word for one thing, short, calm, and in the person's language."""

import ast
import re
from pathlib import Path

import pytest

from tools import i18n as tool

ROOT = Path(__file__).parents[2]
TABLES, _ = tool.load_tables(ROOT / "resources" / "i18n" / "strings")
SOURCES = sorted({text.source for text in tool.collect(ROOT / "posapp")})
TRADITIONAL = sorted({zh_tw for zh_tw, _en in TABLES.values()})
ENGLISH = sorted({en for _zh, en in TABLES.values()})

# The wrong word, and the right one (docs/glossary.md).
SYNONYMS = {
    r"(?<!储值)余额|预存|钱包": "储值",
    r"用户(?!端)|客户(?!端)|会员卡号": "会员 or 顾客",
    r"寄单|暂存": "挂单",
    r"换班|交班单|轮班": "交接班",
    r"备用现金|零钱箱|底金": "备用金",
    r"多款|溢款|盘盈": "长款",
    r"少款|缺款|盘亏": "短款",
    r"冲正|废单": "作废",
    r"校验码|动态口令": "验证码",
    r"抱歉|对不起|非法|错误代码|超时|令牌": "what happened and what to do",
}
TRADITIONAL_SYNONYMS = {
    r"(?<!儲值)餘額|預存|錢包": "儲值",
    r"用戶(?!端)|使用者": "會員 or 顧客",
    r"抱歉|對不起|非法|逾時": "what happened and what to do",
}
ENGLISH_SYNONYMS = {
    r"\blog ?(in|on)\b": "Sign in",
    r"\bwallet\b": "Stored value",
    r"\btime(d )?out\b|\btoken\b|\binvalid\b|\bsorry\b|\boops\b": "what happened and what to do",
    r"\bpark(ed)? (order|sale)": "Hold",
}
# Names of things that bear no other name in Chinese either.
AS_THEY_ARE = {
    *("PIN", "Enter", "Esc", "Alt", "Ctrl", "Tab", "Shift", "Del"),
    *("CSV", "Excel", "UTF", "PDF", "MB", "GB", "Wi-Fi", "QR", "POS", "COM", "USB"),
}
# What an operator types or reads at a terminal, and what stands in files.
TERMINAL = re.compile(
    r"--[\w-]+( file)?|dev\.py \w+|\w+\.(db|toml|py)|python3?|\bposapp( \w+)*|till(-[\w-]+| --central)"
    r"|\w+://|journal export|event_id|\bhead\b|goods|dish|service|aside|PostgreSQL|PySide6|Xvfb"
)
BUTTONS = {"TouchButton", "LinkButton", "PayButton", "add_primary", "add_back_action"}
SAY_NOTHING = {"确定", "确认", "好", "好的", "是", "否", "提交", "知道了"}
LONGEST = 36
LONGEST_BUTTON = 10


def found(patterns, texts):
    return [
        f"{text} -> {right}"
        for text in texts
        for pattern, right in patterns.items()
        if re.search(pattern, text, re.IGNORECASE)
    ]


def han(text):
    return len(re.findall(r"[\u4e00-\u9fff]", text))


@pytest.mark.parametrize(
    ("patterns", "texts"),
    [
        (SYNONYMS, SOURCES),
        (TRADITIONAL_SYNONYMS, TRADITIONAL),
        (ENGLISH_SYNONYMS, ENGLISH),
    ],
    ids=["zh_CN", "zh_TW", "en"],
)
def test_one_thing_has_one_word(patterns, texts):
    assert found(patterns, texts) == []


def test_the_lint_sees_a_wrong_word():
    assert found(SYNONYMS, ["钱包余额不足", "储值余额", "客户端"]) == ["钱包余额不足 -> 储值"]
    assert found(ENGLISH_SYNONYMS, ["Log in"]) == ["Log in -> Sign in"]


def test_nobody_is_shouted_at_and_no_sentence_ends_with_a_stop():
    texts = [*SOURCES, *TRADITIONAL, *ENGLISH]
    assert [text for text in texts if re.search("[!！]", text)] == []
    assert [text for text in [*SOURCES, *TRADITIONAL] if text.endswith("。")] == []


def test_no_chinese_screen_speaks_english():
    texts = [text for text in [*SOURCES, *TRADITIONAL] if han(text)]
    strange = {}
    for text in texts:
        plain = TERMINAL.sub("", re.sub(r"\{[^}]*\}", "", text))
        words = set(re.findall(r"[A-Za-z]{2,}(?:-[A-Za-z]+)?", plain)) - AS_THEY_ARE
        if words:
            strange[text] = sorted(words)
    assert strange == {}


def test_no_sentence_is_longer_than_a_glance():
    assert [text for text in [*SOURCES, *TRADITIONAL] if han(text) > LONGEST] == []


def on_buttons():
    """(text, where) of every literal that a button of the program bears."""
    for path in (ROOT / "posapp" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in BUTTONS:
                for part in node.args:
                    if isinstance(part, ast.Call) and _name(part.func) == "tr":
                        yield part.args[0].value, f"{path.name}:{node.lineno}"


def _name(func):
    return func.id if isinstance(func, ast.Name) else getattr(func, "attr", "")


def test_a_button_says_what_it_does():
    buttons = list(on_buttons())
    assert len(buttons) > 50
    assert [(text, where) for text, where in buttons if text in SAY_NOTHING] == []
    assert [(text, where) for text, where in buttons if han(text) > LONGEST_BUTTON] == []


def test_an_empty_list_says_what_belongs_there_and_what_to_do():
    """One sentence and one hint; where both are empty the screen tells them as its state says."""
    bare = [
        f"{path.name}:{node.lineno}"
        for path in (ROOT / "posapp" / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and _name(node.func) == "EmptyState" and len(node.args) < 4
    ]
    assert bare == []
