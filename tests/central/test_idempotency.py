"""Requests by id: the same answer to the same question, and nothing under a known id twice."""

from __future__ import annotations

import pytest

from posapp.central import idempotency
from posapp.errors import Refused
from posapp.wire.canonical import encode
from posapp.wire.requests import (
    HoldBegin,
    HoldLedger,
    HoldReply,
    SendCode,
    SendCodeReply,
    TopUpQuote,
    TopUpQuoteRequest,
)
from tests.central.tills import refusal


def begin(park, hold_id, amount=1_000):
    return HoldBegin(
        hold_id=hold_id,
        sale_id=hold_id,
        member_id=park.fang.id,
        ledger=HoldLedger.STORED_VALUE,
        amount=amount,
    )


def test_the_same_begin_again_is_the_same_answer_and_one_hold(park):
    message = begin(park, park.till.ids.new())
    first = park.till.ask("/v1/holds/begin", message, HoldReply)
    again = park.till.ask("/v1/holds/begin", message, HoldReply)
    assert again.request_id != first.request_id
    assert again.value_slices == first.value_slices
    assert park.member().held == 1_000


def test_another_body_under_a_known_id_is_refused(park):
    hold_id = park.till.ids.new()
    park.till.ask("/v1/holds/begin", begin(park, hold_id), HoldReply)
    error = refusal(park.till.ask, "/v1/holds/begin", begin(park, hold_id, 2_000), HoldReply)
    assert error.key == "request.other_body"
    answer = park.till.send("POST", "/v1/holds/begin", encode(begin(park, hold_id, 2_000)))
    assert answer.status_code == 422


def test_an_id_that_is_no_uuid_is_refused(park):
    error = refusal(park.till.ask, "/v1/holds/begin", begin(park, "1"), HoldReply)
    assert error.key == "request.id_not_valid"


def test_a_quote_asked_twice_is_one_quote(park):
    message = TopUpQuoteRequest(
        top_up_id=park.till.ids.new(), member_id=park.fang.id, amount=10_000
    )
    first = park.till.ask("/v1/topups/quote", message, TopUpQuote)
    again = park.till.ask("/v1/topups/quote", message, TopUpQuote)
    assert (first.quote_id, first.quote_hash) == (again.quote_id, again.quote_hash)
    assert first.principal == 10_000
    assert first.bonus == 0


def test_a_message_asked_for_twice_is_sent_once(park):
    hold = park.till.begin(park.fang.id, 1_000)
    message = SendCode(send_id=park.till.ids.new(), purpose="hold", hold_id=hold.hold_id)
    for _ in range(2):
        park.till.ask("/v1/codes/send", message, SendCodeReply)
    assert len(park.sms()) == 1


def test_a_message_that_was_not_sent_may_be_asked_for_again(park):
    hold = park.till.begin(park.fang.id, 1_000)
    message = SendCode(send_id=park.till.ids.new(), purpose="hold", hold_id=hold.hold_id)
    park.central.sms.is_gone = True
    answer = park.till.send("POST", "/v1/codes/send", encode(message))
    assert (answer.status_code, answer.json()["error"]["key"]) == (503, "sms.not_sent")
    park.central.sms.is_gone = False
    assert park.till.ask("/v1/codes/send", message, SendCodeReply).send_id == message.send_id


def test_a_request_that_still_runs_is_told_to_wait_and_a_stuck_one_runs_again(park):
    terminal = park.till.identity.terminal_id
    key = idempotency.RequestKey.of(terminal, "/x", "id", b"body", park.clock.wall_ms())
    with park.central.database.write() as connection:
        assert idempotency.start(connection, key, "r", SendCodeReply) is None
    with (
        park.central.database.write() as connection,
        pytest.raises(Refused, match=r"request\.running"),
    ):
        idempotency.start(connection, key, "r", SendCodeReply)
    park.clock.advance_ms(31_000)
    later = idempotency.RequestKey.of(terminal, "/x", "id", b"body", park.clock.wall_ms())
    with park.central.database.write() as connection:
        assert idempotency.start(connection, later, "r", SendCodeReply) is None
