"""What an operator types about members' files: a template, a dry run, an import, an export."""

import json

import pytest

from posapp.central import commands
from posapp.cli import Exit, main


@pytest.fixture
def say(tmp_path, capsys):
    """Run one command of central; its exit code and its answer."""
    commands.init(tmp_path / "c", sample=True)

    def run(action, *words):
        code = main(["central", action, "--data", str(tmp_path / "c"), "--json", *map(str, words)])
        return code, json.loads(capsys.readouterr().out or "{}")

    return run


def test_a_file_is_tried_brought_in_and_taken_out_again(say, tmp_path, capsys):
    file = tmp_path / "old.csv"
    file.write_text("联络电话,姓名\n13700007777,阿明\n1,错\n", encoding="utf-8")
    assert say("import-members", file)[0] == Exit.REFUSED
    mapped = ("--map", "联络电话=phone", "--mapping", "old-till")
    code, tried = say("import-members", file, *mapped)
    assert (code, tried["added"], tried["committed"]) == (Exit.FAILED_CHECK, 1, False)
    assert "手机号" in tried["errors"][0]["words"]
    whole = ("--mapping", "old-till", "--commit", "--leave-out-wrong")
    code, done = say("import-members", file, *whole)
    assert (code, done["added"], done["committed"]) == (Exit.OK, 1, True)
    assert say("import-members", file, *whole)[1]["already"]
    out = tmp_path / "out.csv"
    assert say("export-members", out, "--status", "normal")[1]["masked"]
    assert "137****7777" in out.read_text(encoding="utf-8-sig")
    assert "13700007777" not in out.read_text(encoding="utf-8-sig")
    assert say("export-members", out)[0] == Exit.REFUSED


def test_personal_data_leaves_only_for_a_manager_with_her_pin(say, tmp_path, monkeypatch):
    pins = iter(["0000", "864200"])
    monkeypatch.setattr("getpass.getpass", lambda _: next(pins))
    out = tmp_path / "out.xlsx"
    assert say("export-members", out, "--open-as", "7777", "--note", "x")[0] == Exit.REFUSED
    assert say("export-members", out, "--open-as", "9001", "--note", "x")[0] == Exit.REFUSED
    assert not out.exists()
    assert not say("export-members", out, "--open-as", "9001", "--note", "x")[1]["masked"]


def test_a_template_has_the_titles_of_every_column(tmp_path, capsys):
    assert main(["central", "member-template", str(tmp_path / "t.csv")]) == Exit.OK
    titles = (tmp_path / "t.csv").read_text(encoding="utf-8-sig").split(",")
    assert {"手机号", "姓名", "储值本金", "积分"} < set(titles)
