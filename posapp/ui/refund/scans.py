"""Scans on the page of returns: which sale, which line of it, and how much comes back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from posapp.domain.codes import Context, LooksLikePayment, ProductCode, classify
from posapp.domain.money import QUANTITY_ONE
from posapp.domain.own_codes import ReceiptCode
from posapp.errors import Refused
from posapp.lanes import STORE
from posapp.workflows.found import FoundProduct, NothingFound

if TYPE_CHECKING:
    from posapp.domain.labelled import Label
    from posapp.domain.sale import SaleLine
    from posapp.ui.floor import Floor
    from posapp.ui.refund.presenter import RefundPresenter
    from posapp.ui.refund.state import RefundState
    from posapp.workflows.found import Found
    from posapp.workflows.selling import Selling


class RefundScans:
    """A part of the presenter of returns."""

    def __init__(self, page: RefundPresenter, selling: Selling | None, floor: Floor) -> None:
        self._page = page
        self._selling = selling
        self._floor = floor

    def use(self, text: str) -> bool:
        """False where the scan is of no use here. Raises Refused("code.too_long", "code.empty")."""
        for meaning in classify(text, Context.SELL):
            match meaning:
                case ReceiptCode(receipt_number=number):
                    self._page.find(number)
                    return True
                case ProductCode(text=code):
                    return self._take_product(code)
                case LooksLikePayment():
                    return self._take_label(text)
                case _:
                    continue
        return False

    def _take_product(self, code: str) -> bool:
        for line in self._page.state.lines:
            # What the scale printed is looked up: it names one packet of several.
            if code == line.code or (code == line.barcode and not self._is_weighed(line)):
                number, quantity = line_for(self._page.state, line.product_id)
                if number:
                    self._page.tick(number, quantity)
                    return True
        if self._selling is None:
            self._found_product(code, None)
        else:
            # A line that was sold by its tile carries no barcode: ask whose code this is.
            find = partial(self._selling.find, code, Context.SELL)
            self._floor.background.run(STORE, find, partial(self._found_product, code))
        return True

    def _found_product(self, code: str, found: Found | None) -> None:
        if isinstance(found, FoundProduct):
            number, quantity = line_for(self._page.state, found.product.id, found.label)
            if number:
                self._page.tick(number, quantity)
                return
        self._page.tell(Refused("refund.not_on_receipt", shown=code))

    def _take_label(self, text: str) -> bool:
        """A long label of the scale looks like a payment code; only the shop's templates tell."""
        if self._selling is None:
            return False
        find = partial(self._selling.find, text, Context.SELL)
        self._floor.background.run(STORE, find, self._found_label)
        return True

    def _found_label(self, found: Found) -> None:
        match found:
            case FoundProduct(barcode=shown):
                self._found_product(shown, found)
            case NothingFound(shown=shown):
                self._found_product(shown, None)
            case _:
                self._page.tell(Refused("scan.payment_not_here"))

    def _is_weighed(self, line: SaleLine) -> bool:
        """Of such goods there may be several packets, each a line."""
        same = [each for each in self._page.state.lines if each.product_id == line.product_id]
        return line.quantity % QUANTITY_ONE != 0 or len(same) > 1


def line_for(state: RefundState, product_id: str, label: Label | None = None) -> tuple[int, int]:
    """Line number and thousandths, (0, 0) where nothing of this product may still come back.

    What is owed for the thing is its deposit, so that comes first. Of several packets from the
    scale it is the one that the label agrees with, whole; of a product it is one piece.
    """
    lines = sorted(state.lines, key=lambda line: not line.is_deposit)
    fitting = [line for line in lines if line.product_id == product_id and state.left(line.number)]
    if not fitting:
        return 0, 0
    first = fitting[0]
    if label is None or first.is_deposit:
        return first.number, QUANTITY_ONE
    best = max(fitting, key=lambda line: (_agreement(line, label), _is_open(state, line)))
    is_it = best.quantity == label.quantity or best.list_amount == label.amount
    return best.number, state.left(best.number) if is_it else label.quantity


def _agreement(line: SaleLine, label: Label) -> int:
    """How much of the label stands on the line; prices and names change, a packet does not."""
    same = (
        line.barcode == label.barcode,
        line.quantity == label.quantity,
        line.list_amount == label.amount,
    )
    return sum(same)


def _is_open(state: RefundState, line: SaleLine) -> bool:
    """Not all of it was chosen already: two packets may weigh the same."""
    return state.wanted.get(line.number, 0) < state.left(line.number)
