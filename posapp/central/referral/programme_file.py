"""The programme as a CSV file: known columns, every cell checked, the first fault by its row."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from posapp.central.referral.programme import LIMIT
from posapp.domain.money import parse_amount
from posapp.domain.referral import Gives, Limit, Programme, Reward, What, check_reward
from posapp.errors import PosError, Refused, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS: Final = ("what", "step", "name", "amount", "code")
MOST_BYTES: Final = 100_000
_MOST_DIGITS: Final = 6


def read_file(file: Path) -> Programme:
    """`amount` of the limit least_sale in the currency's major unit, such as 50.00.

    Raises Unavailable("import.no_file"); Refused("import.wrong_encoding", "import.too_large",
    "import.column_unknown", "import.column_missing"); Refused("referral.row_not_valid", row, why).
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
    _check_header(tuple(reader.fieldnames or ()))
    return _programme(list(reader))


def as_csv(programme: Programme | None) -> str:
    """The same columns again; every limit, those of the defaults too."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    shown = programme or Programme(rewards=())
    for each in shown.rewards:
        writer.writerow(
            {
                "what": each.what.value,
                "step": each.step or "",
                "name": each.gives.value,
                "amount": each.amount or "",
                "code": each.code,
            }
        )
    for name in Limit:
        amount = shown.limit(name)
        text = f"{amount // 100}.{amount % 100:02d}" if name is Limit.LEAST_SALE else amount
        writer.writerow({"what": LIMIT, "name": name.value, "amount": text})
    return out.getvalue()


def _check_header(names: tuple[str, ...]) -> None:
    for name in names:
        if name not in COLUMNS:
            raise Refused("import.column_unknown", name=str(name)[:40])
    for name in COLUMNS:
        if name not in names:
            raise Refused("import.column_missing", name=name)


def _programme(cells: list[dict[str, str]]) -> Programme:
    rewards: dict[tuple[str, int, str], Reward] = {}
    limits: dict[Limit, int] = {}
    for number, each in enumerate(cells, start=2):
        cell = {name: (each.get(name) or "").strip() for name in COLUMNS}
        try:
            if cell["what"] == LIMIT:
                _add_limit(limits, cell)
            else:
                _add_reward(rewards, cell)
        except PosError as fault:
            raise Refused("referral.row_not_valid", row=number, why=fault.key) from fault
    return Programme(rewards=tuple(rewards.values()), limits=limits)


def _add_limit(limits: dict[Limit, int], cell: dict[str, str]) -> None:
    if cell["name"] not in set(Limit):
        raise Refused("referral.limit_unknown")
    name = Limit(cell["name"])
    if name in limits:
        raise Refused("import.code_twice")
    amount = cell["amount"]
    limits[name] = parse_amount(amount) if name is Limit.LEAST_SALE else _whole(amount)


def _add_reward(rewards: dict[tuple[str, int, str], Reward], cell: dict[str, str]) -> None:
    if cell["what"] not in set(What) or cell["name"] not in set(Gives):
        raise Refused("referral.reward_not_valid", part="what")
    reward = Reward(
        what=What(cell["what"]),
        gives=Gives(cell["name"]),
        step=_whole(cell["step"]),
        amount=_whole(cell["amount"]),
        code=cell["code"],
    )
    check_reward(reward)
    key = (reward.what.value, reward.step, reward.gives.value)
    if key in rewards:
        raise Refused("import.code_twice")
    rewards[key] = reward


def _whole(text: str) -> int:
    if text and not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise Refused("referral.reward_not_valid", part="amount")
    return int(text or "0")
