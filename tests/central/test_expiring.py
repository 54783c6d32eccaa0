"""Points expire once, at the venue's midnight; what is held waits, what comes back lives on."""

from __future__ import annotations

from datetime import datetime

from posapp.central.expiring import Expired, expire_points
from posapp.central.lots import GRACE_MS
from posapp.central.nights import Nights
from posapp.wire.facts import HoldReleaseData, RefundData, SaleData
from posapp.wire.requests import HoldLedger, HoldState
from tests.central.goods import A, B, by_points, cart, cash, product, refund, sale
from tests.central.test_ledger_properties import History, tenant_of
from tests.central.test_serving import until
from tests.central.tills import feed_members

DAY_MS = 86_400_000
NONE = Expired()


def at_venue(*when, park):
    """That moment at the venue, in ms."""
    return int(datetime(*when, tzinfo=tenant_of(park).zone).timestamp()) * 1_000


def go_to(park, at_ms):
    park.clock.advance_ms(at_ms - park.clock.wall_ms())


def expire(park, **words):
    done = expire_points(park.central, tenant_of(park), **words)
    History(park).check()
    return done


def all_expired(park):
    """The first moment at which what she was given on 21 November 2026 is gone."""
    go_to(park, at_venue(2027, 12, 1, park=park))


def hold_points(park, points):
    reply = park.till.begin(park.fang.id, points, HoldLedger.POINTS)
    assert reply.state is HoldState.USABLE
    return reply


def give_free(park, hold):
    release = HoldReleaseData(
        hold_id=hold.hold_id, tender_id=hold.hold_id, sale_id=park.till.ids.new(), reason="x"
    )
    assert park.till.tell(release) == ["applied"]


def paid_with_points(park, points):
    """A sale of A, partly paid with points, at this moment."""
    hold = hold_points(park, points)
    sold = sale(
        park.till.ids,
        cart(A, member_id=park.fang.id),
        by_points(hold, points),
        cash(park.till.ids, 18_000 - points),
    )
    assert park.till.tell(SaleData(sale=sold)) == ["applied"]
    return sold


def points_lots(park):
    """Lot by lot, the first that would go first: what remains and when it goes."""
    return park.rows(
        "SELECT remaining, expires_ms FROM lot WHERE ledger = 'PTS' ORDER BY opened_ms, id"
    )


def test_points_go_at_the_first_moment_after_their_month_and_not_before(park):
    before = park.member()
    go_to(park, at_venue(2027, 12, 1, park=park) - 1)
    assert expire(park) == NONE
    park.clock.advance_ms(1)
    assert expire(park) == Expired(lots=1, points=2_000)
    after = park.member()
    assert (after.points, after.growth) == (0, before.growth)
    assert (after.principal, after.bonus) == (before.principal, before.bonus)
    assert park.rows("SELECT kind, amount FROM posting JOIN entry ON posting_id = id "
                     "WHERE kind = 'expire'") == [("expire", -2_000)]  # fmt: skip


def test_a_second_run_changes_nothing_whenever_it_comes(park):
    all_expired(park)
    expire(park)
    before = History(park).dump()
    for step_ms in (0, 3_600_000, DAY_MS):
        park.clock.advance_ms(step_ms)
        assert expire(park) == NONE
    assert History(park).dump() == before


def test_tills_hear_of_it(park):
    (row,) = [row for row in park.till.pull_all() if row.k == park.fang.id]
    cursor = park.till.pull().next
    assert feed_members([row])[park.fang.id]["points"] == 2_000
    all_expired(park)
    expire(park)
    assert feed_members(park.till.pull_all(cursor))[park.fang.id]["points"] == 0


def test_what_is_held_waits_for_its_hold(park):
    go_to(park, at_venue(2027, 12, 1, park=park) - 60_000)
    hold = hold_points(park, 500)
    park.clock.advance_ms(60_000)
    assert expire(park) == Expired(lots=1, points=1_500)
    assert expire(park) == Expired(waiting=1)
    give_free(park, hold)
    assert expire(park) == Expired(waiting=1)  # its posting of today stands
    park.clock.advance_ms(DAY_MS)
    assert expire(park) == Expired(lots=1, points=500)


def test_a_hold_from_before_pays_after_its_points_have_expired(park):
    go_to(park, at_venue(2027, 12, 1, park=park) - 60_000)
    hold = hold_points(park, 500)
    park.clock.advance_ms(60_000)
    expire(park)
    goods = product("D", 600)
    basket = cart(goods, member_id=park.fang.id)
    sold = sale(park.till.ids, basket, by_points(hold, 500), cash(park.till.ids, 100))
    assert park.till.tell(SaleData(sale=sold)) == ["applied"]
    park.clock.advance_ms(DAY_MS)
    assert expire(park) == NONE
    assert park.rows("SELECT count(*) FROM loss") == [(0,)]


def test_a_return_reopens_an_expired_lot_for_thirty_days_and_then_it_goes(park):
    sold = paid_with_points(park, 500)
    all_expired(park)
    assert expire(park).points == 1_500 + sold.points_earned
    back = refund(park.till.ids, sold, {}, {1: 1_000})
    assert park.till.tell(RefundData(refund=back)) == ["applied"]
    left = 500 - back.claw
    assert (left, park.clock.wall_ms() + GRACE_MS) in points_lots(park)
    assert expire(park) == NONE
    park.clock.advance_ms(GRACE_MS - 1)
    assert expire(park) == NONE
    park.clock.advance_ms(1)
    assert expire(park) == Expired(lots=1, points=left)
    assert park.member().points == 0


def test_earned_points_that_expired_are_clawed_back_as_a_debt(park):
    sold = paid_with_points(park, 500)
    go_to(park, at_venue(2029, 1, 1, park=park))
    assert expire(park) == Expired(lots=2, points=1_500 + sold.points_earned)
    back = refund(park.till.ids, sold, {}, {1: 1_000})
    assert park.till.tell(RefundData(refund=back)) == ["applied"]
    History(park).check()
    owed = park.rows("SELECT balance FROM account WHERE kind = 'points_debt'")
    assert sum(balance for (balance,) in owed) == 0  # out of the lot that the return reopened
    assert park.member().points == 500 - sold.points_earned


def test_a_claw_that_finds_nothing_alive_is_a_debt_and_stops_no_refund(park):
    basket = cart(A, member_id=park.fang.id)
    sold = sale(park.till.ids, basket, cash(park.till.ids, 18_000))
    assert park.till.tell(SaleData(sale=sold)) == ["applied"]
    go_to(park, at_venue(2029, 1, 1, park=park))
    expire(park)
    back = refund(park.till.ids, sold, {}, {1: 1_000})
    assert park.till.tell(RefundData(refund=back)) == ["applied"]
    assert expire(park) == NONE
    owed = park.rows("SELECT balance FROM account WHERE kind = 'points_debt'")
    assert sum(balance for (balance,) in owed) == -sold.points_earned


def test_many_lots_go_in_transactions_of_a_few(park):
    sold = [
        sale(park.till.ids, cart(B, member_id=park.fang.id), cash(park.till.ids, 9_000))
        for _ in range(7)
    ]
    park.till.tell(*[SaleData(sale=each) for each in sold])
    go_to(park, at_venue(2027, 12, 1, park=park))
    hold_points_of = park.rows("SELECT count(*) FROM lot WHERE ledger = 'PTS'")
    assert hold_points_of == [(8,)]
    done = expire(park, at_once=3)
    assert done == Expired(lots=8, points=2_000 + 7 * 90)


def test_it_stops_between_two_transactions_when_it_is_told(park):
    all_expired(park)
    assert expire(park, is_stopping=lambda: True) == NONE


def test_what_is_due_is_found_by_an_index(park):
    plan = park.rows(
        "EXPLAIN QUERY PLAN SELECT id FROM lot WHERE tenant_id = 't' AND ledger = 'PTS' AND "
        "remaining > 0 AND expires_ms <= 5 AND expires_ms >= 1 ORDER BY expires_ms, id LIMIT 9"
    )
    assert "USING INDEX ix_lot_expiry" in plan[0][3]
    assert len(plan) == 1  # nothing is sorted


class TestByItself:
    def test_the_night_comes_at_the_venues_midnight(self, park):
        go_to(park, at_venue(2027, 11, 30, 23, 55, park=park))
        nights = Nights(park.central)
        nights.work()
        assert park.member().points == 2_000
        assert nights.pause_ms() == 5 * 60_000
        park.clock.advance_ms(nights.pause_ms())
        nights.work()
        assert park.member().points == 0
        assert nights.pause_ms() == 10 * 60_000

    def test_a_central_that_was_off_at_midnight_makes_up_for_it(self, park):
        all_expired(park)
        park.clock.advance_ms(5 * 3_600_000)
        nights = Nights(park.central)
        nights.start()
        until(lambda: park.rows("SELECT 1 FROM posting WHERE kind = 'expire'"))
        nights.stop()
        assert not nights.is_alive

    def test_a_database_that_fails_ends_nothing(self, park, caplog):
        park.write("ALTER TABLE tenant RENAME TO gone")
        nights = Nights(park.central)
        nights.start()
        until(lambda: "work of the night failed" in caplog.text)
        assert nights.is_alive
        nights.stop()
        assert not nights.is_alive


def test_expired_points_pay_nothing(park):
    all_expired(park)
    expire(park)
    reply = park.till.begin(park.fang.id, 100, HoldLedger.POINTS)
    assert (reply.state, reply.reason) == (HoldState.DECLINED, "points.short")
