"""People who may be one: named while they are registered, looked at, merged, and taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.central.case_rights import proved, worker
from posapp.central.endpoint import Access, Call, Endpoint
from posapp.central.look_ups import count_look_up, note_seen, watch_canaries
from posapp.central.members import load_members
from posapp.central.merging.likeness import alike
from posapp.central.merging.moving import merge
from posapp.central.merging.showing import alike_member, pairs, say_different, side_by_side
from posapp.central.merging.undoing import undo
from posapp.central.service_desk.access_log import (
    ALIKE,
    PAIR,
    PAIRS,
    note_glances,
    note_opened,
    onlooker,
)
from posapp.domain.ids import is_uuid_text
from posapp.domain.member import Profile
from posapp.errors import Refused
from posapp.wire.merging import (
    REASONS,
    AlikeAsked,
    AlikeReply,
    MergeAsked,
    MergeDone,
    MergeShown,
    MergeTakenBack,
    MergeWanted,
    PairAnswered,
    PairClosed,
    PairsAsked,
    PairsListed,
)

if TYPE_CHECKING:
    from posapp.central.merging.moving import Merged


def _alike(call: Call) -> AlikeReply:
    asked = call.read(AlikeAsked)
    given = Profile(phone=asked.phone, name=asked.name, birthday=asked.birthday, card=asked.card)
    with call.central.work(call.caller.tenant) as unit:
        count_look_up(unit, call.caller)
        found = alike(call.central.view_on(unit.connection, call.caller), given)
        note_seen(unit, call.caller, [each.member for each in found])
        by = onlooker(unit, asked.staff_id, call.caller.terminal_id)
        note_glances(unit, [each.member.id for each in found], ALIKE, by)
    return AlikeReply(
        request_id=call.request_id,
        members=tuple(alike_member(each.member, each.reasons) for each in found),
    )


def _list(call: Call) -> PairsListed:
    asked = call.read(PairsAsked)
    worker(call.central, call.caller, asked.staff_id)
    with call.central.work(call.caller.tenant) as unit:
        view = call.central.view_on(unit.connection, call.caller)
        shown = pairs(unit, view, asked, call.request_id)
        ids = {each.member_id for pair in shown.pairs for each in (pair.first, pair.second)}
        watch_canaries(unit, call.caller, load_members(view, sorted(ids)))
        by = onlooker(unit, asked.staff_id, call.caller.terminal_id)
        note_glances(unit, sorted(ids), PAIRS, by)
        return shown


def _show(call: Call) -> MergeShown:
    asked = call.read(MergeAsked)
    worker(call.central, call.caller, asked.staff_id)
    with call.central.work(call.caller.tenant) as unit:
        count_look_up(unit, call.caller)
        view = call.central.view_on(unit.connection, call.caller)
        shown = side_by_side(unit, view, asked, call.request_id)
        ids = [shown.kept.member_id, shown.gone.member_id]
        note_seen(unit, call.caller, load_members(view, ids))
        by = onlooker(unit, asked.staff_id, call.caller.terminal_id)
        for member_id in ids:
            note_opened(unit, member_id, PAIR, by)
        return shown


def _merge(call: Call) -> MergeDone:
    asked = call.read(MergeWanted)
    if asked.reason not in REASONS or not is_uuid_text(asked.merge_id):
        raise Refused("wire.not_understood", reason="reason")
    act = proved(call.central, call.caller, asked.staff_id, asked.pin, asked.reason)
    with call.central.work(call.caller.tenant) as unit:
        return _done(call, merge(unit, asked.merge_id, asked.kept_id, asked.gone_id, act))


def _undo(call: Call) -> MergeDone:
    asked = call.read(MergeTakenBack)
    act = proved(call.central, call.caller, asked.staff_id, asked.pin, "undo")
    with call.central.work(call.caller.tenant) as unit:
        return _done(call, undo(unit, asked.merge_id, act))


def _different(call: Call) -> PairClosed:
    asked = call.read(PairAnswered)
    if not is_uuid_text(asked.first_id) or not is_uuid_text(asked.second_id):
        raise Refused("member.unknown")
    proved(call.central, call.caller, asked.staff_id, asked.pin, "different")
    with call.central.work(call.caller.tenant) as unit:
        view = call.central.view_on(unit.connection, call.caller)
        say_different(unit.connection, view, asked)
    return PairClosed(request_id=call.request_id)


def _done(call: Call, done: Merged) -> MergeDone:
    return MergeDone(
        request_id=call.request_id,
        merge_id=done.id,
        kept_id=done.kept_id,
        gone_id=done.gone_id,
        state=done.state,
    )


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/members/alike",
        summary="Members who may be the person that is being registered, masked",
        handler=_alike,
        takes=AlikeAsked,
        gives=AlikeReply,
        refuses=(429,),
    ),
    Endpoint(
        method="POST",
        path="/v1/desk/pairs",
        summary="Members who may be one and wait for a person; what was merged into a member",
        handler=_list,
        takes=PairsAsked,
        gives=PairsListed,
        access=Access.TILL,
        refuses=(403,),
    ),
    Endpoint(
        method="POST",
        path="/v1/desk/pair",
        summary="Two members side by side, masked, and what a merge would move",
        handler=_show,
        takes=MergeAsked,
        gives=MergeShown,
        access=Access.TILL,
        refuses=(403, 404, 429),
    ),
    Endpoint(
        method="POST",
        path="/v1/desk/merge",
        summary="Make two members one, by postings that sum to nothing; once an id",
        handler=_merge,
        takes=MergeWanted,
        gives=MergeDone,
        access=Access.TILL,
        refuses=(403, 404),
    ),
    Endpoint(
        method="POST",
        path="/v1/desk/unmerge",
        summary="Take a merge back while neither account has moved since",
        handler=_undo,
        takes=MergeTakenBack,
        gives=MergeDone,
        access=Access.TILL,
        refuses=(403, 404),
    ),
    Endpoint(
        method="POST",
        path="/v1/desk/different",
        summary="Two who looked alike are two persons: they are asked about no more",
        handler=_different,
        takes=PairAnswered,
        gives=PairClosed,
        access=Access.TILL,
        refuses=(403,),
    ),
)
