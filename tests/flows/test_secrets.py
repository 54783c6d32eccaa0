"""What a customer or a cashier proves herself with is found in no file and in no log."""

import logging

from posapp.demo.sample import MEMBER_PHONE
from posapp.domain.own_codes import parse_own
from posapp.ui.pay.state import Confirming, Done
from tests.flows.shop import CASHIER
from tests.flows.test_bad_input import basket, begin_payment, scan, serve

WECHAT = "134567890123456789"


def files_of(shop):
    """Everything on disk but the messages that the gateway of the demo writes on purpose."""
    root = shop.park.folders.root
    return [f for f in root.rglob("*") if f.is_file() and f != shop.park.folders.sms_spool]


def test_codes_and_pins_leave_no_trace(shop, caplog):
    caplog.set_level(logging.DEBUG)
    serve(shop, MEMBER_PHONE)
    basket(shop)
    begin_payment(shop)
    shop.robot.press("Alt+3")
    shop.robot.type("2")
    shop.robot.press("Return")
    shop.hand.wait_phase(Confirming)
    dynamic = shop.park.phone.code()
    scan(shop, dynamic)
    shop.until(lambda: shop.pay.state.payment.collected == 200, "value")
    scan(shop, WECHAT)
    shop.hand.wait_phase(Done)
    sale = shop.pay.state.phase.committed.sale
    assert {t.kind.value: t.channel for t in sale.tenders}["external"] == "wechat"
    shop.park.till.sync.nudge()
    shop.until(lambda: shop.stores.till.outbox.depth()[0] == 0, "told central", 40)
    shop.until(lambda: not shop.stores.till.prints.pending(), "printed", 20)

    secrets = [WECHAT, dynamic, parse_own(dynamic).digits, CASHIER.pin]
    contents = [file.read_bytes() for file in files_of(shop)]
    assert len(contents) > 5
    facts = shop.stores.till.journal.newest("sale.v1", 1) + shop.stores.till.journal.newest(
        "audit.v1", 50
    )
    said = caplog.text + repr(facts) + " ".join(str(message) for message in shop.messages)
    for secret in secrets:
        assert not any(secret.encode() in content for content in contents)
        assert secret not in said
    papers = b"".join(job.data for job in shop.papers)
    assert not any(secret.encode() in papers for secret in secrets)
    assert b"1345********6789" in papers
