"""Personal data beside a fact: a profile under its subject's key, and that key sealed to central.

The journal hashes only its digest: forgetting a person (dropping the key) breaks no chain.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Callable
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from posapp.domain.member import Profile
from posapp.errors import Refused
from posapp.wire.canonical import decode, encode
from posapp.wire.sync import Attachment

KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12
_SEAL_NONCE: Final = bytes(_NONCE_BYTES)
_SEAL_INFO: Final = b"posapp subject key v1"

RandomBytes = Callable[[int], bytes]


def seal_public_key_of(private_key: bytes) -> bytes:
    """The raw X25519 public key of central's raw private key, which is any 32 random bytes."""
    return X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def make_attachment(
    profile: Profile,
    subject_id: str,
    subject_key: bytes,
    seal_key: str,
    random_bytes: RandomBytes = os.urandom,
) -> Attachment:
    """Encrypt a profile under `subject_key` (32 bytes), sealed to `seal_key` (base64)."""
    ciphertext = encrypt_profile(profile, subject_id, subject_key, random_bytes)
    sealed = seal_subject_key(subject_key, subject_id, base64.b64decode(seal_key), random_bytes)
    return Attachment(
        sha256=hashlib.sha256(ciphertext).hexdigest(),
        subject_id=subject_id,
        ciphertext=_text(ciphertext),
        sealed_key=_text(sealed),
    )


def open_attachment(attachment: Attachment, seal_private_key: bytes) -> tuple[Profile, bytes]:
    """Central's side: the profile and the subject's key. Raises Refused("attachment.damaged")."""
    ciphertext = ciphertext_of(attachment)
    sealed = _bytes(attachment.sealed_key)
    subject_key = open_subject_key(sealed, attachment.subject_id, seal_private_key)
    return decrypt_profile(ciphertext, attachment.subject_id, subject_key), subject_key


def ciphertext_of(attachment: Attachment) -> bytes:
    """The ciphertext after its digest was checked. Raises Refused("attachment.damaged")."""
    ciphertext = _bytes(attachment.ciphertext)
    if hashlib.sha256(ciphertext).hexdigest() != attachment.sha256:
        raise Refused("attachment.damaged")
    return ciphertext


def encrypt_profile(
    profile: Profile, subject_id: str, subject_key: bytes, random_bytes: RandomBytes = os.urandom
) -> bytes:
    """Nonce and ChaCha20-Poly1305 ciphertext of the profile's JSON, bound to the subject's id."""
    nonce = random_bytes(_NONCE_BYTES)
    return nonce + ChaCha20Poly1305(subject_key).encrypt(
        nonce, encode(profile), subject_id.encode()
    )


def decrypt_profile(ciphertext: bytes, subject_id: str, subject_key: bytes) -> Profile:
    """Raises Refused("attachment.damaged") for another key, another subject or changed bytes."""
    nonce, body = ciphertext[:_NONCE_BYTES], ciphertext[_NONCE_BYTES:]
    try:
        plain = ChaCha20Poly1305(subject_key).decrypt(nonce, body, subject_id.encode())
    except (InvalidTag, ValueError) as error:
        raise Refused("attachment.damaged") from error
    return decode(plain, Profile)


def seal_subject_key(
    subject_key: bytes, subject_id: str, seal_key: bytes, random_bytes: RandomBytes = os.urandom
) -> bytes:
    """An ephemeral X25519 public key, then the subject's key under what only central derives."""
    ephemeral = X25519PrivateKey.from_private_bytes(random_bytes(KEY_BYTES))
    public = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(seal_key))
    # Each ephemeral key encrypts once, so that a constant nonce never repeats under one key.
    cipher = ChaCha20Poly1305(_derived(shared, public + seal_key))
    return public + cipher.encrypt(_SEAL_NONCE, subject_key, subject_id.encode())


def open_subject_key(sealed: bytes, subject_id: str, seal_private_key: bytes) -> bytes:
    """Central's side of `seal_subject_key`. Raises Refused("attachment.damaged")."""
    private = X25519PrivateKey.from_private_bytes(seal_private_key)
    public, body = sealed[:KEY_BYTES], sealed[KEY_BYTES:]
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(public))
        salt = public + private.public_key().public_bytes_raw()
        return ChaCha20Poly1305(_derived(shared, salt)).decrypt(
            _SEAL_NONCE, body, subject_id.encode()
        )
    except (InvalidTag, ValueError) as error:
        raise Refused("attachment.damaged") from error


def _derived(shared: bytes, salt: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=_SEAL_INFO).derive(shared)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Refused("attachment.damaged") from error
