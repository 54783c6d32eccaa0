"""Paying by card or payment code: sent once, asked about until it is clear, never charged twice."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, assert_never

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from posapp.domain.charges import (
    OFFER_CHANNEL,
    Declined,
    Due,
    Offered,
    Stage,
    Unknown,
    Waiting,
    Watch,
)
from posapp.errors import Refused
from posapp.lanes import device_lane
from posapp.ui.i18n import tr
from posapp.ui.pay.state import (
    CARD_CHANNEL,
    Charging,
    Collecting,
    Happening,
    Step,
    Unclear,
    way_of,
)
from posapp.ui.sounds import Sound
from posapp.workflows.pay_outcomes import (
    ChargeDeclined,
    ChargePaid,
    ChargeResult,
    Leg,
    UnknownOutcome,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.codes import PaymentCode
    from posapp.ui.floor import Floor
    from posapp.ui.pay.session import PaySession
    from posapp.workflows.paying import Paying

TERMINAL: Final = device_lane("terminal")
TICK_MS: Final = 1_000


class ChargeFlow(QObject):
    """`ticked` carries the monotonic ms once a second while a charge is awaited or unclear."""

    ticked = Signal(int)

    def __init__(self, session: PaySession, paying: Paying, floor: Floor) -> None:
        super().__init__(session)
        self._session = session
        self._paying = paying
        self._floor = floor
        self._masked = ""
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.on_tick)

    # -- charging

    def charge_card(self, amount: int) -> None:
        """Ask the terminal for a card, minor units."""
        self._charge(amount, CARD_CHANNEL, None, "")

    def charge_code(self, amount: int, code: PaymentCode) -> None:
        """Charge the code that the customer showed, minor units."""
        self._charge(amount, str(code.channel), code, code.masked)

    def offer(self, amount: int) -> None:
        """Show a code for this amount, minor units, that the customer scans."""
        tender_id = self._paying.new_tender_id()
        ask = partial(self._paying.offer, self._session.state.payment, tender_id, amount)
        self._begin(amount, OFFER_CHANNEL, "", ask)

    def _charge(self, amount: int, channel: str, code: PaymentCode | None, masked: str) -> None:
        payment, tender_id = self._session.state.payment, self._paying.new_tender_id()
        ask = partial(self._paying.charge, payment, tender_id, amount, channel, code)
        self._begin(amount, channel, masked, ask)

    def _begin(
        self, amount: int, channel: str, masked: str, ask: Callable[[], ChargeResult]
    ) -> None:
        desk = self._floor.desk
        self._masked = masked
        self._session.enter_phase(
            Charging(
                way=way_of(channel),
                channel=channel,
                amount=amount,
                masked=masked,
                sent_ms=desk.now_ms(),
                since_ms=desk.mono_ms(),
            )
        )
        self._timer.start()
        self._floor.background.run(TERMINAL, ask, self._answered, self._refused)

    def _refused(self, error: Exception) -> None:
        """A rule said no, or nothing was sent."""
        self._timer.stop()
        self._session.enter_phase(Collecting())
        self._floor.messages.show_error(error)

    # -- the answer

    def _answered(self, result: ChargeResult) -> None:
        match result:
            case ChargePaid(tender=tender):
                self._timer.stop()
                self._floor.sounds.play(Sound.PAID)
                self._session.collect(tender)
            case ChargeDeclined(key=key):
                self._timer.stop()
                self._session.enter_phase(Collecting())
                self._floor.messages.show_error(Refused(key))
            case UnknownOutcome(leg=leg, outcome=outcome, offered=offered):
                self._remain_unclear(leg, outcome)
                self._show_code(offered)
            case _:
                assert_never(result)

    def _remain_unclear(self, leg: Leg, outcome: Waiting | Unknown) -> None:
        phase = self._session.state.phase
        what = _waits_for(leg) if isinstance(outcome, Waiting) else Happening.ASKED
        if isinstance(phase, Unclear):
            watch = phase.watch.answered(outcome)
            story = _with(phase.story, self._step(what))
            changed = replace(phase, leg=leg, watch=watch, busy=False, story=story)
            self._session.enter_phase(changed)
            return
        desk = self._floor.desk
        sent_ms, since_ms = desk.now_ms(), desk.mono_ms()
        if isinstance(phase, Charging):
            sent_ms, since_ms = phase.sent_ms, phase.since_ms
        if isinstance(outcome, Unknown):
            what = Happening.NO_ANSWER
        story = (Step(at_ms=sent_ms, what=Happening.SENT), self._step(what))
        offered = leg.channel == OFFER_CHANNEL
        watch = Watch(stage=Stage.SENT, sent_ms=since_ms, asked_ms=desk.mono_ms(), offered=offered)
        self._show_unclear(leg, sent_ms, story, watch.answered(outcome))

    def _show_unclear(self, leg: Leg, sent_ms: int, story: tuple[Step, ...], watch: Watch) -> None:
        if watch.stage is not Stage.USERPAYING:
            self._floor.sounds.play(Sound.UNKNOWN)
        unclear = Unclear(leg=leg, masked=self._masked, sent_ms=sent_ms, story=story, watch=watch)
        self._session.show(phase=unclear, way=way_of(leg.channel))
        self._timer.start()

    def _show_code(self, offered: Offered | None) -> None:
        """The code is there: it lives longer than a charge that nobody answers."""
        phase = self._session.state.phase
        if offered is None or not isinstance(phase, Unclear):
            return
        if phase.closing:
            return
        watch = phase.watch.showing(offered.left_ms, self._floor.desk.mono_ms())
        self._session.enter_phase(replace(phase, watch=watch, code=offered.content))

    def resume(self, leg: Leg) -> None:
        """A charge of an earlier run that has no sale yet: show it first and ask at once; one that
        was given up is given up again.
        """
        self._masked = ""
        self._go_on(leg, Happening.FOUND)
        if leg.stage is Stage.REVERSING:
            self.reverse()
        else:
            self.query()

    def keep_undoing(self, leg: Leg) -> None:
        """A paid charge was to be given back and nobody answered: it is on no order any more."""
        self._masked = ""
        self._go_on(replace(leg, stage=Stage.REVERSING), Happening.REVERSING)

    def _go_on(self, leg: Leg, what: Happening) -> None:
        """Counts anew from now: what the last run counted is gone with it."""
        now = self._floor.desk.mono_ms()
        stage = leg.stage if leg.stage in (Stage.REVERSING, Stage.MANUAL) else Stage.UNKNOWN
        offered = leg.channel == OFFER_CHANNEL
        watch = Watch(stage=stage, sent_ms=now, asked_ms=now, offered=offered)
        sent_ms = leg.at_ms or self._floor.desk.now_ms()
        self._show_unclear(leg, sent_ms, (self._step(what),), watch)

    # -- while it is unclear

    @Slot()
    def query(self) -> None:
        """Ask what became of it."""
        phase = self._idle_unclear()
        if phase is None:
            return
        watch = phase.watch.asking(self._floor.desk.mono_ms())
        self._session.enter_phase(replace(phase, busy=True, watch=watch))
        # What waits for a scan and whose code was never heard: the answer to the offer was lost.
        is_unheard = phase.is_offer and not phase.code and not phase.closing
        is_blind = is_unheard and watch.stage is Stage.USERPAYING
        ask = partial(self._paying.offer_again if is_blind else self._paying.query, phase.leg)
        self._floor.background.run(TERMINAL, ask, self._answered, self._not_asked)

    @Slot()
    def reverse(self) -> None:
        """Undo it; only a confirmed reversal opens the other ways again.

        Not within 15 s of sending: the person is told how long it still takes.
        """
        phase = self._idle_unclear()
        if phase is None:
            return
        now = self._floor.desk.mono_ms()
        wait_ms = phase.watch.wait_ms(now)
        if wait_ms:
            self._floor.sounds.play(Sound.BLOCKED)
            seconds = -(-wait_ms // 1000)
            self._floor.messages.show_error(Refused("pay.reverse_too_soon", seconds=seconds))
            return
        story = _with(phase.story, self._step(Happening.REVERSING))
        watch = phase.watch.undoing(now)
        self._session.enter_phase(replace(phase, busy=True, watch=watch, story=story))
        self._timer.start()
        undo = partial(self._paying.reverse, phase.leg)
        self._floor.background.run(TERMINAL, undo, self._reversed, self._not_reversed)

    def _reversed(self, _nothing: None) -> None:
        self._timer.stop()
        self._session.enter_phase(Collecting())
        self._floor.messages.show(tr("已撤销，没有收款"))

    def _not_reversed(self, error: Exception) -> None:
        """Lost: repeated by itself. Refused: asked once more, then it is for a person."""
        phase = self._session.state.phase
        if not isinstance(phase, Unclear):
            self._floor.messages.show_error(error)
            return
        is_refused = isinstance(error, Refused)
        if isinstance(error, Refused) and error.key == "pay.reverse_too_soon":
            watch = replace(phase.watch, stage=Stage.UNKNOWN)
            self._session.enter_phase(replace(phase, busy=False, watch=watch))
            self._floor.messages.show_error(error)
            return
        watch = phase.watch.not_undone(Declined("") if is_refused else Unknown())
        story = _with(phase.story, self._step(Happening.NOT_REVERSED))
        self._session.enter_phase(replace(phase, busy=False, watch=watch, story=story))
        if is_refused or watch.unanswered == 1:
            self._floor.messages.show_error(error)
        if is_refused:
            self.query()

    def _not_asked(self, error: Exception) -> None:
        phase = self._session.state.phase
        if isinstance(phase, Unclear):
            self._session.enter_phase(replace(phase, busy=False))
        self._floor.messages.show_error(error)

    @Slot()
    def on_tick(self) -> None:
        """Once a second: ask every four seconds, reverse by itself after thirty, and again."""
        if not self._waits():
            self._timer.stop()
            return
        now = self._floor.desk.mono_ms()
        self.ticked.emit(now)
        phase = self._idle_unclear()
        if phase is None:
            return
        match phase.watch.due(now):
            case Due.REVERSE:
                self.reverse()
            case Due.QUERY:
                self.query()
            case Due.NOTHING:
                pass

    def pause(self) -> None:
        """Nothing is asked or reversed by itself until something is asked again."""
        self._timer.stop()

    def close_offer(self) -> None:
        """The screen is left, nobody can scan the code any more: its time is over now. Asked about
        once more, then taken back, as at its natural end.
        """
        phase = self._session.state.phase
        if not isinstance(phase, Unclear) or not phase.shown_code:
            return
        # A moment is left, as otherwise nobody would ask once more.
        watch = phase.watch.showing(1, self._floor.desk.mono_ms())
        self._session.enter_phase(replace(phase, watch=watch, closing=True))
        self._timer.start()

    def _waits(self) -> bool:
        open_ = self._session.is_open
        return open_ and isinstance(self._session.state.phase, Charging | Unclear)

    def _idle_unclear(self) -> Unclear | None:
        if not self._session.is_open:
            return None
        phase = self._session.state.phase
        return phase if isinstance(phase, Unclear) and not phase.busy else None

    def _step(self, what: Happening) -> Step:
        return Step(at_ms=self._floor.desk.now_ms(), what=what)


def _waits_for(leg: Leg) -> Happening:
    is_offer = leg.channel == OFFER_CHANNEL
    return Happening.OFFERED if is_offer else Happening.CUSTOMER_PAYS


def _with(story: tuple[Step, ...], step: Step) -> tuple[Step, ...]:
    """The story with one step more; the same thing again only tells when it was last."""
    if len(story) > 1 and story[-1].what is step.what:
        return (*story[:-1], step)
    return (*story, step)
