"""Giving this machine its identity: a one-time code for a terminal, then the first feed."""

from __future__ import annotations

import base64
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from posapp import __version__
from posapp.app.escrow import deposit
from posapp.app.keeping import refuse_while_waiting
from posapp.app.stores import open_stores
from posapp.clock import Ids
from posapp.errors import PosError
from posapp.offline.bootstrap import fill_cache
from posapp.offline.central_api import enrol
from posapp.offline.central_link import CentralLink, Credentials
from posapp.offline.feed_intake import FeedIntake
from posapp.offline.identity import Enrolment, server_key_of
from posapp.offline.snapshot_calls import SnapshotCalls
from posapp.offline.till_marks import REVOKED
from posapp.wire.sync import EnrolReply, EnrolRequest

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.clock import Clock
    from posapp.offline.keys import TillKeys


def enrol_till(
    folder: Path, keys: TillKeys, clock: Clock, *, url: str, code: str, ca_file: Path | None = None
) -> Enrolment:
    """Enrol the till in `folder` at central and fetch people, settings and goods.

    Raises Refused as central says ("enrol.code_wrong" ...) or "till.entries_wait", Unavailable,
    OutcomeUnknown, and the stores' errors. A code works once: after OutcomeUnknown a new one is
    needed.
    """
    ids = Ids(clock)
    with ExitStack() as closing:
        stores = open_stores(folder, keys, clock, closing)
        # One that lost its enrolment with its database may have sales, and needs this to send them.
        known = stores.till.identity.enrolment()
        # Revoked: no other way leads back, and what waits is sent once central takes it again.
        if known is not None and not stores.till.marks.at(REVOKED):
            refuse_while_waiting(stores.till)
        link = CentralLink(url, None, clock, ids, ca_file)
        closing.callback(link.close)
        enrolment = _enrolment(enrol(link, _request(keys, code)), url)
        if known is not None and enrolment.terminal_id != known.terminal_id:
            refuse_while_waiting(stores.till)
        stores.till.identity.save(enrolment)
        stores.till.marks.put(REVOKED, 0)
        with suppress(PosError):  # without it the open till deposits them later
            deposit(stores, keys, clock, ca_file)
        credentials = Credentials(
            terminal_id=enrolment.terminal_id,
            incarnation=enrolment.incarnation,
            private_key=keys.device_private,
            server_key=server_key_of(enrolment),
        )
        intake = FeedIntake(stores.cache, stores.till.staff, stores.till.settings)
        calls = SnapshotCalls(CentralLink(url, credentials, clock, ids, ca_file), intake)
        closing.callback(calls.close)
        fill_cache(calls, intake, ids.new)
    return enrolment


def _request(keys: TillKeys, code: str) -> EnrolRequest:
    public = Ed25519PrivateKey.from_private_bytes(keys.device_private).public_key()
    return EnrolRequest(
        code=code.strip(),
        public_key=base64.b64encode(public.public_bytes_raw()).decode(),
        app_version=__version__,
    )


def _enrolment(reply: EnrolReply, url: str) -> Enrolment:
    return Enrolment(
        tenant_id=reply.tenant_id,
        tenant_name=reply.tenant_name,
        shop_id=reply.shop_id,
        shop_name=reply.shop_name,
        terminal_id=reply.terminal_id,
        terminal_code=reply.terminal_code,
        terminal_label=reply.terminal_label,
        incarnation=reply.incarnation,
        currency=reply.currency,
        time_zone=reply.time_zone,
        seal_key=reply.seal_key,
        epoch=reply.epoch,
        central_url=url,
        sign_key=reply.sign_key,
    )
