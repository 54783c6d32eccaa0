"""The presenter of the sell screen and its parts, built in one piece."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posapp.ui.sell.actions import SellActions
from posapp.ui.sell.exceptions import Exceptions
from posapp.ui.sell.finder import Finder
from posapp.ui.sell.presenter import SellPresenter

if TYPE_CHECKING:
    from posapp.ui.approval.presenter import ApprovalPresenter
    from posapp.ui.floor import Floor
    from posapp.workflows.held_sales import HeldSales
    from posapp.workflows.members import Members
    from posapp.workflows.selling import Selling
    from posapp.workflows.voiding import Voiding


@dataclass(frozen=True, slots=True, kw_only=True)
class SellParts:
    """The presenter owns the order; the others belong to it and end with it."""

    presenter: SellPresenter
    finder: Finder
    actions: SellActions
    exceptions: Exceptions


def build_sell(
    selling: Selling,
    members: Members,
    voiding: Voiding,
    approvals: ApprovalPresenter,
    floor: Floor,
    *,
    held: HeldSales,
) -> SellParts:
    """Build them; call `presenter.open()` and `finder.load_shelf()` once a person is in."""
    presenter = SellPresenter(selling, held, floor)
    finder = Finder(presenter, selling, members)
    return SellParts(
        presenter=presenter,
        finder=finder,
        actions=SellActions(presenter, finder),
        exceptions=Exceptions(presenter, selling, voiding, approvals),
    )
