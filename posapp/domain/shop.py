"""The shop that a till stands in, as papers and screens name it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """A row of the feed. `brand` heads the paper; `policy_version` is the privacy text in force."""

    id: str
    name: str
    brand: str = ""
    address: str = ""
    phone: str = ""
    tax_number: str = ""
    currency: str = "CNY"
    time_zone: str = "Asia/Shanghai"
    policy_version: str = ""
    footer: tuple[str, ...] = ()
