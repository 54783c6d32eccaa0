"""A manager at a till works off what waits for a person; every act is hers, proved by her PIN."""

from __future__ import annotations

from typing import Final

from posapp.central.case_desk import listed, told
from posapp.central.case_members import with_member, with_numbers
from posapp.central.case_rights import proved, worker
from posapp.central.endpoint import Access, Call, Endpoint
from posapp.central.member_page.asking import answer
from posapp.central.quarantine import apply_again, close_within
from posapp.wire.case_work import (
    CaseAsked,
    CaseClosing,
    CasesAsked,
    CasesListed,
    CaseTold,
    CaseWorked,
    FactMending,
)


def _list(call: Call) -> CasesListed:
    asked = call.read(CasesAsked)
    worker(call.central, call.caller, asked.staff_id)
    with call.central.work(call.caller.tenant) as unit:
        page = listed(unit.connection, call.caller.tenant.id, asked, call.request_id)
        return with_numbers(unit, page)


def _show(call: Call) -> CaseTold:
    asked = call.read(CaseAsked)
    who = worker(call.central, call.caller, asked.staff_id)
    with call.central.work(call.caller.tenant) as unit:
        one = told(unit.connection, call.caller.tenant.id, asked, call.request_id)
        return with_member(unit, call.caller, who, one)


def _mend(call: Call) -> CaseWorked:
    asked = call.read(FactMending)
    act = proved(call.central, call.caller, asked.staff_id, asked.pin, asked.note)
    apply_again(call.central, call.caller.tenant, asked.event_id, act, body=asked.body)
    return CaseWorked(request_id=call.request_id, id=asked.event_id)


def _close(call: Call) -> CaseWorked:
    asked = call.read(CaseClosing)
    act = proved(call.central, call.caller, asked.staff_id, asked.pin, asked.note)
    with call.central.work(call.caller.tenant) as unit:
        if asked.answer:
            answer(unit, asked.case_id, asked.answer)
        close_within(call.central, unit.connection, unit.tenant.id, asked.case_id, act)
    return CaseWorked(request_id=call.request_id, id=asked.case_id)


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/desk/cases",
        summary="What waits for a person, oldest first, for a manager at a till",
        handler=_list,
        takes=CasesAsked,
        gives=CasesListed,
        access=Access.TILL,
        refuses=(403,),
    ),
    Endpoint(
        method="POST",
        path="/v1/desk/case",
        summary="One of them whole: the bytes that came, and what was tried",
        handler=_show,
        takes=CaseAsked,
        gives=CaseTold,
        access=Access.TILL,
        refuses=(403, 404),
    ),
    Endpoint(
        method="POST",
        path="/v1/desk/mend",
        summary="Apply a fact of the quarantine under its own id, as it came or put right",
        handler=_mend,
        takes=FactMending,
        gives=CaseWorked,
        access=Access.TILL,
        refuses=(403, 404),
    ),
    Endpoint(
        method="POST",
        path="/v1/desk/close",
        summary="Close a case with a note",
        handler=_close,
        takes=CaseClosing,
        gives=CaseWorked,
        access=Access.TILL,
        refuses=(403, 404),
    ),
)
