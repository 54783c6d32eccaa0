"""Orders that wait aside (挂单), and how one comes back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from posapp.domain.member import masked_name
from posapp.lanes import STORE
from posapp.ui.format import money
from posapp.ui.i18n import tr

if TYPE_CHECKING:
    from posapp.offline.drafts import ParkedDraft
    from posapp.ui.sell.draft_keeper import DraftKeeper
    from posapp.ui.sell.presenter import SellPresenter
    from posapp.workflows.draft import Draft
    from posapp.workflows.selling import Selling


class Parking:
    """A part of the sell presenter; every method returns at once."""

    def __init__(self, sell: SellPresenter, selling: Selling, keeper: DraftKeeper) -> None:
        self._sell = sell
        self._selling = selling
        self._keeper = keeper

    def hold(self) -> None:
        """Put the order aside under the member's masked name and begin a new one."""
        state, floor = self._sell.state, self._sell.floor
        staff = floor.duty.staff
        if staff is None or state.busy:
            return
        label = tr("散客") if state.member is None else masked_name(state.member.name)
        told = tr("已挂单 {label} {amount}", label=label, amount=money(state.priced.net))
        self._keeper.drop()
        self._sell.show(busy=True)
        floor.background.run(
            STORE,
            partial(self._selling.park, state.order.draft, label, staff),
            partial(self._held, told),
            self._sell.fail,
        )

    def recall(self, parked_id: str) -> None:
        """Take a parked order back; refused while another one is in work."""
        self._sell.show(busy=True)
        self._sell.floor.background.run(
            STORE,
            partial(self._selling.recall, parked_id, self._sell.state.order.draft),
            self._recalled,
            self._sell.fail,
        )

    def load(self) -> None:
        """What waits aside, oldest first."""
        self._sell.floor.background.run(STORE, self._selling.parked, self._know)

    def _held(self, told: str, fresh: Draft) -> None:
        self._sell.begin(fresh)
        self.load()
        self._sell.floor.messages.show(told)

    def _recalled(self, draft: Draft) -> None:
        self._sell.take_draft(draft)
        self._keeper.keep(draft)
        self.load()

    def _know(self, parked: tuple[ParkedDraft, ...]) -> None:
        self._sell.show(parked=parked)
