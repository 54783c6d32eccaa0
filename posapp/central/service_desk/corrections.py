"""Corrections by hand: never an edited balance, always a posting, within limits, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from posapp.central.ledger import (
    BON,
    BONUS,
    GROWTH,
    GRW,
    MON,
    POINTS,
    POINTS_DEBT,
    PTS,
    SV_AVAILABLE,
    Posting,
)
from posapp.central.lots import claw_order, expiry_ms
from posapp.central.service_desk.acts import take_version, write_down
from posapp.central.tables.ledger import account, entry
from posapp.central.tables.ledger import posting as posting_table
from posapp.domain.allowances import Act
from posapp.domain.money import LARGEST_AMOUNT
from posapp.errors import Refused
from posapp.wire.service_desk import Balance, Correction

if TYPE_CHECKING:
    from posapp.central.lots import Lot
    from posapp.central.service_desk.acts import Work

KIND: Final = "correction"
_HOUSE: Final = "correction"
"""The account of the house, by shop, against which value is corrected."""
_BALANCES: Final = {
    SV_AVAILABLE: Balance.PRINCIPAL,
    BONUS: Balance.BONUS,
    POINTS: Balance.POINTS,
    POINTS_DEBT: Balance.POINTS,
    GROWTH: Balance.GROWTH,
}
_ACT_OF: Final = {
    Balance.PRINCIPAL: Act.CORRECT_VALUE,
    Balance.BONUS: Act.CORRECT_VALUE,
    Balance.POINTS: Act.CORRECT_POINTS,
    Balance.GROWTH: Act.CORRECT_POINTS,
}


def correct(work: Work, asked: Correction) -> int:
    """An adjusting posting, or one that takes a correction back whole, once.

    Raises Refused("service.amount_not_valid", "service.below_zero", "service.needs_manager",
    "service.stale", "service.not_reversible", "service.already_reversed"), and
    "member.may_not_pay" of a closed account.
    """
    if work.row["status"] == "closed":
        raise Refused("member.may_not_pay", status="closed")
    balance, amount = asked.balance, asked.amount
    if asked.reverses:
        balance, amount = _opposite(work, asked.reverses)
    if amount == 0 or abs(amount) > LARGEST_AMOUNT:
        raise Refused("service.amount_not_valid")
    approved = work.hand.check(work.unit, _ACT_OF[balance], abs(amount))
    version = take_version(work)
    posting = new_posting(work, reverses=asked.reverses)
    _move(work, posting, balance, amount)
    work.unit.books.post(posting)
    work.unit.change("member", work.member_id)
    detail: dict[str, str | int] = {"balance": balance.value, "amount": amount}
    if asked.reverses:
        detail["reverses"] = asked.reverses
    write_down(work, KIND, detail=detail, approved=approved, event_id=posting.id)
    return version


def new_posting(work: Work, reverses: str = "") -> Posting:
    """Empty as yet; a reversal names what it takes back, as its source too."""
    posting_id = work.unit.ids.new()
    return Posting(
        id=posting_id,
        kind=KIND,
        source_id=reverses or posting_id,
        at_ms=work.unit.now_ms,
        member_id=work.member_id,
        shop_id=work.hand.caller.shop_id,
        terminal_id=work.hand.caller.terminal_id,
        reverses_id=reverses or None,
    )


def take_points(work: Work, posting: Posting, points: int) -> None:
    """From what is free, soonest to lapse first. Raises Refused("service.below_zero")."""
    _take(work, posting, Balance.POINTS, points)


def _move(work: Work, posting: Posting, balance: Balance, amount: int) -> None:
    if balance is Balance.GROWTH:
        _grow(work, posting, amount)
    elif amount > 0:
        _give(work, posting, balance, amount)
    else:
        _take(work, posting, balance, -amount)
    if balance is Balance.PRINCIPAL:
        work.unit.books.house(posting, _HOUSE, work.hand.caller.shop_id, -amount)


def _grow(work: Work, posting: Posting, amount: int) -> None:
    have = work.unit.books.balance(GRW, GROWTH, work.member_id)
    if have + amount < 0:
        raise Refused("service.below_zero", have=have)
    work.unit.books.member(posting, GRW, GROWTH, work.member_id, amount)


def _give(work: Work, posting: Posting, balance: Balance, amount: int) -> None:
    """A lot of its own; points pay what she owes first, as earned ones do."""
    unit, books, member_id = work.unit, work.unit.books, work.member_id
    is_points = balance is Balance.POINTS
    if is_points:
        paid = min(amount, -books.balance(PTS, POINTS_DEBT, member_id))
        books.member(posting, PTS, POINTS_DEBT, member_id, paid)
        amount -= paid
    if not amount:
        return
    months = unit.rules().valid_months
    lot = books.open_lot(
        lot_id=posting.id,
        member_id=member_id,
        ledger=PTS if is_points else MON,
        source_id=posting.id,
        amount=0 if balance is Balance.BONUS else amount,
        bonus=amount if balance is Balance.BONUS else 0,
        opened_ms=unit.now_ms,
        available_from_ms=unit.now_ms,
        expires_ms=expiry_ms(unit.now_ms, months, unit.tenant.zone) if is_points else None,
    )
    _enter(work, posting, balance, lot, amount)


def _take(work: Work, posting: Posting, balance: Balance, amount: int) -> None:
    ledger = PTS if balance is Balance.POINTS else MON
    now_ms = work.unit.now_ms
    lots = [
        lot
        for lot in work.unit.books.lots_of(work.member_id, ledger)
        if lot.expires_ms is None or lot.expires_ms > now_ms
    ]
    have = sum(_free(lot, balance) for lot in lots)
    if have < amount:
        raise Refused("service.below_zero", have=have)
    for lot in sorted(lots, key=claw_order):
        part = min(amount, _free(lot, balance))
        if part:
            lot.take(*((0, part) if balance is Balance.BONUS else (part, 0)))
            _enter(work, posting, balance, lot, -part)
            amount -= part


def _free(lot: Lot, balance: Balance) -> int:
    return lot.bonus_free if balance is Balance.BONUS else lot.free


def _enter(work: Work, posting: Posting, balance: Balance, lot: Lot, amount: int) -> None:
    places = {
        Balance.POINTS: (PTS, POINTS),
        Balance.PRINCIPAL: (MON, SV_AVAILABLE),
        Balance.BONUS: (BON, BONUS),
    }
    ledger, kind = places[balance]
    work.unit.books.member(posting, ledger, kind, work.member_id, amount, lot_id=lot.id)


def _opposite(work: Work, posting_id: str) -> tuple[Balance, int]:
    """What takes a correction of hers back."""
    asked = select(posting_table).where(posting_table.c.id == posting_id)
    row = work.unit.connection.execute(asked).first()
    if row is None or (row.member_id, row.kind, row.reverses_id) != (work.member_id, KIND, None):
        raise Refused("service.not_reversible")
    taken_back = select(posting_table.c.id).where(
        posting_table.c.source_id == posting_id, posting_table.c.reverses_id == posting_id
    )
    if work.unit.connection.execute(taken_back).first() is not None:
        raise Refused("service.already_reversed")
    moved = work.unit.connection.execute(
        select(account.c.kind, entry.c.amount)
        .join(account, account.c.id == entry.c.account_id)
        .where(entry.c.posting_id == posting_id, account.c.member_id == work.member_id)
    ).all()
    return _BALANCES[moved[0].kind], -sum(each.amount for each in moved)
