"""Holds against the books: made, captured, released, each once; time alone never frees one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, insert, select, update

from posapp.central.ledger import BON, BONUS, MON, POINTS, PTS, SV_AVAILABLE, SV_HELD, Posting
from posapp.central.tables.ledger import hold as hold_table
from posapp.domain.sale import PointSlice, ValueSlice
from posapp.wire.canonical import decode, encode
from posapp.wire.requests import HoldLedger, HoldState

if TYPE_CHECKING:
    from posapp.central.unit import Unit

OPEN_STATES: Final = (HoldState.PENDING, HoldState.USABLE)

_BY_ID: Final = (
    select(hold_table)
    .where(hold_table.c.id == bindparam("hold_id"))
    .with_for_update(key_share=True)
)
_OWNER: Final = select(hold_table.c.member_id).where(
    hold_table.c.id == bindparam("hold_id"), hold_table.c.tenant_id == bindparam("of_tenant")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A row of `hold`; the slices of the one ledger that it is about."""

    id: str
    tenant_id: str
    shop_id: str
    terminal_id: str
    sale_id: str
    member_id: str | None
    ledger: HoldLedger
    amount: int
    state: HoldState
    value_slices: tuple[ValueSlice, ...] = ()
    point_slices: tuple[PointSlice, ...] = ()
    factor: str = ""
    reason: str = ""
    begun_ms: int
    ended_ms: int | None = None
    before_principal: int = 0
    before_bonus: int = 0
    before_points: int = 0

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def sv_owner(self) -> str:
        """Whose sv_held account: of the member at this terminal."""
        return f"{self.member_id}:{self.terminal_id}"


def lock_owner(unit: Unit, hold_id: str) -> None:
    """Whose hold it is never changes: the member is locked before the hold, as everywhere."""
    asked = {"hold_id": hold_id, "of_tenant": unit.tenant.id}
    unit.member(unit.connection.execute(_OWNER, asked).scalar())


def find_hold(unit: Unit, hold_id: str) -> Hold | None:
    """A hold of this tenant, or None. Lock its member first, where the hold is to be changed."""
    row = unit.connection.execute(_BY_ID, {"hold_id": hold_id}).mappings().first()
    if row is None or row["tenant_id"] != unit.tenant.id:
        return None
    return _hold(row)


def store_hold(unit: Unit, hold: Hold) -> None:
    unit.connection.execute(insert(hold_table).values(**_row(hold)))


def end_hold(unit: Unit, hold: Hold, state: HoldState, reason: str = "") -> Hold:
    """Write the one end of a hold, or that it became usable. The caller moves the money."""
    ended = None if state in OPEN_STATES else unit.now_ms
    changed = replace(hold, state=state, reason=reason, ended_ms=ended)
    unit.connection.execute(
        update(hold_table)
        .where(hold_table.c.id == hold.id)
        .values(state=state.value, reason=reason, ended_ms=ended, factor=changed.factor)
    )
    return changed


def reserve(unit: Unit, hold: Hold, posting: Posting) -> None:
    """Take a hold's slices out of what is free; principal moves to the member's held account."""
    assert hold.member_id is not None
    for value in hold.value_slices:
        _lot(unit, value.lot_id).hold(value.principal, value.bonus)
        _move(unit, hold, posting, value.lot_id, value.principal)
    for points in hold.point_slices:
        _lot(unit, points.lot_id).hold(points.points)


def release(unit: Unit, hold: Hold, posting: Posting) -> None:
    """Everything that the hold still reserves is free again."""
    for value in hold.value_slices:
        _lot(unit, value.lot_id).unhold(value.principal, value.bonus)
        _move(unit, hold, posting, value.lot_id, -value.principal)
    for points in hold.point_slices:
        _lot(unit, points.lot_id).unhold(points.points)


def capture_value(
    unit: Unit, hold: Hold, posting: Posting, wanted: tuple[ValueSlice, ...]
) -> tuple[ValueSlice, ...]:
    """Spend at most what the hold reserved, lot by lot; the rest of it is free again.

    Returns what was wanted and not covered.
    """
    assert hold.member_id is not None
    covered = {piece.lot_id: piece for piece in hold.value_slices}
    short: list[ValueSlice] = []
    for want in wanted:
        have = covered.pop(want.lot_id, ValueSlice(lot_id=want.lot_id, principal=0, bonus=0))
        principal, bonus = min(want.principal, have.principal), min(want.bonus, have.bonus)
        if have.principal or have.bonus:
            lot = _lot(unit, want.lot_id)
            lot.unhold(have.principal, have.bonus)
            lot.take(principal, bonus)
            spent = ValueSlice(lot_id=want.lot_id, principal=principal, bonus=bonus)
            _spend_value(unit, hold, posting, spent)
            _move(unit, hold, posting, want.lot_id, principal - have.principal)
        if (principal, bonus) != (want.principal, want.bonus):
            short.append(
                ValueSlice(
                    lot_id=want.lot_id,
                    principal=want.principal - principal,
                    bonus=want.bonus - bonus,
                )
            )
    release(unit, replace(hold, value_slices=tuple(covered.values())), posting)
    return tuple(short)


def capture_points(unit: Unit, hold: Hold, posting: Posting, wanted: tuple[PointSlice, ...]) -> int:
    """Spend at most what was reserved; the rest is free again. Returns the points not covered."""
    assert hold.member_id is not None
    covered = {piece.lot_id: piece.points for piece in hold.point_slices}
    short = 0
    for want in wanted:
        have = covered.pop(want.lot_id, 0)
        points = min(want.points, have)
        if have:
            lot = _lot(unit, want.lot_id)
            lot.unhold(have)
            lot.take(points)
            unit.books.member(posting, PTS, POINTS, hold.member_id, -points, lot_id=want.lot_id)
        short += want.points - points
    rest = tuple(PointSlice(lot_id=lot_id, points=left) for lot_id, left in covered.items())
    release(unit, replace(hold, point_slices=rest), posting)
    return short


def _spend_value(unit: Unit, hold: Hold, posting: Posting, spent: ValueSlice) -> None:
    assert hold.member_id is not None
    member_id, lot_id = hold.member_id, spent.lot_id
    unit.books.member(
        posting, MON, SV_HELD, member_id, -spent.principal, lot_id=lot_id, owner=hold.sv_owner
    )
    unit.books.member(posting, BON, BONUS, member_id, -spent.bonus, lot_id=lot_id)
    unit.books.house(posting, "contra:bonus", hold.shop_id, -spent.bonus)


def _move(unit: Unit, hold: Hold, posting: Posting, lot_id: str, principal: int) -> None:
    """From available to held; a negative amount moves back."""
    assert hold.member_id is not None
    books = unit.books
    books.member(posting, MON, SV_AVAILABLE, hold.member_id, -principal, lot_id=lot_id)
    books.member(
        posting, MON, SV_HELD, hold.member_id, principal, lot_id=lot_id, owner=hold.sv_owner
    )


def _lot(unit: Unit, lot_id: str) -> Any:
    lot = unit.books.lot(lot_id)
    if lot is None:
        raise ValueError(f"hold on a lot that is gone: {lot_id}")
    return lot


def _row(hold: Hold) -> dict[str, Any]:
    slices = hold.value_slices or hold.point_slices
    return {
        "id": hold.id,
        "tenant_id": hold.tenant_id,
        "shop_id": hold.shop_id,
        "terminal_id": hold.terminal_id,
        "sale_id": hold.sale_id,
        "member_id": hold.member_id,
        "ledger": hold.ledger.value,
        "amount": hold.amount,
        "state": hold.state.value,
        "slices": encode(slices).decode(),
        "factor": hold.factor,
        "reason": hold.reason,
        "begun_ms": hold.begun_ms,
        "ended_ms": hold.ended_ms,
        "before_principal": hold.before_principal,
        "before_bonus": hold.before_bonus,
        "before_points": hold.before_points,
    }


def _hold(row: Any) -> Hold:
    fields = {name: row[name] for name in row if name not in ("slices", "ledger", "state")}
    ledger = HoldLedger(row["ledger"])
    is_value = ledger is HoldLedger.STORED_VALUE
    return Hold(
        **fields,
        ledger=ledger,
        state=HoldState(row["state"]),
        value_slices=decode(row["slices"], tuple[ValueSlice, ...]) if is_value else (),
        point_slices=() if is_value else decode(row["slices"], tuple[PointSlice, ...]),
    )
