"""The page of 交接班: count, others, difference, Z; the stages at the right of its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from posapp.ui.format import local_time, money, time_from_ms
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.navigation import Hint
from posapp.ui.page import Page
from posapp.ui.sell.why_sheet import lay_why
from posapp.ui.shift.close_state import ClosingState, Stage
from posapp.ui.shift.count_page import CountPage
from posapp.ui.shift.difference_page import DifferencePage
from posapp.ui.shift.others_page import OthersPage
from posapp.ui.shift.review_page import ReviewPage
from posapp.ui.shift.why_cash import of_the_close
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.stages import Stages

if TYPE_CHECKING:
    from posapp.ui.frame import Frame
    from posapp.ui.look import Look
    from posapp.ui.navigation import Navigation
    from posapp.ui.shift.close_presenter import ClosePresenter
    from posapp.ui.shift.others_model import Others


class CloseScreen(Page):
    """↑↓ move between the notes, Enter goes one stage on, Esc one back."""

    key_context = "list"
    unused = frozenset({Action.TOP_UP})

    def __init__(
        self,
        frame: Frame,
        presenter: ClosePresenter,
        navigation: Navigation,
        parent: QWidget | None = None,
    ) -> None:
        look = frame.look
        self._frame, self._navigation = frame, navigation
        super().__init__(look, "shift_close", tr("交接班"), parent)
        self._presenter = presenter
        names = (tr("清点现金"), tr("核对其他"), tr("差异说明"), tr("Z 报表"))
        self.stages = Stages(look, names, name="shift.stages")
        self.head.addWidget(self.stages)
        self.count = CountPage(look)
        self.others = OthersPage(look)
        self.difference = DifferencePage(look)
        self.review = ReviewPage(look)
        self._pages = QStackedWidget()
        for page in (self.count, self.others, self.difference, self.review):
            self._pages.addWidget(page)
        self.body.addWidget(self._pages, 1)
        self._add_foot(look)
        presenter.changed.connect(self.show_state)
        self.count.counted.connect(presenter.count)
        self.count.report.clicked.connect(presenter.report)
        self.count.drawers.clicked.connect(presenter.drawers)
        self.others.checked.connect(presenter.check)
        self.difference.reasoned.connect(presenter.choose_reason)
        self.difference.remarked.connect(presenter.remark)
        self.review.band.why.clicked.connect(self._explain)
        self.show_state(presenter.state)

    def _add_foot(self, look: Look) -> None:
        self.leave = self.add_back_action(tr("返回"))
        note = QHBoxLayout()
        note.setSpacing(look.px(8))
        self._sign = IconLabel(look, "lock", size=20)
        note.addWidget(self._sign)
        self._note = Label(look, size="small", tone="text2", wrap=True, name="shift.note")
        note.addWidget(self._note, 1)
        self.foot.addLayout(note, 1)
        self.confirm = self.add_primary(tr("提交清点"))
        self.confirm.clicked.connect(self._presenter.confirm)

    # -- the surface

    def enter(self, payload: object) -> None:
        self._presenter.enter(payload if isinstance(payload, str) else "")

    def first_focus(self) -> QWidget | None:
        return self.count.first_field()

    def go_back(self) -> None:
        self._presenter.back()

    def take_action(self, action: Action) -> bool:
        stage = self._presenter.state.stage
        counting = stage is Stage.COUNT
        match action:
            case Action.UP | Action.DOWN if stage is Stage.DIFFERENCE:
                self._presenter.next_reason(-1 if action is Action.UP else 1)
            case Action.UP | Action.DOWN if stage is Stage.OTHERS:
                self.others.step(-1 if action is Action.UP else 1)
            case Action.TOGGLE if stage is Stage.OTHERS:
                self.others.tick()
            case Action.UP if counting:
                self.count.step_focus(-1)
            case Action.DOWN if counting:
                self.count.step_focus(1)
            case Action.CONFIRM | Action.SAVE:
                self._presenter.confirm()
            case Action.WHY:
                self._explain()
            case _:
                return super().take_action(action)
        return True

    def hints(self) -> tuple[Hint, ...]:
        ends = (Hint("Enter", tr("继续")), Hint("Esc", tr("返回")))
        match self._presenter.state.stage:
            case Stage.COUNT:
                return (
                    Hint("0-9", tr("张数")),
                    Hint(self.look.keymap.up_and_down(self.key_context), tr("换面额")),
                    *ends,
                )
            case Stage.OTHERS:
                return (
                    Hint(self.cap(Action.TOGGLE), tr("一致")),
                    Hint("0-9", tr("另一金额")),
                    Hint(self.look.keymap.up_and_down(self.key_context), tr("选行")),
                    *ends,
                )
            case Stage.DIFFERENCE:
                return (Hint(self.look.keymap.up_and_down(self.key_context), tr("选原因")), *ends)
            case Stage.REVIEW:
                return ends

    @Slot()
    def _explain(self) -> None:
        z = self._presenter.state.z
        if z is None:
            self._presenter.refuse_why()
        else:
            lay_why(self._frame, self._navigation, of_the_close(z))

    # -- showing

    @Slot(object)
    def show_state(self, state: ClosingState) -> None:
        arrived = state.stage is Stage.OTHERS and self.stages.at != int(Stage.OTHERS)
        self.stages.show_stage(int(state.stage))
        self._pages.setCurrentIndex(int(state.stage))
        self.remark.setText(self._remark(state))
        self.count.show_state(state)
        self.others.show_state(state)
        self.difference.show_state(state)
        self.review.show_state(state)
        self.confirm.set_busy(state.busy)
        match state.stage:
            case Stage.COUNT:
                self._show_counting(state)
            case Stage.OTHERS:
                self._show_checking(state.others, busy=state.busy)
            case Stage.DIFFERENCE:
                self._show_explaining(state)
            case Stage.REVIEW:
                self._show_done(state)
        if arrived:
            self.others.focus_row()
        self.hints_changed.emit()

    def _remark(self, state: ClosingState) -> str:
        if state.z is None:
            return self._presenter.shift_text
        z = state.z
        opened, closed = (local_time(time_from_ms(ms)) for ms in (z.opened_ms, z.closed_ms))
        return tr(
            "{who} {opened} 至 {closed}，Z 第 {n} 号",
            who=z.staff_name,
            opened=opened,
            closed=closed,
            n=z.number,
        )

    def _show_counting(self, state: ClosingState) -> None:
        note = tr("应有数提交后才显示，重新清点会被记录，目前 {n} 次", n=state.recounts)
        self._show_foot("lock", note, tr("提交清点"), tr("返回"))
        blocked = state.open_issues is not None and not state.open_issues.may_close
        short = state.count.handed_in < 0
        reason = tr("先处理未完成事项") if blocked else (tr("留存超过实点") if short else "")
        self.confirm.refuse("" if state.busy else reason)

    def _show_checking(self, others: Others, *, busy: bool) -> None:
        if others.entry is not None:
            note = tr("填写设备上的合计并选择原因，差额会记入 Z 报表")
            self._show_foot("info", note, tr("记下这一项"), tr("不改"))
            self.confirm.refuse("")
            return
        note = tr("勾选结果会记入 Z 报表，还差 {n} 项", n=others.left)
        self._show_foot("lock", note, tr("核对完成"), tr("返回"))
        self.confirm.refuse("" if others.is_complete or busy else tr("请逐项核对"))

    def _show_explaining(self, state: ClosingState) -> None:
        note = tr("差异较大时请店长输 PIN 授权")
        self._show_foot("shield", note, tr("确认差异并交班"), tr("重新清点"))
        self.confirm.refuse("" if state.reason or state.busy else tr("请选择原因"))

    def _show_done(self, state: ClosingState) -> None:
        kept = 0 if state.z is None else state.z.kept_float
        handed = 0 if state.z is None else state.z.counted_cash - kept
        note = tr(
            "Z 报表已保存并打印，留存备用金 {kept}，上缴 {handed}",
            kept=money(kept),
            handed=money(handed),
        )
        self._show_foot("info", note, tr("完成交接班"), tr("返回登录"))
        self.confirm.refuse("")

    def _show_foot(self, sign: str, note: str, go_on: str, back: str) -> None:
        self._sign.set_icon(sign, "text2")
        self._note.setText(note)
        self.confirm.set_text(go_on)
        self.leave.set_text(back)
