"""What goes out of the tables when a person is forgotten; keys are `erasing`'s and `destroyed`'s.

A package whose table holds something of hers appends what clears it to `SWEEPS`, and the table to
`places`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, delete, func, or_, select, update

from posapp.central.member_page.sign_in import paced_digest
from posapp.central.privacy.persons import NO_ATTACHMENTS, Person
from posapp.central.tables.inbox import dead_letter, fork, inbox
from posapp.central.tables.member_page import member_request, page_session
from posapp.central.tables.members import member, member_token
from posapp.central.tables.merging import member_pair
from posapp.central.tables.referral import invite, referral
from posapp.central.tables.registration import family, family_member
from posapp.central.tables.requests import look_up, one_time_code, phone_turn, wrong_tries
from posapp.central.tables.service import member_card
from posapp.central.tables.snapshots import snapshot, snapshot_chunk
from posapp.central.tagging.consent import forget_tags
from posapp.domain.member import MemberStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from posapp.central.keys import CentralKeys


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """Whose traces and when, and the blind digests of her phones where somebody could still read
    those.
    """

    connection: Connection
    person: Person
    now_ms: int
    phone_digests: tuple[bytes, ...] = ()

    def drop(self, table: Any, *which: Any) -> None:
        self.connection.execute(delete(table).where(*which))


def phone_digests(keys: CentralKeys, tenant_id: str, phones: Iterable[str]) -> tuple[bytes, ...]:
    """Under what codes that went to these phones are kept, of the counter and of the page."""
    return tuple(
        digest
        for phone in sorted(set(phones) - {""})
        for digest in (keys.blind(tenant_id, "phone", phone), paced_digest(keys, tenant_id, phone))
    )


def sweep(work: Sweep) -> None:
    """She is found by nothing, and nobody who serves members reads anything of her."""
    for each in SWEEPS:
        each(work)


def sweep_sealed(work: Sweep) -> None:
    """What a sealed copy had to keep goes with its key."""
    connection, ids = work.connection, work.person.ids
    connection.execute(update(member).where(member.c.id.in_(ids)).values(profile=None))
    connection.execute(
        update(member_request)
        .where(member_request.c.member_id.in_(ids))
        .values(words=None, answer=None)
    )


def _member(work: Sweep) -> None:
    values = {"status": MemberStatus.CLOSED.value, "coupons": "", "seed": None, "source": ""}
    ids = work.person.ids
    work.connection.execute(update(member).where(member.c.id.in_(ids)).values(**values))
    work.drop(member_token, member_token.c.member_id.in_(ids))


def _page(work: Sweep) -> None:
    work.drop(page_session, page_session.c.member_id.in_(work.person.ids))


def _codes(work: Sweep) -> None:
    digests = work.phone_digests
    if digests:
        work.drop(one_time_code, one_time_code.c.phone_digest.in_(digests))
        of_tenant = phone_turn.c.tenant_id == work.person.tenant_id
        work.drop(phone_turn, of_tenant, phone_turn.c.digest.in_(digests))
    work.drop(wrong_tries, wrong_tries.c.subject_id.in_(work.person.ids))


def _cards(work: Sweep) -> None:
    work.drop(member_card, member_card.c.member_id.in_(work.person.ids))


def _pairs(work: Sweep) -> None:
    ids, pair = work.person.ids, member_pair.c
    of_tenant = pair.tenant_id == work.person.tenant_id
    work.drop(member_pair, of_tenant, or_(pair.first_id.in_(ids), pair.second_id.in_(ids)))


def _looks(work: Sweep) -> None:
    work.drop(look_up, look_up.c.member_id.in_(work.person.ids))


def _family(work: Sweep) -> None:
    """A family of nobody ends."""
    ids = work.person.ids
    mine = select(family_member.c.family_id).where(family_member.c.member_id.in_(ids))
    families = list(work.connection.execute(mine).scalars())
    work.drop(family_member, family_member.c.member_id.in_(ids))
    for family_id in families:
        left = select(func.count()).where(family_member.c.family_id == family_id)
        if not work.connection.execute(left).scalar_one():
            work.drop(family, family.c.id == family_id)


def _tags(work: Sweep) -> None:
    forget_tags(work.connection, work.person.ids, work.now_ms)


def _referrals(work: Sweep) -> None:
    """Who brought whom stays as ids; her code ends, and what could be matched with her phone."""
    ids = work.person.ids
    work.drop(invite, invite.c.member_id.in_(ids))
    work.connection.execute(
        update(referral).where(referral.c.member_id.in_(ids)).values(phone=None, device="")
    )


def _sent_profiles(work: Sweep) -> None:
    """What tills sent of her beside their facts: sealed to central, who could open it again."""
    person = work.person
    work.connection.execute(
        update(inbox)
        .where(
            inbox.c.tenant_id == person.tenant_id,
            inbox.c.aggregate_id.in_(person.ids),
            inbox.c.attachments != NO_ATTACHMENTS,
        )
        .values(attachments=NO_ATTACHMENTS)
    )
    forks = work.connection.execute(
        select(fork.c.id, fork.c.attachments).where(
            fork.c.tenant_id == person.tenant_id, fork.c.attachments != NO_ATTACHMENTS
        )
    ).all()
    hers = [row.id for row in forks if any(each in row.attachments for each in person.subject_ids)]
    if hers:
        work.connection.execute(
            update(fork).where(fork.c.id.in_(hers)).values(attachments=NO_ATTACHMENTS)
        )


def _letters(work: Sweep) -> None:
    """Bytes that nobody could read, with her sealed key in them: the letter keeps its digest."""
    person = work.person
    letters = work.connection.execute(
        select(dead_letter.c.id, dead_letter.c.body).where(
            dead_letter.c.tenant_id == person.tenant_id
        )
    )
    named = [each.encode() for each in person.subject_ids]
    hers = [row.id for row in letters if any(each in bytes(row.body) for each in named)]
    if hers:
        work.connection.execute(
            update(dead_letter).where(dead_letter.c.id.in_(hers)).values(body=b"")
        )


def _snapshots(work: Sweep) -> None:
    """Made ready for new tills, members in it; the next till has another one made."""
    mine = select(snapshot.c.id).where(snapshot.c.tenant_id == work.person.tenant_id)
    ids = list(work.connection.execute(mine).scalars())
    if ids:
        work.drop(snapshot_chunk, snapshot_chunk.c.snapshot_id.in_(ids))
        work.drop(snapshot, snapshot.c.id.in_(ids))


SWEEPS: Final[tuple[Callable[[Sweep], None], ...]] = (
    _member,
    _page,
    _codes,
    _cards,
    _pairs,
    _looks,
    _family,
    _tags,
    _referrals,
    _sent_profiles,
    _letters,
    _snapshots,
)
