"""Figures as paper shows them: two decimals, thousands separators, a real minus."""

from __future__ import annotations

from posapp.domain.money import QUANTITY_ONE


def amount(minor: int) -> str:
    """1,234.50 or −0.05."""
    whole, cents = divmod(abs(minor), 100)
    return f"{'−' if minor < 0 else ''}{whole:,}.{cents:02d}"


def with_sign(minor: int) -> str:
    """¥143.00 or −¥52.00: for the total only."""
    return f"{'−' if minor < 0 else ''}¥{amount(abs(minor))}"


def quantity(thousandths: int) -> str:
    """2, or 0.455 where it is weighed."""
    whole, rest = divmod(thousandths, QUANTITY_ONE)
    return f"{whole:,}" if rest == 0 else f"{whole}.{rest:03d}".rstrip("0")


def points(count: int, *, signed: bool = False) -> str:
    """2,860, −1,000, and +123 where the sign matters."""
    if count < 0:
        return f"−{-count:,}"
    return f"+{count:,}" if signed and count else f"{count:,}"


def rate(basis_points: int) -> str:
    """13 %, or 6.5 %."""
    whole, rest = divmod(basis_points, 100)
    return f"{whole} %" if rest == 0 else f"{whole}.{rest:02d}".rstrip("0") + " %"


def per_piece(reduction: int, thousandths: int) -> str | None:
    """3.90 when a reduction is the same for every whole piece, else None."""
    pieces, rest = divmod(thousandths, QUANTITY_ONE)
    if rest or pieces == 0 or reduction % pieces:
        return None
    return amount(reduction // pieces)
