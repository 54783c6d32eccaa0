"""Numbers, names and times as people read them; the only place of local time on the screen."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from typing import Final

MINUS: Final = "−"
TIMES: Final = "×"
_WEEKDAYS: Final = {
    "zh_CN": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "zh_TW": ("週一", "週二", "週三", "週四", "週五", "週六", "週日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}


_SHOP: Final[dict[str, tzinfo]] = {}


def use_zone(zone: tzinfo) -> None:
    """From now on times without a zone of their own are shown in this one: the shop's."""
    _SHOP["zone"] = zone


def money_digits(minor: int) -> str:
    """1,234.50 or −0.05, from minor units, without a symbol (tables)."""
    whole, cents = divmod(abs(minor), 100)
    return f"{MINUS if minor < 0 else ''}{whole:,}.{cents:02d}"


def money(minor: int) -> str:
    """¥1,234.50 or −¥0.05 (totals, tiles, balances, sentences)."""
    digits = money_digits(minor)
    return f"{MINUS}¥{digits[1:]}" if minor < 0 else f"¥{digits}"


def money_short(minor: int) -> str:
    """¥100 for whole yuan, otherwise like `money` (quick cash keys)."""
    return money(minor).removesuffix(".00")


def quantity(thousandths: int) -> str:
    """1, 2.5 or 0.125, from thousandths."""
    whole, rest = divmod(abs(thousandths), 1000)
    sign = MINUS if thousandths < 0 else ""
    return f"{sign}{whole:,}" + (f".{rest:03d}".rstrip("0") if rest else "")


def percent(basis_points: int) -> str:
    """13% or 12.5%, from basis points."""
    whole, rest = divmod(basis_points, 100)
    return f"{whole}" + (f".{rest:02d}".rstrip("0") if rest else "") + "%"


def points(count: int) -> str:
    return f"{MINUS if count < 0 else ''}{abs(count):,}"


def local_time(moment: datetime, zone: tzinfo | None = None) -> str:
    """14:32 in the shop's zone (this computer's when none is given)."""
    return _local(moment, zone).strftime("%H:%M")


def local_day_time(moment: datetime, zone: tzinfo | None = None) -> str:
    """11-20 22:04."""
    return _local(moment, zone).strftime("%m-%d %H:%M")


def local_year_day(wall_ms: int, zone: tzinfo | None = None) -> str:
    """2031-11-22, from milliseconds since 1970: for a day that may be years away."""
    return _local(time_from_ms(wall_ms), zone).strftime("%Y-%m-%d")


def local_iso_day(wall_ms: int, zone: tzinfo | None = None) -> str:
    """YYYY-MM-DD where the shop is."""
    return _local(time_from_ms(wall_ms), zone).date().isoformat()


def local_date_time(moment: datetime, zone: tzinfo | None = None) -> str:
    """2026-11-20 22:04: where it may be years ago."""
    return _local(moment, zone).strftime("%Y-%m-%d %H:%M")


def local_date(day: date, language: str) -> str:
    """2026-11-21 周六."""
    weekday = _WEEKDAYS.get(language, _WEEKDAYS["zh_CN"])[day.weekday()]
    return f"{day:%Y-%m-%d} {weekday}"


def time_from_ms(wall_ms: int) -> datetime:
    """An aware UTC datetime from milliseconds since 1970."""
    seconds, rest = divmod(wall_ms, 1000)
    return datetime.fromtimestamp(seconds, UTC).replace(microsecond=rest * 1000)


def countdown(seconds: int) -> str:
    """04:32."""
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def _local(moment: datetime, zone: tzinfo | None) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment.astimezone(zone or _SHOP.get("zone"))


def local_seconds(wall_ms: int, zone: tzinfo | None = None) -> str:
    """14:33:06, from milliseconds since 1970, in the shop's zone."""
    return _local(time_from_ms(wall_ms), zone).strftime("%H:%M:%S")
