"""A code that the shop shows and the customer scans: an attempt like every other, told once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from posapp.central.gateway.acquirer import OfferOrder
from posapp.central.gateway.attempts import Act, Attempt, find, put
from posapp.central.gateway.work import blank, check_id, check_ours, locked, query, settle
from posapp.domain.charges import (
    OFFER_CHANNEL,
    OFFER_VALID_MS,
    Offered,
    Stage,
    as_charge,
)
from posapp.domain.money import LARGEST_AMOUNT
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.central.caller import Caller
    from posapp.central.service import Central
    from posapp.wire.gateway import PayOffer


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The attempt as it stands; `content` is empty where there is nothing to scan (any more)."""

    attempt: Attempt
    content: str = field(default="", repr=False)
    left_ms: int = 0


def offer(central: Central, caller: Caller, asked: PayOffer) -> Offer:
    """Have a code made; the same id again tells what became of it, or the same code.

    It is put down before the acquirer hears of it. Raises Refused as `work.charge`.
    """
    _check(caller, asked)
    acquirer = central.acquirers.name_for(OFFER_CHANNEL)
    attempt = replace(
        blank(caller, asked.attempt_id, central.clock.wall_ms()),
        acquirer=acquirer,
        channel=OFFER_CHANNEL,
        amount=asked.amount,
        state=Stage.SENT,
    )
    with central.database.write() as connection:
        is_new = put(connection, central.ids, attempt, Act.OFFER)
        known = attempt if is_new else locked(find(connection, caller.tenant.id, attempt.id))
    if not is_new:
        known = _known(central, caller, known, asked)
    return _told(central, caller, known)


def _known(central: Central, caller: Caller, known: Attempt, asked: PayOffer) -> Attempt:
    """What became of it, asked anew: it may be paid by now."""
    check_ours(caller, known)
    if known.amount and (known.amount, known.channel) != (asked.amount, OFFER_CHANNEL):
        raise Refused("gateway.attempt_differs")
    return query(central, caller, known.id)


def _told(central: Central, caller: Caller, known: Attempt) -> Offer:
    left_ms = known.begun_ms + OFFER_VALID_MS - central.clock.wall_ms()
    is_open = known.state in (Stage.SENT, Stage.USERPAYING, Stage.UNKNOWN)
    if not is_open or left_ms <= 0:
        return Offer(attempt=known)
    order = OfferOrder(
        number=known.merchant_no, amount=known.amount, currency=known.currency, left_ms=left_ms
    )
    outcome = central.acquirers.named(known.acquirer).precreate(order)
    attempt = settle(central, caller, known.id, as_charge(outcome), Act.OFFER)
    # Given up meanwhile: a code that nobody may scan any more is not told.
    if not isinstance(outcome, Offered) or attempt.state is not Stage.USERPAYING:
        return Offer(attempt=attempt)
    return Offer(attempt=attempt, content=outcome.content, left_ms=min(left_ms, outcome.left_ms))


def _check(caller: Caller, asked: PayOffer) -> None:
    check_id(asked.attempt_id)
    if not 0 < asked.amount <= LARGEST_AMOUNT:
        raise Refused("wire.not_understood", reason="amount")
    if asked.currency != caller.tenant.currency:
        raise Refused("wire.not_understood", reason="currency")
