"""Working off what central keeps and could not apply: look, apply again under the same id, close.

Nothing leaves the quarantine and no case is closed but by an act that is written down for ever.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, insert, or_, select, update

from posapp.central.apply import apply
from posapp.central.arrival import read_arrival
from posapp.central.branches import Branched, keep_branch
from posapp.central.caller import Caller
from posapp.central.feed import publish
from posapp.central.inbox import POISON, code_of, members_of
from posapp.central.referral.settling import settle_referrals
from posapp.central.tables.inbox import case, fork, inbox
from posapp.central.tables.recovery import branch, correction, operator_act
from posapp.central.tables.shops import terminal
from posapp.central.tagging.settling import settle
from posapp.errors import Refused
from posapp.wire.canonical import decode
from posapp.wire.facts import aggregate_of, from_body, kind_of
from posapp.wire.sync import Attachment, ItemOutcome, PushItem

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select, Table

    from posapp.central.caller import Tenant
    from posapp.central.service import Central
    from posapp.errors import ParamValue

_QUARANTINED: Final = ItemOutcome.QUARANTINED.value
_APPLIED: Final = ItemOutcome.APPLIED.value
_FORKED: Final = "sync.fork"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Who does something to what is kept, and why. `note` must say something.

    `staff_id` and `terminal` (its code) where a person of the shop does it at a till.
    """

    who: str
    note: str
    staff_id: str = ""
    terminal: str = ""

    def __post_init__(self) -> None:
        """Raises Refused("case.note_needed")."""
        if not self.note.strip():
            raise Refused("case.note_needed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A fact that was kept and not applied; `line` is the table that says what became of it."""

    item: PushItem
    terminal_id: str
    incarnation: int
    code: str
    received_ms: int
    line: str


def waiting(tenant_id: str) -> tuple[Select[Any], Select[Any]]:
    """What is kept and not applied: in the inbox, and of forked lines (not taken, or in vain)."""
    in_line = select(inbox).where(inbox.c.tenant_id == tenant_id, inbox.c.outcome == _QUARANTINED)
    same = and_(branch.c.event_id == fork.c.event_id, branch.c.body_sha256 == fork.c.body_sha256)
    forked = (
        select(fork, branch.c.code, branch.c.outcome)
        .outerjoin(branch, same)
        .where(
            fork.c.tenant_id == tenant_id,
            or_(branch.c.outcome.is_(None), branch.c.outcome == _QUARANTINED),
        )
    )
    return in_line, forked


def find_held(connection: Connection, tenant_id: str, event_id: str) -> Held:
    """Raises Refused("quarantine.unknown")."""
    in_line, forked = waiting(tenant_id)
    row = connection.execute(in_line.where(inbox.c.event_id == event_id)).first()
    if row is not None:
        return _held(row, code=row.code, schema=row.schema, line="inbox")
    row = connection.execute(forked.where(fork.c.event_id == event_id)).first()
    if row is None:
        raise Refused("quarantine.unknown")
    return _held(row, code=row.code or _FORKED, schema=1, line="branch" if row.outcome else "fork")


def apply_again(
    central: Central, tenant: Tenant, event_id: str, act: Act, *, body: str | None = None
) -> None:
    """Apply a kept fact under its own id, as it came or with a corrected body.

    The raw bytes stay; a corrected body is kept beside them. A vain try is written down, too.
    Raises Refused: "quarantine.unknown", "quarantine.body_not_valid", "quarantine.still_fails".
    """
    with central.database.read() as connection:
        held = find_held(connection, tenant.id, event_id)
    item = held.item if body is None else _corrected(held.item, body)
    try:
        with central.database.write() as connection:
            held = find_held(connection, tenant.id, event_id)
            _apply(central, connection, tenant, held, item)
            act_id = write_act(central, connection, tenant.id, act, "reapply", subject_id=event_id)
            if body is not None:
                _keep_correction(connection, central, tenant.id, act_id, item)
    except POISON as error:
        if isinstance(error, Refused) and error.key.startswith("quarantine."):
            raise
        code = code_of(error)
        with central.database.write() as connection:
            write_act(
                central,
                connection,
                tenant.id,
                act,
                "reapply_failed",
                subject_id=event_id,
                code=code,
            )
        raise Refused("quarantine.still_fails", code=code) from error


def close_case(central: Central, tenant: Tenant, case_id: str, act: Act) -> None:
    """A person has dealt with it; what lies in quarantine stays there.

    Raises Refused("case.unknown").
    """
    with central.database.write() as connection:
        close_within(central, connection, tenant.id, case_id, act)


def close_within(
    central: Central, connection: Connection, tenant_id: str, case_id: str, act: Act
) -> None:
    """As `close_case`, in a transaction that does more."""
    closed = connection.execute(
        update(case)
        .where(case.c.id == case_id, case.c.tenant_id == tenant_id, case.c.closed == 0)
        .values(closed=1)
    )
    if closed.rowcount != 1:
        raise Refused("case.unknown")
    write_act(central, connection, tenant_id, act, "close_case", subject_id=case_id)


def revoke(central: Central, tenant: Tenant, code: str, act: Act) -> None:
    """From its next call on central answers this terminal no more; enrolling it again ends that.

    Raises Refused("terminal.unknown").
    """
    with central.database.write() as connection:
        revoked = connection.execute(
            update(terminal)
            .where(terminal.c.tenant_id == tenant.id, terminal.c.code == code)
            .values(status="revoked")
        )
        if revoked.rowcount != 1:
            raise Refused("terminal.unknown")
        write_act(central, connection, tenant.id, act, "revoke", subject_id=code)


def write_act(
    central: Central,
    connection: Connection,
    tenant_id: str,
    act: Act,
    name: str,
    *,
    subject_id: str,
    **detail: ParamValue,
) -> str:
    """What an operator did, for ever. Returns the id of the act."""
    act_id = central.ids.new()
    here = {"staff_id": act.staff_id, "terminal": act.terminal}
    known: dict[str, ParamValue] = {key: value for key, value in here.items() if value}
    connection.execute(
        insert(operator_act).values(
            id=act_id,
            tenant_id=tenant_id,
            at_ms=central.clock.wall_ms(),
            who=act.who[:80],
            act=name,
            subject_id=subject_id,
            note=act.note.strip()[:1000],
            detail=json.dumps(detail | known, sort_keys=True),
        )
    )
    return act_id


def _apply(
    central: Central, connection: Connection, tenant: Tenant, held: Held, item: PushItem
) -> None:
    shop_id = connection.execute(
        select(terminal.c.shop_id).where(terminal.c.id == held.terminal_id)
    ).scalar_one()
    caller = Caller(
        tenant=tenant,
        terminal_id=held.terminal_id,
        shop_id=shop_id,
        incarnation=held.incarnation,
    )
    arrival = read_arrival(caller, item)
    unit = central.new_unit(connection, tenant)
    unit.know_members(members_of((arrival,)))
    apply(unit, arrival)
    settle_referrals(unit)
    settle(unit)
    unit.flush()
    _settle(connection, caller, held, unit.now_ms)
    connection.execute(
        update(case)
        .where(
            case.c.tenant_id == tenant.id,
            case.c.event_id == item.event_id,
            case.c.kind == "fact.quarantined",
        )
        .values(closed=1)
    )
    publish(connection, tenant.id, unit.changes)


def _settle(connection: Connection, caller: Caller, held: Held, now_ms: int) -> None:
    """From now on the till is told that it was applied, should it ask again."""
    event_id, raw_sha = held.item.event_id, bytes.fromhex(held.item.body_sha256)
    if held.line == "fork":
        told = Branched(outcome=_APPLIED, code="", pos=0)
        keep_branch(connection, caller, held.item, told, now_ms)
        return
    table: Table = inbox if held.line == "inbox" else branch
    connection.execute(
        update(table)
        .where(table.c.event_id == event_id, table.c.body_sha256 == raw_sha)
        .values(outcome=_APPLIED, code="")
    )


def _corrected(item: PushItem, body: str) -> PushItem:
    try:
        fact = from_body(body.encode())
    except Refused as error:
        raise Refused("quarantine.body_not_valid") from error
    if fact.head.event_id != item.event_id:
        raise Refused("quarantine.body_not_valid")
    values = {name: getattr(item, name) for name in PushItem.__struct_fields__}
    values |= {
        "body": body,
        "body_sha256": hashlib.sha256(body.encode()).hexdigest(),
        "kind": kind_of(fact.data),
        "aggregate_id": aggregate_of(fact),
    }
    return PushItem(**values)


def _keep_correction(
    connection: Connection, central: Central, tenant_id: str, act_id: str, item: PushItem
) -> None:
    connection.execute(
        insert(correction).values(
            id=act_id,
            tenant_id=tenant_id,
            event_id=item.event_id,
            body=item.body.encode(),
            body_sha256=bytes.fromhex(item.body_sha256),
            at_ms=central.clock.wall_ms(),
        )
    )


def _held(row: Any, *, code: str, schema: int, line: str) -> Held:
    item = PushItem(
        seq=row.seq,
        event_id=row.event_id,
        kind=row.kind,
        schema=schema,
        aggregate_id=row.aggregate_id if line == "inbox" else _group_of(row),
        body=bytes(row.body).decode(errors="replace"),
        body_sha256=bytes(row.body_sha256).hex(),
        chain=bytes(row.chain).hex(),
        wall_ms=0,
        mono_ms=0,
        boot_id="",
        attachments=decode(row.attachments, tuple[Attachment, ...]),
    )
    return Held(
        item=item,
        terminal_id=row.terminal_id,
        incarnation=row.incarnation,
        code=code,
        received_ms=row.received_ms,
        line=line,
    )


def _group_of(row: Any) -> str:
    """The group of a forked fact, which its table does not keep: the body says it."""
    try:
        return aggregate_of(from_body(bytes(row.body)))
    except Refused:
        return str(row.event_id)
