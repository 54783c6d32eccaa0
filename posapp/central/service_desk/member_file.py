"""A member's file: who she is, masked, what she has, her cards and consents, what she is owed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from posapp.central.caller import Caller
from posapp.central.compensation.on_file import complaints_of, coupons_offered
from posapp.central.leases import reserved_for
from posapp.central.look_ups import note_seen
from posapp.central.member_page.asking import askings_of
from posapp.central.members import all_ids_of, load_members, profile_of
from posapp.central.referral.progress import brought_by, friends_of, on_file
from posapp.central.registration.consents import entries_of, in_force
from posapp.central.service_desk.access_log import FILE, TIMELINE, note_access
from posapp.central.service_desk.guardians import children, guardians
from posapp.central.service_desk.hands import Clerk
from posapp.central.service_desk.sealed import keys_of, unseal
from posapp.central.service_desk.timeline import timeline
from posapp.central.tables.members import member, subject_key
from posapp.central.tables.sales import sale
from posapp.central.tables.service import member_card
from posapp.central.tagging.file_tags import offered, tags_of
from posapp.central.tiers import section as tier_by_hand
from posapp.central.unit import Unit
from posapp.central.view import View
from posapp.domain.member import masked_card, masked_name, masked_phone
from posapp.errors import Refused
from posapp.wire.service_desk import (
    MOST_COUNTED,
    CardShown,
    ConsentStanding,
    FileSection,
    MemberFile,
    MemberFileAsked,
    RevealAsked,
    Revealed,
    SectionRow,
    TimelineAsked,
    TimelinePage,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from posapp.domain.member import Member, Profile

ACTIVE: Final = "active"
_MOST_CARDS: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Somebody who may serve members looks at one, within one unit of work."""

    unit: Unit
    view: View
    caller: Caller
    clerk: Clerk
    request_id: str

    def note(self, member_id: str, what: str, why: str = "service") -> None:
        note_access(
            self.unit,
            member_id,
            what,
            who=self.clerk.shown,
            staff_id=self.clerk.staff.id,
            terminal_id=self.caller.terminal_id,
            why=why,
        )


def member_file(look: Look, asked: MemberFileAsked) -> MemberFile:
    """Her file as of now; that it was opened is written down with it.

    Raises Refused("member.unknown", "members.too_many_look_ups").
    """
    view, row = look.view, find_row(look.unit, asked.member_id)
    (who,) = load_members(view, [row["id"]])
    note_seen(look.unit, look.caller, [who])
    look.note(who.id, FILE)
    profile = profile_of(row, view.keys)
    page = timeline(view, who.id, shelf=asked.shelf, after="", limit=asked.limit)
    return MemberFile(
        request_id=look.request_id,
        id=who.id,
        number=who.number,
        version=row["file_version"],
        tier=who.tier,
        status=who.status,
        registered_ms=row["registered_ms"],
        name=masked_name(profile.name),
        phone=masked_phone(profile.phone),
        birthday=masked_birthday(profile.birthday),
        gender=profile.gender,
        phone_verified=bool(row["phone_verified"]),
        is_forgotten=row["wrapped_key"] is None,
        principal=who.principal,
        bonus=who.bonus,
        held=who.held,
        points=who.points,
        points_pending=who.points_pending,
        growth=who.growth,
        coupons=who.coupons,
        sales=_sales(view, who.id),
        cards=_cards(view, who, profile),
        consents=_consents(view, who.id),
        sections=tuple(
            section for read in SECTIONS for section in [read(view, who.id)] if section.rows
        ),
        timeline=page.rows,
        next=page.next,
        tags=tags_of(view, who.id),
        tags_offered=offered(view),
        coupons_offered=coupons_offered(view, who.coupons),
        complaints=complaints_of(view, who.id),
        extra=profile.extra,
    )


def more_of_timeline(look: Look, asked: TimelineAsked) -> TimelinePage:
    """Another page. Raises as `member_file` and `timeline`."""
    row = find_row(look.unit, asked.member_id)
    look.note(row["id"], TIMELINE)
    page = timeline(look.view, row["id"], shelf=asked.shelf, after=asked.after, limit=asked.limit)
    return TimelinePage(request_id=look.request_id, rows=page.rows, next=page.next)


def reveal(look: Look, asked: RevealAsked) -> Revealed:
    """One thing in full; who asked is written down with it. Raises as `member_file`."""
    row = find_row(look.unit, asked.member_id)
    note_seen(look.unit, look.caller, load_members(look.view, [row["id"]]))
    look.note(row["id"], asked.what, asked.why)
    text: str = getattr(profile_of(row, look.unit.keys), asked.what)
    return Revealed(request_id=look.request_id, text=text)


def find_row(unit: Unit, member_id: str) -> Any:
    """Her row with her wrapped key, through aliases. Raises Refused("member.unknown")."""
    known = unit.member(member_id)
    if known is None:
        raise Refused("member.unknown")
    query = (
        select(member, subject_key.c.wrapped_key)
        .outerjoin(subject_key, subject_key.c.subject_id == member.c.subject_id)
        .where(member.c.id == known)
    )
    return unit.connection.execute(query).mappings().one()


def masked_birthday(birthday: str) -> str:
    """Without the year."""
    return birthday[5:]


def _sales(view: View, member_id: str) -> int:
    """Counted no further than anybody reads."""
    ids = all_ids_of(view.connection, view.tenant.id, member_id)
    some = select(sale.c.id).where(sale.c.member_id.in_(ids)).limit(MOST_COUNTED).subquery()
    return int(view.connection.execute(select(func.count()).select_from(some)).scalar_one())


def _cards(view: View, who: Member, profile: Profile) -> tuple[CardShown, ...]:
    """The one in use first, then the others, newest first; those of a file that became hers too."""
    query = (
        select(member_card)
        .where(member_card.c.member_id.in_(all_ids_of(view.connection, view.tenant.id, who.id)))
        .order_by(member_card.c.at_ms.desc())
        .limit(_MOST_CARDS)
    )
    rows = view.connection.execute(query).all()
    keys = keys_of(view.connection, view.keys, [row.subject_id for row in rows]) if rows else {}
    shown = []
    if profile.card:
        at_ms = next((row.at_ms for row in rows if row.state == ACTIVE), 0)
        shown.append(CardShown(tail=masked_card(profile.card), state=ACTIVE, at_ms=at_ms))
    for row in rows:
        if row.state != ACTIVE:
            text = unseal(row.sealed, keys.get(row.subject_id), row.digest.hex()).note
            shown.append(CardShown(tail=masked_card(text), state=row.state, at_ms=row.at_ms))
    return tuple(shown)


def _consents(view: View, member_id: str) -> tuple[ConsentStanding, ...]:
    return tuple(
        ConsentStanding(
            purpose=each.purpose,
            given=each.given,
            policy_version=each.policy_version,
            channel=each.channel,
            at_ms=each.at_ms,
        )
        for each in in_force(entries_of(view.connection, member_id))
    )


def _lent(view: View, member_id: str) -> FileSection:
    """Value that is in the hands of tills now."""
    lent = reserved_for(view.connection, view.tenant.id, [member_id])
    rows = (
        SectionRow(title=each.terminal_code, text=each.shop_name, amount=each.amount)
        for each in lent
    )
    return FileSection(kind="lent", rows=tuple(rows))


def _asked(view: View, member_id: str) -> FileSection:
    """What she asked for on her page and nobody has answered."""
    asked = askings_of(view.connection, view.keys, view.tenant.id, member_id)
    rows = (SectionRow(title=each.words, at_ms=each.at_ms) for each in asked if each.is_waiting)
    return FileSection(kind="asked", rows=tuple(rows))


SECTIONS: Final[tuple[Callable[[View, str], FileSection], ...]] = (
    _asked,
    guardians,
    children,
    _lent,
    tier_by_hand,
    brought_by,
    on_file,
    friends_of,
)
"""What else stands in a file: a reader for each kind, in the order in which they are shown."""
