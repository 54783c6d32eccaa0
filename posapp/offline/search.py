"""Finding goods and members as a person types; every query is a bounded index range, never a scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from posapp.domain.catalog import Product
    from posapp.domain.member import Member
    from posapp.offline.cache_store import CacheStore


class Search:
    """Any lane; reads the cache only."""

    def __init__(self, cache: CacheStore) -> None:
        self._cache = cache

    def products(self, text: str, limit: int = 20) -> tuple[Product, ...]:
        """By code, barcode, name (any part), pinyin or initials; exact codes first."""
        raise NotImplementedError

    def members(self, text: str, limit: int = 20) -> tuple[Member, ...]:
        """By phone (four digits and more), its last four, card, number, name, pinyin or initials."""
        raise NotImplementedError
