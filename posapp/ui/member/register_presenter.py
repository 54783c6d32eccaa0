"""A short registration: a phone, its code, consent; everything else may stay empty."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final, assert_never

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from posapp.domain.member import Consent, Member, Profile, checked_phone
from posapp.errors import PosError, Refused
from posapp.lanes import ONLINE, STORE
from posapp.ui.i18n import tr
from posapp.ui.navigation import Place
from posapp.ui.sounds import Sound
from posapp.workflows.members import AlreadyMember, VerifiedPhone
from posapp.workflows.pay_outcomes import CodeSent

if TYPE_CHECKING:
    from posapp.ui.floor import Floor
    from posapp.workflows.members import Members

TICK_MS: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the page holds besides the phone; `agreed`: she consents to the policy shown."""

    name: str = ""
    birthday: str = ""
    gender: str = ""
    card: str = ""
    referrer: str = ""
    agreed: bool = False
    marketing: bool = False
    channel: str = "display"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterState:
    """`error` names what stands in the way; `wait_s` counts down to the next code."""

    phone: str = ""
    sent: CodeSent | None = None
    wait_s: int = 0
    verified: VerifiedPhone | None = None
    already: Member | None = None
    online: bool = True
    busy: bool = False
    error: PosError | None = None


class RegisterPresenter(QObject):
    """`changed` carries a `RegisterState`; `registered` the new `Member`."""

    changed = Signal(object)
    registered = Signal(object)
    consented = Signal(bool)
    """She answered on her own side of the counter."""

    def __init__(self, members: Members, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._members = members
        self._floor = floor
        self._state = RegisterState()
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self.on_tick)

    @property
    def state(self) -> RegisterState:
        return self._state

    @property
    def policy_version(self) -> str:
        return self._floor.desk.settings.policy_version

    def enter(self, phone: str) -> None:
        """Begin anew, with the phone that nobody has, or with none."""
        self._clock.stop()
        self._state = RegisterState(phone=phone, online=self._floor.desk.is_online())
        self.changed.emit(self._state)

    # -- the phone

    @Slot(str)
    def type_phone(self, text: str) -> None:
        """Another phone makes everything that was proved void."""
        if text.strip() != self._state.phone:
            online = self._floor.desk.is_online()
            self._clock.stop()
            self._state = RegisterState(phone=text.strip(), online=online)
            self.changed.emit(self._state)

    @Slot()
    def send_code(self) -> None:
        """Text a code to the phone; without a connection register without one."""
        if self._state.busy or self._state.wait_s:
            return
        try:
            phone = checked_phone(self._state.phone)
        except Refused as error:
            self._refuse(error)
            return
        self._show(busy=True, error=None)
        if self._state.online:
            send = partial(self._members.send_code, phone)
            self._floor.background.run(ONLINE, send, self._sent, self._failed)
        else:
            ask = partial(self._members.without_code, phone)
            self._floor.background.run(STORE, ask, self._checked, self._failed)

    def _sent(self, sent: CodeSent) -> None:
        self._show(busy=False, sent=sent)
        self._count_down()
        self._clock.start()

    @Slot()
    def on_tick(self) -> None:
        self._count_down()
        if not self._state.wait_s:
            self._clock.stop()

    def _count_down(self) -> None:
        sent = self._state.sent
        if sent is not None:
            left = sent.resend_after_ms - self._floor.desk.now_ms()
            self._show(wait_s=max(0, (left + 999) // 1000))

    @Slot(str)
    def give_code(self, code: str) -> None:
        """The code that the phone received."""
        sent = self._state.sent
        if sent is None or self._state.busy or self._state.verified is not None:
            return
        self._show(busy=True, error=None)
        check = partial(self._members.verify_code, sent, self._state.phone, code)
        self._floor.background.run(ONLINE, check, self._checked, self._failed)

    def _checked(self, answer: VerifiedPhone | AlreadyMember) -> None:
        self._clock.stop()
        match answer:
            case VerifiedPhone():
                self._show(busy=False, verified=answer, wait_s=0)
                self._floor.sounds.play(Sound.SCAN_OK)
            case AlreadyMember(member=member):
                self._show(busy=False, already=member, wait_s=0)
                self._floor.messages.show(tr("这个手机号已经是会员，可直接绑定"))
            case _:
                assert_never(answer)

    @Slot(bool)
    def hear_consent(self, agreed: bool) -> None:
        """What she pressed on her screen; the form follows."""
        self.consented.emit(agreed)
        self._floor.messages.show(tr("顾客已同意") if agreed else tr("顾客没有同意"))

    # -- saving

    def save(self, form: Form, *, then_top_up: bool = False) -> None:
        """Register her, give her the order, and go on to a top-up when asked."""
        state = self._state
        if state.busy:
            return
        if state.already is not None:
            self._give_order(state.already, then_top_up=then_top_up)
            return
        if state.verified is None:
            self._refuse(Refused("member.code_needed"))
            return
        if not form.agreed:
            self._refuse(Refused("member.consent_needed"))
            return
        self._show(busy=True, error=None)
        duty = self._floor.duty
        register = partial(
            self._members.register,
            state.verified,
            _profile(form, state.verified.phone),
            self._consent(form),
            duty.need_staff(),
            duty.shift,
        )
        done = partial(self._registered, then_top_up=then_top_up)
        self._floor.background.run(STORE, register, done, self._failed)

    def _registered(self, member: Member, *, then_top_up: bool) -> None:
        self._show(busy=False)
        self._floor.messages.show(tr("会员登记完成，会员号 {number}", number=member.number))
        self._give_order(member, then_top_up=then_top_up)

    def _give_order(self, member: Member, *, then_top_up: bool) -> None:
        self.registered.emit(member)
        if then_top_up:
            self._floor.navigation.go(Place.TOP_UP, member)
        else:
            self._floor.navigation.go(Place.SELL)

    def _consent(self, form: Form) -> Consent:
        return Consent(
            policy_version=self.policy_version,
            channel=form.channel,
            at_ms=self._floor.desk.now_ms(),
            marketing=form.marketing,
        )

    def _failed(self, error: Exception) -> None:
        if isinstance(error, PosError):
            self._refuse(error)
        else:
            self._show(busy=False)
            self._floor.messages.show_error(error)

    def _refuse(self, error: PosError) -> None:
        self._floor.sounds.play(Sound.BLOCKED)
        self._show(busy=False, error=error)
        self._floor.messages.show_error(error)

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)


def _profile(form: Form, phone: str) -> Profile:
    return Profile(
        phone=phone,
        name=form.name,
        birthday=form.birthday,
        gender=form.gender,
        card=form.card,
        referrer=form.referrer,
    )
