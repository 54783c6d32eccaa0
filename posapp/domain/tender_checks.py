"""Before a close: every way of paying that somebody else counts too is held against that total."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from posapp.domain.sale import TenderKind
from posapp.domain.z_blocks import (
    Name,
    Weight,
    ZBlock,
    ZRow,
    amount_cell,
    count_cell,
    table_row,
    text_row,
    word,
)
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.domain.shift import ShiftSums, TenderSum, ZReport
    from posapp.domain.shift_figures import TenderCheck

OURS: Final = (TenderKind.CASH, TenderKind.STORED_VALUE, TenderKind.POINTS)
"""Cash is counted blind; stored value and points are in central's books and on nobody's device."""
HEADS: Final = ("way", "count", "at_till", "at_device", "gap")


def to_check(sums: ShiftSums) -> tuple[TenderSum, ...]:
    """What moved in the shift on a card terminal, by code, on account, on vouchers or elsewhere."""
    return tuple(
        each
        for each in sums.tenders
        if each.kind not in OURS and (each.count or each.taken or each.given_back)
    )


def checked(sums: ShiftSums, said: Sequence[TenderCheck], by: str) -> tuple[TenderCheck, ...]:
    """One check for each of `to_check`, in its order, signed by who closes.

    Raises Refused("shift.others_not_checked") where one is missing or was made on other figures,
    and Refused("shift.check_needs_reason") where the totals differ without one.
    """
    known = {(each.kind, each.channel): each for each in said}
    return tuple(
        _checked(each, known.get((each.kind, each.channel)), by) for each in to_check(sums)
    )


def _checked(tender: TenderSum, said: TenderCheck | None, by: str) -> TenderCheck:
    if said is None or (said.count, said.amount) != (tender.count, tender.net):
        raise Refused("shift.others_not_checked")
    reason = said.reason.strip() if said.difference else ""
    if said.difference and not reason:
        raise Refused("shift.check_needs_reason")
    return replace(said, reason=reason, checked_by=by)


def checks_block(report: ZReport) -> ZBlock:
    """Way by way: the till's count and total, the other side's, and how far they are apart."""
    rows: list[ZRow] = []
    for each in report.tender_checks:
        rows.append(_row(each))
        if each.reason:
            rows.append(text_row(word("reason"), each.reason, Weight.NOTE))
    rows += [
        text_row(word("checked_by"), name, Weight.NOTE)
        for name in dict.fromkeys(each.checked_by for each in report.tender_checks)
    ]
    return ZBlock(key="checks", title=word("checks"), heads=HEADS, rows=tuple(rows))


def _row(each: TenderCheck) -> ZRow:
    return table_row(
        Name(tender=(each.kind, each.channel)),
        count_cell(each.count),
        amount_cell(each.amount),
        amount_cell(each.entered),
        amount_cell(each.difference),
    )
