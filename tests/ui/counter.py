"""A counter to test screens at: real stores in a folder, real workflows, no central."""

from contextlib import ExitStack
from dataclasses import asdict, dataclass

import msgspec
from argon2 import PasswordHasher

from posapp.clock import Ids, ManualClock
from posapp.domain.catalog import Category, Product
from posapp.domain.ids import CategoryId, MemberId, ProductId, ShiftId, StaffId
from posapp.domain.member import Member
from posapp.domain.offers import Offer
from posapp.domain.permissions import PRESETS, Role, Staff
from posapp.domain.pricing import Stage
from posapp.domain.shift import Shift
from posapp.errors import Unavailable
from posapp.lanes import Lanes
from posapp.offline.cache_store import CacheStore
from posapp.offline.identity import Enrolment
from posapp.offline.keys import TillKeys
from posapp.offline.search import Search
from posapp.offline.staff import StaffRow
from posapp.offline.till_store import TillStore
from posapp.settings import Settings
from posapp.ui.background import Background
from posapp.ui.duty import Duty
from posapp.ui.floor import Floor
from posapp.ui.messages import Messages
from posapp.ui.navigation import Navigation
from posapp.ui.sounds import Sounds
from posapp.wire.canonical import encode
from posapp.wire.sync import FeedRow
from posapp.workflows.desk import Desk, Place
from posapp.workflows.held_sales import HeldSales
from posapp.workflows.paper import Paper
from posapp.workflows.price_book import PriceBook
from posapp.workflows.selling import Selling

PLACE = Place(
    tenant_id="tenant",
    tenant_name="星河乐园",
    shop_id="shop",
    shop_name="1号店",
    terminal_id="terminal",
    terminal_code="A03",
    terminal_label="03",
    incarnation=1,
    currency="CNY",
    time_zone="Asia/Shanghai",
)

ENROLMENT = Enrolment(**asdict(PLACE), epoch="epoch")

CATEGORIES = [
    ("drinks", "饮料", "blue"),
    ("snacks", "零食", "orange"),
    ("gifts", "文创", "purple"),
    ("toys", "玩具", "pink"),
    ("rain", "雨具", "teal"),
    ("tickets", "票券", "grey"),
    ("dishes", "餐点", "orange"),
    ("service", "服务", "grey"),
]

GOODS = [
    ("矿泉水", "550ml", 300, "drinks", "bottle", {}),
    ("可口可乐", "500ml", 500, "drinks", "can", {"barcodes": ("6901234567892",)}),
    ("珍珠奶茶", "中杯", 1600, "drinks", "cup", {}),
    ("老冰棍", "原味", 400, "drinks", "icepop", {}),
    ("爆米花", "桶装", 2200, "snacks", "popcorn", {}),
    ("乐事薯片", "70g", 800, "snacks", "chips", {}),
    ("台式烤肠", "单根", 800, "snacks", "sausage", {}),
    ("棉花糖", "大号", 1500, "snacks", "candy", {}),
    ("熊猫毛绒", "小", 3900, "toys", "panda", {"member_price": 3510}),
    ("卡通发箍", "发光", 2500, "toys", "hairband", {"stock_left": 3}),
    ("冰箱贴", "城堡", 1800, "gifts", "magnet", {}),
    ("手绘明信片", "6 张", 2000, "gifts", "postcard", {}),
    ("成人雨衣", "均码", 1500, "rain", "raincoat", {}),
    ("儿童雨衣", "M 码", 1200, "rain", "raincoat", {}),
    ("晴雨伞", "折叠", 4500, "rain", "umbrella", {}),
    ("泡泡机", "电动", 3800, "toys", "bubbles", {"sold_out": True}),
]

WANG = Member(
    id=MemberId("member-1"),
    number="M0038127",
    name="王晓芳",
    phone="13812345678",
    card="88001122",
    tier="gold",
    principal=28_000,
    bonus=4_000,
    points=2_860,
    coupons=("C1", "C2"),
    as_of_ms=1_795_219_200_000,
    version=1,
)
COUPONS = [
    Offer(
        code=code,
        version=1,
        label=label,
        stage=Stage.COUPON,
        amount=cut,
        threshold=from_,
        coupon=True,
    )
    for code, label, cut, from_ in (
        ("C1", "满20减5券", 500, 2_000),
        ("C2", "满500减100券", 10_000, 50_000),
        ("C3", "别人的券", 100, 0),
    )
]
LI = Member(id=MemberId("member-2"), number="M0038200", name="李𠮷", phone="13900005678", version=1)


def staff(number="1024", name="张敏", role=Role.CASHIER):
    return Staff(
        id=StaffId(f"staff-{number}"),
        number=number,
        name=name,
        role=role,
        permissions=PRESETS[role],
    )


def staff_row(person, pin):
    """The row of the feed for a person with this PIN; a cheap hash, because only its form counts."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return StaffRow(staff=person, verifier=hasher.hash(pin), version=1)


SHIFT = Shift(
    id=ShiftId("shift-1"),
    staff_id=StaffId("staff-1024"),
    staff_name="张敏",
    business_date="2026-11-21",
    opened_ms=1_795_219_200_000,
    float_amount=50_000,
)


def products():
    return [
        Product(
            id=ProductId(f"product-{place}"),
            code=f"P{place:03}",
            name=name,
            spec=spec,
            price=price,
            category_id=CategoryId(category),
            icon=icon,
            sort=place,
            favourite=True,
            **extra,
        )
        for place, (name, spec, price, category, icon, extra) in enumerate(GOODS, start=1)
    ]


def feed(rows_of_kind):
    return [
        FeedRow(
            t=kind,
            k=row.code if isinstance(row, Offer) else row.id,
            v=1,
            op="u",
            d=msgspec.Raw(encode(row)),
        )
        for kind, rows in rows_of_kind.items()
        for row in rows
    ]


def renew(cache, product, version=2):
    """The feed brings a product anew."""
    body = msgspec.Raw(encode(product))
    cache.apply([FeedRow(t="product", k=product.id, v=version, op="u", d=body)], "2", "epoch")


class AwayMembers:
    """Central does not answer: the member look-up of a till without a network."""

    def __init__(self):
        self.known = ()
        self.asked = []

    def refresh(self, member_id):
        return next((each for each in (WANG, LI) if each.id == member_id), None)

    def look_up(self, text):
        self.asked.append(text)
        if self.known is None:
            raise Unavailable("central.unreachable")
        return self.known


class AwayCentral:
    """Nothing that is asked of it can have happened."""

    def __getattr__(self, name):
        def ask(_request):
            raise Unavailable("central.unreachable")

        return ask


@dataclass
class Counter:
    """All that the screens of one till need."""

    cache: CacheStore
    store: TillStore
    desk: Desk
    selling: Selling
    members: AwayMembers
    floor: Floor
    messages: Messages
    clock: ManualClock
    held: HeldSales


def open_counter(folder, lanes: Lanes, messages: Messages, closing: ExitStack) -> Counter:
    clock = ManualClock()
    keys = TillKeys(
        till_db=b"1" * 32, cache_db=b"2" * 32, black_box=b"3" * 32, device_private=b"4" * 32
    )
    cache = CacheStore.open(folder / "cache", keys.cache_db)
    closing.callback(cache.close)
    store = TillStore.open(folder / "till", keys, clock, ballast_bytes=0)
    closing.callback(store.close)
    store.identity.save(ENROLMENT)
    categories = [
        Category(id=CategoryId(key), name=name, colour=colour, sort=place)
        for place, (key, name, colour) in enumerate(CATEGORIES)
    ]
    cache.apply(
        feed(
            {
                "category": categories,
                "product": products(),
                "member": [WANG, LI],
                "offer": COUPONS,
            }
        ),
        "1",
        "epoch",
    )
    desk = Desk(PLACE, clock, Ids(clock), Settings(), lambda: True)
    book = PriceBook(cache, desk)
    selling = Selling(cache, Search(cache), store.drafts, desk, book.sources)
    held = HeldSales(selling, store, AwayCentral(), desk, Paper(desk, cache.shop, "1"))
    background = Background(lanes, messages)
    closing.callback(background.close)
    duty = Duty()
    duty.sign_in(staff())
    duty.use_shift(SHIFT)
    floor = Floor(
        background=background,
        messages=messages,
        navigation=Navigation(),
        duty=duty,
        sounds=Sounds(enabled=False),
        desk=desk,
    )
    return Counter(cache, store, desk, selling, AwayMembers(), floor, messages, clock, held)
