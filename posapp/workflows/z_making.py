"""What a report says besides its sums: where, when, with which program, what stood open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.charges import Stage
from posapp.domain.shift import Closing, Unsettled, ZReport, expected_cash
from posapp.domain.shift_figures import CentralFigures, ChannelOpen
from posapp.domain.z_goods import most_and_least

if TYPE_CHECKING:
    from posapp.domain.permissions import Approval, Staff
    from posapp.domain.shift import OpenDrawer
    from posapp.offline.till_store import TillStore
    from posapp.workflows.charging import Charging
    from posapp.workflows.desk import Desk
    from posapp.workflows.paper import Paper
    from posapp.workflows.pay_outcomes import Leg


FRESH_MS: Final = 10_000
"""How long an answer of central may have been on its way into the Z."""


class ZMaking:
    """Lane: store."""

    def __init__(self, store: TillStore, charging: Charging, desk: Desk, paper: Paper) -> None:
        self._store = store
        self._charging = charging
        self._desk = desk
        self._paper = paper

    def closing(
        self, drawer: OpenDrawer, counted: int, staff: Staff, approval: Approval | None
    ) -> Closing:
        """For the Z of a drawer: `counted` (minor units) is the count that is accepted now, which
        may be the last one that was submitted.
        """
        earlier = self._store.shifts.earlier_counts(drawer.shift.id)
        if earlier and earlier[-1] == counted:
            earlier = earlier[:-1]
        most, least = most_and_least(self._store.shifts.products(drawer.shift.id))
        return Closing(
            heading=self._paper.heading(drawer.shift),
            earlier_counts=earlier,
            counted_by=staff.name,
            approved_by="" if approval is None else approval.approved_by_name,
            put_aside_ms=drawer.put_aside_ms,
            unsettled=self._unsettled(),
            sold_most=most,
            sold_least=least,
        )

    def of_all_members(self, central: CentralFigures | None) -> CentralFigures | None:
        """As central just said it; said too long ago, it is not about the end of this shift. A till
        to train at has no central, and no member of its own.
        """
        if self._desk.place.training:
            return None
        if central is None or not 0 <= self._desk.now_ms() - central.until_ms <= FRESH_MS:
            return CentralFigures()
        return central

    def so_far(self, drawer: OpenDrawer) -> ZReport:
        """The open shift as a report without number, count and digest: an X."""
        shift = drawer.shift
        sums = self._store.shifts.sums(shift.id)
        most, least = most_and_least(self._store.shifts.products(shift.id))
        return ZReport(
            number=0,
            previous_digest="",
            shift_id=shift.id,
            business_date=shift.business_date,
            staff_id=shift.staff_id,
            staff_name=shift.staff_name,
            opened_ms=shift.opened_ms,
            closed_ms=self._desk.now_ms(),
            currency=self._desk.place.currency,
            float_amount=shift.float_amount,
            sums=sums,
            expected_cash=expected_cash(shift.float_amount, sums),
            counted_cash=0,
            count=(),
            difference=0,
            waiting_to_sync=self._store.outbox.depth()[0],
            heading=self._paper.heading(shift),
            unsettled=self._unsettled(),
            sold_most=most,
            sold_least=least,
        )

    def _unsettled(self) -> Unsettled:
        legs = self._charging.open_legs()
        channels = _channels(legs)
        return Unsettled(
            count=sum(each.charges for each in channels),
            amount=sum(each.charged for each in channels),
            channels=channels,
            refunds=sum(each.refunds for each in channels),
            refunded=sum(each.refunded for each in channels),
            unbooked=sum(each.unbooked for each in channels),
            unbooked_amount=sum(each.unbooked_amount for each in channels),
        )


def _channels(legs: tuple[Leg, ...]) -> tuple[ChannelOpen, ...]:
    return tuple(
        _channel(channel, [leg for leg in legs if leg.channel == channel])
        for channel in sorted({leg.channel for leg in legs})
    )


def _channel(channel: str, legs: list[Leg]) -> ChannelOpen:
    paid = [leg.amount for leg in legs if not leg.is_refund and leg.stage is Stage.PAID]
    charges = [leg.amount for leg in legs if not leg.is_refund and leg.stage is not Stage.PAID]
    refunds = [leg.amount for leg in legs if leg.is_refund]
    return ChannelOpen(
        channel=channel,
        charges=len(charges),
        charged=sum(charges),
        refunds=len(refunds),
        refunded=sum(refunds),
        unbooked=len(paid),
        unbooked_amount=sum(paid),
    )
