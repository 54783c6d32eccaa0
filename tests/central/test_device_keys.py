"""A device's next key: announced under the old one, in force from its first use, and then alone."""

from __future__ import annotations

import base64
from dataclasses import replace

import pytest
from sqlalchemy import select

from posapp.central.device_keys import take_over
from posapp.central.tables.shops import terminal
from posapp.errors import Unavailable
from posapp.offline.key_renewal import renew_device_key
from posapp.wire import signing
from posapp.wire.requests import FindMember, FindMemberReply
from posapp.wire.sync import AnnounceKey, KeyAnnounced
from tests.central.tills import refusal
from tests.offline.tills import KEYS

NEW = b"\x07" * 32


def announcement(till, private=NEW):
    public = base64.b64encode(signing.public_key_of(private)).decode()
    proof = signing.prove_key(private, public, till.identity.terminal_id)
    return AnnounceKey(public_key=public, proof=proof)


def announce(till, message):
    return till.ask("/v1/keys/announce", message, KeyAnnounced)


def works(till):
    answer = till.send("POST", "/v1/members/find", b'{"text":"13812345678"}')
    return answer.status_code == 200


def test_old_key_is_good_until_the_first_use_of_the_new_one(park):
    till = park.till
    announce(till, announcement(till))
    assert works(till)
    old, till.private = till.private, NEW
    assert works(till)
    till.private = old
    assert not works(till)
    assert park.rows("SELECT count(*) FROM next_key") == [(0,)]


def test_key_is_taken_only_from_who_has_it_and_for_this_terminal(park):
    till = park.till
    other = park.site.enrol(park.seeded.tenant_id, code="A04")
    stolen = announcement(till)
    for message in (
        AnnounceKey(public_key=stolen.public_key, proof=announcement(till, b"\x08" * 32).proof),
        AnnounceKey(public_key="bm8=", proof=stolen.proof),
        announcement(other),
    ):
        assert refusal(announce, till, message).key == "auth.signature_wrong"
    till.private = NEW
    assert not works(till)


def test_key_announced_before_a_new_enrolment_has_no_say_after_it(park):
    till = park.till
    announce(till, announcement(till))
    again = park.site.enrol(park.seeded.tenant_id)
    again.private = NEW
    assert again.identity.terminal_id == till.identity.terminal_id
    assert not works(again)


class Shelf:
    """A key store in memory."""

    def __init__(self):
        self.keys = KEYS

    def load(self):
        return self.keys

    def save(self, keys):
        self.keys = keys


def test_renewal_that_was_cut_short_is_begun_again_with_the_same_key(park):
    till, shelf, asked = park.till, Shelf(), []

    def silent(message):
        asked.append(message)
        raise Unavailable("central.unreachable")

    with pytest.raises(Unavailable):
        renew_device_key(shelf, till.identity.terminal_id, silent)
    assert shelf.keys.device_private == KEYS.device_private
    keys = renew_device_key(shelf, till.identity.terminal_id, lambda m: announce(till, m))
    assert (
        asked[0].public_key == base64.b64encode(signing.public_key_of(keys.device_private)).decode()
    )
    assert shelf.keys == keys
    before = KEYS.device_private
    assert keys.device_before == before
    assert replace(keys, device_private=before, device_before=b"") == KEYS
    till.private = keys.device_private
    assert till.ask("/v1/members/find", FindMember(text="13812345678"), FindMemberReply).members


def test_two_calls_at_once_with_a_new_key_are_both_served(park):
    """The second one read the till's row before the first made the new key the till's own."""
    till = park.till
    announce(till, announcement(till))
    with park.central.database.read() as connection:
        before = connection.execute(
            select(terminal).where(terminal.c.id == till.identity.terminal_id)
        ).one()
    till.private = NEW
    assert works(till)
    request = signing.Request(method="GET", target="/x", body=b"")
    stamp = signing.Stamp(
        terminal_id=till.identity.terminal_id,
        incarnation=1,
        time_ms=park.clock.wall_ms(),
        nonce="n",
    )
    late = signing.read_stamp(signing.headers_for(NEW, request, stamp))
    take_over(park.central, before, request, late)
    other = signing.read_stamp(signing.headers_for(b"\x08" * 32, request, stamp))
    assert refusal(take_over, park.central, before, request, other).key == "auth.signature_wrong"
