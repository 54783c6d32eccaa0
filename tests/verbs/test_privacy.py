"""What an operator types about personal data: report, nightly run, policies, sealed copies."""

import json

import pytest

from posapp.central import commands
from posapp.cli import Exit, main


@pytest.fixture
def say(tmp_path, capsys):
    commands.init(tmp_path / "c", sample=True)

    def run(action, *words):
        code = main(["central", action, "--data", str(tmp_path / "c"), "--json", *map(str, words)])
        return code, json.loads(capsys.readouterr().out or "{}")

    return run


def test_report_run_and_policies(say, tmp_path):
    code, told = say("compliance", "--days", 7, "--to", tmp_path / "report.csv", "--lang", "en")
    assert code == Exit.OK
    assert {"erasures", "keys", "minors"} <= {each["section"] for each in told["lines"]}
    table = (tmp_path / "report.csv").read_text("utf-8-sig").splitlines()
    assert table[0] == "section,what,of,figure"
    assert say("compliance", "--to", tmp_path / "report_zh.csv")[0] == Exit.OK
    assert (tmp_path / "report_zh.csv").read_text("utf-8-sig").startswith("部分,内容,说明,数")
    assert (tmp_path / "report.csv").stat().st_mode & 0o077 == 0
    assert say("compliance", "--to", tmp_path / "report.csv")[0] == Exit.REFUSED
    assert say("forget-due")[1] == {"ended": 0, "again": 0, "listed": 0}
    assert len(say("policy")[1]["texts"]) == 6
    text = tmp_path / "v4.txt"
    text.write_text("新的一版", encoding="utf-8")
    assert len(say("policy", "--add", text, "--as", "v4")[1]["texts"]) == 7
    text.write_text("又改了", encoding="utf-8")
    assert say("policy", "--add", text, "--as", "v4")[0] == Exit.REFUSED


def test_whose_data_somebody_saw_is_asked_by_person_till_and_days(say, tmp_path):
    code, told = say("access", "--since", "2026-01-01", "--to", tmp_path / "seen.csv")
    assert (code, told) == (Exit.OK, {"members": 0, "seen": []})
    assert (tmp_path / "seen.csv").read_text("utf-8-sig").startswith("会员号,看了什么,谁")
    assert (tmp_path / "seen.csv").stat().st_mode & 0o077 == 0
    for words in (("--who", "7"), ("--till", "T99"), ("--since", "yesterday")):
        assert say("access", *words)[0] == Exit.REFUSED


def test_nobody_is_opened_who_is_not_sealed(say, tmp_path, monkeypatch):
    monkeypatch.setattr("getpass.getpass", lambda _: "864200")
    words = ("100001", "--first", "9001", "--second", "9001", "--note", "x")
    assert say("open-sealed", *words, "--to", tmp_path / "x.zip")[0] == Exit.REFUSED
    assert not (tmp_path / "x.zip").exists()
