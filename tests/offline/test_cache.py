import random
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from posapp.domain.points import PointRules
from posapp.domain.shop import Shop
from posapp.errors import Unavailable
from posapp.offline.cache_file import CacheFile
from posapp.offline.cache_store import CacheStore
from posapp.offline.feed_intake import FeedIntake
from posapp.wire.sync import FeedRow
from tests.offline.feeds import category, deleted, feed_row, member, offer, product

KEY = b"\x02" * 32


@pytest.fixture
def cache(tmp_path):
    store = CacheStore.open(tmp_path / "data", KEY)
    yield store
    store.close()


def put(cache, *rows, cursor="c-1", epoch="e-1"):
    cache.apply(rows, cursor, epoch)


def test_a_new_cache_is_empty_and_begins_at_the_beginning(cache):
    assert cache.cursor() == ("", "")
    assert cache.point_rules() == PointRules()
    assert cache.shop() is None
    assert (cache.counts().members, cache.counts().products) == (0, 0)
    assert cache.member_by_phone("13800138000") is None
    assert cache.product_by_code("690") is None
    assert cache.product("p-1") is None


def test_rows_and_cursor_are_there_together_after_a_restart(tmp_path):
    cache = CacheStore.open(tmp_path, KEY)
    made = member(1, name="王芳", phone="13800138000", card="C77")
    put(cache, feed_row("member", made, 5), cursor="c-9", epoch="e-2")
    cache.close()
    again = CacheStore.open(tmp_path, KEY)
    assert again.cursor() == ("c-9", "e-2")
    assert again.version() == 1
    for found in (
        again.member_by_id(made.id),
        again.member_by_number(made.number),
        again.member_by_card("C77"),
        again.member_by_phone("13800138000"),
    ):
        assert found == made
    again.close()


def test_a_page_that_fails_leaves_rows_and_cursor_as_they_were(cache):
    put(cache, feed_row("member", member(1), 1))
    with pytest.raises(OverflowError):
        put(
            cache, feed_row("member", member(2), 2), feed_row("offer", offer(), 2**70), cursor="c-2"
        )
    assert cache.cursor() == ("c-1", "e-1")
    assert cache.counts().members == 1


def test_an_older_or_repeated_row_changes_nothing(cache):
    put(cache, feed_row("member", member(1, name="新"), 7))
    put(
        cache,
        feed_row("member", member(1, name="旧"), 6),
        feed_row("member", member(1, name="同"), 7),
    )
    assert cache.member_by_id(member(1).id).name == "新"
    put(cache, feed_row("product", product(1, price=900), 7))
    put(cache, feed_row("product", product(1, price=100), 6))
    assert cache.product(product(1).id).price == 900
    put(cache, feed_row("category", category("c-1", name="饮料"), 7))
    put(cache, feed_row("category", category("c-1", name="旧"), 6))
    assert [each.name for each in cache.categories()] == ["饮料"]


def test_a_deleted_row_is_found_by_nothing_and_does_not_come_back_late(cache):
    put(
        cache,
        feed_row("member", member(1, phone="13800138000"), 3),
        feed_row("product", product(1), 3),
    )
    put(cache, feed_row("category", category("c-1"), 3))
    put(cache, deleted("member", member(1).id, 5), deleted("product", product(1).id, 5))
    put(cache, deleted("category", "c-1", 5))
    put(
        cache,
        feed_row("member", member(1, phone="13800138000"), 4),
        feed_row("product", product(1), 4),
    )
    assert cache.member_by_phone("13800138000") is None
    assert cache.member_by_id(member(1).id) is None
    assert cache.product(product(1).id) is None
    assert cache.product_by_code(product(1).code) is None
    assert cache.categories() == ()
    assert cache.counts() == type(cache.counts())(members=0, products=0, categories=0, offers=0)
    put(cache, deleted("product", "p-none", 1))
    assert cache.product("p-none") is None


def test_a_product_is_found_by_its_code_and_every_barcode(cache):
    made = product(1, barcodes=("6901234567892", "02ABC"), pinyin="pingguo", initials="pg")
    put(cache, feed_row("product", made, 1))
    for code in ("A001", "a001", "6901234567892", "02abc"):
        assert cache.product_by_code(code) == made
    moved = product(1, barcodes=("690999",))
    put(cache, feed_row("product", moved, 2))
    assert cache.product_by_code("6901234567892") is None
    assert cache.product_by_code("690999") == moved


def test_of_two_products_with_one_barcode_the_one_that_is_sold_is_found(cache):
    old = product(1, barcodes=("690",), active=False)
    new = product(2, barcodes=("690",))
    put(cache, feed_row("product", old, 1), feed_row("product", new, 1))
    assert cache.product_by_code("690") == new
    assert cache.product_by_code(old.code) == old


def test_shelves_hold_active_products_in_their_order(cache):
    rows = [
        feed_row("product", product(1, sort=3, favourite=True), 1),
        feed_row("product", product(2, sort=1, favourite=True), 1),
        feed_row("product", product(3, sort=2, active=False, favourite=True), 1),
        feed_row("product", product(4, sort=2, category="c-2"), 1),
        feed_row("category", category("c-2", sort=2), 1),
        feed_row("category", category("c-1", sort=1), 1),
    ]
    put(cache, *rows)
    assert [each.code for each in cache.products_in("c-1")] == ["A002", "A001"]
    assert [each.code for each in cache.favourites()] == ["A002", "A001"]
    assert [each.id for each in cache.categories()] == ["c-1", "c-2"]


def test_offers_rules_and_shop_come_from_the_feed(cache):
    rules = PointRules(version=4, earn_points=2)
    shop = Shop(id="s-1", name="东门店", footer=("谢谢",))
    put(
        cache,
        FeedRow(t="offer", k="B", v=1, op="u", d=msgspec.Raw(msgspec.json.encode(offer("B")))),
        FeedRow(t="offer", k="A", v=1, op="u", d=msgspec.Raw(msgspec.json.encode(offer("A")))),
        FeedRow(
            t="point_rules", k="points", v=1, op="u", d=msgspec.Raw(msgspec.json.encode(rules))
        ),
        feed_row("shop", shop, 1),
    )
    assert [each.code for each in cache.offers()] == ["A", "B"]
    assert cache.point_rules() == rules
    assert cache.shop() == shop
    assert cache.counts().offers == 2


def test_a_row_this_program_cannot_read_does_not_stop_the_feed(cache):
    strange = FeedRow(t="member", k="m-x", v=3, op="u", d=msgspec.Raw(b'{"id":1}'))
    later = FeedRow(t="weather", k="w", v=3, op="u", d=msgspec.Raw(b'{"rain":true}'))
    put(cache, strange, later, feed_row("member", member(2), 3), cursor="c-2")
    assert cache.cursor()[0] == "c-2"
    assert cache.member_by_id("m-x") is None
    assert cache.counts().members == 1


def test_fields_of_a_newer_central_are_passed_over(cache):
    body = msgspec.json.encode({**msgspec.to_builtins(member(1)), "shoe_size": 41})
    put(cache, FeedRow(t="member", k=member(1).id, v=1, op="u", d=msgspec.Raw(body)))
    assert cache.member_by_id(member(1).id) == member(1)


def test_clearing_forgets_everything_and_the_version_still_grows(cache):
    put(cache, feed_row("member", member(1), 9), feed_row("product", product(1), 9))
    before = cache.version()
    cache.clear()
    assert cache.cursor() == ("", "")
    assert cache.counts().members == 0
    assert cache.version() > before
    put(cache, feed_row("member", member(1), 1))
    assert cache.member_by_id(member(1).id) == member(1)


def test_a_member_just_registered_is_known_until_the_feed_brings_her(cache):
    cache.remember_member(member(1, name="新人", version=0))
    assert cache.member_by_number(member(1).number).name == "新人"
    put(cache, feed_row("member", member(1, name="新人", points=10), 4))
    cache.remember_member(member(1, name="旧", version=0))
    assert cache.member_by_id(member(1).id).points == 10


def test_reading_on_other_lanes_goes_on_while_the_cache_is_replaced(cache):
    put(cache, feed_row("member", member(1), 1))
    with ThreadPoolExecutor(2) as lanes:
        reads = [lanes.submit(cache.member_by_id, member(1).id) for _ in range(50)]
        cache.clear()
        reads += [lanes.submit(cache.member_by_id, member(1).id) for _ in range(50)]
        assert {each.result() for each in reads} <= {member(1), None}


def test_every_flipped_bit_is_noticed_and_the_cache_begins_again(tmp_path):
    cache = CacheStore.open(tmp_path, KEY)
    rows = [feed_row("member", member(n, name="王芳", phone=f"138{n:08d}"), 1) for n in range(300)]
    put(cache, *rows)
    cache.close()
    whole = (tmp_path / "cache.db").read_bytes()
    chance = random.Random(11)
    noticed = 0
    for _ in range(40):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        for part in tmp_path.glob("cache*"):
            if part.suffix != ".key-check":
                part.unlink()
        (tmp_path / "cache.db").write_bytes(damaged)
        noticed += look_at_everything(CacheStore.open(tmp_path, KEY))
    assert noticed == 40


def look_at_everything(cache: CacheStore) -> bool:
    """True when the damage was noticed and an empty cache took the place; never a wrong row."""
    try:
        for n in range(300):
            assert cache.member_by_id(member(n).id) in {
                member(n, name="王芳", phone=f"138{n:08d}"),
                None,
            }
            cache.member_by_phone(f"138{n:08d}")
        broken = cache.found("PRAGMA cipher_integrity_check", ())
    except Unavailable:
        assert cache.cursor() == ("", "")
        put(cache, feed_row("member", member(1), 1))
        assert cache.counts().members == 1
        return True
    else:
        return bool(broken) or cache.counts().members == 0
    finally:
        cache.close()


def test_a_cache_of_another_key_or_version_is_made_anew(tmp_path):
    cache = CacheStore.open(tmp_path, KEY)
    put(cache, feed_row("member", member(1), 1))
    with cache._file.write() as tx:
        tx.run("PRAGMA user_version = 77")
    cache.close()
    for key in (KEY, b"\x03" * 32):
        again = CacheStore.open(tmp_path, key)
        assert again.cursor() == ("", "")
        put(again, feed_row("member", member(1), 1))
        again.close()
    assert len(list(tmp_path.glob("cache*.db"))) == 1


def test_no_name_of_a_member_is_on_the_disk_in_the_clear(tmp_path):
    cache = CacheStore.open(tmp_path, KEY)
    put(cache, feed_row("member", member(1, name="欧阳娜娜", phone="13912345678"), 1))
    for path in tmp_path.iterdir():
        data = path.read_bytes()
        assert "欧阳娜娜".encode() not in data
        assert b"13912345678" not in data
        assert b"ouyang" not in data
    cache.close()


def test_trouble_that_is_no_damage_does_not_throw_the_cache_away(tmp_path, monkeypatch):
    cache = CacheStore.open(tmp_path, KEY)
    cache.apply([feed_row("member", member(1), 1)], "c", "e")
    busy = Unavailable("store.busy")

    def says_busy(*_):
        raise busy

    for ask in ("row", "rows", "write"):
        monkeypatch.setattr(cache._file._database, ask, says_busy)
    with pytest.raises(Unavailable, match=r"store.busy"):
        cache.member_by_id("m")
    with pytest.raises(Unavailable, match=r"store.busy"):
        cache.favourites()
    with pytest.raises(Unavailable, match=r"store.busy"):
        cache.apply([], "c", "e")
    monkeypatch.undo()
    assert cache.counts().members == 1
    cache.close()


def test_a_cache_that_cannot_be_made_says_why(tmp_path, monkeypatch):
    def full(*_, **__):
        raise Unavailable("store.disk_full")

    monkeypatch.setattr("posapp.offline.cache_file.open_encrypted", full)
    with pytest.raises(Unavailable, match=r"store.disk_full"):
        CacheFile(tmp_path, KEY)
    with pytest.raises(Unavailable, match=r"store.disk_full"):
        CacheStore.open(tmp_path, KEY)


# --- people and settings of the feed go into till.db


def test_the_feed_brings_people_and_settings_into_the_till(till, cache):
    feed = FeedIntake(cache, till.store.staff, till.store.settings)
    staff = {
        "id": "staff-7",
        "number": "107",
        "name": "李",
        "role": "manager",
        "permissions": ["sell", "fly"],
        "verifier": "$argon2id$",
    }
    setting = {"name": "language", "value": "zh_TW"}
    feed.apply(
        [
            raw("staff", "staff-7", 4, staff),
            raw("setting", "language", 4, setting),
            feed_row("member", member(1), 4),
        ],
        "c-1",
        "e-1",
    )
    (person,) = till.store.staff.all()
    assert (person.number, sorted(person.permissions)) == ("107", ["sell"])
    assert till.store.settings.values() == {"language": '"zh_TW"'}
    assert feed.cursor() == ("c-1", "e-1")
    assert cache.counts().members == 1
    feed.clear()
    assert len(till.store.staff.all()) == 1
    feed.apply([raw("staff", "staff-7", 1, {**staff, "name": "新"})], "c-1", "e-2")
    assert till.store.staff.by_number("107").name == "新"
    feed.apply([deleted("staff", "staff-7", 2), deleted("setting", "language", 2)], "c-2", "e-2")
    assert till.store.staff.all() == ()
    assert till.store.settings.values() == {}


def raw(kind, key, version, data) -> FeedRow:
    return FeedRow(t=kind, k=key, v=version, op="u", d=msgspec.Raw(msgspec.json.encode(data)))
