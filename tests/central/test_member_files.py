"""Members from a file and into one: checked, brought in once, resumed, masked, and never doubled."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from posapp.central.exchange import importing
from posapp.central.exchange.commands import bring_out
from posapp.central.exchange.exporting import Chosen, Export, export_members
from posapp.central.exchange.fields import checked_mapping
from posapp.central.exchange.importing import Plan, import_members
from posapp.central.exchange.table_file import csv_rows
from posapp.central.exchange.xlsx_reading import xlsx_rows
from posapp.central.members import extras_of
from posapp.central.seeding import only_tenant
from posapp.domain.extra_fields import parse_fields
from posapp.domain.member import Profile
from posapp.errors import Refused
from tests.central.test_members import find, register

HEAD = "手机号,姓名,卡号,生日,等级,储值本金,储值赠送,积分,成长值,储值日期,备注\n"
TWO = (
    HEAD
    + "138 0013-8000,欧阳  娜娜,C001,1990/5/6,金卡,1000.5,150,300,2600,2024年3月1日,老客户\n"
    + "13900139000,𠮷野·家,,19880102,,,,,,,\n"
)


@pytest.fixture
def run(park, tmp_path):
    return runner(park, tmp_path)


def runner(park, tmp_path):
    def run(text, *, file="m.csv", **wanted):
        path = tmp_path / file
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        plan = Plan(name=wanted.pop("name", file), who="op", **wanted)
        return import_members(park.central, only_tenant(park.central), path, plan)

    return run


def counts(answer):
    names = ("added", "same", "updated", "conflicts", "wrong")
    return tuple(answer[name] for name in names)


def keys(answer):
    return [(each["row"], each["column"], each["key"]) for each in answer["errors"]]


def postings(park):
    return park.rows("SELECT count(*) FROM posting")[0][0]


def test_a_dry_run_counts_and_writes_nothing(park, run):
    before = park.rows("SELECT count(*) FROM member")
    answer = run(TWO)
    assert counts(answer) == (2, 0, 0, 0, 0)
    assert (answer["committed"], answer["ignored"]) == (False, ["备注"])
    assert park.rows("SELECT count(*) FROM member") == before


def test_an_imported_child_waits_for_her_guardian(park, run):
    answer = run(
        "姓名,手机号,生日\n宝,13800138001,2018-05-05\n欧阳,13800138002,1990-05-06\n", commit=True
    )
    assert counts(answer)[0] == 2
    assert park.cases() == ["member.guardian_missing"]


def test_a_committed_file_is_members_with_their_balances_by_the_imports_posting(park, run):
    assert counts(run(TWO, commit=True)) == (2, 0, 0, 0, 0)
    (her,) = find(park, "13800138000")
    assert (her.name, her.card, her.birthday, her.tier) == (
        "欧阳 娜娜",
        "C001",
        "1990-05-06",
        "gold",
    )
    assert (her.principal, her.bonus, her.points, her.growth) == (100_050, 15_000, 300, 2600)
    (run_id,) = park.rows("SELECT id FROM import_run WHERE state = 'done'")[0]
    kinds = park.rows(f"SELECT kind, source_id FROM posting WHERE member_id = '{her.id}'")
    assert [tuple(each) for each in kinds] == [("opening", run_id)]
    lot = park.rows(f"SELECT opened_ms FROM lot WHERE member_id = '{her.id}' AND ledger = 'MON'")
    assert lot[0][0] == 1_709_222_400_000
    assert find(park, "C001")[0].id == her.id
    assert find(park, "𠮷野家")[0].phone == "13900139000"
    assert park.rows(f"SELECT phone_verified FROM member WHERE id = '{her.id}'")[0][0] == 0


def test_a_server_takes_a_file_once_as_a_folder_does(server_parks, tmp_path):
    with server_parks(tmp_path) as park:
        run = runner(park, tmp_path)
        assert counts(run(TWO, commit=True)) == (2, 0, 0, 0, 0)
        assert find(park, "13800138000")[0].principal == 100_050
        before = postings(park)
        assert counts(run(TWO, commit=True, name="again")) == (0, 2, 0, 0, 0)
        assert postings(park) == before


def test_the_same_file_once_more_does_nothing_and_another_under_its_name_is_told(park, run):
    run(TWO, commit=True)
    before = postings(park)
    again = run(TWO, commit=True)
    assert (again["already"], counts(again), postings(park)) == (True, (2, 0, 0, 0, 0), before)
    with pytest.raises(Refused, match=r"import.other_file"):
        run(HEAD, commit=True)
    assert counts(run(TWO, commit=True, name="another")) == (0, 2, 0, 0, 0)
    assert postings(park) == before


def test_rows_beside_those_who_are_here_fill_gaps_and_change_nothing_that_is_known(park, run):
    register(park, Profile(phone="13700137000", name="周到"))
    answer = run(
        "手机号,姓名,卡号,储值本金\n"
        "13700137000,周到,K77,20\n"  # brings a card and, as she never moved, a balance
        "13812345678,王方,,\n"  # another name for a known phone
        "13812345678,王芳,,\n"  # the same phone once more in this file
        "13812345679,,K77,\n"  # a phone of nobody with a card of the first row
        "13900000002,李冻,,50\n",  # what she has already
        commit=True,
    )
    assert counts(answer) == (0, 1, 1, 3, 0)
    assert keys(answer) == [
        (3, "name", "import.says_otherwise"),
        (4, "phone", "import.row_twice"),
        (5, "phone", "import.row_twice"),
    ]
    (her,) = find(park, "K77")
    assert (her.phone, her.principal) == ("13700137000", 2_000)
    assert find(park, "13812345678")[0].name == "王芳"


def test_a_balance_is_never_added_to_one_who_has_moved_nor_twice(park, run):
    text = "手机号,储值本金\n13812345678,5\n13700137000,20\n"
    assert keys(run(text, commit=True)) == [(2, "principal", "import.moved_already")]
    other = run("手机号,储值本金\n13700137000,30\n", commit=True, name="other")
    assert keys(other) == [(2, "principal", "import.moved_already")]
    assert find(park, "13700137000")[0].principal == 2_000


WRONG = (
    "phone,name,birthday,points,status,principal\n"
    "12345,a,,,,\n"
    "13800138001,=1+1,,,,\n"
    "13800138002,b\x00c,,,,\n"
    "13800138003,d,2023-02-29,,,\n"
    "13800138004,e,,1.5,,\n"
    "13800138005,f,,,睡着,\n"
    "13800138006,g,,,,-5\n"
    ",h,,,,\n"
    f"13800138007,{'长' * 41},,,,\n"
    "'+86 13800138008,'=1+1,,,冻结,￥1200.00元\n"
)


def test_every_wrong_cell_is_told_and_nothing_is_written_unless_the_rest_is_asked_for(park, run):
    answer = run(WRONG, commit=True)
    assert (answer["failed"], answer["committed"], counts(answer)) == (True, False, (1, 0, 0, 0, 9))
    assert keys(answer) == [
        (2, "phone", "member.phone_not_valid"),
        (3, "name", "import.formula"),
        (4, "name", "import.control_character"),
        (5, "birthday", "member.birthday_not_valid"),
        (6, "points", "import.not_a_count"),
        (7, "status", "import.word_unknown"),
        (8, "principal", "import.formula"),
        (9, "phone", "import.nobody"),
        (10, "name", "member.name_too_long"),
    ]
    assert counts(run(WRONG, commit=True, leave_out=True)) == (1, 0, 0, 0, 9)
    (her,) = find(park, "13800138008")
    assert (her.name, her.status.value, her.principal) == ("=1+1", "frozen", 120_000)


def many(n):
    rows = "".join(f"1{3_000_000_000 + i},客人{i},{i % 3}\n" for i in range(n))
    return "手机号,姓名,积分\n" + rows + "1,错,0\n"


def test_an_import_that_was_cut_off_goes_on_where_it_was(park, run, monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 4)
    take_place, taken = importing._take_place, []

    def cut(*place):
        if len(taken) == 2:
            raise KeyboardInterrupt
        taken.append(place)
        take_place(*place)

    monkeypatch.setattr(importing, "_take_place", cut)
    with pytest.raises(KeyboardInterrupt):
        run(many(11), commit=True, leave_out=True)
    assert park.rows("SELECT added, next_row, state FROM import_run") == [(8, 10, "running")]
    monkeypatch.setattr(importing, "_take_place", take_place)
    assert counts(run(many(11), commit=True, leave_out=True)) == (11, 0, 0, 0, 1)
    assert park.rows("SELECT count(*) FROM member WHERE number > '6'")[0][0] == 13
    assert park.rows("SELECT sum(amount) FROM entry WHERE ledger = 'PTS'")[0][0] == 2_000 + 10


def test_files_as_spreadsheets_in_china_save_them_are_read(run):
    for text in (TWO.encode("gb18030"), b"\xef\xbb\xbf" + TWO.encode(), TWO.encode("utf-16")):
        assert counts(run(text)) == (2, 0, 0, 0, 0)
    assert counts(run(TWO.replace(",", "\t"))) == (2, 0, 0, 0, 0)


def test_columns_are_read_as_they_are_said_to_be(run):
    text = "会员,联络,手机\n阿明,13800138000,旧的\n"
    answer = run(text, mapping={"会员": "name", "联络": "phone"})
    assert (counts(answer), answer["ignored"]) == ((1, 0, 0, 0, 0), ["手机"])
    with pytest.raises(Refused, match=r"import.column_missing"):
        run("姓名\n阿明\n")
    with pytest.raises(Refused, match=r"import.column_twice"):
        run("手机,电话\n1,2\n")
    with pytest.raises(Refused, match=r"import.column_missing"):
        run(text, mapping={"不在": "name"})


def exported(park, path, **wanted):
    wanted = {"chosen": Chosen(), "who": "op", **wanted}
    kind = path.suffix[1:]
    count = export_members(
        park.central, only_tenant(park.central), Export(path=path, kind=kind, **wanted)
    )
    rows = list(xlsx_rows(path) if kind == "xlsx" else csv_rows(path, "utf-8-sig"))
    return count, [cells for _, cells in rows]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_is_masked_noted_and_opens_nowhere_as_a_formula(park, run, tmp_path, kind):
    run("手机号,姓名,卡号\n13800138008,'=1+1,A-99\n", commit=True)
    count, rows = exported(park, tmp_path / f"out.{kind}")
    assert count == len(rows) - 1 == 3
    mine = next(row for row in rows if row[1].endswith("8008"))
    assert mine[1:4] == ["138****8008", "'=*1", "*A-99"]
    acts = park.rows("SELECT act, detail FROM operator_act WHERE act = 'export_members'")
    assert [(act, json.loads(detail)) for act, detail in acts] == [
        ("export_members", {"personal_data_open": 0})
    ]
    with pytest.raises(Refused, match=r"export.file_exists"):
        exported(park, tmp_path / f"out.{kind}")


def test_an_open_export_needs_a_note_and_comes_back_as_the_same_members(park, run, tmp_path):
    run(TWO + "13800138008,'=1+1,,,,,,,,,\n", commit=True)
    with pytest.raises(Refused, match=r"export.note_needed"):
        exported(park, tmp_path / "a.csv", open_to="张敏 (1024)")
    count, rows = exported(park, tmp_path / "a.xlsx", open_to="张敏 (1024)", note="审计")
    assert ["13800138000", "欧阳 娜娜", "C001", "1990-05-06"] in [row[1:5] for row in rows]
    again = run((tmp_path / "a.xlsx").read_bytes(), file="back.xlsx", commit=True)
    assert counts(again) == (0, count, 0, 0, 0)


def test_an_export_holds_those_who_were_chosen(park, tmp_path):
    frozen = Chosen(status="frozen", since_ms=0, until_ms=park.clock.wall_ms() + 1)
    assert exported(park, tmp_path / "f.csv", chosen=frozen)[0] == 1
    assert exported(park, tmp_path / "g.csv", chosen=Chosen(tier="gold"))[0] == 1
    assert exported(park, tmp_path / "n.csv", chosen=Chosen(until_ms=1))[0] == 0
    with pytest.raises(Refused, match=r"export.word_unknown"):
        exported(park, tmp_path / "w.csv", chosen=Chosen(status="asleep"))


def test_a_dry_run_counts_who_may_be_here_already_and_who_stands_twice(park, run):
    register(park, Profile(phone="13600000000", name="单于飞", birthday="1990-01-01"))
    text = (
        "手机号,姓名,生日\n13511110001,单于飞,1990-01-01\n"
        "13511110002,钟离秋,1985-05-05\n13511110003,钟离秋,1985-05-05\n13511110004,甲,\n"
    )
    answer = run(text)
    assert (counts(answer), answer["alike"]) == ((4, 0, 0, 0, 0), 2)
    assert keys(answer) == [(2, "name", "import.alike"), (4, "name", "import.alike_twice")]
    assert answer["failed"] is False
    assert counts(run(text, commit=True)) == (4, 0, 0, 0, 0)


OWN = parse_fields("home=text:家乡; way=choice:出行方式:自驾|公交")


def extra_of(park, phone):
    (her,) = find(park, phone)
    with park.central.database.read() as connection:
        view = SimpleNamespace(connection=connection, tenant=park.tenant, keys=park.central.keys)
        return extras_of(view, [her.id])[her.id]


def test_the_operators_fields_come_in_by_their_titles_and_go_out_again(park, run, tmp_path):
    text = "手机号,家乡,出行方式\n13800138000,'=成都,自驾\n"
    assert run(text)["ignored"] == ["家乡", "出行方式"]
    answer = run(text, declared=OWN, commit=True)
    assert (counts(answer), answer["ignored"]) == ((1, 0, 0, 0, 0), [])
    assert extra_of(park, "13800138000") == (("home", "=成都"), ("way", "自驾"))
    _, rows = exported(park, tmp_path / "out.csv", declared=OWN)
    assert rows[0][-2:] == ["家乡", "出行方式"]
    assert ["'=*都", "自驾"] in [row[-2:] for row in rows]
    whole = {"open_to": "张敏 (1024)", "note": "审计", "declared": OWN}
    count, rows = exported(park, tmp_path / "o.csv", **whole)
    assert ["'=成都", "自驾"] in [row[-2:] for row in rows]
    back = run((tmp_path / "o.csv").read_bytes(), file="back.csv", declared=OWN)
    assert counts(back) == (0, count, 0, 0, 0)


def test_a_field_of_the_operator_is_held_to_its_form_and_fills_only_what_is_empty(park, run):
    answer = run("手机号,出行方式\n13800138000,骑马\n", declared=OWN)
    assert keys(answer) == [(2, "extra.way", "member.extra_not_valid")]
    mapping = checked_mapping(["老家=extra.home"])
    text = "手机号,老家,出行方式\n13800138000,{home},{way}\n"
    named = {"declared": OWN, "commit": True, "mapping": mapping}
    assert counts(run(text.format(home="成都", way=""), name="a", **named)) == (1, 0, 0, 0, 0)
    assert counts(run(text.format(home="", way="公交"), name="b", **named)) == (0, 0, 1, 0, 0)
    assert extra_of(park, "13800138000") == (("home", "成都"), ("way", "公交"))
    assert keys(run(text.format(home="上海", way=""), name="c", **named)) == [
        (2, "extra.home", "import.says_otherwise")
    ]
    with pytest.raises(Refused, match=r"import.mapping_unknown"):
        checked_mapping(["老家=extra.Home!"])


def test_open_data_is_for_a_person_of_the_list_with_her_pin(park, tmp_path):
    with pytest.raises(Refused, match=r"case_work.not_allowed"):
        bring_out(park.folder, tmp_path / "o.csv", staff_number="1024", ask_pin=lambda _: "1024")
    assert not (tmp_path / "o.csv").exists()
