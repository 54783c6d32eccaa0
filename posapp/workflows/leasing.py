"""Value, points and coupons while central is out of reach: lent before, spent here, given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.workflows.lease_shelf import LeaseShelf, Lent
from posapp.workflows.lending import Lending
from posapp.workflows.spending import Spending

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.ids import MemberId
    from posapp.offline.central_api import CentralApi
    from posapp.offline.leases import LeaseStore
    from posapp.offline.outbox import OutboxStore
    from posapp.workflows.desk import Desk


class Leasing:
    """The shelf of leases with what fills it and what spends from it."""

    def __init__(
        self,
        background: CentralApi,
        api: CentralApi,
        *,
        leases: LeaseStore,
        outbox: OutboxStore,
        desk: Desk,
        is_sure: Callable[[], bool],
    ) -> None:
        """`is_sure`: central's time is known, this is the till's newest state, and central has
        been heard since the machine last slept. Any lane, and quick.
        """
        self.shelf = LeaseShelf(leases, desk, is_sure)
        self.lending = Lending(background, api, self.shelf, leases=leases, outbox=outbox, desk=desk)
        self.spending = Spending(self.shelf, leases=leases, desk=desk)

    @property
    def lent(self) -> tuple[Lent, ...]:
        """See `LeaseShelf.lent`."""
        return self.shelf.lent

    def want(self, member_id: MemberId, *, coupons: bool = False) -> None:
        """See `Lending.want`."""
        self.lending.want(member_id, coupons=coupons)

    def round(self) -> None:
        """See `Lending.round`."""
        self.lending.round()
