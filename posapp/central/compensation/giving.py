"""A compensation: one posting with its expense, within the limits of whoever gives it, once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import insert, select

from posapp.central.compensation.limits import check_limits
from posapp.central.compensation.sources import complaint_of, offer_of, sale_of
from posapp.central.complaints.steps import note_step
from posapp.central.ledger import BON, BONUS, MON, POINTS, POINTS_DEBT, PTS, Posting
from posapp.central.limits import COMPENSATION_DAYS, limit
from posapp.central.lots import expiry_ms
from posapp.central.service_desk.acts import set_member, take_version, write_down
from posapp.central.service_desk.sources import COMPENSATION
from posapp.central.tables.members import coupon_use
from posapp.central.tables.redress import compensation
from posapp.domain.compensation import CompensationKind, worth_of_points
from posapp.domain.complaints import ComplaintStep
from posapp.domain.money import LARGEST_AMOUNT
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.central.service_desk.acts import Work
    from posapp.wire.redress import Compensation

EXPENSE: Final = "expense:compensation"
"""What the shop spends on making up for things."""
PROVISION: Final = "provision:compensation"
"""What it set aside for that: what members were given and may still use."""
_DAY_MS: Final = 86_400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gift:
    """What is given. `size` is what limits measure: a coupon without a fixed worth is above them
    all, so that only who has no limit gives it.
    """

    kind: CompensationKind
    amount: int
    worth: int
    size: int
    coupon: str = ""


def compensate(work: Work, asked: Compensation) -> int:
    """Raises Refused("service.amount_not_valid", "compensation.coupon_unknown",
    "compensation.coupon_has", "compensation.complaint_unknown", "compensation.sale_unknown"),
    "member.may_not_pay" of a closed account, as `check_limits`, and "service.stale".
    """
    if work.row["status"] == "closed":
        raise Refused("member.may_not_pay", status="closed")
    work.key()
    gift = _gift(work, asked)
    complaint_id = complaint_of(work, asked.complaint_id)
    sale_id = sale_of(work, asked.receipt)
    approved = check_limits(work, gift.size)
    version = take_version(work)
    posting = new_posting(work)
    expires_ms = _give(work, posting, gift)
    expense(work, posting, gift.worth)
    work.unit.books.post(posting)
    work.unit.change("member", work.member_id)
    work.unit.connection.execute(
        insert(compensation).values(
            id=posting.id,
            tenant_id=work.unit.tenant.id,
            shop_id=work.hand.caller.shop_id,
            member_id=work.member_id,
            kind=gift.kind.value,
            amount=gift.amount,
            worth=gift.worth,
            coupon=gift.coupon,
            reason=asked.reason.value,
            complaint_id=complaint_id,
            sale_id=sale_id,
            staff_id=work.hand.clerk.staff.id,
            at_ms=work.unit.now_ms,
            expires_ms=expires_ms,
        )
    )
    if complaint_id is not None:
        note_step(work.unit, work.hand, complaint_id, ComplaintStep.COMPENSATED, outcome=posting.id)
    detail: dict[str, str | int] = {"why": asked.reason.value, "worth": gift.worth}
    if gift.coupon:
        detail["coupon"] = gift.coupon
    write_down(work, COMPENSATION, detail=detail, approved=approved, event_id=posting.id)
    return version


def new_posting(work: Work, reverses: str = "") -> Posting:
    posting_id = work.unit.ids.new()
    return Posting(
        id=posting_id,
        kind=COMPENSATION,
        source_id=reverses or posting_id,
        at_ms=work.unit.now_ms,
        member_id=work.member_id,
        shop_id=work.hand.caller.shop_id,
        terminal_id=work.hand.caller.terminal_id,
        reverses_id=reverses or None,
    )


def expense(work: Work, posting: Posting, worth: int) -> None:
    """The cost is named when it is given; with a negative worth it is taken back."""
    shop_id = work.hand.caller.shop_id
    work.unit.books.house(posting, EXPENSE, shop_id, -worth)
    work.unit.books.house(posting, PROVISION, shop_id, worth)


def _gift(work: Work, asked: Compensation) -> _Gift:
    if asked.kind is CompensationKind.COUPON:
        offer = offer_of(work.unit, asked.coupon)
        _check_coupon(work, offer.code, once=offer.once)
        size = LARGEST_AMOUNT if offer.basis_points else offer.amount
        return _Gift(kind=asked.kind, amount=1, worth=offer.amount, size=size, coupon=offer.code)
    if not 0 < asked.amount <= LARGEST_AMOUNT:
        raise Refused("service.amount_not_valid")
    worth = asked.amount
    if asked.kind is CompensationKind.POINTS:
        rules = work.unit.rules()
        worth = worth_of_points(asked.amount, rules.burn_points, rules.burn_value)
    return _Gift(kind=asked.kind, amount=asked.amount, worth=worth, size=worth)


def _check_coupon(work: Work, code: str, *, once: bool) -> None:
    used = select(coupon_use.c.sale_id).where(
        coupon_use.c.tenant_id == work.unit.tenant.id,
        coupon_use.c.member_id == work.member_id,
        coupon_use.c.code == code,
    )
    was_used = once and work.unit.connection.execute(used).first() is not None
    if was_used or code in work.row["coupons"].split():
        raise Refused("compensation.coupon_has")


def _give(work: Work, posting: Posting, gift: _Gift) -> int | None:
    """Returns when gift value lapses."""
    match gift.kind:
        case CompensationKind.COUPON:
            set_member(work, coupons=" ".join([*work.row["coupons"].split(), gift.coupon]))
            return None
        case CompensationKind.POINTS:
            _give_points(work, posting, gift.amount)
            return None
        case CompensationKind.VALUE:
            return _give_value(work, posting, gift.amount)


def _give_points(work: Work, posting: Posting, points: int) -> None:
    """What she owes is paid first, as with points that are earned."""
    unit, books, member_id = work.unit, work.unit.books, work.member_id
    paid = min(points, -books.balance(PTS, POINTS_DEBT, member_id))
    books.member(posting, PTS, POINTS_DEBT, member_id, paid)
    if points == paid:
        return
    expires_ms = expiry_ms(unit.now_ms, unit.rules().valid_months, unit.tenant.zone)
    lot = books.open_lot(
        lot_id=posting.id,
        member_id=member_id,
        ledger=PTS,
        source_id=posting.id,
        amount=points - paid,
        opened_ms=unit.now_ms,
        available_from_ms=unit.now_ms,
        expires_ms=expires_ms,
    )
    books.member(posting, PTS, POINTS, member_id, points - paid, lot_id=lot.id)


def _give_value(work: Work, posting: Posting, amount: int) -> int:
    """Bonus in a lot of its own, which the night takes what is left of."""
    unit, member_id = work.unit, work.member_id
    days = limit(unit.connection, unit.tenant.id, COMPENSATION_DAYS)
    lot = unit.books.open_lot(
        lot_id=posting.id,
        member_id=member_id,
        ledger=MON,
        source_id=posting.id,
        amount=0,
        bonus=amount,
        opened_ms=unit.now_ms,
        available_from_ms=unit.now_ms,
    )
    unit.books.member(posting, BON, BONUS, member_id, amount, lot_id=lot.id)
    return unit.now_ms + days * _DAY_MS
