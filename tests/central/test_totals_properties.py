"""Opening + what moved = closing, for stored value and points of all members, in any history."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from posapp.central.member_days import add_up_days
from posapp.wire.member_totals import MemberTotals
from tests.central.test_ledger_properties import DAY_MS, History

PAID = """
    SELECT coalesce(sum(amount), 0) FROM alloc WHERE part = :part
"""
RETURNED = """
    SELECT coalesce(sum(amount), 0) FROM refund_give WHERE part = :part
"""
LOST = """
    SELECT coalesce(sum(amount), 0), coalesce(sum(returned), 0) FROM loss WHERE part = :part
"""


class Days(History):
    """Beside what History does, shifts end, and central adds up its days."""

    def __init__(self, park):
        super().__init__(park)
        self.closes = []
        self.close(None, 0)

    def check(self):
        """The books themselves are the matter of test_ledger_properties."""

    def night(self, till, amount):
        self.park.clock.advance_ms(amount % 30 * DAY_MS // 4)
        add_up_days(self.park.central, self.park.seeded.tenant_id)

    def close(self, till, amount):
        self.park.clock.advance_ms(1)
        self.closes.append((self.park.clock.wall_ms(), self.so_far()))
        self.park.clock.advance_ms(1)

    def so_far(self):
        """What the facts say, as the rows of a Z add them up: nothing here reads the books."""
        rows = self.park.rows
        ((topped_up, given),) = rows(
            "SELECT coalesce(sum(principal), 0), coalesce(sum(bonus), 0) FROM top_up"
        )
        ((earned,),) = rows("SELECT coalesce(sum(points_earned), 0) FROM sale")
        ((clawed,),) = rows("SELECT coalesce(sum(claw), 0) FROM refund")
        found = {"topped_up": (topped_up, given), "earned": earned, "clawed": -clawed}
        for part in ("principal", "bonus", "points"):
            ((paid,),), ((back,),) = rows(PAID, part=part), rows(RETURNED, part=part)
            ((lost, made_good),) = rows(LOST, part=part)
            found[part] = (-(paid - lost), back - made_good)
        return found

    def check_spans(self):
        for (after_ms, was), (until_ms, now) in zip(self.closes, self.closes[1:], strict=False):
            found = self.totals(after_ms, until_ms)
            for part, moves in (("principal", found.principal), ("bonus", found.bonus)):
                place = ("principal", "bonus").index(part)
                moved = [now[part][n] - was[part][n] for n in (0, 1)]
                assert [moves.used, moves.given_back] == moved
                assert moves.topped_up == now["topped_up"][place] - was["topped_up"][place]
                parts = moves.topped_up + moves.used + moves.given_back + moves.other
                assert (moves.opening + parts, moves.other) == (moves.closing, 0)
            points = found.points
            moved = [now["points"][n] - was["points"][n] for n in (0, 1)]
            assert [points.used, points.given_back] == moved
            assert points.earned == now["earned"] - was["earned"]
            assert points.clawed == now["clawed"] - was["clawed"]
            parts = points.earned + points.used + points.given_back + points.clawed
            assert points.opening + parts + points.expired == points.closing
            assert points.other == 0

    def check_chain(self):
        """The closing of each is the opening of the next, and the last is what accounts hold."""
        moments = [at_ms for at_ms, _ in self.closes]
        found = [self.totals(*span) for span in itertools.pairwise(moments)]
        for one, next_one in itertools.pairwise(found):
            assert one.principal.closing == next_one.principal.opening
            assert one.bonus.closing == next_one.bonus.opening
            assert one.points.closing == next_one.points.opening
        held = dict(
            self.park.rows(
                "SELECT kind, sum(balance) FROM account WHERE member_id IS NOT NULL GROUP BY kind"
            )
        )
        last = found[-1]
        assert last.principal.closing == held["sv_available"] + held.get("sv_held", 0)
        assert last.bonus.closing == held["bonus"]
        assert last.points.closing == held["points"] + held.get("points_debt", 0)

    def totals(self, after_ms, until_ms):
        target = f"/v1/reports/member-totals?after={after_ms}&until={until_ms}"
        return self.park.till.get(target, MemberTotals)


WHAT = ["top_up", "hold", "hold_points", "release", "sell", "capture", "capture", "give_back",
        "give_back", "wait", "expire", "expire", "close", "close", "night"]  # fmt: skip
STEPS = st.lists(
    st.tuples(st.sampled_from(WHAT), st.integers(0, 1), st.integers(1, 60_000)),
    min_size=6,
    max_size=18,
)


@given(STEPS)
@settings(max_examples=8, deadline=None)
def test_opening_and_what_moved_is_closing_in_any_history(parks, steps):
    run(parks, steps)


@given(STEPS)
@settings(max_examples=2, deadline=None)
def test_opening_and_what_moved_is_closing_on_a_server(server_parks, steps):
    run(server_parks, steps)


def run(parks, steps):
    with tempfile.TemporaryDirectory() as folder, parks(Path(folder)) as park:
        history = Days(park)
        for step in steps:
            history.run(step)
        history.close(None, 0)
        history.check_spans()
        history.check_chain()
        history.night(None, 29)
        history.check_spans()
