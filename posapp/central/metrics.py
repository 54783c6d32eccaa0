"""What Prometheus reads: counters of the processes, and a few figures out of the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from posapp.central.leases import LIVE
from posapp.central.meters import BOUNDS_S
from posapp.central.tables.inbox import case, inbox
from posapp.central.tables.leases import lease
from posapp.central.tables.shops import feed_head, meta
from posapp.wire.sync import ItemOutcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from posapp.central.meters import Meters
    from posapp.central.service import Central

CONTENT: Final = "text/plain; version=0.0.4; charset=utf-8"
BACKED_UP: Final = "backed_up_ms"
"""The name in `meta` under which the last verified backup leaves its time."""

_QUARANTINED: Final = select(func.count(), func.min(inbox.c.received_ms)).where(
    inbox.c.outcome == ItemOutcome.QUARANTINED.value
)
_CASES: Final = select(func.count()).select_from(case).where(case.c.closed == 0)
_LEASES: Final = (
    select(func.count())
    .select_from(lease)
    .where(lease.c.state.in_([state.value for state in LIVE]))
)
_HEAD: Final = select(func.coalesce(func.sum(feed_head.c.pos), 0))
_BACKUP: Final = select(meta.c.value).where(meta.c.name == BACKED_UP)

_Sample = tuple[str, float]


def exposition(central: Central, meters: Meters) -> str:
    """The text format: families with their samples. No label holds what a caller sent."""
    with central.database.read() as connection:
        gauges = list(_gauges(connection, central.clock.wall_ms()))
    gauges.append(
        ("posapp_database_connections", "Open in the process that answers", central.database.in_use)
    )
    lines = [
        *_family("posapp_requests_total", "counter", "Requests answered", _requests(meters)),
        *_family("posapp_request_seconds", "histogram", "Time to answer", _times(meters)),
        *_family("posapp_push_items_total", "counter", "Facts by outcome", _outcomes(meters)),
    ]
    for name, text, value in gauges:
        lines += _family(name, "gauge", text, [("", value)])
    return "\n".join(lines) + "\n"


def _gauges(connection: Connection, now_ms: int) -> Iterator[tuple[str, str, float]]:
    count, oldest_ms = connection.execute(_QUARANTINED).one()
    age = 0 if oldest_ms is None else (now_ms - oldest_ms) / 1_000
    yield "posapp_quarantine_facts", "Facts that wait for a person", count
    yield "posapp_quarantine_oldest_seconds", "How long the oldest of them has waited", age
    yield "posapp_cases_open", "Cases that wait for a person", _one(connection, _CASES)
    yield "posapp_leases_live", "Leases that tills hold", _one(connection, _LEASES)
    yield "posapp_feed_places", "Places given in the feeds", _one(connection, _HEAD)
    backed_up = connection.execute(_BACKUP).scalar()
    if backed_up is not None:
        age = (now_ms - int(backed_up)) / 1_000
        yield "posapp_backup_age_seconds", "Since the last verified backup", age


def _one(connection: Connection, query: Any) -> int:
    return int(connection.execute(query).scalar_one())


def _requests(meters: Meters) -> Iterator[_Sample]:
    for route, status, count in meters.requests():
        yield f'{{route="{route}",status="{status or "other"}"}}', count


def _times(meters: Meters) -> Iterator[_Sample]:
    bounds = [*(f"{bound:g}" for bound in BOUNDS_S), "+Inf"]
    for route, counts, total in meters.times():
        for bound, count in zip(bounds, counts, strict=True):
            yield f'_bucket{{route="{route}",le="{bound}"}}', count
        yield f'_sum{{route="{route}"}}', total
        yield f'_count{{route="{route}"}}', counts[-1]


def _outcomes(meters: Meters) -> Iterator[_Sample]:
    for outcome, count in meters.outcomes():
        yield f'{{outcome="{outcome}"}}', count


def _family(name: str, kind: str, text: str, samples: Iterable[_Sample]) -> list[str]:
    head = [f"# HELP {name} {text}", f"# TYPE {name} {kind}"]
    return head + [f"{name}{labels} {value:.17g}" for labels, value in samples]
