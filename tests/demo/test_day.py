"""A headless day as somebody else would check it: by exit code, pictures, printer bytes, books."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from PIL import Image

from posapp.cli import Exit
from posapp.demo.paper.interpreter import Cut, Document, interpret
from posapp.domain.own_codes import receipt_code

ROOT = Path(__file__).parents[2]
SCREENS = {
    "sign_in",
    "shift_open",
    "sell",
    "member",
    "pay_cash",
    "pay_second_factor",
    "pay_mixed",
    "pay_points",
    "pay_unknown",
    "paid",
    "refund",
    "approval",
    "refund_done",
    "sell_offline",
    "shift_count",
    "shift_others",
    "shift_z",
}
NUMBER = re.compile(r"^单号 ([A-Z0-9-]+)")
AMOUNT = re.compile(r"(-?[\d,]+\.\d\d)$")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def fen(text: str) -> int:
    return int(text.replace(",", "").replace(".", ""))


@dataclass(frozen=True)
class Paper:
    """One print job as the independent interpreter read it."""

    document: Document

    @cached_property
    def rows(self) -> list[str]:
        return [row.strip() for row in self.document.rows]

    @property
    def number(self) -> str:
        return next(found[1] for row in self.rows if (found := NUMBER.match(row)))

    @property
    def is_refund(self) -> bool:
        return "退款单" in self.rows

    @property
    def is_z(self) -> bool:
        return any(row.startswith("Z 报表") for row in self.rows)

    def amount(self, title: str) -> int:
        """The amount at the end of the first row that begins with this title."""
        row = next(row for row in self.rows if re.match(rf"{title}\s", row))
        return fen(AMOUNT.search(row)[1])

    def has(self, title: str) -> bool:
        return any(re.match(rf"{title}\s.*\.\d\d$", row) for row in self.rows)

    def goods(self) -> int:
        """Every line's own amount and what came off it, added up."""
        begin = next(i for i, row in enumerate(self.rows) if row.startswith("商品 "))
        rest = self.rows[begin + 1 :]
        end = next(i for i, row in enumerate(rest) if row.startswith(("---", "──")))
        return sum(fen(AMOUNT.search(row)[1]) for row in rest[:end])


@dataclass(frozen=True)
class Day:
    answer: dict
    out: Path
    data: Path
    code: int

    @cached_property
    def papers(self) -> list[Paper]:
        return [Paper(interpret(f.read_bytes())) for f in sorted(self.out.glob("*.bin"))]

    @cached_property
    def receipts(self) -> dict[str, Paper]:
        return {p.number: p for p in self.papers if not p.is_refund and not p.is_z}

    def books(self, whose: str) -> dict:
        return json.loads((self.out / f"{whose}.json").read_text("utf-8"))


def run(program: list[str], arguments: list[str], *, screen: bool) -> tuple[int, dict]:
    """On a virtual screen where there is one, as a newcomer's machine without a display has it."""
    env = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    if not (screen and shutil.which("Xvfb")):
        env["QT_QPA_PLATFORM"] = "offscreen"
    ran = subprocess.run(
        [sys.executable, "-m", *program, "demo", "--headless", "--json", *arguments],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=150,
    )
    assert ran.stdout.startswith("{"), ran.stderr
    return ran.returncode, json.loads(ran.stdout)


@pytest.fixture(scope="module")
def day(tmp_path_factory) -> Day:
    root = tmp_path_factory.mktemp("day")
    out, data = root / "out", root / "data"
    code, answer = run(["posapp"], ["--out", str(out), "--data", str(data)], screen=True)
    return Day(answer, out, data, code)


def test_the_day_ends_well_and_both_books_are_the_same(day):
    assert (day.code, day.answer["differences"]) == (Exit.OK, [])
    assert day.books("till") == day.books("central")
    assert day.books("till")["totals"]["baskets"] == day.answer["sales"] == 4


def test_every_screen_passed_is_there_as_a_picture_with_something_on_it(day):
    pictures = {f.stem.split("-", 1)[1]: f for f in day.out.glob("[0-9]*.png")}
    assert set(pictures) >= SCREENS
    for file in pictures.values():
        with Image.open(file) as picture:
            assert picture.size == (1366, 768)
            assert len(picture.convert("RGB").getcolors(1 << 24)) > 200, file.name


def test_every_job_is_there_as_bytes_and_as_paper(day):
    jobs = sorted(f.stem for f in day.out.glob("job-*.bin"))
    assert len(jobs) == 6  # four sales, a refund, the Z
    assert jobs == sorted(f.stem for f in day.out.glob("job-*.png"))
    assert [p.is_refund for p in day.papers].count(True) == 1
    assert [p.is_z for p in day.papers].count(True) == 1


def test_a_printer_understands_every_byte_and_cuts_at_the_end(day):
    for paper in day.papers:
        assert paper.document.problems == ()
        assert isinstance(paper.document.items[-1], Cut)
        assert paper.document.cuts == 1
        assert {"ESC @", "FS &"} <= set(paper.document.commands)


def test_the_papers_are_in_chinese(day):
    for paper in day.papers:
        chinese = [row for row in paper.rows if CHINESE.search(row)]
        assert len(chinese) > 10
        assert "星河乐园" in " ".join(paper.rows)
        assert all("?" not in row for row in paper.rows)


def test_each_original_receipt_comes_out_once_with_its_own_code(day):
    sold = [sale["receipt_number"] for sale in day.books("till")["sales"]]
    assert sorted(day.receipts) == sold
    assert sum(not p.is_refund and not p.is_z for p in day.papers) == len(sold)
    for number, paper in day.receipts.items():
        assert paper.document.codes == (receipt_code(number),)
        assert not any("补打" in row for row in paper.rows)


def test_the_drawer_opens_with_cash_and_only_with_cash(day):
    for paper in day.papers:
        moved_cash = not paper.is_z and paper.has("现金")
        assert paper.document.pulses == (1 if moved_cash else 0), paper.rows
        kinds = [type(item).__name__ for item in paper.document.items]
        assert not moved_cash or kinds.index("DrawerPulse") < kinds.index("TextRow")


def test_each_receipt_adds_up_to_the_fen_as_the_books_have_it(day):
    for sale in day.books("central")["sales"]:
        paper = day.receipts[sale["receipt_number"]]
        # The sample has no order-wide reductions: lines and what comes off them are the total.
        assert paper.goods() == paper.amount("合计") == sale["net"]
        assert paper.amount("原价合计") == sale["list"]
        for tender in sale["tenders"]:
            title = {
                "cash": "现金",
                "stored_value": "储值",
                "points": "积分抵扣",
                "external": "银行卡",
            }[tender["kind"]]
            assert paper.amount(title) == tender["amount"]
            if tender["kind"] == "stored_value":
                assert (paper.amount("本金"), paper.amount("赠送")) == (
                    tender["principal"],
                    tender["bonus"],
                )
        if paper.has("收到"):
            cash = next(t["amount"] for t in sale["tenders"] if t["kind"] == "cash")
            assert paper.amount("收到") - paper.amount("找零") == cash


def test_the_refund_gives_back_what_the_receipt_took(day):
    paper = next(p for p in day.papers if p.is_refund)
    original = paper.document.codes[0]
    (sale,) = (s for s in day.books("central")["sales"] if s["refunded"])
    assert original == receipt_code(sale["receipt_number"])
    assert paper.amount("退款合计") == sale["refunded"] == sale["net"]
    assert paper.amount("储值") + paper.amount("现金") == sale["refunded"]
    assert any(row.startswith("授权") and row.endswith("陈店长") for row in paper.rows)


def test_the_offline_sale_says_so_and_is_at_central_all_the_same(day):
    (paper,) = (p for p in day.receipts.values() if "离线单" in p.rows)
    assert paper.number in {sale["receipt_number"] for sale in day.books("central")["sales"]}


def test_the_z_adds_up_to_the_receipts(day):
    z = next(p for p in day.papers if p.is_z)
    net = sum(p.amount("合计") for p in day.receipts.values())
    back = next(p for p in day.papers if p.is_refund).amount("退款合计")
    assert z.amount("净销售") == net - back == day.books("central")["shifts"][0]["net"]
    cash = sum(p.amount("现金") for p in day.receipts.values() if p.has("现金"))
    given = next(p for p in day.papers if p.is_refund).amount("现金")
    assert z.amount("应有") == 50_000 + cash - given == z.amount("实点")
    assert z.amount("长短款") == 0
    (shift,) = day.books("central")["shifts"]
    assert shift["z_digest"] in z.document.codes[0]


@pytest.mark.parametrize("whose", ["till", "central"])
def test_one_fen_planted_in_either_book_is_caught(day, tmp_path, whose):
    data = tmp_path / "data"
    shutil.copytree(day.data, data)
    program = ["tests.demo.planted_day", whose]
    arguments = ["--out", str(tmp_path / "out"), "--data", str(data)]
    code, answer = run(program, arguments, screen=False)
    assert code == Exit.FAILED_CHECK
    (difference,) = answer["differences"]
    found = re.fullmatch(r"sales\[0\]\.tenders\[0\]\.amount: till (\d+), central (\d+)", difference)
    assert int(found[1]) - int(found[2]) == {"till": 1, "central": -1}[whose]
