"""Cards: bound, reported lost, replaced, found. A lost one is refused everywhere at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from posapp.central.members import all_ids_of, find_by
from posapp.central.phone_turns import take_turn
from posapp.central.registration.cards import digest_of, keep_card
from posapp.central.service_desk.acts import keep_profile, take_version, write_down
from posapp.central.tables.service import member_card
from posapp.domain.member import checked_name, masked_card
from posapp.errors import Refused
from posapp.wire.service_desk import CardChange, CardStep

if TYPE_CHECKING:
    from posapp.central.service_desk.acts import Work

KIND: Final = "card"
_SHORTEST: Final = 4
_OLD_STATE: Final = {CardStep.LOST: "lost", CardStep.REPLACE: "replaced"}


def change_card(work: Work, change: CardChange) -> int:
    """Raises Refused("card.none", "card.already", "card.too_short", "card.taken",
    "card.reported_lost", "card.not_lost", "service.stale", "service.forgotten").
    """
    old = work.profile.card
    match change.step:
        case CardStep.LOST | CardStep.REPLACE if not old:
            raise Refused("card.none")
        case CardStep.BIND | CardStep.FOUND if old:
            raise Refused("card.already")
        case _:
            pass
    card = "" if change.step is CardStep.LOST else _free_card(work, change)
    version = take_version(work)
    if old:
        _keep(work, old, _OLD_STATE[change.step])
    if card:
        _keep(work, card, "active")
    keep_profile(work, replace(work.profile, card=card))
    write_down(
        work,
        KIND,
        detail={"step": change.step.value, "tail": masked_card(card or old)},
        before={"card": old},
        after={"card": card},
    )
    return version


def _free_card(work: Work, change: CardChange) -> str:
    """A card that is nobody's, or for `FOUND` the one that she had lost."""
    card = checked_name(change.card)
    if len(card) < _SHORTEST:
        raise Refused("card.too_short", least=_SHORTEST)
    digest = _digest(work, card)
    take_turn(work.unit, digest)
    query = select(member_card.c.state, member_card.c.member_id).where(
        member_card.c.tenant_id == work.unit.tenant.id, member_card.c.digest == digest
    )
    known = work.unit.connection.execute(query).first()
    hers = all_ids_of(work.unit.connection, work.unit.tenant.id, work.member_id)
    is_hers = known is not None and known.member_id in hers
    if change.step is CardStep.FOUND:
        if known is None or known.state == "active" or not is_hers:
            raise Refused("card.not_lost")
    elif known is not None and known.state in ("lost", "replaced"):
        raise Refused("card.reported_lost")
    if any(each != work.member_id for each in find_by(work.view, "card", card, 2)):
        raise Refused("card.taken")
    return card


def _keep(work: Work, card: str, state: str) -> None:
    keep_card(work.unit, work.row, work.key(), card, state)


def _digest(work: Work, card: str) -> bytes:
    return digest_of(work.unit, card)
