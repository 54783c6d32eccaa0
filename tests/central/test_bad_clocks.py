"""A till whose clock says 1970 or 2099 sells; central books it on a time that can be, and tells."""

from __future__ import annotations

import json

import msgspec
import pytest

from posapp.clock import CorrectedClock, ManualClock
from posapp.offline.sync_status import LinkState
from posapp.wire.facts import SaleData
from tests.central.goods import A, cart, cash, sale
from tests.central.real_tills import enrol_machine

YEAR_MS = 365 * 24 * 3_600_000
AT_1970, AT_2099 = 86_400_000, 4_070_908_800_000
WRONG = pytest.mark.parametrize("wall_ms", [AT_1970, AT_2099], ids=["1970", "2099"])


@WRONG
def test_a_till_that_starts_with_a_wrong_clock_sells_and_everything_arrives_once(
    park, tmp_path, wall_ms
):
    """Before it ever heard central, while it hears it, and after a restart."""
    machine = enrol_machine(park, tmp_path / "one")
    machine.stop()
    machine.clock = ManualClock(wall_ms)
    machine.start()
    papers = [machine.sell(), machine.sell()]
    status = machine.synchronise(2)
    assert status.link is LinkState.ONLINE
    error_ms = status.offset.error_ms + 5_000
    assert abs(wall_ms + status.offset.ms - park.clock.wall_ms()) < error_ms + 60_000
    machine.stop().start()
    papers.append(machine.sell())
    machine.synchronise(2)
    assert machine.waiting() == 0
    assert machine.till.store.journal.verify().holds
    rows = park.rows("SELECT receipt_number, at_ms FROM sale ORDER BY receipt_number")
    assert [number for number, _ in rows] == papers
    now = park.clock.wall_ms()
    assert all(abs(at_ms - now) < 120_000 for _, at_ms in rows)
    assert park.cases() == ["till.clock_wrong"]
    machine.stop()


@pytest.mark.parametrize(
    ("off_ms", "trusted", "is_told"),
    [
        (200 * YEAR_MS // 100, True, True),
        (73 * YEAR_MS, False, True),
        (-55 * YEAR_MS, False, True),
        (600_000, True, True),
        (-30 * YEAR_MS // 365, False, False),
        (-2 * YEAR_MS, True, False),
        (60_000, False, False),
        (0, True, False),
    ],
)
def test_a_moment_that_cannot_be_is_booked_as_now_and_told_once(park, off_ms, trusted, is_told):
    """A month offline, or a clock that central corrected, is nothing to look at."""
    till, now = park.till, park.clock.wall_ms()
    items = []
    for _ in range(3):
        made = SaleData(sale=sale(till.ids, cart(A), cash(till.ids, 20_000)))
        item = till.journal(made, at_ms=now + off_ms)
        items.append(msgspec.structs.replace(item, server_offset_ms=5 if trusted else None))
    assert {each.outcome.value for each in till.push(items[0], items[1])} == {"applied"}
    assert till.push(items[2])[0].outcome.value == "applied"
    booked = {at_ms for (at_ms,) in park.rows("SELECT at_ms FROM sale")}
    assert booked == ({now} if is_told else {now + off_ms})
    assert park.cases() == (["till.clock_wrong"] if is_told else [])
    said = park.rows("SELECT body FROM inbox")
    assert {json.loads(body)["head"]["at_ms"] for (body,) in said} == {now + off_ms}


@pytest.mark.parametrize("back_ms", [10_000, 86_400_000, 40 * YEAR_MS])
def test_a_clock_that_is_set_back_while_the_line_is_away_changes_no_sale(back_ms):
    """What central said holds on by the count that nobody sets."""
    machine = ManualClock()
    clock = CorrectedClock(machine)
    clock.correct(1_234)
    before = clock.wall_ms()
    machine.jump_wall_ms(-back_ms)
    machine.advance_ms(60_000)
    assert clock.wall_ms() == before + 60_000
    clock.correct(back_ms + 2_234)
    assert clock.wall_ms() == before + 61_000


def test_a_clock_that_went_on_while_the_machine_slept_is_believed():
    machine = ManualClock()
    clock = CorrectedClock(machine)
    clock.correct(0)
    before = clock.wall_ms()
    machine.jump_wall_ms(8 * 3_600_000)
    assert clock.wall_ms() == before + 8 * 3_600_000
