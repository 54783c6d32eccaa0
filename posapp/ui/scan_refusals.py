"""Why a scan is not taken where the person stands, in the words of its kind; keeps no code."""

from __future__ import annotations

from posapp.domain.codes import Context, LooksLikePayment, classify
from posapp.domain.own_codes import StaffBadge
from posapp.errors import PosError, Refused


def refusal_of(text: str) -> PosError:
    """What to tell of a scan that nobody took; the text itself is not in it."""
    try:
        meaning = classify(text, Context.SELL)[0]
    except PosError as error:
        return error
    match meaning:
        case LooksLikePayment():
            return Refused("scan.payment_not_here")
        case StaffBadge():
            return Refused("scan.badge_not_here")
        case _:
            return Refused("scan.finish_first")
