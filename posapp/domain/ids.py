"""Types of identifiers: UUIDv7 text in lower case, made where the thing begins; the id is the
idempotency key.
"""

from __future__ import annotations

import re
from typing import Final, NewType

TenantId = NewType("TenantId", str)
ShopId = NewType("ShopId", str)
TerminalId = NewType("TerminalId", str)
StaffId = NewType("StaffId", str)
ShiftId = NewType("ShiftId", str)
EventId = NewType("EventId", str)
SaleId = NewType("SaleId", str)
RefundId = NewType("RefundId", str)
TenderId = NewType("TenderId", str)
TopUpId = NewType("TopUpId", str)
HoldId = NewType("HoldId", str)
LeaseId = NewType("LeaseId", str)
LotId = NewType("LotId", str)
MemberId = NewType("MemberId", str)
SubjectId = NewType("SubjectId", str)
ProductId = NewType("ProductId", str)
CategoryId = NewType("CategoryId", str)
ApprovalId = NewType("ApprovalId", str)

_UUID_TEXT: Final = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
)


def uuid7_text(wall_ms: int, counter: int, random8: bytes) -> str:
    """RFC 9562 UUIDv7 as text: 48 bits of ms, a 12-bit counter for order within one ms, 62 random
    bits.
    """
    if not 0 <= counter <= 0xFFF:
        raise ValueError("counter out of range")
    value = (wall_ms & 0xFFFF_FFFF_FFFF) << 80 | 0x7 << 76 | counter << 64
    value |= 0b10 << 62 | int.from_bytes(random8, "big") & 0x3FFF_FFFF_FFFF_FFFF
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def made_ms(text: str) -> int:
    """When a UUIDv7 was made, in ms since 1970; 0 for anything else."""
    return int(text[:8] + text[9:13], 16) if is_uuid_text(text) and text[14] == "7" else 0


def is_uuid_text(text: str) -> bool:
    """True for a UUID in the one spelling that we accept: lower case, with hyphens."""
    return _UUID_TEXT.fullmatch(text) is not None
