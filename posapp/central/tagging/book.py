"""The rules in force, and what stands by them; each is one statement, however many members."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select, update

from posapp.central.tables.members import member
from posapp.central.tables.registration import consent_entry
from posapp.central.tables.tagging import member_tag, tag, tag_reason
from posapp.domain.consents import Purpose
from posapp.domain.tags import DAY_MS, RuleKind, TagKind, TagRule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy import Connection

    from posapp.central.unit import Unit

HAND: Final = "hand"
RULE: Final = "rule"

_RULES: Final = (
    select(tag)
    .where(tag.c.tenant_id == bindparam("of_tenant"), tag.c.rule != "", tag.c.active == 1)
    .order_by(tag.c.code)
)
_STANDING: Final = select(member_tag).where(
    member_tag.c.member_id.in_(bindparam("members", expanding=True)),
    member_tag.c.until_ms.is_(None),
)
_SAID: Final = (
    select(consent_entry.c.member_id, consent_entry.c.given)
    .where(
        consent_entry.c.member_id.in_(bindparam("members", expanding=True)),
        consent_entry.c.purpose == Purpose.PROFILING.value,
    )
    .order_by(consent_entry.c.at_ms, consent_entry.c.id)
)
_NTH: Final = (
    select(tag_reason.c.at_ms)
    .where(tag_reason.c.member_id == member.c.id, tag_reason.c.tag == bindparam("of_tag"))
    .order_by(tag_reason.c.at_ms.desc())
    .limit(1)
    .offset(bindparam("newer"))
    .correlate(member)
    .scalar_subquery()
)
_NTHS: Final = select(member.c.id, _NTH.label("at_ms")).where(
    member.c.id.in_(bindparam("members", expanding=True))
)
"""Of each member the n-th newest sale that counts, by the index, and nothing older."""
_END: Final = (
    update(member_tag)
    .where(member_tag.c.id == bindparam("of_id"), member_tag.c.until_ms.is_(None))
    .values(until_ms=bindparam("at"), ended_by=bindparam("by"))
)
_DUE: Final = (
    update(member_tag)
    .where(member_tag.c.id == bindparam("of_id"), member_tag.c.until_ms.is_(None))
    .values(due_ms=bindparam("due"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The tenant's rules by the code of their tag."""

    rules: Mapping[str, TagRule]

    @property
    def counting(self) -> tuple[TagRule, ...]:
        return tuple(each for each in self.rules.values() if each.rule is not RuleKind.SLEEPING)

    @property
    def sleeping(self) -> tuple[TagRule, ...]:
        return tuple(each for each in self.rules.values() if each.rule is RuleKind.SLEEPING)

    @property
    def profiles(self) -> bool:
        return any(each.profiles for each in self.rules.values())

    def sleeps_ms(self, last_ms: int, now_ms: int) -> int | None:
        """When who bought last then is next to be looked at; None for never."""
        moments = (last_ms + each.days * DAY_MS for each in self.sleeping)
        return min((each for each in moments if each > now_ms), default=None)


def read_book(connection: Connection, tenant_id: str) -> Book:
    rows = connection.execute(_RULES, {"of_tenant": tenant_id}).all()
    return Book(rules={row.code: _rule(row) for row in rows})


def _rule(row: Any) -> TagRule:
    return TagRule(
        tag=row.code,
        kind=TagKind(row.kind),
        rule=RuleKind(row.rule),
        amount=row.amount,
        count=row.count,
        days=row.days,
        category_id=row.category_id or "",
    )


def standing(connection: Connection, members: Collection[str]) -> dict[tuple[str, str], Any]:
    """Their tags in force, by member and tag."""
    if not members:
        return {}
    rows = connection.execute(_STANDING, {"members": sorted(members)})
    return {(row.member_id, row.tag): row for row in rows}


def who_agree(connection: Connection, members: Collection[str]) -> frozenset[str]:
    """Those whose last word about being profiled was yes."""
    rows = connection.execute(_SAID, {"members": sorted(members)}) if members else ()
    last = {row.member_id: bool(row.given) for row in rows}
    return frozenset(each for each, given in last.items() if given)


def ends(connection: Connection, rule: TagRule, members: Collection[str]) -> dict[str, int | None]:
    """When the tag of each lapses by the sales that are known: 0 where it does not stand."""
    asked = {"members": sorted(members), "of_tag": rule.tag, "newer": rule.wanted - 1}
    rows = connection.execute(_NTHS, asked) if members else ()
    return {row.id: rule.ends_ms(row.at_ms) for row in rows}


def put(
    unit: Unit,
    member_id: str,
    code: str,
    *,
    source: str = RULE,
    who: str = "",
    due_ms: int | None = None,
) -> str:
    """Stage a tag in force; tills hear of her. Returns its id."""
    tag_id = unit.ids.new()
    unit.insert(
        member_tag,
        id=tag_id,
        tenant_id=unit.tenant.id,
        member_id=member_id,
        tag=code,
        source=source,
        since_ms=unit.now_ms,
        until_ms=None,
        who=who,
        ended_by="",
        due_ms=due_ms,
    )
    unit.change("member", member_id)
    return tag_id


def end(unit: Unit, rows: Iterable[Any], by: str) -> None:
    """These are no longer in force."""
    found = list(rows)
    if found:
        unit.connection.execute(
            _END, [{"of_id": row.id, "at": unit.now_ms, "by": by} for row in found]
        )
    for row in found:
        unit.change("member", row.member_id)


def look_again(connection: Connection, due: Sequence[tuple[str, int | None]]) -> None:
    """Ids of tags with the moment at which they have to be looked at."""
    if due:
        connection.execute(_DUE, [{"of_id": tag_id, "due": at} for tag_id, at in due])
