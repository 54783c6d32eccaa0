"""The operator's way through the quarantine: one fact whole, apply it again, close a case."""

from __future__ import annotations

from typing import Final

from posapp.central.endpoint import Access, Call, Endpoint
from posapp.central.quarantine import Act, apply_again, close_case
from posapp.central.report_cases import held_report, letter_report
from posapp.central.report_shapes import ApplyAgain, CloseCase, HeldShown, LetterShown, Worked

_OPERATOR: Final = "operator"


def _show(call: Call) -> HeldShown:
    with call.central.database.read() as connection:
        return held_report(
            connection, call.caller.tenant.id, call.query.get("event", ""), call.request_id
        )


def _letter(call: Call) -> LetterShown:
    with call.central.database.read() as connection:
        return letter_report(
            connection, call.caller.tenant.id, call.query.get("letter", ""), call.request_id
        )


def _apply_again(call: Call) -> Worked:
    asked = call.read(ApplyAgain)
    act = Act(who=_OPERATOR, note=asked.note)
    apply_again(call.central, call.caller.tenant, asked.event_id, act, body=asked.body)
    return Worked(request_id=call.request_id, id=asked.event_id)


def _close_case(call: Call) -> Worked:
    asked = call.read(CloseCase)
    close_case(call.central, call.caller.tenant, asked.case_id, Act(who=_OPERATOR, note=asked.note))
    return Worked(request_id=call.request_id, id=asked.case_id)


ENDPOINTS: Final = (
    Endpoint(
        method="GET",
        path="/v1/quarantine/fact",
        summary="A fact in quarantine: the bytes that came, and what was tried",
        handler=_show,
        gives=HeldShown,
        access=Access.OPERATOR,
        query=("event",),
        refuses=(404,),
    ),
    Endpoint(
        method="GET",
        path="/v1/quarantine/letter",
        summary="A dead letter",
        handler=_letter,
        gives=LetterShown,
        access=Access.OPERATOR,
        query=("letter",),
        refuses=(404,),
    ),
    Endpoint(
        method="POST",
        path="/v1/quarantine/reapply",
        summary="Apply a fact of the quarantine under its own id",
        handler=_apply_again,
        takes=ApplyAgain,
        gives=Worked,
        access=Access.OPERATOR,
        refuses=(404,),
    ),
    Endpoint(
        method="POST",
        path="/v1/cases/close",
        summary="Close a case with a note",
        handler=_close_case,
        takes=CloseCase,
        gives=Worked,
        access=Access.OPERATOR,
        refuses=(404,),
    ),
)
