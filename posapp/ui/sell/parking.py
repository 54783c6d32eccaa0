"""Orders that wait aside (挂单), here and at other tills of the shop, and how one comes back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from posapp.domain.member import masked_name
from posapp.errors import Refused, Unavailable
from posapp.lanes import ONLINE, STORE
from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.messages import Level
from posapp.ui.sell.state import Latch
from posapp.ui.shell import till_words
from posapp.ui.sounds import Sound
from posapp.ui.widgets.toast import UNDO_SECONDS
from posapp.wire.held import Whereabouts

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.offline.drafts import ParkedDraft
    from posapp.ui.sell.draft_keeper import DraftKeeper
    from posapp.ui.sell.presenter import SellPresenter
    from posapp.wire.held import HeldStanding
    from posapp.workflows.draft import Draft
    from posapp.workflows.held_sales import Claimed, HeldSales, HeldView

LOOK_AGAIN_MS: Final = 20_000
"""After a sale the others' orders are asked for again when the last answer is this old."""
TAKE_BACK_MS: Final = UNDO_SECONDS * 1_000
MOST_NAME: Final = 20
_SHORT_NUMBER: Final = 6
_NOT_HERE: Final = ("hold.gone", "hold.needs_central")


class Parking:
    """A part of the sell presenter; every method returns at once."""

    def __init__(self, sell: SellPresenter, held: HeldSales, keeper: DraftKeeper) -> None:
        self._sell = sell
        self._held = held
        self._keeper = keeper
        self._looked_ms = -LOOK_AGAIN_MS
        self._was_online = False
        self._last_held = ("", 0)

    # -- there and back

    def hold(self, name: str = "") -> None:
        """Put the order aside and begin a new one, without a question: under `name` where one was
        typed, else under the member's masked name.
        """
        state, floor = self._sell.state, self._sell.floor
        staff = floor.duty.staff
        if staff is None or state.busy:
            return
        if self._sell.is_fixed(state.order.draft.sale_id):
            self._sell.refuse(Refused("hold.money_taken"))
            return
        label = _name(name) or self._label()
        told = tr("已挂单 {label} {amount}", label=label, amount=money(state.priced.net))
        self._keeper.drop()
        self._sell.show(busy=True)
        floor.background.run(
            STORE,
            partial(self._held.hold, state.order.draft, label, staff, floor.duty.shift),
            partial(self._is_held, told, state.order.draft.sale_id),
            self._not_held,
        )

    def recall(self, held_id: str) -> None:
        """Take an order back; refused while another one is in work."""
        self._claim(held_id, self._not_claimed)

    def recall_slip(self, held_id: str) -> None:
        """The slip of an order was scanned: any till of the shop may have held it."""
        self._claim(held_id, partial(self._slip_not_claimed, held_id))

    def _claim(self, held_id: str, failed: Callable[[Exception], None]) -> None:
        if self._sell.state.busy:
            return
        self._sell.show(busy=True)
        self._sell.floor.background.run(
            ONLINE,
            partial(self._held.claim, held_id, self._sell.state.order.draft),
            self._claimed,
            failed,
        )

    def _claimed(self, claimed: Claimed) -> None:
        duty = self._sell.floor.duty
        draft = self._sell.state.order.draft
        self._sell.floor.background.run(
            STORE,
            partial(self._held.adopt, claimed, draft, duty.need_staff(), duty.shift),
            partial(self._recalled, claimed),
            self._not_claimed,
        )

    def _recalled(self, claimed: Claimed, draft: Draft) -> None:
        self._sell.take_draft(draft)
        self._keeper.keep(self._sell.state.order.kept)
        if claimed.alone:
            text = tr("连不上总部，请问清顾客没有在别的收银机付过款")
            self._sell.floor.messages.show(text, Level.WARN, key="hold.alone")
        self.load()

    def _not_claimed(self, error: Exception) -> None:
        self._sell.fail(error)
        self.load()

    def _slip_not_claimed(self, held_id: str, error: Exception) -> None:
        """A slip that nobody knows here stands latched, as every code does that is of no use."""
        is_known = isinstance(error, Refused) and error.key not in _NOT_HERE
        if is_known or not isinstance(error, Refused | Unavailable):
            self._not_claimed(error)
            return
        self._sell.show(busy=False)
        self._latch(Latch(key="code.hold_not_here", shown=held_id[-6:]))

    def _latch(self, latch: Latch) -> None:
        self._sell.floor.sounds.play(Sound.BLOCKED)
        self._sell.show(latches=(*self._sell.state.latches, latch))

    def _is_held(self, told: str, sale_id: str, fresh: Draft) -> None:
        self._last_held = (sale_id, self._sell.floor.desk.mono_ms())
        self._sell.begin(fresh)
        self.load()
        self._sell.floor.messages.show(told, undo=self.take_back)

    def take_back(self) -> bool:
        """The order that was put aside just now, while nothing else was begun; False: too late."""
        sale_id, at_ms = self._last_held
        held = [each.id for each in self._sell.state.parked if each.sale_id == sale_id]
        is_late = self._sell.floor.desk.mono_ms() - at_ms > TAKE_BACK_MS
        if not held or is_late or not self._sell.is_empty:
            return False
        self.recall(held[0])
        return True

    def _not_held(self, error: Exception) -> None:
        """It is still the order in work, and kept as such."""
        self._keeper.keep(self._sell.state.order.kept)
        self._sell.fail(error)

    def _label(self) -> str:
        member = self._sell.state.member
        return tr("散客") if member is None else masked_name(member.name)

    # -- what waits

    def load(self) -> None:
        """What waits aside, oldest first; the other tills' orders follow when central answers."""
        background = self._sell.floor.background
        background.run(STORE, self._held.waiting, self._know)
        if self._sell.floor.desk.is_online():
            self._looked_ms = self._sell.floor.desk.mono_ms()
            background.run(ONLINE, self._held.look, self._seen)

    def look_between_orders(self) -> None:
        """A sale is over: a good moment, where the last look is not of just now."""
        if self._sell.floor.desk.mono_ms() - self._looked_ms >= LOOK_AGAIN_MS:
            self.load()

    def line_changed(self, *, online: bool) -> None:
        """Central answers again, or no more."""
        if online == self._was_online:
            return
        self._was_online = online
        self.load()
        if online:
            self.settle()

    def _seen(self, view: HeldView) -> None:
        self._know(view.waiting)
        for gone in view.gone:
            text = tr(
                "挂单 {label} {amount} 已在 {till} 取走",
                label=gone.label,
                amount=money(gone.amount),
                till=till_words(gone.till),
            )
            self._sell.floor.messages.show(text, key="hold.gone_elsewhere")

    def _know(self, waiting: tuple[ParkedDraft, ...]) -> None:
        if waiting != self._sell.state.parked:
            self._sell.show(parked=waiting)

    # -- taken back while central was away

    def settle(self) -> None:
        """Ask whether another till had taken the order in work; it is told before it is paid."""
        draft = self._sell.state.order.draft
        if draft.held_id:
            self._sell.floor.background.run(
                ONLINE, partial(self._held.settle, draft), partial(self._settled, draft)
            )

    def _settled(self, asked: Draft, standing: HeldStanding | None) -> None:
        order = self._sell.state.order
        if standing is None or order.draft.held_id != asked.held_id:
            return
        order = replace(order, draft=replace(order.draft, held_id=""))
        self._sell.show(order=order)
        self._keeper.keep(order.kept)
        if standing.where is not Whereabouts.WAITING:
            self._latch(
                Latch(key="hold.taken_meanwhile", shown=till_words(standing.till), is_order=True)
            )


def _name(typed: str) -> str:
    """What was typed, short; of a long number, which may be a phone, its end alone."""
    name = typed.strip()[:MOST_NAME]
    return f"****{name[-4:]}" if name.isdigit() and len(name) > _SHORT_NUMBER else name
