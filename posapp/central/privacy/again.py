"""A database that knows somebody who was forgotten: a backup from before, put in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.central.caller import load_tenant
from posapp.central.privacy.destroyed import destroy_keys, gone_among, out_of_service
from posapp.central.privacy.erasing import put_away
from posapp.central.privacy.persons import persons_under
from posapp.central.privacy.sweeping import Sweep, sweep, sweep_sealed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from posapp.central.privacy.destroyed import Gone
    from posapp.central.service import Central
    from posapp.central.unit import Unit


def forget_again(central: Central, gone: Iterable[Gone]) -> int:
    """Destroy or seal these keys here too, with all that goes with them; how many this database did
    not know of. Tills hear of it by the feed.
    """
    by_tenant: dict[str, dict[str, int]] = {}
    for each in gone:
        by_tenant.setdefault(each.tenant_id, {})[each.subject_id] = each.until_ms
    count = 0
    for tenant_id, until in sorted(by_tenant.items()):
        with central.database.read() as connection:
            tenant = load_tenant(connection, tenant_id)
        with central.work(tenant) as unit:
            count += _destroy(unit, [key for key, until_ms in until.items() if not until_ms])
            count += _seal(unit, {key: until_ms for key, until_ms in until.items() if until_ms})
    return count


def _destroy(unit: Unit, ids: list[str]) -> int:
    new = sorted({*ids} - gone_among(unit.connection, ids))
    for person in persons_under(unit.connection, unit.tenant.id, new):
        work = Sweep(connection=unit.connection, person=person, now_ms=unit.now_ms)
        sweep(work)
        sweep_sealed(work)
        destroy_keys(unit.connection, unit.tenant.id, person.subject_ids, unit.now_ms)
        for each in person.ids:
            unit.change("member", each, "d")
    destroy_keys(unit.connection, unit.tenant.id, new, unit.now_ms)
    return len(new)


def _seal(unit: Unit, until: dict[str, int]) -> int:
    new = sorted({*until} - out_of_service(unit.connection, sorted(until)))
    for person in persons_under(unit.connection, unit.tenant.id, new):
        until_ms = max(until.get(each, 0) for each in person.subject_ids)
        put_away(unit, person, until_ms)
    return len(new)
