"""Tills of earlier and later programs: what they push always drains, what a later central says is
understood as far as it is known.
"""

import json
import shutil

import msgspec
import pytest

from posapp.offline.database import Database
from posapp.offline.engine import open_encrypted
from posapp.wire.canonical import decode, encode
from posapp.wire.facts import AuditData, aggregate_of, from_body
from posapp.wire.sync import (
    SETTLED,
    HelloReply,
    HelloRequest,
    Hints,
    ItemOutcome,
    PullReply,
    PushReply,
    PushRequest,
)
from tests.offline.samples import FOLDER, sample_path
from tests.offline.tills import KEYS

SAMPLES = sorted(int(path.stem.rsplit("-", 1)[1]) for path in FOLDER.glob("till-schema-*.db"))


def today(message):
    return msgspec.to_builtins(message)


def lean(message):
    """Only what was there from the first: every field that has a default came later, or may."""
    if isinstance(message, tuple | list):
        return [lean(each) for each in message]
    if not isinstance(message, msgspec.Struct):
        return message
    needed = [each.name for each in msgspec.structs.fields(message) if each.required]
    return {name: lean(getattr(message, name)) for name in needed}


def later(message):
    """Everything, and fields that nobody here has heard of."""
    return _added(today(message))


def _added(value):
    if isinstance(value, list):
        return [_added(each) for each in value]
    if isinstance(value, dict):
        return {name: _added(each) for name, each in value.items()} | {"later": {"a": [1]}}
    return value


def hello(till):
    return HelloRequest(
        request_id="h",
        schema=1,
        app_version="0",
        terminal_id=till.identity.terminal_id,
        incarnation=1,
        max_seq=till.seq,
        chain_head=till.chain.hex(),
        epoch=till.identity.epoch,
        cursor="",
        outbox_depth=till.seq,
        wall_ms=1,
        mono_ms=1,
    )


def push(till, shape, *items):
    request = PushRequest(
        request_id="p",
        epoch=till.identity.epoch,
        terminal_id=till.identity.terminal_id,
        incarnation=1,
        items=items,
    )
    answer = till.send("POST", "/v1/sync/push", encode(shape(request)))
    assert answer.status_code == 200, answer.text
    return [each.outcome for each in decode(answer.content, PushReply).items]


@pytest.mark.parametrize("shape", [today, lean, later])
def test_a_till_of_any_version_drains(park, shape):
    till = park.till
    known = till.journal(AuditData(action="sign_in", subject="s"))
    body = json.dumps({"head": {}, "data": {"kind": "hug.v9"}})
    unknown = till.entry(till.ids.new(), "hug.v9", till.ids.new(), body)
    unknown = msgspec.structs.replace(unknown, schema=7)
    after = till.journal(AuditData(action="sign_in", subject="s"))
    assert push(till, shape, known, unknown, after) == [
        ItemOutcome.APPLIED,
        ItemOutcome.QUARANTINED,
        ItemOutcome.APPLIED,
    ]
    answer = till.send("POST", "/v1/sync/hello", encode(shape(hello(till))))
    assert decode(answer.content, HelloReply).expect_seq == till.seq + 1


@pytest.mark.parametrize("version", SAMPLES)
def test_what_an_earlier_program_left_in_its_journal_drains(park, tmp_path, version):
    """Bodies as that release wrote them; only the names of shop and till are this park's."""
    shutil.copy(sample_path(version), tmp_path / "till.db")
    file = open_encrypted(tmp_path / "till.db", KEYS.till_db, durable=True)
    database = Database(file, durable=True)
    rows = database.rows("SELECT kind, body FROM outbox ORDER BY incarnation, seq")
    database.close()
    till = park.till
    mine = {name: getattr(till.identity, name) for name in ("tenant_id", "shop_id", "terminal_id")}
    items = []
    for kind, body in rows:
        fact = json.loads(body)
        fact["head"] |= mine
        text = encode(fact)
        group = aggregate_of(from_body(text))
        items.append(till.entry(fact["head"]["event_id"], kind, group, text.decode()))
    outcomes = push(till, today, *items)
    assert len(outcomes) == len(rows)
    assert set(outcomes) <= SETTLED
    # The value and points of its one member are not this park's: that sale waits for a person.
    assert outcomes.count(ItemOutcome.APPLIED) >= len(rows) - 2


def test_what_a_later_central_says_is_understood_as_far_as_it_is_known():
    said = HelloReply(
        request_id="h",
        protocol=1,
        epoch="e",
        incarnation=1,
        expect_seq=1,
        durable_seq=0,
        server_time_ms=1,
        hints=Hints(),
    )
    page = PullReply(
        request_id="p",
        epoch="e",
        rows=(),
        next="1",
        more=False,
        head=1,
        min_pos=0,
        server_time_ms=1,
    )
    for message in (said, page):
        assert decode(encode(later(message)), type(message)) == message
        assert decode(encode(lean(message)), type(message)) == message
