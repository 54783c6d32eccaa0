"""Before a member is forgotten: what stands in the way and what becomes of her data, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.ui.format import local_year_day, money, points
from posapp.ui.i18n import tr

if TYPE_CHECKING:
    from posapp.wire.privacy import ErasureShown, Obstacle


def obstacle_text(each: Obstacle) -> str:
    """What has to be settled, and how; a kind that this program does not know keeps its name."""
    amount, count = each.amount, each.count
    known = {
        "value": tr("还有储值 {value}，先退给会员", value=money(amount)),
        "held": tr("有 {value} 被预留，等放开", value=money(amount)),
        "hold": tr("有 {n} 笔付款没有结束，等付完或放开", n=count),
        "lent": tr("有 {n} 台收银机借着储值，先收回", n=count),
        "debt": tr("欠 {n} 积分，先还清", n=points(amount)),
        "case": tr("有 {n} 件事没有办结，先在待处理里办完", n=count),
        "complaint": tr("有 {n} 件投诉没有办结，先在投诉里办完", n=count),
        "children": tr("是 {n} 个孩子的监护人，先换监护人或先删除孩子的资料", n=count),
        "family": tr("家庭卡上还有 {n} 人，先换持卡人", n=count),
    }
    return known.get(each.kind, each.kind)


def becomes_of(shown: ErasureShown) -> tuple[str, ...]:
    """What she loses, and what the law has kept of her, sealed."""
    lines = []
    if shown.points or shown.coupons:
        lines.append(
            tr("失去积分 {n}，券 {coupons} 张", n=points(shown.points), coupons=shown.coupons)
        )
    if shown.keep_until_ms:
        day = local_year_day(shown.keep_until_ms)
        lines.append(tr("用过储值：法律要求的身份资料封存到 {day}，到期自动销毁", day=day))
    else:
        lines.append(tr("没有法律要求保留的资料，立即销毁"))
    if shown.due_ms:
        lines.append(tr("会员已申请，最迟 {day} 办完", day=local_year_day(shown.due_ms)))
    return tuple(lines)
