"""Reductions by hand and voiding: some may, others need approval, and always with a reason."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from posapp.domain import cart as carts
from posapp.domain.allowances import Act
from posapp.domain.manual_acts import act_of
from posapp.domain.manual_shares import shares_alone
from posapp.domain.permissions import Permission
from posapp.errors import PosError, Refused
from posapp.lanes import device_lane
from posapp.ui.approval.presenter import ApprovalRequest
from posapp.ui.format import money, percent
from posapp.ui.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.cart import Cart, ManualReduction
    from posapp.domain.permissions import Approval
    from posapp.ui.approval.presenter import ApprovalPresenter
    from posapp.ui.sell.presenter import SellPresenter
    from posapp.workflows.selling import Selling
    from posapp.workflows.voiding import Voiding

TERMINAL: Final = device_lane("terminal")


class Exceptions(QObject):
    """What a superior may have to allow on the sell screen."""

    def __init__(
        self,
        sell: SellPresenter,
        selling: Selling,
        voiding: Voiding,
        approvals: ApprovalPresenter,
    ) -> None:
        super().__init__(sell)
        self._sell = sell
        self._selling = selling
        self._voiding = voiding
        self._approvals = approvals
        self.hand_back: Callable[[str, Callable[[], None]], None] = _at_once
        """Gives back what was taken on the order of an id, then goes on."""

    @property
    def sell(self) -> SellPresenter:
        return self._sell

    def reasons(self, act: Act) -> tuple[str, ...]:
        """The shop's own; none where it names none."""
        return self._sell.floor.desk.allowing.table.row(act).reasons

    def preview(self, manual: ManualReduction, *, whole: bool) -> int:
        """The order's net with this reduction, minor units. Raises as `domain.cart`."""
        return self._selling.price(self._reduced(manual, whole=whole)).net

    def _reduced(self, manual: ManualReduction, *, whole: bool) -> Cart:
        order = self._sell.state.order
        if whole:
            return carts.reduce_order(order.cart, manual)
        key = -1 if order.selected is None else order.selected
        return carts.reduce_line(order.cart, key, manual)

    def reduce(self, manual: ManualReduction, *, whole: bool) -> None:
        """Take something off the chosen line or the whole order, asking for approval if needed."""
        floor = self._sell.floor
        try:
            after = self._selling.price(self._reduced(manual, whole=whole))
            staff = floor.duty.need_staff()
        except PosError as refusal:
            self._sell.refuse(refusal)
            return
        act = act_of(manual)
        size = shares_alone(after)[act]
        if floor.desk.allowing.allows(act, size, staff):
            self._reduce(manual, whole, None)
            return
        request = replace(self._reduction_request(manual, after.net), act=act, size=size)
        self._approvals.ask(request, partial(self._reduce, manual, whole))

    def void(self, reason: str) -> None:
        """Drop the whole order; a superior's yes where the cashier may not."""
        staff = self._sell.floor.duty.staff
        if staff is None or self._sell.is_empty:
            self._sell.refuse(Refused("pay.empty_cart"))
            return
        size = max(self._sell.state.priced.net, 1)
        if self._sell.floor.desk.allowing.allows(Act.VOID_ORDER, size, staff):
            self._void(reason, None)
        else:
            self._approvals.ask(self._void_request(reason), partial(self._void, reason))

    def _reduce(self, manual: ManualReduction, whole: bool, approval: Approval | None) -> None:
        order = self._sell.state.order
        try:
            staff = self._sell.floor.duty.need_staff()
            if whole:
                cart = self._selling.reduce_order(order.cart, manual, staff, approval)
            else:
                key = -1 if order.selected is None else order.selected
                cart = self._selling.reduce_line(order.cart, key, manual, staff, approval)
        except PosError as refusal:
            self._sell.refuse(refusal)
            return
        if not self._sell.change(order.changed(cart, order.selected)):
            return
        self._sell.floor.messages.show(tr("已减价，{why}", why=manual.reason), undo=self._sell.undo)

    def _void(self, reason: str, approval: Approval | None) -> None:
        """What was taken is given back first, and whoever handed cash over is told so."""
        sale_id = self._sell.state.order.draft.sale_id
        self.hand_back(sale_id, partial(self._void_paid_back, reason, approval))

    def _void_paid_back(self, reason: str, approval: Approval | None) -> None:
        state, duty = self._sell.state, self._sell.floor.duty
        staff = duty.need_staff()
        self._sell.show(busy=True)
        self._sell.floor.background.run(
            TERMINAL,
            partial(
                self._voiding.void,
                state.order.draft,
                state.priced.net,
                staff,
                duty.shift,
                reason=reason,
                approval=approval,
            ),
            self._voided,
            self._sell.fail,
        )

    def _voided(self, _nothing: None) -> None:
        self._sell.start_over()
        self._sell.floor.messages.show(tr("整单已作废"))

    def _reduction_request(self, manual: ManualReduction, net: int) -> ApprovalRequest:
        before = self._sell.state.priced.net
        amount = before - net
        share = percent(manual.basis_points) if manual.basis_points else money(manual.amount)
        return ApprovalRequest(
            action=Permission.REDUCE,
            amount=amount,
            reason=manual.reason,
            title=tr("减价需要店长授权"),
            action_text=tr("减价 {share}，原因 {why}", share=share, why=manual.reason),
            amount_text=tr("合计 {before} 改为 {after}", before=money(before), after=money(net)),
            confirm=tr("授权减价 {amount}", amount=money(amount)),
            safe=tr("返回，不减价"),
            shows_cart=True,
        )

    def _void_request(self, reason: str) -> ApprovalRequest:
        net = self._sell.state.priced.net
        return ApprovalRequest(
            action=Permission.VOID_ORDER,
            act=Act.VOID_ORDER,
            subject=self._sell.state.order.draft.sale_id,
            amount=net,
            size=max(net, 1),
            reason=reason,
            title=tr("整单作废需要店长授权"),
            action_text=tr("整单作废，原因 {why}", why=reason),
            amount_text=money(net),
            confirm=tr("授权作废 {amount}", amount=money(net)),
            safe=tr("返回，不作废"),
            shows_cart=True,
        )


def _at_once(_sale_id: str, then: Callable[[], None]) -> None:
    then()
