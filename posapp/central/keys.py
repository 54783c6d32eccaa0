"""Central's one secret and what follows from it: sealing, wrapping, blind indexes, code hashes."""

from __future__ import annotations

import base64
import hmac
import os
import secrets
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from posapp.errors import Unavailable

if TYPE_CHECKING:
    from pathlib import Path

MASTER_BYTES: Final = 32
_NONCE_BYTES: Final = 12


class CentralKeys:
    """Keys derived from the master key; none of them is ever written anywhere."""

    def __init__(self, master: bytes) -> None:
        self.seal_private = _derived(master, b"posapp central seal")
        self.reply_key = Ed25519PrivateKey.from_private_bytes(
            _derived(master, b"posapp central replies")
        )
        self._wrap = ChaCha20Poly1305(_derived(master, b"posapp central wrap"))
        self._vault = ChaCha20Poly1305(_derived(master, b"posapp central vault"))
        self._blind = _derived(master, b"posapp central blind index")
        self._codes = _derived(master, b"posapp central codes")

    @property
    def sign_key(self) -> str:
        """The public key (base64) that checks what central answers."""
        public = self.reply_key.public_key().public_bytes_raw()
        return base64.b64encode(public).decode("ascii")

    def wrap(self, secret: bytes, owner: str) -> bytes:
        """Encrypt a member's key or seed for the database, bound to its owner's id."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._wrap.encrypt(nonce, secret, owner.encode())

    def unwrap(self, wrapped: bytes, owner: str) -> bytes:
        """Raises Unavailable("central.key_wrong") when the database belongs to another key."""
        return _opened(self._wrap, wrapped, owner)

    def put_away(self, secret: bytes, owner: str) -> bytes:
        """Encrypt a member's key that the law alone has kept: what serves her does not open it."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._vault.encrypt(nonce, secret, owner.encode())

    def take_out(self, sealed: bytes, owner: str) -> bytes:
        """Raises Unavailable("central.key_wrong") as `unwrap`."""
        return _opened(self._vault, sealed, owner)

    def blind(self, tenant_id: str, kind: str, text: str) -> bytes:
        """A digest that finds equal text of one kind within one tenant, and nothing else."""
        return hmac.digest(self._blind, f"{tenant_id}\n{kind}\n{text}".encode(), "sha256")[:20]

    def code_hash(self, owner: str, code: str) -> bytes:
        """A keyed hash of a short code or token: the database alone does not let anybody try."""
        return hmac.digest(self._codes, f"{owner}\n{code}".encode(), "sha256")


def create_key_file(path: Path) -> CentralKeys:
    """A new master key that only its owner reads. Raises FileExistsError rather than lose one."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    master = secrets.token_bytes(MASTER_BYTES)
    with os.fdopen(handle, "wb") as target:
        target.write(master)
        target.flush()
        os.fsync(target.fileno())
    return CentralKeys(master)


def read_key_file(path: Path) -> CentralKeys:
    """Raises Unavailable: "central.key_missing", "central.key_open_to_others"."""
    try:
        master = path.read_bytes()
        mode = path.stat().st_mode
    except OSError as error:
        raise Unavailable("central.key_missing") from error
    if len(master) != MASTER_BYTES:
        raise Unavailable("central.key_missing")
    if os.name == "posix" and mode & 0o077:
        raise Unavailable("central.key_open_to_others")
    return CentralKeys(master)


def _opened(cipher: ChaCha20Poly1305, sealed: bytes, owner: str) -> bytes:
    try:
        return cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], owner.encode())
    except InvalidTag as error:
        raise Unavailable("central.key_wrong") from error


def _derived(master: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(master)
