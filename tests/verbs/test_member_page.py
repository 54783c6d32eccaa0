"""What an operator types about the members' page: switched on for a shop, and who asked what."""

import json

import pytest

from posapp.central import commands
from posapp.central.commands import central_of
from posapp.central.member_page.asking import CORRECTION, ask
from posapp.central.seeding import only_tenant
from posapp.central.tables.members import member
from posapp.cli import Exit, main


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("central") / "c"
    commands.init(made, sample=True)
    return made


@pytest.fixture
def say(folder, capsys):
    """Run one command of central; its exit code and its answer."""

    def run(action, *words):
        code = main(["central", action, "--data", str(folder), "--json", *words])
        return code, json.loads(capsys.readouterr().out or "{}")

    return run


def test_the_sample_shop_has_a_page_and_it_is_switched_off_and_on(say):
    (shop,) = say("member-page")[1]["shops"]
    assert (shop["shop"], shop["on"], shop["path"].startswith("/m/")) == ("1", True, True)
    code, told = say("member-page", "--off", "1")
    assert (code, told["shops"]) == (Exit.OK, [{**shop, "on": False}])
    assert say("member-page", "--on", "1")[1]["shops"] == [shop]
    assert say("member-page", "--on", "77")[0] == Exit.REFUSED


def test_what_a_member_asked_for_is_told_in_her_words(say, folder):
    central = central_of(folder)
    try:
        with central.work(only_tenant(central)) as unit:
            her = unit.connection.execute(member.select().limit(1)).one()
            ask(unit, her.id, CORRECTION, "生日不对")
    finally:
        central.database.close()
    code, told = say("member-requests")
    (asked,) = told["requests"]
    assert (code, asked["member"], asked["words"]) == (Exit.OK, her.number, "生日不对")
    say("close-case", asked["case"], "--note", "corrected")
    assert say("member-requests")[1]["requests"] == []


def test_joining_is_switched_on_and_off_by_shop(say):
    (shop,) = say("member-page")[1]["shops"]
    assert (shop["joining"], shop["join_path"]) == (False, f"{shop['path']}/join")
    assert say("member-page", "--join", "1")[1]["shops"] == [{**shop, "joining": True}]
    assert say("member-page", "--no-join", "1")[1]["shops"] == [shop]
    assert say("member-page", "--join", "77")[0] == Exit.REFUSED
