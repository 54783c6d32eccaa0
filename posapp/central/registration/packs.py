"""Packs for companies: so many codes, each of which makes one member, once."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, insert, select, update

from posapp.central.tables.catalogue import offer
from posapp.central.tables.members import member
from posapp.central.tables.registration import company_pack, pack_code
from posapp.central.tiers import earned_of, keep_earned
from posapp.domain.pack_codes import checked_pack_code, new_pack_code
from posapp.errors import Refused
from posapp.wire.packs import PackTold

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.arrival import Arrival
    from posapp.central.keys import CentralKeys
    from posapp.central.unit import Unit

MOST_CODES: Final = 10_000
TIERS: Final = ("", "ordinary", "silver", "gold", "diamond")
_KIND: Final = "pack"
_BY_CODE: Final = (
    select(
        pack_code.c.member_id,
        company_pack.c.company,
        company_pack.c.title,
        company_pack.c.tier,
        company_pack.c.coupons,
    )
    .join(company_pack, company_pack.c.id == pack_code.c.pack_id)
    .where(
        pack_code.c.tenant_id == bindparam("of_tenant"), pack_code.c.digest == bindparam("of_code")
    )
)


def issue_pack(
    unit: Unit,
    *,
    company: str,
    title: str,
    size: int,
    tier: str,
    coupons: tuple[str, ...],
    who: str,
) -> tuple[str, tuple[str, ...]]:
    """The pack's id and its codes: they are told this once, central keeps only digests.

    Raises Refused: "pack.not_valid", "pack.coupon_unknown".
    """
    if not (company.strip() and title.strip() and 0 < size <= MOST_CODES and tier in TIERS):
        raise Refused("pack.not_valid")
    _check_coupons(unit, coupons)
    pack_id = unit.ids.new()
    unit.connection.execute(
        insert(company_pack).values(
            id=pack_id,
            tenant_id=unit.tenant.id,
            company=company.strip(),
            title=title.strip(),
            tier=tier,
            coupons=" ".join(coupons),
            size=size,
            issued_ms=unit.now_ms,
            issued_by=who,
        )
    )
    codes: dict[str, None] = {}
    while len(codes) < size:
        codes[new_pack_code(secrets.randbelow)] = None
    unit.connection.execute(
        insert(pack_code),
        [
            {
                "tenant_id": unit.tenant.id,
                "digest": unit.keys.blind(unit.tenant.id, _KIND, code),
                "pack_id": pack_id,
            }
            for code in codes
        ],
    )
    return pack_id, tuple(codes)


def packs_of(connection: Connection, tenant_id: str) -> list[dict[str, Any]]:
    """Every pack with how many of its codes were used, oldest first."""
    used = func.count(pack_code.c.member_id)
    rows = connection.execute(
        select(company_pack, used.label("used"))
        .join(pack_code, pack_code.c.pack_id == company_pack.c.id)
        .where(company_pack.c.tenant_id == tenant_id)
        .group_by(company_pack.c.id)
        .order_by(company_pack.c.id)
    )
    names = ("id", "company", "title", "tier", "coupons", "size", "issued_ms", "issued_by", "used")
    return [{name: row[name] for name in names} for row in rows.mappings()]


def pack_of(
    connection: Connection, keys: CentralKeys, tenant_id: str, text: str, request_id: str
) -> PackTold:
    """What a code would bring.

    Raises Refused: "pack.code_not_valid", "pack.unknown", "pack.used".
    """
    row = _row_of(connection, keys, tenant_id, checked_pack_code(text))
    if row.member_id is not None:
        raise Refused("pack.used")
    return PackTold(
        request_id=request_id,
        company=row.company,
        title=row.title,
        tier=row.tier,
        coupons=tuple(row.coupons.split()),
    )


def use_code(unit: Unit, member_id: str, text: str) -> None:
    """Give her what the code brings; of two who come with one code the first has it.

    Raises as `pack_of`.
    """
    code = checked_pack_code(text)
    row = _row_of(unit.connection, unit.keys, unit.tenant.id, code)
    taken = unit.connection.execute(
        update(pack_code)
        .where(
            pack_code.c.tenant_id == unit.tenant.id,
            pack_code.c.digest == unit.keys.blind(unit.tenant.id, _KIND, code),
            pack_code.c.member_id.is_(None),
        )
        .values(member_id=member_id, used_ms=unit.now_ms)
    )
    if taken.rowcount != 1:
        raise Refused("pack.used")
    hers = unit.connection.execute(select(member).where(member.c.id == member_id)).mappings().one()
    coupons = dict.fromkeys([*hers["coupons"].split(), *row.coupons.split()])
    values = {"coupons": " ".join(coupons)}
    if row.tier and TIERS.index(row.tier) > _rank(earned_of(hers)):
        keep_earned(unit, member_id, row.tier)
    unit.connection.execute(update(member).where(member.c.id == member_id).values(**values))
    unit.change("member", member_id)


def use_registered(unit: Unit, arrival: Arrival, member_id: str, text: str) -> None:
    """A registration is a fact: what its code does not bring is a case."""
    if not text:
        return
    try:
        use_code(unit, member_id, text)
    except Refused as refusal:
        arrival.open_case(unit, "member.pack_refused", member=member_id, code=refusal.key)


def _row_of(connection: Connection, keys: CentralKeys, tenant_id: str, code: str) -> Any:
    asked = {"of_tenant": tenant_id, "of_code": keys.blind(tenant_id, _KIND, code)}
    row = connection.execute(_BY_CODE, asked).first()
    if row is None:
        raise Refused("pack.unknown")
    return row


def _check_coupons(unit: Unit, coupons: tuple[str, ...]) -> None:
    for code in coupons:
        known = select(offer.c.code).where(
            offer.c.tenant_id == unit.tenant.id, offer.c.code == code
        )
        if unit.connection.execute(known.limit(1)).first() is None:
            raise Refused("pack.coupon_unknown", code=code)


def _rank(tier: str) -> int:
    """A tier that no pack names is never lowered."""
    return TIERS.index(tier) if tier in TIERS else len(TIERS)
