"""Numbers that central gives: one counter a tenant, a check digit, never twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select, update

from posapp.central.portable import insert_or_ignore
from posapp.central.tables.members import member
from posapp.central.tables.shops import counter

if TYPE_CHECKING:
    from sqlalchemy import Connection

_FIRST_SERIAL: Final = 600_000_000
_SERIAL_DIGITS: Final = 9


_NEXT: Final = (
    update(counter)
    .where(counter.c.tenant_id == bindparam("of_tenant"), counter.c.name == "member")
    .values(value=counter.c.value + 1)
    .returning(counter.c.value)
)
_TAKEN: Final = select(member.c.id).where(
    member.c.tenant_id == bindparam("of_tenant"), member.c.number == bindparam("wanted")
)
_NEXT_MANY: Final = (
    update(counter)
    .where(counter.c.tenant_id == bindparam("of_tenant"), counter.c.name == "member")
    .values(value=counter.c.value + bindparam("by"))
    .returning(counter.c.value)
)
_TAKEN_OF: Final = select(member.c.number).where(
    member.c.tenant_id == bindparam("of_tenant"),
    member.c.number.in_(bindparam("wanted", expanding=True)),
)


def next_member_number(connection: Connection, tenant_id: str) -> str:
    """Ten digits: a serial and its check digit. No phone, EAN or payment code is that long."""
    row = {"tenant_id": tenant_id, "name": "member", "value": _FIRST_SERIAL}
    insert_or_ignore(connection, counter, [row])
    while True:
        serial = connection.execute(_NEXT, {"of_tenant": tenant_id}).scalar_one()
        number = f"{serial}{check_digit(str(serial))}"
        asked = {"of_tenant": tenant_id, "wanted": number}
        # A till without a network may have made this very number.
        if connection.execute(_TAKEN, asked).first() is None:
            return number


def member_numbers(connection: Connection, tenant_id: str, count: int) -> list[str]:
    """As many numbers at once, for a file of members."""
    if not count:
        return []
    row = {"tenant_id": tenant_id, "name": "member", "value": _FIRST_SERIAL}
    insert_or_ignore(connection, counter, [row])
    asked = {"of_tenant": tenant_id, "by": count}
    last = connection.execute(_NEXT_MANY, asked).scalar_one()
    serials = map(str, range(last - count + 1, last + 1))
    numbers = [f"{serial}{check_digit(serial)}" for serial in serials]
    taken = set(
        connection.execute(_TAKEN_OF, {"of_tenant": tenant_id, "wanted": numbers}).scalars()
    )
    free = [number for number in numbers if number not in taken]
    return free + member_numbers(connection, tenant_id, count - len(free))


def is_member_number(text: str) -> bool:
    """True for ten digits whose last checks the others."""
    shaped = len(text) == _SERIAL_DIGITS + 1 and text.isascii() and text.isdigit()
    return shaped and check_digit(text[:-1]) == text[-1]


def check_digit(digits: str) -> str:
    """Luhn: finds every single wrong digit and nearly every swap of neighbours."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled // 10 + doubled % 10
    return str(-total % 10)
