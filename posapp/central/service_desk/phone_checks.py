"""What a phone has to pass before an act of the desk takes it: the code, and nobody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.central.codes import IDENTITY, NEW_PHONE, OLD_PHONE, check_code
from posapp.central.members import find_by, load_members
from posapp.central.phone_turns import take_turn
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.central.service_desk.acts import Work

_WHICH: Final = {NEW_PHONE: "new", OLD_PHONE: "old", IDENTITY: "own"}


def code_wrong(work: Work, purpose: str, phone: str, send_id: str, code: str) -> Refused | None:
    """None where it is right. Returned, not raised, so that the try is committed:
    Refused("service.new_code_wrong" | "service.new_code_expired"), and `old` and `own` alike.
    """
    caller = work.hand.caller
    wrong = check_code(work.unit, caller, send_id, code, purpose=purpose, phone=phone)
    if wrong is None:
        return None
    end = "wrong" if wrong.key == "codes.wrong" else "expired"
    return Refused(f"service.{_WHICH[purpose]}_code_{end}", **wrong.params)


def check_nobody_else(work: Work, phone: str, key: str) -> None:
    """Nobody else has it, or registers it meanwhile. Raises Refused(key, number)."""
    unit = work.unit
    take_turn(unit, unit.keys.blind(unit.tenant.id, "phone", phone))
    others = [each for each in find_by(work.view, "phone", phone, 2) if each != work.member_id]
    if others:
        (who,) = load_members(work.view, others[:1])
        raise Refused(key, number=who.number)
