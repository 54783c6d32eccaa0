"""Forgetting a person: asked, confirmed by two, done at once; sealed where the law has her kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, select, update

from posapp.central.members import profile_of
from posapp.central.privacy.destroyed import destroy_keys
from posapp.central.privacy.persons import Person, person_of
from posapp.central.privacy.requests import ask_erasure
from posapp.central.privacy.standing import STORED_VALUE, standing
from posapp.central.privacy.sweeping import Sweep, phone_digests, sweep, sweep_sealed
from posapp.central.service_desk.events import note_event
from posapp.central.tables.inbox import case
from posapp.central.tables.member_page import member_request
from posapp.central.tables.members import member, subject_key
from posapp.central.tables.privacy import erasure, sealed_subject
from posapp.central.tables.recovery import operator_act
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from posapp.central.unit import Unit
    from posapp.central.view import View
    from posapp.wire.privacy import ErasureShown

SEALED: Final = "sealed"
DESTROYED: Final = "destroyed"
_KEY_OF: Final = {
    "value": "privacy.value_left",
    "held": "privacy.value_held",
    "hold": "privacy.payment_open",
    "lent": "privacy.value_lent",
    "debt": "privacy.points_owed",
    "case": "privacy.case_open",
    "complaint": "privacy.complaint_open",
    "children": "privacy.answers_for_children",
    "family": "privacy.holds_family_card",
}


def check_free(shown: ErasureShown) -> None:
    """Raises Refused with what has to be settled first, the first of it."""
    for each in shown.obstacles:
        raise Refused(_KEY_OF.get(each.kind, "privacy.in_the_way"), **_params(each))


def erase(unit: Unit, view: View, member_id: str, *, who: str, second: str) -> None:
    """Nobody is left who could be served. Her ledger, sales and receipts stay as they are, by id.

    Raises as `check_free`.
    """
    shown = standing(view, member_id)
    check_free(shown)
    person = person_of(unit.connection, unit.tenant.id, member_id)
    erasure_id = ask_erasure(unit, member_id, "desk")
    until_ms = shown.keep_until_ms
    state = SEALED if until_ms else DESTROYED
    _set_state(unit, erasure_id, state, until_ms, who=who, approved_by=second)
    _write_down(unit, person, state, who, second)
    _close_requests(unit, person)
    unit.flush()
    if until_ms:
        _seal(unit, person, erasure_id, until_ms)
        return
    work = _swept(unit, person)
    sweep_sealed(work)
    destroy_keys(unit.connection, unit.tenant.id, person.subject_ids, unit.now_ms)


def put_away(unit: Unit, person: Person, until_ms: int) -> None:
    """Sealed before in a database that this one is older than: once more, without asking again."""
    erasure_id = ask_erasure(unit, person.member_id, "restored")
    _set_state(unit, erasure_id, SEALED, until_ms)
    _seal(unit, person, erasure_id, until_ms)


def _set_state(unit: Unit, erasure_id: str, state: str, until_ms: int, **who: str) -> None:
    values = {
        "state": state,
        "reason": STORED_VALUE if until_ms else "",
        "done_ms": unit.now_ms,
        "keep_until_ms": until_ms or None,
        **who,
    }
    unit.connection.execute(update(erasure).where(erasure.c.id == erasure_id).values(**values))


def _params(each: Any) -> dict[str, int]:
    named = {"value": "value", "held": "held", "debt": "points"}
    name = named.get(each.kind)
    return {"count": each.count} if name is None else {name: each.amount}


def _swept(unit: Unit, person: Person) -> Sweep:
    """Out of every table and every till, while her phones can still be read."""
    phones = _phones(unit, person.ids)
    digests = phone_digests(unit.keys, unit.tenant.id, phones)
    work = Sweep(
        connection=unit.connection, person=person, now_ms=unit.now_ms, phone_digests=digests
    )
    sweep(work)
    for each in person.ids:
        unit.change("member", each, "d")
    return work


def _phones(unit: Unit, ids: Iterable[str]) -> list[str]:
    rows = unit.connection.execute(
        select(member, subject_key.c.wrapped_key)
        .join(subject_key, subject_key.c.subject_id == member.c.subject_id)
        .where(member.c.id.in_(list(ids)))
    ).mappings()
    return [profile_of(row, unit.keys).phone for row in rows]


def _seal(unit: Unit, person: Person, erasure_id: str, until_ms: int) -> None:
    """Her keys change their place: whatever serves members finds none, as of one forgotten."""
    _swept(unit, person)
    rows = unit.connection.execute(
        select(subject_key).where(subject_key.c.subject_id.in_(person.subject_ids))
    ).all()
    unit.connection.execute(
        delete(subject_key).where(subject_key.c.subject_id.in_(person.subject_ids))
    )
    sealed = [
        {
            "subject_id": row.subject_id,
            "tenant_id": unit.tenant.id,
            "erasure_id": erasure_id,
            "sealed_key": unit.keys.put_away(
                unit.keys.unwrap(row.wrapped_key, row.subject_id), row.subject_id
            ),
            "keep_until_ms": until_ms,
        }
        for row in rows
    ]
    if sealed:
        unit.connection.execute(insert(sealed_subject), sealed)


def _write_down(unit: Unit, person: Person, state: str, who: str, second: str) -> None:
    """For ever, in words of a list: that it was done, by whom, never about whom."""
    note_event(
        unit,
        member_id=person.member_id,
        subject_id="",
        kind="erased",
        who=who,
        approved_by=second,
        detail={"state": state},
    )
    unit.insert(
        operator_act,
        id=unit.ids.new(),
        tenant_id=unit.tenant.id,
        at_ms=unit.now_ms,
        who=who,
        act="erase_member",
        subject_id=person.member_id,
        note=state,
        detail=json.dumps({"second": second}, ensure_ascii=False),
    )


def _close_requests(unit: Unit, person: Person) -> None:
    """What she asked for on her page is answered by this."""
    asked = select(member_request.c.case_id).where(member_request.c.member_id.in_(person.ids))
    unit.connection.execute(update(case).where(case.c.id.in_(asked)).values(closed=1))
