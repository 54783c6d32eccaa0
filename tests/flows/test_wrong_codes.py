"""Somebody tries codes: five wrong ones pause the member and the till, and nothing is taken."""

from posapp.domain.own_codes import member_code
from posapp.ui.pay.state import Collecting, Confirming
from tests.flows.shop import open_shop
from tests.flows.test_bad_input import basket, begin_payment, pay_exact_cash, scan, serve


def test_five_wrong_codes_lock_and_the_right_one_no_longer_helps(own_park):
    with open_shop(own_park) as shop:
        shop.begin()
        serve(shop, shop.park.phone.phone)
        basket(shop)
        begin_payment(shop)
        shop.robot.press("Alt+3")
        shop.robot.press("Return")
        shop.hand.wait_phase(Confirming)
        number = shop.sell.state.member.number
        for tries in range(1, 6):
            scan(shop, member_code(number, f"0000000{tries}"))
            shop.until(lambda: not getattr(shop.pay.state.phase, "busy", False), "an answer")
        phase = shop.pay.state.phase
        assert isinstance(phase, Confirming)
        assert phase.refusal.key in {"factor.paused", "hold.paused"}
        scan(shop, shop.park.phone.code())
        shop.idle()
        assert isinstance(shop.pay.state.phase, Confirming)
        assert shop.pay.state.payment.tenders == ()
        shop.robot.press("Esc")
        shop.hand.wait_phase(Collecting)
        assert pay_exact_cash(shop).net == 500
        shop.until(lambda: shop.stores.till.outbox.depth()[0] == 0, "told central", 30)
        shop.until(lambda: shop.park.reader.member(number)["held"] == 0, "released", 30)
        assert shop.park.reader.member(number)["principal"] == 100_000
