"""A short registration: a phone, its code, consent; everything else may stay empty."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, assert_never

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from posapp.domain.consents import Purpose, parse_purposes
from posapp.domain.extra_fields import ExtraField, parse_fields
from posapp.domain.phones import Region, checked_phone, split_phone
from posapp.domain.policy_texts import parse_policies
from posapp.errors import PosError, Refused
from posapp.lanes import ONLINE, STORE
from posapp.ui.i18n import tr
from posapp.ui.member.register_said import (
    ask_before,
    asks_before,
    consent_of,
    done_text,
    profile_of,
    vouch_request,
    why_vouched,
)
from posapp.ui.member.register_state import After, Form, RegisterState, Way
from posapp.ui.navigation import Place
from posapp.ui.sounds import Sound
from posapp.workflows.likeness import whole
from posapp.workflows.members import AlreadyMember, VerifiedPhone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from posapp.domain.member import Member
    from posapp.domain.permissions import Approval
    from posapp.ui.approval.presenter import ApprovalPresenter
    from posapp.ui.floor import Floor
    from posapp.ui.member.alike_presenter import AlikePresenter
    from posapp.ui.member.wish import RegisterWith
    from posapp.wire.packs import PackTold
    from posapp.workflows.families import Families
    from posapp.workflows.members import Members
    from posapp.workflows.pay_outcomes import CodeSent

TICK_MS: Final = 1_000
_MAINLAND_DIGITS: Final = 11


class RegisterPresenter(QObject):
    """`changed` carries a `RegisterState`; `registered` the new `Member`."""

    changed = Signal(object)
    registered = Signal(object)
    consented = Signal(bool, object)
    """She answered on her own side of the counter: yes or no, and the purposes that she ticked."""

    def __init__(
        self,
        members: Members,
        floor: Floor,
        approvals: ApprovalPresenter | None = None,
        families: Families | None = None,
        parent: QObject | None = None,
        *,
        alike: AlikePresenter | None = None,
    ) -> None:
        """Without `approvals` nobody but a manager who is signed in vouches for a phone; without
        `alike` nobody is named who may be here already.
        """
        super().__init__(parent)
        self._approvals = approvals
        self._families = families
        self.alike = alike
        if alike is not None:
            alike.taken.connect(self._take)
        self._joins: RegisterWith | None = None
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

    @property
    def policy_texts(self) -> Mapping[str, str]:
        """The whole of that version by language; none where central told none."""
        return parse_policies(self._floor.desk.settings.policy_texts).get(self.policy_version, {})

    @property
    def purposes(self) -> tuple[Purpose, ...]:
        """What she is asked beyond the policy, one by one."""
        return parse_purposes(self._floor.desk.settings.consent_purposes)

    @property
    def fields(self) -> tuple[ExtraField, ...]:
        """The operator's own."""
        return parse_fields(self._floor.desk.settings.member_fields)

    @property
    def today(self) -> str:
        return self._floor.desk.local_date()

    def enter(self, phone: str, joins: RegisterWith | None = None) -> None:
        """Begin anew, with the phone that nobody has, or with none; `joins`: with that sale."""
        self._joins = joins
        named, digits = split_phone(phone)
        usual = Region(self._floor.desk.settings.phone_region)
        is_mainland = len(digits) == _MAINLAND_DIGITS and named is None
        region = named or (Region.MAINLAND if is_mainland else usual)
        self._begin(digits, region)
        if self.alike is not None:
            self.alike.begin(whole(digits, region))

    def _begin(self, phone: str, region: Region) -> None:
        self._clock.stop()
        online = self._floor.desk.is_online()
        self._state = RegisterState(phone=phone, region=region, online=online)
        self.changed.emit(self._state)

    # -- the phone

    @Slot(str)
    def type_phone(self, text: str) -> None:
        """Another phone makes everything that was proved void."""
        if text.strip() != self._state.phone:
            named = split_phone(text)[0] if text.strip().startswith(("+", "＋", "00")) else None
            self._begin(text.strip(), named or self._state.region)

    def choose_region(self, region: Region) -> None:
        """Whose numbers have this form; another region makes a proof void, too."""
        if region is not self._state.region:
            self._begin(split_phone(self._state.phone)[1], region)

    @Slot()
    def send_code(self) -> None:
        """Text a code to the phone; without a connection register without one."""
        if self._state.busy or self._state.wait_s:
            return
        try:
            phone = checked_phone(self._state.phone, self._state.region)
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
        phone = checked_phone(self._state.phone, self._state.region)
        check = partial(self._members.verify_code, sent, phone, code)
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

    @Slot()
    def go_without_code(self) -> None:
        """Central does not answer: it checks the phone when the registration arrives."""
        if not self._state.busy:
            self._show(online=self._floor.desk.is_online(), error=None)
            self.send_code()

    @Slot()
    def vouch(self) -> None:
        """No code comes: a manager looks at the phone in her hand, and says why."""
        state = self._state
        if state.busy or Way.VOUCH not in state.ways:
            return
        self._vouch(why_vouched(state.error), None)

    def _vouch(self, reason: str, approval: Approval | None) -> None:
        self._show(busy=True)
        duty = self._floor.duty
        work = partial(
            self._members.vouch,
            checked_phone(self._state.phone, self._state.region),
            reason,
            duty.need_staff(),
            duty.shift,
            approval,
        )
        refused = partial(self._ask_manager, reason)
        self._floor.background.run(STORE, work, self._checked, refused)

    def _ask_manager(self, reason: str, error: Exception) -> None:
        needs = isinstance(error, PosError) and error.key == "permission.needs_approval"
        if self._approvals is None or not needs:
            self._failed(error)
            return
        self._show(busy=False)
        self._approvals.ask(
            vouch_request(reason),
            partial(self._vouch, reason),
        )

    @Slot(bool, object)
    def hear_consent(self, agreed: bool, purposes: frozenset[str]) -> None:
        """What she pressed on her screen; the form follows."""
        self.consented.emit(agreed, purposes)
        self._floor.messages.show(tr("顾客已同意") if agreed else tr("顾客没有同意"))

    # -- saving

    def save(self, form: Form, *, then: After = After.SELL) -> None:
        """Register her, give her the order, and go on to a top-up or her children when asked."""
        state = self._state
        if state.busy:
            return
        if state.already is not None:
            self._serve(state.already, form, then)
            return
        if state.verified is None:
            self._refuse(Refused("member.code_needed"))
            return
        if not form.agreed:
            self._refuse(Refused("member.consent_needed"))
            return
        self._show(busy=True, error=None)
        if self._families is not None and asks_before(form):
            ask = partial(ask_before, self._families, form)
            go_on = partial(self._register, form, then)
            self._floor.background.run(ONLINE, ask, go_on, self._failed)
        else:
            self._register(form, then, None)

    @Slot(object)
    def _take(self, member: Member) -> None:
        """She is here already, says the clerk: the order is hers, as she stands now."""
        if not self._state.busy:
            self._serve(member, Form(), After.SELL)

    def _serve(self, member: Member, form: Form, then: After) -> None:
        """She is a member already; a code of her company's pack is hers all the same."""
        if self._joins is not None:
            self._floor.messages.show(tr("她已是会员，本单没有绑定会员，补积分请到会员服务"))
        if not form.pack_code or self._families is None:
            self._give_order(member, then)
            return
        self._show(busy=True, error=None)
        staff = self._floor.duty.need_staff()
        use = partial(self._families.use_pack, staff, member, form.pack_code)
        self._floor.background.run(ONLINE, use, partial(self._used, member, then), self._failed)

    def _used(self, member: Member, then: After, pack: PackTold) -> None:
        self._show(busy=False)
        self._floor.messages.show(tr("企业码已登记：{title}", title=pack.title))
        self._give_order(member, then)

    def _register(self, form: Form, then: After, pack: PackTold | None) -> None:
        """`pack` is what her code brings; central gives it when the registration arrives."""
        verified, duty = self._state.verified, self._floor.duty
        if verified is None:
            return
        register = partial(
            self._members.register,
            verified,
            profile_of(form, verified.phone),
            consent_of(form, self.purposes, self.policy_version, self._floor.desk.now_ms()),
            duty.need_staff(),
            duty.shift,
            source=form.source,
            sale_id="" if self._joins is None else self._joins.sale.id,
        )
        done = partial(self._registered, then, pack)
        self._floor.background.run(STORE, register, done, self._failed)

    def _registered(self, then: After, pack: PackTold | None, member: Member) -> None:
        self._show(busy=False)
        brings = None if self._joins is None else self.points_with(self._joins)
        self._floor.messages.show(done_text(member, pack, brings))
        self._give_order(member, then)

    def points_with(self, joins: RegisterWith) -> tuple[int, str]:
        """What the sale brings her, or why nothing."""
        return self._members.points_with(joins.sale, joins.at_ms)

    def _give_order(self, member: Member, then: After) -> None:
        """The next order is somebody else's where she joined with one that is paid."""
        if self._joins is None:
            self.registered.emit(member)
        match then:
            case After.SELL:
                self._floor.navigation.go(Place.SELL)
            case After.TOP_UP:
                self._floor.navigation.go(Place.TOP_UP, member)
            case After.FAMILY:
                self._floor.navigation.go(Place.FAMILY, member)

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
