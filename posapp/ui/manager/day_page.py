"""The business date so far: what was sold, to whom, what was topped up."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from posapp.domain.money import BASIS_POINTS, half_up
from posapp.ui.format import money, percent
from posapp.ui.i18n import tr
from posapp.ui.shift.review_page import RowsCard
from posapp.ui.shift.words import difference_word
from posapp.ui.shift.z_rows import Row
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.empty_state import EmptyState
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.touch_button import TouchButton
from posapp.workflows.reporting import OpenPart

if TYPE_CHECKING:
    from posapp.domain.shift import ZReport
    from posapp.ui.look import Look
    from posapp.ui.manager.presenter import ManagerState
    from posapp.workflows.reporting import DaySummary


class DayPage(QWidget):
    """Four figures, and what they are made of."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        self._title = Label(look, size="h1", bold=True, name="manager.day.title")
        column.addWidget(self._title)
        column.addLayout(self._of_the_open_shift(look))
        grid = QGridLayout()
        grid.setSpacing(look.px(12))
        self.net = Figure(look, tr("净销售"), "manager.net")
        self.share = Figure(look, tr("会员占比"), "manager.share", tone="member")
        self.basket = Figure(look, tr("客单价"), "manager.basket")
        self.top_ups = Figure(look, tr("储值充值"), "manager.top_ups")
        for place, card in enumerate((self.net, self.share, self.basket, self.top_ups)):
            grid.addWidget(card, 0, place)
        column.addLayout(grid)
        self._empty = EmptyState(
            look, "report", tr("今天还没有销售"), tr("有了第一笔，数字会出现在这里")
        )
        column.addWidget(self._empty, 1)
        self._attention = RowsCard(look, tr("需要关注"), "manager.attention")
        column.addWidget(self._attention, 1)

    def _of_the_open_shift(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        self._notice = Label(look, tone="text2", wrap=True, name="manager.day.notice")
        row.addWidget(self._notice, 1)
        self.reveal = TouchButton(look, "manager.reveal", tr("显示当班金额"), height=48)
        row.addWidget(self.reveal)
        return row

    def show_state(self, state: ManagerState) -> None:
        day = state.day
        if day is None:
            self._forget()
            return
        self._notice.setText(_notice(day.open_part))
        self._notice.setVisible(day.open_part is not OpenPart.NONE)
        self.reveal.setVisible(day.open_part is OpenPart.HIDDEN)
        self._title.setText(tr("{date} 这台收银机", date=day.business_date))
        sold = day.sale_count > 0
        is_left_out = day.open_part in (OpenPart.COUNTED_BY_HER, OpenPart.HIDDEN)
        has_news = sold or is_left_out or bool(state.cases)
        self._empty.setVisible(not has_news)
        self._attention.setVisible(has_news)
        self._attention.show_rows(attention_rows(state, day))
        count = tr("{n} 笔，退 {m} 笔", n=day.sale_count, m=day.refund_count)
        self.net.show_figure(money(day.net), count)
        self.share.show_figure(_share(day), tr("会员净销售 {x}", x=money(day.member_sale_net)))
        basket = half_up(day.net, day.sale_count) if sold else 0
        self.basket.show_figure(money(basket), tr("净销售 ÷ 笔数"))
        self.top_ups.show_figure(money(day.top_up_cash), tr("进入负债，不计入销售"))

    def _forget(self) -> None:
        for figure in (self.net, self.share, self.basket, self.top_ups):
            figure.show_figure("", "")
        self._notice.hide()
        self.reveal.hide()


class Figure(Card):
    """A caption, a large figure, how it is made."""

    def __init__(self, look: Look, caption: str, name: str, *, tone: str = "text") -> None:
        super().__init__(look, padding=16, name=name)
        self.rows.addWidget(Label(look, caption, tone="text2"))
        self._figure = Label(look, size="change", bold=True, tone=tone, name=f"{name}.figure")
        self._remark = ElidedLabel(look, size="small", tone="text2", name=f"{name}.remark")
        self.rows.addWidget(self._figure)
        self.rows.addWidget(self._remark)

    def show_figure(self, figure: str, remark: str) -> None:
        self._figure.setText(figure)
        self._remark.setText(remark)


def attention_rows(state: ManagerState, day: DaySummary) -> tuple[Row, ...]:
    """What a manager looks at first: cases, differences, approvals, what still waits to be sent."""
    closed = [z for z in state.reports if z.business_date == day.business_date]
    differences = tuple(
        Row(title=_difference_title(z), text=money(z.difference)) for z in closed if z.difference
    )
    waiting = sum(z.waiting_to_sync for z in closed)
    cases = (Row(title=tr("需人工处理"), text=tr("{n} 件", n=state.cases)),) if state.cases else ()
    return (
        *cases,
        *differences,
        Row(title=tr("已交班"), text=tr("{n} 班", n=len(closed))),
        Row(title=tr("授权记录"), text=tr("{n} 次", n=len(state.approvals))),
        Row(title=tr("交班时待同步"), text=tr("{n} 笔", n=waiting)),
    )


def _notice(open_part: OpenPart) -> str:
    match open_part:
        case OpenPart.NONE:
            return ""
        case OpenPart.COUNTED_BY_HER:
            return tr("当班由您清点，金额交班后才显示，下面的数字不含当班")
        case OpenPart.HIDDEN:
            return tr("下面的数字不含当班，显示后会记下您看过应有，要由别人清点")
        case OpenPart.SHOWN:
            return tr("已记下您看过应有，请由别人清点")
        case _:
            assert_never(open_part)


def _difference_title(z: ZReport) -> str:
    word = difference_word(z.difference)
    return tr("{word}，Z {n}，{who}", word=word, n=z.number, who=z.staff_name)


def _share(day: DaySummary) -> str:
    if day.net <= 0:
        return "—"
    tenths = half_up(day.member_sale_net * BASIS_POINTS // 10, day.net)
    return percent(tenths * 10)
