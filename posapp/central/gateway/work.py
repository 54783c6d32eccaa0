"""What a till asks about a payment: written down, asked of the acquirer, written down again."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from posapp.central.gateway.acquirer import Order, RefundOrder
from posapp.central.gateway.attempts import (
    Act,
    Attempt,
    Kind,
    find,
    move,
    put,
    refunded,
    with_answer,
)
from posapp.domain.charges import (
    ENDED,
    OFFER_CHANNEL,
    ChargeOutcome,
    Declined,
    Paid,
    Reversed,
    ReverseOutcome,
    Stage,
    after_answer,
    after_reversal,
    merchant_number,
    reverse_wait_ms,
)
from posapp.domain.ids import is_uuid_text
from posapp.domain.money import LARGEST_AMOUNT
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.central.caller import Caller
    from posapp.central.service import Central
    from posapp.wire.gateway import PayCharge, PayRefund

NOT_FOUND: Final = "gateway.not_found"
_REFUND_ID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{12}")
_CODE: Final = re.compile(r"[0-9]{16,24}")
_ASKED: Final = frozenset(
    {Stage.SENT, Stage.USERPAYING, Stage.UNKNOWN, Stage.REVERSING, Stage.MANUAL}
)


def charge(central: Central, caller: Caller, asked: PayCharge) -> Attempt:
    """Take money; the acquirer is asked to once in the life of an id, however often this is.

    Raises Refused: "request.id_not_valid", "wire.not_understood", "gateway.not_set_up",
    "gateway.attempt_differs", "gateway.of_another_till": then nothing is taken.
    """
    _check_charge(caller, asked)
    acquirer = central.acquirers.name_for(asked.channel)
    now_ms = central.clock.wall_ms()
    attempt = replace(
        blank(caller, asked.attempt_id, now_ms),
        acquirer=acquirer,
        channel=asked.channel,
        amount=asked.amount,
        state=Stage.SENT,
    )
    with central.database.write() as connection:
        is_new = put(connection, central.ids, attempt, Act.PAY)
        known = attempt if is_new else find(connection, caller.tenant.id, asked.attempt_id)
    assert known is not None
    if not is_new:
        return _charged_before(central, caller, known, asked)
    order = Order(
        number=attempt.merchant_no,
        amount=asked.amount,
        currency=asked.currency,
        channel=asked.channel,
        code=asked.code,
    )
    outcome = central.acquirers.named(acquirer).pay(order)
    return settle(central, caller, attempt.id, outcome, Act.PAY)


def query(central: Central, caller: Caller, attempt_id: str) -> Attempt:
    """How it stands. One that never arrived is closed here, so that it can arrive no more.

    Raises Refused("request.id_not_valid", "gateway.of_another_till").
    """
    check_id(attempt_id)
    attempt = _found_or_closed(central, caller, attempt_id, Stage.FAILED)
    if attempt.state not in _ASKED:
        return attempt
    outcome = central.acquirers.named(attempt.acquirer).query(attempt.merchant_no)
    return settle(central, caller, attempt_id, outcome, Act.QUERY)


def reverse(central: Central, caller: Caller, attempt_id: str) -> Attempt:
    """Undo it whole; that it is given up is durable before the acquirer is asked.

    Paid still, with a reason, where a part was refunded. Raises Refused as `query` and
    "pay.reverse_too_soon".
    """
    check_id(attempt_id)
    attempt = _found_or_closed(central, caller, attempt_id, Stage.REVERSED)
    if attempt.state in ENDED:
        return attempt
    now_ms = central.clock.wall_ms()
    is_offer = attempt.channel == OFFER_CHANNEL
    wait_ms = reverse_wait_ms(attempt.state, now_ms - attempt.begun_ms, offered=is_offer)
    if wait_ms:
        raise Refused("pay.reverse_too_soon", seconds=-(-wait_ms // 1000))
    with central.database.write() as connection:
        attempt = locked(find(connection, caller.tenant.id, attempt_id))
        if refunded(connection, attempt):
            return replace(attempt, reason="gateway.refunded")
        if attempt.state not in ENDED:
            attempt = replace(attempt, state=Stage.REVERSING, changed_ms=now_ms, reason="")
            move(connection, central.ids, attempt, Act.REVERSE)
    if attempt.state in ENDED:
        return attempt
    outcome = central.acquirers.named(attempt.acquirer).reverse(attempt.merchant_no)
    return _reversed(central, caller, attempt_id, outcome)


def refund(central: Central, caller: Caller, asked: PayRefund) -> Attempt:
    """Give back a part or all of a paid charge; the same id may be asked until it is clear.

    Failed with "gateway.not_found" where the original did not go over central. Raises
    Refused("request.id_not_valid", "wire.not_understood", "gateway.attempt_differs",
    "gateway.refund_exceeds", left_minor).
    """
    if not _REFUND_ID.fullmatch(asked.attempt_id) or not is_uuid_text(asked.original_id):
        raise Refused("request.id_not_valid")
    if not 0 < asked.amount <= LARGEST_AMOUNT:
        raise Refused("wire.not_understood", reason="amount")
    now_ms = central.clock.wall_ms()
    back = replace(
        blank(caller, asked.attempt_id, now_ms),
        kind=Kind.REFUND,
        original_id=asked.original_id,
        amount=asked.amount,
        state=Stage.SENT,
    )
    with central.database.write() as connection:
        original = find(connection, caller.tenant.id, asked.original_id)
        if original is None:
            return replace(back, state=Stage.FAILED, reason=NOT_FOUND)
        if original.state is not Stage.PAID or original.kind is not Kind.CHARGE:
            return replace(back, state=Stage.FAILED, reason="gateway.not_paid")
        left = original.amount - refunded(connection, original, but=back.id)
        if asked.amount > left:
            raise Refused("gateway.refund_exceeds", left_minor=left)
        back = replace(back, acquirer=original.acquirer, channel=original.channel)
        if not put(connection, central.ids, back, Act.REFUND):
            back = locked(find(connection, caller.tenant.id, asked.attempt_id))
    if (back.original_id, back.amount) != (asked.original_id, asked.amount):
        raise Refused("gateway.attempt_differs")
    if back.state not in _ASKED:
        return back
    order = RefundOrder(
        number=back.merchant_no,
        original=original.merchant_no,
        amount=back.amount,
        whole=original.amount,
        currency=original.currency,
    )
    outcome = central.acquirers.named(back.acquirer).refund(order)
    return settle(central, caller, back.id, outcome, Act.REFUND)


def _charged_before(central: Central, caller: Caller, known: Attempt, asked: PayCharge) -> Attempt:
    """The same id again: never a second payment, only the question what became of the first."""
    check_ours(caller, known)
    if known.amount and (known.amount, known.channel) != (asked.amount, asked.channel):
        raise Refused("gateway.attempt_differs")
    return query(central, caller, known.id)


def settle(
    central: Central, caller: Caller, attempt_id: str, outcome: ChargeOutcome, act: Act
) -> Attempt:
    """Write what an answer made of it. Money for an attempt that ended meanwhile goes back."""
    with central.database.write() as connection:
        attempt = locked(find(connection, caller.tenant.id, attempt_id))
        stage = after_answer(attempt.state, outcome)
        if stage is not attempt.state:
            attempt = with_answer(attempt, stage, outcome, central.clock.wall_ms())
            move(connection, central.ids, attempt, act)
    if attempt.state in ENDED and isinstance(outcome, Paid) and attempt.kind is Kind.CHARGE:
        _give_back_late(central, caller, attempt, outcome)
    return attempt


def _give_back_late(central: Central, caller: Caller, attempt: Attempt, paid: Paid) -> None:
    """The till was told that nothing was taken: so nothing may stay taken."""
    undone = central.acquirers.named(attempt.acquirer).reverse(attempt.merchant_no)
    with central.work(caller.tenant) as unit:
        late = replace(attempt, changed_ms=unit.now_ms, reference=paid.reference)
        move(unit.connection, central.ids, late, Act.REVERSE)
        if undone != Reversed():
            unit.open_case(
                "pay.paid_after_end",
                attempt.terminal_id,
                None,
                amount=attempt.amount,
                number=attempt.merchant_no,
                reference=paid.reference,
            )


def _reversed(
    central: Central, caller: Caller, attempt_id: str, outcome: ReverseOutcome
) -> Attempt:
    with central.work(caller.tenant) as unit:
        attempt = locked(find(unit.connection, caller.tenant.id, attempt_id))
        stage = after_reversal(attempt.state, outcome)
        if stage is attempt.state:
            return attempt
        reason = outcome.key if isinstance(outcome, Declined) else ""
        attempt = replace(attempt, state=stage, reason=reason, changed_ms=unit.now_ms)
        move(unit.connection, central.ids, attempt, Act.REVERSE)
        if stage is Stage.MANUAL:
            unit.open_case(
                "pay.not_reversed",
                attempt.terminal_id,
                None,
                amount=attempt.amount,
                code=reason,
                number=attempt.merchant_no,
            )
    return attempt


def _found_or_closed(
    central: Central, caller: Caller, attempt_id: str, closed_as: Stage
) -> Attempt:
    """The attempt; where there is none, one that ended before it began."""
    with central.database.write() as connection:
        attempt = find(connection, caller.tenant.id, attempt_id)
        if attempt is None:
            attempt = replace(
                blank(caller, attempt_id, central.clock.wall_ms()),
                state=closed_as,
                reason=NOT_FOUND,
            )
            put(connection, central.ids, attempt, Act.CLOSED)
    check_ours(caller, attempt)
    return attempt


def blank(caller: Caller, attempt_id: str, now_ms: int) -> Attempt:
    """A charge of this till before anything is known of it."""
    return Attempt(
        tenant_id=caller.tenant.id,
        id=attempt_id,
        shop_id=caller.shop_id,
        terminal_id=caller.terminal_id,
        kind=Kind.CHARGE,
        merchant_no=merchant_number(attempt_id),
        acquirer="",
        channel="",
        amount=0,
        currency=caller.tenant.currency,
        state=Stage.READY,
        begun_ms=now_ms,
        changed_ms=now_ms,
    )


def _check_charge(caller: Caller, asked: PayCharge) -> None:
    check_id(asked.attempt_id)
    if not 0 < asked.amount <= LARGEST_AMOUNT:
        raise Refused("wire.not_understood", reason="amount")
    if asked.currency != caller.tenant.currency:
        raise Refused("wire.not_understood", reason="currency")
    if asked.channel == OFFER_CHANNEL:
        raise Refused("wire.not_understood", reason="channel")
    if not _CODE.fullmatch(asked.code):
        raise Refused("wire.not_understood", reason="code")


def check_id(attempt_id: str) -> None:
    """Raises Refused("request.id_not_valid")."""
    if not is_uuid_text(attempt_id):
        raise Refused("request.id_not_valid")


def check_ours(caller: Caller, attempt: Attempt) -> None:
    """Raises Refused("gateway.of_another_till")."""
    if attempt.terminal_id != caller.terminal_id:
        raise Refused("gateway.of_another_till")


def locked(attempt: Attempt | None) -> Attempt:
    """The one that must be there."""
    assert attempt is not None
    return attempt
