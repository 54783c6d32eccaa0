"""What an operator types about tags and complaints."""

import json

from posapp.central import commands
from posapp.cli import Exit, main

HEAD = "code,kind,name,name_en,rule,amount,count,days,category,at_till\n"


def test_tags_come_from_a_file_all_or_none_and_go_into_one_again(tmp_path, capsys):
    commands.init(tmp_path / "c", sample=True)

    def say(*words):
        code = main(["central", *words, "--data", str(tmp_path / "c"), "--json"])
        return code, json.loads(capsys.readouterr().out or "{}")

    _, shown = say("tags")
    assert {"vip", "high_basket", "sleeping"} <= {each["code"] for each in shown["tags"]}
    new, wrong = tmp_path / "new.csv", tmp_path / "wrong.csv"
    row = "big,value,大单,Big,basket,2000.00,,30,,1\n"
    new.write_text(HEAD + row, "utf-8")
    wrong.write_text(HEAD + row.replace("big", "other") + "x,value,坏,Bad,often,,0,30,,\n", "utf-8")
    assert say("tags", "--from", str(new)) == (Exit.OK, {"tags": 1, "new": 1})
    code, refused = say("tags", "--from", str(wrong))
    assert (code, refused["error"]["key"]) == (Exit.REFUSED, "tags.row_not_valid")
    _, shown = say("tags")
    assert shown["tags"][-1] | {"members": 0} == {
        "code": "big",
        "kind": "value",
        "name": "大单",
        "name_zh_tw": "大单",
        "name_en": "Big",
        "rule": "basket",
        "amount": 200_000,
        "count": 0,
        "days": 30,
        "category": "",
        "at_till": True,
        "active": True,
        "members": 0,
    }
    out = tmp_path / "out.csv"
    assert say("tags", "--to", str(out))[0] == Exit.OK
    assert say("tags", "--to", str(out))[1]["error"]["key"] == "tags.file_exists"
    assert say("tags", "--from", str(out))[1] == {"tags": len(shown["tags"]), "new": 0}


def test_complaints_of_nobody_are_counted_as_none(tmp_path, capsys):
    commands.init(tmp_path / "c", sample=True)

    def say(*words):
        code = main(["central", "complaints", *words, "--data", str(tmp_path / "c"), "--json"])
        return code, json.loads(capsys.readouterr().out)

    nothing = {"total": 0, "waiting": 0, "late": 0, "by_category": []}
    assert say("--since", "2026-11-01", "--until", "2026-11-30") == (Exit.OK, nothing)
    assert say("--since", "yesterday")[1]["error"]["key"] == "complaint.day_not_valid"


def test_a_programme_of_referrals_comes_whole_and_a_wrong_row_leaves_the_one_before(
    tmp_path, capsys
):
    commands.init(tmp_path / "c", sample=True)

    def say(*words):
        code = main(["central", "referrals", *words, "--data", str(tmp_path / "c"), "--json"])
        return code, json.loads(capsys.readouterr().out)

    assert say()[1] == {"programme": [], "inviters": [], "refused": []}
    head, file = "what,step,name,amount,code\n", tmp_path / "new.csv"
    file.write_text(head + "success,,points,100,\nladder,3,tier,,gold\nlimit,,least_sale,50.00,\n")
    assert say("--from", str(file)) == (Exit.OK, {"rewards": 2, "limits": 1})
    for row in ("success,,coupon,,SAVE20", "ladder,0,points,5,", "limit,,none,1,", "x,,points,1,"):
        file.write_text(head + row + "\n")
        code, refused = say("--from", str(file))
        assert (code, refused["error"]["key"]) == (Exit.REFUSED, "referral.row_not_valid")
    assert [row["what"] for row in say()[1]["programme"]] == ["ladder", "success"]
    out = tmp_path / "out.csv"
    assert say("--to", str(out))[0] == Exit.OK
    assert "limit,,least_sale,50.00," in out.read_text("utf-8-sig")
    assert say("--from", str(out))[1] == {"rewards": 2, "limits": 9}
    assert say("--allow", "6000000019", "--note", "x")[1]["error"]["key"] == "referral.not_refused"
