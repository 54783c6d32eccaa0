"""What cases, facts, reasons and acts are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.errors import Refused
from posapp.ui.error_texts import TEXTS, text_for
from posapp.ui.format import local_day_time, money, time_from_ms
from posapp.ui.i18n import tr

if TYPE_CHECKING:
    from posapp.wire.case_work import ActShown, CaseRow, CaseTold

_MINUTE_MS: Final = 60_000
_HOUR_MS: Final = 60 * _MINUTE_MS
_DAY_MS: Final = 24 * _HOUR_MS


def kind_title(kind: str) -> str:
    """A case in a few words; one that this program does not know keeps its own name."""
    titles = {
        "bill.amount_differs": tr("账单金额不符"),
        "bill.missing_there": tr("账单里没有这笔"),
        "bill.no_sale": tr("已收款，没有对应销售"),
        "bill.paid_there": tr("账单已收，本店未收"),
        "bill.refunded_there": tr("账单已退，本店未退"),
        "bill.reversed_there": tr("账单已撤销，本店已收"),
        "account.over_limit": tr("挂账超过额度"),
        "account.unknown": tr("挂账单位不存在"),
        "coupon.used_twice": tr("一张券用了两次"),
        "fact.quarantined": tr("没有入账"),
        "held.taken_twice": tr("挂单在两台机取走"),
        "hold.release_refused": tr("预留没有放开"),
        "lease.not_booked_again": tr("恢复后找不到会员"),
        "lease.not_covered": tr("恢复后额度不足"),
        "lease.not_usable": tr("离线额度不能用"),
        "lease.overspent": tr("离线额度超用"),
        "lease.release_refused": tr("离线额度没有退回"),
        "lease.terminal_stopped": tr("离线额度已停用"),
        "member.asks_correction": tr("会员要求更正资料"),
        "member.asks_deletion": tr("会员要求删除资料"),
        "member.card_refused": tr("登记的卡没有绑定"),
        "member.guardian_missing": tr("未成年人没有监护人"),
        "member.inviter_unknown": tr("推荐人没有找到"),
        "member.merged": tr("会员已合并"),
        "member.pack_refused": tr("企业码没有生效"),
        "member.phone_known": tr("手机号已有会员，两份档案待核对"),
        "member.phone_not_verified": tr("手机号没有验证"),
        "member.referral_of_herself": tr("邀请人和被邀请人是同一人"),
        "member.referral_spent": tr("邀请奖励的券已用，收不回"),
        "member.referrals_often": tr("邀请过于频繁"),
        "member.sale_refused": tr("这一单没有积分"),
        "members.canary_seen": tr("查看了警戒会员"),
        "pay.not_reversed": tr("收款没有撤销"),
        "pay.paid_after_end": tr("撤销之后又收到款"),
        "recorded.not_found": tr("外部收款账单里没有"),
        "recorded.twice": tr("同一单号登记了两次"),
        "refund.differs": tr("退款金额不符"),
        "refund.more_than_sold": tr("退货多于所售"),
        "sale.hold_not_confirmed": tr("预留没有确认"),
        "sale.hold_not_usable": tr("预留不能用"),
        "sale.lease_not_usable": tr("离线额度不能用"),
        "sale.lease_was_over": tr("离线额度已过期"),
        "sale.member_unknown": tr("会员不存在"),
        "sale.not_covered": tr("储值不足，门店承担"),
        "sale.points_differ": tr("积分不符"),
        "shift.z_chain_broken": tr("Z 报表不连续"),
        "sync.chain_broken": tr("流水接不上"),
        "sync.dead_letter": tr("读不懂的流水"),
        "sync.fork": tr("同号两笔流水"),
        "till.clock_wrong": tr("收款机时间不对"),
        "till.copied": tr("数据被复制过"),
        "till.restored": tr("数据恢复过"),
        "top_up.not_as_quoted": tr("充值与报价不符"),
    }
    return titles.get(kind, kind)


def fact_title(kind: str) -> str:
    """What a fact is about."""
    titles = {
        "sale.v1": tr("销售"),
        "refund.v1": tr("退货"),
        "topup.v1": tr("充值"),
        "member.v1": tr("会员登记"),
        "consent_withdrawn.v1": tr("撤回同意"),
        "cash_move.v1": tr("现金存取"),
        "shift_open.v1": tr("开班"),
        "shift.v1": tr("交接班"),
        "approval.v1": tr("授权"),
        "hold_release.v1": tr("放开预留"),
        "lease_release.v1": tr("退回离线额度"),
        "audit.v1": tr("操作记录"),
    }
    return titles.get(kind, kind)


def reason_text(code: str) -> str:
    """Why central did not apply a fact: the sentence of its key, or the key."""
    if not code:
        return ""
    return text_for(Refused(code)) if code in TEXTS else tr("原因代码 {code}", code=code)


def age_text(at_ms: int, now_ms: int) -> str:
    """How long it has waited, in the largest unit that says something."""
    age = max(0, now_ms - at_ms)
    if age >= _DAY_MS:
        return tr("{n} 天", n=age // _DAY_MS)
    if age >= _HOUR_MS:
        return tr("{n} 小时", n=age // _HOUR_MS)
    return tr("{n} 分钟", n=max(1, age // _MINUTE_MS))


def row_sub(row: CaseRow) -> str:
    """Till, fact and time of a row."""
    who = tr("会员 {number}", number=row.member) if row.member else ""
    parts = [row.terminal, who, fact_title(row.fact_kind), local_day_time(time_from_ms(row.at_ms))]
    return "  ".join(part for part in parts if part)


def told_title(told: CaseTold) -> str:
    fact = told.fact
    what = kind_title(told.kind)
    return what if fact is None else f"{what}  {fact_title(fact.kind)}"


def told_sub(told: CaseTold) -> str:
    """Till, place in its journal, when it came, and what the case says besides."""
    fact = told.fact
    parts = [tr("收银机 {name}", name=told.terminal)] if told.terminal else []
    if fact is not None:
        parts.append(tr("第 {n} 笔", n=fact.seq))
    parts.append(local_day_time(time_from_ms(told.at_ms)))
    return "  ".join([*parts, *_details(told)])


def told_body(told: CaseTold) -> str:
    """What stands in the place of a fact's bytes where the case is about none: line by line."""
    if told.fact is not None or not told.detail:
        return ""
    reason = reason_text(str(told.detail.get("code", "")))
    words = tr("会员写的：{words}", words=told.words) if told.words else ""
    return "\n".join(part for part in (*_details(told), reason, words) if part)


def _details(told: CaseTold) -> list[str]:
    said = [_detail(name, value) for name, value in told.detail.items() if name != "code"]
    return [each for each in said if each]


def _detail(name: str, value: str | int) -> str:
    """What a case says besides; amounts as money, what has no word here under its own name."""
    match name, value:
        case "here", int():
            return tr("本店 {amount}", amount=money(value))
        case "there", int():
            return tr("账单 {amount}", amount=money(value))
        case "number", str():
            return tr("商户单号 {number}", number=value)
        case "reference", str():
            return tr("平台单号 {number}", number=value) if value else ""
        case "day", str():
            return tr("账单日 {day}", day=value)
        case "member", str():
            return tr("会员 {number}", number=value)
        case "card", str():
            return tr("卡号 {card}", card=value)
        case "into", str():
            return tr("已有的会员 {number}", number=value)
        case "reason", str():
            return reason_text(value)
        case "acquirer", str():
            return tr("收单机构 {name}", name=value)
        case _:
            return f"{name} {value}"


def told_reason(told: CaseTold) -> str:
    """The state in a sentence."""
    fact = told.fact
    if fact is None or not fact.is_held:
        return tr("这笔流水已经入账，请看差别后关闭") if fact is not None else ""
    return reason_text(fact.code)


def act_title(act: str) -> str:
    titles = {
        "reapply": tr("重新入账"),
        "reapply_failed": tr("重新入账没有成功"),
        "close_case": tr("关闭"),
        "revoke": tr("停用收银机"),
        "take_export": tr("收下导出文件"),
        "import_bill": tr("导入账单"),
    }
    return titles.get(act, act)


def act_line(act: ActShown) -> str:
    """Who did what when, from where, and why."""
    where = tr("收银机 {name}", name=act.terminal) if act.terminal else tr("总部")
    parts = (local_day_time(time_from_ms(act.at_ms)), act.who, where, act_title(act.act))
    return "  ".join(parts) + f"\n{act.note}"
