"""A central of an older and of a newer version: facts always go up, what is understood comes down."""

from __future__ import annotations

import json
from dataclasses import replace

import msgspec
import pytest

from posapp.domain.permissions import Permission, Role
from posapp.errors import Refused
from posapp.offline.feed_intake import FeedIntake
from posapp.offline.sync_hands import StoreHands
from posapp.wire import signing
from posapp.wire.canonical import encode
from posapp.wire.sync import FeedRow
from tests.central.real_tills import enrol_machine
from tests.central.tills import refusal

YOUNGER = ("sign_key", "because", "forked", "durable_seq")
"""Fields that came after the first version and have a default."""


@pytest.fixture
def machine(park, tmp_path):
    made = enrol_machine(park, tmp_path / "one")
    yield made
    made.stop()


def spoken(park, change):
    """What central says, changed by somebody who has its key: a version of it, not a forger."""

    def changed(request, reply):
        said = json.loads(reply.body)
        status = change(request, said) or reply.status
        body = json.dumps(said).encode()
        request_id = request.headers[signing.REQUEST_ID_HEADER]
        signature = signing.sign_reply(park.central.keys.reply_key, request_id, status, body)
        return replace(reply, status=status, body=body, signature=signature)

    return changed


def receipts(park):
    return sorted(number for (number,) in park.rows("SELECT receipt_number FROM sale"))


def test_a_central_of_an_older_version_gets_every_sale(park, machine):
    def older(_request, said):
        for name in ("sign_key", "because"):
            said.pop(name, None)

    machine.wire.change = spoken(park, older)
    papers = [machine.sell() for _ in range(3)]
    status = machine.synchronise()
    assert (machine.waiting(), status.problem) == (0, "")
    assert receipts(park) == papers


def test_a_central_of_a_newer_version_gets_every_sale(park, machine):
    """Fields, commands and kinds of rows that this till has never heard of."""

    def newer(request, said):
        said["something_new"] = {"deep": [1, {"deeper": None}]}
        if "hello" in request.url:
            said |= {"protocol": 1, "min_schema": 7, "commands": ["dance"]}
            said["hints"]["mood"] = "good"
        for item in said.get("items", ()):
            item["applied_by"] = "v9"
        if "pull" in request.url:
            said["rows"].append({"t": "weather", "k": "1", "v": 1, "op": "u", "d": [1], "x": 2})

    machine.wire.change = spoken(park, newer)
    papers = [machine.sell() for _ in range(3)]
    status = machine.synchronise(2)
    assert (machine.waiting(), status.problem) == (0, "")
    assert receipts(park) == papers
    assert machine.cache.counts().products == 1


def test_a_central_that_no_longer_speaks_our_protocol_is_told_apart_and_nothing_is_lost(
    park, machine
):
    def foreign(request, said):
        if "hello" in request.url:
            said["protocol"] = 9

    heard, machine.wire.change = machine.wire.change, spoken(park, foreign)
    papers = [machine.sell()]
    status = machine.synchronise()
    assert (status.problem, machine.waiting()) == ("sync.update_needed", 1)
    papers.append(machine.sell())
    machine.wire.change = heard
    machine.synchronise()
    assert machine.waiting() == 0
    assert receipts(park) == papers


def test_an_answer_with_an_outcome_that_we_do_not_know_settles_nothing(park, machine):
    def newer(_request, said):
        for item in said.get("items", ()):
            item["outcome"] = "celebrated"

    heard, machine.wire.change = machine.wire.change, spoken(park, newer)
    paper = machine.sell()
    machine.synchronise()
    assert machine.waiting() == 1
    machine.wire.change = heard
    machine.synchronise(2)
    assert machine.waiting() == 0
    assert receipts(park) == [paper]


def row(table, key, body, version=900):
    return FeedRow(t=table, k=key, v=version, op="u", d=msgspec.Raw(encode(body)))


STRANGE_ROWS = (
    row("offer", "X", {"code": "X", "version": 1, "label": "新", "stage": 99}),
    row("offer", "Y", {"code": 7}),
    row("point_rules", "r", {"version": "two"}),
    row("category", "c-9", {"id": "c-9", "name": None}),
    row("member", "m-9", {"id": "m-9", "number": "M9", "status": "enchanted"}),
    row("product", "p-9", {"id": "p-9", "price": 1.5}),
)


@pytest.mark.parametrize("strange", STRANGE_ROWS, ids=lambda each: f"{each.t} {each.k}")
def test_a_row_that_this_version_cannot_read_stops_neither_the_feed_nor_a_sale(machine, strange):
    """It is kept for a version that can, and found by nothing until then."""
    machine.synchronise()
    cache = machine.cache
    before = (cache.offers(), cache.point_rules(), cache.categories(), cache.counts().products)
    intake = FeedIntake(cache, machine.till.store.staff, machine.till.store.settings)
    intake.apply([strange, row("weather", "1", [1])], "c-900", "e-1")
    assert cache.cursor() == ("c-900", "e-1")
    assert before == (
        cache.offers(),
        cache.point_rules(),
        cache.categories(),
        cache.counts().products,
    )
    assert cache.shop() is not None
    assert cache.member_by_id("m-9") is None
    assert cache.product("p-9") is None


def test_a_person_with_a_role_of_tomorrow_signs_in_with_the_rights_that_we_know(machine):
    intake = FeedIntake(machine.cache, machine.till.store.staff, machine.till.store.settings)
    person = {"id": "s-1", "number": "77", "name": "周", "verifier": "$argon2id$"}
    rights = ["sell", "fly"]
    rows = [
        row("staff", "s-1", {**person, "role": "pilot", "permissions": rights}),
        row("staff", "s-2", {"id": "s-2", "shape": "unknown"}),
    ]
    intake.apply(rows, "c-900", "e-1")
    known = {each.number: each for each in machine.till.store.staff.all()}
    assert (known["77"].role, known["77"].permissions) == (Role.CASHIER, {Permission.SELL})
    assert machine.cache.cursor() == ("c-900", "e-1")


# -- answers that are not for us


def test_an_answer_for_another_till_settles_nothing_here(park, machine, tmp_path):
    """Both tills know central's key: only the request that it answers makes an answer theirs."""
    other = enrol_machine(park, tmp_path / "other", "A08")
    kept = []
    other.wire.change = lambda request, reply: (kept.append((request, reply)), reply)[1]
    other.sell()
    other.synchronise()
    answered = {request.url.partition("?")[0]: reply for request, reply in kept}
    machine.synchronise()
    machine.sell()
    for path in ("hello", "push", "pull"):

        def crossed(request, reply, path=path):
            found = next(each for url, each in answered.items() if url.endswith(path))
            return found if request.url.partition("?")[0].endswith(path) else reply

        machine.wire.change = crossed
        cursor = machine.cache.cursor()
        machine.synchronise()
        if path != "pull":
            assert machine.waiting() == 1
        assert machine.cache.cursor() == cursor
        assert machine.incarnation() == 1
    machine.wire.change = lambda _request, reply: reply
    machine.synchronise(2)
    assert (machine.waiting(), other.waiting()) == (0, 0)
    assert len(receipts(park)) == 2
    other.stop()


@pytest.mark.parametrize("deep", [200, 100_000])
def test_json_nested_deeper_than_anybody_reads_is_refused_on_both_sides(park, machine, deep):
    nested = b'{"request_id":' + b"[" * deep + b"]" * deep + b"}"
    for path in ("/v1/sync/hello", "/v1/sync/push", "/v1/members/find"):
        answer = park.till.send("POST", path, nested)
        assert (answer.status_code, answer.json()["error"]["key"]) == (400, "wire.not_understood")
    item = park.till.entry(park.till.ids.new(), "audit.v1", "g", nested.decode())
    assert [each.outcome.value for each in park.till.push(item)] == ["quarantined"]
    assert park.till.send("POST", "/v1/sync/deadletter", nested).status_code == 200

    def as_central(request, reply):
        request_id = request.headers[signing.REQUEST_ID_HEADER]
        signature = signing.sign_reply(park.central.keys.reply_key, request_id, 200, nested)
        return replace(reply, status=200, body=nested, signature=signature)

    paper = machine.sell()
    heard, machine.wire.change = machine.wire.change, as_central
    machine.synchronise()
    assert machine.waiting() == 1
    machine.wire.change = heard
    machine.synchronise()
    assert (machine.waiting(), receipts(park)) == (0, [paper])


def test_a_fact_of_a_newer_till_is_kept_apart_and_the_rest_goes_on(park):
    """An unknown kind, a newer schema with fields that nobody here knows, and a good one behind."""
    till = park.till
    strange = till.entry(till.ids.new(), "teleport.v3", "g", '{"head":{},"data":{"kind":"x"}}')
    assert [each.outcome.value for each in till.push(strange)] == ["quarantined"]
    from posapp.wire.facts import AuditData

    item = till.journal(AuditData(action="sign_in"))
    body = json.loads(item.body)
    body["data"]["mood"] = "good"
    body["head"]["weather"] = {"rain": True}
    till.seq, till.chain = 1, bytes.fromhex(strange.chain)
    newer = till.entry(item.event_id, item.kind, item.aggregate_id, json.dumps(body))
    newer = msgspec.structs.replace(newer, schema=9)
    assert [each.outcome.value for each in till.push(newer)] == ["applied"]


def test_a_till_that_speaks_only_a_newer_protocol_is_told_so(park):
    from tests.central.test_inbox import hello

    assert hello(park.till).protocol == 1
    body = {"protocol_min": 5, "protocol_max": 9}
    error = refusal(hello_with, park.till, body)
    assert isinstance(error, Refused)
    assert error.key.startswith("sync.")


def hello_with(till, changes):
    from posapp.wire.sync import HelloReply

    message = {
        "request_id": till.ids.new(),
        "schema": 1,
        "app_version": "t",
        "terminal_id": till.identity.terminal_id,
        "incarnation": till.identity.incarnation,
        "max_seq": 0,
        "chain_head": "00" * 32,
        "epoch": till.identity.epoch,
        "cursor": "",
        "outbox_depth": 0,
        "wall_ms": 0,
        "mono_ms": 0,
    }
    return till.ask("/v1/sync/hello", message | changes, HelloReply, message["request_id"])


def test_the_hands_of_a_till_take_a_page_with_strange_rows(machine):
    """By the way that the sync lane takes, too."""
    store = machine.till.store
    intake = FeedIntake(machine.cache, store.staff, store.settings)
    hands = StoreHands(store.journal, store.outbox, store.identity, intake)
    from posapp.offline.sync_state import Apply, Now

    hands.carry_out(Apply(rows=STRANGE_ROWS, cursor="c", epoch="e"), Now(0, 0))
    assert hands.place().cursor == "c"
