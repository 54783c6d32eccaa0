"""Two members as they stand now, and what keeps them from being one."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from posapp.central.hold_book import OPEN_STATES
from posapp.central.lease_waits import check_none_awaited
from posapp.central.leases import LIVE
from posapp.central.members import profile_of
from posapp.central.merging.consents import agreed_of
from posapp.central.merging.families import check_families, homes_of
from posapp.central.referral.uniting import referrals_of
from posapp.central.tables import ledger
from posapp.central.tables.leases import lease
from posapp.central.tables.members import coupon_use, member, member_alias, subject_key
from posapp.central.tables.registration import pack_code
from posapp.central.tables.service import member_card
from posapp.central.tables.shops import terminal
from posapp.central.tagging.joining import hand_tags
from posapp.domain.member import MemberStatus
from posapp.errors import Refused
from posapp.wire.canonical import encode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from posapp.central.unit import Unit

MERGE: Final = "merge"
MERGE_UNDONE: Final = "merge_undone"
KINDS: Final = (MERGE, MERGE_UNDONE)
_HIDDEN: Final = ("profile", "seed", "wrapped_key", "consent")
_STRICTER: Final = (MemberStatus.NORMAL, MemberStatus.FROZEN, MemberStatus.BLACKLISTED)
_OPEN_HOLDS: Final = tuple(state.value for state in OPEN_STATES)
_LIVE_LEASES: Final = tuple(state.value for state in LIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The rows of two members of one tenant, locked where the caller writes."""

    kept: Any
    gone: Any

    @property
    def ids(self) -> list[str]:
        return [self.kept["id"], self.gone["id"]]

    @property
    def status(self) -> str:
        """The stricter of the two."""
        both: tuple[str, str] = (self.kept["status"], self.gone["status"])
        return max(both, key=[each.value for each in _STRICTER].index)


def read_pair(unit: Unit, kept_id: str, gone_id: str) -> Pair:
    """Both of them, through aliases, their accounts loaded.

    Raises Refused("member.unknown") and Refused("merge.same_member").
    """
    unit.know_members({kept_id, gone_id})
    kept, gone = unit.member(kept_id), unit.member(gone_id)
    if kept is None or gone is None:
        raise Refused("member.unknown")
    if kept == gone:
        raise Refused("merge.same_member")
    rows = rows_of(unit.connection, [kept, gone])
    return Pair(kept=rows[kept], gone=rows[gone])


def rows_of(connection: Connection, ids: Sequence[str]) -> dict[str, Any]:
    """Their rows, with the key that opens each profile; without one once she is forgotten."""
    query = (
        select(member, subject_key.c.wrapped_key)
        .outerjoin(subject_key, subject_key.c.subject_id == member.c.subject_id)
        .where(member.c.id.in_(ids))
    )
    found = connection.execute(query).mappings()
    return {row["id"]: row for row in found}


def check_may_merge(unit: Unit, pair: Pair) -> None:
    """Raises Refused: "merge.closed", "merge.blacklisted", "merge.hold_open" (where),
    "merge.lease_open" (where), "merge.families_differ", "lease.recovering" (where).
    """
    statuses = {pair.kept["status"], pair.gone["status"]}
    if MemberStatus.CLOSED in statuses:
        raise Refused("merge.closed")
    if MemberStatus.BLACKLISTED in statuses and len(statuses) > 1:
        raise Refused("merge.blacklisted")
    held = _where(unit, ledger.hold, _OPEN_HOLDS, pair.ids)
    if held:
        raise Refused("merge.hold_open", where="、".join(held))
    lent = _where(unit, lease, _LIVE_LEASES, pair.ids)
    if lent:
        raise Refused("merge.lease_open", where="、".join(lent))
    check_families(unit.connection, pair)
    for member_id in pair.ids:
        check_none_awaited(unit, member_id)


def fingerprint(unit: Unit, ids: Sequence[str]) -> str:
    """Of everything that must not have moved since a merge for it to be undone exactly; what was
    merged after it and taken back leaves no trace in it.
    """
    connection, account, lot = unit.connection, ledger.account.c, ledger.lot.c
    of_accounts = select(account.id, account.balance).where(
        account.member_id.in_(ids), account.balance != 0
    )
    of_lots = select(
        lot.id, lot.remaining, lot.held, lot.bonus_remaining, lot.bonus_held, lot.expires_ms
    ).where(lot.member_id.in_(ids))
    of_coupons = select(coupon_use.c.member_id, coupon_use.c.code).where(
        coupon_use.c.tenant_id == unit.tenant.id, coupon_use.c.member_id.in_(ids)
    )
    of_cards = select(member_card.c.digest, member_card.c.member_id, member_card.c.state).where(
        member_card.c.member_id.in_(ids)
    )
    of_packs = select(pack_code.c.digest, pack_code.c.member_id).where(
        pack_code.c.member_id.in_(ids)
    )
    of_aliases = select(member_alias.c.id, member_alias.c.member_id).where(
        member_alias.c.member_id.in_(ids)
    )
    of_entries = (
        select(func.count())
        .select_from(ledger.entry)
        .join(ledger.account, account.id == ledger.entry.c.account_id)
        .join(ledger.posting, ledger.posting.c.id == ledger.entry.c.posting_id)
        .where(account.member_id.in_(ids), ledger.posting.c.kind.not_in(KINDS))
    )
    queries = (of_accounts, of_lots, of_coupons, of_aliases, of_entries, of_cards, of_packs)
    told: list[Any] = [sorted([*map(list, connection.execute(each))], key=str) for each in queries]
    told += [agreed_of(unit, ids), homes_of(connection, ids)]
    told += [hand_tags(connection, ids), referrals_of(connection, ids)]
    told += [_row(unit, row) for _, row in sorted(rows_of(connection, ids).items())]
    return hashlib.sha256(json.dumps(told, default=bytes.hex).encode()).hexdigest()


def _row(unit: Unit, row: Any) -> list[Any]:
    """All of a member's row but what her own phone's clock moves; her profile by a keyed hash."""
    plain = [row[name] for name in row if name not in {*_HIDDEN, "last_step"}]
    profile = encode(profile_of(row, unit.keys)).decode()
    return [*plain, unit.keys.blind(unit.tenant.id, "profile", profile).hex()]


def _where(unit: Unit, table: Any, states: tuple[str, ...], ids: Sequence[str]) -> list[str]:
    """The codes of the terminals that still have something open of them."""
    query = (
        select(terminal.c.code)
        .distinct()
        .join(table, table.c.terminal_id == terminal.c.id)
        .where(table.c.member_id.in_(ids), table.c.state.in_(states))
        .order_by(terminal.c.code)
    )
    return list(unit.connection.execute(query).scalars())
