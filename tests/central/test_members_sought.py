"""Members by several conditions, and by a name typed in any way, at central."""

from __future__ import annotations

import pytest
from sqlalchemy import Column, MetaData, String, Table, insert

from posapp.central import look_ups, members
from posapp.central.caller import load_tenant
from posapp.central.members import load_members
from posapp.central.searching import indexing, members_sought, narrowing
from posapp.central.searching.tags import tagged
from posapp.central.view import View
from posapp.domain.member import MemberStatus, Profile
from posapp.wire.facts import SaleData
from posapp.wire.member_search import MembersFound, MembersSought, SearchConditions
from posapp.wire.requests import FindMember, FindMemberReply
from tests.central.desk import hire
from tests.central.goods import A, cart, cash, sale
from tests.central.test_members import register
from tests.central.tills import refusal

PEOPLE = (
    Profile(phone="13700000001", name="欧阳娜", birthday="1990-03-08", card="VIP-1001"),
    Profile(phone="13700000002", name="單雄信", birthday="1991-03-09"),
    Profile(phone="13700000003", name="单雄", birthday="1992-07-01"),
    Profile(phone="13711110003", name="李𠮷明"),
    Profile(phone="+85261234567", name="Anna Müller"),
    Profile(phone="13700000006", name="'; DROP TABLE member; --"),
)


@pytest.fixture
def people(park):
    for each in PEOPLE:
        register(park, each)
        park.clock.advance_ms(1_000)
    return park


def find(park, text):
    reply = park.till.ask("/v1/members/find", FindMember(text=text), FindMemberReply)
    return [each.name for each in reply.members]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("ouyangna", ["欧阳娜"]),
        ("OUYANG", ["欧阳娜"]),
        ("ouyn", ["欧阳娜"]),
        ("oyna", ["欧阳娜"]),
        ("oyn", ["欧阳娜"]),
        ("ou yang na", ["欧阳娜"]),
        ("歐陽", ["欧阳娜"]),
        ("shanxx", ["單雄信"]),
        ("dxiongxin", ["單雄信"]),
        ("单雄信", ["單雄信"]),
        ("shanxiong", ["单雄", "單雄信"]),
        ("sx", ["單雄信", "单雄"]),
        ("liming", ["李𠮷明"]),
        ("李𠮷", ["李𠮷明"]),
        ("muller", ["Anna Müller"]),
        ("6123 4567", ["Anna Müller"]),
        ("１３７００００0001", ["欧阳娜"]),
        ("+86 137-0000-0001", ["欧阳娜"]),
        ("vip-1001", []),
        ("VIP-1001", ["欧阳娜"]),
        ("110003", ["李𠮷明"]),
        ("0003", ["单雄", "李𠮷明"]),
        ("xiong", []),
        ("'; DROP", ["'; DROP TABLE member; --"]),
    ],
)
def test_a_member_is_found_however_her_name_or_phone_is_typed(people, typed, names):
    assert sorted(find(people, typed)) == sorted(names)


def test_the_best_answer_stands_first_and_who_was_here_lately_before_others(people):
    till = people.till
    (who,) = till.ask("/v1/members/find", FindMember(text="单雄信"), FindMemberReply).members
    assert find(people, "shanxiong")[0] == "单雄"
    assert find(people, "shanx") == ["單雄信", "单雄"]
    register(people, Profile(phone="13700000009", name="单雄义"))
    sold = sale(till.ids, cart(A, member_id=who.id), cash(till.ids, 18_000))
    till.tell(SaleData(sale=sold))
    assert find(people, "shanx")[0] == "單雄信"


def test_what_is_more_than_a_list_holds_is_said(people):
    for number in range(20):
        register(people, Profile(phone=f"136000000{number:02}", name="单雄"))
    asked = FindMember(text="shanxiong")
    reply = people.till.ask("/v1/members/find", asked, FindMemberReply)
    assert (len(reply.members), reply.more) == (20, True)
    assert {each.name for each in reply.members} == {"单雄"}


class Asking:
    def __init__(self, park):
        self.park = park
        self.staff_id = hire(park, "2001", "135790")

    def page(self, after="", limit=20, staff_id="", **conditions):
        asked = MembersSought(
            staff_id=staff_id or self.staff_id,
            conditions=SearchConditions(**conditions),
            after=after,
            limit=limit,
        )
        return self.park.till.ask("/v1/members/search", asked, MembersFound)

    def names(self, **conditions):
        return [each.name for each in self.page(**conditions).rows]


@pytest.fixture
def asking(people):
    return Asking(people)


def test_all_conditions_have_to_hold(asking):
    assert asking.names(month=3) == ["單*信", "欧*娜"]
    assert asking.names(month=3, has_card=True) == ["欧*娜"]
    assert asking.names(month=3, has_card=False) == ["單*信"]
    assert asking.names(name="shanx", month=3) == ["單*信"]
    assert asking.names(name="sx", phone="0003") == ["单*"]
    assert asking.names(phone="0003") == ["李*明", "单*"]
    assert asking.names(phone="+852 6123 4567") == ["A*r"]
    assert asking.names(name="sx", tiers=("gold",)) == []
    assert asking.names(tiers=("gold",)) == ["王*"]
    assert asking.names(name="单", statuses=(MemberStatus.FROZEN,)) == []
    assert asking.names(month=3, statuses=(MemberStatus.NORMAL,)) == ["單*信", "欧*娜"]


def test_pages_follow_each_other_without_a_gap_or_a_repetition(asking, monkeypatch):
    monkeypatch.setattr(members_sought, "CHUNK", 2)
    monkeypatch.setattr(members_sought, "MOST_CHUNKS", 1)
    for conditions in ({"registered_from_ms": 1}, {"name": "s", "month": 3}, {"phone": "0003"}):
        seen, after = [], ""
        for _ in range(12):
            page = asking.page(after=after, limit=1, **conditions)
            seen += [each.id for each in page.rows]
            after = page.next
            if not after:
                break
        assert len(seen) == len(set(seen))
        whole = []
        monkeypatch.undo()
        whole = [each.id for each in asking.page(**conditions).rows]
        monkeypatch.setattr(members_sought, "CHUNK", 2)
        monkeypatch.setattr(members_sought, "MOST_CHUNKS", 1)
        assert seen == whole


def test_registered_and_last_bought_are_from_a_moment_on_and_before_another(people, asking):
    till = people.till
    now = people.central.clock.wall_ms()
    rows = asking.page(registered_from_ms=now - 2_500).rows
    assert [each.name for each in rows] == ["'*-", "A*r"]
    assert asking.names(registered_from_ms=now - 4_500, registered_before_ms=now - 2_500) == [
        "李*明",
        "单*",
    ]
    (who,) = till.ask("/v1/members/find", FindMember(text="单雄信"), FindMemberReply).members
    sold = sale(till.ids, cart(A, member_id=who.id), cash(till.ids, 18_000))
    till.tell(SaleData(sale=sold))
    (row,) = asking.page(name="单", bought_from_ms=1).rows
    assert (row.id, row.last_sale_ms) == (who.id, people.rows("SELECT at_ms FROM sale")[0][0])
    assert asking.names(name="单", bought_before_ms=row.last_sale_ms) == ["单*"]


def bought(park, text, advance_ms=1_000):
    """A sale to her; its moment."""
    park.clock.advance_ms(advance_ms)
    till = park.till
    (who,) = till.ask("/v1/members/find", FindMember(text=text), FindMemberReply).members
    sold = sale(till.ids, cart(A, member_id=who.id), cash(till.ids, 18_000))
    till.tell(SaleData(sale=sold))
    return park.rows("SELECT max(at_ms) FROM sale")[0][0]


def test_who_bought_since_a_day_is_found_by_that_alone_the_last_first(people, asking, monkeypatch):
    first = bought(people, "欧阳娜")
    bought(people, "单雄信")
    people.till.tell(SaleData(sale=sale(people.till.ids, cart(A), cash(people.till.ids, 20_000))))
    bought(people, "李𠮷明")
    last = bought(people, "欧阳娜")
    assert asking.names(bought_from_ms=first) == ["欧*娜", "李*明", "單*信"]
    assert asking.names(bought_from_ms=first, bought_before_ms=last) == ["李*明", "單*信"]
    assert asking.names(bought_from_ms=first, month=3) == ["單*信", "欧*娜"]
    assert asking.names(bought_from_ms=last + 1) == []
    assert refusal(asking.page, bought_from_ms=1, after="x").key == "search.not_understood"
    monkeypatch.setattr(members_sought, "CHUNK", 2)
    monkeypatch.setattr(members_sought, "MOST_CHUNKS", 1)
    seen, after = [], ""
    for _ in range(9):
        page = asking.page(after=after, limit=1, bought_from_ms=first)
        seen += [each.name for each in page.rows]
        after = page.next
        if not after:
            break
    assert (seen, after) == (["欧*娜", "李*明", "單*信"], "")


def test_what_would_mean_everybody_is_refused(asking):
    for conditions in (
        {},
        {"has_card": True},
        {"tiers": ("ordinary",)},
        {"statuses": (MemberStatus.NORMAL,)},
        {"registered_before_ms": 5},
        {"bought_before_ms": 5},
    ):
        assert refusal(asking.page, **conditions).key == "search.nothing_narrows"
    assert refusal(asking.page, phone="123").key == "search.phone_too_short"
    assert refusal(asking.page, month=13).key == "search.not_understood"
    assert refusal(asking.page, month=3, limit=1_000).key == "search.not_understood"
    assert refusal(asking.page, month=3, tiers=("a",) * 11).key == "search.not_understood"
    for place in ("x", "9.z", "'", "~~"):
        assert refusal(asking.page, month=3, after=place).key == "search.not_understood"
        named = refusal(asking.page, registered_from_ms=1, after=place)
        assert named.key == "search.not_understood"


def test_who_was_shown_is_written_down_and_counted_and_needs_the_right(people, asking):
    other = hire(people, "3001", "111111", rights="sell")
    assert refusal(asking.page, month=3, staff_id=other).key == "service.not_allowed"
    assert people.rows("SELECT count(*) FROM data_access") == [(0,)]
    shown = asking.page(month=3).rows
    written = people.rows("SELECT member_id, what, who FROM data_access ORDER BY member_id DESC")
    assert written == [(each.id, "search", "张敏 (2001)") for each in shown]
    people.write("UPDATE setting SET value = '2' WHERE name = 'central.members_a_day'")
    assert refusal(asking.page, phone="0003").key == "members.too_many_look_ups"


def test_tags_are_refused_until_there_is_a_table_of_them(people, asking):
    if "member_tag" not in members_sought.member.metadata.tables:
        assert refusal(asking.page, tags=("vip",)).key == "search.no_tags"
    table = Table(
        "some_tag",
        MetaData(),
        *(Column(name, String) for name in ("tenant_id", "member_id", "tag", "until_ms")),
    )
    with people.central.database.write() as connection:
        table.create(connection)
        row = {"tenant_id": people.seeded.tenant_id, "tag": "vip", "until_ms": None}
        rows = [{**row, "member_id": each} for each in ("a", "b", "c")]
        connection.execute(insert(table), [*rows, {**row, "member_id": "d", "until_ms": "1"}])
        vip = tagged("vip", table)
        view = View(
            connection=connection,
            tenant=load_tenant(connection, people.seeded.tenant_id),
            keys=people.central.keys,
            now_ms=1,
        )
        assert vip.before(view, "~", 2) == ["c", "b"]
        assert vip.before(view, "b", 2) == ["a"]
        assert vip.among(view, ["a", "d", "x"]) == {"a"}
        assert load_members(view, vip.before(view, "~", 9)) == []
        table.drop(connection)


def test_no_search_reads_more_than_its_page(people):
    asked = {"of_tenant": "t", "value": "v", "before": "~", "most": 9, "since_ms": 1, "until_ms": 9}
    asked |= {f"digest_{place}": b"d" for place in range(3)}
    statements = [*narrowing._WITH.values(), *narrowing._ENTRIES, narrowing._MOMENT]
    with people.central.database.read() as connection:
        for statement in (*statements, *members._UNDER):
            compiled = statement.compile(connection.engine)
            params = compiled.construct_params(asked)
            values = tuple(params[name] for name in compiled.positiontup)
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", values)
            steps = [row[3] for row in plan]
            assert not [each for each in steps if "SCAN" in each or "TEMP" in each], steps
        compiled = narrowing._SALES.compile(connection.engine)
        params = compiled.construct_params(asked)
        values = tuple(params[name] for name in compiled.positiontup)
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", values)
        steps = [row[3] for row in plan]
        assert [each for each in steps if "ix_sale_at" in each], steps
        # Only sales of one millisecond are put in order by themselves.
        sorted_ones = [each for each in steps if "TEMP" in each]
        assert all("RIGHT PART" in each or "LAST TERM" in each for each in sorted_ones), steps
        assert not [each for each in steps if each.startswith("SCAN")], steps
        query = look_ups._LAST_SALE.params(ids=["a"]).compile(
            connection.engine, compile_kwargs={"literal_binds": True}
        )
        steps = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}")]
        assert [each for each in steps if "ix_sale_member" in each], steps
        assert not [each for each in steps if "TEMP" in each or each.startswith("SCAN sale")], steps


def test_who_closed_her_account_is_not_indexed_again(people):
    people.write("DELETE FROM member_token")
    people.write("UPDATE member SET status = 'closed' WHERE id = (SELECT max(id) FROM member)")
    indexing.index_members(people.folder)
    known = people.rows("SELECT count(DISTINCT member_id) FROM member_token")
    assert known == [(people.rows("SELECT count(*) FROM member")[0][0] - 1,)]


def test_an_index_of_older_words_is_made_anew_from_the_profiles(people):
    before = people.rows("SELECT digest, member_id FROM member_token ORDER BY 1, 2")
    people.write("DELETE FROM member_token WHERE member_id <> (SELECT min(id) FROM member)")
    people.write(
        "INSERT INTO member_token (tenant_id, digest, member_id) "
        "SELECT tenant_id, X'01', id FROM member"
    )
    assert find(people, "shanxx") == []
    folder = people.folder
    told = indexing.index_members(folder)
    assert told["members"] == people.rows("SELECT count(*) FROM member")[0][0]
    assert people.rows("SELECT digest, member_id FROM member_token ORDER BY 1, 2") == before
    assert indexing.index_members(folder) == {**told, "added": 0, "dropped": 0}
    assert find(people, "shanxx") == ["單雄信"]
