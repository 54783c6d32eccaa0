"""A person at central: every id that means her, every key that anything about her lies under."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select

from posapp.central.tables.inbox import inbox
from posapp.central.tables.members import member, member_alias
from posapp.central.tables.redress import complaint
from posapp.central.tables.service import member_card, member_event
from posapp.wire.canonical import decode
from posapp.wire.sync import Attachment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

NO_ATTACHMENTS: Final = "[]"
_SENT: Final = select(inbox.c.attachments).where(
    inbox.c.tenant_id == bindparam("of_tenant"),
    inbox.c.aggregate_id.in_(bindparam("ids", expanding=True)),
    inbox.c.attachments != NO_ATTACHMENTS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """`ids` are her own and those that became hers; `subject_ids` name keys, whether they are there
    or not: of her accounts, of holders before her, of registrations that turned out to be hers.
    """

    tenant_id: str
    member_id: str
    ids: tuple[str, ...]
    subject_ids: tuple[str, ...]


def person_of(connection: Connection, tenant_id: str, member_id: str) -> Person:
    """`member_id` is the member herself, no alias."""
    ids = _ids(connection, tenant_id, [member_id])
    return Person(
        tenant_id=tenant_id,
        member_id=member_id,
        ids=ids,
        subject_ids=_subjects(connection, tenant_id, ids),
    )


def persons_under(
    connection: Connection, tenant_id: str, subject_ids: Iterable[str]
) -> list[Person]:
    """Whoever has accounts under these keys now."""
    found = connection.execute(
        select(member.c.id, member.c.merged_into).where(
            member.c.tenant_id == tenant_id, member.c.subject_id.in_(sorted(set(subject_ids)))
        )
    )
    owners = sorted({row.merged_into or row.id for row in found})
    return [person_of(connection, tenant_id, each) for each in owners]


def _ids(connection: Connection, tenant_id: str, known: Sequence[str]) -> tuple[str, ...]:
    aliases = select(member_alias.c.id).where(
        member_alias.c.tenant_id == tenant_id, member_alias.c.member_id.in_(known)
    )
    merged = select(member.c.id).where(
        member.c.tenant_id == tenant_id, member.c.merged_into.in_(known)
    )
    found = {*known, *connection.execute(aliases).scalars(), *connection.execute(merged).scalars()}
    return (known[0], *sorted(found - {known[0]}))


def _subjects(connection: Connection, tenant_id: str, ids: Sequence[str]) -> tuple[str, ...]:
    queries = (
        select(member.c.subject_id).where(member.c.id.in_(ids)),
        select(member_event.c.subject_id)
        .distinct()
        .where(member_event.c.member_id.in_(ids), member_event.c.subject_id != ""),
        select(member_card.c.subject_id).distinct().where(member_card.c.member_id.in_(ids)),
        select(complaint.c.subject_id).distinct().where(complaint.c.member_id.in_(ids)),
    )
    found = {each for query in queries for each in connection.execute(query).scalars()}
    rows = connection.execute(_SENT, {"of_tenant": tenant_id, "ids": list(ids)}).scalars()
    for row in rows:
        found |= {each.subject_id for each in decode(row, tuple[Attachment, ...])}
    return tuple(sorted(found))
