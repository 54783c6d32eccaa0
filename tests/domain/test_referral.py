"""Invite codes and what a programme may say."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from posapp.domain.member_numbers import ALPHABET
from posapp.domain.referral import (
    Gives,
    Programme,
    Reward,
    What,
    check_reward,
    invite_code,
    invite_in,
    is_invite_code,
)
from posapp.errors import Refused


@given(some.binary(min_size=20, max_size=20), some.integers(1, 8), some.sampled_from(ALPHABET))
def test_one_wrong_character_is_never_another_code(digest, place, mark):
    code = invite_code(digest)
    assert is_invite_code(code)
    wrong = code[:place] + mark + code[place + 1 :]
    assert is_invite_code(wrong) is (wrong == code)


@given(some.text(max_size=60))
def test_whatever_is_scanned_is_a_code_or_nothing(text):
    assert invite_in(text) == "" or is_invite_code(invite_in(text))


def test_a_code_is_found_in_its_link_and_however_it_is_typed():
    code = invite_code(b"x" * 20)
    for text in (
        code,
        code.lower(),
        f" {code[:4]}-{code[4:]} ",
        f"https://a.b/m/s/join?x=1&i={code}",
    ):
        assert invite_in(text) == code
    assert invite_in("http://[::1?i=x") == ""


@pytest.mark.parametrize(
    "reward",
    [
        Reward(what=What.SUCCESS, gives=Gives.TIER, code="gold"),
        Reward(what=What.LADDER, gives=Gives.POINTS, amount=5),
        Reward(what=What.JOINING, gives=Gives.POINTS, amount=0),
        Reward(what=What.BUYING, gives=Gives.TIER, code="ordinary"),
        Reward(what=What.BUYING, gives=Gives.COUPON),
    ],
)
def test_a_reward_that_cannot_be_given_is_refused(reward):
    with pytest.raises(Refused, match="reward_not_valid"):
        check_reward(reward)


def test_the_next_step_is_the_first_above_and_none_above_the_last():
    steps = [Reward(what=What.LADDER, gives=Gives.POINTS, step=n, amount=1) for n in (10, 3)]
    programme = Programme(rewards=tuple(steps))
    assert [programme.next_step(n) for n in (0, 3, 10)] == [3, 10, None]
