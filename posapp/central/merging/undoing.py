"""Taking a merge back: the same entries the other way round, while nothing has moved since."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update

from posapp.central.ledger import Posting
from posapp.central.members import profile_of
from posapp.central.merging.consents import part_consents
from posapp.central.merging.families import part_families
from posapp.central.merging.moving import (
    RESTORED,
    UNDONE,
    Merged,
    merge_of,
    note,
    put_profile,
)
from posapp.central.merging.pair import MERGE_UNDONE, fingerprint, rows_of
from posapp.central.referral.uniting import part_referrals
from posapp.central.tables import ledger
from posapp.central.tables.members import member, member_alias
from posapp.central.tables.merging import member_merge, member_merge_lot
from posapp.central.tagging.joining import part_tags
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.central.quarantine import Act
    from posapp.central.unit import Unit


def undo(unit: Unit, merge_id: str, act: Act) -> Merged:
    """Both members as they were. One that is undone already is told as it stands.

    Raises Refused("merge.unknown") and Refused("merge.moved_since").
    """
    found = _kept_of(unit, merge_id)
    if found is None:
        raise Refused("merge.unknown")
    # The members first, as everywhere; the merge's row after them.
    unit.know_members({found})
    merge = merge_of(unit, merge_id)
    assert merge is not None
    if merge.state == UNDONE:
        return merge
    _check_unmoved(unit, merge)
    row = unit.connection.execute(
        select(member_merge.c.before).where(member_merge.c.id == merge_id)
    ).one()
    before = json.loads(row.before)
    _post_back(unit, merge)
    unit.flush()
    _give_back_lots(unit, merge)
    _part_rows(unit, merge, before)
    part_consents(unit, merge.kept_id, before["consents"])
    part_families(unit, merge.kept_id, merge.gone_id, before["families"], act)
    _part_aliases(unit, merge, before["aliases"])
    unit.connection.execute(
        update(member_merge)
        .where(member_merge.c.id == merge_id)
        .values(state=UNDONE, undone_by=act.who[:80], undone_ms=unit.now_ms)
    )
    note(unit, "undo_merge", merge_id, act)
    unit.change("member", merge.kept_id)
    unit.change("member", merge.gone_id)
    return Merged(id=merge.id, kept_id=merge.kept_id, gone_id=merge.gone_id, state=UNDONE)


def has_moved(unit: Unit, merge: Merged) -> bool:
    """Whether anything of the two is other than the merge left it."""
    after = unit.connection.execute(
        select(member_merge.c.after_sha256).where(member_merge.c.id == merge.id)
    ).scalar_one()
    return bool(fingerprint(unit, [merge.kept_id, merge.gone_id]) != after)


def _kept_of(unit: Unit, merge_id: str) -> str | None:
    query = select(member_merge.c.kept_id).where(
        member_merge.c.id == merge_id, member_merge.c.tenant_id == unit.tenant.id
    )
    return unit.connection.execute(query).scalar()


def _check_unmoved(unit: Unit, merge: Merged) -> None:
    if has_moved(unit, merge):
        raise Refused("merge.moved_since")


def _post_back(unit: Unit, merge: Merged) -> None:
    """The merge's own entries, each on its account, with the other sign, the last one first."""
    entry, account = ledger.entry, ledger.account
    query = (
        select(
            entry.c.ledger,
            entry.c.amount,
            entry.c.lot_id,
            account.c.kind,
            account.c.owner,
            account.c.member_id,
        )
        .join(account, account.c.id == entry.c.account_id)
        .where(entry.c.posting_id == merge.id)
        .order_by(entry.c.n.desc())
    )
    posting = Posting(
        id=unit.ids.new(),
        kind=MERGE_UNDONE,
        source_id=merge.id,
        reverses_id=merge.id,
        at_ms=unit.now_ms,
        member_id=merge.kept_id,
    )
    unit.books.load_members((merge.kept_id, merge.gone_id))
    for row in unit.connection.execute(query).all():
        unit.books.member(
            posting,
            row.ledger,
            row.kind,
            row.member_id,
            -row.amount,
            lot_id=row.lot_id,
            owner=row.owner,
        )
    unit.books.post(posting)


def _give_back_lots(unit: Unit, merge: Merged) -> None:
    moved = select(member_merge_lot.c.lot_id).where(member_merge_lot.c.merge_id == merge.id)
    unit.connection.execute(
        update(ledger.lot).where(ledger.lot.c.id.in_(moved)).values(member_id=merge.gone_id)
    )


def _part_rows(unit: Unit, merge: Merged, before: dict[str, Any]) -> None:
    filled = before["filled"]
    if filled:
        kept = rows_of(unit.connection, [merge.kept_id])[merge.kept_id]
        if kept["wrapped_key"] is not None:
            known = profile_of(kept, unit.keys)
            emptied: dict[str, Any] = {name: () if name == "extra" else "" for name in filled}
            put_profile(unit, kept, replace(known, **emptied))
    part_referrals(unit, before)
    part_tags(unit, merge.kept_id, merge.gone_id, before)
    values = {name: before[name] for name in RESTORED if name in before}
    unit.connection.execute(update(member).where(member.c.id == merge.kept_id).values(**values))
    unit.connection.execute(
        update(member).where(member.c.id == merge.gone_id).values(merged_into=None)
    )


def _part_aliases(unit: Unit, merge: Merged, were: list[str]) -> None:
    alias = member_alias
    unit.connection.execute(delete(alias).where(alias.c.id == merge.gone_id))
    back = {"merged_into": merge.gone_id}
    unit.connection.execute(
        update(alias).where(alias.c.id.in_(were)).values(member_id=merge.gone_id)
    )
    unit.connection.execute(update(member).where(member.c.id.in_(were)).values(**back))
    unit.add_member(merge.gone_id, merge.gone_id)
