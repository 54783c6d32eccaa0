"""Where a timeline comes from: one statement a source, each read newest first by its index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, bindparam, literal, select, tuple_

from posapp.central.tables.ledger import hold, posting
from posapp.central.tables.members import member
from posapp.central.tables.service import data_access, data_glance, member_event
from posapp.wire.service_desk import Shelf

CORRECTION: Final = "correction"
COMPENSATION: Final = "compensation"
COMPENSATION_BACK: Final = "compensation_back"
REGISTERED: Final = "registered"
DECLINED: Final = "hold_declined"
ACCESS: Final = "access"


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

SOURCES: Final = (
    Source(name="posting", statement=_POSTINGS, shelves=frozenset({Shelf.ALL, Shelf.MONEY})),
    Source(name="event", statement=_EVENTS, shelves=frozenset({Shelf.ALL, Shelf.CHANGES})),
    Source(name="correction", statement=_CORRECTIONS, shelves=frozenset({Shelf.MONEY})),
    Source(name="access", statement=_ACCESSES, shelves=frozenset({Shelf.ALL, Shelf.ACCESS})),
    Source(name="glance", statement=_GLANCES, shelves=frozenset({Shelf.ACCESS})),
    Source(name="declined", statement=_DECLINED, shelves=frozenset({Shelf.ALL, Shelf.MONEY})),
    Source(name="registered", statement=_REGISTERED, shelves=frozenset({Shelf.ALL, Shelf.CHANGES})),
)
