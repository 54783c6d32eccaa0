import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.offline.cache_store import CacheStore
from posapp.offline.search import Search
from posapp.offline.spelling import folded, product_terms, words
from tests.offline.feeds import feed_row, member, product

GOODS = (
    product(1, name="红富士苹果", pinyin="hongfushipingguo", initials="hfspg"),
    product(2, name="苹果汁 330ml", pinyin="pingguozhi330ml", initials="pgz330ml"),
    product(3, name="矿泉水", spec="550ml", pinyin="kuangquanshui", initials="kqs"),
    product(4, name="Cola 可乐", barcodes=("6901234567892",), pinyin="colakele", initials="ckl"),
    product(5, name="苹果手机壳", pinyin="pingguoshoujike", initials="pgsjk", active=False),
    product(6, name="𠮷野家便当", pinyin="yejiabiandang", initials="yjbd"),
)
PEOPLE = (
    member(1, name="曾志伟", phone="13800138000", card="C1001"),
    member(2, name="单田芳", phone="13900138000"),
    member(3, name="王芳", phone="13700135678"),
    member(4, name="王小明", phone="13600009999"),
    member(5, name="Anna Müller", phone="13500001111", card="VIP-0042"),
    member(6, name="阿依古丽·买买提", phone="13400002222"),
)


@pytest.fixture(scope="module")
def search(tmp_path_factory):
    cache = CacheStore.open(tmp_path_factory.mktemp("cache"), b"\x02" * 32)
    rows = [feed_row("product", each, 1) for each in GOODS]
    rows += [feed_row("member", each, 1) for each in PEOPLE]
    cache.apply(rows, "c", "e")
    yield Search(cache)
    cache.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("A003", [3]),
        ("a003", [3]),
        ("690123", [4]),
        ("pingguo", [2, 1]),
        ("pg", [2, 1]),
        ("shui", [3]),
        ("苹", [1, 2]),
        ("苹果", [1, 2]),
        ("果汁", [2]),
        ("富士苹", [1]),
        ("550", [3]),
        ("苹果 330", [2]),
        ("COLA", [4]),
        ("col", [4]),
        ("ＣＯＬＡ", [4]),
        ("𠮷", [6]),
        ("手机", []),
        ("果苹", []),
        ("", []),
        ('"', []),
        ("%", []),
        ("* OR", []),
    ],
)
def test_goods_are_found_by_code_pinyin_initials_and_any_part_of_the_name(search, typed, found):
    codes = [each.code for each in search.products(typed)]
    assert sorted(codes) == sorted(f"A{number:03d}" for number in found)


def test_codes_come_before_names(search):
    assert [each.code for each in search.products("A00")][:2] == ["A001", "A002"]


def test_at_most_as_many_as_asked_for(search):
    assert len(search.products("a", limit=2)) == 2
    assert len(search.members("13", limit=2)) == 0
    assert len(search.members("M000", limit=2)) == 2


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("13800138000", [1]),
        ("138 0013 8000", [1]),
        ("1380", [1]),
        ("5678", [3]),
        ("8000", [1, 2]),
        ("138", []),
        ("M0000004", [4]),
        ("m0000004", [4]),
        ("c1001", [1]),
        ("王", [3, 4]),
        ("王芳", [3]),
        ("wang", [3, 4]),
        ("wangxm", [4]),
        ("wxiaom", [4]),
        ("单田芳", [2]),
        ("單田", [2]),
        ("zengz", [1]),
        ("38000", [1, 2]),
        ("135678", [3]),
        ("１３７ ０013 5678", [3]),
        ("+86 137-0013-5678", [3]),
        ("muller", [5]),
        ("anna m", [5]),
        ("ayigl", [6]),
        ("wxm", [4]),
        ("zeng", [1]),
        ("ceng", [1]),
        ("zzw", [1]),
        ("shan", [2]),
        ("dantianfang", [2]),
        ("anna", [5]),
        ("阿依古丽·买", [6]),
        ("芳", []),
        ("", []),
        (" - ", []),
    ],
)
def test_members_are_found_by_phone_tail_card_number_name_and_all_readings(search, typed, found):
    numbers = sorted(each.number for each in search.members(typed))
    assert numbers == sorted(f"M{number:07d}" for number in found)


def test_a_card_with_a_hyphen_is_found_as_it_is_written(search):
    assert [each.number for each in search.members("vip-0042")] == ["M0000005"]


@given(st.text(max_size=80))
def test_no_text_breaks_the_search(search, typed):
    search.products(typed)
    search.members(typed)


def test_no_query_scans_a_table(search):
    from posapp.offline import member_search
    from posapp.offline import search as goods

    statements = [
        value
        for module in (goods, member_search)
        for name, value in vars(module).items()
        if name.startswith("_") and isinstance(value, str)
    ]
    queries = [text for text in statements if "SELECT" in text]
    assert len(queries) > 14
    for sql in queries:
        plan = search._cache.found(f"EXPLAIN QUERY PLAN {sql}", ("a",) * sql.count("?"))
        steps = [row[3] for row in plan]
        assert not [s for s in steps if s.startswith("SCAN") and "VIRTUAL TABLE" not in s], steps


def test_words_keep_latin_runs_and_split_chinese_characters():
    assert words("Cola可乐 330ML") == ["cola", "可", "乐", "330ml"]
    assert folded(" ＡＢｃ ") == "abc"


def test_who_was_served_here_lately_is_found_before_all_others(tmp_path):
    cache = CacheStore.open(tmp_path, b"\x02" * 32)
    many = [member(number, name="王芳") for number in range(1, 60)]
    cache.apply([feed_row("member", each, 1) for each in many], "c", "e")
    search = Search(cache, lambda: {many[57].id: 5, many[3].id: 9, "gone": 1})
    found = search.find_members("wangf", most=4)
    assert [each.number for each in found.members][:2] == [many[3].number, many[57].number]
    assert found.more
    assert not search.find_members(many[8].number).more
    cache.close()


def test_a_renamed_member_is_found_by_her_new_name_alone(tmp_path):
    cache = CacheStore.open(tmp_path, b"\x02" * 32)
    search = Search(cache)
    cache.apply([feed_row("member", member(1, name="单雄"), 1)], "c", "e")
    assert [search.members(typed) != () for typed in ("shanx", "dx", "cx")] == [True] * 3
    cache.apply([feed_row("member", member(1, name="查良"), 2)], "c", "e")
    assert [search.members(typed) != () for typed in ("shanx", "dx", "sx")] == [False] * 3
    assert [search.members(typed) != () for typed in ("zhal", "chal", "zl")] == [True] * 3
    cache.close()


def test_a_product_is_spelled_from_each_syllable_on():
    assert {"pg", "hfspg", "pingguo", "hongfushipingguo"} <= product_terms(
        "hongfushipingguo", "hfspg"
    )
    assert product_terms("", "") == set()
