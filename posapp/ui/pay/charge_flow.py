"""Paying by card or payment code: sent once, asked about until it is clear, never charged twice."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, assert_never

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from posapp.errors import Refused
from posapp.lanes import device_lane
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
    from posapp.domain.codes import PaymentCode
    from posapp.ui.floor import Floor
    from posapp.ui.pay.session import PaySession
    from posapp.workflows.paying import Paying

TERMINAL: Final = device_lane("terminal")
ASK_EVERY_MS: Final = 5_000
REVERSE_AFTER_MS: Final = 30_000
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

    def _charge(self, amount: int, channel: str, code: PaymentCode | None, masked: str) -> None:
        desk = self._floor.desk
        tender_id = self._paying.new_tender_id()
        self._masked = masked
        payment = self._session.state.payment
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
        ask = partial(self._paying.charge, payment, tender_id, amount, channel, code)
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
            case UnknownOutcome(leg=leg):
                self._remain_unclear(leg)
            case _:
                assert_never(result)

    def _remain_unclear(self, leg: Leg) -> None:
        phase = self._session.state.phase
        if isinstance(phase, Unclear):
            asked = self._step(Happening.ASKED)
            story = (*phase.story, asked)
            self._session.enter_phase(replace(phase, busy=False, story=story))
            return
        sent_ms = phase.sent_ms if isinstance(phase, Charging) else self._floor.desk.now_ms()
        story = (Step(at_ms=sent_ms, what=Happening.SENT), self._step(Happening.NO_ANSWER))
        self._show_unclear(leg, sent_ms, story)

    def _show_unclear(self, leg: Leg, sent_ms: int, story: tuple[Step, ...]) -> None:
        now = self._floor.desk.mono_ms()
        self._floor.sounds.play(Sound.UNKNOWN)
        unclear = Unclear(
            leg=leg,
            masked=self._masked,
            sent_ms=sent_ms,
            story=story,
            asked_at_ms=now,
            reverse_at_ms=now + REVERSE_AFTER_MS,
        )
        self._session.show(phase=unclear, way=way_of(leg.channel))
        self._timer.start()

    def resume(self, leg: Leg) -> None:
        """A charge of an earlier run that has no sale yet: show it first and ask at once."""
        self._masked = ""
        now = self._floor.desk.now_ms()
        self._show_unclear(leg, now, (self._step(Happening.FOUND),))
        self.query()

    # -- while it is unclear

    @Slot()
    def query(self) -> None:
        """Ask what became of it."""
        phase = self._idle_unclear()
        if phase is None:
            return
        now = self._floor.desk.mono_ms()
        self._session.enter_phase(replace(phase, busy=True, asked_at_ms=now))
        ask = partial(self._paying.query, phase.leg)
        self._floor.background.run(TERMINAL, ask, self._answered, self._not_known)

    @Slot()
    def reverse(self) -> None:
        """Undo it; only a confirmed reversal opens the other ways again."""
        phase = self._idle_unclear()
        if phase is None:
            return
        story = (*phase.story, self._step(Happening.REVERSING))
        self._session.enter_phase(replace(phase, busy=True, reverse_at_ms=None, story=story))
        undo = partial(self._paying.reverse, phase.leg)
        self._floor.background.run(TERMINAL, undo, self._reversed, self._not_known)

    def _reversed(self, _nothing: None) -> None:
        self._timer.stop()
        self._session.enter_phase(Collecting())

    def _not_known(self, error: Exception) -> None:
        phase = self._session.state.phase
        if isinstance(phase, Unclear):
            self._session.enter_phase(replace(phase, busy=False))
        self._floor.messages.show_error(error)

    @Slot()
    def on_tick(self) -> None:
        """Once a second: ask every five seconds, reverse by itself after thirty."""
        now = self._floor.desk.mono_ms()
        self.ticked.emit(now)
        phase = self._idle_unclear()
        if phase is None:
            return
        if phase.reverse_at_ms is not None and now >= phase.reverse_at_ms:
            self.reverse()
        elif now - phase.asked_at_ms >= ASK_EVERY_MS:
            self.query()

    def pause(self) -> None:
        """The screen is left: nothing is asked or reversed until it is shown again."""
        self._timer.stop()

    def _idle_unclear(self) -> Unclear | None:
        if not self._session.is_open:
            return None
        phase = self._session.state.phase
        return phase if isinstance(phase, Unclear) and not phase.busy else None

    def _step(self, what: Happening) -> Step:
        return Step(at_ms=self._floor.desk.now_ms(), what=what)
