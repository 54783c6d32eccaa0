"""What only a server shows: many writers at once, over several centrals on one database."""

from __future__ import annotations

import base64
import json
import random
import secrets
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from posapp.central.caller import load_tenant
from posapp.central.catalogue import add_product
from posapp.central.commands import open_central
from posapp.central.database import open_url
from posapp.central.enrolment import make_enrol_code
from posapp.central.expiring import expire_points
from posapp.central.nonces import NonceTable
from posapp.central.sms import NoGateway
from posapp.clock import Ids
from posapp.domain.member import Profile
from posapp.errors import PosError
from posapp.wire import signing
from posapp.wire.canonical import encode
from posapp.wire.facts import HoldReleaseData, RefundData, SaleData, TopUpData
from posapp.wire.requests import HoldLedger, HoldState
from tests.central.goods import B, by_points, by_value, cart, cash, product, refund, sale
from tests.central.test_ledger_properties import History, tenant_of
from tests.central.test_members import proof_of, registration
from tests.central.tills import Site, Till

AT_ONCE = 6
YEAR_MS = 366 * 86_400_000


@pytest.fixture
def park(server_parks, tmp_path):
    with server_parks(tmp_path) as made:
        yield made


@pytest.fixture
def other(park):
    """A second central over the same database, as another process would be."""
    central = open_central(park.folder, clock=park.clock, sms=NoGateway(), url=park.url)
    site = Site(central, park.clock)
    yield site
    site.client.close()
    central.database.close()


@pytest.fixture
def tills(park, other):
    """Six tills; every second one talks to the other central."""
    made = [park.site.enrol(park.seeded.tenant_id, code=f"B{n}") for n in range(AT_ONCE)]
    for till in made[::2]:
        till.site = other
    return made


def at_once(works):
    """Run them in threads that begin together; what each returned or was refused with."""
    gate = threading.Barrier(len(works))

    def run(work):
        gate.wait(timeout=60)
        try:
            return work()
        except PosError as error:
            return error

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(run, works))


def top_up(till, member_id, amount):
    return TopUpData(
        top_up_id=till.ids.new(), quote_id="", quote_hash="", member_id=member_id,
        receipt_number="T", principal=amount, bonus=amount // 7, tender_kind="cash",
        tendered=amount, change=0,
    )  # fmt: skip


class Undone(Exception):
    pass


def undo():
    raise Undone


def test_a_reader_sees_every_row_of_six_writers_in_dense_places(park, other):
    tenant_id = park.seeded.tenant_id
    with park.central.database.read() as connection:
        tenant = load_tenant(connection, tenant_id)
    category = park.rows("SELECT id FROM category")[0][0]
    before = park.rows("SELECT pos FROM feed_head")[0][0]
    cursor, done = park.till.pull().next, threading.Event()
    committed, seen = [], []

    def write(number):
        chance = random.Random(number)
        central = (park.central, other.central)[number % 2]
        for n in range(15):
            codes = [f"P{number}-{n}-{k}" for k in range(chance.randint(1, 4))]
            try:
                with central.work(tenant) as unit:
                    for code in codes:
                        add_product(
                            unit, code=code, name=code, category_id=category, price=1,
                            unit_name="x", tax_rate=0,
                        )  # fmt: skip
                    if chance.random() < 0.2:
                        unit.flush()
                        undo()
            except Undone:
                continue
            committed.extend(codes)

    def read():
        place = cursor
        while True:
            last = done.is_set()
            page = park.till.pull(place, limit=50)
            seen.extend((row.v, json.loads(bytes(row.d))["code"]) for row in page.rows)
            place = page.next
            if last and not page.more:
                return

    reader = threading.Thread(target=read)
    reader.start()
    at_once([lambda number=number: write(number) for number in range(AT_ONCE)])
    done.set()
    reader.join()
    assert sorted(code for _, code in seen) == sorted(committed)
    head = park.rows("SELECT pos FROM feed_head")[0][0]
    assert [place for place, _ in seen] == list(range(before + 1, head + 1))


def test_the_books_hold_while_six_tills_move_one_members_money(park, tills):
    books = History(park)
    members = (park.fang.id, park.frozen.id)

    def spend(till, chance):
        ledger = chance.choice((HoldLedger.STORED_VALUE, HoldLedger.POINTS))
        hold = till.begin(park.fang.id, chance.randint(1, 30_000) // 10 or 1, ledger)
        if hold.state is HoldState.DECLINED:
            return
        if chance.random() < 0.3:
            till.tell(
                HoldReleaseData(
                    hold_id=hold.hold_id, tender_id=hold.hold_id, sale_id=till.ids.new(), reason="x"
                )
            )
            return
        is_value = ledger is HoldLedger.STORED_VALUE
        tender = by_value(hold) if is_value else by_points(hold, max(1, hold.amount // 2))
        goods = product("D", tender.amount + 100)
        basket = cart(goods, member_id=park.fang.id)
        till.tell(SaleData(sale=sale(till.ids, basket, tender, cash(till.ids, 100))))

    def work(number):
        till, chance = tills[number], random.Random(number)
        for _ in range(8):
            if chance.random() < 0.3:
                till.tell(top_up(till, chance.choice(members), chance.randint(1, 5_000)))
            else:
                spend(till, chance)
        return "done"

    outcomes = at_once([lambda number=number: work(number) for number in range(AT_ONCE)])
    assert outcomes == ["done"] * AT_ONCE
    books.check()
    assert park.rows("SELECT count(*) FROM inbox WHERE outcome <> 'applied'") == [(0,)]
    assert park.rows("SELECT 1 FROM account WHERE balance < 0 AND kind <> 'points_debt'") == []
    available, opened = park.rows(
        "SELECT sum(remaining), sum(amount) FROM lot WHERE ledger = 'MON'"
    )[0]
    assert 0 <= available <= opened


def test_points_expire_once_while_tills_take_goods_back(park, other, tills):
    sold = [
        sale(park.till.ids, cart(B, member_id=each.id), cash(park.till.ids, 9_000))
        for each in park.seeded.members
        for _ in range(6)
    ]
    park.till.tell(*[SaleData(sale=each) for each in sold])
    park.clock.advance_ms(2 * YEAR_MS)
    tenant = tenant_of(park)
    backs = [RefundData(refund=refund(park.till.ids, each, {}, {1: 1_000})) for each in sold[:6]]

    def expiring(site):
        return expire_points(site.central, tenant, at_once=2).points

    def returning(till, which):
        return [till.tell(each) for each in backs[which::2]]

    found = at_once(
        [
            *[lambda site=site: expiring(site) for site in (park.site, other, park.site, other)],
            *[lambda n=n: returning(tills[n], n) for n in (0, 1)],
        ]
    )
    assert found[4:] == [[["applied"]] * 3] * 2
    History(park).check()
    booked = park.rows("SELECT count(*), -sum(amount) FROM entry JOIN posting ON id = posting_id "
                       "WHERE kind = 'expire'")[0]  # fmt: skip
    assert booked == (13, 2_000 + 12 * 90)
    assert sum(found[:4]) == booked[1]


def test_one_dynamic_code_confirms_one_of_many_holds(park, tills):
    park.clock.advance_ms(60_000)
    holds = [till.begin(park.fang.id, 1_000) for till in tills]
    code = park.code()
    replies = at_once(
        [
            lambda till=till, hold=hold: till.confirm(hold.hold_id, code)
            for till, hold in zip(tills, holds, strict=True)
        ]
    )
    usable = [reply for reply in replies if reply.state is HoldState.USABLE]
    assert len(usable) == 1
    assert {reply.reason for reply in replies} <= {"", "factor.wrong_code", "factor.paused"}


def test_wrong_tries_at_once_are_all_counted(park, tills):
    holds = [till.begin(park.fang.id, 1_000) for till in tills]
    at_once(
        [
            lambda till=till, hold=hold: till.confirm(hold.hold_id, "00000000")
            for till, hold in zip(tills, holds, strict=True)
        ]
    )
    asked = "SELECT paused_until_ms > 0 FROM wrong_tries WHERE scope = 'member'"
    assert park.rows(asked) == [(True,)]


def test_one_hold_asked_for_many_times_reserves_once(park, tills):
    till = tills[0]
    ids = {"hold_id": till.ids.new(), "sale_id": till.ids.new()}
    again = [Till(site=each.site, private=till.private, identity=till.identity) for each in tills]
    replies = at_once([lambda each=each: each.begin(park.fang.id, 20_000, **ids) for each in again])
    assert [reply.state for reply in replies] == [HoldState.PENDING] * AT_ONCE
    assert len({reply.value_slices for reply in replies}) == 1
    assert park.member().held == 20_000


def test_the_last_value_is_held_by_one_of_many(park, tills):
    replies = at_once([lambda till=till: till.begin(park.fang.id, 115_000) for till in tills])
    states = sorted(reply.state.value for reply in replies)
    assert states == ["declined"] * (AT_ONCE - 1) + ["pending"]
    assert {reply.reason for reply in replies} == {"", "stored_value.short"}
    assert park.member().held == 115_000


def test_one_hold_in_the_sales_of_many_tills_is_spent_once(park, tills):
    hold = park.hold_value(20_000)
    sales = [
        sale(till.ids, cart(product("E", 20_000), member_id=park.fang.id), by_value(hold))
        for till in tills
    ]
    outcomes = at_once(
        [
            lambda till=till, sold=sold: till.tell(SaleData(sale=sold))
            for till, sold in zip(tills, sales, strict=True)
        ]
    )
    assert outcomes == [["applied"]] * AT_ONCE
    who = park.member()
    assert (who.principal + who.bonus, who.held) == (95_000, 0)
    lost = park.rows("SELECT sum(amount) FROM loss")[0][0]
    assert lost == 20_000 * (AT_ONCE - 1)


def test_one_receipt_pushed_many_times_at_once_is_posted_once(park, tills):
    item = tills[0].journal(top_up(tills[0], park.fang.id, 700))
    private, identity = tills[0].private, tills[0].identity
    copies = [Till(site=each.site, private=private, identity=identity) for each in tills]
    results = at_once([lambda each=each: each.push(item)[0].outcome.value for each in copies])
    assert sorted(results) == ["applied"] + ["duplicate"] * (AT_ONCE - 1)
    assert park.member().principal == 100_700


def test_one_phone_registered_at_many_tills_is_one_member(park, tills):
    def register(till):
        her = Profile(phone="13711112222", name="赵一")
        data, attachment = registration(till, her, proof=proof_of(park, her.phone))
        return till.tell(data, attachments=(attachment,))

    outcomes = at_once([lambda till=till: register(till) for till in tills])
    assert outcomes == [["applied"]] * AT_ONCE
    assert park.rows("SELECT count(*) FROM member") == [(3,)]
    assert park.rows("SELECT count(*) FROM member_alias") == [(AT_ONCE - 1,)]


def test_one_enrolment_code_makes_one_terminal(park, other):
    code = make_enrol_code(
        park.central, tenant_id=park.seeded.tenant_id, shop_code="1", terminal_code="C1", label="C"
    )

    def enrol(site):
        key = base64.b64encode(signing.public_key_of(secrets.token_bytes(32))).decode()
        body = encode({"code": code, "public_key": key, "app_version": "test"})
        return site.client.post("/v1/enrol", content=body).status_code

    sites = (park.site, other, Site(park.central, park.clock), Site(other.central, park.clock))
    statuses = at_once([lambda site=site: enrol(site) for site in sites])
    for site in sites[2:]:
        site.client.close()
    assert sorted(statuses) == [200, 422, 422, 422]
    assert park.rows("SELECT incarnation FROM terminal WHERE code = 'C1'") == [(1,)]


def test_a_request_recorded_at_one_central_is_not_heard_by_another(park, other):
    statuses = at_once(
        [
            lambda site=site: (
                Till(site=site, private=park.till.private, identity=park.till.identity)
                .send("GET", "/v1/sync/pull", nonce="the-same-one")
                .status_code
            )
            for site in (park.site, other)
        ]
    )
    assert sorted(statuses) == [200, 401]


def test_old_nonces_are_swept(park):
    table = NonceTable(park.central.database)
    now_ms = park.clock.wall_ms()
    assert table.is_new("t", "n", now_ms)
    assert not table.is_new("t", "n", now_ms)
    later = NonceTable(park.central.database)
    assert later.is_new("t", "n", now_ms + 2 * signing.NONCE_KEPT_MS)


def test_centrals_that_start_together_on_an_empty_database_migrate_it_once(server):
    from posapp.central.schema import upgrade
    from posapp.clock import ManualClock

    with server.database() as url:
        databases = [open_url(url) for _ in range(3)]
        works = [
            lambda database=database: upgrade(database, Ids(ManualClock()))
            for database in databases
        ]
        assert at_once(works) == [None, None, None]
        for database in databases:
            database.close()
