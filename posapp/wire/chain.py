"""The digest chain over a till's journal: one changed byte anywhere breaks every later link."""

from __future__ import annotations

import hashlib
from typing import Final

FIRST_LINK: Final = bytes(32)


def next_link(
    previous: bytes, incarnation: int, seq: int, event_id: str, body_sha256: bytes
) -> bytes:
    """sha256(previous | incarnation | seq | event id | body digest), fixed widths, big endian
    (docs/rules.md A2).
    """
    digest = hashlib.sha256()
    digest.update(previous)
    digest.update(incarnation.to_bytes(4, "big"))
    digest.update(seq.to_bytes(8, "big"))
    digest.update(event_id.encode("ascii"))
    digest.update(body_sha256)
    return digest.digest()
