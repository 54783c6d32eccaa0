"""Whether a payment is under way: who locks, leaves or changes over asks this first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.ui.pay.state import Collecting, Done

if TYPE_CHECKING:
    from posapp.ui.pay.presenter import PayPresenter


def in_payment(pay: PayPresenter) -> bool:
    """Money was taken or is asked for, and there is no sale yet."""
    if not pay.is_open or isinstance(pay.state.phase, Done):
        return False
    state = pay.state
    return bool(state.payment.tenders) or not isinstance(state.phase, Collecting)
