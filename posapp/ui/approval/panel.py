"""The approval panel: over the find side, the cart stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.error_texts import text_for
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.number_pad import NumberPad
from posapp.ui.widgets.pin_field import DigitField
from posapp.ui.widgets.sheet import Panel
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.approval.presenter import ApprovalPresenter, ApprovalState
    from posapp.ui.frame import Frame
    from posapp.ui.navigation import Navigation
    from posapp.ui.surface import Scan

PIN_LENGTH = 6
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class ApprovalPanel(Panel):
    """Names action, amount and cashier; takes a PIN; a badge only chooses whose PIN is meant, but
    where the shop lets it approve.
    """

    def __init__(self, frame: Frame, presenter: ApprovalPresenter, navigation: Navigation) -> None:
        super().__init__(frame.look, "approval", tr("授权"), frame.host, scrim=True)
        self._frame = frame
        self._presenter = presenter
        self._navigation = navigation
        self._names: tuple[tuple[str, str], ...] = ()
        look = self.look
        rows = self.card.rows
        side, edge = look.px(24), look.px(16)
        rows.setContentsMargins(side, edge, side, edge)
        rows.setSpacing(look.px(8))
        head = QHBoxLayout()
        head.setSpacing(look.px(16))
        head.addWidget(IconLabel(look, "shield", tone="warn"))
        self._title = Label(look, size="h1", bold=True, wrap=True, name="approval.title")
        head.addWidget(self._title, 1)
        rows.addLayout(head)
        self._facts = _Facts(self)
        rows.addWidget(self._facts)
        rows.addLayout(self._ways(), 1)
        rows.addLayout(self._note())
        rows.addLayout(self._buttons())
        presenter.asked.connect(self._on_asked)
        presenter.changed.connect(self.show_state)
        presenter.closed.connect(self.left)

    def _ways(self) -> QHBoxLayout:
        look = self.look
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        row.addWidget(self._badge_card(), 10)
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        self._people = ChoiceGroup(look, "approval.person", ())
        self.field = DigitField(look, "approval.pin", tr("授权人 PIN"), length=PIN_LENGTH)
        self._refusal = Label(look, size="small", tone="danger", wrap=True)
        self._refusal.setObjectName("approval.refusal")
        self._pad = NumberPad(look, "approval.pad", key_height=50)
        for part in (self._people, self.field, self._refusal, self._pad):
            column.addWidget(part)
        column.addStretch(1)
        row.addLayout(column, 12)
        self._pad.pressed.connect(self.field.press)
        self._people.chosen.connect(self._presenter.choose)
        self.field.complete.connect(self._presenter.give_pin)
        self.field.changed.connect(self._on_digits)
        return row

    def _badge_card(self) -> Card:
        look = self.look
        card = Card(look, back="primary_weak", edge="", radius=6)
        card.rows.addStretch(1)
        card.rows.addWidget(IconLabel(look, "badge", tone="primary", size=48), 0, _CENTRE)
        self._badge = Label(look, bold=True, align=_CENTRE, wrap=True, name="approval.badge")
        self._badge_note = Label(look, size="small", tone="text2", align=_CENTRE, wrap=True)
        card.rows.addWidget(self._badge)
        card.rows.addWidget(self._badge_note)
        self._show_badge(by_badge=False)
        card.rows.addStretch(1)
        return card

    def _note(self) -> QHBoxLayout:
        look = self.look
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(IconLabel(look, "info", size=20))
        self._stays = ElidedLabel(look, size="small", tone="text2", name="approval.note")
        row.addWidget(self._stays, 1)
        return row

    def _buttons(self) -> QHBoxLayout:
        look = self.look
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        self.safe = TouchButton(look, "approval.safe", tr("返回"), key="Esc", height=56)
        self.confirm = TouchButton(
            look, "approval.confirm", tr("授权"), kind=Kind.PRIMARY, height=56
        )
        row.addWidget(self.safe, 1)
        row.addWidget(self.confirm, 1)
        self.safe.clicked.connect(self._presenter.cancel)
        self.confirm.clicked.connect(self._on_confirm)
        return row

    # -- the surface

    def area(self) -> QRect:
        return self._frame.find_side()

    def spared(self) -> QRect:
        state = self._presenter.state
        shows = state is not None and state.request.shows_cart
        return self._frame.cart_card() if shows else QRect()

    def first_focus(self) -> QWidget | None:
        return self.field

    def take_scan(self, scan: Scan) -> bool:
        return self._presenter.take_scan(scan)

    def take_action(self, action: Action) -> bool:
        if action is Action.BACK:
            self._presenter.cancel()
            return True
        return False

    # -- showing

    @Slot(object)
    def _on_asked(self, state: ApprovalState) -> None:
        self.field.clear()
        self.show_state(state)
        self._navigation.lay(self)

    @Slot(object)
    def show_state(self, state: ApprovalState) -> None:
        request = state.request
        self._title.setText(request.title)
        cashier = f"{state.requested_by.name} ({state.requested_by.number})"
        self._facts.show_facts(request.action_text, request.amount_text, cashier)
        stays = tr("{name}保持登录，授权人、原因和时间记入审计日志", name=state.requested_by.name)
        self._stays.setText(stays)
        self.safe.set_text(request.safe)
        self._show_badge(by_badge=state.by_badge)
        self._show_people(state)
        self._refusal.setText(_refusal_text(state))
        if state.refusal is not None and self.field.digits:
            self.field.clear(wrong=True)
        self.confirm.set_busy(state.busy)
        self._refuse_confirm()

    def _show_badge(self, *, by_badge: bool) -> None:
        self._badge.setText(tr("扫工牌授权") if by_badge else tr("扫工牌选授权人"))
        enough = tr("授权工牌扫一下即可，也可输 PIN")
        self._badge_note.setText(enough if by_badge else tr("扫码不能授权，还要输 PIN"))

    def _show_people(self, state: ApprovalState) -> None:
        names = tuple((each.number, f"{each.name} ({each.number})") for each in state.approvers)
        if names != self._names:
            self._names = names
            self._people.set_choices(names)
        if state.chosen:
            self._people.choose(state.chosen)

    @Slot(str)
    def _on_digits(self, _digits: str) -> None:
        self._refuse_confirm()

    def _refuse_confirm(self) -> None:
        state = self._presenter.state
        if state is None:
            return
        self.confirm.set_text(state.request.confirm)
        missing = self.field.missing
        reason = tr("还差 {n} 位 PIN", n=missing) if missing else ""
        self.confirm.refuse("" if state.busy else reason)

    @Slot()
    def _on_confirm(self) -> None:
        self._presenter.give_pin(self.field.digits)


class _Facts(QWidget):
    """操作, 金额, 收银员."""

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        look = panel.look
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, look.px(96))
        grid.setColumnStretch(1, 1)
        self._values: list[ElidedLabel] = []
        for place, caption in enumerate((tr("操作"), tr("金额"), tr("收银员"))):
            value = ElidedLabel(look, bold=place == 1, name=f"approval.fact{place}")
            name = Label(look, caption, tone="text2")
            for part in (name, value):
                part.setMinimumHeight(look.px(32))
            grid.addWidget(name, 2 * place, 0)
            grid.addWidget(value, 2 * place, 1)
            grid.addWidget(Divider(look), 2 * place + 1, 0, 1, 2)
            self._values.append(value)

    def show_facts(self, *facts: str) -> None:
        for label, fact in zip(self._values, facts, strict=True):
            label.setText(fact)


def _refusal_text(state: ApprovalState) -> str:
    if state.refusal is not None:
        return text_for(state.refusal)
    if not state.approvers:
        return tr("这台收银机上没有可以授权的人，请联系店长")
    return ""
