"""The page of consents and family: what she agreed to at the left, her family at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from posapp.domain.consents import NECESSARY, OPTIONAL, Purpose
from posapp.domain.member import Member, masked_name, masked_phone
from posapp.ui.customer_display.turning import turn_to
from posapp.ui.error_texts import text_for
from posapp.ui.format import local_date_time, time_from_ms
from posapp.ui.i18n import tr
from posapp.ui.member.family_dialogs import ChildDialog, FamilyActDialog
from posapp.ui.member.purposes import purpose_titles, purpose_uses
from posapp.ui.navigation import Hint
from posapp.ui.page import Page
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.check_box import CheckBox
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.empty_state import EmptyState
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.touch_button import Kind, TouchButton
from posapp.wire.families import FamilyAct

if TYPE_CHECKING:
    from posapp.domain.member import Profile
    from posapp.ui.frame import Frame
    from posapp.ui.look import Look
    from posapp.ui.member.family_presenter import FamilyPresenter
    from posapp.ui.member.family_state import Acting, FamilyState
    from posapp.ui.navigation import Navigation
    from posapp.wire.consents import ConsentShown
    from posapp.wire.families import FamilyMember


class FamilyScreen(Page):
    """Each consent has one button; Esc goes back."""

    key_context = "page"

    def __init__(
        self,
        frame: Frame,
        presenter: FamilyPresenter,
        navigation: Navigation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(frame.look, "family", tr("同意与家庭"), parent)
        self._frame = frame
        self._presenter = presenter
        self._navigation = navigation
        self._dialog: ChildDialog | FamilyActDialog | None = None
        columns = QHBoxLayout()
        columns.setSpacing(self.look.px(16))
        self._consents = ConsentsCard(self.look, presenter)
        self._people = PeopleCard(self.look, presenter)
        columns.addWidget(self._consents, 55)
        columns.addWidget(self._people, 45)
        self.body.addLayout(columns, 1)
        self.leave = self.add_back_action(tr("返回"))
        self.child = self.add_primary(tr("登记孩子"), key="")
        self.child.clicked.connect(presenter.ask_child)
        presenter.changed.connect(self.show_state)
        presenter.asked.connect(self._on_asked)
        presenter.child_asked.connect(self._on_child_asked)
        presenter.closed.connect(self._on_closed)
        self.show_state(presenter.state)

    def enter(self, payload: object) -> None:
        if isinstance(payload, Member):
            self._presenter.enter(payload)

    def first_focus(self) -> QWidget | None:
        return self.child

    def go_back(self) -> None:
        self._presenter.back()

    def hints(self) -> tuple[Hint, ...]:
        return (Hint("Tab", tr("下一项")), Hint("Esc", tr("返回")))

    @Slot(object)
    def show_state(self, state: FamilyState) -> None:
        member = state.member
        name = "" if member is None else masked_name(member.name) or tr("未留姓名")
        self.remark.setText("" if member is None else f"{name}  {member.number}")
        self._consents.show_state(state)
        self._people.show_state(state)
        if isinstance(self._dialog, FamilyActDialog):
            self._dialog.show_state(state)

    @Slot(object)
    def _on_asked(self, acting: Acting) -> None:
        dialog = FamilyActDialog(self._frame, acting)
        dialog.given.connect(self._presenter.act)
        dialog.withdrawn.connect(self._presenter.cancel)
        self._dialog = dialog
        self._navigation.lay(dialog)

    @Slot()
    def _on_child_asked(self) -> None:
        side = self._presenter.side
        dialog = ChildDialog(self._frame, side.purposes)
        dialog.turn_asked.connect(self._on_turn)
        side.answered.connect(dialog.hear_consent)
        dialog.given.connect(self._on_child)
        dialog.withdrawn.connect(self._presenter.cancel)
        self._dialog = dialog
        self._navigation.lay(dialog)

    @Slot()
    def _on_turn(self) -> None:
        side = self._presenter.side
        turn_to(self._frame, self._navigation, side, side.hear)

    @Slot(object, bool, object)
    def _on_child(self, profile: Profile, agreed: bool, purposes: frozenset[str]) -> None:
        self._presenter.add_child(profile, agreed=agreed, purposes=purposes)

    @Slot()
    def _on_closed(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.left.emit()


class ConsentsCard(Card):
    """One row for each purpose: what it is for, since when it holds, one button."""

    def __init__(self, look: Look, presenter: FamilyPresenter) -> None:
        super().__init__(look, padding=12, name="family.consents")
        self._look = look
        self._presenter = presenter
        self.by_guardian = CheckBox(look, "family.by_guardian", tr("监护人在场并同意"))
        self.rows.addWidget(self.by_guardian)
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, look.px(4), 0)
        grid.setVerticalSpacing(look.px(8))
        self._states: dict[Purpose, Label] = {}
        self._buttons: dict[Purpose, TouchButton] = {}
        titles, uses = purpose_titles(tr), purpose_uses(tr)
        for row, purpose in enumerate((*NECESSARY, *OPTIONAL)):
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Label(look, titles[purpose], bold=True))
            words.addWidget(Label(look, uses[purpose], size="small", tone="text2", wrap=True))
            state = Label(look, size="small", name=f"family.state.{purpose}")
            words.addWidget(state)
            self._states[purpose] = state
            grid.addLayout(words, row, 0)
            if purpose in OPTIONAL:
                button = TouchButton(look, f"family.say.{purpose}", tr("同意"), height=48)
                button.clicked.connect(partial(self._say, purpose))
                self._buttons[purpose] = button
                grid.addWidget(button, row, 1)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(Purpose), 1)
        self.rows.addWidget(Scroller(inner), 1)
        self._given: frozenset[str] = frozenset()

    def show_state(self, state: FamilyState) -> None:
        told = state.told
        said = {} if told is None else {each.purpose: each for each in told.states}
        self._given = frozenset(
            each.purpose
            for each in said.values()
            if each.given and not state.withdrawn_ms(each.purpose)
        )
        self.by_guardian.setVisible(told is not None and told.needs_guardian)
        for purpose, label in self._states.items():
            here_ms = state.withdrawn_ms(purpose.value)
            away = told is None and not state.busy
            label.setText(_state_text(said.get(purpose.value), here_ms, away=away))
        for purpose, button in self._buttons.items():
            self._show_button(button, purpose, state)

    def _show_button(self, button: TouchButton, purpose: Purpose, state: FamilyState) -> None:
        """Withdrawing goes on while nobody answers; giving waits, because of a guardian's word."""
        is_withdrawn = bool(state.withdrawn_ms(purpose.value))
        withdraws = not is_withdrawn and (state.told is None or purpose.value in self._given)
        button.set_text(tr("撤回") if withdraws else tr("同意"))
        if state.busy:
            button.refuse(tr("正在读取"))
        elif state.told is None and not withdraws:
            button.refuse(tr("离线时只能撤回，要同意请连上总部再点"))
        else:
            button.refuse("")

    def _say(self, purpose: Purpose, _checked: bool = False) -> None:
        state = self._presenter.state
        withdraws = state.told is None or purpose.value in self._given
        self._presenter.say(
            purpose,
            given=not withdraws,
            by_guardian=self.by_guardian.isChecked(),
        )


class PeopleCard(Card):
    """Everybody around the card; who is chosen can leave or be given the card."""

    def __init__(self, look: Look, presenter: FamilyPresenter) -> None:
        super().__init__(look, padding=12, name="family.people")
        self._look = look
        self._presenter = presenter
        self.rows.addWidget(Label(look, tr("家庭"), bold=True))
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(look.px(8))
        self._scroller = Scroller(inner)
        self.rows.addWidget(self._scroller, 1)
        self._rows: list[ChoiceRow] = []
        self._shown: object = None
        self._empty = EmptyState(look, "users", "", "", name="family.empty")
        self.rows.addWidget(self._empty, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(8))
        self._acts: dict[FamilyAct, TouchButton] = {}
        for act, text in (
            (FamilyAct.JOIN, tr("加入")),
            (FamilyAct.LEAVE, tr("离开")),
            (FamilyAct.HOLD, tr("转为持卡人")),
        ):
            button = TouchButton(look, f"family.{act}", text, kind=Kind.OUTLINE, height=48)
            button.clicked.connect(partial(self._ask, act))
            self._acts[act] = button
            buttons.addWidget(button, 1)
        self.rows.addLayout(buttons)

    def show_state(self, state: FamilyState) -> None:
        people = () if state.home is None else state.home.members
        if (people, state.added) != self._shown:
            self._shown = (people, state.added)
            self._fill(state)
        for place, row in enumerate(self._rows):
            row.setChecked(place == state.chosen)
        self._scroller.setVisible(bool(self._rows))
        self._empty.setVisible(not self._rows)
        self._empty.text.setText(_empty_text(state))
        ready = state.home is not None and not state.busy
        waits = tr("正在读取") if state.busy else tr("离线，请联网后再改")
        for act, button in self._acts.items():
            nobody = "" if people or act is FamilyAct.JOIN else tr("还没有家庭")
            button.refuse(nobody if ready else waits)

    def _fill(self, state: FamilyState) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        people = () if state.home is None else state.home.members
        holder = "" if state.home is None else state.home.holder_id
        known = [(each.member, _role_text(each, holder)) for each in people]
        pending = [(each, tr("孩子，等待同步")) for each in state.added]
        self._rows = []
        for place, (member, sub) in enumerate((*known, *pending)):
            name = masked_name(member.name) or member.number
            row = ChoiceRow(self._look, f"family.person.{place}", name, sub, icon="user", height=60)
            row.setEnabled(place < len(known))
            row.clicked.connect(partial(self._choose, place))
            self._rows.append(row)
            self._list.addWidget(row)
        self._list.addStretch(1)

    def _choose(self, place: int, _checked: bool = False) -> None:
        self._presenter.choose(place)

    def _ask(self, act: FamilyAct, _checked: bool = False) -> None:
        self._presenter.ask(act)


def _empty_text(state: FamilyState) -> str:
    if state.busy:
        return tr("正在读取")
    if state.problem is not None:
        return text_for(state.problem)
    return tr("还没有家庭，登记孩子后自动建立")


def _state_text(said: ConsentShown | None, here_ms: int, *, away: bool) -> str:
    if here_ms:
        when = local_date_time(time_from_ms(here_ms))
        return tr("{when} 在本机撤回，等待送达", when=when)
    if away:
        return tr("离线，看不到现在的情况，可以撤回")
    if said is None:
        return tr("没有问过")
    when = local_date_time(time_from_ms(said.at_ms))
    if said.given:
        return tr("{when} 同意 {version}", when=when, version=said.policy_version)
    return tr("{when} 不同意或已撤回", when=when)


def _role_text(each: FamilyMember, holder: str) -> str:
    role = tr("孩子") if each.role == "child" else tr("家长")
    if each.member.id == holder:
        role = tr("持卡人")
    phone = masked_phone(each.member.phone) or each.member.number
    return f"{role}  {phone}"
