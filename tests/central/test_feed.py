"""The feed: gap-free whatever rolls back, every row once a key, another epoch or scope begins anew."""

from __future__ import annotations

import base64
import json
import threading

import msgspec
import pytest

from posapp.central.badge_commands import give_badge
from posapp.central.caller import load_tenant
from posapp.central.catalogue import add_product
from posapp.central.tables.shops import setting
from posapp.domain.catalog import Category, Product
from posapp.domain.member import Member
from posapp.domain.offers import Offer
from posapp.domain.points import PointRules
from posapp.domain.shop import Shop
from posapp.wire.canonical import decode
from tests.central.tills import refusal


def test_a_new_till_receives_everything_in_the_domains_own_shapes(park):
    rows = park.till.pull_all()
    shapes = {
        "member": Member,
        "product": Product,
        "category": Category,
        "point_rules": PointRules,
        "shop": Shop,
        "offer": Offer,
    }
    for row in rows:
        if row.t in shapes:
            decode(bytes(row.d), shapes[row.t])
    kinds = {row.t for row in rows}
    assert kinds == {
        "offer",
        "member",
        "product",
        "category",
        "point_rules",
        "shop",
        "staff",
        "setting",
    }
    assert [row.v for row in rows] == sorted({row.v for row in rows})
    water = next(decode(bytes(row.d), Product) for row in rows if row.t == "product")
    assert (water.pinyin, water.initials, water.barcodes) == (
        "kuangquanshui",
        "kqs",
        ("6901234567892",),
    )


def test_staff_come_with_a_verifier_and_settings_without_centrals_own(park):
    rows = park.till.pull_all()
    (person,) = [msgspec.json.decode(row.d) for row in rows if row.t == "staff"]
    assert person["verifier"].startswith("$argon2id$")
    assert "sell" in person["permissions"]
    assert [msgspec.json.decode(row.d) for row in rows if row.t == "setting"] == [
        {"name": "language", "value": "zh_CN"}
    ]


def test_a_badge_comes_as_what_verifies_it_and_rows_without_one_stay_as_they_were(park):
    def people():
        rows = park.till.pull_all()
        return [msgspec.json.decode(row.d) for row in rows if row.t == "staff"]

    (before,) = people()
    assert "badge" not in before
    badge = give_badge(park.central, before["number"])
    (after,) = people()
    assert after == before | {"badge": after["badge"]}
    assert after["badge"].startswith("$argon2id$")
    assert badge[4:] not in after["badge"]


def test_small_pages_bring_the_same_rows_as_one(park):
    whole = [(row.t, row.k) for row in park.till.pull_all()]
    cursor, found = "", []
    while True:
        page = park.till.pull(cursor, limit=2)
        assert len(page.rows) <= 2
        found += [(row.t, row.k) for row in page.rows]
        cursor = page.next
        if not page.more:
            break
    assert found == whole
    assert park.till.pull(cursor).rows == ()


@pytest.mark.parametrize(
    "cursor",
    [
        "not-base64!",
        base64.urlsafe_b64encode(b"[1]").decode(),
        base64.urlsafe_b64encode(b'["other-epoch", 1, "x"]').decode(),
    ],
)
def test_a_cursor_of_another_world_is_gone(park, cursor):
    answer = park.till.send("GET", f"/v1/sync/pull?cursor={cursor}")
    assert (answer.status_code, answer.json()["error"]["key"]) == (410, "sync.rebootstrap")


def test_a_cursor_ends_with_the_epoch_and_with_the_shop(park):
    cursor = park.till.pull().next
    park.write("UPDATE meta SET value = 'restored' WHERE name = 'epoch'")
    assert refusal(park.till.pull, cursor).key == "sync.rebootstrap"
    cursor = park.till.pull().next
    park.write("UPDATE terminal SET shop_id = :shop", shop=park.till.ids.new())
    assert refusal(park.till.pull, cursor).key == "sync.rebootstrap"


def test_a_row_that_is_gone_comes_as_a_deletion(park):
    cursor = park.till.pull().next
    with park.central.database.read() as connection:
        tenant = load_tenant(connection, park.seeded.tenant_id)
    with park.central.work(tenant) as unit:
        unit.connection.execute(setting.delete().where(setting.c.name == "language"))
        unit.change("setting", "language")
    (row,) = park.till.pull(cursor).rows
    assert (row.t, row.k, row.op) == ("setting", "language", "d")


class Undone(RuntimeError):
    """A transaction that ends badly on purpose."""


def undo():
    raise Undone


def test_a_reader_misses_nothing_while_writers_commit_and_roll_back(park):
    """Four writers, one transaction in four rolled back, one reader that only ever goes forward."""
    with park.central.database.read() as connection:
        tenant = load_tenant(connection, park.seeded.tenant_id)
        category = connection.exec_driver_sql("SELECT id FROM category").scalar_one()
    committed: list[str] = []
    seen: list[str] = []
    done = threading.Event()

    def write(number):
        for n in range(20):
            code = f"P{number}-{n}"
            try:
                with park.central.work(tenant) as unit:
                    add_product(
                        unit,
                        code=code,
                        name=code,
                        category_id=category,
                        price=1,
                        unit_name="x",
                        tax_rate=0,
                    )
                    if n % 4 == 3:
                        unit.flush()
                        undo()
            except Undone:
                continue
            committed.append(code)

    start = park.till.pull().next

    def read():
        cursor = start
        while True:
            last = done.is_set()
            page = park.till.pull(cursor, limit=7)
            seen.extend(json.loads(bytes(row.d))["code"] for row in page.rows)
            cursor = page.next
            if last and not page.more:
                return

    reader = threading.Thread(target=read)
    writers = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for each in (reader, *writers):
        each.start()
    for each in writers:
        each.join()
    done.set()
    reader.join()
    assert len(committed) == 60
    assert set(committed) == set(seen)
    positions = [pos for (pos,) in park.rows("SELECT pos FROM change ORDER BY pos")]
    assert positions[-1] == park.rows("SELECT pos FROM feed_head")[0][0]
