"""Whatever is sent to whichever path: an answer that central signed, and never a bug."""

from __future__ import annotations

import copy
import json
import types
import typing
import uuid

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posapp.central.app import ENDPOINTS, create_app
from posapp.central.endpoint import Access
from posapp.central.member_page.routes import ROUTES as PAGES
from posapp.wire import signing
from posapp.wire.canonical import decode
from posapp.wire.facts import AuditData, Fact, HoldReleaseData, RefundData, SaleData, to_body
from posapp.wire.sync import ErrorReply
from tests.central.goods import A, B, by_value, cart, cash, refund, sale

FAILURES = {400, 401, 403, 404, 409, 410, 413, 422, 429, 503}
LITTLE = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
NASTY_TEXTS = (
    "",
    "\x00",
    "a\x00b",
    "\ud800",
    "'; DROP TABLE sale;--",
    "../../etc/passwd",
    "%",
    "\u202e王\u200b",
    "9" * 40,
    "x" * 70_000,
    "2026-02-30",
    "-1",
    "NaN",
)
NASTY_NUMBERS = (0, -1, 1, 100, 2**31, 2**53, 2**63 - 1, 2**63, -(2**63) - 1, 10**40)


@pytest.fixture(scope="module")
def site(parks, tmp_path_factory):
    """One park for all examples: whatever one of them did, the next must not break on it."""
    with parks(tmp_path_factory.mktemp("fuzzed")) as park:
        yield park


def values_of(kind, known) -> st.SearchStrategy:
    """JSON for a type as a message declares it: what fits, what nearly does, what does not."""
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        fitting = message_of(kind, known)
    elif origin in (types.UnionType, typing.Union):
        fitting = st.one_of([values_of(part, known) for part in parts])
    elif origin is typing.Literal:
        fitting = st.sampled_from(parts)
    elif origin is tuple:
        fitting = st.lists(values_of(parts[0], known), max_size=3)
    elif kind is bool:
        fitting = st.booleans()
    elif kind is int:
        fitting = st.sampled_from(NASTY_NUMBERS)
    elif isinstance(kind, type) and hasattr(kind, "__members__"):
        fitting = st.sampled_from([each.value for each in kind])
    else:
        fitting = st.sampled_from((*known, *NASTY_TEXTS))
    odd = st.sampled_from([None, [], {}, "", -1, 1.5, True, [[]] * 3])
    return st.integers(0, 11).flatmap(lambda dice: fitting if dice else odd)


def message_of(kind, known) -> st.SearchStrategy:
    hints = typing.get_type_hints(kind)
    fields = {each.encode_name: hints[each.name] for each in msgspec.structs.fields(kind)}
    whole = st.fixed_dictionaries({name: values_of(t, known) for name, t in fields.items()})
    some = st.fixed_dictionaries(
        {}, optional={name: values_of(t, known) for name, t in fields.items()}
    )
    return st.one_of(whole, whole, whole, some)


def known_words(park):
    """Ids and names that exist, so that a message gets further than the first look-up."""
    hold = park.hold_value(1_000)
    ids = park.till.identity
    return (
        park.fang.id,
        park.fang.number,
        "13812345678",
        ids.terminal_id,
        ids.epoch,
        hold.hold_id,
        park.till.pull().next,
        "A03",
        "2026-11-22",
        str(uuid.UUID(int=7)),
        "00" * 32,
    )


@pytest.fixture(scope="module")
def known(site):
    return known_words(site)


def as_caller(park, access, method, target, body, request_id):
    match access:
        case Access.TILL | Access.READER:
            return park.till.send(method, target, body, request_id)
        case Access.OPERATOR:
            headers = {"Authorization": f"Bearer {park.seeded.operator_token}"}
        case Access.OPEN:
            headers = {}
    headers[signing.REQUEST_ID_HEADER] = request_id
    return park.site.client.request(method, target, content=body, headers=headers)


def check_answer(park, answer, request_id, gives):
    """The documented shapes, signed for this very request."""
    assert answer.status_code == 200 or answer.status_code in FAILURES, answer.text[:300]
    assert answer.headers["content-type"] == "application/json"
    key = park.central.keys.reply_key.public_key().public_bytes_raw()
    signature = answer.headers[signing.REPLY_HEADER]
    assert signing.is_reply_of(key, request_id, answer.status_code, answer.content, signature)
    kind = gives if answer.status_code == 200 else ErrorReply
    reply = decode(answer.content, kind)
    assert reply.request_id == request_id
    assert answer.status_code == 200 or reply.error.key


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda each: each.path)
def test_no_message_and_no_query_breaks_an_endpoint(site, known, endpoint):
    words = st.sampled_from((*known, *(text for text in NASTY_TEXTS if "\ud800" not in text)))
    bodies = st.one_of(st.binary(max_size=40), st.sampled_from([b"[" * 300, b"{", b'"\xff"']))
    if endpoint.takes is not None:
        bodies = st.one_of(
            bodies, *[message_of(endpoint.takes, known).map(as_json) for _ in range(5)]
        )
    in_path = "{number}" in endpoint.path

    @LITTLE
    @given(
        body=bodies if endpoint.method == "POST" else st.just(b""),
        query=st.fixed_dictionaries({}, optional=dict.fromkeys((*endpoint.query, "other"), words)),
        number=words if in_path else st.just(""),
    )
    def send(body, query, number):
        request_id = str(uuid.uuid4())
        path = endpoint.path.replace("{number}", quoted(number) or "x")
        target = path + (
            "?" + "&".join(f"{k}={quoted(v)}" for k, v in query.items()) if query else ""
        )
        answer = as_caller(
            site, endpoint.access, endpoint.method, target[:60_000], body, request_id
        )
        check_answer(site, answer, request_id, endpoint.gives)

    send()


def as_json(message) -> bytes:
    return json.dumps(message).encode()


def quoted(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode()[:600])


def test_every_route_that_there_is_is_one_of_the_listed(site):
    """A path that is added elsewhere would escape the others; the member's page has its own."""
    paths = {route.path for route in create_app(site.central).routes}
    others = paths - {each.path for each in ENDPOINTS} - set(PAGES)
    assert others <= {"/healthz", "/metrics", "/openapi.json"}


def test_a_method_that_a_path_does_not_have_is_answered_with_those_that_it_has(site):
    for endpoint in ENDPOINTS:
        path = endpoint.path.replace("{number}", "1")
        answer = site.site.client.request("TRACE", path)
        assert (answer.status_code, answer.headers["allow"]) == (405, endpoint.method)


# -- facts


def facts_of(park):
    till = park.till
    sold = sale(till.ids, cart(A, B), cash(till.ids, 30_000))
    hold = park.hold_value(18_000)
    by_member = sale(till.ids, cart(A, member_id=park.fang.id), by_value(hold))
    return (
        SaleData(sale=sold),
        SaleData(sale=by_member),
        RefundData(refund=refund(till.ids, sold, {}, {1: 1_000})),
        AuditData(action="sign_in", amount=3),
        HoldReleaseData(hold_id=hold.hold_id, tender_id="t", sale_id="s", reason="r"),
    )


def leaves(value, path=()):
    """The way to each value in a body that can be put to something else."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from leaves(each, (*path, name))
        return
    yield path
    if isinstance(value, list):
        for place, each in enumerate(value):
            yield from leaves(each, (*path, place))


def put(body, path, value):
    made = copy.deepcopy(body)
    *way, last = path
    place = made
    for step in way:
        place = place[step]
    place[last] = value
    return made


@pytest.mark.parametrize("number", range(5))
def test_a_fact_with_any_one_value_wrong_is_applied_or_kept_apart(site, number):
    """Central answers for every item of the push; nothing is refused, nothing breaks."""
    till = site.till
    fact = msgspec.json.decode(to_body(Fact(head=till.head(), data=facts_of(site)[number])))
    ways = [way for way in leaves(fact) if way[:2] != ("head", "event_id")]
    odd = st.sampled_from((*NASTY_NUMBERS, *NASTY_TEXTS, None, [], {}, 1.5, True, "A" * 36))

    @LITTLE
    @given(way=st.sampled_from(ways), value=odd)
    def send(way, value):
        fact["head"]["event_id"] = till.ids.new()
        body = json.dumps(put(fact, way, value))
        place = till.chain, till.seq
        item = till.entry(fact["head"]["event_id"], fact["data"]["kind"], group_of(fact), body)
        (result,) = till.push(item)
        assert result.outcome.value in {"applied", "quarantined", "depends"}
        if result.outcome.value == "depends":
            till.chain, till.seq = place

    send()


def group_of(fact) -> str:
    match fact["data"]:
        case {"sale": {"id": found}} | {"refund": {"sale_id": found}} | {"sale_id": found}:
            return found
    return fact["head"]["event_id"]
