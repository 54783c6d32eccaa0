"""What stands between a till and central can say what it likes: only central's own answers count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from posapp.offline.sync_status import LinkState
from posapp.offline.wires import HttpReply
from posapp.wire import signing
from posapp.wire.canonical import decode, encode
from posapp.wire.sync import ItemOutcome, ItemResult, PushReply
from tests.central.real_tills import enrol_machine

PORTAL = HttpReply(status=200, content_type="text/html", retry_after="", body=b"<html>Sign in")


@pytest.fixture
def machine(park, tmp_path):
    made = enrol_machine(park, tmp_path / "one")
    made.sell()
    yield made
    made.stop()


def of_pushes(change):
    return lambda request, reply: change(reply) if request.url.endswith("/push") else reply


def unsigned(reply):
    return replace(reply, signature="")


def signed_by(key):
    def forge(request, reply):
        request_id = request.headers[signing.REQUEST_ID_HEADER]
        signature = signing.sign_reply(key, request_id, reply.status, reply.body)
        return replace(reply, signature=signature)

    return forge


@pytest.mark.parametrize(
    "change",
    [
        unsigned,
        lambda reply: replace(reply, signature="bm90IGEgc2lnbmF0dXJl"),
        lambda reply: replace(reply, body=reply.body + b" "),
        lambda reply: replace(reply, status=422),
        lambda _reply: PORTAL,
    ],
    ids=["unsigned", "wrong", "changed", "other-status", "portal"],
)
def test_answer_that_central_did_not_sign_settles_nothing(park, machine, change):
    machine.wire.change = of_pushes(change)
    status = machine.synchronise()
    assert machine.waiting() == 1
    assert status.link is LinkState.OFFLINE
    assert park.rows("SELECT count(*) FROM inbox") == [(1,)]
    machine.wire.change = lambda _request, reply: reply
    machine.synchronise()
    assert machine.waiting() == 0
    assert park.rows("SELECT count(*) FROM sale") == [(1,)]


def test_answer_for_another_terminal_settles_nothing(park, machine, tmp_path):
    other = enrol_machine(park, tmp_path / "two", code="A08")
    other.sell()
    caught = []
    other.wire.change = of_pushes(lambda reply: (caught.append(reply), reply)[1])
    other.synchronise()
    other.stop()
    machine.wire.change = of_pushes(lambda _reply: caught[0])
    machine.synchronise()
    assert machine.waiting() == 1


def test_foreign_ids_in_an_answer_of_central_itself_are_ignored_and_reported(park, machine):
    def with_a_stranger(request, reply):
        if not request.url.endswith("/push"):
            return reply
        message = decode(reply.body, PushReply)
        stranger = ItemResult(seq=9, event_id=park.till.ids.new(), outcome=ItemOutcome.APPLIED)
        values = {name: getattr(message, name) for name in PushReply.__struct_fields__}
        body = encode(PushReply(**(values | {"items": (stranger,)})))
        forged = replace(reply, body=body)
        return signed_by(park.central.keys.reply_key)(request, forged)

    machine.wire.change = with_a_stranger
    status = machine.synchronise()
    assert (machine.waiting(), status.problem) == (1, "sync.foreign_result")


def test_refusal_that_central_did_not_sign_neither_halves_nor_buries_anything(park, machine):
    refusal = b'{"request_id":"%s","error":{"key":"x","params":{}},"server_time_ms":0}'

    def refuse(request, reply):
        if not request.url.endswith("/push"):
            return reply
        request_id = request.headers[signing.REQUEST_ID_HEADER].encode()
        return replace(reply, status=422, body=refusal % request_id)

    machine.wire.change = refuse
    machine.synchronise()
    assert machine.waiting() == 1
    assert not [target for target in machine.wire.asked if "deadletter" in target]


def test_till_of_before_keeps_the_first_key_that_hello_names(park, machine):
    known = machine.till.store.identity.required()
    machine.till.store.identity.save(replace(known, sign_key=""))
    machine.stop().start()
    machine.wire.change = of_pushes(unsigned)
    machine.synchronise()
    assert machine.till.store.identity.required().sign_key == park.central.keys.sign_key
    assert machine.waiting() == 1


def test_key_that_is_known_is_not_replaced(park, machine):
    identity = machine.till.store.identity
    assert not identity.pin_server_key("bm90IGEga2V5")
    identity.save(replace(identity.required(), sign_key=""))
    assert not identity.pin_server_key("no base64 at all")
    assert identity.pin_server_key(park.central.keys.sign_key)
    assert not identity.pin_server_key(park.central.keys.sign_key)


def test_every_answer_is_signed_refusals_too(park):
    for answer in (
        park.site.client.get("/v1/nothing", headers={signing.REQUEST_ID_HEADER: "r-1"}),
        park.site.client.post("/v1/sync/hello", headers={signing.REQUEST_ID_HEADER: "r-1"}),
    ):
        assert signing.is_reply_of(
            park.central.keys.reply_key.public_key().public_bytes_raw(),
            "r-1",
            answer.status_code,
            answer.content,
            answer.headers[signing.REPLY_HEADER],
        )
