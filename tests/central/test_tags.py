"""Tags: put by hand from the catalogue only, come and gone by rule, for those who agreed."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from posapp.central.merging.moving import merge
from posapp.central.merging.undoing import undo
from posapp.central.quarantine import Act as Signed
from posapp.central.registration.consents import Statement, add_statement
from posapp.central.tagging.catalogue import TagRow, keep_tags, listed
from posapp.central.tagging.nightly import run_night
from posapp.domain.consents import Purpose
from posapp.domain.tags import RuleKind, TagKind
from posapp.wire.facts import RefundData, SaleData
from posapp.wire.tags import TagChange
from tests.central.desk import Desk
from tests.central.goods import A, B, cart, cash, refund, sale
from tests.central.tills import feed_members, refusal

DAY = 86_400_000
CATALOGUE = (
    TagRow(
        code="vip",
        kind=TagKind.BASIC,
        name="贵宾",
        name_zh_tw="貴賓",
        name_en="VIP",
        at_till=True,
    ),
    TagRow(
        code="basket",
        kind=TagKind.VALUE,
        name="高客单",
        name_zh_tw="高客單",
        name_en="High basket",
        rule=RuleKind.BASKET,
        amount=15_000,
        days=365,
        at_till=True,
    ),
    TagRow(
        code="often",
        kind=TagKind.BEHAVIOUR,
        name="高频",
        name_zh_tw="高頻",
        name_en="Frequent",
        rule=RuleKind.OFTEN,
        count=3,
        days=30,
    ),
    TagRow(
        code="drinks",
        kind=TagKind.PREFERENCE,
        name="偏好饮料",
        name_zh_tw="偏好飲料",
        name_en="Likes drinks",
        rule=RuleKind.CATEGORY,
        count=2,
        days=90,
        category="饮料",
    ),
    TagRow(
        code="sleeping",
        kind=TagKind.LIFECYCLE,
        name="沉睡",
        name_zh_tw="沉睡",
        name_en="Sleeping",
        rule=RuleKind.SLEEPING,
        days=60,
    ),
)


def keep(park, *rows):
    with park.central.work(park.tenant) as unit:
        keep_tags(unit, rows)


def agree(park, member_id, *, given=True):
    park.clock.advance_ms(1_000)
    with park.central.work(park.tenant) as unit:
        said = Statement(
            purpose=Purpose.PROFILING,
            given=given,
            policy_version="v3",
            channel="till",
            at_ms=unit.now_ms,
        )
        add_statement(unit, member_id, said)


@pytest.fixture
def tags(park):
    keep(park, *CATALOGUE)
    agree(park, park.fang.id)
    return park


def buy(park, goods=A, member_id=None, **head):
    ids = park.till.ids
    basket = cart(goods, member_id=member_id or park.fang.id)
    sold = sale(ids, basket, cash(ids, goods.member_price))
    entry = park.till.journal(SaleData(sale=sold), **head)
    assert [each.outcome.value for each in park.till.push(entry)] == ["applied"]
    return sold


def give_back(park, sold):
    back = refund(park.till.ids, sold, {}, {1: 1_000})
    assert park.till.tell(RefundData(refund=back)) == ["applied"]


def in_force(park, member_id=None):
    rows = park.rows(
        "SELECT tag FROM member_tag WHERE member_id = :who AND until_ms IS NULL ORDER BY tag",
        who=member_id or park.fang.id,
    )
    return [tag for (tag,) in rows]


def nights(park, days):
    park.clock.advance_ms(days * DAY)
    return run_night(park.central, park.tenant, batch=2)


# -- by rule


def test_a_large_sale_makes_a_high_basket_and_its_return_takes_it_away(tags):
    first = buy(tags)
    assert in_force(tags) == ["basket"]
    second = buy(tags)
    give_back(tags, first)
    assert in_force(tags) == ["basket"]
    give_back(tags, second)
    assert in_force(tags) == []
    rows = tags.rows("SELECT source, ended_by FROM member_tag")
    assert rows == [("rule", "rule")]


def test_three_purchases_in_thirty_days_are_frequent_until_they_grow_old(tags):
    for _ in range(2):
        buy(tags, B)
        tags.clock.advance_ms(10 * DAY)
    assert in_force(tags) == []
    third = buy(tags, B)
    assert in_force(tags) == ["often"]
    assert nights(tags, 9).lapsed == 0
    assert nights(tags, 1).lapsed == 1
    assert in_force(tags) == []
    assert nights(tags, 0).lapsed == 0
    give_back(tags, third)


def test_a_sale_that_comes_late_counts_for_the_day_on_which_it_was(tags):
    long_ago = tags.clock.wall_ms() - 40 * DAY
    for _ in range(3):
        buy(tags, B, at_ms=long_ago)
    assert in_force(tags) == []
    buy(tags, B)
    assert tags.rows("SELECT count(*) FROM member_purchase WHERE last_ms > :then", then=long_ago)


def test_what_is_bought_again_and_again_is_preferred(tags):
    (category,) = tags.rows("SELECT id FROM category")[0]
    tags.write("UPDATE tag SET category_id = 'c' WHERE code = 'drinks'")
    buy(tags, B)
    assert in_force(tags) == []
    buy(tags, B)
    assert in_force(tags) == ["drinks"]
    assert category


def test_who_does_not_come_for_sixty_days_sleeps_until_she_is_back(tags):
    buy(tags, B)
    buy(tags, B, member_id=tags.frozen.id)
    assert nights(tags, 59).away == 0
    assert nights(tags, 1).away == 2
    assert in_force(tags) == in_force(tags, tags.frozen.id) == ["sleeping"]
    assert nights(tags, 1).away == 0
    buy(tags, B)
    assert (in_force(tags), in_force(tags, tags.frozen.id)) == ([], ["sleeping"])


def test_nobody_is_profiled_who_did_not_agree_and_withdrawing_takes_it_all_away(tags):
    buy(tags, member_id=tags.frozen.id)
    assert in_force(tags, tags.frozen.id) == []
    assert tags.rows("SELECT count(*) FROM tag_reason") == [(0,)]
    buy(tags)
    agree(tags, tags.fang.id, given=False)
    assert in_force(tags) == []
    assert tags.rows("SELECT count(*) FROM tag_reason") == [(0,)]
    assert nights(tags, 60).away == 2
    assert in_force(tags) == ["sleeping"]


def test_other_parameters_hold_from_the_next_night_on(tags):
    buy(tags)
    (row,) = [each for each in CATALOGUE if each.code == "basket"]
    stricter = {**{name: getattr(row, name) for name in row.__slots__}, "amount": 50_000}
    keep(tags, TagRow(**stricter))
    assert in_force(tags) == ["basket"]
    nights(tags, 0)
    assert in_force(tags) == []


def test_a_rule_reads_only_what_it_needs_however_long_the_history(tags):
    def rows_read():
        seen, engine = [], tags.central.database._engine

        def on_statement(_connection, cursor, statement, parameters, *_rest):
            if "tag_reason" in statement and statement.startswith("SELECT"):
                plan = cursor.connection.execute("EXPLAIN QUERY PLAN " + statement, parameters)
                seen.extend(row[3] for row in plan)

        event.listen(engine, "before_cursor_execute", on_statement)
        try:
            buy(tags, B)
        finally:
            event.remove(engine, "before_cursor_execute", on_statement)
        return seen

    plan = rows_read()
    assert any("ix_tag_reason_member" in each for each in plan), plan
    assert not any("SCAN tag_reason" in each or "TEMP B-TREE" in each for each in plan), plan


# -- at the till


def test_a_till_hears_only_of_tags_that_a_cashier_may_see(tags):
    for _ in range(3):
        buy(tags)
    assert in_force(tags) == ["basket", "often"]
    rows = tags.till.pull_all()
    assert feed_members(rows)[tags.fang.id]["tags"] == ["basket"]
    (setting,) = [row for row in rows if row.k == "member_tags"]
    assert b"vip=" in bytes(setting.d)
    assert b"often" not in bytes(setting.d)


# -- by hand


def test_a_person_puts_and_takes_tags_of_the_catalogue_and_no_others(tags):
    desk = Desk(tags)
    desk.act(TagChange(code="vip"))
    (shown,) = desk.file().tags
    assert (shown.code, shown.name_en, shown.by_rule) == ("vip", "VIP", False)
    assert [each.code for each in desk.file().tags_offered] == ["vip"]
    assert desk.kinds()[-2] == "tag" or "tag" in desk.kinds()
    assert refusal(desk.act, TagChange(code="vip")).key == "service.nothing_changes"
    assert refusal(desk.act, TagChange(code="basket")).key == "tags.of_a_rule"
    assert refusal(desk.act, TagChange(code="diabetic")).key == "tags.unknown"
    desk.act(TagChange(code="vip", put=False))
    assert in_force(tags) == []
    ((who, ended),) = tags.rows("SELECT who, ended_by FROM member_tag")
    assert who == ended == "张敏 (2001)"


def test_catalogue_keeps_its_order_and_refuses_what_would_change_its_nature(tags):
    keep(tags, CATALOGUE[0])
    with tags.central.database.read() as connection:
        codes = [each["code"] for each in listed(connection, tags.tenant.id)]
    assert codes == [each.code for each in CATALOGUE]
    ruled = TagRow(
        code="vip",
        kind=TagKind.BASIC,
        name="贵宾",
        name_zh_tw="貴賓",
        name_en="VIP",
        rule=RuleKind.SLEEPING,
        days=1,
    )
    assert refusal(keep, tags, ruled).key == "tags.rule_for_hand"


# -- merged


def test_a_merge_brings_her_tags_along_and_its_undoing_gives_them_back(tags):
    desk = Desk(tags)
    desk.act(TagChange(code="vip"))
    buy(tags)
    buy(tags, member_id=tags.frozen.id)
    signed = Signed(who="周店长", note="同一个人")
    kept, gone, merge_id = tags.frozen.id, tags.fang.id, tags.till.ids.new()
    with tags.central.work(tags.tenant) as unit:
        merge(unit, merge_id, kept, gone, signed)
    assert in_force(tags, kept) == ["vip"]
    assert in_force(tags, gone) == []
    nights(tags, 0)
    with tags.central.work(tags.tenant) as unit:
        undo(unit, merge_id, signed)
    assert (in_force(tags, kept), in_force(tags, gone)) == ([], ["basket", "vip"])
    nights(tags, 0)
    assert in_force(tags, gone) == ["basket", "vip"]
