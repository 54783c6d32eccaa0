"""The client of central against a server that misbehaves in every way that a network knows."""

from __future__ import annotations

import socket
import threading
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from posapp.clock import Ids, SystemClock
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.offline.central_api import CentralApi, CentralSums, SyncCalls, enrol
from posapp.offline.central_link import Budget, Call, CentralLink, Credentials, Silence
from posapp.offline.central_reading import NotAnswered, retry_after_ms
from posapp.offline.sync_state import Failure
from posapp.wire import signing
from posapp.wire.requests import FindSale, HoldLedger, HoldRef, HoldReply, HoldState
from posapp.wire.sync import DeadLetterReply, EnrolRequest, PullReply, PushRequest
from tests.offline.certificates import Authority
from tests.offline.misbehaving import (
    Server,
    as_json,
    error,
    hang_up,
    message,
    only_path,
    raw,
    response,
    serving,
)

PRIVATE_KEY = bytes(range(32))
CREDENTIALS = Credentials(terminal_id="t-1", incarnation=4, private_key=PRIVATE_KEY)
HOLD = HoldRef(hold_id="h-1")
PUSH = PushRequest(request_id="r-1", epoch="e", terminal_id="t-1", incarnation=4, items=())
HTML = response(b"<html>Sign in to the free WiFi</html>", kind="text/html; charset=utf-8")


def hold_reply(request_id: str) -> HoldReply:
    return HoldReply(
        request_id=request_id,
        hold_id="h-1",
        state=HoldState.USABLE,
        ledger=HoldLedger.POINTS,
        amount=5,
    )


def link_to(address: str, ca_file=None, credentials=CREDENTIALS) -> CentralLink:
    clock = SystemClock()
    return CentralLink(address, credentials, clock, Ids(clock), ca_file)


@pytest.fixture
def ask():
    """Ask for a hold with a budget; closes what it opened."""
    links = []

    def asking(server: Server, budget_ms: int = 5_000, ca_file=None) -> HoldReply:
        link = link_to(server.address, ca_file)
        links.append(link)
        return CentralApi(link, budget_ms).show_hold(HOLD)

    yield asking
    for link in links:
        link.close()


def push_failure(server: Server) -> NotAnswered:
    calls = SyncCalls(link_to(server.address))
    try:
        with pytest.raises(NotAnswered) as failed:
            calls.push(PUSH)
    finally:
        calls.close()
    return failed.value


def test_request_is_signed_and_carries_its_id(ask):
    with serving(message(hold_reply)) as server:
        assert ask(server).amount == 5
        asked = server.asked[0]
    assert as_json(asked) == {"hold_id": "h-1"}
    stamp = signing.read_stamp({name.title(): asked.headers[name.lower()] for name in HEADERS})
    request = signing.Request(method="POST", target="/v1/holds/show", body=asked.body)
    signing.verify(signing.public_key_of(PRIVATE_KEY), request, stamp)
    assert (stamp.terminal_id, stamp.incarnation) == ("t-1", 4)
    signing.check_time(stamp, time.time_ns() // 1_000_000)


HEADERS = (
    signing.TERMINAL_HEADER,
    signing.INCARNATION_HEADER,
    signing.TIME_HEADER,
    signing.NONCE_HEADER,
    signing.SIGNATURE_HEADER,
)


def test_connection_is_kept_between_calls():
    with serving(message(hold_reply)) as server:
        api = CentralApi(link_to(server.address))
        api.show_hold(HOLD)
        api.show_hold(HOLD)
        api.close()
        assert server.connections == 1


def test_kept_connection_that_central_closed_is_replaced_without_the_person_noticing():
    with serving(message(hold_reply), hang_up, message(hold_reply)) as server:
        api = CentralApi(link_to(server.address))
        api.show_hold(HOLD)
        assert api.show_hold(HOLD).amount == 5
        api.close()
        assert server.asked[1].body == server.asked[2].body
        assert (
            server.asked[1].headers["x-posapp-nonce"] != server.asked[2].headers["x-posapp-nonce"]
        )


def test_closed_port_means_that_nothing_has_happened(ask):
    with serving(hang_up) as server:
        pass
    with pytest.raises(Unavailable, match=r"central\.unreachable"):
        ask(server)


def test_unknown_name_means_that_nothing_has_happened(monkeypatch):
    def no_such_name(*args):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", no_such_name)
    link = link_to("https://no-such-host.invalid")
    with pytest.raises(Unavailable, match=r"central\.unreachable"):
        CentralApi(link).show_hold(HOLD)


def test_connection_that_is_always_reset_leaves_the_outcome_unknown(ask):
    with serving(hang_up) as server:
        with pytest.raises(OutcomeUnknown, match=r"central\.no_answer"):
            ask(server)
        assert len(server.asked) == 2


def test_half_open_connection_ends_with_the_budget(ask):
    with serving(lambda asked, wire: server.wait(30)) as server:
        began = time.monotonic()
        with pytest.raises(OutcomeUnknown, match=r"central\.no_answer"):
            ask(server, budget_ms=200)
        assert time.monotonic() - began < 3


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"])
def test_answer_that_trickles_ends_with_the_budget(ask, head):
    def trickle(asked, wire):
        wire.sendall(head)
        for _ in range(600):
            wire.sendall(b"H")
            server.wait(0.02)

    with serving(trickle) as server:
        began = time.monotonic()
        with pytest.raises(OutcomeUnknown, match=r"central\.no_answer"):
            ask(server, budget_ms=300)
        assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    "data",
    [
        HTML,
        response(b'{"request_id":"x","hold_'),
        response(b"[1,2,3]"),
        response(b'{"request_id": 7}'),
        response(b"\xff\xfe"),
        response(b"[" * 100_000),
        response(b"{}", "302 Found", more="Location: http://127.0.0.1:9/\r\n"),
        response(b"{}", "404 Not Found", "text/html"),
        response(b"oops", "500 Internal Server Error", "text/plain"),
        response(b"{}")[:-1],
        response(b"\x1f\x8b\x08garbage", more="Content-Encoding: gzip\r\n"),
        b"SSH-2.0-nonsense\r\n\r\n",
    ],
    ids=lambda data: data[:60].decode("latin-1").replace("\r\n", " "),
)
def test_anything_but_a_fitting_message_leaves_the_outcome_unknown(ask, data):
    with (
        serving(lambda asked, wire: (wire.sendall(data), hang_up(asked, wire))) as server,
        pytest.raises(OutcomeUnknown, match=r"central\.no_answer"),
    ):
        ask(server)


def test_answer_to_another_request_is_no_answer(ask):
    with (
        serving(message(lambda request_id: hold_reply("another"))) as server,
        pytest.raises(OutcomeUnknown),
    ):
        ask(server)


def test_body_without_end_is_cut_at_its_limit(ask):
    def flood(asked, wire):
        wire.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
        while True:
            wire.sendall(b" " * 65_536)

    with serving(flood) as server, pytest.raises(OutcomeUnknown):
        ask(server)


def test_refusal_brings_centrals_key_and_parameters(ask):
    with (
        serving(error("422 Unprocessable", "hold.too_much", amount=7, currency="CNY")) as server,
        pytest.raises(Refused) as refused,
    ):
        ask(server)
    assert refused.value.key == "hold.too_much"
    assert refused.value.params == {"amount": 7, "currency": "CNY"}


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        (error("400 Bad", "wire.not_understood"), Failure.REFUSED),
        (error("401 No", "auth.signature_wrong"), Failure.NOT_ACCEPTED),
        (error("403 No", "terminal.revoked"), Failure.NOT_ACCEPTED),
        (error("409 Busy", "request.running"), Failure.BUSY),
        (error("410 Gone", "sync.start_over"), Failure.GONE),
        (raw(response(b"<h1>too big</h1>", "413 Too Large", "text/html")), Failure.REFUSED),
        (raw(response(b'{"detail":[]}', "422 Unprocessable")), Failure.REFUSED),
        (raw(response(b"<h1>no</h1>", "403 Forbidden", "text/html")), Failure.BAD_REPLY),
        (raw(response(b"", "429 Slow", more="Retry-After: 7\r\n")), Failure.BUSY),
        (raw(response(b"", "503 Down", more="Retry-After: 7\r\n")), Failure.BUSY),
        (raw(response(b"", "500 Ill")), Failure.SERVER_ERROR),
        (raw(HTML), Failure.BAD_REPLY),
    ],
)
def test_sync_lane_learns_what_kind_of_failure_it_was(script, kind):
    with serving(script) as server:
        assert push_failure(server).kind is kind


def test_busy_central_says_when_to_come_back(ask):
    with serving(raw(response(b"", "429 Slow", more="Retry-After: 7\r\n"))) as server:
        assert push_failure(server).retry_after_ms == 7_000
        with pytest.raises(Unavailable) as busy:
            ask(server)
    assert (busy.value.key, busy.value.params) == ("central.busy", {"seconds": 7})


@pytest.mark.parametrize(
    ("script", "key", "error_type"),
    [
        (error("429 Slow", "codes.too_soon", seconds=30), "codes.too_soon", Refused),
        (error("409 Conflict", "request.running"), "central.no_answer", OutcomeUnknown),
        (error("503 Down", "central.busy"), "central.busy", Unavailable),
        (error("410 Gone", "quote.expired"), "quote.expired", Refused),
    ],
)
def test_person_is_told_what_to_do_next(ask, script, key, error_type):
    with serving(script) as server, pytest.raises(error_type) as told:
        ask(server)
    assert told.value.key == key


def test_receipts_of_a_shift_are_counted_at_central():
    def sums(request_id: str) -> object:
        figures = dict.fromkeys(CentralSums.__struct_fields__, 0)
        some = {"request_id": request_id, "baskets": 5, "refunds": {"count": 2}}
        return figures | some | {"top_ups": {"count": 1}, "something_newer": [1]}

    with serving(message(sums)) as server:
        api = CentralApi(link_to(server.address))
        assert api.receipt_count("shift 7") == 8
        api.close()
        assert only_path(server.asked[0]) == "/v1/reports/summary?shift=shift+7"


def test_retry_after_is_read_in_both_forms():
    now = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
    wall_ms = int(now.timestamp()) * 1000
    in_a_minute = format_datetime(now + timedelta(minutes=1), usegmt=True)
    assert retry_after_ms(in_a_minute, wall_ms) == 60_000
    assert retry_after_ms(" 12 ", wall_ms) == 12_000
    assert retry_after_ms("9" * 50, wall_ms) == 86_400_000
    for absurd in ("", "-5", "soon", "１２", "Sat, 99 Nov 2026 08:00:00 GMT", in_a_minute[:-6]):
        assert 0 <= retry_after_ms(absurd, wall_ms) <= 60_000


def test_skewed_clock_is_corrected_once_and_the_request_repeated():
    central_ms = 2_000_000_000_000
    scripts = (error("401 No", "auth.clock_skew", server_time_ms=central_ms), message(hold_reply))
    with serving(*scripts) as server:
        api = CentralApi(link_to(server.address))
        assert api.show_hold(HOLD).amount == 5
        api.close()
        second = int(server.asked[1].headers["x-posapp-time"])
    assert abs(second - central_ms) < 60_000


def test_call_on_its_way_while_the_key_is_renewed_is_asked_again_under_the_new_one():
    new = bytes(range(1, 33))
    refused = error("401 No", "auth.signature_wrong")
    with serving(refused) as server:
        link = link_to(server.address)
        api = CentralApi(link)

        def renewed(asked, wire):
            link.use_private_key(new)
            refused(asked, wire)

        server.scripts[:] = [renewed, message(hold_reply)]
        assert api.show_hold(HOLD).amount == 5
        signatures = [each.headers["x-posapp-signature"] for each in server.asked]
        server.scripts[:] = [refused]
        with pytest.raises(Refused, match=r"auth\.signature_wrong"):
            api.show_hold(HOLD)
        api.close()
        assert len(server.asked) == 3
    assert signatures[0] != signatures[1]


def test_skew_that_stays_is_refused(ask):
    with serving(error("401 No", "auth.clock_skew", server_time_ms=5)) as server:
        with pytest.raises(Refused, match=r"auth\.clock_skew"):
            ask(server)
        assert len(server.asked) == 2


def test_certificate_of_our_own_authority_is_accepted(ask, tmp_path):
    authority = Authority(tmp_path)
    with serving(message(hold_reply), tls=authority.server()) as server:
        assert ask(server, ca_file=authority.ca_file).amount == 5


@pytest.mark.parametrize(
    "wrong", ["another authority", "expired", "another address", "public only"]
)
def test_wrong_certificate_is_never_spoken_to(ask, tmp_path, wrong, monkeypatch):
    authority = Authority(tmp_path)
    ends = timedelta(days=-1) if wrong == "expired" else timedelta(days=1)
    address = "127.0.0.2" if wrong == "another address" else "127.0.0.1"
    tls = authority.server(address, ends)
    trusted = None if wrong == "public only" else authority.ca_file
    if wrong == "another authority":
        trusted = Authority(tmp_path, "other").ca_file
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(authority.ca_file))
    with serving(message(hold_reply), tls=tls) as server:
        with pytest.raises(Unavailable, match=r"central\.certificate"):
            ask(server, ca_file=trusted)
        assert server.asked == []


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("http://central.example", "central.plain_http"),
        ("http://10.0.0.8:8000", "central.plain_http"),
        ("ftp://127.0.0.1", "central.address_not_valid"),
        ("127.0.0.1:8000", "central.address_not_valid"),
        ("https://", "central.address_not_valid"),
        ("https://user:secret@central.example", "central.address_not_valid"),
        ("https://central.example:port", "central.address_not_valid"),
    ],
)
def test_unsafe_address_is_refused(address, key):
    with pytest.raises(Refused) as refused:
        link_to(address)
    assert refused.value.key == key


def test_proxy_of_the_environment_is_not_used(ask, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with serving(message(hold_reply)) as server:
        assert ask(server).amount == 5


def test_cut_ends_a_call_that_waits_and_every_later_one():
    with serving(lambda asked, wire: (reached.set(), server.wait(30))) as server:
        reached = threading.Event()
        link = link_to(server.address)
        threading.Thread(target=lambda: (reached.wait(10), link.cut())).start()
        began = time.monotonic()
        call = Call(method="GET", target="/", request_id="r")
        with pytest.raises(Silence):
            link.exchange(call, Budget())
        assert time.monotonic() - began < 5
        with pytest.raises(Silence):
            link.exchange(call, Budget())
        assert len(server.asked) == 1
        link.close()


def test_enrolment_is_not_signed():
    with serving(error("404 None", "enrol.code_wrong")) as server:
        link = link_to(server.address, credentials=None)
        with pytest.raises(Refused, match=r"enrol\.code_wrong"):
            enrol(link, EnrolRequest(code="1", public_key="", app_version="1"))
        link.close()
        assert "x-posapp-signature" not in server.asked[0].headers


def test_cursor_travels_escaped_in_the_signed_target():
    def page(request_id: str) -> PullReply:
        return PullReply(
            request_id=request_id,
            epoch="e",
            rows=(),
            next="",
            more=False,
            head=0,
            min_pos=0,
            server_time_ms=0,
        )

    with serving(message(page)) as server:
        calls = SyncCalls(link_to(server.address))
        calls.pull("r-9", "a b&c=ü", 500)
        calls.close()
        asked = server.asked[0]
    assert only_path(asked) == "/v1/sync/pull?cursor=a+b%26c%3D%C3%BC&limit=500"
    stamp = signing.read_stamp({name: asked.headers[name.lower()] for name in HEADERS})
    request = signing.Request(method="GET", target=only_path(asked), body=b"")
    signing.verify(signing.public_key_of(PRIVATE_KEY), request, stamp)


def test_credentials_do_not_show_their_key():
    assert PRIVATE_KEY.hex() not in repr(CREDENTIALS)
    assert str(PRIVATE_KEY) not in repr(CREDENTIALS)


@pytest.mark.parametrize(
    ("method", "request_", "path"),
    [
        ("begin_hold", HOLD, "/v1/holds/begin"),
        ("confirm_hold", HOLD, "/v1/holds/confirm"),
        ("release_hold", HOLD, "/v1/holds/release"),
        ("send_code", HOLD, "/v1/codes/send"),
        ("verify_phone", HOLD, "/v1/codes/verify"),
        ("find_members", HOLD, "/v1/members/find"),
        ("quote_top_up", HOLD, "/v1/topups/quote"),
        ("find_sale", FindSale(receipt_number="1"), "/v1/sales/find"),
    ],
)
def test_each_request_goes_to_its_place(method, request_, path):
    with serving(error("404 None", "x.y")) as server:
        api = CentralApi(link_to(server.address))
        with pytest.raises(Refused, match=r"x\.y"):
            getattr(api, method)(request_)
        api.close()
        assert only_path(server.asked[0]) == path


def test_dead_letter_is_stored():
    def stored(request_id: str) -> DeadLetterReply:
        return DeadLetterReply(request_id=request_id, epoch="e", incarnation=4)

    with serving(message(stored)) as server:
        calls = SyncCalls(link_to(server.address))
        assert calls.dead_letter("r-2", {"any": "bytes"}).reply.epoch == "e"
        calls.close()
        assert only_path(server.asked[0]) == "/v1/sync/deadletter"
