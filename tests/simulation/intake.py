"""How the model of central takes facts: the rules of the real inbox, over the model's books."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from posapp.wire.canonical import sha256
from posapp.wire.sync import (
    DeadLetterReply,
    HelloReply,
    HelloRequest,
    Hints,
    ItemOutcome,
    ItemResult,
    NewIncarnation,
    PushItem,
    PushReply,
    PushRequest,
)
from tests.simulation.books import Books, Given, Kept, link_after
from tests.simulation.refusal import Refusal
from tests.simulation.world import Violation

if TYPE_CHECKING:
    from posapp.offline.sync_state import SendDeadLetter
    from tests.simulation.books import Place, Write
    from tests.simulation.central import Central
    from tests.simulation.world import World

POISON_REFUSED = "poison: the whole request is refused"
POISON_QUARANTINED = "poison: quarantined"
NEWER_SCHEMA = "schema: newer than central"
FOREIGN = "00000000-0000-7000-8000-000000000000"


def read_hello(central: Central, request: HelloRequest, writes: list[Write]) -> HelloReply:
    """A journal that is behind, or does not follow on what central has, goes on apart."""
    books, terminal = central.books, request.terminal_id
    given = _standing(central, request)
    newest = max(books.newest.get(terminal, 1), given.incarnation)
    if newest != books.newest.get(terminal, 1):
        writes.append(lambda held: held.newest.update({terminal: newest}))
    writes.append(lambda _: central.lender.hear(terminal, request.leases))
    if given.because:
        writes.append(lambda held: held.given.update({terminal: given}))
    mine = (terminal, given.incarnation)
    seq = books.head_of(*mine)[0]
    plant = central.world.plant
    if plant.expects_from_highest:
        seq = max((place[2] for place in books.places if place[:2] == mine), default=0)
    return HelloReply(
        request_id=request.request_id,
        protocol=1,
        epoch=central.epoch_name(),
        incarnation=given.incarnation,
        expect_seq=seq + 1,
        durable_seq=seq if plant.expects_from_highest else central.backup.head_of(*mine)[0],
        server_time_ms=central.now_ms(),
        hints=Hints(next_ms=central.hinted_ms),
        because=given.because,
    )


def _standing(central: Central, request: HelloRequest) -> Given:
    """As the real central decides; whoever asks again, before using it, gets the same again."""
    books, terminal = central.books, request.terminal_id
    asked = (request.incarnation, request.max_seq, request.chain_head)
    reason = _parted(central, request)
    if reason is None:
        return Given(incarnation=request.incarnation, asked=asked, because="")
    before = books.given.get(terminal)
    is_same = before is not None and before.asked == asked
    if is_same and not books.head_of(terminal, before.incarnation)[0]:
        return before
    number = max(books.newest.get(terminal, 1), request.incarnation) + 1
    return Given(incarnation=number, asked=asked, because=reason.value)


def _parted(central: Central, request: HelloRequest) -> NewIncarnation | None:
    books, mine = central.books, (request.terminal_id, request.incarnation)
    if central.world.plant.never_renews:
        return None
    seq, chain = books.head_of(*mine)
    if request.max_seq < seq:
        return NewIncarnation.RESTORED
    if 0 < seq == request.max_seq and request.chain_head != chain.hex():
        return NewIncarnation.COPIED
    has_fork = any(place[:2] == mine for place, _ in books.forks)
    return NewIncarnation.COPIED if request.forked and has_fork else None


class Intake:
    """One push or dead letter of one till."""

    def __init__(self, world: World, central: Central, terminal: str, signed: int):
        self._world = world
        self._central = central
        self._books = central.books
        self._terminal = terminal
        self._signed = signed
        self._links: dict[Place, str] = {}
        self._blocked: dict[str, str] = dict(self._books.groups)

    def push(self, request: PushRequest, writes: list[Write]) -> PushReply:
        world, terminal = self._world, self._terminal
        is_refused = any(POISON_REFUSED in item.body for item in request.items)
        if is_refused or world.strikes("batch_refused", terminal):
            raise Refusal("refused")
        results = [self._take(request, item, writes) for item in request.items]
        if world.strikes("foreign_item_listed", terminal):
            first = request.items[0].seq
            results.insert(0, _result(first, FOREIGN, ItemOutcome.APPLIED))
        return PushReply(
            request_id=request.request_id,
            epoch=self._central.epoch_name(),
            incarnation=request.incarnation,
            server_time_ms=self._central.now_ms(),
            durable_seq=self._central.backup.head_of(terminal, request.incarnation)[0],
            items=tuple(each for each in results if each is not None),
        )

    def dead_letter(self, command: SendDeadLetter, writes: list[Write]) -> DeadLetterReply:
        """Any bytes are kept; an item takes its place in the inbox, in quarantine."""
        item = command.item
        place = (self._terminal, command.incarnation, item.seq)
        if not self._world.plant.dead_letter_lost:
            is_known = (
                item.event_id in self._books.inbox
                or (item.event_id, item.body_sha256) in self._books.branches
            )
            if not is_known and place in self._books.places:
                key = (place, item.body_sha256)
                writes.append(lambda held: held.forks.setdefault(key, item.body))
            elif not is_known:
                entry = _entry(item, place, ItemOutcome.QUARANTINED, "sync.dead_letter")
                writes.append(lambda held: held.keep(entry))
        return DeadLetterReply(
            request_id=command.request_id,
            epoch=self._central.epoch_name(),
            incarnation=command.incarnation,
        )

    def _take(self, request: PushRequest, item: PushItem, writes: list[Write]) -> ItemResult | None:
        world, books = self._world, self._books
        place = (self._terminal, request.incarnation, item.seq)
        if sha256(item.body.encode()).hex() != item.body_sha256:
            raise Violation("wire", "body and digest differ")
        known = books.inbox.get(item.event_id)
        if known is not None and not world.plant.posts_again:
            if known.is_at(place, item.body_sha256):
                return _again(item, known)
            return self._fork(item, place, writes)
        taken = books.places.get(place)
        if world.plant.fork_settled and taken is not None:
            return _result(item.seq, item.event_id, ItemOutcome.DUPLICATE)
        if taken not in (None, item.event_id) or not self._follows(item, place):
            return self._fork(item, place, writes)
        if world.strikes("item_later", self._terminal):
            return _result(item.seq, item.event_id, ItemOutcome.RETRY_LATER)
        if world.strikes("item_unlisted", self._terminal):
            return None
        return self._store(item, place, writes)

    def _store(
        self, item: PushItem, place: Place, writes: list[Write], *, is_branch: bool = False
    ) -> ItemResult:
        blocker = self._blocked.get(item.aggregate_id)
        if blocker is not None:
            return _result(item.seq, item.event_id, ItemOutcome.DEPENDS, depends_on=blocker)
        if not is_branch:
            self._links[place] = item.chain
        is_poison = POISON_QUARANTINED in item.body or NEWER_SCHEMA in item.body
        if is_poison:
            self._blocked[item.aggregate_id] = item.event_id
            if self._world.plant.quarantine_dropped:
                return _result(item.seq, item.event_id, ItemOutcome.QUARANTINED)
        outcome = ItemOutcome.QUARANTINED if is_poison else ItemOutcome.APPLIED
        entry = _entry(item, place, outcome, "fact.not_applicable" if is_poison else "")
        if not is_poison:
            plant, signed = self._world.plant, self._signed
            writes.append(
                lambda held: held.post(item.body, self._terminal, signed=signed, plant=plant)
            )
        if not self._world.plant.effect_without_inbox or not self._world.strikes(
            "central_crash_before_commit", f"inbox {self._terminal}"
        ):
            keep = Books.keep_branch if is_branch else Books.keep
            writes.append(lambda held: keep(held, entry))
        return _result(item.seq, item.event_id, outcome)

    def _follows(self, item: PushItem, place: Place) -> bool:
        """True also when the entry before has not arrived."""
        terminal, incarnation, seq = place
        before = (terminal, incarnation, seq - 1)
        previous = self._links.get(before)
        if previous is None and before in self._books.places:
            previous = self._books.inbox[self._books.places[before]].chain
        if previous is None:
            return (
                seq > 1
                or link_after(bytes(32), place, item.event_id, item.body_sha256) == item.chain
            )
        link = link_after(bytes.fromhex(previous), place, item.event_id, item.body_sha256)
        return link == item.chain

    def _fork(self, item: PushItem, place: Place, writes: list[Write]) -> ItemResult:
        """Kept beside the first; once the till goes on under another incarnation, taken as well."""
        world, books = self._world, self._books
        world.fired["fork"] += 1
        key = (place, item.body_sha256)
        if key not in books.forks and not world.plant.fork_not_kept:
            writes.append(lambda held: held.forks.update({key: item.body}))
        if self._signed <= place[1]:
            return _result(item.seq, item.event_id, ItemOutcome.FORK)
        told = books.branches.get((item.event_id, item.body_sha256))
        if told is not None:
            outcome = ItemOutcome.DUPLICATE if told is ItemOutcome.APPLIED else told
            return _result(item.seq, item.event_id, outcome)
        if world.plant.fork_not_kept:
            return _result(item.seq, item.event_id, ItemOutcome.APPLIED)
        return self._store(item, place, writes, is_branch=True)


def mended(entry: Kept) -> Kept:
    return replace(entry, outcome=ItemOutcome.APPLIED)


def _entry(item: PushItem, place: Place, outcome: ItemOutcome, code: str) -> Kept:
    return Kept(
        event_id=item.event_id,
        place=place,
        sha=item.body_sha256,
        chain=item.chain,
        outcome=outcome,
        code=code,
        group=item.aggregate_id,
        body=item.body,
    )


def _result(seq: int, event_id: str, outcome: ItemOutcome, *, depends_on: str = "") -> ItemResult:
    return ItemResult(
        seq=seq, event_id=event_id, outcome=outcome, after_ms=500, depends_on=depends_on
    )


def _again(item: PushItem, known: Kept) -> ItemResult:
    is_applied = known.outcome is ItemOutcome.APPLIED
    outcome = ItemOutcome.DUPLICATE if is_applied else known.outcome
    return _result(item.seq, item.event_id, outcome)
