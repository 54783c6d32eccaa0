"""The blind index made anew from the profiles, after the words under which names are found grew."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, select

from posapp.central.commands import central_of
from posapp.central.members import profile_of, tokens_of
from posapp.central.portable import beside, insert_or_ignore
from posapp.central.seeding import only_tenant
from posapp.central.tables.members import member, member_token, subject_key
from posapp.domain.member import MemberStatus

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.central.unit import Unit

BATCH: Final = 500
_NEXT: Final = (
    select(member, subject_key.c.wrapped_key)
    .join(subject_key, subject_key.c.subject_id == member.c.subject_id)
    .where(
        member.c.tenant_id == bindparam("of_tenant"),
        member.c.profile.is_not(None),
        member.c.id > bindparam("after"),
    )
    .order_by(member.c.id)
    .limit(bindparam("most"))
    .with_for_update(of=member, key_share=True)
)
_TOKENS: Final = select(member_token.c.member_id, member_token.c.digest).where(
    member_token.c.member_id.in_(bindparam("ids", expanding=True)),
    beside(member_token.c.tenant_id) == bindparam("of_tenant"),
)
_DROP: Final = delete(member_token).where(
    member_token.c.tenant_id == bindparam("of_tenant"),
    member_token.c.digest == bindparam("old"),
    member_token.c.member_id == bindparam("owner"),
)


def index_members(data: Path) -> dict[str, object]:
    """Look at everybody's profile, in batches; broken off, the same again finds less to do.

    Returns how many members were looked at, and how many entries came and went.
    """
    central = central_of(data)
    with closing(central.database):
        tenant = only_tenant(central)
        counts = {"members": 0, "added": 0, "dropped": 0}
        after = ""
        while True:
            with central.work(tenant) as unit:
                asked = {"of_tenant": tenant.id, "after": after, "most": BATCH}
                rows = unit.connection.execute(_NEXT, asked).mappings().all()
                _index(unit, rows, counts)
            if len(rows) < BATCH:
                return dict(counts)
            after = rows[-1]["id"]


def _index(unit: Unit, rows: Any, counts: dict[str, int]) -> None:
    tenant_id = unit.tenant.id
    wanted = {
        (row["id"], digest)
        for row in rows
        # Whoever closed her account is found by her number alone.
        if row["status"] != MemberStatus.CLOSED
        for digest in tokens_of(unit.keys, tenant_id, profile_of(row, unit.keys))
    }
    asked = {"of_tenant": tenant_id, "ids": [row["id"] for row in rows]}
    known = {(row.member_id, bytes(row.digest)) for row in unit.connection.execute(_TOKENS, asked)}
    new = [
        {"tenant_id": tenant_id, "digest": digest, "member_id": owner}
        for owner, digest in sorted(wanted - known)
    ]
    insert_or_ignore(unit.connection, member_token, new)
    old = [
        {"of_tenant": tenant_id, "old": digest, "owner": owner}
        for owner, digest in sorted(known - wanted)
    ]
    if old:
        unit.connection.execute(_DROP, old)
    counts["members"] += len(rows)
    counts["added"] += len(new)
    counts["dropped"] += len(old)
