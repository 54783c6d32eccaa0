"""The act that verifies the phone which a member has already: by a code, or before a manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.central.codes import IDENTITY, use_code
from posapp.central.proved_phones import PHONE_PROVED, settle_proved
from posapp.central.service_desk.acts import set_member, take_version, write_down
from posapp.central.service_desk.phone_checks import check_nobody_else, code_wrong
from posapp.domain.allowances import Act
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.central.service_desk.acts import Work
    from posapp.wire.service_desk import PhoneProof


def prove_phone(work: Work, proof: PhoneProof) -> int | Refused:
    """Her page opens from now on. A wrong code is returned, so that its try is committed:
    Refused("service.own_code_wrong", left), "service.own_code_expired".

    Raises Refused("service.no_phone", "service.phone_is_verified", "service.phone_on_two" (number),
    "service.needs_manager", "service.stale", "service.forgotten").
    """
    work.key()
    phone = work.profile.phone
    if not phone:
        raise Refused("service.no_phone")
    if work.row["phone_verified"]:
        raise Refused("service.phone_is_verified")
    # On two files a code says only that one of the two is hers.
    check_nobody_else(work, phone, "service.phone_on_two")
    by_code = bool(proof.send_id)
    if by_code:
        wrong = code_wrong(work, IDENTITY, phone, proof.send_id, proof.code)
        if wrong is not None:
            return wrong
    approved = not by_code and work.hand.check(work.unit, Act.MEMBER_IDENTITY, 1)
    version = take_version(work)
    if by_code:
        use_code(work.unit, proof.send_id)
    set_member(work, phone_verified=1)
    detail: dict[str, str | int] = {"by": "code" if by_code else "identity"}
    write_down(work, PHONE_PROVED, detail=detail, approved=approved)
    settle_proved(work.unit, work.view, work.member_id)
    return version
