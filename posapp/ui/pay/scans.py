"""What a scan means while paying: payment codes, the member's own code and her coupons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.codes import Context, UnknownCode, classify
from posapp.domain.codes import Payment as PaymentScan
from posapp.domain.own_codes import CouponCode, DynamicMemberCode
from posapp.domain.payment import check_amount
from posapp.domain.sale import TenderKind
from posapp.errors import Refused
from posapp.ui.pay.state import Confirming, Way
from posapp.ui.pay.ways import reason_against
from posapp.wire.requests import Factor

if TYPE_CHECKING:
    from posapp.domain.codes import PaymentCode
    from posapp.ui.pay.charge_flow import ChargeFlow
    from posapp.ui.pay.coupons import Coupons
    from posapp.ui.pay.hold_flow import HoldFlow
    from posapp.ui.pay.session import PaySession


class PayScans:
    """Payment codes are charged, the member's code confirms, her coupon brings a new price; a
    product's code is refused."""

    def __init__(
        self, session: PaySession, holds: HoldFlow, charges: ChargeFlow, coupons: Coupons
    ) -> None:
        self._session = session
        self._holds = holds
        self._charges = charges
        self._coupons = coupons

    def take(self, text: str) -> None:
        """Use a scan. Raises Refused: "code.*", "scan.finish_first", "pay.other_member",
        "pay.way_shut", and as `payment.check_amount` and `Coupons.lay`."""
        meaning = classify(text, Context.PAYMENT)[0]
        match meaning:
            case PaymentScan(code=code) if not self._is_confirming:
                self._charge(code)
            case DynamicMemberCode(member_number=number, digits=digits):
                self._take_member_code(number, digits)
            case CouponCode(coupon=code) if not self._is_confirming:
                self._coupons.lay(code)
            case UnknownCode(key=key, shown=shown):
                raise Refused(key, shown=shown)
            case _:
                raise Refused("scan.finish_first")

    @property
    def _is_confirming(self) -> bool:
        return isinstance(self._session.state.phase, Confirming)

    def _charge(self, code: PaymentCode) -> None:
        self._session.show(way=Way.CODE)
        state = self._session.state
        self._check_open(Way.CODE)
        check_amount(state.payment, TenderKind.EXTERNAL, state.amount)
        self._charges.charge_code(state.amount, code)

    def _take_member_code(self, number: str, digits: str) -> None:
        member = self._session.state.member
        if member is None or member.number != number:
            raise Refused("pay.other_member")
        if self._is_confirming:
            self._holds.confirm(Factor.DYNAMIC_CODE, digits)
            return
        self._session.show(way=Way.VALUE)
        self._check_open(Way.VALUE)
        amount = self._session.state.amount
        check_amount(self._session.state.payment, TenderKind.STORED_VALUE, amount)
        self._holds.begin_value(amount, code_at_hand=digits)

    def _check_open(self, way: Way) -> None:
        reason = reason_against(way, self._session.state)
        if reason:
            raise Refused("pay.way_shut", reason=reason)
