"""A signed request is accepted as it is and refused with any byte changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from posapp.errors import Refused
from posapp.wire import signing

PRIVATE = bytes(range(32))
REQUEST = signing.Request(method="POST", target="/v1/sync/push?x=1", body=b'{"a":1}')
STAMP = signing.Stamp(terminal_id="t-1", incarnation=3, time_ms=1_700_000_000_000, nonce="n-1")


def signed_stamp() -> signing.Stamp:
    return signing.read_stamp(signing.headers_for(PRIVATE, REQUEST, STAMP))


def test_signature_survives_the_headers():
    stamp = signed_stamp()
    signing.verify(signing.public_key_of(PRIVATE), REQUEST, stamp)
    assert replace(stamp, signature=b"") == STAMP


@pytest.mark.parametrize(
    "request_",
    [
        replace(REQUEST, method="PUT"),
        replace(REQUEST, target="/v1/sync/push?x=2"),
        replace(REQUEST, body=b'{"a":2}'),
    ],
)
def test_changed_request_is_refused(request_):
    with pytest.raises(Refused, match=r"auth\.signature_wrong"):
        signing.verify(signing.public_key_of(PRIVATE), request_, signed_stamp())


@pytest.mark.parametrize(
    "change",
    [
        {"terminal_id": "t-2"},
        {"incarnation": 4},
        {"time_ms": 1},
        {"nonce": "n-2"},
        {"signature": b""},
    ],
)
def test_changed_stamp_is_refused(change):
    with pytest.raises(Refused, match=r"auth\.signature_wrong"):
        signing.verify(signing.public_key_of(PRIVATE), REQUEST, replace(signed_stamp(), **change))


def test_another_key_is_refused():
    with pytest.raises(Refused, match=r"auth\.signature_wrong"):
        signing.verify(signing.public_key_of(bytes(32)), REQUEST, signed_stamp())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (signing.INCARNATION_HEADER, "three"),
        (signing.TIME_HEADER, ""),
        (signing.SIGNATURE_HEADER, "not base64!"),
        (signing.NONCE_HEADER, "x" * 200),
        (signing.TERMINAL_HEADER, "终端"),
    ],
)
def test_unreadable_header_is_refused_as_not_signed(name, value):
    headers = signing.headers_for(PRIVATE, REQUEST, STAMP) | {name: value}
    with pytest.raises(Refused, match=r"auth\.not_signed"):
        signing.read_stamp(headers)


def test_missing_header_is_refused_as_not_signed():
    with pytest.raises(Refused, match=r"auth\.not_signed"):
        signing.read_stamp({})


def test_clock_beyond_the_window_is_told_the_servers_time():
    now = STAMP.time_ms + signing.WINDOW_MS
    signing.check_time(STAMP, now)
    with pytest.raises(Refused) as refused:
        signing.check_time(STAMP, now + 1)
    assert (refused.value.key, refused.value.params) == (
        "auth.clock_skew",
        {"server_time_ms": now + 1},
    )
