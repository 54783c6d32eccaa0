"""Consents and families: shown and changed from a till, one act at a time."""

from __future__ import annotations

from typing import Final

from msgspec import structs

from posapp.central.case_rights import proved, worker
from posapp.central.endpoint import Access, Call, Endpoint
from posapp.central.idempotency import RequestKey, answered
from posapp.central.look_ups import count_look_up, note_seen
from posapp.central.members import load_members
from posapp.central.registration.cards import why_not_free
from posapp.central.registration.consents import Statement, entries_of, in_force, say_now
from posapp.central.registration.families import Doer, change_family, family_of
from posapp.central.registration.guarding import guardian_by_number, is_guarded
from posapp.central.registration.packs import pack_of, use_code
from posapp.central.service_desk.access_log import CONSENTS, FAMILY, note_opened, onlooker
from posapp.central.unit import Unit
from posapp.domain.consents import Purpose
from posapp.domain.member import checked_name
from posapp.domain.permissions import Permission
from posapp.errors import Refused
from posapp.wire.canonical import encode
from posapp.wire.consents import ConsentChange, ConsentsAsked, ConsentsTold
from posapp.wire.families import FamilyAsked, FamilyChange, FamilyChanged, FamilyTold
from posapp.wire.packs import PackAsked, PackTold, PackUse
from posapp.wire.registering import RegistrationChecked, RegistrationFits


def _consents(call: Call) -> ConsentsTold:
    asked = call.read(ConsentsAsked)
    worker(call.central, call.caller, asked.staff_id, Permission.REGISTER_MEMBER)
    with call.central.work(call.caller.tenant) as unit:
        member_id = _known(unit, asked.member_id)
        _seen(call, unit, [member_id], CONSENTS, asked.staff_id)
        return _told(unit, member_id, call.request_id)


def _consent(call: Call) -> ConsentsTold:
    """To withdraw is as easy as to give: one act of whoever serves her, without PIN or reason."""
    change = call.read(ConsentChange)
    person = worker(call.central, call.caller, change.staff_id, Permission.REGISTER_MEMBER)
    if change.purpose not in set(Purpose) or not change.policy_version:
        raise Refused("wire.not_understood")
    with call.central.work(call.caller.tenant) as unit:
        member_id = _known(unit, change.member_id)

        def make() -> ConsentsTold:
            if change.given and not change.by_guardian and is_guarded(unit, member_id):
                raise Refused("consent.guardian_needed")
            said = Statement(
                purpose=Purpose(change.purpose),
                given=change.given,
                policy_version=change.policy_version,
                channel=change.channel,
                by_guardian=change.by_guardian,
                staff_id=person.id,
                staff_name=person.name,
                terminal_id=call.caller.terminal_id,
            )
            say_now(unit, member_id, said)
            unit.flush()
            return _told(unit, member_id, call.request_id)

        return answered(
            unit.connection, call.key(change.change_id), call.request_id, ConsentsTold, make
        )


def _family(call: Call) -> FamilyTold:
    asked = call.read(FamilyAsked)
    worker(call.central, call.caller, asked.staff_id, Permission.REGISTER_MEMBER)
    with call.central.work(call.caller.tenant) as unit:
        view = call.central.view_on(unit.connection, call.caller)
        member_id = _known(unit, asked.member_id)
        told = family_of(view, member_id, call.request_id)
        ids = {member_id, *(each.member.id for each in told.members)}
        _seen(call, unit, sorted(ids), FAMILY, asked.staff_id)
        return told


def _change(call: Call) -> FamilyChanged:
    change = call.read(FamilyChange)
    may = Permission.REGISTER_MEMBER
    act = proved(
        call.central, call.caller, change.staff_id, change.pin, change.reason, permission=may
    )
    doer = Doer(
        staff_id=change.staff_id,
        staff_name=act.who,
        terminal_id=call.caller.terminal_id,
        reason=change.reason,
    )
    with call.central.work(call.caller.tenant) as unit:
        return answered(
            unit.connection,
            _key_without_pin(call, change),
            call.request_id,
            FamilyChanged,
            lambda: FamilyChanged(
                request_id=call.request_id, member_id=change_family(unit, change, doer)
            ),
        )


def _key_without_pin(call: Call, change: FamilyChange) -> RequestKey:
    """The digest of a body is kept, and a PIN is short enough to be found from one."""
    call.key(change.change_id)
    body = encode(structs.replace(change, pin=""))
    return RequestKey.of(call.caller.terminal_id, call.path, change.change_id, body, call.now_ms)


def _pack(call: Call) -> PackTold:
    asked = call.read(PackAsked)
    with call.central.work(call.caller.tenant) as unit:
        count_look_up(unit, call.caller)
    with call.central.database.read() as connection:
        return pack_of(
            connection, call.central.keys, call.caller.tenant.id, asked.code, call.request_id
        )


def _use_pack(call: Call) -> PackTold:
    use = call.read(PackUse)
    worker(call.central, call.caller, use.staff_id, Permission.REGISTER_MEMBER)
    with call.central.work(call.caller.tenant) as unit:
        member_id = _known(unit, use.member_id)

        def make() -> PackTold:
            told = pack_of(unit.connection, unit.keys, unit.tenant.id, use.code, call.request_id)
            use_code(unit, member_id, use.code)
            return told

        return answered(unit.connection, call.key(use.use_id), call.request_id, PackTold, make)


def _check(call: Call) -> RegistrationFits:
    """Refused: "card.taken", "card.reported_lost", "member.guardian_unknown"."""
    asked = call.read(RegistrationChecked)
    with call.central.work(call.caller.tenant) as unit:
        count_look_up(unit, call.caller)
    with call.central.work(call.caller.tenant) as unit:
        card = checked_name(asked.card)
        refused = why_not_free(unit, card) if card else ""
        if refused:
            raise Refused(refused)
        number = checked_name(asked.guardian_number)
        if number and guardian_by_number(unit, number) is None:
            raise Refused("member.guardian_unknown")
    return RegistrationFits(request_id=call.request_id)


def _told(unit: Unit, member_id: str, request_id: str) -> ConsentsTold:
    entries = entries_of(unit.connection, member_id)
    return ConsentsTold(
        request_id=request_id,
        member_id=member_id,
        states=in_force(entries),
        entries=entries,
        needs_guardian=is_guarded(unit, member_id),
    )


def _seen(call: Call, unit: Unit, member_ids: list[str], what: str, staff_id: str) -> None:
    """They count and stand in the log of who looked. Raises as `note_seen`."""
    view = call.central.view_on(unit.connection, call.caller)
    note_seen(unit, call.caller, load_members(view, member_ids))
    by = onlooker(unit, staff_id, call.caller.terminal_id)
    for member_id in member_ids:
        note_opened(unit, member_id, what, by)


def _known(unit: Unit, member_id: str) -> str:
    found = unit.member(member_id)
    if found is None:
        raise Refused("member.unknown")
    return found


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/members/consents",
        summary="What a member agreed to: what holds now, and everything that she said",
        handler=_consents,
        takes=ConsentsAsked,
        gives=ConsentsTold,
        access=Access.TILL,
        refuses=(403, 404, 429),
    ),
    Endpoint(
        method="POST",
        path="/v1/members/consent",
        summary="She gives or withdraws one purpose",
        handler=_consent,
        takes=ConsentChange,
        gives=ConsentsTold,
        access=Access.TILL,
        refuses=(403, 404),
    ),
    Endpoint(
        method="POST",
        path="/v1/members/check",
        summary="Before a registration is kept: whether the card is free and the guardian exists",
        handler=_check,
        takes=RegistrationChecked,
        gives=RegistrationFits,
        access=Access.TILL,
        refuses=(429,),
    ),
    Endpoint(
        method="POST",
        path="/v1/packs/show",
        summary="What the code of a company's pack would bring",
        handler=_pack,
        takes=PackAsked,
        gives=PackTold,
        access=Access.TILL,
        refuses=(429,),
    ),
    Endpoint(
        method="POST",
        path="/v1/packs/use",
        summary="A member brings the code of a company's pack",
        handler=_use_pack,
        takes=PackUse,
        gives=PackTold,
        access=Access.TILL,
        refuses=(403, 404),
    ),
    Endpoint(
        method="POST",
        path="/v1/families/show",
        summary="The family of a member: who holds its card, parents, children",
        handler=_family,
        takes=FamilyAsked,
        gives=FamilyTold,
        access=Access.TILL,
        refuses=(403, 404, 429),
    ),
    Endpoint(
        method="POST",
        path="/v1/families/change",
        summary="Join, leave or hold a family, by PIN and with a reason",
        handler=_change,
        takes=FamilyChange,
        gives=FamilyChanged,
        access=Access.TILL,
        refuses=(403, 404),
    ),
)
