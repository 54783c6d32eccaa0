"""What an operator types about people: limits by role, and a new PIN."""

import json

import pytest

from posapp.central import commands
from posapp.cli import Exit, main
from posapp.domain.own_codes import parse_own


@pytest.fixture
def say(tmp_path, capsys):
    """Run one command of central; its exit code and its answer."""
    commands.init(tmp_path / "c", sample=True)

    def run(action, *words):
        code = main(["central", action, "--data", str(tmp_path / "c"), "--json", *words])
        return code, json.loads(capsys.readouterr().out or "{}")

    return run


def row(answer, act):
    return next(each for each in answer["rows"] if each["act"] == act)


def test_a_row_is_changed_shown_and_given_back_to_the_program(say):
    declared = row(say("allowances")[1], "discount")
    assert (declared["measure"], declared["set"]) == ("share", "")
    code, changed = say("allowances", "--act", "discount", "--text", "cashier 1000")
    assert (code, row(changed, "discount")["set"]) == (Exit.OK, "cashier 1000")
    assert row(changed, "discount")["holds"].startswith("cashier 1000; service 0; manager all")
    say("allowances", "--act", "discount", "--text", "cashier 500")
    assert row(say("allowances")[1], "discount")["set"] == "cashier 500"
    say("allowances", "--act", "discount", "--text", "")
    assert row(say("allowances")[1], "discount") == declared


@pytest.mark.parametrize(
    "words", [("--act", "dance", "--text", "x"), ("--act", "refund", "--text", "cashier much")]
)
def test_what_does_not_read_is_refused_and_changes_nothing(say, words):
    assert say("allowances", *words)[0] == Exit.REFUSED
    assert all(each["set"] == "" for each in say("allowances")[1]["rows"])


def test_a_new_pin_is_told_once_and_an_unknown_number_is_refused(say):
    code, told = say("new-pin", "1024")
    assert (code, told["number"]) == (Exit.OK, "1024")
    assert len(told["pin"]) == 6
    assert told["pin"].isdigit()
    assert say("new-pin", "7777")[0] == Exit.REFUSED


def test_a_badge_is_told_once_and_only_what_verifies_it_is_kept(say, tmp_path):
    code, told = say("new-badge", "9001")
    badge = parse_own(told["badge"])
    assert (code, badge.staff_number, len(badge.secret)) == (Exit.OK, "9001", 20)
    assert say("new-badge", "9001")[1]["badge"] != told["badge"]
    assert say("new-badge", "9001", "--withdraw")[1]["badge"] == ""
    assert say("new-badge", "7777")[0] == Exit.REFUSED
    files = [each for each in (tmp_path / "c").iterdir() if each.is_file()]
    assert all(badge.secret.encode() not in each.read_bytes() for each in files)


def test_what_a_badge_alone_approves_is_changed_shown_and_ended(say):
    assert say("badge-limits")[1] == {"limits": ""}
    wanted = "discount 1000; open_drawer all"
    assert say("badge-limits", "--text", wanted) == (Exit.OK, {"limits": wanted})
    assert say("badge-limits", "--text", "dance 5")[0] == Exit.REFUSED
    assert say("badge-limits")[1] == {"limits": wanted}
    assert say("badge-limits", "--text", "")[1] == {"limits": ""}
