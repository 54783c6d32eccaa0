"""An acquirer's bill of one day, read whole or not at all: nothing in it is mended or guessed.

Two layouts are known, as WeChat Pay and Alipay write them; both end with what they count, and a
file that says something else there, or nothing, was cut off.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_BYTES: Final = 5 * 1024 * 1024
_MONEY: Final = re.compile(r"(-?)([0-9]{1,9})(?:\.([0-9]{1,2}))?")
_DATE: Final = re.compile(r"([0-9]{4})[-/]([0-9]{2})[-/]([0-9]{2})\b")
_TOTALS: Final = re.compile(r"交易合计[:：]\s*([0-9]+)\s*笔")
_REFUNDS: Final = re.compile(r"退款合计[:：]\s*([0-9]+)\s*笔")


class Layout(StrEnum):
    """Who wrote the file."""

    WECHAT = "wechat"
    ALIPAY = "alipay"


class Kind(StrEnum):
    PAID = "paid"
    REFUND = "refund"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True, kw_only=True)
class BillRow:
    """One movement. `number` is the merchant order number of the payment or, of a refund, the
    refund's own; `amount` in minor units and positive.
    """

    kind: Kind
    number: str
    reference: str
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """A day (ISO date in the acquirer's time) and every movement of it."""

    day: str
    rows: tuple[BillRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """The headings of a layout, and what its states mean."""

    at: str
    number: str
    reference: str
    amount: str
    refund_number: str
    refund_amount: str
    state: str
    kinds: Mapping[str, Kind]


_WECHAT: Final = _Columns(
    at="交易时间",
    number="商户订单号",
    reference="微信订单号",
    amount="应结订单金额",
    refund_number="商户退款单号",
    refund_amount="退款金额",
    state="交易状态",
    kinds={"SUCCESS": Kind.PAID, "REFUND": Kind.REFUND, "REVOKED": Kind.REVERSED},
)
_ALIPAY: Final = _Columns(
    at="完成时间",
    number="商户订单号",
    reference="支付宝交易号",
    amount="订单金额（元）",
    refund_number="退款批次号/请求号",
    refund_amount="订单金额（元）",
    state="业务类型",
    kinds={"交易": Kind.PAID, "退款": Kind.REFUND, "撤销": Kind.REVERSED},
)


def read_bill(data: bytes, layout: Layout, day: str = "") -> Bill:
    """The bill in a file. `day` where there are no rows to tell it.

    Raises Refused: "bill.too_large", "bill.not_text", "bill.heading_missing" (column),
    "bill.row_not_understood" (row), "bill.cut_off" (rows, told), "bill.several_days",
    "bill.day_needed", "bill.number_twice" (row).
    """
    if len(data) > MOST_BYTES:
        raise Refused("bill.too_large", megabytes=MOST_BYTES // 1024 // 1024)
    lines = [line.strip() for line in _text(data).splitlines()]
    lines = [line for line in lines if line]
    wanted = _WECHAT if layout is Layout.WECHAT else _ALIPAY
    body, told = _parted(lines, layout)
    numbered = list(_rows(body, wanted))
    if told is None or told != len(numbered):
        raise Refused("bill.cut_off", rows=len(numbered), told=-1 if told is None else told)
    days = {each for each, _ in numbered} | ({day} if day else set())
    if len(days) > 1:
        raise Refused("bill.several_days")
    if not days:
        raise Refused("bill.day_needed")
    rows = tuple(row for _, row in numbered)
    _check_once(rows)
    return Bill(day=days.pop(), rows=rows)


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("bill.not_text")


def _parted(lines: Sequence[str], layout: Layout) -> tuple[list[list[str]], int | None]:
    """Heading and rows, and how many movements the file's own end says there are."""
    if layout is Layout.WECHAT:
        ends = [place for place, line in enumerate(lines) if line.startswith("总交易单数")]
        if not ends or ends[0] + 1 >= len(lines):
            return _cells(lines), None
        count = _cells(lines[ends[0] + 1 :])[0][0]
        return _cells(lines[: ends[0]]), int(count) if count.isdecimal() else None
    body = [line for line in lines if not line.startswith("#")]
    notes = "\n".join(line for line in lines if line.startswith("#"))
    totals, refunds = _TOTALS.search(notes), _REFUNDS.search(notes)
    if totals is None or refunds is None:
        return _cells(body), None
    return _cells(body), int(totals[1]) + int(refunds[1])


def _cells(lines: Sequence[str]) -> list[list[str]]:
    """WeChat puts a mark before each value so that a spreadsheet leaves it alone."""
    return [[cell.strip().lstrip("`").strip() for cell in row] for row in csv.reader(lines)]


def _rows(cells: list[list[str]], wanted: _Columns) -> Iterator[tuple[str, BillRow]]:
    heading = cells[0] if cells else []
    place = {}
    names = (wanted.at, wanted.number, wanted.reference, wanted.amount, wanted.state)
    for name in (*names, wanted.refund_number, wanted.refund_amount):
        if name not in heading:
            raise Refused("bill.heading_missing", column=name)
        place[name] = heading.index(name)
    for number, row in enumerate(cells[1:], start=2):
        if len(row) != len(heading):
            raise Refused("bill.row_not_understood", row=number)
        yield _row(number, {name: row[at] for name, at in place.items()}, wanted)


def _row(at: int, cells: Mapping[str, str], wanted: _Columns) -> tuple[str, BillRow]:
    kind = wanted.kinds.get(cells[wanted.state])
    day = _DATE.match(cells[wanted.at])
    is_refund = kind is Kind.REFUND
    number = cells[wanted.refund_number if is_refund else wanted.number]
    amount = _minor(cells[wanted.refund_amount if is_refund else wanted.amount])
    if kind is None or day is None or not number or amount is None:
        raise Refused("bill.row_not_understood", row=at)
    row = BillRow(kind=kind, number=number, reference=cells[wanted.reference], amount=amount)
    return "-".join(day.groups()), row


def _minor(text: str) -> int | None:
    """Yuan with at most two decimals, whatever its sign, in minor units."""
    found = _MONEY.fullmatch(text)
    if found is None:
        return None
    return int(found[2]) * 100 + int((found[3] or "").ljust(2, "0"))


def _check_once(rows: Sequence[BillRow]) -> None:
    seen: set[tuple[Kind, str]] = set()
    for place, row in enumerate(rows, start=2):
        if (row.kind, row.number) in seen:
            raise Refused("bill.number_twice", row=place)
        seen.add((row.kind, row.number))
