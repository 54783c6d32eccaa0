"""The inbox of facts: each is kept, applied or in quarantine, with its effect in one commit."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy.exc import DataError, IntegrityError

from posapp.central.apply import apply
from posapp.central.arrival import Arrival, read_arrival
from posapp.central.branches import Branched, BranchKey, keep_branch, read_branches
from posapp.central.cases import keep_fork
from posapp.central.inbox_last import Last, inbox_row, write_last
from posapp.central.inbox_state import Known, State, advance, read_state
from posapp.central.items import is_well_formed, storable
from posapp.central.privacy.late import without_the_forgotten
from posapp.central.referral.settling import settle_referrals
from posapp.central.tagging.settling import settle
from posapp.domain.ids import is_uuid_text
from posapp.errors import PosError, Refused
from posapp.wire.chain import next_link
from posapp.wire.facts import AuditData, RefundData, SaleData, TopUpData, WithdrawalData
from posapp.wire.sync import MOST_ITEMS, ItemOutcome, ItemResult, PushItem, PushReply

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Connection

    from posapp.central.caller import Caller
    from posapp.central.unit import Change, Unit
    from posapp.wire.sync import PushRequest

_LOG: Final = logging.getLogger(__name__)
POISON: Final = (
    PosError,
    IntegrityError,
    DataError,
    ArithmeticError,
    LookupError,
    ValueError,
)
"""What an item can do to the code that applies it; its bytes go to the quarantine."""


@dataclass(slots=True, kw_only=True)
class _Taken:
    """An item that goes into the inbox, with what became of it."""

    item: PushItem
    outcome: ItemOutcome
    code: str = ""


class Inbox:
    """One push: `receive` runs inside one write transaction and publishes as its last statement."""

    def __init__(
        self, connection: Connection, caller: Caller, new_unit: Callable[[], Unit]
    ) -> None:
        self._connection = connection
        self._caller = caller
        self._new_unit = new_unit
        self._changes: dict[Change, str] = {}
        self._taken: list[_Taken] = []
        self._results: dict[str, ItemResult] = {}
        self._branches: Mapping[BranchKey, Branched] = {}
        self._forked: set[str] = set()

    def receive(self, request: PushRequest) -> PushReply:
        """Raises Refused: "sync.too_many_items", "sync.of_another_till", "sync.not_well_formed"."""
        items = self._checked(request)
        state = read_state(self._connection, self._caller, items)
        if self._caller.has_moved_on:
            self._branches = read_branches(self._connection, items)
        fresh = [item for item in items if self._is_fresh(item, state)]
        self._apply(self._readable(fresh, state))
        now_ms = self._store(state)
        return PushReply(
            request_id=request.request_id,
            epoch=state.epoch,
            incarnation=request.incarnation,
            server_time_ms=now_ms,
            durable_seq=state.durable_seq,
            items=tuple(self._results[i.event_id] for i in items if i.event_id in self._results),
        )

    def _checked(self, request: PushRequest) -> Sequence[PushItem]:
        if len(request.items) > MOST_ITEMS:
            raise Refused("sync.too_many_items", most=MOST_ITEMS)
        if (request.terminal_id, request.incarnation) != (
            self._caller.terminal_id,
            self._caller.incarnation,
        ):
            raise Refused("sync.of_another_till")
        for item in request.items:
            if not is_well_formed(item):
                raise Refused("sync.not_well_formed", seq=item.seq)
        return without_the_forgotten(
            self._connection, tuple(storable(item) for item in request.items)
        )

    def _is_fresh(self, item: PushItem, state: State) -> bool:
        """Decide duplicates and forks; an item that central does not know goes on."""
        sha = bytes.fromhex(item.body_sha256)
        same_id, same_place = state.by_event.get(item.event_id), state.by_seq.get(item.seq)
        known = same_id or same_place
        if known is None:
            if self._chain_holds(item, state):
                state.add(self._caller, item, sha)
                return True
            code = "sync.fork" if self._follows_fork(item, state) else "sync.chain_broken"
            return self._fork(item, code, state)
        if known.is_same(self._caller, item, sha):
            if known.outcome:
                self._results[item.event_id] = _again(item, known)
            return False
        return self._fork(item, "sync.fork", state)

    def _chain_holds(self, item: PushItem, state: State) -> bool:
        """True also when the entry before has not arrived: `advance` checks once it has."""
        previous = state.chains.get(item.seq - 1)
        if previous is not None:
            return self._follows(item, previous)
        return not self._follows_fork(item, state)

    def _follows_fork(self, item: PushItem, state: State) -> bool:
        return any(self._follows(item, link) for link in state.forks.get(item.seq - 1, ()))

    def _follows(self, item: PushItem, previous: bytes) -> bool:
        sha = bytes.fromhex(item.body_sha256)
        link = next_link(previous, self._caller.incarnation, item.seq, item.event_id, sha)
        return link.hex() == item.chain

    def _fork(self, item: PushItem, code: str, state: State) -> bool:
        """Keep it beside the first. Once the till that sent it goes on under another incarnation it
        is taken as well: what both copies sold is sold.
        """
        state.forks.setdefault(item.seq, set()).add(bytes.fromhex(item.chain))
        unit = self._new_unit()
        keep_fork(unit, self._caller, item, code)
        unit.flush()
        if self._caller.has_moved_on:
            return self._is_new_branch(item, state)
        self._results[item.event_id] = ItemResult(
            seq=item.seq, event_id=item.event_id, outcome=ItemOutcome.FORK, code=code
        )
        return False

    def _is_new_branch(self, item: PushItem, state: State) -> bool:
        told = self._branches.get((item.event_id, bytes.fromhex(item.body_sha256)))
        if told is not None:
            self._results[item.event_id] = _again(item, told)
        elif item.event_id not in self._forked:
            self._forked.add(item.event_id)
            if item.event_id not in state.by_event:
                return True
            # Another body under an id that has posted already: a person has to look at both.
            self._quarantine(item, "sync.fork")
        return False

    def _readable(self, fresh: Sequence[PushItem], state: State) -> list[Arrival]:
        """Read bodies; what cannot be read is quarantined, what hangs on a quarantine waits."""
        arrivals: list[Arrival] = []
        blocked = dict(state.quarantined)
        for item in fresh:
            blocker = blocked.get(item.aggregate_id)
            if blocker is not None:
                self._depends(item, blocker)
                continue
            try:
                _check_digest(item)
                arrivals.append(read_arrival(self._caller, item))
            except Refused as error:
                self._quarantine(item, error.key)
                blocked[item.aggregate_id] = item.event_id
        return arrivals

    def _apply(self, arrivals: Sequence[Arrival]) -> None:
        """All in one set; when one of them fails, each in a savepoint of its own."""
        if not arrivals:
            return
        try:
            self._apply_set(arrivals)
        except POISON:
            self._apply_each(arrivals)

    def _apply_set(self, arrivals: Sequence[Arrival]) -> None:
        with self._connection.begin_nested():
            unit = self._new_unit()
            unit.know_members(members_of(arrivals))
            for arrival in arrivals:
                apply(unit, arrival)
            settle_referrals(unit)
            settle(unit)
            unit.flush()
        self._changes.update(unit.changes)
        self._taken += [
            _Taken(item=arrival.item, outcome=ItemOutcome.APPLIED) for arrival in arrivals
        ]

    def _apply_each(self, arrivals: Sequence[Arrival]) -> None:
        blocked: dict[str, str] = {}
        for arrival in arrivals:
            item = arrival.item
            if item.aggregate_id in blocked:
                self._depends(item, blocked[item.aggregate_id])
                continue
            try:
                self._apply_set((arrival,))
            except POISON as error:
                self._quarantine(item, code_of(error))
                blocked[item.aggregate_id] = item.event_id

    def _quarantine(self, item: PushItem, code: str) -> None:
        _LOG.warning("fact %r %r quarantined: %s", item.kind[:40], item.event_id, code)
        self._taken.append(_Taken(item=item, outcome=ItemOutcome.QUARANTINED, code=code))

    def _depends(self, item: PushItem, blocker: str) -> None:
        """Not taken: it stays with the till until what it hangs on was put right."""
        self._results[item.event_id] = ItemResult(
            seq=item.seq,
            event_id=item.event_id,
            outcome=ItemOutcome.DEPENDS,
            depends_on=blocker,
        )

    def _store(self, state: State) -> int:
        unit = self._new_unit()
        for taken in self._taken:
            if taken.outcome is ItemOutcome.QUARANTINED:
                unit.open_case(
                    "fact.quarantined",
                    self._caller.terminal_id,
                    taken.item.event_id,
                    code=taken.code,
                )
        in_line = [t.item for t in self._taken if t.item.event_id not in self._forked]
        head, broken = advance(self._connection, self._caller, state, in_line)
        for seq in broken:
            unit.open_case("sync.chain_broken", self._caller.terminal_id, None, seq=seq)
        unit.flush()
        first = write_last(
            self._connection,
            Last(
                tenant_id=self._caller.tenant.id,
                changes=self._changes,
                items=len(self._taken),
                rows=self._rows(unit.now_ms),
                head=head,
            ),
        )
        for place, taken in enumerate(self._taken, start=first):
            self._results[taken.item.event_id] = _first_told(taken, place)
            if taken.item.event_id in self._forked:
                told = Branched(outcome=taken.outcome.value, code=taken.code, pos=place)
                keep_branch(self._connection, self._caller, taken.item, told, unit.now_ms)
        return unit.now_ms

    def _rows(self, now_ms: int) -> list[dict[str, Any]]:
        """Of the inbox; what goes on beside a fork has its row in `fork`."""
        return [
            inbox_row(
                self._caller,
                taken.item,
                place=place,
                outcome=taken.outcome.value,
                code=taken.code,
                now_ms=now_ms,
            )
            for place, taken in enumerate(self._taken)
            if taken.item.event_id not in self._forked
        ]


def _first_told(taken: _Taken, pos: int) -> ItemResult:
    item = taken.item
    return ItemResult(
        seq=item.seq, event_id=item.event_id, outcome=taken.outcome, pos=pos, code=taken.code
    )


def _again(item: PushItem, known: Known | Branched) -> ItemResult:
    """What the first delivery was told, so that a lost answer is not lost news."""
    applied = known.outcome == ItemOutcome.APPLIED.value
    return ItemResult(
        seq=item.seq,
        event_id=item.event_id,
        outcome=ItemOutcome.DUPLICATE if applied else ItemOutcome.QUARANTINED,
        pos=known.pos,
        code=known.code,
    )


def _check_digest(item: PushItem) -> None:
    if hashlib.sha256(item.body.encode()).hexdigest() != item.body_sha256:
        raise Refused("fact.digest_wrong")


def members_of(arrivals: Sequence[Arrival]) -> set[str]:
    """Whom a batch is about, so that their accounts are read, and locked in order, in one go."""
    found: set[str] = set()
    for arrival in arrivals:
        match arrival.fact.data:
            case SaleData(sale=about) | RefundData(refund=about) | (TopUpData() as about) if (
                about.member_id is not None
            ):
                found.add(about.member_id)
            case WithdrawalData(member_id=member_id):
                found.add(member_id)
            case AuditData(action="member.reveal" | "member.opened", subject=member_id) if (
                is_uuid_text(member_id)
            ):
                found.add(member_id)
    return found


def code_of(error: BaseException) -> str:
    if isinstance(error, PosError):
        return error.key
    return "fact.already_known" if isinstance(error, IntegrityError) else "fact.not_applicable"
