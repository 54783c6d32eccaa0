"""Every charge ends, none is reversed early, and no order of answers makes two of one."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.charges import (
    ASK_EVERY_MS,
    ENDED,
    GIVE_UP_AFTER_MS,
    NO_REVERSE_BEFORE_MS,
    OPEN,
    REVERSE_AGAIN_MS,
    Declined,
    Due,
    Offered,
    Paid,
    Reversed,
    Stage,
    Unknown,
    Waiting,
    Watch,
    after_answer,
    after_reversal,
    as_charge,
    found_again,
    merchant_number,
    reverse_wait_ms,
)

PAID, DECLINED = Paid("T1", "****"), Declined("gateway.declined")
ANSWERS = (PAID, DECLINED, Waiting(), Unknown())
REVERSALS = (Reversed(), DECLINED, Unknown())
FINAL = {Stage.PAID, Stage.FAILED, Stage.REVERSED}


def test_every_answer_in_every_stage():
    """The whole table; what is not named stays as it was."""
    moves = {
        **{(stage, PAID): Stage.PAID for stage in (Stage.SENT, Stage.USERPAYING, Stage.UNKNOWN)},
        **{(stage, DECLINED): Stage.FAILED for stage in (Stage.SENT, Stage.USERPAYING)},
        (Stage.UNKNOWN, DECLINED): Stage.FAILED,
        (Stage.SENT, Waiting()): Stage.USERPAYING,
        (Stage.UNKNOWN, Waiting()): Stage.USERPAYING,
        (Stage.SENT, Unknown()): Stage.UNKNOWN,
        (Stage.USERPAYING, Unknown()): Stage.UNKNOWN,
        (Stage.MANUAL, PAID): Stage.PAID,
        (Stage.MANUAL, DECLINED): Stage.FAILED,
        (Stage.REVERSING, DECLINED): Stage.REVERSED,
    }
    for stage, outcome in product(Stage, ANSWERS):
        assert after_answer(stage, outcome) is moves.get((stage, outcome), stage)


def test_every_answer_to_a_reversal_in_every_stage():
    moves = {
        (Stage.REVERSING, Reversed()): Stage.REVERSED,
        (Stage.REVERSING, DECLINED): Stage.MANUAL,
        (Stage.MANUAL, Reversed()): Stage.REVERSED,
    }
    for stage, outcome in product(Stage, REVERSALS):
        assert after_reversal(stage, outcome) is moves.get((stage, outcome), stage)


@given(st.lists(st.sampled_from(ANSWERS)), st.sampled_from(sorted(FINAL)))
def test_an_end_is_an_end_whatever_is_heard_later(answers, end):
    stage = end
    for outcome in answers:
        stage = after_answer(stage, outcome)
    assert stage is end


@given(st.lists(st.sampled_from([*ANSWERS, *REVERSALS, "restart"])))
def test_what_blocks_a_second_charge_blocks_until_there_is_a_clear_end(events):
    stage = Stage.SENT
    for event in events:
        before = stage
        if event == "restart":
            stage = found_again(stage)
        elif stage is Stage.REVERSING and event in REVERSALS:
            stage = after_reversal(stage, event)
        elif event in ANSWERS:
            stage = after_answer(stage, event)
        if before in OPEN and stage not in OPEN:
            assert event in (PAID, DECLINED, Reversed())
            assert stage in FINAL
    assert (stage in OPEN) != (stage in FINAL)


def test_nothing_that_ended_is_open():
    assert not OPEN & ENDED


@given(st.integers(0, 60_000))
def test_no_reversal_leaves_within_fifteen_seconds_of_sending(since_ms):
    for stage in (Stage.SENT, Stage.USERPAYING, Stage.UNKNOWN):
        wait_ms = reverse_wait_ms(stage, since_ms)
        assert since_ms + wait_ms >= NO_REVERSE_BEFORE_MS
        assert (wait_ms == 0) == (since_ms >= NO_REVERSE_BEFORE_MS)


@pytest.mark.parametrize("stage", [Stage.PAID, Stage.REVERSING, Stage.MANUAL])
def test_what_is_known_or_given_up_may_be_reversed_at_once(stage):
    assert reverse_wait_ms(stage, 0) == 0


def test_a_clock_that_went_back_holds_up_no_reversal():
    assert reverse_wait_ms(Stage.UNKNOWN, -1) == 0


@given(
    st.lists(st.integers(200, 3_000), min_size=40, max_size=80),
    st.lists(st.sampled_from([Waiting(), Unknown()]), min_size=80, max_size=80),
)
def test_it_is_asked_every_few_seconds_given_up_after_thirty_and_then_undone_again(ticks, answers):
    now = 0
    watch = Watch(stage=Stage.UNKNOWN, sent_ms=0, asked_ms=0)
    asked, undone = [0], []
    for tick, answer in zip(ticks, answers, strict=False):
        now += tick
        match watch.due(now):
            case Due.QUERY:
                watch = watch.asking(now).answered(answer)
                asked.append(now)
            case Due.REVERSE:
                watch = watch.undoing(now).not_undone(Unknown())
                undone.append(now)
            case Due.NOTHING:
                pass
    assert all(later - sooner >= ASK_EVERY_MS for sooner, later in pairwise(asked))
    assert all(each < GIVE_UP_AFTER_MS for each in asked)
    assert all(each >= GIVE_UP_AFTER_MS for each in undone)
    pairs = pairwise(undone)
    assert all(later - sooner >= REVERSE_AGAIN_MS for sooner, later in pairs)


def test_each_attempt_has_its_own_order_number_that_an_acquirer_takes():
    number = merchant_number("0199f3b1-0000-7000-8000-000000000001")
    assert number == "0199f3b100007000800000000000" + "0001"
    assert len(number) == 32


class TestAnOffer:
    """A code that the shop shows: scanned within its time, asked about once more at its end."""

    WATCH = Watch(stage=Stage.USERPAYING, sent_ms=0, asked_ms=0).showing(118_000, 2_000)

    def test_it_is_waited_for_as_long_as_it_may_be_scanned(self):
        assert self.WATCH.left_ms(2_000) == 118_000
        assert self.WATCH.due(GIVE_UP_AFTER_MS) is Due.QUERY
        assert self.WATCH.asking(119_000).due(119_999) is Due.NOTHING

    def test_it_is_asked_about_once_more_before_it_is_closed(self):
        over = self.WATCH.asking(119_000)
        assert over.due(120_000) is Due.QUERY
        assert over.asking(120_000).due(120_000) is Due.REVERSE

    @given(st.integers(0, NO_REVERSE_BEFORE_MS))
    def test_it_may_be_closed_at_once_when_it_is_known_to_wait(self, since_ms):
        assert reverse_wait_ms(Stage.USERPAYING, since_ms, offered=True) == 0
        for stage in (Stage.SENT, Stage.UNKNOWN):
            assert reverse_wait_ms(stage, since_ms, offered=True) == reverse_wait_ms(
                stage, since_ms
            )

    def test_what_it_means_for_its_attempt_is_that_somebody_pays(self):
        assert as_charge(Offered("https://pay.example", 1)) == Waiting()
        assert as_charge(DECLINED) is DECLINED
        assert "pay.example" not in repr(Offered("https://pay.example", 1))
