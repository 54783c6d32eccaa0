"""How a held sale is told: whose, how much, since when, where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.shell import till_words

if TYPE_CHECKING:
    from posapp.offline.drafts import ParkedDraft

_MINUTE_MS: Final = 60_000
_HOUR_MS: Final = 60 * _MINUTE_MS


def age_text(age_ms: int) -> str:
    """Whole minutes, then whole hours."""
    if age_ms < _MINUTE_MS:
        return tr("刚刚")
    if age_ms < _HOUR_MS:
        return tr("{n} 分钟", n=age_ms // _MINUTE_MS)
    return tr("{n} 小时", n=age_ms // _HOUR_MS)


def chip_text(parked: ParkedDraft, age_ms: int) -> str:
    """One line; an order of another till names it."""
    parts = (parked.label, money(parked.amount), age_text(age_ms), till_words(parked.till))
    return "  ".join(part for part in parts if part)
