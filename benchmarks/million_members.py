"""Members by the million at central: a file is checked, its import killed on the way and gone on
with, every sum compared with the file's own, and then people are sought among them.

No row of the table: it takes half an hour. `python -m benchmarks.million_members --data FOLDER`.
"""

from __future__ import annotations

import argparse
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.member_lookup import GIVEN, SURNAMES
from posapp.central.caller import Caller, load_tenant
from posapp.central.commands import SAMPLE, create_central, open_central, seed_sample
from posapp.central.exchange.commands import bring_in
from posapp.central.look_ups import find_members
from posapp.paths import resource as packed

HEADER: Final = "手机号,姓名,卡号,生日,储值本金,储值赠送,积分\n"
CHILD: Final = (
    "import sys; from pathlib import Path; from posapp.central.exchange.commands import bring_in;"
    "bring_in(Path(sys.argv[1]), Path(sys.argv[2]), commit=True)"
)
ROUNDS: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One row of the file."""

    phone: str
    name: str
    card: str
    principal: int
    bonus: int
    points: int


def person(number: int) -> Person:
    """The same for the same number; four in five have a given name of two characters."""
    chance = random.Random(number)
    given = chance.choice(GIVEN) + (chance.choice(GIVEN) if chance.randrange(5) else "")
    return Person(
        phone=f"1{30 + number % 70}{number * 7919 % 100_000_000:08d}",
        name=chance.choice(SURNAMES) + given,
        card=f"K{number:08d}",
        principal=number % 300,
        bonus=number % 30,
        points=number % 900,
    )


def write_file(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(HEADER)
        for number in range(count):
            who = person(number)
            born = f"19{50 + number % 49}-0{1 + number % 9}-1{number % 10}"
            file.write(
                f"{who.phone},{who.name},{who.card},{born},"
                f"{who.principal},{who.bonus},{who.points}\n"
            )


def import_killed_on_the_way(data: Path, file: Path, at_row: int) -> int:
    """Returns how many rows stood when the process was gone."""
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(data), str(file)])
    while child.poll() is None and _next_row(data) < at_row:
        time.sleep(0.5)
    child.kill()
    child.wait()
    return _next_row(data)


def _next_row(data: Path) -> int:
    with closing(sqlite3.connect(f"file:{data / 'central.db'}?mode=ro", uri=True)) as raw:
        row = raw.execute("SELECT max(next_row) FROM import_run").fetchone()
    return int(row[0] or 0)


def sums(data: Path) -> list[int]:
    """Members, principal and bonus in fen, points: as central's own lots have them."""
    with closing(sqlite3.connect(f"file:{data / 'central.db'}?mode=ro", uri=True)) as raw:
        money = raw.execute(
            "SELECT sum(remaining), sum(bonus_remaining) FROM lot WHERE ledger = 'MON'"
        ).fetchone()
        points = raw.execute("SELECT sum(remaining) FROM lot WHERE ledger = 'PTS'").fetchone()
        members = raw.execute("SELECT count(*) FROM member").fetchone()
    return [int(value or 0) for value in (*members, *money, *points)]


def sums_of_file(count: int) -> list[int]:
    people = [person(number) for number in range(count)]
    money = [sum(each.principal for each in people), sum(each.bonus for each in people)]
    return [count, *(yuan * 100 for yuan in money), sum(each.points for each in people)]


def search(data: Path, count: int) -> None:
    """Each way of asking, with the wanted one on the first page."""
    central = open_central(data)
    with closing(central.database):
        with central.database.read() as connection:
            tenant_id = connection.exec_driver_sql("SELECT id FROM tenant").scalar_one()
            tenant = load_tenant(connection, str(tenant_id))
            shop_id = connection.exec_driver_sql("SELECT id FROM shop").scalar_one()
        chance = random.Random(22)
        picked = [person(chance.randrange(count)) for _ in range(ROUNDS)]
        ways = {
            "phone": [each.phone for each in picked],
            "tail": [each.phone[-4:] for each in picked],
            "card": [each.card for each in picked],
            "name": [each.name for each in picked],
        }
        for way, texts in ways.items():
            times, found = [], 0
            for place, (who, text) in enumerate(zip(picked, texts, strict=True)):
                # A till of its own each time: one that asked so often would be held back.
                caller = Caller(
                    tenant=tenant, terminal_id=f"{way}{place}", shop_id=str(shop_id), incarnation=1
                )
                begin = time.perf_counter()
                with central.work(tenant) as unit:
                    view = central.view_on(unit.connection, caller)
                    members = find_members(unit, view, caller, text).members
                times.append((time.perf_counter() - begin) * 1000)
                found += any(each.phone == who.phone for each in members)
            times.sort()
            middle, last = statistics.median(times), times[int(len(times) * 0.99)]
            say(f"{way}: median {middle:.1f} ms, p99 {last:.1f} ms, found {found} of {ROUNDS}")


def import_all(data: Path, file: Path, count: int) -> bool:
    """From nothing to everybody, with a cut; whether what stands grew by what the file says."""
    data.parent.mkdir(parents=True, exist_ok=True)
    central = create_central(data)
    seed_sample(central, packed(SAMPLE).read_bytes())
    central.database.close()
    before = sums(data)
    write_file(file, count)
    say(f"{count:,} rows, {file.stat().st_size // 2**20} MiB")
    begin = time.monotonic()
    told = bring_in(data, file)
    say(f"checked in {time.monotonic() - begin:.0f} s, {told['added']:,} new; {memory()}")
    begin = time.monotonic()
    stood = import_killed_on_the_way(data, file, count * 2 // 5)
    say(f"killed with {stood:,} rows in after {time.monotonic() - begin:.0f} s")
    begin = time.monotonic()
    told = bring_in(data, file, commit=True)
    say(f"gone on with in {time.monotonic() - begin:.0f} s: {told['added']:,} new; {memory()}")
    grown = [now - then for now, then in zip(sums(data), before, strict=True)]
    say(f"members, principal, bonus, points {grown}; the file's {sums_of_file(count)}")
    return grown == sums_of_file(count)


def say(text: str) -> None:
    sys.stdout.write(f"{time.strftime('%H:%M:%S')} {text}\n")
    sys.stdout.flush()


def memory() -> str:
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB at most"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--members", type=int, default=1_000_000)
    options.add_argument("--only-search", action="store_true")
    options.add_argument("--go-on", action="store_true", help="with an import that was cut off")
    chosen = options.parse_args()
    data, file, count = chosen.data / "central", chosen.data / "members.csv", chosen.members
    if chosen.go_on:
        begin = time.monotonic()
        stood = _next_row(data)
        told = bring_in(data, file, commit=True)
        say(f"{stood:,} were in, the rest in {time.monotonic() - begin:.0f} s: {told['added']:,}")
    elif not chosen.only_search and not import_all(data, file, count):
        return 1
    search(data, count)
    return 0


if __name__ == "__main__":
    sys.exit(main())
