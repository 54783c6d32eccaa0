"""The worked example of the ledger's rules, to the fen, through the real application."""

from __future__ import annotations

from posapp.wire.facts import RefundData, SaleData
from posapp.wire.requests import HoldLedger
from tests.central.goods import A, B, by_points, by_value, cart, cash, refund, sale


def sell(park):
    till, ids = park.till, park.till.ids
    value = park.hold_value(20_000)
    points = till.begin(park.fang.id, 1_000, HoldLedger.POINTS)
    assert points.state.value == "usable"
    basket = cart(A, B, member_id=park.fang.id, coupons=("SAVE20",))
    sold = sale(ids, basket, by_points(points, 1_000), by_value(value), cash(ids, 4_000, 5_000))
    assert till.tell(SaleData(sale=sold)) == ["applied"]
    return sold


def money(park, kind):
    return {
        (name.split(":")[0] if name.startswith("sv") else name): amount
        for name, amount in park.rows(
            "SELECT account.kind, sum(entry.amount) FROM entry JOIN posting ON posting.id = entry.posting_id "
            "JOIN account ON account.id = entry.account_id WHERE posting.kind = :kind AND entry.ledger = 'MON' "
            "GROUP BY account.kind",
            kind=kind,
        )
    }


def test_sale_posts_to_the_fen(park):
    sell(park)
    assert money(park, "sale") == {
        "sales_list": 30_000,
        "contra:tier": -3_000,
        "contra:coupon": -2_000,
        "contra:points": -1_000,
        "contra:bonus": -2_609,
        "sv_held": -17_391,
        "cash": -4_000,
    }
    who = park.member()
    assert (who.principal, who.bonus, who.held) == (82_609, 12_391, 0)
    assert (who.points, who.points_pending, who.growth) == (1_000, 213, 213)
    assert park.cases() == []


def test_matrix_is_kept_by_line_and_component(park):
    sold = sell(park)
    found = park.rows(
        "SELECT part, line, amount FROM alloc WHERE sale_id = :id ORDER BY part, line", id=sold.id
    )
    assert found == [
        ("bonus", 1, 1_739),
        ("bonus", 2, 870),
        ("cash", 1, 2_667),
        ("cash", 2, 1_333),
        ("points", 1, 667),
        ("points", 2, 333),
        ("points_value", 1, 667),
        ("points_value", 2, 333),
        ("principal", 1, 11_594),
        ("principal", 2, 5_797),
    ]


def test_refund_of_b_and_then_of_a_gives_everything_back(park):
    sold = sell(park)
    first = refund(park.till.ids, sold, {}, {2: 1_000})
    assert park.till.tell(RefundData(refund=first)) == ["applied"]
    who = park.member()
    assert (who.principal, who.bonus) == (82_609 + 5_797, 12_391 + 870)
    assert (who.points, who.points_pending, who.growth) == (1_333, 143, 143)
    assert first.claw == 70

    second = refund(park.till.ids, sold, {2: 1_000}, {1: 1_000})
    assert park.till.tell(RefundData(refund=second)) == ["applied"]
    who = park.member()
    assert (who.principal, who.bonus, who.points, who.points_pending, who.growth) == (
        100_000,
        15_000,
        2_000,
        0,
        0,
    )
    assert second.claw == 143
    assert all(
        amount == 0
        for (amount,) in park.rows(
            "SELECT sum(entry.amount) FROM entry JOIN account ON account.id = entry.account_id "
            "WHERE account.kind IN ('sales_list', 'cash', 'contra:tier', 'contra:coupon', 'contra:points', 'contra:bonus') "
            "GROUP BY account.id"
        )
    )
    assert park.cases() == []


def test_points_become_available_after_the_return_window(park):
    sell(park)
    park.clock.advance_ms(7 * 86_400_000)
    assert (park.member().points, park.member().points_pending) == (1_213, 0)


def test_feed_brings_the_member_with_her_new_balances(park):
    sell(park)
    from tests.central.tills import feed_members

    who = feed_members(park.till.pull_all())[park.fang.id]
    assert (who["principal"], who["bonus"], who["points"], who["points_pending"]) == (
        82_609,
        12_391,
        1_000,
        213,
    )
    assert (who["name"], who["phone"]) == ("王芳", "13812345678")
