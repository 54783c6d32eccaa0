"""Tags, compensation and complaints in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.compensation import CompensationKind, CompensationReason
from posapp.domain.complaints import (
    CallOutcome,
    ComplaintAbout,
    ComplaintState,
    ComplaintStep,
    ComplaintWay,
)
from posapp.ui.i18n import tr

if TYPE_CHECKING:
    from posapp.wire.service_desk import Happened
    from posapp.wire.tags import TagOffered


def tag_name(tag: TagOffered, language: str) -> str:
    """In the language of the screen; the Chinese one where there is no other."""
    return {"zh_TW": tag.name_zh_tw, "en": tag.name_en}.get(language, "") or tag.name


def compensation_title(kind: CompensationKind) -> str:
    return {
        CompensationKind.POINTS: tr("积分"),
        CompensationKind.VALUE: tr("赠送金额"),
        CompensationKind.COUPON: tr("券"),
    }[kind]


def reason_title(reason: CompensationReason) -> str:
    return {
        CompensationReason.POINTS_MISSING: tr("积分漏记"),
        CompensationReason.BENEFIT_DENIED: tr("权益没给"),
        CompensationReason.WAITED: tr("等候太久"),
        CompensationReason.QUALITY: tr("商品质量"),
        CompensationReason.SERVICE: tr("服务不周"),
        CompensationReason.FAILURE: tr("系统故障"),
        CompensationReason.GOODWILL: tr("关怀"),
    }[reason]


def about_title(about: ComplaintAbout) -> str:
    return {
        ComplaintAbout.POINTS: tr("积分"),
        ComplaintAbout.BENEFITS: tr("权益"),
        ComplaintAbout.TIER: tr("等级"),
        ComplaintAbout.STORED_VALUE: tr("储值"),
        ComplaintAbout.USE: tr("使用"),
        ComplaintAbout.PRIVACY: tr("隐私"),
        ComplaintAbout.OTHER: tr("其他"),
    }[about]


def way_title(way: ComplaintWay) -> str:
    return {
        ComplaintWay.COUNTER: tr("当面"),
        ComplaintWay.PHONE: tr("电话"),
        ComplaintWay.MESSAGE: tr("留言"),
        ComplaintWay.OTHER: tr("其他"),
    }[way]


def state_title(state: ComplaintState) -> str:
    return {
        ComplaintState.OPEN: tr("待答复"),
        ComplaintState.ANSWERED: tr("待回访"),
        ComplaintState.FOLLOWED_UP: tr("已回访"),
        ComplaintState.CLOSED: tr("已关闭"),
    }[state]


def step_title(step: ComplaintStep) -> str:
    return {
        ComplaintStep.RECORDED: tr("记录投诉"),
        ComplaintStep.TAKEN: tr("接手投诉"),
        ComplaintStep.ANSWERED: tr("答复投诉"),
        ComplaintStep.CALLED: tr("回访"),
        ComplaintStep.COMPENSATED: tr("给了补偿"),
        ComplaintStep.CLOSED: tr("关闭投诉"),
    }[step]


def outcome_title(outcome: str) -> str:
    known = {
        CallOutcome.CONTENT.value: tr("满意"),
        CallOutcome.NOT_CONTENT.value: tr("不满意，再答复"),
        CallOutcome.NOT_REACHED.value: tr("没有联系上"),
    }
    return known.get(outcome, "")


def redress_title(row: Happened) -> str:
    """One thing of her timeline; empty for what is none of these."""
    match row.kind:
        case "compensation":
            return tr("补偿")
        case "compensation_back":
            return tr("冲回补偿")
        case "compensation_lapsed":
            return tr("补偿的赠送到期")
        case "tag":
            name = str(row.detail.get("tag", ""))
            is_put = bool(row.detail.get("put"))
            return tr("贴上标签 {tag}", tag=name) if is_put else tr("去掉标签 {tag}", tag=name)
        case "rule_tag":
            name = str(row.detail.get("tag", ""))
            is_put = bool(row.detail.get("put"))
            return (
                tr("按规则有了标签 {tag}", tag=name)
                if is_put
                else tr("按规则去掉标签 {tag}", tag=name)
            )
        case "complaint":
            return _complaint(row)
        case _:
            return ""


def redress_more(row: Happened) -> str:
    """Why something was given."""
    why = str(row.detail.get("why", ""))
    is_known = row.kind == "compensation" and why in set(CompensationReason)
    coupon = str(row.detail.get("coupon", ""))
    parts = (
        reason_title(CompensationReason(why)) if is_known else "",
        tr("券 {codes}", codes=coupon) if coupon else "",
    )
    return "  ".join(part for part in parts if part)


def _complaint(row: Happened) -> str:
    step, about = str(row.detail.get("step", "")), str(row.detail.get("about", ""))
    if step not in set(ComplaintStep) or about not in set(ComplaintAbout):
        return tr("投诉")
    outcome = outcome_title(str(row.detail.get("outcome", "")))
    title = tr(
        "{step}：{about}",
        step=step_title(ComplaintStep(step)),
        about=about_title(ComplaintAbout(about)),
    )
    return f"{title}  {outcome}".strip()
