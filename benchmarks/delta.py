"""Row 8: 1,000 changed members reach a till that has 100,000, over loopback.

The floor does the same by hand: it reads the same 1,000 rows by their keys, packs them as JSON
lists with zlib, asks one thing of a server, unpacks, and writes them into an encrypted file with
the same indexes.
"""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import sys
import tempfile
import zlib
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import requests

from benchmarks.feed_park import Tiller, build_central, enrolled, serving, touch
from benchmarks.harness import Figure, alternate, figure, parser, report
from benchmarks.member_lookup import member
from posapp.central.commands import open_central
from posapp.clock import Ids, SystemClock
from posapp.offline.bootstrap import fill_cache
from posapp.offline.engine import open_encrypted

CHANGED = 1_000
MOST_BYTES_A_ROW = 120
_COLUMNS = "id, row_ver, number, card, phone, last4, name, pinyin, initials, CAST(body AS TEXT)"
_READ = "SELECT * FROM packed WHERE id = ?"
_WRITE = """
    INSERT INTO member(id, row_ver, number, card, phone, last4, name, pinyin, initials, body)
    VALUES (?, ? + ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS BLOB))
    ON CONFLICT(id) DO UPDATE SET row_ver = excluded.row_ver, number = excluded.number,
        card = excluded.card, phone = excluded.phone, last4 = excluded.last4,
        name = excluded.name, pinyin = excluded.pinyin, initials = excluded.initials,
        body = excluded.body
"""


class ByHand:
    """A copy of the till's cache, and a plain table of its rows where they are read from."""

    def __init__(self, tiller: Tiller, url: str, folder: Path) -> None:
        (cache,) = tiller.stores.folder.glob("cache-*.db")
        tiller.stores.cache.found("PRAGMA wal_checkpoint(TRUNCATE)", ())
        shutil.copyfile(cache, folder / "copy.db")
        file = open_encrypted(folder / "copy.db", tiller.keys.cache_db, durable=False)
        self.target: Any = file.connect()
        self.source = sqlite3.connect(folder / "packed.db")
        self.source.execute(
            "CREATE TABLE packed(id PRIMARY KEY, row_ver, number, card, phone, last4, name, pinyin,"
            " initials, body)"
        )
        rows = self.target.execute(f"SELECT {_COLUMNS} FROM member")  # noqa: S608  # our own words
        marks = "?, " * 9 + "?"
        self.source.executemany(f"INSERT INTO packed VALUES ({marks})", rows)  # noqa: S608
        self.source.commit()
        self.http = requests.Session()
        self.http.trust_env = False
        self.url = f"{url}/healthz"

    def carry(self, keys: list[str], turn: int) -> None:
        rows = [self.source.execute(_READ, (key,)).fetchone() for key in keys]
        packed = zlib.compress(json.dumps(rows).encode(), 6)
        self.http.get(self.url).raise_for_status()
        found = json.loads(zlib.decompress(packed))
        self.target.execute("BEGIN IMMEDIATE")
        self.target.executemany(_WRITE, [(row[0], row[1], turn + 1, *row[2:]) for row in found])
        self.target.execute("COMMIT")


def measured(members: int, rounds: int, folder: Path) -> Figure:
    tenant_id = build_central(folder / "central", members)
    chance = random.Random(8)
    with serving(folder / "central") as url, ExitStack() as closing:
        tiller = enrolled(folder / "central", url, folder / "till", closing)
        ids = Ids(SystemClock())
        fill_cache(tiller.calls, tiller.intake, ids.new)
        hand = ByHand(tiller, url, folder)
        central = open_central(folder / "central")
        closing.callback(central.database.close)
        # No row twice: the feed has only the newest change of each.
        numbers = chance.sample(range(members), CHANGED * (rounds + 3))
        changed = [member(number, chance).id for number in numbers]
        picked = [changed[at : at + CHANGED] for at in range(0, len(changed), CHANGED)]
        for keys in picked:
            touch(central, tenant_id, list(keys))
        sent = _count_bytes()
        floor, ours = alternate(
            lambda turn: hand.carry(list(picked[turn]), turn),
            lambda _: _pull(tiller, ids),
            rounds=rounds,
        )
    a_row = sum(sent) / (rounds + 3) / CHANGED
    note = f"{a_row:.0f} bytes a row on the wire (must <= {MOST_BYTES_A_ROW})"
    metric = f"{CHANGED:,} changed rows reach a till"
    also = a_row <= MOST_BYTES_A_ROW
    return replace(
        figure(8, metric, floor, ours, must=3, goal=1.5, also=also, note=note), unit="us"
    )


def _pull(tiller: Tiller, ids: Ids) -> None:
    """The next 1,000 rows, two pages, each with its cursor in one transaction."""
    rows = 0
    while rows < CHANGED:
        cursor, _ = tiller.intake.cursor()
        page = tiller.calls.pull(ids.new(), cursor, 500).reply
        tiller.intake.apply(page.rows, page.next, page.epoch)
        assert page.rows
        rows += len(page.rows)


def _count_bytes() -> list[int]:
    """Lengths of the bodies as they came over the wire, before they were unpacked."""
    from requests.adapters import HTTPAdapter

    sent: list[int] = []
    real = HTTPAdapter.send

    def send(adapter: HTTPAdapter, *words: Any, **named: Any) -> Any:
        answer = real(adapter, *words, **named)
        if "/v1/sync/pull" in (answer.url or ""):
            sent.append(int(answer.headers["Content-Length"]))
        return answer

    HTTPAdapter.send = send  # type: ignore[method-assign]  # a meter between the two
    return sent


def main(arguments: list[str] | None = None) -> int:
    quick = parser().parse_known_args(arguments)[0].quick
    with tempfile.TemporaryDirectory() as name:
        members, rounds = (10_000, 3) if quick else (100_000, 20)
        return report([measured(members, rounds, Path(name))], arguments)


if __name__ == "__main__":
    sys.exit(main())
