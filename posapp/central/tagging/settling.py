"""After the facts of a transaction: who bought what is judged by the rules, once for all of them.

The number of statements depends on the rules, never on how many sales there were or on how long a
history is: a rule reads the n-th newest sale that counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, delete
from sqlalchemy.dialects import postgresql, sqlite

from posapp.central.portable import insert_or_ignore
from posapp.central.tables.tagging import member_purchase, tag_reason
from posapp.central.tagging.book import (
    Book,
    end,
    ends,
    look_again,
    put,
    read_book,
    standing,
    who_agree,
)
from posapp.domain.tags import DAY_MS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from posapp.central.tagging.heard import Heard
    from posapp.central.unit import Unit

BY_RULE: Final = "rule"
_FORGET: Final = delete(tag_reason).where(
    tag_reason.c.sale_id == bindparam("of_sale"), tag_reason.c.tag == bindparam("of_tag")
)


def settle(unit: Unit) -> None:
    """Called after facts were applied; what they staged is written first. A sale that comes after
    she left says nothing of her any more.
    """
    heard = [each for each in unit.heard if not unit.has_left(each.member_id)]
    unit.heard = []
    if not heard:
        return
    unit.flush()
    book = read_book(unit.connection, unit.tenant.id)
    bought = [each for each in heard if not each.is_return]
    _note_purchases(unit, book, bought)
    if not book.rules:
        return
    touched = _note_reasons(unit, book, bought)
    for tag, members in _take_reasons(unit, book, heard).items():
        touched.setdefault(tag, set()).update(members)
    stands = standing(unit.connection, {each.member_id for each in heard})
    judge(unit, book, touched, stands)
    _wake(unit, book, bought, stands)
    unit.flush()


def judge(
    unit: Unit,
    book: Book,
    touched: Mapping[str, set[str]],
    stands: Mapping[tuple[str, str], Any],
) -> None:
    """By tag and member: put what holds now, end what holds no more."""
    due: list[tuple[str, int | None]] = []
    for tag, members in sorted(touched.items()):
        found = ends(unit.connection, book.rules[tag], members)
        for member_id, ends_ms in sorted(found.items()):
            row = stands.get((member_id, tag))
            holds = ends_ms is None or ends_ms > unit.now_ms
            if holds and row is None:
                put(unit, member_id, tag, who=BY_RULE, due_ms=ends_ms)
            elif row is not None and holds and row.due_ms != ends_ms:
                due.append((row.id, ends_ms))
            elif row is not None and not holds:
                end(unit, [row], BY_RULE)
    look_again(unit.connection, due)


def _note_purchases(unit: Unit, book: Book, bought: Sequence[Heard]) -> None:
    """The newest counts, whatever comes late."""
    last: dict[str, int] = {}
    for each in bought:
        last[each.member_id] = max(each.at_ms, last.get(each.member_id, 0))
    rows = [
        {
            "member_id": member_id,
            "tenant_id": unit.tenant.id,
            "last_ms": at_ms,
            "due_ms": book.sleeps_ms(at_ms, at_ms),
        }
        for member_id, at_ms in sorted(last.items())
    ]
    if not rows:
        return
    on_server = unit.connection.dialect.name == "postgresql"
    new = postgresql.insert(member_purchase) if on_server else sqlite.insert(member_purchase)
    unit.connection.execute(
        new.on_conflict_do_update(
            index_elements=["member_id"],
            set_={"last_ms": new.excluded.last_ms, "due_ms": new.excluded.due_ms},
            where=new.excluded.last_ms > member_purchase.c.last_ms,
        ),
        rows,
    )


def _note_reasons(unit: Unit, book: Book, bought: Sequence[Heard]) -> dict[str, set[str]]:
    """The sales that speak for a tag, of those who may be profiled where it profiles."""
    members = {each.member_id for each in bought}
    agreed = who_agree(unit.connection, members) if book.profiles else frozenset()
    touched: dict[str, set[str]] = {}
    rows = []
    for each in bought:
        for rule in book.counting:
            may = not rule.profiles or each.member_id in agreed
            if may and rule.counts(each.sale, {}):
                touched.setdefault(rule.tag, set()).add(each.member_id)
                rows.append(
                    {
                        "member_id": each.member_id,
                        "tag": rule.tag,
                        "sale_id": each.sale.id,
                        "tenant_id": unit.tenant.id,
                        "at_ms": each.at_ms,
                    }
                )
    insert_or_ignore(unit.connection, tag_reason, rows)
    return touched


def _take_reasons(unit: Unit, book: Book, heard: Sequence[Heard]) -> dict[str, set[str]]:
    """A return may take the reason away."""
    touched: dict[str, set[str]] = {}
    gone = []
    for each in heard:
        for rule in book.counting if each.is_return else ():
            if rule.counts(each.sale, {}) and not rule.counts(each.sale, each.returned):
                touched.setdefault(rule.tag, set()).add(each.member_id)
                gone.append({"of_sale": each.sale.id, "of_tag": rule.tag})
    if gone:
        unit.connection.execute(_FORGET, gone)
    return touched


def _wake(
    unit: Unit, book: Book, bought: Sequence[Heard], stands: Mapping[tuple[str, str], Any]
) -> None:
    """Who was away is back, unless the sale is an old one that came late."""
    for rule in book.sleeping:
        for each in bought:
            row = stands.get((each.member_id, rule.tag))
            if row is not None and each.at_ms + rule.days * DAY_MS > unit.now_ms:
                end(unit, [row], BY_RULE)
