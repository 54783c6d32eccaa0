"""The service desk: a member's file, her timeline, one thing in full, acts in a person's name."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, assert_never

from msgspec import structs

from posapp.central.compensation.giving import compensate
from posapp.central.compensation.taking_back import take_back
from posapp.central.endpoint import Access, Call, Endpoint
from posapp.central.idempotency import RequestKey, finish, give_up, start
from posapp.central.privacy.desk import after_erasure, erase_member, export_data, shown
from posapp.central.searching.members_sought import members_sought
from posapp.central.service_desk.acts import begin
from posapp.central.service_desk.card_acts import change_card
from posapp.central.service_desk.corrections import correct
from posapp.central.service_desk.hand_tier import change_tier
from posapp.central.service_desk.hands import clerk_of, proved
from posapp.central.service_desk.member_file import Look, member_file, more_of_timeline, reveal
from posapp.central.service_desk.phone_proving import prove_phone
from posapp.central.service_desk.profile_acts import change_holder, change_phone, edit_profile
from posapp.central.service_desk.status_acts import change_status
from posapp.central.tagging.by_hand import change_tag
from posapp.errors import Refused
from posapp.wire.canonical import encode
from posapp.wire.member_search import MembersFound, MembersSought
from posapp.wire.privacy import ErasureAsked, ErasureShown, ExportAsked, Exported
from posapp.wire.redress import Compensation, CompensationBack
from posapp.wire.service_desk import (
    CardChange,
    Correction,
    Erasure,
    HolderChange,
    MemberAct,
    MemberActed,
    MemberFile,
    MemberFileAsked,
    PhoneChange,
    PhoneProof,
    ProfileEdit,
    RevealAsked,
    Revealed,
    StatusChange,
    TierChange,
    TimelineAsked,
    TimelinePage,
)
from posapp.wire.tags import TagChange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from posapp.central.service_desk.acts import Work


@contextmanager
def _looking(call: Call, staff_id: str) -> Iterator[Look]:
    """One unit of work: what is shown and that it was shown are written or read together."""
    clerk = clerk_of(call.central, call.caller, staff_id)
    with call.central.work(call.caller.tenant) as unit:
        view = call.central.view_on(unit.connection, call.caller)
        yield Look(
            unit=unit, view=view, caller=call.caller, clerk=clerk, request_id=call.request_id
        )


def _file(call: Call) -> MemberFile:
    asked = call.read(MemberFileAsked)
    with _looking(call, asked.staff_id) as look:
        return member_file(look, asked)


def _timeline(call: Call) -> TimelinePage:
    asked = call.read(TimelineAsked)
    with _looking(call, asked.staff_id) as look:
        return more_of_timeline(look, asked)


def _search(call: Call) -> MembersFound:
    asked = call.read(MembersSought)
    with _looking(call, asked.staff_id) as look:
        return members_sought(look, asked)


def _reveal(call: Call) -> Revealed:
    asked = call.read(RevealAsked)
    with _looking(call, asked.staff_id) as look:
        return reveal(look, asked)


def _act(call: Call) -> MemberActed:
    """A wrong code is counted and refused after its try was committed; the id may try again."""
    asked = call.read(MemberAct)
    key = _key(call, asked)
    hand = proved(call.central, call.caller, asked)
    with call.central.work(call.caller.tenant) as unit:
        stored = start(unit.connection, key, call.request_id, MemberActed)
        if stored is not None:
            return stored
        view = call.central.view_on(unit.connection, call.caller)
        work = begin(unit, view, hand, asked)
        outcome = _done(work)
        if isinstance(outcome, Refused):
            give_up(unit.connection, key)
        else:
            finish(unit.connection, key, _acted(call, asked, outcome))
    if isinstance(outcome, Refused):
        raise outcome
    if isinstance(asked.what, Erasure):
        after_erasure(call.central, work)
    return _acted(call, asked, outcome)


def _erasure(call: Call) -> ErasureShown:
    asked = call.read(ErasureAsked)
    with _looking(call, asked.staff_id) as look:
        return shown(look, asked.member_id)


def _export(call: Call) -> Exported:
    """A wrong code is counted and refused after its try was committed."""
    asked = call.read(ExportAsked)
    hand = proved(call.central, call.caller, asked)
    with call.central.work(call.caller.tenant) as unit:
        view = call.central.view_on(unit.connection, call.caller)
        outcome = export_data(unit, view, hand, asked, call.request_id)
    if isinstance(outcome, Refused):
        raise outcome
    return outcome


def _acted(call: Call, asked: MemberAct, version: int) -> MemberActed:
    return MemberActed(request_id=call.request_id, act_id=asked.act_id, version=version)


def _key(call: Call, asked: MemberAct) -> RequestKey:
    """Of everything but the PINs and what a phone received: no digest lets anybody try those."""
    call.key(asked.act_id)
    bare = structs.replace(asked, pin="", approver_pin="")
    what = asked.what
    if isinstance(what, PhoneChange):
        bare = structs.replace(bare, what=structs.replace(what, code="", old_code=""))
    elif isinstance(what, HolderChange | PhoneProof):
        bare = structs.replace(bare, what=structs.replace(what, code=""))
    terminal_id = call.caller.terminal_id
    return RequestKey.of(terminal_id, call.path, asked.act_id, encode(bare), call.now_ms)


def _done(work: Work) -> int | Refused:
    what = work.asked.what
    match what:
        case ProfileEdit() | PhoneChange() | PhoneProof() | HolderChange():
            return _who_she_is(work, what)
        case StatusChange():
            return change_status(work, what)
        case CardChange():
            return change_card(work, what)
        case Correction():
            return correct(work, what)
        case TagChange():
            return change_tag(work, what)
        case Compensation():
            return compensate(work, what)
        case CompensationBack():
            return take_back(work, what)
        case Erasure():
            return erase_member(work, what)
        case TierChange():
            return change_tier(work, what)
        case _:
            assert_never(what)


def _who_she_is(
    work: Work, what: ProfileEdit | PhoneChange | PhoneProof | HolderChange
) -> int | Refused:
    match what:
        case ProfileEdit():
            return edit_profile(work, what)
        case PhoneChange():
            return change_phone(work, what)
        case PhoneProof():
            return prove_phone(work, what)
        case HolderChange():
            return change_holder(work, what)
        case _:
            assert_never(what)


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/members/search",
        summary="Members by several conditions, a page at a time; that each was shown is kept",
        handler=_search,
        takes=MembersSought,
        gives=MembersFound,
        access=Access.TILL,
        refuses=(429,),
    ),
    Endpoint(
        method="POST",
        path="/v1/service/file",
        summary="A member's file with the beginning of her timeline; that it was seen is kept",
        handler=_file,
        takes=MemberFileAsked,
        gives=MemberFile,
        access=Access.TILL,
        refuses=(404,),
    ),
    Endpoint(
        method="POST",
        path="/v1/service/timeline",
        summary="One more page of everything that happened to a member, newest first",
        handler=_timeline,
        takes=TimelineAsked,
        gives=TimelinePage,
        access=Access.TILL,
        refuses=(404,),
    ),
    Endpoint(
        method="POST",
        path="/v1/service/reveal",
        summary="One thing about a member in full, for a moment; who asked is kept",
        handler=_reveal,
        takes=RevealAsked,
        gives=Revealed,
        access=Access.TILL,
        refuses=(404,),
    ),
    Endpoint(
        method="POST",
        path="/v1/service/act",
        summary="Change a member's profile, status, card, phone or tags, correct or compensate",
        handler=_act,
        takes=MemberAct,
        gives=MemberActed,
        access=Access.TILL,
        refuses=(404, 409),
    ),
    Endpoint(
        method="POST",
        path="/v1/service/erasure",
        summary="What stands in the way of forgetting a member; until when the law has her kept",
        handler=_erasure,
        takes=ErasureAsked,
        gives=ErasureShown,
        access=Access.TILL,
        refuses=(404,),
    ),
    Endpoint(
        method="POST",
        path="/v1/service/export",
        summary="Everything that is kept about a member, for herself; who handed it out is kept",
        handler=_export,
        takes=ExportAsked,
        gives=Exported,
        access=Access.TILL,
        refuses=(404,),
    ),
)
