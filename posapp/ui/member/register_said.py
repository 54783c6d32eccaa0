"""What a form of a registration says: the profile, the consent, the question, the last words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.consents import Purpose
from posapp.domain.member import Consent, Profile
from posapp.domain.permissions import Permission
from posapp.ui.approval.presenter import ApprovalRequest
from posapp.ui.error_texts import text_for
from posapp.ui.format import points
from posapp.ui.i18n import tr

if TYPE_CHECKING:
    from posapp.domain.member import Member
    from posapp.errors import PosError
    from posapp.ui.member.register_state import Form
    from posapp.wire.packs import PackTold
    from posapp.workflows.families import Families


def asks_before(form: Form) -> bool:
    """Whether something in it is central's to judge before it is kept."""
    return bool(form.pack_code or form.card or form.guardian_number)


def ask_before(families: Families, form: Form) -> PackTold | None:
    """What her company's code brings. Lane: online. Raises as `Families.check_registration` and
    `Families.pack`.
    """
    families.check_registration(form.card, form.guardian_number)
    return families.pack(form.pack_code) if form.pack_code else None


def profile_of(form: Form, phone: str) -> Profile:
    return Profile(
        phone=phone,
        name=form.name,
        birthday=form.birthday,
        gender=form.gender,
        card=form.card,
        referrer=form.referrer,
        guardian_name=form.guardian_name,
        guardian_phone=form.guardian_phone,
        guardian_number=form.guardian_number,
        pack_code=form.pack_code,
        extra=form.extra,
    )


def consent_of(form: Form, purposes: tuple[Purpose, ...], version: str, at_ms: int) -> Consent:
    """`purposes` are those that she was asked for."""
    return Consent(
        policy_version=version,
        channel=form.channel,
        at_ms=at_ms,
        marketing=Purpose.MARKETING in form.purposes,
        asked=tuple(each.value for each in purposes),
        given=tuple(each.value for each in purposes if each in form.purposes),
        by_guardian=form.by_guardian,
    )


def why_vouched(error: PosError | None) -> str:
    """Why no code proves her phone: what went wrong, or nothing that anybody was told of."""
    return tr("短信已发出，顾客没有收到") if error is None else text_for(error)


def vouch_request(reason: str) -> ApprovalRequest:
    """A manager is to look at the phone in the customer's hand."""
    return ApprovalRequest(
        action=Permission.APPROVE,
        amount=0,
        reason=reason,
        title=tr("当面核验手机号需要店长授权"),
        action_text=tr("顾客手机在场，号码已核对。原因：{why}", why=reason),
        amount_text=tr("不涉及金额"),
        confirm=tr("授权登记"),
        safe=tr("返回，不登记"),
    )


def done_text(member: Member, pack: PackTold | None, brings: tuple[int, str] | None) -> str:
    """She is registered; what the code of her company and the sale bring, or why nothing."""
    if brings is not None:
        return brought_text(*brings)
    if pack is not None:
        return tr("会员登记完成，企业码已登记：{title}", title=pack.title)
    return tr("会员登记完成，会员号 {number}", number=member.number)


def brought_text(earned: int, reason: str) -> str:
    match reason:
        case "":
            return tr("会员登记完成，本单积分 {n} 已登记，退货期后生效", n=points(earned))
        case "claim.has_member":
            return tr("会员登记完成，本单已有会员，不能再积分")
        case "claim.too_old":
            return tr("会员登记完成，本单超过 24 小时，不能再积分")
        case _:
            return tr("会员登记完成，本单按规则没有积分")
