"""What a person does about a member: once per id, on the file that she saw, written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import delete, update

from posapp.central.members import all_ids_of, profile_of, tokens_of
from posapp.central.portable import insert_or_ignore
from posapp.central.service_desk.events import note_event
from posapp.central.service_desk.hands import Hand
from posapp.central.service_desk.member_file import find_row
from posapp.central.service_desk.sealed import Words
from posapp.central.tables.members import member, member_token
from posapp.central.unit import Unit
from posapp.central.view import View
from posapp.domain.member import Profile
from posapp.errors import Refused
from posapp.wire.attachments import encrypt_profile
from posapp.wire.service_desk import MemberAct

_MOST_VERSIONS: Final = 2**31


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """An act under way: the member as she stands, locked, and in whose hands it is."""

    unit: Unit
    view: View
    hand: Hand
    asked: MemberAct
    row: Any
    profile: Profile

    @property
    def member_id(self) -> str:
        member_id: str = self.row["id"]
        return member_id

    @property
    def subject_id(self) -> str:
        subject_id: str = self.row["subject_id"]
        return subject_id

    def key(self) -> bytes:
        """Her key. Raises Refused("service.forgotten") where it was destroyed."""
        if self.row["wrapped_key"] is None:
            raise Refused("service.forgotten")
        return self.unit.keys.unwrap(self.row["wrapped_key"], self.subject_id)


def begin(unit: Unit, view: View, hand: Hand, asked: MemberAct) -> Work:
    """Raises Refused("member.unknown")."""
    row = find_row(unit, asked.member_id)
    return Work(
        unit=unit,
        view=view,
        hand=hand,
        asked=asked,
        row=row,
        profile=profile_of(row, unit.keys),
    )


def take_version(work: Work) -> int:
    """The file's next version. Raises Refused("service.stale") where somebody was there first."""
    seen = work.asked.version
    if not 0 <= seen < _MOST_VERSIONS:
        raise Refused("service.stale")
    changed = work.unit.connection.execute(
        update(member)
        .where(member.c.id == work.member_id, member.c.file_version == seen)
        .values(file_version=seen + 1)
    )
    if changed.rowcount != 1:
        raise Refused("service.stale")
    return seen + 1


def write_down(
    work: Work,
    kind: str,
    *,
    detail: dict[str, str | int] | None = None,
    before: dict[str, str] | None = None,
    after: dict[str, str] | None = None,
    approved: bool = False,
    event_id: str = "",
    subject_id: str = "",
) -> None:
    """A row of her timeline with the reason, and what was replaced, under her key."""
    hand = work.hand
    words = Words(note=work.asked.note.strip(), before=before or {}, after=after or {})
    note_event(
        work.unit,
        member_id=work.member_id,
        subject_id=subject_id or work.subject_id,
        kind=kind,
        who=hand.clerk.shown,
        staff_id=hand.clerk.staff.id,
        approved_by=hand.second.shown if approved and hand.second is not None else "",
        terminal_id=hand.caller.terminal_id,
        detail=detail,
        words=words,
        event_id=event_id,
    )


def keep_profile(work: Work, profile: Profile, **values: Any) -> None:
    """Her profile under her key, and the indexes by which she is found; tills hear of it."""
    values["profile"] = encrypt_profile(profile, work.subject_id, work.key())
    set_member(work, **values)
    index(work, work.profile, profile)


def set_member(work: Work, **values: Any) -> None:
    work.unit.connection.execute(
        update(member).where(member.c.id == work.member_id).values(**values)
    )
    work.unit.change("member", work.member_id)


def index(work: Work, before: Profile | None, after: Profile | None) -> None:
    """She is found by what is hers now and no more by what was, under no id that means her; None
    is nothing.
    """
    unit = work.unit
    old = set() if before is None else set(tokens_of(unit.keys, unit.tenant.id, before))
    new = set() if after is None else set(tokens_of(unit.keys, unit.tenant.id, after))
    if old - new:
        unit.connection.execute(
            delete(member_token).where(
                member_token.c.tenant_id == unit.tenant.id,
                member_token.c.member_id.in_(
                    all_ids_of(unit.connection, unit.tenant.id, work.member_id)
                ),
                member_token.c.digest.in_(sorted(old - new)),
            )
        )
    rows = [
        {"tenant_id": unit.tenant.id, "digest": digest, "member_id": work.member_id}
        for digest in sorted(new)
    ]
    insert_or_ignore(unit.connection, member_token, rows)
