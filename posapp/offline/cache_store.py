"""cache.db: what central knows (members, goods, offers), disposable and fetched again when damaged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from posapp.domain.catalog import Category, Product
    from posapp.domain.member import Member
    from posapp.domain.offers import Offer
    from posapp.domain.points import PointRules
    from posapp.domain.shop import Shop
    from posapp.wire.sync import FeedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheCounts:
    """How many rows of each kind are cached."""

    members: int
    products: int
    categories: int
    offers: int


class CacheStore:
    """Any lane reads; lane "sync" applies. Domain objects come out, never rows."""

    @classmethod
    def open(cls, folder: Path, key: bytes) -> CacheStore:
        """Open `cache.db` in `folder`; one that is damaged or of another schema is put aside and made anew, empty."""
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def apply(self, rows: Sequence[FeedRow], cursor: str, epoch: str) -> None:
        """Store rows and the cursor after them in one transaction; older versions than what stands change nothing."""
        raise NotImplementedError

    def clear(self) -> None:
        """Forget everything, cursor and epoch too: the next pull starts from the beginning."""
        raise NotImplementedError

    def cursor(self) -> tuple[str, str]:
        """Cursor and epoch of the last applied page; empty texts at the beginning."""
        raise NotImplementedError

    def version(self) -> int:
        """Grows with every change, so that a screen knows when to read again."""
        raise NotImplementedError

    def counts(self) -> CacheCounts:
        raise NotImplementedError

    def product(self, product_id: str) -> Product | None:
        raise NotImplementedError

    def product_by_code(self, code: str) -> Product | None:
        """By barcode or by the shop's own code, exactly."""
        raise NotImplementedError

    def products_in(self, category_id: str) -> tuple[Product, ...]:
        """The active products of a category in their order."""
        raise NotImplementedError

    def favourites(self) -> tuple[Product, ...]:
        raise NotImplementedError

    def categories(self) -> tuple[Category, ...]:
        raise NotImplementedError

    def member_by_id(self, member_id: str) -> Member | None:
        raise NotImplementedError

    def member_by_number(self, number: str) -> Member | None:
        raise NotImplementedError

    def member_by_card(self, card: str) -> Member | None:
        raise NotImplementedError

    def member_by_phone(self, phone: str) -> Member | None:
        raise NotImplementedError

    def offers(self) -> tuple[Offer, ...]:
        raise NotImplementedError

    def point_rules(self) -> PointRules:
        """The rules in force; the defaults when central sent none."""
        raise NotImplementedError

    def shop(self) -> Shop | None:
        raise NotImplementedError
