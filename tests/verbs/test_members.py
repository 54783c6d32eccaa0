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
    report = tmp_path / "wrong.csv"
    code, tried = say("import-members", file, *mapped, "--report", report)
    assert report.read_text(encoding="utf-8-sig").startswith("3,phone,")
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


def numbers(tmp_path, say):
    out = tmp_path / "n.csv"
    say("export-members", out)
    rows = [line.split(",") for line in out.read_text(encoding="utf-8-sig").splitlines()]
    return {row[1]: row[0] for row in rows}


def test_two_who_are_one_are_found_shown_merged_and_taken_apart(say, tmp_path):
    file = tmp_path / "m.csv"
    file.write_text(
        "手机号,姓名,储值本金\n13812340001,单雄,5\n13700000001,单雄,7\n", encoding="utf-8"
    )
    say("import-members", file, "--commit")
    (pair,) = say("duplicates")[1]["pairs"]
    assert pair["reason"] == "sound"
    known = numbers(tmp_path, say)
    two = (known["138****0001"], known["137****0001"])
    assert two[0] in pair["first"] + pair["second"]
    code, shown = say("merge-members", *two)
    assert (code, shown["gone"]["principal"], shown["status"]) == (Exit.OK, 700, "normal")
    assert say("merge-members", *two, "--reason", "whim", "--commit")[0] == Exit.REFUSED
    code, done = say("merge-members", *two, "--reason", "imported_twice", "--commit")
    assert (code, done["state"]) == (Exit.OK, "merged")
    assert say("duplicates")[1]["pairs"] == []
    assert say("merge-members", *two)[0] == Exit.REFUSED
    assert say("unmerge-members", done["merge"])[1]["state"] == "undone"
