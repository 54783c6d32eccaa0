"""What all members have at a moment: the same however it is added up, and whenever it arrived."""

from __future__ import annotations

from posapp.central.compensation.taking_back import lapse
from posapp.central.exchange.importing import Plan, import_members
from posapp.central.expiring import expire_points
from posapp.central.member_days import Sums, add_up_days, agrees, sums_until
from posapp.central.merging.moving import merge
from posapp.central.nights import Nights
from posapp.central.quarantine import Act as Signed
from posapp.central.report_shapes import ZShown
from posapp.domain.member import Profile
from posapp.domain.receipt_words import Words
from posapp.domain.shift import Closing, Shift, ShiftSums, z_report
from posapp.domain.shift_figures import CentralFigures
from posapp.domain.z_text import cell_text, name_text
from posapp.wire.facts import RefundData, SaleData, ShiftCloseData, ShiftOpenData, TopUpData
from posapp.wire.member_totals import MemberTotals, PointMoves, ValueMoves
from posapp.wire.redress import Compensation
from posapp.wire.service_desk import Balance, Correction
from tests.central.desk import Desk
from tests.central.goods import A, by_value, cart, refund, sale
from tests.central.test_ledger_properties import tenant_of
from tests.central.test_registration import registered, sold_to_nobody
from tests.central.tills import refusal

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS


def top_up(park, amount=7_000):
    return TopUpData(
        top_up_id=park.till.ids.new(),
        quote_id="",
        quote_hash="",
        member_id=park.fang.id,
        receipt_number="T",
        principal=amount,
        bonus=amount // 7,
        tender_kind="cash",
        tendered=amount,
        change=0,
    )


def totals(park, after_ms, until_ms=None):
    until_ms = park.clock.wall_ms() if until_ms is None else until_ms
    target = f"/v1/reports/member-totals?after={after_ms}&until={until_ms}"
    return park.till.get(target, MemberTotals)


def busy(park):
    """A day on which she tops up, pays with it and brings it back. Returns when it began."""
    begun_ms = park.clock.wall_ms()
    park.clock.advance_ms(HOUR_MS)
    hold = park.hold_value(18_000)
    sold = sale(park.till.ids, cart(A, member_id=park.fang.id), by_value(hold))
    park.till.tell(top_up(park), SaleData(sale=sold))
    park.clock.advance_ms(HOUR_MS)
    park.till.tell(RefundData(refund=refund(park.till.ids, sold, {}, {1: 500})))
    return begun_ms


def test_a_span_says_what_was_there_what_moved_and_what_is_left(park):
    begun_ms = busy(park)
    found = totals(park, begun_ms)
    used, back = -15_652, 7_826
    assert found.principal == ValueMoves(
        opening=105_000, topped_up=7_000, used=used, given_back=back, closing=104_174
    )
    assert found.bonus == ValueMoves(
        opening=15_000, topped_up=1_000, used=-2_348, given_back=1_174, closing=14_826
    )
    assert found.points == PointMoves(opening=2_000, earned=156, clawed=-78, closing=2_078)
    assert totals(park, 0).principal.other == 105_000  # what the members began with


def test_days_that_are_added_up_change_no_answer(park):
    begun_ms = busy(park)
    moments = [begun_ms + step * HOUR_MS // 2 for step in range(-1, 6)]
    before = [totals(park, each) for each in moments]
    for _ in range(3):
        park.clock.advance_ms(DAY_MS // 2 + HOUR_MS)
        add_up_days(park.central, park.seeded.tenant_id)
        until_ms = before[0].until_ms
        again = [totals(park, each, until_ms) for each in moments]
        assert [each.principal for each in again] == [each.principal for each in before]
        assert [each.points for each in again] == [each.points for each in before]
    assert park.rows("SELECT count(*) > 0 FROM member_day") == [(True,)]


def test_what_arrives_late_stands_where_it_happened(park):
    begun_ms = park.clock.wall_ms()
    park.clock.advance_ms(HOUR_MS)
    late = park.till.journal(top_up(park))
    park.clock.advance_ms(2 * DAY_MS)
    add_up_days(park.central, park.seeded.tenant_id)
    assert totals(park, begun_ms).principal.topped_up == 0
    park.till.push(late)
    for _ in range(2):
        assert totals(park, begun_ms, begun_ms + HOUR_MS).principal.topped_up == 7_000
        assert totals(park, begun_ms + HOUR_MS).principal.topped_up == 0
        park.clock.advance_ms(DAY_MS)
        add_up_days(park.central, park.seeded.tenant_id)


def test_a_fact_from_a_clock_that_is_ahead_counts_from_when_it_was_booked(park):
    begun_ms = park.clock.wall_ms()
    park.clock.advance_ms(HOUR_MS)
    ahead = park.till.journal(top_up(park), at_ms=park.clock.wall_ms() + 40 * DAY_MS)
    park.till.push(ahead)
    for _ in range(2):
        assert totals(park, begun_ms, begun_ms + HOUR_MS).principal.topped_up == 7_000
        assert totals(park, begun_ms, begun_ms + HOUR_MS - 1).principal.topped_up == 0
        park.clock.advance_ms(DAY_MS)
        add_up_days(park.central, park.seeded.tenant_id)


def test_days_that_do_not_agree_are_added_up_anew(park, caplog):
    begun_ms = busy(park)
    before = totals(park, begun_ms)
    park.clock.advance_ms(DAY_MS)
    Nights(park.central).work()
    park.write("UPDATE member_day SET principal = principal + 5")
    with park.central.database.read() as connection:
        assert not agrees(connection, park.seeded.tenant_id)
    Nights(park.central).work()
    assert "did not agree" in caplog.text
    with park.central.database.read() as connection:
        assert agrees(connection, park.seeded.tenant_id)
    assert totals(park, begun_ms, before.until_ms).principal == before.principal


def test_whatever_else_moves_value_or_points_stands_in_the_account(park, tmp_path):
    """By the desk, for a complaint, of a sale that is hers later, in a merge, from a file."""
    begun_ms = park.clock.wall_ms()
    park.clock.advance_ms(HOUR_MS)
    desk = Desk(park)
    desk.with_boss(Correction(balance=Balance.PRINCIPAL, amount=-1_000))
    desk.act(Compensation(kind="value", reason="quality", amount=4_000))
    desk.act(Compensation(kind="points", reason="waited", amount=300))
    sold = sold_to_nobody(park)
    registered(park, Profile(phone="13733332222"), sale_id=sold.id)
    file = tmp_path / "old.csv"
    file.write_text("手机号,储值本金,积分\n13744445555,20,70\n", encoding="utf-8")
    import_members(park.central, park.tenant, file, Plan(name="old", who="op", commit=True))
    signed = Signed(who="周店长", note="同一个人")
    with park.central.work(park.tenant) as unit:
        merge(unit, park.till.ids.new(), park.frozen.id, park.fang.id, signed)
    park.clock.advance_ms(91 * DAY_MS)
    assert lapse(park.central, park.tenant) == 1
    kinds = {kind for (kind,) in park.rows("SELECT DISTINCT kind FROM posting")}
    assert kinds >= {
        "claim",
        "compensation",
        "compensation_lapsed",
        "correction",
        "merge",
        "opening",
    }
    found = totals(park, begun_ms)
    claimed = sold.goods_net // 100
    assert found.principal == ValueMoves(opening=105_000, other=1_000, closing=106_000)
    assert found.bonus == ValueMoves(opening=15_000, other=0, closing=15_000)
    assert found.points == PointMoves(opening=2_000, other=370 + claimed, closing=2_370 + claimed)
    with park.central.database.read() as connection:
        assert agrees(connection, park.seeded.tenant_id)


def test_another_operator_adds_nothing(park):
    with park.central.database.read() as connection:
        assert sums_until(connection, park.till.ids.new(), 2**60) == {}
        mine = sums_until(connection, park.seeded.tenant_id, 2**60)
    assert sum(mine.values(), Sums()).principal == 105_000


def test_a_span_has_two_moments(park):
    for query in ("", "?after=1", "?after=1&until=x", "?after=-1&until=5"):
        error = refusal(park.till.get, f"/v1/reports/member-totals{query}", MemberTotals)
        assert error.key == "wire.not_understood"


def closed(park, before=None, central=None):
    """A shift of one hour in which something happens, and its Z."""
    shift = Shift(
        id=park.till.ids.new(),
        staff_id="s",
        staff_name="张敏",
        business_date="2026-11-22",
        opened_ms=park.clock.wall_ms(),
        float_amount=0,
    )
    park.till.shift_id = shift.id
    park.till.tell(ShiftOpenData(shift=shift), top_up(park))
    park.clock.advance_ms(HOUR_MS)
    return z_report(
        number=1 if before is None else before.number + 1,
        previous_digest="" if before is None else before.digest,
        shift=shift,
        sums=ShiftSums(),
        count={},
        closed_ms=park.clock.wall_ms(),
        currency="CNY",
        closing=Closing(central=central),
    )


def shown(park, z):
    park.till.tell(ShiftCloseData(z=z))
    return park.till.get(f"/v1/reports/z/{z.shift_id}", ZShown)


def of_members(found):
    words = Words("zh_CN")
    (block,) = [each for each in found.rows if each.key == "members"]
    return {
        name_text(words, row.name): [cell_text(words, cell) for cell in row.cells]
        for row in block.rows[6:]
    }


def test_central_fills_in_what_a_till_could_not_ask(park):
    z = closed(park, central=CentralFigures())
    found = shown(park, z)
    assert (found.z, found.holds) == (z, True)
    assert of_members(found) == {
        "积分过期": ["0"],
        "储值期末余额": ["1,120.00"],
        "赠送期末余额": ["160.00"],
    }
    park.clock.advance_ms(HOUR_MS)
    park.till.tell(top_up(park))
    assert park.till.get(f"/v1/reports/z/{z.shift_id}", ZShown).rows == found.rows


def test_what_a_z_says_it_goes_on_saying(park):
    told = CentralFigures(known=True, points_expired=1, principal=2, bonus=3)
    found = shown(park, closed(park, central=told))
    assert of_members(found) == {
        "积分过期": ["1"],
        "储值期末余额": ["0.02"],
        "赠送期末余额": ["0.03"],
    }
    assert found.members.principal.closing == 112_000  # beside it, by what central has booked


def test_a_z_of_an_older_program_gets_no_rows_and_keeps_its_digest(park):
    found = shown(park, closed(park))
    assert (of_members(found), found.holds) == ({}, True)


def test_points_that_expire_between_two_shifts_stand_in_the_second(park):
    first = closed(park, central=CentralFigures())
    shown(park, first)
    park.clock.advance_ms(400 * DAY_MS)
    expire_points(park.central, tenant_of(park))
    second = shown(park, closed(park, first, central=CentralFigures()))
    assert of_members(second)["积分过期"] == ["2,000"]
    assert second.members.after_ms == first.closed_ms
    assert second.members.points.opening == 2_000
    third = shown(park, closed(park, second.z, central=CentralFigures()))
    assert of_members(third)["积分过期"] == ["0"]
