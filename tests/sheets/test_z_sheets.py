"""An X or Z as a workbook that another program opens: it says what the paper says, and it adds up."""

import csv
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posapp.domain.receipt_words import LANGUAGES, Words
from posapp.domain.shift import TenderSum
from posapp.domain.shift_figures import CentralFigures, KindSum
from posapp.domain.z_content import x_blocks, z_blocks
from posapp.sheets.csv_writing import write_csv
from posapp.sheets.sheet import Style
from posapp.sheets.words import MEANT, FileWords
from posapp.sheets.xlsx_writing import write_xlsx
from posapp.sheets.z_sheets import ZFile, z_lines, z_sheets
from tests.domain.test_z_content import PAPER, rich
from tests.sheets.reopened import Reopened, fen

AMOUNT = st.integers(0, 10_000_000)
TENDERS = ("cash", "card", "stored_value", "points")


def file_of(report, language="zh_CN", blocks=None):
    return ZFile(
        report=report,
        blocks=z_blocks(report, PAPER) if blocks is None else blocks,
        brand="星河乐园 · 1 号店",
        till="03",
        language=language,
    )


def written(tmp_path, file):
    path = tmp_path / "z.xlsx"
    write_xlsx(path, z_sheets(file))
    return path


@settings(max_examples=10)
@given(
    taken=st.lists(st.tuples(AMOUNT, AMOUNT), min_size=4, max_size=4),
    kept=AMOUNT,
    refunds=AMOUNT,
    change=st.integers(1, 10_000),
)
def test_the_reopened_sheets_tie(taken, kept, refunds, change, tmp_path_factory):
    """Payments = net + liabilities; cash received less change is the cash taken."""
    tenders = tuple(
        TenderSum(kind=kind, channel="", count=1, taken=come, given_back=gone)
        for kind, (come, gone) in zip(TENDERS, taken, strict=True)
    )
    total = sum(each.net for each in tenders)
    owed = KindSum(name="kept_change", count=1, taken=kept)
    sums = replace(
        rich().sums,
        tenders=tenders,
        liabilities=(owed,),
        net_sales=total - kept + refunds,
        refund_net=refunds,
        cash_tendered=tenders[0].taken + change,
        cash_change=change,
    )
    path = written(tmp_path_factory.mktemp("z"), file_of(rich(sums=sums)))
    again = Reopened(path)
    sheets, named = again.sheets, again.named
    ways = sheets["收款"][1:5]
    for place, key in ((1, "count"), (2, "taken"), (3, "paid_back"), (4, "net")):
        cells = [row[place] for row in ways]
        assert fen(sum(map(fen, cells)) / 100) == fen(named(f"tenders_total_{key}"))
    check = {row[0]: row[1] for row in sheets["收款核对"][1:]}
    net, owes = fen(check["净销售"]), fen(check["找零转存（负债）"])
    assert sum(fen(row[4]) for row in ways) == net + owes == fen(named("check_should_equal"))
    assert net == fen(named("sales_net_sales"))
    change_row = next(row for row in sheets["收款"] if row[0] == "收现金与找零")
    assert fen(change_row[2]) + fen(change_row[3]) == fen(ways[0][2])


def test_every_sum_is_that_of_its_rows(tmp_path):
    path = written(tmp_path, file_of(rich()))
    sheets = {sheet.title: sheet for sheet in z_sheets(file_of(rich()))}
    read = Reopened(path).sheets
    summed = 0
    for title, sheet in sheets.items():
        places = [n for n, row in enumerate(sheet.rows, 1) if row.style is Style.TOTAL]
        for place in places:
            above = [n for n in range(1, place) if sheet.rows[n - 1].style is Style.PLAIN]
            for column in range(1, len(read[title][place])):
                cells = [fen(read[title][n][column]) for n in above]
                assert sum(cells) == fen(read[title][place][column])
                summed += 1
    assert summed >= 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_sheet_for_each_block_with_its_heads_and_what_words_mean(language, tmp_path):
    file = file_of(rich(), language)
    read = Reopened(written(tmp_path, file)).sheets
    own, words = FileWords(language), Words(language)
    assert len(read) == len(file.blocks) + 1
    assert next(iter(read)) == own("overview")
    assert list(read)[-1] == own("meanings")
    assert [row[0] for row in read[own("meanings")][1:]] == [words(key) for key in MEANT]
    assert all(len(row[1]) > 5 for row in read[own("meanings")][1:])


def test_days_moments_pieces_and_points_are_what_they_are(tmp_path):
    sums = replace(rich().sums, points_earned=1_234, points_burnt=56)
    read = Reopened(written(tmp_path, file_of(rich(sums=sums)))).sheets
    head = {row[0]: row[1] for row in read["概要"]}
    assert head["营业日"] == datetime.fromisoformat("2026-11-21")
    assert head["开班"] == datetime.fromisoformat("2026-11-21T08:58")
    assert head["Z 报表"] == rich().number
    assert head["校验"] == rich(sums=sums).digest
    assert ("积分 发 / 用", 1_234, 56) in read["会员"]
    assert ("¥100", 8, 800) in read["现金"]


def test_what_central_said_of_all_members_is_figures_too(tmp_path):
    told = CentralFigures(known=True, points_expired=1_200, principal=123_456, bonus=240)
    read = Reopened(written(tmp_path, file_of(replace(rich(), central=told)))).sheets["会员"]
    said = {row[0]: row[1] for row in read}
    assert said["积分过期"] == 1_200
    assert (fen(said["储值期末余额"]), fen(said["赠送期末余额"])) == (123_456, 240)


def test_an_x_that_is_blind_tells_no_more_as_a_file(tmp_path):
    x = replace(rich(), number=0)
    blind = file_of(x, blocks=x_blocks(x, PAPER, blind=True))
    read = Reopened(written(tmp_path, blind)).sheets
    assert ("X 报表", None) in read["概要"]
    assert all(row[0] != "现金" for row in read["收款"])
    figures = [cell for page in read.values() for row in page for cell in row[1:]]
    assert not {750, 190} & set(figures)


def test_the_csv_has_every_figure_in_a_line_of_its_own(tmp_path):
    path = tmp_path / "z.csv"
    write_csv(path, z_lines(file_of(rich(difference_reason="=1+1"))))
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = [tuple(line) for line in csv.reader(file)]
    assert lines[0] == ("部分", "项目", "列", "数值")
    assert {len(line) for line in lines} == {4}
    assert ("收款", "现金", "净", "190.00") in lines
    assert ("异常", "退款 · 李", "笔数", "1") in lines
    assert ("现金", "原因", "数值", "'=1+1") in lines
    assert ("现金", "现金退", "数值", "-10.00") in lines
