"""Central's books, asked over HTTP from the other process with the operator's token."""

from __future__ import annotations

import json
import urllib.request
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from posapp.demo.evidence import Books

_TIMEOUT_S: Final = 30
_TOTALS: Final = (
    "baskets",
    "lines",
    "list",
    "member_reduction",
    "promotion",
    "retailer_coupon",
    "manual",
    "rounding",
    "net",
    "tax",
    "manufacturer_coupon",
    "points",
)
_BALANCES: Final = ("principal", "bonus", "held", "points", "points_pending", "growth")
_TENDER: Final = ("kind", "channel", "amount", "points", "principal", "bonus")


class CentralReader:
    """Reads reports of one central; blocks; for evidence and replay, never for a screen."""

    def __init__(self, url: str, operator_token: str) -> None:
        self._url = url
        self._token = operator_token

    def get(self, path: str, **query: str) -> dict[str, Any]:
        """One report as JSON. Raises OSError when central does not answer."""
        target = f"{self._url}{path}" + (f"?{urlencode(query)}" if query else "")
        request = urllib.request.Request(  # noqa: S310  # loopback, made by this process
            target, headers={"Authorization": f"Bearer {self._token}"}
        )
        with urllib.request.urlopen(request, timeout=_TIMEOUT_S) as answer:  # noqa: S310
            found: dict[str, Any] = json.load(answer)
        return found

    def summary(self, terminal: str) -> dict[str, Any]:
        return self.get("/v1/reports/summary", terminal=terminal)

    def sales(self, terminal: str) -> list[dict[str, Any]]:
        """Every sale of a terminal, page by page."""
        rows: list[dict[str, Any]] = []
        after = ""
        while True:
            page = self.get("/v1/reports/sales", terminal=terminal, after=after)
            rows.extend(page["sales"])
            after = page["next"]
            if not after:
                return rows

    def shifts(self, terminal: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.get("/v1/reports/shifts", terminal=terminal)["shifts"]
        return found

    def member(self, number: str) -> dict[str, Any]:
        return self.get(f"/v1/reports/members/{number}")


def central_books(reader: CentralReader, terminal: str, member_numbers: Iterable[str]) -> Books:
    """The same keys as `till_books`, from what central applied of this terminal's facts."""
    summary = reader.summary(terminal)
    return {
        "totals": {name: summary[name] for name in _TOTALS},
        "tenders": [
            {name: row[name] for name in ("kind", "channel", "taken", "given_back")}
            for row in sorted(summary["tenders"], key=lambda row: (row["kind"], row["channel"]))
        ],
        "refunds": summary["refunds"],
        "top_ups": summary["top_ups"],
        "sales": _sales(reader.sales(terminal)),
        "shifts": [_shift(row) for row in reader.shifts(terminal) if row["z_number"]],
        "members": {number: _balances(reader.member(number)) for number in member_numbers},
    }


def _sales(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    kept = ("receipt_number", "list", "net", "points", "refunded")
    return [
        {
            **{name: row[name] for name in kept},
            "tenders": [{name: each[name] for name in _TENDER} for each in row["tenders"]],
        }
        for row in sorted(rows, key=lambda row: row["receipt_number"])
    ]


def _shift(row: dict[str, Any]) -> dict[str, Any]:
    kept = ("z_number", "z_digest", "expected_cash", "counted_cash", "difference")
    return {
        **{name: row[name] for name in kept},
        "sales": row["central_sales"],
        "net": row["central_net"],
    }


def _balances(report: dict[str, Any]) -> dict[str, int]:
    """Sums of entries, not the balances that accounts carry."""
    return {name: report[name] for name in _BALANCES}
