"""The price sources in force: member prices, the feed's offers and manual reductions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.offers import OfferPrices
from posapp.domain.points import PointRules
from posapp.domain.pricing import ManualReductions, MemberPrices, PriceSource, Stage
from posapp.domain.rounding import RoundingMode, RoundingOff, RoundingRule, RoundTo

if TYPE_CHECKING:
    from posapp.offline.cache_store import CacheStore
    from posapp.workflows.desk import Desk

_LABELS: Final = {
    "zh_CN": ("会员价", "手工优惠", "抹零"),
    "zh_TW": ("會員價", "手動優惠", "抹零"),
    "en": ("Member price", "Manual reduction", "Rounding"),
}
"""What a reduction is called in facts and on paper, in the language of the till."""


class PriceBook:
    """Read on the UI thread, renewed on the store lane when the feed has changed."""

    def __init__(self, cache: CacheStore, desk: Desk) -> None:
        self._cache = cache
        self._desk = desk
        self._stand: tuple[int, str, RoundingRule] = (-1, "", RoundingRule())
        self._sources: tuple[PriceSource, ...] = ()
        self._rules = PointRules()
        self.refresh()

    def refresh(self) -> bool:
        """Lane: store. True when prices may have changed since the last call."""
        stand = (self._cache.version(), self._desk.settings.language, self.rounding())
        if stand == self._stand:
            return False
        offers = self._cache.offers()
        self._rules = self._cache.point_rules()
        member, manual, rounding = _LABELS[stand[1]]
        self._sources = (
            MemberPrices(member),
            OfferPrices(Stage.MEMBER, offers),
            OfferPrices(Stage.PROMOTION, offers),
            OfferPrices(Stage.COUPON, offers),
            ManualReductions(manual),
            RoundingOff(rounding, stand[2].automatic_step),
        )
        self._stand = stand
        return True

    def rules(self) -> PointRules:
        """Any thread: what points are worth and what earns them."""
        return self._rules

    def rounding(self) -> RoundingRule:
        """Any thread: whether and how far orders are rounded off here."""
        settings = self._desk.settings
        return RoundingRule(
            mode=RoundingMode(settings.rounding_off), to=RoundTo(settings.rounding_to)
        )

    def sources(self) -> tuple[PriceSource, ...]:
        """Any thread: one immutable tuple."""
        return self._sources
