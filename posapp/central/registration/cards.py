"""Cards that somebody brings to her registration: nobody else's, and none that was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from posapp.central.phone_turns import take_turn
from posapp.central.portable import upsert
from posapp.central.service_desk.sealed import Words, seal
from posapp.central.tables.members import member_token
from posapp.central.tables.service import member_card

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from posapp.central.unit import Unit

ACTIVE: Final = "active"
REPORTED: Final = "card.reported_lost"
TAKEN: Final = "card.taken"


def why_not_free(unit: Unit, card: str) -> str:
    """The key of the refusal, or nothing for a card that is nobody's; on a server whoever binds it
    at the same time comes after this.
    """
    digest = digest_of(unit, card)
    take_turn(unit, digest)
    state = unit.connection.execute(
        select(member_card.c.state).where(
            member_card.c.tenant_id == unit.tenant.id, member_card.c.digest == digest
        )
    ).scalar()
    if state is not None and state != ACTIVE:
        return REPORTED
    owner = unit.connection.execute(
        select(member_token.c.member_id)
        .where(member_token.c.tenant_id == unit.tenant.id, member_token.c.digest == digest)
        .limit(1)
    ).scalar()
    return "" if owner is None else TAKEN


def keep_card(unit: Unit, whose: Mapping[str, Any], key: bytes, card: str, state: str) -> None:
    """Write down what a card is from now on; `whose` has her `id` and `subject_id`."""
    digest = digest_of(unit, card)
    row = {
        "tenant_id": unit.tenant.id,
        "digest": digest,
        "member_id": whose["id"],
        "subject_id": whose["subject_id"],
        "state": state,
        "at_ms": unit.now_ms,
        "sealed": seal(Words(note=card), key, digest.hex()),
    }
    upsert(unit.connection, member_card, [row])


def digest_of(unit: Unit, card: str) -> bytes:
    return unit.keys.blind(unit.tenant.id, "card", card)
