"""What a payment taken elsewhere is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.ui.format import local_day_time, money, time_from_ms
from posapp.ui.i18n import tr
from posapp.ui.pay.ways import taken_by_title
from posapp.wire.recorded import Standing

if TYPE_CHECKING:
    from posapp.ui.recorded.state import RecordedState, Settling
    from posapp.wire.recorded import RecordedRow


def row_title(row: RecordedRow) -> str:
    """The number is what it is looked up by."""
    return f"{taken_by_title(row.taken_by)}  {row.reference}"


def row_sub(row: RecordedRow) -> str:
    """When, at which till, by whom; then what somebody wrote about it."""
    when = local_day_time(time_from_ms(row.at_ms))
    told = [when, row.terminal, row.staff, row.receipt, row.note]
    return "  ".join(each for each in told if each)


def row_value(row: RecordedRow) -> str:
    return money(row.amount)


def summary(state: RecordedState) -> str:
    """How many and how much, of which some may not be in sight."""
    words = tr("共 {n} 笔，{amount}", n=state.total, amount=money(state.amount))
    if state.total > len(state.rows):
        return tr("{all}，列出 {n} 笔", all=words, n=len(state.rows))
    return words


def standing_texts() -> tuple[tuple[str, str], ...]:
    return (
        (Standing.OPEN.value, tr("待核对")),
        (Standing.MISSING.value, tr("没查到")),
        (Standing.SEEN.value, tr("已查到")),
    )


def empty_text(standing: Standing) -> str:
    if standing is Standing.OPEN:
        return tr("没有待核对的外部收款")
    return tr("没有没查到的外部收款") if standing is Standing.MISSING else tr("还没有查到过")


def question_words(settling: Settling) -> tuple[str, str]:
    """Title and button."""
    amount = money(settling.row.amount)
    if settling.seen:
        return tr("账单里有单号 {number}", number=settling.row.reference), tr(
            "已查到 {amount}", amount=amount
        )
    return tr("账单里没有单号 {number}，列为待处理", number=settling.row.reference), tr(
        "没查到 {amount}", amount=amount
    )


def question_reasons(*, seen: bool) -> tuple[str, ...]:
    if seen:
        return tr("已在商户平台查到"), tr("已在对账单查到"), tr("已收到券款")
    return tr("商户平台没有这一笔"), tr("单号登记错了")
