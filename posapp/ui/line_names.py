"""What a line of an order or a sale is called on a screen: a deposit says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.ui.i18n import tr

if TYPE_CHECKING:
    from posapp.domain.cart import CartLine
    from posapp.domain.sale import SaleLine


def line_name(line: CartLine | SaleLine) -> str:
    """The name with what distinguishes it."""
    name = f"{line.name} {line.spec}".strip()
    return tr("押金 {name}", name=name) if line.is_deposit else name
