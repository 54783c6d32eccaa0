"""What an operator types about leases: the bound before it counts, what is lent, who is awaited."""

import json

import pytest

from posapp.central import commands
from posapp.cli import Exit, main


@pytest.fixture
def say(tmp_path, capsys):
    """Run one command of central; its exit code and its answer."""
    commands.init(tmp_path / "c", sample=False)

    def run(action, *words):
        code = main(["central", action, "--data", str(tmp_path / "c"), "--json", *words])
        return code, json.loads(capsys.readouterr().out or "{}")

    return run


def test_the_bound_of_what_is_lent_is_shown_before_it_counts(say):
    allowed = ("--shop", "1", "--cap", "20000", "--ceiling", "500000")
    code, shown = say("lease-policy", *allowed, "--points-cap", "500", "--points-ceiling", "800")
    assert (code, shown["committed"]) == (Exit.OK, False)
    assert (shown["ceiling"], shown["points_ceiling"]) == (500_000, 800)
    assert say("lease-policy", *allowed, "--commit")[1]["committed"]
    _, after = say("lease-policy", *allowed)
    assert (after["cap_before"], after["points_cap_before"]) == (20_000, 0)
    coupons = ("--coupons-cap", "2", "--coupons-ceiling", "9", "--commit")
    assert say("lease-policy", *allowed, *coupons)[1]["coupons_ceiling"] == 9
    assert say("lease-policy", *allowed)[1]["coupons_cap_before"] == 2
    code, _ = say("lease-policy", "--shop", "1", "--cap", "2", "--ceiling", "1")
    assert code == Exit.REFUSED


def test_nothing_is_lent_nobody_is_awaited_and_an_unknown_till_is_refused(say):
    assert say("leases") == (Exit.OK, {"currency": "CNY", "terminals": [], "waits_for": []})
    assert say("recovery") == (Exit.OK, {"recovering": False, "waits_for": []})
    for action in (
        ("recovery", "--release", "Z99", "--note", "x"),
        ("terminal-lost", "Z99"),
        ("terminal-trusted", "Z99"),
    ):
        assert say(*action)[0] == Exit.REFUSED


def test_who_sold_offline_is_asked_for_days_that_can_be(say):
    assert say("offline-report", "--days", "3") == (Exit.OK, {"days": 3, "rows": []})
    for days in ("0", "367"):
        assert say("offline-report", "--days", days)[0] == Exit.REFUSED
