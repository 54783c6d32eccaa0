"""Planted bugs: each is a mistake that somebody could make; the simulator must catch every one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec.structs import replace

from posapp.offline.sync_state import AdoptEpoch, Answered, Failed, Failure, Settle
from posapp.wire.sync import HelloReply, ItemOutcome, ItemResult, PushReply

if TYPE_CHECKING:
    from posapp.offline.sync_state import Command, Conversation, Event, Reply

Commands = tuple["Command", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plant:
    """Each flag bends one thing; `mix` aims the faults at it: "off", "low" or "full" by name."""

    name: str = "none"
    mix: Mapping[str, str] = field(default_factory=dict)
    # The till's core
    settles_all: bool = False
    settles_by_seq: bool = False
    later_counts: bool = False
    drops_refused: bool = False
    portal_counts: bool = False
    timeout_counts: bool = False
    forgets_to_resend: bool = False
    resends_from_backup: bool = False
    believes_strays: bool = False
    believes_unsigned: bool = False
    # The till's stores
    cursor_before_rows: bool = False
    tombstone_lost: bool = False
    clear_keeps_rows: bool = False
    sale_and_outbox_apart: bool = False
    adopts_epoch_first: bool = False
    epoch_outside: bool = False
    receipt_in_memory: bool = False
    box_unsynced: bool = False
    box_not_asked: bool = False
    keeps_old_incarnation: bool = False
    loses_a_tender: bool = False
    lease_not_spent: bool = False
    till_forgets_step: bool = False
    # Central
    answers_before_commit: bool = False
    posts_again: bool = False
    effect_without_inbox: bool = False
    no_lock: bool = False
    takes_place_before_commit: bool = False
    prunes_in_silence: bool = False
    same_epoch_after_restore: bool = False
    expects_from_highest: bool = False
    never_renews: bool = False
    fork_settled: bool = False
    fork_not_kept: bool = False
    quarantine_dropped: bool = False
    dead_letter_lost: bool = False
    mends_by_deleting: bool = False
    mends_in_silence: bool = False
    cash_out_uncounted: bool = False
    # Requests
    declined_forgotten: bool = False
    step_not_stored: bool = False
    hold_not_durable: bool = False
    reclaims_on_timeout: bool = False
    # Leases at central
    reclaims_leases: bool = False
    grants_again: bool = False
    releases_twice: bool = False
    frees_despite_quarantine: bool = False
    lends_at_once: bool = False
    # The simulator itself
    real_clock: bool = False

    def event(self, talk: Conversation, event: Event) -> Event:
        """What the core is told has happened."""
        if self.believes_strays and isinstance(event, Answered) and talk.asked is not None:
            reply = replace(event.reply, request_id=talk.asked.request_id)
            return replace(event, reply=reply)
        return event

    def commands(self, talk: Conversation, event: Event, commands: Commands) -> Commands:
        """What the till does, where the core asked for `commands`. `talk` is from before the event."""
        if self.forgets_to_resend:
            commands = tuple(
                replace(c, resend_from=10**9) if isinstance(c, AdoptEpoch) else c for c in commands
            )
        if self.resends_from_backup and isinstance(event, Answered):
            commands = tuple(_from_backup(event.reply, command) for command in commands)
        if talk.asked is None or talk.place is None or not talk.asked.items:
            return commands
        if isinstance(event, Answered) and isinstance(event.reply, PushReply):
            return self._of_answer(talk, event.reply, commands)
        if isinstance(event, Failed) and event.request_id == talk.asked.request_id:
            kinds = {
                Failure.REFUSED: self.drops_refused,
                Failure.BAD_REPLY: self.portal_counts,
                Failure.NO_ANSWER: self.timeout_counts,
            }
            if kinds.get(event.kind):
                return (_all_of(talk), *commands)
        return commands

    def _of_answer(self, talk: Conversation, reply: PushReply, commands: Commands) -> Commands:
        assert talk.asked is not None
        if talk.asked.request_id != reply.request_id:
            return commands
        others = tuple(c for c in commands if not isinstance(c, Settle))
        listed = {result.seq for result in reply.items}
        later = {r.seq for r in reply.items if r.outcome is ItemOutcome.RETRY_LATER}
        if self.settles_all:
            return (_all_of(talk), *others)
        if self.settles_by_seq:
            return (_all_of(talk, listed - later), *others)
        if self.later_counts and later:
            return (*commands, _all_of(talk, later))
        return commands


def _from_backup(reply: Reply, command: Command) -> Command:
    """As if what central's backup held at our places were ours."""
    if isinstance(command, AdoptEpoch) and isinstance(reply, HelloReply):
        return replace(command, resend_from=min(reply.expect_seq, reply.durable_seq + 1))
    return command


def _all_of(talk: Conversation, seqs: set[int] | None = None) -> Settle:
    assert talk.asked is not None
    assert talk.place is not None
    results = tuple(
        ItemResult(seq=item.seq, event_id=item.event_id, outcome=ItemOutcome.APPLIED)
        for item in talk.asked.items
        if seqs is None or item.seq in seqs
    )
    return Settle(results=results, epoch=talk.place.epoch)


NO_PLANT = Plant()
_RESTORES = {"central_restore": "full"}
# Where neither machine nor database loses anything, nobody's money may be short.
_NOTHING_LOST = dict.fromkeys(
    ("central_restore", "torn_tail", "till_restore", "till_restore_bare", "till_clone"), "off"
)
_LENT = {"leases": "full", "cut_at_the_counter": "full"}
_HONEST = _LENT | _NOTHING_LOST | {"terminal_lost": "off"}
_CLONES = {"till_clone": "full"}
_TORN = {"torn_tail": "full", "power_loss": "full", "till_crash": "full"}
_POISON = {"poison_quarantined": "full"}
PLANTS = (
    Plant(name="batch_ack_all", settles_all=True),
    Plant(name="no_dedupe", posts_again=True),
    Plant(name="ack_before_commit", answers_before_commit=True),
    Plant(name="drop_on_4xx", drops_refused=True),
    Plant(name="cursor_gap", takes_place_before_commit=True),
    Plant(name="outbox_separate_tx", sale_and_outbox_apart=True),
    Plant(name="tombstone_lost", tombstone_lost=True),
    Plant(name="cursor_before_rows", cursor_before_rows=True),
    Plant(name="forget_acked", forgets_to_resend=True, mix=_RESTORES),
    Plant(
        name="hold_reclaimed_on_timeout",
        reclaims_on_timeout=True,
        mix=_NOTHING_LOST | {"partition": "full"},
    ),
    Plant(name="resends_from_backup", resends_from_backup=True, mix=_CLONES | _RESTORES),
    Plant(name="hold_not_durable", hold_not_durable=True, mix=_NOTHING_LOST),
    Plant(
        name="seq_reuse_after_restore",
        fork_settled=True,
        mix={"till_restore_bare": "full", "partition": "full"},
    ),
    Plant(
        name="epoch_not_stored",
        epoch_outside=True,
        mix={
            "till_restore": "full",
            "till_restore_bare": "full",
            "central_restore": "full",
            "till_clone": "off",
            "request_lost": "full",
            "error_500": "full",
        },
    ),
    Plant(name="settles_by_seq", settles_by_seq=True, mix={"foreign_item_listed": "full"}),
    Plant(name="later_counts", later_counts=True, mix={"item_later": "full"}),
    Plant(name="portal_counts", portal_counts=True, mix={"html_with_200": "full"}),
    Plant(name="timeout_counts", timeout_counts=True),
    Plant(name="stray_reply_counts", believes_strays=True, mix={"reply_for_another_till": "full"}),
    Plant(name="signature_not_checked", believes_unsigned=True, mix={"reply_forged": "full"}),
    Plant(name="clear_keeps_rows", clear_keeps_rows=True, mix=_RESTORES),
    Plant(
        name="epoch_before_resend",
        adopts_epoch_first=True,
        mix=_RESTORES | {"till_crash": "full"},
    ),
    Plant(name="receipt_in_memory", receipt_in_memory=True, mix={"till_crash": "full"}),
    Plant(name="box_not_flushed", box_unsynced=True, mix=_TORN),
    Plant(name="box_not_asked", box_not_asked=True, mix=_TORN),
    Plant(name="tender_lost", loses_a_tender=True),
    Plant(name="effect_without_inbox", effect_without_inbox=True),
    Plant(
        name="no_lock",
        no_lock=True,
        mix={"second_process": "full", "request_doubled": "full"},
    ),
    Plant(name="pruned_in_silence", prunes_in_silence=True, mix={"tombstones_pruned": "full"}),
    Plant(name="same_epoch_after_restore", same_epoch_after_restore=True, mix=_RESTORES),
    Plant(
        name="expects_from_highest",
        expects_from_highest=True,
        mix=_RESTORES | {"item_later": "full"},
    ),
    Plant(name="never_renews", never_renews=True, mix={"till_restore_bare": "full"}),
    Plant(
        name="incarnation_not_caught_up",
        keeps_old_incarnation=True,
        mix={"till_restore": "full", "till_restore_bare": "full"},
    ),
    Plant(name="fork_not_kept", fork_not_kept=True, mix=_CLONES),
    Plant(name="quarantine_dropped", quarantine_dropped=True, mix=_POISON),
    Plant(name="dead_letter_lost", dead_letter_lost=True, mix={"poison_refused": "full"}),
    Plant(name="mended_by_deleting", mends_by_deleting=True, mix=_POISON),
    Plant(name="mended_in_silence", mends_in_silence=True, mix=_POISON),
    Plant(name="cash_out_uncounted", cash_out_uncounted=True),
    Plant(
        name="declined_forgotten",
        declined_forgotten=True,
        mix={"member_blocked": "full", "leg_delayed": "full", "reply_lost": "full"},
    ),
    Plant(name="code_step_not_stored", step_not_stored=True),
    Plant(name="reclaim_on_timeout", reclaims_leases=True, mix=_HONEST),
    Plant(name="lease_not_durable", lease_not_spent=True, mix=_HONEST),
    Plant(name="lease_released_twice", releases_twice=True, mix=_LENT),
    Plant(
        name="release_while_quarantined",
        frees_despite_quarantine=True,
        mix=_HONEST | _POISON | {"terminal_lost": "full"},
    ),
    Plant(name="grant_not_idempotent", grants_again=True, mix=_LENT | {"reply_lost": "full"}),
    Plant(
        name="grants_at_once_after_restore",
        lends_at_once=True,
        mix=_HONEST | _RESTORES | {"partition": "full", "partition_one_way": "full"},
    ),
    Plant(name="till_step_not_stored", till_forgets_step=True, mix=_LENT),
    Plant(name="real_clock", real_clock=True),
)
