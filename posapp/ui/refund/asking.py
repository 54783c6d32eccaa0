"""What a superior is shown before a return that the cashier may not give alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.permissions import Permission
from posapp.ui.approval.presenter import ApprovalRequest
from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.workflows.refunding import act_of

if TYPE_CHECKING:
    from posapp.workflows.refunding import RefundPlan


def request_for(plan: RefundPlan, why: str) -> ApprovalRequest:
    """For the whole amount of the plan; `why` is the reason in words."""
    amount = money(plan.quote.net)
    receipt = plan.refundable.sale.receipt_number
    return ApprovalRequest(
        action=Permission.REFUND,
        act=act_of(in_cash=plan.in_cash),
        subject=plan.refund_id,
        amount=plan.quote.net,
        reason=why,
        title=tr("退款需要店长授权"),
        action_text=tr("押金改退现金 小票 {receipt}", receipt=receipt)
        if plan.in_cash
        else tr("退货 小票 {receipt}，原因 {why}", receipt=receipt, why=why),
        amount_text=tr("退款 {amount}", amount=amount),
        confirm=tr("授权退款 {amount}", amount=amount),
        safe=tr("返回，不退款"),
    )
