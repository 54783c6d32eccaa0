"""A manager takes a Z as a workbook, at the real window, by keyboard and by touch."""

from posapp.ui.manager.presenter import Tab
from posapp.ui.navigation import Place
from tests.flows.shop import CASHIER, MANAGER, WATER, cash_in_drawer, open_shop
from tests.sheets.reopened import Reopened, fen


def test_a_manager_exports_the_z_of_a_shift(own_park):
    with open_shop(own_park) as shop:
        hand, robot = shop.hand, shop.robot
        hand.sign_in(CASHIER, Place.SHIFT_OPEN)
        hand.open_shift("500")
        hand.scan(WATER)
        hand.begin_payment()
        hand.pay_cash("10")
        hand.next_sale()
        hand.close_shift(cash_in_drawer(shop), lambda: None)
        floor, presenters = shop.till_window.floor, shop.till_window.presenters
        floor.duty.sign_out()
        floor.navigation.go(Place.SIGN_IN)
        hand.sign_in(MANAGER, Place.SHIFT_OPEN)
        floor.navigation.go(Place.MANAGER)
        hand.wait_for(Place.MANAGER)
        presenters.manager.choose(str(Tab.SHIFTS))
        shop.until(lambda: presenters.manager.state.paper is not None, "the Z")
        folder = shop.stores.folder / "exports"
        shop.idle()
        robot.press("Ctrl+Return")
        shop.until(lambda: list(folder.glob("Z000001-*.xlsx")), "the workbook")
        shop.idle()
        shop.window.surface(Place.MANAGER).reports.exports["csv"].setFocus()
        robot.press("Space")
        shop.until(lambda: list(folder.glob("Z000001-*.csv")), "the CSV")
        shop.idle()
        again = Reopened(next(folder.glob("*.xlsx")))
        net = presenters.manager.state.z.net
        assert net > 0
        assert fen(again.named("tenders_total_net")) == fen(again.named("sales_net_sales")) == net
        assert sorted(each.suffix for each in folder.iterdir()) == [".csv", ".xlsx"]
        assert [m.key for m in shop.messages if m.key] == []
