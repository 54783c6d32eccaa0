"""A tier by hand: given by two until a day, respected by the rules, ended by night or by the act."""

from __future__ import annotations

import json

import pytest

from posapp.central.expiring import local_day
from posapp.central.merging.moving import joined_tier
from posapp.central.tiers import end_tiers, keep_earned
from posapp.wire.service_desk import TierChange
from tests.central.desk import Desk
from tests.central.tills import feed_members, refusal

DAY_MS = 86_400_000


@pytest.fixture
def desk(park):
    return Desk(park)


def day(park, days=0):
    return local_day(park.tenant, park.clock.wall_ms() + days * DAY_MS)


def hers(park):
    ((tier, before, until),) = park.rows(
        "SELECT tier, tier_before, tier_until_ms FROM member WHERE id = :id", id=park.fang.id
    )
    return tier, before, until > 0


def told(park):
    rows = park.rows(
        "SELECT detail, who, approved_by FROM member_event WHERE kind = 'tier' ORDER BY at_ms, id"
    )
    return [(json.loads(detail), who, second) for detail, who, second in rows]


def test_two_give_a_tier_until_a_day_and_every_till_hears_of_it(park, desk):
    was = hers(park)[0]
    until = day(park, 30)
    gift = TierChange(tier="diamond", until=until)
    assert refusal(desk.act, gift).key == "service.needs_manager"
    assert refusal(desk.act, gift, staff_id=desk.boss, pin="246802").key == "service.needs_manager"
    desk.with_boss(gift)
    assert hers(park) == ("diamond", was, True)
    assert feed_members(park.till.pull_all())[park.fang.id]["tier"] == "diamond"
    ((detail, who, second),) = told(park)
    assert detail == {"from": was, "to": "diamond", "until": until}
    assert (who, second) == ("张敏 (2001)", "周店长 (9001)")
    file = desk.file()
    assert [each.note for each in file.timeline if each.kind == "tier"] == ["本人要求"]
    ((title, text),) = [
        (row.title, row.text)
        for each in file.sections
        if each.kind == "hand_tier"
        for row in each.rows
    ]
    assert (title, text) == (until, was)


def test_it_is_taken_back_by_the_same_act(park, desk):
    was = hers(park)[0]
    assert refusal(desk.with_boss, TierChange()).key == "tier.none_by_hand"
    desk.with_boss(TierChange(tier="diamond", until=day(park, 1)))
    assert refusal(desk.act, TierChange()).key == "service.needs_manager"
    desk.with_boss(TierChange())
    assert hers(park) == (was, "", False)
    assert told(park)[-1][0] == {"from": "diamond", "to": was, "back": 1}


@pytest.mark.parametrize(
    "until", ["", "heute", "2026-02-30", "20300101", "9999-12-31", "1999-01-01"]
)
def test_a_day_that_is_none_or_over_changes_nothing(park, desk, until):
    before = hers(park)
    asked = TierChange(tier="gold", until=until)
    assert refusal(desk.with_boss, asked).key == "tier.until_not_valid"
    assert refusal(desk.with_boss, TierChange(tier="king", until=day(park))).key == "tier.unknown"
    assert (hers(park), told(park)) == (before, [])


def test_the_night_after_its_last_day_ends_it_once(park, desk):
    was = hers(park)[0]
    desk.with_boss(TierChange(tier="diamond", until=day(park)))
    assert end_tiers(park.central, park.tenant) == 0
    park.clock.advance_ms(DAY_MS)
    assert end_tiers(park.central, park.tenant, batch=1) == 1
    assert end_tiers(park.central, park.tenant) == 0
    assert hers(park) == (was, "", False)
    assert told(park)[-1] == ({"from": "diamond", "to": was, "ended": 1}, "", "")
    assert feed_members(park.till.pull_all())[park.fang.id]["tier"] == was


def test_the_rules_move_only_what_she_falls_back_to_until_it_ends(park, desk):
    desk.with_boss(TierChange(tier="gold", until=day(park, 1)))
    with park.central.work(park.tenant) as unit:
        keep_earned(unit, park.fang.id, "diamond")
    assert hers(park) == ("gold", "diamond", True)
    desk.with_boss(TierChange(tier="silver", until=day(park, 2)))
    assert hers(park) == ("silver", "diamond", True)
    park.clock.advance_ms(3 * DAY_MS)
    end_tiers(park.central, park.tenant)
    assert hers(park) == ("diamond", "", False)


def test_of_two_files_the_higher_tier_holds_and_falls_back_to_the_higher_that_was_earned():
    def file(tier, before="", until_ms=0):
        return {"tier": tier, "tier_before": before, "tier_until_ms": until_ms}

    by_hand = file("gold", "ordinary", 9)
    assert joined_tier(file("silver"), by_hand) == file("gold", "silver", 9)
    assert joined_tier(by_hand, file("silver")) == file("gold", "silver", 9)
    assert joined_tier(by_hand, file("diamond")) == file("diamond")
    assert joined_tier(file("gold"), file("silver", "ordinary", 9)) == file("gold")
