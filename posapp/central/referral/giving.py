"""A reward is one posting that names what it costs; taken back it is the other way round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, insert, select, update

from posapp.central.clawing import claw_points
from posapp.central.compensation.sources import offer_of
from posapp.central.ledger import POINTS, POINTS_DEBT, PTS, Posting
from posapp.central.lots import expiry_ms
from posapp.central.tables.members import coupon_use, member
from posapp.central.tables.referral import referral_gift
from posapp.central.tiers import earned_of, keep_earned
from posapp.domain.compensation import worth_of_points
from posapp.domain.referral import Gives
from posapp.domain.tiers import TIERS
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.central.unit import Unit
    from posapp.domain.referral import Reward

REFERRAL: Final = "referral"
REFERRAL_BACK: Final = "referral_back"
EXPENSE: Final = "expense:referral"
"""What the shop spends on members who bring members."""
PROVISION: Final = "provision:referral"
"""What it set aside for that."""
_HERS: Final = select(
    member.c.coupons, member.c.tier, member.c.tier_before, member.c.tier_until_ms
).where(member.c.id == bindparam("of_member"))
_USED: Final = select(coupon_use.c.sale_id).where(
    coupon_use.c.tenant_id == bindparam("of_tenant"),
    coupon_use.c.member_id == bindparam("of_member"),
    coupon_use.c.code == bindparam("of_code"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """The referral that something is given for, and where she joined: that shop pays."""

    referral_id: str
    shop_id: str
    terminal_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """What it came to: the money it may cost, and the tier that she had before."""

    worth: int = 0
    before: str = ""


def give(unit: Unit, cause: Cause, reward: Reward, member_id: str) -> None:
    """A coupon or a tier that she has already, or has better, is not given."""
    posting = _posting(unit, cause, member_id)
    given = _put(unit, posting, reward, member_id)
    if given is None:
        return
    _expense(unit, posting, cause.shop_id, given.worth)
    unit.books.post(posting)
    unit.change("member", member_id)
    unit.connection.execute(
        insert(referral_gift).values(
            id=posting.id,
            tenant_id=unit.tenant.id,
            referral_id=cause.referral_id,
            member_id=member_id,
            what=reward.what.value,
            step=reward.step,
            gives=reward.gives.value,
            amount=reward.amount or 1,
            code=reward.code,
            worth=given.worth,
            before=given.before,
            at_ms=unit.now_ms,
        )
    )


def take_back(unit: Unit, cause: Cause, gift: Any) -> None:
    """Points that are spent become a debt, a coupon that is used a case for a person."""
    member_id = unit.member(gift.member_id)
    if member_id is None:
        return
    posting = _posting(unit, cause, member_id, reverses=gift.id)
    is_spent = False
    match Gives(gift.gives):
        case Gives.POINTS:
            claw_points(unit, posting, member_id, gift.amount, gift.id)
        case Gives.COUPON:
            is_spent = not _take_coupon(unit, member_id, gift.code)
        case Gives.TIER:
            _take_tier(unit, member_id, gift)
    if is_spent:
        unit.open_case(
            "member.referral_spent", cause.terminal_id, None, member=member_id, coupon=gift.code
        )
    else:
        _expense(unit, posting, cause.shop_id, -gift.worth)
        unit.books.post(posting)
    unit.connection.execute(
        update(referral_gift)
        .where(referral_gift.c.id == gift.id)
        .values(back_ms=unit.now_ms, spent=int(is_spent))
    )
    unit.change("member", member_id)


def _put(unit: Unit, posting: Posting, reward: Reward, member_id: str) -> _Given | None:
    match reward.gives:
        case Gives.POINTS:
            _put_points(unit, posting, member_id, reward.amount)
            rules = unit.rules()
            worth = worth_of_points(reward.amount, rules.burn_points, rules.burn_value)
            return _Given(worth=worth)
        case Gives.COUPON:
            return _put_coupon(unit, member_id, reward.code)
        case Gives.TIER:
            return _put_tier(unit, member_id, reward.code)


def _put_points(unit: Unit, posting: Posting, member_id: str, points: int) -> None:
    """What she owes is paid first, as with points that are earned."""
    books = unit.books
    paid = min(points, -books.balance(PTS, POINTS_DEBT, member_id))
    books.member(posting, PTS, POINTS_DEBT, member_id, paid)
    if points == paid:
        return
    lot = books.open_lot(
        lot_id=posting.id,
        member_id=member_id,
        ledger=PTS,
        source_id=posting.id,
        amount=points - paid,
        opened_ms=unit.now_ms,
        available_from_ms=unit.now_ms,
        expires_ms=expiry_ms(unit.now_ms, unit.rules().valid_months, unit.tenant.zone),
    )
    books.member(posting, PTS, POINTS, member_id, points - paid, lot_id=lot.id)


def _put_coupon(unit: Unit, member_id: str, code: str) -> _Given | None:
    """Not one that the shop gave up meanwhile: nothing of that stops a sale."""
    try:
        offer = offer_of(unit, code)
    except Refused:
        return None
    has = _row(unit, member_id).coupons.split()
    asked = {"of_tenant": unit.tenant.id, "of_member": member_id, "of_code": code}
    was_used = offer.once and unit.connection.execute(_USED, asked).first() is not None
    if code in has or was_used:
        return None
    _set(unit, member_id, coupons=" ".join([*has, code]))
    return _Given(worth=offer.amount)


def _put_tier(unit: Unit, member_id: str, tier: str) -> _Given | None:
    now = earned_of(_row(unit, member_id)._mapping)
    if now in TIERS and TIERS.index(now) >= TIERS.index(tier):
        return None
    keep_earned(unit, member_id, tier)
    return _Given(before=now)


def _take_coupon(unit: Unit, member_id: str, code: str) -> bool:
    has = _row(unit, member_id).coupons.split()
    if code not in has:
        return False
    _set(unit, member_id, coupons=" ".join(each for each in has if each != code))
    return True


def _take_tier(unit: Unit, member_id: str, gift: Any) -> None:
    """Only while it is still the one that was given: another came from somewhere else."""
    if earned_of(_row(unit, member_id)._mapping) == gift.code:
        keep_earned(unit, member_id, gift.before)


def _row(unit: Unit, member_id: str) -> Any:
    return unit.connection.execute(_HERS, {"of_member": member_id}).one()


def _set(unit: Unit, member_id: str, **values: str) -> None:
    unit.connection.execute(update(member).where(member.c.id == member_id).values(**values))


def _posting(unit: Unit, cause: Cause, member_id: str, reverses: str = "") -> Posting:
    return Posting(
        id=unit.ids.new(),
        kind=REFERRAL_BACK if reverses else REFERRAL,
        source_id=cause.referral_id,
        at_ms=unit.now_ms,
        member_id=member_id,
        shop_id=cause.shop_id,
        terminal_id=cause.terminal_id,
        reverses_id=reverses or None,
    )


def _expense(unit: Unit, posting: Posting, shop_id: str, worth: int) -> None:
    unit.books.house(posting, EXPENSE, shop_id, -worth)
    unit.books.house(posting, PROVISION, shop_id, worth)
