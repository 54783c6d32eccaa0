"""Central acts and its answer never arrives: nothing is doubled, nothing stays held."""

from posapp.devices.simulated_line import LinkFault
from posapp.ui.pay.state import Collecting
from tests.flows.test_bad_input import CHEN, basket, begin_payment, pay_exact_cash, serve


def numbers_at_central(shop):
    return [row["receipt_number"] for row in shop.park.reader.sales("A03")]


def drained(shop):
    shop.park.till.sync.nudge()
    return shop.stores.till.outbox.depth()[0] == 0


def test_a_sale_whose_receipt_by_central_is_lost_is_there_once(shop):
    board, link = shop.park.till.board, shop.park.link
    shop.until(lambda: drained(shop) and board.is_online(), "nothing waits", 40)

    def lose_the_next_reply():
        # Without cutting the line: the till sends what it just committed.
        link._fault = LinkFault.REPLY_LOST

    listeners = shop.stores.till.journal._listeners
    listeners.insert(0, lose_the_next_reply)
    basket(shop)
    begin_payment(shop)
    sale = pay_exact_cash(shop)
    shop.until(lambda: sale.receipt_number in numbers_at_central(shop), "central acted", 40)
    listeners.remove(lose_the_next_reply)
    assert shop.stores.till.outbox.depth()[0] > 0
    shop.park.link.set_fault(LinkFault.NONE)
    shop.until(lambda: drained(shop), "central's word", 60)
    assert numbers_at_central(shop).count(sale.receipt_number) == 1
    assert shop.park.reader.summary("A03")["baskets"] == len(numbers_at_central(shop))


def test_value_held_unheard_is_given_back(shop):
    shop.until(lambda: drained(shop) and shop.park.till.board.is_online(), "online", 60)
    serve(shop, CHEN)
    number = shop.sell.state.member.number
    basket(shop)
    begin_payment(shop)
    before = shop.park.reader.member(number)
    shop.park.link.set_fault(LinkFault.REPLY_LOST)
    shop.robot.press("Alt+3", "Return")
    shop.until(lambda: shop.park.reader.member(number)["held"] > 0, "central holds it", 40)
    shop.hand.wait_phase(Collecting)
    assert shop.pay.state.payment.tenders == ()
    assert shop.keys_told()
    sale = pay_exact_cash(shop)
    assert [tender.kind.value for tender in sale.tenders] == ["cash"]
    shop.park.link.set_fault(LinkFault.NONE)
    shop.until(lambda: drained(shop), "told", 60)
    shop.until(lambda: shop.park.reader.member(number)["held"] == 0, "released", 40)
    after = shop.park.reader.member(number)
    assert (after["principal"], after["bonus"]) == (before["principal"], before["bonus"])
