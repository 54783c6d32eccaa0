"""Bodies without end, cut off, or packed wrongly: never kept in memory, never a bug."""

from __future__ import annotations

import asyncio
import base64
import gzip
import logging
import secrets
import tracemalloc
from concurrent.futures import ThreadPoolExecutor

import pytest

from posapp.central.app import create_app
from posapp.central.commands import open_central
from posapp.central.enrolment import EnrolRequest, enrol, make_enrol_code
from posapp.errors import Refused
from posapp.wire import signing
from posapp.wire.canonical import decode, encode
from posapp.wire.requests import FindMember
from posapp.wire.sync import ErrorReply

MEGABYTE = 1024 * 1024


class Wire:
    """An ASGI connection that sends pieces for as long as it is asked, and keeps the answer."""

    def __init__(self, pieces, path="/v1/enrol", headers=()):
        self.pieces, self.read, self.sent = iter(pieces), 0, []
        self.scope = {
            "type": "http",
            "http_version": "1.1",
            "method": "POST",
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "headers": list(headers),
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 2),
            "scheme": "http",
            "root_path": "",
        }

    async def receive(self):
        piece = next(self.pieces, None)
        if piece is None:
            return {"type": "http.disconnect"}
        self.read += len(piece)
        return {"type": "http.request", "body": piece, "more_body": True}

    async def send(self, message):
        self.sent.append(message)

    def ask(self, park):
        asyncio.run(create_app(park.central)(self.scope, self.receive, self.send))
        return self

    @property
    def status(self):
        return self.sent[0]["status"]

    @property
    def key(self):
        return decode(self.sent[1]["body"], ErrorReply).error.key


def test_a_body_of_a_gigabyte_is_answered_after_eight_megabytes_of_it(park):
    """Whatever length it announced: it is neither read to its end nor kept."""
    piece = b" " * 65_536
    announced = [(b"content-length", str(1024 * MEGABYTE).encode())]
    tracemalloc.start()
    try:
        wire = Wire((piece for _ in range(1024 * 16)), headers=announced).ask(park)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (wire.status, wire.key) == (413, "request.too_large")
    assert wire.read <= 8 * MEGABYTE + len(piece)
    assert peak < 24 * MEGABYTE


def test_a_till_that_hangs_up_in_the_middle_of_a_body_is_no_bug_of_central(park, caplog):
    with caplog.at_level(logging.WARNING):
        Wire([b'{"code":'], path="/v1/enrol").ask(park)
    assert [record for record in caplog.records if record.exc_info] == []


@pytest.mark.parametrize("body", [gzip.compress(b"{}")[:-5], gzip.compress(b"{}"), b"\x1f\x8b"])
def test_a_packed_body_is_no_message(park, body):
    """Tills send theirs unpacked; a bomb is never opened."""
    headers = {"Content-Encoding": "gzip"}
    answer = park.site.client.post("/v1/enrol", content=body, headers=headers)
    assert (answer.status_code, answer.json()["error"]["key"]) == (400, "wire.not_understood")


# -- a terminal enrolled twice with one code


def new_code(park, terminal="A07"):
    return make_enrol_code(
        park.central,
        tenant_id=park.seeded.tenant_id,
        shop_code="1",
        terminal_code=terminal,
        label=terminal,
    )


def public_key():
    return base64.b64encode(signing.public_key_of(secrets.token_bytes(32))).decode()


def enrol_at(central, code):
    try:
        asked = EnrolRequest(code=code, public_key=public_key(), app_version="t")
        return enrol(central, asked, "r").terminal_id
    except Refused as error:
        return error.key


def test_one_code_enrols_one_of_two_tills_at_once_at_two_centrals_over_one_database(park):
    """Each with its own connections, as two serving processes have them."""
    second = open_central(park.folder, clock=park.clock)
    try:
        for terminal in ("A07", "A08", "A09"):
            code = new_code(park, terminal)
            with ThreadPoolExecutor(2) as both:
                told = list(
                    both.map(lambda c, code=code: enrol_at(c, code), (park.central, second))
                )
            assert told.count("enrol.code_not_valid") == 1
            rows = park.rows("SELECT incarnation FROM terminal WHERE code = :code", code=terminal)
            assert rows == [(1,)]
    finally:
        second.database.close()


def test_one_code_enrols_one_of_many_tills_at_once(park):
    code = new_code(park)

    def ask(_number):
        body = encode({"code": code, "public_key": public_key(), "app_version": "t"})
        return park.site.client.post("/v1/enrol", content=body).status_code

    with ThreadPoolExecutor(8) as many:
        told = list(many.map(ask, range(8)))
    assert sorted(told) == [200] + [422] * 7
    assert park.rows("SELECT incarnation FROM terminal WHERE code = 'A07'") == [(1,)]


# -- secrets in an address


def test_what_names_a_person_or_proves_something_travels_in_no_address(park):
    """Addresses end up in logs of proxies: words that a till looks up with are bodies of POSTs."""
    from posapp.central.app import ENDPOINTS

    allowed = {
        "cursor", "limit", "snapshot", "number", "table", "bucket", "terminal", "business_date",
        "shift", "after", "until", "event", "letter", "incarnation",
    }  # fmt: skip
    for endpoint in ENDPOINTS:
        assert set(endpoint.query) <= allowed, endpoint.path
        assert endpoint.method == "POST" or endpoint.takes is None
    paths = {endpoint.path for endpoint in ENDPOINTS if "{" in endpoint.path}
    # A member number is what her card shows, a shift is a number of ours: no phone, name or proof.
    assert paths == {"/v1/reports/members/{number}", "/v1/reports/z/{shift}"}
    body = encode(FindMember(text="13812345678"))
    assert park.till.send("POST", "/v1/members/find", body).status_code == 200
    assert park.till.send("GET", "/v1/members/find?text=13812345678").status_code == 405


# -- a recorded request


@pytest.mark.parametrize("ahead_s", [-299, 0, 299])
def test_a_recorded_request_is_refused_for_as_long_as_its_time_would_pass(park, ahead_s):
    """A till whose clock is ahead signs for a moment to come: its nonce is kept beyond that."""
    body = encode(FindMember(text="13812345678"))
    now = park.clock.wall_ms()
    stamp = {"time_ms": now + ahead_s * 1_000, "nonce": f"n-{ahead_s}"}
    assert park.till.send("POST", "/v1/members/find", body, **stamp).status_code == 200
    told = set()
    for _ in range(13):
        park.clock.advance_ms(50_000)
        park.till.send("POST", "/v1/members/find", body)
        answer = park.till.send("POST", "/v1/members/find", body, **stamp)
        told.add(decode(answer.content, ErrorReply).error.key)
    assert told <= {"auth.replayed", "auth.clock_skew"}
    assert ("auth.replayed" in told) == (ahead_s > -299)
