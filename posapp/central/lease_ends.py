"""How a lease ends: given back by its terminal, or its terminal declared lost. Never by time."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from sqlalchemy import and_, bindparam, or_, select, update

from posapp.central.hold_book import release
from posapp.central.lease_grants import lease_reply
from posapp.central.lease_waits import may_have_forgotten
from posapp.central.leases import LeaseRow, change_lease, find_lease, leases_of
from posapp.central.ledger import Posting
from posapp.central.tables.inbox import fork, inbox
from posapp.central.tables.leases import lease as lease_table
from posapp.central.tables.recovery import branch
from posapp.domain.leases import covered, less, total
from posapp.errors import Refused
from posapp.wire.facts import SaleData, from_body
from posapp.wire.leases import LeaseState
from posapp.wire.sync import ItemOutcome

if TYPE_CHECKING:
    from posapp.central.arrival import Arrival
    from posapp.central.caller import Caller
    from posapp.central.unit import Unit
    from posapp.domain.sale import ValueSlice
    from posapp.wire.facts import LeaseReleaseData
    from posapp.wire.leases import LeaseRelease, LeaseReply
    from posapp.wire.requests import HoldLedger

_SPENDS: Final = "sale.v1"
_QUARANTINED: Final = ItemOutcome.QUARANTINED.value
_REASON: Final = 100
_IN_QUARANTINE: Final = select(inbox.c.body).where(
    inbox.c.tenant_id == bindparam("of_tenant"),
    inbox.c.terminal_id == bindparam("of_terminal"),
    inbox.c.outcome == _QUARANTINED,
    inbox.c.kind == _SPENDS,
    inbox.c.event_id != bindparam("present"),
)
_NOT_TAKEN: Final = (
    select(fork.c.body)
    .outerjoin(
        branch,
        and_(branch.c.event_id == fork.c.event_id, branch.c.body_sha256 == fork.c.body_sha256),
    )
    .where(
        fork.c.tenant_id == bindparam("of_tenant"),
        fork.c.terminal_id == bindparam("of_terminal"),
        fork.c.kind == _SPENDS,
        fork.c.event_id != bindparam("present"),
        or_(branch.c.outcome.is_(None), branch.c.outcome == _QUARANTINED),
    )
)


def release_lease(unit: Unit, caller: Caller, request: LeaseRelease, request_id: str) -> LeaseReply:
    """Free what the till has left; what it spent stays reserved until those sales have arrived.

    Raises Refused("lease.unknown", "lease.of_another_till", "lease.old_incarnation").
    """
    lease = find_lease(unit, request.lease_id)
    if lease is None:
        raise Refused("lease.unknown")
    if lease.terminal_id != caller.terminal_id:
        raise Refused("lease.of_another_till")
    if lease.incarnation != caller.incarnation:
        raise Refused("lease.old_incarnation")
    if lease.is_live:
        posting = _posting(unit, lease, unit.ids.new())
        lease = _give_back(unit, lease, request.left, request.reason, posting)
    return lease_reply(unit, lease, request_id)


def apply_lease_release(unit: Unit, arrival: Arrival, data: LeaseReleaseData) -> None:
    """The same as a fact. One that central cannot follow is a case and frees nothing; of a lease
    that it has forgotten since a restore nothing is reserved.
    """
    lease = find_lease(unit, data.lease_id)
    if lease is None and may_have_forgotten(unit, arrival.head):
        return
    place = (arrival.head.terminal_id, arrival.caller.incarnation)
    if lease is None or (lease.terminal_id, lease.incarnation) != place:
        state = "missing" if lease is None else lease.state.value
        arrival.open_case(unit, "lease.release_refused", lease=data.lease_id, state=state)
        return
    if lease.is_live:
        posting = arrival.posting("lease_release", lease.id, member_id=lease.member_id)
        _give_back(unit, lease, data.left, data.reason, posting)


def settle(unit: Unit, lease: LeaseRow, posting: Posting) -> LeaseRow:
    """Free, into `posting`, what a releasing lease no longer needs.

    Nothing while a spend of this member at this terminal sits in quarantine: it is still to come.
    """
    if lease.state is not LeaseState.RELEASING:
        return lease
    if has_spend_in_quarantine(unit, lease.terminal_id, lease.member_id, but_not=posting.id):
        return lease
    free, _ = covered(lease.left, lease.told)
    release(unit, lease.as_hold(free), posting)
    left = less(lease.left, free)
    state = LeaseState.RELEASING if left else LeaseState.RELEASED
    return change_lease(unit, lease, state, left=left, told=())


def settle_all(unit: Unit, terminal_id: str) -> None:
    """What waited for a quarantine that is worked off by now."""
    for lease in leases_of(unit, terminal_id):
        if lease.state is LeaseState.RELEASING and lease.told:
            unit.member(lease.member_id)
            _give_back(unit, lease, lease.told, lease.reason, _posting(unit, lease, unit.ids.new()))


def recall(unit: Unit, member_id: str, ledger: HoldLedger, *, but_not: str) -> None:
    """Ask every other terminal for what it holds of a member; each gives back when it hears."""
    unit.connection.execute(
        update(lease_table)
        .where(
            lease_table.c.tenant_id == unit.tenant.id,
            lease_table.c.member_id == member_id,
            lease_table.c.terminal_id != but_not,
            lease_table.c.ledger == ledger.value,
            lease_table.c.state == LeaseState.OPEN.value,
        )
        .values(state=LeaseState.RECALLED.value)
    )


def lose(unit: Unit, terminal_id: str) -> tuple[Counter[HoldLedger], Counter[HoldLedger]]:
    """Free what a lost terminal holds: freed, and kept for spends in quarantine, by ledger in minor
    units or points.

    What it still spends, if it comes back, is the shop's loss.
    """
    freed: Counter[HoldLedger] = Counter()
    kept: Counter[HoldLedger] = Counter()
    lent = leases_of(unit, terminal_id)
    unit.know_members({lease.member_id for lease in lent})
    for lease in leases_of(unit, terminal_id):
        if has_spend_in_quarantine(unit, terminal_id, lease.member_id):
            kept[lease.ledger] += total(lease.left)
            continue
        freed[lease.ledger] += total(lease.left)
        posting = _posting(unit, lease, unit.ids.new())
        release(unit, lease.as_hold(lease.left), posting)
        unit.books.post(posting)
        unit.change("member", lease.member_id)
        change_lease(unit, lease, LeaseState.LOST, left=(), told=(), reason="terminal_lost")
    return freed, kept


def has_spend_in_quarantine(
    unit: Unit, terminal_id: str, member_id: str, *, but_not: str = ""
) -> bool:
    """Whether a sale of hers, or one that nobody can read, waits for a person.

    `but_not` is the event that is being applied at this moment.
    """
    asked = {"of_tenant": unit.tenant.id, "of_terminal": terminal_id, "present": but_not}
    for query in (_IN_QUARANTINE, _NOT_TAKEN):
        bodies = unit.connection.execute(query, asked).scalars().all()
        if any(_may_be_of(unit, body, member_id) for body in bodies):
            return True
    return False


def _may_be_of(unit: Unit, body: bytes, member_id: str) -> bool:
    try:
        data = from_body(body).data
    except Refused:
        return True
    if not isinstance(data, SaleData):
        return True
    return data.sale.member_id is not None and unit.member(data.sale.member_id) == member_id


def _give_back(
    unit: Unit, lease: LeaseRow, left: tuple[ValueSlice, ...], reason: str, posting: Posting
) -> LeaseRow:
    if lease.state is not LeaseState.RELEASING:
        reason = reason[:_REASON]
        lease = change_lease(unit, lease, LeaseState.RELEASING, told=left, reason=reason)
    lease = settle(unit, lease, posting)
    if posting.entries:
        unit.books.post(posting)
    unit.change("member", lease.member_id)
    return lease


def _posting(unit: Unit, lease: LeaseRow, posting_id: str) -> Posting:
    return Posting(
        id=posting_id,
        kind="lease_release",
        source_id=lease.id,
        at_ms=unit.now_ms,
        member_id=lease.member_id,
        shop_id=lease.shop_id,
        terminal_id=lease.terminal_id,
    )
