"""The rotating member code as her page shows it: text, picture and how long it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import segno
from sqlalchemy import select

from posapp.central.tables.members import member
from posapp.domain.member import MemberStatus
from posapp.domain.own_codes import member_code
from posapp.wire.member_code import STEP_MS, digits_at, step_at

if TYPE_CHECKING:
    from posapp.central.view import View

_QUIET: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A QR code: an SVG path over a square of `size` modules, quiet zone included."""

    size: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCode:
    """The code of this minute. `digits` are what she may say where no scanner reads it."""

    picture: Picture
    digits: str
    left_ms: int
    is_used: bool

    def __repr__(self) -> str:
        return "ShownCode(********)"


def code_of_now(view: View, member_id: str) -> ShownCode | None:
    """None where she has no seed, or is a member no more. The seed itself never leaves central."""
    row = view.connection.execute(
        select(member.c.number, member.c.seed, member.c.last_step, member.c.status).where(
            member.c.id == member_id, member.c.tenant_id == view.tenant.id
        )
    ).first()
    if row is None or row.seed is None or row.status == MemberStatus.CLOSED:
        return None
    digits = digits_at(view.keys.unwrap(row.seed, member_id), view.now_ms, view.tenant.zone)
    return ShownCode(
        picture=draw(member_code(row.number, digits)),
        digits=digits,
        left_ms=STEP_MS - view.now_ms % STEP_MS,
        is_used=row.last_step >= step_at(view.now_ms),
    )


def draw(text: str) -> Picture:
    """A QR code with one run of dark modules after the other."""
    code = segno.make_qr(text, error="m")
    runs: list[str] = []
    for y, row in enumerate(code.matrix):
        x = 0
        while x < len(row):
            begun = x
            while x < len(row) and row[x]:
                x += 1
            if x > begun:
                width = x - begun
                runs.append(f"M{begun + _QUIET} {y + _QUIET}h{width}v1h-{width}z")
            x += 1
    return Picture(size=len(code.matrix) + 2 * _QUIET, path="".join(runs))
