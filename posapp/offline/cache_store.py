"""cache.db: what central knows (members, goods, offers); disposable, fetched again when damaged."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from posapp.domain.accounts import CreditAccount
from posapp.domain.catalog import Category
from posapp.domain.offers import Offer
from posapp.domain.points import PointRules
from posapp.domain.shop import Shop
from posapp.errors import Refused, Unavailable
from posapp.offline import cache_sums
from posapp.offline.cache_file import CacheFile
from posapp.offline.cache_rows import member_decoder, product_decoder, put_member, put_row
from posapp.wire.canonical import decode, encode
from posapp.wire.sync import FeedRow

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from posapp.domain.catalog import Product
    from posapp.domain.member import Member
    from posapp.offline.cache_sums import Held
    from posapp.offline.database import Row
    from posapp.offline.snapshot_file import SnapshotFile

T = TypeVar("T")

_PUT_META: Final = """
    INSERT INTO meta(name, value) VALUES (?, ?)
    ON CONFLICT(name) DO UPDATE SET value = excluded.value
"""
_BY_CODE: Final = """
    SELECT product.active, product.body FROM product_code
    JOIN product ON product.place = product_code.place WHERE product_code.code = ?
"""
_SHELF: Final = """
    SELECT body FROM product WHERE category_id = ? AND active = 1 ORDER BY sort, place
"""
_FAVOURITES: Final = """
    SELECT body FROM product WHERE active = 1 AND favourite = 1 ORDER BY sort, place
"""
_OWN_MEMBERS: Final = "SELECT id, body FROM member WHERE row_ver = 0 AND body IS NOT NULL"
_SHELF_ROWS: Final = """
    SELECT 'product', id, row_ver, body FROM product WHERE body IS NOT NULL
    UNION ALL
    SELECT t, k, row_ver, body FROM feed_row WHERE body IS NOT NULL AND t <> 'member'
"""
_COUNTS: Final = """
    SELECT (SELECT COUNT(*) FROM member WHERE body IS NOT NULL),
           (SELECT COUNT(*) FROM product WHERE body IS NOT NULL),
           (SELECT COUNT(*) FROM feed_row WHERE t = 'category' AND body IS NOT NULL),
           (SELECT COUNT(*) FROM feed_row WHERE t = 'offer' AND body IS NOT NULL)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheCounts:
    """How many rows of each kind are cached."""

    members: int
    products: int
    categories: int
    offers: int


class CacheStore:
    """Any lane reads; lane "sync" applies. Domain objects come out, never rows.

    Every method raises Unavailable("cache.damaged") where the file no longer reads; the next
    `cursor` or `apply` then begins an empty one, which the feed fills again.
    """

    def __init__(self, file: CacheFile) -> None:
        """Use `open`."""
        self._file = file
        self._lock = threading.Lock()
        self._version = int(self._meta("version") or 0)

    @classmethod
    def open(cls, folder: Path, key: bytes) -> CacheStore:
        """Open the cache in `folder`; one that does not read is put aside and made anew, empty."""
        file = CacheFile(folder, key)
        try:
            return cls(file)
        except Unavailable as error:
            if error.key != "cache.damaged":
                raise
        file.renew()
        return cls(file)

    def close(self) -> None:
        self._file.close()

    def apply(self, rows: Sequence[FeedRow], cursor: str, epoch: str) -> None:
        """Store rows and the cursor after them in one transaction; older rows change nothing."""
        self._file.renew_if_damaged()
        with self._lock, self._file.write() as tx:
            for row in rows:
                put_row(tx, row)
            version = self._version + 1 if rows else self._version
            tx.run(_PUT_META, ("cursor", cursor))
            tx.run(_PUT_META, ("epoch", epoch))
            tx.run(_PUT_META, ("version", str(version)))
        self._version = version

    def clear(self) -> None:
        """Forget everything, cursor and epoch too: the next pull begins at the beginning."""
        with self._lock:
            self._file.renew()
            self._version += 1

    def leave_place(self) -> None:
        """Everything has to be fetched anew; what is known serves until its successor is there."""
        with self._lock, self._file.write() as tx:
            for name, value in (("cursor", ""), ("epoch", ""), ("left", "1")):
                tx.run(_PUT_META, (name, value))

    def has_left_place(self) -> bool:
        """True from `leave_place` until another file has taken over or `clear` emptied this one."""
        return bool(self._meta("left"))

    def shadow(self) -> SnapshotFile:
        """Where the next cache is loaded; lane "sync"."""
        return self._file.shadow()

    def take_over(self, shadow: SnapshotFile) -> None:
        """Go on with what was loaded. Lane "sync"; look-ups of other lanes go on all the while."""
        with self._lock:
            kept = self._file.rows(_OWN_MEMBERS)
            path = shadow.finish(version=self._version + 1, kept=kept)
            self._file.adopt(path)
            self._version += 1

    def sums(self, table: str, without: Collection[str], min_pos: int) -> tuple[int, ...]:
        """One table added up by buckets; as `cache_sums.sums`."""
        return cache_sums.sums(self._file, table, without, min_pos)

    def held_in(self, table: str, buckets: Collection[int], min_pos: int) -> dict[str, Held]:
        """The rows of some buckets; as `cache_sums.held_in`."""
        return cache_sums.held_in(self._file, table, buckets, min_pos)

    def repair(self, table: str, held: dict[str, Held], rows: Sequence[FeedRow]) -> int:
        """Make one bucket what central says, in one transaction. Returns how many rows changed."""
        with self._lock, self._file.write() as tx:
            changed = cache_sums.repair(tx, table, held, rows)
            version = self._version + 1
            tx.run(_PUT_META, ("version", str(version)))
        self._version = version
        return changed

    def compared_ms(self) -> int:
        """When this file was last compared with central; 0 for never."""
        return int(self._meta("compared") or 0)

    def note_compared(self, at_ms: int) -> None:
        with self._lock, self._file.write() as tx:
            tx.run(_PUT_META, ("compared", str(at_ms)))

    def begin_again(self) -> None:
        """Keep what is known, but pull from the beginning: people and settings were lost."""
        with self._lock, self._file.write() as tx:
            tx.run(_PUT_META, ("cursor", ""))
            tx.run(_PUT_META, ("epoch", ""))

    def remember_member(self, member: Member) -> None:
        """Keep what this till just learnt of a member, until the feed brings a newer version."""
        with self._lock, self._file.write() as tx:
            put_member(tx, member.id, member.version, encode(member))
            self._version += 1
            tx.run(_PUT_META, ("version", str(self._version)))

    def cursor(self) -> tuple[str, str]:
        """Cursor and epoch of the last applied page; empty texts at the beginning."""
        self._file.renew_if_damaged()
        return self._meta("cursor"), self._meta("epoch")

    def version(self) -> int:
        """Grows with every change, so that a screen knows when to read again."""
        return self._version

    def shelf_rows(self) -> tuple[FeedRow, ...]:
        """Everything that central sent about goods, prices and the shop; nothing about a person."""
        return tuple(
            FeedRow(t=table, k=key, v=version, op="u", d=msgspec.Raw(body))
            for table, key, version, body in self._file.rows(_SHELF_ROWS)
        )

    def counts(self) -> CacheCounts:
        found = self._file.row(_COUNTS) or (0, 0, 0, 0)
        return CacheCounts(
            members=found[0], products=found[1], categories=found[2], offers=found[3]
        )

    def product(self, product_id: str) -> Product | None:
        return _product(self._file.row("SELECT body FROM product WHERE id = ?", (product_id,)))

    def product_by_code(self, code: str) -> Product | None:
        """By barcode or the shop's own code, exactly; one that is sold before one that is not."""
        rows = self._file.rows(_BY_CODE, (code.upper(),))
        if not rows:
            return None
        return product_decoder.decode(max(rows, key=_is_active)[1])

    def products_in(self, category_id: str) -> tuple[Product, ...]:
        """The active products of a category in their order."""
        rows = self._file.rows(_SHELF, (category_id,))
        return tuple(product_decoder.decode(row[0]) for row in rows)

    def favourites(self) -> tuple[Product, ...]:
        return tuple(product_decoder.decode(row[0]) for row in self._file.rows(_FAVOURITES))

    def categories(self) -> tuple[Category, ...]:
        found = self._each("category", Category)
        return tuple(sorted(found, key=lambda each: (each.sort, each.name, each.id)))

    def member_by_id(self, member_id: str) -> Member | None:
        return _member(self._file.row("SELECT body FROM member WHERE id = ?", (member_id,)))

    def member_by_number(self, number: str) -> Member | None:
        return _member(
            self._file.row("SELECT body FROM member WHERE number = ?", (number.upper(),))
        )

    def member_by_card(self, card: str) -> Member | None:
        return _member(self._file.row("SELECT body FROM member WHERE card = ?", (card.upper(),)))

    def member_by_phone(self, phone: str) -> Member | None:
        return _member(self._file.row("SELECT body FROM member WHERE phone = ?", (phone,)))

    def offers(self) -> tuple[Offer, ...]:
        """By code."""
        return self._each("offer", Offer)

    def accounts(self) -> tuple[CreditAccount, ...]:
        """Those that may buy on account, by code."""
        found = self._each("account", CreditAccount)
        return tuple(sorted((each for each in found if each.active), key=lambda each: each.code))

    def point_rules(self) -> PointRules:
        """The rules in force; the defaults when central sent none."""
        found = self._each("point_rules", PointRules)
        return max(found, key=lambda rules: rules.version, default=PointRules())

    def shop(self) -> Shop | None:
        """The shop that this till stands in; None before the first pull."""
        return next(iter(self._each("shop", Shop)), None)

    def found(self, sql: str, values: Sequence[object]) -> list[Row]:
        """Rows of one reading statement, for `search`."""
        return self._file.rows(sql, values)

    def _each(self, table: str, kind: type[T]) -> tuple[T, ...]:
        """The rows of a table by key, without those that only a newer program understands."""
        rows = self._file.rows(
            "SELECT body FROM feed_row WHERE t = ? AND body IS NOT NULL ORDER BY k", (table,)
        )
        found = []
        for row in rows:
            with suppress(Refused):
                found.append(decode(row[0], kind))
        return tuple(found)

    def _meta(self, name: str) -> str:
        found = self._file.row("SELECT value FROM meta WHERE name = ?", (name,))
        return str(found[0]) if found else ""


def _is_active(row: Row) -> int:
    return int(row[0])


def _member(found: Row | None) -> Member | None:
    if found is None or found[0] is None:
        return None
    return member_decoder.decode(found[0])


def _product(found: Row | None) -> Product | None:
    if found is None or found[0] is None:
        return None
    return product_decoder.decode(found[0])
