"""What an operator does about members who may be one: looks for them, merges two, takes it back."""

from __future__ import annotations

import getpass
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from msgspec.structs import asdict
from sqlalchemy import func, select

from posapp.central.commands import central_of
from posapp.central.merging.likeness import find_pairs
from posapp.central.merging.moving import merge
from posapp.central.merging.showing import open_pairs, side_by_side
from posapp.central.merging.undoing import undo
from posapp.central.quarantine import Act
from posapp.central.seeding import only_tenant
from posapp.central.tables.members import member
from posapp.central.view import View
from posapp.errors import Refused
from posapp.wire.merging import REASONS, MergeAsked, PairShown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from posapp.central.caller import Tenant
    from posapp.central.service import Central
    from posapp.central.unit import Unit

Answer = dict[str, Any]


def duplicates(data: Path) -> Answer:
    """Look through all members; the first pairs that wait for a person, masked."""
    with _opened(data) as (central, tenant):
        new = find_pairs(central, tenant)
        with central.database.read() as connection:
            view = View(
                connection=connection,
                tenant=tenant,
                keys=central.keys,
                now_ms=central.clock.wall_ms(),
            )
            shown, after = open_pairs(view, "")
    return {"new": new, "more": bool(after), "pairs": [_told(each) for each in shown]}


def merge_two(data: Path, *, kept: str, gone: str, reason: str, commit: bool) -> Answer:
    """Two members by their numbers side by side; with `commit` they are one. `why_not` is what
    stands in the way.

    Raises as `merge`, and Refused("merge.reason_unknown", known).
    """
    if reason not in REASONS:
        raise Refused("merge.reason_unknown", known=", ".join(REASONS))
    with _opened(data) as (central, tenant), central.work(tenant) as unit:
        kept_id, gone_id = _id_of(unit, kept), _id_of(unit, gone)
        if commit:
            done = merge(unit, unit.ids.new(), kept_id, gone_id, _act(reason))
            return {"merge": done.id, "state": done.state, "kept": kept, "gone": gone}
        view = View(connection=unit.connection, tenant=tenant, keys=unit.keys, now_ms=unit.now_ms)
        asked = MergeAsked(staff_id="", kept_id=kept_id, gone_id=gone_id)
        shown = side_by_side(unit, view, asked, "")
        why_not = {"key": shown.why_not, "params": {"where": shown.where}}
        return {
            "kept": asdict(shown.kept),
            "gone": asdict(shown.gone),
            "status": shown.status,
            "coupons_lost": list(shown.coupons_lost),
            "failed": bool(shown.why_not),
            "why_not": [why_not] if shown.why_not else [],
        }


def undo_merge(data: Path, *, merge_id: str) -> Answer:
    """Take a merge back. Raises as `undo`."""
    with _opened(data) as (central, tenant), central.work(tenant) as unit:
        done = undo(unit, merge_id, _act("undo"))
        return {"merge": done.id, "state": done.state}


def _told(pair: PairShown) -> Answer:
    one, two = pair.first, pair.second
    return {
        "reason": pair.reason,
        "first": f"{one.number} {one.name} {one.phone} {one.card}".strip(),
        "second": f"{two.number} {two.name} {two.phone} {two.card}".strip(),
    }


def _id_of(unit: Unit, number: str) -> str:
    """Raises Refused("member.unknown")."""
    found = unit.connection.execute(
        select(func.coalesce(member.c.merged_into, member.c.id)).where(
            member.c.tenant_id == unit.tenant.id, member.c.number == number
        )
    ).scalar()
    if found is None:
        raise Refused("member.unknown")
    return str(found)


def _act(reason: str) -> Act:
    return Act(who=getpass.getuser(), note=reason)


@contextmanager
def _opened(data: Path) -> Iterator[tuple[Central, Tenant]]:
    central = central_of(data)
    with closing(central.database):
        yield central, only_tenant(central)
