"""With a scanner in one hand: scans, keys and touches each count as one action."""

from posapp.ui.pay.state import Collecting, Done
from tests.flows.shop import COLA


def test_three_scans_plus_and_the_quick_key_of_a_hundred_are_five_actions(shop):
    for _ in range(3):
        shop.type_in(COLA)
        shop.idle()
    shop.robot.press("+")
    shop.hand.wait_phase(Collecting)
    (hundred,) = (
        name
        for name in (f"pay.quick.{place}" for place in range(4))
        if shop.robot.find(name).text() == "¥100"
    )
    shop.robot.click(hundred)
    shop.hand.wait_phase(Done)
    sale = shop.pay.state.phase.committed.sale
    assert (sale.net, sale.change) == (1_500, 8_500)
    assert 3 + shop.robot.keys + shop.robot.clicks == 5
