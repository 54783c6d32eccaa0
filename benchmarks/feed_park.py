"""A central with very many members in a process of its own, and a till that is enrolled there."""

from __future__ import annotations

import random
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.filled import kept
from benchmarks.member_lookup import member
from posapp.app.stores import Stores, open_stores
from posapp.central.caller import load_tenant
from posapp.central.commands import SAMPLE, create_central, open_central, seed_sample
from posapp.central.enrolment import make_enrol_code
from posapp.clock import Ids, SystemClock
from posapp.domain.member import Profile
from posapp.offline.central_api import enrol
from posapp.offline.central_link import CentralLink, Credentials
from posapp.offline.feed_intake import FeedIntake
from posapp.offline.keys import TillKeys, new_keys
from posapp.offline.snapshot_calls import SnapshotCalls
from posapp.paths import resource
from posapp.wire.attachments import encrypt_profile
from posapp.wire.signing import public_key_of
from posapp.wire.sync import EnrolReply, EnrolRequest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import ExitStack

    from posapp.central.service import Central

ROOT = Path(__file__).resolve().parent.parent
ALEMBIC = ROOT / "posapp" / "central" / "alembic" / "versions"
STORE = b'{"tenant": {"name": "posapp"}, "shop": {"code": "1", "name": "1"}}'
PAGE = 10_000
SUBJECT_KEY = bytes(range(32))


def build_central(folder: Path, members: int, *, sample: bool = False) -> str:
    """Central's folder with this many members from a seed, and the sample's goods and people where
    they are wanted. Returns the tenant.
    """
    schema = max(path.stem for path in ALEMBIC.glob("v*.py"))
    name = f"central-{members}-{schema}{'-sample' if sample else ''}"
    kept(name, partial(_build, members=members, sample=sample), folder)
    central = open_central(folder)
    with central.database.read() as connection:
        tenant_id = str(connection.exec_driver_sql("SELECT id FROM tenant").scalar_one())
    central.database.close()
    return tenant_id


def _build(folder: Path, members: int, *, sample: bool) -> None:
    central = create_central(folder)
    store = resource(SAMPLE).read_bytes() if sample else STORE
    tenant_id = seed_sample(central, store).tenant_id
    chance = random.Random(20)
    wrapped = central.keys.wrap(SUBJECT_KEY, "subject")
    for begin in range(0, members, PAGE):
        _add_members(central, tenant_id, range(begin, min(begin + PAGE, members)), chance, wrapped)
    central.database.close()


def _add_members(
    central: Central, tenant_id: str, numbers: range, chance: random.Random, wrapped: bytes
) -> None:
    """Members as a registration leaves them; they share one subject, which central cannot tell."""
    made = [member(number, chance) for number in numbers]
    with central.database.write() as connection:
        if numbers.start == 0:
            connection.exec_driver_sql(
                "INSERT INTO subject_key(subject_id, wrapped_key) VALUES ('subject', ?)", (wrapped,)
            )
        (pos,) = connection.exec_driver_sql(
            "UPDATE feed_head SET pos = pos + ? WHERE tenant_id = ? RETURNING pos",
            (len(made), tenant_id),
        ).one()
        first = pos - len(made) + 1
        connection.exec_driver_sql(
            "INSERT INTO member(id, tenant_id, number, tier, subject_id, profile)"
            " VALUES (?, ?, ?, ?, 'subject', ?)",
            [(m.id, tenant_id, m.number, m.tier, _profile(m.name, m.phone, m.card)) for m in made],
        )
        connection.exec_driver_sql(
            "INSERT INTO change(tenant_id, kind, row_key, pos, op) VALUES (?, 'member', ?, ?, 'u')",
            [(tenant_id, m.id, first + n) for n, m in enumerate(made)],
        )


def _profile(name: str, phone: str, card: str) -> bytes:
    return encrypt_profile(Profile(phone=phone, name=name, card=card), "subject", SUBJECT_KEY)


def touch(central: Central, tenant_id: str, keys: list[str]) -> None:
    """These members' rows changed: every till hears of them."""
    with central.database.read() as connection:
        tenant = load_tenant(connection, tenant_id)
    with central.work(tenant) as unit:
        for key in keys:
            unit.change("member", key)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """`posapp central serve` over a folder; its address."""
    words = [sys.executable, "-m", "posapp", "central", "serve", "--data", str(folder)]
    process = subprocess.Popen(
        [*words, "--port", "0", "--with-parent"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout
        port = process.stdout.readline().split()[-1]
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


@dataclass(frozen=True, slots=True)
class Tiller:
    """An enrolled till's stores and the calls of its sync lane."""

    stores: Stores
    intake: FeedIntake
    calls: SnapshotCalls
    keys: TillKeys


def enrolled(central_folder: Path, url: str, folder: Path, closing: ExitStack) -> Tiller:
    """A new till with an empty cache."""
    clock = SystemClock()
    ids, keys = Ids(clock), new_keys()
    reply = _enrol(central_folder, url, keys)
    stores = open_stores(folder, keys, clock, closing)
    intake = FeedIntake(stores.cache, stores.till.staff, stores.till.settings)
    credentials = Credentials(
        terminal_id=reply.terminal_id,
        incarnation=reply.incarnation,
        private_key=keys.device_private,
    )
    calls = SnapshotCalls(CentralLink(url, credentials, clock, ids), intake)
    closing.callback(calls.close)
    return Tiller(stores, intake, calls, keys)


def _enrol(central_folder: Path, url: str, keys: TillKeys) -> EnrolReply:
    from base64 import b64encode

    central = open_central(central_folder)
    with central.database.read() as connection:
        tenant_id = connection.exec_driver_sql("SELECT id FROM tenant").scalar_one()
    code = make_enrol_code(
        central, tenant_id=tenant_id, shop_code="1", terminal_code="A03", label="A03"
    )
    central.database.close()
    link = CentralLink(url, None, SystemClock(), Ids(SystemClock()))
    public = b64encode(public_key_of(keys.device_private)).decode()
    try:
        return enrol(link, EnrolRequest(code=code, public_key=public, app_version="1"))
    finally:
        link.close()
