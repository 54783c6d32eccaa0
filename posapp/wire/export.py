"""A till's waiting entries in one file that only central can open, signed by the till's device."""

from __future__ import annotations

import base64
import hashlib
import os
import zlib
from typing import TYPE_CHECKING, Final

import msgspec
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from posapp.errors import Refused
from posapp.wire.attachments import KEY_BYTES, open_subject_key, seal_subject_key
from posapp.wire.canonical import decode, decoder_of, encode
from posapp.wire.sync import PushItem

if TYPE_CHECKING:
    from collections.abc import Callable

_NONCE: Final = bytes(12)
_LARGEST_BYTES: Final = 1024 * 1024 * 1024


class ExportedEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A journal entry as it would have been pushed, and the incarnation that it stands in."""

    incarnation: int
    item: PushItem


class SealedExport(msgspec.Struct, frozen=True, kw_only=True):
    """The file: entries packed, encrypted under a key of its own that is sealed to central (all
    base64), and the device's signature over both.
    """

    version: int = 1
    terminal_id: str
    sealed_key: str
    entries: str
    signature: str = ""


def seal_export(
    terminal_id: str,
    entries: tuple[ExportedEntry, ...],
    seal_key: bytes,
    device_key: bytes,
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> bytes:
    """The file's bytes; `seal_key` is central's public key, `device_key` the device's private."""
    key = random_bytes(KEY_BYTES)
    # Each key encrypts once, so that a constant nonce never repeats under one key.
    packed = ChaCha20Poly1305(key).encrypt(
        _NONCE, zlib.compress(encode(entries)), terminal_id.encode()
    )
    sealed_key = seal_subject_key(key, terminal_id, seal_key, random_bytes)
    export = SealedExport(
        terminal_id=terminal_id,
        sealed_key=base64.b64encode(sealed_key).decode("ascii"),
        entries=base64.b64encode(packed).decode("ascii"),
    )
    signature = Ed25519PrivateKey.from_private_bytes(device_key).sign(_signed_bytes(export))
    text = base64.b64encode(signature).decode("ascii")
    return encode(msgspec.structs.replace(export, signature=text))


def read_export(data: bytes) -> SealedExport:
    """Raises Refused("export.damaged")."""
    try:
        return decode(data, SealedExport)
    except Refused as error:
        raise Refused("export.damaged") from error


def open_export(
    export: SealedExport, seal_private_key: bytes, device_public_key: bytes
) -> tuple[ExportedEntry, ...]:
    """Central's side: the entries of a file that this device signed.

    Raises Refused("export.damaged") for changed bytes, another central's file or another device's.
    """
    try:
        device = Ed25519PublicKey.from_public_bytes(device_public_key)
        device.verify(base64.b64decode(export.signature, validate=True), _signed_bytes(export))
        sealed_key = base64.b64decode(export.sealed_key, validate=True)
        key = open_subject_key(sealed_key, export.terminal_id, seal_private_key)
        packed = base64.b64decode(export.entries, validate=True)
        plain = ChaCha20Poly1305(key).decrypt(_NONCE, packed, export.terminal_id.encode())
        text = zlib.decompressobj().decompress(plain, _LARGEST_BYTES)
        return decoder_of(tuple[ExportedEntry, ...]).decode(text)
    except (InvalidSignature, InvalidTag, ValueError, zlib.error, Refused) as error:
        raise Refused("export.damaged") from error


def _signed_bytes(export: SealedExport) -> bytes:
    digest = hashlib.sha256(f"{export.sealed_key}\n{export.entries}".encode()).hexdigest()
    return f"journal export\n{export.version}\n{export.terminal_id}\n{digest}".encode()
