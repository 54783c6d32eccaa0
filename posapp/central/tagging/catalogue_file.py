"""Reading the tags of a CSV file: known columns, every cell checked, the first fault by its row."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from posapp.central.tagging.catalogue import TagRow
from posapp.domain.money import parse_amount
from posapp.domain.tags import (
    RuleKind,
    TagKind,
    check_rule,
    checked_code,
    checked_tag_name,
)
from posapp.errors import PosError, Refused, Unavailable
from posapp.sheets.cells import guarded, unguarded

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS: Final = (
    "code",
    "kind",
    "name",
    "name_zh_tw",
    "name_en",
    "rule",
    "amount",
    "count",
    "days",
    "category",
    "at_till",
    "active",
)
MOST_BYTES: Final = 1_000_000
MOST_TAGS: Final = 500
_YES: Final = frozenset({"1", "yes", "true", "是"})
_NO: Final = frozenset({"", "0", "no", "false", "否"})


def read_tags(file: Path) -> list[TagRow]:
    """`amount` in the currency's major unit, such as 1000.00.

    Raises Unavailable("import.no_file"); Refused("import.wrong_encoding", "import.too_large",
    "import.column_unknown", "import.column_missing"); Refused("tags.row_not_valid", row, why).
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Unavailable("import.no_file") from error
    if len(data) > MOST_BYTES:
        raise Refused("import.too_large", most=MOST_BYTES)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("import.wrong_encoding", row=data.count(b"\n", 0, error.start) + 1) from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    _check_header(reader.fieldnames or ())
    return _rows(list(reader))


def as_csv(rows: list[dict[str, object]]) -> str:
    """The same columns again; an amount in the major unit, no text that a spreadsheet works out."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        amount = int(str(row["amount"]))
        flags = {name: int(bool(row[name])) for name in ("at_till", "active")}
        words = {name: guarded(text) for name, text in row.items() if isinstance(text, str)}
        money = f"{amount // 100}.{amount % 100:02d}"
        writer.writerow({**row, **words, **flags, "amount": money})
    return out.getvalue()


def _check_header(names: object) -> None:
    found = tuple(names) if isinstance(names, list | tuple) else ()
    for name in found:
        if name not in COLUMNS:
            raise Refused("import.column_unknown", name=str(name)[:40])
    for name in ("code", "kind", "name"):
        if name not in found:
            raise Refused("import.column_missing", name=name)


def _rows(cells: list[dict[str, str]]) -> list[TagRow]:
    if len(cells) > MOST_TAGS:
        raise Refused("import.too_large", most=MOST_TAGS)
    rows: list[TagRow] = []
    for number, each in enumerate(cells, start=2):
        try:
            row = _row({name: unguarded(each.get(name) or "").strip() for name in COLUMNS})
        except PosError as fault:
            raise Refused("tags.row_not_valid", row=number, why=fault.key) from fault
        if row.code in {known.code for known in rows}:
            raise Refused("tags.row_not_valid", row=number, why="import.code_twice")
        rows.append(row)
    return rows


def _row(cell: dict[str, str]) -> TagRow:
    name = checked_tag_name(cell["name"])
    rule = _rule(cell["rule"])
    amount = parse_amount(cell["amount"]) if cell["amount"] else 0
    count, days = _whole(cell["count"]), _whole(cell["days"])
    if rule is not None:
        check_rule(rule, amount=amount, count=count, days=days, has_category=bool(cell["category"]))
    if cell["kind"] not in set(TagKind):
        raise Refused("tags.kind_unknown")
    return TagRow(
        code=checked_code(cell["code"]),
        kind=TagKind(cell["kind"]),
        name=name,
        name_zh_tw=checked_tag_name(cell["name_zh_tw"] or name),
        name_en=checked_tag_name(cell["name_en"] or name),
        rule=rule,
        amount=amount,
        count=count,
        days=days,
        category=cell["category"],
        at_till=_yes(cell["at_till"], no_answer=False),
        active=_yes(cell["active"], no_answer=True),
    )


def _rule(text: str) -> RuleKind | None:
    if text and text not in set(RuleKind):
        raise Refused("tags.rule_not_valid", part="rule")
    return RuleKind(text) if text else None


def _whole(text: str) -> int:
    if text and not (text.isascii() and text.isdigit() and len(text) <= 6):
        raise Refused("tags.rule_not_valid", part="count")
    return int(text or "0")


def _yes(text: str, *, no_answer: bool) -> bool:
    plain = text.lower()
    if not plain:
        return no_answer
    if plain not in _YES | _NO:
        raise Refused("tags.rule_not_valid", part="yes")
    return plain in _YES
