"""A member's own data at the desk: handed to her, or destroyed; what stands in the way."""

from __future__ import annotations

from typing import Literal

import msgspec

Language = Literal["zh_CN", "zh_TW", "en"]


class Obstacle(msgspec.Struct, frozen=True, kw_only=True):
    """Something that has to be settled before. `kind` is value, held, lent, debt, case, hold,
    children or family; `amount` minor units or points, `count` how many.
    """

    kind: str
    amount: int = 0
    count: int = 0


class ErasureAsked(msgspec.Struct, frozen=True, kw_only=True):
    """How it stands with forgetting a member, for a person who may serve members."""

    staff_id: str
    member_id: str


class ErasureShown(msgspec.Struct, frozen=True, kw_only=True):
    """`asked_ms` and `due_ms` are 0 where she has not asked yet. `keep_until_ms` is until when the
    law has who she was kept, 0 where it is destroyed at once. She loses her points and coupons.
    """

    request_id: str
    obstacles: tuple[Obstacle, ...] = ()
    state: str = ""
    asked_ms: int = 0
    due_ms: int = 0
    keep_until_ms: int = 0
    keep_reason: str = ""
    points: int = 0
    coupons: int = 0


class ExportAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is kept about a member, for herself. Who she is was proved by a code that her
    phone received, or a second person has seen her papers and says so in the note.
    """

    staff_id: str
    pin: str
    member_id: str
    note: str
    language: Language = "zh_CN"
    send_id: str = ""
    code: str = ""
    approver_number: str = ""
    approver_pin: str = ""

    def __repr__(self) -> str:
        return "ExportAsked()"


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """A ZIP file with the same twice: for programs and for people. It goes to her, never to a
    disk of the till's.
    """

    request_id: str
    file_name: str
    archive: bytes

    def __repr__(self) -> str:
        return "Exported()"
