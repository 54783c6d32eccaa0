"""What an operator types about accounts that pay later and payments taken elsewhere."""

import json

import pytest

from posapp.central import commands
from posapp.cli import Exit, main


@pytest.fixture
def say(tmp_path, capsys):
    """Run one command of central; its exit code and its answer."""
    commands.init(tmp_path / "c", sample=False)

    def run(action, *words):
        code = main(["central", action, *words, "--data", str(tmp_path / "c"), "--json"])
        return code, json.loads(capsys.readouterr().out or "{}")

    return run


def test_an_account_is_opened_changed_and_owes_nothing_that_could_be_paid(say):
    opened = ("account", "LT01", "--name", "蓝天旅行社", "--limit", "50000")
    assert say(*opened)[1]["owed"] == 0
    assert say(*opened, "--offline-most", "9000", "--stopped")[1]["active"] is False
    _, shown = say("accounts")
    assert [(a["code"], a["limit"], a["offline_most"]) for a in shown["accounts"]] == [
        ("LT01", 50_000, 9_000)
    ]
    paid = ("--amount", "1", "--by", "cash", "--note", "x")
    assert say("account-paid", "LT01", *paid)[0] == Exit.REFUSED
    assert say("account-paid", "nobody", *paid)[0] == Exit.REFUSED
    assert say("account", "bad code", "--name", "x", "--limit", "1")[0] == Exit.REFUSED


def test_nothing_recorded_waits_and_an_unknown_payment_is_refused(say):
    assert say("recorded") == (Exit.OK, {"recorded": [], "amount": 0})
    assert say("reconcile", "nothing", "--seen", "--note", "x")[0] == Exit.REFUSED
