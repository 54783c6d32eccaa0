"""From what was typed into a form to what central is asked to do; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal

from posapp.domain.compensation import CompensationKind, CompensationReason
from posapp.domain.consents import Purpose
from posapp.domain.extra_fields import checked_extra
from posapp.domain.member import Consent, MemberStatus
from posapp.errors import Refused
from posapp.ui.service.state import Act
from posapp.wire.redress import Compensation, CompensationBack
from posapp.wire.service_desk import (
    Balance,
    CardChange,
    CardStep,
    Correction,
    Erasure,
    HolderChange,
    PhoneChange,
    PhoneProof,
    ProfileEdit,
    StatusChange,
    TierChange,
)
from posapp.wire.tags import TagChange
from posapp.workflows.service_desk import Proof

if TYPE_CHECKING:
    from posapp.ui.service.state import Question

Fields = Mapping[str, str]
_STATUS: Final = {
    Act.FREEZE: MemberStatus.FROZEN,
    Act.THAW: MemberStatus.NORMAL,
    Act.BLACKLIST: MemberStatus.BLACKLISTED,
    Act.CLOSE: MemberStatus.CLOSED,
}
_STEP: Final = {
    Act.BIND: CardStep.BIND,
    Act.LOST: CardStep.LOST,
    Act.REPLACE: CardStep.REPLACE,
    Act.FOUND: CardStep.FOUND,
}
_NUMBER: Final = re.compile(r"([+-]?)([0-9]{1,9})(?:\.([0-9]{1,2}))?")
MONEY: Final = frozenset({Balance.PRINCIPAL, Balance.BONUS})

NO_GENDER: Final = "none"
"""Picked to take away what stands there."""
Relation = Literal["guardian", "heir", "other"]
RELATIONS: Final[dict[str, Relation]] = {"heir": "heir", "guardian": "guardian", "other": "other"}

COMPENSATED: Final = "compensation"
EXTRA: Final = "extra."
"""Before the key of an operator's field."""

What = (
    ProfileEdit
    | StatusChange
    | CardChange
    | PhoneChange
    | PhoneProof
    | HolderChange
    | Correction
    | TagChange
    | Compensation
    | CompensationBack
    | Erasure
    | TierChange
)


def what_of(question: Question, fields: Fields) -> What:
    """Raises Refused("service.amount_not_valid") for a figure that is none."""
    act = question.act
    if act in _STATUS:
        forfeit = bool(fields.get("forfeit"))
        return StatusChange(status=_STATUS[act], forfeit_points=forfeit)
    if act in _STEP:
        return CardChange(step=_STEP[act], card=fields.get("card", "").strip())
    if act is Act.PHONE:
        return _phone_change(question, fields)
    if act is Act.PROVE:
        proof = proof_of(question, fields)
        return PhoneProof(send_id=proof.send_id, code=proof.code)
    if act is Act.PROFILE:
        return _profile_edit(question, fields)
    if act is Act.HOLDER:
        return _holder_change(question, fields)
    if act is Act.TAG:
        hers = () if question.file is None else question.file.tags
        code = fields.get("tag", "")
        return TagChange(code=code, put=code not in {each.code for each in hers})
    if act is Act.TIER:
        tier = fields.get("tier", "")
        return TierChange(tier=tier, until=fields.get("until", "").strip() if tier else "")
    if act is Act.COMPENSATE:
        return _compensation(fields)
    if act is Act.ERASE:
        return Erasure(forfeit_points=bool(fields.get("forfeit")))
    if act is Act.REVERSE:
        taken_back = question.reverses
        if taken_back is not None and taken_back.kind == COMPENSATED:
            return CompensationBack(compensation_id=taken_back.id)
        return Correction(reverses="" if taken_back is None else taken_back.id)
    balance = Balance(fields.get("balance") or Balance.POINTS)
    return Correction(balance=balance, amount=signed(fields.get("amount", ""), balance))


def signed(text: str, balance: Balance) -> int:
    """`-12.50` of money in fen, `+300` of points. Raises Refused("service.amount_not_valid")."""
    match = _NUMBER.fullmatch(text.strip().replace("−", "-").replace(",", ""))
    if match is None or (match[3] and balance not in MONEY):
        raise Refused("service.amount_not_valid")
    whole = int(match[2])
    if balance in MONEY:
        whole = whole * 100 + int((match[3] or "").ljust(2, "0"))
    return -whole if match[1] == "-" else whole


def _profile_edit(question: Question, fields: Fields) -> ProfileEdit:
    """What is empty stays as it is, unless it was said to be taken away; of the operator's fields
    those come that are other than they were. Raises Refused("member.extra_not_valid", title).
    """
    extra = {
        name.removeprefix(EXTRA): text for name, text in fields.items() if name.startswith(EXTRA)
    }
    said_extra = dict(checked_extra(question.extra_fields, extra))
    said = {
        name: "" if fields.get(f"clear_{name}") else fields.get(name) or None
        for name in ("name", "birthday")
    }
    gender = fields.get("gender", "")
    return ProfileEdit(
        **said,
        gender="" if gender == NO_GENDER else gender or None,
        guardian_name=fields.get("guardian_name") or None,
        guardian_phone=fields.get("guardian_phone") or None,
        guardian_number=fields.get("guardian_number") or None,
        extra=tuple((key, said_extra.get(key, "")) for key in extra),
    )


def _holder_change(question: Question, fields: Fields) -> HolderChange:
    """Who did not see the policy agreed to none: central refuses that."""
    new = question.sent_new
    given = tuple(each.value for each in question.purposes if fields.get(f"purpose_{each.value}"))
    consent = Consent(
        policy_version=question.policy_version if fields.get("agreed") else "",
        channel=fields.get("channel", ""),
        at_ms=question.asked_ms,
        marketing=Purpose.MARKETING in given,
        asked=tuple(each.value for each in question.purposes),
        given=given,
        by_guardian=bool(fields.get("by_guardian")),
    )
    return HolderChange(
        relation=RELATIONS[fields["relation"]],
        phone=fields.get("phone", ""),
        send_id="" if new is None else new.send_id,
        code=fields.get("code", ""),
        consent=consent,
        name=fields.get("name", ""),
        birthday=fields.get("birthday", ""),
        guardian_name=fields.get("guardian_name", ""),
        guardian_phone=fields.get("guardian_phone", ""),
        guardian_number=fields.get("guardian_number", ""),
    )


def _compensation(fields: Fields) -> Compensation:
    kind = CompensationKind(fields["kind"])
    amount = 0
    if kind is not CompensationKind.COUPON:
        is_money = kind is CompensationKind.VALUE
        amount = signed(fields.get("amount", ""), Balance.BONUS if is_money else Balance.POINTS)
        if amount <= 0:
            raise Refused("service.amount_not_valid")
    return Compensation(
        kind=kind,
        reason=CompensationReason(fields["why"]),
        amount=amount,
        coupon=fields.get("coupon", "") if kind is CompensationKind.COUPON else "",
        complaint_id=fields.get("complaint", ""),
        receipt=fields.get("receipt", "").strip(),
    )


def proof_of(question: Question, fields: Fields) -> Proof:
    """The code that her phone received, where one was sent and is typed."""
    sent, code = question.sent_old, fields.get("old_code", "")
    return Proof(send_id=sent.send_id, code=code) if sent is not None and code else Proof()


def _phone_change(question: Question, fields: Fields) -> PhoneChange:
    new, old = question.sent_new, question.sent_old
    with_old = old is not None and bool(fields.get("old_code"))
    return PhoneChange(
        phone=fields.get("phone", ""),
        send_id="" if new is None else new.send_id,
        code=fields.get("code", ""),
        old_send_id=old.send_id if with_old and old is not None else "",
        old_code=fields.get("old_code", "") if with_old else "",
    )
