"""What an operator does about personal data: report, nightly run, sealed copies, policies."""

from __future__ import annotations

import getpass
import os
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from posapp.central.commands import central_of
from posapp.central.privacy.access_list import Span, as_rows, seen_members
from posapp.central.privacy.access_list import as_csv as as_access_csv
from posapp.central.privacy.compliance import DAY_MS, as_csv, in_words, report
from posapp.central.privacy.keeping import keep
from posapp.central.privacy.policies import keep_policy, tell_tills, versions
from posapp.central.privacy.sealed_copies import open_sealed, proved_pair
from posapp.central.seeding import only_tenant
from posapp.central.view import View
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from posapp.central.caller import Tenant
    from posapp.central.service import Central

Answer = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Of whom the log of looks is asked: a staff number, a till's code, days of the shop's."""

    who: str = ""
    till: str = ""
    since: str = ""
    until: str = ""
    to: Path | None = None
    language: str = "zh_CN"


def compliance(data: Path, *, days: int, to: Path | None, language: str = "zh_CN") -> Answer:
    """The report of the last days; with `to` as a CSV file too, for its owner alone.

    Raises Refused("export.file_exists").
    """
    with _opened(data) as (central, tenant), central.database.read() as connection:
        now_ms = central.clock.wall_ms()
        view = View(connection=connection, tenant=tenant, keys=central.keys, now_ms=now_ms)
        lines = report(view, now_ms - days * DAY_MS)
    if to is not None:
        _write(to, as_csv(lines, language).encode("utf-8-sig"))
    told = [{**asdict(each), "text": in_words(each, language)} for each in lines]
    return {"days": days, "lines": told}


def access(data: Path, span: Asked) -> Answer:
    """Whose data somebody saw or a till showed; numbers of members, no names. With `to` as a CSV
    file too, for its owner alone.

    Raises Refused("access.nobody_known", "access.till_unknown", "access.day_not_valid",
    "export.file_exists").
    """
    with _opened(data) as (central, tenant), central.database.read() as connection:
        now_ms = central.clock.wall_ms()
        view = View(connection=connection, tenant=tenant, keys=central.keys, now_ms=now_ms)
        until_ms = _day(tenant, span.until) + DAY_MS if span.until else now_ms + 1
        since_ms = _day(tenant, span.since) if span.since else until_ms - 30 * DAY_MS
        found = seen_members(
            view, Span(since_ms=since_ms, until_ms=until_ms, who=span.who, till=span.till)
        )
        rows = as_rows(view, found, span.language)
    if span.to is not None:
        _write(span.to, as_access_csv(rows, span.language).encode("utf-8-sig"))
    return {"members": len({each.number for each in found}), "seen": rows}


def _day(tenant: Tenant, text: str) -> int:
    """When a day of the shop's begins. Raises Refused("access.day_not_valid")."""
    try:
        begins = datetime.combine(date.fromisoformat(text), time(), tenant.zone)
    except ValueError as error:
        raise Refused("access.day_not_valid", text=text) from error
    return int(begins.timestamp()) * 1000


def forget_due(data: Path) -> Answer:
    """Terms of the law that ended, and the list of destroyed keys: what a night of `serve` does."""
    with _opened(data) as (central, tenant):
        return asdict(keep(central, tenant))


def open_one(
    data: Path,
    number: str,
    *,
    to: Path,
    first: str,
    second: str,
    note: str,
    ask_pin: Callable[[str], str] = getpass.getpass,
) -> Answer:
    """A sealed member as a ZIP file, for a court or an audit, before two managers.

    Raises as `proved_pair` and `open_sealed`, and Refused("export.file_exists").
    """
    with _opened(data) as (central, tenant):
        if to.exists():
            raise Refused("export.file_exists")
        who = proved_pair(central, tenant, (first, second), ask_pin)
        _write(to, open_sealed(central, tenant, number, who=who, note=note))
    return {"file": str(to), "who": who}


def policy(
    data: Path,
    *,
    file: Path | None = None,
    version: str = "",
    language: str = "zh_CN",
    form: str = "full",
) -> Answer:
    """The texts that there are; with `file` one more is kept first. Raises as `keep_policy`."""
    with _opened(data) as (central, tenant):
        if file is not None:
            with central.work(tenant) as unit:
                keep_policy(
                    unit.connection,
                    tenant.id,
                    unit.now_ms,
                    version=version,
                    language=language,
                    form=form,
                    body=file.read_text(encoding="utf-8"),
                )
                tell_tills(unit)
        with central.database.read() as connection:
            return {"texts": versions(connection, tenant.id)}


def _write(path: Path, content: bytes) -> None:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise Refused("export.file_exists") from error
    with os.fdopen(handle, "wb") as target:
        target.write(content)


@contextmanager
def _opened(data: Path) -> Iterator[tuple[Central, Tenant]]:
    central = central_of(data)
    try:
        yield central, only_tenant(central)
    finally:
        central.database.close()
