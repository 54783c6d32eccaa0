"""A complaint in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.complaints import ComplaintStep, may_follow
from posapp.ui.cases.words import age_text
from posapp.ui.error_texts import text_for
from posapp.ui.format import local_day_time, time_from_ms
from posapp.ui.i18n import tr
from posapp.ui.service.redress_words import (
    about_title,
    outcome_title,
    state_title,
    step_title,
    way_title,
)

if TYPE_CHECKING:
    from posapp.ui.complaints.state import ComplaintsState
    from posapp.wire.complaints import ComplaintRow, ComplaintStepTold


def row_title(row: ComplaintRow) -> str:
    """What is late says so in words."""
    title = tr("{about}，{state}", about=about_title(row.about), state=state_title(row.state))
    return tr("过期：{title}", title=title) if row.is_late else title


def row_sub(row: ComplaintRow) -> str:
    parts = (row.number or tr("不是会员"), way_title(row.way), row.owner)
    return "  ".join(part for part in parts if part)


def row_age(row: ComplaintRow, now_ms: int) -> str:
    return age_text(row.opened_ms, now_ms)


def detail_sub(row: ComplaintRow) -> str:
    due = local_day_time(time_from_ms(row.due_ms))
    parts = (row_sub(row), row.shop, tr("答复期限 {time}", time=due))
    return "  ".join(part for part in parts if part)


def step_line(step: ComplaintStepTold) -> str:
    """When, what, who, and her words on a line of their own."""
    head = "  ".join(
        part
        for part in (
            local_day_time(time_from_ms(step.at_ms)),
            step_title(step.step),
            outcome_title(step.outcome),
            step.who,
        )
        if part
    )
    return f"{head}\n{step.words}" if step.words else head


def remark(state: ComplaintsState) -> str:
    if not state.waiting:
        return ""
    return tr("待办 {n} 件，过期 {late} 件", n=state.waiting, late=state.late)


def empty_text(state: ComplaintsState) -> str:
    if state.problem is not None:
        return text_for(state.problem)
    return tr("正在问总部") if state.loading else tr("没有投诉")


def why_not(step: ComplaintStep, state: ComplaintsState) -> str:
    """Why a key cannot be pressed now; empty when it can."""
    if not state.online:
        return tr("离线，要连上总部才能办")
    if step is ComplaintStep.RECORDED:
        return ""
    if state.told is None:
        return tr("先选一件投诉")
    if may_follow(step, state.told.row.state):
        return ""
    return tr("现在是{state}", state=state_title(state.told.row.state))


def act_title(step: ComplaintStep) -> str:
    return {
        ComplaintStep.RECORDED: tr("记录投诉"),
        ComplaintStep.TAKEN: tr("接手"),
        ComplaintStep.ANSWERED: tr("答复"),
        ComplaintStep.CALLED: tr("回访"),
        ComplaintStep.CLOSED: tr("关闭"),
        ComplaintStep.COMPENSATED: tr("补偿"),
    }[step]


def act_words(step: ComplaintStep) -> tuple[str, ...]:
    """What is often written, at a touch."""
    match step:
        case ComplaintStep.ANSWERED:
            return tr("已说明原因并道歉"), tr("已更正并补偿")
        case ComplaintStep.CALLED:
            return tr("电话回访"), tr("三次都没有人接")
        case ComplaintStep.CLOSED:
            return (tr("会员认可，了结"),)
        case ComplaintStep.TAKEN:
            return (tr("由我负责"),)
        case _:
            return ()
