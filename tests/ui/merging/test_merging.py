"""The page of two files: side by side, either kept, done once, taken back; and by keys alone."""

import pytest
from PySide6.QtCore import Qt

from posapp.errors import OutcomeUnknown, Refused
from posapp.ui.merging.presenter import MergingPresenter
from posapp.ui.merging.state import BY_HAND, Act, Shelf, Side
from posapp.ui.merging.wish import MergeWith
from posapp.ui.merging.words import lines, merge_line, pair_title, why_not
from posapp.ui.navigation import Place
from posapp.wire.merging import MergeDone, PairClosed
from posapp.wire.requests import FindMemberReply
from posapp.workflows.merging import MergeDesk
from tests.ui import members_told
from tests.ui.till_floor import floor_at, settle
from tests.ui.window_at import counter_window
from tests.workflows.counter import CASHIER, MANAGER, MANAGER_PIN, WANG

WITH_HER = MergeWith(her=members_told.HER)


def told_of(asked):
    """As central: who is asked to stay is `kept`."""
    one, other = members_told.side(members_told.HER), members_told.side(members_told.OTHER)
    kept, gone = (one, other) if asked.kept_id == one.member_id else (other, one)
    return members_told.pair(kept=kept, gone=gone)


def done(asked):
    return MergeDone(
        request_id="r",
        merge_id=asked.merge_id,
        kept_id=asked.kept_id,
        gone_id=asked.gone_id,
        state="merged",
    )


@pytest.fixture
def boss(till, background, messages):
    return floor_at(till, background, messages, MANAGER)


class Desk:
    """The presenter with pairs in sight, the first of them side by side."""

    def __init__(self, till, floor, qtbot):
        self.central, self.floor, self.qtbot = till.central, floor, qtbot
        self.page = MergingPresenter(MergeDesk(till.central, till.members, till.desk), floor)

    def settle(self):
        for _ in range(3):
            settle(self.qtbot, self.floor)

    def opens(self, wish=None):
        self.central.will("pairs", members_told.pairs())
        self.central.will("pair", told_of)
        self.page.open(wish)
        self.settle()
        return self.page.state


@pytest.fixture
def desk(till, boss, qtbot):
    return Desk(till, boss, qtbot)


def test_the_first_pair_is_shown_side_by_side_with_what_would_be(desk):
    state = desk.opens()
    assert pair_title(state.pair) == "王*芳 和 王*方"
    shown = {title: (one, other, both) for title, one, other, both in lines(state.told)}
    assert shown["消费次数"] == ("12", "12", "24")
    assert shown["券"] == ("1", "1", "1")
    assert why_not(Act.MERGE, state) == ""


def test_keeping_the_other_asks_central_anew_and_turns_the_merge_round(desk):
    desk.opens()
    desk.central.will("pair", told_of)
    desk.page.keep(Side.RIGHT.value)
    desk.settle()
    desk.page.ask(Act.MERGE)
    question = desk.page.state.question
    assert (question.kept, question.gone) == (members_told.OTHER.number, members_told.HER.number)
    desk.central.will("merge", done)
    desk.central.will("pairs", members_told.no_pairs())
    desk.page.answer("registered_twice", MANAGER_PIN)
    desk.settle()
    (asked,) = desk.central.requests("merge")
    assert (asked.kept_id, asked.reason) == (members_told.OTHER.member_id, "registered_twice")


def test_what_stands_in_the_way_keeps_the_key_shut_in_words(desk):
    desk.central.will("pairs", members_told.pairs())
    desk.central.will("pair", members_told.pair(why_not="merge.lease_open", where="A03"))
    desk.page.open(None)
    desk.settle()
    assert "A03" in why_not(Act.MERGE, desk.page.state)


def test_lost_answer_is_asked_for_again_under_the_same_id(desk):
    desk.opens()
    desk.page.ask(Act.MERGE)
    desk.central.will("merge", OutcomeUnknown("central.no_answer"), done)
    desk.page.answer("same_person", MANAGER_PIN)
    desk.settle()
    assert desk.page.state.question.refusal.key == "central.no_answer"
    desk.central.will("pairs", members_told.no_pairs())
    desk.page.answer("same_person", MANAGER_PIN)
    desk.settle()
    first, second = desk.central.requests("merge")
    assert first == second
    assert (desk.page.state.question, desk.page.state.pairs) == (None, ())


def test_two_persons_are_said_to_be_two(desk):
    desk.opens()
    desk.page.ask(Act.DIFFERENT)
    desk.central.will("different", PairClosed(request_id="r"))
    desk.central.will("pairs", members_told.no_pairs())
    desk.page.answer("", MANAGER_PIN)
    desk.settle()
    (asked,) = desk.central.requests("different")
    assert {asked.first_id, asked.second_id} == {WANG.id, members_told.OTHER.member_id}


def test_of_a_member_her_pairs_alone_are_asked_and_the_other_file_is_named_by_hand(desk):
    desk.opens(WITH_HER)
    assert desk.central.requests("pairs")[0].member_id == WANG.id
    other = type(WANG)(id="m7", number="6000000056", name="汪芳", phone="13900139000")
    desk.central.will("find_members", FindMemberReply(request_id="r", members=(other,)))
    desk.central.will("pair", told_of)
    desk.page.find("13900139000")
    desk.settle()
    assert (desk.page.state.pair.reason, desk.page.state.gone.member_id) == (BY_HAND, "m7")
    assert why_not(Act.DIFFERENT, desk.page.state) != ""


def test_a_merge_that_was_wished_for_is_chosen_and_taken_back(desk):
    desk.central.will("pairs", members_told.pairs())
    desk.page.open(MergeWith(her=members_told.HER, merge_id="g2"))
    desk.settle()
    state = desk.page.state
    assert (state.shelf, state.merge.merge_id) == (Shelf.DONE, "g2")
    assert why_not(Act.UNDO, state) == merge_line(state.merge).splitlines()[1]
    desk.page.choose(0)
    desk.page.ask(Act.UNDO)
    desk.central.will("unmerge", Refused("merge.moved_since"))
    desk.page.answer("", MANAGER_PIN)
    desk.settle()
    assert desk.page.state.question.refusal.key == "merge.moved_since"
    assert desk.central.requests("unmerge")[0].merge_id == "g1"


def test_a_cashier_is_told_that_a_manager_has_to_come(till, background, messages, qtbot):
    desk = Desk(till, floor_at(till, background, messages, CASHIER), qtbot)
    desk.page.open(None)
    desk.settle()
    assert desk.page.state.problem.key == "permission.needs_approval"
    assert desk.central.requests("pairs") == []


@pytest.fixture
def counter(till, boss, make_look, qtbot):
    with counter_window(till, boss, make_look(), qtbot) as made:
        boss.duty.sign_in(MANAGER)
        yield made


def test_two_files_are_made_one_by_keys_alone(counter, till, qtbot):
    till.central.will("pairs", members_told.pairs())
    till.central.will("pair", told_of)
    counter.go(Place.MERGING)
    qtbot.waitUntil(lambda: counter.merging.state.told is not None, timeout=15_000)
    counter.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog = counter.top
    dialog.reasons.choose("imported_twice")
    dialog.pin.setFocus()
    counter.type(MANAGER_PIN)
    till.central.will("merge", done)
    till.central.will("pairs", members_told.no_pairs())
    qtbot.waitUntil(dialog.confirm.isEnabled, timeout=15_000)
    counter.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: counter.merging.state.question is None, timeout=15_000)
    (asked,) = till.central.requests("merge")
    assert (asked.reason, asked.kept_id) == ("imported_twice", WANG.id)
