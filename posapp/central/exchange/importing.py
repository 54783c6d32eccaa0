"""Bringing members in from a file: looked at whole first, then written batch by batch.

After each batch the run's place is in the database with what the batch wrote: a run that was cut
off goes on from there, and the same file once more does nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select, update

from posapp.central.catalogue_file import RowError
from posapp.central.exchange.bringing import bring, take_turns
from posapp.central.exchange.candidate import Candidate, RowReader
from posapp.central.exchange.fields import columns_of
from posapp.central.exchange.matching import Match, Seen, Verdict, alike_rows, matched
from posapp.central.exchange.table_file import looked_at
from posapp.central.lease_commands import note_act
from posapp.central.portable import insert_new
from posapp.central.tables.exchange import import_run
from posapp.central.view import View
from posapp.domain.extra_fields import ExtraField
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from posapp.central.caller import Tenant
    from posapp.central.exchange.fields import Columns
    from posapp.central.exchange.table_file import TableFile
    from posapp.central.service import Central
    from posapp.central.unit import Unit

BATCH: Final = 500
"""Rows of one transaction: tills that want to write meanwhile wait for as long as it takes."""
MOST_TOLD: Final = 50
RUNNING: Final = "running"
DONE: Final = "done"

Answer = dict[str, Any]
Report = Callable[[RowError], None]


@dataclass(slots=True, kw_only=True)
class Counts:
    """Rows by what became of them, and the first of those that a person has to see. `alike` are new
    ones who may be somebody who is here.
    """

    added: int = 0
    same: int = 0
    updated: int = 0
    conflicts: int = 0
    wrong: int = 0
    alike: int = 0
    told: list[RowError] = field(default_factory=list)
    report: Report | None = None

    def add_wrong(self, errors: list[RowError]) -> None:
        self.wrong += 1
        self._tell(errors)

    def add(self, match: Match) -> None:
        match match.verdict:
            case Verdict.NEW:
                self.added += 1
            case Verdict.SAME:
                self.same += 1
            case Verdict.UPDATE:
                self.updated += 1
            case Verdict.CONFLICT:
                self.conflicts += 1
                params = {"first": match.first} if match.first else {}
                self._tell([RowError.of(match.given.row, match.field, match.reason, **params)])

    def add_alike(self, row: int, first: int) -> None:
        """It is brought in all the same: a person says whether the two are one."""
        self.alike += 1
        params = {"first": first} if first else {}
        key = "import.alike_twice" if first else "import.alike"
        self._tell([RowError.of(row, "name", key, **params)])

    def numbers(self) -> dict[str, int]:
        return {
            "added": self.added,
            "same": self.same,
            "updated": self.updated,
            "conflicts": self.conflicts,
            "wrong": self.wrong,
        }

    def _tell(self, errors: list[RowError]) -> None:
        self.told += errors[: MOST_TOLD - len(self.told)]
        if self.report is not None:
            for each in errors:
                self.report(each)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an operator asked for. `name` is the run's; `leave_out` writes what is right of a file
    in which something is wrong; `report` hears, when the file is checked, of every row that a
    person has to see. `declared` are the operator's own fields, whose titles and forms then count.
    """

    name: str
    who: str
    mapping: Mapping[str, str] = field(default_factory=dict)
    commit: bool = False
    leave_out: bool = False
    report: Report | None = None
    declared: tuple[ExtraField, ...] = ()


class MemberImport:
    """One file on its way into one tenant."""

    def __init__(self, central: Central, tenant: Tenant, file: TableFile, plan: Plan) -> None:
        self._central = central
        self._tenant = tenant
        self._file = file
        self._plan = plan
        self._columns: Columns | None = None
        declared = [[repr(each) for each in plan.declared]] if plan.declared else []
        said = json.dumps([file.digest, sorted(plan.mapping.items()), *declared])
        self._fingerprint = hashlib.sha256(said.encode()).hexdigest()

    def run(self) -> Answer:
        """Check, and with `commit` write, or go on where a run was cut off.

        Raises Refused("import.other_file", name) where the name is another file's,
        Refused("import.running_elsewhere"), and as `TableFile.rows` and `columns_of`.
        """
        run = self._run_row()
        if run is not None and run.file_sha256 != self._fingerprint:
            raise Refused("import.other_file", name=self._plan.name)
        if run is not None and run.state == DONE:
            return self._answer(_counts_of(run), committed=True, already=True)
        if run is None or not self._plan.commit:
            counts = self._check()
            if not self._plan.commit or (counts.wrong and not self._plan.leave_out):
                return self._answer(counts, committed=False, failed=bool(counts.wrong))
        counts = self._write(_counts_of(run) if run is not None else Counts(), run)
        return self._answer(counts, committed=True)

    def _check(self) -> Counts:
        """Everything that a run would find, writing nothing."""
        counts = Counts(report=self._plan.report)
        with closing(Seen(self._central.keys, self._tenant.id)) as seen:
            for batch in self._batches(counts, seen):
                with self._central.database.read() as connection:
                    view = self._view(connection)
                    matches = matched(view, seen, batch)
                    for match in matches:
                        counts.add(match)
                    for row, first in alike_rows(view, seen, matches):
                        counts.add_alike(row, first)
        return counts

    def _write(self, counts: Counts, run: Any) -> Counts:
        run_id, next_row = (run.id, run.next_row) if run is not None else (self._begin(), 0)
        with closing(Seen(self._central.keys, self._tenant.id)) as seen:
            for batch in self._batches(counts, seen, next_row):
                self._write_batch(run_id, next_row, seen, batch, counts)
                next_row = batch[-1].row + 1
        self._end(run_id, counts)
        return counts

    def _write_batch(
        self, run_id: str, next_row: int, seen: Seen, batch: list[Candidate], counts: Counts
    ) -> None:
        with self._central.work(self._tenant) as unit:
            _take_place(unit, run_id, next_row)
            take_turns(unit, batch)
            matches = matched(self._view(unit.connection), seen, batch)
            for match in matches:
                counts.add(match)
            bring(unit, run_id, matches)
            _keep(unit, run_id, counts, next_row=batch[-1].row + 1)

    def _batches(self, counts: Counts, seen: Seen, next_row: int = 0) -> Iterator[list[Candidate]]:
        """Rows that are right in themselves, by the batch; wrong ones are counted as they come.
        What was written before counts no more, but is remembered for the rows that follow.
        """
        now_ms = self._central.clock.wall_ms()
        reader = RowReader(self._tenant.zone, now_ms, self._plan.declared)
        batch: list[Candidate] = []
        for row, cells in self._rows_below_header():
            assert self._columns is not None
            read = reader.read(row, self._columns.values(cells))
            if row < next_row:
                if isinstance(read, Candidate):
                    seen.first_row(read)
            elif isinstance(read, Candidate):
                batch.append(read)
            else:
                counts.add_wrong(read)
            if len(batch) == BATCH:
                yield batch
                batch = []
        if batch:
            yield batch

    def _rows_below_header(self) -> Iterator[tuple[int, list[str]]]:
        rows = self._file.rows()
        _, header = next(rows, (0, []))
        self._columns = columns_of(header, self._plan.mapping, self._plan.declared)
        return ((row, cells) for row, cells in rows if any(cell.strip() for cell in cells))

    def _run_row(self) -> Any:
        with self._central.database.read() as connection:
            return connection.execute(
                select(import_run).where(
                    import_run.c.tenant_id == self._tenant.id,
                    import_run.c.name == self._plan.name,
                )
            ).first()

    def _begin(self) -> str:
        with self._central.work(self._tenant) as unit:
            row = {
                "id": unit.ids.new(),
                "tenant_id": self._tenant.id,
                "name": self._plan.name,
                "file_sha256": self._fingerprint,
                "state": RUNNING,
                "who": self._plan.who,
                "begun_ms": unit.now_ms,
                "changed_ms": unit.now_ms,
            }
            if not insert_new(unit.connection, import_run, row):
                raise Refused("import.running_elsewhere")
            return str(row["id"])

    def _view(self, connection: Connection) -> View:
        return View(
            connection=connection,
            tenant=self._tenant,
            keys=self._central.keys,
            now_ms=self._central.clock.wall_ms(),
        )

    def _end(self, run_id: str, counts: Counts) -> None:
        with self._central.work(self._tenant) as unit:
            _keep(unit, run_id, counts, state=DONE)
            note_act(unit, "import_members", run_id, counts.numbers(), note=self._plan.who)

    def _answer(
        self, counts: Counts, *, committed: bool, already: bool = False, failed: bool = False
    ) -> Answer:
        return {
            "name": self._plan.name,
            **counts.numbers(),
            "alike": counts.alike,
            "committed": committed,
            "already": already,
            "failed": failed,
            "ignored": [] if self._columns is None else list(self._columns.ignored),
            "errors": [each.as_answer() for each in counts.told],
        }


def import_members(central: Central, tenant: Tenant, path: Path, plan: Plan) -> Answer:
    """Members of a file. Raises as `looked_at` and `MemberImport.run`."""
    return MemberImport(central, tenant, looked_at(path), plan).run()


def _take_place(unit: Unit, run_id: str, next_row: int) -> None:
    """Nobody else writes this run's batch; whoever has, has moved its place."""
    query = select(import_run.c.next_row, import_run.c.state).where(import_run.c.id == run_id)
    place, state = unit.connection.execute(query.with_for_update()).one()
    if (place, state) != (next_row, RUNNING):
        raise Refused("import.running_elsewhere")


def _keep(unit: Unit, run_id: str, counts: Counts, **values: Any) -> None:
    mine = import_run.c.id == run_id
    changed = {**counts.numbers(), **values, "changed_ms": unit.now_ms}
    unit.connection.execute(update(import_run).where(mine).values(**changed))


def _counts_of(run: Any) -> Counts:
    return Counts(
        added=run.added,
        same=run.same,
        updated=run.updated,
        conflicts=run.conflicts,
        wrong=run.wrong,
    )
