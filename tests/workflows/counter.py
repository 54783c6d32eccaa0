"""A till with its real stores, simulated devices and a central that says what it is told."""

from __future__ import annotations

import itertools
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argon2 import PasswordHasher

from posapp.clock import Ids, ManualClock
from posapp.devices.registry import DeviceSpec, Port
from posapp.devices.station import Station
from posapp.domain.catalog import Category, Product
from posapp.domain.ids import CategoryId, MemberId, ProductId, ShiftId, StaffId
from posapp.domain.member import Member, MemberStatus
from posapp.domain.offers import Offer
from posapp.domain.permissions import PRESETS, Role, Staff
from posapp.domain.points import PointRules
from posapp.domain.pricing import Stage
from posapp.domain.shift import Shift
from posapp.domain.shop import Shop
from posapp.errors import Unavailable
from posapp.offline.cache_store import CacheStore
from posapp.offline.identity import Enrolment
from posapp.offline.keys import TillKeys, new_keys
from posapp.offline.search import Search
from posapp.offline.staff import StaffRow
from posapp.offline.till_store import TillStore
from posapp.settings import Settings
from posapp.wire.attachments import seal_public_key_of
from posapp.wire.canonical import encode
from posapp.wire.facts import Fact, from_body
from posapp.wire.held import HeldAsked, HeldListed
from posapp.wire.merging import AlikeAsked, AlikeReply
from posapp.wire.sync import FeedRow
from posapp.workflows.approving import Approving
from posapp.workflows.charging import Charging
from posapp.workflows.desk import Desk, Place
from posapp.workflows.drawers import Drawers
from posapp.workflows.gateway import Gateways
from posapp.workflows.held_sales import HeldSales
from posapp.workflows.holding import Holding
from posapp.workflows.leasing import Leasing
from posapp.workflows.members import Members
from posapp.workflows.no_sale import NoSale
from posapp.workflows.paper import Paper
from posapp.workflows.paying import Paying
from posapp.workflows.price_book import PriceBook
from posapp.workflows.printing import Printing
from posapp.workflows.refunding import Refunding
from posapp.workflows.reporting import Reporting
from posapp.workflows.rights import Rights
from posapp.workflows.selling import Selling
from posapp.workflows.shifts import Shifts
from posapp.workflows.signing_in import SigningIn
from posapp.workflows.topping_up import ToppingUp
from posapp.workflows.voiding import Voiding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SEAL_PRIVATE = bytes(range(32))
PLACE = Place(
    tenant_id="tenant-1",
    tenant_name="星河乐园",
    shop_id="shop-1",
    shop_name="1 号店",
    terminal_id="terminal-3",
    terminal_code="A03",
    terminal_label="03",
    incarnation=1,
    currency="CNY",
    time_zone="Asia/Shanghai",
    seal_key="",
)
CASHIER = Staff(
    id=StaffId("staff-1"),
    number="1024",
    name="张敏",
    role=Role.CASHIER,
    permissions=PRESETS[Role.CASHIER],
)
MANAGER = Staff(
    id=StaffId("staff-9"),
    number="9001",
    name="周店长",
    role=Role.MANAGER,
    permissions=PRESETS[Role.MANAGER],
)
CASHIER_PIN, MANAGER_PIN = "135790", "246802"
WANG = Member(
    id=MemberId("0199f3b1-0000-7000-8000-000000000001"),
    number="M0038127",
    name="王小芳",
    phone="13812345678",
    card="8800123",
    tier="gold",
    principal=100_000,
    bonus=15_000,
    points=2_000,
    version=1,
)
FROZEN = Member(
    id=MemberId("0199f3b1-0000-7000-8000-000000000002"),
    number="M0000009",
    name="李黑",
    phone="13900005678",
    status=MemberStatus.BLACKLISTED,
    version=1,
)
OFFERS = (
    Offer(
        code="gold",
        version=3,
        label="金卡 9 折",
        stage=Stage.MEMBER,
        basis_points=1_000,
        tier="gold",
    ),
    Offer(code="C20", version=1, label="减 20", stage=Stage.COUPON, amount=2_000, coupon=True),
)


def product(code: str, price: int, name: str, **changes: Any) -> Product:
    return Product(
        id=ProductId(f"p-{code}"),
        code=code,
        name=name,
        category_id=CategoryId("c-1"),
        price=price,
        **changes,
    )


PANDA = product("A", 20_000, "熊猫毛绒", barcodes=("6901234567892",), favourite=True)
UMBRELLA = product("B", 10_000, "雨伞", pinyin="yusan", initials="ys")
COLA = product("5678", 500, "可乐", pinyin="kele", initials="kl")
GOODS = (PANDA, UMBRELLA, COLA)
TABS = (
    Category(id=CategoryId("c-1"), name="玩具", sort=1),
    Category(id=CategoryId("c-2"), name="饮料", sort=2),
)


class SaysNothing(AssertionError):
    """The test asked central for something that it did not prepare."""


@dataclass
class ScriptedCentral:
    """Stands in for the client of central: gives the prepared answers, keeps what it was asked."""

    asked: list[tuple[str, Any]] = field(default_factory=list)
    answers: dict[str, list[Any]] = field(default_factory=dict)

    def will(self, method: str, *answers: Any) -> None:
        """Answers in order: a reply, a function of the request, or an error to raise."""
        self.answers.setdefault(method, []).extend(answers)

    def requests(self, method: str) -> list[Any]:
        return [request for name, request in self.asked if name == method]

    def list_held(self, request: HeldAsked) -> HeldListed:
        """Nothing waits in this shop: every till asks now and then, whatever a test is about."""
        self.asked.append(("list_held", request))
        return HeldListed(request_id="", rows=())

    def alike(self, asked: AlikeAsked) -> AlikeReply:
        """Nobody, where a test prepared nobody: every registration asks."""
        self.asked.append(("alike", asked))
        if not self.answers.get("alike"):
            return AlikeReply(request_id="", members=())
        answer = self.answers["alike"].pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def member_totals(self, after_ms: int, until_ms: int) -> Any:
        """Asked before every Z: no answer, where a test prepared none."""
        self.asked.append(("member_totals", (after_ms, until_ms)))
        if not self.answers.get("member_totals"):
            raise Unavailable("central.unreachable")
        return self.answers["member_totals"].pop(0)(after_ms, until_ms)

    def __getattr__(self, method: str) -> Callable[[Any], Any]:
        if method.startswith("_"):
            raise AttributeError(method)

        def ask(request: Any) -> Any:
            self.asked.append((method, request))
            waiting = self.answers.get(method)
            if not waiting:
                raise SaysNothing(method)
            answer = waiting.pop(0)
            if isinstance(answer, Exception):
                raise answer
            return answer(request) if callable(answer) else answer

        return ask


@dataclass(frozen=True)
class Counter:
    """Everything at one till, wired as the program wires it."""

    folder: Path
    clock: ManualClock
    store: TillStore
    cache: CacheStore
    station: Station
    central: Any
    desk: Desk
    link: dict[str, bool]
    paper: Paper
    holding: Holding
    charging: Charging
    paying: Paying
    selling: Selling
    held: HeldSales
    voiding: Voiding
    printing: Printing
    refunding: Refunding
    members: Members
    topping_up: ToppingUp
    shifts: Shifts
    drawers: Drawers
    approving: Approving
    signing_in: SigningIn
    reporting: Reporting
    no_sale: NoSale
    leasing: Leasing

    @property
    def printer(self) -> Any:
        return self.station.printer

    @property
    def drawer(self) -> Any:
        return self.station.drawer

    @property
    def terminal(self) -> Any:
        return self.station.terminal

    def go_offline(self) -> None:
        self.link["online"] = False

    def facts(self, kind: str = "") -> list[Fact]:
        """What the journal holds, oldest first."""
        facts = [from_body(item.body) for item in self.store.outbox.pending(10_000, 2**30)]
        return [fact for fact in facts if not kind or type(fact.data).__name__ == kind]

    def audits(self) -> list[str]:
        return [fact.data.action for fact in self.facts("AuditData")]

    def open_shift(self, float_amount: int = 50_000) -> Shift:
        return self.shifts.open(float_amount, CASHIER)


def at_once(_lane: str, work: Callable[[], Any]) -> Future[Any]:
    done: Future[Any] = Future()
    done.set_result(work())
    return done


def station(folder: Path) -> Station:
    specs = [DeviceSpec(port, "simulated") for port in Port if port is not Port.TERMINAL]
    ledger = {"ledger": str(folder / "bank.json")}
    return Station([*specs, DeviceSpec(Port.TERMINAL, "simulated", ledger)], at_once)


def fill_cache(cache: CacheStore, *extra: FeedRow) -> None:
    kinds: list[tuple[str, str, Any]] = [
        *(("product", each.id, each) for each in GOODS),
        *(("category", each.id, each) for each in TABS),
        *(("member", each.id, each) for each in (WANG, FROZEN)),
        *(("offer", each.code, each) for each in OFFERS),
        ("point_rules", "points", PointRules()),
        ("shop", "shop-1", Shop(id="shop-1", name="星河乐园·1 号店", brand="星河乐园")),
    ]
    rows = [feed_row(kind, key, thing) for kind, key, thing in kinds]
    cache.apply([*rows, *extra], "1", "epoch-1")


def feed_row(kind: str, key: str, thing: Any, version: int = 1) -> FeedRow:
    import msgspec

    return FeedRow(t=kind, k=key, v=version, op="u", d=msgspec.Raw(encode(thing)))


def hash_of(pin: str) -> str:
    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(pin)


def enrolled(store: TillStore) -> None:
    from base64 import b64encode

    seal_key = b64encode(seal_public_key_of(SEAL_PRIVATE)).decode()
    values = {name: getattr(PLACE, name) for name in PLACE.__dataclass_fields__}
    store.identity.save(Enrolment(**{**values, "seal_key": seal_key}, epoch="epoch-1"))
    store.staff.replace(
        [
            StaffRow(staff=CASHIER, verifier=hash_of(CASHIER_PIN), version=1),
            StaffRow(staff=MANAGER, verifier=hash_of(MANAGER_PIN), version=1),
        ]
    )


def place_of(store: TillStore) -> Place:
    enrolment = store.identity.required()
    return Place(**{name: getattr(enrolment, name) for name in Place.__dataclass_fields__})


def wired(
    folder: Path,
    clock: ManualClock,
    store: TillStore,
    cache: CacheStore,
    devices: Station,
    *,
    settings: Settings | None = None,
    central: Any = None,
) -> Counter:
    """The same parts put together; used again after a simulated restart."""
    central = central or ScriptedCentral()
    link = {"online": True}
    desk = Desk(place_of(store), clock, Ids(clock), settings or Settings(), lambda: link["online"])
    search = Search(cache, store.sales.served)
    paper = Paper(desk, cache.shop, "1.0")
    holding = Holding(central, store.attempts, store.outbox, desk, cache.point_rules)
    charging = Charging(Gateways(devices), store.attempts, desk, holding.clock)
    leasing = Leasing(
        central,
        central,
        leases=store.leases,
        outbox=store.outbox,
        desk=desk,
        is_sure=lambda: link.get("sure", True),
    )
    rights = Rights(leasing.shelf, desk, cache.offers)
    paying = Paying(
        holding,
        charging,
        store.sales,
        desk=desk,
        paper=paper,
        rules=cache.point_rules,
        leasing=leasing,
        rights=rights,
    )
    sources = PriceBook(cache, desk).sources
    selling = Selling(cache, search, store.drafts, desk, sources, leasing=leasing, rights=rights)
    printing = Printing(store.prints, devices, desk, paper)
    return Counter(
        folder=folder,
        clock=clock,
        store=store,
        cache=cache,
        station=devices,
        central=central,
        desk=desk,
        link=link,
        paper=paper,
        holding=holding,
        charging=charging,
        paying=paying,
        selling=selling,
        held=HeldSales(selling, store, central, desk, paper),
        voiding=Voiding(paying, store.drafts, store.outbox, desk),
        printing=printing,
        refunding=Refunding(central, store.sales, charging, store.outbox, desk, paper=paper),
        members=Members(cache, search, central, store.outbox, desk, rights=rights),
        topping_up=ToppingUp(central, store.sales, desk, paper),
        shifts=Shifts(store, charging, central, desk, paper),
        drawers=Drawers(store, charging, desk, paper),
        approving=Approving(store.staff, store.outbox, desk),
        signing_in=SigningIn(
            store.staff, store.outbox, desk, Drawers(store, charging, desk, paper)
        ),
        reporting=Reporting(store.shifts, store.journal, store.outbox, desk),
        no_sale=NoSale(store.outbox, printing, desk),
        leasing=leasing,
    )


def counter(
    folder: Path, settings: Settings | None = None, keys: TillKeys | None = None
) -> Iterator[Counter]:
    """A till with goods, members, staff and a bank, in `folder`; closed at the end."""
    clock = ManualClock()
    keys = keys or new_keys()
    store = TillStore.open(folder / "till", keys, clock, ballast_bytes=4_096)
    cache = CacheStore.open(folder / "till", keys.cache_db)
    devices = station(folder)
    try:
        enrolled(store)
        fill_cache(cache)
        yield wired(folder, clock, store, cache, devices, settings=settings)
    finally:
        devices.close()
        cache.close()
        store.close()


_numbers = itertools.count(1)


def shift_of(counter: Counter) -> Shift:
    """The open shift, opened when there is none."""
    return counter.shifts.current() or counter.open_shift()


def some_shift() -> Shift:
    return Shift(
        id=ShiftId(f"shift-{next(_numbers)}"),
        staff_id=CASHIER.id,
        staff_name=CASHIER.name,
        business_date="2026-11-21",
        opened_ms=0,
        float_amount=0,
    )
