"""A new device key: kept first, then announced under the old one, then used."""

from __future__ import annotations

import base64
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from posapp.errors import Unavailable
from posapp.offline.keys import SECRET_BYTES
from posapp.wire import signing
from posapp.wire.sync import AnnounceKey

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.offline.keys import KeyStore, TillKeys


def renew_device_key(
    store: KeyStore,
    terminal_id: str,
    announce: Callable[[AnnounceKey], object],
    *,
    in_force: bytes = b"",
) -> TillKeys:
    """The keys from now on. `announce` asks central, signed with the key that is in force.

    Cut short anywhere, it is begun again: the old key stays valid until central has seen the new
    one at work. Where the store already holds another key than the one `in_force`, the last
    renewal ended with that: it was announced, and announcing a third one would take its place
    before it is used. Raises what `announce` and the key store raise, Unavailable("keys.lost").
    """
    keys = store.load()
    if keys is None:
        raise Unavailable("keys.lost")
    if in_force and keys.device_private != in_force:
        return keys
    if not keys.device_next:
        keys = replace(keys, device_next=os.urandom(SECRET_BYTES))
        store.save(keys)
    announce(announcement(keys.device_next, terminal_id))
    keys = replace(
        keys,
        device_private=keys.device_next,
        device_next=b"",
        device_before=keys.device_private,
    )
    store.save(keys)
    return keys


def announcement(private_key: bytes, terminal_id: str) -> AnnounceKey:
    """What central is told of a key: its public half, and that this till has the private one."""
    public_key = base64.b64encode(signing.public_key_of(private_key)).decode("ascii")
    proof = signing.prove_key(private_key, public_key, terminal_id)
    return AnnounceKey(public_key=public_key, proof=proof)
