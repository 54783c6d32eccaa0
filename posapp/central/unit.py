"""Everything that one transaction will write for one tenant: books, rows, changed feed rows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, bindparam, select

from posapp.central.ledger import Books
from posapp.central.portable import beside
from posapp.central.row_sets import RowSet, write_sets
from posapp.central.tables.catalogue import point_rules
from posapp.central.tables.inbox import case
from posapp.central.tables.members import member, member_alias
from posapp.central.tables.service import member_event
from posapp.domain.member import MemberStatus
from posapp.domain.points import PointRules
from posapp.wire.canonical import decode

if TYPE_CHECKING:
    from posapp.central.caller import Tenant
    from posapp.central.keys import CentralKeys
    from posapp.central.tagging.heard import Heard
    from posapp.clock import Ids
    from posapp.domain.sale import Sale
    from posapp.errors import ParamValue

Change = tuple[str, str]
"""Kind of feed row and its key."""

_MEMBERS = (
    select(member.c.id, member.c.merged_into, member.c.status)
    .where(
        beside(member.c.tenant_id) == bindparam("tenant_id"),
        member.c.id.in_(bindparam("ids", expanding=True)),
    )
    .order_by(member.c.id)
    .with_for_update(key_share=True)
)
_ALIASES = select(member_alias.c.id, member_alias.c.member_id).where(
    beside(member_alias.c.tenant_id) == bindparam("tenant_id"),
    member_alias.c.id.in_(bindparam("ids", expanding=True)),
)


class Unit:
    """Staged work; nothing is in the database until `flush`, and nothing counts before commit."""

    def __init__(
        self, connection: Connection, tenant: Tenant, keys: CentralKeys, ids: Ids, now_ms: int
    ) -> None:
        self.connection = connection
        self.tenant = tenant
        self.keys = keys
        self.ids = ids
        self.now_ms = now_ms
        self.books = Books(connection, tenant.id, tenant.currency, now_ms)
        self.changes: dict[Change, str] = {}
        self.sales: dict[str, Sale] = {}
        self.told: set[str] = set()
        self.heard: list[Heard] = []
        self._rows: dict[Table, list[dict[str, Any]]] = {}
        self._members: dict[str, str | None] = {}
        self._closed: set[str] = set()
        self._rules: dict[str, PointRules] = {}

    def insert(self, table: Table, **values: Any) -> None:
        """Stage a row; rows of one table carry the same columns."""
        self._rows.setdefault(table, []).append(values)

    def change(self, kind: str, key: str, op: str = "u") -> None:
        """The feed row of this key is new; tills hear of it."""
        self.changes[kind, key] = op

    def open_case(
        self, kind: str, terminal_id: str | None, event_id: str | None, **detail: ParamValue
    ) -> str:
        """Something that a person has to look at; it stops nothing. Returns the case's id."""
        case_id = self.ids.new()
        about = detail.get("member")
        if isinstance(about, str) and kind.startswith("member."):
            self._note_case(about, kind, terminal_id)
        self.insert(
            case,
            id=case_id,
            tenant_id=self.tenant.id,
            terminal_id=terminal_id,
            event_id=event_id,
            kind=kind,
            detail=json.dumps(detail, sort_keys=True),
            at_ms=self.now_ms,
        )
        return case_id

    def _note_case(self, member_id: str, kind: str, terminal_id: str | None) -> None:
        """A case about a person stands in her own timeline too."""
        self.insert(
            member_event,
            id=self.ids.new(),
            tenant_id=self.tenant.id,
            member_id=member_id,
            subject_id="",
            kind="case",
            at_ms=self.now_ms,
            staff_id="",
            who="",
            approved_by="",
            terminal_id=terminal_id,
            detail=json.dumps({"case": kind}),
            sealed=None,
        )

    def know_members(self, member_ids: set[str]) -> None:
        """Resolve ids, through aliases, in one go, and load the accounts behind them.

        On a server the members stay locked, in the order of their ids, until the end: whatever
        changes what a member has comes through here first.
        """
        missing = sorted(member_ids - self._members.keys())
        if not missing:
            return
        asked = {"tenant_id": self.tenant.id, "ids": missing}
        aliases = {row.id: row.member_id for row in self.connection.execute(_ALIASES, asked)}
        found = self._locked({aliases.get(each, each) for each in missing})
        for member_id in missing:
            self._members[member_id] = found.get(aliases.get(member_id, member_id))
        self.books.load_members(found for found in self._members.values() if found)

    def _locked(self, member_ids: set[str]) -> dict[str, str]:
        """Members by id, locked; one who was merged while this waited for her is the other."""
        asked = {"tenant_id": self.tenant.id, "ids": sorted(member_ids)}
        rows = self.connection.execute(_MEMBERS, asked).all()
        found = {row.id: row.merged_into or row.id for row in rows}
        self._closed |= {row.id for row in rows if row.status == MemberStatus.CLOSED}
        later = {into for into in found.values() if into not in found}
        if later:
            means = self._locked(later)
            found = {member_id: means.get(into, into) for member_id, into in found.items()}
        return found

    def member(self, member_id: str | None) -> str | None:
        """The member whom an id means in this tenant, through aliases; None when nobody."""
        if member_id is None:
            return None
        self.know_members({member_id})
        return self._members[member_id]

    def has_left(self, member_id: str) -> bool:
        """Whether this member, whom this transaction knows, closed her account or was forgotten."""
        return member_id in self._closed

    def add_member(self, member_id: str, canonical: str) -> None:
        """A registration of this very transaction."""
        self._members[member_id] = canonical

    def rules(self, reference: str = "") -> PointRules:
        """The point rules that a fact names, else those in force, else the presets."""
        if reference not in self._rules:
            self._rules[reference] = self._read_rules(reference)
        return self._rules[reference]

    def _read_rules(self, reference: str) -> PointRules:
        code, _, version = reference.partition("@")
        query = select(point_rules.c.body).where(point_rules.c.tenant_id == self.tenant.id)
        if version.isdigit():
            named = query.where(point_rules.c.code == code, point_rules.c.version == int(version))
            body = self.connection.execute(named).scalar()
            if body is not None:
                return decode(body, PointRules)
        body = self.connection.execute(query.where(point_rules.c.current == 1)).scalar()
        return PointRules() if body is None else decode(body, PointRules)

    def flush(self) -> None:
        """Write what is staged, so that the statements that follow see it."""
        rows = [RowSet(table=table, rows=rows) for table, rows in self._rows.items()]
        write_sets(self.connection, [*self.books.take_staged(), *rows])
        self._rows = {}
