"""Signatures over requests: which bytes a till signs with its device key, and the check."""

from __future__ import annotations

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

TERMINAL_HEADER: Final = "X-Posapp-Terminal"
INCARNATION_HEADER: Final = "X-Posapp-Incarnation"
TIME_HEADER: Final = "X-Posapp-Time"
NONCE_HEADER: Final = "X-Posapp-Nonce"
SIGNATURE_HEADER: Final = "X-Posapp-Signature"
REQUEST_ID_HEADER: Final = "X-Request-Id"
REPLY_HEADER: Final = "X-Posapp-Reply-Signature"

WINDOW_MS: Final = 300_000
NONCE_KEPT_MS: Final = 600_000
_LONGEST_FIELD: Final = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The part of a request that is signed; `target` is the path with its query, as sent."""

    method: str
    target: str
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Who signed, as which incarnation, when by its corrected clock, with which nonce."""

    terminal_id: str
    incarnation: int
    time_ms: int
    nonce: str
    signature: bytes = b""


def signed_bytes(request: Request, stamp: Stamp) -> bytes:
    """method, target, sha256hex(body), time, nonce, terminal and incarnation, one to a line."""
    lines = (
        request.method.upper(),
        request.target,
        hashlib.sha256(request.body).hexdigest(),
        str(stamp.time_ms),
        stamp.nonce,
        stamp.terminal_id,
        str(stamp.incarnation),
    )
    return "\n".join(lines).encode()


def public_key_of(private_key: bytes) -> bytes:
    """The raw Ed25519 public key of a raw private key, which is any 32 random bytes."""
    return Ed25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def headers_for(private_key: bytes, request: Request, stamp: Stamp) -> dict[str, str]:
    """The five headers that sign this request; `stamp.signature` is not looked at."""
    key = Ed25519PrivateKey.from_private_bytes(private_key)
    signature = key.sign(signed_bytes(request, stamp))
    return {
        TERMINAL_HEADER: stamp.terminal_id,
        INCARNATION_HEADER: str(stamp.incarnation),
        TIME_HEADER: str(stamp.time_ms),
        NONCE_HEADER: stamp.nonce,
        SIGNATURE_HEADER: base64.b64encode(signature).decode("ascii"),
    }


def reply_bytes(request_id: str, status: int, body: bytes) -> bytes:
    """What central signs of an answer: which request it answers, the status, sha256hex(body)."""
    return f"reply\n{request_id}\n{status}\n{hashlib.sha256(body).hexdigest()}".encode()


def sign_reply(key: Ed25519PrivateKey, request_id: str, status: int, body: bytes) -> str:
    """The value of the header that signs an answer."""
    return base64.b64encode(key.sign(reply_bytes(request_id, status, body))).decode("ascii")


def is_reply_of(
    public_key: bytes, request_id: str, status: int, body: bytes, signature: str
) -> bool:
    """Whether the holder of this key gave this answer to this request."""
    try:
        key = Ed25519PublicKey.from_public_bytes(public_key)
        given = base64.b64decode(signature, validate=True)
        key.verify(given, reply_bytes(request_id, status, body))
    except (InvalidSignature, ValueError):
        return False
    return True


def prove_key(private_key: bytes, public_key: str, terminal_id: str) -> str:
    """A signature (base64) that shows who announces a key to have it."""
    key = Ed25519PrivateKey.from_private_bytes(private_key)
    return base64.b64encode(key.sign(_proof_bytes(public_key, terminal_id))).decode("ascii")


def is_proof_of(public_key: str, terminal_id: str, proof: str) -> bool:
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public_key, validate=True))
        key.verify(base64.b64decode(proof, validate=True), _proof_bytes(public_key, terminal_id))
    except (InvalidSignature, ValueError):
        return False
    return True


def _proof_bytes(public_key: str, terminal_id: str) -> bytes:
    return f"device key\n{terminal_id}\n{public_key}".encode()


def read_stamp(headers: Mapping[str, str]) -> Stamp:
    """The stamp in headers (a mapping that ignores case). Raises Refused("auth.not_signed")."""
    try:
        stamp = Stamp(
            terminal_id=_field(headers, TERMINAL_HEADER),
            incarnation=int(_field(headers, INCARNATION_HEADER)),
            time_ms=int(_field(headers, TIME_HEADER)),
            nonce=_field(headers, NONCE_HEADER),
            signature=base64.b64decode(_field(headers, SIGNATURE_HEADER), validate=True),
        )
    except (KeyError, ValueError, binascii.Error) as error:
        raise Refused("auth.not_signed") from error
    return stamp


def verify(public_key: bytes, request: Request, stamp: Stamp) -> None:
    """Raises Refused("auth.signature_wrong") unless this key signed this request and stamp."""
    try:
        key = Ed25519PublicKey.from_public_bytes(public_key)
        key.verify(stamp.signature, signed_bytes(request, stamp))
    except (InvalidSignature, ValueError) as error:
        raise Refused("auth.signature_wrong") from error


def check_time(stamp: Stamp, now_ms: int) -> None:
    """Raises Refused("auth.clock_skew", server_time_ms); the till corrects itself and retries."""
    if abs(now_ms - stamp.time_ms) > WINDOW_MS:
        raise Refused("auth.clock_skew", server_time_ms=now_ms)


def _field(headers: Mapping[str, str], name: str) -> str:
    value = headers[name]
    if not value or len(value) > _LONGEST_FIELD or not value.isascii():
        raise ValueError(name)
    return value
