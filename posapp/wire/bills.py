"""Acquirers' bills at a manager's till: one is handed in, and what central found is told."""

from __future__ import annotations

from typing import Literal

import msgspec


class BillsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The newest bills, for somebody who may work off cases."""

    staff_id: str


class BillGiven(msgspec.Struct, frozen=True, kw_only=True):
    """A bill file whole, in base64. `day` (ISO) where the file has no row to tell it. The PIN is
    hers who hands it in; it travels once and is kept nowhere.
    """

    staff_id: str
    pin: str
    acquirer: str
    layout: Literal["wechat", "alipay"]
    file_name: str
    content: str
    day: str = ""

    def __repr__(self) -> str:
        return f"BillGiven({self.file_name})"


class DifferenceShown(msgspec.Struct, frozen=True, kw_only=True):
    """Where bill and books differ; `here` and `there` in minor units. `open`: nobody closed its
    case yet.
    """

    finding: str
    number: str
    reference: str
    here: int
    there: int
    case_id: str
    open: bool


class BillShown(msgspec.Struct, frozen=True, kw_only=True):
    """A bill as it was imported: `rows` in the file, `matched` of them agree with the books."""

    id: str
    acquirer: str
    day: str
    file_name: str
    rows: int
    matched: int
    at_ms: int
    who: str
    differences: tuple[DifferenceShown, ...] = ()


class BillsListed(msgspec.Struct, frozen=True, kw_only=True):
    """The newest first; `acquirers` are those of whom a bill may be handed in."""

    request_id: str
    bills: tuple[BillShown, ...]
    acquirers: tuple[str, ...] = ()


class BillTaken(msgspec.Struct, frozen=True, kw_only=True):
    """It is imported, and a case is open for every difference."""

    request_id: str
    bill: BillShown
