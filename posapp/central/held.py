"""Held sales at central: put under their id, listed for their shop, taken by exactly one till."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Select, delete, select, update

from posapp.central.portable import insert_new
from posapp.central.tables.held import held_order
from posapp.central.tables.sales import sale
from posapp.central.tables.shops import terminal
from posapp.domain.ids import is_uuid_text
from posapp.domain.money import LARGEST_AMOUNT
from posapp.errors import Refused
from posapp.wire.held import (
    HeldClaimed,
    HeldListed,
    HeldOrder,
    HeldRow,
    HeldStanding,
    Whereabouts,
)

if TYPE_CHECKING:
    from posapp.central.arrival import Arrival
    from posapp.central.caller import Caller
    from posapp.central.unit import Unit
    from posapp.wire.held import HeldAsked, HeldClaim

KEPT_MS: Final = 35 * 86_400_000
MOST_ROWS: Final = 200
_MOST_TEXT: Final = 100
_MOST_BODY: Final = 512 * 1024


def put(connection: Connection, caller: Caller, order: HeldOrder, now_ms: int) -> HeldStanding:
    """Keep an order; a repeated put changes nothing. Those of long ago go.

    Raises Refused("held.not_valid"), and Refused("request.other_body") for another till's id.
    """
    _check(order)
    _forget_old(connection, caller.tenant.id, now_ms)
    # An order that is dated ahead would never be forgotten.
    at_ms = min(max(order.at_ms, 0), now_ms)
    insert_new(connection, held_order, _row(caller, order, at_ms))
    found = _find(connection, caller.tenant.id, order.id)
    if found is None or found.terminal_id != caller.terminal_id:
        raise Refused("request.other_body")
    return _standing(connection, found)


def claim(
    connection: Connection, caller: Caller, asked: HeldClaim, request_id: str, now_ms: int
) -> HeldClaimed:
    """Give the order to this till when it waits in its shop, or is this till's already.

    One statement decides: of two tills at once one has it. Raises Refused("held.not_valid").
    """
    if not is_uuid_text(asked.id):
        raise Refused("held.not_valid")
    if asked.has_own:
        insert_new(connection, held_order, _unheard(caller, asked.id, now_ms))
    is_sold = select(sale.c.id).where(
        sale.c.id == held_order.c.sale_id, sale.c.tenant_id == caller.tenant.id
    )
    connection.execute(
        update(held_order)
        .where(
            held_order.c.id == asked.id,
            held_order.c.tenant_id == caller.tenant.id,
            held_order.c.shop_id == caller.shop_id,
            held_order.c.taken_by.is_(None),
            ~is_sold.exists(),
        )
        .values(taken_by=caller.terminal_id, taken_ms=now_ms)
    )
    found = _find(connection, caller.tenant.id, asked.id)
    if found is None or found.shop_id != caller.shop_id:
        nowhere = HeldStanding(id=asked.id, where=Whereabouts.UNKNOWN)
        return HeldClaimed(request_id=request_id, is_yours=False, standing=nowhere)
    standing = _standing(connection, found)
    is_yours = standing.where is Whereabouts.TAKEN and found.taken_by == caller.terminal_id
    order = _order(found) if is_yours and found.body else None
    return HeldClaimed(request_id=request_id, is_yours=is_yours, standing=standing, order=order)


def listed(connection: Connection, caller: Caller, asked: HeldAsked, request_id: str) -> HeldListed:
    """What waits in the caller's shop, oldest first, and how orders of its own stand."""
    waiting = _orders(caller.tenant.id).where(
        held_order.c.shop_id == caller.shop_id,
        held_order.c.taken_by.is_(None),
        sale.c.id.is_(None),
    )
    found = connection.execute(
        waiting.order_by(held_order.c.at_ms, held_order.c.id).limit(MOST_ROWS)
    )
    mine = tuple(dict.fromkeys(asked.mine))[:MOST_ROWS]
    return HeldListed(
        request_id=request_id,
        rows=tuple(_listed_row(each) for each in found),
        mine=_standings(connection, caller, mine),
    )


def note_recalled(unit: Unit, arrival: Arrival, held_id: str) -> None:
    """A till took its own order back without asking: it has it, unless another till had it before;
    then two tills may have sold the same goods, and a person is told.
    """
    if not is_uuid_text(held_id):
        return
    caller = arrival.caller
    insert_new(unit.connection, held_order, _unheard(caller, held_id, unit.now_ms))
    unit.connection.execute(
        update(held_order)
        .where(
            held_order.c.id == held_id,
            held_order.c.tenant_id == unit.tenant.id,
            held_order.c.taken_by.is_(None),
        )
        .values(taken_by=caller.terminal_id, taken_ms=unit.now_ms)
    )
    found = _find(unit.connection, unit.tenant.id, held_id)
    if found is not None and found.taken_by != caller.terminal_id:
        standing = _standing(unit.connection, found)
        arrival.open_case(unit, "held.taken_twice", order=held_id, till=standing.till)


def _check(order: HeldOrder) -> None:
    texts = (order.label, order.staff_name)
    is_valid = (
        is_uuid_text(order.id)
        and is_uuid_text(order.sale_id)
        and 0 <= order.amount <= LARGEST_AMOUNT
        and all(len(each) <= _MOST_TEXT for each in texts)
        and 0 < len(order.body) <= _MOST_BODY
    )
    if not is_valid:
        raise Refused("held.not_valid")


def _forget_old(connection: Connection, tenant_id: str, now_ms: int) -> None:
    connection.execute(
        delete(held_order).where(
            held_order.c.tenant_id == tenant_id, held_order.c.at_ms < now_ms - KEPT_MS
        )
    )


def _row(caller: Caller, order: HeldOrder, at_ms: int) -> dict[str, Any]:
    return {
        "id": order.id,
        "tenant_id": caller.tenant.id,
        "shop_id": caller.shop_id,
        "terminal_id": caller.terminal_id,
        "sale_id": order.sale_id,
        "label": order.label,
        "amount": order.amount,
        "staff_name": order.staff_name,
        "at_ms": at_ms,
        "body": order.body,
        "taken_by": None,
        "taken_ms": 0,
    }


def _unheard(caller: Caller, held_id: str, now_ms: int) -> dict[str, Any]:
    """A till takes back what central has not heard of: a put that is still on its way finds it."""
    empty = HeldOrder(
        id=held_id, sale_id=held_id, label="", amount=0, staff_name="", at_ms=0, body=""
    )
    taken = {"taken_by": caller.terminal_id, "taken_ms": now_ms}
    return {**_row(caller, empty, now_ms), **taken}


def _orders(tenant_id: str) -> Select[Any]:
    """Orders of a tenant with the till that held each, and the one that sold it."""
    is_its_sale = (sale.c.id == held_order.c.sale_id) & (sale.c.tenant_id == tenant_id)
    columns = (held_order, terminal.c.label.label("till"), sale.c.terminal_id.label("sold_at"))
    return (
        select(*columns)
        .join(terminal, terminal.c.id == held_order.c.terminal_id)
        .outerjoin(sale, is_its_sale)
        .where(held_order.c.tenant_id == tenant_id)
    )


def _find(connection: Connection, tenant_id: str, held_id: str) -> Any:
    return connection.execute(_orders(tenant_id).where(held_order.c.id == held_id)).first()


def _standings(
    connection: Connection, caller: Caller, ids: tuple[str, ...]
) -> tuple[HeldStanding, ...]:
    if not ids:
        return ()
    query = _orders(caller.tenant.id).where(held_order.c.id.in_(ids))
    found = {row.id: row for row in connection.execute(query)}
    return tuple(
        _standing(connection, found[each])
        if each in found
        else HeldStanding(id=each, where=Whereabouts.UNKNOWN)
        for each in ids
    )


def _standing(connection: Connection, row: Any) -> HeldStanding:
    """A sale in the books goes before who took it."""
    if row.sold_at is not None:
        where, who = Whereabouts.SOLD, row.sold_at
    elif row.taken_by is not None:
        where, who = Whereabouts.TAKEN, row.taken_by
    else:
        return HeldStanding(id=row.id, where=Whereabouts.WAITING)
    label = connection.execute(select(terminal.c.label).where(terminal.c.id == who)).scalar()
    return HeldStanding(id=row.id, where=where, terminal_id=who, till=label or "")


def _listed_row(row: Any) -> HeldRow:
    return HeldRow(
        id=row.id,
        sale_id=row.sale_id,
        label=row.label,
        amount=row.amount,
        staff_name=row.staff_name,
        at_ms=row.at_ms,
        terminal_id=row.terminal_id,
        till=row.till,
    )


def _order(row: Any) -> HeldOrder:
    return HeldOrder(
        id=row.id,
        sale_id=row.sale_id,
        label=row.label,
        amount=row.amount,
        staff_name=row.staff_name,
        at_ms=row.at_ms,
        body=row.body,
    )
