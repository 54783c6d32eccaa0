"""Everything that is kept about a member, for her to read and to take with her."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from posapp.central.ledger import BON, GRW, MON, PTS
from posapp.central.member_page.asking import askings_of
from posapp.central.member_page.consents import consents_of
from posapp.central.member_page.holder_since import hers_of, holder_since
from posapp.central.member_page.own_words import acts_of, complaint_words_of
from posapp.central.member_page.statement import read_page
from posapp.central.members import all_ids_of, load_members, profile_of
from posapp.central.portable import beside
from posapp.central.tables.ledger import hold, lot
from posapp.central.tables.member_page import page_session
from posapp.central.tables.members import coupon_use, member, subject_key
from posapp.central.tables.redress import compensation, complaint
from posapp.central.tables.referral import referral, referral_gift
from posapp.central.tables.registration import consent_entry, family_member, sale_claim
from posapp.central.tables.sales import refund, sale, top_up
from posapp.central.tables.service import data_access, data_glance
from posapp.central.tables.tagging import member_tag
from posapp.domain.member import Profile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Table

    from posapp.central.view import View

Row = dict[str, Any]
Data = dict[str, list[Row]]
"""Sections with their rows. Amounts in minor units, times as ISO 8601 with the shop's offset."""

_AT_ONCE: Final = 500
_PROFILE: Final = tuple(Profile.__dataclass_fields__)
_BALANCES: Final = ("principal", "bonus", "held", "points", "points_pending", "growth")
_FLAGS: Final = ("given", "by_guardian")
_LISTS: Final[dict[str, tuple[Table, str, tuple[str, ...]]]] = {
    "purchases": (
        sale,
        "at_ms",
        ("receipt_number", "business_date", "at_ms", "net", "tax", "points_earned"),
    ),
    "top_ups": (
        top_up,
        "at_ms",
        ("receipt_number", "business_date", "at_ms", "principal", "bonus", "tender_kind"),
    ),
    "lots": (
        lot,
        "opened_ms",
        (
            "ledger",
            "amount",
            "remaining",
            "held",
            "bonus_amount",
            "bonus_remaining",
            "bonus_held",
            "opened_ms",
            "available_from_ms",
            "expires_ms",
        ),
    ),
    "set_aside": (
        hold,
        "begun_ms",
        ("ledger", "amount", "state", "factor", "begun_ms", "ended_ms"),
    ),
    "coupons_used": (coupon_use, "at_ms", ("code", "at_ms")),
    "tags": (member_tag, "since_ms", ("tag", "source", "since_ms", "until_ms")),
    "compensations": (
        compensation,
        "at_ms",
        ("kind", "amount", "coupon", "reason", "at_ms", "expires_ms", "ended"),
    ),
    "complaints": (
        complaint,
        "opened_ms",
        ("about", "way", "state", "opened_ms", "answered_ms", "closed_ms"),
    ),
    "seen_by": (data_access, "at_ms", ("at_ms", "what", "why")),
    "found_by": (data_glance, "at_ms", ("at_ms", "what")),
    "brought": (referral, "at_ms", ("state", "reason", "at_ms")),
    "referral_gifts": (
        referral_gift,
        "at_ms",
        ("what", "step", "gives", "amount", "code", "at_ms", "back_ms"),
    ),
    "sign_ins": (page_session, "begun_ms", ("begun_ms", "seen_ms")),
    "consents_said": (
        consent_entry,
        "at_ms",
        ("purpose", "given", "by_guardian", "policy_version", "channel", "at_ms"),
    ),
    "family": (family_member, "since_ms", ("role", "since_ms")),
    "points_claimed": (sale_claim, "at_ms", ("points", "base", "at_ms")),
}

TOLD: Final = frozenset(
    {
        "account",
        "compensation",
        "complaint",
        "consent_entry",
        "coupon_use",
        "data_access",
        "data_glance",
        "family_member",
        "erasure",
        "hold",
        "lot",
        "member_event",
        "member_request",
        "member_tag",
        "page_session",
        "posting",
        "referral",
        "referral_gift",
        "sale",
        "sale_claim",
        "top_up",
    }
)
"""Tables of a member's rows that the export tells: `account` and `posting` as balances and
movements."""

NOT_TOLD: Final = {
    "family_move": "how she came to the family that is told, with who wrote it down",
    "invite": "the code that she may give to friends; her page shows it",
    "lease": "an amount that a till may spend; its movements are told",
    "look_up": "rations tills, for a day",
    "member_alias": "another id of the same account",
    "member_card": "digests of cards; the one in use is in the profile",
    "member_token": "digests of what the profile says",
    "pack_code": "a digest; what the code brought is in the membership",
    "till_number": "another number of the same account",
    "member_purchase": "when she last bought; her purchases are told",
    "tag_reason": "which purchases speak for a tag; both are told",
    "top_up_quote": "an offer of minutes; what became of it is told",
}
"""Tables that say nothing of her besides; each with its reason."""


def own_data(view: View, member_id: str, profile: Profile | None = None) -> Data:
    """All sections, also the empty ones; of files that became hers what they had, and nothing of
    who had the account before her. `profile` where it is read from a sealed copy. Raises
    IndexError for nobody.
    """
    row = (
        view.connection.execute(
            select(member, subject_key.c.wrapped_key)
            .outerjoin(subject_key, subject_key.c.subject_id == member.c.subject_id)
            .where(member.c.id == member_id, member.c.tenant_id == view.tenant.id)
        )
        .mappings()
        .all()[0]
    )
    profile = profile or profile_of(row, view.keys)
    ids = all_ids_of(view.connection, view.tenant.id, member_id)
    (who,) = load_members(view, [member_id])
    since = holder_since(view, member_id, ids)
    return {
        "profile": [{name: getattr(profile, name) for name in _PROFILE}],
        "membership": [
            {
                "number": row["number"],
                "tier": row["tier"],
                "status": row["status"],
                "registered": _moment(view, row["registered_ms"]),
                "phone_verified": bool(row["phone_verified"]),
                "coupons": row["coupons"].split(),
            }
        ],
        "consents": _consents(view, member_id),
        "balances": [{name: getattr(who, name) for name in _BALANCES}],
        "movements": [row for each in ids for row in _movements(view, each, since.get(each, 0))],
        **{name: _rows(view, ids, name, since) for name in _LISTS},
        "complaint_words": _with_moments(view, complaint_words_of(view, ids, since)),
        "acts": _with_moments(view, acts_of(view, ids, since)),
        "returns": _returns(view, ids, since),
        "requests": _requests(view, member_id, since.get(member_id, 0)),
    }


def seen_by(view: View, member_id: str, most: int) -> list[Row]:
    """Who looked at her data, newest first."""
    ids = all_ids_of(view.connection, view.tenant.id, member_id)
    return _rows(view, ids, "seen_by", holder_since(view, member_id, ids), most)


def as_file(view: View, data: Data) -> bytes:
    """The same as a JSON document that other programs read."""
    head = {
        "made": _moment(view, view.now_ms),
        "kept_by": view.tenant.name,
        "currency": view.tenant.currency,
        "amounts": "minor units",
    }
    return json.dumps({**head, **data}, ensure_ascii=False, indent=1).encode()


def _consents(view: View, member_id: str) -> list[Row]:
    return [
        {
            "purpose": each.purpose,
            "given": each.is_given,
            "policy_version": each.policy_version,
            "since": _moment(view, each.at_ms),
        }
        for each in consents_of(view.connection, member_id)
    ]


def _movements(view: View, member_id: str, since_ms: int) -> list[Row]:
    rows: list[Row] = []
    after = ""
    while True:
        page = read_page(view, member_id, (MON, BON, PTS, GRW), after, _AT_ONCE, since_ms=since_ms)
        rows += [
            {
                "at": _moment(view, each.at_ms),
                "booked": _moment(view, each.posted_ms),
                "kind": each.kind,
                "receipt_number": each.receipt,
                "shop": each.shop,
                "account": change.account,
                "amount": change.amount,
                "before": change.before,
                "after": change.after,
            }
            for each in page.movements
            for change in each.changes
        ]
        after = page.older
        if not after:
            return rows


def _rows(
    view: View, ids: list[str], name: str, since: Mapping[str, int], most: int | None = None
) -> list[Row]:
    """What is left of a lot is hers who has the account, whoever paid for it."""
    table, order, columns = _LISTS[name]
    is_hers = hers_of(table.c.member_id, table.c[order], since)
    if table is lot:
        is_hers = is_hers | (lot.c.remaining > 0) | (lot.c.bonus_remaining > 0)
    found = view.connection.execute(
        select(*(table.c[column] for column in columns))
        .where(table.c.member_id.in_(ids), beside(table.c.tenant_id) == view.tenant.id, is_hers)
        .order_by(table.c[order].desc())
        .limit(most)
    ).mappings()
    return [{_plain(key): _told(view, key, row[key]) for key in columns} for row in found]


def _with_moments(view: View, rows: list[Row]) -> list[Row]:
    return [{_plain(key): _told(view, key, each) for key, each in row.items()} for row in rows]


def _returns(view: View, ids: list[str], since: Mapping[str, int]) -> list[Row]:
    """Of goods that she had bought; a return itself names nobody."""
    found = view.connection.execute(
        select(
            refund.c.receipt_number,
            sale.c.receipt_number.label("of_receipt"),
            refund.c.at_ms,
            refund.c.net,
        )
        .join(sale, sale.c.id == refund.c.sale_id)
        .where(
            sale.c.member_id.in_(ids),
            beside(sale.c.tenant_id) == view.tenant.id,
            hers_of(sale.c.member_id, sale.c.at_ms, since),
        )
        .order_by(refund.c.at_ms.desc())
    )
    return [
        {
            "receipt_number": row.receipt_number,
            "of_receipt": row.of_receipt,
            "at": _moment(view, row.at_ms),
            "net": row.net,
        }
        for row in found
    ]


def _requests(view: View, member_id: str, since_ms: int) -> list[Row]:
    return [
        {
            "kind": each.kind,
            "words": each.words,
            "at": _moment(view, each.at_ms),
            "waiting": each.is_waiting,
            "answer": each.answer,
        }
        for each in askings_of(view.connection, view.keys, view.tenant.id, member_id)
        if each.at_ms >= since_ms
    ]


def _plain(column: str) -> str:
    return column.removesuffix("_ms")


def _told(view: View, column: str, value: Any) -> Any:
    if column in _FLAGS:
        return bool(value)
    return _moment(view, value) if column.endswith("_ms") else value


def _moment(view: View, at_ms: int | None) -> str:
    if not at_ms:
        return ""
    local = datetime.fromtimestamp(at_ms // 1000, UTC).astimezone(view.tenant.zone)
    return local.isoformat(timespec="seconds")
