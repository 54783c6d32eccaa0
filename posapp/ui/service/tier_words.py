"""A tier by hand in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.ui.i18n import tr
from posapp.ui.pay.header import tier_title

if TYPE_CHECKING:
    from posapp.wire.service_desk import Happened


def tier_moved(row: Happened) -> str:
    """What it became, and how long or why."""
    tier = tier_title(str(row.detail.get("to", "")))
    if row.detail.get("ended"):
        return tr("人工定的等级到期，现在 {tier}", tier=tier)
    if row.detail.get("back"):
        return tr("取消人工定的等级，现在 {tier}", tier=tier)
    return tr("等级定为 {tier}，到 {day} 为止", tier=tier, day=row.detail.get("until", ""))
