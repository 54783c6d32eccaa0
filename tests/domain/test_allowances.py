"""The table of actions x roles x limits: who goes how far alone, and whose yes lets whom go on."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.allowances import (
    DECLARED,
    LARGEST_LIMIT,
    LONGEST_REASON,
    MOST_REASONS,
    WHOLE,
    Act,
    Allowance,
    Measure,
    check_allowed,
    counter_limit,
    read_row,
    share,
    written,
)
from posapp.domain.ids import StaffId
from posapp.domain.permissions import PRESETS, Approval, Permission, Role, Staff
from posapp.errors import Refused


def staff(role: Role, name: str = "st-1", rights: frozenset[Permission] | None = None) -> Staff:
    rights = PRESETS[role] if rights is None else rights
    return Staff(id=StaffId(name), number=name, name=name, role=role, permissions=rights)


CASHIER = staff(Role.CASHIER, "cashier")
BOSS = staff(Role.MANAGER, "boss")
OTHER_BOSS = staff(Role.MANAGER, "other-boss")
AMOUNTS = st.integers(min_value=0, max_value=LARGEST_LIMIT)
LIMITS = st.one_of(st.none(), AMOUNTS)


def approval(row: Allowance, amount: int, **changes: object) -> Approval:
    plain = Approval(
        id="ap",
        action=row.permission,
        requested_by=CASHIER.id,
        approved_by=BOSS.id,
        approved_by_name="boss",
        amount=amount,
    )
    return replace(plain, **changes)


@st.composite
def rows(draw: st.DrawFn) -> Allowance:
    row = DECLARED[draw(st.sampled_from(sorted(Act)))]
    largest = {
        Measure.MONEY: LARGEST_LIMIT,
        Measure.SHARE: WHOLE,
        Measure.POINTS: LARGEST_LIMIT,
        Measure.EACH: 0,
    }[row.measure]
    limits = st.one_of(st.none(), st.integers(min_value=0, max_value=largest))
    reason = st.text("破损临期包装abc 0", min_size=1, max_size=LONGEST_REASON).map(str.strip)
    return replace(
        row,
        limits={role: draw(limits) for role in Role},
        own=draw(limits),
        reasons=tuple(draw(st.lists(reason.filter(bool), unique=True, max_size=MOST_REASONS))),
    )


def test_every_act_is_declared_and_a_manager_alone_may_do_all_but_what_takes_two():
    by_two = {Act.MEMBER_ERASE, Act.MEMBER_TIER}
    assert set(DECLARED) == set(Act)
    for row in DECLARED.values():
        assert row.allows(BOSS, LARGEST_LIMIT) == (row.act not in by_two)
        assert not row.allows(CASHIER, 1)


@given(rows())
def test_what_is_written_reads_as_the_same_row(row):
    assert read_row(DECLARED[row.act], written(row)) == row


@given(LIMITS, AMOUNTS)
def test_within_her_limit_she_does_it_alone_and_above_it_not(limit, size):
    row = replace(DECLARED[Act.REFUND], limits={**DECLARED[Act.REFUND].limits, Role.CASHIER: limit})
    assert row.allows(CASHIER, size) == (limit is None or size <= limit)


@given(AMOUNTS, AMOUNTS)
def test_an_approval_is_good_up_to_its_amount_and_nothing_else(size, amount):
    row = DECLARED[Act.REFUND]
    if size == 0:
        assert check_allowed(row, size, CASHIER)
    elif amount >= size:
        assert not check_allowed(row, size, CASHIER, approval(row, amount))
    else:
        with pytest.raises(Refused, match=r"permission.needs_approval"):
            check_allowed(row, size, CASHIER, approval(row, amount))


@pytest.mark.parametrize(
    "changes",
    [
        {"action": Permission.REDUCE},
        {"requested_by": StaffId("somebody-else")},
        {"act": Act.VOID_ORDER.value},
        {"subject": "another-order"},
    ],
)
def test_an_approval_of_another_action_person_or_order_is_none(changes):
    row = DECLARED[Act.REFUND]
    with pytest.raises(Refused) as refusal:
        check_allowed(row, 5, CASHIER, approval(row, 5, **changes), subject="this-order")
    assert refusal.value.params == {"action": Permission.REFUND}


def test_a_person_with_the_right_counts_as_a_manager_and_a_manager_without_as_a_cashier():
    row = replace(
        DECLARED[Act.REFUND], limits={Role.CASHIER: 10, Role.SERVICE: 20, Role.MANAGER: 500}
    )
    trusted = staff(Role.SERVICE, "s", PRESETS[Role.SERVICE] | {Permission.REFUND})
    curbed = staff(Role.MANAGER, "m", PRESETS[Role.MANAGER] - {Permission.REFUND})
    assert [row.limit(each) for each in (CASHIER, trusted, BOSS, curbed)] == [10, 500, 500, 10]
    assert row.limit(staff(Role.SERVICE)) == 20


def test_nobody_approves_her_own_doing_nor_above_her_limit_nor_without_the_right():
    row = replace(DECLARED[Act.DISCOUNT], limits={**DECLARED[Act.DISCOUNT].limits, Role.MANAGER: 3})
    assert row.may_approve(BOSS, 3, CASHIER)
    assert not row.may_approve(BOSS, 4, CASHIER)
    assert not row.may_approve(BOSS, 1, BOSS)
    assert not row.may_approve(staff(Role.CASHIER, "c2"), 1, CASHIER)
    no_word = staff(Role.MANAGER, "m", PRESETS[Role.MANAGER] - {Permission.APPROVE})
    assert not row.may_approve(no_word, 1, CASHIER)


def test_above_the_policy_for_ones_own_a_manager_needs_another_one():
    row = replace(counter_limit(DECLARED[Act.OVER_SHORT], 50), own=50)
    assert row.allows(CASHIER, 50)
    assert row.allows(BOSS, 50)
    assert not row.allows(BOSS, 51)
    assert row.may_approve(OTHER_BOSS, 51, BOSS)
    assert not row.may_approve(BOSS, 51, BOSS)


@pytest.mark.parametrize(
    "text",
    [
        "cashier",
        "cashier -1",
        "cashier 10001",
        "cashier ٣",
        "cashier 1,5",
        "boss 5",
        "badge yes",
        "reasons",
        "reasons a|a",
        "reasons " + "x" * (LONGEST_REASON + 1),
        "reasons " + "|".join(str(n) for n in range(MOST_REASONS + 1)),
    ],
)
def test_a_text_that_says_nothing_clear_is_refused_and_named(text):
    with pytest.raises(Refused) as refusal:
        read_row(DECLARED[Act.DISCOUNT], f"service 5; {text}")
    assert refusal.value.key == "allowance.not_valid"
    assert refusal.value.params == {"name": "discount", "part": text}


def test_a_part_that_is_not_said_stays_as_it_was():
    row = read_row(DECLARED[Act.DISCOUNT], " cashier 1000 ; ; own 50 ")
    assert row.limits == {Role.CASHIER: 1_000, Role.SERVICE: 0, Role.MANAGER: None}
    assert (row.own, row.reasons) == (50, ())


@given(st.integers(min_value=1, max_value=10**9), st.integers(min_value=1, max_value=10**9))
def test_a_share_is_rounded_against_who_takes_it(part, whole):
    found = share(part, whole)
    assert found * whole >= part * WHOLE > (found - 1) * whole


def test_of_nothing_anything_is_all():
    assert (share(1, 0), share(0, 0)) == (WHOLE, 0)
