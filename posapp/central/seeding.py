"""A tenant with shop, staff, goods and members, made through the doors that daily work uses."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from msgspec import structs
from sqlalchemy import insert, select

from posapp.central.apply_member import keep_member
from posapp.central.caller import Tenant, load_tenant
from posapp.central.catalogue import add_category, add_product
from posapp.central.ledger import BON, BONUS, GROWTH, GRW, MON, POINTS, PTS, SV_AVAILABLE, Posting
from posapp.central.limits import PREFIX
from posapp.central.lots import expiry_ms
from posapp.central.numbers import next_member_number
from posapp.central.registration.consents import Heard, add_said
from posapp.central.tables import catalogue, shops
from posapp.central.tables.members import member
from posapp.central.tagging.catalogue import TagRow, keep_tags
from posapp.domain.ids import MemberId
from posapp.domain.member import Consent, Profile
from posapp.domain.permissions import PRESETS
from posapp.errors import Refused
from posapp.wire.attachments import KEY_BYTES
from posapp.wire.canonical import encode
from posapp.wire.member_code import SEED_BYTES

if TYPE_CHECKING:
    from posapp.central.sample_store import SampleMember, SampleStaff, SampleStore
    from posapp.central.service import Central
    from posapp.central.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class SeededMember:
    """What a simulated phone needs to show this member's code; the seed is a secret."""

    id: MemberId
    number: str
    phone: str
    seed: bytes

    def __repr__(self) -> str:
        return f"SeededMember({self.number})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeded:
    """What was made. The operator's token reads reports and is shown this once."""

    tenant_id: str
    shop_id: str
    operator_token: str
    members: tuple[SeededMember, ...]

    def __repr__(self) -> str:
        return f"Seeded({self.tenant_id})"


def seed(central: Central, store: SampleStore) -> Seeded:
    """Make the tenant and all of its store in one transaction. Amounts become real postings."""
    token = secrets.token_urlsafe(32)
    tenant_id = central.ids.new()
    with central.database.write() as connection:
        connection.execute(
            insert(shops.tenant).values(
                id=tenant_id,
                name=store.tenant.name,
                currency=store.tenant.currency,
                time_zone=store.tenant.time_zone,
                operator_token_hash=central.keys.code_hash("operator", token),
            )
        )
        connection.execute(insert(shops.feed_head).values(tenant_id=tenant_id))
        tenant = load_tenant(connection, tenant_id)
    with central.work(tenant) as unit:
        shop_id = _seed_shop(unit, store)
        _seed_rules(unit, store)
        _seed_catalogue(unit, store)
        _seed_tags(unit, store)
        for person in store.staff:
            _seed_staff(unit, person)
        members = tuple(_seed_member(unit, shop_id, each) for each in store.members)
    return Seeded(tenant_id=tenant_id, shop_id=shop_id, operator_token=token, members=members)


def member_seed(central: Central, tenant_id: str, number: str) -> bytes:
    """The seed of a member's dynamic code, for the simulated phone of a demo only.

    Raises Refused("member.unknown").
    """
    with central.database.read() as connection:
        row = connection.execute(
            select(member.c.id, member.c.seed).where(
                member.c.tenant_id == tenant_id, member.c.number == number
            )
        ).first()
    if row is None or row.seed is None:
        raise Refused("member.unknown")
    return central.keys.unwrap(row.seed, row.id)


def _seed_shop(unit: Unit, store: SampleStore) -> str:
    shop_id = unit.ids.new()
    unit.connection.execute(
        insert(shops.shop).values(
            id=shop_id,
            tenant_id=unit.tenant.id,
            code=store.shop.code,
            name=store.shop.name,
            details=json.dumps(store.shop.details, ensure_ascii=False),
        )
    )
    unit.change("shop", shop_id)
    return shop_id


def _seed_rules(unit: Unit, store: SampleStore) -> None:
    tenant_id, rules = unit.tenant.id, store.point_rules
    unit.insert(
        catalogue.point_rules,
        tenant_id=tenant_id,
        code=rules.code,
        version=rules.version,
        body=encode(rules).decode(),
        current=1,
    )
    unit.change("point_rules", rules.code)
    for offer in store.offers:
        body = encode(offer).decode()
        unit.insert(
            catalogue.offer,
            tenant_id=tenant_id,
            code=offer.code,
            version=offer.version,
            body=body,
        )
        unit.change("offer", offer.code)
    for name, value in store.settings.items():
        unit.insert(shops.setting, tenant_id=tenant_id, name=name, value=json.dumps(value))
        if not name.startswith(PREFIX):
            unit.change("setting", name)


def _seed_catalogue(unit: Unit, store: SampleStore) -> None:
    categories = {
        each.name: add_category(unit, name=each.name, sort=sort, icon=each.icon, colour=each.colour)
        for sort, each in enumerate(store.categories)
    }
    for sort, product in enumerate(store.products):
        add_product(
            unit,
            code=product.code,
            name=product.name,
            spec=product.spec,
            kind=product.kind.value,
            category_id=categories[product.category],
            unit_name=product.unit,
            price=product.price,
            member_price=product.member_price,
            tax_rate=product.tax_rate,
            barcodes=product.barcodes,
            icon=product.icon,
            sort=sort,
            favourite=product.favourite,
            stock_left=product.stock_left,
            sold_out=product.sold_out,
            deposit=product.deposit,
        )


def _seed_tags(unit: Unit, store: SampleStore) -> None:
    """After the categories, which rules may name."""
    if store.tags:
        unit.flush()
        keep_tags(unit, [TagRow(**structs.asdict(each)) for each in store.tags])


def _seed_staff(unit: Unit, person: SampleStaff) -> None:
    from argon2 import PasswordHasher

    staff_id = unit.ids.new()
    unit.insert(
        shops.staff,
        id=staff_id,
        tenant_id=unit.tenant.id,
        number=person.number,
        name=person.name,
        role=person.role.value,
        permissions=" ".join(sorted(PRESETS[person.role])),
        pin_verifier=PasswordHasher().hash(person.pin),
        active=1,
    )
    unit.change("staff", staff_id)


def _seed_member(unit: Unit, shop_id: str, each: SampleMember) -> SeededMember:
    member_id, seed_bytes = unit.ids.new(), secrets.token_bytes(SEED_BYTES)
    number = each.number or next_member_number(unit.connection, unit.tenant.id)
    consent = Consent(policy_version="sample", channel="sample", at_ms=unit.now_ms)
    keep_member(
        unit,
        member_id=member_id,
        subject_id=unit.ids.new(),
        number=number,
        tier=each.tier,
        profile=Profile(phone=each.phone, name=each.name, card=each.card, birthday=each.birthday),
        key=secrets.token_bytes(KEY_BYTES),
        consent=consent,
        status=each.status.value,
        coupons=each.coupons,
        seed=seed_bytes,
    )
    add_said(unit, member_id, consent, Heard())
    _open_balances(unit, shop_id, member_id, each)
    return SeededMember(id=MemberId(member_id), number=number, phone=each.phone, seed=seed_bytes)


def _open_balances(unit: Unit, shop_id: str, member_id: str, each: SampleMember) -> None:
    if not (each.principal or each.bonus or each.points or each.growth):
        return
    posting = Posting(
        id=unit.ids.new(),
        kind="opening",
        source_id=member_id,
        at_ms=unit.now_ms,
        member_id=member_id,
        shop_id=shop_id,
    )
    books = unit.books
    if each.principal or each.bonus:
        lot = _lot(unit, member_id, MON, each.principal, each.bonus)
        books.house(posting, "opening", shop_id, -each.principal)
        books.member(posting, MON, SV_AVAILABLE, member_id, each.principal, lot_id=lot)
        books.member(posting, BON, BONUS, member_id, each.bonus, lot_id=lot)
    if each.points:
        lot = _lot(unit, member_id, PTS, each.points, 0)
        books.member(posting, PTS, POINTS, member_id, each.points, lot_id=lot)
    books.member(posting, GRW, GROWTH, member_id, each.growth)
    books.post(posting)


def _lot(unit: Unit, member_id: str, ledger: str, amount: int, bonus: int) -> str:
    months = unit.rules().valid_months if ledger == PTS else 0
    lot = unit.books.open_lot(
        lot_id=unit.ids.new(),
        member_id=member_id,
        ledger=ledger,
        source_id=member_id,
        amount=amount,
        bonus=bonus,
        opened_ms=unit.now_ms,
        available_from_ms=unit.now_ms,
        expires_ms=expiry_ms(unit.now_ms, months, unit.tenant.zone),
    )
    return lot.id


def only_tenant(central: Central) -> Tenant:
    """The tenant of a central that has one. Raises Refused("central.no_such_tenant")."""
    with central.database.read() as connection:
        ids: list[Any] = list(connection.execute(select(shops.tenant.c.id)).scalars())
        if len(ids) != 1:
            raise Refused("central.no_such_tenant")
        return load_tenant(connection, ids[0])
