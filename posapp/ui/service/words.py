"""What happened to a member, and what may be done, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.member import MemberStatus
from posapp.errors import Refused
from posapp.ui.cases.words import kind_title
from posapp.ui.error_texts import TEXTS, text_for
from posapp.ui.format import local_date_time, money, points, time_from_ms
from posapp.ui.i18n import tr
from posapp.ui.member.purposes import purpose_titles
from posapp.ui.pay.header import tier_title
from posapp.ui.service.redress_words import redress_more, redress_title
from posapp.ui.service.state import Act, ServiceState
from posapp.ui.service.tier_words import tier_moved
from posapp.wire.service_desk import MOST_COUNTED, Balance

if TYPE_CHECKING:
    from posapp.domain.extra_fields import ExtraField
    from posapp.wire.service_desk import (
        CardShown,
        ConsentStanding,
        Happened,
        MemberFile,
        SectionRow,
        Shown,
    )

_OF_PRIVACY: Final = (Act.EXPORT, Act.ERASE)
_OF_STATUS: Final = (Act.FREEZE, Act.THAW, Act.BLACKLIST, Act.CLOSE)


def status_title(status: MemberStatus) -> str:
    return {
        MemberStatus.NORMAL: tr("正常"),
        MemberStatus.FROZEN: tr("已冻结"),
        MemberStatus.BLACKLISTED: tr("黑名单"),
        MemberStatus.CLOSED: tr("已注销"),
    }[status]


def happened_title(row: Happened) -> str:
    """One thing in a few words; a kind that this program does not know keeps its own name."""
    match row.kind:
        case "status":
            return tr("状态改为{status}", status=_status(str(row.detail.get("to", ""))))
        case "card":
            return _step(str(row.detail.get("step", "")))
        case "access":
            return _looked(str(row.detail.get("what", "")))
        case "tier":
            return tier_moved(row)
        case "case":
            return kind_title(str(row.detail.get("case", "")))
        case "consent":
            return _consent(row)
        case "family":
            return _family(str(row.detail.get("act", "")))
        case "request":
            return _request(str(row.detail.get("what", "")))
        case _:
            return redress_title(row) or _kinds().get(row.kind, row.kind)


def _kinds() -> dict[str, str]:
    return {
        "sale": tr("消费"),
        "refund": tr("退货"),
        "top_up": tr("充值"),
        "hold": tr("预留储值或积分"),
        "hold_release": tr("放开预留"),
        "hold_declined": tr("支付没有通过"),
        "lease": tr("借给收银机离线用"),
        "lease_release": tr("收银机还回"),
        "opening": tr("期初转入"),
        "expire": tr("积分到期"),
        "correction": tr("更正"),
        "registered": tr("登记成为会员"),
        "edited": tr("修改资料"),
        "registered_again": tr("又登记了一次，空着的项已补"),
        "phone_changed": tr("更换手机号"),
        "phone_proved": tr("核验手机号"),
        "holder_changed": tr("更换了持有人"),
        "merge": tr("合并了档案"),
        "merge_undone": tr("撤销了合并"),
        "claim": tr("补登消费积分"),
        "exported": tr("导出本人资料"),
        "erased": tr("删除个人资料"),
        "referral": tr("邀请奖励"),
        "referral_back": tr("收回邀请奖励"),
    }


def happened_sub(row: Happened) -> str:
    """When and where."""
    parts = (local_date_time(time_from_ms(row.at_ms)), row.terminal, row.receipt)
    return "  ".join(part for part in parts if part)


def happened_more(row: Happened) -> str:
    """Who, by whose leave, what came of it, and why."""
    who = row.who
    if row.approved_by:
        who = tr("{who}，{second} 授权", who=who, second=row.approved_by)
    coupons = tr("券 {codes}", codes="、".join(row.coupons)) if row.coupons else ""
    parts = (
        who,
        _reason(row),
        redress_more(row),
        coupons,
        *(kind_title(kind) for kind in row.cases),
        row.note,
    )
    return "  ".join(part for part in parts if part)


def happened_value(row: Happened) -> str:
    """What it moved for her, the strongest first."""
    moved = []
    value = row.principal + row.bonus + row.held
    if row.kind in {"hold", "hold_release", "lease", "lease_release"}:
        moved.append(money(abs(row.held)) if row.held else "")
    elif row.amount:
        moved.append(money(row.amount))
    elif value:
        moved.append(_with_sign(value, money(abs(value))))
    if row.points:
        figure = _with_sign(row.points, points(abs(row.points)))
        moved.append(tr("{n} 分", n=figure))
    if row.growth and row.kind == "correction":
        figure = _with_sign(row.growth, points(abs(row.growth)))
        moved.append(tr("成长 {n}", n=figure))
    return "  ".join(part for part in moved if part)


def act_title(act: Act) -> str:
    return {
        Act.PROFILE: tr("修改资料"),
        Act.PHONE: tr("换手机号"),
        Act.PROVE: tr("核验手机号"),
        Act.HOLDER: tr("更换持有人"),
        Act.BIND: tr("绑卡"),
        Act.LOST: tr("挂失"),
        Act.REPLACE: tr("换卡"),
        Act.FOUND: tr("找回"),
        Act.FREEZE: tr("冻结"),
        Act.THAW: tr("恢复正常"),
        Act.BLACKLIST: tr("黑名单"),
        Act.CLOSE: tr("注销"),
        Act.TAG: tr("标签"),
        Act.TIER: tr("定等级"),
        Act.COMPENSATE: tr("补偿"),
        Act.REVERSE: tr("冲回"),
        Act.EXPORT: tr("导出本人资料"),
        Act.ERASE: tr("删除个人资料"),
        Act.CORRECT: tr("更正数额"),
    }[act]


def act_effect(act: Act) -> str:
    """What it does, before somebody gives her PIN for it."""
    return {
        Act.PROFILE: tr("只改写了的项，空着的不变，勾选清除的删掉"),
        Act.PHONE: tr("新手机号收验证码；旧手机号也收，收不到的由店长核验证件"),
        Act.PROVE: tr("档案上的手机收验证码；收不到的由店长当面核验。核验后会员能登录会员页面"),
        Act.HOLDER: tr("账户归新持有人，旧会员码失效；双方证件由两人看过，重新征求同意"),
        Act.BIND: tr("刷卡、扫码或输入卡号"),
        Act.LOST: tr("这张卡从现在起在所有收银机都不能用"),
        Act.REPLACE: tr("旧卡立即不能用，绑定新卡"),
        Act.FOUND: tr("刷挂失的那张卡，恢复使用"),
        Act.FREEZE: tr("不能用储值和积分支付，可以随时恢复"),
        Act.THAW: tr("恢复储值和积分支付"),
        Act.BLACKLIST: tr("不能充值也不能支付，按普通顾客接待"),
        Act.CLOSE: tr("储值为零才能注销；注销后手机号可以重新登记"),
        Act.TAG: tr("只用标签目录里的；按规则来的由规则去掉"),
        Act.TIER: tr("等级由两个人定到一天为止，之后回到按规则的等级；同一个按键取消"),
        Act.COMPENSATE: tr("记一笔补偿和它的费用；超过额度要店长授权"),
        Act.REVERSE: tr("记一笔相反的，原来那笔仍保留"),
        Act.EXPORT: tr("写到会员自己的 U 盘，收银机不留；验证码证明是本人，收不到的由店长核验证件"),
        Act.ERASE: tr("删除后谁也读不到，不能恢复；账目按编号保留"),
        Act.CORRECT: tr("记一笔更正，原来的记录不变；超过额度要店长授权"),
    }[act]


def act_reasons(act: Act) -> tuple[str, ...]:
    if act in {Act.CORRECT, Act.REVERSE}:
        return tr("漏记积分"), tr("重复记账"), tr("系统故障补记")
    if act in _OF_PRIVACY:
        return tr("会员本人申请"), tr("监护人代为申请")
    if act in {Act.BLACKLIST, Act.CLOSE}:
        return tr("会员本人申请"), tr("违反会员协议")
    if act is Act.PROVE:
        return tr("会员当面核验"), tr("短信收不到，看过本人手机")
    if act is Act.TIER:
        return tr("总部批准的优待"), tr("投诉补救"), tr("更正上一次")
    if act in {Act.TAG, Act.COMPENSATE}:
        return tr("会员当面说明"), tr("已核对小票")
    return tr("会员本人申请"), tr("资料有误")


def why_not(act: Act, state: ServiceState) -> str:
    """Why a key cannot be pressed now; empty when it can."""
    file = state.file
    if not state.online:
        return tr("离线，要连上总部才能办")
    if file is None:
        return tr("正在读取档案") if state.loading else tr("没有打开档案")
    if act is Act.REVERSE:
        return "" if state.row is not None and state.row.can_reverse else tr("先选一笔可以冲回的")
    if act in _OF_STATUS:
        return _why_not_status(act, file.status)
    if act in _OF_PRIVACY:
        return tr("个人资料已删除") if file.is_forgotten else ""
    if file.status is MemberStatus.CLOSED:
        return tr("会员已注销")
    if file.is_forgotten:
        return tr("个人资料已删除")
    if act is Act.TAG and not file.tags_offered:
        return tr("标签目录里没有可以手贴的")
    if act is Act.PROVE:
        return _why_not_prove(file)
    return _why_not_card(act, file)


def _why_not_prove(file: MemberFile) -> str:
    if not file.phone:
        return tr("没有手机号，先换手机号")
    return tr("手机号已经核验过") if file.phone_verified else ""


def why_not_merge(state: ServiceState) -> str:
    """Why her file cannot be put beside another now; empty when it can."""
    if not state.online:
        return tr("离线，要连上总部才能办")
    if state.file is None:
        return tr("没有打开档案")
    closed = state.file.status is MemberStatus.CLOSED
    return tr("会员已注销") if closed else ""


def _why_not_status(act: Act, status: MemberStatus) -> str:
    is_normal = status is MemberStatus.NORMAL
    match act:
        case Act.THAW:
            return tr("现在就是正常") if is_normal else ""
        case Act.FREEZE:
            return "" if is_normal else status_title(status)
        case Act.BLACKLIST if status is MemberStatus.BLACKLISTED:
            return status_title(status)
        case _:
            return status_title(status) if status is MemberStatus.CLOSED else ""


def _why_not_card(act: Act, file: MemberFile) -> str:
    has_card = any(card.state == "active" for card in file.cards)
    has_lost = any(card.state != "active" for card in file.cards)
    match act:
        case Act.LOST | Act.REPLACE if not has_card:
            return tr("没有在用的卡")
        case Act.BIND | Act.FOUND if has_card:
            return tr("已有在用的卡")
        case Act.FOUND if not has_lost:
            return tr("没有挂失的卡")
        case _:
            return ""


def file_lines(
    file: MemberFile, fields: tuple[ExtraField, ...] = ()
) -> tuple[tuple[str, str], ...]:
    """Titles and texts of the side that says who she is; the operator's fields under his titles,
    one that is declared no more under its own name.
    """
    registered = local_date_time(time_from_ms(file.registered_ms)) if file.registered_ms else "—"
    often = f"{MOST_COUNTED}+" if file.sales >= MOST_COUNTED else str(file.sales)
    lines = [
        (tr("会员号"), file.number),
        (tr("登记时间"), registered),
        (tr("手机号"), tr("已核验") if file.phone_verified else tr("未核验")),
        (tr("性别"), _gender(file.gender)),
        (tr("成长值"), points(file.growth)),
        (tr("消费次数"), often),
    ]
    named = {each.key: each.title for each in fields}
    lines += [(named.get(key, key), value) for key, value in file.extra]
    titles = purpose_titles(tr)
    lines += [
        (titles.get(each.purpose, each.purpose), consent_text(each)) for each in file.consents
    ]
    for section in file.sections:
        title = section_title(section.kind)
        lines += [(title, _section_text(section.kind, row)) for row in section.rows if title]
    return tuple(lines)


def _section_text(kind: str, row: SectionRow) -> str:
    if kind == "hand_tier":
        return tr("到 {day} 为止，之后 {tier}", day=row.title, tier=tier_title(row.text))
    states = {"pending": tr("等首次消费"), "rewarded": tr("已奖励"), "refused": tr("未算")}
    text = states.get(row.text, row.text) if kind in {"brought_by", "friends"} else row.text
    return "  ".join(part for part in (row.title, text, _sum(row.amount)) if part)


def bare_title(what: Shown) -> str:
    """What may be shown in full for a moment."""
    return {
        "phone": tr("手机号"),
        "name": tr("姓名"),
        "birthday": tr("生日"),
        "card": tr("会员卡"),
    }[what]


def section_title(kind: str) -> str:
    """Kinds of sections that this program shows; empty for others."""
    titles = {
        "asked": tr("会员在页面上的申请"),
        "guardian": tr("监护人"),
        "guardian_missing": tr("监护人还没有登记"),
        "children": tr("她是监护人"),
        "lent": tr("借给收银机"),
        "brought_by": tr("邀请她的会员"),
        "referral": tr("邀请好友 (加入/成功/未算)"),
        "friends": tr("她邀请的会员"),
        "hand_tier": tr("人工定的等级"),
    }
    return titles.get(kind, "")


def consent_text(consent: ConsentStanding) -> str:
    if not consent.given:
        return tr("未同意")
    return "  ".join(part for part in (tr("已同意"), consent.policy_version) if part)


def card_title(card: CardShown) -> str:
    states = {"active": tr("在用"), "lost": tr("已挂失"), "replaced": tr("已换卡")}
    return tr("{tail}，{state}", tail=card.tail, state=states.get(card.state, card.state))


def card_sub(card: CardShown) -> str:
    return local_date_time(time_from_ms(card.at_ms)) if card.at_ms else ""


def balance_title(balance: Balance) -> str:
    return {
        Balance.POINTS: tr("积分"),
        Balance.GROWTH: tr("成长值"),
        Balance.PRINCIPAL: tr("储值本金"),
        Balance.BONUS: tr("储值赠送"),
    }[balance]


def _consent(row: Happened) -> str:
    purpose = str(row.detail.get("purpose", ""))
    name = purpose_titles(tr).get(purpose, purpose)
    if row.detail.get("given"):
        return tr("同意：{purpose}", purpose=name)
    return tr("不同意或撤回：{purpose}", purpose=name)


def _family(act: str) -> str:
    acts = {
        "join": tr("加入了家庭"),
        "leave": tr("离开了家庭"),
        "hold": tr("成为持卡人"),
        "merge": tr("合并档案时并入家庭"),
        "merge_undone": tr("撤销合并时退回家庭"),
    }
    return acts.get(act, tr("家庭变动"))


def _request(what: str) -> str:
    asked = {"correction": tr("本人在会员页申请更正"), "deletion": tr("本人在会员页申请删除")}
    return asked.get(what, tr("本人在会员页提交申请"))


def _sum(amount: int) -> str:
    return money(amount) if amount else ""


def _gender(gender: str) -> str:
    return {"female": tr("女"), "male": tr("男")}.get(gender, tr("未填"))


def _status(value: str) -> str:
    known = {each.value for each in MemberStatus}
    return status_title(MemberStatus(value)) if value in known else value


def _step(step: str) -> str:
    steps = {"bind": tr("绑卡"), "lost": tr("挂失"), "replace": tr("换卡"), "found": tr("找回卡")}
    return steps.get(step, step)


def _looked(what: str) -> str:
    shown = {
        "file": tr("打开了档案"),
        "timeline": tr("查看经过"),
        "search": tr("列在查找结果里"),
        "found": tr("查会员时列出"),
        "alike": tr("登记时列为相似会员"),
        "pairs": tr("列在待查重里"),
        "pair": tr("查重时并排看过"),
        "opened": tr("收银台打开过"),
        "consents": tr("看了同意记录"),
        "family": tr("看了家庭"),
        "phone": tr("看了手机号"),
        "name": tr("看了姓名"),
        "birthday": tr("看了生日"),
        "card": tr("看了卡号"),
        "complaint": tr("看了投诉"),
        "export": tr("导出了全部资料"),
        "request": tr("看了会员的申请"),
    }
    return shown.get(what, what)


def _reason(row: Happened) -> str:
    key = str(row.detail.get("reason", ""))
    if key not in TEXTS:
        return ""
    return text_for(Refused(key))


def _with_sign(value: int, text: str) -> str:
    return f"+{text}" if value > 0 else f"−{text}"
