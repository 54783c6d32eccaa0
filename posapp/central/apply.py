"""From a fact to its effect: one function per kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from posapp.central.apply_member import apply_member
from posapp.central.apply_refund import apply_refund
from posapp.central.apply_sale import apply_sale
from posapp.central.apply_shift import apply_cash_move, apply_shift_close, apply_shift_open
from posapp.central.apply_top_up import apply_top_up
from posapp.central.clock_doubts import in_time
from posapp.central.held import note_recalled
from posapp.central.hold_book import (
    Hold,
    end_hold,
    find_hold,
    lock_owner,
    release,
    store_hold,
)
from posapp.central.lease_ends import apply_lease_release
from posapp.central.registration.consents import apply_withdrawal
from posapp.central.service_desk.access_log import Onlooker, note_access, note_opened_before
from posapp.central.tables.sales import note
from posapp.domain.ids import is_uuid_text
from posapp.wire.facts import (
    ApprovalData,
    AuditData,
    CashMoveData,
    HoldReleaseData,
    LeaseReleaseData,
    MemberData,
    RefundData,
    SaleData,
    ShiftCloseData,
    ShiftOpenData,
    TopUpData,
    WithdrawalData,
    kind_of,
)
from posapp.wire.held import RECALLED_HERE
from posapp.wire.requests import HoldLedger, HoldState

if TYPE_CHECKING:
    from posapp.central.arrival import Arrival
    from posapp.central.unit import Unit

REVEALED_HERE: Final = "member.reveal"
OPENED_HERE: Final = "member.opened"


def apply(unit: Unit, arrival: Arrival) -> None:
    """Stage the effect of one fact. Raises Refused: it goes to the quarantine with that key."""
    arrival = in_time(unit, arrival)
    data = arrival.fact.data
    match data:
        case SaleData(sale=sale, offline=offline):
            apply_sale(unit, arrival, sale, offline=offline)
        case RefundData(refund=refund):
            apply_refund(unit, arrival, refund)
        case TopUpData():
            apply_top_up(unit, arrival, data)
        case MemberData() | WithdrawalData():
            _apply_person(unit, arrival, data)
        case CashMoveData(move=move):
            apply_cash_move(unit, arrival, move)
        case ShiftOpenData(shift=shift):
            apply_shift_open(unit, arrival, shift)
        case ShiftCloseData(z=z):
            apply_shift_close(unit, arrival, z)
        case HoldReleaseData():
            _release_hold(unit, arrival, data)
        case LeaseReleaseData():
            apply_lease_release(unit, arrival, data)
        case ApprovalData():
            _note_approval(unit, arrival, data)
        case AuditData():
            _note_audit(unit, arrival, data)
        case _:
            assert_never(data)


def _apply_person(unit: Unit, arrival: Arrival, data: MemberData | WithdrawalData) -> None:
    if isinstance(data, MemberData):
        apply_member(unit, arrival, data)
    else:
        apply_withdrawal(unit, arrival, data)


def _release_hold(unit: Unit, arrival: Arrival, data: HoldReleaseData) -> None:
    """A hold that never arrived is written as released, so that its late begin finds it ended."""
    lock_owner(unit, data.hold_id)
    hold = find_hold(unit, data.hold_id)
    if hold is None:
        store_hold(unit, _never_begun(unit, arrival, data))
        return
    if hold.state is HoldState.CAPTURED or hold.terminal_id != arrival.head.terminal_id:
        arrival.open_case(unit, "hold.release_refused", hold=hold.id, state=hold.state.value)
        return
    if not hold.is_open or hold.member_id is None:
        return
    posting = arrival.posting("hold_release", hold.id, member_id=hold.member_id)
    release(unit, hold, posting)
    unit.books.post(posting)
    end_hold(unit, hold, HoldState.RELEASED, data.reason[:100])
    unit.change("member", hold.member_id)


def _never_begun(unit: Unit, arrival: Arrival, data: HoldReleaseData) -> Hold:
    return Hold(
        id=data.hold_id,
        tenant_id=unit.tenant.id,
        shop_id=arrival.head.shop_id,
        terminal_id=arrival.head.terminal_id,
        sale_id=data.sale_id,
        member_id=None,
        ledger=HoldLedger.STORED_VALUE,
        amount=0,
        state=HoldState.RELEASED,
        reason="hold.never_begun",
        begun_ms=unit.now_ms,
        ended_ms=unit.now_ms,
    )


def _note_approval(unit: Unit, arrival: Arrival, data: ApprovalData) -> None:
    approval = data.approval
    _note(
        unit,
        arrival,
        action=approval.action.value,
        actor_name=data.requested_by_name,
        approved_by_name=approval.approved_by_name,
        amount=approval.amount,
        reason=approval.reason,
        subject=approval.id,
    )


def _note_audit(unit: Unit, arrival: Arrival, data: AuditData) -> None:
    if data.action == RECALLED_HERE:
        note_recalled(unit, arrival, data.subject)
    if data.action == REVEALED_HERE:
        _note_reveal(unit, arrival, data.subject)
    if data.action == OPENED_HERE:
        _note_opened(unit, arrival, data.subject)
    _note(
        unit,
        arrival,
        action=data.action,
        actor_name=arrival.head.actor.name,
        approved_by_name="",
        amount=data.amount,
        reason=data.reason,
        subject=data.subject,
    )


def _note_reveal(unit: Unit, arrival: Arrival, member_id: str) -> None:
    """A till showed her whole number, perhaps days ago: that stands in her timeline."""
    known = unit.member(member_id) if is_uuid_text(member_id) else None
    if known is not None:
        note_access(
            unit,
            known,
            "phone",
            who=arrival.head.actor.name,
            staff_id=arrival.head.actor.id,
            terminal_id=arrival.head.terminal_id,
            why="counter",
            at_ms=arrival.head.at_ms,
            access_id=arrival.head.event_id,
        )


def _note_opened(unit: Unit, arrival: Arrival, member_id: str) -> None:
    known = unit.member(member_id) if is_uuid_text(member_id) else None
    if known is not None:
        head = arrival.head
        by = Onlooker(staff_id=head.actor.id, who=head.actor.name, terminal_id=head.terminal_id)
        note_opened_before(unit, known, by, at_ms=head.at_ms, fact_id=head.event_id)


def _note(unit: Unit, arrival: Arrival, *, action: str, **values: str | int) -> None:
    unit.insert(
        note,
        event_id=arrival.head.event_id,
        tenant_id=unit.tenant.id,
        terminal_id=arrival.head.terminal_id,
        kind=kind_of(arrival.fact.data),
        action=action,
        at_ms=arrival.head.at_ms,
        **values,
    )
