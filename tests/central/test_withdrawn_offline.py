"""A consent withdrawn at a till that reached nobody: applied in the order in which it was said."""

from __future__ import annotations

import pytest

from posapp.domain.member import Profile
from posapp.wire.facts import WithdrawalData
from tests.central.test_case_desk import person
from tests.central.test_registration import PHONE, registered, say, states, told


@pytest.fixture
def clerk(park):
    return person(park, rights="sell register_member", number="7001")


def withdrawal(who, purpose="profiling"):
    return WithdrawalData(member_id=who, purpose=purpose, policy_version="v3")


def test_it_holds_at_central_and_says_who_heard_it(park, clerk):
    who = registered(park, Profile(phone=PHONE))
    park.clock.advance_ms(1_000)
    assert park.till.tell(withdrawal(who)) == ["applied"]
    answer = told(park, clerk, who)
    assert not states(answer)["profiling"]
    assert [each.given for each in answer.entries if each.purpose == "profiling"] == [True, False]


def test_the_same_fact_again_is_one_entry(park, clerk):
    who = registered(park, Profile(phone=PHONE))
    park.clock.advance_ms(1_000)
    item = park.till.journal(withdrawal(who))
    assert [each.outcome for each in park.till.push(item)] == ["applied"]
    assert [each.outcome for each in park.till.push(item)] == ["duplicate"]
    said = [each for each in told(park, clerk, who).entries if each.purpose == "profiling"]
    assert len(said) == 2


def test_what_she_gave_again_after_it_stands_however_late_it_is_told(park, clerk):
    who = registered(park, Profile(phone=PHONE))
    park.clock.advance_ms(1_000)
    late = park.till.journal(withdrawal(who))
    park.clock.advance_ms(60_000)
    say(park, clerk, who, "profiling", given=True)
    park.till.push(late)
    answer = told(park, clerk, who)
    assert states(answer)["profiling"]
    assert [each.given for each in answer.entries if each.purpose == "profiling"] == [
        True,
        False,
        True,
    ]


def test_what_membership_stands_on_and_nobody_known_wait_for_a_person(park):
    who = registered(park, Profile(phone=PHONE))
    assert park.till.tell(withdrawal(who, "privacy")) == ["quarantined"]
    assert park.till.tell(withdrawal(park.till.ids.new())) == ["quarantined"]
