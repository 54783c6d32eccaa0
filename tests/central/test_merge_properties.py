"""Whatever happened to two members before: a merge and its undo make and lose nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from posapp.central.merging.moving import merge
from posapp.central.merging.undoing import undo
from posapp.central.quarantine import Act
from posapp.central.seeding import only_tenant
from posapp.errors import Refused
from tests.central.test_ledger_properties import History
from tests.central.test_merging import state

ACT = Act(who="周店长 (9001)", note="registered_twice")


class TwoFiles(History):
    """The history of two members, who are one in between."""

    def __init__(self, park):
        super().__init__(park)
        self.both = [park.fang, park.seeded.members[1]]
        park.write("UPDATE member SET status = 'normal'")
        self.merges = []

    def run(self, step):
        name, which, amount = step
        self.park.fang = self.both[which // 2]
        super().run((name, which, amount))

    def sums(self):
        query = (
            "SELECT ledger, CASE kind WHEN 'sv_held' THEN 'sv_available' ELSE kind END, "
            "sum(balance) FROM account WHERE member_id IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2"
        )
        house = (
            "SELECT kind, owner, sum(amount) FROM account "
            "JOIN entry ON entry.account_id = account.id "
            "WHERE account.member_id IS NULL GROUP BY 1, 2 ORDER BY 1, 2"
        )
        return self.park.rows(query), self.park.rows(house)

    def merge(self, _till, amount):
        kept, gone = self.both if amount % 2 else reversed(self.both)
        before, sums = state(self.park), self.sums()
        merge_id = self.park.till.ids.new()
        if self.act(merge, merge_id, kept.id, gone.id):
            assert self.sums() == sums
            self.merges.append((merge_id, before))
        else:
            assert state(self.park) == before

    def part(self, _till, _amount):
        if not self.merges:
            return
        merge_id, before = self.merges.pop()
        merged, sums = state(self.park), self.sums()
        if self.act(undo, merge_id):
            assert state(self.park) == before
        else:
            assert state(self.park) == merged
        assert self.sums() == sums

    def act(self, work, *given):
        central = self.park.central
        try:
            with central.work(only_tenant(central)) as unit:
                work(unit, *given, ACT)
        except Refused:
            return False
        return True


NAMES = ("top_up", "hold", "hold_points", "release", "sell", "capture", "give_back", "wait")
STEPS = st.lists(
    st.tuples(
        st.sampled_from((*NAMES, "merge", "merge", "part", "part")),
        st.integers(0, 3),
        st.integers(1, 50_000),
    ),
    max_size=14,
)


@given(STEPS)
@settings(max_examples=10)
def test_merging_and_parting_two_of_any_history_keeps_every_sum_and_every_lot(parks, steps):
    run(parks, steps)


@given(STEPS)
@settings(max_examples=3)
def test_merging_and_parting_on_a_server(server_parks, steps):
    run(server_parks, steps)


def run(parks, steps):
    with tempfile.TemporaryDirectory() as folder, parks(Path(folder)) as park:
        history = TwoFiles(park)
        for step in steps:
            history.run(step)
        history.check_replay()


def test_a_history_with_all_of_it(parks, tmp_path):
    with parks(tmp_path) as park:
        history = TwoFiles(park)
        for step in (
            ("top_up", 0, 999), ("top_up", 2, 10_001), ("sell", 2, 3), ("merge", 0, 1),
            ("give_back", 2, 1), ("sell", 2, 1), ("part", 0, 1), ("merge", 0, 1), ("part", 0, 1),
        ):  # fmt: skip
            history.run(step)
        assert park.rows("SELECT state FROM member_merge") == [("merged",)]


def test_what_stands_between_two_movements_is_taken_back(parks, tmp_path):
    with parks(tmp_path) as park:
        history = TwoFiles(park)
        for step in (("top_up", 2, 700), ("sell", 2, 3), ("merge", 0, 2), ("part", 0, 1)):
            history.run(step)
        assert park.rows("SELECT state FROM member_merge") == [("undone",)]
        assert park.rows("SELECT count(*) FROM member_alias") == [(0,)]
