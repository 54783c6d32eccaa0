"""Canonical JSON: the exact bytes that are hashed, chained, signed and sent."""

from __future__ import annotations

import hashlib
import threading
from typing import Any, Final, TypeVar

import msgspec

from posapp.errors import Refused

_ENCODER: Final = msgspec.json.Encoder(order="deterministic")
_DECODERS: Final[dict[Any, msgspec.json.Decoder[Any]]] = {}
_BUILDING: Final = threading.Lock()
T = TypeVar("T")


def encode(message: object) -> bytes:
    """Canonical bytes of a message: fields in their declared order, no white space, UTF-8."""
    return _ENCODER.encode(message)


def decode(data: bytes | str, kind: type[T]) -> T:
    """Read a message strictly. Raises Refused("wire.not_understood") for anything that does not
    fit.
    """
    try:
        return decoder_of(kind).decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("wire.not_understood", reason=_short(error)) from error


def decoder_of(kind: type[T]) -> msgspec.json.Decoder[T]:
    """The one decoder of a type, to share between threads; it raises msgspec.DecodeError.

    msgspec builds what it knows about a type when it first meets it, and a second thread that
    decodes with the half of it ends the process: so they are built one after the other.
    """
    found = _DECODERS.get(kind)
    if found is None:
        with _BUILDING:
            found = _DECODERS.get(kind)
            if found is None:
                found = _DECODERS[kind] = msgspec.json.Decoder(kind)
    return found


def to_builtins(message: object) -> Any:  # plain JSON shapes have no closer type
    """The message as dicts, lists, strings and integers, for logs and JSON files."""
    return msgspec.to_builtins(message)


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def _short(error: Exception) -> str:
    """The error's shape without the values, which may be personal."""
    return str(error).split(" - at ")[0][:120]
