"""What an operator does about packs that companies buy."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from posapp.central.commands import central_of
from posapp.central.registration.packs import issue_pack, packs_of
from posapp.central.seeding import only_tenant
from posapp.domain.pack_codes import shown_pack_code

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.central.commands import Answer


def issue(
    data: Path, *, company: str, title: str, size: int, tier: str, coupons: tuple[str, ...]
) -> Answer:
    """A new pack and its codes, which are told this once. Raises as `issue_pack`."""
    central = central_of(data)
    try:
        with central.work(only_tenant(central)) as unit:
            pack_id, codes = issue_pack(
                unit,
                company=company,
                title=title,
                size=size,
                tier=tier,
                coupons=coupons,
                who=getpass.getuser(),
            )
        return {"pack": pack_id, "codes": [shown_pack_code(code) for code in codes]}
    finally:
        central.database.close()


def show(data: Path) -> Answer:
    """Every pack and how many of its codes were used."""
    central = central_of(data)
    try:
        tenant = only_tenant(central)
        with central.database.read() as connection:
            return {"packs": packs_of(connection, tenant.id)}
    finally:
        central.database.close()
