"""The catalogue's file: a dry run first, every wrong cell named, all or nothing."""

from __future__ import annotations

import pytest

from posapp.central import commands
from posapp.central.catalogue_file import read_rows
from posapp.central.import_catalogue import import_file
from posapp.central.seeding import only_tenant
from posapp.domain.catalog import Product
from posapp.wire.canonical import decode
from tests.central.tills import refusal

HEAD = "编码,名称,规格,分类,单位,售价,会员价,税率,条码\n"


@pytest.fixture
def run(park, tmp_path):
    def run(text, *, commit=False):
        file = tmp_path / "goods.csv"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return import_file(park.central, only_tenant(park.central), file, commit=commit)

    return run


def products(park):
    return {
        item.code: item
        for row in park.till.pull_all()
        if row.t == "product"
        for item in [decode(bytes(row.d), Product)]
    }


def errors(outcome):
    return [(error.row, error.column, error.key) for error in outcome.errors]


GOOD = (
    HEAD
    + "W1,农夫山泉,550ml,饮料,瓶,3.50,3,13%,6901234567892;6900000000014\nN1,星光灯,,文创,个,25,,6,\n"
)


def test_a_dry_run_counts_and_writes_nothing(park, run):
    outcome = run(GOOD)
    assert (outcome.rows, outcome.new, outcome.changed, outcome.errors) == (2, 1, 1, ())
    assert not outcome.committed
    assert set(products(park)) == {"W1"}


def test_a_committed_file_reaches_the_tills_spelled_for_search(park, run):
    cursor = park.till.pull().next
    assert run("\ufeff" + GOOD, commit=True).committed
    assert {row.t for row in park.till.pull(cursor).rows} == {"product", "category"}
    found = products(park)
    assert (found["W1"].name, found["W1"].price, found["W1"].member_price) == ("农夫山泉", 350, 300)
    assert found["W1"].barcodes == ("6901234567892", "6900000000014")
    assert (found["N1"].pinyin, found["N1"].initials, found["N1"].tax_rate) == (
        "xingguangdeng",
        "xgd",
        600,
    )


def test_a_deposit_comes_with_its_product_and_is_changed_by_the_next_file(park, run):
    head = "编码,名称,分类,售价,押金\n"
    assert run(head + "V1,婴儿车租用,服务,30,200\nN2,杯,服务,5,\n", commit=True).committed
    assert {code: item.deposit for code, item in products(park).items()} == {
        "W1": 0,
        "V1": 20_000,
        "N2": 0,
    }
    assert run(head + "V1,婴儿车租用,服务,30,150.50\n", commit=True).committed
    assert products(park)["V1"].deposit == 15_050
    of_deposit = run("code,name,category,price,kind,deposit\nD,手环,服务,20,deposit,5\n")
    assert errors(of_deposit) == [(2, "deposit", "import.deposit_of_a_deposit")]


def test_one_wrong_row_keeps_the_whole_file_out(park, run):
    outcome = run(GOOD + "N2,灯,,文创,个,abc,,,\n", commit=True)
    assert not outcome.committed
    assert errors(outcome) == [(4, "price", "money.not_an_amount")]
    assert outcome.as_answer()["failed"] is True
    assert set(products(park)) == {"W1"}


@pytest.mark.parametrize(
    ("row", "column", "key"),
    [
        ("X,=1+1,,文创,个,1,,,", "name", "import.formula"),
        ("X,@SUM(A1),,文创,个,1,,,", "name", "import.formula"),
        ("X,-1,,文创,个,1,,,", "name", "import.formula"),
        ("X,,,文创,个,1,,,", "name", "import.empty"),
        ("X,灯\x07,,文创,个,1,,,", "name", "import.control_character"),
        ("X,灯,,文创,个,1.234,,,", "price", "money.not_an_amount"),
        ("X,灯,,文创,个,1,2,,", "member_price", "import.member_price_above_price"),
        ("X,灯,,文创,个,1,,900,", "tax_rate", "import.tax_rate_not_valid"),
        ("X,灯,,文创,个,1,,,条码", "barcodes", "import.barcode_not_valid"),
        (f"X,{'灯' * 81},,文创,个,1,,,", "name", "import.too_long"),
        ("X,灯,,文创,个,1,,,,,,", "", "import.too_many_cells"),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column(run, row, column, key):
    assert errors(run(HEAD + row + "\n")) == [(2, column, key)]


def test_doubles_in_the_file_and_codes_of_other_goods_are_named(run):
    text = (
        HEAD
        + "A1,灯,,文创,个,1,,,6900000000014\nA1,灯,,文创,个,1,,,6900000000014\nA2,灯,,文创,个,1,,,6901234567892\n"
    )
    assert errors(run(text)) == [
        (3, "barcodes", "import.barcode_twice"),
        (3, "code", "import.code_twice"),
        (4, "barcodes", "import.barcode_taken"),
    ]


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (GOOD.encode("gbk"), "import.wrong_encoding"),
        (GOOD.encode("utf-16"), "import.wrong_encoding"),
        (b"", "import.no_header"),
        ("编码,名称,售价\n".encode(), "import.column_missing"),
        ("编码,名称,分类,售价,颜色\n".encode(), "import.column_unknown"),
        ((HEAD + '"open').encode(), "import.not_csv"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(run, data, key):
    assert refusal(run, data).key == key


def test_english_titles_and_full_width_digits_are_understood():
    rows, wrong = read_rows("code,name,category,price\nA,灯,文创,１２．５０\n".encode())
    assert wrong == []
    assert rows[0].price == 1_250


def test_the_command_answers_with_plain_values(park):
    file = park.folder / "goods.csv"
    file.write_text(GOOD, encoding="utf-8")
    answer = commands.import_catalogue(park.folder, file=file, commit=False)
    assert (answer["rows"], answer["failed"], answer["errors"]) == (2, False, [])
    assert (
        refusal(commands.import_catalogue, park.folder, file=park.folder / "x", commit=False).key
        == "import.no_file"
    )
