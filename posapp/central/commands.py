"""What `posapp central` and `posapp import catalogue` do; parsing and printing are the CLI's."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy.exc import OperationalError

from posapp.central.data_folder import DATABASE_FILE, KEY_FILE, TOKEN_FILE, database_url
from posapp.central.database import open_file, open_url
from posapp.central.enrolment import VALID_MS, make_enrol_code
from posapp.central.gateway.config import open_acquirers
from posapp.central.keys import create_key_file, read_key_file
from posapp.central.nonces import Nonces, NonceTable
from posapp.central.privacy.destroyed import FILE as FORGOTTEN_FILE
from posapp.central.privacy.destroyed import ForgottenFile
from posapp.central.sample_store import SampleStore
from posapp.central.schema import is_there, upgrade
from posapp.central.seeding import Seeded, only_tenant, seed
from posapp.central.service import Central
from posapp.central.sms import FileGateway, NoGateway
from posapp.clock import Ids, SystemClock
from posapp.errors import Refused, Unavailable
from posapp.paths import resource
from posapp.wire.canonical import decode

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.central.sms import SmsGateway
    from posapp.clock import Clock

Answer = dict[str, Any]

SAMPLE: Final = "sample_store/store.json"

_EMPTY_STORE: Final = b"""{"tenant": {"name": "posapp"}, "shop": {"code": "1", "name": "1"}}"""


def open_central(
    data: Path, *, clock: Clock | None = None, sms: SmsGateway | None = None, url: str = ""
) -> Central:
    """Central over a data folder that `init` made, its schema brought up to date.

    `url` names a server database instead of the folder's file. The caller closes
    `central.database`. Raises Unavailable("central.not_there", "central.key_missing",
    "central.key_open_to_others") and Refused("central.schema_newer").
    """
    if not (url or (data / DATABASE_FILE).exists()):
        raise Unavailable("central.not_there")
    return _opened(data, clock=clock, sms=sms, url=url)


def _opened(data: Path, *, clock: Clock | None, sms: SmsGateway | None, url: str = "") -> Central:
    clock = clock or SystemClock()
    keys = read_key_file(data / KEY_FILE)
    database = open_url(url) if url else open_file(data / DATABASE_FILE)
    central = Central(
        database=database,
        keys=keys,
        clock=clock,
        ids=Ids(clock),
        sms=sms or NoGateway(),
        nonces=NonceTable(database) if database.is_server else Nonces(),
        acquirers=open_acquirers(data, keys, clock),
        forgotten=ForgottenFile(data / FORGOTTEN_FILE),
    )
    try:
        upgrade(database, central.ids)
    except Refused:
        database.close()
        raise
    except OperationalError as error:
        database.close()
        raise Unavailable("central.database_unreachable") from error
    return central


def create_central(
    data: Path, *, clock: Clock | None = None, sms: SmsGateway | None = None, url: str = ""
) -> Central:
    """A new data folder with its key, and empty tables there or in the server database of `url`.

    Raises Refused("central.already_there") rather than touch one that stands.
    """
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    if (data / DATABASE_FILE).exists() or (url and _stands(url)):
        raise Refused("central.already_there")
    try:
        create_key_file(data / KEY_FILE)
    except FileExistsError as error:
        raise Refused("central.already_there") from error
    return _opened(data, clock=clock, sms=sms, url=url)


def _stands(url: str) -> bool:
    database = open_url(url)
    try:
        return is_there(database)
    except OperationalError as error:
        raise Unavailable("central.database_unreachable") from error
    finally:
        database.close()


def central_of(data: Path, sms: SmsGateway | None = None) -> Central:
    """The central of a folder, wherever its database is."""
    return open_central(data, url=database_url(data), sms=sms)


def seed_sample(central: Central, store: bytes, data: Path | None = None) -> Seeded:
    """Fill central from the JSON of a store; with `data`, leave the operator's token there.

    Raises Refused("wire.not_understood") for a store that does not fit its shape.
    """
    seeded = seed(central, decode(store, SampleStore))
    if data is not None:
        handle = os.open(data / TOKEN_FILE, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as target:
            target.write(seeded.operator_token + "\n")
    return seeded


def init(data: Path, *, sample: bool) -> Answer:
    """Make an empty database, or one with the sample park."""
    central = create_central(data, url=database_url(data))
    try:
        store = resource(SAMPLE).read_bytes() if sample else _EMPTY_STORE
        seeded = seed_sample(central, store, data)
        if sample:
            from posapp.central.gateway.commands import simulate
            from posapp.central.privacy.policies import keep_sample_policies, tell_tills

            simulate(central, data)
            with central.work(only_tenant(central)) as unit:
                keep_sample_policies(unit.connection, seeded.tenant_id, unit.now_ms)
                tell_tills(unit)
    finally:
        central.database.close()
    return {
        "database": central.database.shown,
        "key": str(data / KEY_FILE),
        "operator_token": str(data / TOKEN_FILE),
        "tenant": seeded.tenant_id,
        "members": len(seeded.members),
    }


def enrol_code(data: Path, *, shop: str, till: str, label: str = "") -> Answer:
    """A one-time code for a new till of a shop. Raises Refused("enrol.no_such_shop")."""
    central = central_of(data)
    try:
        tenant = only_tenant(central)
        code = make_enrol_code(
            central,
            tenant_id=tenant.id,
            shop_code=shop,
            terminal_code=till,
            label=label or till,
        )
    finally:
        central.database.close()
    return {"code": code, "valid_minutes": VALID_MS // 60_000, "till": till}


def backup(data: Path, *, to: Path) -> Answer:
    """A verified copy of the database; tills may then forget what it holds."""
    from posapp.central.backup import back_up

    central = central_of(data)
    try:
        facts = back_up(central, to)
    finally:
        central.database.close()
    return {"file": str(to), "facts": facts}


def prune(data: Path) -> Answer:
    """What time alone changes, once a day: deletions of the feed of 90 days ago are forgotten (a
    till away for longer loads all anew), tags come and lapse, gift value that nobody used ends.
    """
    from posapp.central.compensation.taking_back import lapse
    from posapp.central.pruning import prune as prune_feed
    from posapp.central.tagging.nightly import run_night

    central = central_of(data)
    try:
        tenant = only_tenant(central)
        pruned = prune_feed(central, tenant.id)
        night = run_night(central, tenant)
        lapsed = lapse(central, tenant)
    finally:
        central.database.close()
    return {
        "deletions": pruned.deletions,
        "min_pos": pruned.min_pos,
        "tags_lapsed": night.lapsed,
        "members_away": night.away,
        "gifts_lapsed": lapsed,
    }


def restore(data: Path, *, backup: Path, forgotten: Path | None = None) -> Answer:
    """Put a backup in the place of the database, as another central. Nobody may be serving it.

    Whoever was forgotten since the backup was made is forgotten in it too: by the list in the
    folder, and that of `forgotten`, a copy that was kept elsewhere.
    """
    from posapp.central.privacy.keeping import forget_listed
    from posapp.central.restore import restore_file

    if not (data / KEY_FILE).exists():
        raise Unavailable("central.not_there")
    listed = ForgottenFile(data / FORGOTTEN_FILE)
    if forgotten is not None:
        listed.add(ForgottenFile(forgotten).read())
    url = database_url(data)
    if url:
        return _restored_on_server(data, backup, url)
    facts, kept = restore_file(data / DATABASE_FILE, backup, Ids(SystemClock()))
    central = central_of(data)
    try:
        again = forget_listed(central)
    finally:
        central.database.close()
    return {
        "database": str(data / DATABASE_FILE),
        "facts": facts,
        "kept": "" if kept is None else str(kept),
        "forgotten_again": again,
    }


def _restored_on_server(data: Path, backup: Path, url: str) -> Answer:
    """Only into an empty database: the one that stood there stays, whatever happens."""
    from posapp.central.backup import fact_count
    from posapp.central.privacy.keeping import forget_listed
    from posapp.central.server_backup import read_archive

    if _stands(url):
        raise Refused("central.already_there")
    database = open_url(url)
    try:
        read_archive(database, backup)
    finally:
        database.close()
    central = central_of(data)
    try:
        again = forget_listed(central)
        return {
            "database": central.database.shown,
            "facts": fact_count(central),
            "kept": "",
            "forgotten_again": again,
        }
    finally:
        central.database.close()


def import_catalogue(data: Path, *, file: Path, commit: bool) -> Answer:
    """Read a catalogue file; write it only with `commit` and without a single wrong row."""
    from posapp.central.import_catalogue import import_file

    central = central_of(data)
    try:
        outcome = import_file(central, only_tenant(central), file, commit=commit)
    finally:
        central.database.close()
    return outcome.as_answer()


def serve(
    data: Path,
    *,
    host: str,
    port: int,
    with_parent: bool,
    sms_spool: Path | None,
    workers: int = 1,
) -> None:
    """Answer tills until a signal comes, or until the parent is gone.

    Raises Refused("central.workers_need_a_server") for several processes over a file.
    """
    from posapp.central.log_lines import set_up_log
    from posapp.central.privacy.keeping import forget_listed
    from posapp.central.server import run_server
    from posapp.central.workers import run_workers

    opener = partial(_serving, data, sms_spool)
    central = opener()
    try:
        forget_listed(central)
        if workers == 1:
            set_up_log()
            run_server(central, host=host, port=port, with_parent=with_parent)
            return
        if not central.database.is_server:
            raise Refused("central.workers_need_a_server")
    finally:
        central.database.close()
    set_up_log()
    run_workers(opener, host=host, port=port, count=workers, with_parent=with_parent)


def _serving(data: Path, sms_spool: Path | None) -> Central:
    return central_of(data, None if sms_spool is None else FileGateway(sms_spool))
