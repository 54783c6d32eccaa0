"""A shop to measure in: goods from a seed, and a till's folder with its two files."""

from __future__ import annotations

import random
from base64 import b64encode
from typing import TYPE_CHECKING, Final

import msgspec

from benchmarks.filled import fill
from posapp.clock import SystemClock
from posapp.domain.catalog import Category, Product
from posapp.domain.ids import CategoryId, ProductId, StaffId
from posapp.domain.permissions import PRESETS, Role, Staff
from posapp.domain.points import PointRules
from posapp.domain.shop import Shop
from posapp.offline.cache_store import CacheStore
from posapp.offline.identity import Enrolment
from posapp.offline.keys import TillKeys
from posapp.offline.till_store import TillStore
from posapp.wire.attachments import seal_public_key_of
from posapp.wire.canonical import encode
from posapp.wire.sync import FeedRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from posapp.domain.member import Member

SEED: Final = 20_261_122
NOBODY: Final = "http://127.0.0.1:9"
"""Where no central answers: a till that sells without one is what is measured."""
KEYS: Final = TillKeys(
    till_db=b"1" * 32, cache_db=b"2" * 32, black_box=b"3" * 32, device_private=b"4" * 32
)
CASHIER: Final = Staff(
    id=StaffId("staff-1"),
    number="1024",
    name="张敏",
    role=Role.CASHIER,
    permissions=PRESETS[Role.CASHIER],
)
CATEGORIES: Final = ("饮料", "零食", "文创", "玩具", "雨具", "餐点", "服务")
_WORDS: Final = (
    ("农夫", "nongfu", "nf"), ("可口", "kekou", "kk"), ("熊猫", "xiongmao", "xm"),
    ("星河", "xinghe", "xh"), ("香草", "xiangcao", "xc"), ("海盐", "haiyan", "hy"),
    ("青柠", "qingning", "qn"), ("蓝莓", "lanmei", "lm"), ("原味", "yuanwei", "yw"),
    ("经典", "jingdian", "jd"), ("迷你", "mini", "mn"), ("家庭", "jiating", "jt"),
)  # fmt: skip
_THINGS: Final = (
    ("饮用水", "yinyongshui", "yys"), ("奶茶", "naicha", "nc"), ("薯片", "shupian", "sp"),
    ("毛绒玩偶", "maorongwanou", "mrwo"), ("雨衣", "yuyi", "yy"), ("冰淇淋", "bingqilin", "bql"),
    ("爆米花", "baomihua", "bmh"), ("明信片", "mingxinpian", "mxp"), ("发箍", "fagu", "fg"),
)  # fmt: skip
_SPECS: Final = ("550ml", "500ml", "中杯", "70g", "小", "均码", "6 张", "")


def barcode(number: int) -> str:
    """A valid EAN-13 of the shop's own making."""
    digits = f"690{number:09}"
    odd, even = (sum(int(d) for d in digits[start::2]) for start in (0, 1))
    return f"{digits}{-(odd + 3 * even) % 10}"


def goods(count: int) -> Iterator[Product]:
    """The same `count` products every time; every third has a member price, 16 are favourites."""
    chance = random.Random(SEED)
    for number in range(count):
        word, thing = chance.choice(_WORDS), chance.choice(_THINGS)
        price = chance.randrange(100, 20_000, 10)
        yield Product(
            id=ProductId(f"product-{number:07}"),
            code=f"G{number:06}",
            name=f"{word[0]}{thing[0]}",
            spec=chance.choice(_SPECS),
            category_id=CategoryId(f"category-{number % len(CATEGORIES)}"),
            price=price,
            member_price=price * 9 // 10 if number % 3 == 0 else None,
            tax_rate=chance.choice((1_300, 1_300, 900, 600)),
            barcodes=(barcode(number),),
            pinyin=f"{word[1]}{thing[1]}",
            initials=f"{word[2]}{thing[2]}",
            sort=number,
            favourite=number < 16,
        )


def furnish(folder: Path, products: Iterable[Product], members: Iterable[Member] = ()) -> None:
    """Make the till's two files in `folder`: enrolled, a cashier, and all this in the cache."""
    store = TillStore.open(folder, KEYS, SystemClock())
    store.identity.save(_enrolment())
    store.checkpoint_if_idle()
    store.close()
    cache = CacheStore.open(folder, KEYS.cache_db)
    categories = [
        Category(id=CategoryId(f"category-{n}"), name=name, sort=n)
        for n, name in enumerate(CATEGORIES)
    ]
    shop = Shop(id="shop-1", name="星河乐园·1 号店", brand="星河乐园")
    rows = [
        *(_row("category", each.id, each) for each in categories),
        _row("point_rules", "points", PointRules()),
        _row("shop", shop.id, shop),
    ]
    fill(cache, rows, products, members)
    cache.close()


def _row(kind: str, key: str, thing: object) -> FeedRow:
    return FeedRow(t=kind, k=key, v=1, op="u", d=msgspec.Raw(encode(thing)))


def _enrolment() -> Enrolment:
    return Enrolment(
        tenant_id="tenant-1",
        tenant_name="星河乐园",
        shop_id="shop-1",
        shop_name="1 号店",
        terminal_id="terminal-3",
        terminal_code="A03",
        terminal_label="收银机 03",
        incarnation=1,
        currency="CNY",
        time_zone="Asia/Shanghai",
        seal_key=b64encode(seal_public_key_of(bytes(range(32)))).decode(),
        epoch="epoch-1",
        central_url=NOBODY,
    )
