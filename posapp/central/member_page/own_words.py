"""What was written about a member in words, and what acts replaced: hers to read as the rest is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from posapp.central.member_page.holder_since import hers_of
from posapp.central.portable import beside
from posapp.central.service_desk.sealed import keys_of, unseal
from posapp.central.tables.members import member
from posapp.central.tables.redress import complaint, complaint_step
from posapp.central.tables.service import member_event

if TYPE_CHECKING:
    from collections.abc import Mapping

    from posapp.central.view import View

Row = dict[str, Any]


def acts_of(view: View, member_ids: list[str], since: Mapping[str, int]) -> list[Row]:
    """Newest first, with why, and what stood before and after. Words about a holder before her are
    under that one's key and are not told.
    """
    keys = _keys(view, member_ids)
    rows = view.connection.execute(
        select(member_event)
        .where(
            member_event.c.member_id.in_(member_ids),
            beside(member_event.c.tenant_id) == view.tenant.id,
            hers_of(member_event.c.member_id, member_event.c.at_ms, since),
        )
        .order_by(member_event.c.at_ms.desc(), member_event.c.id.desc())
    )
    told = []
    for row in rows:
        words = unseal(row.sealed, keys.get(row.subject_id), row.id)
        told.append(
            {
                "kind": row.kind,
                "at_ms": row.at_ms,
                "note": words.note,
                "before": words.before,
                "after": words.after,
            }
        )
    return told


def complaint_words_of(view: View, member_ids: list[str], since: Mapping[str, int]) -> list[Row]:
    """What was written down at each step of her complaints, in the order in which it was."""
    keys = _keys(view, member_ids)
    rows = view.connection.execute(
        select(complaint_step, complaint.c.about, complaint.c.subject_id)
        .join(complaint, complaint.c.id == complaint_step.c.complaint_id)
        .where(
            complaint.c.member_id.in_(member_ids),
            beside(complaint.c.tenant_id) == view.tenant.id,
            hers_of(complaint.c.member_id, complaint_step.c.at_ms, since),
        )
        .order_by(complaint_step.c.at_ms, complaint_step.c.id)
    )
    return [
        {
            "about": row.about,
            "step": row.step,
            "at_ms": row.at_ms,
            "outcome": row.outcome,
            "words": unseal(row.sealed, keys.get(row.subject_id), row.id).note,
        }
        for row in rows
    ]


def _keys(view: View, member_ids: list[str]) -> dict[str, bytes]:
    """Of those who have these files now."""
    mine = select(member.c.subject_id).where(
        member.c.id.in_(member_ids), beside(member.c.tenant_id) == view.tenant.id
    )
    subjects = view.connection.execute(mine).scalars().all()
    return keys_of(view.connection, view.keys, subjects)
