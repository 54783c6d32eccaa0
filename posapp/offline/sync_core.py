"""Synchronising as a step function: facts go up, the feed comes down; no I/O, no clock, no chance.

`step(conversation, event)` gives the next conversation and the commands to carry out. A fact is
settled only by an answer that lists it; nothing else that happens to a request touches the journal.
"""

from __future__ import annotations

from typing import Final, assert_never

from msgspec.structs import replace

from posapp.offline.sync_pause import back_off, next_request, reached, timed, worked
from posapp.offline.sync_push import on_dead_letter, on_push, on_refused, push, start_push
from posapp.offline.sync_state import (
    AdoptEpoch,
    AdoptIncarnation,
    Answered,
    Apply,
    Asked,
    ClearFeed,
    Command,
    Conversation,
    Event,
    Failed,
    Failure,
    Now,
    Nudged,
    OutboxChanged,
    OutboxRead,
    Phase,
    Place,
    PlaceRead,
    ReadPlace,
    Report,
    SendHello,
    SendPull,
    Tick,
    Wait,
)
from posapp.wire.chain import FIRST_LINK
from posapp.wire.facts import SCHEMA
from posapp.wire.sync import (
    MOST_BYTES,
    MOST_ITEMS,
    PROTOCOL_MAX,
    PROTOCOL_MIN,
    DeadLetterReply,
    HelloReply,
    HelloRequest,
    Hints,
    NewIncarnation,
    PullReply,
    PushReply,
)

Step = tuple[Conversation, tuple[Command, ...]]

ROWS_PER_PULL: Final = 500
HELLO_EVERY_MS: Final = 300_000
_SHORTEST_PAUSE_MS: Final = 250
_LONGEST_PAUSE_MS: Final = 300_000
_FEWEST_BYTES: Final = 16 * 1024
_RESTING: Final = frozenset({Phase.STOPPED, Phase.IDLE, Phase.BACKING_OFF})


def step(talk: Conversation, event: Event) -> Step:
    """What follows from one event; its commands are carried out in order before the next event."""
    match event:
        case Tick(now=now):
            return _on_tick(talk, now) if talk.phase in _RESTING else (talk, ())
        case Nudged():
            return _say_hello(talk) if talk.phase in _RESTING else (talk, ())
        case OutboxChanged():
            return _on_outbox_changed(talk)
        case PlaceRead(now=now, place=place):
            return _send_hello(talk, now, place) if talk.phase is Phase.HELLO else (talk, ())
        case OutboxRead():
            return _on_outbox_read(talk, event)
        case Answered():
            return _on_answer(talk, event)
        case Failed():
            return _on_failed(talk, event)
        case _:
            assert_never(event)


def _on_tick(talk: Conversation, now: Now) -> Step:
    is_due = now.mono_ms - talk.hello_mono_ms >= HELLO_EVERY_MS
    if talk.phase is not Phase.IDLE or talk.place is None or is_due:
        return _say_hello(talk)
    waits = now.mono_ms < talk.push_again_mono_ms and not talk.dirty
    return start_push(talk) if talk.may_push and not waits else _pull(talk, talk.place)


def _on_outbox_changed(talk: Conversation) -> Step:
    talk = replace(talk, dirty=True)
    if talk.phase is Phase.IDLE and talk.may_push:
        return start_push(talk)
    return talk, ()


def _on_outbox_read(talk: Conversation, event: OutboxRead) -> Step:
    if talk.phase is not Phase.PUSHING or talk.asked is not None or talk.place is None:
        return talk, ()
    if event.items:
        return push(talk, talk.place, event.incarnation, event.items)
    if talk.forked and not talk.fork_told:
        return _say_hello(replace(talk, fork_told=True))
    return _pull(talk, talk.place)


def _on_answer(talk: Conversation, event: Answered) -> Step:
    """An answer counts only for the request under way, from the same incarnation and epoch."""
    asked, place, reply, now = talk.asked, talk.place, event.reply, event.now
    if asked is None or place is None or reply.request_id != asked.request_id:
        return talk, ()
    talk = timed(replace(talk, asked=None), event)
    match reply:
        case HelloReply() if talk.phase is Phase.HELLO:
            return _on_hello(talk, now, place, reply)
        case PullReply() if talk.phase is Phase.PULLING and reply.epoch == place.epoch:
            return _on_page(worked(talk, now), now, place, reply)
        case PushReply() if _is_ours(asked, place, reply) and not asked.dead_letter:
            return on_push(worked(talk, now), now, asked, reply)
        case DeadLetterReply() if _is_ours(asked, place, reply) and asked.dead_letter:
            return on_dead_letter(worked(talk, now), asked, place)
        case _:
            return back_off(talk, now, Failure.BAD_REPLY)


def _is_ours(asked: Asked, place: Place, reply: PushReply | DeadLetterReply) -> bool:
    is_about_items = bool(asked.items)
    return is_about_items and (reply.epoch, reply.incarnation) == (place.epoch, asked.incarnation)


# Hello


def _say_hello(talk: Conversation) -> Step:
    return replace(talk, phase=Phase.HELLO, asked=None), (ReadPlace(),)


def _send_hello(talk: Conversation, now: Now, place: Place) -> Step:
    talk, request_id = next_request(talk)
    request = HelloRequest(
        request_id=request_id,
        schema=SCHEMA,
        app_version=talk.till.app_version,
        terminal_id=talk.till.terminal_id,
        incarnation=place.incarnation,
        max_seq=place.max_seq,
        chain_head=place.chain_head,
        epoch=place.epoch,
        cursor=place.cursor,
        outbox_depth=place.waiting,
        wall_ms=now.wall_ms,
        mono_ms=now.mono_ms,
        forked=talk.forked,
        leases=place.leases,
    )
    asked = Asked(request_id=request_id, incarnation=place.incarnation)
    return replace(talk, place=place, asked=asked), (SendHello(request),)


def _on_hello(talk: Conversation, now: Now, place: Place, reply: HelloReply) -> Step:
    if not PROTOCOL_MIN <= reply.protocol <= PROTOCOL_MAX:
        return back_off(talk, now, Failure.NOT_ACCEPTED, problem="sync.update_needed")
    if reply.incarnation < place.incarnation:
        return back_off(talk, now, Failure.NOT_ACCEPTED, problem="sync.incarnation_changed")
    if not reply.epoch or reply.expect_seq < 1:
        return back_off(talk, now, Failure.BAD_REPLY)
    renewed, talk, place = _renewed(talk, place, reply)
    adopt, place = _adopted(place, reply)
    is_behind = reply.expect_seq > place.max_seq + 1
    talk = replace(
        reached(talk, now),
        place=place,
        hints=_bounded(reply.hints),
        hello_mono_ms=now.mono_ms,
        durable_seq=reply.durable_seq,
        may_push=not is_behind,
        problem="sync.till_restored" if is_behind else "",
    )
    talk, commands = _pull(talk, place) if is_behind else start_push(talk)
    return talk, (*renewed, *adopt, Report(), *commands)


def _renewed(
    talk: Conversation, place: Place, reply: HelloReply
) -> tuple[tuple[Command, ...], Conversation, Place]:
    """A new incarnation: this journal goes on apart from what central has under the old one."""
    if reply.incarnation == place.incarnation:
        return (), talk, place
    is_restored = reply.because == NewIncarnation.RESTORED.value
    notice = "sync.now_after_restore" if is_restored else "sync.now_after_copy"
    talk = replace(talk, notice=notice, forked=False, fork_told=False)
    place = replace(place, incarnation=reply.incarnation, max_seq=0, chain_head=FIRST_LINK.hex())
    return (AdoptIncarnation(incarnation=reply.incarnation),), talk, place


def _adopted(place: Place, reply: HelloReply) -> tuple[tuple[Command, ...], Place]:
    """A new epoch: central may have forgotten what it acknowledged, and its feed counts anew.

    Everything that is still here is sent again: what stands at central in our places may be a
    copy's line that came before ours, by now even in its backup. What it has it answers as known.
    """
    commands: list[Command] = []
    if place.epoch != reply.epoch:
        commands.append(AdoptEpoch(epoch=reply.epoch, resend_from=1))
        place = replace(place, epoch=reply.epoch)
    if place.cursor and place.cursor_epoch != reply.epoch:
        commands.append(ClearFeed())
        place = replace(place, cursor="", cursor_epoch="")
    return tuple(commands), place


def _bounded(hints: Hints) -> Hints:
    """Central's wishes within what a till can sensibly do, whatever they are."""
    return Hints(
        max_items=min(max(hints.max_items, 1), MOST_ITEMS),
        max_bytes=min(max(hints.max_bytes, _FEWEST_BYTES), MOST_BYTES),
        next_ms=min(max(hints.next_ms, _SHORTEST_PAUSE_MS), _LONGEST_PAUSE_MS),
    )


# Pull


def _pull(talk: Conversation, place: Place) -> Step:
    talk, request_id = next_request(talk)
    talk = replace(talk, phase=Phase.PULLING, asked=Asked(request_id=request_id))
    return talk, (SendPull(request_id=request_id, cursor=place.cursor, limit=ROWS_PER_PULL),)


def _on_page(talk: Conversation, now: Now, place: Place, reply: PullReply) -> Step:
    """Rows and cursor go down together; then facts before the next page, then the next page."""
    page: tuple[Command, ...] = ()
    if reply.rows or reply.next != place.cursor:
        page = (Apply(rows=reply.rows, cursor=reply.next, epoch=reply.epoch),)
    place = replace(place, cursor=reply.next, cursor_epoch=reply.epoch)
    talk = replace(talk, place=place)
    if talk.dirty and talk.may_push:
        talk, commands = start_push(talk)
    elif reply.more:
        talk, commands = _pull(talk, place)
    else:
        talk, commands = _rest(talk, now)
    return talk, (*page, *commands)


def _rest(talk: Conversation, now: Now) -> Step:
    pause = talk.hints.next_ms
    if talk.push_again_mono_ms:
        due = max(talk.push_again_mono_ms - now.mono_ms, _SHORTEST_PAUSE_MS)
        pause = min(pause, due)
    return replace(talk, phase=Phase.IDLE), (Report(), Wait(least_ms=pause, most_ms=pause))


# Failures


def _on_failed(talk: Conversation, event: Failed) -> Step:
    asked = talk.asked
    if event.kind is Failure.STORE:
        return back_off(talk, event.now, event.kind, problem=event.key)
    if asked is None or event.request_id != asked.request_id:
        return talk, ()
    talk = replace(talk, asked=None)
    if event.kind is Failure.REFUSED and asked.items:
        return on_refused(talk, event.now, asked)
    if event.kind is Failure.GONE and talk.phase is Phase.PULLING:
        talk, commands = back_off(talk, event.now, Failure.GONE)
        return talk, (ClearFeed(), *commands)
    if event.kind is Failure.NO_ANSWER and asked.items:
        talk = replace(talk, batch=max(1, talk.batch // 2))
    return back_off(
        talk, event.now, event.kind, retry_after_ms=event.retry_after_ms, problem=event.key
    )
