"""Two files of one person in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.member import MemberStatus
from posapp.errors import Refused
from posapp.ui.error_texts import text_for
from posapp.ui.format import local_date_time, local_year_day, money, points, time_from_ms
from posapp.ui.i18n import tr
from posapp.ui.merging.state import BY_HAND, Act, MergingState, Question, Shelf
from posapp.ui.pay.header import tier_title
from posapp.ui.service.words import status_title

if TYPE_CHECKING:
    from posapp.wire.merging import AlikeMember, MergeKnown, MergeShown, MergeSide, PairShown

Line = tuple[str, str, str, str]
"""What it is, of the one who stays, of the other, and after a merge."""


def like_title(reason: str) -> str:
    """Why two may be one; a reason that this program does not know keeps its own name."""
    return {
        "phone": tr("手机号相同"),
        "card": tr("卡号相同"),
        "birthday": tr("姓名和生日相同"),
        "sound": tr("读音和手机尾号相近"),
        BY_HAND: tr("手工指定"),
    }.get(reason, reason)


def reason_title(reason: str) -> str:
    """Why two files were made one."""
    return {
        "same_person": tr("会员本人说明并核对"),
        "registered_twice": tr("重复登记"),
        "card_and_phone": tr("卡和手机号各一份"),
        "imported_twice": tr("导入时重复"),
    }.get(reason, reason)


def pair_title(pair: PairShown) -> str:
    return tr("{one} 和 {other}", one=_called(pair.first), other=_called(pair.second))


def pair_sub(pair: PairShown) -> str:
    return f"{pair.first.number}  {pair.second.number}"


def merge_title(merge: MergeKnown) -> str:
    title = tr("{number} 并入", number=merge.gone_number)
    return title if merge.state == "merged" else tr("{title}，已撤销", title=title)


def merge_sub(merge: MergeKnown) -> str:
    return "  ".join((local_date_time(time_from_ms(merge.at_ms)), merge.who))


def merge_line(merge: MergeKnown) -> str:
    """Of one that was done: why, and whether it can be taken back."""
    if merge.state != "merged":
        may = tr("已撤销，两份档案和从前一样")
    elif merge.may_undo:
        may = tr("合并后没有变动，可以撤销")
    else:
        may = text_for(Refused("merge.moved_since"))
    return f"{reason_title(merge.reason)}\n{may}"


def refusal(told: MergeShown) -> str:
    """What stands in the way of this merge; empty when nothing does."""
    return text_for(Refused(told.why_not, where=told.where)) if told.why_not else ""


def lines(told: MergeShown) -> tuple[Line, ...]:
    """What each has and what would be, the sums first."""
    one, other = told.kept, told.gone
    return (
        (tr("会员号"), one.number, other.number, one.number),
        (tr("姓名"), _or_none(one.name), _or_none(other.name), _or_none(one.name or other.name)),
        (tr("手机号"), *_both(one.phone, other.phone)),
        (tr("实体卡"), *_both(one.card, other.card)),
        (tr("出生年份"), *_both(one.birth_year, other.birth_year)),
        _sum(tr("储值本金"), one.principal, other.principal, money),
        _sum(tr("储值赠送"), one.bonus, other.bonus, money),
        _sum(tr("积分"), one.points, other.points, points),
        _sum(tr("待生效积分"), one.points_pending, other.points_pending, points),
        _sum(tr("欠积分"), one.debt, other.debt, points),
        _sum(tr("成长值"), one.growth, other.growth, points),
        (tr("等级"), tier_title(one.tier), tier_title(other.tier), _tier_after(one, other)),
        (tr("状态"), _status(one.status), _status(other.status), _status(told.status)),
        _sum(tr("券"), len(one.coupons), len(other.coupons), points, -len(told.coupons_lost)),
        _sum(tr("消费次数"), one.orders, other.orders, points),
        _sum(tr("充值次数"), one.top_ups, other.top_ups, points),
        (
            tr("优惠短信"),
            _agreed(one.marketing),
            _agreed(other.marketing),
            _agreed(one.marketing and other.marketing),
        ),
        (tr("登记日期"), _day(one), _day(other), _day(one)),
    )


def lost_text(told: MergeShown) -> str:
    """Coupons that both have: there is one of each afterwards."""
    if not told.coupons_lost:
        return ""
    return tr("同样的券只留一张：{codes}", codes="、".join(told.coupons_lost))


def remark(state: MergingState) -> str:
    if state.her is None:
        return tr("可能是同一人的两份档案")
    return tr("{number} 的档案", number=state.her.number)


def empty_text(state: MergingState) -> str:
    if state.problem is not None:
        return text_for(state.problem)
    if state.loading:
        return tr("正在问总部")
    return tr("没有待核对的") if state.shelf is Shelf.WAITING else tr("没有合并过")


def empty_hint(state: MergingState) -> str:
    if state.problem is not None or state.loading or state.shelf is Shelf.DONE:
        return ""
    if state.her is None:
        return tr("总部查到手机号、卡或姓名生日相同的，会列在这里")
    return tr("知道另一份档案的，在上面输入手机号、会员号或卡")


def why_not(act: Act, state: MergingState) -> str:
    """Why a key cannot be pressed now; empty when it can."""
    if not state.online:
        return tr("离线，要连上总部才能办")
    if act is Act.UNDO:
        if state.merge is None:
            return tr("先选一次合并")
        return "" if state.merge.may_undo else merge_line(state.merge).splitlines()[1]
    if state.pair is None:
        return tr("先选一对")
    if act is Act.DIFFERENT:
        return tr("这对是手工指定的") if state.pair.reason == BY_HAND else ""
    if state.told is None:
        return tr("正在问总部") if state.why is None else text_for(state.why)
    return refusal(state.told)


def act_title(act: Act) -> str:
    return {
        Act.MERGE: tr("合并档案"),
        Act.DIFFERENT: tr("不是同一人"),
        Act.UNDO: tr("撤销合并"),
    }[act]


def act_effect(question: Question) -> str:
    """What it does, before somebody gives her PIN for it."""
    kept, gone, who = question.kept, question.gone, question.who
    match question.act:
        case Act.MERGE:
            return tr("{gone} 并入 {kept}，以 {who} 的名义", gone=gone, kept=kept, who=who)
        case Act.DIFFERENT:
            return tr("{kept} 和 {gone} 是两个人，以 {who} 的名义", kept=kept, gone=gone, who=who)
        case Act.UNDO:
            return tr("{gone} 从 {kept} 分出来，以 {who} 的名义", gone=gone, kept=kept, who=who)


def act_note(act: Act) -> str:
    """What becomes of it afterwards."""
    return {
        Act.MERGE: tr("储值、积分、券和经过都归留下的档案，原来的号、手机号和卡照样能找到她"),
        Act.DIFFERENT: tr("以后不再一起列出"),
        Act.UNDO: tr("两份档案恢复到合并前，一分不差"),
    }[act]


def _called(who: AlikeMember) -> str:
    return who.name or who.phone or who.number


def _both(one: str, other: str) -> tuple[str, str, str]:
    """Of what there is one only: hers who stays, or else the other's."""
    return _or_none(one), _or_none(other), _or_none(one or other)


def _or_none(text: str) -> str:
    return text or "—"


def _sum(title: str, one: int, other: int, write: object, less: int = 0) -> Line:
    assert callable(write)
    return title, write(one), write(other), write(one + other + less)


def _tier_after(one: MergeSide, other: MergeSide) -> str:
    """The higher of those that are known; central has the last word."""
    known = ("ordinary", "silver", "gold", "diamond")
    both = {one.tier, other.tier}
    return tier_title(max(both, key=known.index) if both <= set(known) else one.tier)


def _status(value: str) -> str:
    known = {each.value for each in MemberStatus}
    return status_title(MemberStatus(value)) if value in known else _or_none(value)


def _agreed(given: bool) -> str:
    return tr("已同意") if given else tr("未同意")


def _day(side: MergeSide) -> str:
    return local_year_day(side.registered_ms) if side.registered_ms else "—"
