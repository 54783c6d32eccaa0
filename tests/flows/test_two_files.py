"""Somebody who is here already is not registered again: the till says so before the code is sent."""

from posapp.ui.navigation import Place

KNOWN = "13812345678"


def test_a_known_phone_is_named_while_it_is_typed_and_her_order_goes_on(shop):
    register = shop.till_window.presenters.register
    shop.till_window.floor.navigation.go(Place.REGISTER, "")
    shop.hand.wait_for(Place.REGISTER)
    shop.robot.type(KNOWN)
    shop.until(lambda: register.alike.state.first is not None, "she is here")
    assert "138****5678" in shop.robot.find("register.alike_text").text()
    assert register.state.sent is None
    messages = len(shop.park.phone.messages())
    shop.robot.click("register.alike_take")
    shop.until(lambda: shop.sell.state.member is not None, "member")
    shop.hand.wait_for(Place.SELL)
    assert shop.sell.state.member.phone == KNOWN
    assert len(shop.park.phone.messages()) == messages
