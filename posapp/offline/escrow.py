"""The till's store keys deposited at central, sealed, and taken back by a machine with a code."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from posapp.errors import Refused
from posapp.offline.keys import SECRET_BYTES, TillKeys
from posapp.offline.rekey import opens_with
from posapp.wire import signing
from posapp.wire.attachments import seal_public_key_of
from posapp.wire.keys import DepositKeys, KeysTaken, StoreKeys, TakeKeys, open_keys, seal_keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from posapp.offline.till_store import TillStore


class KeyDeposit(Protocol):
    """Central, asked under the till's signature."""

    def deposit_keys(self, request: DepositKeys) -> object: ...


def deposit_once(store: TillStore, keys: TillKeys, central: KeyDeposit) -> bool:
    """Deposit the keys unless central has these already (a restored one may have lost them).

    True when they were sent. Raises Refused("till.not_enrolled") and what central's call raises.
    """
    enrolment = store.identity.required()
    mark = _mark(keys, enrolment.terminal_id, store.identity.sync_state().epoch)
    if store.identity.deposited() == mark or not enrolment.seal_key:
        return False
    public_key = base64.b64decode(enrolment.seal_key)
    sealed = seal_keys(_store_keys(keys), enrolment.terminal_id, public_key)
    central.deposit_keys(DepositKeys(sealed=sealed))
    store.identity.note_deposit(mark)
    return True


def take_keys(database: Path, code: str, ask: Callable[[TakeKeys], KeysTaken]) -> TillKeys:
    """The keys that open `database`, or the newest where there is none yet; a new device key.

    Raises Refused("escrow.none_opens", "escrow.code_not_valid") and what `ask` raises.
    """
    device, box = os.urandom(SECRET_BYTES), os.urandom(SECRET_BYTES)
    request = TakeKeys(
        code=code.strip(),
        public_key=base64.b64encode(signing.public_key_of(device)).decode("ascii"),
        box_key=base64.b64encode(seal_public_key_of(box)).decode("ascii"),
    )
    reply = ask(request)
    known = [_till_keys(open_keys(each, reply.terminal_id, box), device) for each in reply.sealed]
    fitting = [
        keys for keys in known if not database.exists() or opens_with(database, keys.till_db)
    ]
    if not fitting:
        raise Refused("escrow.none_opens")
    others = [keys.till_db for keys in known if keys.till_db != fitting[0].till_db]
    return replace(fitting[0], till_db_before=others[0] if others else b"")


def _store_keys(keys: TillKeys) -> StoreKeys:
    till_db, cache_db, black_box = (
        base64.b64encode(each).decode("ascii")
        for each in (keys.till_db, keys.cache_db, keys.black_box)
    )
    return StoreKeys(till_db=till_db, cache_db=cache_db, black_box=black_box)


def _till_keys(kept: StoreKeys, device: bytes) -> TillKeys:
    return TillKeys(
        till_db=base64.b64decode(kept.till_db),
        cache_db=base64.b64decode(kept.cache_db),
        black_box=base64.b64decode(kept.black_box),
        device_private=device,
    )


def _mark(keys: TillKeys, terminal_id: str, epoch: str) -> str:
    """Tells these keys at this central from others; of no use to whoever reads it."""
    words = f"posapp escrow\n{terminal_id}\n{epoch}".encode()
    secret = keys.till_db + keys.cache_db + keys.black_box
    return hmac.new(secret, words, hashlib.sha256).hexdigest()
