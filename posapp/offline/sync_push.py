"""One pass over the outbox: only listed entries are settled, a stuck one holds up nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from posapp.offline.sync_pause import next_request
from posapp.offline.sync_state import (
    Asked,
    Command,
    Conversation,
    Now,
    Phase,
    Place,
    ReadOutbox,
    SendDeadLetter,
    SendPush,
    Settle,
)
from posapp.wire.sync import (
    SETTLED,
    ItemOutcome,
    ItemResult,
    PushItem,
    PushReply,
    PushRequest,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

Step = tuple[Conversation, tuple[Command, ...]]

_GROW_BY: Final = 10
_AGAIN_MS: Final = 1_000
_STUCK_MS: Final = 300_000
_LONGEST_LATER_MS: Final = 900_000


def start_push(talk: Conversation) -> Step:
    """A new pass from the oldest pending entry."""
    talk = replace(talk, phase=Phase.PUSHING, asked=None, after=(0, 0), push_again_mono_ms=0)
    return read_outbox(talk)


def read_outbox(talk: Conversation) -> Step:
    """Whatever changes after this read makes the conversation dirty again."""
    limit = min(talk.batch, talk.hints.max_items)
    read = ReadOutbox(limit=limit, max_bytes=talk.hints.max_bytes, after=talk.after)
    return replace(talk, dirty=False), (read,)


def push(talk: Conversation, place: Place, incarnation: int, items: tuple[PushItem, ...]) -> Step:
    talk, request_id = next_request(talk)
    request = PushRequest(
        request_id=request_id,
        epoch=place.epoch,
        terminal_id=talk.till.terminal_id,
        incarnation=incarnation,
        items=items,
    )
    asked = Asked(request_id=request_id, incarnation=incarnation, items=items)
    return replace(talk, asked=asked), (SendPush(request),)


def on_push(talk: Conversation, now: Now, asked: Asked, reply: PushReply) -> Step:
    """Settle the entries listed as applied, known or quarantined; keep all others pending."""
    mine = {(item.seq, item.event_id) for item in asked.items}
    listed = {(result.seq, result.event_id): result for result in reversed(reply.items)}
    settled = tuple(r for key, r in sorted(listed.items()) if key in mine and r.outcome in SETTLED)
    done = {(result.seq, result.event_id) for result in settled}
    kept = [listed.get(key) for key in sorted(mine - done)]
    is_current = talk.place is not None and asked.incarnation == talk.place.incarnation
    talk = _behind(talk, asked)
    talk = replace(
        talk,
        batch=min(talk.hints.max_items, talk.batch + _GROW_BY),
        durable_seq=reply.durable_seq if is_current else talk.durable_seq,
        forked=talk.forked or (is_current and _has_fork(kept)),
        push_again_mono_ms=_again(talk, now, kept),
        problem=_problem(talk, kept, has_foreign=not listed.keys() <= mine),
    )
    talk, commands = read_outbox(talk)
    if settled:
        return talk, (Settle(results=settled, epoch=reply.epoch), *commands)
    return talk, commands


def on_refused(talk: Conversation, now: Now, asked: Asked) -> Step:
    """Central refused the request: half the batch; one item: a dead letter; that too: leave it."""
    if asked.dead_letter:
        again = talk.push_again_mono_ms or now.mono_ms + _STUCK_MS
        talk = replace(_behind(talk, asked), problem="sync.item_stuck", push_again_mono_ms=again)
        return read_outbox(talk)
    if len(asked.items) > 1:
        return read_outbox(replace(talk, batch=max(1, len(asked.items) // 2)))
    talk, request_id = next_request(talk)
    talk = replace(talk, asked=replace(asked, request_id=request_id, dead_letter=True))
    letter = SendDeadLetter(
        request_id=request_id, item=asked.items[0], incarnation=asked.incarnation
    )
    return talk, (letter,)


def on_dead_letter(talk: Conversation, asked: Asked, place: Place) -> Step:
    """Its bytes are safe at central, where a person looks at them: here it is quarantined."""
    item = asked.items[0]
    result = ItemResult(
        seq=item.seq,
        event_id=item.event_id,
        outcome=ItemOutcome.QUARANTINED,
        code="sync.dead_letter",
    )
    talk, commands = read_outbox(_behind(talk, asked))
    return talk, (Settle(results=(result,), epoch=place.epoch), *commands)


def _behind(talk: Conversation, asked: Asked) -> Conversation:
    """The pass goes on behind these items, settled or not."""
    return replace(talk, after=(asked.incarnation, asked.items[-1].seq))


def _again(talk: Conversation, now: Now, kept: Sequence[ItemResult | None]) -> int:
    """When to try what stayed pending: the soonest wish; entries that nobody mentioned, soon."""
    if not kept:
        return talk.push_again_mono_ms
    again = now.mono_ms + min(_later_ms(result) for result in kept)
    return min(again, talk.push_again_mono_ms or again)


def _later_ms(result: ItemResult | None) -> int:
    if result is None or result.outcome is ItemOutcome.DEPENDS:
        return _AGAIN_MS
    if result.outcome is ItemOutcome.FORK:
        return _STUCK_MS
    return min(max(result.after_ms, _AGAIN_MS), _LONGEST_LATER_MS)


def _problem(talk: Conversation, kept: Sequence[ItemResult | None], *, has_foreign: bool) -> str:
    if _has_fork(kept):
        return "sync.fork"
    return "sync.foreign_result" if has_foreign else talk.problem


def _has_fork(kept: Sequence[ItemResult | None]) -> bool:
    return any(result is not None and result.outcome is ItemOutcome.FORK for result in kept)
