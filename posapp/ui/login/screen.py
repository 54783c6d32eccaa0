"""The sign-in screen: who at the left, the PIN at the right."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.error_texts import text_for
from posapp.ui.format import local_date, local_time
from posapp.ui.i18n import tr
from posapp.ui.login.people import PeopleSide
from posapp.ui.login.presenter import PIN_LENGTH
from posapp.ui.surface import Scan, Surface
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.number_pad import NumberPad
from posapp.ui.widgets.pin_field import DigitField
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from datetime import tzinfo

    from posapp.ui.frame import Frame
    from posapp.ui.login.presenter import SignInPresenter, SignInState
    from posapp.ui.shell import Till


class SignInScreen(Surface):
    """Shows its presenter's state; every touch, key and scan goes there."""

    key_context = "sign_in"

    def __init__(
        self, frame: Frame, presenter: SignInPresenter, till: Till, zone: tzinfo | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("sign_in")
        self._look = frame.look
        self._presenter = presenter
        self._zone = zone
        self.people = PeopleSide(frame.look, till)
        self.pin = DigitField(frame.look, "sign_in.pin", tr("PIN"), length=PIN_LENGTH)
        self.pad = NumberPad(frame.look, "sign_in.pad", key_height=56)
        self.confirm = TouchButton(
            frame.look, "sign_in.confirm", tr("登录"), kind=Kind.PRIMARY, height=72, size="h2"
        )
        self.release = TouchButton(frame.look, "sign_in.release", tr("店长解锁"), height=72)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.people, 1)
        row.addWidget(self._make_proof(), 1)
        self._tick = QTimer(self)
        self._tick.setInterval(5000)
        self._tick.timeout.connect(self.show_time)
        self._tick.start()
        self._wire()
        self.show_time()
        self.show_state(presenter.state)

    def enter(self, payload: object) -> None:
        self._presenter.enter()

    def first_focus(self) -> QWidget | None:
        return self.pin

    def take_scan(self, scan: Scan) -> bool:
        return self._presenter.scan(scan.text)

    @Slot(object)
    def show_state(self, state: SignInState) -> None:
        self.people.show_state(state)
        chosen, away, locked = state.chosen, state.away, state.releasing
        self.name.setText(
            tr("先选择姓名") if chosen is None else f"{chosen.name} ({chosen.number})"
        )
        self.away.setVisible(away is not None or locked is not None)
        if locked is not None:
            self.away.setText(tr("为{name}解锁，请店长选姓名、输 PIN", name=locked.name))
        elif away is not None:
            self.away.setText(
                tr("{name} ({number}) 已锁屏，订单保留", name=away.name, number=away.number)
            )
        releases = state.may_release or locked is not None
        self.release.setVisible(releases)
        # On a low screen there is room for one of them.
        self.clock.setVisible(not releases)
        self.date.setVisible(not releases and away is None)
        self.release.set_text(tr("店长解锁") if locked is None else tr("返回登录"))
        self.hint.setText(tr("PIN {n} 位", n=PIN_LENGTH))
        self.hint.set_tone("text2")
        if state.refusal is not None:
            self.hint.setText(text_for(state.refusal))
            self.hint.set_tone("danger")
        self.confirm.set_text(_confirm_text(state))
        self.confirm.set_busy(state.busy)
        self._refuse_confirm()

    @Slot()
    def show_time(self) -> None:
        now = datetime.now(UTC).astimezone(self._zone)
        self.clock.setText(local_time(now, self._zone))
        self.date.setText(local_date(now.date(), self._look.language))

    def _make_proof(self) -> QWidget:
        look = self._look
        centre = Qt.AlignmentFlag.AlignHCenter
        self.clock = Label(look, size="display", bold=True, align=centre, name="sign_in.clock")
        self.date = Label(look, tone="text2", align=centre)
        self.name = Label(look, size="h2", bold=True, align=centre, name="sign_in.name")
        self.away = Label(look, tone="warn", wrap=True, align=centre, name="sign_in.away")
        self.hint = Label(
            look, size="small", tone="text2", wrap=True, align=centre, name="sign_in.hint"
        )
        self.hint.setMinimumHeight(look.px(40))
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        column.addStretch(1)
        column.addWidget(self.clock)
        column.addWidget(self.date)
        column.addSpacing(look.px(16))
        column.addWidget(self.away)
        column.addWidget(self.name)
        column.addWidget(self.pin)
        column.addWidget(self.hint)
        column.addWidget(self.pad)
        column.addSpacing(look.px(8))
        low = QHBoxLayout()
        low.setSpacing(look.px(8))
        low.addWidget(self.confirm, 1)
        low.addWidget(self.release, 1)
        column.addLayout(low)
        column.addStretch(1)
        inner = QWidget()
        inner.setFixedWidth(look.px(344))
        inner.setLayout(column)
        side = QWidget()
        around = QHBoxLayout(side)
        around.addStretch(1)
        around.addWidget(inner)
        around.addStretch(1)
        return side

    def _wire(self) -> None:
        self._presenter.changed.connect(self.show_state)
        self._presenter.emptied.connect(self.pin.clear)
        self.people.chosen.connect(self._on_chosen)
        self.people.language_chosen.connect(self._presenter.choose_language)
        self.people.comfort_asked.connect(self._presenter.ask_comfort)
        self.pad.pressed.connect(self.pin.press)
        self.pin.changed.connect(lambda _digits: self._refuse_confirm())
        self.pin.complete.connect(self._presenter.try_pin)
        self.confirm.clicked.connect(lambda: self._presenter.try_pin(self.pin.digits))
        self.release.clicked.connect(self._on_release)

    def _on_chosen(self, staff: object) -> None:
        self._presenter.choose(staff)  # type: ignore[arg-type]  # the tile's own Staff
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_release(self) -> None:
        if self._presenter.state.releasing is None:
            self._presenter.ask_release()
        else:
            self._presenter.leave_release()

    def _refuse_confirm(self) -> None:
        if self._presenter.state.chosen is None:
            self.confirm.refuse(tr("先选择姓名"))
        elif self.pin.missing:
            self.confirm.refuse(tr("再输 {n} 位", n=self.pin.missing))
        else:
            self.confirm.refuse("")


def _confirm_text(state: SignInState) -> str:
    if state.releasing is not None:
        return tr("解锁")
    return tr("登录") if state.away is None or state.chosen != state.away else tr("继续")
