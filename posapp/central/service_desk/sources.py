"""Where a timeline comes from: one statement a source, each read newest first by its index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, and_, bindparam, func, literal, or_, select, tuple_

from posapp.central.tables.ledger import hold, posting
from posapp.central.tables.member_page import member_request
from posapp.central.tables.members import member
from posapp.central.tables.registration import consent_entry, family_move
from posapp.central.tables.service import data_access, data_glance, member_event
from posapp.central.tables.tagging import member_tag, tag
from posapp.wire.service_desk import Shelf

CORRECTION: Final = "correction"
COMPENSATION: Final = "compensation"
COMPENSATION_BACK: Final = "compensation_back"
REGISTERED: Final = "registered"
DECLINED: Final = "hold_declined"
ACCESS: Final = "access"
CONSENT: Final = "consent"
FAMILY: Final = "family"
REQUEST: Final = "request"
RULE_TAG: Final = "rule_tag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """`statement` takes `owner`, `before_ms`, `before_id`, `most`; gives `at_ms`, `id`, `kind`."""

    name: str
    statement: Select[Any]
    shelves: frozenset[Shelf]


def _newest(query: Select[Any], at: Any, row_id: Any) -> Select[Any]:
    place = tuple_(at, row_id) < tuple_(bindparam("before_ms"), bindparam("before_id"))
    return query.where(place).order_by(at.desc(), row_id.desc()).limit(bindparam("most"))


_POSTINGS: Final = _newest(
    select(
        posting.c.at_ms,
        posting.c.id,
        posting.c.kind,
        posting.c.source_id,
        posting.c.terminal_id,
    ).where(
        posting.c.member_id == bindparam("owner"), posting.c.kind.not_in((CORRECTION, COMPENSATION))
    ),
    posting.c.at_ms,
    posting.c.id,
)
_EVENTS: Final = _newest(
    select(member_event).where(member_event.c.member_id == bindparam("owner")),
    member_event.c.at_ms,
    member_event.c.id,
)
_CORRECTIONS: Final = _newest(
    select(member_event).where(
        member_event.c.member_id == bindparam("owner"),
        member_event.c.kind.in_((CORRECTION, COMPENSATION, COMPENSATION_BACK)),
    ),
    member_event.c.at_ms,
    member_event.c.id,
)
_ACCESSES: Final = _newest(
    select(data_access, literal(ACCESS).label("kind")).where(
        data_access.c.member_id == bindparam("owner")
    ),
    data_access.c.at_ms,
    data_access.c.id,
)
_GLANCES: Final = _newest(
    select(data_glance, literal("").label("why"), literal(ACCESS).label("kind")).where(
        data_glance.c.member_id == bindparam("owner")
    ),
    data_glance.c.at_ms,
    data_glance.c.id,
)
_DECLINED: Final = _newest(
    select(
        hold.c.begun_ms.label("at_ms"),
        hold.c.id,
        literal(DECLINED).label("kind"),
        hold.c.terminal_id,
        hold.c.ledger,
        hold.c.amount,
        hold.c.reason,
    ).where(hold.c.member_id == bindparam("owner"), hold.c.state == "declined"),
    hold.c.begun_ms,
    hold.c.id,
)
_REGISTERED: Final = _newest(
    select(
        member.c.registered_ms.label("at_ms"), member.c.id, literal(REGISTERED).label("kind")
    ).where(member.c.id == bindparam("owner")),
    member.c.registered_ms,
    member.c.id,
)
_CONSENTS: Final = _newest(
    select(
        consent_entry.c.at_ms,
        consent_entry.c.id,
        literal(CONSENT).label("kind"),
        consent_entry.c.terminal_id,
        consent_entry.c.staff_name,
        consent_entry.c.purpose,
        consent_entry.c.given,
        consent_entry.c.channel,
        consent_entry.c.policy_version,
    ).where(
        consent_entry.c.member_id == bindparam("owner"),
        or_(consent_entry.c.given == 1, consent_entry.c.event_id.is_(None)),
    ),
    consent_entry.c.at_ms,
    consent_entry.c.id,
)
"""Without what she was asked when she registered and did not agree to: nothing happened by it."""

_FAMILY: Final = _newest(
    select(
        family_move.c.at_ms,
        family_move.c.id,
        literal(FAMILY).label("kind"),
        family_move.c.terminal_id,
        family_move.c.staff_name,
        family_move.c.act,
        family_move.c.reason,
    ).where(family_move.c.member_id == bindparam("owner")),
    family_move.c.at_ms,
    family_move.c.id,
)
_REQUESTS: Final = _newest(
    select(
        member_request.c.at_ms,
        member_request.c.id,
        literal(REQUEST).label("kind"),
        member_request.c.kind.label("what"),
    ).where(member_request.c.member_id == bindparam("owner")),
    member_request.c.at_ms,
    member_request.c.id,
)


def _rule_tags(at: Any, *, put: int) -> Select[Any]:
    """What a rule put, or took away; what a hand did is an event with its reason."""
    name = func.coalesce(tag.c.name, member_tag.c.tag).label("tag")
    return _newest(
        select(
            at.label("at_ms"),
            member_tag.c.id,
            literal(RULE_TAG).label("kind"),
            literal(put).label("put"),
            name,
        )
        .outerjoin(
            tag,
            and_(tag.c.tenant_id == member_tag.c.tenant_id, tag.c.code == member_tag.c.tag),
        )
        .where(member_tag.c.member_id == bindparam("owner"), member_tag.c.source == "rule"),
        at,
        member_tag.c.id,
    )


_TAGS_PUT: Final = _rule_tags(member_tag.c.since_ms, put=1)
_TAGS_ENDED: Final = _rule_tags(member_tag.c.until_ms, put=0)

_IN_CHANGES: Final = frozenset({Shelf.ALL, Shelf.CHANGES})

SOURCES: Final = (
    Source(name="posting", statement=_POSTINGS, shelves=frozenset({Shelf.ALL, Shelf.MONEY})),
    Source(name="event", statement=_EVENTS, shelves=frozenset({Shelf.ALL, Shelf.CHANGES})),
    Source(name="correction", statement=_CORRECTIONS, shelves=frozenset({Shelf.MONEY})),
    Source(name="access", statement=_ACCESSES, shelves=frozenset({Shelf.ALL, Shelf.ACCESS})),
    Source(name="glance", statement=_GLANCES, shelves=frozenset({Shelf.ACCESS})),
    Source(name="declined", statement=_DECLINED, shelves=frozenset({Shelf.ALL, Shelf.MONEY})),
    Source(name="registered", statement=_REGISTERED, shelves=_IN_CHANGES),
    Source(name="consent", statement=_CONSENTS, shelves=_IN_CHANGES),
    Source(name="family", statement=_FAMILY, shelves=_IN_CHANGES),
    Source(name="request", statement=_REQUESTS, shelves=_IN_CHANGES),
    Source(name="tag_put", statement=_TAGS_PUT, shelves=_IN_CHANGES),
    Source(name="tag_ended", statement=_TAGS_ENDED, shelves=_IN_CHANGES),
)
