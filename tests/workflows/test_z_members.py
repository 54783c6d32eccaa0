"""What only central knows stands in the Z: asked for just before, filled in there afterwards."""

from collections.abc import Iterator

import pytest

from posapp.central.report_z import z_shown
from posapp.domain.shift import chain_holds
from posapp.domain.shift_figures import CentralFigures
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from tests.workflows.counter import CASHIER
from tests.workflows.site import OnlineCounter, enrolled_till, running, seeded_folder
from tests.workflows.test_shifts import pieces
from tests.workflows.test_with_central import cashier, e1_sale


@pytest.fixture(scope="module")
def seeded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("park") / "central"
    return folder, seeded_folder(folder)


@pytest.fixture
def online(seeded, tmp_path) -> Iterator[OnlineCounter]:
    with (
        running(*seeded, tmp_path / "central") as site,
        enrolled_till(site, tmp_path / "a03", "A03") as till,
    ):
        yield till


def top_up(online, staff, shift, amount):
    topping_up = online.counter.topping_up
    quote = topping_up.quote(online.fang(), amount, staff)
    topping_up.take_cash(quote, amount, online.fang(), staff, shift)


def close(online, staff, cash):
    shifts = online.counter.shifts
    online.push()
    online.site.clock.advance_ms(1_000)
    return shifts.close(pieces(cash), "", staff, central=shifts.ask_central())


def at_central(online, z):
    online.push()
    with online.site.central.database.read() as connection:
        return z_shown(connection, online.site.seeded.tenant_id, z.shift_id, "r")


def test_the_closing_of_one_z_and_what_the_next_took_in_and_out_is_its_closing(online):
    staff = cashier(online)
    shift = online.counter.shifts.open(0, staff)
    top_up(online, staff, shift, 10_000)
    first = close(online, staff, 10_000)
    assert (first.central.principal, first.central.bonus) == (115_000, 15_000)
    shift = online.counter.shifts.open(0, staff)
    e1_sale(online, staff, shift)
    top_up(online, staff, shift, 3_000)
    second = close(online, staff, 7_000)
    sums = second.sums
    (value,) = [each for each in sums.tenders if each.kind == "stored_value"]
    moved = sums.top_up_principal + sums.top_up_bonus - value.taken + value.given_back
    was, now = first.central, second.central
    assert was.principal + was.bonus + moved == now.principal + now.bonus
    assert now.points_expired == 0
    assert chain_holds([first, second])
    found = at_central(online, second)
    assert found.members.figures == now
    assert found.members.principal.opening == was.principal
    points = found.members.points
    assert (points.earned, -points.used) == (sums.points_earned, sums.points_burnt)


def test_the_shift_ends_at_the_moment_that_central_answered_for(online):
    staff = cashier(online)
    shifts = online.counter.shifts
    shifts.open(0, staff)
    asked_ms = online.site.clock.wall_ms()
    told = shifts.ask_central()
    online.site.clock.advance_ms(900)
    assert shifts.close({}, "", staff, central=told).closed_ms == asked_ms


def test_offline_the_z_says_where_to_look_and_central_fills_it_in(online):
    staff = cashier(online)
    shift = online.counter.shifts.open(0, staff)
    top_up(online, staff, shift, 10_000)
    online.counter.link["online"] = False
    z = online.counter.shifts.close(
        pieces(10_000), "", staff, central=online.counter.shifts.ask_central()
    )
    assert z.central == CentralFigures()
    (block,) = [each for each in online.counter.shifts.rows(z) if each.key == "members"]
    assert block.rows[-1].name.key == "members_later"
    found = at_central(online, z)
    assert (found.z, found.holds) == (z, True)
    (block,) = [each for each in found.rows if each.key == "members"]
    shown = {row.name.key: row.cells[0].value for row in block.rows[-3:]}
    assert shown == {"points_expired": 0, "value_owed": 115_000, "bonus_owed": 15_000}


@pytest.mark.parametrize(
    "trouble",
    [
        Unavailable("central.unreachable"),
        OutcomeUnknown("central.no_answer"),
        Refused("wire.not_understood"),
    ],
)
def test_whatever_central_answers_the_shift_closes(till, trouble):
    till.open_shift(100)

    def fails(_after_ms, _until_ms):
        raise trouble

    till.central.will("member_totals", fails)
    central = till.shifts.ask_central()
    assert till.shifts.close(pieces(100), "", CASHIER, central=central).central == CentralFigures()


def test_offline_nobody_is_asked(till):
    till.open_shift(100)
    till.go_offline()
    assert till.shifts.ask_central() == CentralFigures()
    assert till.central.requests("member_totals") == []


def test_an_answer_from_before_is_not_about_the_end_of_this_shift(till):
    till.open_shift(100)
    old = CentralFigures(known=True, until_ms=till.clock.wall_ms(), principal=1)
    till.clock.advance_ms(60_000)
    z = till.shifts.close(pieces(100), "", CASHIER, central=old)
    assert (z.central, z.closed_ms) == (CentralFigures(), till.clock.wall_ms())


def test_it_is_asked_about_the_time_since_the_z_before(till):
    shift = till.open_shift(100)
    till.clock.advance_ms(5_000)
    till.shifts.ask_central()
    first = till.shifts.close(pieces(100), "", CASHIER)
    till.clock.advance_ms(5_000)
    till.open_shift(100)
    till.shifts.ask_central()
    spans = till.central.requests("member_totals")
    assert spans == [
        (shift.opened_ms, first.closed_ms),
        (first.closed_ms, till.clock.wall_ms()),
    ]
