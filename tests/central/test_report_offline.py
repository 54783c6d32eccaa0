"""Who sold offline while the shop's other tills were online: counted, the most of it first."""

from __future__ import annotations

from posapp.central.report_offline import NEAR_MS, offline_rows
from posapp.wire.facts import SaleData
from tests.central.goods import A, cart, cash, sale

ELSEWHERE = "00000000-0000-7000-8000-00000000beef"


def sold(park, till, *, offline):
    """A sale in cash, told to central at once."""
    told = till.tell(
        SaleData(sale=sale(till.ids, cart(A), cash(till.ids, 20_000)), offline=offline)
    )
    assert told == ["applied"]


def rows(park):
    with park.central.database.read() as connection:
        return offline_rows(connection, park.seeded.tenant_id, 0)


def test_who_sells_offline_beside_tills_that_are_online_stands_out(park):
    other = park.site.enrol(park.seeded.tenant_id, code="A04")
    sold(park, park.till, offline=True)
    sold(park, park.till, offline=False)
    sold(park, other, offline=False)
    (row,) = rows(park)
    assert (row["till"], row["sales"], row["offline"]) == ("A03", 2, 1)
    assert (row["offline_while_others_online"], row["net_of_those"]) == (1, 20_000)
    assert row["lent_value_of_those"] == 0


def test_a_shop_that_is_cut_off_as_a_whole_is_not_suspicious(park):
    other = park.site.enrol(park.seeded.tenant_id, code="A04")
    for till in (park.till, other):
        sold(park, till, offline=True)
    park.clock.advance_ms(2 * NEAR_MS)
    sold(park, other, offline=False)
    assert [row["offline_while_others_online"] for row in rows(park)] == [0, 0]


def test_another_shop_proves_nothing(park):
    far = park.site.enrol(park.seeded.tenant_id, code="B01")
    sold(park, park.till, offline=True)
    sold(park, far, offline=False)
    park.write(
        "UPDATE sale SET shop_id = :shop WHERE terminal_id = :far",
        shop=ELSEWHERE,
        far=far.identity.terminal_id,
    )
    (row,) = rows(park)
    assert row["offline_while_others_online"] == 0
