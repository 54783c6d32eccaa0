"""Every table of central, by concern; importing this package declares all of them on METADATA."""

from __future__ import annotations

from posapp.central.tables import (
    catalogue,
    escrow,
    exchange,
    gateway,
    held,
    inbox,
    leases,
    ledger,
    member_page,
    members,
    merging,
    privacy,
    recovery,
    registration,
    requests,
    sales,
    service,
    shops,
    snapshots,
    tenders,
)
from posapp.central.tables.base import METADATA

__all__ = [
    "METADATA",
    "catalogue",
    "escrow",
    "exchange",
    "gateway",
    "held",
    "inbox",
    "leases",
    "ledger",
    "member_page",
    "members",
    "merging",
    "privacy",
    "recovery",
    "registration",
    "requests",
    "sales",
    "service",
    "shops",
    "snapshots",
    "tenders",
]
