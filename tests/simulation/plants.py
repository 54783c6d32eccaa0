"""Planted bugs: each is a mistake that somebody could make; the simulator must catch every one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from posapp.offline.sync_state import AdoptEpoch, Answered, Failed, Failure, Settle
from posapp.wire.sync import ItemOutcome, ItemResult, PushReply

if TYPE_CHECKING:
    from posapp.offline.sync_state import Command, Conversation, Event

Commands = tuple["Command", ...]


@dataclass(frozen=True, slots=True)
class Plant:
    """No bug. Subclasses and fields bend one thing each."""

    name: str = "none"
    settles_all: bool = False
    drops_refused: bool = False
    forgets_to_resend: bool = False
    believes_strays: bool = False
    cursor_before_rows: bool = False
    sale_and_outbox_apart: bool = False
    answers_before_commit: bool = False
    posts_again: bool = False
    takes_place_before_commit: bool = False

    def event(self, talk: Conversation, event: Event) -> Event:
        """What the core is told has happened."""
        if self.believes_strays and isinstance(event, Answered) and talk.asked is not None:
            reply = msgspec.structs.replace(event.reply, request_id=talk.asked.request_id)
            return replace(event, reply=reply)
        return event

    def commands(self, talk: Conversation, event: Event, commands: Commands) -> Commands:
        """What the till does, where the core asked for `commands`. `talk` is from before the event."""
        if self.forgets_to_resend:
            commands = tuple(
                replace(c, resend_from=10**9) if isinstance(c, AdoptEpoch) else c for c in commands
            )
        if talk.asked is None or talk.place is None:
            return commands
        if self.settles_all and isinstance(event, Answered) and isinstance(event.reply, PushReply):
            return (_all_of(talk), *(c for c in commands if not isinstance(c, Settle)))
        if self.drops_refused and isinstance(event, Failed) and event.kind is Failure.REFUSED:
            return (_all_of(talk), *commands)
        return commands


def _all_of(talk: Conversation) -> Settle:
    assert talk.asked is not None
    assert talk.place is not None
    results = tuple(
        ItemResult(seq=item.seq, event_id=item.event_id, outcome=ItemOutcome.APPLIED)
        for item in talk.asked.items
    )
    return Settle(results=results, epoch=talk.place.epoch)


NO_PLANT = Plant()
PLANTS = (
    Plant(name="batch_ack_all", settles_all=True),
    Plant(name="drop_on_4xx", drops_refused=True),
    Plant(name="forget_acked", forgets_to_resend=True),
    Plant(name="stray_reply_counts", believes_strays=True),
    Plant(name="cursor_before_rows", cursor_before_rows=True),
    Plant(name="outbox_separate_tx", sale_and_outbox_apart=True),
    Plant(name="ack_before_commit", answers_before_commit=True),
    Plant(name="no_dedupe", posts_again=True),
    Plant(name="cursor_gap", takes_place_before_commit=True),
)
